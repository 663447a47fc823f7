"""Pages as Markdown that shows every text literally: no markup, links or HTML from outside."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from careeradvisor.output import parts
from careeradvisor.output.ladder import rung_texts
from careeradvisor.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careeradvisor.views.ladder import RungView

_MARKS = r"([\\`*_\[\]|~#])"
# No blanks, and none of what would end a link in HTML or in Markdown.
_WEB_ADDRESS = r"https?://[\w.-]+(:[0-9]+)?([/?#][!#-;=?-\[\]^_a-~]*)?"


def web_address(address: str) -> str:
    """The address where it is one of the web's, else "": a catalogue is trusted with no other."""
    return address if re.fullmatch(_WEB_ADDRESS, address, re.ASCII) else ""


def markdown(text: str) -> str:
    r"""One line of text as Markdown that shows it literally.

    >>> markdown("a|b <script> [x](y)")
    'a\\|b &lt;script&gt; \\[x\\](y)'
    """
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(_MARKS, r"\\\1", text)
    # What makes a bare address a link, in dialects that do that.
    text = text.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
    # What would begin a list or underline a heading at the start of a line.
    text = re.sub(r"^([-+=])(?=[-=\s]|$)", r"\\\1", text)
    return re.sub(r"^([0-9]+)([.)])(?=\s|$)", r"\1\\\2", text)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: str = "") -> str:
    """A Markdown table of plain texts, each made safe here.

    ``right`` has an ``r`` for each column that is right-aligned: ``"lrr"``.
    """
    marks = ["---:" if mark == "r" else "---" for mark in right.ljust(len(head), "l")]
    lines = [[markdown(text) for text in head], marks]
    lines += [[markdown(text) for text in row] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def print_markdown(page: Iterable[parts.Part]) -> None:
    """Write a page to standard output."""
    sys.stdout.write(markdown_text(page))


def markdown_text(page: Iterable[parts.Part]) -> str:
    """A page as a document."""
    blocks = [block for part in page for block in _blocks(part) if block]
    return "\n\n".join(blocks) + "\n"


def _blocks(part: parts.Part) -> Iterator[str]:
    """The paragraphs of a part."""
    match part:
        case parts.Heading(text, aside, level):
            yield f"{'#' * level} {markdown(text)}" if text else ""
            yield markdown(aside[:1].upper() + aside[1:])
        case parts.Words(text, style):
            yield f"**{markdown(text)}**" if text and style == "head" else markdown(text)
        case parts.Entry(name, aside, texts, address):
            beside = f" ({markdown(aside)})" if aside else ""
            yield f"**{markdown(name)}**{beside}"
            yield from map(markdown, texts)
            yield from _blocks(parts.Address(address))
        case parts.Facts(facts):
            yield "\n".join(f"- **{markdown(label)}**: {markdown(text)}" for label, text in facts)
        case parts.Items(items):
            yield "\n".join(f"- {markdown(item)}" for item in items)
        case parts.Address(address):
            yield f"<{web_address(address)}>" if web_address(address) else markdown(address)
        case parts.Table():
            yield from _tables(part.without(lambda cell: not cell.text))
        case parts.Branches(head, rungs):
            yield f"## {markdown(head)}"
            yield "\n".join(_branches(rungs, ""))


def _tables(part: parts.Table) -> Iterator[str]:
    """A table, or several with headings between; what is said below a row comes last in it."""
    more = any(not isinstance(row, str) and row[part.named].below for row in part.cells())
    heads = [*(column.head for column in part.columns), *([""] if more else [])]
    right = "".join("r" if column.right else "l" for column in part.columns)
    table: list[Sequence[str]] = []
    for row in [*part.cells(), ""]:
        if not isinstance(row, str):
            below = [" · ".join(row[part.named].below)] if more else []
            table.append([*(cell.said for cell in row), *below])
            continue
        if table:
            yield markdown_table(heads, table, right)
            table = []
        yield f"## {markdown(row)}" if row else ""


def _branches(rungs: Sequence[RungView], indent: str) -> Iterator[str]:
    for rung in rungs:
        pay, texts = rung_texts(rung, first=True)
        text = "; ".join([pay, *texts])
        yield f"{indent}- **{markdown(rung.title)}**: {markdown(text)}"
        yield from _branches(rung.below, f"{indent}  ")
