"""One person's line of many: quick to make, since there may be a hundred thousand of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import in_a_line
from careeradvisor.text import one_line
from careeradvisor.views.base import View, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.matching.rank import Match, Ranking


class PlacedView(Struct, frozen=True):
    """A career for one person, as flat as a row of a table; dollars a year, months.

    ``pay`` is the median that counts. ``met``, ``nearly``, ``missed`` and ``unknown`` are keys of
    criteria; ``why`` says the weightiest for and against.
    """

    rank: int
    place: int
    career: str
    title: str
    fit: float
    verdict: str
    pay: int | None
    months: int | None
    months_longest: int | None
    first_pay: int | None
    met: list[str]
    nearly: list[str]
    missed: list[str]
    unknown: list[str]
    why: str


class CohortRowView(View, frozen=True, tag="careeradvisor/cohort-row-2"):
    """One person's first careers; how many a must leaves out, and how many come later."""

    id: str
    matches: list[PlacedView]
    excluded: int
    later: int


def cohort_row(id: str, ranking: Ranking, top: int) -> CohortRowView:
    """The first ``top`` careers of one person."""
    return CohortRowView(
        id=id,
        matches=list(_placed(ranking, top)),
        excluded=len(ranking.failing),
        later=len(ranking.later),
    )


def _placed(ranking: Ranking, top: int) -> Iterator[PlacedView]:
    for rank, match in enumerate(ranking.matches[:top], 1):
        prospect = match.prospect
        states = _states(match)
        shortest, longest = prospect.months or (None, None)
        yield PlacedView(
            rank,
            match.place,
            match.career.id,
            one_line(match.career.title),
            share(match.fit),
            match.verdict,
            prospect.pay.part_median,
            shortest,
            longest,
            None if prospect.pathway is None else prospect.pathway.months_to_first_pay,
            states["met"],
            states["nearly"],
            states["missed"],
            states["unknown"],
            one_line(in_a_line(match)),
        )


def _states(match: Match) -> dict[str, list[str]]:
    wants = match.ranking.answers.wants
    found: dict[str, list[str]] = {"met": [], "nearly": [], "missed": [], "unknown": []}
    for key in match.ranking.keys:
        found[BY_KEY[key].state(match.prospect, wants[key])].append(key)
    return found
