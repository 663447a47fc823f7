"""Bring the catalogue's wages and projections up to date from new BLS files.

    python tools/refresh.py --wages FOLDER --projections occupation.xlsx

FOLDER holds BLS's time-series files of the wage survey (tools/series.py) or csv tables of
the same figures (tools/reference.py). Updates the figures and vintages in
data/careers.toml in place (comments and order stay), writes the tables in data/wages
anew and prints what changed, career by career. Everything is checked before anything
is written: on any error no file is touched. --dry-run only prints.
Needs the maintainers' dependencies: pip install -e '.[maintain]'.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __package__ in (None, ""):
    sys.path.insert(0, str(ROOT))

import tomli  # noqa: E402

from careeradvisor.catalogue.check import check  # noqa: E402
from careeradvisor.catalogue.location import WAGES  # noqa: E402
from careeradvisor.errors import CareerAdvisorError  # noqa: E402
from tools import bls  # noqa: E402
from tools.figures import Change, Figures, Refreshed, refreshed  # noqa: E402
from tools.reference import read_reference  # noqa: E402
from tools.series import DATA, read_series  # noqa: E402
from tools.wage_tables import INDUSTRY_NAMES, Oews, compared, wage_tables  # noqa: E402


class Problem(Exception):
    """A reason not to change anything; each line is one thing to put right."""


Texts = Mapping[Path, tuple[bytes | None, bytes]]
"""What is to be written: the old and the new content of each file."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when all went well, 1 when nothing could be changed."""
    options = _parser().parse_args(arguments)
    if not (options.wages or options.projections):
        _parser().error("give --wages, --projections, or both")
    try:
        return _refresh(options)
    except (Problem, bls.BadTable, CareerAdvisorError) as error:
        print(f"Nothing was changed.\n{error}", file=sys.stderr)
        return 1


def _refresh(options: argparse.Namespace) -> int:
    catalogue: Path = options.catalogue
    before = _read(catalogue)
    codes, industries = _in_use(catalogue)
    oews = _oews(options.wages, codes, industries) if options.wages else None
    projected = bls.projections(options.projections) if options.projections else None
    result = refreshed(before.decode("utf-8-sig"), Figures(oews, projected), options.as_of)
    if result.problems:
        raise Problem("\n".join(result.problems))
    texts: dict[Path, tuple[bytes | None, bytes]] = {catalogue: (before, result.text.encode())}
    summary: list[str] = []
    if oews is not None:
        tables = wage_tables(oews, codes)
        texts |= _tables(catalogue.parent / WAGES, tables)
        summary = _summary(texts, oews)
    for line in [*_report(result), *summary]:
        print(line)
    if all(old == new for old, new in texts.values()):
        print("Everything is up to date already; nothing to write.")
        return 0
    _validate(texts, catalogue)
    if options.dry_run:
        print("Dry run: nothing was written.")
        return 0
    _write(texts)
    print(f"Written: {catalogue} and its wages. Look through the difference before you commit it.")
    return 0


def _in_use(catalogue: Path) -> tuple[set[str], set[str]]:
    """SOC codes that the catalogue's wages are of, and industries."""
    try:
        careers = tomli.loads(_read(catalogue).decode("utf-8-sig")).get("careers", {})
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise Problem(f"The catalogue cannot be read: {error}. Run `catalogue check`.") from error
    codes: set[str] = set()
    industries = set(INDUSTRY_NAMES)
    for career in careers.values():
        salary = career.get("salary", {})
        if salary and salary.get("basis") != "survey":
            codes.add(str(salary.get("soc") or career.get("soc")))
        if "industry" in salary:
            industries.add(str(salary["industry"].get("naics")))
    return codes, industries


def _oews(folder: Path, codes: set[str], industries: set[str]) -> Oews:
    if (folder / DATA).exists():
        return read_series(folder, codes, industries)
    return read_reference(folder)


def _tables(folder: Path, tables: Mapping[str, str]) -> dict[Path, tuple[bytes | None, bytes]]:
    """The old and the new content of each table; no state may lose all of its lines."""
    texts: dict[Path, tuple[bytes | None, bytes]] = {}
    gone = []
    for name, text in tables.items():
        path = folder / name
        old = _read(path) if path.exists() else None
        if old is not None and old.count(b"\n") > 1 and text.count("\n") <= 1:
            gone.append(name)
        texts[path] = (old, text.encode())
    if gone:
        raise Problem(
            f"There are no new wages for {', '.join(gone)}. Give the complete files; should BLS no "
            "longer publish a state, take its table out first."
        )
    return texts


def _summary(texts: Texts, oews: Oews) -> list[str]:
    lines = [f"Wages of May {oews.year}:"]
    for path, (old, new) in texts.items():
        if path.suffix == ".csv" and old != new:
            before = "" if old is None else old.decode("utf-8", "replace")
            lines.append(f"  {path.name}: {compared(before, new.decode())}")
    return lines if len(lines) > 1 else [f"Wages of May {oews.year}: no table changes."]


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


def _validate(texts: Texts, catalogue: Path) -> None:
    """Run the catalogue's own checks on the new texts before they replace the old ones."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / catalogue.name
        (trial.parent / WAGES).mkdir()
        for path, (_old, new) in texts.items():
            (trial.parent / path.relative_to(catalogue.parent)).write_bytes(new)
        problems = [str(problem).replace(folder + os.sep, "new ") for problem in check(trial)]
    if problems:
        raise Problem("\n".join(["The result would not pass `catalogue check`:", *problems]))


def _write(files: Texts) -> None:
    """Replace each file that differs; when one cannot be, put back those that were."""
    staged: list[tuple[Path, bytes | None, Path]] = []
    done: list[tuple[Path, bytes | None]] = []
    try:
        for path, (old, new) in files.items():
            if new != old:
                path.parent.mkdir(exist_ok=True)
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
    parser.add_argument(
        "--wages", type=Path, metavar="FOLDER", help="the wage survey's time-series files"
    )
    parser.add_argument(
        "--projections", type=Path, metavar="FILE", help="table 1.2 of the employment projections"
    )
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        default=ROOT / "data" / "careers.toml",
        help="the catalogue to update; wages/ lies beside it (default: the bundled one)",
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
