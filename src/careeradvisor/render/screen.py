"""Where results go: a terminal or a pipe, how wide, in colour or not, with which characters.

Everything that depends on the person's terminal is decided here, once, from the
terminal itself and from ``NO_COLOR``, ``FORCE_COLOR``, ``TERM``, ``COLUMNS`` and the
locale. Views ask a :class:`Screen`; they never look at the environment.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, TextIO, cast

from msgspec import Struct

from careeradvisor.text import plain as safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console, RenderableType

WIDEST = 100
NARROWEST = 40
_BLOCKS_BELOW = 60

# What the views draw with. An encoding that lacks one of them gets ASCII for all.
_DRAWN = "─━│├└┤█░▒▓●◆◈×✓•·…–—→←"
_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212─━", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("│┃", "|"),
        **dict.fromkeys("├└┌┐┘┤┬┴┼╭╮╰╯", "+"),
        **dict.fromkeys("█▓▒●◆◈", "#"),
        **dict.fromkeys("░·", "."),
        "•": "-",
        "✓": "*",
        "—": "--",
        "…": "...",
        "×": "x",
        "→": "->",
        "←": "<-",
        "≈": "~",
        "≥": ">=",
        "≤": "<=",
        "\u00a0": " ",
        "\u202f": " ",
    }
)

# Colours of the terminal's own palette, which the person has chosen to be readable.
_CODES = {
    "bold": "1",
    "dim": "2",
    "accent": "36",
    "good": "32",
    "caution": "33",
    "title": "1;36",
}
RICH_STYLES = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "accent": "cyan",
    "good": "green",
    "caution": "yellow",
    "title": "bold cyan",
}
"""The same styles in Rich's words."""


class Screen(Struct, frozen=True):
    """What results are printed on.

    ``width`` is in columns, at most 100. ``plain`` asks for words only: no colour,
    boxes or pictures, as for a screen reader. ``colour`` and ``unicode`` say what
    the other end can show; ``is_terminal`` whether a person is looking on.
    """

    width: int = WIDEST
    colour: bool = False
    unicode: bool = True
    is_terminal: bool = False
    plain: bool = False

    @classmethod
    def detect(cls, plain: bool = False) -> Screen:
        """Look at standard output and the environment.

        Standard output is set up on the way so that a character that its encoding
        lacks is printed as ``?`` instead of ending the program.
        """
        stream = sys.stdout
        _never_fail(stream)
        terminal = _is_terminal(stream)
        return cls(
            width=_width(stream, os.environ, terminal),
            colour=not plain and _wants_colour(os.environ, terminal),
            unicode=_can_draw(stream, os.environ),
            is_terminal=terminal,
            plain=plain,
        )

    @property
    def narrow(self) -> bool:
        """Whether there are too few columns for tables: they become blocks."""
        return self.width < _BLOCKS_BELOW

    @property
    def blocks(self) -> bool:
        """Whether tables become blocks: on a narrow screen, and for those who hear it."""
        return self.narrow or self.plain

    def text(self, text: str) -> str:
        """``text`` safe to print, in characters that the screen has (as far as it is ours)."""
        return self.drawn(safe(text))

    def drawn(self, text: str) -> str:
        """``text`` of our own, with ASCII in place of dashes, dots and bars if need be."""
        return text if self.unicode or text.isascii() else text.translate(_ASCII)

    def styled(self, text: str, style: str) -> str:
        """``text`` in a style: accent, bold, dim, good, caution or title; empty for none.

        Without colour the text stays as it is.
        """
        if not (self.colour and style and text):
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def print(self, what: RenderableType | str = "") -> None:
        """Print lines of text as they are, or something that Rich can render."""
        if isinstance(what, str):
            self.write(f"{what}\n")
        else:
            self.console().print(what)

    def write(self, text: str) -> None:
        """Write finished text (no line end is added) to standard output."""
        if sys.stdout is not None:
            sys.stdout.write(self.drawn(text))

    def console(self) -> Console:
        """A Rich console for this screen, without markup, highlighting or emoji.

        Table columns still need ``overflow="fold"``: Rich's default cuts long words.
        """
        from rich.console import Console

        return Console(
            file=cast(IO[str], _Out(self)),
            width=self.width,
            force_terminal=self.is_terminal or self.colour,
            force_interactive=False,
            color_system="standard" if self.colour else None,
            no_color=not self.colour,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
            soft_wrap=False,
        )


class _Out:
    """Standard output as Rich sees it: in ASCII where need be, without blanks at line ends."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    @property
    def encoding(self) -> str:
        """Rich draws boxes in ASCII unless this begins with ``utf``."""
        return "utf-8" if self._screen.unicode else "ascii"

    def write(self, text: str) -> int:
        """Write what Rich rendered."""
        self._screen.write(re.sub(r"(?m)[ \t]+$", "", text))
        return len(text)

    def flush(self) -> None:
        """Flush standard output."""
        if sys.stdout is not None:
            sys.stdout.flush()

    def isatty(self) -> bool:
        """Whether a terminal is at the other end."""
        return self._screen.is_terminal

    def fileno(self) -> int:
        """The descriptor of standard output."""
        return sys.stdout.fileno()


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        # Closed.
        return False


def _never_fail(stream: TextIO | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _width(stream: TextIO | None, environment: Mapping[str, str], terminal: bool) -> int:
    columns = 0
    with suppress(ValueError):
        columns = int(environment.get("COLUMNS", ""))
    if columns <= 0 and stream is not None:
        if terminal:
            # A terminal that does not know its size says 0.
            columns = _columns_of(stream) or 80
        elif sys.stderr is not None and _is_pipe(stream) and _is_terminal(sys.stderr):
            # Most likely a pager, on the terminal that messages go to.
            columns = _columns_of(sys.stderr)
    if columns <= 0:
        columns = WIDEST
    return min(WIDEST, max(NARROWEST, columns))


def _columns_of(stream: TextIO) -> int:
    """The width of a terminal, 0 if it does not tell."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def _is_pipe(stream: TextIO) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _wants_colour(environment: Mapping[str, str], terminal: bool) -> bool:
    """https://no-color.org and https://force-color.org; the first of them wins."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0").lower() not in ("", "0", "false"):
        return True
    if sys.platform == "win32" and not ({"WT_SESSION", "TERM"} & environment.keys()):
        # The old console prints escape sequences as they are.
        return False
    return terminal and environment.get("TERM", "dumb" if sys.platform != "win32" else "") not in (
        "dumb",
        "unknown",
    )


def _can_draw(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    try:
        _DRAWN.encode(getattr(stream, "encoding", None) or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    # In the C locale Python writes UTF-8 all the same, to a terminal that may not know it.
    if environment.get("PYTHONUTF8") == "1" or environment.get("PYTHONIOENCODING"):
        return True
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        locale = environment.get(name)
        if locale:
            return locale not in ("C", "POSIX")
    return True
