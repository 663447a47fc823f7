"""Flags turned into answers, without running the program."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.cli.background import Known, education_named
from careeradvisor.cli.completion import choices_of, criteria_list
from careeradvisor.cli.flags import Given, given_answers, open_questions, preference_options
from careeradvisor.cli.repeat import to_repeat
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import LONGEST_WORK, Answers
from tests.helpers import career_table, make_catalogue, route

KNOWN = Known(
    make_catalogue(
        {
            "coder": career_table(grants=["coding"], aliases=["medical coding specialist"]),
            "rn": career_table(
                title="Registered nurse",
                grants=["rn"],
                routes=[route((1, 2), "lpn", "bachelor"), route((1, 2), "high-school")],
                credentials=[
                    {"name": "License (RN)", "body": "State", "need": "required", "source": "guide"}
                ],
            ),
            "np": career_table(
                title="Nurse practitioner",
                grants=["rn", "np"],
                routes=[route((1, 2), "rn")],
                credentials=None,
            ),
        }
    )
)
FLAGS = tuple(parameter.name for parameter in preference_options())
BASE = Answers(
    wants={"salary": 45_000, "remote": "only"}, must=("remote",), priorities=("salary", "remote")
)

words = st.text(max_size=30) | st.sampled_from(
    [
        *("any", "none", "45k", "9", "2y", "only", "rn", "CA", "salary", "remote,salary", "SIA"),
        *("bachelor", "half", "Houston", "yes"),
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

    @pytest.mark.parametrize(
        ("words", "held"),
        [
            (["RN", "lpn; rn"], ("rn", "lpn")),
            (["coder", "Medical-Coding Specialist"], ("coding",)),
            (["CPC"], ("coding",)),
            (["nurse practitioner"], ("np",)),
            (["none"], ()),
        ],
    )
    def test_credentials_in_any_writing_and_by_lay_names(
        self, words: list[str], held: tuple[str, ...]
    ) -> None:
        assert answers_of(holds=words).holds == held

    @pytest.mark.parametrize(
        ("words", "worked"),
        [
            (["rn=5y", "coder = 18m"], {"rn": 60, "coder": 18}),
            (["rn=two years; Medical coder=1 year 6 months"], {"rn": 24, "coder": 18}),
            (["rn=0m"], {}),
            (["none"], {}),
        ],
    )
    def test_work_in_any_writing(self, words: list[str], worked: dict[str, int]) -> None:
        assert answers_of(worked=words).worked == worked

    @pytest.mark.parametrize(
        ("flags", "said"),
        [
            ({"holds": ["registred nurse"]}, "Did you mean rn (Registered nurse)"),
            ({"holds": ["xyz"]}, "It knows 4, such as coding"),
            ({"worked": ["rn=banana"]}, "such as rn=5y"),
            ({"worked": ["rn=-1y"]}, "such as rn=5y"),
            ({"worked": ["rn=5"]}, "Write rn=5y or rn=5m"),
            ({"worked": ["rn"]}, "such as rn=5y"),
            ({"worked": ["nobody=5y"]}, "No career called 'nobody'"),
            (
                {"worked": ["teacher=5y"]},
                "Work outside healthcare opens no way of its own: leave it out.",
            ),
            ({"worked": ["rn=61y"]}, "Write at most rn=60y"),
            ({"worked": ["rn=1y", "RN=2y"]}, "rn is there twice"),
            ({"worked": ["rn=" + "1" * 500]}, "too long"),
            ({"pace": "slow"}, "Write full or half"),
            ({"sciences": "perhaps"}, "yes or no"),
            ({"area": "Houston", "state": "CA"}, "Give that state"),
        ],
    )
    def test_what_is_not_understood_is_answered_with_what_would_be(
        self, flags: dict[str, Any], said: str
    ) -> None:
        with pytest.raises(WrongUse) as caught:
            answers_of(**flags)
        assert caught.value.message.startswith(f"--{next(iter(flags))}: ")
        assert said in caught.value.message

    @pytest.mark.parametrize(
        ("words", "because", "without"),
        [
            (["RN=Contact", "coder"], [], {"rn": "contact", "coder": ""}),
            (
                ["rn = kind of work; medical coding specialist=salary"],
                [],
                {"rn": "kind-of-work", "coder": "pay"},
            ),
            (["rn", "coder=pay"], ["study"], {"rn": "study", "coder": "pay"}),
            (["rn", "coder"], ["place", "pay"], {"rn": "place", "coder": "pay"}),
            (["none"], [], {}),
        ],
    )
    def test_careers_left_out(
        self, words: list[str], because: list[str], without: dict[str, str]
    ) -> None:
        found = answers_of(without=words, because=because)
        assert found.without == without
        again = [arg for arg in shlex.split(to_repeat(found)) if "=" in arg or arg in without]
        assert answers_of(without=again).without == without

    @pytest.mark.parametrize(
        ("words", "because", "part"),
        [
            (["nurs"], [], "--without: No career called 'nurs'. Did you mean rn"),
            (["rn=contct"], [], "is not a reason. Choose one of: contact, study"),
            (["rn", "coder"], ["pay"], "Write the reason behind the career instead"),
            (["rn=pay"], ["pay"], "Write the reason behind the career instead"),
            ([], ["pay"], "Write the reason behind the career instead"),
            (["rn", "rn=pay"], [], "rn is there twice"),
        ],
    )
    def test_what_cannot_be_left_out(self, words: list[str], because: list[str], part: str) -> None:
        with pytest.raises(WrongUse, match=re.escape(part)):
            answers_of(without=words, because=because)

    def test_pace_and_sciences(self) -> None:
        assert answers_of(pace="part-time").pace == "half"
        assert answers_of(sciences="Yes").sciences is True
        assert answers_of(Answers(sciences=True), sciences=False).sciences is False

    def test_an_area_brings_its_state_and_another_state_takes_it_away(self) -> None:
        houston = answers_of(area="Houston")
        assert (houston.state, houston.area) == ("TX", "26420")
        assert answers_of(Answers(state="CA"), area="houston").state == "TX"
        assert answers_of(houston, state="Texas").area == "26420"
        assert answers_of(houston, state="CA").area is None
        assert answers_of(houston, area="any").area is None

    def test_degrees_in_a_field(self) -> None:
        law = {"law-degree": {"field": "law", "aliases": ["jd"]}}
        known = Known(make_catalogue({"a": career_table()}, degrees=law))
        found = given_answers({"holds": ["J.D.; law degree"]}, BASE, known)
        assert found.answers.holds == ("law-degree",)
        with pytest.raises(WrongUse, match="opens no way of its own: leave it out"):
            given_answers({"holds": ["history"]}, BASE, known)

    def test_a_catalogue_without_credentials(self) -> None:
        nothing = Known(make_catalogue({"a": career_table()}))
        with pytest.raises(WrongUse, match="It knows no credentials"):
            given_answers({"holds": ["rn"]}, BASE, nothing)

    def test_open_questions(self) -> None:
        found = given_answers({"patient_contact": "any"}, BASE, KNOWN)
        assert [c.key for c in open_questions(found, full=False)] == ["schooling"]
        names = {c.key for c in open_questions(found, full=True)}
        assert names == set(BY_KEY) - {"patient_contact", "salary", "remote"}


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([name for name in FLAGS if name not in ("holds", "worked", "must")]),
        words,
        max_size=5,
    ),
    st.lists(words, max_size=3),
    st.lists(words | st.sampled_from(["rn=5y", "coder=1m", "rn=", "np=99y"]), max_size=3),
    st.lists(words, max_size=3),
)
def test_any_values_are_understood_or_complained_about(
    flags: dict[str, str], holds: list[str], worked: list[str], must: list[str]
) -> None:
    try:
        answers = answers_of(Answers(), **flags, holds=holds, worked=worked, must=must)
    except WrongUse as problem:
        complaint = problem.message
    else:
        assert set(answers.must) <= set(answers.wants)
        assert set(answers.priorities) <= set(answers.wants)
        assert len(set(answers.must)) == len(answers.must)
        assert set(answers.holds) <= set(KNOWN.credentials.ids)
        assert all(0 < months <= LONGEST_WORK for months in answers.worked.values())
        for key, answer in answers.wants.items():
            assert BY_KEY[key].accept(answer) == answer
        return
    assert complaint.startswith("--")


class TestCompletion:
    def test_choices(self) -> None:
        offers = choices_of(BY_KEY["remote"])(None, "")  # type: ignore[arg-type]
        assert [value for value, _ in offers] == [c.value for c in BY_KEY["remote"].choices] + [
            "any"
        ]

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
