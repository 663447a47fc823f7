"""Everything that is wrong with the tables beside a catalogue."""

from __future__ import annotations

from pathlib import Path

from .areas import AREAS, STATES, read_areas
from .location import PRICES, PROGRAMS, WAGES
from .plain_csv import MOST_TOLD, Wrong
from .read import unreadable
from .tables import read_prices, read_programs
from .wages import INDUSTRIES, NAMES, NATION, read_names, read_wages, wage_rows


def problems_beside(folder: Path) -> list[tuple[Path, int | None, str]]:
    """Return everything wrong with the tables in a catalogue's folder: file, line and text."""
    files = [path for path in (folder / PROGRAMS, folder / PRICES) if path.exists()]
    if (folder / WAGES).is_dir():
        try:
            files += sorted((folder / WAGES).iterdir())
        except OSError as error:
            raise unreadable(folder / WAGES, error) from error
    problems: list[tuple[Path, int | None, str]] = []
    for path in files:
        if path.suffix == ".csv" and not path.name.startswith("."):
            wrong = _wrong_with(path)
            if wrong is None:
                problems.append((path, None, "must be named after a state, such as TX.csv"))
            else:
                problems += [(path, line, text) for line, text in wrong[:MOST_TOLD]]
    return problems


def _wrong_with(path: Path) -> list[Wrong] | None:
    """What is wrong with a table; None if its name is none that is looked for."""
    if path.name == INDUSTRIES:
        return read_wages(path, (), "industry")[1]
    readers = {
        PROGRAMS: read_programs,
        PRICES: read_prices,
        AREAS: read_areas,
        NAMES: read_names,
    }
    if path.name in readers:
        return readers[path.name](path)[1]
    return _wrong_of_state(path) if path.stem in {*STATES, NATION} else None


def _wrong_of_state(path: Path) -> list[Wrong]:
    """What is wrong with a state's table, lines included for places that nobody looks for in it."""
    areas = path.with_name(AREAS)
    main_state = (
        {area.code: area.states[0] for area in read_areas(areas)[0]} if areas.exists() else {}
    )
    wrong: list[Wrong] = []
    for number, (_soc, place, *_figures) in wage_rows(path, wrong):
        if not place.isdigit() and place != path.stem:
            wrong.append((number, f"{place} does not belong into the table of {path.stem}"))
        elif place.isdigit() and main_state and main_state.get(place) != path.stem:
            text = f"area {place} has another state first in areas.csv, or is not in it"
            wrong.append((number, text))
    return wrong
