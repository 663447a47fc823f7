"""Files that a person names."""

from __future__ import annotations

from pathlib import Path

from careeradvisor.errors import WrongUse
from careeradvisor.text import shorten


def at_home(path: Path | None) -> Path | None:
    """The path with ``~`` for the home folder: a shell leaves it in ``--catalogue=~/x``."""
    if path is None or not str(path).startswith("~"):
        return path
    try:
        return path.expanduser()
    except RuntimeError:
        # No such user, or no home: then it is the name of a file.
        return path


def refuse_other_kinds(report: Path | None) -> None:
    """Raise WrongUse for a report by the name of something that it is not, such as ``a.pdf``."""
    if report is None or report.suffix.lower() in ("", ".html", ".htm"):
        return
    raise WrongUse(
        f"--report: The report is a web page, so {shorten(report.name, 80)} would not open. Name "
        f"it {shorten(report.stem, 80)}.html: a browser shows it, and prints it or saves it as PDF."
    )
