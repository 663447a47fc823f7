"""Careers side by side: what differs, which is plainly better, what is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.compared import facts, side_of
from careeradvisor.views.fit import fit_words
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.row import CareerRow
from careeradvisor.views.shared import PersonalView, SourceView, about, made, sources_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.views.compared import Fact, Side
    from careeradvisor.views.place import Place


class CellView(Struct, frozen=True):
    """What one career has; ``better`` marks the best, where it is plain which that is."""

    text: str
    better: bool = False


class ComparedView(Struct, frozen=True):
    """One fact of every career, in their order; ``same`` where all have the same."""

    key: str
    label: str
    same: bool
    cells: list[CellView]


class BreakEvenView(Struct, frozen=True):
    """When one career has earned more than another for good.

    ``ahead`` and ``behind`` are ids; ``month`` counts from today, 0 when ``ahead``
    is never behind. ``text`` says it in a sentence.
    """

    ahead: str
    behind: str
    month: int
    text: str


class ComparisonView(PersonalView, frozen=True, tag="careeradvisor/comparison-2"):
    """Two to six careers for one person; ``why`` says who is ahead for them, and why."""

    careers: list[CareerRow]
    rows: list[ComparedView]
    why: list[str]
    break_even: list[BreakEvenView]
    notes: list[str]
    assumptions: str | None
    target: int | None
    sources: list[SourceView]


def comparison_view(
    prospects: Prospects,
    careers: Sequence[Career],
    person: Answers,
    ranking: Ranking | None = None,
    place: Place = NOWHERE,
) -> ComparisonView:
    """Compare careers; with the person's ranking, how well each fits comes first.

    ``place`` is what is known of where the person lives.
    """
    chosen = [prospects[career.id] for career in careers]
    sides = [side_of(prospects, prospect, place) for prospect in chosen]
    compared = [_row(fact, sides) for fact in facts(local=person.state is not None)]
    ends = [_break_even(chosen[0], other) for other in chosen[1:]]
    target = person.wants.get("salary")
    return made(
        ComparisonView(
            careers=[side.row for side in sides],
            rows=[*_fit_rows(chosen, ranking), *(row for row in compared if row is not None)],
            why=_why(ranking, chosen),
            break_even=[end for end in ends if end is not None],
            notes=_notes(prospects, chosen, person),
            assumptions=_assumptions(chosen),
            **about(prospects.catalogue, person),
            target=target if isinstance(target, int) else None,
            sources=sources_of(prospects.catalogue, careers, place),
        )
    )


def _row(fact: Fact, sides: Sequence[Side]) -> ComparedView | None:
    """One fact of all; ``None`` where there is nothing to say of any."""
    texts = [fact.text(side) for side in sides]
    if not any(texts):
        return None
    best = _best(fact, sides) if fact.better else set()
    cells = [CellView(text or "none", i in best) for i, text in enumerate(texts)]
    return ComparedView(fact.key, fact.label, len(set(texts)) == 1, cells)


def _best(fact: Fact, sides: Sequence[Side]) -> set[int]:
    """The places of the best figure; none when all are alike or fewer than two are known."""
    figures = [side.figure(fact.key) for side in sides]
    known = {i: fact.better * figure for i, figure in enumerate(figures) if figure is not None}
    if len(known) < 2 or len(set(known.values())) == 1:
        return set()
    return {i for i, figure in known.items() if figure == max(known.values())}


def _fit_rows(chosen: Sequence[Prospect], ranking: Ranking | None) -> list[ComparedView]:
    """How well each career fits the person's answers; nothing without a ranking."""
    if ranking is None:
        return []
    matches = [ranking.by_id[prospect.career.id] for prospect in chosen]
    texts = [fit_words(match) for match in matches]
    ranked = {match.career.id for match in ranking.matches}
    first = min((m.rank for m in matches if m.career.id in ranked), default=None)
    same = len(set(texts)) == 1
    cells = [
        CellView(text, not same and m.career.id in ranked and m.rank == first)
        for m, text in zip(matches, texts, strict=True)
    ]
    return [ComparedView("fit", "Fits you", same, cells)]


def _why(ranking: Ranking | None, chosen: Sequence[Prospect]) -> list[str]:
    if ranking is None:
        return []
    from careeradvisor.matching.explain import side_by_side

    return list(side_by_side(ranking, [prospect.career.id for prospect in chosen]))


def _break_even(one: Prospect, other: Prospect) -> BreakEvenView | None:
    """Which of two careers has earned more in ten years, and from when on."""
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
            f"{month // 12 + 1} on (after {words.months(month)})."
        )
    if difference >= 1:
        text += f" In {HORIZON_YEARS} years the difference is {words.about(difference)}."
    return BreakEvenView(ahead.career.id, behind.career.id, month, text)


def _assumptions(chosen: Sequence[Prospect]) -> str | None:
    """What the sums of ten years rest on; ``None`` where there are none."""
    from careeradvisor.prospects import earnings as told

    known = [(p.career, p.earnings) for p in chosen if p.earnings is not None]
    said = [told.ASSUMPTIONS] if known else []
    if any(career.residency is not None for career, _ in known):
        said.append(told.RESIDENCY_ASSUMPTION)
    if any(earnings.debt for _, earnings in known):
        said.append(told.DEBT_ASSUMPTION)
    unknown = [career.title for career, earnings in known if not earnings.debt_known]
    if unknown:
        said.append(f"Not known, and so not taken off, is the debt of {listed(unknown)}.")
    return " ".join(said) or None


def _notes(prospects: Prospects, chosen: Sequence[Prospect], person: Answers) -> list[str]:
    notes = []
    unknown = [p.career.title for p in chosen if p.earnings is None]
    if unknown:
        notes.append(f"What {listed(unknown, 'or')} earns in ten years is {words.NOT_KNOWN}.")
    notes.append(f"Times are {words.person_words(prospects.catalogue, person)}.")
    return notes
