"""Files that a person names."""

from __future__ import annotations

from pathlib import Path


def at_home(path: Path | None) -> Path | None:
    """The path with ``~`` for the home folder: a shell leaves it in ``--catalogue=~/x``."""
    if path is None or not str(path).startswith("~"):
        return path
    try:
        return path.expanduser()
    except RuntimeError:
        # No such user, or no home: then it is the name of a file.
        return path
