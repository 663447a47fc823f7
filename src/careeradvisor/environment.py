"""What the environment says about the terminal. Imports neither Rich nor Typer.

``NO_COLOR``, ``FORCE_COLOR``, ``TERM``, ``COLUMNS``, ``LINES``, ``TERMINAL_WIDTH``,
``CAREERADVISOR_PLAIN`` and the locale are looked at here and nowhere else.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

NARROWEST, WIDEST, IN_A_PIPE = 20, 200, 80
_WIDEST_HELP = 100
PLAIN = "CAREERADVISOR_PLAIN"

# What pages are drawn with. An encoding that lacks one of them gets ASCII for all.
_DRAWN = "─━│├└┤█░▒▓●◆◈✓✗•·–—→←"


def mend() -> None:
    """Put right what would end in an error, or print nothing, in Rich and Typer.

    To be called before either is imported: ``COLUMNS`` becomes a width that pages can have, or
    goes; ``LINES`` goes unless it is a number of lines; ``TERMINAL_WIDTH``, the width of Typer's
    help, is at most 100.
    """
    columns = _number(os.environ.pop("COLUMNS", ""))
    if columns:
        os.environ["COLUMNS"] = str(_held(columns))
    helps = _number(os.environ.get("TERMINAL_WIDTH", "")) or size(sys.stdout)[0]
    os.environ["TERMINAL_WIDTH"] = str(min(_WIDEST_HELP, _held(helps)))
    if not _number(os.environ.get("LINES", "1")):
        del os.environ["LINES"]


def wants_plain() -> bool:
    """Whether ``CAREERADVISOR_PLAIN`` asks for words only, as ``--plain`` does."""
    return os.environ.get(PLAIN, "0").lower() not in ("", "0", "false", "no")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at the other end; ``FORCE_COLOR`` does not count."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        # Closed.
        return False


def size(stream: TextIO | None) -> tuple[int, int]:
    """Columns and lines for what is written to a stream.

    ``COLUMNS`` if that is 1 or more, else the terminal's, else 80; held between 20 and 200.
    """
    columns = lines = 0
    if stream is not None and is_terminal(stream):
        try:
            columns, lines = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError):
            columns, lines = 0, 0
    columns = _number(os.environ.get("COLUMNS", "")) or columns or IN_A_PIPE
    return _held(columns), _number(os.environ.get("LINES", "")) or lines or 24


def wants_colour(terminal: bool) -> bool:
    """https://no-color.org and https://force-color.org; the first of them wins."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0").lower() not in ("", "0", "false"):
        return True
    if sys.platform == "win32" and not ({"WT_SESSION", "TERM"} & os.environ.keys()):
        # The old console prints escape sequences as they are.
        return False
    return terminal and not is_dumb()


def is_dumb() -> bool:
    """Whether the terminal can only print one line after another."""
    unset = "dumb" if sys.platform != "win32" else ""
    return os.environ.get("TERM", unset) in ("dumb", "unknown")


def can_draw(stream: TextIO | None) -> bool:
    """Whether the other end has the signs that pages are drawn with."""
    try:
        _DRAWN.encode(getattr(stream, "encoding", None) or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    # In the C locale Python writes UTF-8 all the same, to a terminal that may not know it.
    if os.environ.get("PYTHONUTF8") == "1" or os.environ.get("PYTHONIOENCODING"):
        return True
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        locale = os.environ.get(name)
        if locale:
            return locale not in ("C", "POSIX")
    return True


def _number(text: str) -> int:
    """A whole number of 1 or more, else 0."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _held(columns: int) -> int:
    return min(WIDEST, max(NARROWEST, columns))
