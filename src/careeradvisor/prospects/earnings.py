"""Ten years of earnings from today, month by month (design 4.11).

Nothing while studying; then a straight line from the 25th percentile at entry
to the median after five years in the role; constant dollars, before tax,
tuition left out. Required paid work in another career earns that career's line.
Paid training after the degree (a residency) earns the 10th percentile, since
OEWS counts residents in the occupation itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.prospects.pathway import Pathway
    from careeradvisor.prospects.pay import Pay

HORIZON_YEARS = 10
HORIZON_MONTHS = 12 * HORIZON_YEARS
_MONTHS_TO_MEDIAN = 60

ASSUMPTIONS = (
    "Before tax, in today's dollars, from today on; nothing while you study; then a straight line "
    "from the 25th percentile at entry to the median after five years in the role. "
    "Tuition, and pay from a job while you study, are left out."
)
RESIDENCY_ASSUMPTION = (
    "Paid training after the degree is counted at the occupation's 10th percentile."
)


class Earnings(Struct, frozen=True):
    """Cumulative earnings in dollars after each month from 0 to 120."""

    cumulative: tuple[float, ...]
    months_to_first_pay: int
    months_to_full_role: int

    @property
    def total(self) -> int:
        """Dollars earned in ten years from today, to the nearest dollar."""
        return round(self.cumulative[-1])


def ten_years(
    pathway: Pathway | None,
    residency_months: int,
    pay: Pay,
    pay_of: Callable[[str], Pay],
) -> Earnings | None:
    """Earnings on a way into a career; ``None`` if the way or a needed percentile is not known.

    ``residency_months`` is the shortest paid training after the route; ``pay_of``
    gives the pay of another career by its id.
    """
    if pathway is None:
        return None
    monthly: list[float] = []
    for step in pathway.steps:
        if step.kind == "work" and step.career is not None:
            line = _line(pay_of(step.career), step.months[0])
            if line is None:
                return None
            monthly += line
        else:
            monthly += [0.0] * step.months[0]
    if residency_months:
        if pay.p10 is None:
            return None
        monthly += [pay.p10 / 12] * residency_months
    months_to_full_role = len(monthly)
    line = _line(pay, max(0, HORIZON_MONTHS - len(monthly)))
    if line is None:
        return None
    monthly += line
    cumulative = [0.0]
    for month in monthly[:HORIZON_MONTHS]:
        cumulative.append(cumulative[-1] + month)
    return Earnings(tuple(cumulative), pathway.months_to_first_pay, months_to_full_role)


def break_even_month(slower: Earnings, faster: Earnings) -> int | None:
    """First month within ten years from which ``slower`` has earned at least as much for good.

    ``None`` when it never catches up within ten years. A month before which it
    was never behind is 0.
    """
    month: int | None = None
    for i in range(HORIZON_MONTHS, -1, -1):
        if slower.cumulative[i] < faster.cumulative[i] - 1e-6:
            break
        month = i
    return month


def _line(pay: Pay, months: int) -> list[float] | None:
    if months == 0:
        return []
    if pay.p25 is None or pay.median is None:
        return None
    start, end = pay.p25 / 12, pay.median / 12
    step = (end - start) / _MONTHS_TO_MEDIAN
    return [start + step * min(month, _MONTHS_TO_MEDIAN) for month in range(months)]
