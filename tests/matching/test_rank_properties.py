"""The properties of design part 4.13, for random catalogues and people."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Career, Catalogue, Salary
from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.rank import (
    VERDICTS,
    Match,
    Ranking,
    Scale,
    Scorer,
    cell_of,
    level_of,
    rank,
    scale_of,
)
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.strategies import careers, catalogue_of, catalogues, people, wages

SALARY = Salary(basis="occupation", source="s")

many = settings(max_examples=500, deadline=None)


def ranking_of(catalogue: Catalogue, answers: Answers) -> Ranking:
    return rank(Prospects(catalogue, answers), answers)


def order(ranking: Ranking) -> list[str]:
    return [m.career.id for m in ranking.matches]


def later(ranking: Ranking) -> list[str]:
    return [entry.match.career.id for entry in ranking.later]


def everyone(ranking: Ranking) -> list[Match]:
    return list(ranking.by_id.values())


def fits_stay_within_0_and_1_and_are_the_sum_of_their_terms(ranking: Ranking, _: Random) -> None:
    assert sum(ranking.weights.values()) == pytest.approx(1.0)
    assert set(ranking.by_id) == set(ranking.prospects.catalogue.careers)
    for match in everyone(ranking):
        assert 0.0 <= match.fit <= match.fit_high <= 1.0
        assert all(s is None or 0.0 <= s <= 1.0 for s in match.satisfactions)
        terms = zip(ranking.weights.values(), match.satisfactions, strict=True)
        assert match.fit == pytest.approx(sum(w * (s or 0.0) for w, s in terms))
        gap = sum(ranking.weights[key] for key in match.unknown)
        assert match.fit_high - match.fit == pytest.approx(gap, abs=1e-9)
        assert VERDICTS.index(match.verdict) <= VERDICTS.index(match.verdict_if_known)


def standing(match: Match) -> int:
    """The cell of the fit, and the head start of what is near and not too rare."""
    starts = {"here": 7, "step": 7, "degree": 7, "related": 3, "other": 0}
    openings = match.prospect.openings
    few = 2 if openings is not None and openings < 2_000 else 0
    lower = 5 if match.prospect.scarce else few
    own = match.prospect.here
    return cell_of(match.fit) + starts[match.prospect.nearness] - (0 if own else lower)


def the_order_is_by_word_cell_nearness_openings_and_title(ranking: Ranking, _: Random) -> None:
    for a, b in pairwise(ranking.matches):
        mine, theirs = (
            (
                -m.level,
                -standing(m),
                ["here", "step", "degree", "related", "other"].index(m.prospect.nearness),
                1 if m.prospect.openings is None else -m.prospect.openings,
                m.career.title,
                m.career.id,
            )
            for m in (a, b)
        )
        assert mine < theirs
        assert (a.place == b.place) == ((a.level, standing(a)) == (b.level, standing(b)))
    for position, match in enumerate(ranking.matches):
        equals = [m for m in ranking.matches if m.place == match.place]
        assert match.tied == (len(equals) > 1)
        assert match.place == 1 + sum(m.place < match.place for m in ranking.matches)
        assert match.place <= position + 1


def the_order_of_the_catalogue_does_not_matter(ranking: Ranking, dice: Random) -> None:
    shuffled = list(ranking.prospects.catalogue.careers.values())
    dice.shuffle(shuffled)
    other = ranking_of(catalogue_of(shuffled), ranking.answers)
    assert (order(ranking), later(ranking)) == (order(other), later(other))
    assert [(e.match.career.id, e.would_rank) for e in ranking.excluded] == [
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


def taking_a_career_out_never_swaps_two_others(ranking: Ranking, dice: Random) -> None:
    catalogue = standing_alone(ranking.prospects.catalogue)
    gone = dice.choice(sorted(catalogue.careers))
    rest = catalogue_of([c for c in catalogue.careers.values() if c.id != gone])
    # What a credential or work implies about schooling is read off the career that grants it.
    answers = replace(ranking.answers, holds=(), worked={})
    before = [i for i in order(ranking_of(catalogue, answers)) if i != gone]
    assert before == order(ranking_of(rest, answers))


def a_longer_budget_never_lowers_a_fit(ranking: Ranking, dice: Random) -> None:
    low, high = (
        rank(ranking.prospects, ranking.answers.with_want("schooling", budget))
        for budget in sorted([dice.randint(0, 120), dice.randint(0, 120)])
    )
    assert all(high.by_id[i].fit >= match.fit - 1e-9 for i, match in low.by_id.items())


def any_equals_leaving_the_criterion_out(ranking: Ranking, dice: Random) -> None:
    answers = ranking.answers
    key = dice.choice(sorted(answers.wants))
    assert BY_KEY[key].parse("any") is None
    if len(answers.wants) == 1:
        return
    left_out = replace(
        answers,
        wants={k: v for k, v in answers.wants.items() if k != key},
        must=tuple(k for k in answers.must if k != key),
        priorities=tuple(k for k in answers.priorities if k != key),
    )
    one = rank(ranking.prospects, answers.with_want(key, None))
    other = rank(ranking.prospects, left_out)
    assert [(m.career.id, m.fit) for m in one.matches] == [
        (m.career.id, m.fit) for m in other.matches
    ]


def musts_only_remove(bound: Ranking, _: Random) -> None:
    answers = bound.answers
    free = rank(bound.prospects, replace(answers, must=()))
    kept = {i for i, match in bound.by_id.items() if not match.failed}
    assert order(bound) == [i for i in order(free) if i in kept]
    assert later(bound) == [i for i in later(free) if i in kept]
    assert {m.career.id for m in bound.failing} == set(order(free)) - kept
    for match in everyone(bound):
        assert match.fit == free.by_id[match.career.id].fit
        for key in answers.wants:
            met = BY_KEY[key].meets(match.prospect, answers.wants[key])
            assert (key in match.failed) == (key in answers.must and met is False)
            assert (key in match.unknown_musts) == (key in answers.must and met is None)


def would_rank_is_the_place_with_the_failed_musts_dropped(ranking: Ranking, _: Random) -> None:
    for excluded in ranking.excluded:
        dropped = ranking.answers
        for key in excluded.match.failed:
            dropped = dropped.without_must(key)
        found = rank(ranking.prospects, dropped).by_id[excluded.match.career.id]
        assert excluded.would_rank == found.place
    places = [e.would_rank for e in ranking.excluded]
    assert places == sorted(places)


def the_short_cut_to_the_first_place_agrees_with_the_ranking(ranking: Ranking, _: Random) -> None:
    firsts = Scorer(ranking.prospects).firsts(ranking.answers)
    assert firsts == [m.prospect for m in ranking.firsts]
    assert ranking.firsts == ranking.matches[: len(ranking.firsts)]


PROPERTIES = (
    fits_stay_within_0_and_1_and_are_the_sum_of_their_terms,
    the_order_is_by_word_cell_nearness_openings_and_title,
    the_order_of_the_catalogue_does_not_matter,
    taking_a_career_out_never_swaps_two_others,
    a_longer_budget_never_lowers_a_fit,
    any_equals_leaving_the_criterion_out,
    musts_only_remove,
    would_rank_is_the_place_with_the_failed_musts_dropped,
    the_short_cut_to_the_first_place_agrees_with_the_ranking,
)


@many
@given(catalogues(), people(), st.randoms(use_true_random=False))
def test_whatever_holds_for_every_ranking(
    catalogue: Catalogue, answers: Answers, dice: Random
) -> None:
    """All of them of each example: making one takes longer than ranking it."""
    ranking = ranking_of(catalogue, answers)
    for holds in PROPERTIES:
        holds(ranking, dice)


rows = st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=5)


@settings(max_examples=500, deadline=None)
@given(rows, st.data())
def test_as_good_on_everything_never_ranks_lower(
    row: list[float | None], data: st.DataObject
) -> None:
    """Known against known: neither the word nor the cell falls when a satisfaction rises."""
    n = len(row)
    scale = Scale(
        tuple("abcde"[:n]),
        tuple([1 / n] * n),
        data.draw(st.none() | st.integers(0, n - 1)) if n > 1 else None,
    )
    better: list[float | None] = [s if s is None else data.draw(st.floats(s, 1)) for s in row]

    def place(satisfactions: list[float | None]) -> tuple[int, int]:
        cell = cell_of(scale.fit(tuple(satisfactions)))
        return level_of(cell, scale.least(tuple(satisfactions))), cell

    assert place(better)[0] >= place(row)[0]
    assert place(better)[1] >= place(row)[1]
    known: list[float | None] = [1.0 if s is None else s for s in row]
    assert place(known) >= place(row)


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


@settings(max_examples=500, deadline=None)
@given(careers("ant"), raised_wages(), wages)
def test_raising_a_percentile_never_lowers_the_fit(
    career: Career, pair: tuple[list[int], list[int]], target: int
) -> None:
    answers = Answers(wants={"salary": target})
    low, high = (
        ranking_of(catalogue_of([with_wages(career, values)]), answers).by_id["ant"].fit
        for values in pair
    )
    assert high >= low - 1e-12


def test_only_the_criterion_that_stands_alone_at_the_end_cannot_veto() -> None:
    wants: dict[str, Answer] = {"salary": 50_000, "remote": "only", "growth": "fast"}
    for priorities, last in [
        ((), None),
        (("salary",), None),
        (("salary", "growth"), "remote"),
        (("growth", "remote", "salary"), "salary"),
    ]:
        scale = scale_of(Answers(wants=wants, priorities=priorities))
        assert scale.last == (None if last is None else scale.keys.index(last))
    assert scale_of(Answers(wants={"salary": 1}, priorities=("salary",))).last is None
    scale = Scale(("a", "b"), (0.75, 0.25), 1)
    assert scale.least((0.6, 0.2)) == pytest.approx(0.49)
    assert scale.least((0.6, 0.0)) == pytest.approx(0.34)
    assert scale.least((0.6, 0.3)) == pytest.approx(0.6)
    assert scale.least((0.6, None)) == pytest.approx(0.6)
    assert scale.least((None, 0.9)) == pytest.approx(0.34)
    assert Scale(("a", "b"), (0.75, 0.25), None).least((0.6, 0.0)) == 0.0


@pytest.mark.parametrize("begins", [0.45, 0.65, 0.85])
def test_the_grid_has_a_line_where_words_change(begins: float) -> None:
    assert cell_of(begins) == cell_of(begins - 1e-12) == cell_of(begins - 1e-6) + 1
    assert cell_of(begins + 0.0199) == cell_of(begins)
