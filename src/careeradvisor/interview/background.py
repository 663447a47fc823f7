"""Questions about the person rather than about what they want: education, work, place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careeradvisor.catalogue.areas import STATES, area_named, area_with, areas_of, state_code
from careeradvisor.errors import WrongUse
from careeradvisor.interview.conversing import ask, capitalized, only_one, suggested
from careeradvisor.interview.naming import career_named, career_rows
from careeradvisor.interview.questions import BACK, Pick, Row, Write
from careeradvisor.interview.steps import ANY, Step
from careeradvisor.profile.durations import duration_text, months_from
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.education import DEGREE_NAMES, LEVELS
from careeradvisor.text import listed, one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Catalogue, EducationLevel
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.interview.steps import Frame
    from careeradvisor.profile.answers import Answers, Pace

_DEFAULT_LEVEL: EducationLevel = "high-school"
_SCIENCE_FROM: EducationLevel = "bachelor"
_STATES = tuple(Row(code, name) for code, name in STATES.items())
_LONGEST_WORK = 60 * 12
_NOTHING = frozenset({"", "no", "none", "nothing"})
_YES, _NO = "yes", "no"
_PACES: dict[Pace, str] = {"full": "full time", "half": "half time, beside a job or a family"}


class EducationStep(Step):
    """What the person has finished."""

    key = "education"
    label = "education"

    def said(self, answers: Answers) -> str:
        """See Step."""
        return DEGREE_NAMES[answers.education]

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        names = DEGREE_NAMES
        rows = [Row(level, capitalized(name)) for level, name in names.items()]
        rows.append(Row(ANY, f"Skip this question (counts as: {names[_DEFAULT_LEVEL]})"))
        question = Pick(
            text="What is the highest education you have finished?",
            why="How long it takes to qualify depends on where you start: an associate degree can "
            "save two years, a bachelor's degree four. What you are studying now does not count "
            "until you have finished it.",
            rows=tuple(rows),
            current=answers.education,
        )
        level = yield from ask(frame.put(question), _level)
        return BACK if level is BACK else replace(answers, education=level)


class SciencesStep(Step):
    """Whether the person has the college science that some ways ask for."""

    key = "sciences"
    label = "college science"
    with_the_one_before = True

    def applies(self, answers: Answers) -> bool:
        """Below a bachelor's degree the science is part of what is still to be studied."""
        return LEVELS.index(answers.education) >= LEVELS.index(_SCIENCE_FROM)

    def said(self, answers: Answers) -> str:
        """See Step."""
        return "with college science" if answers.sciences else "without college science"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = Pick(
            text="Have you passed college science: biology, chemistry and anatomy, with labs?",
            why="Medical, nursing and therapy schools ask for these courses. Whoever has a degree "
            "in another field and lacks them studies about a year longer.",
            rows=(Row(_YES, "Yes, most of it"), Row(_NO, "No")),
            current=_YES if answers.sciences else _NO,
        )
        reply = yield from ask(frame.put(question), str)
        return BACK if reply is BACK else replace(answers, sciences=reply == _YES)


class HoldsStep(Step):
    """Licenses and certificates that the person has."""

    key = "holds"
    label = "licenses and work in healthcare"

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = Credentials(catalogue)
        names = ((id, one_line(self._known.name(id))) for id in self._known.ids)
        self._rows = tuple(Row(id, name) for id, name in sorted(names, key=lambda row: row[1]))

    def applies(self, answers: Answers) -> bool:
        """Only where the catalogue knows of any."""
        return bool(self._rows)

    def said(self, answers: Answers) -> str:
        """See Step."""
        return listed(self._held(answers)) or "no license or certificate"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = Write(
            text="Which licenses or certificates in healthcare do you hold?",
            why="Some ways in start from another health career and are shorter from there: a "
            "registered nurse can become a nurse practitioner, a radiologic technologist can move "
            "on to MRI. Only what you hold now counts. One that is not in the list opens no "
            "shorter way into the careers here.",
            blank="none",
            examples="registered nurse, EMT, coder",
            current=", ".join(name.replace(",", "") for name in self._held(answers)),
            suggestions=self._rows,
            several=True,
        )
        held = yield from ask(frame.put(question), self._understood)
        return BACK if held is BACK else replace(answers, holds=held)

    def _held(self, answers: Answers) -> list[str]:
        return [one_line(self._known.name(held)) for held in answers.holds]

    def _understood(self, reply: str | tuple[str, ...]) -> tuple[str, ...]:
        words = [word.strip() for word in str(reply).replace(";", ",").split(",")]
        return tuple(dict.fromkeys(self._meant(w) for w in words if w.lower() not in _NOTHING))

    def _meant(self, word: str) -> str:
        """The credential that a word stands for. Raises WrongUse with those that it may mean."""
        found = self._known.resolve(word)
        if not found:
            only = only_one(word, self._rows) or next(
                (row for row in self._rows if row.label.replace(",", "") == word), None
            )
            found = () if only is None else (only.value,)
        if len(found) == 1:
            return found[0]
        near = [one_line(self._known.name(id)) for id in found[:4]] or [
            row.label for row in suggested(word, self._rows, most=4)
        ]
        hint = f"Did you mean {listed(near, 'or')}?" if near else 'Write "none" if you hold none.'
        raise WrongUse(f"'{shorten(word, 40)}' is no license or certificate here. {hint}")


