"""The profile file: TOML that a person can read, check and edit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, get_args

from msgspec import Struct

from careeradvisor.catalogue.model import EducationLevel
from careeradvisor.errors import BadProfile, WrongUse
from careeradvisor.profile.answers import (
    LONGEST_WORK,
    MOST_LEFT_OUT,
    Answer,
    Answers,
    Pace,
    Reason,
)
from careeradvisor.profile.durations import duration_text, months_from
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

VERSION = 1
LARGEST = 64 * 1024
"""Bytes. A full profile has about two thousand."""

_LEVELS: tuple[EducationLevel, ...] = get_args(EducationLevel)
_PACES: tuple[Pace, ...] = get_args(Pace)
_REASONS: tuple[Reason, ...] = get_args(Reason)
_MOST_NAMED = 50
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AREA = re.compile(r"[0-9]{5}(?:[0-9]{2})?")
_ABOUT_THE_PERSON = ("education", "holds", "worked", "pace", "sciences", "state", "area")
_WEIGHING = ("must", "priorities", "without")
# What need not stand in the file, since it means nothing was said.
_UNSAID: dict[str, Any] = {
    "holds": [],
    "worked": {},
    "pace": "full",
    "sciences": False,
    "state": None,
    "area": None,
    "must": [],
    "priorities": [],
    "without": {},
}
_TABLES = ("answers", "unfinished")

_HEAD = """\
# Your answers to the questions of careeradvisor.
#
# They are kept in this file on your own computer and nowhere else.
# You may edit it; a question that is not in it means "no preference".
# See them:    careeradvisor profile show
# Use them:    careeradvisor quiz --profile FILE
# Delete them: careeradvisor profile clear (or delete this file)

