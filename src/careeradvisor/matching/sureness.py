"""How sure the first place is, with uncertain weights and uncertain data (design 4.9).

A thousand times the order is made again: with weights drawn evenly from all that keep the
stated order of importance (stochastic multicriteria acceptability analysis, Lahdelma,
Hokkanen and Salminen 1998), months drawn from their range, pay from its standard error, and
judged levels that may be one off. The share of these in which a career is first says how much
its place depends on what nobody knows. The draws are the same on every run.
"""

from __future__ import annotations

from math import log
from random import Random
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import ALL, BY_KEY, NumberCriterion
from careeradvisor.matching.rank import (
    AT_MOST_PARTIAL,
    CELLS,
    LEAST_SATISFACTION,
    ROUNDING,
    Scale,
    level_of,
    most_of,
)
from careeradvisor.matching.shown import shown
from careeradvisor.matching.weights import tiers_of
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import Table
    from careeradvisor.matching.rank import Match, Ranking
    from careeradvisor.prospects import Prospect

    Column = list[float]

DRAWS = 1_000
CONTENDERS = 30

_SEED = 20261125
_NEARLY_ALL = 0.9
_MOST = 0.5
_MOST_NAMED = 3
_LONG_MONTHS = 48

# What is drawn is one of so many equally likely values; of pay, quantiles of its standard error.
_EQUAL_PARTS = 20
# Standard normal quantiles of .525, .575, ... .975, and those below the middle.
_UPPER = (
    0.062707,
    0.189118,
    0.318639,
    0.453762,
    0.59776,
    0.755415,
    0.934589,
    1.150349,
    1.439531,
    1.959964,
)
QUANTILES = (*(-z for z in reversed(_UPPER)), *_UPPER)
_LEAST_FACTOR = 0.1

# Verdict and cell as one number, far enough apart for any head start: by what allows the verdict
# (0 to 3) and by cell.
_WORD = 100.0
_SCORES = [
    [level_of(cell, least) * _WORD + cell for cell in range(CELLS + 1)]
    for least in (0.0, *LEAST_SATISFACTION)
]


class Sureness(Struct, frozen=True):
    """How sure the first place is.

    ``shares`` are the shares (0 to 1) of draws in which each match is first, by career id;
    equals share a draw. ``words`` says it: "first in most of 1,000 draws", "a close call between
    A and B"; it is "" where there is no certainty to speak of. ``text`` is a sentence. ``ask``
    is the key of the criterion that would tell equals apart, where one would.
    """

    shares: dict[str, float]
    words: str
    text: str
    ask: str | None = None


def sureness(ranking: Ranking) -> Sureness:
    """How sure a ranking's first place is; with no match, nothing."""
    first = ranking.first
    if first is None or not ranking.keys:
        return Sureness({}, "", "")
    shares = shares_of_first(ranking)
    firsts = ranking.firsts
    if len(firsts) > 1:
        ask = _telling(ranking, [m.prospect for m in firsts])
        return Sureness(shares, "", _equal(firsts, ask), ask)
    if len(ranking.keys) == 1:
        ask = _telling(ranking, [m.prospect for m in ranking.matches[:CONTENDERS]])
        only = BY_KEY[ranking.keys[0]].label
        text = f"You answered one question, so {only} alone decides"
        return Sureness(shares, "", f"{text}; {_would_tell(ask)}." if ask else f"{text}.", ask)
    words = in_words(ranking, shares)
    text = f"{first.career.title} is {words} of weights and figures."
    if words.startswith("a close"):
        text = f"It is {words}."
    return Sureness(shares, words, text)


def shares_of_first(ranking: Ranking) -> dict[str, float]:
    """Share of the draws in which each match is first; equals share a draw."""
    dice = _Dice(Random(_SEED))
    weights = _weights(dice.random, ranking)
    shares = {m.career.id: 0.0 for m in ranking.matches}
    chosen: list[str] = []
    scores: list[Column] = []
    floor = 0.0
    for match in _contenders(ranking):
        own = _scores(dice, match, weights, floor)
        if own is not None:
            chosen.append(match.career.id)
            scores.append(own)
            floor = max(floor, min(own))
    for draw in zip(*scores, strict=True):
        best = max(draw)
        equals = draw.count(best)
        place = -1
        for _ in range(equals):
            place = draw.index(best, place + 1)
            shares[chosen[place]] += 1 / equals / DRAWS
    return shares


