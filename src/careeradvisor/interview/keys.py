"""Keys and redrawing, with prompt_toolkit.

One application carries a whole conversation: the terminal is in one state from
the first question to the last, a key pressed early is not lost between two
questions, and a new size of the window is drawn at once.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TextIO, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.styles import Style

from careeradvisor.errors import Interrupted
from careeradvisor.interview.drawing import draw
from careeradvisor.interview.terminal import Hold, Settings, signals_stop
from careeradvisor.interview.views import view_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Conversation, Reply
    from careeradvisor.interview.views import View

T = TypeVar("T")

# After Esc this long without another byte, it was the key and not the start of a sequence.
_ESCAPE_SECONDS = 0.1

_NAMES = {
    Keys.Up: "up",
    Keys.ControlP: "up",
    Keys.Down: "down",
    Keys.ControlN: "down",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.Home: "home",
    Keys.ControlA: "home",
    Keys.End: "end",
    Keys.ControlE: "end",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.Escape: "escape",
    Keys.Tab: "tab",
    Keys.BackTab: "backtab",
    Keys.Backspace: "backspace",
    Keys.Delete: "delete",
    Keys.ControlU: "clear",
    Keys.ControlW: "clear-word",
}
_COLOURS = {
    "progress": "ansicyan",
    "question": "bold",
    "here": "ansicyan bold",
    "notice": "ansiyellow",
}
_NO_COLOURS = {"question": "bold", "here": "bold"}


class KeysFrontEnd:
    """Lists to move in and fields to write in."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def run(self, conversation: Conversation[T], *, whole_screen: bool = True) -> T:
        """See FrontEnd."""
        try:
            view = view_of(next(conversation))
        except StopIteration as done:
            result: T = done.value
            return result
        return _Run(conversation, view, self._look, whole_screen).run()


class _Run(Generic[T]):
    """One conversation on the terminal."""

    def __init__(
        self, conversation: Conversation[T], view: View, look: Look, whole_screen: bool
    ) -> None:
        self._conversation = conversation
        self._view = view
        self._look = look
        self._output = _output()
        self._app: Application[T] = Application(
            layout=Layout(
                Window(
                    FormattedTextControl(self._drawn, focusable=True, show_cursor=True),
                    always_hide_cursor=False,
                )
            ),
            key_bindings=self._bindings(),
            style=Style.from_dict(_COLOURS if look.colour else _NO_COLOURS),
            color_depth=None if look.colour else ColorDepth.DEPTH_1_BIT,
            full_screen=whole_screen,
            erase_when_done=True,
            input=_input(),
            output=self._output,
        )
        self._app.ttimeoutlen = _ESCAPE_SECONDS
        self._hold = Hold()

    def run(self) -> T:
        settings = Settings(sys.stdin)
        self._hold.on()
        try:
            return asyncio.run(self._main())
        finally:
            self._hold.on()
            self._put_back(settings)
            self._hold.off()

    def _put_back(self, settings: Settings) -> None:
        """Leave the terminal as it was, also where an interrupt has broken off what does that."""
        with suppress(OSError, ValueError):
            self._output.enable_autowrap()
            self._app.renderer.reset()
        settings.put_back()

    async def _main(self) -> T:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._failed)
        with signals_stop(loop, self._stop):
            try:
                return await self._app.run_async(
                    pre_run=self._hold.off, set_exception_handler=False
                )
            finally:
                self._hold.on()

    def _drawn(self) -> StyleAndTextTuples:
        size = self._output.get_size()
        return [*draw(self._view, self._look, size.columns, size.rows)]

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        for key, name in _NAMES.items():
            bindings.add(key, eager=True)(self._presser(name))
        bindings.add(Keys.Any)(self._typed)
        bindings.add(Keys.BracketedPaste, eager=True)(lambda event: self._view.paste(event.data))
        bindings.add(Keys.ControlC, eager=True)(lambda _: self._stop())
        bindings.add(Keys.SIGINT, eager=True)(lambda _: self._stop())
        bindings.add(Keys.ControlD, eager=True)(lambda _: self._exit(EOFError()))
        bindings.add(Keys.ControlZ, eager=True)(lambda _: self._pause())
        bindings.add(Keys.ControlL, eager=True)(lambda event: event.app.renderer.clear())
        return bindings

    def _presser(self, name: str) -> Callable[[KeyPressEvent], None]:
        return lambda _: self._press(name)

    def _typed(self, event: KeyPressEvent) -> None:
        for press in event.key_sequence:
            if len(press.key) == 1 and press.key.isprintable():
                self._press(press.key)

    def _press(self, name: str) -> None:
        if self._app.is_done:
            return
        reply = self._view.press(name)
        if reply is not None:
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        try:
            self._view = view_of(self._conversation.send(reply))
        except StopIteration as done:
            self._app.exit(result=done.value)
        except BaseException as problem:
            # Raised in the event loop it would be logged; it belongs to the caller.
            self._exit(problem)

    def _pause(self) -> None:
        """Ctrl-Z: back to the shell, until its ``fg``.

        Not by prompt_toolkit's own way, which never ends if the window is closed meanwhile.
        """
        if not hasattr(signal, "SIGTSTP"):
            return
        self._app.renderer.erase()
        with self._app.input.cooked_mode():
            # The whole group: whatever is piped into this program pauses too.
            os.kill(0, signal.SIGTSTP)
        self._app.renderer.reset()
        self._app.invalidate()

    def _stop(self) -> None:
        self._exit(Interrupted(""))

    def _exit(self, problem: BaseException) -> None:
        if self._app.is_running and not self._app.is_done:
            self._app.exit(exception=problem)

    def _failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._exit(context.get("exception") or RuntimeError(context["message"]))


def _output() -> Output:
    output = create_output(sys.stdout)
    if hasattr(output, "enable_cpr"):
        # Asking a terminal where its cursor is leaves a warning on those that do not answer.
        output.enable_cpr = False
    return output


if sys.platform == "win32":

    def _input() -> Input:
        return create_input(sys.stdin)

else:
    from prompt_toolkit.input.posix_utils import PosixStdinReader
    from prompt_toolkit.input.vt100 import Vt100Input

    def _input() -> Input:
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
