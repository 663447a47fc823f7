"""How a career fits a person's saved answers, in a few words and in clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.matching.rank import Match, Ranking


def match_of(ranking: Ranking, career_id: str) -> Match | None:
    """How a career fits, ``None`` for one that cannot be started yet."""
    found = (*ranking.matches, *ranking.failing)
    return next((match for match in found if match.career.id == career_id), None)


def fit_words(ranking: Ranking, match: Match | None) -> str:
    """The verdict and the place among all that fit, or why it has none."""
    from careeradvisor.criteria import BY_KEY

    if match is None:
        return "not a place to start: paid work elsewhere comes first"
    if match.failed:
        labels = listed([BY_KEY[key].label for key in match.failed])
        return f"misses a limit of yours: {labels}"
    place = ranking.matches.index(match) + 1
    return f"{match.verdict} fit, number {place} of {len(ranking.matches)}"


def fit_against(match: Match) -> list[str]:
    """What is not as the person asked, the weightiest first, in sentences."""
    from careeradvisor.matching.explain import explain

    costs = explain(match).costs.removeprefix("But ")
    return [f"For your answers: {costs}"] if costs else []
