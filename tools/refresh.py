"""Bring the catalogue's wages and projections up to date from new BLS tables.

    python tools/refresh.py --national national_M2026_dl.xlsx --state state_M2026_dl.xlsx \\
        --projections occupation.xlsx

Updates the figures and vintages in data/careers.toml in place (comments and
order stay), writes data/wages.csv anew and prints what changed, career by
career. Everything is checked before anything is written: on any error no file
is touched. --dry-run only prints. What the tables must look like: tools/bls.py.
Needs the maintainers' dependencies: pip install -e '.[maintain]'.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

from careeradvisor.catalogue.check import check  # noqa: E402
from careeradvisor.errors import CareerAdvisorError  # noqa: E402
from tools import bls  # noqa: E402
from tools.figures import Change, Figures, Refreshed, refreshed  # noqa: E402
from tools.state_table import compared, state_table  # noqa: E402


class Problem(Exception):
    """A reason not to change anything; each line is one thing to put right."""


class Files(NamedTuple):
    """What is to be written: the texts of the catalogue and of the wages table."""

    catalogue: bytes
    wages: bytes | None


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when all went well, 1 when nothing could be changed."""
    options = _parser().parse_args(arguments)
    if bool(options.national) != bool(options.state):
        _parser().error("give --national and --state together: they share one vintage")
    if not (options.national or options.projections):
        _parser().error("give --national and --state, --projections, or all three")
    try:
        return _refresh(options)
    except (Problem, bls.BadTable, CareerAdvisorError) as error:
        print(f"Nothing was changed.\n{error}", file=sys.stderr)
        return 1


def _refresh(options: argparse.Namespace) -> int:
    catalogue: Path = options.catalogue
    wages = catalogue.parent / "wages.csv"
    before = Files(_read(catalogue), _read(wages) if wages.exists() else None)
    figures = _figures(options)
    result = refreshed(before.catalogue.decode("utf-8"), figures, options.as_of)
    if result.problems:
        raise Problem("\n".join(result.problems))
    after, summary = _new_files(before, result, options, figures.vintage)
    for line in [*_report(result), *summary]:
        print(line)
    if after == before:
        print("Everything is up to date already; nothing to write.")
        return 0
    _validate(after, catalogue.name)
    if options.dry_run:
        print("Dry run: nothing was written.")
        return 0
    _write({catalogue: (before.catalogue, after.catalogue), wages: (before.wages, after.wages)})
    print(f"Written: {catalogue} and {wages}. Look through the difference before you commit it.")
    return 0


def _figures(options: argparse.Namespace) -> Figures:
    national = bls.national_wages(options.national) if options.national else None
    projected = bls.projections(options.projections) if options.projections else None
    vintage = options.vintage or (
        _vintage_of(options.national, options.state) if options.national else None
    )
    return Figures(national=national, vintage=vintage, projections=projected)


def _new_files(
    before: Files, result: Refreshed, options: argparse.Namespace, vintage: str | None
) -> tuple[Files, list[str]]:
    if not options.state:
        return Files(result.text.encode(), before.wages), []
    rows = bls.state_wages(options.state)
    old = (before.wages or b"").decode("utf-8")
    text, missing = state_table(rows, result.wage_codes)
    gone = sorted(_areas(old) - _areas(text))
    if gone:
        raise Problem(
            f"{options.state.name} has no wages for {', '.join(gone)}, which wages.csv has. "
            "Give the complete table; should BLS no longer publish an area, take its lines "
            "out of wages.csv first."
        )
    summary = [f"wages.csv ({vintage}): {compared(old, text)}"]
    if missing:
        summary.append(
            "  not in the table by state, so the national figure is shown: " + ", ".join(missing)
        )
    return Files(result.text.encode(), text.encode()), summary


def _areas(wages: str) -> set[str]:
    return {line.split(",")[1] for line in wages.splitlines()[1:] if line.count(",") > 1}


def _vintage_of(*paths: Path) -> str:
    """The vintage in BLS's file names: national_M2026_dl.xlsx is of May 2026."""
    years = {match[1] if (match := re.search(r"M(20\d\d)", path.name)) else None for path in paths}
    year = years.pop()
    if years or year is None:
        raise Problem(
            "The names of the wage files do not agree on one year, such as M2026. "
            'If you have checked that they belong together, add --vintage "May 2026".'
        )
    return f"May {year}"


def _report(result: Refreshed) -> Iterable[str]:
    by_career: dict[str, list[Change]] = {}
    for change in result.changes:
        by_career.setdefault(change.career, []).append(change)
    for career, changes in by_career.items():
        yield f"{career}:" if career else "catalogue:"
        yield from (f"  {change}" for change in changes)
    careers = len([career for career in by_career if career])
    yield f"{careers} of {result.careers} careers have changed figures."
    yield from result.notes


def _validate(files: Files, name: str) -> None:
    """Run the catalogue's own checks on the new texts before they replace the old ones."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / name
        trial.write_bytes(files.catalogue)
        if files.wages is not None:
            trial.with_name("wages.csv").write_bytes(files.wages)
        problems = [str(problem).replace(folder + os.sep, "new ") for problem in check(trial)]
    if problems:
        raise Problem("\n".join(["The result would not pass `catalogue check`:", *problems]))


def _write(files: Mapping[Path, tuple[bytes | None, bytes | None]]) -> None:
    """Replace each file that differs; when one cannot be, put back those that were."""
    staged: list[tuple[Path, bytes | None, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, (old, new) in files.items():
            if new is not None and new != old:
                staged.append((path, old, _staged(path, new)))
        for path, old, temporary in staged:
            if (path.read_bytes() if path.exists() else None) != old:
                raise Problem(f"{path.name} was changed by somebody else meanwhile. Run it again.")
            temporary.replace(path)
            done.append((path, old))
    except OSError as error:
        raise Problem(f"{error.filename} could not be written: {error.strerror}.") from error
    finally:
        if len(done) < len(staged):
            for path, old in done:
                if old is None:
                    path.unlink()
                else:
                    _staged(path, old).replace(path)
        for _path, _old, temporary in staged:
            temporary.unlink(missing_ok=True)


def _staged(path: Path, data: bytes) -> Path:
    """Write data to a new file beside ``path``, with the same permissions."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(f"{path} could not be read: {error.strerror}. Check the name.") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="refresh.py",
        description="Update the catalogue's wages and projections from new BLS tables.",
        epilog="On any error nothing is changed. See docs/catalogue.md, 'Keeping it current'.",
    )
    parser.add_argument("--national", type=Path, metavar="FILE", help="OEWS table of the nation")
    parser.add_argument("--state", type=Path, metavar="FILE", help="OEWS table by state")
    parser.add_argument(
        "--projections", type=Path, metavar="FILE", help="table 1.2 of the employment projections"
    )
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        default=ROOT / "data" / "careers.toml",
        help="the catalogue to update; wages.csv lies beside it (default: the bundled one)",
    )
    parser.add_argument(
        "--vintage", help='of the wages, when the file names do not tell: "May 2026"'
    )
    parser.add_argument(
        "--as-of",
        type=dt.date.fromisoformat,
        default=dt.date.today(),
        metavar="DATE",
        help="the catalogue's new date (default: today)",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the changes, write nothing")
    return parser


if __name__ == "__main__":
    sys.exit(main())
