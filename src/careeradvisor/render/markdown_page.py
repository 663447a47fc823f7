"""The same pages as Markdown: whatever writes a :class:`Page` can write a document."""

# Markdown has no use for widths and indents, which are in the signatures of Page.
# ruff: noqa: ARG002

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careeradvisor.render.format import markdown, markdown_table, web_address
from careeradvisor.render.page import INDENT, Page
from careeradvisor.render.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careeradvisor.render.layout import Line
    from careeradvisor.render.page import Column


class MarkdownPage(Page):
    """A page whose parts become Markdown; it has no pictures and no width."""

    def __init__(self) -> None:
        super().__init__(Screen(plain=True))

    @property
    def lists_in_blocks(self) -> bool:
        """Never: Markdown has tables of any width."""
        return False

    def as_text(self) -> str:
        """The whole document."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def print(self) -> None:
        """Write the document to standard output."""
        sys.stdout.write(self.as_text())

    def line(self, line: Line | str, *, indent: int = INDENT) -> None:
        """A line of its own."""
        text = line if isinstance(line, str) else "".join(part for part, _ in line)
        self.text(text)

    def title(self, text: str, aside: str = "") -> None:
        """A heading of the first level."""
        self._paragraph(f"# {markdown(text)}")
        self.text(aside)

    def heading(self, text: str, aside: str = "") -> None:
        """A heading of the second level."""
        self._paragraph(f"## {markdown(text)}")
        self.text(aside[:1].upper() + aside[1:])

    def ends(self, left: str, right: str, *, style: str = "bold", indent: int = INDENT) -> None:
        """A bold lead-in with what belongs to it in parentheses."""
        aside = f" ({markdown(right)})" if right else ""
        self._paragraph(f"**{markdown(left)}**{aside}")

    def text(self, text: str, *, indent: int = INDENT, style: str = "", hang: int = 0) -> None:
        """A paragraph; one with a hanging indent is an item of a list."""
        if not text.strip():
            return
        if hang:
            self._item(markdown(text))
        elif style == "bold":
            self._paragraph(f"**{markdown(text)}**")
        else:
            self._paragraph(markdown(text))

    def address(self, address: str, *, indent: int = INDENT) -> None:
        """A link."""
        if link := web_address(address):
            self._paragraph(f"<{link}>")
        else:
            self.text(address)

    def bullets(self, items: Iterable[str], *, indent: int = INDENT) -> None:
        """A list."""
        for item in items:
            self._item(markdown(item))

    def facts(self, facts: Sequence[tuple[str, str]], *, label_width: int = 0) -> None:
        """A list of labels and what they say."""
        for label, value in facts:
            self._item(f"**{markdown(label)}**: {markdown(value)}")

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str] | str],
        *,
        indent: int = INDENT,
        gap: int = 2,
    ) -> None:
        """A table, or several with headings between."""
        right = "".join("r" if column.right else "l" for column in columns)
        heads = [column.head for column in columns]
        part: list[Sequence[str]] = []
        for row in [*rows, ""]:
            if not isinstance(row, str):
                part.append(row)
                continue
            if part:
                self.gap()
                self._lines += markdown_table(heads, part, right).splitlines()
                part = []
            if row:
                self.heading(row)

    def _item(self, text: str) -> None:
        if self._lines and self._lines[-1] and not self._lines[-1].startswith("- "):
            self._lines.append("")
        self._lines.append(f"- {text}")

    def _paragraph(self, text: str) -> None:
        self.gap()
        self._lines.append(text)
