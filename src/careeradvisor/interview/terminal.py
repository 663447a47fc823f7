"""The keyboard and the window of a terminal that may send anything, or be gone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.defaults import create_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from careeradvisor.interview.front import Look


def window(look: Look) -> Output:
    """Standard output as prompt_toolkit writes on it."""
    output = create_output(sys.stdout)
    if hasattr(output, "enable_cpr"):
        # Asking a terminal where its cursor is leaves a warning on those that do not answer.
        output.enable_cpr = False
    if not look.colour and hasattr(output, "default_color_depth"):
        output.default_color_depth = ColorDepth.DEPTH_1_BIT
    return output


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
