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
from careeradvisor.matching.shown import limit_of, takes_longer
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
    answers, or the orders of keys. ``new_first`` is a career's id. ``asks`` is what it asks of the
    person, ``gives`` and ``costs`` what the new first career offers more and less of ("" where it
    is nothing), ``text`` the whole trade-off, ``answers`` the changed answers.
    """

    criterion: str
    before: Answer | None
    after: Answer | None
    new_first: str
    asks: str
    gives: str
    costs: str
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
    # Several changes may lead to the same career: it is said once.
    distinct: dict[str, Change] = {}
    for subject in by_weight:
        distinct.setdefault(found[subject].new_first, found[subject])
    return tuple(distinct.values())[:most]


def suits(trial: Trial, prospect: Prospect) -> bool:
    """Whether a change is to a career's favour.

    It meets the very answer that is changed or raised, as a must would; and not yet the answer
    before, or the change would ask for more than it needs.
    """
    criterion, answer = BY_KEY[trial.key], trial.answers.wants.get(trial.key)
    if answer is not None and criterion.meets(prospect, answer) is not True:
        return False
    before = trial.before
    return trial.raised or before is None or criterion.meets(prospect, before) is False


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
    if now.unknown or now.rank == first.rank or not suits(trial, new):
        return None
    if takes_longer(new, limit_of(ranking)):
        return None
    # Nothing is given up for a career that is as good on it as the present first.
    if not trial.raised and (now.satisfaction(trial.key) or 0.0) >= (
        first.satisfaction(trial.key) or 0.0
    ):
        return None
    # Nobody would give something up for a career that hardly fits, or less than the present one.
    if scorer.level(new, trial.answers) < max(1, first.level):
        return None
    gain = _most(ranking, now, first, trial)
    if trial.raised:
        # What matters more has to be what the new first career is better at.
        want = trial.answers.wants[trial.key]
        gain = trial.key if BY_KEY[trial.key].gain(new, first.prospect, want) else ""
    # Better at nothing else than what was changed to suit it: that is no trade.
    if not gain:
        return None
    loss = _most(ranking, first, now, trial)
    gives = f"it {_brief(now, gain)}, while {first.career.title} {_brief(first, gain)}"
    costs = f"it {_brief(now, loss)}" if loss else ""
    text = f"If you {trial.asks}, {new.career.title} would come first: {gives}"
    text += f"; but {costs}, where the first now {_brief(first, loss)}." if costs else "."
    return Change(
        PRIORITIES if trial.raised else trial.key,
        trial.before,
        trial.after,
        new.career.id,
        trial.asks,
        gives,
        costs,
        text,
        trial.answers,
    )


def _most(ranking: Ranking, one: Match, other: Match, trial: Trial) -> str:
    """What the first of two careers offers more of than the second: the key of the weightiest.

    "" where nobody would see that it offers more of anything. What is changed to suit a career
    does not count.
    """
    gains = [
        (ranking.weights[key] * BY_KEY[key].gain(one.prospect, other.prospect, answer), key)
        for key, answer in trial.answers.wants.items()
        if key != trial.key or trial.raised
    ]
    best, key = max(gains, default=(0.0, ""))
    return key if best else ""


def _brief(match: Match, key: str) -> str:
    return BY_KEY[key].brief(match.prospect, match.ranking.answers.wants[key])
