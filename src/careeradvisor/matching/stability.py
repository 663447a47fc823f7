"""How sure the ranking is: SMAA with the stated order of importance kept (design 4.9).

Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen
1998): take weights evenly from all that respect the order, and report the share
of them in which a career comes first, or among the first three.

With n criteria in strict order those weights form a simplex with the corners
(1, 0, ...), (1/2, 1/2, 0, ...), ..., (1/n, ..., 1/n); an even draw is an even
mixture of the corners. Two things make few draws enough. Careers that three
others match or beat under every weighting are left out, by an exact test. And the
mixtures come from a low-discrepancy sequence, which fills the simplex far more
evenly than chance does, and is the same on every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.weights import tiers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.matching.rank import Ranking

_DRAWS = 4_096
_DRAWS_MANY_CRITERIA = 8_192
_MANY_CRITERIA = 8
# Contenders that are never among the first three of so many draws are left out of the others: what
# they would get there is a fraction of a point.
_FIRST_DRAWS = 1_024
_NEARLY_ALL = 0.9
_MOST = 0.5


class Stability(Struct, frozen=True):
    """Shares (0 to 1) of the weightings in which a career is first, and in the top three."""

    first: float
    top_three: float


_NEVER = Stability(0.0, 0.0)


def stability(ranking: Ranking) -> dict[str, Stability]:
    """Stability of every match, by career id.

    What is not known counts .5, as in the fit; where fits are equal, the
    ranking's own tie-break decides.
    """
    matches = ranking.matches
    if not matches:
        return {}
    if not ranking.keys:
        return {m.career.id: _NEVER for m in matches}
    rows, sizes = _by_importance(ranking)
    contenders = _contenders(rows, sizes)
    # In the order of the tie-break, so that the first of equal scores is the right one.
    contenders.sort(key=lambda i: matches[i].key[1:])
    many = len(ranking.keys) >= _MANY_CRITERIA
    weights = _weights(sizes, _DRAWS_MANY_CRITERIA if many else _DRAWS)
    firsts = [0] * len(matches)
    threes = [0] * len(matches)
    for draws in (slice(_FIRST_DRAWS), slice(_FIRST_DRAWS, None)):
        part = [column[draws] for column in weights]
        _count(contenders, [_scores(rows[i], part) for i in contenders], firsts, threes)
        contenders = [i for i in contenders if threes[i]]
    total = len(weights[0])
    return {
        m.career.id: Stability(first / total, three / total) if three else _NEVER
        for m, first, three in zip(matches, firsts, threes, strict=True)
    }


def in_words(ranking: Ranking, shares: dict[str, Stability]) -> str:
    """How sure the first place is: "first whatever the weights", "a close call with X".

    "Whatever the weights" is said only where that is certain, not where draws suggest it.
    """
    first = ranking.first
    if first is None:
        return ""
    share = shares[first.career.id].first
    if share >= _NEARLY_ALL:
        (own, *others), sizes = _by_importance(ranking)
        if all(never_behind(own, other, sizes) for other in others):
            return "first whatever the weights"
        return "first in nearly all weightings"
    if share >= _MOST:
        return "first in most weightings"
    rival = max(
        (m for m in ranking.matches if m is not first),
        key=lambda m: shares[m.career.id].first,
    )
    return f"a close call with {rival.career.title}"


def never_behind(
    ahead: Sequence[float], behind: Sequence[float], tier_sizes: Sequence[int]
) -> bool:
    """Whether ``ahead`` fits at least as well under every weighting that respects the order.

    Satisfactions run from the most important tier to the least. Exact: the
    corners of the weights are the sets of all tiers before one and any part of
    that one, and the worst part of a tier is all that is negative in it.
    """
    before = 0.0
    start = 0
    for size in tier_sizes:
        gaps = [
            a - b
            for a, b in zip(ahead[start : start + size], behind[start : start + size], strict=True)
        ]
        start += size
        if before + sum(gap for gap in gaps if gap < 0) < -1e-12:
            return False
        before += sum(gaps)
    return True


def _by_importance(ranking: Ranking) -> tuple[list[list[float]], list[int]]:
    """Satisfactions of each match from the most important criterion on, and the tiers' sizes."""
    tiers = tiers_of(ranking.keys, ranking.answers.priorities)
    columns = [ranking.keys.index(key) for tier in tiers for key in tier]
    rows = [
        [0.5 if s is None else s for s in (m.satisfactions[c] for c in columns)]
        for m in ranking.matches
    ]
    return rows, [len(tier) for tier in tiers]


def _contenders(rows: list[list[float]], tier_sizes: Sequence[int]) -> list[int]:
    """Rows that fewer than three others match or beat under every weighting.

    Rows come best first, so whatever is never behind a row stands before it.
    """
    kept: list[int] = []
    for i, row in enumerate(rows):
        better = 0
        for j in kept:
            if never_behind(rows[j], row, tier_sizes):
                better += 1
                if better == 3:
                    break
        else:
            kept.append(i)
    return kept


def _count(
    contenders: list[int], scores: list[list[float]], firsts: list[int], threes: list[int]
) -> None:
    """Add to ``firsts`` and ``threes``, by row, where each contender comes in each draw."""
    for draw in zip(*scores, strict=True):
        place, best = -1, 2.0
        for nth, score in enumerate(sorted(draw, reverse=True)[:3]):
            # Of equal scores the earlier place comes first, then the next after it.
            place = draw.index(score, place + 1 if score == best else 0)
            best = score
            threes[contenders[place]] += 1
            if nth == 0:
                firsts[contenders[place]] += 1


