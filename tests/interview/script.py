"""A front end that plays a script: known replies, questions kept for looking."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from careeradvisor.errors import Interrupted
from careeradvisor.interview.front import FrontEnd
from careeradvisor.interview.questions import BACK, Conversation, Pick, PickSeveral, Question, Reply

T = TypeVar("T")


class Stop:
    """In a script: Ctrl-C."""


STOP = Stop()


@dataclass
class Played(Generic[T]):
    """How far a conversation has come."""

    asked: list[Question] = field(default_factory=list)
    result: T | None = None
    ended: bool = False

    @property
    def waiting(self) -> Question:
        """The question that is still open."""
        assert not self.ended
        return self.asked[-1]


def play(conversation: Conversation[T], *replies: Reply) -> Played[T]:
    """Carry on a conversation with these replies, as far as they go."""
    played: Played[T] = Played()
    try:
        played.asked.append(next(conversation))
        for reply in replies:
            check(played.asked[-1], reply)
            played.asked.append(conversation.send(reply))
    except StopIteration as done:
        played.result, played.ended = done.value, True
    return played


def labels(question: Question) -> list[str]:
    """What a person reads in a list."""
    return [row.label for row in question.rows]


def check(question: Question, reply: Reply) -> None:
    """A script may only pick what is there to be picked."""
    if reply is BACK or not isinstance(question, (Pick, PickSeveral)):
        return
    values = {row.value for row in question.rows}
    for value in reply.split(", "):
        assert value in values, f"{value!r} is not among {sorted(values)} of {question.text!r}"


class Scripted(FrontEnd):
    """A front end with a script for all its conversations together."""

    def __init__(self, *script: Reply | Stop) -> None:
        self.script = list(script)
        self.asked: list[Question] = []

    def run(self, conversation: Conversation[T]) -> T:
        try:
            question = next(conversation)
            while True:
                self.asked.append(question)
                reply = self.script.pop(0)
                if isinstance(reply, Stop):
                    raise Interrupted("")
                check(question, reply)
                question = conversation.send(reply)
        except StopIteration as done:
            result: T = done.value
            return result
