"""The quiz as a conversation: steps one after the other, back, a summary to confirm and edit."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.errors import WrongUse
from careeradvisor.interview.background import (
    AreaStep,
    EducationStep,
    HoldsStep,
    PaceStep,
    SciencesStep,
    StateStep,
    WorkedStep,
)
from careeradvisor.interview.conversing import ask, headed
from careeradvisor.interview.leaving_out import LeftOutStep
from careeradvisor.interview.questions import BACK, Pick, Row
from careeradvisor.interview.steps import CriterionStep, Frame, Step
from careeradvisor.interview.weighing import MustStep, PrioritiesStep
from careeradvisor.profile.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.interview.questions import Back, Conversation

_RANK = "rank"
GO_ON, SAVED, ANEW = "go-on", "saved", "anew"
# The steps about the person are called like the fields that they fill.
ABOUT_THE_PERSON = tuple(field.name for field in fields(Answers) if field.name != "wants")


@dataclass
class Draft:
    """The answers as they come in, to be saved if the person stops.

    ``asked`` are the keys of the steps that have been gone through; ``changed``
    tells whether anything was answered in this conversation.
    """

    answers: Answers
    asked: set[str] = field(default_factory=set)
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """Answers from an earlier quiz; ``asked`` as in :class:`Draft`, ``None`` if it was finished."""

    answers: Answers
    asked: frozenset[str] | None


class Quiz:
    """One interview. ``asked_already`` are the keys of what flags have answered.

    ``path`` is the catalogue's, if it is not the bundled one.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        draft: Draft,
        asked_already: frozenset[str] = frozenset(),
        *,
        full: bool = False,
        greeting: Sequence[str] = (),
        path: Path | None = None,
    ) -> None:
        self.draft, self.full = draft, full
        self._greeting = tuple(greeting)
        groups = step_groups(catalogue, draft.answers, full=full, path=path)
        asked = [[s for s in group if s.key not in asked_already] for group in groups]
        self._groups = [group for group in asked if group]
        self._steps = [step for group in self._groups for step in group]
        self._lines = _lines([*groups, [LeftOutStep(catalogue)]])

    def conversation(self) -> Conversation[Answers]:
        """Ask what is open, then confirm; returns the answers that the person has confirmed."""
        position: int | None = self._first_open()
        while True:
            if position is not None:
                yield from self._go_through(position)
            reply = yield from ask(self._summary(), self._confirmed)
            if reply is BACK:
                position = self._before(len(self._steps))
                continue
            position = None
            if reply == _RANK:
                return self.draft.answers
            line = next(line for line in self._lines if line[0].key == reply)
            answers = yield from edited(line, self.draft.answers)
            if answers != self.draft.answers:
                self._keep(answers)

    def told(self, *, finished: bool) -> tuple[str, ...]:
        """The answers of this quiz, which is an earlier one, and where it was stopped."""
        rows = line_rows(self._lines, self.draft.answers)
        asked = {*self.draft.asked, LeftOutStep.key}
        said = [f"  {row.label}" for row in rows if row.value in asked]
        if finished:
            return ("You have saved these answers:", *said)
        first = self._first_open()
        where = "after the last question"
        if first < len(self._steps):
            place = self._place(self._steps[first])
            where = f"at {place[:1].lower()}{place[1:]}"
        until = " Nothing was lost. Your answers until then:" if said else ""
        return (f"Last time you stopped {where}.{until}", *said)

    def _go_through(self, position: int) -> Conversation[None]:
        """Ask the steps from a position to the last one."""
        while position < len(self._steps):
            step = self._steps[position]
            if not step.applies(self.draft.answers):
                position += 1
                continue
            before = self._before(position)
            frame = Frame(
                progress=self._place(step),
                context=self._greeting if before is None else (),
                can_go_back=before is not None,
                repeated=step.key in self.draft.asked,
                keep=self._keep,
            )
            answers = yield from step.ask(self.draft.answers, frame)
            if answers is BACK:
                position = before or 0
            else:
                self._keep(answers)
                self.draft.asked.add(step.key)
                position += 1

    def _keep(self, answers: Answers) -> None:
        self.draft.answers = answers
        self.draft.changed = True

    def _place(self, step: Step) -> str:
        """Where in the quiz a question is, of those that there are to ask as it stands."""
        number, group = next((i, g) for i, g in enumerate(self._groups, 1) if step in g)
        place = f"Question {number} of {len(self._groups)}"
        # What follows up is no part of its own: nobody knows beforehand whether it comes.
        parts = [
            other
            for other in group
            if other is group[0] or (not other.follows_up and other.applies(self.draft.answers))
        ]
        upto = group[: group.index(step) + 1]
        part = sum(other in upto for other in parts)
        return f"{place}, part {part} of {len(parts)}" if len(parts) > 1 else place

    def _summary(self) -> Pick:
        rows = line_rows(self._lines, self.draft.answers)
        return Pick(
            text="Are these your answers? Pick one to change it.",
            why="Nothing is ranked until you say yes. Pick a line to answer that question again; "
            "you come back here afterwards.",
            can_go_back=self._before(len(self._steps)) is not None,
            rows=(Row(_RANK, "Yes, show me the careers"), *rows),
        )

    def _confirmed(self, reply: str) -> str:
        if reply == _RANK and not self.draft.answers.wants:
            raise WrongUse(
                "There is nothing to rank by yet. Tell me at least one thing you care about: "
                "pick one of the lines with no preference."
            )
        return reply

    def _before(self, position: int) -> int | None:
        """The step before a position that applies."""
        for i in range(position - 1, -1, -1):
            if self._steps[i].applies(self.draft.answers):
                return i
        return None

    def _first_open(self) -> int:
        """The first step that has not been gone through."""
        for i, step in enumerate(self._steps):
            if step.key not in self.draft.asked and step.applies(self.draft.answers):
                return i
        return len(self._steps)


