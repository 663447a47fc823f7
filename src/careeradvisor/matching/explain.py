"""Why a career stands where it stands, in plain sentences and in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.matching.rank import Match, Ranking

# From this satisfaction on a criterion speaks for a career, below it against.
_FITS_FROM = 0.75
_EQUAL = 1e-9


class Explanation(Struct, frozen=True):
    """What fits, what it costs the person, and what is not known; "" where there is nothing."""

    fits: str
    costs: str
    unknown: str


class Contribution(Struct, frozen=True):
    """One term of the fit: weight times satisfaction (.5 where it is not known)."""

    key: str
    weight: float
    satisfaction: float | None
    contribution: float


def contributions(match: Match) -> list[Contribution]:
    """The terms of a fit, the largest weight first; they sum to the fit."""
    terms = [
        Contribution(key, weight, s, weight * (0.5 if s is None else s))
        for key, s in zip(match.ranking.keys, match.satisfactions, strict=True)
        for weight in [match.ranking.weights[key]]
    ]
    return sorted(terms, key=lambda t: -t.weight)


def explain(match: Match) -> Explanation:
    """A career for a person in at most three sentences, the weightiest facts first."""
    terms = contributions(match)
    known = [t for t in terms if t.satisfaction is not None]
    fits = [t for t in known if _speaks_for(t)]
    costs = sorted(
        (t for t in known if not _speaks_for(t)), key=lambda t: t.contribution - t.weight
    )
    unknown = [BY_KEY[t.key].label for t in terms if t.satisfaction is None]
    return Explanation(
        fits=_sentence("It", [_reason(match, t.key) for t in fits]),
        costs=_sentence("But it" if fits else "It", [_reason(match, t.key) for t in costs]),
        unknown=f"What it offers on {listed(unknown)} is not known." if unknown else "",
    )


def in_a_line(match: Match) -> str:
    """The two weightiest reasons: what speaks for the career, and what keeps its fit from being 1.

    The second is said with "but" only where it speaks against the career.
    """
    terms = contributions(match)
    terms = [t for t in terms if t.satisfaction is not None] or terms
    best = max(terms, key=lambda t: t.contribution)
    worst = min(terms, key=lambda t: t.contribution - t.weight)
    clauses = [_reason(match, best.key)]
    if worst.key != best.key and worst.weight - worst.contribution > _EQUAL:
        clauses.append(("" if _speaks_for(worst) else "but ") + _reason(match, worst.key))
    elif len(terms) > 1:
        second = max((t for t in terms if t is not best), key=lambda t: t.contribution)
        clauses.append(_reason(match, second.key))
    return "; ".join(clauses)


def why_ahead(ahead: Match, behind: Match) -> str:
    """Why one career is ahead of another for this person, the deciding criterion first."""
    gaps = {
        t.key: t.contribution - u.contribution
        for t in contributions(ahead)
        for u in contributions(behind)
        if t.key == u.key
    }
    title, other = ahead.career.title, behind.career.title
    deciding = max(gaps, key=lambda k: gaps[k], default=None)
    if deciding is None or gaps[deciding] <= _EQUAL:
        return f"{title} and {other} fit equally well; {_tie_break(ahead, behind)}."
    text = (
        f"{title} is ahead of {other} mostly on {BY_KEY[deciding].label}: "
        f"it {_reason(ahead, deciding)}, while {other} {_reason(behind, deciding)}."
    )
    against = min(gaps, key=lambda k: gaps[k])
    if gaps[against] < -_EQUAL:
        text += f" On {BY_KEY[against].label} {other} is better: it {_reason(behind, against)}."
    return text


def side_by_side(ranking: Ranking, career_ids: Sequence[str]) -> list[str]:
    """Why the best-ranked of some careers is ahead of each other one, for this person.

    One that a must leaves out is said to be left out, and by how much it misses.
    """
    chosen = [m for m in ranking.matches if m.career.id in career_ids]
    lines = [why_ahead(chosen[0], other) for other in chosen[1:]]
    if len(chosen) == 1:
        lines.append(f"{chosen[0].career.title} is the only one of these that meets your musts.")
    wants = ranking.answers.wants
    for match in ranking.failing:
        if match.career.id in career_ids:
            reasons = [
                f"on {BY_KEY[key].label} it {BY_KEY[key].shortfall(match.prospect, wants[key])}"
                for key in match.failed
            ]
            lines.append(f"{match.career.title} misses a must of yours: {listed(reasons)}.")
    return lines


def dominated(ranking: Ranking) -> dict[str, str]:
    """Matches that another is never worse than and somewhere better than, as id to the other's id.

    Only careers on which everything asked is known are compared; the other is the
    best-ranked of those that beat it.
    """
    complete = [m for m in ranking.matches if None not in m.satisfactions]
    found: dict[str, str] = {}
    for i, match in enumerate(complete):
        own = [s or 0.0 for s in match.satisfactions]
        for better in complete[:i]:
            gaps = [(s or 0.0) - o for s, o in zip(better.satisfactions, own, strict=True)]
            if min(gaps) >= -_EQUAL and max(gaps) > _EQUAL:
                found[match.career.id] = better.career.id
                break
    return found


def _speaks_for(term: Contribution) -> bool:
    return (term.satisfaction or 0.0) >= _FITS_FROM


def _reason(match: Match, key: str) -> str:
    return BY_KEY[key].reason(match.prospect, match.ranking.answers.wants[key])


def _tie_break(ahead: Match, behind: Match) -> str:
    mine, theirs = ahead.prospect.shortest, behind.prospect.shortest
    if mine is not None and (theirs is None or mine < theirs):
        return "the one with less schooling is listed first"
    return "the titles decide which is listed first"


def _sentence(subject: str, clauses: Sequence[str]) -> str:
    if not clauses:
        return ""
    if any("," in clause for clause in clauses[:-1]):
        return f"{subject} " + "; it ".join(clauses) + "."
    return f"{subject} {listed(clauses)}."
