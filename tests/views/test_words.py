from __future__ import annotations

import pytest

from careeradvisor.profile.answers import Answers
from careeradvisor.text import listed
from careeradvisor.views import words
from tests.helpers import career_table, make_career, make_catalogue, view_catalogue

_WAY = career_table()["routes"][0]
WITH_DEGREES = make_catalogue(
    {
        "nurse": career_table(
            title="Nurse",
            grants=["rn"],
            routes=[_WAY | {"from": ["associate", "biology-degree"]}],
        )
    },
    degrees={
        "law-degree": {"field": "law (JD)", "level": "master"},
        "biology-degree": {"field": "biology"},
    },
)


@pytest.mark.parametrize(
    ("level", "entry", "text"),
    [
        (0, 0, "never; everyone works on site"),
        (4, 4, "fully; new people too"),
        (4, 1, "fully; new people usually start on site, with a rare day at home"),
    ],
)
def test_remote_says_how_new_people_start(level: int, entry: int, text: str) -> None:
    career = make_career(remote={"level": level, "entry": entry, "why": "x", "source": "guide"})
    assert words.remote_words(career.remote) == text


@pytest.mark.parametrize(
    ("percent", "text"),
    [(7.0, "7% more jobs"), (-2.5, "2.5% fewer jobs"), (0.0, "as many jobs as now")],
)
def test_change(percent: float, text: str) -> None:
    assert words.change_words(percent) == text


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (Answers(), "from a high-school diploma or equivalent"),
        (Answers(education="associate"), "from an associate degree"),
        (Answers(education="none"), "from no diploma"),
        (
            Answers(education="bachelor", holds=("rn", "coding")),
            "from a bachelor's degree, as Registered nurse (RN) and Medical coder",
        ),
    ],
)
def test_person(person: Answers, text: str) -> None:
    assert words.person_words(view_catalogue(), person) == text


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (Answers(holds=("law-degree",)), "from a degree in law (JD)"),
        (Answers(education="master", holds=("law-degree",)), "from a degree in law (JD)"),
        (
            Answers(education="doctorate", holds=("law-degree",)),
            "from a doctorate, with a degree in law (JD)",
        ),
        (
            Answers(holds=("law-degree", "rn", "biology-degree"), pace="half"),
            "from a degree in law (JD) and a degree in biology, as Nurse, studying half time",
        ),
    ],
)
def test_a_degree_is_said_by_its_field(person: Answers, text: str) -> None:
    assert words.person_words(WITH_DEGREES, person) == text


def test_a_way_from_a_degree_says_so() -> None:
    (route,) = WITH_DEGREES.careers["nurse"].routes
    assert words.start_words(WITH_DEGREES, route) == "an associate degree and a degree in biology"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_listed(items: list[str], text: str) -> None:
    assert listed(items) == text


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("is so", "Is so."), ("Is so.", "Is so."), ("why?", "Why?")]
)
def test_sentence(text: str, shown: str) -> None:
    assert words.sentence(text) == shown


@pytest.mark.parametrize(
    ("study", "experience", "text"),
    [
        (None, None, ""),
        ((0, 0), None, "no study"),
        ((4, 9), 24, "4 to 9 months of study, 24 months of experience"),
        (None, 1, "1 month of experience"),
    ],
)
def test_step(study: tuple[int, int] | None, experience: int | None, text: str) -> None:
    assert words.step_words(study, experience) == text


def test_the_id_is_told_where_it_is_another_word() -> None:
    assert words.named("Medical coder", "coder") == "Medical coder (coder)"
    assert words.named("Surgeon", "surgeon") == "Surgeon"
