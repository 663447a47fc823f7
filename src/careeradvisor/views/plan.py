"""A plan: the way from today to the first pay in a role and the step after, dated by month."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from careeradvisor.prospects.plan import first_pay, span_text, stretches
from careeradvisor.text import listed
from careeradvisor.views import plan_facts as facts
from careeradvisor.views import words
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.plan_facts import Dates, StepView
from careeradvisor.views.shared import PersonalView, SourceView, about, made, source_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.prospects.plan import Month
    from careeradvisor.views.place import Place

NOT_COUNTED = (
    "Not counted, as nobody knows it for you: applying, waiting for the next term or for a free "
    "place, waiting for an exam or a license, and finding a job."
)
_HALF_PACE = (
    "At half pace every study counts twice as long. Not every program can be taken that way: ask."
)


class RolePlanView(Struct, frozen=True):
    """The plan for one role.

    ``standing`` is here, open, later, rare or unknown. ``first_pay`` is the month of the first
    paid work on the way, ``in_role`` that from which on the role itself is open; both by the
    shortest usual times and by the longest. ``debt`` is the typical one of the programs on the
    way, as far as it is known; ``debt_known`` says whether that is all. ``steps`` are in order.
    """

    id: str
    title: str
    standing: str
    text: str
    first_pay: Dates | None
    in_role: Dates | None
    months: tuple[int, int] | None
    debt: int | None
    debt_known: bool
    entry_pay: int | None
    steps: list[StepView]
    notes: list[str]


class ComparedView(Struct, frozen=True):
    """One thing about two roles, in words."""

    label: str
    texts: list[str]


class PlanView(PersonalView, frozen=True, tag="careeradvisor/plan-1"):
    """Plans for one role or for two, which ``compared`` sets side by side.

    ``start`` is the month in which the first step begins. ``not_counted`` says which times are
    in no date. A fact's ``source`` is the id of one of ``sources``.
    """

    start: str
    plans: list[RolePlanView]
    compared: list[ComparedView]
    not_counted: str
    sources: list[SourceView]


class StepRow(Struct, frozen=True):
    """A step as a flat row; months are ISO (2027-01), the earliest and the latest."""

    role: str
    number: int
    kind: str
    title: str
    career: str | None
    begins_earliest: str | None
    begins_latest: str | None
    done_earliest: str | None
    done_latest: str | None
    months_shortest: int | None
    months_longest: int | None
    time: str
    money: str
    done_when: str
    facts: list[str]


def plan_view(
    prospects: Prospects,
    careers: Sequence[Career],
    person: Answers,
    start: Month,
    place: Place = NOWHERE,
) -> PlanView:
    """Plans for one career or two from ``start`` on.

    ``place`` is what is known of where the person lives.
    """
    plans = [_role_plan(facts.Told(prospects, start, place), career) for career in careers]
    catalogue = prospects.catalogue
    used: dict[str, dict[str, None]] = {}
    for plan in plans:
        for step in plan.steps:
            for fact in step.facts:
                if fact.source is not None:
                    used.setdefault(fact.source, {})[fact.label.lower()] = None
    return made(
        PlanView(
            start=start.iso,
            **about(catalogue, person),
            plans=plans,
            compared=list(_compared(plans)) if len(plans) > 1 else [],
            not_counted=NOT_COUNTED,
            sources=[source_view(catalogue, source, list(what)) for source, what in used.items()],
        )
    )


def _role_plan(told: facts.Told, career: Career) -> RolePlanView:
    """The plan for one career."""
    prospect = told.prospects[career.id]
    steps = _undoubled(_steps(told, prospect))
    pathway, earnings = prospect.pathway, prospect.earnings
    ahead = pathway is not None and not prospect.here
    return RolePlanView(
        id=career.id,
        title=career.title,
        standing=prospect.standing,
        text=_text(told, prospect),
        first_pay=told.dates(first_pay(pathway)) if ahead and pathway is not None else None,
        in_role=told.dates(pathway.months) if ahead and pathway is not None else None,
        months=prospect.months,
        debt=None if earnings is None else earnings.debt,
        debt_known=earnings is not None and earnings.debt_known,
        entry_pay=prospect.pay.entry,
        steps=steps,
        notes=list(_notes(told.prospects, prospect)),
    )


def step_rows(view: PlanView) -> Iterator[StepRow]:
    """The steps of all plans, in order."""
    for plan in view.plans:
        for number, step in enumerate(plan.steps, 1):
            fields: list[Any] = [
                plan.id, number, step.kind, step.title, step.career,
                *(step.begins or (None, None)), *(step.done or (None, None)),
                *(step.months or (None, None)), step.time, step.money, step.done_when,
                [f"{fact.label}: {fact.text}" for fact in step.facts],
            ]  # fmt: skip
            yield StepRow(*fields)


def _steps(told: facts.Told, prospect: Prospect) -> Iterator[StepView]:
    pathway = prospect.pathway
    if prospect.here:
        yield from facts.after(told, prospect, (0, 0))
        return
    if pathway is None:
        yield facts.ask_how(told, prospect)
        yield facts.job(told, prospect, None)
        yield from facts.after(told, prospect, None)
        return
    way = stretches(pathway)
    for i, stretch in enumerate(way):
        after = way[i + 1] if i + 1 < len(way) else None
        if stretch.step.kind in ("degree", "study"):
            if i == 0:
                yield facts.applying(told, stretch, after)
            yield facts.study(told, stretch, after, first=i == 0)
        elif stretch.step.kind == "work":
            yield facts.work(told, stretch)
        else:
            yield facts.residency(told, stretch)
        # A license comes when the training that leads to it is over.
        own = stretch.step.career
        if own is None or stretch.step.kind == "work":
            continue
        if after is None or after.step.career != own or after.step.kind == "work":
            yield from facts.credentials(told, told.prospects[own], stretch)
    last = way[-1] if way else None
    ends = (0, 0) if last is None else last.ends
    papers: list[StepView] = []
    if last is None or last.step.kind == "work" or last.step.career != prospect.career.id:
        papers = list(facts.credentials(told, prospect, last))
    # Without a program that leads to them, papers that nobody has to have come with the job.
    before = any(fact.label == "Needed" for paper in papers for fact in paper.facts)
    yield from papers if before else ()
    yield facts.job(told, prospect, ends)
    yield from () if before else papers
    yield from facts.after(told, prospect, ends)


def _undoubled(steps: Iterator[StepView]) -> list[StepView]:
    """Steps without the facts that an earlier step has told already."""
    seen: set[tuple[str, str]] = set()
    found = []
    for step in steps:
        new = [fact for fact in step.facts if (fact.label, fact.text) not in seen]
        seen.update((fact.label, fact.text) for fact in new)
        found.append(replace(step, facts=new))
    return found


def _text(told: facts.Told, prospect: Prospect) -> str:
    """The plan in a sentence or two."""
    title = prospect.career.title
    pathway = prospect.pathway
    if prospect.here:
        more = "This plan says what can come next."
        return f"You are in this role already: there is nothing to learn first. {more}"
    if pathway is None:
        return f"No way into this role is known: nobody publishes how people become {title}."
    if not pathway.steps:
        return "No study comes first: you can look for such a job now."
    text = f"In the role from {told.when(pathway.months)} on"
    if pathway.work or pathway.residency[1]:
        paid = told.when(first_pay(pathway))
        text = f"First pay from {paid} on; in the role from {told.when(pathway.months)} on"
    text += f": {words.span(pathway.months)} from the start{words.years_note(pathway.months)}."
    route = pathway.route
    if route is not None and route.in_hand and route.in_hand[1] > pathway.months[1]:
        low, high = route.in_hand
        months = (max(low, pathway.months[0]), high)
        text += (
            f" That is the course alone: people usually have the certificate, which employers "
            f"look for, in {told.when(months)}."
        )
    return text


def _notes(prospects: Prospects, prospect: Prospect) -> Iterator[str]:
    """What has to be known before relying on a plan, the most important first."""
    career, pathway = prospect.career, prospect.pathway
    if prospect.here or pathway is None:
        return
    if prospect.standing == "elsewhere":
        yield f"{words.capital(prospect.shut)}: this plan means to move, or to commute."
    if prospect.standing == "rare":
        yield "Only a few people get in by the ways that there are: have a second plan."
    elif prospect.not_usual:
        yield (
            "This is not the usual way in, since the catalogue knows of no usual one. Ask people "
            "who do this work how they came to it."
        )
    for asked in pathway.asked:
        if asked.missing and not asked.done and prospects[asked.career].here:
            title = prospects[asked.career].career.title
            yield (
                f"You gave no years as {title}. Those that you have count: add "
                f"--worked {asked.career}=5y, or how long it was."
            )
    if pathway.study[1]:
        if prospect.pace == "half":
            yield _HALF_PACE
        inside = [p.career.title for p in prospects if p.here]
        if inside and prospect.pace == "full":
            yield (
                f"Do you want to go on working as {listed(inside[:2], 'or')} beside your study? "
                "Then plan with --pace half, and ask whether the program can be taken that way. "
                "What you earn meanwhile is not counted here."
            )
    others = len(career.routes) - 1
    if others > 0:
        ways = "1 other way in" if others == 1 else f"{others} other ways in"
        yield f"There {'is' if others == 1 else 'are'} {ways}: show {career.id} --section ways"


def _compared(plans: Sequence[RolePlanView]) -> Iterator[ComparedView]:
    """What differs between plans, as rows of words."""
    yield ComparedView("First pay", [_date(plan, plan.first_pay) for plan in plans])
    yield ComparedView("In the role", [_date(plan, plan.in_role) for plan in plans])
    months = [words.NOT_KNOWN if p.months is None else words.span(p.months) for p in plans]
    yield ComparedView("From the start", months)
    for number, steps in enumerate(zip_longest(*(plan.steps for plan in plans)), 1):
        yield ComparedView(f"Step {number}", ["-" if s is None else _dated(s) for s in steps])
    yield ComparedView("Typical debt", [_debt(plan) for plan in plans])
    yield ComparedView("Pay at the start", [words.dollars(plan.entry_pay) for plan in plans])


def _dated(step: StepView) -> str:
    return step.title if step.begins is None else f"{span_text(step.begins)}: {step.title}"


def _debt(plan: RolePlanView) -> str:
    more = "" if plan.debt is None or plan.debt_known else ", and more that is not known"
    return f"{words.dollars(plan.debt)}{more}"


def _date(plan: RolePlanView, dates: Dates | None) -> str:
    if dates is None:
        return "you are in it" if plan.standing == "here" else words.NOT_KNOWN
    return span_text(dates)
