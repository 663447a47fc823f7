"""What to do next about a career: the program, the first credential, the license, the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.areas import STATES
from careeradvisor.output.report.model import Fact, NextStep
from careeradvisor.output.report.words import capital, months_range
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.catalogue.model import Career, Catalogue, Credential, Route
    from careeradvisor.output.report.sources import Citations
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Step

_NEEDS = ("required", "expected", "optional")
_NEED_WORDS = {
    "required": "You need it to work in this role.",
    "expected": "Most employers expect it.",
    "optional": "It is optional, and can help.",
}
_MOST_OTHERS = 4


def way_in(prospect: Prospect, catalogue: Catalogue, citations: Citations) -> tuple[Fact, ...]:
    """The way from today, step by step, with the usual length of each."""
    pathway = prospect.pathway
    if pathway is None:
        return ()
    steps = []
    for step in pathway.steps:
        if step.kind == "residency":
            continue
        route = _route_of(step, catalogue)
        notes = f"Ends with: {route.award}." if route else ""
        # What is said about the way into another career belongs on that career's own page.
        if route and route.notes and step.career == prospect.career.id:
            notes += f" {route.notes}"
        steps.append(
            Fact(
                capital(step.name),
                months_range(step.months),
                notes,
                citations.of(route.source if route else None),
            )
        )
    route = pathway.route
    if route is not None and not any(step.name == route.name for step in pathway.steps):
        steps.append(
            Fact(
                route.name,
                "no further study",
                f"{route.award}. {route.notes or ''}".strip(),
                citations.of(route.source),
            )
        )
    residency = prospect.career.residency
    if residency is not None:
        steps.append(
            Fact(
                residency.name,
                f"{months_range(residency.months)}, paid",
                residency.notes or "",
                citations.of(residency.source),
            )
        )
    return tuple(steps)


def next_steps(
    prospect: Prospect, answers: Answers, catalogue: Catalogue, citations: Citations
) -> tuple[NextStep, ...]:
    """Up to five things to do, in the order in which to do them."""
    return tuple(
        step
        for step in (
            _start(prospect),
            _credential(prospect, answers, catalogue, citations),
            _license(prospect.career, answers, catalogue),
            _before_paying(prospect),
            _from_home(prospect.career, citations),
        )
        if step is not None
    )


def credential_line(career: Career) -> str:
    """A career's first credential, for a table's cell."""
    first = first_credential(career)
    return "none known" if first is None else f"{first.name} ({first.need})"


def first_credential(career: Career) -> Credential | None:
    """The credential to get first: a required one, else an expected, else an optional one."""
    return min(career.credentials, key=lambda c: _NEEDS.index(c.need), default=None)


def _start(prospect: Prospect) -> NextStep:
    pathway = prospect.pathway
    if pathway is None:
        return NextStep(
            "Ask how people get in.",
            "The catalogue knows no usual way into this career. Ask an employer or a school.",
        )
    if not pathway.steps:
        name = pathway.route.name if pathway.route else "No study is needed first"
        return NextStep("Look for openings.", f"{name}.")
    step = pathway.steps[0]
    length = months_range(step.months)
    if step.kind == "degree":
        return NextStep("Find a school.", f"Start with the {step.name}: usually {length} from now.")
    if step.kind == "work":
        return NextStep("Get the experience.", f"{capital(step.name)}: {length}.")
    # Study that may take no time at all is training by the employer, not a school's program.
    if step.months[0] == 0:
        return NextStep("Ask employers.", f"{step.name}: {length} of study.")
    return NextStep("Find a program.", f"{step.name}, usually {length}.")


def _credential(
    prospect: Prospect, answers: Answers, catalogue: Catalogue, citations: Citations
) -> NextStep:
    for career in _on_the_way(prospect, answers, catalogue):
        first = first_credential(career)
        if first is None or (first.need == "optional" and career.id != prospect.career.id):
            continue
        text = f"{first.name}, given by {first.body}. {_NEED_WORDS[first.need]}"
        if career.id != prospect.career.id:
            text = f"On the way, as {career.title}: {text}"
        if first.exam:
            text += f" Exam: {first.exam}."
        if first.notes and career.id == prospect.career.id:
            text += f" {first.notes}"
        others = [
            f"{c.name} ({c.need})" for c in prospect.career.credentials if c.name != first.name
        ]
        if others:
            when = "Later or instead" if career.id == prospect.career.id else "Then, for this role"
            text += f" {when}: {listed(others[:_MOST_OTHERS])}."
        return NextStep(
            "Plan the first credential.", text, citations.of(first.source), first.url or ""
        )
    return NextStep(
        "Ask about credentials.",
        "The catalogue knows of none for this career. Job advertisements show what employers want.",
    )


def _on_the_way(prospect: Prospect, answers: Answers, catalogue: Catalogue) -> Iterator[Career]:
    """Careers that the way leads through and that the person is not in yet, then the goal."""
    for step in prospect.pathway.steps if prospect.pathway else ():
        career = catalogue.careers.get(step.career or "")
        if career is None or career.id == prospect.career.id:
            continue
        if not set(answers.holds).intersection(career.grants):
            yield career
    yield prospect.career


def _license(career: Career, answers: Answers, catalogue: Catalogue) -> NextStep:
    known = [c for c in career.credentials if c.need == "required" and "licens" in c.name.lower()]
    text = f"As far as is known you need: {listed([c.name for c in known])}. " if known else ""
    if catalogue.head.region != "United States":
        text += "Ask the licensing authority of the place where you want to work what it requires."
        return NextStep("Check the license.", text)
    state = STATES.get(answers.state or "", "your state")
    text += (
        "Rules differ by state and change. Before you pay for a program, look in the License "
        f"Finder at careeronestop.org, or ask the licensing board of {state}."
    )
    return NextStep("Check the license.", text)


def _before_paying(prospect: Prospect) -> NextStep | None:
    if prospect.pathway is None or prospect.pathway.study[1] == 0:
        return None
    return NextStep(
        "Ask before you pay.",
        "What it costs with books and exams, who accredits it, how many finish and how many of "
        "those find work in the field. Compare two or three schools.",
    )


def _from_home(career: Career, citations: Citations) -> NextStep | None:
    remote = career.remote
    if remote is None or remote.entry >= remote.level:
        return None
    return NextStep(
        "Ask where you would start.",
        "Working from home often comes later. Ask employers near you when new people may.",
        citations.of(remote.source),
    )


def _route_of(step: Step, catalogue: Catalogue) -> Route | None:
    """The route that a step of study belongs to."""
    career = catalogue.careers.get(step.career or "")
    if career is None or step.kind != "study":
        return None
    return next((r for r in career.routes if r.name == step.name and r.months == step.months), None)
