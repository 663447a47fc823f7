"""A career's facts in a few words each, shared by its page and by the side-by-side table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.levels import PATIENT_CONTACT, REMOTE
from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.criteria.schooling import months_text
from careeradvisor.output.report.model import Fact
from careeradvisor.output.report.words import NOT_KNOWN, capital, months_range
from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, Work
    from careeradvisor.output.report.sources import Citations
    from careeradvisor.prospects import Prospect

_HOURS = (("nights", "nights"), ("weekends", "weekends"), ("on_call", "on-call duty"))
_STRAIN = (
    ("standing", "standing"),
    ("lifting", "lifting"),
    ("infection", "risk of infection"),
    ("radiation", "radiation"),
    ("fluids", "bodily fluids"),
)


def facts_of(prospect: Prospect, citations: Citations) -> tuple[Fact, ...]:
    """The facts on a career's page, each with its note and its sources."""
    career = prospect.career
    facts = [
        Fact(
            "First paycheck", capital(first_pay_text(prospect)), "", _way_cites(prospect, citations)
        ),
        _earnings(prospect, citations),
    ]
    contact, remote, outlook, work = (
        career.patient_contact,
        career.remote,
        career.outlook,
        career.work,
    )
    facts.append(
        Fact(
            "Patient contact",
            capital(contact_text(career)),
            contact.why if contact else "",
            citations.of(contact.source if contact else None),
        )
    )
    facts.append(
        Fact(
            "Work from home",
            capital(remote_text(career)),
            remote.why if remote else "",
            citations.of(remote.source if remote else None),
        )
    )
    facts.append(
        Fact(
            "Number of jobs",
            capital(growth_text(career)),
            _outlook_note(career),
            citations.of(outlook.source if outlook else None),
        )
    )
    if work is not None:
        strain = capital(levels_text(work, _STRAIN))
        facts.append(
            Fact(
                "Hours and strain",
                capital(hours_text(career)),
                f"{strain}. {work.why}" if strain else work.why,
                citations.of(work.source),
            )
        )
    return tuple(facts)


def start_text(prospect: Prospect) -> str:
    """Study and required experience until the person can start, at their shortest."""
    way = prospect.pathway
    if way is None:
        return NOT_KNOWN
    if way.months[0] == 0:
        return "at once"
    if way.work == 0:
        return months_text(way.study[0])
    if way.study[0] == 0:
        return f"{months_text(way.work)} of other paid work"
    return f"{way.study[0]} months of study and {way.work} of other paid work"


def study_text(prospect: Prospect) -> str:
    """The study alone, shortest to longest."""
    way = prospect.pathway
    if way is None:
        return NOT_KNOWN
    if way.study[1] == 0:
        return "none"
    return months_range((way.study[0], way.study[1]))


def first_pay_text(prospect: Prospect) -> str:
    """Months to the first paid work on the way."""
    way = prospect.pathway
    if way is None:
        return NOT_KNOWN
    if way.months_to_first_pay == 0:
        return "as soon as you are hired"
    return f"after {months_text(way.months_to_first_pay)}"


def earnings_text(prospect: Prospect) -> str:
    """Ten-year earnings, rounded to thousands: they rest on assumptions."""
    earnings = prospect.earnings
    return NOT_KNOWN if earnings is None else f"about {dollars_text(round(earnings.total, -3))}"


def assumptions_of(prospect: Prospect) -> str:
    """What the ten-year earnings assume."""
    if prospect.career.residency is None:
        return ASSUMPTIONS
    return f"{ASSUMPTIONS} {RESIDENCY_ASSUMPTION}"


def contact_text(career: Career) -> str:
    """The level of patient contact in a word."""
    contact = career.patient_contact
    return NOT_KNOWN if contact is None else PATIENT_CONTACT[contact.level]


def remote_text(career: Career) -> str:
    """How far work from home goes, and for new people where that differs."""
    remote = career.remote
    if remote is None:
        return NOT_KNOWN
    if remote.level == remote.entry:
        return REMOTE[remote.level]
    return f"{REMOTE[remote.level]}; new people: {REMOTE[remote.entry]}"


def growth_text(career: Career) -> str:
    """Projected change of the number of jobs."""
    outlook = career.outlook
    if outlook is None or outlook.change_percent is None:
        return NOT_KNOWN
    sign = "+" if outlook.change_percent > 0 else "−" if outlook.change_percent < 0 else ""
    return f"{sign}{abs(outlook.change_percent):g}% in {outlook.period}"


def openings_text(career: Career) -> str:
    """Openings a year, in the whole country."""
    outlook = career.outlook
    if outlook is None or outlook.openings is None:
        return NOT_KNOWN
    return f"{outlook.openings:,} a year"


def hours_text(career: Career) -> str:
    """Nights, weekends and on-call duty."""
    return (levels_text(career.work, _HOURS) if career.work else "") or NOT_KNOWN


def levels_text(work: Work, fields: tuple[tuple[str, str], ...]) -> str:
    """Things grouped by how much of them there is: "rare: nights; some: weekends".

    Words are the catalogue's: usual, some, rare for hours; much, some, little for strain.
    """
    found: dict[str, list[str]] = {}
    for field, name in fields:
        level: str | None = getattr(work, field)
        if level is not None:
            found.setdefault(level, []).append(name)
    order = ("usual", "much", "some", "rare", "little")
    return "; ".join(f"{level} {listed(found[level])}" for level in order if level in found)


def _earnings(prospect: Prospect, citations: Citations) -> Fact:
    salary = prospect.career.salary
    known = prospect.earnings is not None
    return Fact(
        "Ten years from today, in total",
        capital(earnings_text(prospect)),
        assumptions_of(prospect) if known else "The way in or a needed wage is not published.",
        citations.of(salary.source if salary else None),
    )


def _outlook_note(career: Career) -> str:
    outlook = career.outlook
    if outlook is None:
        return ""
    openings = f"About {outlook.openings:,} openings a year." if outlook.openings else ""
    groups = [g for g in dict.fromkeys((outlook.group, outlook.openings_group)) if g]
    counted = f"Counted for {listed(groups)}." if groups else ""
    return " ".join(filter(None, (openings, counted, outlook.why)))


def _way_cites(prospect: Prospect, citations: Citations) -> tuple[int, ...]:
    route = prospect.pathway.route if prospect.pathway else None
    return citations.of(route.source if route else None)
