from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue, EducationLevel
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Pathway, Prospect, Prospects
from careeradvisor.prospects.education import LEVELS, months_between
from tests import helpers
from tests.helpers import career_table, make_career, make_catalogue
from tests.strategies import CREDENTIALS, IDS, backgrounds, catalogue_of, catalogues


def route(
    start: list[str], months: tuple[int, int], how: str | None = None, **more: Any
) -> dict[str, Any]:
    if how is not None:
        more["usual"] = {"how": how, "why": "So they say.", "source": "guide"}
    return helpers.route(months, *start, **more)


def worked(career: str, months: int) -> dict[str, Any]:
    return {"experience": [{"career": career, "months": months}]}


def careers() -> Catalogue:
    """A coder, an auditor who was a coder first, nurses, a dosimetrist, a surgeon."""
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
                grants=["coding"],
                routes=[route(["coding"], (0, 3), **worked("coder", 24))],
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
            "case-manager": career_table(
                title="Nurse case manager",
                grants=["rn"],
                routes=[route(["rn"], (0, 0), **worked("rn", 24))],
            ),
            "np": career_table(
                title="Nurse practitioner",
                grants=["rn", "np"],
                routes=[route(["rn", "bachelor"], (24, 36), education="master")],
            ),
            "dosimetrist": career_table(
                title="Dosimetrist", routes=[route(["bachelor"], (12, 24), sciences=True)]
            ),
            "surgeon": career_table(
                title="Surgeon",
                routes=[route(["bachelor"], (48, 48), education="doctorate")],
                residency={"months": [60, 84], "name": "Residency", "source": "guide"},
            ),
            "unknown": career_table(title="No route", routes=[]),
        }
    )


def seen(career: str, catalogue: Catalogue | None = None, **person: Any) -> Prospect:
    return Prospects(catalogue or careers(), Answers(**person))[career]


def way(career: str, catalogue: Catalogue | None = None, **person: Any) -> Pathway:
    found = seen(career, catalogue, **person).pathway
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("none", 6 + 48 + 12),
        ("high-school", 48 + 12),
        ("some-college", 36 + 12),
        ("associate", 24 + 12),
        ("bachelor", 12 + 12),
        ("doctorate", 12 + 12),
    ],
)
def test_a_degree_or_college_science_that_is_lacking_costs_its_usual_months(
    education: EducationLevel, expected: int
) -> None:
    """From a bachelor's in another field science comes on top; others earn the right one."""
    assert way("dosimetrist", education=education).months == (expected, expected + 12)


def test_whoever_has_the_sciences_does_not_repeat_them() -> None:
    assert way("dosimetrist", education="bachelor", sciences=True).months == (12, 24)


def test_whoever_is_in_a_career_that_nobody_enters_without_sciences_has_them() -> None:
    assert way("dosimetrist", education="bachelor", holds=("rn",)).months == (24, 36)
    science = make_catalogue(
        {
            "therapist": career_table(
                title="Therapist",
                grants=["pt"],
                routes=[
                    route(["bachelor"], (36, 36), education="doctorate", sciences=True),
                    route(["high-school"], (84, 84), education="doctorate"),
                ],
            ),
            "it": career_table(title="It", routes=[route(["bachelor"], (12, 24), sciences=True)]),
        }
    )
    assert way("it", science, holds=("pt",)).months == (12, 24)
    assert way("it", science, education="doctorate", worked={"therapist": 6}).months == (12, 24)
    assert way("it", science, education="doctorate").months == (24, 36)


def test_half_pace_doubles_study_but_neither_work_nor_residency() -> None:
    auditor = way("auditor", pace="half")
    assert (auditor.study, auditor.work, auditor.months) == ((8, 24), 24, (32, 48))
    surgeon = way("surgeon", education="bachelor", pace="half")
    assert (surgeon.study, surgeon.residency) == ((96, 96), (60, 84))
    assert surgeon.months == (156, 180)


