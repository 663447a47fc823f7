"""Wages of the nation by industry: what the same work pays in a hospital and in an office."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from .location import wages_path
from .plain_csv import Wrong, refuse, rows_of
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
    refuse(names_path, problems)
    path = wages_path(INDUSTRIES, catalogue)
    codes = frozenset(code.encode() for code in names)
    by_industry, problems = read_wages(path, codes, column=b"industry")
    refuse(path, problems)
    found = [
        Setting(code, names[code], by_soc[soc])
        for code, by_soc in by_industry.items()
        if soc in by_soc and by_soc[soc].known >= 2
    ]
    return tuple(sorted(found, key=lambda item: (-(item.wages.employment or 0), item.naics)))


def industry_problems(path: Path) -> list[Wrong]:
    """Return the line and text of everything wrong with a table of wages by industry."""
    names = path.parent / NAMES
    found = read_wages(path, column=b"industry")[1]
    if names.exists():
        found += [(line, f"{NAMES}: {text}") for line, text in _read_names(names)[1]]
    return found


def _read_names(path: Path) -> tuple[dict[str, str], list[Wrong]]:
    rows, wrong = rows_of(path, _HEADER, _NAME, "622000,hospitals")
    return {code: name for _number, (code, name) in rows}, wrong
