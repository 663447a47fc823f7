"""Being told to stop: Ctrl-C, SIGTERM and a closed window all become KeyboardInterrupt.

It is no Exception, so nothing on the way takes it for a failure of its own and goes on.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING

from careeradvisor.interview.stopping import Stop, listen

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOON = 0.01


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