def test_the_residency_counts() -> None:
    assert seen("surgeon", education="bachelor").months == (108, 132)


def test_experience_counts_is_kept_apart_and_makes_it_later() -> None:
    prospect = seen("auditor")
    auditor = way("auditor")
    assert prospect.standing == "later"
    assert (auditor.months, auditor.study, auditor.work) == ((28, 36), (4, 12), 24)
    assert [(s.kind, s.months) for s in auditor.steps] == [
        ("study", (4, 9)),
        ("work", (24, 24)),
        ("study", (0, 3)),
    ]
    assert (auditor.via, auditor.months_to_first_pay) == (("coder",), 4)


def test_a_licence_is_not_years() -> None:
    held = seen("case-manager", holds=("rn",))
    assert (held.standing, held.months) == ("later", (24, 24))


def test_years_of_work_are_subtracted_and_said() -> None:
    part = way("auditor", worked={"coder": 18})
    assert (part.work, part.months) == (6, (6, 9))
    assert [(a.career, a.months, a.done, a.missing) for a in part.asked] == [("coder", 24, 18, 6)]
    enough = seen("case-manager", education="bachelor", holds=("rn",), worked={"rn": 120})
    assert (enough.standing, enough.months) == ("open", (0, 0))


def test_work_that_builds_on_a_licence_is_work_under_it_and_never_the_other_way_round() -> None:
    assert seen("case-manager", worked={"np": 60}).standing == "open"
    assert way("auditor", worked={"coder": 18}).asked[0].done == 18
    only_auditor = make_catalogue(
        {
            **{i: career_table(**_fields(c)) for i, c in careers().careers.items()},
            "lead": career_table(
                title="Lead", routes=[route(["high-school"], (0, 0), **worked("auditor", 12))]
            ),
        }
    )
    assert seen("lead", only_auditor, worked={"coder": 60}).standing == "later"
    assert seen("lead", only_auditor, worked={"auditor": 12}).standing == "open"


def _fields(career: Any) -> dict[str, Any]:
    import msgspec

    routes = msgspec.to_builtins(career.routes)
    return {"title": career.title, "grants": list(career.grants), "routes": routes}


@pytest.mark.parametrize(
    ("person", "inside"),
    [
        ({"holds": ("rn",)}, {"rn"}),
        ({"holds": ("coding",)}, {"coder"}),
        ({"worked": {"np": 1}}, {"np", "rn"}),
        ({"worked": {"dosimetrist": 12}}, {"dosimetrist"}),
        ({"education": "doctorate"}, set()),
    ],
)
def test_you_are_here_by_work_or_by_all_licences_that_the_career_gives(
    person: dict[str, Any], inside: set[str]
) -> None:
    prospects = Prospects(careers(), Answers(**person))
    assert {p.career.id for p in prospects if p.here} == inside
    assert all(p.months == (0, 0) for p in prospects if p.here)
    assert {p.career.id for p in prospects if p.standing == "here"} == inside


def test_prerequisites_share_what_they_have_in_common() -> None:
    """A bachelor's in nursing gives both the licence and the degree: 48 + 24, not 24 + 48 + 24."""
    assert way("np").months[0] == 72
    assert [step.career for step in way("np").steps] == ["rn", "np"]
    assert way("np", education="bachelor").months[0] == 12 + 24


def test_a_licence_gained_on_the_way_to_one_thing_counts_for_another() -> None:
    lead = career_table(title="Lead", routes=[route(["rn"], (1, 1), **worked("case-manager", 12))])
    together = make_catalogue(
        {
            "rn": career_table(
                title="Nurse", grants=["rn"], routes=[route(["high-school"], (24, 24))]
            ),
            "case-manager": career_table(
                title="Case manager",
                grants=["rn"],
                routes=[route(["rn"], (0, 0), **worked("rn", 24))],
            ),
            "lead": lead,
        }
    )
    found = way("lead", together)
    assert (found.study, found.work) == ((25, 25), 36)


