from __future__ import annotations

import pytest

from careeradvisor.prospects.earnings import Earnings, break_even_month, ten_years
from careeradvisor.prospects.pathway import Pathway, Step
from careeradvisor.prospects.pay import Pay

PAY = Pay(p10=24_000, p25=36_000, median=60_000)


def study(months: int) -> Pathway:
    return Pathway((Step("study", "s", (months, months), "c"),), months, months, 0, "associate")


def earn(pathway: Pathway | None, residency: int = 0, pay: Pay = PAY) -> Earnings | None:
    return ten_years(pathway, residency, pay, lambda _id: Pay(p25=12_000, median=24_000))


def test_nothing_while_studying_then_a_line_from_p25_to_the_median_in_five_years() -> None:
    earnings = earn(study(12))
    assert earnings is not None
    # 60 months rising from 3,000 by 2,000/60 each, then 48 months at 5,000.
    rising = sum(3_000 + 2_000 * month / 60 for month in range(60))
    assert earnings.total == round(rising + 48 * 5_000)
    assert earnings.cumulative[12] == 0.0
    assert earnings.cumulative[13] == pytest.approx(3_000)
    assert len(earnings.cumulative) == 121
    assert earnings.months_to_first_pay == 12


def test_required_work_earns_the_other_careers_line() -> None:
    way = Pathway(
        (
            Step("study", "s", (6, 6), "other"),
            Step("work", "w", (24, 24), "other"),
            Step("study", "s", (0, 3), "c"),
        ),
        6,
        9,
        24,
        "associate",
    )
    earnings = earn(way)
    assert earnings is not None
    assert earnings.cumulative[7] == pytest.approx(1_000)
    assert earnings.cumulative[30] == pytest.approx(
        sum(1_000 + 1_000 * month / 60 for month in range(24))
    )
    assert earnings.cumulative[31] - earnings.cumulative[30] == pytest.approx(3_000)
    assert (earnings.months_to_first_pay, earnings.months_to_full_role) == (6, 30)


def test_residents_earn_the_tenth_percentile() -> None:
    earnings = earn(study(12), residency=36)
    assert earnings is not None
    assert earnings.cumulative[48] == pytest.approx(36 * 2_000)
    assert earnings.cumulative[49] - earnings.cumulative[48] == pytest.approx(3_000)


def test_study_beyond_ten_years_earns_nothing() -> None:
    earnings = earn(study(150))
    assert earnings is not None
    assert earnings.total == 0


@pytest.mark.parametrize(
    ("pathway", "residency", "pay"),
    [
        (None, 0, PAY),
        (study(12), 0, Pay(median=60_000)),
        (study(12), 0, Pay(p25=60_000)),
        (study(12), 12, Pay(p25=36_000, median=60_000)),
    ],
)
def test_what_is_missing_makes_the_sum_unknown(
    pathway: Pathway | None, residency: int, pay: Pay
) -> None:
    assert earn(pathway, residency, pay) is None


def test_break_even_is_when_the_slower_has_caught_up_for_good() -> None:
    quick, slow = earn(study(0), pay=Pay(p25=24_000, median=24_000)), earn(study(24))
    assert quick is not None
    assert slow is not None
    month = break_even_month(slow, quick)
    assert month is not None
    assert slow.cumulative[month] >= quick.cumulative[month]
    assert slow.cumulative[month - 1] < quick.cumulative[month - 1]
    assert break_even_month(quick, quick) == 0
    poor = earn(study(60), pay=Pay(p25=12_000, median=12_000))
    assert poor is not None
    assert break_even_month(poor, quick) is None
