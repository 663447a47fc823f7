"""Months from now until qualified, for this person (design 4.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NumberCriterion
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_DURATION = re.compile(
    r"(?:(?P<years>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:y|yr|yrs|year|years)\.?)?"
    r"(?:\s*(?:,|and)?\s*)"
    r"(?:(?P<months>\d{1,4})\s*(?:m|mo|mos|month|months)?\.?)?"
)
_LARGEST = 240


def months_text(months: int) -> str:
    """Months in words: "9 months", "1 month"; with years as well from 24 months on.

    >>> months_text(54)
    '54 months (4.5 years)'
    """
    unit = "month" if months == 1 else "months"
    if months < 24:
        return f"{months} {unit}"
    years = f"{months / 12:.1f}".removesuffix(".0")
    return f"{months} {unit} ({years} years)"


class Schooling(NumberCriterion):
    """Study plus required paid experience, against a budget of months.

    Satisfaction is 1 up to the budget b, beyond it 1 - (m - b) / max(12, b), not
    below 0.
    """

    name = "schooling"
    label = "time until qualified"
    question = "How long can you study before you start?"
    why = (
        "Months from today until you can start, full time, with any degree or license that you "
        "still need. Paid training after a degree, such as a doctor's residency, is listed apart "
        "and does not count here. Paid experience that a career asks for does count."
    )
    metavar = "MONTHS (9, 9m, 2y) or any"
    examples = "9 months, 18m, 2 years"
    more_is_stricter = False
    largest = _LARGEST
    further = False

    @property
    def answer_key(self) -> str:
        """``schooling_months``, as in JSON's ``profile``."""
        return "schooling_months"

    def parse(self, text: str) -> Answer | None:
        """Months from "9", "9m", "18 months", "2y", "1.5 years", "1 year 6 months"; or any."""
        words = text.strip().lower()
        if words == ANY:
            return None
        match = _DURATION.fullmatch(words)
        if match is None or not (match["years"] or match["months"]):
            raise WrongUse(
                f"'{text}' is not a length of time. Write months or years, "
                "such as 9, 18m or 2y; or any."
            )
        years = float((match["years"] or "0").replace(",", "."))
        months = round(years * 12) + int(match["months"] or 0)
        if months > _LARGEST:
            raise WrongUse(
                f"{months} months is longer than any way into these careers. "
                f"Write at most {_LARGEST} (20 years), or any."
            )
        return months

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return f"at most {months_text(_number(answer))}"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 up to the budget, then falling linearly over max(12, budget) months."""
        months = prospect.shortest
        if months is None:
            return None
        budget = _number(answer)
        if months <= budget:
            return 1.0
        return max(0.0, 1.0 - (months - budget) / max(12, budget))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """Months until the start within the budget."""
        return None if prospect.shortest is None else prospect.shortest <= _number(answer)

    def offered(self, prospect: Prospect) -> int | None:
        """Months until the person can start."""
        return prospect.shortest

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """Study, paid experience and paid training apart; says when the budget is in the range."""
        way = prospect.pathway
        if way is None:
            return "has no published length of training"
        budget = _number(answer)
        if way.study[0] == 0 and way.work == 0:
            text = "can be started without further study"
        elif way.study[0] == 0:
            text = "needs no further study"
        elif way.study[1] > way.study[0]:
            text = f"takes {way.study[0]} to {way.study[1]} months of study"
        else:
            text = f"takes {months_text(way.study[0])} of study"
        if way.work:
            where = [
                step.name.removeprefix("work as ") for step in way.steps if step.kind == "work"
            ]
            text += f", then {way.work} months of paid work as {' and '.join(where)}"
        longest = way.months[1]
        if way.months[0] > budget:
            text += f", {way.months[0] - budget} more than you set" if budget else ""
        elif longest > budget:
            text += f" (your {budget} lies within that range: choose a shorter program)"
        residency = None if prospect.here else prospect.career.residency
        if residency is not None:
            low, high = residency.months
            span = f"{low}" if low == high else f"{low} to {high}"
            text += f", and then {span} months of paid training before full pay"
        return text

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"needs {prospect.shortest} months; you set {_number(answer)}"

    def knots(self, one: Prospect, other: Prospect) -> list[float]:
        """The budget at which each is met, at which each falls to 0, and where the scale bends."""
        knots: list[float] = [12]
        for prospect in (one, other):
            if prospect.shortest is not None:
                knots += [prospect.shortest, prospect.shortest / 2, prospect.shortest - 12]
        return knots

    def amount(self, answer: int) -> str:
        """Months in words."""
        return months_text(answer)

    def change_cost(self, answer: int, to: int) -> float:
        """Relative to the budget, and to a year when the budget is smaller."""
        return abs(to - answer) / max(12, answer)


def _number(answer: Answer) -> int:
    assert isinstance(answer, int)
    return answer
