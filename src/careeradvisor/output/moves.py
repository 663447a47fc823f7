"""How the moves from a job are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Column, Gap, Heading, Table, Words, figure, marks
from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.moves import change_text

if TYPE_CHECKING:
    from careeradvisor.output.parts import Part
    from careeradvisor.views.moves import MovesView, MoveView

_COLUMNS = (
    Column("Career", wraps=True),
    Column("Time", wraps=True),
    Column("Pay, median", right=True, wide=True),
    Column("Change", right=True),
    Column("Stays the same", wraps=True),
    Column("Changes", wraps=True, wide=True),
)

_FIGURE = 2


def moves_page(view: MovesView) -> list[Part]:
    """Where a job leads: what is open now, then what takes paid work first."""
    pay = f"{figure(view.pay.counts, view.pay.group)}, {view.pay.place}"
    parts: list[Part] = [
        Heading(f"From {view.title}", pay, level=1),
        Words(words.sentence(words.capital(view.person.text)), "quiet"),
        Words(view.text),
    ]
    rows: list[list[str] | str] = []
    if view.grouped:
        for head, later in (
            ("Open to you now", False),
            ("After paid work, counted in", True),
        ):
            found = [_row(move) for move in view.moves if move.later is later]
            rows += [head, *found] if found else []
    else:
        rows += map(_row, view.moves)
    if rows:
        parts += [Gap(), Table(_COLUMNS, rows, close=True)]
    figures = [row[_FIGURE] for row in rows if not isinstance(row, str)]
    parts += [Words(text, "quiet") for text in marks([pay, *figures])]
    if view.moves:
        parts.append(
            Words(
                "Time: months of study, paid work that is missing and training. Change: what half "
                "of the people earn there against here.",
                "quiet",
            )
        )
        parts.append(
            Words(f"The steps of one of them: careeradvisor plan {view.moves[0].id}", "quiet")
        )
    return [*parts, *(Words(note) for note in view.notes)]


def _row(move: MoveView) -> list[str]:
    return [
        words.named(move.title, move.id),
        move.time,
        figure(move.counts, move.pay_group, made=move.pay_made),
        change_text(move.change),
        listed(move.same) or "-",
        listed(move.other) or "-",
    ]
