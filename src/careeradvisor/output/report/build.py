"""The whole report as words and numbers, ready for the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor import __version__
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.matching.weights import tiers_of
from careeradvisor.output.report.career import career_page
from careeradvisor.output.report.compare import comparisons
from careeradvisor.output.report.model import Asked, NearMiss, Person, Report, Sureness
from careeradvisor.output.report.pay import state_words
from careeradvisor.output.report.pictures import earnings_picture, ways_picture
from careeradvisor.output.report.scale import pay_scale
from careeradvisor.output.report.sources import Citations
from careeradvisor.output.report.words import (
    capital,
    date_text,
    in_a_hundred,
    ordinal,
)
from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION
from careeradvisor.prospects.education import DEGREE_NAMES
from careeradvisor.text import listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match, Ranking
    from careeradvisor.profile.answers import Answers

_MOST_MISSES = 6


def build_report(catalogue: Catalogue, advice: Advice, top: int, today: dt.date) -> Report:
    """The report on the first ``top`` matches (at least one)."""
    ranking = advice.ranking
    matches = ranking.matches[: max(1, top)]
    excluded = ranking.excluded
    misses = excluded[:_MOST_MISSES]
    prospects = [m.prospect for m in matches]
    citations = Citations(
        catalogue, [*(m.career for m in matches), *(e.match.career for e in misses)]
    )
    wanted = ranking.answers.wants.get("salary")
    target = wanted if isinstance(wanted, int) else None
    scale = pay_scale([p.pay for p in prospects], target)
    head = catalogue.head
    return Report(
        date=date_text(today),
        catalogue=head.name,
        version=head.version,
        as_of=date_text(head.as_of),
        program=f"careeradvisor {__version__}",
        region=head.region,
        headline=_headline(advice),
        relaxation=_relaxation(advice),
        person=_person(ranking, catalogue),
        careers=tuple(
            career_page(number, match, advice, catalogue, citations, scale, target)
            for number, match in enumerate(matches, 1)
        ),
        total=len(ranking.matches),
        has_musts=bool(ranking.answers.must),
        target="" if target is None else dollars_text(target),
        sureness=_sureness(advice, matches),
        ways=ways_picture(prospects) if len(matches) > 1 else None,
        earnings=earnings_picture(prospects),
        comparisons=comparisons(ranking, matches),
        near_misses=tuple(
            NearMiss(
                e.match.career.title,
                ordinal(e.would_rank),
                tuple(
                    capital(BY_KEY[key].shortfall(e.match.prospect, ranking.answers.wants[key]))
                    for key in e.match.failed
                ),
            )
            for e in misses
        ),
        more_misses=len(excluded) - len(misses),
        sources=citations.lines(),
        attributions=citations.attributions(),
        assumptions=(ASSUMPTIONS, RESIDENCY_ASSUMPTION)
        if any(p.career.residency for p in prospects)
        else (ASSUMPTIONS,),
    )


def _headline(advice: Advice) -> str:
    first = advice.ranking.first
    if first is None:
        return "No career meets every limit that you set."
    return f"{first.career.title} fits best what you asked for: a {first.verdict} fit."


def _relaxation(advice: Advice) -> str:
    if advice.ranking.first is not None:
        return ""
    if advice.relaxation is not None:
        return advice.relaxation.text
    return (
        "Every career misses at least two of your limits, so dropping a single one would not help. "
        "Make some of them wishes instead of musts, and rank again."
    )


def _sureness(advice: Advice, matches: Sequence[Match]) -> Sureness | None:
    if advice.ranking.first is None:
        return None
    sentence = advice.sureness.text
    shares = [
        (
            number,
            match.career.title,
            in_a_hundred(advice.sureness.shares.get(match.career.id, 0.0)),
        )
        for number, match in enumerate(matches, 1)
    ]
    return Sureness(sentence, tuple(shares), tuple(change.text for change in advice.changes))


def _person(ranking: Ranking, catalogue: Catalogue) -> Person:
    answers = ranking.answers
    unasked = [c.label for c in ALL if c.key not in answers.wants]
    return Person(
        asked=_asked(ranking),
        about=_about(answers, catalogue),
        not_asked=listed(unasked),
        legend=_legend(ranking),
    )


def _asked(ranking: Ranking) -> tuple[Asked, ...]:
    answers = ranking.answers
    tiers = tiers_of(ranking.keys, answers.priorities)
    return tuple(
        Asked(
            capital(BY_KEY[key].label),
            capital(BY_KEY[key].wanted(answers.wants[key])),
            "Must" if key in answers.must else "Wish",
            _importance(place, len(tiers), len(tier)),
            f"{ranking.weights[key] * 100:.0f}%",
        )
        for place, tier in enumerate(tiers, 1)
        for key in tier
    )


def _importance(place: int, tiers: int, tied: int) -> str:
    if tiers == 1:
        return "the only one" if tied == 1 else "equal with the others"
    if place == 1:
        return "most important"
    if place < tiers:
        return ordinal(place)
    return "least important" if tied == 1 else "the rest, equal"


def _about(answers: Answers, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    lines = [("Education finished", capital(DEGREE_NAMES[answers.education]))]
    if answers.holds:
        lines.append(("Credentials held", listed([_held(h, catalogue) for h in answers.holds])))
    pay = (
        f"{state_words(answers.state)}, where it is published"
        if answers.state
        else f"{catalogue.head.region} as a whole"
    )
    lines.append(("Pay shown for", pay))
    return tuple(lines)


def _held(credential: str, catalogue: Catalogue) -> str:
    """A credential by its id and by the career in which people first earn it."""
    for career in catalogue.careers.values():
        earned = not all(credential in route.start for route in career.routes)
        if credential in career.grants and earned:
            return f"{credential} ({career.title})"
    return credential


def _legend(ranking: Ranking) -> str:
    """What the letters mean, for a criterion whose answers are letters."""
    parts = []
    for key in ranking.keys:
        choices = BY_KEY[key].choices
        if choices and all(len(choice.value) == 1 for choice in choices):
            meanings = "; ".join(f"{c.value} = {c.label[:1].lower()}{c.label[1:]}" for c in choices)
            parts.append(f"{capital(BY_KEY[key].label)}: {meanings}.")
    return " ".join(parts)