"""
_REMARKS = {
    "education": f"What you have finished: {', '.join(_LEVELS)}.",
    "holds": "Credentials that you have, such as rn.",
    "worked": "Paid work behind you, by career.",
    "pace": "How fast you can study: full or half, which takes twice as long.",
    "sciences": "Whether your college courses cover the sciences.",
    "state": "Wages of this state, where they are published.",
    "area": "Wages of this area in it: the code that the wage survey gives it.",
    "must": "Hard limits: a career that misses one is left out.",
    "priorities": "What matters most comes first; answers not named here tie for last.",
    "without": "Careers that are not for you, each with what puts you off: "
    f"{', '.join(filter(None, _REASONS))} or nothing.",
    "asked": "Questions that were answered before the quiz was interrupted.",
}


class Question(Protocol):
    """What this module needs to know of a criterion (which lies above it)."""

    question: ClassVar[str]
    metavar: ClassVar[str]

    @property
    def key(self) -> str:
        """As in ``Answers.wants``."""

    @property
    def answer_key(self) -> str:
        """As in the file."""

    def accept(self, stored: object) -> Answer | None:
        """The answer for a stored value; ``None`` for "any". Raises WrongUse."""


class Unfinished(Struct, frozen=True):
    """The answers of a quiz that was interrupted, and the keys of what had been asked."""

    answers: Answers
    asked: frozenset[str]


class Saved(Struct, frozen=True):
    """What a profile holds: the answers of the last finished quiz and of an interrupted one."""

    answers: Answers | None = None
    unfinished: Unfinished | None = None


def to_toml(saved: Saved, questions: Sequence[Question]) -> str:
    """Return a profile as text."""
    lines = [_HEAD, f"version = {VERSION}\n"]
    if saved.answers is not None:
        lines.append("\n[answers]\n")
        lines += _entries(saved.answers, questions)
    if saved.unfinished is not None:
        lines.append("\n# A quiz that was interrupted: the next one offers to go on.\n")
        lines.append("[unfinished]\n")
        lines += _entries(saved.unfinished.answers, questions)
        lines += _entry("asked", tuple(sorted(saved.unfinished.asked)), _REMARKS["asked"])
    return "".join(lines)


def from_toml(data: bytes, name: str, questions: Sequence[Question]) -> Saved:
    """Return what the bytes of a profile called ``name`` hold.

    Raises :class:`BadProfile`, naming the line and what to do.
    """
    from careeradvisor.catalogue.parse import NotToml, decode, parse

    try:
        text = decode(data)
        raw = parse(text)
    except NotToml as error:
        reason = error.text.replace("to be a catalogue", "to be saved answers")
        raise _bad(name, error.line, f"{reason[:1].upper()}{reason[1:]}") from error
    return _Reader(raw, text, name, questions).saved()


def profile_fields(
    answers: Answers, questions: Sequence[Question], *, every: bool = False
) -> dict[str, Any]:
    """Return answers under the file's own names, in its order.

    Criteria without a preference are left out, or ``None`` with ``every``.
    """
    fields: dict[str, Any] = {}
    for question in questions:
        answer = answers.wants.get(question.key)
        if answer is not None or every:
            fields[question.answer_key] = list(answer) if isinstance(answer, tuple) else answer
    fields["education"] = answers.education
    fields["holds"] = list(answers.holds)
    fields["worked"] = dict(answers.worked)
    fields["pace"] = answers.pace
    fields["sciences"] = answers.sciences
    fields["state"] = answers.state
    fields["area"] = answers.area
    fields["must"] = list(answers.must)
    fields["priorities"] = list(answers.priorities)
    fields["without"] = dict(answers.without)
    return fields


def _entries(answers: Answers, questions: Sequence[Question]) -> list[str]:
    remarks = {q.answer_key: f"{q.question} ({q.metavar})" for q in questions} | _REMARKS
    lines: list[str] = []
    for key, value in profile_fields(answers, questions).items():
        if key not in _UNSAID or value != _UNSAID[key]:
            lines += _entry(key, value, remarks[key])
    return lines


def _entry(key: str, value: Any, remark: str) -> list[str]:
    return [f"# {remark}\n", f"{key} = {_toml(value)}\n"]


def _toml(value: Any) -> str:
    import tomli_w

    if isinstance(value, dict):
        texts = {k: v if isinstance(v, str) else duration_text(v) for k, v in value.items()}
        pairs = [f"{name} = {_toml(text)}" for name, text in texts.items()]
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")


def _bad(name: str, line: int | None, text: str) -> BadProfile:
    where = name if line is None else f"{name}:{line}"
    return BadProfile(
        f"{where}: {text.rstrip('.')}. Put that right in the file, or delete the file and "
        "answer anew."
    )


class _Reader:
    """Turns the tables of one profile into answers; complains with the line."""

    def __init__(
        self, raw: Mapping[str, Any], text: str, name: str, questions: Sequence[Question]
    ) -> None:
        self._raw = raw
        self._text = text
        self._name = name
        self._questions = questions

    def saved(self) -> Saved:
        version = self._raw.get("version")
        if version is None:
            raise _bad(self._name, None, "There is no line version = 1: these are no saved answers")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise self._bad(("version",), "version must be 1")
        if version > VERSION:
            raise BadProfile(
                f"{self._name}: These answers were saved by a newer careeradvisor (format "
                f"{shorten(str(version), 20)}; this one reads {VERSION}), so they are left as they "
                "are. Update careeradvisor, or use another file with --profile FILE."
            )
        for key in self._raw:
            if key != "version" and key not in _TABLES:
                raise self._bad((key,), f"There is nothing called {_word(key)} in saved answers")
        answers = unfinished = None
        if "answers" in self._raw:
            answers = self._answers("answers", self._table("answers"))
        if "unfinished" in self._raw:
            table = self._table("unfinished")
            asked = frozenset(self._words("unfinished", table, "asked"))
            rest = {key: value for key, value in table.items() if key != "asked"}
            unfinished = Unfinished(self._answers("unfinished", rest), asked)
        return Saved(answers, unfinished)

    def _table(self, name: str) -> dict[str, Any]:
        table = self._raw[name]
        if not isinstance(table, dict):
            raise self._bad((name,), f"{name} must be a table: [{name}] on a line of its own")
        return table

    def _answers(self, section: str, table: Mapping[str, Any]) -> Answers:
        known = {q.answer_key: q for q in self._questions}
        wants: dict[str, Answer] = {}
        for key, value in table.items():
            if key in known:
                try:
                    answer = known[key].accept(value)
                except WrongUse as error:
                    text = f"{key}: {shorten(error.message, 300)}"
                    raise self._bad((section, key), text) from error
                if answer is not None:
                    wants[known[key].key] = answer
            elif key not in (*_ABOUT_THE_PERSON, *_WEIGHING):
                raise self._bad((section, key), self._no_such(key, known))
        return Answers(
            wants={q.key: wants[q.key] for q in self._questions if q.key in wants},
            education=self._education(section, table),
            holds=self._holds(section, table),
            worked=self._worked(section, table),
            pace=self._pace(section, table),
            sciences=self._sciences(section, table),
            state=self._state(section, table),
            area=self._area(section, table),
            must=self._criteria(section, table, "must", wants),
            priorities=self._criteria(section, table, "priorities", wants),
            without=self._without(section, table),
        )

    def _no_such(self, key: str, known: Iterable[str]) -> str:
        import difflib

        names = [*known, *_ABOUT_THE_PERSON, *_WEIGHING]
        near = difflib.get_close_matches(key[:60], names, n=1)
        hint = f"; did you mean {near[0]}?" if near else f". Known are: {', '.join(names)}"
        return f"There is no question called {_word(key)}{hint}"

    def _education(self, section: str, table: Mapping[str, Any]) -> EducationLevel:
        value = table.get("education", "high-school")
        for level in _LEVELS:
            if value == level:
                return level
        raise self._bad((section, "education"), f"education must be one of: {', '.join(_LEVELS)}")

    def _holds(self, section: str, table: Mapping[str, Any]) -> tuple[str, ...]:
        words = self._words(section, table, "holds")
        for word in words:
            if len(word) > 60 or _SLUG.fullmatch(word) is None:
                raise self._bad(
                    (section, "holds"), f"{_word(word)} is not a credential, such as rn"
                )
        if len(words) > _MOST_NAMED:
            raise self._bad((section, "holds"), "holds names too many credentials")
        return tuple(dict.fromkeys(words))

    def _worked(self, section: str, table: Mapping[str, Any]) -> dict[str, int]:
        value = table.get("worked", {})
        example = 'such as { rn = "10 years", coder = "18 months" }'
        if not isinstance(value, dict):
            raise self._bad((section, "worked"), f"worked must name careers and times, {example}")
        if len(value) > _MOST_NAMED:
            raise self._bad((section, "worked"), "worked names too many careers")
        worked: dict[str, int] = {}
        for career, time in value.items():
            if len(career) > 60 or _SLUG.fullmatch(career) is None:
                text = f"{_word(career)} is not a career's id, such as rn"
                raise self._bad((section, "worked"), text)
            months = months_from(time, bare=False) if isinstance(time, str) else None
            if months is None or months > LONGEST_WORK:
                text = f"worked as {career}: {_word(str(time))} is not a length of time, {example}"
                raise self._bad((section, "worked"), text)
            if months:
                worked[career] = months
        return worked

    def _pace(self, section: str, table: Mapping[str, Any]) -> Pace:
        value = table.get("pace", "full")
        for pace in _PACES:
            if value == pace:
                return pace
        raise self._bad((section, "pace"), f"pace must be one of: {', '.join(_PACES)}")

    def _sciences(self, section: str, table: Mapping[str, Any]) -> bool:
        value = table.get("sciences", False)
        if isinstance(value, bool):
            return value
        raise self._bad((section, "sciences"), "sciences must be true or false")

    def _area(self, section: str, table: Mapping[str, Any]) -> str | None:
        value = table.get("area")
        if value is None or (isinstance(value, str) and _AREA.fullmatch(value)):
            if value is not None and "state" not in table:
                raise self._bad((section, "area"), 'area needs its state, as state = "TX"')
            return value
        raise self._bad((section, "area"), 'area must be the code of an area in quotes, as "26420"')

    def _state(self, section: str, table: Mapping[str, Any]) -> str | None:
        from careeradvisor.catalogue.areas import state_code

        value = table.get("state")
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return state_code(value)
            except WrongUse as error:
                raise self._bad((section, "state"), f"state: {error.message}") from error
        raise self._bad((section, "state"), 'state must be a two-letter code in quotes, as "CA"')

    def _criteria(
        self, section: str, table: Mapping[str, Any], key: str, wants: Mapping[str, Answer]
    ) -> tuple[str, ...]:
        found: list[str] = []
        known = {q.key for q in self._questions}
        for word in self._words(section, table, key):
            name = "_".join(word.lower().replace("-", " ").replace("_", " ").split())
            if name not in known:
                raise self._bad(
                    (section, key),
                    f"{key} names {_word(word)}, which is not a question. "
                    f"Known are: {', '.join(q.key for q in self._questions)}",
                )
            if name not in wants:
                raise self._bad(
                    (section, key), f"{key} names {name}, to which there is no answer in the file"
                )
            if name in found:
                raise self._bad((section, key), f"{key} names {name} twice")
            found.append(name)
        return tuple(found)

    def _without(self, section: str, table: Mapping[str, Any]) -> dict[str, Reason]:
        value = table.get("without", {})
        if not isinstance(value, dict):
            text = 'without must name careers and reasons, such as { rn = "contact", coder = "" }'
            raise self._bad((section, "without"), text)
        if len(value) > MOST_LEFT_OUT:
            raise self._bad((section, "without"), "without names too many careers")
        found: dict[str, Reason] = {}
        for career, given in value.items():
            if len(career) > 60 or _SLUG.fullmatch(career) is None:
                text = f"{_word(career)} is not a career's id, such as rn"
                raise self._bad((section, "without"), text)
            reason = next((reason for reason in _REASONS if reason == given), None)
            if reason is None:
                known = ", ".join(filter(None, _REASONS))
                text = f'without {career}: the reason must be one of: {known}; or ""'
                raise self._bad((section, "without"), text)
            found[career] = reason
        return found

    def _words(self, section: str, table: Mapping[str, Any], key: str) -> list[str]:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return value
        raise self._bad((section, key), f'{key} must be a list of words, as ["one", "two"]')

    def _bad(self, place: tuple[str, ...], text: str) -> BadProfile:
        from careeradvisor.catalogue.lines import Lines

        return _bad(self._name, Lines(self._text).of(place), text)


def _word(text: str) -> str:
    return f'"{shorten(text, 40)}"'
