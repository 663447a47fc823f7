"""The keyboard and the window of a terminal that may send anything, or be gone."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.defaults import create_output

from careeradvisor.interview.conversing import LONGEST
from careeradvisor.interview.front import wrapped
from careeradvisor.interview.questions import BACK
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.input import Input

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Question, Reply

_WIDEST = 100
_BOUND = "~"


class Page:
    """The window, as wide as it is now, and the characters that it has."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.pointer = "❯" if look.unicode else ">"
        self.output = create_output(sys.stdout)
        if hasattr(self.output, "enable_cpr"):
            # Asking a terminal where its cursor is leaves a warning on those that do not answer.
            self.output.enable_cpr = False
        if not look.colour and hasattr(self.output, "default_color_depth"):
            self.output.default_color_depth = ColorDepth.DEPTH_1_BIT

    @property
    def rows(self) -> int:
        """The height of the window."""
        return self.output.get_size().rows

    @property
    def columns(self) -> int:
        """The width to use."""
        return min(_WIDEST, self.output.get_size().columns)

    def wrap(self, text: str, indent: int = 1) -> str:
        """A text that fits beside an indent, which is put before each line but the first."""
        return ("\n" + " " * indent).join(wrapped(self.look.text(text), self.columns - 1 - indent))

    def flow(self, items: list[str]) -> str:
        """Short items beside each other, none broken where it fits on a line."""
        whole = "   ".join(item.replace(" ", _BOUND) for item in items)
        return self.wrap(whole).replace(_BOUND, " ")

    def print(self, *texts: str) -> None:
        """Print paragraphs that stay, below an empty line."""
        for text in ("", *texts) if texts else ():
            indent = 1 + len(text) - len(text.lstrip())
            print(" " * indent + self.wrap(text.strip(), indent) if text else "", flush=True)

    def print_reply(self, question: Question, reply: Reply) -> None:
        """Print what stays in sight of a question that was answered."""
        if reply is not BACK:
            said = self.wrap(f"{question.text} {shorten(question.said(reply), LONGEST)}")
            print(f" {said}", flush=True)

    def tidy(self) -> None:
        """Switch back what drawing has switched."""
        with suppress(OSError, ValueError):
            self.output.enable_autowrap()
            self.output.disable_bracketed_paste()
            self.output.show_cursor()
            self.output.flush()


if sys.platform == "win32":

    def keyboard() -> Input:
        """Standard input."""
        return create_input(sys.stdin)

else:
    from prompt_toolkit.input.posix_utils import PosixStdinReader
    from prompt_toolkit.input.vt100 import Vt100Input

    def keyboard() -> Input:
        """Standard input."""
        return _CalmInput(sys.stdin) if sys.stdin.isatty() else create_input(sys.stdin)

    class _Reader(PosixStdinReader):
        """What comes from a terminal that may send anything, or be gone."""

        _MOST_EMPTY = 50

        def __init__(self, stdin: TextIO, ctrl_c: Callable[[], None]) -> None:
            super().__init__(stdin.fileno(), encoding=stdin.encoding)
            self._ctrl_c = ctrl_c
            self._empty = 0

        def read(self, count: int = 1024) -> str:
            """The next characters; of those with a Ctrl-C among them only that."""
            data = super().read(count)
            # Where nothing comes although something is there, again and again, nobody is there.
            self._empty = 0 if data else self._empty + 1
            if self._empty > self._MOST_EMPTY:
                self.closed = True
            if "\x03" in data:
                # It counts in the middle of a paste too, and most of all in one without an end.
                self._ctrl_c()
                return "\x03"
            return data

    class _CalmInput(Vt100Input):
        """Keys, never more of them at once than a person can type."""

        _MOST_KEYS = 200

        def __init__(self, stdin: TextIO) -> None:
            super().__init__(stdin)
            self.stdin_reader = _Reader(stdin, self.vt100_parser.reset)

        def read_keys(self) -> list[KeyPress]:
            """The next keys; a flood is a paste, from a terminal that does not say so."""
            keys = super().read_keys()
            if len(keys) > self._MOST_KEYS:
                return [KeyPress(Keys.BracketedPaste, "".join(key.data for key in keys))]
            return keys
