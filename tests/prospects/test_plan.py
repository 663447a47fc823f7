"""When the steps of a way fall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.prospects import Pathway, Step
from careeradvisor.prospects.plan import Month, first_pay, span_text, stretches

months = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: tuple(sorted(pair)))
steps = st.lists(
    st.builds(
        Step, st.sampled_from(["degree", "study", "work", "residency"]), st.just("step"), months
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("start", "later", "then"),
    [
        ((2027, 1), 0, "2027-01"),
        ((2027, 12), 1, "2028-01"),
        ((2027, 1), 11, "2027-12"),
        ((2028, 2), 12, "2029-02"),
        ((2027, 6), 115, "2037-01"),
    ],
)
def test_months_go_on_into_the_next_years(start: tuple[int, int], later: int, then: str) -> None:
    assert Month(*start).plus(later).iso == then


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 600), st.integers(0, 600))
def test_months_add_up(year: int, month: int, one: int, other: int) -> None:
    start = Month(year, month)
    assert start.plus(one).plus(other) == start.plus(one + other)
    assert (start.plus(one) < start.plus(other)) == (one < other)


def test_spans_in_words() -> None:
    assert span_text(("2027-01", "2027-01")) == "Jan 2027"
    assert span_text(("2027-01", "2027-03")) == "Jan to Mar 2027"
    assert span_text(("2027-12", "2028-01")) == "Dec 2027 to Jan 2028"


@given(steps)
def test_steps_follow_each_other_and_end_with_the_way(some: list[Step]) -> None:
    way = Pathway()
    for step in some:
        way = way.then(step)
    # Work has one length: the shortest.
    found = stretches(way)
    ends = (0, 0)
    for stretch in found:
        assert stretch.begins == ends
        ends = stretch.ends
    assert ends[0] == way.months[0]
    assert first_pay(way) <= way.months
