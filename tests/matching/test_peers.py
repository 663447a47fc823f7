"""Against another implementation, and against a method with rank reversal."""

from __future__ import annotations

from math import sqrt

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.matching.rank import Ranking, rank
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue

WANTS: dict[str, Answer] = {
    "patient_contact": "none",
    "schooling": 24,
    "remote": "mostly",
    "salary": 60_000,
}


@pytest.mark.parametrize("priorities", [(), ("salary",), ("remote", "salary", "schooling")])
def test_the_weighted_sum_agrees_with_scikit_criteria(priorities: tuple[str, ...]) -> None:
    skcriteria = pytest.importorskip(
        "skcriteria", reason="scikit-criteria is not installed (dependency group 'peers')"
    )
    from skcriteria.agg.simple import WeightedSumModel

    ranking = rank(Prospects(load()), Answers(wants=WANTS, priorities=priorities))
    complete = [m for m in ranking.matches if None not in m.satisfactions]
    assert len(complete) > 100
    problem = skcriteria.mkdm(
        [list(m.satisfactions) for m in complete],
        objectives=[max] * len(ranking.keys),
        weights=[ranking.weights[key] for key in ranking.keys],
        alternatives=[m.career.id for m in complete],
    )
    scores = WeightedSumModel().evaluate(problem).e_.score
    assert [m.fit for m in complete] == pytest.approx(list(scores), abs=1e-9)


def topsis(rows: dict[str, tuple[float, ...]], weights: list[float]) -> list[str]:
    """Hwang and Yoon 1981: vector normalisation, distance to the best and to the worst."""
    columns = list(zip(*rows.values(), strict=True))
    norms = [sqrt(sum(x * x for x in column)) or 1.0 for column in columns]
    scaled = {
        name: [w * x / n for w, x, n in zip(weights, row, norms, strict=True)]
        for name, row in rows.items()
    }
    best = [max(column) for column in zip(*scaled.values(), strict=True)]
    worst = [min(column) for column in zip(*scaled.values(), strict=True)]

    def closeness(row: list[float]) -> float:
        to_best, to_worst = (
            sqrt(sum((x - y) ** 2 for x, y in zip(row, end, strict=True))) for end in (best, worst)
        )
        return to_worst / (to_best + to_worst)

    return sorted(rows, key=lambda name: -closeness(scaled[name]))


# Levels of patient contact and of remote work that give the satisfactions below.
LEVELS = {"a": (0, 0), "b": (2, 1), "c": (2, 3)}


def ranked(names: str) -> Ranking:
    careers = {
        name: career_table(
            title=name.upper(),
            soc=f"29-20{i}0",
            onet=None,
            patient_contact={"level": LEVELS[name][0], "why": "w", "source": "guide"},
            remote={"level": LEVELS[name][1], "entry": 0, "why": "w", "source": "guide"},
        )
        for i, name in enumerate(names)
    }
    wants = {"patient_contact": "none", "remote": "only"}
    return rank(Prospects(make_catalogue(careers)), Answers(wants=wants))


def rows_of(ranking: Ranking) -> dict[str, tuple[float, ...]]:
    return {m.career.id: tuple(s or 0.0 for s in m.satisfactions) for m in ranking.matches}


def test_a_third_career_swaps_two_others_in_topsis_and_not_here() -> None:
    weights = [0.5, 0.5]
    with_third, without = ranked("abc"), ranked("ab")
    by_topsis = [n for n in topsis(rows_of(with_third), weights) if n != "c"]
    assert by_topsis != topsis(rows_of(without), weights)
    ours = [m.career.id for m in with_third.matches if m.career.id != "c"]
    assert ours == [m.career.id for m in without.matches]