def test_holding_a_licence_implies_the_education_behind_it() -> None:
    assert way("np", holds=("rn",)).months[0] == 24 + 24


def test_no_route_is_not_known() -> None:
    assert (seen("coder").shortest, seen("unknown").shortest) == (4, None)
    prospect = seen("unknown")
    assert (prospect.standing, prospect.months, prospect.ways) == ("unknown", None, ())


def one(*routes: dict[str, Any], **more: Any) -> Catalogue:
    return make_catalogue(
        {
            "first": career_table(grants=["first"], routes=[route(["high-school"], (12, 12))]),
            "it": career_table(title="It", routes=list(routes), **more),
        }
    )


def test_the_way_with_the_least_mean_length_counts() -> None:
    catalogue = one(route(["high-school"], (4, 40)), route(["high-school"], (12, 18)))
    assert way("it", catalogue).months == (12, 18)


@pytest.mark.parametrize(
    ("hows", "expected", "standing", "not_usual"),
    [
        (("rare", "possible", "usual"), 30, "open", False),
        (("rare", "possible", "rare"), 20, "open", True),
        (("rare", "rare", "rare"), 10, "rare", True),
        ((None, "possible", "rare"), 10, "open", False),
    ],
)
def test_the_most_usual_routes_count(
    hows: tuple[str | None, ...], expected: int, standing: str, not_usual: bool
) -> None:
    months = (10, 20, 30)
    catalogue = one(
        *(route(["high-school"], (m, m), how=how) for m, how in zip(months, hows, strict=True))
    )
    prospect = seen("it", catalogue)
    assert prospect.months == (expected, expected)
    assert (prospect.standing, prospect.not_usual) == (standing, not_usual)
    assert [w.months for w in prospect.ways] == [(m, m) for m in months]
    assert [w.how for w in prospect.ways] == [how or "usual" for how in hows]


def test_an_open_usual_way_comes_before_a_shorter_one_through_work() -> None:
    catalogue = one(
        route(["high-school"], (48, 48)), route(["high-school"], (0, 0), **worked("first", 12))
    )
    prospect = seen("it", catalogue)
    assert (prospect.standing, prospect.months) == ("open", (48, 48))
    assert [(w.open, w.months) for w in prospect.ways] == [(True, (48, 48)), (False, (24, 24))]
    assert seen("it", catalogue, worked={"first": 12}).months == (0, 0)


def test_a_possible_open_way_does_not_make_open_what_usually_takes_work_first() -> None:
    catalogue = one(
        route(["high-school"], (0, 0), how="possible"),
        route(["high-school"], (0, 0), how="usual", **worked("first", 12)),
    )
    assert seen("it", catalogue).standing == "later"


def test_nobody_is_sent_through_another_licence_where_schooling_leads_straight_in() -> None:
    catalogue = one(route(["high-school"], (24, 36)), route(["first"], (6, 12)))
    assert way("it", catalogue).months == (24, 36)
    assert way("it", catalogue, holds=("first",)).months == (6, 12)


def test_no_years_names_what_years_would_open() -> None:
    prospects = Prospects(careers(), Answers(holds=("rn",)))
    assert [(n.career.id, n.later, n.months) for n in prospects.no_years] == [
        ("rn", ("case-manager",), 24)
    ]
    assert Prospects(careers(), Answers(holds=("rn",), worked={"rn": 1})).no_years == ()


def linked(tables: dict[str, dict[str, Any]]) -> Catalogue:
    return catalogue_of([make_career(i, **fields) for i, fields in tables.items()])


def test_careers_that_require_each_other_have_no_way_in() -> None:
    found = Prospects(
        linked(
            {
                "egg": {"grants": ["egg"], "routes": [route(["hen"], (1, 1))]},
                "hen": {"grants": ["hen"], "routes": [route(["egg"], (1, 1))]},
            }
        )
    )
    assert [p.standing for p in found] == ["unknown", "unknown"]
    assert [way.pathway for way in found["egg"].ways] == [None]


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
    assert all(prospect.pathway is None for prospect in Prospects(tangle))