def _contenders(ranking: Ranking) -> tuple[Match, ...]:
    """The first 30 of the order and all that are tied with the 30th; the others count 0."""
    matches = ranking.matches
    end = CONTENDERS
    while CONTENDERS <= end < len(matches) and matches[end].rank == matches[CONTENDERS - 1].rank:
        end += 1
    return matches[:end]


def _weights(random: Random, ranking: Ranking) -> list[Column]:
    """Draws of each criterion's weight, even over all weightings that keep the order.

    Even shares of 1 are exponential draws over their sum. Sorted, they go to the criteria in
    their order; within a tie any order is as likely as another.
    """
    tiers = tiers_of(ranking.keys, ranking.answers.priorities)
    ordered = [key for tier in tiers for key in tier]
    draws = []
    for _ in range(DRAWS):
        parts = [-log(1.0 - random.random()) for _ in ordered]
        if len(tiers) > 1:
            parts.sort(reverse=True)
            if len(tiers[-1]) > 1:
                tied = parts[-len(tiers[-1]) :]
                random.shuffle(tied)
                parts[-len(tied) :] = tied
        total = sum(parts)
        draws.append([part / total for part in parts])
    by_key = dict(zip(ordered, map(list, zip(*draws, strict=True)), strict=True))
    return [by_key[key] for key in ranking.keys]


