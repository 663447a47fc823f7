"""Degrees by field: what people call them, and what they open in the bundled catalogue."""

from __future__ import annotations

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.matching.rank import rank
from careeradvisor.matching.shown import shown
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.pathfinder import how_usual
from tests.helpers import career_table, make_catalogue

ROUTE = career_table()["routes"][0]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def of(catalogue: Catalogue, *degrees: str, **more: object) -> Prospects:
    return Prospects(catalogue, Answers(holds=degrees, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("computer science", "computing-degree"), ("CS", "computing-degree"),
        ("B.S. in Computer Science", "computing-degree"), ("it degree", "computing-degree"),
        ("bs biology", "biology-degree"), ("Bachelor\u2019s in Biology", "biology-degree"),
        ("jd", "law-degree"), ("J.D.", "law-degree"), ("law school", "law-degree"),
        ("mba", "business-degree"), ("accounting", "business-degree"),
        ("Accounting major", "business-degree"), ("math", "statistics-degree"),
        ("BSW", "social-work-degree"), ("msw", "msw-degree"), ("mph", "mph-degree"),
        ("BA English", "communication-degree"), ("psych", "psychology-degree"),
    ],
)  # fmt: skip
def test_what_people_call_a_degree(catalogue: Catalogue, text: str, meant: str) -> None:
    assert Credentials(catalogue).resolve(text) == (meant,)


def test_each_name_of_a_degree_leads_to_it(catalogue: Catalogue) -> None:
    known = Credentials(catalogue)
    for id, degree in catalogue.degrees.items():
        for name in (id, known.name(id), degree.field, *degree.aliases):
            assert known.resolve(name) == (id,), name
            # Several are written with commas between.
            assert not set(",;").intersection(name)


@pytest.mark.parametrize("text", ["degree", "bachelor of science", "BS in nothing at all", ""])
def test_a_degree_without_a_field_is_none(catalogue: Catalogue, text: str) -> None:
    assert Credentials(catalogue).resolve(text) == ()


def test_a_license_keeps_its_names(catalogue: Catalogue) -> None:
    known = Credentials(catalogue)
    assert [known.resolve(text) for text in ("bsn", "MA", "rn")] == [("rn",), ("cma",), ("rn",)]


def test_each_degree_opens_a_way_that_ranking_uses(catalogue: Catalogue) -> None:
    opened = {
        start
        for career in catalogue.careers.values()
        for route in career.routes
        if how_usual(route) == "usual"
        for start in (*route.start, *route.fields)
    }
    assert opened.issuperset(catalogue.degrees)


@pytest.mark.parametrize(
    ("degree", "career", "months"),
    [
        ("computing-degree", "ehr-analyst", (0, 0)),
        ("computing-degree", "health-data-scientist", (0, 0)),
        ("statistics-degree", "ehr-analyst", (0, 0)),
        ("business-degree", "compliance", (0, 0)),
        ("biology-degree", "microbiologist", (0, 0)),
        ("law-degree", "compliance", (0, 0)),
        ("engineering-degree", "biomedical-engineer", (0, 0)),
        # The mathematics behind them, no year of it comes first.
        ("statistics-degree", "biostatistician", (24, 24)),
        ("social-work-degree", "healthcare-social-worker", (10, 12)),
        ("msw-degree", "healthcare-social-worker", (0, 0)),
        ("mph-degree", "epidemiologist", (0, 0)),
        ("psychology-degree", "clinical-research-coordinator", (0, 0)),
        ("communication-degree", "medical-writer", (6, 12)),
        ("exercise-science-degree", "exercise-physiologist", (0, 0)),
        # College science is part of it: no year of that before the doctorate.
        ("exercise-science-degree", "physical-therapist", (36, 36)),
    ],
)
def test_the_field_of_a_degree_opens_a_way(
    catalogue: Catalogue, degree: str, career: str, months: tuple[int, int]
) -> None:
    prospect = of(catalogue, degree)[career]
    assert prospect.standing == "open"
    assert prospect.months == months
    other = Prospects(catalogue, Answers(education="bachelor"))[career]
    assert other.standing == "later" or sum(other.months or ()) > sum(months)


