"""Careers that a person has left out by name: why, and what these reasons have in common.

When a reason repeats, it is something that the person wants and has not said: an answer, a
tighter one, or a must.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from careeradvisor.criteria import BY_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.criteria import Criterion
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Reason

REASONS: dict[Reason, tuple[str, str]] = {
    "contact": ("its patient contact", "patient_contact"),
    "study": ("the study that it takes", "schooling"),
    "pay": ("its pay", "salary"),
    "place": ("where the work is done", "remote"),
    "kind-of-work": ("the kind of work", "interests"),
}
"""Each reason in words, after "for", and the key of the criterion that asks about it."""

_REPEATED = 2


class Suggestion(Struct, frozen=True):
    """What a reason that repeats asks for, in a sentence that is a question.

    ``todo``: give an ``answer`` on the criterion, a ``closer`` one, since careers left out are
    within it, or make it a ``must``, since they are not. ``flag`` does that on a command line.
    """

    reason: Reason
    criterion: str
    todo: Literal["answer", "closer", "must"]
    text: str
    flag: str


def for_what(reason: Reason) -> str:
    """A reason to put behind "you left it out": " for its pay"; "" for none.

    >>> for_what("place")
    ' for where the work is done'
    """
    return f" for {REASONS[reason][0]}" if reason else ""


def left_out_words(ranking: Ranking, career_id: str) -> str:
    """That the person left a career out, or all work that leads to it; "" if neither."""
    without = ranking.answers.without
    if career_id in without:
        return f"you left it out{for_what(without[career_id])}"
    match = ranking.by_id[career_id]
    way = match.prospect.pathway
    through = [] if way is None else [id for id in way.via if id in without]
    if match.prospect.standing != "later" or not through:
        return ""
    return f"you left out {ranking.by_id[through[0]].career.title}, which comes before it"


def suggestions(ranking: Ranking) -> tuple[Suggestion, ...]:
    """What reasons that the person gave more than once ask for."""
    return tuple(_suggestions(ranking))


def _suggestions(ranking: Ranking) -> Iterator[Suggestion]:
    for reason, (words, key) in REASONS.items():
        criterion = BY_KEY[key]
        given = [match for match in ranking.left_out if _reason(ranking, match.career.id) == reason]
        # What a must leaves out by itself tells nothing new.
        given = [match for match in given if key not in match.failed]
        if len(given) < _REPEATED:
            continue
        times = "Twice" if len(given) == _REPEATED else f"{len(given)} times"
        told = f"{times} you left out a career for {words}"
        want = ranking.answers.wants.get(key)
        if want is None:
            yield Suggestion(
                reason,
                key,
                "answer",
                f"{told}: do you want to say what you ask for on {criterion.label}?",
                _flag(criterion),
            )
        elif all(criterion.meets(match.prospect, want) is False for match in given):
            yield Suggestion(
                reason,
                key,
                "must",
                f"{told}: make {criterion.wanted(want)} a hard limit?",
                f"--must {criterion.name}",
            )
        else:
            yield Suggestion(
                reason,
                key,
                "closer",
                f"{told}, though that is within your answer ({criterion.wanted(want)}): "
                "do you want to ask for something else?",
                _flag(criterion),
            )


def _reason(ranking: Ranking, career_id: str) -> Reason:
    return ranking.answers.without[career_id]


def _flag(criterion: Criterion) -> str:
    return f"--{criterion.name}"
