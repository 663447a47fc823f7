"""One career's page of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import explain, in_a_line, why_ahead
from careeradvisor.output.report import facts
from careeradvisor.output.report.model import CareerPage, Fact
from careeradvisor.output.report.pay import median_text, pay_note, pay_words
from careeradvisor.output.report.pictures import pay_picture, pay_strip
from careeradvisor.output.report.steps import next_steps, way_in
from careeradvisor.output.report.words import capital, date_text
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, Catalogue
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match
    from careeradvisor.output.report.scale import Scale
    from careeradvisor.output.report.sources import Citations
    from careeradvisor.prospects import Prospect

_MOST_LEADS = 5


def career_page(
    number: int,
    match: Match,
    advice: Advice,
    catalogue: Catalogue,
    citations: Citations,
    scale: Scale | None,
    target: int | None,
) -> CareerPage:
    """Everything that the report says about one match; ``number`` is its rank from 1."""
    career, prospect = match.career, match.prospect
    reasons = explain(match)
    first = advice.ranking.first
    salary = career.salary
    pay_cites = citations.of(
        salary.source if salary else None,
        salary.survey.source if salary and salary.survey else None,
    )
    known = facts.facts_of(prospect, citations)
    way = way_in(prospect, catalogue, citations)
    steps = next_steps(prospect, advice.ranking.answers, catalogue, citations)
    leads = _leads_to(career, catalogue, citations)
    used = [*pay_cites, *citations.of(*_asked_sources(match))]
    used += [number for fact in (*known, *way, *leads) for number in fact.cites]
    used += [number for step in steps for number in step.cites]
    return CareerPage(
        number=number,
        title=career.title,
        family=catalogue.families.get(career.family, career.family),
        verdict=match.verdict,
        fill=round(100 * match.fit, 1),
        line=f"It {in_a_line(match)}.",
        summary=career.summary,
        fits=reasons.fits,
        costs=capital(reasons.costs.removeprefix("But ")),
        unknown=reasons.unknown,
        warnings=_warnings(match, advice, catalogue),
        behind="" if first is None or first is match else why_ahead(first, match),
        strip=pay_strip(prospect.pay, target, scale),
        pay=pay_picture(prospect.pay, target, scale),
        pay_words=pay_words(prospect, target),
        pay_note=pay_note(prospect),
        pay_cites=pay_cites,
        median=median_text(prospect.pay),
        start=_start(prospect),
        facts=known,
        way=way,
        next_steps=steps,
        leads_to=leads,
        day=career.day or "",
        reviewed=date_text(career.reviewed),
        vintages=citations.vintages(used),
    )


def _start(prospect: Prospect) -> str:
    text = facts.start_text(prospect)
    return f"after {text}" if prospect.shortest else text


def _asked_sources(match: Match) -> list[str]:
    """The sources of what the person asked about, where it is a part of the career's own."""
    parts = (getattr(match.career, key, None) for key in match.ranking.keys)
    return [part.source for part in parts if part is not None]


def _warnings(match: Match, advice: Advice, catalogue: Catalogue) -> tuple[str, ...]:
    found = []
    if match.unknown_musts:
        names = listed([BY_KEY[key].label for key in match.unknown_musts])
        found.append(
            f"You made {names} a must, and it is not known for this career. "
            "Find out before you decide."
        )
    better = advice.dominated.get(match.career.id)
    if better is not None:
        found.append(
            f"{catalogue.careers[better].title} is at least as good on everything that you asked "
            "for, and better on something. Look at it first."
        )
    return tuple(found)


def _leads_to(career: Career, catalogue: Catalogue, citations: Citations) -> tuple[Fact, ...]:
    """Titles of the next roles, each once."""
    steps = {step.to: step.source for step in career.ladder}
    return tuple(
        Fact(catalogue.careers[to].title if to in catalogue.careers else to, "", "", cites)
        for to, source in list(steps.items())[:_MOST_LEADS]
        for cites in [citations.of(source)]
    )
