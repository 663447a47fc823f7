"""The ranking: an additive model over fixed value functions (design 4.1, 4.7, 4.12).

fit = sum of weight times satisfaction. Nothing here looks at the catalogue's own
minimum or maximum, so no career's fit depends on which others are there. The order is
by verdict, then by fit on a fixed grid with a head start for what is near to the person's own
work, then by nearness itself, openings, title and id.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import repeat
from operator import attrgetter, mul
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import force_setattr

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.weights import tiers_of, weights_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Career
    from careeradvisor.profile.answers import Answer, Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.prospects.build import Nearness

    Row = tuple[float | None, ...]
    Rank = tuple[int, int]
    SortKey = tuple[int, int, int, int, str, str]

VERDICTS = ("weak", "partial", "good", "strong")

# The data can tell fits apart by two hundredths, no finer.
CELLS = 50
# Half a cell, and what sums of floats may be short of one that begins just there.
_TO_THE_NEAREST = 0.5 + 5e-7
# Each word's least fit, and the least satisfaction on any criterion that counts for it.
LEAST_FIT = (0.45, 0.65, 0.85)
LEAST_SATISFACTION = (0.15, 0.35, 0.5)
# Satisfactions of the last criterion below which the best word is out of reach, and the second ...
NO_STRONG_BELOW = 0.3
NO_GOOD_BELOW = 0.2
# ... and what is capped is treated as if something were satisfied by as much as this.
AT_MOST_GOOD = 0.49
AT_MOST_PARTIAL = 0.34
_NOT_A_START = ("later", "rare", "elsewhere")
HEAD_START: dict[Nearness, int] = {"here": 7, "step": 7, "degree": 7, "related": 3, "other": 0}
"""Cells by which a career stands higher among those of its word, by nearness, nearest first."""
HARDLY_ANY_JOBS = 150
"""People employed in a state, below which some fifteen posts at most fall vacant in a year."""
FEW, SCARCE = 2, 5
"""Cells by which a career of few posts stands lower, and one of too few to plan on one."""
_NEARNESS = {nearness: i for i, nearness in enumerate(HEAD_START)}
# Sums of floats are off by far less than this.
ROUNDING = 1e-9


def cell_of(fit: float) -> int:
    """The cell of the grid that a fit lies in; .45, .65 and .85 each begin one.

    >>> cell_of(0.85) - cell_of(0.849)
    1
    """
    return int(CELLS * fit + _TO_THE_NEAREST)


_LEAST_CELLS = tuple(cell_of(fit) for fit in LEAST_FIT)
_LEVELS = tuple(bisect_right(_LEAST_CELLS, cell) for cell in range(cell_of(1.0) + 1))


def level_of(cell: int, least: float) -> int:
    """The place of a verdict in VERDICTS: the lower of what fit and ``least`` allow."""
    return min(_LEVELS[cell], bisect_right(LEAST_SATISFACTION, least + ROUNDING))


class Scale(Struct, frozen=True):
    """The answered criteria, their weights, and the one that cannot veto.

    ``keys`` are in the registry's order and ``weights`` go with them. ``last`` is the place in
    ``keys`` of the criterion that the order of importance puts alone at its end; ``None`` where
    there is no order, a tie at its end or a single criterion.
    """

    keys: tuple[str, ...]
    weights: tuple[float, ...]
    last: int | None

    def fit(self, row: Row, unknown: float = 0.0) -> float:
        """The weighted sum of satisfactions, with ``unknown`` in place of what is not known."""
        known = [unknown if s is None else s for s in row]
        fit: float = sum(map(mul, self.weights, known))
        return min(1.0, fit)

    def least(self, row: Row) -> float:
        """What caps a verdict: the least known satisfaction that counts, and the two caps."""
        return min((self.cap(s, last=i == self.last) for i, s in enumerate(row)), default=1.0)

    @staticmethod
    def cap(satisfaction: float | None, *, last: bool) -> float:
        """What one satisfaction caps a verdict to; ``last``: of the criterion that cannot veto."""
        if not last:
            return AT_MOST_PARTIAL if satisfaction is None else satisfaction
        if satisfaction is None or satisfaction + ROUNDING >= NO_STRONG_BELOW:
            return 1.0
        return AT_MOST_GOOD if satisfaction + ROUNDING >= NO_GOOD_BELOW else AT_MOST_PARTIAL


def keys_of(answers: Answers) -> tuple[str, ...]:
    """Keys of the criteria with an answer, in the registry's order."""
    return tuple(key for key in BY_KEY if key in answers.wants)


