"""The parts of pages as Rich renderables: columns or blocks as their width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.segment import Segments
from rich.table import Table
from rich.text import Text

from careeradvisor.output import parts
from careeradvisor.output.ladder import rung_texts
from careeradvisor.output.terminal.bars import (
    PAY_LEGEND,
    PAY_LEGEND_TARGET,
    STAGES,
    PayRange,
    SpanBar,
    Timeline,
    pay_scale,
)
from careeradvisor.output.terminal.console import Page, in_blocks, is_plain
from careeradvisor.output.terminal.pieces import (
    GAP,
    INDENT,
    Bullets,
    Column,
    Ends,
    Facts,
    Heading,
    Legend,
    Paragraph,
    Row,
    Sheet,
)
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.tree import Tree

    from careeradvisor.views.ladder import RungView

_WIDE = 100
_READABLE = 100
_STAGE_NAMES = {
    "study": "study",
    "work": "paid work in another role",
    "training": "paid training",
    "role": "in the role",
}


class Drawn:
    """A page's parts, drawn one after another."""

    def __init__(self, page: Iterable[parts.Part]) -> None:
        self._page = page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in self._page:
            yield from _drawn(part)


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


def _drawn(part: parts.Part) -> Iterator[RenderableType]:
    match part:
        case parts.Heading(text, aside):
            yield Heading(text, aside)
        case parts.Words(text, style):
            yield Paragraph(text, style)
        case parts.Gap():
            yield GAP
        case parts.Entry(name, aside, texts, address):
            yield GAP
            yield Ends(name, aside, indent=INDENT, below=2 * INDENT)
            for text in texts:
                yield Paragraph(text, indent=2 * INDENT)
            yield Paragraph(address, indent=2 * INDENT)
        case parts.Facts(facts, label):
            yield Facts(facts, label=max([label, *(cell_len(label) + 2 for label, _ in facts)]))
        case parts.Items(items):
            yield Bullets(items)
        case parts.Address(address):
            yield Paragraph(address, indent=2 * INDENT)
        case parts.PayPicture(percentiles, target, legend):
            yield _Picture(
                PayRange(percentiles, target=target),
                (PAY_LEGEND if target is None else PAY_LEGEND_TARGET) if legend else "",
            )
        case parts.TimePicture(stages):
            yield _Picture(Timeline(stages), f"{_signs(dict(stages))}   (ten years from today)")
        case parts.Listed():
            yield _Listed(part)
        case parts.SideBySide():
            yield _SideBySide(part)
        case parts.Dated():
            yield _Dated(part)
        case parts.Branches(head, rungs):
            yield _Branches(head, rungs)


class _Picture:
    """A bar behind the indent with what its signs mean below it; nothing with ``--plain``."""

    def __init__(self, bar: PayRange | Timeline, legend: str) -> None:
        self._bar, self._legend = bar, legend

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if is_plain(console):
            return
        width = min(options.max_width - INDENT, _READABLE - INDENT)
        yield Text(" " * INDENT) + self._bar.text(width)
        yield Paragraph(self._legend, "quiet")


class _Listed:
    """Careers as a table, the further columns where there is room for them, or as blocks."""

    def __init__(self, part: parts.Listed) -> None:
        self._columns, self._rows = part.columns, part.rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if in_blocks(console, options):
            yield from self._blocks(console)
            return
        shown = [
            i for i, column in enumerate(self._columns)
            if not column.wide or options.max_width >= _WIDE
        ]  # fmt: skip
        columns = [
            Column(self._columns[i].head, self._columns[i].right, self._columns[i].wraps)
            for i in shown
        ]
        rows = [
            row if isinstance(row, str) else Row(tuple(row[i] for i in shown)) for row in self._rows
        ]
        yield GAP
        yield Sheet(columns, rows, ruled=False)

    def _blocks(self, console: Console) -> RenderResult:
        for row in self._rows:
            if isinstance(row, str):
                yield Heading(row)
                continue
            facts = [
                f"{column.head}: {cell}"
                for column, cell in list(zip(self._columns, row, strict=True))[1:]
                if cell
            ]
            if is_plain(console):
                yield Paragraph(f"{row[0]}. {'; '.join(facts)}.", hang=INDENT)
            else:
                yield Paragraph(row[0], "head", hang=INDENT)
                yield Paragraph(" · ".join(facts), indent=2 * INDENT)


class _Dated:
    """Steps with their dates as a table, each with its stretch of the time, or as blocks."""

    _heads = (Column("From", wraps=True, least=12), Column("What", wraps=True, least=16),
              Column("How long", optional=True), Column("", optional=True))  # fmt: skip

    def __init__(self, part: parts.Dated) -> None:
        bars = ["" if span is None else SpanBar(*span, part.until) for span in part.spans]
        self._rows = [Row((*row, bar)) for row, bar in zip(part.rows, bars, strict=True)]
        self._signs = _signs(span[0] for span in part.spans if span)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Sheet(self._heads, self._rows, named=1)
        if not in_blocks(console, options):
            yield Paragraph(self._signs, "quiet")


