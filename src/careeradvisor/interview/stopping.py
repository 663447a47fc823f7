"""Being told to stop, and what then becomes of a person's answers: they are kept."""

from __future__ import annotations

import contextlib
import signal
import time
from typing import TYPE_CHECKING, Any, TypeVar

from careeradvisor.errors import CareerAdvisorError, Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.interview.engine import Draft
    from careeradvisor.profile.store import Store

T = TypeVar("T")

_STOPS = (KeyboardInterrupt, EOFError, Interrupted, OSError)
"""Ctrl-C, the end of input, a signal, a terminal that is gone."""


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


def kept_when_stopped(store: Store, draft: Draft, action: Callable[[], T]) -> T:
    """Run ``action`` and save the draft when the person stops in the middle of it.

    Raises Interrupted then, whose message says whether the answers are saved.
    """
    stop = Stop()
    before = listen(stop)
    try:
        return action()
    # A closed window is both an end of input and a signal. No statement that could let the
    # second one in may come between the first one and the next line: no "with", no call.
    except _STOPS as problem:
        stop.heard = True
        raise Interrupted(_saved(store, draft)) from problem
    except Exception as problem:
        if stop.told:
            stop.heard = True
            raise Interrupted(_saved(store, draft)) from problem
        if not isinstance(problem, CareerAdvisorError):
            # A fault of the program: whoever reports it should not lose the answers as well.
            stop.heard = True
            _saved(store, draft)
        raise
    finally:
        listen_again(before)


def _saved(store: Store, draft: Draft) -> str:
    """Save the draft; what there is to say about it."""
    if not draft.changed:
        if draft.asked:
            return "Stopped. Your answers are saved as they were."
        return "Stopped. There were no answers to save yet."
    if not store.keep:
        return "Stopped. Your answers were not saved."
    try:
        note = store.save_unfinished(draft.answers, frozenset(draft.asked))
    except CareerAdvisorError as problem:
        return f"Stopped. Your answers could not be saved: {problem.message}"
    again = "The next `careeradvisor quiz`"
    if not store.is_default:
        again = "The next quiz with the same --profile"
    return f"Stopped. {note} {again} offers to go on from there."
