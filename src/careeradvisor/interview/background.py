"""Questions about the person rather than about what they want: education, work, place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from careeradvisor.catalogue.areas import STATES, area_named, area_with, areas_of, state_code
from careeradvisor.errors import WrongUse
from careeradvisor.interview.conversing import ask, only_one, suggested
from careeradvisor.interview.naming import career_named, career_rows, jobs
from careeradvisor.interview.questions import BACK, Pick, Row, Write, joined
from careeradvisor.interview.steps import ANY, OneQuestion, Step
from careeradvisor.profile.answers import LONGEST_WORK
from careeradvisor.profile.durations import duration_text, months_from
from careeradvisor.prospects.credentials import Credentials, own_credentials
from careeradvisor.prospects.education import DEGREE_NAMES, LEVELS
from careeradvisor.text import listed, one_line, shorten
from careeradvisor.views.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Catalogue, EducationLevel
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.interview.steps import Frame
    from careeradvisor.profile.answers import Answers

_DEFAULT_LEVEL: EducationLevel = "high-school"
_SCIENCE_FROM: EducationLevel = "bachelor"
_STATES = tuple(Row(code, name) for code, name in STATES.items())
_TIMED = re.compile(r"(?P<job>[^=:]{1,100}?)[\s=:]+(?P<time>[0-9][^=:]{0,40})")
_NOTHING = frozenset({"", "no", "none", "nothing"})
_ANYWHERE = _NOTHING | {ANY}


class ChoiceStep(OneQuestion):
    """One of a few choices, kept in the field of the answers that has the step's key."""

    text: str
    why: str
    choices: ClassVar[Mapping[str, tuple[Any, str, str]]]
    """By what the front end replies: the field's value, how a summary says it, and a list."""

    def said(self, answers: Answers) -> str:
        """See Step."""
        return self.choices[self._current(answers)][1]

    def question(self, answers: Answers) -> Pick:
        """See OneQuestion."""
        rows = tuple(Row(reply, label) for reply, (_, _, label) in self.choices.items())
        return Pick(text=self.text, why=self.why, rows=rows, current=self._current(answers))

    def answered(self, reply: str, answers: Answers) -> Answers:
        """See OneQuestion."""
        return replace(answers, **{self.key: self.choices[reply][0]})

    def _current(self, answers: Answers) -> str:
        now = getattr(answers, self.key)
        return next(reply for reply, (value, _, _) in self.choices.items() if value == now)


class EducationStep(ChoiceStep):
    """What the person has finished."""

    key = "education"
    label = "education"
    text = "What is the highest education you have finished?"
    why = (
        "How long it takes to qualify depends on where you start: an associate degree can "
        "save two years, a bachelor's degree four. What you are studying now does not count "
        "until you have finished it."
    )
    choices: ClassVar[Mapping[str, tuple[Any, str, str]]] = {
        **{level: (level, name, capital(name)) for level, name in DEGREE_NAMES.items()},
        ANY: (
            _DEFAULT_LEVEL,
            DEGREE_NAMES[_DEFAULT_LEVEL],
            f"Skip this question (counts as: {DEGREE_NAMES[_DEFAULT_LEVEL]})",
        ),
    }


class SciencesStep(ChoiceStep):
    """Whether the person has the college science that some ways ask for."""

    key = "sciences"
    label = "college science"
    with_the_one_before = follows_up = True
    text = "Have you passed college science: biology, chemistry and anatomy, with labs?"
    why = (
        "Medical, nursing and therapy schools ask for these courses. Whoever has a degree "
        "in another field and lacks them studies about a year longer."
    )
    choices: ClassVar[Mapping[str, tuple[Any, str, str]]] = {
        "yes": (True, "with college science", "Yes, most of it"),
        "no": (False, "without college science", "No"),
    }

    def applies(self, answers: Answers) -> bool:
        """Below a bachelor's degree the science is part of what is still to be studied."""
        return LEVELS.index(answers.education) >= LEVELS.index(_SCIENCE_FROM)


