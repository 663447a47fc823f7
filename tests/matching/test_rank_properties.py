"""The properties of design part 4.13, for random catalogues and people."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Career, Catalogue, Salary
from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.rank import Ranking, Scorer, rank, sort_key
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue
from tests.strategies import IDS, careers, catalogue_of, catalogues, people, wages

SALARY = Salary(basis="occupation", source="s")

many = settings(max_examples=500, deadline=None)


def ranking_of(catalogue: Catalogue, answers: Answers) -> Ranking:
    return rank(Prospects(catalogue, answers), answers)


def order(ranking: Ranking) -> list[str]:
    return [m.career.id for m in ranking.matches]


@many
@given(catalogues(), people())
def test_fit_and_satisfaction_stay_within_0_and_1(catalogue: Catalogue, answers: Answers) -> None:
    ranking = ranking_of(catalogue, answers)
    assert sum(ranking.weights.values()) == pytest.approx(1.0)
    for match in (*ranking.matches, *ranking.failing):
        assert 0.0 <= match.fit_low <= match.fit <= match.fit_high <= 1.0
        assert all(s is None or 0.0 <= s <= 1.0 for s in match.satisfactions)
        terms = [
            ranking.weights[key] * (0.5 if s is None else s)
            for key, s in zip(ranking.keys, match.satisfactions, strict=True)
        ]
        assert match.fit == pytest.approx(sum(terms))


@many
@given(catalogues(), people(), st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_does_not_matter(
    catalogue: Catalogue, answers: Answers, random: Any
) -> None:
    shuffled = list(catalogue.careers.values())
    random.shuffle(shuffled)
    one, other = ranking_of(catalogue, answers), ranking_of(catalogue_of(shuffled), answers)
    assert order(one) == order(other)
    assert [(e.match.career.id, e.would_rank) for e in one.excluded] == [
        (e.match.career.id, e.would_rank) for e in other.excluded
    ]


def standing_alone(catalogue: Catalogue) -> Catalogue:
    """The same careers without links: a career that leaves takes no one's way in with it."""
    kept = []
    for career in catalogue.careers.values():
        own = [
            msgspec.structs.replace(route, start=["high-school"], experience=[])
            for route in career.routes
        ]
        kept.append(msgspec.structs.replace(career, routes=own))
    return catalogue_of(kept)


@many
@given(catalogues(least=3), people(), st.sampled_from(IDS[:3]))
def test_taking_a_career_out_never_swaps_two_others(
    linked: Catalogue, answers: Answers, gone: str
) -> None:
    catalogue = standing_alone(linked)
    rest = catalogue_of([c for c in catalogue.careers.values() if c.id != gone])
    # What a credential implies about schooling is read off the career that grants it.
    answers = replace(answers, holds=())
    before = [i for i in order(ranking_of(catalogue, answers)) if i != gone]
    assert before == order(ranking_of(rest, answers))


@many
@given(catalogues(least=2), people())
def test_a_career_as_good_on_everything_is_never_lower(
    catalogue: Catalogue, answers: Answers
) -> None:
    ranking = ranking_of(catalogue, replace(answers, must=()))
    known = [m for m in ranking.matches if None not in m.satisfactions]
    for place, behind in enumerate(known):
        for ahead in known[:place]:
            worse = [
                (a or 0.0) < (b or 0.0) - 1e-8
                for a, b in zip(ahead.satisfactions, behind.satisfactions, strict=True)
            ]
            better_somewhere = any(
                (b or 0.0) > (a or 0.0) + 1e-6
                for a, b in zip(ahead.satisfactions, behind.satisfactions, strict=True)
            )
            assert any(worse) or not better_somewhere


