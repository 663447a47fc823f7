from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from careeradvisor.catalogue.model import Catalogue, EducationLevel
from careeradvisor.prospects.education import LEVELS, months_between
from careeradvisor.prospects.pathway import Pathfinder, Pathway
from tests.helpers import career_table, make_career, make_catalogue
from tests.strategies import catalogue_of, catalogues


def route(start: list[str], months: tuple[int, int], **more: Any) -> dict[str, Any]:
    return {
        "name": "Program",
        "from": start,
        "months": list(months),
        "award": "Award",
        "source": "guide",
        **more,
    }


def careers() -> Catalogue:
    """A coder, an auditor who was a coder first, nurses and a dosimetrist."""
    return make_catalogue(
        {
            "coder": career_table(
                grants=["coding"],
                routes=[
                    route(["high-school"], (4, 9)),
                    route(["high-school"], (24, 24), education="associate"),
                ],
            ),
            "auditor": career_table(
                title="Auditor",
                routes=[route(["coding"], (0, 3), experience=[{"career": "coder", "months": 24}])],
            ),
            "rn": career_table(
                title="Nurse",
                grants=["rn"],
                routes=[
                    route(["high-school"], (24, 24), education="associate"),
                    route(["high-school"], (48, 48), education="bachelor"),
                    route(["bachelor"], (12, 18), education="bachelor"),
                ],
            ),
            "np": career_table(
                title="Nurse practitioner",
                grants=["rn"],
                routes=[route(["rn", "bachelor"], (24, 36), education="master")],
            ),
            "dosimetrist": career_table(
                title="Dosimetrist", routes=[route(["bachelor"], (12, 24))]
            ),
            "unknown": career_table(title="No route", routes=[]),
        }
    )


def way(career: str, education: EducationLevel = "high-school", *holds: str) -> Pathway:
    found = Pathfinder(careers(), education, holds).way_into(career)
    assert found is not None
    return found


def test_the_shortest_route_counts_and_its_range_is_kept() -> None:
    coder = way("coder")
    assert (coder.months, coder.study, coder.study_longest, coder.work) == (4, 4, 9, 0)


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("none", 6 + 48 + 12),
        ("high-school", 48 + 12),
        ("some-college", 36 + 12),
        ("associate", 24 + 12),
        ("bachelor", 12),
        ("doctorate", 12),
    ],
)
def test_a_degree_that_is_lacking_costs_its_usual_months(
    education: EducationLevel, expected: int
) -> None:
    assert way("dosimetrist", education).months == expected


def test_experience_counts_and_is_kept_apart() -> None:
    auditor = way("auditor")
    assert (auditor.months, auditor.study, auditor.work) == (28, 4, 24)
    assert [(s.kind, s.months) for s in auditor.steps] == [
        ("study", (4, 9)),
        ("work", (24, 24)),
        ("study", (0, 3)),
    ]
    assert auditor.months_to_first_pay == 4


def test_a_credential_that_is_held_costs_nothing_yet_experience_still_counts() -> None:
    auditor = way("auditor", "high-school", "coding")
    assert (auditor.study, auditor.work, auditor.months_to_first_pay) == (0, 24, 0)


def test_prerequisites_share_what_they_have_in_common() -> None:
    """A bachelor's in nursing gives both the licence and the degree: 48 + 24, not 24 + 48 + 24."""
    assert way("np").months == 72
    assert way("np", "bachelor").months == 12 + 24


def test_holding_a_licence_implies_the_education_behind_it() -> None:
    assert way("np", "high-school", "rn").months == 24 + 24


def test_nobody_becomes_a_nurse_by_way_of_a_nurse_practitioner() -> None:
    assert [step.career for step in way("np").steps] == ["rn", "np"]


def test_no_route_is_not_known() -> None:
    assert Pathfinder(careers(), "high-school").way_into("unknown") is None


def linked(careers: dict[str, dict[str, Any]]) -> Catalogue:
    return catalogue_of([make_career(i, **fields) for i, fields in careers.items()])


