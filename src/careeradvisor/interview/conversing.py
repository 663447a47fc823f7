"""Small pieces that conversations are put together from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from careeradvisor.errors import WrongUse
from careeradvisor.interview.questions import BACK, Write
from careeradvisor.text import one_line
from careeradvisor.views.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careeradvisor.interview.questions import Back, Conversation, Question, Row

T = TypeVar("T")

LONGEST = 200
"""Characters that a written reply may have."""


def ask(question: Question, understand: Callable[[str], T]) -> Conversation[T | Back]:
    """Ask until the reply is understood; ``understand`` raises WrongUse, whose message is shown.

    Going back is only understood where the question allows it.
    """
    while True:
        reply = yield question
        if reply is BACK:
            if question.can_go_back:
                return BACK
            question = replace(question, notice="There is nothing to go back to from here.")
            continue
        if isinstance(question, Write) and len(reply) > LONGEST:
            question = replace(question, notice="That is too long. Write it in a few words.")
            continue
        try:
            return understand(reply)
        except WrongUse as problem:
            # It starts from the reply, so that it can be mended.
            question = replace(question, notice=one_line(problem.message), current=reply)


def suggested(text: str, suggestions: Sequence[Row], most: int = 5) -> list[Row]:
    """The suggestions that ``text`` may be a part of, the likeliest first.

    The exact one comes first, then those of which a word begins with the text, then those
    that have it in the middle of one; among equals they stay in their order.
    """
    wanted = " ".join(text.lower().split())

    def likely(row: Row) -> int:
        value, label = row.value.lower(), row.label.lower()
        if wanted in (value, label):
            return 0
        begins = value.startswith(wanted) or any(f"{c}{wanted}" in f" {label}" for c in " (-")
        return 1 if begins else 2 if wanted in label else 3

    found = [row for row in suggestions if wanted and likely(row) < 3]
    return sorted(found, key=likely)[:most]


def only_one(text: str, suggestions: Sequence[Row]) -> Row | None:
    """The one suggestion whose value or label begins with ``text``, if it is the only one."""
    wanted = " ".join(text.lower().split())
    starting = [
        row
        for row in suggestions
        if row.value.lower().startswith(wanted) or row.label.lower().startswith(wanted)
    ]
    return starting[0] if wanted and len(starting) == 1 else None


def headed(label: str, said: str) -> str:
    """What is said of something under its name, which is left out where it is said anyway."""
    if set(label.lower().split()) <= set(said.lower().split()):
        return capital(said)
    return f"{capital(label)}: {said}"
