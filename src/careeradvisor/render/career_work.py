"""The work itself, its future and who likes it, for :mod:`career_page`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import words
from careeradvisor.render.format import NOT_KNOWN

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.render.page import Page

_HOURS = (("nights", "nights"), ("weekends", "weekends"), ("on_call", "on call"))
_STRAIN = (("standing", "standing"), ("lifting", "lifting"))
_EXPOSURE = (("infection", "infection"), ("radiation", "radiation"), ("fluids", "bodily fluids"))
_INTERESTS = (
    ("realistic", "Realistic", "building, fixing, working with hands or machines"),
    ("investigative", "Investigative", "finding things out, science, puzzles"),
    ("artistic", "Artistic", "making, designing, expressing"),
    ("social", "Social", "helping, teaching, listening"),
    ("enterprising", "Enterprising", "leading, persuading, deciding"),
    ("conventional", "Conventional", "order, detail, records, clear rules"),
)


def the_work(page: Page, career: Career) -> None:
    """A day, duties, qualities, patients, home, hours and strain."""
    page.heading("The work")
    if career.day:
        page.text(career.day)
        page.gap()
    if career.duties:
        page.text("What is done", style="bold")
        page.bullets(map(words.capital, career.duties))
        page.gap()
    if career.qualities:
        page.text("What helps", style="bold")
        page.bullets(map(words.capital, career.qualities))
        page.gap()
    facts = [
        (
            "Patients",
            _with_why(words.contact_words(career.patient_contact), career.patient_contact),
        ),
        ("From home", _with_why(words.remote_words(career.remote), career.remote)),
    ]
    work = career.work
    if work is None:
        facts.append(("Hours, strain", NOT_KNOWN))
    else:
        for label, fields in (("Hours", _HOURS), ("Strain", _STRAIN), ("Exposure", _EXPOSURE)):
            facts.append(
                (
                    label,
                    ", ".join(
                        f"{name} {getattr(work, field) or NOT_KNOWN}" for field, name in fields
                    ),
                )
            )
        facts.append(("Why", work.why))
    page.facts(facts)


def outlook(page: Page, career: Career) -> None:
    """How many jobs there will be."""
    outlook = career.outlook
    page.heading("Outlook", outlook.period if outlook is not None else "")
    if outlook is None:
        page.text("Not known: no projection is published for this role.")
        return
    change = outlook.change_percent
    openings = outlook.openings
    group = f", all {outlook.openings_group} together" if outlook.openings_group else ""
    page.facts(
        [
            ("Change", NOT_KNOWN if change is None else words.change_words(change)),
            (
                "Openings",
                NOT_KNOWN if openings is None else f"about {openings:,} a year{group}",
            ),
        ]
    )
    if outlook.group:
        page.text(f"Counted for {outlook.group}.")
    page.text(outlook.why or "")


def change_by_ai(page: Page, career: Career) -> None:
    """How much of the work language models may change; nothing when it was not rated."""
    automation = career.automation
    if automation is None:
        return
    page.heading("AI and this work")
    text = f"People rated about {automation.share * 100:.0f} in 100 of its tasks as ones that "
    text += "language models could speed up a lot"
    if automation.share_model is not None:
        text += f" (a model that rated them said {automation.share_model * 100:.0f})"
    page.text(f"{text}. That is change, not doom: tasks shift, and people who know the tools gain.")
    page.text(automation.note or "")


def interests(page: Page, career: Career) -> None:
    """The three strongest interests of people in the work; nothing when they are not known."""
    found = career.interests
    if found is None:
        return
    page.heading("Who likes it", "Holland codes, 1 to 7")
    ranked = sorted(_INTERESTS, key=lambda interest: -getattr(found, interest[0]))
    page.facts(
        [(f"{name} {getattr(found, field):.1f}", what) for field, name, what in ranked[:3]],
        label_width=20,
    )


def _with_why(level: str, part: object) -> str:
    why = getattr(part, "why", "")
    return f"{words.sentence(words.capital(level))} {why}" if why else words.capital(level)
