"""Being told to stop: Ctrl-C, SIGTERM and a closed window all become KeyboardInterrupt.

It is no Exception, so nothing on the way takes it for a failure of its own and goes on.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SOON = 0.01


class Stop:
    """A handler of signals to stop. ``heard`` set, it does nothing any more.

    ``told`` says that there was one: whatever fails afterwards fails for that reason.
    Modules that are broken off while they are loaded turn an interrupt into all kinds of errors.

    The system and the shell may both say that a window is closed: what comes together
    counts once, so that the second one does not break off what the first has set off.
    Later ones count again, since an exception that is raised while compiled code is
    running can get lost.
    """

    TOGETHER_SECONDS = 1.0

    def __init__(self) -> None:
        self.heard = False
        self.told = False
        self._last: float | None = None

    def __call__(self, _number: int, _frame: object) -> None:
        """Raise KeyboardInterrupt, unless one has just been raised."""
        self.told = True
        now = time.monotonic()
        if self.heard or (self._last is not None and now - self._last < self.TOGETHER_SECONDS):
            return
        self._last = now
        raise KeyboardInterrupt


def listen(stop: Callable[[int, Any], None]) -> dict[int, Any]:
    """Let ``stop`` handle all signals to stop; returns who handled them before, by number."""
    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Whoever started the program with a signal ignored (nohup) meant it.
        if number is None or signal.getsignal(number) == signal.SIG_IGN:
            continue
        # Only the main thread may, and only there do signals arrive.
        with contextlib.suppress(ValueError):
            before[number] = signal.signal(number, stop)
    return before


def listen_again(before: dict[int, Any]) -> None:
    """Let those who handled signals before handle them again."""
    for number, handler in before.items():
        signal.signal(number, handler)


def ignore() -> None:
    """From now on signals to stop do nothing."""
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None)):
        if number is not None:
            signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def heeded() -> Iterator[Stop]:
    """Raise KeyboardInterrupt at signals to stop, also where Python itself would drop it."""
    before = sys.unraisablehook
    sys.unraisablehook = _once_more
    told_to_stop = Stop()
    listen(told_to_stop)
    try:
        yield told_to_stop
    finally:
        sys.unraisablehook = before


def _once_more(lost: sys.UnraisableHookArgs) -> None:
    """Raise an interrupt again that came in a callback, such as Python's imports use.

    Python would print a traceback and go on as if nothing had been pressed.
    """
    if not isinstance(lost.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
    elif hasattr(signal, "setitimer"):
        with contextlib.suppress(ValueError):
            signal.signal(signal.SIGALRM, signal.default_int_handler)
            signal.setitimer(signal.ITIMER_REAL, _SOON)
