"""The profile file: TOML that a person can read, check and edit."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, get_args

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

_T = TypeVar("_T")
VERSION = 1
LARGEST = 64 * 1024
"""Bytes. A full profile has about two thousand."""

_LEVELS: tuple[EducationLevel, ...] = get_args(EducationLevel)
_REASONS: tuple[Reason, ...] = get_args(Reason)
_CHOICES: dict[str, tuple[str, ...]] = {"education": _LEVELS, "pace": get_args(Pace)}
_MOST_NAMED = 50
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AREA = re.compile(r"[0-9]{5}(?:[0-9]{2})?")
_WEIGHING = ("must", "priorities")

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
}
"""Each answer about the person and about careers in the file's order, and what is said over it."""
_ASKED = "Questions that were answered before the quiz was interrupted."


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
        lines += _entry("asked", tuple(sorted(saved.unfinished.asked)), _ASKED)
    return "".join(lines)


def from_toml(data: bytes, name: str, questions: Sequence[Question]) -> Saved:
    """Return what the bytes of a profile called ``name`` hold.

    Raises :class:`BadProfile`, naming the line and what to do.
    """
    from careeradvisor.catalogue.parse import parse
    from careeradvisor.catalogue.read import NotRead, decode

    try:
        text = decode(data)
        raw = parse(text)
    except NotRead as error:
        reason = error.text.replace("to be a catalogue", "to be saved answers")
        raise _bad(name, error.line, f"{reason[:1].upper()}{reason[1:]}") from error
    try:
        return _saved(raw, name, questions)
    except _WrongAt as error:
        from careeradvisor.catalogue.lines import Lines

        raise _bad(name, Lines(text).of(error.place), error.message) from error


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
    for name in _REMARKS:
        value = getattr(answers, name)
        fields[name] = list(value) if isinstance(value, tuple) else copy(value)
    return fields


def _entries(answers: Answers, questions: Sequence[Question]) -> list[str]:
    remarks = {q.answer_key: f"{q.question} ({q.metavar})" for q in questions} | _REMARKS
    # What was not said need not stand in the file.
    unsaid = profile_fields(Answers(), ())
    lines: list[str] = []
    for key, value in profile_fields(answers, questions).items():
        if key == "education" or key not in unsaid or value != unsaid[key]:
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


