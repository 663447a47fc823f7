"""Every way in which the program gives something out, and what must never be in it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from tests.fuzz.inside import Inside, formulas, hidden
from tests.output.report.test_html import assert_sound
from tests.processes import Ran

FORMATS = ("table", "narrow", "colour", "plain", "json", "csv", "markdown", "report")
ENVIRONMENTS = {"narrow": {"COLUMNS": "40"}, "colour": {"FORCE_COLOR": "1"}}
# All that the program itself sends to a terminal.
OWN_COLOURS = re.compile(r"\x1b\[(0|1|2|31|32|33|36|1;36)m")
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
    return ["--format", format] if format in ("json", "csv", "markdown") else []


def give(inside: Inside, command: tuple[str, ...], format: str, *more: str | Path) -> Ran:
    """Run a command for a format; the report's HTML takes the place of what was printed."""
    report = inside.home / REPORT
    report.unlink(missing_ok=True)
    if format == "report":
        ran = inside.check(*more, *QUIZ, "--report", REPORT)
        text = report.read_text(encoding="utf-8") if report.exists() else ""
        return Ran(ran.code, text, ran.err)
    environment = ENVIRONMENTS.get(format)
    return inside.check(*more, *command, *flags(format), environment=environment)


def commands_for(format: str) -> tuple[tuple[str, ...], ...]:
    """The commands that can give out a format; the report comes from the quiz only."""
    if format == "report":
        return (QUIZ,)
    return COMMANDS if format == "csv" else (*COMMANDS, WHY)


def assert_harmless(out: str, format: str) -> None:
    """Nothing in an output does more than say something."""
    assert hidden(out) == []
    # Colour is for terminals only, and none of it may come from data.
    assert "\x1b" not in (OWN_COLOURS.sub("", out) if format == "colour" else out)
    if format == "json":
        assert json.loads(out)["schema"].startswith("careeradvisor/")
    elif format == "csv":
        rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert formulas(out) == []
    elif format == "markdown":
        _assert_plain_markdown(out)
    elif format == "report":
        assert_sound(out)


def texts_in(value: Any) -> set[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(texts_in, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(texts_in, value)) if value else set()
    return set()


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
