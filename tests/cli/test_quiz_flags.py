"""Flags turned into answers, without running the program."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.cli.flag_values import choices_of, criteria_list
from careeradvisor.cli.flags import (
    Given,
    education_named,
    given_answers,
    known_credentials,
    open_questions,
    preference_parameters,
)
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answers
from tests.helpers import career_table, make_catalogue

KNOWN = ("lpn", "rn")
FLAGS = tuple(parameter.name for parameter in preference_parameters())
BASE = Answers(
    wants={"salary": 45_000, "remote": "only"}, must=("remote",), priorities=("salary", "remote")
)

words = st.text(max_size=30) | st.sampled_from(
    [
        "any",
        "none",
        "45k",
        "9",
        "2y",
        "only",
        "rn",
        "CA",
        "salary",
        "remote,salary",
        "SIA",
        "bachelor",
    ]
)


def answers_of(base: Answers = BASE, **flags: Any) -> Answers:
    return given_answers(flags, base, KNOWN).answers


class TestOnTopOfAProfile:
    def test_nothing_given_changes_nothing(self) -> None:
        assert given_answers({}, BASE, KNOWN) == Given(BASE, frozenset())

    def test_an_answer_keeps_its_must_and_place(self) -> None:
        changed = answers_of(remote="mostly")
        assert changed.wants == {"salary": 45_000, "remote": "mostly"}
        assert changed.must == BASE.must
        assert changed.priorities == BASE.priorities

    def test_any_takes_both_away(self) -> None:
        changed = answers_of(remote="ANY")
        assert changed.wants == {"salary": 45_000}
        assert changed.must == ()
        assert changed.priorities == ("salary",)

    def test_musts_and_priorities_replace_the_earlier_ones(self) -> None:
        assert answers_of(must=["salary"]).must == ("salary",)
        assert answers_of(must=["none"]).must == ()
        assert answers_of(priorities="remote").priorities == ("remote",)

    def test_what_can_be_taken_back(self) -> None:
        base = Answers(wants=BASE.wants, holds=("rn",), state="CA", education="bachelor")
        changed = answers_of(base, holds=["none"], state="any", education="none")
        assert (changed.holds, changed.state, changed.education) == ((), None, "none")

    def test_what_was_answered_is_told(self) -> None:
        found = given_answers({"remote": "any", "state": "CA", "must": ["salary"]}, BASE, KNOWN)
        assert found.keys == {"remote", "state", "must"}


class TestWords:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("High School", "high-school"),
            ("high_school", "high-school"),
            ("bachelor's", "bachelor"),
            ("Master's degree", "master"),
            ("associate-degree", "associate"),
        ],
    )
    def test_education(self, text: str, level: str) -> None:
        assert education_named(text) == level

    def test_credentials_in_any_writing(self) -> None:
        assert answers_of(holds=["RN", "lpn; rn"]).holds == ("rn", "lpn")

    def test_a_catalogue_without_credentials(self) -> None:
        with pytest.raises(WrongUse, match="It knows no credentials"):
            given_answers({"holds": ["rn"]}, BASE, ())

    def test_known_credentials_are_those_granted_or_asked_for(self) -> None:
        route = {
            "name": "a",
            "from": ["bachelor", "lpn"],
            "months": [1, 2],
            "award": "a",
            "source": "guide",
        }
        catalogue = make_catalogue(
            {"a": career_table(grants=["rn"]), "b": career_table(title="B", routes=[route])}
        )
        assert known_credentials(catalogue) == ("lpn", "rn")

    def test_open_questions(self) -> None:
        found = given_answers({"patient_contact": "any"}, BASE, KNOWN)
        assert [c.key for c in open_questions(found, full=False)] == ["schooling"]
        names = {c.key for c in open_questions(found, full=True)}
        assert names == set(BY_KEY) - {"patient_contact", "salary", "remote"}


@settings(max_examples=500, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([name for name in FLAGS if name not in ("holds", "must")]),
        words,
        max_size=5,
    ),
    st.lists(words, max_size=3),
    st.lists(words, max_size=3),
)
def test_any_values_are_understood_or_complained_about(
    flags: dict[str, str], holds: list[str], must: list[str]
) -> None:
    try:
        answers = answers_of(Answers(), **flags, holds=holds, must=must)
    except WrongUse as problem:
        complaint = problem.message
    else:
        assert set(answers.must) <= set(answers.wants)
        assert set(answers.priorities) <= set(answers.wants)
        assert len(set(answers.must)) == len(answers.must)
        assert set(answers.holds) <= set(KNOWN)
        for key, answer in answers.wants.items():
            assert BY_KEY[key].accept(answer) == answer
        return
    assert complaint.startswith("--")


class TestCompletion:
    def test_choices(self) -> None:
        offers = choices_of(BY_KEY["remote"])(None, "")  # type: ignore[arg-type]
        assert [value for value, _ in offers] == ["only", "mostly", "hybrid", "on-site", "any"]

    def test_lists(self) -> None:
        complete = choices_of(BY_KEY["schedule"])
        offers = complete(None, "no-nights,no-")  # type: ignore[arg-type]
        assert [v for v, _ in offers] == ["no-nights,no-weekends", "no-nights,no-on-call"]
        assert complete(None, "$(boom),no-") == []  # type: ignore[arg-type]

    def test_criteria(self) -> None:
        offers = criteria_list(None, "")  # type: ignore[arg-type]
        assert [value for value, _ in offers] == [criterion.name for criterion in ALL]
        offers = criteria_list(None, "salary,s")  # type: ignore[arg-type]
        assert [value for value, _ in offers] == ["salary,schooling", "salary,schedule"]
