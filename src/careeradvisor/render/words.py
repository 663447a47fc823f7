"""What the figures and levels of a career are in words, for every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue import levels
from careeradvisor.render.format import NOT_KNOWN, months, span
from careeradvisor.text import listed
from careeradvisor.text import one_line as one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careeradvisor.catalogue.model import (
        Career,
        Catalogue,
        EducationLevel,
        PatientContact,
        Remote,
        Route,
        Source,
    )
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Pathway, Pay, Prospect
    from careeradvisor.render.bars import Kind, Stage

_CONTACT_MEANS = (
    "none",
    "occasional: brief, or by phone or video",
    "regular: in part of most days",
    "frequent: most of the day",
    "constant and hands-on",
)
_REMOTE_MEANS = ("never", "rarely", "hybrid: part of the week", "mostly", "fully")
_HORIZON = 120

BROADER = "*"
BROADER_NOTE = "* Counted within a broader group, whose figure this is."


def sentence(text: str) -> str:
    """``text`` with a capital in front and a full stop behind."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


def capital(text: str) -> str:
    """``text`` with a capital in front."""
    return text[:1].upper() + text[1:]


def contact_words(contact: PatientContact | None) -> str:
    """The level of patient contact and what it means."""
    return NOT_KNOWN if contact is None else _CONTACT_MEANS[contact.level]


def remote_words(remote: Remote | None) -> str:
    """The level of work from home, and how new people start."""
    if remote is None:
        return NOT_KNOWN
    level = _REMOTE_MEANS[remote.level]
    if remote.level == remote.entry == 0:
        return f"{level}; everyone works on site"
    if remote.level == remote.entry:
        return f"{level}; new people too"
    return f"{level}; new people usually start {levels.STARTS[remote.entry]}"


def new_people(remote: Remote) -> str:
    """How new people usually start: "on site"."""
    return levels.STARTS[remote.entry]


def change_words(percent: float) -> str:
    """A projected change of the number of jobs: "7% more jobs"."""
    if percent == 0:
        return "as many jobs as now"
    return f"{abs(percent):g}% {'more' if percent > 0 else 'fewer'} jobs"


def education_words(level: EducationLevel) -> str:
    """What somebody has who has finished a level of education."""
    from careeradvisor.prospects.education import DEGREE_NAMES

    name = DEGREE_NAMES[level]
    if level in ("none", "some-college"):
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def holder_words(catalogue: Catalogue, credential: str) -> str:
    """A credential by the title of the first career that grants it: "Registered nurse (rn)"."""
    for career in catalogue.careers.values():
        if credential in career.grants:
            return career.title
    return credential


def start_words(catalogue: Catalogue, route: Route) -> str:
    """What a route starts from: education, credentials, paid experience."""
    from careeradvisor.prospects.education import is_level

    parts = [
        education_words(start) if is_level(start) else f"work as {holder_words(catalogue, start)}"
        for start in route.start
    ]
    parts += [
        f"{months(needed.months)} of paid work as {career_title(catalogue, needed.career)}"
        for needed in route.experience
    ]
    return listed(parts)


def person_words(catalogue: Catalogue, person: Answers) -> str:
    """Where a person starts: "from a bachelor's degree, as Registered nurse"."""
    text = f"from {education_words(person.education)}"
    if person.holds:
        held = listed([holder_words(catalogue, credential) for credential in person.holds])
        text += f", as {held}"
    return text


def career_title(catalogue: Catalogue, career_id: str) -> str:
    """The title of a career, or its id when the catalogue does not have it."""
    career = catalogue.careers.get(career_id)
    return career_id if career is None else career.title


def route_months(route: Route) -> str:
    """How long a route takes: "4 to 9 months", "no study"."""
    return span(route.months) if route.months[1] else "no study first"


def study_words(way: Pathway | None) -> str:
    """All study on a way in: "4 to 9 months", "none"."""
    if way is None:
        return NOT_KNOWN
    if way.study[1] == 0:
        return "none"
    return span((way.study[0], way.study[1]))


def work_first(way: Pathway) -> str:
    """The paid work that a way in asks for first: "24 months as Medical coder"; may be empty."""
    return listed(
        [
            f"{months(step.months[0])} {step.name.removeprefix('work ')}"
            for step in way.steps
            if step.kind == "work"
        ]
    )


def first_pay_words(count: int) -> str:
    """When the first pay comes."""
    return f"after {months(count)} at the earliest" if count else "from the first day"


_STAGES: dict[str, Kind] = {
    "degree": "study",
    "study": "study",
    "work": "work",
    "residency": "training",
}


def stages_of(prospect: Prospect, horizon: int = _HORIZON) -> list[Stage]:
    """The way into a career and the years in it as stretches of a timeline, ``horizon`` months."""
    way = prospect.pathway
    if way is None:
        return []
    stages: list[Stage] = []
    for step in way.steps:
        stages.append((_STAGES[step.kind], step.months[0]))
    left = horizon
    cut: list[Stage] = []
    for kind, length in [*stages, ("role", horizon)]:
        length = min(length, left)
        left -= length
        if cut and cut[-1][0] == kind:
            cut[-1] = (kind, cut[-1][1] + length)
        elif length:
            cut.append((kind, length))
    return cut


def area_words(catalogue: Catalogue, pay: Pay) -> str:
    """Where the people live whose pay it is."""
    return pay.area or catalogue.head.region


def source_words(source: Source) -> str:
    """A source in a line: title, publisher, vintage."""
    return f"{source.title}. {source.publisher}, {source.vintage}."


def pay_notes(catalogue: Catalogue, career: Career, pay: Pay) -> list[str]:
    """What has to be known to read a career's pay rightly; one sentence or more each."""
    salary = career.salary
    notes: list[str] = []
    if pay.missing_area is not None:
        notes.append(f"Not published for {pay.missing_area}: national figures are shown.")
    if salary is None:
        return notes
    source = catalogue.sources[salary.source]
    if salary.basis == "broader-group":
        group = salary.group or "a broader group"
        notes.append(
            f"This role has no figures of its own: it is counted within {group}, and the figures "
            f"are those of that whole group ({source.publisher})."
        )
    elif salary.basis == "survey":
        notes.append("The figures are those of a survey, not official statistics.")
    if salary.survey is not None:
        low, high = salary.survey.low, salary.survey.high
        named = catalogue.sources[salary.survey.source]
        notes.append(
            f"A survey range for the role itself: ${low:,} to ${high:,} "
            f"({named.title}, {named.vintage})."
        )
    if salary.top_coded and pay.area is None:
        notes.append("Percentiles that are missing lie above the highest pay that is published.")
    return notes


def named(career: Career) -> str:
    """The title, with the id where that is another word."""
    from careeradvisor.catalogue.names import key

    same = key(career.title) == key(career.id)
    return career.title if same else f"{career.title} ({career.id})"


def broader_mark(prospect: Prospect) -> str:
    """The mark of pay that is a broader group's; nothing for other pay."""
    salary = prospect.career.salary
    known = prospect.pay.median is not None
    return BROADER if known and salary is not None and salary.basis == "broader-group" else ""


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """The parts that are not empty, with a separator between."""
    return separator.join(part for part in parts if part)


def step_words(study: Sequence[int] | None, experience: int | None) -> str:
    """What a step of a ladder takes in time: "0 to 3 months of study, 24 months in the job"."""
    parts = []
    if study is not None:
        parts.append(f"{span(study)} of study" if study[1] else "no study")
    if experience:
        parts.append(f"{months(experience)} of experience")
    return ", ".join(parts)