def scale_of(answers: Answers) -> Scale:
    """The criteria with an answer, weighed by the order of importance."""
    keys = keys_of(answers)
    tiers = tiers_of(keys, answers.priorities)
    weights = weights_of(tiers)
    alone = len(tiers) > 1 and len(tiers[-1]) == 1
    last = keys.index(tiers[-1][0]) if alone else None
    return Scale(keys, tuple(weights[key] for key in keys), last)


class Match(Struct, frozen=True, dict=True):
    """How one career fits one person.

    ``satisfactions`` are in the order of ``ranking.keys``, ``None`` where not
    known; ``fit`` takes 0 for these. ``rank`` is what the order compares first, the better the
    smaller: minus the verdict's place in VERDICTS, and minus the cell of the fit and the head
    start. Careers that share it are tied. ``failed`` and ``unknown_musts`` are the musts that are
    missed and those of which that is not known.
    """

    prospect: Prospect
    ranking: Ranking
    satisfactions: Row
    fit: float
    rank: Rank
    failed: tuple[str, ...] = ()
    unknown_musts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the ranking, which holds all the others."""
        return f"Match({self.career.id!r}, fit={self.fit!r}, satisfactions={self.satisfactions!r})"

    @property
    def career(self) -> Career:
        """The catalogue's entry."""
        return self.prospect.career

    @property
    def level(self) -> int:
        """The place of the verdict in VERDICTS."""
        return -self.rank[0]

    @property
    def level_by_answers(self) -> int:
        """The level that it would have if there were posts enough."""
        return level_of(self.cell, self.ranking.scale.least(self.satisfactions))

    @property
    def cell(self) -> int:
        """The cell of the grid that the fit lies in."""
        return -self.rank[1] - self.head_start

    @property
    def head_start(self) -> int:
        """See :func:`head_start_of`."""
        return head_start_of(self.prospect)

    @property
    def verdict(self) -> str:
        """The word for how well the career fits: strong, good, partial or weak."""
        return VERDICTS[self.level]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Keys of the criteria on which nothing is known of this career."""
        return tuple(
            key for key, s in zip(self.ranking.keys, self.satisfactions, strict=True) if s is None
        )

    @cached_property
    def fit_high(self) -> float:
        """The fit if all that is not known were as wanted."""
        return self.ranking.scale.fit(self.satisfactions, 1.0)

    @property
    def verdict_if_known(self) -> str:
        """The word if all that is not known were as wanted."""
        best = tuple(1.0 if s is None else s for s in self.satisfactions)
        return VERDICTS[-rank_of(self.prospect, self.ranking.scale, best)[0]]

    def rank_if_met(self, key: str) -> Rank:
        """The rank that it would have if one more answer were met."""
        row = tuple(
            1.0 if k == key else s
            for k, s in zip(self.ranking.keys, self.satisfactions, strict=True)
        )
        return rank_of(self.prospect, self.ranking.scale, row)

    @cached_property
    def key(self) -> SortKey:
        """What the order sorts by; the id makes it total."""
        return (*self.rank, *listing_key(self.prospect))

    @property
    def place(self) -> int:
        """Place among the matches, 1 for the best; tied careers share it."""
        return bisect_left(self.ranking.ranks, self.rank) + 1

    @property
    def tied(self) -> bool:
        """Whether another match has the same place."""
        ranks = self.ranking.ranks
        return bisect_right(ranks, self.rank) - bisect_left(ranks, self.rank) > 1

    def satisfaction(self, key: str) -> float | None:
        """Satisfaction on one criterion, ``None`` when not known."""
        return self.satisfactions[self.ranking.keys.index(key)]


class Excluded(Struct, frozen=True):
    """A career that fails a must, and the place it has when its failed musts are dropped."""

    match: Match
    would_rank: int


class Later(Struct, frozen=True):
    """A career that is reached by paid work first (design 4.5b).

    ``via`` are the careers in which that work is done, ``months`` the shortest and longest
    time until full pay, that work included.
    """

    match: Match
    via: tuple[str, ...]
    months: tuple[int, int] | None


class Ranking(Struct, frozen=True, dict=True):
    """All careers for one person.

    ``matches`` are careers that the person could start, best first; ``later`` those that
    need paid work elsewhere first; ``failing`` those that could be started but fail a must.
    ``rare`` can be started only in a way that hardly anyone goes, ``elsewhere`` may not be
    practised where the person lives: they are in none of the others.
    Nor are ``left_out``, which the person does not want, and ``behind``, to which only paid work
    in these leads.
    """

    answers: Answers
    prospects: Prospects
    scale: Scale
    matches: tuple[Match, ...] = ()
    later: tuple[Later, ...] = ()
    failing: tuple[Match, ...] = ()
    rare: tuple[Match, ...] = ()
    elsewhere: tuple[Match, ...] = ()
    left_out: tuple[Match, ...] = ()
    behind: tuple[Match, ...] = ()
    by_id: Mapping[str, Match] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """The criteria with an answer, in the registry's order."""
        return self.scale.keys

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of each criterion."""
        return dict(zip(self.scale.keys, self.scale.weights, strict=True))

    @property
    def first(self) -> Match | None:
        """The best match, ``None`` when there is none."""
        return self.matches[0] if self.matches else None

    @property
    def firsts(self) -> tuple[Match, ...]:
        """All matches that share the first place."""
        return tuple(m for m in self.matches if m.rank == self.matches[0].rank)

    @cached_property
    def ranks(self) -> list[Rank]:
        """What the order compares first, of each match in order."""
        return [m.rank for m in self.matches]

    @cached_property
    def excluded(self) -> tuple[Excluded, ...]:
        """Careers that fail a must, ordered by the place that they would have.

        With its failed musts dropped a career competes with all that fail no
        other must than these.
        """
        rivals: dict[tuple[str, ...], list[Rank]] = {}
        found = []
        for match in self.failing:
            ranks = rivals.get(match.failed)
            if ranks is None:
                dropped = set(match.failed)
                ranks = rivals[match.failed] = sorted(
                    m.rank for m in (*self.matches, *self.failing) if dropped.issuperset(m.failed)
                )
            found.append(Excluded(match, bisect_left(ranks, match.rank) + 1))
        return tuple(sorted(found, key=lambda e: (e.would_rank, e.match.key)))


class Scorer:
    """Ranks the same careers for many answers, keeping what answers have in common.

    Satisfactions depend on one criterion's answer only, so each is worked out
    once per criterion and answer. Careers are kept in the order in which equals are listed.
    """

    def __init__(self, prospects: Prospects) -> None:
        self.prospects = prospects
        self._everyone = sorted(prospects, key=listing_key)
        self._standings = [p.standing for p in self._everyone]
        self._most = [most_of(p) for p in self._everyone]
        self._head_starts = [head_start_of(p) for p in self._everyone]
        self._satisfactions: dict[tuple[str, Answer], list[float | None]] = {}
        self._capped: dict[tuple[str, Answer, bool], list[float]] = {}
        self._met: dict[tuple[str, Answer], list[bool | None]] = {}

    def _satisfied(self, key: str, answer: Answer) -> list[float | None]:
        column = self._satisfactions.get((key, answer))
        if column is None:
            criterion = BY_KEY[key]
            column = [criterion.satisfaction(p, answer) for p in self._everyone]
            self._satisfactions[key, answer] = column
        return column

    def _caps(self, key: str, answer: Answer, *, last: bool) -> list[float]:
        """What each career's satisfaction caps its verdict to, see :meth:`Scale.cap`."""
        column = self._capped.get((key, answer, last))
        if column is None:
            column = [Scale.cap(s, last=last) for s in self._satisfied(key, answer)]
            self._capped[key, answer, last] = column
        return column

    def _limits(self, answers: Answers, scale: Scale) -> list[tuple[str, list[bool | None]]]:
        """For each must whether every career is within the answer."""
        found = []
        for key in scale.keys:
            if key in answers.must:
                answer = answers.wants[key]
                column = self._met.get((key, answer))
                if column is None:
                    criterion = BY_KEY[key]
                    column = [criterion.meets(p, answer) for p in self._everyone]
                    self._met[key, answer] = column
                found.append((key, column))
        return found

    def _placed(self, answers: Answers, scale: Scale) -> tuple[list[float], list[Rank]]:
        """Fit and rank of every career: :class:`Scale` by column instead of row."""
        fits = [0.0] * len(self._everyone)
        least = self._most
        for i, (key, weight) in enumerate(zip(scale.keys, scale.weights, strict=True)):
            answer = answers.wants[key]
            column = self._satisfied(key, answer)
            fits = [f + weight * (s or 0.0) for f, s in zip(fits, column, strict=True)]
            caps = self._caps(key, answer, last=i == scale.last)
            least = [a if a < b else b for a, b in zip(least, caps, strict=True)]
        fits = [min(1.0, fit) for fit in fits]
        cells = [cell_of(fit) for fit in fits]
        levels = map(level_of, cells, least)
        placed = zip(levels, cells, self._head_starts, strict=True)
        return fits, [(-level, -cell - start) for level, cell, start in placed]

    def rank(self, answers: Answers) -> Ranking:
        """All careers for these answers; with no preference at all every fit is 0."""
        scale = scale_of(answers)
        ranking = Ranking(answers, self.prospects, scale)
        columns = [self._satisfied(key, answers.wants[key]) for key in scale.keys]
        limits = self._limits(answers, scale)
        fits, ranks = self._placed(answers, scale)
        rows = zip(*columns, strict=True) if columns else repeat(())
        parts = ("matches", "later", "failing", "rare", "elsewhere", "left_out", "behind")
        found: dict[str, list[Match]] = {part: [] for part in parts}
        without = answers.without
        by_id: dict[str, Match] = {}
        failed: tuple[str, ...] = ()
        unknown: tuple[str, ...] = ()
        for i, (prospect, row) in enumerate(zip(self._everyone, rows, strict=False)):
            if limits:
                failed = tuple([k for k, met in limits if met[i] is False])
                unknown = tuple([k for k, met in limits if met[i] is None])
            match = Match(prospect, ranking, row, fits[i], ranks[i], failed, unknown)
            by_id[prospect.career.id] = match
            standing = self._standings[i]
            if without and prospect.career.id in without:
                found["left_out"].append(match)
            elif without and standing == "later" and not without.keys().isdisjoint(_via(prospect)):
                found["behind"].append(match)
            elif standing in _NOT_A_START:
                if not failed:
                    found[standing].append(match)
            else:
                found["failing" if failed else "matches"].append(match)
        for part in found.values():
            # Equals stay in the order in which they are listed.
            part.sort(key=attrgetter("rank"))
        later = [Later(m, _via(m.prospect), m.prospect.months) for m in found["later"]]
        force_setattr(ranking, "matches", tuple(found["matches"]))
        force_setattr(ranking, "later", tuple(later))
        force_setattr(ranking, "failing", tuple(found["failing"]))
        for name in ("rare", "elsewhere", "left_out", "behind"):
            force_setattr(ranking, name, tuple(found[name]))
        force_setattr(ranking, "by_id", by_id)
        return ranking

    def level(self, prospect: Prospect, answers: Answers) -> int:
        """The place in VERDICTS of one career's word."""
        scale = scale_of(answers)
        row = tuple([BY_KEY[key].satisfaction(prospect, answers.wants[key]) for key in scale.keys])
        return -rank_of(prospect, scale, row)[0]

    def firsts(self, answers: Answers) -> list[Prospect]:
        """The careers that :meth:`rank` puts in the first place, the one listed first in front."""
        scale = scale_of(answers)
        limits = self._limits(answers, scale)
        _, ranks = self._placed(answers, scale)
        left = [
            i
            for i, standing in enumerate(self._standings)
            if standing not in _NOT_A_START
            and self._everyone[i].career.id not in answers.without
            and not any(m[i] is False for _, m in limits)
        ]
        best = min((ranks[i] for i in left), default=None)
        return [self._everyone[i] for i in left if ranks[i] == best]


