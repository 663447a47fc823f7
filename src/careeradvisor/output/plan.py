"""How a plan is laid out: the dates at a glance, then each step; two roles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import (
    Address,
    Cell,
    Column,
    Facts,
    Gap,
    Heading,
    Items,
    SpanPicture,
    Table,
    Words,
    side_by_side,
)
from careeradvisor.prospects.plan import span_text
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careeradvisor.output.parts import Part, Stage
    from careeradvisor.views.plan import PlanView, RolePlanView
    from careeradvisor.views.plan_facts import StepView

_LABEL = 22
_LONG = 280
_DATED = (
    Column("From", wraps=True),
    Column("What", wraps=True),
    Column("How long", optional=True),
    Column("", optional=True),
)
_STAGES: dict[str, Stage] = {
    "degree": "study",
    "study": "study",
    "credential": "study",
    "work": "work",
    "residency": "training",
    "job": "role",
    "next": "role",
}


def plan_page(view: PlanView) -> list[Part]:
    """The plan for one role step by step, or two plans side by side."""
    parts = _one(view, view.plans[0]) if len(view.plans) == 1 else _two(view)
    sources = _sources(view) if len(view.plans) == 1 else ()
    return [*parts, Gap(), Words(view.not_counted), *sources]


def _one(view: PlanView, plan: RolePlanView) -> Iterator[Part]:
    yield Heading(f"Plan: {plan.title}", view.person.text, level=1)
    yield Words(plan.text)
    yield from (Gap(), dated(plan, months_of(plan)), Gap())
    if plan.notes:
        yield Items(plan.notes)
    numbers = {source.id: number for number, source in enumerate(view.sources, 1)}
    for number, step in enumerate(plan.steps, 1):
        yield from step_parts(number, step, numbers)


def step_parts(number: int, step: StepView, numbers: Mapping[str, int]) -> Iterator[Part]:
    """A step in full; ``numbers`` are those of the sources by id."""
    yield Heading(f"{number}. {step.title}", when(step))
    facts = [("How long", words.sentence(words.capital(step.time)))]
    # The facts of pay say the same, and where it is from.
    if not any(fact.label.startswith("Pay") for fact in step.facts):
        facts.append(("Money", step.money))
    facts.append(("Done when", step.done_when))
    facts = [(label, text) for label, text in facts if text]
    for fact in step.facts:
        cited = "" if fact.source is None else f" [{numbers[fact.source]}]"
        # What is long and has a page of its own is begun here.
        text = _begun(fact.text) if fact.url else fact.text
        facts.append((fact.label, f"{text}{cited}"))
        if fact.url:
            yield Facts(facts, _LABEL)
            yield Address(fact.url)
            facts = []
    yield Facts(facts, _LABEL)


def _begun(text: str) -> str:
    """A text's first sentence, which is a name, and as many more as there is room for."""
    name = words.first_sentences(text, 0)
    return f"{name} {words.first_sentences(text[len(name) :].strip(), _LONG)}".strip()


def _two(view: PlanView) -> Iterator[Part]:
    yield Heading(" / ".join(plan.title for plan in view.plans), view.person.text, level=1)
    compared = [[row.label, *row.texts] for row in view.compared]
    yield side_by_side([plan.title for plan in view.plans], compared)
    until = max(months_of(plan) for plan in view.plans)
    for plan in view.plans:
        yield Heading(plan.title)
        yield Words(plan.text)
        yield from (Gap(), dated(plan, until), Gap())
        if plan.notes:
            yield Items(plan.notes)
        yield Words(f"Every step in full, with its sources: careeradvisor plan {plan.id}", "quiet")


def dated(plan: RolePlanView, until: int) -> Table:
    """The steps of a plan with their dates, for a timeline of ``until`` months."""
    rows: list[list[Cell | str]] = []
    for step in plan.steps:
        span = None if step.span is None else SpanPicture(_STAGES[step.kind], *step.span, until)
        time = "" if step.months is None else _short(step.months)
        rows.append([_begins(step), step.title, time, Cell(picture=span)])
    return Table(_DATED, rows, named=1, kind="dated")


def when(step: StepView) -> str:
    """When a step begins and when it is done, in a few words."""
    begins = _begins(step)
    if step.begins is None or step.done is None or step.begins == step.done:
        return begins
    return f"{begins}, done {span_text(step.done)}"


def _begins(step: StepView) -> str:
    if step.begins is not None:
        return span_text(step.begins)
    return {"apply": "now", "next": "later"}.get(step.kind, words.NOT_KNOWN)


def _short(months: tuple[int, int]) -> str:
    low, high = months
    return f"{low} mo" if low == high else f"{low}-{high} mo"


def months_of(plan: RolePlanView) -> int:
    """How many months the steps of a plan that have dates take, for its timeline."""
    return max([1, *(step.span[1] for step in plan.steps if step.span is not None)])


def _sources(view: PlanView) -> Iterator[Part]:
    if not view.sources:
        return
    yield Heading("Sources")
    for number, source in enumerate(view.sources, 1):
        yield Words(f"[{number}] {source.title}. {source.publisher}, {source.vintage}.", "quiet")
