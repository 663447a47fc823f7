"""Where somebody in a career can go from there."""

from __future__ import annotations

from typing import Any

from careeradvisor.profile.answers import Answers, Pace
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


def test_work_that_a_way_in_asks_for_is_counted_as_missing() -> None:
    there = {move.to: (move.step is None, move.work) for move in moves_from(person(), "coder")}
    assert there == {"biller": (False, 0), "auditor": (False, 24), "manager": (False, 36)}


def test_a_way_that_does_not_build_on_the_job_is_not_that_of_its_people() -> None:
    ladder = [{"to": "two", "takes": "A course.", "study": [0, 3], "source": "guide"}]
    routes = [{"name": "Degree", "from": ["high-school"], "months": [24, 24], "award": "Degree",
               "source": "guide"}]  # fmt: skip
    for grants, start, months in (([], "high-school", (0, 3)), (["skill"], "skill", (24, 24))):
        catalogue = make_catalogue(
            {
                "one": career_table(ladder=ladder, grants=grants),
                "two": career_table(routes=[{**routes[0], "from": [start]}]),
            }
        )
        assert [move.months for move in moves_from(Prospects(catalogue), "one")] == [months]


def test_a_fellowship_is_shorter_than_the_whole_training() -> None:
    residency = {"months": [36, 36], "name": "Residency", "source": "guide"}
    route = {"from": ["physician"], "months": [0, 0], "award": "Board", "source": "guide"}
    catalogue = make_catalogue(
        {
            "internist": career_table(
                grants=["physician", "internal"],
                residency=residency,
                ladder=[{"to": "cardiologist", "takes": "A fellowship.", "source": "guide"}],
            ),
            "cardiologist": career_table(
                grants=["physician", "cardiology"],
                residency={**residency, "months": [72, 72]},
                routes=[
                    {"name": "From medicine", **route},
                    {"name": "Fellowship", **route, "from": ["internal"], "residency": [30, 36]},
                ],
            ),
        }
    )
    (move,) = moves_from(Prospects(catalogue), "internist")
    assert move.months == (30, 36)
    way = Prospects(catalogue, Answers(holds=("internal",)))["cardiologist"].pathway
    assert way is not None
    assert [(step.name, step.months) for step in way.steps] == [("Fellowship", (30, 36))]
    other = Prospects(catalogue, Answers(holds=("physician",)))["cardiologist"]
    assert other.months == (72, 72)


def test_a_step_of_the_ladder_that_names_only_work_takes_no_study() -> None:
    step = {"to": "two", "takes": "Practice.", "experience": 24, "source": "guide"}
    paces: tuple[Pace, ...] = ("full", "half")
    for pace in paces:
        catalogue = make_catalogue(
            {"one": career_table(ladder=[step]), "two": career_table(title="Two", routes=[])}
        )
        (move,) = moves_from(Prospects(catalogue, Answers(pace=pace)), "one")
        assert (move.months, move.work) == ((24, 24), 24)


def test_years_in_a_job_that_no_licence_stands_for_are_not_years_in_another() -> None:
    experience = [{"career": "plain", "months": 12}]
    catalogue = make_catalogue(
        {
            "one": career_table(grants=["skill"]),
            "plain": career_table(title="Plain"),
            "two": career_table(
                title="Two", routes=[career_table()["routes"][0] | {"experience": experience}]
            ),
        }
    )
    assert moves_from(Prospects(catalogue), "one") == ()
    assert [move.to for move in moves_from(Prospects(catalogue), "plain")] == ["two"]
