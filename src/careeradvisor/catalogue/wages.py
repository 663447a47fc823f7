"""Wages where a person lives, and by industry: one file read and checked as a whole, no other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from careeradvisor.text import shorten

from .areas import STATES, Area, area_with, state_code
from .location import wages_path
from .plain_csv import Table, Wrong, relied_on

NATION = "US"
ALL_OCCUPATIONS = "00-0000"
INDUSTRIES = "industries.csv"
NAMES = "industry_names.csv"

_NAMES = ("soc", "area", "p10", "p25", "p50", "p75", "p90", "employment", "rse")
_TABLE = Table(
    ",".join(_NAMES),
    re.compile(
        r"([0-9]{2}-[0-9]{4}),([A-Z]{2}|[0-9]{5,7}),"
        + ",".join([r"([1-9][0-9]{3,6}|\+|)"] * 5)
        + r",([0-9]{1,9}|),([0-9]{1,2}\.[0-9]|)"
    ),
    "29-2072,TX,,,,,,,",
    names=2,
)
_INDUSTRY_NAMES = Table(
    "industry,name", re.compile(r"([0-9]{6}),([^,\"]{2,100})"), "622000,hospitals"
)
# What is published only as more than the highest figure is more than any figure here.
_MOST = 10_000_000


class Wages(Struct, frozen=True, omit_defaults=True):
    """Yearly wages of an occupation in US dollars by percentile, and the people employed in it.

    ``None`` is what was not published. ``top_coded``: the highest percentiles are published
    only as more than the highest figure here. ``rse`` is the relative standard error of the
    mean wage in percent.
    """

    p10: int | None = None
    p25: int | None = None
    median: int | None = None
    p75: int | None = None
    p90: int | None = None
    employment: int | None = None
    rse: float | None = None
    top_coded: bool = False

    @property
    def known(self) -> int:
        """How many percentiles are published; pay can be worked out from two."""
        return 5 - (self.p10, self.p25, self.median, self.p75, self.p90).count(None)


class Local(Struct, frozen=True):
    """Wages of an occupation for one place. ``where`` names the place that they are of.

    ``fallback``: nothing is published for the area, so these are its state's.
    ``employment`` counts people in the place that was asked for.
    """

    wages: Wages
    where: str
    fallback: bool = False
    employment: int | None = None


class LocalWages:
    """Wages in one state, or in one of its areas, by SOC code."""

    def __init__(
        self,
        state: str,
        area: Area | None,
        by_place: dict[str, dict[str, Wages]],
        ratio: float | None,
    ) -> None:
        self.state = state
        self.state_name = STATES[state]
        self.area = area
        self.name = area.name if area is not None else self.state_name
        self.ratio = ratio
        """The state's median wage of all occupations, divided by the nation's."""
        self.of_state = by_place.get(state, {})
        """The state's wages by SOC code."""
        self.here = by_place.get(area.code, {}) if area is not None else self.of_state

    def wages(self, soc: str) -> list[Local]:
        """Return the wages of an occupation in the area, and those of its state after them.

        Without an area the state's alone; none that has not two published percentiles.
        """
        places = {self.name: self.here, self.state_name: self.of_state}
        employed = self.employment(soc)
        return [
            Local(table[soc], where, fallback=where != self.name, employment=employed)
            for where, table in places.items()
            if soc in table and table[soc].known >= 2
        ]

    def employment(self, soc: str) -> int | None:
        """Return how many people the occupation employs in the place itself; None: not known."""
        here = self.here.get(soc)
        return None if here is None else here.employment


def local_wages(state: str, area: str | None = None, catalogue: Path | None = None) -> LocalWages:
    """Return the wages of a state (its two-letter code), or of an area (its code).

    ``catalogue`` is the path of a catalogue of your own: files of the ``wages`` folder
    beside it go before the bundled ones. Raises :class:`WrongUse` for a state that is none,
    :class:`FileProblem` when a table cannot be read and :class:`BadCatalogue`, with the line,
    when anything in it is not as it should be. An area that is not (or no longer) known
    counts as none.
    """
    state = state_code(state)
    place = area_with(area, catalogue) if area is not None else None
    wanted = {state} if place is None else {state, place.code}
    by_place = _read(state, wanted, catalogue)
    if place is not None and place.states[0] != state:
        # Its row stands in the file of the state that it mainly lies in.
        by_place |= _read(place.states[0], {place.code}, catalogue)
    nation = _read(NATION, {NATION}, catalogue).get(NATION, {}).get(ALL_OCCUPATIONS)
    everybody = by_place.get(state, {}).get(ALL_OCCUPATIONS)
    ratio = None
    if nation is not None and everybody is not None and nation.median and everybody.median:
        ratio = everybody.median / nation.median
    return LocalWages(state, place, by_place, ratio)


