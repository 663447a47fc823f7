"""How a career fits a person's saved answers, in a few words and in clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.matching.rank import Match


def fit_words(match: Match) -> str:
    """The verdict and the place among all that fit, or why it has none."""
    from careeradvisor.criteria import BY_KEY
    from careeradvisor.matching.left_out import left_out_words

    left_out = left_out_words(match.ranking, match.career.id)
    if left_out:
        return f"in no list: {left_out}"
    standing = match.prospect.standing
    if match.failed:
        labels = listed([BY_KEY[key].label for key in match.failed])
        return f"misses a limit of yours: {labels}"
    if standing == "later":
        return f"{match.verdict} fit, but later: paid work elsewhere comes first"
    if match.prospect.shut:
        return f"in no list: {match.prospect.shut}"
    shared = ", shared with others" if match.tied else ""
    return f"{match.verdict} fit, number {match.place} of {len(match.ranking.matches)}{shared}"


def fit_against(match: Match) -> list[str]:
    """What is not as the person asked, what costs most first, in sentences."""
    from careeradvisor.matching.explain import clauses_for

    return [f"For your answers: it {clause}." for clause in clauses_for(match)[1]]
