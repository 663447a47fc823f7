"""Being told to stop, and what then becomes of a person's answers: they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from careeradvisor.errors import CareerAdvisorError, Interrupted
from careeradvisor.signals import Stop, listen, listen_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.interview.engine import Draft
    from careeradvisor.profile.store import Store

T = TypeVar("T")

_STOPS = (KeyboardInterrupt, EOFError, Interrupted, OSError)
"""Ctrl-C, the end of input, a signal, a terminal that is gone."""


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