class PaceStep(ChoiceStep):
    """How much of a week the person can study."""

    key = "pace"
    label = "pace of study"
    with_the_one_before = True
    text = "How much of your time can you give to study?"
    why = (
        "The lengths of programs are those of full-time study. At half time, beside a job "
        "or a family, each takes twice as many months."
    )
    choices: ClassVar[Mapping[str, tuple[Any, str, str]]] = {
        "full": ("full", "full time study", "Full time"),
        "half": ("half", "half time study", "Half time"),
    }


class HoldsStep(OneQuestion):
    """Licenses and certificates that the person has."""

    key = "holds"
    label = "licenses and work in healthcare"

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = Credentials(catalogue)
        held = dict.fromkeys(self._known.ids, 0)
        for career in catalogue.careers.values():
            for credential in own_credentials(career):
                held[credential] = max(held[credential], jobs(career))
        most = sorted(held, key=lambda id: held[id], reverse=True)
        self._rows = tuple(Row(id, self._name(id)) for id in most)

    def applies(self, answers: Answers) -> bool:
        """Only where the catalogue knows of any."""
        return bool(self._rows)

    def said(self, answers: Answers) -> str:
        """See Step."""
        return listed(map(self._name, answers.holds)) or "no license or certificate"

    def question(self, answers: Answers) -> Write:
        """See OneQuestion."""
        return Write(
            text="Which licenses or certificates in healthcare, or degrees in a field, "
            "do you hold?",
            why="Some ways in start from another health career and are shorter from there: a "
            "registered nurse can become a nurse practitioner, a radiologic technologist can move "
            "on to MRI. Others start from the field of a degree, such as biology or computer "
            "science. Only what you hold now counts. What is not in the list opens no shorter way "
            "into the careers here.",
            blank="none",
            examples="registered nurse, EMT, degree in biology",
            current=joined(answers.holds),
            suggestions=self._rows,
            words=_NOTHING,
            several=True,
        )

    def answered(self, reply: str, answers: Answers) -> Answers:
        """See OneQuestion."""
        words = [word.strip() for word in reply.replace(";", ",").split(",")]
        held = dict.fromkeys(self._meant(word) for word in words if word.lower() not in _NOTHING)
        return replace(answers, holds=tuple(held))

    def _name(self, credential: str) -> str:
        return one_line(self._known.name(credential))

    def _meant(self, word: str) -> str:
        """The credential that a word stands for. Raises WrongUse with those that it may mean."""
        found = self._known.resolve(word)
        only = only_one(word, self._rows)
        if only is not None and not found:
            return only.value
        if len(found) == 1:
            return found[0]
        found = found or tuple(row.value for row in suggested(word, self._rows, most=3))
        near = listed([self._name(id) for id in found or self._known.near(word)], "or")
        hint = f"Did you mean {near}?" if near else 'Write "none" if you hold none.'
        raise WrongUse(f"'{shorten(word, 40)}' is no license, certificate or degree here. {hint}")


