"""The quiz that asks: questions as data, a conversation over them, and two front ends.

``questions`` says what can be asked; ``engine`` is the conversation; ``keys`` and
``plain`` show it; ``results`` goes on after the ranking with what a command hands it
(``actions``).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.interview.actions import Actions
    from careeradvisor.interview.front import FrontEnd, Look
    from careeradvisor.profile.answers import Answers
    from careeradvisor.profile.store import Store


def front_end(look: Look) -> FrontEnd:
    """Keys and redrawing where the terminal can do that, lines of text elsewhere."""
    if look.plain or os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        from careeradvisor.interview.plain import PlainFrontEnd

        return PlainFrontEnd(look)
    from careeradvisor.interview.keys import KeysFrontEnd

    return KeysFrontEnd(look)


def interview(
    front: FrontEnd,
    catalogue: Catalogue,
    given: Answers,
    asked_already: frozenset[str],
    full: bool,
    store: Store,
    then: Callable[[Answers], None] | None = None,
    path: Path | None = None,
) -> Answers:
    """Ask the person; the answers that they have confirmed, those of flags included.

    ``given`` are the answers of flags, ``asked_already`` the keys of the questions
    that flags have answered, which are not asked. An earlier quiz in ``store``
    can be gone on with. ``then`` is what to do with the answers before anybody is asked
    again: to rank and to print. ``path`` is the catalogue's, if it is not the bundled one.
    Raises Interrupted when the person stops, in ``then`` too; the answers so far are saved then.
    """
    from careeradvisor.interview.engine import Draft, quiz
    from careeradvisor.interview.resuming import earlier_quizzes, forget_stopped, greeting
    from careeradvisor.interview.stopping import kept_when_stopped

    earlier, problem = earlier_quizzes(store)
    draft = Draft(given)
    conversation = quiz(
        catalogue,
        draft,
        asked_already,
        full=full,
        greeting=greeting(store, problem),
        earlier=earlier,
        path=path,
    )

    def ask_and_tell() -> Answers:
        answers = front.run(conversation)
        if then is not None:
            then(answers)
        return answers

    answers = kept_when_stopped(store, draft, ask_and_tell)
    if earlier:
        forget_stopped(store)
    return answers


def after_results(
    front: FrontEnd,
    catalogue: Catalogue,
    answers: Answers,
    actions: Actions,
    store: Store,
    path: Path | None = None,
) -> Answers:
    """What follows a printed ranking: a menu, until the person quits.

    Returns the answers as they are then. Raises Interrupted when the person stops.
    """
    from careeradvisor.interview.results import Results

    return Results(front, catalogue, answers, actions, store, path).run()
