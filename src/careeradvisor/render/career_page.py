"""One career as a page for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import career_way, career_work, words
from careeradvisor.render.bars import pay_bar, pay_legend
from careeradvisor.render.format import NOT_KNOWN, dollars, span
from careeradvisor.render.page import Column, Page
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.render.screen import Screen

_WIDEST_BAR = 76
_OF_A_HUNDRED = ("10", "25", "50", "75", "90")


def career_page(screen: Screen, prospects: Prospects, career: Career, person: Answers) -> Page:
    """A page for a terminal, ready to print; see :func:`write_career`."""
    page = Page(screen)
    write_career(page, prospects, career, person)
    return page


def write_career(page: Page, prospects: Prospects, career: Career, person: Answers) -> None:
    """Put everything on a page that is known of a career, and what it means for the person."""
    prospect = prospects[career.id]
    _head(page, prospects, career)
    _in_short(page, prospects, prospect)
    target = person.wants.get("salary")
    pay_section(page, prospects, prospect, target if isinstance(target, int) else None)
    career_way.routes(page, prospects, career)
    career_way.your_way(page, prospects, prospect, person)
    career_way.credentials(page, career)
    career_work.the_work(page, career)
    career_work.outlook(page, career)
    career_work.change_by_ai(page, career)
    career_work.interests(page, career)
    _ladder(page, prospects, career)
    _faq(page, career)
    _sources(page, prospects, career)


def _head(page: Page, prospects: Prospects, career: Career) -> None:
    page.title(career.title, f"{career.id} · SOC {career.soc}")
    page.text(prospects.catalogue.families.get(career.family, career.family), indent=0, style="dim")
    page.gap()
    page.text(career.summary)
    if career.aliases:
        names = [alias for alias in career.aliases if alias != career.soc]
        if names:
            page.gap()
            page.text(f"Also found as: {', '.join(names)}", style="dim")


def _in_short(page: Page, prospects: Prospects, prospect: Prospect) -> None:
    career, way, pay = prospect.career, prospect.pathway, prospect.pay
    where = words.area_words(prospects.catalogue, pay)
    study = words.study_words(way)
    if way is not None:
        study = f"{study} of study" if way.study[1] else "no study first"
        if way.work:
            study += f", and {words.work_first(way)}"
        if career.residency is not None:
            study += f"; then {span(career.residency.months)} of paid training"
    outlook = career.outlook
    jobs = NOT_KNOWN
    if outlook is not None and outlook.change_percent is not None:
        jobs = f"{words.change_words(outlook.change_percent)} in {outlook.period}"
    page.heading("In short")
    salary = career.salary
    broader = salary is not None and salary.basis == "broader-group"
    page.facts(
        [
            (
                "Pay",
                NOT_KNOWN
                if pay.median is None
                else f"{dollars(pay.median)} a year at the median, {where}"
                + (" (of a broader group)" if broader else ""),
            ),
            ("Way in", study),
            ("Patients", words.contact_words(career.patient_contact)),
            ("From home", words.remote_words(career.remote)),
            ("Jobs", jobs),
        ]
    )


def pay_section(
    page: Page, prospects: Prospects, prospect: Prospect, target: float | None = None
) -> None:
    """Pay a year: the bar, the percentiles, and what has to be known to read them."""
    career, pay = prospect.career, prospect.pay
    salary = career.salary
    aside = ""
    if salary is not None:
        vintage = prospects.catalogue.sources[salary.source].vintage
        aside = f"{words.area_words(prospects.catalogue, pay)}, {vintage}"
    page.heading("Pay a year", aside)
    if salary is None or not pay.known_points():
        page.text("Not known: no figure is published for this role.")
    else:
        bar = pay_bar(page.screen, pay.percentiles, min(page.room, _WIDEST_BAR), target=target)
        if bar:
            page.line(bar.parts)
        amounts = [
            f"${amount:,}" if amount is not None else "not published" for amount in pay.percentiles
        ]
        if page.screen.blocks:
            page.facts(
                [
                    ("Half earn less than" if n == "50" else f"{n} of 100 earn less than", amount)
                    for n, amount in zip(_OF_A_HUNDRED, amounts, strict=True)
                ]
            )
        else:
            page.table(
                [Column("Of 100 people"), *(Column(n, right=True) for n in _OF_A_HUNDRED)],
                [["earn less than", *amounts]],
                gap=3,
            )
        if not page.screen.narrow:
            legend = pay_legend(page.screen, target=target is not None)
            if legend:
                page.line([(legend, "dim")])
    notes = words.pay_notes(prospects.catalogue, career, pay)
    if pay.area is not None and salary is not None and salary.median is not None:
        region = prospects.catalogue.head.region
        notes.append(f"The median of the {region} is {dollars(salary.median)}.")
    if salary is not None and salary.note:
        notes.append(salary.note)
    if notes:
        page.gap()
        page.text(" ".join(notes))


def _ladder(page: Page, prospects: Prospects, career: Career) -> None:
    if not career.ladder:
        return
    page.heading("Where it leads", f"careeradvisor ladder {career.id}")
    for step in career.ladder:
        there = prospects[step.to]
        pay = there.pay.median
        page.ends(there.career.title, dollars(pay) if pay is not None else "pay not known")
        page.text(
            words.joined([words.step_words(step.study, step.experience), step.takes], ": "),
            indent=4,
        )


def _faq(page: Page, career: Career) -> None:
    if not career.faq:
        return
    page.heading("Questions that people ask")
    for i, entry in enumerate(career.faq):
        if i:
            page.gap()
        page.text(entry.question, style="bold")
        page.text(entry.answer)


def _sources(page: Page, prospects: Prospects, career: Career) -> None:
    from careeradvisor.render.career_sources import cited

    catalogue = prospects.catalogue
    page.heading("Sources")
    for source_id, what in cited(career):
        source = catalogue.sources[source_id]
        page.text(f"{words.capital(listed(what))}: {words.source_words(source)}", hang=2)
    if career.handbook:
        page.text("More in the Occupational Outlook Handbook:")
        page.address(career.handbook, indent=4)
    page.gap()
    head = catalogue.head
    page.text(
        f"Last reviewed {career.reviewed.isoformat()}. "
        f"Catalogue: {head.name} {head.version}, as of {head.as_of.isoformat()}.",
        style="dim",
    )
