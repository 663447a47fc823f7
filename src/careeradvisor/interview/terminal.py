"""The keyboard and the window of a terminal that may send anything, or be gone."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

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
    from prompt_toolkit.data_structures import Size

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Question, Reply

_WIDEST = 100
_BOUND = "~"
_MOST_EMPTY = 50
_MOST_KEYS = 200


class Page:
    """The window, as wide as it is now, the characters that it has, and the keyboard."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.pointer = "❯" if look.unicode else ">"
        calm = sys.platform != "win32" and sys.stdin.isatty()
        self.input = _CalmInput(sys.stdin) if calm else create_input(sys.stdin)
        self._output = create_output(sys.stdout)
        if hasattr(self._output, "enable_cpr"):
            # Asking a terminal where its cursor is leaves a warning on those that do not answer.
            self._output.enable_cpr = False

    @property
    def terminal(self) -> dict[str, Any]:
        """What prompt_toolkit needs to know of it."""
        depth = None if self.look.colour else ColorDepth.DEPTH_1_BIT
        return {"input": self.input, "output": self._output, "color_depth": depth}

    @property
    def size(self) -> Size:
        """The rows and columns of the window."""
        return self._output.get_size()

    @property
    def columns(self) -> int:
        """The width to use."""
        return min(_WIDEST, self.size.columns)

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
            self._output.enable_autowrap()
            self._output.disable_bracketed_paste()
            self._output.show_cursor()
            self._output.flush()


if sys.platform != "win32":
    from prompt_toolkit.input.vt100 import Vt100Input

    class _CalmInput(Vt100Input):
        """Keys from a terminal that may send anything, never more than a person can type."""

        def __init__(self, stdin: TextIO) -> None:
            super().__init__(stdin)
            self._empty = 0

        def read_keys(self) -> list[KeyPress]:
            """The next keys; of those with a Ctrl-C among them only that."""
            data = self.stdin_reader.read()
            # Where nothing comes although something is there, again and again, nobody is there.
            self._empty = 0 if data else self._empty + 1
            if self._empty > _MOST_EMPTY:
                self.stdin_reader.closed = True
            if "\x03" in data:
                # It counts in the middle of a paste too, and most of all in one without an end.
                self.vt100_parser.reset()
                data = "\x03"
            self.vt100_parser.feed(data)
            keys, self._buffer = self._buffer, []
            if len(keys) > _MOST_KEYS:
                # A flood is a paste, from a terminal that does not say so.
                return [KeyPress(Keys.BracketedPaste, "".join(key.data for key in keys))]
            return keys
