"""What people in the occupation earn, against a target (design 4.6)."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NumberCriterion
from careeradvisor.criteria.money_text import dollars_text, parse_dollars
from careeradvisor.errors import WrongUse
from careeradvisor.prospects.pay import satisfaction_of_share, share_earning

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_SMALLEST = 1_000
_LARGEST = 2_000_000
_NEARLY_EVERYONE, _HARDLY_ANYONE = 0.995, 0.005


class Salary(NumberCriterion):
    """The share of people in the occupation who earn at least the target.

    Taken as a must: at least half of them do (median at or above the target).
    """

    name = "salary"
    label = "salary"
    question = "What do you need to earn in a year?"
    why = (
        "Before tax, in today's dollars. A career fits better the more of its people earn at least "
        "this much. As a hard limit it means that at least half of them do. If you name your "
        "state, its wages are used where they are published."
    )
    metavar = "DOLLARS (60000, 60k, $60,000) or any"
    examples = "60000, 60k, $60,000"
    more_is_stricter = True
    smallest = _SMALLEST
    largest = _LARGEST
    further = False

    def parse(self, text: str) -> Answer | None:
        """Dollars a year from "60000", "60k", "$60,000"; or any."""
        if text.strip().lower() == ANY:
            return None
        amount = parse_dollars(text, _LARGEST, "60000, 60k or $60,000")
        if 0 < amount < _SMALLEST:
            raise WrongUse(
                f"{dollars_text(amount)} a year is very little. Did you mean {amount}k? "
                "Write dollars a year, such as 60000 or 60k; or any."
            )
        return amount

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return f"{dollars_text(_number(answer))} a year"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """The share who reach the target, on the scale of the career's part of its group."""
        share = share_earning(prospect.pay_points, _number(answer))
        pay = prospect.pay
        return None if share is None else satisfaction_of_share(share, pay.hi, pay.lo)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """At least half earn it: median >= target, or the share where no median is published."""
        median = prospect.pay.part_median
        if median is not None:
            return median >= _number(answer)
        share = self.satisfaction(prospect, answer)
        return None if share is None else share >= 0.5

    def offered(self, prospect: Prospect) -> int | None:
        """The median, in dollars a year."""
        return prospect.pay.median

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """The median, where it is from, and how many in 100 reach the target."""
        pay = prospect.pay
        share = share_earning(prospect.pay_points, _number(answer))
        if share is None:
            return "has no published pay"
        target = dollars_text(_number(answer))
        if share >= _NEARLY_EVERYONE:
            reach = f"nearly everyone earns your {target}"
        elif share < _HARDLY_ANYONE:
            reach = f"hardly anyone earns your {target}"
        else:
            reach = f"{share * 100:.0f} in 100 earn your {target}"
        where = f" in {pay.area}" if pay.area else ""
        if pay.missing_area:
            where = f" nationally (not published for {pay.missing_area})"
        median = f"pays {dollars_text(pay.median)} at the median" if pay.median else "is paid so"
        salary = prospect.career.salary
        group = ""
        if salary is not None and salary.basis == "broader-group" and salary.group:
            group = f", counted with {salary.group}"
        return f"{median}{where}{group}: {reach}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        median, target = prospect.pay.median, _number(answer)
        if median is None:
            return f"fewer than half earn {dollars_text(target)}"
        return (
            f"half earn less than {dollars_text(median)}; you set {dollars_text(target)}, "
            f"{dollars_text(target - median)} more"
        )

    def tells_apart(self, one: Prospect, other: Prospect, answer: int) -> bool:
        """Not where nearly everyone, or hardly anyone, earns it in both.

        So far from the published percentiles a share is a guess, and which of two is larger too.
        """
        shares = [self.satisfaction(prospect, answer) for prospect in (one, other)]
        return not (
            all(share is not None and share >= _NEARLY_EVERYONE for share in shares)
            or all(share is not None and share < _HARDLY_ANYONE for share in shares)
        )

    def knots(self, one: Prospect, other: Prospect) -> list[float]:
        """All published wages of both: between these a share is monotone."""
        knots = [exp(x) for x, _ in (*one.pay_points, *other.pay_points)]
        knots += [p.pay.part_median for p in (one, other) if p.pay.part_median is not None]
        return knots

    def amount(self, answer: int) -> str:
        """Dollars a year."""
        return f"{dollars_text(answer)} a year"


def _number(answer: Answer) -> int:
    assert isinstance(answer, int)
    return answer
