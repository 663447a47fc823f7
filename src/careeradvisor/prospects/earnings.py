"""Ten years of earnings from today, month by month (design 4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Program, Residency
    from careeradvisor.prospects.pathway import Pathway, Step
    from careeradvisor.prospects.pay import Pay

HORIZON_YEARS = 10
HORIZON_MONTHS = 12 * HORIZON_YEARS
_MONTHS_TO_MEDIAN = 60
_MONTHS_TO_REPAY = 120

ASSUMPTIONS = (
    "Before tax, in today's dollars, from today on, by the shortest usual times: nothing while you "
    "study; then a straight line from the pay of new people (of all in the occupation, the 25th "
    "percentile) to that after five years (the median), from where your own years in it have "
    "brought you. Pay from a job while you study is left out."
)
RESIDENCY_ASSUMPTION = "In paid training after the degree you earn the residents' stipend."
DEBT_ASSUMPTION = (
    "The typical debt of such programs is taken off, paid back in equal parts over the ten years "
    "after the study, without interest."
)
NO_DEBT_KNOWN = "What the study costs is not known and not taken off."


class Earnings(Struct, frozen=True):
    """Cumulative earnings in dollars after each month from 0 to 120, debt payments taken off.

    ``debt`` is the typical debt of the study on the way in dollars, as far as it is known;
    ``debt_known`` whether it is for all of that study.
    """

    cumulative: tuple[float, ...]
    months_to_first_pay: int
    months_to_full_role: int
    debt: int | None = None
    debt_known: bool = True

    @property
    def total(self) -> int:
        """Dollars earned in ten years from today, to the nearest dollar."""
        return round(self.cumulative[-1])


class Money(Struct, frozen=True):
    """What one career's stretch of a way pays: its pay, its residency, the years in it so far."""

    pay: Pay
    worked: int = 0
    residency: Residency | None = None


def ten_years(
    pathway: Pathway | None,
    career_id: str,
    money: Mapping[str, Money],
    programs: Mapping[str, Program],
) -> Earnings | None:
    """Earnings on a way into a career; ``None`` if the way or a needed figure is not known.

    ``money`` has the career itself and those on the way in which work or a residency is paid;
    ``programs`` are the catalogue's, for the debt.
    """
    if pathway is None:
        return None
    monthly: list[float] = []
    debts: list[tuple[int, int]] = []
    debt_known = True
    for step in pathway.steps:
        line = _stretch(step, money)
        if line is None:
            return None
        monthly += line
        if step.kind in ("degree", "study"):
            program = programs.get(step.program or "")
            if program is None or program.debt is None:
                debt_known = False
            else:
                debts.append((len(monthly), program.debt))
    months_to_full_role = len(monthly)
    own = money[career_id]
    line = _line(own.pay, max(0, HORIZON_MONTHS - len(monthly)), own.worked)
    if line is None:
        return None
    monthly += line
    for since, debt in debts:
        for month in range(since, min(HORIZON_MONTHS, since + _MONTHS_TO_REPAY)):
            monthly[month] -= debt / _MONTHS_TO_REPAY
    cumulative = [0.0]
    for pay in monthly[:HORIZON_MONTHS]:
        cumulative.append(cumulative[-1] + pay)
    return Earnings(
        tuple(cumulative),
        pathway.months_to_first_pay,
        months_to_full_role,
        debt=sum(debt for _, debt in debts) if debts or debt_known else None,
        debt_known=debt_known,
    )


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


def _stretch(step: Step, money: Mapping[str, Money]) -> list[float] | None:
    """Pay by the month on one step of the way."""
    months = step.months[0]
    if step.kind in ("degree", "study") or step.career is None:
        return [0.0] * months
    there = money[step.career]
    if step.kind == "work":
        return _line(there.pay, months, there.worked)
    if there.residency is None or there.residency.stipend is None:
        return None
    first, last = there.residency.stipend
    years = max(1, (months - 1) // 12)
    return [(first + (last - first) * min(1.0, m // 12 / years)) / 12 for m in range(months)]


def _line(pay: Pay, months: int, worked: int) -> list[float] | None:
    """Pay by the month from ``worked`` months in the career on."""
    if months == 0:
        return []
    if pay.entry is None or pay.after_five is None:
        return None
    start, end = pay.entry / 12, pay.after_five / 12
    step = (end - start) / _MONTHS_TO_MEDIAN
    return [start + step * min(worked + month, _MONTHS_TO_MEDIAN) for month in range(months)]
