"""When a person stops in the middle: their answers are kept, or they are told why not."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from careeradvisor.errors import CareerAdvisorError, Interrupted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.cli.interview.engine import Draft
    from careeradvisor.profile.store import Store

_GO_ON = "The next `careeradvisor quiz` offers to go on from there."


@contextmanager
def kept_when_stopped(store: Store, draft: Draft) -> Iterator[None]:
    """Save the draft when Ctrl-C, the end of input, SIGTERM or a closed terminal comes.

    Raises Interrupted then, whose message says whether the answers are saved.
    """
    try:
        with _hangup_as_interruption():
            yield
    except (KeyboardInterrupt, EOFError, Interrupted, OSError) as stop:
        with _undisturbed():
            message = _saved(store, draft)
        raise Interrupted(message) from stop


def _saved(store: Store, draft: Draft) -> str:
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
    again = _GO_ON
    if not store.is_default:
        again = "The next quiz with the same --profile offers to go on from there."
    return f"Stopped. {note} {again}"


@contextmanager
def _hangup_as_interruption() -> Iterator[None]:
    """A terminal that is closed stops the conversation, so that answers can still be saved."""
    number = getattr(signal, "SIGHUP", None)
    if (
        number is None
        or threading.current_thread() is not threading.main_thread()
        or signal.getsignal(number) is signal.SIG_IGN
    ):
        yield
        return
    before = signal.signal(number, _hung_up)
    try:
        yield
    finally:
        signal.signal(number, before)


def _hung_up(_signal: int, _frame: object) -> None:
    raise Interrupted("")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A second Ctrl-C or signal does not break off the saving that the first one began."""
    numbers = [
        getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
    ]
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [(number, signal.signal(number, signal.SIG_IGN)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