class _Dice:
    """Fast draws of whole numbers from 0 to 19 and from 0 to 2, each as likely as another."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._pay: dict[tuple[str, str | None], bytes] = {}

    def of_20(self) -> bytes:
        """1,000 draws from 0 to 19."""
        return self._below(20)

    def of_pay(self, prospect: Prospect) -> bytes:
        """1,000 draws from 0 to 19, the same for all careers whose pay is counted together."""
        salary = prospect.career.salary
        soc = salary.soc if salary is not None and salary.soc else prospect.career.soc
        paid_as = (soc, prospect.pay.area)
        if paid_as not in self._pay:
            self._pay[paid_as] = self.of_20()
        return self._pay[paid_as]

    def of_parts(self, parts: int) -> bytes:
        """1,000 draws from 0 to one less than ``parts``."""
        return self._below(parts)

    def _below(self, n: int) -> bytes:
        table, unfair = _MODULO[n]
        drawn = b""
        while len(drawn) < DRAWS:
            # Bytes above the last whole multiple would make small numbers likelier.
            drawn += self.random.randbytes(DRAWS + DRAWS // 8).translate(table, unfair)
        return drawn[:DRAWS]


_MODULO = {n: (bytes(i % n for i in range(256)), bytes(range(256 - 256 % n, 256))) for n in (3, 20)}


def _scores(dice: _Dice, match: Match, weights: Sequence[Column], floor: float) -> Column | None:
    """What the order compares first, of one career in each draw, as one number.

    ``None`` where it can never reach ``floor``, which another career has in every draw.
    """
    ranking = match.ranking
    last = ranking.scale.last
    certain: list[tuple[float, Column]] = []
    uncertain: list[tuple[int, Sequence[Table], bool]] = []
    # The least satisfaction that caps the verdict: what is certain of it, and at best.
    least = best = most_of(match.prospect)
    for i, (key, s) in enumerate(zip(ranking.keys, match.satisfactions, strict=True)):
        if s is None:
            least = least if i == last else min(least, AT_MOST_PARTIAL)
            continue
        tables, by_pay = _tables(match, key)
        if tables:
            highest = max(map(max, tables)) if by_pay else sum(map(max, tables))
            uncertain.append((i, tables, by_pay))
        else:
            highest = s
            certain.append((CELLS * s, weights[i]))
        cap = Scale.cap(highest, last=i == last)
        best = min(best, cap)
        if not tables:
            least = min(least, cap)
    start = match.head_start
    if level_of(CELLS, min(least, best)) * _WORD + CELLS + start < floor:
        return None
    fits = _sum(certain)
    limits: list[Column] = []
    for i, tables, by_pay in uncertain:
        column = _column(dice, match, tables, by_pay=by_pay)
        fits = [f + CELLS * v * w for f, v, w in zip(fits, column, weights[i], strict=True)]
        limits.append([Scale.cap(v, last=True) for v in column] if i == last else column)
    allowed = level_of(CELLS, least)
    if not limits:
        row = _SCORES[allowed]
        return [row[int(fit)] + start for fit in fits]
    lowest = limits[0] if len(limits) == 1 else map(min, *limits)
    low, middle, high = [s - ROUNDING for s in LEAST_SATISFACTION]
    rows = [_SCORES[min(allowed, level)] for level in range(len(_SCORES))]
    return [
        rows[(v >= low) + (v >= middle) + (v >= high)][int(fit)] + start
        for v, fit in zip(lowest, fits, strict=True)
    ]


def _sum(terms: list[tuple[float, Column]]) -> Column:
    """Cells in each draw by what is certain, half a cell up so that they can be cut off."""
    fits = [0.5 + 1e-6] * DRAWS
    terms = [term for term in terms if term[0]]
    # Two criteria at a time: a pass over the draws costs more than a product in it.
    for (a, one), (b, other) in zip(terms[::2], terms[1::2], strict=False):
        fits = [f + a * v + b * w for f, v, w in zip(fits, one, other, strict=True)]
    if len(terms) % 2:
        a, one = terms[-1]
        fits = [f + a * v for f, v in zip(fits, one, strict=True)]
    return fits


def _tables(match: Match, key: str) -> tuple[Sequence[Table], bool]:
    """Equally likely satisfactions on one criterion, and whether pay draws among them.

    Nothing where it is taken as it stands.
    """
    prospect, answer = match.prospect, match.ranking.answers.wants[key]
    tables = BY_KEY[key].chances(prospect, answer)
    if any(min(table) < max(table) for table in tables):
        return tables, False
    rse = (prospect.pay.rse or 0.0) / 100
    factors = [max(_LEAST_FACTOR, 1.0 + rse * z) for z in QUANTILES]
    by_part = BY_KEY[key].by_pay(prospect, answer, factors)
    if by_part and min(map(min, by_part)) < max(map(max, by_part)):
        return by_part, True
    return (), False


def _column(dice: _Dice, match: Match, tables: Sequence[Table], *, by_pay: bool) -> Column:
    """Draws of one satisfaction."""
    if by_pay:
        drawn = dice.of_pay(match.prospect)
        if len(tables) == 1:
            return [*map(tables[0].__getitem__, drawn)]
        parts = dice.of_parts(len(tables))
        return [tables[part][i] for part, i in zip(parts, drawn, strict=True)]
    columns = [_drawn(dice, table) for table in tables]
    return columns[0] if len(columns) == 1 else [*map(sum, zip(*columns, strict=True))]


def _drawn(dice: _Dice, table: Table) -> Column:
    if len(table) == _EQUAL_PARTS:
        return [*map(table.__getitem__, dice.of_20())]
    pairs = zip(dice.of_20(), dice.of_20(), strict=True)
    return [table[_EQUAL_PARTS * i + j] for i, j in pairs]


def in_words(ranking: Ranking, shares: dict[str, float]) -> str:
    """How sure the first place is, by shares of draws; there is one career in it alone."""
    first, *others = ranking.matches
    share = shares[first.career.id]
    if share >= _NEARLY_ALL:
        return f"first in nearly all of {DRAWS:,} draws"
    if share >= _MOST:
        return f"first in most of {DRAWS:,} draws"
    rival = max(others, key=lambda m: shares[m.career.id])
    # Whoever looks for it among the first few has to know that it is not there.
    where = "" if rival in shown(ranking).matches else f" (not shown, number {rival.place})"
    return f"a close call between {first.career.title} and {rival.career.title}{where}"


def _equal(firsts: Sequence[Match], ask: str | None) -> str:
    titles = [m.career.title for m in firsts]
    who = listed(titles) if len(titles) <= _MOST_NAMED else f"{len(titles)} careers"
    text = f"{who} fit equally well"
    return f"{text}; {_would_tell(ask)}." if ask else f"{text}."


def _would_tell(ask: str) -> str:
    return f"an answer on {BY_KEY[ask].label} would tell them apart"


def _telling(ranking: Ranking, prospects: Sequence[Prospect]) -> str | None:
    """The unanswered criterion on which most of some careers differ; the quiz's own first.

    Time comes before all others where some of them take more than four years: nobody should
    choose among such careers without having thought of it.
    """
    years_apart = [p.shortest for p in prospects if p.shortest is not None]
    if "schooling" not in ranking.keys and max(years_apart, default=0) > _LONG_MONTHS:
        return "schooling"
    best: str | None = None
    most = 1
    for further in (False, True):
        for criterion in ALL:
            if criterion.further != further or criterion.key in ranking.keys:
                continue
            if further and isinstance(criterion, NumberCriterion):
                # Nobody chooses by ten-year earnings who has not asked for them.
                continue
            kinds = len({criterion.kind(p) for p in prospects} - {None})
            if kinds > most:
                best, most = criterion.key, kinds
        if best is not None:
            return best
    return best