def _signs(kinds: Iterable[parts.Stage]) -> str:
    return "   ".join(f"{STAGES[kind][0]} {_STAGE_NAMES[kind]}" for kind in dict.fromkeys(kinds))


class _SideBySide:
    """Careers in columns, the labels at the left; one fact below the other where it is narrow."""

    _label, _narrowest = 18, 15

    def __init__(self, part: parts.SideBySide) -> None:
        self._part = part
        self._scale = pay_scale(part.pays, part.target)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        count = len(self._part.heads)
        cell = (options.max_width - INDENT - self._label) // count - INDENT
        texts = [text for _, cells in self._part.rows for text, _ in cells]
        texts += [title for title, _ in self._part.heads]
        longest = max(cell_len(word) for text in texts for word in text.split())
        if in_blocks(console, options) or cell < max(self._narrowest, longest + 2):
            yield from self._blocks(console)
        else:
            yield from self._columns(cell)
        yield Legend(self._part.legend)

    def _columns(self, cell: int) -> RenderResult:
        grid = Table.grid(padding=(0, INDENT, 0, 0))
        grid.add_column(width=self._label + INDENT)
        for _ in self._part.heads:
            grid.add_column(width=cell, overflow="fold")
        grid.add_row("", *(_marked(title, style="title") for title, _ in self._part.heads))
        for label, cells in self._part.rows:
            grid.add_row(
                Text(f"{' ' * INDENT}{label}", "quiet"),
                *(
                    _marked(text, "✓" if best else "", "good" if best else "")
                    for text, best in cells
                ),
            )
            if label == self._part.pays_under:
                bars = (PayRange(pay, self._scale, self._part.target) for pay in self._part.pays)
                grid.add_row("", *map(_marked, bars))
        yield grid

    def _blocks(self, console: Console) -> RenderResult:
        for title, career_id in self._part.heads:
            yield Paragraph(words.named(title, career_id), "title")
        names = [title.partition(" (")[0] for title, _ in self._part.heads]
        for label, cells in self._part.rows:
            if is_plain(console):
                said = [
                    f"{name} {text}{' (better)' if best else ''}"
                    for name, (text, best) in zip(names, cells, strict=True)
                ]
                yield Paragraph(f"{label}: {'; '.join(said)}.", hang=INDENT)
                continue
            yield GAP
            yield Paragraph(label, "head")
            for name, (text, best) in zip(names, cells, strict=True):
                # In front of the name the sign can't be parted from what follows it.
                shown = (f"✓ {name}: {text}", "good") if best else f"{name}: {text}"
                yield Paragraph(Text.assemble(shown), hang=INDENT)


def _marked(cell: RenderableType, sign: str = "", style: str = "") -> Table:
    """A cell with room for a sign in front of its first line."""
    grid = Table.grid()
    grid.add_column(width=INDENT)
    grid.add_column(overflow="fold")
    grid.add_row(sign, cell, style=style)
    return grid


class _Branches:
    """A ladder's tree; numbered lines for those who hear it."""

    def __init__(self, head: str, rungs: Sequence[RungView]) -> None:
        self._head, self._rungs = head, rungs

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if is_plain(console):
            yield Heading(self._head)
            yield from self._numbered(self._rungs, "")
            return
        from rich.tree import Tree

        yield GAP
        tree = Tree(Text(self._head, "title"), guide_style="quiet")
        self._grow(tree, self._rungs, first=True)
        yield tree

    def _grow(self, tree: Tree, rungs: Sequence[RungView], *, first: bool) -> None:
        for rung in rungs:
            self._grow(tree.add(_rung(rung, first=first)), rung.below, first=False)

    def _numbered(self, rungs: Sequence[RungView], before: str) -> RenderResult:
        for number, rung in enumerate(rungs, 1):
            place = f"{before}{number}"
            pay, texts = rung_texts(rung, first=not before)
            said = words.sentence("; ".join([pay, *texts]))
            yield Paragraph(f"{place}. {words.named(rung.title, rung.id)}: {said}", hang=INDENT)
            yield from self._numbered(rung.below, f"{place}.")


def _rung(rung: RungView, *, first: bool) -> Group:
    """A career of a tree with its pay at the right, and below it what the step takes."""
    pay, texts = rung_texts(rung, first=first)
    ends = Ends(words.named(rung.title, rung.id), pay)
    return Group(ends, *(Paragraph(text, indent=0) for text in texts))
