"""Measuring, wrapping and placing text in columns of the terminal.

A styled line is a list of (text, style) parts, style being one that
:meth:`Screen.styled` knows. Rich could do this too, but costs 30 ms at each start,
pads lines with blanks and cuts long words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careeradvisor.render.screen import Screen

Part = tuple[str, str]
Line = Sequence[Part]


def cell_len(text: str) -> int:
    """Columns that ``text`` takes: wide letters take two, combining marks none.

    >>> cell_len("coder"), cell_len("看護師")
    (5, 6)
    """
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    columns = 0
    for char in text:
        if east_asian_width(char) in "WF":
            columns += 2
        elif category(char) not in ("Mn", "Me"):
            columns += 1
    return columns


def wrap(text: str, width: int, *, fold: bool = False) -> list[str]:
    """Lines of at most ``width`` columns, broken between words; at least one line.

    A word that is longer (an address) stands whole on a line of its own, unless
    ``fold`` says to break it.

    >>> wrap("one two three", 8)
    ['one two', 'three']
    """
    lines: list[str] = []
    line = ""
    room = width
    for word in text.split():
        size = cell_len(word)
        if line and size + 1 <= room:
            line += f" {word}"
            room -= size + 1
            continue
        if line:
            lines.append(line)
        while fold and size > width > 0:
            piece = _head(word, width)
            lines.append(piece)
            word = word[len(piece) :]
            size = cell_len(word)
        line, room = word, width - size
    if line or not lines:
        lines.append(line)
    return lines


def hanging(text: str, width: int, hang: int) -> list[str]:
    """Lines of which all but the first have ``hang`` columns less, for an indent."""
    if not hang:
        return wrap(text, width)
    first = wrap(text, width)[0]
    rest = text[len(first) :].strip()
    return [first, *wrap(rest, width - hang)] if rest else [first]


def pad(text: str, width: int, *, right: bool = False) -> str:
    """``text`` with blanks up to ``width`` columns, after it or (``right``) before it."""
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks


def line_len(line: Line) -> int:
    """Columns that a styled line takes."""
    return sum(cell_len(text) for text, _ in line)


def render(screen: Screen, line: Line) -> str:
    """A styled line as text for the screen, without blanks at its end."""
    parts = [part for part in line if part[0]]
    while parts:
        text, style = parts[-1]
        text = text.rstrip(" ")
        if text:
            parts[-1] = (text, style)
            break
        parts.pop()
    return "".join(screen.styled(text, style) for text, style in parts)


def beside(cells: Sequence[Sequence[Line]], widths: Sequence[int], gap: int) -> Iterable[Line]:
    """Cells of one or more lines each, placed side by side, as lines."""
    for i in range(max(map(len, cells))):
        line: list[Part] = []
        for cell, width in zip(cells, widths, strict=True):
            if line:
                line.append((" " * gap, ""))
            part = list(cell[i]) if i < len(cell) else []
            line += part
            line.append((" " * max(0, width - line_len(part)), ""))
        yield line


def _head(word: str, width: int) -> str:
    """As many letters of a word as fit; one at least."""
    end = 1
    while end < len(word) and cell_len(word[: end + 1]) <= width:
        end += 1
    return word[:end]
