"""Questions about the answers themselves: what matters most, and which are hard limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.interview.conversing import ask, headed
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, joined
from careeradvisor.interview.steps import OneQuestion, Step
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.interview.steps import Frame
    from careeradvisor.profile.answers import Answers

_THE_REST = "rest"
_NONE = "none"


def answer_line(answers: Answers, key: str) -> str:
    """A criterion with the person's answer: "Salary: $60,000 a year"."""
    criterion = BY_KEY[key]
    return headed(criterion.label, criterion.wanted(answers.wants[key]))


class PrioritiesStep(Step):
    """The order of importance, by picking what matters most again and again."""

    key = "priorities"
    label = "what matters most"

    def applies(self, answers: Answers) -> bool:
        """With fewer than two answers there is nothing to weigh."""
        return len(_answered(answers)) > 1

    def said(self, answers: Answers) -> str:
        """See Step."""
        keys = _answered(answers)
        order = [key for key in answers.priorities if key in keys]
        rest = [BY_KEY[key].label for key in keys if key not in order]
        if not order:
            return "all answers count the same"
        first = ", then ".join(BY_KEY[key].label for key in order)
        if not rest:
            return first
        if len(rest) == 1:
            return f"{first}, then {rest[0]}"
        return f"{first}, then {listed(rest)} equally"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step. Going back takes the last pick away first."""
        keys = _answered(answers)
        # Asked again, it starts anew; interrupted, it goes on from what was picked.
        order = [] if frame.repeated else [key for key in answers.priorities if key in keys]
        while len(order) < len(keys) - 1:
            reply = yield from ask(frame.put(self._question(answers, order)), str)
            if reply is BACK:
                if not order:
                    return BACK
                order.pop()
            elif reply == _THE_REST:
                break
            else:
                order.append(reply)
            frame.keep(replace(answers, priorities=tuple(order)))
        return replace(answers, priorities=tuple(order))

    def _question(self, answers: Answers, order: list[str]) -> Pick:
        left = [key for key in _answered(answers) if key not in order]
        rows = [Row(key, answer_line(answers, key)) for key in left]
        rows.append(
            Row(
                _THE_REST,
                "The rest don't matter more than each other"
                if order
                else "No preference: they all matter the same",
            )
        )
        so_far = ", ".join(f"{i}. {BY_KEY[key].label}" for i, key in enumerate(order, 1))
        return Pick(
            text=f"So far: {so_far}. And what matters most after that?"
            if order
            else "What matters most to you?",
            why="Careers are compared on all your answers. What you pick first counts most, the "
            "next less, and so on; answers that you leave without an order count the same.",
            can_go_back=bool(order),
            rows=tuple(rows),
        )


class MustStep(OneQuestion):
    """The answers that a career has to meet."""

    key = "must"
    label = "hard limits"

    def applies(self, answers: Answers) -> bool:
        """Without an answer there is nothing to limit."""
        return bool(_answered(answers))

    def said(self, answers: Answers) -> str:
        """See Step."""
        return listed(BY_KEY[key].label for key in _answered(answers) if key in answers.must) or (
            "none, all answers are wishes"
        )

    def question(self, answers: Answers) -> PickSeveral:
        """See OneQuestion."""
        keys = _answered(answers)
        return PickSeveral(
            text="Is any of these a hard limit?",
            why="A career that misses a hard limit is left out and listed as a near miss, however "
            "well it fits otherwise. Every other answer is a wish: missing it only costs a career "
            "its place. Few limits give you more to choose from.",
            rows=(
                *(Row(key, answer_line(answers, key)) for key in keys),
                Row(_NONE, "No preference: they are all wishes", alone=True),
            ),
            current=joined(answers.must) or _NONE,
        )

    def answered(self, reply: str, answers: Answers) -> Answers:
        """See OneQuestion."""
        picked = reply.split(", ")
        return replace(answers, must=tuple(key for key in _answered(answers) if key in picked))


def _answered(answers: Answers) -> list[str]:
    """Keys of the criteria with an answer, in the quiz's order."""
    return [key for key in BY_KEY if key in answers.wants]
