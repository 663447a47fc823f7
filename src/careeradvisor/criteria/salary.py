"""What people in the occupation earn, against a target (design 4.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from careeradvisor.criteria.base import ANY, NOT_KNOWN, NumberCriterion, tidy
from careeradvisor.criteria.money_text import dollars_text, fewer_dollars, parse_dollars
from careeradvisor.errors import WrongUse
from careeradvisor.prospects.pay import share_earning, share_of_part, target_met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Part
    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_SMALLEST = 1_000
_LARGEST = 2_000_000
# Nobody who works full time earns less in a year: the federal minimum wage comes to 15,080.
_A_YEARS_PAY = 10_000
# Of a group that does not say which part of it a career is, it may be any (design 4.9).
_ANY: tuple[Part, ...] = ("lower", "whole", "upper")
_NEARLY_ALL, _HARDLY_ANY = 0.995, 0.005
_PART_NAMES = {"lower": "lower part", "middle": "middle", "upper": "upper part"}


class Salary(NumberCriterion):
    """How many in the occupation earn at least the target, and how near to it half of them come.

    See :func:`target_met`. As a must the median of the career's part of its group counts.
    """

    name = "salary"
    label = "salary"
    head = "Pay, median"
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
        if tidy(text) == ANY:
            return None
        amount = parse_dollars(text, _LARGEST, "60000, 60k or $60,000")
        if 0 < amount < _SMALLEST:
            raise WrongUse(
                f"{dollars_text(amount)} a year is very little. Did you mean {amount}k? "
                "Write dollars a year, such as 60000 or 60k; or any."
            )
        if 0 < amount < _A_YEARS_PAY:
            raise WrongUse(
                f"{dollars_text(amount)} looks like a month's pay. Did you mean "
                f"{round(amount * 12, -3) // 1_000}k a year? Write dollars a year, such as 60000 "
                "or 60k; or any."
            )
        return amount

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return f"{dollars_text(_number(answer))} a year"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """See :func:`target_met`."""
        return target_met(prospect.pay, prospect.pay_points, _number(answer))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """The median of the career's part of its group is at or above the target."""
        median = prospect.pay.part_median
        return None if median is None else median >= _number(answer)

    def limit(self, prospect: Prospect) -> int | None:
        """The median of the career's part of its group."""
        return prospect.pay.part_median

    def offered(self, prospect: Prospect) -> int | None:
        """The median of the career's part of its group, in dollars a year."""
        return prospect.pay.part_median

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        median = prospect.pay.part_median
        return NOT_KNOWN if median is None else dollars_text(median)

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """The median, whose it is and where, and how many in 100 reach the target."""
        pay = prospect.pay
        target = _number(answer)
        share = share_earning(prospect.pay_points, target)
        if share is None:
            return "has no published pay"
        group, part = group_of(prospect), _PART_NAMES.get(pay.position)
        share = share_of_part(share, pay.position)
        reach = f"{share * 100:.0f} in 100"
        wages = [wage for wage in pay.percentiles if wage]
        if share >= _NEARLY_ALL:
            reach = "nearly all"
        elif share <= _HARDLY_ANY:
            reach = "hardly any"
        elif target <= wages[0]:
            reach = f"at least {reach}"
        elif target > wages[-1]:
            reach = f"at most {reach}"
        where = f" in {pay.area}" if pay.area else ""
        if pay.missing_area:
            where = f" nationally (not published for {pay.missing_area})"
        text = "is paid so" if pay.part_median is None else f"pays {dollars_text(pay.part_median)}"
        if group and part:
            text = f"{text}{where}, the {part} of {group}, of which"
        else:
            median = " at the median" if pay.part_median is not None else ""
            counted = f", counted with {group}" if group else ""
            text = f"{text}{median}{where}{counted}:"
        return f"{text} {reach} earn your {dollars_text(target)}"

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        median = prospect.pay.part_median
        return self.reason(prospect, answer) if median is None else f"pays {dollars_text(median)}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        median, target = prospect.pay.part_median, _number(answer)
        assert median is not None
        return f"pays {dollars_text(median)}; you set {dollars_text(target)}"

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """5, 10, 15, 20 percent less, down to the next 1,000 (design 4.10)."""
        return fewer_dollars(_number(answer), self.smallest)

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        less, more = dollars_text(_number(after)), dollars_text(_number(before))
        return f"took {less} a year instead of {more}"

    def by_pay(
        self, prospect: Prospect, answer: Answer, factors: Sequence[float]
    ) -> Sequence[Table]:
        """Of a group that names no part, the career may be the lower, the whole or the upper."""
        salary = prospect.career.salary
        pays = [prospect.pay]
        if salary is not None and salary.basis == "broader-group" and salary.position is None:
            pays = [replace(pays[0], position=p) for p in _ANY] if salary.industry is None else pays
        target = _number(answer)
        tables = []
        for pay in pays:
            # Pay that is higher by a factor is a target that is lower by it.
            table = [target_met(pay, prospect.pay_points, target / factor) for factor in factors]
            tables.append([s for s in table if s is not None])
        return tables if tables[0] else ()

    def amount(self, answer: int) -> str:
        """Dollars a year."""
        return f"{dollars_text(answer)} a year"


def group_of(prospect: Prospect) -> str | None:
    """The broader group that a career's pay is counted in, if it is."""
    salary = prospect.career.salary
    if salary is None or salary.basis != "broader-group":
        return None
    return salary.group


def _number(answer: Answer | None) -> int:
    assert isinstance(answer, int)
    return answer
