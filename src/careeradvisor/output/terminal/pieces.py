"""What pages are put together from. Words are never cut, whatever the width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.text import Text

from careeradvisor.output.terminal.console import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

INDENT = GAP = 2
READABLE = 100
"""Longer lines of running text are hard to read."""

EMPTY = Text("")
"""An empty line; several of them, and one at the top of a page, count as one or none."""


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
        room = min(options.max_width, READABLE) - self._indent
        room -= max(self._hang, self._front.cell_len)
        for i, line in enumerate(_wrapped(self._text, console, max(1, room))):
            front = Text(" " * (self._indent + (self._hang if i else 0)), no_wrap=True)
            front.overflow = "ignore"
            yield front + (line if i else self._front + line)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        least, most = Measurement.get(console, options, self._text)
        front = self._indent + max(self._hang, self._front.cell_len)
        return Measurement(least + front, most + front)


class Ends:
    """A name at the left and something short at the right edge, else below it."""

    def __init__(self, name: str, aside: str, style: str = "head", *, indent: int = 0) -> None:
        self._name, self._aside, self._style, self._indent = name, aside, style, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = self._indent
        room = min(options.max_width, READABLE) - indent
        room -= cell_len(self._name) + cell_len(self._aside)
        if is_plain(console):
            aside = f" ({self._aside})" if self._aside else ""
            yield Paragraph(f"{self._name}{aside}", indent=indent, hang=indent)
        elif self._aside and room >= GAP:
            name = (self._name, self._style)
            yield Text.assemble(" " * indent, name, " " * room, (self._aside, "quiet"))
        else:
            yield Paragraph(self._name, self._style, indent=indent, hang=indent)
            yield Paragraph(self._aside, "quiet", indent=indent + INDENT)


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
