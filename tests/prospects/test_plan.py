"""When the steps of a way fall."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Pathway, Prospects, Step
from careeradvisor.prospects.plan import Month, first_pay, next_rungs, span_text, stretches
from tests.helpers import career_table, make_catalogue

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


def person(**about: Any) -> Prospects:
    """Coder (certificate) leads to auditor (after work), biller (at once) and manager."""
    pay = {"basis": "occupation", "source": "oews"}
    catalogue = make_catalogue(
        {
            "coder": career_table(
                grants=["coding"],
                salary={**pay, "median": 50_000},
                ladder=[
                    {"to": "biller", "takes": "Nothing.", "study": [0, 0], "source": "guide"},
                    {"to": "auditor", "takes": "Work.", "study": [2, 4], "experience": 24,
                     "source": "guide"},
                    {"to": "manager", "takes": "Time.", "source": "guide"},
                ],
            ),
            "biller": career_table(title="Biller", salary={**pay, "median": 70_000}, routes=[
                {"name": "None", "from": ["high-school"], "months": [0, 0], "award": "None",
                 "source": "guide"}]),
            "auditor": career_table(title="Auditor", salary={**pay, "median": 60_000}, routes=[
                {"name": "Course", "from": ["coding"], "months": [2, 4], "award": "Certificate",
                 "source": "guide", "experience": [{"career": "coder", "months": 24}]}]),
            "manager": career_table(title="Manager", salary={**pay, "median": 90_000}, routes=[
                {"name": "Rise", "from": ["bachelor"], "months": [0, 0], "award": "None",
                 "source": "guide", "experience": [{"career": "coder", "months": 36}]}]),
        }
    )  # fmt: skip
    return Prospects(catalogue, Answers(**about))


def test_next_is_what_pays_more_and_takes_time() -> None:
    rungs = next_rungs(person(), "coder")
    assert [rung.step.to for rung in rungs] == ["auditor", "manager", "biller"]
    # The ladder says nothing of the manager: their own way does, degree and work.
    assert [rung.months for rung in rungs] == [(26, 28), (84, 84), (0, 0)]


def test_study_is_at_their_pace_and_work_is_not() -> None:
    assert next_rungs(person(pace="half"), "coder")[0].months == (28, 32)


def test_years_in_the_role_count() -> None:
    rungs = {
        rung.step.to: rung.months for rung in next_rungs(person(worked={"coder": 24}), "coder")
    }
    assert rungs == {"auditor": (2, 4), "manager": (60, 60), "biller": (0, 0)}


def test_what_the_person_is_in_already_is_no_next_step() -> None:
    rungs = next_rungs(person(worked={"auditor": 5}), "coder")
    assert "auditor" not in [rung.step.to for rung in rungs]