class WorkedStep(Step):
    """Paid work behind the person: a career, then how long, as often as there is more."""

    key = "worked"
    label = "work in healthcare"
    with_the_one_before = True

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def said(self, answers: Answers) -> str:
        """See Step."""
        return listed(self._said(answers.worked)) or "no paid work in healthcare"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step. Going back takes the last job away first."""
        worked = dict(answers.worked)
        new: list[str] = []
        while True:
            job = yield from ask(self._job(worked, frame), self._named)
            if job is BACK:
                if not new:
                    return BACK
                worked.pop(new.pop(), None)
            elif job == "":
                return replace(answers, worked=worked)
            elif job in _NOTHING:
                return replace(answers, worked={})
            else:
                months = yield from ask(self._how_long(job, frame), _months)
                if months is BACK:
                    continue
                if months:
                    worked[job] = months
                    new.append(job)
            frame.keep(replace(answers, worked=dict(worked)))

    def _job(self, worked: Mapping[str, int], frame: Frame) -> Write:
        so_far = listed(self._said(worked))
        return frame.put(
            Write(
                text=f"Have you worked in healthcare as anything else? So far: {so_far}."
                if worked
                else "Have you worked in healthcare? Write as what.",
                why="Paid work counts: some careers ask for years in another one, and whoever has "
                "worked in a career is in it already. You can name several jobs, one after the "
                "other.",
                blank="that is all" if worked else "no",
                examples="nurse, coder" + ("; none takes these away" if worked else ""),
                suggestions=career_rows(self._catalogue),
                can_go_back=bool(worked),
            )
        )

    def _how_long(self, job: str, frame: Frame) -> Write:
        question = Write(
            text=f"How long have you worked as {self._title(job)}?",
            why="Paid work in all, with breaks left out. Half time counts half.",
            blank="not at all",
            examples="18 months, 5 years",
        )
        return replace(frame.put(question), context=(), can_go_back=True)

    def _said(self, worked: Mapping[str, int]) -> list[str]:
        return [f"{self._title(job)} ({duration_text(months)})" for job, months in worked.items()]

    def _title(self, job: str) -> str:
        career = self._catalogue.careers.get(job)
        return one_line(job if career is None else career.title)

    def _named(self, reply: str | tuple[str, ...]) -> str:
        text = str(reply).strip()
        if text.lower() in _NOTHING:
            return text.lower()
        return career_named(self._catalogue, text).career.id


class PaceStep(Step):
    """How much of a week the person can study."""

    key = "pace"
    label = "pace of study"
    with_the_one_before = True

    def said(self, answers: Answers) -> str:
        """See Step."""
        return f"{_PACES[answers.pace].partition(',')[0]} study"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = Pick(
            text="How much of your time can you give to study?",
            why="The lengths of programs are those of full-time study. At half time each takes "
            "twice as many months.",
            rows=tuple(Row(pace, capitalized(said)) for pace, said in _PACES.items()),
            current=answers.pace,
        )
        reply = yield from ask(frame.put(question), str)
        if reply is BACK:
            return BACK
        return replace(answers, pace="half" if reply == "half" else "full")


class StateStep(Step):
    """The state whose wages count."""

    key = "state"
    label = "state"
    with_the_one_before = True

    def said(self, answers: Answers) -> str:
        """See Step."""
        if answers.state is None:
            return "national wages"
        return STATES.get(answers.state, one_line(answers.state))

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = Write(
            text="In which state do you want to work?",
            why="Pay differs a lot between states. If you name one, its wages are used wherever "
            "they are published, and national wages elsewhere.",
            blank="any state, national wages",
            examples="California or CA",
            current=answers.state or "",
            suggestions=_STATES,
        )
        state = yield from ask(frame.put(question), _state)
        if state is BACK:
            return BACK
        area = answers.area if state == answers.state else None
        return replace(answers, state=state, area=area)


class AreaStep(Step):
    """The area in that state whose wages count."""

    key = "area"
    label = "area"
    with_the_one_before = True

    def applies(self, answers: Answers) -> bool:
        """Only with a state, and where the survey publishes areas of it."""
        return answers.state is not None and bool(areas_of(answers.state))

    def said(self, answers: Answers) -> str:
        """See Step."""
        area = None if answers.area is None else area_with(answers.area)
        return "anywhere in it" if area is None else area.name

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        state = answers.state or ""
        rows = tuple(Row(area.code, area.name) for area in areas_of(state))
        area = None if answers.area is None else area_with(answers.area)
        question = Write(
            text=f"In which part of {STATES.get(state, state)}?",
            why="Pay and jobs differ between cities and the country too. If you name an area, its "
            "wages are used wherever they are published.",
            blank="anywhere in the state",
            examples="a city, or a part of its name",
            current="" if area is None else area.name,
            suggestions=rows,
        )

        def understood(reply: str | tuple[str, ...]) -> str | None:
            text = str(reply).strip()
            if text.lower() in _NOTHING | {ANY}:
                return None
            only = only_one(text, rows)
            return area_named(text, state).code if only is None else only.value

        reply = yield from ask(frame.put(question), understood)
        return BACK if reply is BACK else replace(answers, area=reply)


def _level(reply: str | tuple[str, ...]) -> EducationLevel:
    return next((level for level in LEVELS if level == reply), _DEFAULT_LEVEL)


def _months(reply: str | tuple[str, ...]) -> int:
    if not str(reply).strip():
        return 0
    months = months_from(str(reply), bare=False)
    if months is None or not 0 < months <= _LONGEST_WORK:
        raise WrongUse("Write how long with its unit, such as 18 months or 5 years; or go back.")
    return months


def _state(reply: str | tuple[str, ...]) -> str | None:
    text = reply if isinstance(reply, str) else ""
    if text.strip().lower() in _NOTHING | {ANY}:
        return None
    try:
        return state_code(text)
    except WrongUse:
        only = only_one(text, _STATES)
        if only is None:
            raise
        return only.value
