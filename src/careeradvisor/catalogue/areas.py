"""States, and the areas in them for which the wage survey publishes figures."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from careeradvisor.errors import WrongUse
from careeradvisor.text import shorten

from .location import wages_path
from .names import key
from .plain_csv import Table, Wrong, relied_on

_STATES = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut;
DE Delaware; DC District of Columbia; FL Florida; GA Georgia; GU Guam; HI Hawaii; ID Idaho;
IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland;
MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi; MO Missouri; MT Montana;
NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York;
NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania;
PR Puerto Rico; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas;
UT Utah; VT Vermont; VA Virginia; VI Virgin Islands; WA Washington; WV West Virginia;
WI Wisconsin; WY Wyoming"""
STATES = dict(state.split(" ", 1) for state in _STATES.strip().replace("\n", " ").split("; "))
"""The states and territories for which the wage survey publishes areas, by their postal codes."""


_ALSO = {
    "washingtondc": "DC",
    "thedistrictofcolumbia": "DC",
    "usvirginislands": "VI",
    "unitedstatesvirginislands": "VI",
}
AREAS = "areas.csv"
_TABLE = Table(
    "area,states,name",
    re.compile(r"([0-9]{5}(?:[0-9]{2})?),([A-Z]{2}(?:-[A-Z]{2}){0,5}),([^,\"]{2,100})"),
    "26420,TX,Houston: code, states and name",
)
_RURAL = "nonmetropolitan"
_MOST_SUGGESTED = 4


class Area(Struct, frozen=True):
    """A metropolitan or other area: ``code`` is the survey's, ``states`` those it lies in.

    The first state is the one that it mainly lies in. ``name`` is the survey's, with the
    states behind it where they are part of it: "Houston-Pasadena-The Woodlands, TX".
    """

    code: str
    name: str
    states: tuple[str, ...]


def state_code(text: str) -> str:
    """Return the two-letter code of a state given by its code or its name, in any case.

    Raises :class:`WrongUse`, with the names that come nearest, for anything else.
    """
    import difflib

    codes = {key(name): code for code, name in STATES.items()} | _ALSO
    wanted = key(text[:200].replace(".", "").replace(",", ""))
    code = codes.get(wanted, wanted.upper())
    if code in STATES:
        return code
    near = difflib.get_close_matches(wanted[:60], codes, n=3, cutoff=0.6)
    likely = dict.fromkeys(f"{STATES[codes[name]]} ({codes[name]})" for name in near)
    hint = f" Did you mean {' or '.join(likely)}?" if near else ""
    raise WrongUse(
        f"'{shorten(text, 40)}' is not a US state.{hint} "
        "Give a two-letter code such as CA, or the name."
    )


def state_name(code: str) -> str:
    """Return the name of a state by its two-letter code; raise :class:`WrongUse` if it has none."""
    return STATES[state_code(code)]


def all_areas(catalogue: Path | None = None) -> tuple[Area, ...]:
    """Return every area, in the order of their names.

    ``catalogue`` is the path of a catalogue of your own; a ``wages`` folder beside it is
    used. Raises :class:`FileProblem`, or :class:`BadCatalogue` with the line.
    """
    return relied_on(read_areas, wages_path(AREAS, catalogue))


def read_areas(path: Path) -> tuple[tuple[Area, ...], list[Wrong]]:
    """Return the areas of a table, in the order of their names, and what is wrong with it."""
    wrong: list[Wrong] = []
    areas: list[Area] = []
    for number, (code, states, name) in _TABLE.rows(path, wrong):
        in_states = tuple(states.split("-"))
        wrong += [
            (number, f"{state} is not a state's two-letter code")
            for state in in_states
            if state not in STATES
        ]
        areas.append(Area(code, name if _RURAL in name else f"{name}, {states}", in_states))
    return tuple(sorted(areas, key=lambda area: area.name)), wrong


def areas_of(state: str, catalogue: Path | None = None) -> tuple[Area, ...]:
    """Return the areas that lie in a state, wholly or in part, in the order of their names."""
    return tuple(area for area in all_areas(catalogue) if state in area.states)


def area_with(code: str, catalogue: Path | None = None) -> Area | None:
    """Return the area that has a code, or None."""
    return next((area for area in all_areas(catalogue) if area.code == code), None)


def area_named(text: str, state: str | None = None, catalogue: Path | None = None) -> Area:
    """Return the area that a person means: by its code, its name, a city or a part of the name.

    With ``state``, only areas in it are looked at. Raises :class:`WrongUse`: with the
    areas that it could be, those that come nearest, or those that there are.
    """
    areas = all_areas(catalogue)
    here = [area for area in areas if state is None or state in area.states]
    wanted = _area_key(text[:200])
    for fits in (
        lambda area: area.code == text.strip(),
        lambda area: _area_key(area.name) == wanted,
        lambda area: wanted in _whole_names(area),
        lambda area: wanted in _cities(area),
        lambda area: len(wanted) > 3 and wanted in _area_key(area.name),
    ):
        found = [area for area in here if fits(area)] if wanted else []
        if len(found) == 1:
            return found[0]
        if found:
            raise WrongUse(
                f"'{shorten(text, 40)}' can be any of {_named(found)}. Give more of the name."
            )
    raise WrongUse(_unknown_area(text, wanted, state, here, areas))


def _area_key(text: str) -> str:
    return key(text.replace(",", "").replace(".", "").replace("/", "").replace("'", ""))


def _whole_names(area: Area) -> set[str]:
    """The name without its states, with each of its states, and without "nonmetropolitan area"."""
    name = area.name.partition(",")[0]
    short = name.replace(" nonmetropolitan area", "").partition(" (")[0]
    names = {_area_key(name), _area_key(short)}
    return names | {_area_key(name) + state.lower() for state in area.states}


def _cities(area: Area) -> set[str]:
    """The cities in the name of a metropolitan area, alone and with each of its states."""
    if _RURAL in area.name:
        return set()
    cities = {_area_key(city) for city in re.split("-+|/", area.name.partition(",")[0])} - {""}
    return cities | {city + state.lower() for city in cities for state in area.states}


def _named(areas: list[Area]) -> str:
    shown = [f'"{area.name}"' for area in areas[:_MOST_SUGGESTED]]
    rest = len(areas) - len(shown)
    return "; ".join(shown) + (f"; and {rest} more" if rest else "")


def _unknown_area(
    text: str, wanted: str, state: str | None, here: list[Area], areas: tuple[Area, ...]
) -> str:
    import difflib

    where = f"in {STATES.get(state, state)}" if state is not None else "of the wage survey"
    start = f"'{shorten(text, 40)}' is not an area {where}."
    elsewhere = [area for area in areas if wanted in _whole_names(area) | _cities(area)]
    if elsewhere:
        return f"{start} It is the name of {_named(elsewhere)}. Give that state, or another area."
    # The last one in a list of names is the one that is kept: the first area has the name.
    names = {name: area for area in reversed(here) for name in _whole_names(area) | _cities(area)}
    near = difflib.get_close_matches(wanted[:60], names, n=8, cutoff=0.7)
    likely = list({names[name].code: names[name] for name in near}.values())
    if likely:
        return f"{start} Did you mean {_named(likely[:_MOST_SUGGESTED])}?"
    if state is not None and here:
        return f"{start} Its areas are {_named(here)}."
    return f"{start} Give the name of a city, such as Houston, or of a rural area."
