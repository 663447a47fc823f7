"""When no career meets every must: which single one to relax, and by how much (design 4.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY, NumberCriterion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.criteria import Criterion
    from careeradvisor.matching.rank import Match, Ranking
    from careeradvisor.profile.answers import Answer


class Relaxation(Struct, frozen=True):
    """The must that, taken back alone, brings back most careers.

    ``brings_back`` careers fail no other must. ``after`` is the smallest change of
    the answer that brings back one of them, ``first_back``; ``None`` where only
    making it a wish does.
    """

    criterion: str
    before: Answer
    after: Answer | None
    brings_back: int
    first_back: str
    text: str


def relaxation(ranking: Ranking) -> Relaxation | None:
    """The best single must to relax; ``None`` while careers are left or if no single one helps."""
    if ranking.matches:
        return None
    by_must = {
        key: [m for m in ranking.failing if m.failed == (key,)]
        for key in ranking.keys
        if key in ranking.answers.must
    }
    key = max(by_must, key=lambda k: len(by_must[k]), default=None)
    if key is None or not by_must[key]:
        return None
    criterion = BY_KEY[key]
    before = ranking.answers.wants[key]
    back = by_must[key]
    after, first = _smallest(criterion, before, back)
    title = first.career.title
    count = len(back)
    rest = (
        "No other career comes back if you drop that limit."
        if count == 1
        else f"Without that limit {count} careers come back."
    )
    if after is None:
        text = f"Make {criterion.label} a wish instead of a must and {title} comes back. {rest}"
    else:
        text = (
            f"Ask for {criterion.wanted(after)} instead of {criterion.wanted(before)} "
            f"and {title} comes back. {rest}"
        )
    return Relaxation(key, before, after, count, first.career.id, text)


def _smallest(
    criterion: Criterion, before: Answer, back: list[Match]
) -> tuple[Answer | None, Match]:
    """The nearest answer that lets one of them back in, and which one that is."""
    best = min(back, key=lambda m: m.key)
    if isinstance(criterion, NumberCriterion):
        limits = [
            (-limit if criterion.more_is_stricter else limit, m.key, limit, m)
            for m in back
            if (limit := criterion.limit(m.prospect)) is not None
            and criterion.smallest <= limit <= criterion.largest
        ]
        if not limits:
            return None, best
        _, _, limit, match = min(limits, key=lambda entry: entry[:2])
        return limit, match
    for answer in _wider_and_wider(criterion, before):
        within = [m for m in back if criterion.meets(m.prospect, answer)]
        if within:
            return answer, min(within, key=lambda m: m.key)
    return None, best


def _wider_and_wider(criterion: Criterion, before: Answer) -> Iterator[Answer]:
    """Answers that ask less and less, step by step."""
    steps = [before]
    for step in steps:
        for answer in criterion.wider(step):
            if answer is not None and answer not in steps:
                steps.append(answer)
                yield answer
