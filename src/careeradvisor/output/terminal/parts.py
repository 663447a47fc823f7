"""The parts of pages as Rich renderables: columns or blocks as their width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.segment import Segments
from rich.text import Text

from careeradvisor.output import parts
from careeradvisor.output.ladder import rung_texts
from careeradvisor.output.terminal.bars import (
    Bar,
    PayRange,
    Timeline,
    legend,
    pay_legend,
    stage_legend,
)
from careeradvisor.output.terminal.console import Page, in_blocks, is_plain
from careeradvisor.output.terminal.pieces import EMPTY, GAP, INDENT, READABLE, Ends, Paragraph
from careeradvisor.output.terminal.table import Sheet
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.tree import Tree

    from careeradvisor.views.ladder import RungView


class Drawn:
    """A page's parts, drawn one after another."""

    def __init__(self, page: Iterable[parts.Part]) -> None:
        self._page = page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in self._page:
            yield from _drawn(part, console, options)


class ShortPage:
    """The longest of some pages that is at most 24 lines tall; else the last of them.

    Below 80 columns, and for those who hear it, the first: lines are no measure there.
    """

    _lines, _columns = 24, 80

    def __init__(self, pages: Iterable[Iterable[parts.Part]]) -> None:
        self._pages = list(pages)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for page in self._pages:
            segments = list(console.render(Page(Drawn(page)), options))
            lines = sum(segment.text.count("\n") for segment in segments)
            if lines <= self._lines or options.max_width < self._columns or is_plain(console):
                break
        yield Segments(segments)


def _drawn(part: parts.Part, console: Console, options: ConsoleOptions) -> RenderResult:
    plain = is_plain(console)
    match part:
        case parts.Heading(text, aside):
            yield EMPTY
            yield Ends(text, aside, "title")
        case parts.Words(text, style):
            yield Paragraph(text, style)
        case parts.Gap():
            yield EMPTY
        case parts.Entry(name, aside, texts, address):
            yield EMPTY
            yield Ends(name, aside, indent=INDENT)
            for text in (*texts, address):
                yield Paragraph(text, indent=2 * INDENT)
        case parts.Facts(facts, label):
            label = max([label, *(cell_len(label) + GAP for label, _ in facts)])
            for name, text in facts:
                if in_blocks(console, options):
                    yield Paragraph(Text.assemble((f"{name}: ", "quiet"), text), hang=INDENT)
                else:
                    front = Text(name + " " * (label - cell_len(name)), "quiet")
                    yield Paragraph(text, front=front)
        case parts.Items(items):
            for item in items:
                yield Paragraph(item, front="- " if plain else "• ")
        case parts.Address(address):
            yield Paragraph(address, indent=2 * INDENT)
        case parts.PayPicture(percentiles, target, explained):
            if not plain:
                yield from _picture(
                    PayRange(percentiles, target=target),
                    pay_legend(target) if explained else (),
                    options,
                )
        case parts.TimePicture(stages):
            if not plain:
                yield from _picture(
                    Timeline(stages),
                    (*stage_legend(kind for kind, _ in stages), "(ten years from today)"),
                    options,
                )
        case parts.Table():
            yield Sheet(part)
        case parts.Branches(head, rungs):
            yield EMPTY
            if plain:
                yield Paragraph(head, indent=0)
                yield from _numbered(rungs)
            else:
                from rich.tree import Tree

                yield _grown(Tree(Text(head, "title"), guide_style="quiet"), rungs)


def _picture(bar: Bar, means: Sequence[str], options: ConsoleOptions) -> RenderResult:
    """A bar with what its signs mean below it, behind the indent."""
    yield Text(" " * INDENT) + bar.text(min(options.max_width, READABLE) - INDENT)
    yield legend(means)


def _grown(tree: Tree, rungs: Sequence[RungView], *, first: bool = True) -> Tree:
    """Each rung with its pay at the right, and below it what the step takes."""
    for rung in rungs:
        pay, texts = rung_texts(rung, first=first)
        ends = Ends(words.named(rung.title, rung.id), pay)
        group = Group(ends, *(Paragraph(text, indent=0) for text in texts))
        _grown(tree.add(group), rung.below, first=False)
    return tree


def _numbered(rungs: Sequence[RungView], before: str = "") -> RenderResult:
    for number, rung in enumerate(rungs, 1):
        place = f"{before}{number}"
        pay, texts = rung_texts(rung, first=not before)
        said = words.sentence("; ".join([pay, *texts]))
        yield Paragraph(f"{place}. {words.named(rung.title, rung.id)}: {said}", hang=INDENT)
        yield from _numbered(rung.below, f"{place}.")
