"""All pages of a catalogue as parts and as text, for tests."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from careeradvisor.output.career import full_page
from careeradvisor.output.comparison import comparison_page
from careeradvisor.output.ladder import ladder_page
from careeradvisor.output.listing import listing_page
from careeradvisor.output.moves import moves_page
from careeradvisor.output.parts import Part, Table
from careeradvisor.output.plan import plan_page
from careeradvisor.output.terminal.console import Screen, show
from careeradvisor.output.terminal.parts import Drawn
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.plan import Month
from careeradvisor.views.base import View
from careeradvisor.views.career import career_view
from careeradvisor.views.comparison import comparison_view
from careeradvisor.views.ladder import ladder_view
from careeradvisor.views.listing import listing_view
from careeradvisor.views.moves import moves_view
from careeradvisor.views.plan import plan_view

SCREENS: dict[str, dict[str, Any]] = {
    "20": {"width": 20},
    "40": {"width": 40},
    "80": {"width": 80},
    "120": {"width": 120},
    "200": {"width": 200},
    "plain": {"width": 80, "plain": True},
    "ascii": {"width": 80, "unicode": False},
}
_DRAWN = set("─━│├└┤┬┼█░▒▓●◆◈←→✓•|+")


def pages(
    prospects: Prospects, person: Answers, ids: tuple[str, ...]
) -> Iterator[tuple[View, list[Part]]]:
    """The first career, its ladder, all of them compared, the list, moves, one plan and two."""
    careers = [prospects[career_id].career for career_id in ids]
    career = career_view(prospects, careers[0], person)
    yield career, full_page(career)
    comparison = comparison_view(prospects, careers, person)
    yield comparison, comparison_page(comparison)
    ladder = ladder_view(prospects, careers[0], person, 3)
    yield ladder, ladder_page(ladder)
    listing = listing_view(prospects, person)
    yield listing, listing_page(listing)
    moves = moves_view(prospects, careers[0], person)
    yield moves, moves_page(moves)
    for some in (careers[:1], careers[:2]):
        plan = plan_view(prospects, some, person, Month(2027, 1))
        yield plan, plan_page(plan)


def on_screen(page: Any, colour: bool = False, **screen: Any) -> str:
    """What a screen shows of a page: parts, or something that Rich draws."""
    console = Screen(**screen, colour=colour)
    console.file = io.StringIO()
    show(console, page if hasattr(page, "__rich_console__") else Drawn(page))
    return console.file.getvalue()


def words_of(page: Iterable[Part], width: int) -> set[str]:
    """Every word that a page says at a width; columns of lists that need room come at 100."""
    found: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, str):
            found.update(value.split())
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key not in ("style", "id", "state", "picture", "kind"):
                    collect(item)

    for part in page:
        if isinstance(part, Table) and width < 100:
            shown = [i for i, column in enumerate(part.columns) if not column.wide]
            rows = [row if isinstance(row, str) else [row[i] for i in shown] for row in part.rows]
            part = Table([part.columns[i] for i in shown], rows)
        if type(part).__name__ not in ("PayPicture", "TimePicture", "Branches"):
            collect(msgspec.to_builtins(part))
    return found


def words_on(text: str) -> set[str]:
    """Every word on a screen, without what is drawn around it."""
    return {word for line in text.split("\n") for word in re.split(r"\s+", line)} - _DRAWN