class _WrongAt(WrongUse):
    """Something that cannot be used at a place in the file."""

    def __init__(self, place: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.place = place


def _saved(raw: dict[str, Any], name: str, questions: Sequence[Question]) -> Saved:
    version = raw.pop("version", None)
    if version is None:
        raise _WrongAt((), "There is no line version = 1: these are no saved answers")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _WrongAt(("version",), "version must be 1")
    if version > VERSION:
        raise BadProfile(
            f"{name}: These answers were saved by a newer careeradvisor (format "
            f"{shorten(str(version), 20)}; this one reads {VERSION}), so they are left as they "
            "are. Update careeradvisor, or use another file with --profile FILE."
        )
    for key, table in raw.items():
        if key not in ("answers", "unfinished"):
            raise _WrongAt((key,), f"There is nothing called {_word(key)} in saved answers")
        if not isinstance(table, dict):
            raise _WrongAt((key,), f"{key} must be a table: [{key}] on a line of its own")
    answers = unfinished = None
    if "answers" in raw:
        answers = _answers("answers", raw["answers"], questions)
    if "unfinished" in raw:
        try:
            asked = frozenset(_words("asked", raw["unfinished"].pop("asked", [])))
        except WrongUse as error:
            raise _WrongAt(("unfinished", "asked"), error.message) from error
        unfinished = Unfinished(_answers("unfinished", raw["unfinished"], questions), asked)
    return Saved(answers, unfinished)


def _answers(section: str, table: Mapping[str, Any], questions: Sequence[Question]) -> Answers:
    known = {q.answer_key: q for q in questions}
    wants: dict[str, Answer] = {}
    said: dict[str, Any] = {}
    # Last of all what refers to the other answers.
    for key, value in sorted(table.items(), key=lambda entry: entry[0] in _WEIGHING):
        try:
            if key in known:
                answer = _understood(key, known[key].accept, value)
                if answer is not None:
                    wants[known[key].key] = answer
            elif key in _WEIGHING:
                said[key] = _criteria(key, value, [q.key for q in questions], wants)
            elif key in _READERS:
                said[key] = _READERS[key](key, value)
            else:
                raise WrongUse(_no_such(key, [*known, *_REMARKS]))
            if key == "area" and "state" not in table:
                raise WrongUse('area needs its state, as state = "TX"')
        except WrongUse as error:
            raise _WrongAt((section, key), error.message) from error
    return Answers({q.key: wants[q.key] for q in questions if q.key in wants}, **said)


def _criteria(
    key: str, value: Any, known: Sequence[str], wants: Mapping[str, Answer]
) -> tuple[str, ...]:
    found: list[str] = []
    for word in _words(key, value):
        name = "_".join(word.lower().replace("-", " ").replace("_", " ").split())
        if name not in known:
            text = f"{key} names {_word(word)}, which is not a question"
            raise WrongUse(f"{text}. Known are: {', '.join(known)}")
        if name not in wants:
            raise WrongUse(f"{key} names {name}, to which there is no answer in the file")
        if name in found:
            raise WrongUse(f"{key} names {name} twice")
        found.append(name)
    return tuple(found)


def _no_such(key: str, names: Sequence[str]) -> str:
    import difflib

    near = difflib.get_close_matches(key[:60], names, n=1)
    hint = f"; did you mean {near[0]}?" if near else f". Known are: {', '.join(names)}"
    return f"There is no question called {_word(key)}{hint}"


def _understood(key: str, read: Callable[[Any], _T], value: Any) -> _T:
    """What a reader of typed text makes of a value; its complaint begins with the key."""
    try:
        return read(value)
    except WrongUse as error:
        raise WrongUse(f"{key}: {shorten(error.message, 300)}") from error


def _one_of(key: str, value: Any) -> Any:
    if value not in _CHOICES[key]:
        raise WrongUse(f"{key} must be one of: {', '.join(_CHOICES[key])}")
    return value


def _words(key: str, value: Any) -> list[str]:
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return value
    raise WrongUse(f'{key} must be a list of words, as ["one", "two"]')


def _check_ids(ids: Iterable[str], what: str) -> None:
    for word in ids:
        if len(word) > 60 or _SLUG.fullmatch(word) is None:
            raise WrongUse(f"{_word(word)} is not {what}, such as rn")


def _holds(key: str, value: Any) -> tuple[str, ...]:
    words = _words(key, value)
    _check_ids(words, "a credential")
    if len(words) > _MOST_NAMED:
        raise WrongUse("holds names too many credentials")
    return tuple(dict.fromkeys(words))


def _careers(key: str, value: Any, what: str, most: int) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WrongUse(f"{key} must name careers and {what}")
    if len(value) > most:
        raise WrongUse(f"{key} names too many careers")
    _check_ids(value, "a career's id")
    return value


def _worked(key: str, value: Any) -> dict[str, int]:
    example = 'such as { rn = "10 years", coder = "18 months" }'
    worked: dict[str, int] = {}
    for career, time in _careers(key, value, f"times, {example}", _MOST_NAMED).items():
        months = months_from(time, bare=False) if isinstance(time, str) else None
        if months is None or months > LONGEST_WORK:
            text = f"worked as {career}: {_word(str(time))} is not a length of time"
            raise WrongUse(f"{text}, {example}")
        if months:
            worked[career] = months
    return worked


def _without(key: str, value: Any) -> dict[str, Reason]:
    example = 'reasons, such as { rn = "contact", coder = "" }'
    careers = _careers(key, value, example, MOST_LEFT_OUT)
    for career, given in careers.items():
        if given not in _REASONS:
            known = ", ".join(filter(None, _REASONS))
            raise WrongUse(f'without {career}: the reason must be one of: {known}; or ""')
    return careers


def _sciences(_key: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise WrongUse("sciences must be true or false")


def _state(key: str, value: Any) -> str:
    from careeradvisor.catalogue.areas import state_code

    if isinstance(value, str):
        return _understood(key, state_code, value)
    raise WrongUse('state must be a two-letter code in quotes, as "CA"')


def _area(_key: str, value: Any) -> str:
    if isinstance(value, str) and _AREA.fullmatch(value):
        return value
    raise WrongUse('area must be the code of an area in quotes, as "26420"')


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "education": _one_of,
    "holds": _holds,
    "worked": _worked,
    "pace": _one_of,
    "sciences": _sciences,
    "state": _state,
    "area": _area,
    "without": _without,
}


def _word(text: str) -> str:
    return f'"{shorten(text, 40)}"'
