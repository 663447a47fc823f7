"""What the figures and levels of a career are in words, the same on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careeradvisor.catalogue import levels
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careeradvisor.catalogue.model import (
        Career,
        Catalogue,
        EducationLevel,
        PatientContact,
        Remote,
        Route,
    )
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Pathway

NOT_KNOWN = "not known"

_CONTACT_MEANS = (
    "none",
    "occasional: brief, or by phone or video",
    "regular: in part of most days",
    "frequent: most of the day",
    "constant and hands-on",
)
_REMOTE_MEANS = ("never", "rarely", "hybrid: part of the week", "mostly", "fully")


def dollars(amount: float | None) -> str:
    """Dollars with separators, or "not known".

    >>> dollars(51140)
    '$51,140'
    """
    return NOT_KNOWN if amount is None else f"${round(amount):,}"


def months(count: int) -> str:
    """Months with their unit: "1 month", "9 months"."""
    return f"{count} month" if count == 1 else f"{count} months"


def span(pair: Sequence[int]) -> str:
    """A range of months.

    >>> span((4, 9)), span((24, 24))
    ('4 to 9 months', '24 months')
    """
    low, high = pair
    return months(low) if low == high else f"{low} to {months(high)}"


def capital(text: str) -> str:
    """``text`` with a capital in front."""
    return text[:1].upper() + text[1:]


def about(amount: float) -> str:
    """Dollars that are worked out rather than published, to the nearest thousand.

    >>> about(475_320)
    'about $475,000'
    """
    return f"about ${round(amount, -3):,.0f}"


def years_note(months: Sequence[int]) -> str:
    """What a range of many months is in years: " (2 to 4.5 years)"; nothing below 24.

    Nor where it is no even number of half years: nobody speaks of 2.2 years.

    >>> years_note((24, 54))
    ' (2 to 4.5 years)'
    """
    low, high = (f"{count / 12:.1f}".removesuffix(".0") for count in months)
    if months[0] < 24 or any(count % 6 for count in months):
        return ""
    return f" ({low} years)" if low == high else f" ({low} to {high} years)"


def sentence(text: str) -> str:
    """``text`` with a capital in front and a full stop behind."""
    text = capital(text.strip())
    return text if not text or text.endswith((".", "?", "!", ":")) else f"{text}."


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """The parts that are not empty, with a separator between."""
    return separator.join(part for part in parts if part)


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
    """A credential by the title of the only career that gives it, else its id: "physician"."""
    from careeradvisor.prospects.credentials import own_credentials

    giving = [c.title for c in catalogue.careers.values() if credential in own_credentials(c)]
    return giving[0] if len(giving) == 1 else credential


def degree_words(catalogue: Catalogue, credential: str) -> str:
    """A degree by its field, "a degree in psychology", or what it is; "" for another credential."""
    degree = catalogue.degrees.get(credential)
    return "" if degree is None else degree.called or f"a degree in {degree.field}"


def start_words(catalogue: Catalogue, route: Route) -> str:
    """What a route starts from: education, credentials, paid experience, college science."""
    from careeradvisor.prospects.education import is_level

    parts = [
        education_words(start)
        if is_level(start)
        else degree_words(catalogue, start) or f"work as {holder_words(catalogue, start)}"
        for start in route.start
    ]
    if route.sciences:
        parts.append("college courses in science")
    parts += [
        f"{months(needed.months)} of paid work as {career_title(catalogue, needed.career)}"
        for needed in route.experience
    ]
    return listed(parts)


def person_words(catalogue: Catalogue, person: Answers) -> str:
    """Where a person starts: "from a bachelor's degree, as Registered nurse"."""
    from careeradvisor.prospects.education import RANK

    text = f"from {education_words(person.education)}"
    degrees = [words for held in person.holds if (words := degree_words(catalogue, held))]
    levels = [d.level for id, d in catalogue.degrees.items() if id in person.holds]
    if degrees and RANK[person.education] <= max(map(RANK.__getitem__, levels)):
        text = f"from {listed(degrees)}"
    elif degrees:
        text += f", with {listed(degrees)}"
    licences = [held for held in person.holds if held not in catalogue.degrees]
    if licences:
        text += f", as {listed([holder_words(catalogue, held) for held in licences])}"
    worked = [
        f"{months(count)} of work as {career_title(catalogue, career)}"
        for career, count in person.worked.items()
    ]
    if worked:
        text += f", with {listed(worked)}"
    return f"{text}, studying half time" if person.pace == "half" else text


def career_title(catalogue: Catalogue, career_id: str) -> str:
    """The title of a career, or its id when the catalogue does not have it."""
    career = catalogue.careers.get(career_id)
    return career_id if career is None else career.title


def named(title: str, career_id: str) -> str:
    """The title, with the id where that is another word."""
    from careeradvisor.catalogue.names import key

    return title if key(title) == key(career_id) else f"{title} ({career_id})"


def work_first(way: Pathway) -> str:
    """The paid work that a way in asks for first: "24 months as Medical coder"; may be empty."""
    return listed(
        [
            f"{months(step.months[0])} {step.name.removeprefix('work ')}"
            for step in way.steps
            if step.kind == "work"
        ]
    )


def step_words(study: Sequence[int] | None, experience: int | None) -> str:
    """What a step of a ladder takes in time: "0 to 3 months of study, 24 months in the job"."""
    parts = []
    if study is not None:
        parts.append(f"{span(study)} of study" if study[1] else "no study")
    if experience:
        parts.append(f"{months(experience)} of experience")
    return ", ".join(parts)


def first_sentences(text: str, room: int = 160) -> str:
    """As many whole sentences of a text as fit into ``room`` characters; the first one always.

    >>> first_sentences("One. Two. Three.", 9)
    'One. Two.'
    """
    kept = ""
    for part in re.split(r"(?<=[.?!]) (?=[A-Z])", text):
        if kept and len(kept) + 1 + len(part) > room:
            break
        kept = f"{kept} {part}".strip()
    return kept


def salary_group(career: Career) -> str | None:
    """The broader group whose figures count for the career; ``None`` where they are its own."""
    salary = career.salary
    if salary is None or salary.basis != "broader-group":
        return None
    return salary.group or "a broader group"
