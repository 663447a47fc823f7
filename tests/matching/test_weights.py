from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.matching.weights import rank_order_centroid, tiers_of, weights_of


@pytest.mark.parametrize(
    ("n", "published"),
    [
        (1, [1.0]),
        (2, [0.75, 0.25]),
        (3, [0.6111, 0.2778, 0.1111]),
        (4, [0.5208, 0.2708, 0.1458, 0.0625]),
        (5, [0.4567, 0.2567, 0.1567, 0.0900, 0.0400]),
    ],
)
def test_weights_are_those_of_barron_and_barrett(n: int, published: list[float]) -> None:
    assert [round(w, 4) for w in rank_order_centroid(n)] == published


def test_tied_criteria_share_the_mean_of_their_places() -> None:
    weights = weights_of([["a"], ["b", "c", "d"]])
    assert {k: round(w, 4) for k, w in weights.items()} == {
        "a": 0.5208,
        "b": 0.1597,
        "c": 0.1597,
        "d": 0.1597,
    }


def test_without_an_order_all_weights_are_equal() -> None:
    weights = weights_of(tiers_of(["a", "b", "c", "d"], []))
    assert list(weights.values()) == pytest.approx([0.25] * 4)


def test_criteria_left_out_tie_for_last_and_unanswered_ones_do_not_count() -> None:
    assert tiers_of(["a", "b", "c"], ["c", "unanswered"]) == (("c",), ("a", "b"))


@given(st.integers(1, 40))
def test_weights_sum_to_one_and_fall(n: int) -> None:
    weights = rank_order_centroid(n)
    assert sum(weights) == pytest.approx(1.0)
    assert all(a > b for a, b in pairwise(weights))
    assert weights[-1] == pytest.approx(1 / n**2)


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1), st.data())
def test_the_last_priority_weighs_least(keys: list[str], data: st.DataObject) -> None:
    priorities = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))
    weights = weights_of(tiers_of(keys, priorities))
    assert sum(weights.values()) == pytest.approx(1.0)
    named = [weights[k] for k in priorities]
    assert named == sorted(named, reverse=True)
    if len(priorities) == len(keys):
        assert min(weights, key=weights.__getitem__) == priorities[-1]
    else:
        assert max(weights[k] for k in keys if k not in priorities) < min(named)
