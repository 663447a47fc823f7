"""Cumulative earnings over ten years from today, study time included (design 4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NumberCriterion
from careeradvisor.criteria.money_text import dollars_text, parse_dollars
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_SMALLEST = 1_000
_LARGEST = 20_000_000


class Earnings(NumberCriterion):
    """The share of a ten-year target that the career's earnings reach, at most 1."""

    name = "earnings"
    label = "ten-year earnings"
    question = "How much do you want to have earned ten years from now, in total?"
    why = (
        "A long education pays later: this adds up ten years from today, with nothing while you "
        "study. 500,000 dollars is 50,000 a year from the first day on."
    )
    metavar = "DOLLARS (500k, $500,000) or any"
    examples = "500k, $500,000"
    more_is_stricter = True
    smallest = _SMALLEST
    largest = _LARGEST

    def parse(self, text: str) -> Answer | None:
        """Dollars in ten years from "500000", "500k", "$500,000"; or any."""
        if text.strip().lower() == ANY:
            return None
        amount = parse_dollars(text, _LARGEST, "500000, 500k or $500,000")
        if amount < _SMALLEST:
            raise WrongUse(
                f"{dollars_text(amount)} in ten years is very little. "
                "Write dollars in total, such as 500k; or any."
            )
        return amount

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return f"{dollars_text(_number(answer))} in ten years"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """Ten-year earnings divided by the target, at most 1."""
        earnings = prospect.earnings
        return None if earnings is None else min(1.0, earnings.total / _number(answer))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """At or above the target."""
        earnings = prospect.earnings
        return None if earnings is None else earnings.total >= _number(answer)

    def offered(self, prospect: Prospect) -> int | None:
        """Dollars in ten years from today."""
        return None if prospect.earnings is None else prospect.earnings.total

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """The sum, rounded to thousands: it rests on assumptions."""
        earnings = prospect.earnings
        if earnings is None:
            return "has ten-year earnings that cannot be worked out"
        return f"earns about {dollars_text(round(earnings.total, -3))} in ten years from today"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        assert prospect.earnings is not None
        return (
            f"earns {dollars_text(prospect.earnings.total)} in ten years; "
            f"you set {dollars_text(_number(answer))}"
        )

    def knots(self, one: Prospect, other: Prospect) -> list[float]:
        """The targets at which each is just met."""
        return [float(p.earnings.total) for p in (one, other) if p.earnings is not None]

    def amount(self, answer: int) -> str:
        """Dollars in ten years."""
        return f"{dollars_text(answer)} in ten years"


def _number(answer: Answer) -> int:
    assert isinstance(answer, int)
    return answer
