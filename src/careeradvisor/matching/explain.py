"""Why a career stands where it stands, in plain sentences and in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.left_out import left_out_words
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import State
    from careeradvisor.matching.rank import Match, Ranking
    from careeradvisor.prospects import Prospect

_EQUAL = 1e-9


class Explanation(Struct, frozen=True):
    """What fits, what it costs the person, and what is not known; "" where there is nothing."""

    fits: str
    costs: str
    unknown: str


class Contribution(Struct, frozen=True):
    """One term of the fit: weight times satisfaction (0 where it is not known)."""

    key: str
    weight: float
    satisfaction: float | None
    contribution: float


def contributions(match: Match) -> list[Contribution]:
    """The terms of a fit, the largest weight first; they sum to the fit."""
    terms = [
        Contribution(key, weight, s, weight * (s or 0.0))
        for key, s in zip(match.ranking.keys, match.satisfactions, strict=True)
        for weight in [match.ranking.weights[key]]
    ]
    return sorted(terms, key=lambda t: -t.weight)


def state_of(match: Match, key: str) -> State:
    """Whether a career meets an answer, nearly meets it, misses it, or it is not known."""
    return BY_KEY[key].state(match.prospect, match.ranking.answers.wants[key])


def clauses_for(match: Match) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Clauses that speak for a career, against it, and labels of what is not known.

    For it speaks what is met, against it what is not, what costs most first.
    """
    terms = [t for t in contributions(match) if t.satisfaction is not None]
    met = [t for t in terms if state_of(match, t.key) == "met"]
    against = sorted((t for t in terms if t not in met), key=lambda t: t.contribution - t.weight)
    return (
        tuple(_reason(match, t.key) for t in met),
        tuple(_reason(match, t.key) for t in against),
        tuple(BY_KEY[key].label for key in match.unknown),
    )


def explain(match: Match) -> Explanation:
    """A career for a person in at most three sentences, the weightiest facts first."""
    fits, costs, unknown = clauses_for(match)
    return Explanation(
        fits=_sentence("It", fits),
        costs=_sentence("But it" if fits else "It", costs),
        unknown=f"What it offers on {listed(unknown)} is not known." if unknown else "",
    )


def in_a_line(match: Match) -> str:
    """The weightiest thing that speaks for a career and the weightiest against it.

    The second is said with "but"; without any, the two weightiest things that speak for it.
    """
    fits, costs, _ = clauses_for(match)
    if not costs:
        return "; ".join(fits[:2]) or _reason(match, contributions(match)[0].key)
    if not fits:
        return costs[0]
    return f"{fits[0]}; but {costs[0]}"


def why_ahead(ahead: Match, behind: Match) -> str:
    """Why one career is ahead of another for this person, the deciding criterion first."""
    title, other = ahead.career.title, behind.career.title
    if ahead.rank == behind.rank:
        return f"{title} and {other} fit equally well; {_tie_break(ahead, behind)}."
    gaps = {
        t.key: t.contribution - u.contribution
        for t in contributions(ahead)
        for u in contributions(behind)
        if t.key == u.key
    }
    deciding = max(gaps, key=lambda k: gaps[k])
    if ahead.level > behind.level and ahead.cell <= behind.cell:
        # The better word, though not the better fit: one answer is missed too far, or not known.
        deciding = min(gaps, key=lambda k: behind.satisfaction(k) or 0.0)
    elif ahead.level == behind.level and ahead.cell <= behind.cell:
        better = "as well" if ahead.cell == behind.cell else "somewhat better"
        why = _not_by_answers(behind.prospect)
        if ahead.head_start > 0 or not why:
            why = f"{title} is near to what you have done"
        return f"{title} is ahead of {other}, which fits {better}: {why}."
    if ahead.level > behind.level and behind.level < behind.level_by_answers:
        return f"{title} is ahead of {other}: {_not_by_answers(behind.prospect)}."
    text = (
        f"{title} is ahead of {other} mostly on {BY_KEY[deciding].label}: "
        f"it {_reason(ahead, deciding)}, while {other} {_reason(behind, deciding)}."
    )
    against = min(gaps, key=lambda k: gaps[k])
    if gaps[against] < -_EQUAL and ahead.satisfaction(against) is not None:
        text += f" On {BY_KEY[against].label} {other} is better: it {_reason(behind, against)}."
    return text


def _not_by_answers(prospect: Prospect) -> str:
    """What puts a career lower whatever the answers, as a clause; "" where nothing does."""
    if prospect.only_who:
        return f"{prospect.career.title} is only for {prospect.only_who}"
    few = prospect.few_posts
    return f"{prospect.career.title} has few posts, {few}" if few else ""


def side_by_side(ranking: Ranking, career_ids: Sequence[str]) -> list[str]:
    """Why the best-ranked of some careers is ahead of each other one, for this person.

    One that a must leaves out is said to be left out, and by how much it misses; one that
    cannot be started yet is said to come later.
    """
    chosen = [m for m in ranking.matches if m.career.id in career_ids]
    lines = [why_ahead(chosen[0], other) for other in chosen[1:]]
    wants = ranking.answers.wants
    for career_id in career_ids:
        match = ranking.by_id[career_id]
        title = match.career.title
        left_out = left_out_words(ranking, career_id)
        if left_out:
            lines.append(f"{title}: {left_out}.")
        elif match.failed:
            reasons = [
                f"on {BY_KEY[key].label} it {BY_KEY[key].shortfall(match.prospect, wants[key])}"
                for key in match.failed
            ]
            lines.append(f"{title} misses a must of yours: {listed(reasons)}.")
        elif match.prospect.standing == "later":
            lines.append(f"{title} is reached by paid work first.")
        elif match.prospect.shut:
            lines.append(f"{title} is in no list: {match.prospect.shut}.")
    if len(chosen) == 1 and lines:
        lines.insert(0, f"{chosen[0].career.title} is the only one of these that is left to start.")
    return lines


def dominated(ranking: Ranking) -> dict[str, str]:
    """Matches that another is never worse than and somewhere better than, as id to the other's id.

    Only careers on which everything asked is known are compared, and none of one group with
    another of it, whose pay and outlook are the same figures. The other is the best-ranked of
    those that beat it.
    """
    complete = [m for m in ranking.matches if None not in m.satisfactions]
    found: dict[str, str] = {}
    for i, match in enumerate(complete):
        own = [s or 0.0 for s in match.satisfactions]
        for better in complete[:i]:
            gaps = [(s or 0.0) - o for s, o in zip(better.satisfactions, own, strict=True)]
            if min(gaps) >= -_EQUAL and max(gaps) > _EQUAL and not _counted_together(better, match):
                found[match.career.id] = better.career.id
                break
    return found


def _counted_together(one: Match, other: Match) -> bool:
    return one.career.soc == other.career.soc


def _reason(match: Match, key: str) -> str:
    return BY_KEY[key].reason(match.prospect, match.ranking.answers.wants[key])


def _tie_break(ahead: Match, behind: Match) -> str:
    if ahead.prospect.nearness != behind.prospect.nearness:
        return "the one that is nearer to what you have done is listed first"
    mine, theirs = ahead.prospect.openings, behind.prospect.openings
    if mine is not None and (theirs is None or mine > theirs):
        return "the one with more openings a year is listed first"
    return "the titles decide which is listed first"


def _sentence(subject: str, clauses: Sequence[str]) -> str:
    if not clauses:
        return ""
    if any("," in clause for clause in clauses[:-1]):
        return f"{subject} " + "; it ".join(clauses) + "."
    return f"{subject} {listed(clauses)}."