@st.composite
def raised_wages(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Five percentiles in order, and the same with one of them raised within its neighbours."""
    low = sorted(draw(st.lists(wages, min_size=5, max_size=5)))
    i = draw(st.integers(0, 4))
    ceiling = low[i + 1] if i < 4 else low[4] + draw(st.integers(0, 100_000))
    high = list(low)
    high[i] = draw(st.integers(low[i], max(low[i], ceiling)))
    return low, high


def with_wages(career: Career, values: list[int]) -> Career:
    names = ("p10", "p25", "median", "p75", "p90")
    salary = msgspec.structs.replace(
        career.salary or SALARY, **dict(zip(names, values, strict=True))
    )
    return msgspec.structs.replace(career, salary=salary)


@many
@given(careers("ant"), raised_wages(), st.floats(0, 1))
def test_raising_a_percentile_never_lowers_the_fit(
    career: Career, pair: tuple[list[int], list[int]], where: float
) -> None:
    # Between p10 and p90. Beyond them the design carries the outer segments' slopes on, and a
    # steeper segment means a steeper tail: docs/method.md says so.
    low, high = pair
    assume(low[0] < low[4])
    target = round(high[0] + where * (low[4] - high[0]))
    assume(max(low[0], high[0]) <= target <= low[4])
    answers = Answers(wants={"salary": target})
    fits = [
        ranking_of(catalogue_of([with_wages(career, values)]), answers).matches[0].fit
        for values in pair
    ]
    assert fits[1] >= fits[0] - 1e-9


@many
@given(
    careers("ant"),
    st.lists(wages, min_size=5, max_size=5, unique=True).map(sorted),
    st.floats(1, 3),
    st.integers(1_000, 2_000_000),
)
def test_raising_all_percentiles_alike_never_lowers_the_fit(
    career: Career, values: list[int], factor: float, target: int
) -> None:
    raised = [max(value + 1, round(value * factor)) for value in values]
    scale = raised[2] / values[2]
    exact = [round(value * scale) for value in values]
    assume(len(set(exact)) == 5)
    answers = Answers(wants={"salary": target})
    fits = [
        ranking_of(catalogue_of([with_wages(career, v)]), answers).matches[0].fit
        for v in (values, exact)
    ]
    # Rounded to dollars, the second is a multiple of the first to within 1 in 1,000.
    assert fits[1] >= fits[0] - 0.01


@many
@given(catalogues(), people(), st.integers(0, 120), st.integers(0, 120))
def test_a_longer_budget_never_lowers_a_fit(
    catalogue: Catalogue, answers: Answers, one: int, other: int
) -> None:
    short, long = sorted([one, other])
    rankings = [
        ranking_of(catalogue, replace(answers.with_want("schooling", b), must=()))
        for b in (short, long)
    ]
    fits = [{m.career.id: m.fit for m in r.matches} for r in rankings]
    assert all(fits[1][i] >= fits[0][i] - 1e-9 for i in fits[0])


@many
@given(catalogues(), people(least=2), st.data())
def test_any_equals_leaving_the_criterion_out(
    catalogue: Catalogue, answers: Answers, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(answers.wants)))
    assert BY_KEY[key].parse("any") is None
    without = answers.with_want(key, None)
    left_out = Answers(
        wants={k: v for k, v in answers.wants.items() if k != key},
        education=answers.education,
        holds=answers.holds,
        must=tuple(k for k in answers.must if k != key),
        priorities=tuple(k for k in answers.priorities if k != key),
    )
    one, other = ranking_of(catalogue, without), ranking_of(catalogue, left_out)
    assert order(one) == order(other)
    assert [m.fit for m in one.matches] == [m.fit for m in other.matches]


@many
@given(catalogues(), people())
def test_the_same_answers_give_the_same_ranking(catalogue: Catalogue, answers: Answers) -> None:
    one, other = ranking_of(catalogue, answers), ranking_of(catalogue, answers)
    assert [(m.career.id, m.fit) for m in one.matches] == [
        (m.career.id, m.fit) for m in other.matches
    ]


@many
@given(catalogues(), people())
def test_musts_only_remove(catalogue: Catalogue, answers: Answers) -> None:
    free = ranking_of(catalogue, replace(answers, must=()))
    bound = ranking_of(catalogue, answers)
    kept = set(order(bound))
    assert order(bound) == [i for i in order(free) if i in kept]
    assert kept | {m.career.id for m in bound.failing} == set(order(free))
    fits = {m.career.id: m.fit for m in free.matches}
    assert all(m.fit == fits[m.career.id] for m in (*bound.matches, *bound.failing))


@many
@given(catalogues(), people())
def test_would_rank_is_the_rank_with_the_failed_musts_dropped(
    catalogue: Catalogue, answers: Answers
) -> None:
    ranking = ranking_of(catalogue, answers)
    for excluded in ranking.excluded:
        failed = excluded.match.failed
        assert failed
        dropped = answers
        for key in failed:
            dropped = dropped.without_must(key)
        place = order(ranking_of(catalogue, dropped)).index(excluded.match.career.id) + 1
        assert excluded.would_rank == place
    places = [e.would_rank for e in ranking.excluded]
    assert places == sorted(places)


@many
@given(catalogues(), people())
def test_unknown_never_excludes(catalogue: Catalogue, answers: Answers) -> None:
    ranking = ranking_of(catalogue, answers)
    for match in ranking.failing:
        for key in match.failed:
            answer = answers.wants[key]
            assert BY_KEY[key].meets(match.prospect, answer) is False
    for match in ranking.matches:
        for key in match.unknown_musts:
            assert BY_KEY[key].meets(match.prospect, answers.wants[key]) is None


@many
@given(catalogues(), people())
def test_what_is_not_known_widens_the_range_and_counts_half(
    catalogue: Catalogue, answers: Answers
) -> None:
    for match in ranking_of(catalogue, answers).matches:
        gap = sum(match.ranking.weights[key] for key in match.unknown)
        assert match.fit_high - match.fit_low == pytest.approx(gap, abs=1e-9)
        assert match.fit == pytest.approx((match.fit_low + match.fit_high) / 2)


@many
@given(catalogues(), people())
def test_ties_break_by_less_schooling_then_title(catalogue: Catalogue, answers: Answers) -> None:
    matches = ranking_of(catalogue, answers).matches
    for a, b in pairwise(matches):
        if abs(a.fit - b.fit) > 1e-8:
            assert a.fit > b.fit
        elif round(a.fit, 9) == round(b.fit, 9):
            months = [10**6 if m.prospect.months is None else m.prospect.months for m in (a, b)]
            assert (months[0], a.career.title) <= (months[1], b.career.title)


@many
@given(catalogues(), people())
def test_the_short_cut_to_the_first_agrees_with_the_ranking(
    catalogue: Catalogue, answers: Answers
) -> None:
    scorer = Scorer(Prospects(catalogue, answers))
    first = scorer.rank(answers).first
    assert scorer.first(answers) is (None if first is None else first.prospect)


def test_fits_are_compared_at_nine_places() -> None:
    """.1 + .2 is a last bit above .3: the title decides, not the bit."""
    twins = make_catalogue(
        {
            "z": career_table(title="A", soc="29-2072", onet=None),
            "a": career_table(title="B", soc="29-2099", onet=None),
        }
    )
    prospects = Prospects(twins)
    assert 0.1 + 0.2 > 0.3
    assert sort_key(0.3, prospects["z"]) < sort_key(0.1 + 0.2, prospects["a"])
    assert sort_key(0.3, prospects["z"]) > sort_key(0.3 + 1e-8, prospects["a"])
