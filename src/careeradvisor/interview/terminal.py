"""The terminal and the signals, while one application has them."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable, Iterator

# SIGALRM is an interrupt that came where Python dropped it (cli/signals.py).
_OTHERS = ("SIGTERM", "SIGHUP", "SIGALRM")


class Hold:
    """Lets signals wait while an event loop is made or closed: raised there they would be lost."""

    _NUMBERS = tuple(
        getattr(signal, name) for name in ("SIGINT", *_OTHERS) if hasattr(signal, name)
    )

    def __init__(self) -> None:
        self._before: Iterable[int] | None = None

    def on(self) -> None:
        """From now on they wait."""
        if self._before is None and hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, self._NUMBERS)

    def off(self) -> None:
        """Those that have come meanwhile take effect, and later ones at once."""
        before, self._before = self._before, None
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def signals_stop(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> Iterator[None]:
    """Let signals stop the conversation: raised in an event loop they would break off its end.

    SIGINT is not among them: prompt_toolkit makes a key of it.
    """
    before: dict[int, Any] = {}
    for name in _OTHERS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        handler = signal.getsignal(number)
        # Not on Windows, and only in the main thread.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop)
            before[number] = handler
    try:
        yield
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)


if sys.platform == "win32":

    class Settings:
        """Consoles forget an application's settings by themselves."""

        def __init__(self, stdin: TextIO) -> None: ...

        def put_back(self) -> None:
            """Nothing to do."""

else:
    import termios

    class Settings:
        """How a terminal treats what is typed: echo, whole lines, Ctrl-C as a signal."""

        def __init__(self, stdin: TextIO) -> None:
            self._stdin = stdin
            self._before: list[Any] | None = None
            with suppress(termios.error, OSError, ValueError):
                self._before = termios.tcgetattr(stdin)

        def put_back(self) -> None:
            """Make them what they were when this was made."""
            if self._before is None:
                return
            with suppress(termios.error, OSError, ValueError):
                if termios.tcgetattr(self._stdin) != self._before:
                    termios.tcsetattr(self._stdin, termios.TCSANOW, self._before)
