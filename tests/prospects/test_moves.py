"""Where somebody in a career can go from there."""

from __future__ import annotations

from typing import Any

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.moves import moves_from, next_rungs
from tests.helpers import career_table, make_catalogue


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
    assert [rung.to for rung in rungs] == ["auditor", "manager", "biller"]
    # The ladder says nothing of the manager: their own way does, degree and work.
    assert [rung.months for rung in rungs] == [(26, 28), (84, 84), (0, 0)]


def test_study_is_at_their_pace_and_work_is_not() -> None:
    assert next_rungs(person(pace="half"), "coder")[0].months == (28, 32)


def test_years_in_the_role_count() -> None:
    rungs = {rung.to: rung.months for rung in next_rungs(person(worked={"coder": 24}), "coder")}
    assert rungs == {"auditor": (2, 4), "manager": (60, 60), "biller": (0, 0)}


def test_what_the_person_is_in_already_is_no_next_step() -> None:
    rungs = next_rungs(person(worked={"auditor": 5}), "coder")
    assert "auditor" not in [rung.to for rung in rungs]


def test_roles_whose_way_in_asks_for_this_one_are_moves_too() -> None:
    (manager,) = moves_from(person(), "auditor")
    assert (manager.to, manager.step, manager.months, manager.work) == (
        "manager",
        None,
        (60, 60),
        12,
    )
    there = {move.to: (move.step is None, move.work) for move in moves_from(person(), "coder")}
    assert there == {"biller": (False, 0), "auditor": (False, 24), "manager": (False, 36)}
