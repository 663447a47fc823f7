"""What pages are made of, whatever they are written to: a terminal, Markdown.

A page is a list of parts, made from a view by a module named like it (:mod:`output.career`).
:mod:`output.terminal.parts` draws them, :mod:`output.markdown` writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careeradvisor.views.ladder import RungView

Stage = Literal["study", "work", "training", "role"]

GROUP, MADE = "*", "^"
"""Marks of a figure: a broader group's; one that nobody publishes as it is for the place."""
GROUP_MEANS = (
    f"{GROUP} Counted within a broader group: the group's figure, or that of the part of it that "
    "the career belongs to."
)
MADE_MEANS = f"{MADE} Not published as it is for your place: worked out from wider figures."
BETTER_MEANS = "✓ the better one, where it is plain which is better"
SIGNS = {"met": "✓", "nearly": "~", "missed": "✗", "unknown": "?", "better": "✓"}
"""The sign of a state: one meaning for each, on every page."""
STATE_WORDS = {
    "met": "as you asked", "nearly": "nearly", "missed": "not as you asked", "better": "better",
}  # fmt: skip
"""What the sign of a state says, for those who hear it."""


class Heading(Struct, frozen=True):
    """A heading with something short beside it; the first of a page is its title."""

    text: str
    aside: str = ""
    level: int = 2


class Words(Struct, frozen=True):
    """A paragraph; ``style`` is quiet, head (bold) or none. Nothing for an empty text."""

    text: str
    style: str = ""


class Gap(Struct, frozen=True):
    """An empty line."""


class Entry(Struct, frozen=True):
    """A thing with a name, something short beside it, and what is to be said of it."""

    name: str
    aside: str = ""
    texts: Sequence[str] = ()
    address: str = ""


class Facts(Struct, frozen=True):
    """Labels and what they say; the labels' column is at least ``label`` wide."""

    facts: Sequence[tuple[str, str]]
    label: int = 14


class Items(Struct, frozen=True):
    """A list."""

    items: Sequence[str]


class Address(Struct, frozen=True):
    """Where on the web to read more."""

    address: str


class PayPicture(Struct, frozen=True):
    """A range of pay (p10 to p90), with a target; those of one table have one scale."""

    percentiles: Sequence[int | None]
    target: float | None = None
    legend: bool = True


class TimePicture(Struct, frozen=True):
    """Ten years as a line of stretches (kind, months)."""

    stages: Sequence[tuple[Stage, int]]


class FitPicture(Struct, frozen=True):
    """How well a career fits, 0 to 1."""

    fit: float


class SpanPicture(Struct, frozen=True):
    """A stretch of time from month ``begin`` to ``end`` on a scale of ``until`` months."""

    kind: Stage
    begin: int
    end: int
    until: int


class Cell(Struct, frozen=True):
    """A cell of a table: what it says, and what is said quietly below it.

    ``state`` is that of a criterion, or "better", and becomes a sign or a word. ``picture`` stands
    for or beside the text where there is room. Only a report has a ``link``, and a ``tick`` box.
    """

    text: str = ""
    state: str = ""
    below: Sequence[str] = ()
    picture: PayPicture | FitPicture | SpanPicture | None = None
    link: str = ""
    tick: bool = False

    @property
    def said(self) -> str:
        """It in words alone."""
        word = STATE_WORDS.get(self.state)
        return f"{self.text} ({word})" if word else self.text


class Column(Struct, frozen=True):
    """A column of a table.

    ``wraps``: between words. ``optional``: may go where there is no room, the last one first, and
    is then said below the row. ``wide``: only where there is a lot of room.
    """

    head: str
    right: bool = False
    wraps: bool = False
    optional: bool = False
    wide: bool = False


class Table(Struct, frozen=True):
    """A table of texts and cells; a string heads the rows below it.

    The cell at ``named`` names its row, and what is said below it is said below the row. ``close``:
    the facts of a row stand in one line where there is no room for columns. ``caption`` and
    ``kind`` are for reports.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell | str] | str]
    named: int = 0
    close: bool = False
    caption: str = ""
    kind: str = ""

    def cells(self) -> list[list[Cell] | str]:
        """Its rows, each text as a cell."""
        return [
            row if isinstance(row, str)
            else [Cell(cell) if isinstance(cell, str) else cell for cell in row]
            for row in self.rows
        ]  # fmt: skip

    def without(self, unsaid: Callable[[Cell], bool]) -> Table:
        """The table without rows and columns of which all cells are left ``unsaid``."""
        rows = [
            row for row in self.cells()
            if isinstance(row, str) or not all(map(unsaid, row[self.named + 1 :]))
        ]  # fmt: skip
        said = [
            i for i in range(len(self.columns))
            if any(not unsaid(row[i]) for row in rows if not isinstance(row, str))
        ]  # fmt: skip
        return Table(
            [self.columns[i] for i in said],
            [row if isinstance(row, str) else [row[i] for i in said] for row in rows],
            said.index(self.named) if self.named in said else 0,
            self.close, self.caption, self.kind,
        )  # fmt: skip


class Branches(Struct, frozen=True):
    """A tree of a ladder under its heading."""

    head: str
    rungs: Sequence[RungView]


Part = (
    Heading | Words | Gap | Entry | Facts | Items | Address | PayPicture | TimePicture | Table
    | Branches
)  # fmt: skip


def side_by_side(titles: Sequence[str], rows: Sequence[Sequence[Cell | str]]) -> Table:
    """Careers in columns; ``rows`` are a label and what there is to say of each."""
    heads = ("", *titles)
    return Table([Column(head, wraps=True) for head in heads], rows, kind="compare")


def figure(amount: int | None, group: str | None = None, *, made: bool = False) -> str:
    """A figure of pay with its marks, "not known" without any."""
    from careeradvisor.views.words import dollars

    if amount is None:
        return dollars(None)
    return f"{dollars(amount)}{GROUP if group else ''}{MADE if made else ''}"


def marks(figures: Iterable[str]) -> list[str]:
    """What the marks of figures (:func:`figure`) mean, each that there is."""
    found = set("".join(figures))
    return [means for mark, means in ((GROUP, GROUP_MEANS), (MADE, MADE_MEANS)) if mark in found]