class WorkedStep(Step):
    """Paid work behind the person: a career, then how long, as often as there is more."""

    key = "worked"
    label = "work in healthcare"
    with_the_one_before = True

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def said(self, answers: Answers) -> str:
        """See Step."""
        return self._listed(answers.worked) or "no paid work"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step. Going back takes the last job away first."""
        worked = dict(answers.worked)
        new: list[str] = []
        while True:
            named = yield from ask(frame.put(self._which(worked)), self._named)
            if named is BACK:
                if not new:
                    return BACK
                worked.pop(new.pop(), None)
            elif named[0] in _NOTHING:
                return replace(answers, worked={} if named[0] else worked)
            else:
                job, months = named
                if not months:
                    months = yield from ask(frame.put(self._how_long(job)), _months)
                if months is not BACK and months:
                    worked[job] = months
                    new.append(job)
            frame.keep(replace(answers, worked=dict(worked)))

    def _which(self, worked: Mapping[str, int]) -> Write:
        more = f"Have you worked in healthcare as anything else? So far: {self._listed(worked)}."
        return Write(
            text=more if worked else "Have you worked in healthcare? If so, as what?",
            why="Paid work counts: some careers ask for years in another one, and whoever has "
            "worked in a career is in it already. You can name several jobs, one after the other.",
            blank="that is all" if worked else "no",
            examples="registered nurse, coder 18 months"
            + ("; none takes these away" if worked else ""),
            suggestions=career_rows(self._catalogue),
            words=_NOTHING,
            can_go_back=bool(worked),
        )

    def _how_long(self, job: str) -> Write:
        return Write(
            text=f"{self._title(job)}: how long have you worked as one?",
            why="Paid work in all, with breaks left out. Half time counts half.",
            blank="not at all",
            examples="18 months, 5 years",
            can_go_back=True,
        )

    def _listed(self, worked: Mapping[str, int]) -> str:
        return listed(f"{self._title(job)} ({duration_text(m)})" for job, m in worked.items())

    def _title(self, job: str) -> str:
        career = self._catalogue.careers.get(job)
        return one_line(job if career is None else career.title)

    def _named(self, reply: str) -> tuple[str, int | Back]:
        """The career, and how long where that is written behind it: "nurse 5 years", "rn=5y"."""
        text = reply.strip()
        if text.lower() in _NOTHING:
            return text.lower(), 0
        timed = _TIMED.fullmatch(text)
        months = months_from(timed["time"], bare=False) if timed else None
        if timed and months and months <= LONGEST_WORK:
            return career_named(self._catalogue, timed["job"]).career.id, months
        return career_named(self._catalogue, text).career.id, 0


class StateStep(OneQuestion):
    """The state whose wages count."""

    key = "state"
    label = "state"
    with_the_one_before = True

    def said(self, answers: Answers) -> str:
        """See Step."""
        state = answers.state
        return "national wages" if state is None else STATES.get(state, one_line(state))

    def question(self, answers: Answers) -> Write:
        """See OneQuestion."""
        return Write(
            text="In which state do you want to work?",
            why="Pay differs a lot between states. If you name one, its wages are used wherever "
            "they are published, and national wages elsewhere.",
            blank="any state, national wages",
            examples="California or CA",
            current="" if answers.state is None else self.said(answers),
            suggestions=_STATES,
            words=_ANYWHERE,
        )

    def answered(self, reply: str, answers: Answers) -> Answers:
        """See OneQuestion. An area of another state is no longer the person's."""
        state = _place(reply, _STATES, state_code)
        return replace(answers, state=state, area=answers.area if state == answers.state else None)


class AreaStep(OneQuestion):
    """The area in that state whose wages count. ``path`` is the catalogue's, if it is not ours."""

    key = "area"
    label = "area"
    with_the_one_before = follows_up = True

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def applies(self, answers: Answers) -> bool:
        """Only with a state, and where the survey publishes areas of it."""
        return answers.state is not None and bool(areas_of(answers.state, self._path))

    def said(self, answers: Answers) -> str:
        """See Step."""
        area = None if answers.area is None else area_with(answers.area, self._path)
        return "anywhere in it" if area is None else area.name

    def question(self, answers: Answers) -> Write:
        """See OneQuestion."""
        state = answers.state or ""
        return Write(
            text=f"In which part of {STATES.get(state, state)}?",
            why="Pay and jobs differ between cities and the country too. If you name an area, its "
            "wages are used wherever they are published.",
            blank="anywhere in the state",
            examples="a city, or a part of its name",
            current="" if answers.area is None else self.said(answers),
            suggestions=tuple(Row(area.code, area.name) for area in areas_of(state, self._path)),
            words=_ANYWHERE,
        )

    def answered(self, reply: str, answers: Answers) -> Answers:
        """See OneQuestion."""

        def named(text: str) -> str:
            return area_named(text, answers.state, self._path).code

        return replace(answers, area=_place(reply, self.question(answers).suggestions, named))


def _place(reply: str, rows: Sequence[Row], named: Callable[[str], str]) -> str | None:
    """The code of the place that a reply means; ``None`` for anywhere. Raises WrongUse."""
    if reply.strip().lower() in _ANYWHERE:
        return None
    only = only_one(reply, rows)
    return named(reply) if only is None else only.value


def _months(reply: str) -> int:
    if not reply.strip():
        return 0
    months = months_from(reply, bare=False)
    if months is None or not 0 < months <= LONGEST_WORK:
        raise WrongUse("Write how long with its unit, such as 18 months or 5 years; or go back.")
    return months