def listing_key(prospect: Prospect) -> tuple[int, int, str, str]:
    """What orders tied careers.

    Those nearer to what is behind the person first, then those with more openings of their own,
    then title, then id.
    """
    openings = prospect.openings
    return (
        _NEARNESS[prospect.nearness],
        1 if openings is None else -openings,
        prospect.career.title,
        prospect.career.id,
    )


def most_of(prospect: Prospect) -> float:
    """What caps a verdict beside the answers: where posts are too rare, no fit is strong, and
    where hardly any are, none good.

    What only some people can start is no good fit for somebody who may be none of them. Their own
    work the person has already, and what builds on it or on a degree is no chance idea.
    """
    if prospect.only_who:
        return AT_MOST_PARTIAL
    if not prospect.scarce or prospect.nearness in ("here", "step", "degree"):
        return 1.0
    few = prospect.few_jobs
    return AT_MOST_PARTIAL if few is not None and few[0] < HARDLY_ANY_JOBS else AT_MOST_GOOD


def head_start_of(prospect: Prospect) -> int:
    """Cells by which a career stands higher among those of its word; less than 0: lower.

    Higher is what is near to the person's own work or degree, lower what has few openings, unless
    they are in it.
    """
    start = HEAD_START[prospect.nearness]
    if prospect.here or not prospect.few_posts:
        return start
    return start - (SCARCE if prospect.scarce else FEW)


def rank_of(prospect: Prospect, scale: Scale, row: Row) -> Rank:
    """What the order compares first, of one career by its satisfactions: see :class:`Match`."""
    cell = cell_of(scale.fit(row))
    level = level_of(cell, min(scale.least(row), most_of(prospect)))
    return -level, -cell - head_start_of(prospect)


def rank(prospects: Prospects, answers: Answers) -> Ranking:
    """All careers for one person."""
    return Scorer(prospects).rank(answers)


def _via(prospect: Prospect) -> tuple[str, ...]:
    return () if prospect.pathway is None else prospect.pathway.via