def test_a_chain_of_prerequisites_is_followed_to_a_sane_depth() -> None:
    chain = {
        f"c{i}": {"grants": [f"g{i}"], "routes": [route([f"g{i - 1}"], (1, 1))]}
        for i in range(1, 2_000)
    }
    chain["c0"] = {"grants": ["g0"], "routes": [route(["high-school"], (1, 1))]}
    found = Prospects(linked(chain))
    assert found["c4"].months == (5, 5)
    assert found["c1999"].months is None


def test_months_between_degrees() -> None:
    from_school = [months_between("high-school", level) for level in LEVELS]
    assert from_school == [0, 0, 12, 24, 48, 72, 96]
    assert months_between("none", "high-school") == 6
    assert months_between("associate", "bachelor") == 24
    assert months_between("master", "bachelor") == 0


def rank(prospect: Prospect) -> tuple[int, int]:
    """Smaller is nearer: in it, open, later, unknown; then the length of the way."""
    if prospect.pathway is None:
        return (3, 0)
    standing = 0 if prospect.here else 2 if prospect.pathway.work else 1
    return (standing, sum(prospect.pathway.months))


def no_worse(catalogue: Catalogue, less: Answers, more: Answers) -> None:
    before, after = Prospects(catalogue, less), Prospects(catalogue, more)
    for prospect in before:
        assert rank(after[prospect.career.id]) <= rank(prospect), prospect.career.id


@settings(max_examples=500, deadline=None)
@given(catalogues(), backgrounds(), st.randoms(use_true_random=False))
def test_nothing_that_a_person_has_more_of_makes_a_way_longer_or_later(
    catalogue: Catalogue, person: Answers, dice: Random
) -> None:
    """Education, licences, work, science, time to study; and every way is the sum of its steps."""
    higher = max(person.education, dice.choice(LEVELS), key=LEVELS.index)
    career = dice.choice(IDS)
    months = person.worked.get(career, 0) + dice.choice([6, 12, 24])
    # Whoever says that their degree is a lower one says less of what it opens.
    licences = tuple(held for held in person.holds if held not in catalogue.degrees)
    without = replace(person, holds=licences)
    no_worse(catalogue, without, replace(without, education=higher))
    no_worse(catalogue, person, replace(person, holds=(*person.holds, dice.choice(CREDENTIALS))))
    no_worse(catalogue, person, replace(person, worked={**person.worked, career: months}))
    no_worse(catalogue, replace(person, sciences=False), replace(person, sciences=True))
    no_worse(catalogue, replace(person, pace="half"), replace(person, pace="full"))
    for prospect in Prospects(catalogue, person):
        steps_add_up(prospect)


def steps_add_up(prospect: Prospect) -> None:
    ways = [prospect.pathway, *(way.pathway for way in prospect.ways)]
    for found in [way for way in ways if way is not None]:
        for end in (0, 1):
            assert found.months[end] == sum(step.months[end] for step in found.steps)
        assert found.work == sum(s.months[0] for s in found.steps if s.kind == "work")
        assert (found.work > 0) == bool(found.via)
        assert all(0 <= asked.done <= asked.months for asked in found.asked)


@pytest.mark.parametrize(("longest", "program"), [(3, None), (4, "51.39-1")])
def test_a_course_too_short_for_federal_aid_is_not_among_the_counted_programs(
    longest: int, program: str | None
) -> None:
    route = {"name": "Course", "from": ["high-school"], "months": [1, longest], "award": "None",
             "cip": "51.39", "program_level": 1, "source": "guide"}  # fmt: skip
    catalogue = make_catalogue({"aide": career_table(routes=[route])})
    pathway = Prospects(catalogue)["aide"].pathway
    assert pathway is not None
    assert pathway.steps[0].program == program
