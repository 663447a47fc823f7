"""What would change the first place, and why a career is where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.matching.rank import rank
from careeradvisor.matching.what_if import PRIORITIES, trials
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue
from tests.strategies import catalogues, people

many = settings(max_examples=80, deadline=None)

WAGES = ("p10", "p25", "median", "p75", "p90")


def career(title: str, months: int, median: int, **fields: Any) -> dict[str, Any]:
    route = career_table()["routes"][0] | {"months": [months, months]}
    factors = (0.7, 0.85, 1, 1.2, 1.5)
    pay = {name: round(median * factor) for name, factor in zip(WAGES, factors, strict=True)}
    salary = {"basis": "occupation", "source": "oews", **pay}
    return career_table(
        title=title, routes=[route], salary=salary, **{"onet": None, "soc": "29-2072"} | fields
    )


def advice(careers: dict[str, dict[str, Any]], wants: dict[str, Answer], **more: Any) -> Advice:
    catalogue, answers = make_catalogue(careers), Answers(wants, **more)
    return advise(Prospects(catalogue, answers), answers)


QUICK_AND_LONG = {"quick": career("Quick", 6, 40_000), "long": career("Long", 14, 60_000)}


@many
@given(catalogues(least=2), people())
def test_a_change_does_what_it_says_when_it_is_made(catalogue: Catalogue, answers: Answers) -> None:
    told = advise(Prospects(catalogue, answers), answers)
    first = told.ranking.first
    assert len(told.changes) <= 3
    assert first is not None or not told.changes
    for change in told.changes:
        assert first is not None
        again = rank(Prospects(catalogue, change.answers), change.answers)
        assert again.first is not None
        assert again.first.career.id == change.new_first != first.career.id
        assert not again.first.unknown
        assert again.first.rank < again.by_id[first.career.id].rank
        assert told.ranking.by_id[change.new_first].rank > first.rank
        assert again.first.level >= first.level
        if change.criterion != PRIORITIES:
            # What is given up has to be what the present first is better at.
            now = told.ranking.by_id[change.new_first].satisfaction(change.criterion)
            assert (now or 0.0) < (first.satisfaction(change.criterion) or 0.0)
        assert set(change.answers.must) == set(answers.must)
        for key in answers.must:
            assert change.answers.wants[key] == answers.wants[key]
        if change.criterion == PRIORITIES:
            assert change.answers.wants == answers.wants
            raised = [k for k in change.answers.wants if f"put {BY_KEY[k].label} " in change.text]
        else:
            raised = [change.criterion] if change.after is not None else []
            assert change.answers == answers.with_want(change.criterion, change.after)
        for key in raised[:1]:
            assert BY_KEY[key].meets(again.first.prospect, change.answers.wants[key])
        assert change.asks in change.text
        assert change.gives in change.text
        assert change.costs in change.text


def test_the_smallest_change_that_does_it_is_said_as_a_trade_off() -> None:
    told = advice(QUICK_AND_LONG, {"schooling": 6, "salary": 40_000}, priorities=("schooling",))
    assert [m.career.id for m in told.ranking.matches] == ["quick", "long"]
    assert [(c.criterion, c.after) for c in told.changes] == [("schooling", 15)]
    assert told.changes[0].text == (
        "If you could take 15 months instead of 6, Long would come first: "
        "it pays $60,000, while Quick pays $40,000."
    )


def test_a_limit_is_never_given_up_and_a_tie_is_no_change() -> None:
    wants: dict[str, Answer] = {"schooling": 6, "salary": 40_000}
    assert (
        advice(QUICK_AND_LONG, wants, priorities=("schooling",), must=("schooling",)).changes == ()
    )
    tied = {"quick": career("Quick", 6, 40_000), "other": career("Other", 6, 40_000)}
    assert advice(tied, wants).changes == ()


def test_putting_a_criterion_higher_is_tried_one_place_at_a_time() -> None:
    wants: dict[str, Answer] = {"schooling": 6, "salary": 60_000, "growth": "fast"}

    def orders(*priorities: str) -> list[tuple[str, ...]]:
        answers = Answers(wants, priorities=priorities)
        return [t.answers.priorities for t in trials(answers) if t.raised]

    asks = [t.asks for t in trials(Answers(wants, priorities=("growth",))) if t.raised]
    assert asks[0] == "put time until qualified above salary"
    assert orders() == [("schooling",), ("salary",), ("growth",)]
    assert orders("growth") == [("growth", "schooling"), ("growth", "salary")]
    assert orders("growth", "salary") == [
        ("salary", "growth", "schooling"),
        ("growth", "schooling", "salary"),
    ]
    longer = {"quick": career("Quick", 6, 50_000), "longer": career("Longer", 25, 80_000)}
    told = advice(longer, {"schooling": 12, "salary": 60_000}, priorities=("schooling", "salary"))
    assert [c.text for c in told.changes] == [
        "If you put salary above time until qualified, Longer would come first: it pays $80,000, "
        "while Quick pays $50,000; but it takes 25 months of study, "
        "where the first now takes 6 months of study."
    ]


@pytest.mark.parametrize(("months", "told"), [(24, ["longer"]), (60, [])])
def test_who_named_no_time_is_not_sent_to_years_of_study(months: int, told: list[str]) -> None:
    at_home = {"level": 2, "entry": 2, "why": "w", "source": "guide"}
    careers = {
        "quick": career("Quick", 6, 58_500),
        "longer": career("Longer", months, 90_000, remote=at_home),
    }
    wants: dict[str, Answer] = {"remote": "mostly", "salary": 60_000, "growth": "fast"}
    found = advice(careers, wants, priorities=("remote", "salary", "growth"))
    assert [change.new_first for change in found.changes] == told


def test_the_must_whose_loss_brings_back_most_is_named_with_the_least_change() -> None:
    wants: dict[str, Answer] = {"schooling": 0, "salary": 30_000}
    told = advice(QUICK_AND_LONG, wants, must=("schooling", "salary"))
    assert told.relaxation is not None
    assert (told.relaxation.criterion, told.relaxation.after) == ("schooling", 6)
    assert told.relaxation.text == (
        "Ask for at most 6 months instead of no further study and Quick comes back. "
        "Without that limit 2 careers come back."
    )
    at_home = {"quick": career("Quick", 6, 40_000, remote=None), "long": QUICK_AND_LONG["long"]}
    at_home["quick"]["remote"] = {"level": 3, "entry": 0, "why": "w", "source": "guide"}
    at_home["long"] |= {"remote": {"level": 0, "entry": 0, "why": "w", "source": "guide"}}
    told = advice(at_home, {"remote": "from-day-one"}, must=("remote",))
    assert told.relaxation is not None
    assert told.relaxation.after == "mostly"
    told = advice({"long": at_home["long"]}, {"remote": "only"}, must=("remote",))
    assert told.relaxation is not None
    assert told.relaxation.after is None
    assert "a wish instead of a must" in told.relaxation.text
    both = advice(QUICK_AND_LONG, {"schooling": 0, "salary": 90_000}, must=("schooling", "salary"))
    assert both.relaxation is None


def test_a_limit_beyond_what_can_be_asked_is_no_answer_to_give() -> None:
    """324 months until full pay: nobody may ask for that many."""
    residency = {"months": [84, 84], "name": "Residency", "source": "guide"}
    endless = {
        name.lower(): career(name, 240, 60_000, residency=residency) for name in ("More", "Endless")
    }
    relaxed = advice(endless, {"schooling": 24}, must=("schooling",)).relaxation
    assert relaxed is not None
    assert (relaxed.after, relaxed.brings_back, relaxed.first_back) == (None, 2, "endless")
    assert relaxed.text == (
        "Make time until qualified a wish instead of a must and Endless comes back. "
        "Without that limit 2 careers come back."
    )


@many
@given(catalogues(), people())
def test_why_is_right_for_every_career(catalogue: Catalogue, answers: Answers) -> None:
    told = advise(Prospects(catalogue, answers), answers)
    ranking = told.ranking
    for career_id, match in ranking.by_id.items():
        why = told.why(career_id)
        spoken = (*why.speaks_for, *why.speaks_against, *why.unknown)
        assert len(spoken) == len(ranking.keys)
        assert (why.status == "match") == (match in ranking.matches)
        assert (why.status == "excluded") == (match in ranking.failing)
        if why.status == "match":
            assert why.place == match.place
        if why.answers is not None:
            again = rank(Prospects(catalogue, why.answers), why.answers)
            assert again.first is not None
            assert again.first.career.id == career_id
        elif not (why.status == "match" and why.place == 1):
            assert why.to_be_first
        for text in (why.stands, why.ahead, why.to_be_first):
            assert "None" not in text
            assert text == "" or text.endswith(".")


def test_why_names_one_change_two_or_none() -> None:
    wants: dict[str, Answer] = {"schooling": 6, "salary": 40_000}
    told = advice(QUICK_AND_LONG, wants, priorities=("schooling",))
    assert told.why("quick").stands == "Quick is first of 2."
    assert told.why("quick").to_be_first == ""
    why = told.why("long")
    assert why.stands == "Long is number 2 of 2."
    assert (why.place, why.of) == (2, 2)
    assert why.speaks_for == ("pays $60,000 at the median: at least 90 in 100 earn your $40,000",)
    assert why.speaks_against == ("takes 14 months of study, 8 more than you set",)
    assert why.ahead.startswith("Quick is ahead of Long mostly on time until qualified")
    assert why.to_be_first == "If you could take 15 months instead of 6, it would be first."
    hard = advice(QUICK_AND_LONG, wants, must=("schooling",))
    why = hard.why("long")
    assert (why.status, why.place) == ("excluded", 2)
    assert why.stands == (
        "Long misses your limit on time until qualified: it needs 14 months, where you set 6. "
        "Without that limit it would be number 2."
    )
    assert why.to_be_first == (
        "If you put salary first and made at most 6 months a wish instead of a must, "
        "it would be first."
    )
    hardly = {"quick": career("Quick", 0, 30_000), "long": career("Long", 40, 60_000)}
    hardly_wants: dict[str, Answer] = {"schooling": 0, "salary": 60_000}
    assert advice(hardly, hardly_wants).why("long").to_be_first == (
        "No one or two changes of your answers would make it first."
    )
    never = {"quick": QUICK_AND_LONG["quick"], "worse": career("Worse", 24, 30_000)}
    assert advice(never, wants).why("worse").to_be_first == (
        "No one or two changes of your answers would make it first."
    )


@pytest.mark.parametrize("must", [(), ("salary",)])
def test_why_tells_of_work_that_comes_first(must: tuple[str, ...]) -> None:
    careers = dict(QUICK_AND_LONG)
    careers["auditor"] = career("Auditor", 0, 50_000)
    careers["auditor"]["routes"][0]["experience"] = [{"career": "quick", "months": 24}]
    careers["odd"] = career("Odd", 0, 50_000)
    careers["odd"]["routes"][0]["usual"] = {"how": "rare", "why": "w", "source": "guide"}
    told = advice(careers, {"salary": 60_000, "schooling": 9}, must=must)
    assert [entry.via for entry in told.ranking.later] == [] if must else [("quick",)]
    why = told.why("auditor")
    assert why.status == ("later-excluded" if must else "later")
    assert "needs 24 months of work as Quick first" in why.stands
    behind = "With that behind you (--worked quick=24m) it would"
    ending = "still miss a limit of yours" if must else "be first"
    assert why.to_be_first == f"{behind} {ending}."
    assert (why.answers is None) == bool(must)
    assert told.why("odd").status == "rare"
    with_work = replace(told.ranking.answers, worked={"quick": 24})
    again = advise(Prospects(told.ranking.prospects.catalogue, with_work), with_work)
    assert again.why("auditor").status == ("excluded" if must else "match")


def test_work_that_leads_to_a_tie_is_not_said_to_lead_to_the_first_place() -> None:
    careers = {"quick": career("Quick", 0, 60_000), "twin": career("Twin", 0, 60_000)}
    careers["twin"]["routes"][0]["experience"] = [{"career": "quick", "months": 24}]
    why = advice(careers, {"salary": 60_000}).why("twin")
    assert why.to_be_first == (
        "With that behind you (--worked quick=24m) it would share the first place."
    )
    assert why.answers is None


def test_a_difference_that_nobody_sees_is_no_gain() -> None:
    near, far, base = (
        Prospects(make_catalogue({"x": career("X", 6, pay)}))["x"]
        for pay in (51_000, 60_000, 50_000)
    )
    assert BY_KEY["salary"].gain(near, base, 60_000) == 0.0
    assert BY_KEY["salary"].gain(far, base, 60_000) > 0.0


def test_less_pay_is_not_asked_for_a_career_that_pays_more() -> None:
    """A coder was told to take less, for claims examining to come first, which pays more."""
    wants: dict[str, Answer] = {
        "patient_contact": "a-little",
        "schooling": 12,
        "remote": "hybrid",
        "salary": 50_000,
        "schedule": ("no-nights", "no-weekends"),
    }
    answers = Answers(
        wants,
        education="some-college",
        holds=("cma",),
        worked={"medical-assistant": 48},
        pace="half",
        state="AZ",
    )
    told = advise(Prospects(load(), answers, local_wages("AZ")), answers)
    assert told.ranking.first is not None
    first = told.ranking.first.satisfaction("salary") or 0.0
    for change in told.changes:
        if change.criterion == "salary":
            new = told.ranking.by_id[change.new_first].satisfaction("salary") or 0.0
            assert new < first
