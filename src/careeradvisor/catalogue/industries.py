"""Wages of the nation by industry: what the same work pays in a hospital and in an office."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from careeradvisor.errors import BadCatalogue
from careeradvisor.text import shorten

from .location import wages_path
from .read import name_of, read_bytes
from .wages import Wages, read_wages

INDUSTRIES = "industries.csv"
NAMES = "industry_names.csv"
_HEADER = "industry,name"
_NAME = re.compile(r"([0-9]{6}),([^,\"]{2,100})")


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
    names_path = wages_path(NAMES, catalogue)
    names, problems = _read_names(names_path)
    _refuse(names_path, problems)
    path = wages_path(INDUSTRIES, catalogue)
    codes = frozenset(code.encode() for code in names)
    by_industry, problems = read_wages(path, codes, column=b"industry")
    _refuse(path, problems)
    found = [
        Setting(code, names[code], by_soc[soc])
        for code, by_soc in by_industry.items()
        if soc in by_soc and by_soc[soc].known >= 2
    ]
    return tuple(sorted(found, key=lambda item: (-(item.wages.employment or 0), item.naics)))


def industry_problems(path: Path) -> list[tuple[int, str]]:
    """Return the line and text of everything wrong with a table of wages by industry."""
    names = path.parent / NAMES
    found = read_wages(path, column=b"industry")[1]
    if names.exists():
        found += [(line, f"{NAMES}: {text}") for line, text in _read_names(names)[1]]
    return found


def _read_names(path: Path) -> tuple[dict[str, str], list[tuple[int, str]]]:
    try:
        lines = read_bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return {}, [(1, "is not in UTF-8; save it as UTF-8")]
    if not lines or lines[0] != _HEADER:
        return {}, [(1, f"the first line must be {_HEADER}")]
    names: dict[str, str] = {}
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(lines[1:], 2):
        match = _NAME.fullmatch(line)
        if match is None:
            if line:
                text = "must be an industry's code and its name, such as 622000,hospitals"
                problems.append((number, f"({shorten(line, 60)}) {text}"))
            continue
        names[match[1]] = match[2]
    return names, problems


def _refuse(path: Path, problems: list[tuple[int, str]]) -> None:
    if problems:
        lines = tuple(f"{name_of(path)}:{line}: {text}" for line, text in problems)
        raise BadCatalogue(
            f"The wages table {name_of(path)} cannot be used as it is: {lines[0]}", lines
        )
