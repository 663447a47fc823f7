"""The ranking: an additive model over fixed value functions (design 4.1, 4.7, 4.12).

fit = sum of weight times satisfaction. Nothing here looks at the catalogue's own
minimum or maximum, so no career's fit depends on which others are there.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import force_setattr

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.weights import tiers_of, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.profile.answers import Answer, Answers
    from careeradvisor.prospects import Prospect, Prospects

# Fits that agree to this many places are a tie.
_FIT_PLACES = 9
_NO_WAY_KNOWN = 10**6

VERDICTS = ((0.85, "strong"), (0.65, "good"), (0.45, "partial"), (0.0, "weak"))

SortKey = tuple[float, int, str, str]


def verdict(fit: float) -> str:
    """The word for a fit from 0 to 1: strong, good, partial or weak."""
    return next(word for least, word in VERDICTS if round(fit, _FIT_PLACES) >= least)


def sort_key(fit: float, prospect: Prospect) -> SortKey:
    """Best first: by fit, then less schooling, then title; the id makes it total."""
    months = prospect.shortest
    return (
        -round(fit, _FIT_PLACES),
        _NO_WAY_KNOWN if months is None else months,
        prospect.career.title,
        prospect.career.id,
    )


class Match(Struct, frozen=True, dict=True):
    """One career's place for one person.

    ``satisfactions`` are in the order of ``ranking.keys``, ``None`` where not
    known; ``fit`` takes the middle (.5) for these and ``fit_low`` and
    ``fit_high`` are the fit with 0 and with 1 in their place.
    """

    prospect: Prospect
    ranking: Ranking
    satisfactions: tuple[float | None, ...]
    fit: float
    fit_low: float
    fit_high: float
    failed: tuple[str, ...]
    unknown_musts: tuple[str, ...]

    def __repr__(self) -> str:
        """Without the ranking, which holds all the others."""
        return f"Match({self.career.id!r}, fit={self.fit!r}, satisfactions={self.satisfactions!r})"

    @property
    def career(self) -> Career:
        """The catalogue's entry."""
        return self.prospect.career

    @property
    def verdict(self) -> str:
        """The word for the fit."""
        return verdict(self.fit)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Keys of the criteria on which nothing is known of this career."""
        return tuple(
            key for key, s in zip(self.ranking.keys, self.satisfactions, strict=True) if s is None
        )

    @cached_property
    def key(self) -> SortKey:
        """What the ranking sorts by."""
        return sort_key(self.fit, self.prospect)

    def satisfaction(self, key: str) -> float | None:
        """Satisfaction on one criterion, ``None`` when not known."""
        return self.satisfactions[self.ranking.keys.index(key)]


class Excluded(Struct, frozen=True):
    """A career that fails a must, and the rank it has when its failed musts are dropped."""

    match: Match
    would_rank: int


class Ranking(Struct, frozen=True, dict=True):
    """All careers for one person: matches best first, and those that a must excludes.

    ``keys`` are the criteria with an answer, in the registry's order.
    """

    answers: Answers
    prospects: Prospects
    keys: tuple[str, ...]
    weights: Mapping[str, float]
    matches: tuple[Match, ...] = ()
    failing: tuple[Match, ...] = ()

    @property
    def first(self) -> Match | None:
        """The best match, ``None`` when a must excludes every career."""
        return self.matches[0] if self.matches else None

    @cached_property
    def excluded(self) -> tuple[Excluded, ...]:
        """Excluded careers ordered by the rank they would have.

        With its failed musts dropped a career competes with all that fail no
        other must than these.
        """
        rivals: dict[tuple[str, ...], list[SortKey]] = {}
        found = []
        for match in self.failing:
            keys = rivals.get(match.failed)
            if keys is None:
                dropped = set(match.failed)
                keys = rivals[match.failed] = sorted(
                    m.key for m in (*self.matches, *self.failing) if dropped.issuperset(m.failed)
                )
            found.append(Excluded(match, _place(keys, match.key)))
        return tuple(sorted(found, key=lambda e: (e.would_rank, e.match.key)))


def criteria_keys(answers: Answers) -> tuple[str, ...]:
    """Keys of the criteria with an answer, in the registry's order."""
    return tuple(key for key in BY_KEY if key in answers.wants)


