"""The smallest changes of one answer that put another career first (design 4.10).

Answers that are words are few, so all of them are tried. Answers that are numbers
are searched exactly: between the knots of two careers' value functions the
difference of their fits is monotone, so the first whole number at which a rival
gets ahead is found by bisection, not by steps. Every change that is reported has
been proved by ranking again, with the change and with one that is smaller by one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import ceil, floor
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY, NumberCriterion
from careeradvisor.matching.rank import sort_key
from careeradvisor.matching.search import first_true
from careeradvisor.matching.weights import tiers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.matching.rank import Match, Ranking, Scorer, SortKey
    from careeradvisor.profile.answers import Answer, Answers
    from careeradvisor.prospects import Prospect

PRIORITIES = "priorities"
MOST_SHOWN = 3

# A must turned into a wish counts as half a change across the whole scale.
_MUST_TO_WISH = 0.5


class ChangeOfAnswer(Struct, frozen=True):
    """A change of one answer, or one swap in the order, that puts ``new_first`` first.

    ``criterion`` is a criterion's key, or ``"priorities"``. ``before`` and ``after``
    are the answers, the orders of keys, or ``"must"`` and ``"wish"``. ``cost`` is the
    relative size of the change; ``answers`` are the changed answers as a whole.
    """

    criterion: str
    before: Answer | None
    after: Answer | None
    new_first: str
    text: str
    cost: float
    answers: Answers


def changes_of_first(
    scorer: Scorer, ranking: Ranking, most: int = MOST_SHOWN, *, faint: bool = False
) -> tuple[ChangeOfAnswer, ...]:
    """The cheapest change per criterion and the cheapest swap, cheapest first, at most ``most``.

    A must is offered as a wish only where no other answer to it changes who is first. Numbers at
    which a career leads by less than the data can tell are left out unless ``faint``.

    With every career excluded there is no first place to change: see
    :mod:`careeradvisor.matching.relax`.
    """
    first = ranking.first
    if first is None:
        return ()
    found = [
        min(changes, key=lambda c: c.cost)
        for changes in _by_subject(scorer, ranking, first.prospect, faint)
        if changes
    ]
    return tuple(sorted(found, key=lambda c: (c.cost, c.criterion))[:most])


def _by_subject(
    scorer: Scorer, ranking: Ranking, first: Prospect, faint: bool
) -> Iterator[list[ChangeOfAnswer]]:
    for key in ranking.keys:
        criterion = BY_KEY[key]
        if isinstance(criterion, NumberCriterion):
            changes = _changes_of_number(scorer, ranking, criterion, faint)
        else:
            changes = _changes_of_words(scorer, ranking, key, first)
        if not changes and key in ranking.answers.must:
            changes = _must_to_wish(scorer, ranking.answers, key, first)
        yield changes
    yield _swaps(scorer, ranking, first)


def _changes_of_words(
    scorer: Scorer, ranking: Ranking, key: str, first: Prospect
) -> list[ChangeOfAnswer]:
    criterion, answers = BY_KEY[key], ranking.answers
    before = answers.wants[key]
    changes = []
    for change in criterion.neighbours(before):
        changed = answers.with_want(key, change.answer)
        if not changed.wants:
            continue
        new = scorer.first(changed)
        if new is None or new is first:
            continue
        wish = "nothing there" if change.answer is None else criterion.wanted(change.answer)
        text = (
            f"If you asked for {wish} instead of {criterion.wanted(before)}, "
            f"{new.career.title} would come first."
        )
        changes.append(
            ChangeOfAnswer(key, before, change.answer, new.career.id, text, change.cost, changed)
        )
    return changes


def _must_to_wish(
    scorer: Scorer, answers: Answers, key: str, first: Prospect
) -> list[ChangeOfAnswer]:
    changed = answers.without_must(key)
    new = scorer.first(changed)
    if new is None or new is first:
        return []
    text = (
        f"If {BY_KEY[key].wanted(answers.wants[key])} were a wish rather than a must, "
        f"{new.career.title} would come first."
    )
    return [ChangeOfAnswer(key, "must", "wish", new.career.id, text, _MUST_TO_WISH, changed)]


def _swaps(scorer: Scorer, ranking: Ranking, first: Prospect) -> list[ChangeOfAnswer]:
    answers, keys = ranking.answers, ranking.keys
    if len(keys) < 2:
        return []
    tiers = tiers_of(keys, answers.priorities)
    named = tuple(tier[0] for tier in tiers if len(tier) == 1)
    rest = tiers[-1] if len(tiers[-1]) > 1 else ()
    changes = []
    for order, cost, condition in _reorderings(named, rest):
        changed = replace(answers, priorities=order)
        new = scorer.first(changed)
        if new is None or new is first:
            continue
        text = f"If {condition}, {new.career.title} would come first."
        changes.append(ChangeOfAnswer(PRIORITIES, named, order, new.career.id, text, cost, changed))
    return changes


def _reorderings(
    named: tuple[str, ...], rest: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], float, str]]:
    """Orders with two criteria swapped; with no order stated, each criterion named first."""
    span = max(1, len(named) + len(rest) - 1)
    labels = {key: BY_KEY[key].label for key in (*named, *rest)}
    if not named:
        for key in rest:
            yield (key,), 0.5, f"{labels[key]} mattered most to you"
        return
    for i, j in combinations(range(len(named)), 2):
        order = list(named)
        order[i], order[j] = order[j], order[i]
        upper, lower = named[j], named[i]
        yield (
            tuple(order),
            (j - i) / span,
            f"{labels[upper]} mattered more than {labels[lower]}"
            if j == i + 1
            else f"{labels[upper]} and {labels[lower]} changed places in your order",
        )
    for i, key in enumerate(named):
        for other in rest:
            yield (
                (*named[:i], other, *named[i + 1 :]),
                (len(named) - i) / span,
                f"{labels[other]} and {labels[key]} changed places in your order",
            )


def _changes_of_number(
    scorer: Scorer, ranking: Ranking, criterion: NumberCriterion, faint: bool
) -> list[ChangeOfAnswer]:
    answers = ranking.answers
    before = answers.wants[criterion.key]
    assert isinstance(before, int)
    duel = _Duel(ranking, criterion)
    changes = []
    for step in (1, -1):
        after = duel.nearest_change(before, step)
        if after is None:
            continue
        changed = answers.with_want(criterion.key, after)
        new = scorer.first(changed)
        short_of_it = scorer.first(answers.with_want(criterion.key, after - step))
        if new is None or new is duel.first or short_of_it is not duel.first:
            continue
        if not (faint or criterion.tells_apart(duel.first, new, after)):
            continue
        text = (
            f"If you asked for {criterion.wanted(after)} instead of {criterion.amount(before)}, "
            f"{new.career.title} would come first."
        )
        changes.append(
            ChangeOfAnswer(
                criterion.key,
                before,
                after,
                new.career.id,
                text,
                criterion.change_cost(before, after),
                changed,
            )
        )
    return changes


class _Duel:
    """The first career against each rival, as one number changes and all else stays."""

    def __init__(self, ranking: Ranking, criterion: NumberCriterion) -> None:
        assert ranking.first is not None
        self._criterion = criterion
        self._key = criterion.key
        self._weight = ranking.weights[criterion.key]
        self._limits = criterion.key in ranking.answers.must
        self._index = ranking.keys.index(criterion.key)
        self.first = ranking.first.prospect
        self._first_keys: dict[int, SortKey] = {}
        self._bases = {
            m.career.id: self._base(m)
            for m in (*ranking.matches, *ranking.failing)
            if set(m.failed) <= {criterion.key}
        }
        self._rivals = [
            m.prospect
            for m in (*ranking.matches, *ranking.failing)
            if m.career.id in self._bases
            and m.prospect is not self.first
            and self._bases[m.career.id] + self._weight >= self._bases[self.first.career.id] - 1e-9
        ]

    def _base(self, match: Match) -> float:
        own = match.satisfactions[self._index]
        return match.fit - self._weight * (0.5 if own is None else own)

    def nearest_change(self, start: int, step: int) -> int | None:
        """The number nearest to ``start`` in one direction at which another career is first."""
        end = self._criterion.largest if step > 0 else self._criterion.smallest
        if (end - start) * step <= 0:
            return None
        best = self._first_falls_out(start, end)
        for rival in self._rivals:
            stop = end if best is None else best
            found = self._overtaken(rival, start, stop, step)
            if found is not None:
                best = found
        return best

    def _first_falls_out(self, start: int, end: int) -> int | None:
        if not self._limits or self._eligible(self.first, end):
            return None
        return first_true(start, end, lambda n: not self._eligible(self.first, n))

    def _overtaken(self, rival: Prospect, start: int, end: int, step: int) -> int | None:
        stops = {end}
        for knot in self._criterion.knots(self.first, rival):
            for n in (floor(knot), ceil(knot), floor(knot) - 1, ceil(knot) + 1):
                if (n - start) * step > 0 and (end - n) * step > 0:
                    stops.add(n)
        before = start
        for n in sorted(stops, reverse=step < 0):
            if self._ahead(rival, n):
                return first_true(before, n, lambda i: self._ahead(rival, i))
            before = n
        return None

    def _ahead(self, rival: Prospect, number: int) -> bool:
        if not self._eligible(rival, number):
            return False
        # Asked again for every rival, and always the same.
        first = self._first_keys.get(number)
        if first is None:
            first = sort_key(self._fit(self.first, number), self.first)
            self._first_keys[number] = first
        return sort_key(self._fit(rival, number), rival) < first

    def _fit(self, prospect: Prospect, number: int) -> float:
        satisfaction = self._criterion.satisfaction(prospect, number)
        own = 0.5 if satisfaction is None else satisfaction
        return self._bases[prospect.career.id] + self._weight * own

    def _eligible(self, prospect: Prospect, number: int) -> bool:
        return not self._limits or self._criterion.meets(prospect, number) is not False
