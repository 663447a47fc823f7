"""Careers side by side: what differs, which is plainly better, what is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.render import words
from careeradvisor.render.comparison_rows import facts
from careeradvisor.render.format import NOT_KNOWN, months
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.render.career_data import Json
    from careeradvisor.render.comparison_rows import Fact

FEWEST, MOST = 2, 6


class Row(Struct, frozen=True):
    """One fact of every career, in their order. ``better`` holds the places of the best."""

    key: str
    label: str
    texts: tuple[str, ...]
    values: tuple[Json, ...] = ()
    better: frozenset[int] = frozenset()

    @property
    def same(self) -> bool:
        """Whether all careers have the same."""
        return len(set(self.texts)) == 1


class BreakEven(Struct, frozen=True):
    """When one career has earned more than another for good.

    ``ahead`` and ``behind`` are ids; ``month`` counts from today, 0 when ``ahead``
    is never behind. ``text`` says it in a sentence.
    """

    ahead: str
    behind: str
    month: int
    text: str


class Comparison(Struct, frozen=True):
    """Two to six careers for one person; ``why`` says who is ahead for them, and why."""

    prospects: tuple[Prospect, ...]
    rows: tuple[Row, ...]
    break_even: tuple[BreakEven, ...]
    why: tuple[str, ...] = ()

    @property
    def different(self) -> list[Row]:
        """The rows in which careers differ."""
        return [row for row in self.rows if not row.same]

    @property
    def same(self) -> list[Row]:
        """The rows in which all careers have the same."""
        return [row for row in self.rows if row.same]


def compare(
    prospects: Prospects, careers: Sequence[Career], ranking: Ranking | None = None
) -> Comparison:
    """Compare careers; with the person's ranking, how well each fits comes first."""
    chosen = tuple(prospects[career.id] for career in careers)
    unneeded = set()
    if prospects.area is None:
        unneeded.add("pay_area")
    if all(_same_as_first_pay(prospect) for prospect in chosen):
        unneeded.add("months")
    found = [_row(fact, chosen) for fact in facts() if fact.key not in unneeded]
    rows = [*_fit_rows(chosen, ranking), *(row for row in found if row is not None)]
    why = () if ranking is None else _why(ranking, chosen)
    return Comparison(chosen, tuple(rows), tuple(_break_even(chosen)), why)


def _why(ranking: Ranking, chosen: Sequence[Prospect]) -> tuple[str, ...]:
    from careeradvisor.matching.explain import side_by_side

    return tuple(side_by_side(ranking, [prospect.career.id for prospect in chosen]))


def _same_as_first_pay(prospect: Prospect) -> bool:
    way = prospect.pathway
    return way is None or way.months[0] == way.months_to_first_pay


def _row(fact: Fact, chosen: Sequence[Prospect]) -> Row | None:
    values = tuple(fact.value(prospect) for prospect in chosen)
    if fact.optional and not any(values):
        return None
    texts = tuple(fact.text(prospect) for prospect in chosen)
    return Row(fact.key, fact.label, texts, values, _best(fact, chosen))


def _best(fact: Fact, chosen: Sequence[Prospect]) -> frozenset[int]:
    """The places of the best figure; none when all are alike or fewer than two are known."""
    known = {
        i: fact.better * figure
        for i, figure in enumerate(map(fact.decides, chosen))
        if figure is not None
    }
    if not fact.better or len(known) < 2 or len(set(known.values())) == 1:
        return frozenset()
    best = max(known.values())
    return frozenset(i for i, figure in known.items() if figure == best)


def _fit_rows(chosen: Sequence[Prospect], ranking: Ranking | None) -> list[Row]:
    """How well each career fits the person's answers; nothing without a ranking."""
    if ranking is None:
        return []
    found = {match.career.id: (match.verdict, match.fit) for match in ranking.matches}
    texts = []
    values: list[Json] = []
    for prospect in chosen:
        verdict, fit = found.get(prospect.career.id, ("misses a hard limit", None))
        texts.append(verdict)
        values.append(fit)
    known = [value for value in values if isinstance(value, float)]
    better = frozenset(
        i for i, value in enumerate(values) if len(set(texts)) > 1 and value == max(known)
    )
    return [Row("fit", "Fits you", tuple(texts), tuple(values), better)]


def _break_even(chosen: Sequence[Prospect]) -> list[BreakEven]:
    """The first career against each of the others."""
    return [
        found for other in chosen[1:] for found in [_between(chosen[0], other)] if found is not None
    ]


def _between(one: Prospect, other: Prospect) -> BreakEven | None:
    from careeradvisor.prospects.earnings import HORIZON_YEARS, break_even_month

    if one.earnings is None or other.earnings is None:
        return None
    ahead, behind = (one, other) if one.earnings.total >= other.earnings.total else (other, one)
    assert ahead.earnings is not None
    assert behind.earnings is not None
    month = break_even_month(ahead.earnings, behind.earnings)
    if month is None:
        return None
    winner, loser = ahead.career.title, behind.career.title
    difference = ahead.earnings.total - behind.earnings.total
    if difference < 1:
        text = f"{winner} and {loser} earn the same in {HORIZON_YEARS} years."
    elif month == 0:
        text = f"{winner} earns more than {loser} all along."
    else:
        text = (
            f"{winner} starts later but has earned more than {loser} from year "
            f"{month // 12 + 1} on (after {months(month)})."
        )
    if difference >= 1:
        text += f" In {HORIZON_YEARS} years the difference is about ${round(difference, -3):,}."
    return BreakEven(ahead.career.id, behind.career.id, month, text)


def unknown_money(comparison: Comparison) -> str:
    """A sentence on careers whose ten years cannot be worked out; may be empty."""
    unknown = [p.career.title for p in comparison.prospects if p.earnings is None]
    if not unknown:
        return ""
    return f"What {listed(unknown, 'or')} earns in ten years is {NOT_KNOWN}."


def person_line(prospects: Prospects, person: Answers) -> str:
    """For whom the times were worked out."""
    return f"Times are {words.person_words(prospects.catalogue, person)}."
