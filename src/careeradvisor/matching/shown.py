"""Which careers a page shows to a person; JSON and CSV hold them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.explain import state_of
from careeradvisor.matching.rank import VERDICTS
from careeradvisor.prospects.education import RANK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careeradvisor.matching.rank import Match, Ranking

SHOWN = 5
"""How many careers a page shows."""
_AT_LEAST = 3
# So long, in months, does nobody study without having said so; whoever has a degree, less long.
_LONG, _LONG_AFTER_A_DEGREE = 48, 36
_WELL = VERDICTS.index("good")


class Shown(Struct, frozen=True):
    """The careers of a page, best first.

    ``passed_over`` would stand among them, and fit only in part. ``same_study`` are, by id of a
    career that is shown, others that fit and are reached by the very same study. ``too_long`` would
    stand before the last of them, take more than ``limit`` months, and nothing was said on time.
    """

    matches: tuple[Match, ...]
    passed_over: tuple[Match, ...] = ()
    same_study: Mapping[str, tuple[Match, ...]] = {}
    too_long: tuple[Match, ...] = ()
    limit: int = 0


def shown(ranking: Ranking, top: int | None = None) -> Shown:
    """The first ``top`` careers as they are; without a number, those worth a person's time.

    These are at most five that fit well; what fits in part only fills up to three, and what misses
    an answer by far is shown where nothing else is left: a list that is filled up says that its
    end is worth considering. Of careers that the same degree leads to, and only the residency
    after it tells apart, the first stands for all: twenty specialties are one decision today.
    """
    if top is not None:
        return Shown(ranking.matches[:top])
    one_each, same = _one_for_each_study(ranking.matches)
    limit = _limit(ranking)
    long = [m for m in one_each if limit and (m.prospect.shortest or 0) > limit]
    if len(long) < len(one_each):
        one_each = [m for m in one_each if m not in long]
    else:
        long = []
    near = [m for m in one_each if (m.level or m.prospect.here) and not misses_by_far(m)]
    well = [m for m in near if m.level >= _WELL][:SHOWN]
    picked = well if len(well) >= _AT_LEAST else near[:_AT_LEAST] or one_each[:_AT_LEAST]
    before = one_each.index(picked[-1]) if picked else 0
    passed_over = [m for m in one_each[: max(before, SHOWN)] if m not in picked]
    before_last = [m for m in long if picked and m.rank <= picked[-1].rank]
    return Shown(tuple(picked), tuple(passed_over), same, tuple(before_last), limit)


def _limit(ranking: Ranking) -> int:
    """Months of study that a page goes up to where the person named none; else 0."""
    if "schooling" in ranking.keys:
        return 0
    education = RANK[ranking.prospects.pathfinder.education]
    return _LONG if education < RANK["bachelor"] else _LONG_AFTER_A_DEGREE


def misses_by_far(match: Match) -> bool:
    """Whether an answer is missed (not even nearly met) that is not alone the least important.

    The work that a person is in never does: they want to see where it stands.
    """
    if match.prospect.here:
        return False
    last = match.ranking.scale.last
    return any(
        i != last and state_of(match, key) == "missed" for i, key in enumerate(match.ranking.keys)
    )


def _one_for_each_study(
    matches: Sequence[Match],
) -> tuple[list[Match], dict[str, tuple[Match, ...]]]:
    kept: list[Match] = []
    first: dict[str, Match] = {}
    same: dict[str, tuple[Match, ...]] = {}
    for match in matches:
        study = _study_before_residency(match)
        stands_for = None if study is None else first.setdefault(study, match)
        if stands_for is None or stands_for is match:
            kept.append(match)
        elif match.level == stands_for.level:
            known = same.get(stands_for.career.id, ())
            same[stands_for.career.id] = (*known, match)
    return kept, same


def _study_before_residency(match: Match) -> str | None:
    """The program of the way in, where a residency follows it."""
    way = match.prospect.pathway
    if way is None or way.route is None or way.route.cip is None or not way.residency[1]:
        return None
    return f"{way.route.cip}-{way.route.program_level}"
