"""A ladder for a terminal: two trees, with time and pay at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import words
from careeradvisor.render.format import dollars
from careeradvisor.render.layout import cell_len, wrap
from careeradvisor.render.page import INDENT, Page
from careeradvisor.text import listed, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careeradvisor.prospects import Prospects
    from careeradvisor.render.ladder_tree import Ladder, Node
    from careeradvisor.render.screen import Screen

_WIDE = ("├─ ", "└─ ", "│  ", "   ")
_NARROW = ("├ ", "└ ", "│ ", "  ")


def ladder_page(screen: Screen, prospects: Prospects, ladder: Ladder) -> Page:
    """Where a career leads and what leads to it."""
    page = Page(screen)
    career = ladder.career
    page.title(career.title, _pay(prospects, career.id))
    page.text(career.id, indent=0, style="dim")
    page.heading("What it leads to")
    _tree(page, prospects, ladder.leads_to, "Nothing that the catalogue knows of.")
    page.heading("What leads to it")
    _tree(page, prospects, ladder.comes_from, "Nothing: people start here.")
    page.gap()
    where = prospects.catalogue.head.region
    if prospects.area is not None:
        where = f"{prospects.area}, or the nation where it is not published"
    if any(words.broader_mark(prospects[career_id]) for career_id in _ids(ladder)):
        page.text(words.BROADER_NOTE, style="dim")
    page.text(
        f"Pay is a year's at the median, {where}. Sources: careeradvisor show {career.id}",
        style="dim",
    )
    return page


def _tree(page: Page, prospects: Prospects, nodes: Sequence[Node], nothing: str) -> None:
    if not nodes:
        page.text(nothing)
    elif page.screen.plain:
        _numbered(page, prospects, nodes, "")
    else:
        _drawn(page, prospects, nodes, "")


def _drawn(page: Page, prospects: Prospects, nodes: Sequence[Node], before: str) -> None:
    branch, end, trunk, nothing = _NARROW if page.screen.narrow else _WIDE
    for i, node in enumerate(nodes):
        last = i == len(nodes) - 1
        below = before + (nothing if last else trunk)
        stem = f"{below}{trunk if node.below else nothing}"
        _entry(page, prospects, node, before + (end if last else branch), stem, first=not before)
        _drawn(page, prospects, node.below, below)
        if not before and not last:
            page.line([(trunk, "dim")])


def _entry(
    page: Page, prospects: Prospects, node: Node, branch: str, stem: str, *, first: bool
) -> None:
    """The career with its pay at the right, and below it what the step takes.

    What a step takes in words is told for the ``first`` steps; further ones are an overview.
    """
    draw = page.screen.drawn
    career = prospects[node.id].career
    pay = _pay(prospects, node.id)
    room = page.room - cell_len(stem)
    title, *more = wrap(draw(one_line(words.named(career))), room)
    blanks = page.room - cell_len(branch) - cell_len(title) - cell_len(pay)
    beside = blanks >= 2 and not more
    page.line(
        [(branch, "dim"), (title, "bold"), *([(" " * blanks, ""), (pay, "")] if beside else [])]
    )
    notes = ["" if beside else pay, words.step_words(node.step.study, node.step.experience)]
    text = words.joined(notes, ", ")
    if first:
        text = words.joined([text, node.step.takes], ": ")
    for line, style in [
        *((line, "bold") for line in more),
        *((line, "") for line in _lines(draw(one_line(words.capital(text))), room)),
        *((line, "dim") for line in _lines(draw(one_line(_also(prospects, node))), room)),
    ]:
        page.line([(stem, "dim"), (line, style)])


def _lines(text: str, room: int) -> list[str]:
    return wrap(text, room) if text else []


def _numbered(page: Page, prospects: Prospects, nodes: Sequence[Node], before: str) -> None:
    """For those who hear it: 1, 1.1, 1.2, 2 ..."""
    for number, node in enumerate(nodes, 1):
        place = f"{before}{number}"
        career = prospects[node.id].career
        parts = [
            _pay(prospects, node.id),
            words.step_words(node.step.study, node.step.experience),
            words.joined([node.step.takes if not before else "", _also(prospects, node)], ". "),
        ]
        text = words.sentence(words.joined(parts, "; "))
        page.text(f"{place}. {words.named(career)}: {text}", hang=INDENT)
        _numbered(page, prospects, node.below, f"{place}.")


def _also(prospects: Prospects, node: Node) -> str:
    titles = [prospects[career_id].career.title for career_id in node.again]
    return f"Also: {listed(titles)}" if titles else ""


def _ids(ladder: Ladder) -> Iterator[str]:
    """The ids of all careers on the page."""
    yield ladder.career.id
    nodes = [*ladder.leads_to, *ladder.comes_from]
    while nodes:
        node = nodes.pop()
        yield node.id
        nodes += node.below


def _pay(prospects: Prospects, career_id: str) -> str:
    prospect = prospects[career_id]
    median = prospect.pay.median
    if median is None:
        return "pay not known"
    return f"{dollars(median)}{words.broader_mark(prospect)}"
