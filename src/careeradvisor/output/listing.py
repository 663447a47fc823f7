"""How a list of careers is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Column, Gap, Heading, Table, Words, figure, marks
from careeradvisor.text import listed
from careeradvisor.views import words

if TYPE_CHECKING:
    from careeradvisor.output.parts import Part
    from careeradvisor.views.listing import ListedView, ListingView

_COLUMNS = (
    Column("Career", wraps=True),
    Column("Pay, median", right=True),
    Column("Months", right=True),
    Column("Patients"),
    Column("From home"),
    Column("Jobs", right=True, wide=True),
    Column("10-year earnings", right=True, wide=True),
)
_FIGURE = 1
_PLACES = {"later": "later", "rare": "rarely"}


def listing_page(view: ListingView) -> list[Part]:
    """The careers found with their main figures, and what the figures mean."""
    parts: list[Part] = [Heading(view.title, level=1), Words(view.conditions, "quiet")]
    if not view.careers:
        return [*parts, *map(Words, view.advice)]
    rows: list[list[str] | str] = []
    if view.grouped:
        families: dict[str, list[ListedView]] = {}
        for career in view.careers:
            families.setdefault(career.family, []).append(career)
        for family, careers in families.items():
            rows += [family, *map(_row, careers)]
    else:
        rows += map(_row, view.careers)
    parts += [Gap(), Table(_COLUMNS, rows, close=True)]
    figures = [row[_FIGURE] for row in rows if not isinstance(row, str)]
    parts += [Words(text, "quiet") for text in marks(figures)]
    if any(career.place == "later" for career in view.careers):
        parts.append(
            Words("later: it takes paid work first that you have not done, counted in.", "quiet")
        )
    parts += [Words(note, "quiet") for note in view.notes]
    parts.append(Words("More about one of them: careeradvisor show ID", "quiet"))
    return parts


def _row(career: ListedView) -> list[str]:
    name = words.named(career.title, career.id)
    if career.not_known:
        name = f"{name} [{listed(career.not_known)} {words.NOT_KNOWN}]"
    months = words.NOT_KNOWN
    if career.months_shortest is not None and career.months_longest is not None:
        low, high = career.months_shortest, career.months_longest
        months = f"{low}" if low == high else f"{low}-{high}"
    if career.place == "here":
        months = "you are here"
    elif career.place in ("later", "rare"):
        months = f"{_PLACES[career.place]}, {months}"
    made = career.pay_made is not None or career.pay_not_published_for is not None
    change = career.change_percent
    earned = career.ten_years_earned
    return [
        name,
        figure(career.counts, career.pay_group, made=made),
        months,
        career.patient_contact or words.NOT_KNOWN,
        career.remote or words.NOT_KNOWN,
        words.NOT_KNOWN if change is None else f"{change:+g}%" if change else "0%",
        words.NOT_KNOWN if earned is None else words.dollars(earned),
    ]
