from __future__ import annotations

import pytest

from careeradvisor.catalogue.model import Program, Residency
from careeradvisor.prospects.earnings import Earnings, Money, break_even_month, ten_years
from careeradvisor.prospects.pathway import Pathway, Step
from careeradvisor.prospects.pay import Pay

PAY = Pay(p10=24_000, p25=36_000, median=60_000)
OTHER = Money(Pay(p25=12_000, median=24_000))
PROGRAMS = {"51.07-1": Program("Health", "Many.", "s", 500, debt=12_000)}


def way(*steps: Step) -> Pathway:
    found = Pathway()
    for step in steps:
        found = found.then(step)
    return found


def study(months: int, program: str | None = None) -> Step:
    return Step("study", "s", (months, months), "c", program)


def earn(*steps: Step, money: Money | None = None) -> Earnings | None:
    own = Money(PAY) if money is None else money
    return ten_years(way(*steps), "c", {"c": own, "other": OTHER}, PROGRAMS)


def known(earnings: Earnings | None) -> Earnings:
    assert earnings is not None
    return earnings


def test_nothing_while_studying_then_a_line_from_entry_to_after_five_years() -> None:
    earnings = known(earn(study(12)))
    # 60 months rising from 3,000 by 2,000/60 each, then 48 months at 5,000.
    rising = sum(3_000 + 2_000 * month / 60 for month in range(60))
    assert earnings.total == round(rising + 48 * 5_000)
    assert earnings.cumulative[12] == 0.0
    assert len(earnings.cumulative) == 121
    assert earnings.months_to_first_pay == 12


def test_the_part_of_the_group_decides_where_the_line_starts_and_ends() -> None:
    lower = known(earn(money=Money(Pay(p10=24_000, p25=36_000, median=60_000, position="lower"))))
    assert lower.cumulative[1] == pytest.approx(2_000)
    assert lower.cumulative[120] - lower.cumulative[119] == pytest.approx(3_000)


def test_years_in_the_career_count_from_the_first_day() -> None:
    assert known(earn(money=Money(PAY, worked=120))).total == 600_000


def test_required_work_earns_the_other_careers_line() -> None:
    earnings = known(
        earn(study(6), Step("work", "w", (24, 24), "other"), Step("study", "s", (0, 3), "c"))
    )
    assert earnings.cumulative[30] == pytest.approx(
        sum(1_000 + 1_000 * month / 60 for month in range(24))
    )
    assert earnings.cumulative[31] - earnings.cumulative[30] == pytest.approx(3_000)
    assert (earnings.months_to_first_pay, earnings.months_to_full_role) == (6, 30)


def test_residents_earn_the_stipend_from_the_first_year_to_the_last() -> None:
    residency = Residency((36, 48), "r", "s", stipend=(60_000, 72_000))
    step = Step("residency", "r", (36, 48), "c")
    earnings = known(earn(study(12), step, money=Money(PAY, residency=residency)))
    assert earnings.cumulative[48] == pytest.approx(60_000 + 66_000 + 72_000)
    unknown = Money(PAY, residency=Residency((36, 48), "r", "s"))
    assert earn(study(12), step, money=unknown) is None


def test_the_typical_debt_is_paid_back_in_equal_parts_after_the_study() -> None:
    with_debt, without = known(earn(study(24, "51.07-1"))), known(earn(study(24)))
    assert without.total - with_debt.total == pytest.approx(96 * 100, abs=1)
    assert (with_debt.debt, with_debt.debt_known) == (12_000, True)
    assert (without.debt, without.debt_known) == (None, False)
    partly = known(earn(study(24, "51.07-1"), study(12)))
    assert (partly.debt, partly.debt_known) == (12_000, False)
    assert (known(earn()).debt, known(earn()).debt_known) == (0, True)


def test_study_beyond_ten_years_earns_nothing() -> None:
    assert known(earn(study(150, "51.07-1"))).total == 0


@pytest.mark.parametrize("pay", [Pay(median=60_000), Pay(p25=60_000)])
def test_what_is_missing_makes_the_sum_unknown(pay: Pay) -> None:
    assert earn(study(12), money=Money(pay)) is None
    assert ten_years(None, "c", {"c": Money(PAY)}, {}) is None


def test_break_even_is_when_the_slower_has_caught_up_for_good() -> None:
    quick = known(earn(money=Money(Pay(p25=24_000, median=24_000))))
    slow = known(earn(study(24)))
    month = break_even_month(slow, quick)
    assert month is not None
    assert slow.cumulative[month] >= quick.cumulative[month]
    assert slow.cumulative[month - 1] < quick.cumulative[month - 1]
    assert break_even_month(quick, quick) == 0
    poor = known(earn(study(60), money=Money(Pay(p25=12_000, median=12_000))))
    assert break_even_month(poor, quick) is None
