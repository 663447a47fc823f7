"""The conversation of the quiz, without any terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.criteria.base import Choice
from careeradvisor.criteria.patient_contact import PatientContact
from careeradvisor.interview import engine, weighing
from careeradvisor.interview.engine import Draft, Earlier, merged, quiz
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Reply, Write
from careeradvisor.profile.answers import Answer, Answers
from tests.helpers import career_table, make_catalogue
from tests.interview.script import Played, labels, play

# Contact, education, licenses, work, months, pace, remote, salary, state, area, order, limits.
ALL_ANSWERED: tuple[Reply, ...] = (
    "none", "associate", "", "no", "9 months", "full", "only", "60k", "california", "",
    "remote", "salary", "rest", "remote",
)  # fmt: skip
WANTS: dict[str, Answer] = {
    "patient_contact": "none",
    "schooling": 9,
    "remote": "only",
    "salary": 60_000,
}
ANSWERS = Answers(
    wants=WANTS,
    education="associate",
    state="CA",
    must=("remote",),
    priorities=("remote", "salary"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return make_catalogue(
        {
            "rn": career_table(title="Registered nurse", grants=["rn"]),
            "coder": career_table(grants=["coding"]),
            "auditor": career_table(title="Auditor", grants=["coding"]),
        }
    )


def begin(catalogue: Catalogue, *replies: Reply, **more: object) -> Played[Answers]:
    given = more.pop("given", Answers())
    assert isinstance(given, Answers)
    return play(quiz(catalogue, Draft(given), **more), *replies)  # type: ignore[arg-type]


def test_all_questions_in_order_then_the_summary_then_the_answers(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED, "rank")
    assert played.result == ANSWERS
    assert [q.progress for q in played.asked] == [
        "Question 1 of 6",
        *(f"Question 2 of 6, part {part} of 5" for part in range(1, 6)),
        "Question 3 of 6",
        "Question 4 of 6, part 1 of 2",
        "Question 4 of 6, part 2 of 2",
        # The area goes on from the state.
        "Question 4 of 6, part 2 of 2",
        "Question 5 of 6",
        "Question 5 of 6",
        "Question 5 of 6",
        "Question 6 of 6",
        "",
    ]
    criteria = [played.asked[0], played.asked[4], played.asked[6], played.asked[7]]
    main = [c for c in ALL if not c.further]
    assert [q.text for q in criteria] == [c.question for c in main]
    assert [q.why for q in criteria] == [c.why for c in main]


def test_every_question_has_help_and_a_way_to_have_no_preference(catalogue: Catalogue) -> None:
    conversation = quiz(catalogue, Draft(Answers()), full=True)
    question = next(conversation)
    texts: list[str] = []
    while not question.text.startswith("Are these your answers?"):
        assert question.why
        texts.append(question.text)
        if isinstance(question, Write):
            assert question.blank
            question = conversation.send("")
        elif len(texts) == 1:
            # One preference, so that the questions about weighing come too.
            question = conversation.send("none")
        else:
            values = [row.value for row in question.rows]
            question = conversation.send("any" if "any" in values else values[-1])
    assert set(texts) >= {c.question for c in ALL}
    assert texts[-1] == "Is any of these a hard limit?"


def test_full_asks_every_criterion_of_the_registry(catalogue: Catalogue) -> None:
    replies: list[Reply] = ["any", "any", "", "", "", "full", "any", "", ""]
    further = [c for c in ALL if c.further]
    replies += ["any" if c.choices else "" for c in further]
    played = begin(catalogue, *replies, full=True)
    texts = [q.text for q in played.asked]
    assert [t for t in texts if t in {c.question for c in ALL}] == [c.question for c in ALL]
    assert played.asked[0].progress == f"Question 1 of {len(ALL) + 2}"
    assert played.waiting.text == "Are these your answers? Pick one to change it."


def test_a_new_criterion_is_asked_without_an_edit_here(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pets(PatientContact):
        name = "pets"
        label = "pets at work"
        question = "Do you want to work with animals?"
        choices: ClassVar[Any] = (Choice("yes", "Yes, please"),)

        def wanted(self, answer: object) -> str:
            return "animals at work"

    pets = Pets()
    monkeypatch.setattr(engine, "ALL", (*ALL, pets))
    for module in (engine, weighing):
        monkeypatch.setattr(module, "BY_KEY", {**BY_KEY, "pets": pets})
    played = begin(catalogue, *ALL_ANSWERED[:10], "yes", "pets", "rest", "pets", "rank")
    assert played.asked[10].text == "Do you want to work with animals?"
    assert labels(played.asked[10]) == ["Yes, please", "No preference"]
    assert "Pets at work: animals at work" in labels(played.asked[11])
    assert played.result is not None
    assert played.result.wants["pets"] == "yes"
    assert played.result.must == ("pets",)


# Understanding


@pytest.mark.parametrize(
    ("typed", "months"),
    [("9", 9), ("18 months", 18), ("2 years", 24), ("1.5y", 18), ("", None), ("any", None)],
)
def test_months_as_people_type_them(catalogue: Catalogue, typed: str, months: int | None) -> None:
    draft = Draft(Answers())
    play(quiz(catalogue, draft), "any", "any", "", "", typed)
    assert draft.answers.wants.get("schooling") == months


def test_what_is_wrong_is_said_and_the_question_stays_with_what_was_typed(
    catalogue: Catalogue,
) -> None:
    played = begin(catalogue, "any", "any", "", "", "a while")
    question = played.waiting
    assert isinstance(question, Write)
    assert question.text == BY_KEY["schooling"].question
    assert "'a while' is not a length of time" in question.notice
    assert question.current == "a while"


def test_a_very_long_line_is_refused_before_anything_reads_it(catalogue: Catalogue) -> None:
    played = begin(catalogue, "any", "any", "", "", "9" * 5_000)
    assert played.waiting.notice == "That is too long. Write it in a few words."


def test_control_characters_in_a_reply_are_written_out_in_the_notice(catalogue: Catalogue) -> None:
    played = begin(catalogue, "any", "any", "", "", "\x1b[31mred")
    assert "\x1b" not in played.waiting.notice
    assert "\\x1b[31mred" in played.waiting.notice


@pytest.mark.parametrize(
    ("typed", "code"),
    [("CA", "CA"), ("california", "CA"), ("calif", "CA"), ("tex", "TX"), ("", None), ("any", None)],
)
def test_a_state_by_code_name_or_beginning(
    catalogue: Catalogue, typed: str, code: str | None
) -> None:
    draft = Draft(Answers())
    play(quiz(catalogue, draft), *ALL_ANSWERED[:8], typed)
    assert draft.answers.state == code
    assert "state" in draft.asked


def test_a_catalogue_of_ones_own_has_areas_of_its_own(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "wages").mkdir()
    (tmp_path / "wages" / "areas.csv").write_text("area,states,name\n26420,CA,Springfield\n")
    draft = Draft(Answers())
    conversation = quiz(catalogue, draft, path=tmp_path / "college.toml")
    play(conversation, *ALL_ANSWERED[:9], "spring")
    assert draft.answers.area == "26420"


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("", ()),
        ("none", ()),
        ("rn", ("rn",)),
        ("registered nurse", ("rn",)),
        ("regis; CODING", ("rn", "coding")),
        # A career's own name stands for what it grants.
        ("auditor", ("coding",)),
    ],
)
def test_licenses_by_any_name_with_commas_between(
    catalogue: Catalogue, typed: str, held: tuple[str, ...]
) -> None:
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft), "any", "associate", typed)
    assert draft.answers.holds == held
    question = played.asked[2]
    assert isinstance(question, Write)
    assert [row.label for row in question.suggestions] == [
        "Medical coder or Auditor",
        "Registered nurse",
    ]


def test_the_field_of_a_degree_is_said_where_licenses_are() -> None:
    law = {"law-degree": {"field": "law", "aliases": ["jd"]}}
    catalogue = make_catalogue({"a": career_table()}, degrees=law)
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft), "any", "associate", "J.D.")
    assert draft.answers.holds == ("law-degree",)
    question = played.asked[2]
    assert isinstance(question, Write)
    assert [row.label for row in question.suggestions] == ["Degree in law"]


def test_an_unknown_license_is_asked_again(catalogue: Catalogue) -> None:
    played = begin(catalogue, "any", "associate", "nurse, wizard")
    assert "'nurse' is no license, certificate or degree here." in played.waiting.notice
    assert "Did you mean Registered nurse?" in played.waiting.notice


def test_a_catalogue_without_credentials_asks_for_none() -> None:
    played = begin(make_catalogue(), "any", "associate")
    assert played.waiting.text.startswith("Have you worked in healthcare?")


def test_work_is_a_career_and_then_how_long_until_that_is_all(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    played = play(
        quiz(catalogue, draft), "any", "associate", "", "registered", "5 years", "coder", "18m"
    )
    assert draft.answers.worked == {"rn": 60, "coder": 18}
    assert "So far: Registered nurse (5 years) and Medical coder (1 year 6 months)." in (
        played.waiting.text
    )
    draft = Draft(Answers(worked={"rn": 60}))
    play(quiz(catalogue, draft), "any", "associate", "", "none")
    assert draft.answers.worked == {}


@pytest.mark.parametrize("typed", ["rn 5 years", "registered nurse 60 months", "rn=5y", "RN: 5y"])
def test_how_long_can_stand_behind_the_career(catalogue: Catalogue, typed: str) -> None:
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft), "any", "associate", "", typed)
    assert draft.answers.worked == {"rn": 60}
    assert played.waiting.text.startswith("Have you worked in healthcare as anything else?")


def test_back_takes_the_last_job_away(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    begun = ("any", "associate", "", "rn", "5y", "coder", BACK)
    assert play(quiz(catalogue, draft), *begun).waiting.text.startswith("Have you worked")
    assert draft.answers.worked == {"rn": 60}
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft), *begun, BACK)
    assert draft.answers.worked == {}
    assert played.waiting.text.startswith("Have you worked")


@pytest.mark.parametrize("wrong", ["18", "any", "banana", "-1y", "70 years"])
def test_work_needs_a_length_of_time(catalogue: Catalogue, wrong: str) -> None:
    played = begin(catalogue, "any", "associate", "", "rn", wrong)
    assert played.waiting.text == "Registered nurse: how long have you worked as one?"
    assert played.waiting.notice


def test_science_is_asked_from_a_bachelors_degree_on(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft), "any", "bachelor", "yes")
    assert [q.progress for q in played.asked[1:]] == [
        f"Question 2 of 6, part {part} of 5" for part in (1, 1, 2)
    ]
    assert draft.answers.sciences
    assert "license" in begin(catalogue, "any", "associate").waiting.text


def test_interests_are_picked_in_order_and_at_most_three(catalogue: Catalogue) -> None:
    before = ("any", "any", "", "", "", "full", "any", "", "")
    further = [c.key for c in ALL if c.further]
    place = further.index("interests")
    skipped = ["any" if BY_KEY[k].choices else "" for k in further[:place]]
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft, full=True), *before, *skipped, "S, I, A, C")
    question = played.waiting
    assert isinstance(question, PickSeveral)
    assert question.ordered
    assert "one to three" in question.notice
    assert question.current == "S, I, A, C"
    draft = Draft(Answers())
    play(quiz(catalogue, draft, full=True), *before, *skipped, "S, I, A")
    assert draft.answers.wants == {"interests": "SIA"}


def test_interests_can_also_be_written(catalogue: Catalogue) -> None:
    draft = Draft(Answers(wants={"interests": "SIA"}))
    replies: list[Reply] = ["any", "any", "", "", "", "full", "any", "", ""]
    played = play(quiz(catalogue, draft), *replies, "in-words", BACK, "in-words")
    assert isinstance(played.waiting, Write)
    assert played.waiting.current == "SIA"
    draft = Draft(Answers(wants={"interests": "SIA"}))
    play(quiz(catalogue, draft), *replies, "in-words", "R12 I30 A8 S25 E10 C20")
    assert draft.answers.wants == {"interests": "R12 I30 A8 S25 E10 C20"}


# Going back


def test_back_leads_to_the_question_before_with_its_answer_pointed_at(catalogue: Catalogue) -> None:
    played = begin(catalogue, "a-lot", BACK)
    question = played.waiting
    assert isinstance(question, Pick)
    assert question.progress == "Question 1 of 6"
    assert question.current == "a-lot"
    assert not question.can_go_back


def test_back_before_the_first_question_is_answered_kindly(catalogue: Catalogue) -> None:
    played = begin(catalogue, BACK)
    assert played.waiting.notice == "There is nothing to go back to from here."


def test_back_all_the_way_from_the_summary_and_forward_again(catalogue: Catalogue) -> None:
    # The order takes two backs: the picks go first, and then it starts anew.
    back = [BACK] * 12
    played = begin(catalogue, *ALL_ANSWERED, *back)
    assert played.waiting.progress == "Question 1 of 6"
    played = begin(catalogue, *ALL_ANSWERED, *back, *ALL_ANSWERED, "rank")
    assert played.result == ANSWERS


def test_back_within_the_order_takes_the_last_pick_away(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED[:10], "remote", "salary", BACK)
    question = played.waiting
    assert question.text.startswith("So far: 1. work from home.")
    assert "Salary: $60,000 a year" in labels(question)
    played = begin(catalogue, *ALL_ANSWERED[:10], "remote", BACK, BACK)
    assert played.waiting.text == "In which part of California?"


def test_back_skips_what_does_not_apply(catalogue: Catalogue) -> None:
    # With one preference there is no order to ask for.
    played = begin(catalogue, "none", "any", "", "", "", "full", "any", "", "")
    assert played.waiting.text == "Is any of these a hard limit?"
    played = begin(catalogue, "none", "any", "", "", "", "full", "any", "", "", BACK)
    assert played.waiting.text == "In which state do you want to work?"


# Weighing


def test_answers_are_shown_while_they_are_weighed(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED[:10])
    assert labels(played.waiting) == [
        "No patient contact",
        "Time until qualified: at most 9 months",
        "Work from home only",
        "Salary: $60,000 a year",
        "No preference: they all matter the same",
    ]


def test_the_last_one_left_is_not_asked_about(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED[:10], "salary", "remote", "schooling")
    assert played.waiting.text == "Is any of these a hard limit?"
    played = begin(catalogue, *ALL_ANSWERED[:10], "salary", "remote", "schooling", "none", "rank")
    assert played.result is not None
    assert played.result.priorities == ("salary", "remote", "schooling")
    assert played.result.must == ()


# The summary


def test_the_summary_shows_every_answer_on_a_line(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED)
    assert labels(played.waiting) == [
        "Yes, show me the careers",
        "No patient contact",
        "Education: associate degree",
        "Licenses and work in healthcare: no license or certificate; no paid work",
        "Time until qualified: at most 9 months; full time study",
        "Work from home only",
        "Salary: $60,000 a year; California; anywhere in it",
        "What matters most: work from home, then salary, then patient contact and "
        "time until qualified equally",
        "Hard limits: work from home",
    ]


def test_an_answer_can_be_changed_on_the_summary(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED, "salary", "70k", BACK, "rank")
    assert played.result is not None
    assert played.result.wants == {**WANTS, "salary": 70_000}
    assert played.asked[-2].progress == "Change an answer"


def test_the_lines_of_the_main_summary_have_one_digit(catalogue: Catalogue) -> None:
    assert len(begin(catalogue, *ALL_ANSWERED).waiting.rows) <= 9


def test_back_while_changing_leaves_the_answer(catalogue: Catalogue) -> None:
    for key in ("salary", "must", "patient_contact"):
        assert begin(catalogue, *ALL_ANSWERED, key, BACK, "rank").result == ANSWERS
    assert begin(catalogue, *ALL_ANSWERED, "education", BACK, "rank").result == ANSWERS
    # Picks that were made before going back are not kept either.
    played = begin(catalogue, *ALL_ANSWERED, "priorities", "salary", BACK, BACK, "rank")
    assert played.result == ANSWERS


def test_a_preference_taken_away_is_no_limit_and_no_priority_any_more(catalogue: Catalogue) -> None:
    played = begin(catalogue, *ALL_ANSWERED, "remote", "any", "rank")
    assert played.result is not None
    assert "remote" not in played.result.wants
    assert played.result.must == ()
    assert played.result.priorities == ("salary",)


def test_nothing_is_ranked_without_any_preference(catalogue: Catalogue) -> None:
    nothing: tuple[Reply, ...] = ("any", "any", "", "", "", "full", "any", "", "")
    played = begin(catalogue, *nothing, "rank")
    assert "Tell me at least one thing you care about" in played.waiting.notice
    played = begin(catalogue, *nothing, "rank", "remote", "only", "rank")
    assert played.result is not None
    assert played.result.wants == {"remote": "only"}


# Flags


def test_what_flags_have_answered_is_not_asked_but_can_be_changed(catalogue: Catalogue) -> None:
    given = Answers(wants={"remote": "only"}, education="bachelor", must=("remote",))
    played = begin(
        catalogue,
        *("none", "no", "", "", "9", "full", "", "", "rest"),
        given=given,
        asked_already=frozenset({"remote", "education", "must"}),
    )
    assert [q.progress for q in played.asked[:-1]] == [
        "Question 1 of 4",
        *(f"Question 2 of 4, part {part} of 5" for part in range(1, 6)),
        "Question 3 of 4, part 1 of 2",
        "Question 3 of 4, part 2 of 2",
        "Question 4 of 4",
    ]
    assert "Work from home only" in labels(played.waiting)
    assert "Hard limits: work from home" in labels(played.waiting)


def test_a_further_criterion_given_as_a_flag_is_weighed_with_the_others(
    catalogue: Catalogue,
) -> None:
    given = Answers(wants={"growth": "fast"})
    played = begin(catalogue, *ALL_ANSWERED[:10], given=given, asked_already=frozenset({"growth"}))
    assert "Job growth: growth much faster than the average" in labels(played.waiting)


def test_with_everything_given_only_the_confirmation_is_left(catalogue: Catalogue) -> None:
    keys = {c.key for c in ALL} | set(engine.ABOUT_THE_PERSON)
    played = begin(catalogue, "rank", given=ANSWERS, asked_already=frozenset(keys))
    assert len(played.asked) == 1
    assert not played.asked[0].can_go_back
    assert played.result == ANSWERS


# The draft and going on


def test_the_draft_follows_answer_by_answer(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    play(quiz(catalogue, draft), "none", "associate")
    assert draft.answers == Answers(wants={"patient_contact": "none"}, education="associate")
    assert draft.asked == {"patient_contact", "education"}
    assert draft.changed


def test_the_draft_has_each_pick_of_an_order(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    play(quiz(catalogue, draft), *ALL_ANSWERED[:10], "salary", "remote")
    assert draft.answers.priorities == ("salary", "remote")
    assert "priorities" not in draft.asked


def test_nothing_has_changed_before_the_first_answer(catalogue: Catalogue) -> None:
    draft = Draft(Answers(wants={"remote": "only"}))
    play(quiz(catalogue, draft, frozenset({"remote"})))
    assert not draft.changed


def stopped_after(catalogue: Catalogue, count: int) -> Earlier:
    draft = Draft(Answers())
    play(quiz(catalogue, draft), *ALL_ANSWERED[:count])
    return Earlier(draft.answers, frozenset(draft.asked))


@pytest.mark.parametrize("count", range(1, len(ALL_ANSWERED) + 1))
def test_stopped_anywhere_and_gone_on_gives_the_same_answers(
    catalogue: Catalogue, count: int
) -> None:
    earlier = stopped_after(catalogue, count)
    played = begin(catalogue, "go-on", *ALL_ANSWERED[count:], "rank", earlier=[earlier])
    assert played.result == ANSWERS


def test_the_offer_to_go_on_says_where_and_with_what(catalogue: Catalogue) -> None:
    question = begin(catalogue, earlier=[stopped_after(catalogue, 3)]).waiting
    assert question.context == (
        "Last time you stopped at question 2 of 6, part 3 of 5. Nothing was lost. "
        "Your answers until then:",
        "  No patient contact",
        "  Education: associate degree",
        "  Licenses and work in healthcare: no license or certificate; no paid work",
    )
    assert labels(question) == ["Go on where I stopped", "Start anew"]


def test_starting_anew_forgets_the_earlier_answers(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    played = play(quiz(catalogue, draft, earlier=[stopped_after(catalogue, 7)]), "anew")
    assert played.waiting.progress == "Question 1 of 6"
    assert draft.answers == Answers()
    assert draft.asked == set()


def test_going_on_keeps_back_possible(catalogue: Catalogue) -> None:
    played = begin(catalogue, "go-on", BACK, earlier=[stopped_after(catalogue, 7)])
    assert played.waiting.text == BY_KEY["remote"].question
    assert isinstance(played.waiting, Pick)
    assert played.waiting.current == "only"


def test_a_stopped_full_quiz_goes_on_as_one(catalogue: Catalogue) -> None:
    draft = Draft(Answers())
    play(quiz(catalogue, draft, full=True), *ALL_ANSWERED[:10], "fast")
    earlier = Earlier(draft.answers, frozenset(draft.asked))
    played = begin(catalogue, "go-on", earlier=[earlier])
    assert played.waiting.text == BY_KEY["schedule"].question


def test_saved_answers_of_a_finished_quiz_lead_to_the_summary(catalogue: Catalogue) -> None:
    played = begin(catalogue, "saved", "rank", earlier=[Earlier(ANSWERS, None)])
    assert played.asked[0].context[0] == "You have saved these answers:"
    assert played.result == ANSWERS


def test_saved_answers_are_offered_beside_a_stopped_quiz(catalogue: Catalogue) -> None:
    both = [stopped_after(catalogue, 7), Earlier(ANSWERS, None)]
    question = begin(catalogue, earlier=both).waiting
    assert labels(question) == [
        "Go on where I stopped",
        "Go on with the saved answers",
        "Start anew",
    ]
    assert "You have saved these answers:" in question.context
    assert "  Salary: $60,000 a year; California; anywhere in it" in question.context
    assert begin(catalogue, "saved", "rank", earlier=both).result == ANSWERS
    assert begin(catalogue, "go-on", earlier=both).waiting.text == BY_KEY["salary"].question


def test_flags_win_over_earlier_answers() -> None:
    given = Answers(wants={"salary": 90_000}, state="TX")
    answers = merged(ANSWERS, given, frozenset({"salary", "state", "remote"}))
    assert answers.wants == {"patient_contact": "none", "schooling": 9, "salary": 90_000}
    assert answers.state == "TX"
    assert answers.education == "associate"
    # "--remote any" takes the preference away, and with it the limit and the priority.
    assert answers.must == ()
    assert answers.priorities == ("salary",)


def test_the_greeting_is_on_the_first_question_only(catalogue: Catalogue) -> None:
    played = begin(catalogue, "any", BACK, greeting=["Welcome."])
    assert [q.context for q in played.asked] == [("Welcome.",), (), ("Welcome.",)]
