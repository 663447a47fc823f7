"""Where careers stand: what moved between two rankings, and why one is not further up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match, Ranking


def moves(before: Ranking, after: Ranking) -> dict[str, int | None]:
    """Places that each career has gone up (negative: down) from one ranking to the next.

    By career id; ``None`` for one that a hard limit kept out before.
    """
    places = {m.career.id: place for place, m in enumerate(before.matches, 1)}
    return {
        m.career.id: places[m.career.id] - place if m.career.id in places else None
        for place, m in enumerate(after.matches, 1)
    }


def gone(before: Ranking, after: Ranking, top: int) -> str:
    """Which of the first ``top`` careers are no longer there, or that none has moved."""
    first = [m.career for m in before.matches[:top]]
    if [c.id for c in first] == [m.career.id for m in after.matches[:top]]:
        return "Your change moves none of these careers."
    places = {m.career.id: place for place, m in enumerate(after.matches, 1)}
    parts = [
        f"{career.title} (now number {places[career.id]})"
        if career.id in places
        else f"{career.title} (now left out)"
        for career in first
        if places.get(career.id, top + 1) > top
    ]
    return f"No longer among the first {top}: {', '.join(parts)}." if parts else ""


def why_not(advice: Advice, career: Career) -> list[str]:
    """Why a career is not further up, or is left out, one sentence or two a line."""
    from careeradvisor.matching.explain import explain, why_ahead

    ranking = advice.ranking
    for place, match in enumerate(ranking.matches, 1):
        if match.career.id != career.id:
            continue
        if place == 1:
            lines = [f"{career.title} is first in your ranking."]
            if len(ranking.matches) > 1:
                lines.append(why_ahead(match, ranking.matches[1]))
        else:
            lines = [f"{career.title} is number {place} of {len(ranking.matches)}."]
            lines.append(why_ahead(ranking.matches[0], match))
            lines += _beaten(advice, match)
        told = explain(match)
        return [*lines, *(line for line in (told.fits, told.costs, told.unknown) if line)]
    for excluded in ranking.excluded:
        if excluded.match.career.id == career.id:
            return _left_out(excluded.match, excluded.would_rank)
    return [f"{career.title} is not in this ranking."]


def _beaten(advice: Advice, match: Match) -> list[str]:
    better = advice.dominated.get(match.career.id)
    first = advice.ranking.first
    if better is None or (first is not None and better == first.career.id):
        return []
    title = advice.ranking.prospects[better].career.title
    return [f"{title} is at least as good for you in everything you asked, and better in some."]


def _left_out(match: Match, would_rank: int) -> list[str]:
    wants = match.ranking.answers.wants
    reasons = [
        f"{BY_KEY[key].label} ({BY_KEY[key].shortfall(match.prospect, wants[key])})"
        for key in match.failed
    ]
    limits = "a hard limit" if len(reasons) == 1 else "hard limits"
    without = "that limit" if len(reasons) == 1 else "those limits"
    return [
        f"{match.career.title} is left out because it misses {limits} of yours: {listed(reasons)}.",
        f"Without {without} it would be number {would_rank}. "
        'To see that, pick "Change" and then "Hard limits".',
    ]