def _scores(row: list[float], weights: list[list[float]]) -> list[float]:
    """Fits of one row in each draw; ``weights`` has a list of draws per criterion."""
    terms = [(s, column) for s, column in zip(row, weights, strict=True) if s]
    if len(terms) % 2:
        a, first = terms.pop()
        scores = [a * w for w in first]
    else:
        scores = [0.0] * len(weights[0])
    # Two criteria at a time: a pass over the draws costs more than a product in it.
    for (a, first), (b, second) in zip(terms[::2], terms[1::2], strict=True):
        scores = [s + a * v + b * w for s, v, w in zip(scores, first, second, strict=True)]
    return scores


def _weights(tier_sizes: Sequence[int], draws: int) -> list[list[float]]:
    """Weights per criterion and draw, even over all that respect the order of the tiers."""
    n = sum(tier_sizes)
    if n == 1:
        return [[1.0]]
    mixtures = _even_mixtures(n, draws)
    if len(tier_sizes) == 1:
        return mixtures
    if max(tier_sizes) > 1:
        return _ordered_by_tier(tier_sizes, mixtures)
    # The k-th largest weight is the sum over j >= k of the j-th corner's share of 1/j.
    tail = [m / n for m in mixtures[-1]]
    columns = [tail]
    for j in range(n - 1, 0, -1):
        tail = [t + m / j for t, m in zip(tail, mixtures[j - 1], strict=True)]
        columns.append(tail)
    return columns[::-1]


def _ordered_by_tier(tier_sizes: Sequence[int], mixtures: list[list[float]]) -> list[list[float]]:
    """Hand the largest shares of each mixture to the first tier, and so on.

    Within a tier the shares keep the order that they had in the mixture, which is
    any order as often as any other.
    """
    tiers = []
    start = 0
    for size in tier_sizes:
        tiers.append((start, start + size))
        start += size
    draws = []
    for mixture in zip(*mixtures, strict=True):
        largest = sorted(mixture, reverse=True)
        draw: list[float] = []
        for low, high in tiers:
            own = mixture[low:high]
            ranked = sorted(own, reverse=True)
            draw += [largest[low + ranked.index(share)] for share in own]
        draws.append(draw)
    return [list(column) for column in zip(*draws, strict=True)]


def _even_mixtures(n: int, draws: int) -> list[list[float]]:
    """``draws`` points spread evenly over the simplex of n shares, as n columns.

    Sobol points in the unit cube, bent onto the simplex by breaking a stick.
    """
    left = [1.0] * draws
    columns = []
    for j, points in enumerate(_sobol(n - 1, draws), 1):
        exponent = 1.0 / (n - j)
        rest = [r * u**exponent for r, u in zip(left, points, strict=True)]
        columns.append([a - b for a, b in zip(left, rest, strict=True)])
        left = rest
    columns.append(left)
    return columns


_BITS = 30
# By which the sequence is shifted in each dimension: drawn once, 30 bits each. One shift is
# drawn per polynomial; numbers in the source save importing a generator of random ones.
_SHIFTS = (
    *(993_255_253, 415_455_609, 310_673_396, 120_324_159, 886_426_241),
    *(356_858_699, 158_603_085, 412_156_468, 945_297_950, 505_830_919),
    *(501_988_576, 719_776_678, 838_821_493, 404_124_744, 426_849_621),
)
# Degree, coefficients and initial numbers of the primitive polynomials (Joe and Kuo 2008).
_POLYNOMIALS = (
    (0, 0, ()),
    (1, 0, (1,)),
    (2, 1, (1, 3)),
    (3, 1, (1, 3, 1)),
    (3, 2, (1, 1, 1)),
    (4, 1, (1, 1, 3, 3)),
    (4, 4, (1, 3, 5, 13)),
    (5, 2, (1, 1, 5, 5, 17)),
    (5, 4, (1, 1, 5, 5, 5)),
    (5, 7, (1, 1, 7, 11, 19)),
    (5, 11, (1, 1, 5, 1, 1)),
    (5, 13, (1, 1, 1, 3, 11)),
    (5, 14, (1, 3, 5, 5, 31)),
    (6, 1, (1, 3, 3, 9, 7, 49)),
    (6, 13, (1, 1, 1, 15, 21, 21)),
)


def _sobol(dimensions: int, draws: int) -> list[list[float]]:
    """Points of the Sobol sequence, one list per dimension, shifted by a fixed draw.

    Dimensions beyond the table's are pseudo-random, the same on every run.
    """
    columns = []
    for state, polynomial in zip(_SHIFTS[:dimensions], _POLYNOMIALS, strict=False):
        directions = _directions(*polynomial)
        points = []
        for i in range(draws):
            points.append((state + 0.5) / (1 << _BITS))
            state ^= directions[(~i & (i + 1)).bit_length() - 1]
        columns.append(points)
    if dimensions > len(columns):
        from random import Random

        random = Random(_SHIFTS[0])
        while len(columns) < dimensions:
            columns.append([random.random() for _ in range(draws)])
    return columns


def _directions(degree: int, coefficients: int, initial: tuple[int, ...]) -> list[int]:
    if degree == 0:
        return [1 << (_BITS - 1 - i) for i in range(_BITS)]
    numbers = [m << (_BITS - 1 - i) for i, m in enumerate(initial)]
    for i in range(degree, _BITS):
        number = numbers[i - degree] ^ (numbers[i - degree] >> degree)
        for k in range(1, degree):
            if coefficients >> (degree - 1 - k) & 1:
                number ^= numbers[i - k]
        numbers.append(number)
    return numbers
