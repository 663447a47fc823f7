"""What pages are made of, whatever they are written to: a terminal, Markdown.

A page is a list of parts, made from a view by a module named like it (:mod:`output.career`).
:mod:`output.terminal.parts` draws them, :mod:`output.markdown` writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """A range of pay (p10 to p90) as a picture with its legend; nothing in Markdown."""

    percentiles: Sequence[int | None]
    target: float | None = None
    legend: bool = True


class TimePicture(Struct, frozen=True):
    """Ten years as a line of stretches (kind, months) with its legend; nothing in Markdown."""

    stages: Sequence[tuple[Stage, int]]


class Column(Struct, frozen=True):
    """A column of a table; ``wide``: only where there is a lot of room."""

    head: str
    right: bool = False
    wraps: bool = False
    wide: bool = False


class Listed(Struct, frozen=True):
    """A table of many careers, their names in the first column; a string heads the rows below."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str] | str]


class SideBySide(Struct, frozen=True):
    """Careers side by side.

    ``heads`` are (title, id), ``rows`` a label and for each career its text and whether it is the
    best, which is marked and explained. ``pays`` are pictures under the row of that label.
    """

    heads: Sequence[tuple[str, str]]
    rows: Sequence[tuple[str, Sequence[tuple[str, bool]]]]
    pays: Sequence[Sequence[int | None]] = ()
    pays_under: str = ""
    target: float | None = None

    @property
    def legend(self) -> str:
        """What the mark of the best means, where there is one."""
        marked = any(best for _, cells in self.rows for _, best in cells)
        return BETTER_MEANS if marked else ""


class Dated(Struct, frozen=True):
    """Steps with their dates.

    ``rows`` are (when, what, how long), ``spans`` from and to which month each runs, by kind,
    drawn beside them on a scale of ``until`` months; ``None`` for what has no date.
    """

    rows: Sequence[tuple[str, str, str]]
    spans: Sequence[tuple[Stage, int, int] | None]
    until: int


class Branches(Struct, frozen=True):
    """A tree of a ladder under its heading."""

    head: str
    rungs: Sequence[RungView]


Part = (
    Heading | Words | Gap | Entry | Facts | Items | Address | PayPicture | TimePicture | Listed
    | SideBySide | Dated | Branches
)  # fmt: skip


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
