"""Everything that is wrong with the tables of wages in a folder."""

from __future__ import annotations

from pathlib import Path

from careeradvisor.errors import FileProblem
from careeradvisor.text import shorten

from .areas import AREAS, STATES, read_areas
from .industries import INDUSTRIES, NAMES, industry_problems
from .read import name_of, read_bytes
from .wages import MAX_BYTES, NATION, read_wages


def folder_problems(folder: Path) -> list[tuple[Path, int | None, str]]:
    """Return everything wrong with the tables in a ``wages`` folder: file, line and text."""
    problems: list[tuple[Path, int | None, str]] = []
    main_state: dict[str, str] = {}
    if (folder / AREAS).exists():
        areas, wrong = read_areas(folder / AREAS)
        problems += [(folder / AREAS, line, text) for line, text in wrong]
        main_state = {area.code: area.states[0] for area in areas}
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        raise FileProblem(f"{name_of(folder)} could not be read: {error.strerror}.") from error
    for path in files:
        if path.name in (AREAS, NAMES) or path.name.startswith(".") or path.suffix != ".csv":
            continue
        if path.name == INDUSTRIES:
            problems += [(path, line, text) for line, text in industry_problems(path)]
            continue
        state = path.stem
        if state not in STATES and state != NATION:
            problems.append((path, None, "must be named after a state, such as TX.csv"))
            continue
        problems += [(path, line, text) for line, text in read_wages(path)[1]]
        problems += [(path, line, text) for line, text in _strangers(path, state, main_state)]
    return problems


def _strangers(path: Path, state: str, main_state: dict[str, str]) -> list[tuple[int, str]]:
    """Lines of a state's table for places that nobody looks for in it."""
    found: list[tuple[int, str]] = []
    for number, line in enumerate(read_bytes(path, limit=MAX_BYTES).split(b"\n")[1:], 2):
        cells = line.split(b",", 2)
        place = cells[1].decode("ascii", "replace") if len(cells) > 2 else state
        if place == state or len(found) >= 200:
            continue
        if not place.isdigit():
            found.append(
                (number, f"{shorten(place, 20)} does not belong into the table of {state}")
            )
        elif main_state and main_state.get(place) != state:
            text = (
                f"area {shorten(place, 20)} has another state first in areas.csv, or is not in it"
            )
            found.append((number, text))
    return found
