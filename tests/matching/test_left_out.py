"""Careers that a person leaves out by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.matching.left_out import suggestions
from careeradvisor.matching.rank import Scorer, rank
from careeradvisor.profile.answers import Answers, Reason
from careeradvisor.prospects import Prospects
from careeradvisor.views.ranking import ranking_view
from tests.helpers import career_table, make_catalogue, route
from tests.strategies import IDS, catalogues, people


@settings(max_examples=80, deadline=None)
@given(catalogues(least=3), people(), st.sets(st.sampled_from(IDS), min_size=1))
def test_leaving_careers_out_never_swaps_two_others(
    catalogue: Catalogue, answers: Answers, gone: set[str]
) -> None:
    without = replace(answers, without=dict.fromkeys(gone, "pay"))
    everyone = rank(Prospects(catalogue, answers), answers)
    ranking = rank(Prospects(catalogue, without), without)
    left = [m.career.id for m in everyone.matches if m.career.id not in gone]
    assert [m.career.id for m in ranking.matches] == left
    scorer = Scorer(ranking.prospects)
    assert [p.career.id for p in scorer.firsts(without)] == [m.career.id for m in ranking.firsts]
    assert {m.career.id for m in ranking.left_out} == gone & set(catalogue.careers)
    listed = [*ranking.matches, *ranking.failing, *ranking.rare, *[e.match for e in ranking.later]]
    assert gone.isdisjoint(m.career.id for m in listed)
    assert gone.isdisjoint(id for entry in ranking.later for id in entry.via)
    advice = advise(ranking.prospects, without)
    assert gone.isdisjoint(advice.sureness.shares)
    assert gone.isdisjoint(change.new_first for change in advice.changes)


def _route(months: int, *work: tuple[str, int]) -> dict[str, Any]:
    experience = [{"career": career, "months": time} for career, time in work]
    return route((months, months), experience=experience)


CATALOGUE = make_catalogue(
    {
        "near": career_table(title="Near", routes=[_route(4)]),
        "far": career_table(title="Far", routes=[_route(30)]),
        "farther": career_table(title="Farther", routes=[_route(40)]),
        "one-way": career_table(title="One way", routes=[_route(0, ("near", 12))]),
        "two-ways": career_table(
            title="Two ways", routes=[_route(0, ("near", 12)), _route(0, ("far", 12))]
        ),
    }
)


def told(without: dict[str, Reason], **more: Any) -> Advice:
    said: dict[str, Any] = {"wants": {"schooling": 48}} | more
    answers = Answers(**said, without=without)
    return advise(Prospects(CATALOGUE, answers), answers)


def test_work_in_a_career_left_out_leads_nowhere_and_other_ways_count() -> None:
    advice = told({"near": "pay"})
    assert [(e.match.career.id, e.via) for e in advice.ranking.later] == [("two-ways", ("far",))]
    assert [m.career.id for m in advice.ranking.behind] == ["one-way"]
    assert "you left out Near, which comes before it" in advice.why("one-way").stands
    why = advice.why("near")
    assert why.status == "left-out"
    assert "you left it out for its pay. Taken back, it would be number 1." in why.stands
    # The ways are still told.
    ways = advice.ranking.prospects["one-way"].ways
    assert [way.months for way in ways] == [(16, 16)]


@pytest.mark.parametrize(
    ("without", "more", "todo"),
    [
        ({"far": "study"}, {}, []),
        ({"far": "study", "farther": "pay"}, {}, []),
        ({"far": "study", "farther": "study"}, {"wants": {"salary": 40_000}}, ["answer"]),
        ({"far": "study", "farther": "study"}, {}, ["closer"]),
        ({"far": "study", "farther": "study"}, {"wants": {"schooling": 9}}, ["must"]),
        (
            {"far": "study", "farther": "study"},
            {"wants": {"schooling": 9}, "must": ("schooling",)},
            [],
        ),
    ],
)
def test_a_reason_that_repeats_asks_for_an_answer_a_closer_one_or_a_must(
    without: dict[str, Reason], more: dict[str, Any], todo: list[str]
) -> None:
    ranking = told(without, **more).ranking
    assert [suggestion.todo for suggestion in suggestions(ranking)] == todo


def test_who_leaves_out_all_is_told_so() -> None:
    view = ranking_view(told(dict.fromkeys(CATALOGUE.careers, "")), repeat="again")
    assert view.title == "You left out every career that you could start"
    assert not view.matches
    assert "You left out Near, Far, Farther and 2 others; --without none" in view.notes[0]
