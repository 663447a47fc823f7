"""Where careers stand: what moved between two rankings, and why one is not further up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.cli.interview.conversing import listed
from careeradvisor.criteria import BY_KEY

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match, Ranking


def moved(before: Ranking, after: Ranking, top: int) -> str:
    """What is different in the first ``top`` places of a new ranking, in a sentence or two."""
    places = {m.career.id: place for place, m in enumerate(before.matches, 1)}
    up: list[str] = []
    down: list[str] = []
    new: list[str] = []
    for place, match in enumerate(after.matches[:top], 1):
        was = places.get(match.career.id)
        if was is None:
            new.append(f"{match.career.title} (was left out by a hard limit)")
        elif was > top:
            new.append(f"{match.career.title} (was number {was})")
        elif was != place:
            (up if was > place else down).append(f"{match.career.title} ({was} to {place})")
    now = {m.career.id for m in after.matches[:top]}
    gone = [m.career.title for m in before.matches[:top] if m.career.id not in now]
    parts = [
        f"{head}: {', '.join(titles)}."
        for head, titles in (("New here", new), ("Up", up), ("Down", down), ("Gone", gone))
        if titles
    ]
    if not parts:
        return "Your change moves none of these careers."
    return " ".join(["What moved.", *parts])


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
        'To see that, pick "Change an answer" and then "Hard limits".',
    ]