def test_careers_that_require_each_other_have_no_way_in() -> None:
    finder = Pathfinder(
        linked(
            {
                "egg": {"grants": ["egg"], "routes": [route(["hen"], (1, 1))]},
                "hen": {"grants": ["hen"], "routes": [route(["egg"], (1, 1))]},
            }
        ),
        "high-school",
    )
    assert finder.way_into("egg") is None
    assert finder.way_into("hen") is None


def test_a_hundred_careers_that_all_require_one_another_are_answered_in_bounded_work() -> None:
    tangle = linked(
        {
            f"c{i}": {
                "grants": [f"g{i}"],
                "routes": [route([f"g{j}"], (1, 1)) for j in range(100) if j != i][:20],
            }
            for i in range(100)
        }
    )
    finder = Pathfinder(tangle, "high-school")
    assert all(finder.way_into(f"c{i}") is None for i in range(100))


def test_a_chain_of_prerequisites_is_followed_to_a_sane_depth() -> None:
    chain = {
        f"c{i}": {"grants": [f"g{i}"], "routes": [route([f"g{i - 1}"], (1, 1))]}
        for i in range(1, 2_000)
    }
    chain["c0"] = {"grants": ["g0"], "routes": [route(["high-school"], (1, 1))]}
    finder = Pathfinder(linked(chain), "high-school")
    found = finder.way_into("c4")
    assert found is not None
    assert found.months == 5
    assert finder.way_into("c1999") is None


def test_months_between_degrees() -> None:
    assert months_between("high-school", "associate") == 24
    assert months_between("high-school", "bachelor") == 48
    assert months_between("associate", "bachelor") == 24
    assert months_between("master", "bachelor") == 0


@settings(max_examples=500, deadline=None)
@given(catalogues())
def test_more_education_never_makes_a_way_longer(catalogue: Catalogue) -> None:
    finders = [Pathfinder(catalogue, level) for level in LEVELS]
    for career_id in catalogue.careers:
        ways = [finder.way_into(career_id) for finder in finders]
        months = [w.months for w in ways if w is not None]
        assert len(months) in (0, len(LEVELS))
        assert months == sorted(months, reverse=True)


def test_work_already_open_is_still_reached_by_a_way_that_brings_a_degree() -> None:
    catalogue = make_catalogue(
        {
            "coder": career_table(
                grants=["coding"],
                routes=[route(["high-school"], (4, 24), education="bachelor")],
            ),
            "trainee": career_table(
                title="Trainee", grants=["coding"], routes=[route(["none"], (9, 9))]
            ),
            "lead": career_table(
                title="Lead",
                routes=[
                    route(["bachelor"], (4, 36), experience=[{"career": "coder", "months": 24}])
                ],
            ),
        }
    )
    found = Pathfinder(catalogue, "high-school", ("coding",)).way_into("lead")
    assert found is not None
    # Holding the credential already, four months of that program still beat a bachelor's 48.
    assert found.months == 4 + 24 + 4


@settings(max_examples=500, deadline=None)
@given(catalogues())
def test_a_credential_more_never_makes_a_way_longer(catalogue: Catalogue) -> None:
    without = Pathfinder(catalogue, "high-school")
    holding = Pathfinder(catalogue, "high-school", ("rn", "coding"))
    for career_id in catalogue.careers:
        before, after = without.way_into(career_id), holding.way_into(career_id)
        if before is not None:
            assert after is not None
            assert after.months <= before.months


@settings(max_examples=500, deadline=None)
@given(catalogues())
def test_steps_add_up(catalogue: Catalogue) -> None:
    finder = Pathfinder(catalogue, "none")
    for career_id in catalogue.careers:
        found = finder.way_into(career_id)
        if found is None:
            continue
        study = [s for s in found.steps if s.kind != "work"]
        assert found.study == sum(s.months[0] for s in study)
        assert found.study_longest == sum(s.months[1] for s in study)
        assert found.work == sum(s.months[0] for s in found.steps if s.kind == "work")
        assert found.months == found.study + found.work
        assert found.months_to_first_pay <= found.study