def line_rows(lines: Sequence[Sequence[Step]], answers: Answers) -> tuple[Row, ...]:
    """Lines of a summary, each with what it says: "Salary: $60,000 a year"."""

    def said(line: Sequence[Step]) -> str:
        parts = [step.said(answers) for step in line if step.applies(answers)]
        return headed(line[0].label, "; ".join(parts))

    return tuple(Row(line[0].key, said(line)) for line in lines if line[0].applies(answers))


def _lines(groups: Sequence[Sequence[Step]]) -> list[list[Step]]:
    """Steps as lines of a summary."""
    lines: list[list[Step]] = []
    for step in [step for group in groups for step in group]:
        if step.with_the_one_before and lines:
            lines[-1].append(step)
        else:
            lines.append([step])
    return lines


def gone_through(answers: Answers) -> set[str]:
    """Keys of the steps of a quiz that is finished with these answers."""
    criteria = {c.key for c in ALL if not c.further or c.key in answers.wants}
    return criteria | set(ABOUT_THE_PERSON)


def step_groups(
    catalogue: Catalogue, answers: Answers, *, full: bool, path: Path | None = None
) -> list[list[Step]]:
    """All steps in order, those that count as one question together.

    Further criteria are there when asked for, or when there is an answer to them.
    """
    person = [EducationStep(), SciencesStep(), HoldsStep(catalogue), WorkedStep(catalogue)]
    before: dict[str, list[Step]] = {"schooling": person}
    after: dict[str, list[Step]] = {
        "schooling": [PaceStep()],
        "salary": [StateStep(), AreaStep(path)],
    }
    groups: list[list[Step]] = []
    for criterion in ALL:
        if full or not criterion.further or criterion.key in answers.wants:
            key = criterion.key
            groups.append([*before.get(key, []), CriterionStep(criterion), *after.get(key, [])])
    return [*groups, [PrioritiesStep()], [MustStep()]]


