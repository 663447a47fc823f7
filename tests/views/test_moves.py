"""What somebody in a job can move to, as it is told."""

from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.criteria import BY_KEY
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.ladder import ladder_view
from careeradvisor.views.listing import criterion_filter
from careeradvisor.views.moves import MovesView, change_text, likeness, moves_view
from tests.helpers import career_table, make_career, make_catalogue

SOURCE = {"source": "guide"}
PAY = {"basis": "occupation", "source": "oews"}
CATALOGUE = make_catalogue(
    {
        "coder": career_table(
            grants=["coding"],
            ladder=[
                {"to": "auditor", "takes": "Two years.", "experience": 24, **SOURCE},
                {"to": "biller", "takes": "Nothing.", "study": [0, 0], **SOURCE},
            ],
            salary={**PAY, "median": 50_000},
        ),
        "auditor": career_table(title="Auditor", salary={**PAY, "median": 70_000}),
        "biller": career_table(title="Biller", salary=None),
        "teacher": career_table(
            title="Teacher",
            salary={**PAY, "median": 51_000},
            routes=[{"name": "Course", "from": ["coding"], "months": [6, 9], "award": "None",
                     **SOURCE}],
        ),
        "nurse": career_table(title="Nurse"),
    }
)  # fmt: skip


def moves(filters: Any = (), sort: str | None = None, **about: Any) -> MovesView:
    person = Answers(**about)
    prospects = Prospects(CATALOGUE, person)
    return moves_view(prospects, CATALOGUE.careers["coder"], person, filters, sort)


def test_what_is_open_now_comes_first_and_the_soonest_first() -> None:
    view = moves()
    assert [(move.id, move.later, move.months) for move in view.moves] == [
        ("biller", False, (0, 0)),
        ("teacher", False, (6, 9)),
        ("auditor", True, (24, 24)),
    ]
    assert view.notes


def test_years_in_the_job_open_what_asks_for_them() -> None:
    view = moves(worked={"coder": 30})
    assert not any(move.later for move in view.moves)
    assert (view.worked, view.notes) == (30, [])


def test_pay_changes_against_the_job() -> None:
    changes = {move.id: move.change for move in moves().moves}
    assert changes == {"auditor": 20_000, "biller": None, "teacher": 1_000}
    assert [change_text(c) for c in (20_000, 1_000, -5_000, None)] == [
        "+$20,000", "about the same", "-$5,000", "not known",
    ]  # fmt: skip


def test_filters_and_orders_of_the_list_hold() -> None:
    pay = BY_KEY["salary"]
    kept = moves([criterion_filter(pay, 60_000, "--min-salary 60k")]).moves
    assert {move.id for move in kept} == {"auditor", "biller"}
    assert [m.id for m in moves(sort="salary").moves] == ["auditor", "teacher", "biller"]


@pytest.mark.parametrize(
    ("other", "same", "new"),
    [
        ({}, ["interests", "patient contact", "work from home"], []),
        ({"patient_contact": {"level": 3, "why": "x", **SOURCE}}, ["interests", "work from home"],
         ["more patients"]),
        ({"remote": {"level": 0, "entry": 0, "why": "x", **SOURCE}, "interests": None},
         ["patient contact"], ["less from home"]),
    ],
)  # fmt: skip
def test_what_stays_the_same(other: dict[str, Any], same: list[str], new: list[str]) -> None:
    assert likeness(make_career(), make_career(**other)) == (same, new)


def test_hours_are_compared_where_all_are_known() -> None:
    def at(nights: str, weekends: str) -> Any:
        work = {"why": "x", "nights": nights, "weekends": weekends, "on_call": "some", **SOURCE}
        return make_career(work=work, interests=None, patient_contact=None, remote=None)

    assert likeness(at("some", "rare"), at("some", "rare")) == (["hours"], [])
    assert likeness(at("some", "usual"), at("usual", "rare"))[1] == [
        "more nights",
        "fewer weekends",
    ]


def test_a_ladder_of_ones_own_says_what_a_step_means() -> None:
    person = Answers(worked={"coder": 30})
    prospects = Prospects(CATALOGUE, person)
    career = CATALOGUE.careers["coder"]
    assert ladder_view(prospects, career, person, 1).leads_to[0].for_you is None
    told = ladder_view(prospects, career, person, 1, mine=True).leads_to[0].for_you
    assert told is not None
    assert "+$20,000 a year; the same: interests" in told
