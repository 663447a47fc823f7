"""How a ladder is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Branches, Gap, Heading, Words, figure, marks
from careeradvisor.text import listed
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careeradvisor.output.parts import Part
    from careeradvisor.views.ladder import LadderView, RungView


def ladder_page(view: LadderView) -> list[Part]:
    """Where a career leads and what leads to it."""
    pay = figure(view.pay.counts, view.pay.group)
    steps = rungs([*view.leads_to, *view.comes_from])
    figures = [pay, *(figure(rung.median, rung.group) for rung in steps)]
    return [
        Heading(view.title, pay, level=1),
        Words(view.id, "quiet"),
        *_tree("What it leads to", view.leads_to, "Nothing that the catalogue knows of."),
        *_tree("What leads to it", view.comes_from, "Nothing: people start here."),
        Gap(),
        *(Words(text, "quiet") for text in marks(figures)),
        Words(
            f"Pay is a year's at the median, {view.pay.place}, or the nation's where it is not "
            f"published. Sources: careeradvisor show {view.id} --section sources",
            "quiet",
        ),
    ]


def rungs(found: Iterable[RungView]) -> Iterator[RungView]:
    """All rungs of trees, each before those below it."""
    for rung in found:
        yield rung
        yield from rungs(rung.below)


def rung_texts(rung: RungView, *, first: bool) -> tuple[str, list[str]]:
    """A rung's pay, and what is said below its title.

    What a step takes in words is told for the ``first`` steps; further ones are an overview.
    """
    takes = words.joined([rung.time, rung.takes if first else ""], ": ")
    also = f"Also: {listed(rung.also)}" if rung.also else ""
    here = "You are here." if rung.standing == "here" else ""
    return figure(rung.median, rung.group), [
        text for text in (here, words.capital(takes), rung.for_you, also) if text
    ]


def _tree(head: str, found: list[RungView], nothing: str) -> list[Part]:
    return [Branches(head, found)] if found else [Heading(head), Words(nothing)]
