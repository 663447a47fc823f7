from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.matching.rank import Ranking, rank
from careeradvisor.matching.stability import (
    Stability,
    in_words,
    never_behind,
    stability,
)
from careeradvisor.matching.weights import tiers_of
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue
from tests.strategies import catalogues, people

many = settings(max_examples=500, deadline=None)

FOUR = {"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}
BEDSIDE = {"patient_contact": "a-lot", "schooling": 30, "remote": "on-site", "salary": 70_000}
FULL = BEDSIDE | {
    "growth": "fast",
    "schedule": ("no-nights",),
    "physical": "moderate",
    "exposure": ("radiation",),
    "earnings": 500_000,
    "interests": "SIR",
    "automation": "low",
}


def reference(ranking: Ranking, draws: int, seed: int) -> dict[str, tuple[float, float]]:
    """The same shares by plain chance (a million numbers, no pruning, no even sequence)."""
    numpy = pytest.importorskip("numpy", reason="the reference draws need numpy")
    tiers = tiers_of(ranking.keys, ranking.answers.priorities)
    random = numpy.random.default_rng(seed)
    n = len(ranking.keys)
    shares = -numpy.sort(-random.dirichlet(numpy.ones(n), draws), axis=1)
    weights = numpy.empty_like(shares)
    start = 0
    for tier in tiers:
        block = random.permuted(shares[:, start : start + len(tier)], axis=1)
        start += len(tier)
        for column, key in zip(block.T, tier, strict=True):
            weights[:, ranking.keys.index(key)] = column
    rows = numpy.array(
        [[0.5 if s is None else s for s in m.satisfactions] for m in ranking.matches]
    )
    firsts = numpy.zeros(len(rows))
    threes = numpy.zeros(len(rows))
    # Ties go to the row that the ranking's tie-break prefers.
    order = sorted(range(len(rows)), key=lambda i: ranking.matches[i].key[1:])
    for part in numpy.array_split(weights, max(1, draws // 20_000)):
        scores = part @ rows[order].T
        ranked = numpy.argsort(-scores, axis=1, kind="stable")[:, :3]
        numpy.add.at(firsts, numpy.array(order)[ranked[:, 0]], 1)
        numpy.add.at(threes, numpy.array(order)[ranked.ravel()], 1)
    return {
        m.career.id: (float(firsts[i]) / draws, float(threes[i]) / draws)
        for i, m in enumerate(ranking.matches)
    }


@pytest.mark.parametrize(
    ("wants", "priorities"),
    [
        (FOUR, ()),
        (FOUR, ("remote", "salary", "schooling", "patient_contact")),
        (FOUR, ("remote",)),
        (BEDSIDE, ("salary", "schooling")),
        ({"salary": 90_000, "schooling": 48}, ()),
        (FULL, ()),
        (FULL, tuple(FULL)),
        (FULL, ("growth", "salary")),
    ],
)
def test_shares_are_within_a_point_of_200_000_chance_draws(
    wants: dict[str, object], priorities: tuple[str, ...]
) -> None:
    answers = Answers(wants=wants, priorities=priorities)  # type: ignore[arg-type]
    ranking = rank(Prospects(load()), answers)
    expected = reference(ranking, 200_000, seed=7)
    for career_id, share in stability(ranking).items():
        first, top_three = expected[career_id]
        assert share.first == pytest.approx(first, abs=0.01), career_id
        assert share.top_three == pytest.approx(top_three, abs=0.01), career_id


@many
@given(catalogues(), people())
def test_shares_are_shares(catalogue: Catalogue, answers: Answers) -> None:
    ranking = rank(Prospects(catalogue, answers), answers)
    shares = stability(ranking)
    assert set(shares) == {m.career.id for m in ranking.matches}
    if shares:
        assert sum(s.first for s in shares.values()) == pytest.approx(1.0)
        assert sum(s.top_three for s in shares.values()) == pytest.approx(min(3, len(shares)))
        assert all(0.0 <= s.first <= s.top_three <= 1.0 for s in shares.values())
        assert stability(ranking) == shares
    else:
        assert in_words(ranking, shares) == ""


rows = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=5, max_size=5)


@many
@given(rows, rows, st.sampled_from([[5], [1, 4], [2, 3], [1, 1, 1, 1, 1], [3, 2]]), st.data())
def test_never_behind_holds_under_every_weighting_that_respects_the_order(
    ahead: list[float], behind: list[float], sizes: list[int], data: st.DataObject
) -> None:
    raw = data.draw(st.lists(st.integers(0, 100), min_size=5, max_size=5).map(sorted))
    shares = [value / max(1, sum(raw)) for value in reversed(raw)]
    weights: list[float] = []
    for size in sizes:
        block, shares = shares[:size], shares[size:]
        weights += data.draw(st.permutations(block))
    score = [sum(w * s for w, s in zip(weights, row, strict=True)) for row in (ahead, behind)]
    if never_behind(ahead, behind, sizes):
        assert score[0] >= score[1] - 1e-9
    elif not never_behind(behind, ahead, sizes):
        # Neither is safe, so each is ahead somewhere: at a corner of the weights.
        assert ahead != behind


def test_two_criteria_can_be_worked_out_by_hand() -> None:
    """A scores (1, 0), B (0, 1); A leads when w1 > .5: always if first in the order."""
    catalogue = make_catalogue(
        {
            "a": career_table(
                title="A", remote={"level": 0, "entry": 0, "why": "w", "source": "guide"}
            ),
            "b": career_table(
                title="B",
                soc="29-2099",
                onet=None,
                patient_contact={"level": 4, "why": "w", "source": "guide"},
            ),
        }
    )
    wants = {"patient_contact": "none", "remote": "only"}
    ordered = rank(Prospects(catalogue), Answers(wants=wants, priorities=("patient_contact",)))
    assert stability(ordered)["a"] == Stability(1.0, 1.0)
    assert in_words(ordered, stability(ordered)) == "first whatever the weights"
    free = rank(Prospects(catalogue), Answers(wants=wants))
    assert stability(free)["a"].first == pytest.approx(0.5, abs=0.001)
    assert "a close call with" in in_words(
        free, {"a": Stability(0.49, 1.0), "b": Stability(0.51, 1)}
    )


def test_one_criterion_leaves_nothing_to_weigh() -> None:
    ranking = rank(Prospects(make_catalogue()), Answers(wants={"remote": "only"}))
    assert ranking.first is not None
    assert stability(ranking)[ranking.first.career.id].first == 1.0


@many
@given(catalogues(), people())
def test_whatever_the_weights_is_said_only_where_no_weighting_says_otherwise(
    catalogue: Catalogue, answers: Answers
) -> None:
    ranking = rank(Prospects(catalogue, answers), answers)
    words = in_words(ranking, stability(ranking))
    if words != "first whatever the weights":
        return
    # Each criterion alone, as far as the order lets it count alone.
    tiers = tiers_of(ranking.keys, answers.priorities)
    for key in tiers[0]:
        best = max(0.5 if s is None else s for s in (m.satisfaction(key) for m in ranking.matches))
        own = ranking.matches[0].satisfaction(key)
        assert (0.5 if own is None else own) >= best - 1e-9
