"""What is said about a ranking, in words that all of its outputs share."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Excluded, Match, Ranking

_FEWEST_WORDS = 3
_ASIDE = re.compile(r" \([^()]*\)")


def title_of(ranking: Ranking) -> str:
    """What the list is called: it does not promise a fit that is not there."""
    first = ranking.first
    if first is None:
        return "No career meets every must"
    if first.verdict in ("strong", "good"):
        return "Careers that fit you"
    return "Nothing fits all you asked; these come closest"


def shown_of(ranking: Ranking, shown: int) -> str:
    """How many careers are shown, and of how many: "5 of 145 careers, pay in CA"."""
    if ranking.failing:
        text = f"{shown} of {len(ranking.matches)} that your musts leave"
    else:
        text = f"{shown} of {len(ranking.matches)} careers"
    state = ranking.answers.state
    return f"{text}, pay in {state}" if state else text


def short_why(match: Match, room: int) -> str:
    """Why a career stands where it stands, in ``room`` letters if it can be said in so few.

    Each clause is said in full while there is room, else without what is added in
    parentheses, without its middle, at last without its end.
    """
    from careeradvisor.matching.explain import in_a_line

    clauses = in_a_line(match).split("; ")
    forms = [_forms(clause) for clause in clauses]
    best = ""
    # The fullest of the combinations that fit; the first clause is shortened last.
    for chosen in product(*forms):
        # "Has no patient contact" can do without its verb.
        for first in dict.fromkeys((chosen[0], chosen[0].removeprefix("has "))):
            best = _joined((first, *chosen[1:]))
            if len(best) <= room:
                return best
    return best


def how_sure(advice: Advice) -> str:
    """How sure the first place is, as a sentence."""
    text = advice.sureness.text
    return f"How sure: {text}" if text else ""


def changes_said(advice: Advice) -> list[str]:
    """What would put another career first, the smallest change first."""
    return [change.text for change in advice.changes]


def left_out(match: Match) -> str:
    """Which musts a career misses and by how much."""
    wants = match.ranking.answers.wants
    return "; and ".join(
        BY_KEY[key].shortfall(match.prospect, wants[key]).replace("; ", ", ")
        for key in match.failed
    )


def nearest_misses(ranking: Ranking, named: int = 2) -> str:
    """The excluded careers that would stand highest, in a sentence; empty without any."""
    if not ranking.excluded:
        return ""
    misses = "; ".join(
        f"{excluded.match.career.title} (would be number {excluded.would_rank}): "
        f"{left_out(excluded.match)}"
        for excluded in ranking.excluded[:named]
    )
    count = len(ranking.excluded)
    which = "Nearest misses" if min(named, count) > 1 else "Nearest miss"
    return f"Your musts leave out {count}. {which}: {misses}."


def beaten(advice: Advice, shown: Sequence[Match]) -> list[str]:
    """Which of the careers shown another one is never worse than, one sentence for each better."""
    by_better: dict[str, list[str]] = {}
    for match in shown:
        better = advice.dominated.get(match.career.id)
        if better is not None:
            by_better.setdefault(better, []).append(match.career.title)
    return [
        f"{advice.ranking.prospects[better].career.title} matches or beats {listed(titles)} "
        "on everything you asked."
        for better, titles in by_better.items()
    ]


def would_be(excluded: Excluded) -> str:
    """The place of an excluded career without the limits that it misses."""
    labels = listed([BY_KEY[key].label for key in excluded.match.failed])
    limits = "limit" if len(excluded.match.failed) == 1 else "limits"
    return f"number {excluded.would_rank} without your {limits} on {labels}"


def not_known(match: Match) -> str:
    """What is not known of a career and what that means for its fit; may be empty."""
    if not match.unknown:
        return ""
    labels = ", ".join(BY_KEY[key].label for key in match.unknown)
    low, high = fit_range(match)
    text = f"Not known: {labels}."
    if low != high:
        text += f" The fit may be {low} to {high}."
    if match.unknown_musts:
        musts = listed([BY_KEY[key].label for key in match.unknown_musts])
        are = "is a must" if len(match.unknown_musts) == 1 else "are musts"
        text += f" Find out first: {musts} {are} of yours."
    return text


def fit_range(match: Match) -> tuple[str, str]:
    """The words for the fit at worst and at best, with what is not known."""
    return match.verdict, match.verdict_if_known


def _forms(clause: str) -> list[str]:
    """A clause in full, without asides, its head and its end, and its head alone; each once."""
    without = _ASIDE.sub("", clause)
    head, *middle = without.split(", ")
    forms = [clause, without]
    if len(head.split()) < _FEWEST_WORDS:
        # The comma is not the end of a thought: "constant, hands-on contact".
        return list(dict.fromkeys(forms))
    if middle:
        # What it costs often stands at the end, in figures: "7 more than you set".
        _, colon, end = middle[-1].rpartition(": ")
        if end[:1].isdigit():
            forms.append(f"{head}: {end}" if colon else f"{head}, {end}")
    return list(dict.fromkeys((*forms, head, head.split(": ")[0])))


def _joined(clauses: tuple[str, ...]) -> str:
    text = "; ".join(clauses)
    return text[:1].upper() + text[1:]
