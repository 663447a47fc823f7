"""Wages of the nation by industry: what the same work pays in a hospital and in an office."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from msgspec import Struct

from .location import wages_path
from .plain_csv import Table, Wrong, relied_on
from .wages import Wages, read_wages

INDUSTRIES = "industries.csv"
NAMES = "industry_names.csv"
_TABLE = Table("industry,name", re.compile(r"([0-9]{6}),([^,\"]{2,100})"), "622000,hospitals")


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
    return {code: name for _number, (code, name) in _TABLE.rows(path, wrong)}, wrong
