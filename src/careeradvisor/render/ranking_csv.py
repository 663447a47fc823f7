"""A ranking as CSV: one row per career, those that a must leaves out at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.render.format import print_csv as write_csv
from careeradvisor.render.ranking_words import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match
    from careeradvisor.render.format import Value

_PLACES = 6
_FIRST = (
    "rank",
    "id",
    "title",
    "fit",
    "verdict",
    "first",
    "months",
    "months_to_first_pay",
    "median_pay",
)
_LAST = ("not_known", "would_rank", "left_out_because")


def print_csv(advice: Advice) -> None:
    """Write every career: matches by rank; then, without a rank, those that are left out."""
    keys = advice.ranking.keys
    head = [*_FIRST]
    for key in keys:
        head += [f"{key}_offered", f"{key}_satisfaction"]
    write_csv([*head, *_LAST], _rows(advice))


def _rows(advice: Advice) -> Iterator[list[Value]]:
    for rank, match in enumerate(advice.ranking.matches, start=1):
        share = advice.sureness.shares.get(match.career.id)
        first = None if share is None else round(share, _PLACES)
        yield [*_facts(rank, match, first), *_offers(match), *_ends(match, None, "")]
    for excluded in advice.ranking.excluded:
        match = excluded.match
        why = left_out(match)
        yield [*_facts(None, match, None), *_offers(match),
               *_ends(match, excluded.would_rank, why)]  # fmt: skip


def _facts(rank: int | None, match: Match, first: float | None) -> list[Value]:
    prospect = match.prospect
    way = prospect.pathway
    return [
        rank,
        match.career.id,
        match.career.title,
        round(match.fit, _PLACES),
        match.verdict,
        first,
        prospect.shortest,
        None if way is None else way.months_to_first_pay,
        prospect.pay.median,
    ]


def _offers(match: Match) -> list[Value]:
    cells: list[Value] = []
    for key, s in zip(match.ranking.keys, match.satisfactions, strict=True):
        cells += [BY_KEY[key].offered(match.prospect), None if s is None else round(s, _PLACES)]
    return cells


def _ends(match: Match, would_rank: int | None, why: str) -> list[Value]:
    return ["; ".join(match.unknown), would_rank, why]
