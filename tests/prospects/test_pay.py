from __future__ import annotations

from statistics import NormalDist

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.wages import Wages
from careeradvisor.prospects.pay import Pay, pay_for, share_earning
from tests.helpers import career_table, make_career

NUCMED = Pay(78_080, 87_480, 101_370, 117_490, 134_500)


def share(pay: Pay, target: float) -> float | None:
    return share_earning(pay.known_points(), target)


@pytest.mark.parametrize(
    ("target", "expected"),
    [(101_370, 0.5), (78_080, 0.9), (134_500, 0.1), (87_480, 0.75), (117_490, 0.25), (0, 1.0)],
)
def test_published_percentiles_come_out_to_the_digit(target: int, expected: float) -> None:
    assert share(NUCMED, target) == pytest.approx(expected, abs=1e-12)


def test_the_median_as_target_is_exactly_a_half() -> None:
    assert share(NUCMED, 101_370) == 0.5


def test_between_two_percentiles_the_line_is_straight_in_log_wage_and_quantile() -> None:
    halfway = (87_480 * 101_370) ** 0.5
    z = NormalDist().inv_cdf(0.25) / 2
    assert share(NUCMED, halfway) == pytest.approx(1 - NormalDist().cdf(z), abs=1e-9)


def test_the_outer_slopes_are_carried_on() -> None:
    from math import log

    z10, z25 = NormalDist().inv_cdf(0.1), NormalDist().inv_cdf(0.25)
    slope = (z25 - z10) / (log(87_480) - log(78_080))
    z = z10 + slope * (log(60_000) - log(78_080))
    assert share(NUCMED, 60_000) == pytest.approx(1 - NormalDist().cdf(z), abs=1e-9)


def test_missing_percentiles_are_left_out_and_one_is_not_enough() -> None:
    assert share(Pay(median=50_000, p90=90_000), 50_000) == 0.5
    assert share(Pay(median=50_000), 50_000) is None
    assert share(Pay(), 50_000) is None


def test_one_wage_for_all_is_a_step() -> None:
    flat = Pay(p10=40_000, median=40_000)
    assert share(flat, 39_000) == pytest.approx(0.9)
    assert share(flat, 41_000) == pytest.approx(0.5)


def pay_of(values: list[int]) -> Pay:
    p10, p25, median, p75, p90 = values
    return Pay(p10, p25, median, p75, p90)


wages = st.lists(st.integers(10_000, 500_000), min_size=5, max_size=5).map(sorted)


@settings(max_examples=500, deadline=None)
@given(wages, st.integers(1, 1_000_000), st.integers(1, 1_000_000))
def test_a_higher_target_is_never_reached_by_more(values: list[int], one: int, two: int) -> None:
    pay = pay_of(values)
    low, high = share(pay, min(one, two)), share(pay, max(one, two))
    assert low is not None
    assert high is not None
    assert 0.0 <= high <= low <= 1.0


@settings(max_examples=500, deadline=None)
@given(wages)
def test_every_published_percentile_is_met(values: list[int]) -> None:
    assume(len(set(values)) == 5)
    for value, expected in zip(values, (0.9, 0.75, 0.5, 0.25, 0.1), strict=True):
        assert share(pay_of(values), value) == pytest.approx(expected, abs=1e-9)


def test_a_state_counts_when_two_percentiles_are_published() -> None:
    career = make_career()
    state = {"29-2072": Wages(p10=30_000, median=44_000)}
    pay = pay_for(career, "WY", state)
    assert (pay.area, pay.median, pay.p25) == ("WY", 44_000, None)
    alone = pay_for(career, "WY", {"29-2072": Wages(median=44_000)})
    assert (alone.area, alone.missing_area, alone.median) == (None, "WY", 50_250)
    missing = pay_for(career, "WY", {})
    assert (missing.area, missing.missing_area, missing.median) == (None, "WY", 50_250)
    nation = pay_for(career, None, None)
    assert (nation.area, nation.missing_area, nation.median) == (None, None, 50_250)


def test_a_survey_has_no_states_and_no_salary_no_pay() -> None:
    survey = career_table()["salary"] | {"basis": "survey"}
    state = {"29-2072": Wages(p10=1_000, median=2_000)}
    assert pay_for(make_career(salary=survey), "WY", state).median == 50_250
    assert pay_for(make_career(salary=None), "WY", state) == Pay()
