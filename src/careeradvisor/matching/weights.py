"""Weights from an order of importance: rank-order centroid (Barron and Barrett 1996)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def rank_order_centroid(n: int) -> list[float]:
    """Weights of n criteria in strict order: w_k = (1/n) * sum of 1/j for j from k to n.

    The centroid of all weightings that respect the order.

    >>> [round(w, 4) for w in rank_order_centroid(4)]
    [0.5208, 0.2708, 0.1458, 0.0625]
    """
    weights = []
    tail = 0.0
    for k in range(n, 0, -1):
        tail += 1.0 / k
        weights.append(tail / n)
    return weights[::-1]


def tiers_of(keys: Sequence[str], priorities: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of equally important criteria, the most important first.

    ``keys`` are the criteria with an answer; those that ``priorities`` does not
    name tie for last. A name in ``priorities`` that is not in ``keys`` is passed
    over: it has no preference to weigh.
    """
    named = [key for key in priorities if key in keys]
    rest = tuple(key for key in keys if key not in named)
    return tuple((key,) for key in named) + ((rest,) if rest else ())


def weights_of(tiers: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weight of each criterion; tied ones share the mean of the places they take.

    >>> weights_of([["remote"], ["salary", "schooling", "growth"]])["salary"]
    0.1597222222222222
    """
    places = rank_order_centroid(sum(len(tier) for tier in tiers))
    weights: dict[str, float] = {}
    start = 0
    for tier in tiers:
        share = sum(places[start : start + len(tier)]) / max(1, len(tier))
        start += len(tier)
        for key in tier:
            weights[key] = share
    return weights
