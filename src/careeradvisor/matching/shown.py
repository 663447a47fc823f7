"""Which careers a page shows to a person; JSON and CSV hold them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import state_of
from careeradvisor.matching.rank import NO_GOOD_BELOW, VERDICTS
from careeradvisor.prospects.education import RANK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careeradvisor.matching.rank import Match, Rank, Ranking
    from careeradvisor.prospects import Prospect

SHOWN = 5
"""How many careers a page shows."""
_AT_LEAST = 3
# So long, in months, does nobody study without having said so; whoever has a degree, less long.
_LONG, _LONG_AFTER_A_DEGREE = 48, 36
_WELL = VERDICTS.index("good")
# What fits so much less than the first fills up no page.
_MUCH_LESS = 0.25
_MOST_BUT_ONE = 3
# Twice the time for somebody who has two years.
_MUCH_LONGER = 0.1
_BUILDS_ON_OWN = ("step", "degree")


_MOST_STEPS = 2


class ButOne(Struct, frozen=True):
    """A career that would stand on the page but for one answer, and that answer's key.

    It misses that answer, or nobody knows whether it does.
    """

    match: Match
    missed: str


class Shown(Struct, frozen=True):
    """The careers of a page, best first.

    ``passed_over`` would stand among them, and fit only in part; what is weak or misses more than
    one answer is no news.
    ``but_one`` would stand among them if one answer were given up. ``steps`` build on the person's
    own work or degree, where less than two that are shown or named do. ``same_study`` are, by id of
    a career that is shown, others that fit and are reached by the very same study. ``too_long``
    would stand before the last of them, take more than ``limit`` months, and nothing was said on
    time. ``only_some`` would stand before the last of them and are for some people only, of whom
    nobody knows whether the person is one.
    """

    matches: tuple[Match, ...]
    passed_over: tuple[Match, ...] = ()
    same_study: Mapping[str, tuple[Match, ...]] = {}
    too_long: tuple[Match, ...] = ()
    limit: int = 0
    but_one: tuple[ButOne, ...] = ()
    steps: tuple[Match, ...] = ()
    only_some: tuple[Match, ...] = ()


def shown(ranking: Ranking, top: int | None = None) -> Shown:
    """The first ``top`` careers as they are; without a number, those worth a person's time.

    These are at most five that fit well; what fits in part, and not much less than the first,
    only fills up to three, and what misses an answer by far is shown where nothing else is left: a
    list that is filled up says that its end is worth considering. Of careers that the same degree
    leads to, and only the residency after it tells apart, the first stands for all: twenty
    specialties are one decision today.
    """
    if top is not None:
        return Shown(ranking.matches[:top])
    all_of_them, same = _one_for_each_study(ranking.matches)
    only_some = [m for m in all_of_them if m.prospect.only_who]
    one_each = [m for m in all_of_them if not m.prospect.only_who] or all_of_them
    limit = limit_of(ranking)
    long = [m for m in one_each if takes_longer(m.prospect, limit)]
    if len(long) < len(one_each):
        one_each = [m for m in one_each if m not in long]
    else:
        long = []
    near = [m for m in one_each if (m.level or m.prospect.here) and not misses_by_far(m)]
    well = [m for m in near if m.level >= _WELL][:SHOWN]
    picked = well if len(well) >= _AT_LEAST else _filled(near)
    if all(m.prospect.here for m in picked):
        picked = _closest(one_each)
    # Their own work stands wherever it stands: what lies between is no news to them.
    before = max((one_each.index(m) for m in picked if not m.prospect.here), default=0)
    others = [m for m in one_each if m not in picked]
    passed_over = [
        m
        for m in one_each[: max(before, SHOWN)]
        if m.level and m in others and sum(_missed(m)) <= 1
    ]
    before_last = _ahead_of(picked, long)
    but_one = _but_one(others, picked)
    return Shown(
        matches=tuple(picked),
        passed_over=tuple(passed_over),
        same_study=same,
        too_long=tuple(before_last),
        limit=limit,
        but_one=but_one,
        steps=_steps(others, [*picked, *(b.match for b in but_one)]),
        only_some=tuple([m for m in only_some if m not in picked and _would_stand(m, picked)]),
    )


def _ahead_of(picked: Sequence[Match], others: Sequence[Match]) -> list[Match]:
    """Those of ``others`` that stand no lower than the last one picked."""
    return [m for m in others if picked and m.rank <= picked[-1].rank]


def _would_stand(match: Match, picked: Sequence[Match]) -> bool:
    """Whether a career would stand no lower than the last one picked, if anybody could start it."""
    rank = (-match.level_by_answers, match.rank[1])
    return bool(picked) and rank <= picked[-1].rank


def _steps(others: Sequence[Match], told: Sequence[Match]) -> tuple[Match, ...]:
    """What starts from the person's own license, work or degree, where less than two are told.

    Whatever else they miss, these are what somebody with that behind them asks about first; a step
    down in pay is none.
    """
    more = _MOST_STEPS - sum(map(_builds_on_own, told))
    steps = [
        m
        for m in others
        if m not in told
        and m.prospect.builds_on
        and not m.prospect.not_usual
        and ("salary" not in m.ranking.keys or state_of(m, "salary") != "missed")
    ]
    return tuple(steps[: max(0, more)])


def _missed(match: Match) -> list[bool]:
    return [state_of(match, key) == "missed" for key in match.ranking.keys]


def _builds_on_own(match: Match) -> bool:
    return match.prospect.nearness in _BUILDS_ON_OWN


def _filled(near: Sequence[Match]) -> list[Match]:
    """The first three, without those that fit much less than the first."""
    least = near[0].fit - _MUCH_LESS if near else 0.0
    return [m for m in near[:_AT_LEAST] if m.fit >= least or m.prospect.here]


def _closest(matches: Sequence[Match]) -> list[Match]:
    """Where all miss an answer by far: of the first three those with the first one's word.

    Of the first five what builds on the person's own work or degree is among these whatever its
    word, and where all are weak it is all that they can use. Their own work stands below.
    """
    first = matches[:_AT_LEAST]
    own = [m for m in matches[:SHOWN] if _builds_on_own(m)]
    alike = [m for m in first if m.level == first[0].level]
    chosen = own if own and not first[0].level else [*alike, *own]
    return [m for m in matches if m in chosen or m.prospect.here]


def _but_one(others: Sequence[Match], picked: Sequence[Match]) -> tuple[ButOne, ...]:
    """Those of ``others`` that would stand no lower than the last on the page but for one answer.

    What it pays, if nobody publishes that, and hours and exposure, however usual, they can ask an
    employer: of strangers that is told where there is room. What builds on their own work or
    degree is the step that they will ask about, unless it takes far too long or pays far too
    little. Else, where the page is short, an answer is missed by no more than somebody could yet
    think of.
    """
    found: list[tuple[Rank, int, ButOne]] = []
    for place, match in enumerate(others):
        states = {k: state_of(match, k) for k in match.ranking.keys}
        missed = [k for k, state in states.items() if state in ("missed", "unknown")]
        if len(missed) != 1 or not picked or match.prospect.here:
            continue
        (key,) = missed
        s = match.satisfaction(key) or 0.0
        if BY_KEY[key].several or (states[key] == "unknown" and key == "salary"):
            thinkable = len(picked) < SHOWN or _builds_on_own(match)
        elif states[key] == "unknown":
            thinkable = False
        elif _builds_on_own(match):
            far = {"schooling": _MUCH_LONGER, "salary": NO_GOOD_BELOW}
            thinkable = s >= far.get(key, 0.0)
        else:
            thinkable = len(picked) < _AT_LEAST and s >= NO_GOOD_BELOW
        rank = match.rank_if_met(key)
        if thinkable and rank <= picked[-1].rank:
            found.append((rank, place, ButOne(match, key)))
    return tuple(but_one for _, _, but_one in sorted(found, key=lambda f: f[:2])[:_MOST_BUT_ONE])


def limit_of(ranking: Ranking) -> int:
    """Months of study that a page goes up to where the person named none; else 0: no limit."""
    if "schooling" in ranking.keys:
        return 0
    education = RANK[ranking.prospects.pathfinder.education]
    return _LONG if education < RANK["bachelor"] else _LONG_AFTER_A_DEGREE


def takes_longer(prospect: Prospect, limit: int) -> bool:
    """Whether even the shortest way takes more months than a limit; 0: there is none."""
    return 0 < limit < (prospect.shortest or 0)


def misses_by_far(match: Match) -> bool:
    """Whether an answer is missed: not even nearly met, or hardly at all if it is put last alone.

    The work that a person is in never does: they want to see where it stands.
    """
    if match.prospect.here:
        return False
    last = match.ranking.scale.last
    return any(
        state_of(match, key) == "missed" and (i != last or (s or 0.0) < NO_GOOD_BELOW)
        for i, (key, s) in enumerate(zip(match.ranking.keys, match.satisfactions, strict=True))
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
