"""The ways into a career, and the way from where the person is, for :mod:`career_page`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import words
from careeradvisor.render.bars import signs, timeline
from careeradvisor.render.format import months, span, years_note

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.render.bars import Kind
    from careeradvisor.render.page import Page

_WIDEST_BAR = 60
_TODAY, _THEN = "today ", " in ten years"
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("study", "study"),
    ("work", "paid work in another role"),
    ("training", "paid training"),
    ("role", "in the role"),
)


_UNPAID = ("degree", "study")


def routes(page: Page, prospects: Prospects, career: Career) -> None:
    """The ways in, each from what it starts."""
    page.heading("Ways in")
    if not career.routes:
        page.text("Not known: no way in is published.")
    for i, route in enumerate(career.routes):
        if i:
            page.gap()
        page.ends(route.name, words.route_months(route))
        start = words.start_words(prospects.catalogue, route)
        page.text(f"From: {start}. Result: {words.sentence(route.award)}", indent=4)
        page.text(route.notes or "", indent=4)
    residency = career.residency
    if residency is not None:
        page.gap()
        page.ends(residency.name, f"{span(residency.months)}, paid")
        page.text("Paid training after the way in and before full pay.", indent=4)
        page.text(residency.notes or "", indent=4)


def your_way(page: Page, prospects: Prospects, prospect: Prospect, person: Answers) -> None:
    """The shortest way from where the person is, as steps and as a line through ten years."""
    way = prospect.pathway
    page.heading("Your way in", words.person_words(prospects.catalogue, person))
    if way is None:
        page.text("Not known: the catalogue has no way in from there.")
        return
    steps = [
        (span(step.months), words.capital(step.name) + ("" if step.kind in _UNPAID else " (paid)"))
        for step in way.steps
    ]
    if not steps:
        page.text("You can start without further study.")
    page.facts(steps, label_width=max((len(label) for label, _ in steps), default=0) + 3)
    stages = words.stages_of(prospect)
    bar = timeline(page.screen, stages, min(page.room - len(_TODAY + _THEN), _WIDEST_BAR))
    if bar:
        page.gap()
        page.line([(_TODAY, "dim"), *bar.parts, (_THEN, "dim")])
        sign = signs(page.screen).stages
        kinds = {kind for kind, _ in stages}
        legend = "   ".join(f"{sign[kind]} {name}" for kind, name in _KINDS if kind in kinds)
        page.text(legend, style="dim", indent=8)
    page.gap()
    earnings = prospect.earnings
    facts = [("First pay", words.first_pay_words(way.months_to_first_pay))]
    if way.months[0] != way.months_to_first_pay:
        facts.append(("In the role", f"after {months(way.months[0])}{years_note(way.months[0])}"))
    if earnings is not None:
        facts.append(("Ten years", f"about ${round(earnings.total, -3):,} earned from today on"))
    page.facts(facts)
    page.text(_assumptions(prospect), style="dim")


def _assumptions(prospect: Prospect) -> str:
    if prospect.earnings is None:
        return "What is earned in ten years cannot be worked out: a figure is not known."
    from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION

    if prospect.career.residency is None:
        return ASSUMPTIONS
    return f"{ASSUMPTIONS} {RESIDENCY_ASSUMPTION}"


def credentials(page: Page, career: Career) -> None:
    """Licences and certificates: who gives them and by which exam."""
    page.heading("Licenses and certificates")
    if not career.credentials:
        page.text("Not known: no license or certificate is named.")
    for i, credential in enumerate(career.credentials):
        if i and not page.screen.blocks:
            page.gap()
        page.ends(credential.name, credential.need)
        exam = f"Exam: {credential.exam}." if credential.exam else ""
        page.text(f"From: {words.sentence(credential.body)} {exam}", indent=4)
        page.text(credential.notes or "", indent=4)
        page.address(credential.url or "", indent=4)
