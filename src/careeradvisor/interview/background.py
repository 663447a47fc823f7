"""Questions about the person rather than about what they want: education, credentials, state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careeradvisor.errors import WrongUse
from careeradvisor.interview.conversing import ask, capitalized, only_one
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, Write
from careeradvisor.interview.steps import ANY, Step
from careeradvisor.text import listed, one_line

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue, EducationLevel
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.interview.steps import Frame
    from careeradvisor.profile.answers import Answers

_DEFAULT_LEVEL: EducationLevel = "high-school"
_NONE, _SOME = "none", "some"


class EducationStep(Step):
    """What the person has finished."""

    key = "education"
    label = "education"

    def said(self, answers: Answers) -> str:
        """See Step."""
        return _level_names()[answers.education]

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        names = _level_names()
        rows = [Row(level, capitalized(name)) for level, name in names.items()]
        rows.append(Row(ANY, f"Skip this question (counts as: {names[_DEFAULT_LEVEL]})"))
        question = Pick(
            text="What is the highest education you have finished?",
            why="How long it takes to qualify depends on where you start: an associate degree can "
            "save two years, a bachelor's degree four. What you are studying now does not count "
            "until you have finished it.",
            progress=frame.progress,
            context=frame.context,
            can_go_back=frame.can_go_back,
            rows=tuple(rows),
            current=answers.education,
        )
        level = yield from ask(question, _level)
        return BACK if level is BACK else replace(answers, education=level)


class HoldsStep(Step):
    """Licenses and certificates that the person has, among those that open ways in."""

    key = "holds"
    label = "licenses and certificates"
    with_the_one_before = True

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = credential_names(catalogue)

    def applies(self, answers: Answers) -> bool:
        """Only where the catalogue knows of any."""
        return bool(self._names)

    def said(self, answers: Answers) -> str:
        """See Step."""
        held = listed(self._names.get(held, one_line(held)) for held in answers.holds)
        return held or "no license or certificate"

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step. Most people hold none and are spared the list."""
        question = Pick(
            text="Do you already hold a license or certificate in healthcare?",
            why="Some ways in start from another health career and are shorter from there: a "
            "registered nurse can become a nurse practitioner, a radiologic technologist can move "
            "on to MRI. Only what you hold now counts.",
            progress=frame.progress,
            context=frame.context,
            can_go_back=frame.can_go_back,
            rows=(Row(_NONE, "No"), Row(_SOME, "Yes, I will pick it from a list")),
            current=_SOME if answers.holds else _NONE,
        )
        while True:
            reply = yield from ask(question, str)
            if reply is BACK:
                return BACK
            if reply == _NONE:
                return replace(answers, holds=())
            held = yield from ask(self._list(answers, frame), _held)
            if held is not BACK:
                return replace(answers, holds=held)

    def _list(self, answers: Answers, frame: Frame) -> PickSeveral:
        # Those held come first; one that this catalogue does not know is shown by its id.
        known = {**{held: one_line(held) for held in answers.holds}, **self._names}
        return PickSeveral(
            text="Which of these do you hold?",
            why="Pick the career that your license or certificate is for, and only what you hold "
            "now. One that is not in the list opens no shorter way into the careers here.",
            progress=frame.progress,
            can_go_back=True,
            rows=tuple(Row(credential, name) for credential, name in known.items()),
            alone=(Row(_NONE, "None of these"),),
            alone_first=True,
            current=answers.holds,
        )


class StateStep(Step):
    """The state whose wages count."""

    key = "state"
    label = "state"

    def said(self, answers: Answers) -> str:
        """See Step."""
        from careeradvisor.catalogue.wages import STATES

        if answers.state is None:
            return "national wages"
        return STATES.get(answers.state, one_line(answers.state))

    def ask(self, answers: Answers, frame: Frame) -> Conversation[Answers | Back]:
        """See Step."""
        question = Write(
            text="In which state do you want to work?",
            why="Pay differs a lot between states. If you name one, its wages are used wherever "
            "they are published, and national wages elsewhere.",
            progress=frame.progress,
            context=frame.context,
            can_go_back=frame.can_go_back,
            blank="any state, national wages",
            examples="California or CA",
            current=answers.state or "",
            suggestions=_states(),
        )
        state = yield from ask(question, _state)
        return BACK if state is BACK else replace(answers, state=state)


def credential_names(catalogue: Catalogue) -> dict[str, str]:
    """Credentials that careers grant, by id, under the title of the career they stand for."""
    granting: dict[str, str] = {}
    for career in catalogue.careers.values():
        for credential in career.grants:
            # The career of the same name before others that ask for the credential as well.
            if career.id == credential or credential not in granting:
                granting[credential] = one_line(career.title)
    return dict(sorted(granting.items(), key=lambda item: item[1]))


def _level_names() -> dict[EducationLevel, str]:
    from careeradvisor.prospects.education import DEGREE_NAMES

    return DEGREE_NAMES


def _level(reply: str | tuple[str, ...]) -> EducationLevel:
    from careeradvisor.prospects.education import LEVELS

    return next((level for level in LEVELS if level == reply), _DEFAULT_LEVEL)


def _held(reply: str | tuple[str, ...]) -> tuple[str, ...]:
    return reply if isinstance(reply, tuple) else ()


def _states() -> tuple[Row, ...]:
    from careeradvisor.catalogue.wages import STATES

    return tuple(Row(code, name) for code, name in STATES.items())


def _state(reply: str | tuple[str, ...]) -> str | None:
    from careeradvisor.catalogue.wages import state_code

    text = reply if isinstance(reply, str) else ""
    if text.strip().lower() in ("", ANY, "none", "no"):
        return None
    try:
        return state_code(text)
    except WrongUse:
        only = only_one(text, _states())
        if only is None:
            raise
        return only.value