class Setting(Struct, frozen=True):
    """An industry (NAICS code), its name in plain words, and what the occupation earns in it."""

    naics: str
    name: str
    wages: Wages


def settings_of(soc: str, catalogue: Path | None = None) -> tuple[Setting, ...]:
    """Return the settings in which an occupation works, those that employ most first.

    They do not overlap. Those with fewer than two published percentiles are left out.
    ``catalogue`` is the path of a catalogue of your own with a ``wages`` folder beside it.
    Raises :class:`FileProblem`, or :class:`BadCatalogue` with the line.
    """
    names = relied_on(read_names, wages_path(NAMES, catalogue))
    by_industry = relied_on(
        partial(read_wages, places=set(names), column="industry"),
        wages_path(INDUSTRIES, catalogue),
    )
    found = [
        Setting(code, names[code], by_soc[soc])
        for code, by_soc in by_industry.items()
        if soc in by_soc and by_soc[soc].known >= 2
    ]
    return tuple(sorted(found, key=lambda item: (-(item.wages.employment or 0), item.naics)))


def read_names(path: Path) -> tuple[dict[str, str], list[Wrong]]:
    """Return the industries' names by code, and what is wrong with the table of them."""
    wrong: list[Wrong] = []
    return {code: name for _number, (code, name) in _INDUSTRY_NAMES.rows(path, wrong)}, wrong


def _read(state: str, places: set[str], catalogue: Path | None) -> dict[str, dict[str, Wages]]:
    return relied_on(partial(read_wages, places=places), wages_path(f"{state}.csv", catalogue))


def read_wages(
    path: Path, places: Collection[str], column: str = "area"
) -> tuple[dict[str, dict[str, Wages]], list[Wrong]]:
    """Check a table of wages as a whole, and return what it says of some places.

    ``column`` is what the second column is called. Returns the wages by place and SOC code,
    and the line and text of everything wrong with the table. Raises :class:`FileProblem`.
    """
    found: dict[str, dict[str, Wages]] = {}
    wrong: list[Wrong] = []
    for _number, cells in wage_rows(path, wrong, column):
        if cells[1] in places:
            found.setdefault(cells[1], {})[cells[0]] = _wages(cells)
    return found, wrong


def wage_rows(
    path: Path, wrong: list[Wrong], column: str = "area"
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the number and the cells of each line; what is wrong goes to ``wrong``."""
    table = _TABLE._replace(header=_TABLE.header.replace("area", column))
    # All lines are checked, whichever places are wanted: 2,600 of them in 5 ms.
    for number, cells in table.rows(path, wrong, _wrong):
        figures = [_MOST if cell == "+" else int(cell) for cell in cells[2:7] if cell]
        if figures != sorted(figures):
            wrong.append((number, _disorder(cells[2:7])))
        yield number, cells


def _wages(cells: tuple[str, ...]) -> Wages:
    p10, p25, median, p75, p90, employment = [
        None if cell in ("", "+") else int(cell) for cell in cells[2:8]
    ]
    rse = float(cells[8]) if cells[8] else None
    return Wages(p10, p25, median, p75, p90, employment, rse, "+" in cells[2:7])


def _wrong(line: str) -> str:
    """Say what is wrong with a line that is not of the right form."""
    cells = line.split(",")
    if len(cells) != len(_NAMES):
        return f"has {len(cells)} columns; it needs {len(_NAMES)}, without quotes"
    sample = _TABLE.sample.split(",")
    for at, (name, cell) in enumerate(zip(_NAMES, cells, strict=True)):
        if _TABLE.line.fullmatch(",".join([*sample[:at], cell, *sample[at + 1 :]])) is None:
            return f"{name} ({shorten(cell, 40)}) {_RULES.get(name, _PAY)}"
    return "cannot be read"


_PAY = "must be dollars a year in whole numbers, nothing when not published, or + for more"
_RULES = {
    "soc": "must be a SOC code, such as 29-2072",
    "area": "must be a state's two letters, or a code of 5 to 7 digits",
    "employment": "must be a whole number, or nothing when it is not published",
    "rse": "must be percent with one decimal, such as 2.5, or nothing",
}


def _disorder(cells: tuple[str, ...]) -> str:
    known = [(name, cell) for name, cell in zip(_NAMES[2:7], cells, strict=True) if cell]
    for (low_name, low), (high_name, high) in pairwise(known):
        if high != "+" and (low == "+" or int(low) > int(high)):
            return f"{low_name} ({low}) is above {high_name} ({high})"
    return "the percentiles are not in order"