class Scorer:
    """Ranks the same careers for many answers, keeping what answers have in common.

    Satisfactions depend on one criterion's answer only, so each is worked out
    once per criterion and answer.
    """

    def __init__(self, prospects: Prospects) -> None:
        self.prospects = prospects
        self._everyone = list(prospects)
        self._satisfactions: dict[tuple[str, Answer], list[float | None]] = {}
        self._met: dict[tuple[str, Answer], list[bool | None]] = {}

    def satisfactions(self, key: str, answer: Answer) -> list[float | None]:
        """Satisfaction of every career, in the catalogue's order, with one answer."""
        column = self._satisfactions.get((key, answer))
        if column is None:
            criterion = BY_KEY[key]
            column = [criterion.satisfaction(p, answer) for p in self._everyone]
            self._satisfactions[key, answer] = column
        return column

    def met(self, key: str, answer: Answer) -> list[bool | None]:
        """Whether every career is within the answer taken as a hard limit."""
        column = self._met.get((key, answer))
        if column is None:
            criterion = BY_KEY[key]
            column = [criterion.meets(p, answer) for p in self._everyone]
            self._met[key, answer] = column
        return column

    def rank(self, answers: Answers) -> Ranking:
        """All careers for these answers; with no preference at all every fit is 0."""
        keys = criteria_keys(answers)
        weights = weights_of(tiers_of(keys, answers.priorities))
        ranking = Ranking(answers, self.prospects, keys, weights)
        in_order = [weights[key] for key in keys]
        columns = [self.satisfactions(key, answers.wants[key]) for key in keys]
        musts = [key for key in keys if key in answers.must]
        limits = [(key, self.met(key, answers.wants[key])) for key in musts]
        matches: list[Match] = []
        failing: list[Match] = []
        rows = zip(*columns, strict=True) if columns else repeat(())
        for i, (prospect, row) in enumerate(zip(self._everyone, rows, strict=False)):
            low, gap = _fit(in_order, row)
            failed: tuple[str, ...] = ()
            unknown: tuple[str, ...] = ()
            if musts:
                failed = tuple(k for k, m in limits if m[i] is False)
                unknown = tuple(k for k, m in limits if m[i] is None)
            fit, high = low + gap / 2, low + gap
            match = Match(prospect, ranking, row, fit, low, high, failed, unknown)
            (failing if failed else matches).append(match)
        matches.sort(key=lambda m: m.key)
        force_setattr(ranking, "matches", tuple(matches))
        force_setattr(ranking, "failing", tuple(failing))
        return ranking

    def first(self, answers: Answers) -> Prospect | None:
        """The career that :meth:`rank` puts first, without ranking the others."""
        keys = criteria_keys(answers)
        weights = weights_of(tiers_of(keys, answers.priorities))
        in_order = [weights[key] for key in keys]
        columns = [self.satisfactions(key, answers.wants[key]) for key in keys]
        limits = [self.met(key, answers.wants[key]) for key in keys if key in answers.must]
        best: SortKey | None = None
        first: Prospect | None = None
        for i, prospect in enumerate(self._everyone):
            if any(limit[i] is False for limit in limits):
                continue
            low, gap = _fit(in_order, [column[i] for column in columns])
            if best is not None and round(low + gap / 2, _FIT_PLACES) < -best[0]:
                continue
            key = sort_key(low + gap / 2, prospect)
            if best is None or key < best:
                best, first = key, prospect
        return first


def rank(prospects: Prospects, answers: Answers) -> Ranking:
    """All careers for one person."""
    return Scorer(prospects).rank(answers)


def _fit(weights: Sequence[float], row: Sequence[float | None]) -> tuple[float, float]:
    """Fit with 0 for what is not known, and by how much it could be higher."""
    low = gap = 0.0
    for weight, satisfaction in zip(weights, row, strict=True):
        if satisfaction is None:
            gap += weight
        else:
            low += weight * satisfaction
    return min(1.0, low), min(gap, max(0.0, 1.0 - low))


def _place(sorted_keys: list[SortKey], key: SortKey) -> int:
    return bisect_left(sorted_keys, key) + 1
