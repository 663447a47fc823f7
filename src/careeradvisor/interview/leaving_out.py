"""Careers that are not for the person: leaving them out, why, and taking them back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.interview.conversing import ask
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, joined
from careeradvisor.interview.steps import CriterionStep, Frame, Step
from careeradvisor.matching.left_out import REASONS, for_what
from careeradvisor.text import listed, one_line
from careeradvisor.views.words import capital

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.interview.naming import Naming
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.matching.left_out import Suggestion
    from careeradvisor.profile.answers import Answers, Reason

_NONE, _OTHER = "none", "other"
_WISH, _MUST, _NO = "wish", "must", "no"
_PLACE = "Not for me"


class LeftOutStep(Step):
    """What was left out by name; only asked again to take some of it back."""

    key = "without"
    label = "not for you"

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def applies(self, answers: Answers) -> bool:
        """Only where something was left out."""
        return bool(answers.without)

    def said(self, answers: Answers) -> str:
        """See Step."""
        return listed(
            f"{self._title(id)}{for_what(reason)}" for id, reason in answers.without.items()
        )

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = PickSeveral(
            text="Which of these are not for you? Untick those that may come back.",
            rows=(
                *(Row(id, self._title(id)) for id in answers.without),
                Row(_NONE, "None: take all of them back", alone=True),
            ),
            current=joined(answers.without),
        )
        kept = yield from ask(frame.put(question), lambda reply: reply.split(", "))
        if kept is BACK:
            return BACK
        without = {id: reason for id, reason in answers.without.items() if id in kept}
        return replace(answers, without={} if _NONE in kept else without)

    def _title(self, id: str) -> str:
        career = self._catalogue.careers.get(id)
        return one_line(id if career is None else career.title)


def leaving_out(naming: Naming, answers: Answers) -> Conversation[Answers | Back]:
    """Which careers leave the list and why, and which come back."""
    ticked = tuple(answers.without)
    while True:
        found = yield from naming.not_wanted(ticked)
        if found is BACK:
            return BACK
        ticked = tuple(one.career.id for one in found)
        without: dict[str, Reason] = {
            id: reason for id, reason in answers.without.items() if id in ticked
        }
        for one in found:
            if one.career.id not in without:
                reason = yield from _why(one_line(one.career.title))
                if reason is BACK:
                    break
                without[one.career.id] = reason
        else:
            return replace(answers, without=without)


def _why(title: str) -> Conversation[Reason | Back]:
    question = Pick(
        text=f"What puts you off {title}?",
        why="When the same thing puts you off twice, you are asked whether it should count for all "
        "careers.",
        progress=_PLACE,
        can_go_back=True,
        rows=(
            *(Row(reason, capital(told)) for reason, (told, _) in REASONS.items()),
            Row(_OTHER, "Something else"),
        ),
    )
    return (yield from ask(question, _reason))


def _reason(reply: str) -> Reason:
    return next((reason for reason in REASONS if reason == reply), "")


def taken_up(suggestion: Suggestion, answers: Answers) -> Conversation[Answers]:
    """Ask whether a reason that repeats shall count for all careers; the answers then."""
    key = suggestion.criterion
    rows = [Row(_MUST, "Yes")]
    if suggestion.todo != "must" and key not in answers.must:
        rows = [Row(_WISH, "Yes, as a wish"), Row(_MUST, "Yes, as a hard limit")]
    question = Pick(
        text=one_line(suggestion.text),
        progress=_PLACE,
        can_go_back=True,
        rows=(*rows, Row(_NO, "No")),
    )
    changed = answers
    while True:
        reply = yield from ask(question, str)
        if reply is BACK or reply == _NO:
            return answers
        if suggestion.todo != "must":
            frame = Frame(progress=_PLACE, can_go_back=True, repeated=True)
            given = yield from CriterionStep(BY_KEY[key]).ask(answers, frame)
            if given is BACK:
                continue
            if key not in given.wants:
                return answers
            changed = given
        if reply == _MUST and key not in changed.must:
            changed = replace(changed, must=(*changed.must, key))
        return changed
