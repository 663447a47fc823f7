"""Wages of one state, read from ``wages.csv`` without reading the other states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from careeradvisor.errors import BadCatalogue, WrongUse
from careeradvisor.text import shorten

from .location import wages_path
from .names import key
from .read import name_of, read_bytes

STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "GU": "Guam",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "PR": "Puerto Rico",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "VI": "Virgin Islands",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
"""The areas that the wage survey publishes, by their postal codes."""

_ALSO = {"washingtondc": "DC", "usvirginislands": "VI"}
_HEADER = b"soc,area,p10,p25,p50,p75,p90,employment"
_SOC = re.compile(rb"[0-9]{2}-[0-9]{4}")
_MAX_BYTES = 16 * 1024 * 1024


class Wages(Struct, frozen=True, omit_defaults=True):
    """Yearly wages of an occupation in US dollars by percentile, and the people employed in it.

    ``None`` is what was not published: a small sample, or pay above the survey's top class.
    """

    p10: int | None = None
    p25: int | None = None
    median: int | None = None
    p75: int | None = None
    p90: int | None = None
    employment: int | None = None


def state_code(text: str) -> str:
    """Return the two-letter code of a state given by its code or its name, in any case.

    Raises :class:`WrongUse`, with the names that come nearest, for anything else.
    """
    code = text.strip().upper()
    if code in STATES:
        return code
    wanted = key(text[:200].replace(".", ""))
    for code, name in STATES.items():
        if wanted == key(name):
            return code
    if wanted.upper() in STATES:
        return wanted.upper()
    if wanted in _ALSO:
        return _ALSO[wanted]
    raise WrongUse(_unknown_state(text, wanted))


def state_name(code: str) -> str:
    """Return the name of a state by its two-letter code; raise :class:`WrongUse` if it has none."""
    return STATES[state_code(code)]


def state_wages(area: str, catalogue: Path | None = None) -> dict[str, Wages]:
    """Return the wages in one area by SOC code; empty when the table has none for it.

    ``area`` is a two-letter code. ``catalogue`` is the path of a catalogue of your
    own, whose ``wages.csv`` beside it is used if there is one. Raises
    :class:`FileProblem` when the table cannot be read and :class:`BadCatalogue`
    when the lines of this area, or the first one, are not as they should be.
    """
    path = wages_path(catalogue)
    data = read_bytes(path, limit=_MAX_BYTES)
    wages: dict[str, Wages] = {}
    problems: list[str] = []
    if not _has_header(data):
        problems.append(f"{name_of(path)}:1: {_header_rule()}")
    else:
        for start, line in _lines_of(data, area):
            try:
                soc, its_wages = _parsed(line)
            except _BadLine as error:
                number = data.count(b"\n", 0, start) + 1
                problems.append(f"{name_of(path)}:{number}: {error}")
            else:
                wages[soc] = its_wages
    if problems:
        raise BadCatalogue(
            f"The wages table {name_of(path)} cannot be used as it is: {problems[0]}",
            tuple(problems),
        )
    return wages


def wage_problems(path: Path, *, most: int = 200) -> list[tuple[int, str]]:
    """Return the line and text of everything wrong with a wages table, at most ``most`` of them."""
    data = read_bytes(path, limit=_MAX_BYTES)
    if not _has_header(data):
        return [(1, _header_rule())]
    problems: list[tuple[int, str]] = []
    seen: set[tuple[bytes, bytes]] = set()
    for number, line in enumerate(data.split(b"\n"), 1):
        line = line.removesuffix(b"\r")
        if number == 1 or not line:
            continue
        if len(problems) >= most:
            break
        try:
            soc, wages = _parsed(line)
        except _BadLine as error:
            problems.append((number, str(error)))
            continue
        cells = line.split(b",", 2)
        if cells[1].decode("ascii", "replace") not in STATES:
            problems.append((number, f"area ({_cell(cells[1])}) must be a state's two-letter code"))
        if (cells[0], cells[1]) in seen:
            problems.append((number, f"{soc} is there twice for this area"))
        seen.add((cells[0], cells[1]))
        problems += [(number, text) for text in _out_of_order(wages)]
    return problems


class _BadLine(Exception):
    """A line of the table that cannot be used; the text says why."""


def _has_header(data: bytes) -> bool:
    first = data[: len(_HEADER) + 8].split(b"\n", 1)[0]
    return first.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\r") == _HEADER


def _header_rule() -> str:
    return f"the first line must be {_HEADER.decode()}"


def _lines_of(data: bytes, area: str) -> Iterator[tuple[int, bytes]]:
    """Yield where each line of an area starts, and the line."""
    # One search through the whole table takes 0.1 ms; a CSV reader over 12,000 lines takes 15.
    try:
        mark = f",{area},".encode("ascii")
    except UnicodeEncodeError:
        return
    at = data.find(mark)
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        yield start, data[start:end].removesuffix(b"\r")
        at = data.find(mark, end)


def _parsed(line: bytes) -> tuple[str, Wages]:
    cells = line.split(b",")
    if len(cells) != 8:
        raise _BadLine(f"has {len(cells)} columns; it needs 8, without quotes")
    if _SOC.fullmatch(cells[0]) is None:
        raise _BadLine(f"soc ({_cell(cells[0])}) must be a SOC code, such as 29-2072")
    return cells[0].decode(), Wages(*[_number(cell) for cell in cells[2:]])


def _number(cell: bytes) -> int | None:
    if not cell:
        return None
    if len(cell) > 9 or not cell.isdigit():
        raise _BadLine(f"({_cell(cell)}) must be a whole number, or nothing when it is not known")
    return int(cell)


def _cell(cell: bytes) -> str:
    return shorten(cell.decode("utf-8", "backslashreplace"), 40)


def _out_of_order(wages: Wages) -> Iterator[str]:
    before: tuple[str, int] | None = None
    for name in ("p10", "p25", "median", "p75", "p90"):
        figure: int | None = getattr(wages, name)
        if figure is None:
            continue
        if before is not None and before[1] > figure:
            yield f"{before[0]} ({before[1]}) is above {name} ({figure})"
        before = (name, figure)


def _unknown_state(text: str, wanted: str) -> str:
    import difflib

    names = {key(name): f"{name} ({code})" for code, name in STATES.items()}
    near = difflib.get_close_matches(wanted[:60], names, n=3, cutoff=0.6)
    hint = f" Did you mean {' or '.join(names[item] for item in near)}?" if near else ""
    return (
        f"'{shorten(text, 40)}' is not a US state.{hint} "
        "Give a two-letter code such as CA, or the name."
    )
