"""A page of text: headings, paragraphs, facts, lists and tables for one screen.

A page makes everything that is put on it safe to print, wraps it to the screen's
width and keeps its lines until it is printed. Wide and narrow screens, and
``--plain``, are dealt with here, so that views need not ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.render.layout import beside, cell_len, hanging, line_len, pad, render, wrap
from careeradvisor.text import one_line, plain

if TYPE_CHECKING:
    from careeradvisor.render.layout import Line, Part
    from careeradvisor.render.screen import Screen

INDENT = 2
_LABEL = 14


class Column(Struct, frozen=True):
    """A column of a table: its head, whether it is right-aligned, whether it may be wrapped."""

    head: str
    right: bool = False
    wraps: bool = False
    style: str = ""


class Page:
    """Lines that are being put together for a screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lines: list[str] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """The finished lines."""
        return tuple(self._lines)

    @property
    def room(self) -> int:
        """Columns between the indent and the right edge."""
        return self.screen.width - INDENT

    @property
    def lists_in_blocks(self) -> bool:
        """Whether long tables should be blocks instead."""
        return self.screen.blocks

    def print(self) -> None:
        """Write the page to standard output."""
        self.screen.write("".join(f"{line}\n" for line in self._lines))

    def gap(self) -> None:
        """An empty line, unless there is one already or the page is empty."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def line(self, line: Line | str, *, indent: int = INDENT) -> None:
        """One line as it is: never wrapped. Its text must be safe already."""
        parts: Line = [(line, "")] if isinstance(line, str) else line
        self._lines.append(render(self.screen, [(" " * indent, ""), *parts]))

    def title(self, text: str, aside: str = "") -> None:
        """The page's title, with something short at the right edge where there is room."""
        text, aside = self._safe(text), self._safe(aside)
        self._ends((text, "title"), (aside, "dim"), indent=0)

    def heading(self, text: str, aside: str = "") -> None:
        """A section's heading after an empty line."""
        self.gap()
        self._ends((self._safe(text), "title"), (self._safe(aside), "dim"), indent=0)

    def ends(self, left: str, right: str, *, style: str = "bold", indent: int = INDENT) -> None:
        """Something at the left edge, and something short that belongs to it at the right."""
        self._ends((self._safe(left), style), (self._safe(right), ""), indent=indent)

    def text(self, text: str, *, indent: int = INDENT, style: str = "", hang: int = 0) -> None:
        """A paragraph; ``hang`` indents its further lines more. Nothing for an empty text."""
        text = self._safe(text)
        if not text:
            return
        first, *rest = self._wrapped(text, indent, hang)
        self.line([(first, style)], indent=indent)
        for line in rest:
            self.line([(line, style)], indent=indent + hang)

    def address(self, address: str, *, indent: int = INDENT) -> None:
        """Where on the web to read more, on a line of its own. Nothing for an empty one."""
        self.text(address, indent=indent)

    def bullets(self, items: Iterable[str], *, indent: int = INDENT) -> None:
        """A list, each item behind a dot (a dash where there is none, or with ``--plain``)."""
        dot = "-" if self.screen.plain else self.screen.drawn("•")
        for item in items:
            self.text(f"{dot} {item}", indent=indent, hang=2)

    def facts(self, facts: Sequence[tuple[str, str]], *, label_width: int = _LABEL) -> None:
        """Labels and what they say, in two columns, or after a colon on a screen without room."""
        for label, value in facts:
            label, value = self._safe(label), self._safe(value)
            if self.screen.blocks:
                self._labelled(label, value)
                continue
            first, *rest = wrap(value, self.room - label_width)
            self.line([(pad(label, label_width), "dim"), (first, "")])
            for line in rest:
                self.line(line, indent=INDENT + label_width)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str] | str],
        *,
        indent: int = INDENT,
        gap: int = 2,
    ) -> None:
        """A table with a head; the columns that may be wrapped share the room that is left.

        A row that is a string is a heading for the rows below it.
        """
        # Blanks at the end of a cell are kept: they hold the place of a mark in other rows.
        cells = [
            [self.screen.drawn(plain(text)) for text in row]
            for row in rows
            if not isinstance(row, str)
        ]
        heads = [self._safe(column.head) for column in columns]
        widths = self._widths(columns, heads, cells, self.screen.width - indent, gap)
        head = [wrap(text, width) for text, width in zip(heads, widths, strict=True)]
        tallest = max(map(len, head), default=0)
        # Short heads stand on the last line, next to what they are the head of.
        head = [[""] * (tallest - len(lines)) + lines for lines in head]
        self._row(columns, head, widths, gap, indent, "dim")
        remaining = iter(cells)
        for row in rows:
            if isinstance(row, str):
                self.heading(row)
                continue
            lines = [
                self._cell(text, width, column)
                for text, width, column in zip(next(remaining), widths, columns, strict=True)
            ]
            self._row(columns, lines, widths, gap, indent, "")

    def _cell(self, text: str, width: int, column: Column) -> list[str]:
        if not column.wraps:
            return [text]
        return wrap(text, width, fold=self.screen.is_terminal)

    def _row(
        self,
        columns: Sequence[Column],
        cells: Sequence[Sequence[str]],
        widths: Sequence[int],
        gap: int,
        indent: int,
        style: str,
    ) -> None:
        placed: list[list[Line]] = [
            [[(pad(text, width, right=column.right), style or column.style)] for text in lines]
            for lines, width, column in zip(cells, widths, columns, strict=True)
        ]
        for line in beside(placed, widths, gap):
            self.line(line, indent=indent)

    def _widths(
        self,
        columns: Sequence[Column],
        heads: Sequence[str],
        cells: Sequence[Sequence[str]],
        room: int,
        gap: int,
    ) -> list[int]:
        natural = [
            max([*(cell_len(word) for word in head.split()), *(cell_len(row[i]) for row in cells)])
            for i, head in enumerate(heads)
        ]
        free = room - gap * (len(columns) - 1)
        wrapping = [i for i, column in enumerate(columns) if column.wraps]
        over = sum(natural) - free
        while over > 0 and wrapping:
            widest = max(wrapping, key=lambda i: natural[i])
            if natural[widest] <= 8:
                break
            natural[widest] -= 1
            over -= 1
        return natural

    def _labelled(self, label: str, value: str) -> None:
        first, *rest = self._wrapped(f"{label}: {value}", INDENT, 2)
        name, rest_of_first = first[: len(label) + 1], first[len(label) + 1 :]
        if name == f"{label}:":
            self.line([(name, "dim"), (rest_of_first, "")])
        else:
            self.line(first)
        for line in rest:
            self.line(line, indent=INDENT + 2)

    def _ends(self, left: Part, right: Part, *, indent: int) -> None:
        room = self.screen.width - indent
        if not right[0]:
            self._styled_text(left, indent)
        elif self.screen.plain:
            self._styled_text((f"{left[0]} ({right[0]})", ""), indent)
        elif line_len([left, right]) + 2 <= room:
            blanks = room - line_len([left, right])
            self.line([left, (" " * blanks, ""), right], indent=indent)
        else:
            self._styled_text(left, indent)
            self._styled_text(right, indent + INDENT)

    def _styled_text(self, part: Part, indent: int) -> None:
        for line in self._wrapped(part[0], indent, 0):
            self.line([(line, part[1])], indent=indent)

    def _wrapped(self, text: str, indent: int, hang: int) -> list[str]:
        return hanging(text, self.screen.width - indent, hang)

    def _safe(self, text: str) -> str:
        return self.screen.drawn(one_line(text))
