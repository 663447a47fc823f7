"""Small tables of figures by state: what programs give there, and what things cost there."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from .areas import STATES
from .location import PRICES, PROGRAMS, table_path
from .plain_csv import Table, Wrong, relied_on

_PROGRAM = Table(
    "program,state,programs,with_earnings,earnings,with_debt,debt",
    re.compile(
        r"([0-9]{2}\.[0-9]{2}-[1-8]),([A-Z]{2}),([0-9]{1,5}),([0-9]{1,5}),([0-9]{4,7}|),"
        r"([0-9]{1,5}),([0-9]{3,7}|)"
    ),
    "51.07-1,TX,31,20,36000,18,9500",
    names=2,
)
_PRICES = Table(
    "state,all_items,goods,housing,utilities,other_services",
    re.compile(r"([A-Z]{2})" + r",([0-9]{2,3}\.[0-9]{1,3})" * 5),
    "TX,97.2,98.1,92.0,95.5,99.0",
)


class StateProgram(Struct, frozen=True):
    """Programs of one field and level in one state.

    ``earnings`` (median four years after completion, US dollars a year) rests on
    ``with_earnings`` programs, ``debt`` (median at graduation) on ``with_debt``. Each is
    None where fewer than five programs have it.
    """

    programs: int
    with_earnings: int
    earnings: int | None
    with_debt: int
    debt: int | None


class Prices(Struct, frozen=True):
    """A state's prices, the nation's being 100: regional price parities."""

    all_items: float
    goods: float
    housing: float
    utilities: float
    other_services: float

    def at_national_prices(self, dollars: int) -> int:
        """Return what ``dollars`` in the state buy, in dollars at the nation's prices."""
        return round(dollars * 100 / self.all_items)


def programs_in(state: str, catalogue: Path | None = None) -> dict[str, StateProgram]:
    """Return a state's programs by field and level ("51.07-1").

    ``catalogue`` is the path of a catalogue of your own; a ``programs.csv`` beside it is
    used. Raises :class:`FileProblem`, or :class:`BadCatalogue` with the line.
    """
    return relied_on(read_programs, table_path(PROGRAMS, catalogue)).get(state, {})


def price_parity(state: str, catalogue: Path | None = None) -> Prices | None:
    """Return a state's prices; None where they are not published (Guam, for one).

    Raises :class:`FileProblem`, or :class:`BadCatalogue` with the line.
    """
    return relied_on(read_prices, table_path(PRICES, catalogue)).get(state)


def read_programs(path: Path) -> tuple[dict[str, dict[str, StateProgram]], list[Wrong]]:
    """Return the programs by state, and the line and text of everything wrong with the table."""
    found: dict[str, dict[str, StateProgram]] = {}
    wrong: list[Wrong] = []
    for number, (program, state, *figures) in _PROGRAM.rows(path, wrong):
        wrong += _no_state(state, number)
        count, earning, earnings, owing, debt = [int(cell) if cell else None for cell in figures]
        count, earning, owing = count or 0, earning or 0, owing or 0
        if max(earning, owing) > count:
            wrong.append((number, f"rests on more than the {count} programs that there are"))
        by_program = found.setdefault(state, {})
        by_program[program] = StateProgram(count, earning, earnings, owing, debt)
    return found, wrong


def read_prices(path: Path) -> tuple[dict[str, Prices], list[Wrong]]:
    """Return the prices by state, and the line and text of everything wrong with the table."""
    found: dict[str, Prices] = {}
    wrong: list[Wrong] = []
    for number, (state, *figures) in _PRICES.rows(path, wrong):
        wrong += _no_state(state, number)
        found[state] = prices = Prices(*map(float, figures))
        if not 50 <= prices.all_items <= 200:
            wrong.append((number, f"all_items ({prices.all_items}) must be from 50 to 200"))
    return found, wrong


def _no_state(state: str, number: int) -> list[Wrong]:
    return [] if state in STATES else [(number, f"{state} is not a state's two-letter code")]
