"""One career for one person: where it stands, why, and what would put it first (design 4.10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import clauses_for, why_ahead
from careeradvisor.matching.left_out import left_out_words
from careeradvisor.matching.rank import rank
from careeradvisor.matching.what_if import Trial, suits, trials
from careeradvisor.prospects import Prospects
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.matching.rank import Match, Ranking, Scorer
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect

_STARTS = ("here", "open", "unknown")
Status = Literal["match", "later", "excluded", "later-excluded", "rare", "elsewhere", "left-out"]


class Why(Struct, frozen=True):
    """Where a career stands for a person, in figures and in sentences.

    ``place`` is its place among the ``of`` matches (``tied`` when it shares it) or, for one
    that a must or the person leaves out, the place that it would have; ``None`` otherwise.
    ``stands`` says so in a sentence. ``speaks_for``, ``speaks_against`` and ``unknown`` are
    clauses whose subject is the career, the weightiest first. ``ahead`` says why the first career
    is ahead, "" where there is nothing to say. ``to_be_first`` says what would put it first, and
    ``answers`` are the answers that would, where answers can.
    """

    career_id: str
    title: str
    status: Status
    place: int | None
    tied: bool
    of: int
    verdict: str
    stands: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    unknown: tuple[str, ...]
    ahead: str
    to_be_first: str
    answers: Answers | None = None


def why(scorer: Scorer, ranking: Ranking, career_id: str) -> Why:
    """Why a career of the catalogue stands where it stands in a ranking. KeyError: not in it."""
    match = ranking.by_id[career_id]
    status = _status(match)
    first = ranking.first
    place: int | None = None
    tied = False
    if status == "match":
        place, tied = match.place, match.tied
    elif status == "excluded":
        place = next(e.would_rank for e in ranking.excluded if e.match is match)
    elif status == "left-out" and not match.failed and match.prospect.standing in _STARTS:
        place = match.place
    ahead = ""
    if first is not None and status == "match" and match.rank != first.rank:
        ahead = why_ahead(first, match)
    to_be_first, answers = _to_be_first(scorer, ranking, match, status)
    good, bad, unknown = clauses_for(match)
    return Why(
        career_id,
        match.career.title,
        status,
        place,
        tied,
        len(ranking.matches),
        match.verdict,
        _stands(match, status, place, tied),
        good,
        bad,
        unknown,
        ahead,
        to_be_first,
        answers,
    )


def _status(match: Match) -> Status:
    standing = match.prospect.standing
    if left_out_words(match.ranking, match.career.id):
        return "left-out"
    if standing == "rare" or standing == "elsewhere":
        return standing
    if standing == "later":
        return "later-excluded" if match.failed else "later"
    return "excluded" if match.failed else "match"


def _stands(match: Match, status: Status, place: int | None, tied: bool) -> str:
    title, of = match.career.title, len(match.ranking.matches)
    if status == "match":
        if place == 1:
            return f"{title} {'shares the first place' if tied else 'is first'} of {of}."
        shared = ", a place that it shares" if tied else ""
        return f"{title} is number {place} of {of}{shared}."
    if status == "left-out":
        told = left_out_words(match.ranking, match.career.id)
        back = "" if place is None else f" Taken back, it would be number {place}."
        return f"{title} is in no list: {told}.{back}"
    if match.prospect.shut:
        ways = f" (see show {match.career.id} --section ways)" if status == "rare" else ""
        return f"{title} is in no list: {match.prospect.shut}{ways}."
    if status == "later":
        return f"{title} is not a place to start: it {_work_first(match.prospect)}."
    misses = listed([BY_KEY[key].label for key in match.failed])
    text = f"{title} misses your limit on {misses}: it {_shortfalls(match)}."
    if status == "later-excluded":
        return f"{text} It is no place to start either: it {_work_first(match.prospect)}."
    without = "that limit" if len(match.failed) == 1 else "those limits"
    return f"{text} Without {without} it would be number {place}."


def _work_first(prospect: Prospect) -> str:
    way = prospect.pathway
    if way is None:
        return "needs paid work elsewhere first"
    parts = [f"{step.months[0]} months of {step.name}" for step in way.steps if step.kind == "work"]
    return f"needs {listed(parts)} first"


def _shortfalls(match: Match) -> str:
    wants = match.ranking.answers.wants
    told = [BY_KEY[key].shortfall(match.prospect, wants[key]) for key in match.failed]
    return "; it ".join(text.replace("; you ", ", where you ") for text in told)


def _to_be_first(
    scorer: Scorer, ranking: Ranking, match: Match, status: Status
) -> tuple[str, Answers | None]:
    """What would put a career first, in a sentence, and the answers that would."""
    title = match.career.title
    if status == "match" and match.place == 1:
        if not match.tied:
            return "", None
        own = "nearness to your own work and " if ranking.prospects.own_related else ""
        return f"{title} fits as well as any; {own}openings a year decide among equals.", None
    if match.prospect.shut:
        return "No answer of yours would make it first.", None
    if status == "left-out":
        return "Nothing puts it first until you take that back.", None
    if status in ("later", "later-excluded"):
        return _after_work(ranking, match)
    steps = [*trials(ranking.answers), *_wishes(ranking.answers)]
    # A change that leaves the career outside the changed answer would be no change to its favour.
    steps = [step for step in steps if _suits(step, match.prospect)]
    for step in steps:
        if _is_first(scorer, step.answers, match):
            return f"If you {step.asks}, it would be first.", step.answers
    for one in steps:
        for other in [*trials(one.answers), *_wishes(one.answers)]:
            if (
                (other.key, other.raised) > (one.key, one.raised)
                and _suits(other, match.prospect)
                and _is_first(scorer, other.answers, match)
            ):
                both = f"If you {one.asks} and {other.asks}, it would be first."
                return both, other.answers
    return "No one or two changes of your answers would make it first.", None


def _after_work(ranking: Ranking, match: Match) -> tuple[str, Answers | None]:
    """Where a career that asks for work first would stand with that work behind the person."""
    way = match.prospect.pathway
    asked = [] if way is None else [work for work in way.asked if work.missing]
    answers = ranking.answers
    worked = dict(answers.worked)
    for work in asked:
        worked[work.career] = max(worked.get(work.career, 0), work.months)
    after = replace(answers, worked=worked)
    old = ranking.prospects
    changed = rank(Prospects(old.catalogue, after, old.local), after)
    then = changed.by_id[match.career.id]
    flags = " ".join(f"--worked {work.career}={work.months}m" for work in asked)
    if then.failed:
        text = f"With that behind you ({flags}) it would still miss a limit of yours."
    elif then.prospect.standing == "later":
        text = "Even with that behind you there would be more to do first."
    else:
        stands = f"be number {then.place}"
        if then.place == 1:
            stands = "share the first place" if then.tied else "be first"
        text = f"With that behind you ({flags}) it would {stands}."
    return text, after if then is changed.first else None


def _suits(trial: Trial, prospect: Prospect) -> bool:
    wish = trial.before == trial.after
    return wish or suits(trial, prospect)


def _wishes(answers: Answers) -> Iterator[Trial]:
    for key in answers.must:
        if key in answers.wants:
            criterion, want = BY_KEY[key], answers.wants[key]
            asks = f"made {criterion.wanted(want)} a wish instead of a must"
            yield Trial(key, want, want, asks, answers.without_must(key))


def _is_first(scorer: Scorer, answers: Answers, match: Match) -> bool:
    # To be the best of what hardly fits is not what anybody asks for.
    firsts = scorer.firsts(answers)
    return (
        bool(firsts) and firsts[0] is match.prospect and scorer.level(match.prospect, answers) > 0
    )
