"""What a quiz begins with: a greeting, and what is left of earlier ones."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from careeradvisor.errors import BadProfile, FileProblem
from careeradvisor.interview.engine import Earlier
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from careeradvisor.profile.store import Store


def earlier_quizzes(store: Store) -> tuple[tuple[Earlier, ...], str]:
    """The quizzes in the store, one that was stopped first; and what is wrong with the file."""
    try:
        saved = store.load()
    except (BadProfile, FileProblem) as problem:
        return (), problem.message
    stopped, finished = saved.unfinished, saved.answers
    found = [] if stopped is None else [Earlier(stopped.answers, stopped.asked)]
    if finished is not None:
        found.append(Earlier(finished, None))
    return tuple(found), ""


def forget_stopped(store: Store) -> None:
    """Take a stopped quiz out of the store: it is finished, or was started anew."""
    # Where that fails it is offered once more, no more than that.
    with suppress(BadProfile, FileProblem):
        store.forget_unfinished()


def greeting(store: Store, problem: str) -> tuple[str, ...]:
    """The lines above the first question."""
    lines = ["A few short questions, about two minutes. Nothing leaves this computer."]
    if problem:
        lines.append(f"Earlier answers cannot be used. {shorten(problem, 300)}")
    if store.keep:
        lines.append("If you have to stop, your answers are kept and you can go on later.")
    else:
        lines.append("Your answers are not saved, so finish in one go.")
    return tuple(lines)
