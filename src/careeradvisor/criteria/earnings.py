"""Cumulative earnings over ten years from today, study time included (design 4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NOT_KNOWN, NumberCriterion, tidy
from careeradvisor.criteria.money_text import dollars_text, fewer_dollars, parse_dollars
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_SMALLEST = 1_000
_LARGEST = 20_000_000


class Earnings(NumberCriterion):
    """1 from the target on, falling to 0 at half of it."""

    name = "earnings"
    label = "ten-year earnings"
    head = "In ten years"
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
        if tidy(text) == ANY:
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
        """1 at the target, 0 at half of it, linear between."""
        earnings = prospect.earnings
        return None if earnings is None else _reached(earnings.total, _number(answer))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """At or above the target."""
        earnings = prospect.earnings
        return None if earnings is None else earnings.total >= _number(answer)

    def offered(self, prospect: Prospect) -> int | None:
        """Dollars in ten years from today."""
        return None if prospect.earnings is None else prospect.earnings.total

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        earnings = prospect.earnings
        return NOT_KNOWN if earnings is None else dollars_text(round(earnings.total, -3))

    def limit(self, prospect: Prospect) -> int | None:
        """What the career earns in ten years."""
        return self.offered(prospect)

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """5, 10, 15, 20 percent less."""
        return fewer_dollars(_number(answer), self.smallest)

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        less, more = dollars_text(_number(after)), dollars_text(_number(before))
        return f"were content with {less} in ten years instead of {more}"

    def by_pay(
        self, prospect: Prospect, answer: Answer, factors: Sequence[float]
    ) -> Sequence[Table]:
        """What is earned on the way is taken to be off by as much as the pay in the career."""
        earnings = prospect.earnings
        if earnings is None:
            return ()
        return ([_reached(earnings.total * factor, _number(answer)) for factor in factors],)

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

    def amount(self, answer: int) -> str:
        """Dollars in ten years."""
        return f"{dollars_text(answer)} in ten years"


def _reached(total: float, target: int) -> float:
    return max(0.0, min(1.0, 2.0 * total / target - 1.0))


def _number(answer: Answer | None) -> int:
    assert isinstance(answer, int)
    return answer
