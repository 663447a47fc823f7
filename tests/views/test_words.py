from __future__ import annotations

import pytest

from careeradvisor.profile.answers import Answers
from careeradvisor.text import listed
from careeradvisor.views import words
from tests.helpers import make_career, view_catalogue


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
