"""What pages are put together from. Words are never cut, whatever the width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from careeradvisor.output.terminal.bars import Bar
from careeradvisor.output.terminal.console import in_blocks, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

    Cell = str | Text | Bar

INDENT = 2
# Longer lines of running text are hard to read.
_READABLE = 100
_LABEL = 14
_GAP = 2

GAP = Text("")
"""An empty line; several of them, and one at the top of a page, count as one or none."""

SIGNS = {
    "met": ("✓", "good"),
    "nearly": ("~", "caution"),
    "missed": ("✗", "bad"),
    "unknown": ("?", "caution"),
}
"""The sign of a state and its style: one meaning for each, on every screen."""
SIGNS_MEAN = "✓ as you asked   ~ nearly   ✗ not   ? not known"


def signed(state: str, text: str) -> Text:
    """A fact with the sign of its state in front: "✓ none"."""
    sign, style = SIGNS[state]
    return Text.assemble((sign, style), f" {text}" if text else "")


class Paragraph:
    """Running text, wrapped between words, behind something that stands in front of it.

    Its further lines are indented as far as the first, or by ``hang``. Nothing for an empty text.
    """

    def __init__(
        self,
        text: str | Text,
        style: str = "",
        *,
        indent: int = INDENT,
        hang: int | None = None,
        front: str | Text = "",
    ) -> None:
        self._text = Text(text, style) if isinstance(text, str) else text
        self._front = Text(front) if isinstance(front, str) else front
        self._indent = indent
        self._hang = self._front.cell_len if hang is None else hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self._text.plain.strip():
            return
        room = min(options.max_width, _READABLE) - self._indent
        room -= max(self._hang, self._front.cell_len)
        for i, line in enumerate(_wrapped(self._text, console, max(1, room))):
            front = Text(" " * (self._indent + (self._hang if i else 0)), no_wrap=True)
            front.overflow = "ignore"
            yield front + (line if i else self._front + line)


class Ends:
    """A name at the left and something short at the right edge, else below it."""

    def __init__(
        self,
        name: str,
        aside: str,
        *,
        style: str = "head",
        quiet: str = "",
        indent: int = 0,
        below: int = 0,
    ) -> None:
        self._name, self._aside, self._style, self._quiet = name, aside, style, quiet
        self._indent, self._below = indent, below

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = self._indent
        room = min(options.max_width, _READABLE) - indent
        room -= cell_len(self._name) + cell_len(self._aside)
        if is_plain(console):
            aside = f" ({self._aside})" if self._aside else ""
            yield Paragraph(f"{self._name}{aside}", indent=indent, hang=indent)
        elif self._aside and room >= _GAP:
            name = (self._name, self._style)
            yield Text.assemble(" " * indent, name, " " * room, (self._aside, self._quiet))
        else:
            yield Paragraph(self._name, self._style, indent=indent, hang=indent)
            yield Paragraph(self._aside, self._quiet, indent=self._below)


class Heading:
    """A heading after an empty line, with something short at the right edge if there is room."""

    def __init__(self, text: str, aside: str = "") -> None:
        self._ends = Ends(text, aside, style="title", quiet="quiet", below=INDENT)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield GAP
        yield self._ends


class Bullets:
    """A list, each item behind a dot (a dash with ``--plain``)."""

    def __init__(self, items: Iterable[str]) -> None:
        self._items = items

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        dot = "-" if is_plain(console) else "•"
        for item in self._items:
            yield Paragraph(item, front=f"{dot} ")


class Facts:
    """Labels and what they say, in two columns, or after a colon where there is no room."""

    def __init__(self, facts: Iterable[tuple[str, str | Text]], *, label: int = _LABEL) -> None:
        self._facts, self._label = facts, label

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        blocks = in_blocks(console, options)
        for label, value in self._facts:
            if blocks:
                text = Text.assemble((f"{label}: ", "quiet"), value)
                yield Paragraph(text, hang=_GAP)
            else:
                front = Text(label + " " * max(_GAP, self._label - cell_len(label)), "quiet")
                yield Paragraph(value, hang=self._label, front=front)


class Column(Struct, frozen=True):
    """A column of a :class:`Sheet`.

    ``wraps``: may be as narrow as its longest word, but not below ``least``. ``optional``: may go
    where there is no room, the last one first; it then leads the quiet line, as "head: cell".
    """

    head: str
    right: bool = False
    wraps: bool = False
    least: int = 0
    optional: bool = False
    style: str = ""


class Row(Struct, frozen=True):
    """A row of a :class:`Sheet`: its cells, and what is said quietly below them."""

    cells: tuple[Cell, ...]
    quiet: str = ""


class Sheet:
    """A table with a head, and blocks with the same facts where there is no room for columns.

    A row that is a string is a heading for those below it. In blocks the cells before ``named``
    and that one make the first line ("1 Medical coder"), the others "head: cell", and bars are left
    out, since the facts say the same. ``ruled`` draws
    a line under the head; ``indent`` is of quiet lines and of what is in a block.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row | str],
        *,
        named: int = 0,
        ruled: bool = True,
        indent: int = INDENT,
        widest: int = 200,
    ) -> None:
        self._columns, self._rows = columns, rows
        self._named, self._ruled, self._indent, self._widest = named, ruled, indent, widest

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update_width(min(options.max_width, self._widest))
        shown = self._fitting(options.max_width)
        if in_blocks(console, options) or shown is None:
            yield from self._blocks()
        else:
            yield from self._table(*shown)

    def _fitting(self, room: int) -> tuple[list[int], list[int]] | None:
        """The columns for which there is room, and their widths; ``None`` for too little room."""
        shown = list(range(len(self._columns)))
        while True:
            least = [self._width(i, least=True) for i in shown]
            free = room - sum(least) - _GAP * (len(shown) - 1)
            if free >= 0:
                break
            gone = next((i for i in reversed(shown) if self._columns[i].optional), None)
            if gone is None:
                return None
            shown.remove(gone)
        # What wraps gets what figures leave, and bars what is left then.
        for place, i in sorted(enumerate(shown), key=self._greed):
            more = min(free, self._width(i) - least[place])
            least[place] += more
            free -= more
        return shown, least

    def _greed(self, shown: tuple[int, int]) -> int:
        i = shown[1]
        if any(isinstance(row, Row) and isinstance(row.cells[i], Bar) for row in self._rows):
            return 2
        return self._columns[i].wraps

    def _width(self, i: int, *, least: bool = False) -> int:
        column = self._columns[i]
        cells = [row.cells[i] for row in self._rows if isinstance(row, Row)]
        texts = [column.head, *(str(cell) for cell in cells if not isinstance(cell, Bar))]
        bars = [cell.narrowest if least else cell.widest for cell in cells if isinstance(cell, Bar)]
        natural = max([*map(cell_len, texts), *bars], default=0)
        if not least:
            return natural
        words = texts if column.wraps else texts[:1]
        texts = [*(word for text in words for word in text.split()), *texts[len(words) :]]
        longest = max([*map(cell_len, texts), *bars], default=0)
        return max(longest, min(column.least, natural))

    def _table(self, shown: list[int], widths: list[int]) -> RenderResult:
        hidden = [i for i in range(len(self._columns)) if i not in shown]
        heads = [self._columns[i].head for i in shown]
        if any(heads):
            grid = self._grid(shown, widths, head=True)
            grid.add_row(*heads, style="head")
            yield grid
            if self._ruled:
                yield Text("─" * (sum(widths) + _GAP * (len(widths) - 1)), "quiet")
        grid = self._grid(shown, widths)
        for row in self._rows:
            if isinstance(row, Row):
                grid.add_row(*(row.cells[i] for i in shown))
            quiet = row if isinstance(row, str) else self._quiet(row, hidden)
            if quiet:
                if grid.row_count:
                    yield grid
                    grid = self._grid(shown, widths)
                if isinstance(row, str):
                    yield Heading(row)
                else:
                    yield Paragraph(quiet, "quiet", indent=self._indent)
        if grid.row_count:
            yield grid

    def _grid(self, shown: list[int], widths: list[int], *, head: bool = False) -> Table:
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for i, width in zip(shown, widths, strict=True):
            column = self._columns[i]
            grid.add_column(
                width=width,
                justify="right" if column.right else "left",
                style="" if head else column.style,
                overflow="fold",
                # Short heads stand on the last line, next to what they are the head of.
                vertical="bottom" if head else "top",
            )
        return grid

    def _quiet(self, row: Row, hidden: Sequence[int]) -> str:
        parts = [
            f"{self._columns[i].head}: {row.cells[i]}"
            for i in hidden
            if not isinstance(row.cells[i], Bar)
        ]
        return " · ".join([*parts, *([row.quiet] if row.quiet else [])])

    def _blocks(self) -> RenderResult:
        for row in self._rows:
            yield GAP
            if isinstance(row, str):
                yield Heading(row)
                continue
            first = Text(" ").join(_as_text(cell) for cell in row.cells[: self._named + 1])
            first.stylize("head")
            yield Paragraph(first, indent=0, hang=self._indent)
            for column, cell in list(zip(self._columns, row.cells, strict=True))[self._named + 1 :]:
                if cell and not isinstance(cell, Bar):
                    text = Text.assemble(f"{column.head}: " if column.head else "", cell)
                    yield Paragraph(text, indent=self._indent, hang=_GAP)
            yield Paragraph(row.quiet, "quiet", indent=self._indent)


