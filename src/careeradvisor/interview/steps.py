"""The steps of the quiz: what each asks and what it makes of the reply.

Criteria bring their own question, choices and understanding, so a new one needs
nothing here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from careeradvisor.interview.conversing import ask
from careeradvisor.interview.questions import (
    BACK,
    Pick,
    PickSeveral,
    Question,
    Row,
    Write,
    joined,
)
from careeradvisor.views.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.criteria import Criterion
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.profile.answers import Answer, Answers

Asked = TypeVar("Asked", bound=Question)

ANY = "any"
_IN_WORDS = "in-words"
_NO_PREFERENCE = "no preference"
# Not "none": a person who can study for no time at all may well write that.
_NOTHING = frozenset({"", ANY, _NO_PREFERENCE})


def _kept_nowhere(_: Answers) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What surrounds a step's question: its place in the quiz and what may be done there."""

    progress: str = ""
    context: tuple[str, ...] = ()
    can_go_back: bool = False
    repeated: bool = False
    """Whether it was asked before, so that having no answer is an answer too."""
    keep: Callable[[Answers], None] = _kept_nowhere
    """Takes the answers so far of a step with several questions, lest an interruption lose them."""

    def put(self, question: Asked) -> Asked:
        """The question in its place."""
        return replace(
            question,
            progress=self.progress,
            context=(*self.context, *question.context),
            can_go_back=self.can_go_back or question.can_go_back,
        )


class Step(ABC):
    """One thing that the quiz asks."""

    key: str
    """Names the step in what is saved of an interrupted quiz."""
    label: str
    """In the middle of a sentence."""
    with_the_one_before: bool = False
    """Whether a summary puts it on one line with the step before it."""
    follows_up: bool = False
    """Whether it goes on from the step before, and is counted as one with it."""

    def applies(self, answers: Answers) -> bool:
        """Whether there is anything to ask, given the answers so far."""
        return True

    @abstractmethod
    def said(self, answers: Answers) -> str:
        """The present answer in a few words."""

    @abstractmethod
    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """Ask; the answers with this one put in."""


class OneQuestion(Step):
    """A step with one question."""

    @abstractmethod
    def question(self, answers: Answers) -> Question:
        """What is asked, given the answers so far."""

    @abstractmethod
    def answered(self, reply: str, answers: Answers) -> Answers:
        """The answers with a reply put in, ticks with commas between. Raises WrongUse."""

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = frame.put(self.question(answers))
        return (yield from ask(question, lambda reply: self.answered(reply, answers)))


class CriterionStep(Step):
    """What the person wants of one criterion."""

    def __init__(self, criterion: Criterion) -> None:
        self._criterion = criterion
        self.key = criterion.key
        self.label = criterion.label

    def said(self, answers: Answers) -> str:
        """See Step."""
        answer = answers.wants.get(self.key)
        return _NO_PREFERENCE if answer is None else self._criterion.wanted(answer)

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step. Where a choice can also be put in words, a last row leads to that."""
        answer = answers.wants.get(self.key)
        question: Question = frame.put(self._first_question(answer, frame))
        while True:
            reply = yield from ask(question, self._understood)
            if reply == _IN_WORDS:
                within = replace(frame, can_go_back=True)
                reply = yield from ask(within.put(self._written(answer)), self._understood)
                if reply is BACK:
                    continue
            return BACK if reply is BACK else answers.with_want(self.key, reply)

    def _understood(self, reply: str) -> Answer | None:
        """The answer; the marker of the row that leads to writing is passed on as it is."""
        if reply == _IN_WORDS:
            return _IN_WORDS
        return None if reply.strip().lower() in _NOTHING else self._criterion.parse(reply)

    def _first_question(self, answer: Answer | None, frame: Frame) -> Question:
        criterion = self._criterion
        if not criterion.choices:
            return self._written(answer)
        rows = [Row(choice.value, choice.label) for choice in criterion.choices]
        rows.append(Row(ANY, capital(_NO_PREFERENCE), alone=True))
        if criterion.examples:
            rows.append(Row(_IN_WORDS, f"I will write it ({criterion.examples})", alone=True))
        current = "" if answer is None else self._picked(answer)
        if answer is None and frame.repeated:
            current = ANY
        shown: dict[str, Any] = {
            "text": criterion.question,
            "why": criterion.why,
            "rows": tuple(rows),
            "current": current,
        }
        if criterion.several:
            return PickSeveral(**shown, ordered=self._order_matters())
        return Pick(**shown)

    def _written(self, answer: Answer | None) -> Write:
        criterion = self._criterion
        return Write(
            text=criterion.question,
            why=criterion.why,
            blank=_NO_PREFERENCE,
            examples=criterion.examples,
            current="" if answer is None else _as_written(answer),
        )

    def _order_matters(self) -> bool:
        first, second = (choice.value for choice in self._criterion.choices[:2])
        parse = self._criterion.parse
        return parse(f"{first},{second}") != parse(f"{second},{first}")

    def _picked(self, answer: Answer) -> str:
        """The choices that the answer consists of; none where it is not made of choices."""
        if not self._criterion.several:
            return str(answer)
        values = {choice.value for choice in self._criterion.choices}
        # Interests keep their letters in one word.
        parts = answer if isinstance(answer, tuple) else tuple(str(answer))
        return joined(parts) if set(parts) <= values else ""


def _as_written(answer: Answer) -> str:
    return joined(answer) if isinstance(answer, tuple) else str(answer)