def test_a_degree_implies_its_level_and_its_science() -> None:
    catalogue = make_catalogue(
        {
            "chief": career_table(
                title="Chief", routes=[ROUTE | {"from": ["master"], "months": [1, 1]}]
            ),
            "scientist": career_table(
                title="Scientist",
                routes=[
                    ROUTE | {"from": ["bachelor"], "sciences": True, "months": [6, 6]},
                    ROUTE | {"from": ["law-degree"], "sciences": True, "months": [5, 5]},
                ],
            ),
        },
        degrees={
            "law-degree": {"field": "law", "level": "master"},
            "biology-degree": {"field": "biology", "sciences": True},
        },
    )
    law, biology = of(catalogue, "law-degree"), of(catalogue, "biology-degree")
    assert law.pathfinder.education == "master"
    assert law["chief"].months == (1, 1)
    # A year of college science comes first, as for every graduate of another field.
    assert law["scientist"].months == (17, 17)
    assert biology.pathfinder.education == "bachelor"
    assert biology["scientist"].months == (6, 6)
    assert of(catalogue)["scientist"].months == (54, 54)


def test_a_degree_is_near_and_no_work(catalogue: Catalogue) -> None:
    by_degree = of(catalogue, "law-degree", education="master")
    assert by_degree["compliance"].nearness == "degree"
    assert by_degree["coder"].nearness == "other"
    assert of(catalogue, "rn")["nurse-manager"].nearness == "step"
    assert of(catalogue, "rn")["rn"].nearness == "here"


def test_a_lower_degree_in_a_field_opens_no_more_than_its_level(catalogue: Catalogue) -> None:
    whole = of(catalogue, "biology-degree")
    lower = of(catalogue, "biology-degree", education="associate")
    assert (whole.pathfinder.education, lower.pathfinder.education) == ("bachelor", "associate")
    assert whole["microbiologist"].months == (0, 0)
    assert lower["microbiologist"].months == (24, 36)
    assert lower["genetic-counselor"].nearness == "degree"
    # The science in it is passed all the same.
    assert lower["histotech"].months == (0, 0)


def test_people_with_an_associate_degree_complete_a_bachelors_in_their_career_sooner() -> None:
    bridge = ROUTE | {"from": ["nurse", "bachelor"], "months": [0, 0]}
    nurse = career_table(
        title="Nurse", grants=["nurse"], completion=[12, 18], completion_source="guide"
    )
    careers = {"nurse": nurse, "chief": career_table(title="Chief", routes=[bridge])}
    catalogue = make_catalogue(careers)

    def months(**more: object) -> object:
        return of(catalogue, "nurse", **more)["chief"].months

    assert months(education="associate") == (12, 18)
    assert months(education="associate", pace="half") == (24, 36)
    assert months(education="some-college") == (36, 36)


def test_what_is_related_to_ones_work_is_near_both_ways() -> None:
    careers = {
        "aide": career_table(title="Aide", related=["nurse"]),
        "nurse": career_table(title="Nurse"),
        "clerk": career_table(title="Clerk"),
    }
    catalogue = make_catalogue(careers)
    for own, near in (("aide", "nurse"), ("nurse", "aide")):
        prospects = Prospects(catalogue, Answers(worked={own: 12}))
        assert prospects[near].nearness == "related"
        assert prospects["clerk"].nearness == "other"


def test_science_is_missing_from_an_associate_degree_in_another_field(catalogue: Catalogue) -> None:
    def months(**more: object) -> object:
        return of(catalogue, education="associate", **more)["histotech"].months

    assert (months(), months(sciences=True)) == ((12, 12), (0, 0))
    of_health = of(catalogue, "respiratory-therapist", education="associate")
    assert of_health["histotech"].months == (0, 0)


def test_a_program_that_mostly_people_with_a_degree_take_is_near_to_that_field(
    catalogue: Catalogue,
) -> None:
    psychology = of(catalogue, "psychology-degree")
    assert psychology["mental-health-counselor"].nearness == "degree"
    assert psychology["pharmacist"].nearness == "other"
    assert (
        psychology["mental-health-counselor"].months
        == of(catalogue, education="bachelor")["mental-health-counselor"].months
    )


def test_where_all_are_weak_what_builds_on_ones_degree_is_all_that_is_shown(
    catalogue: Catalogue,
) -> None:
    wants: dict[str, Answer] = {
        "patient_contact": "none",
        "schooling": 6,
        "remote": "mostly",
        "salary": 100_000,
    }

    def page(*holds: str) -> list[str]:
        answers = Answers(wants, education="doctorate", holds=holds)
        found = shown(rank(Prospects(catalogue, answers), answers))
        assert not found.passed_over or found.matches[0].level
        return [match.career.id for match in found.matches]

    assert page("law-degree") == ["health-lawyer"]
    assert not {"compliance", "health-lawyer"}.intersection(page())