class Legend:
    """What the marks of a page mean, each once; nothing with ``--plain``."""

    def __init__(self, *entries: str) -> None:
        self._entries = [entry for entry in entries if entry]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not is_plain(console):
            for entry in self._entries:
                for line in _signs_in_lines(entry, options.max_width):
                    yield Paragraph(line, "quiet", indent=0, hang=2)


def _signs_in_lines(entry: str, room: int) -> list[str]:
    """An entry of several signs, broken between these: no sign stands away from its meaning."""
    lines: list[str] = []
    for sign in entry.split("   "):
        if lines and cell_len(lines[-1]) + 3 + cell_len(sign) <= room:
            lines[-1] += f"   {sign}"
        else:
            lines.append(sign)
    return lines


def _wrapped(text: Text, console: Console, room: int) -> Iterator[Text]:
    """Lines broken between words; a word that is longer than a line stands whole on its own."""
    words = re.finditer(r"(\S+)\s*", text.plain)
    long = [word for word in words if cell_len(word[1]) > room]
    starts = {word.start() for word in long}
    at = 0
    for piece in text.divide(sorted({place for word in long for place in word.span()})):
        if piece:
            yield from [piece] if at in starts else piece.wrap(console, room)
        at += len(piece)


def _as_text(cell: Cell) -> Text:
    return cell if isinstance(cell, Text) else Text(str(cell))
