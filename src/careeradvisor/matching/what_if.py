"""What would change the first place, and what that would ask and give (design 4.10).

Only changes that a counsellor would say aloud are tried: a little more time, a little less
pay, one step wider in words, one thing fewer to avoid, one criterion one place up. Each is
tried by ranking again. A must is never given up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.rank import keys_of
from careeradvisor.matching.weights import tiers_of
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.matching.rank import Match, Ranking, Scorer
    from careeradvisor.profile.answers import Answer, Answers
    from careeradvisor.prospects import Prospect

PRIORITIES = "priorities"
MOST_SHOWN = 3


class Trial(Struct, frozen=True):
    """Answers with one change. ``key`` is the criterion that is changed or raised.

    ``asks`` says what it asks of the person, after "if you". ``before`` and ``after`` are the
    answers, or the orders of importance where ``raised``.
    """

    key: str
    before: Answer | None
    after: Answer | None
    asks: str
    answers: Answers
    raised: bool = False


class Change(Struct, frozen=True):
    """A change that puts another career first.

    ``criterion`` is a criterion's key, or ``"priorities"``; ``before`` and ``after`` are the
    answers, or the orders of keys. ``new_first`` is a career's id. ``asks`` and ``gives`` are
    both sides of the trade-off, ``text`` the whole of it, ``answers`` the changed answers.
    """

    criterion: str
    before: Answer | None
    after: Answer | None
    new_first: str
    asks: str
    gives: str
    text: str
    answers: Answers


def changes_of_first(
    scorer: Scorer, ranking: Ranking, most: int = MOST_SHOWN
) -> tuple[Change, ...]:
    """For each criterion the smallest change that puts another career first, at most ``most``.

    Those that touch the least important criteria come first: they ask least.
    """
    if ranking.first is None:
        return ()
    found: dict[tuple[str, bool], Change] = {}
    for trial in trials(ranking.answers):
        subject = (trial.key, trial.raised)
        if subject not in found:
            change = _change(scorer, ranking, ranking.first, trial)
            if change is not None:
                found[subject] = change
    by_weight = sorted(found, key=lambda subject: (subject[1], ranking.weights[subject[0]]))
    distinct: dict[tuple[str, bool], Change] = {}
    for subject in by_weight:
        # Raising any of several criteria may lead to the same career: it is said once.
        distinct.setdefault((found[subject].new_first, subject[1]), found[subject])
    return tuple(distinct.values())[:most]


def suits(trial: Trial, prospect: Prospect) -> bool:
    """Whether a career meets the very answer that is changed or raised, as a must would."""
    answer = trial.answers.wants.get(trial.key)
    return answer is None or BY_KEY[trial.key].meets(prospect, answer) is True


def trials(answers: Answers) -> Iterator[Trial]:
    """All changes worth saying, those of one criterion from the smallest on."""
    keys = keys_of(answers)
    for key in keys:
        if key in answers.must:
            continue
        criterion, before = BY_KEY[key], answers.wants[key]
        for after in criterion.wider(before):
            changed = answers.with_want(key, after)
            if changed.wants:
                yield Trial(key, before, after, criterion.asks(before, after), changed)
    yield from _raised(answers, keys)


def _raised(answers: Answers, keys: tuple[str, ...]) -> Iterator[Trial]:
    """One criterion one place up; out of a tie at the end it goes before the others in it."""
    tiers = tiers_of(keys, answers.priorities)
    named = [tier[0] for tier in tiers if len(tier) == 1]
    tied = tiers[-1] if tiers and len(tiers[-1]) > 1 else ()
    for i, key in enumerate(named[1:], 1):
        order = (*named[: i - 1], key, named[i - 1], *named[i + 1 :])
        yield _raise(answers, key, tuple(named), order, f"above {BY_KEY[named[i - 1]].label}")
    for key in tied:
        others = listed([BY_KEY[other].label for other in tied if other != key])
        above = f"above {others}" if named else "first"
        yield _raise(answers, key, tuple(named), (*named, key), above)


def _raise(
    answers: Answers, key: str, before: tuple[str, ...], order: tuple[str, ...], above: str
) -> Trial:
    asks = f"put {BY_KEY[key].label} {above}"
    return Trial(key, before, order, asks, replace(answers, priorities=order), raised=True)


def _change(scorer: Scorer, ranking: Ranking, first: Match, trial: Trial) -> Change | None:
    firsts = scorer.firsts(trial.answers)
    if not firsts or first.prospect in firsts:
        return None
    new = firsts[0]
    now = ranking.by_id[new.career.id]
    if now.unknown or now.rank == first.rank:
        return None
    if not suits(trial, new):
        return None
    gives = _gives(ranking, first, now, trial)
    if not gives:
        return None
    text = f"If you {trial.asks}, {new.career.title} would come first: {gives}."
    return Change(
        PRIORITIES if trial.raised else trial.key,
        trial.before,
        trial.after,
        new.career.id,
        trial.asks,
        gives,
        text,
        trial.answers,
    )


def _gives(ranking: Ranking, first: Match, new: Match, trial: Trial) -> str:
    """What the new first career offers more of than the present one: the weightiest of it.

    "" where all that it is better at is what was changed to suit it: that is no trade.
    """
    answers = trial.answers
    best, most = trial.key, 0.0
    for key, answer in answers.wants.items():
        satisfaction = BY_KEY[key].satisfaction
        more = (satisfaction(new.prospect, answer) or 0.0) - (
            satisfaction(first.prospect, answer) or 0.0
        )
        gain = ranking.weights[key] * more
        if gain > most and (key != trial.key or trial.raised):
            best, most = key, gain
    if not most:
        return ""
    criterion, want = BY_KEY[best], answers.wants[best]
    mine, theirs = (criterion.brief(p, want) for p in (new.prospect, first.prospect))
    if mine == theirs:
        mine, theirs = (criterion.reason(p, want) for p in (new.prospect, first.prospect))
    return f"it {mine}, while {first.career.title} {theirs}"
