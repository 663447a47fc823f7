"""Every way in which the program gives something out, and what must never be in it."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.fuzz.inside import Inside, formulas, hidden
from tests.processes import Ran

FORMATS = ("table", "plain", "json", "csv", "markdown", "report")
REPORT = "report.html"
QUIZ = ("quiz", "--no-input", "--salary", "45k", "--remote", "only", "--explain")
# Sentences only, so that there is no table of it.
WHY = ("why", "coder", "--salary", "45k", "--remote", "only", "--must", "salary")
COMMANDS = (
    ("show", "coder"),
    ("show", "coder", "--full"),
    ("compare", "coder", "auditor"),
    ("plan", "auditor"),
    ("list", "--sort", "salary"),
    ("list", "--from", "coder"),
    ("ladder", "coder"),
    QUIZ,
    (*QUIZ, "--must", "salary", "--state", "CA"),
)


def flags(format: str) -> list[str]:
    """The flags that ask for a format."""
    if format == "plain":
        return ["--plain"]
    return [] if format == "report" else ["--format", format]


def give(inside: Inside, command: tuple[str, ...], format: str, *more: str | Path) -> Ran:
    """Run a command for a format; the report's HTML takes the place of what was printed."""
    report = inside.home / REPORT
    report.unlink(missing_ok=True)
    if format == "report":
        ran = inside.check(*more, *QUIZ, "--report", REPORT)
        text = report.read_text(encoding="utf-8") if report.exists() else ""
        return Ran(ran.code, text, ran.err)
    return inside.check(*more, *command, *flags(format))


def commands_for(format: str) -> tuple[tuple[str, ...], ...]:
    """The commands that can give out a format; the report comes from the quiz only."""
    if format == "report":
        return (QUIZ,)
    return COMMANDS if format == "csv" else (*COMMANDS, WHY)


def assert_harmless(out: str, format: str) -> None:
    """Nothing in an output does more than say something."""
    assert hidden(out) == []
    # Colour is for terminals only, and none of it may come from data.
    assert "\x1b" not in out
    if format == "json":
        assert json.loads(out)["schema"].startswith("careeradvisor/")
    elif format == "csv":
        rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert formulas(out) == []
    elif format == "markdown":
        _assert_plain_markdown(out)
    elif format == "report":
        _Page().feed_all(out)


def texts_in(value: Any) -> set[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(texts_in, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(texts_in, value)) if value else set()
    return set()


def words_of_page(html: str) -> str:
    """What a reader of a page sees, as one line."""
    page = _Page()
    page.feed_all(html)
    return " ".join(" ".join(page.words).split())


def _assert_plain_markdown(out: str) -> None:
    columns = 0
    for line in out.splitlines():
        # A backslash takes the meaning of the mark behind it.
        bare = re.sub(r"\\.", "", line)
        assert "<" not in bare.replace("<br>", ""), line
        assert "](" not in bare, line
        assert "`" not in bare, line
        if bare.startswith("|"):
            # Each row of a table has as many cells as its head.
            columns = columns or bare.count("|")
            assert bare.count("|") == columns, line
        else:
            columns = 0


class _Page(HTMLParser):
    """A page as a browser reads it; nothing in it may run, load or lead anywhere unexpected."""

    _NEVER = frozenset(
        {
            "script",
            "iframe",
            "object",
            "embed",
            "img",
            "link",
            "base",
            "form",
            "input",
            "foreignobject",
        }
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._open: list[str] = []

    def feed_all(self, html: str) -> None:
        """Read a whole page."""
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in self._NEVER
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name != "srcdoc"
            if name in ("href", "src", "xlink:href"):
                assert (value or "").startswith(("https://", "http://", "#")), value
            if name == "style":
                assert "url" not in (value or ""), value
        if tag not in (
            "meta",
            "br",
            "hr",
            "col",
            "wbr",
            "rect",
            "line",
            "circle",
            "path",
            "polyline",
        ):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)