def edited(line: Sequence[Step], answers: Answers) -> Conversation[Answers]:
    """The questions of a line again; back leaves that answer and those after it as they are."""
    for step in line:
        if step.applies(answers):
            frame = Frame(progress="Change an answer", can_go_back=True, repeated=True)
            changed = yield from step.ask(answers, frame)
            if changed is BACK:
                break
            answers = changed
    return answers


def changing(
    catalogue: Catalogue, draft: Draft, path: Path | None = None
) -> Conversation[Answers | Back]:
    """Which answer to change, and the new one; all answers then, at least one preference kept."""
    # A draft of its own: picks on the way are not kept when the person goes back.
    draft = replace(draft)
    groups = step_groups(catalogue, draft.answers, full=True, path=path)
    lines = _lines([*groups, [LeftOutStep(catalogue)]])
    question = Pick(
        text="Which answer do you want to change?",
        progress="Change an answer",
        can_go_back=True,
        rows=line_rows(lines, draft.answers),
    )
    while True:
        key = yield from ask(question, str)
        if key is BACK:
            return BACK
        line = next(line for line in lines if line[0].key == key)
        answers = yield from edited(line, draft.answers)
        if not answers.wants:
            question = replace(question, notice="Without any preference nothing can be ranked.")
        elif answers != draft.answers:
            return answers


def quiz(
    catalogue: Catalogue,
    draft: Draft,
    asked_already: frozenset[str] = frozenset(),
    *,
    full: bool = False,
    greeting: Sequence[str] = (),
    earlier: Sequence[Earlier] = (),
    path: Path | None = None,
) -> Conversation[Answers]:
    """A whole interview; ``draft`` holds what flags say and takes the answers as they come in.

    With ``earlier`` quizzes the person is first asked whether to go on from one of them.
    ``path`` is the catalogue's, if it is not the bundled one.
    """
    offers: dict[str, Quiz] = {}
    for one in earlier:
        answers = merged(one.answers, draft.answers, asked_already)
        asked = gone_through(answers) if one.asked is None else set(one.asked)
        # It goes on as the kind of quiz that it was.
        further = any(BY_KEY[key].further for key in one.asked or () if key in BY_KEY)
        offers[SAVED if one.asked is None else GO_ON] = Quiz(
            catalogue, Draft(answers, asked), asked_already, full=full or further, path=path
        )
    if offers:
        labels = {
            GO_ON: "Go on where I stopped",
            SAVED: "Go on with the saved answers" if len(offers) > 1 else "Go on with these",
        }
        told = [line for value, old in offers.items() for line in old.told(finished=value == SAVED)]
        question = Pick(
            text="Do you want to go on with these?",
            why="Your answers of last time were kept in a file on this computer. If you start "
            "anew, they stay there until you save others.",
            context=tuple(told),
            rows=(*(Row(value, labels[value]) for value in offers), Row(ANEW, "Start anew")),
        )
        old = offers.get(str((yield from ask(question, str))))
        if old is not None:
            draft.answers, draft.asked, full = old.draft.answers, old.draft.asked, old.full
    new = Quiz(catalogue, draft, asked_already, full=full, greeting=greeting, path=path)
    return (yield from new.conversation())


def merged(earlier: Answers, given: Answers, asked_already: frozenset[str]) -> Answers:
    """Answers of an interrupted quiz, with what flags say now put over them."""
    wants = {k: v for k, v in earlier.wants.items() if k not in asked_already}
    wants |= {k: v for k, v in given.wants.items() if k in asked_already}
    kept = {
        name: getattr(given if name in asked_already else earlier, name)
        for name in ABOUT_THE_PERSON
    }
    for name in ("must", "priorities"):
        kept[name] = tuple(key for key in kept[name] if key in wants)
    return Answers(wants=wants, **kept)
