"""Flags about the person rather than about what they want, turned into answers.

A column of a class's table is read exactly like a flag.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from careeradvisor.catalogue.areas import area_named, state_code
from careeradvisor.catalogue.find import find
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import LONGEST_WORK
from careeradvisor.profile.durations import months_from
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.education import DEGREE_NAMES, LEVELS, is_level
from careeradvisor.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from careeradvisor.catalogue.areas import Area
    from careeradvisor.catalogue.model import Catalogue, EducationLevel
    from careeradvisor.profile.answers import Answers, Pace

ANY, NOTHING = "any", "none"
_LONGEST = 400
_PACES: dict[str, Pace] = {
    "full": "full",
    "fulltime": "full",
    "half": "half",
    "halftime": "half",
    "parttime": "half",
}
_YES_OR_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class Known:
    """What flags are read with: a catalogue and its path, where that is not the bundled one."""

    def __init__(self, catalogue: Catalogue, path: Path | None = None) -> None:
        self.catalogue = catalogue
        self.path = path
        self.credentials = Credentials(catalogue)


def background(
    flags: Mapping[str, Any], base: Answers, known: Known
) -> tuple[Answers, frozenset[str]]:
    """Return ``base`` with what flags say about the person, and the keys of what they say.

    ``flags`` maps parameter names to values, ``None`` where not given; repeatable ones hold
    lists. Raises WrongUse, saying which flag is meant and what would be understood.
    """
    answers = base
    # A state is read before its area.
    readers = (
        ("education", lambda given: {"education": education_named(given)}),
        ("holds", lambda given: {"holds": _credentials(given, known.credentials)}),
        ("worked", lambda given: {"worked": _worked(given, known.catalogue)}),
        ("pace", lambda given: {"pace": _pace(given)}),
        ("sciences", lambda given: {"sciences": _yes_or_no("--sciences", given)}),
        ("state", lambda given: _state(given, answers)),
        ("area", lambda given: _area(given, answers, flags.get("state") is not None, known.path)),
    )
    keys = set()
    for key, read in readers:
        value = flags.get(key)
        if value is None or value == []:
            continue
        answers = replace(answers, **read(value))
        keys.add(key)
    return answers, frozenset(keys)


def education_named(text: str) -> EducationLevel:
    """Return the level of education that a word stands for. Raises WrongUse."""
    word = "-".join(text[:60].lower().replace("_", " ").replace("-", " ").split())
    word = word.removesuffix("-degree").removesuffix("'s")
    if is_level(word):
        return word
    levels = "; ".join(f"{level} ({DEGREE_NAMES[level]})" for level in LEVELS)
    raise WrongUse(
        f"--education: '{shorten(text, 40)}' is not a level of education. Choose one of: {levels}."
    )


def _credentials(words: Iterable[str], known: Credentials) -> tuple[str, ...]:
    found: list[str] = []
    for word in [part.strip() for text in words for part in re.split("[,;]", text)]:
        if not word or word.lower() == NOTHING:
            continue
        meant = known.resolve(word)
        if len(meant) == 1:
            found += meant
            continue
        name = shorten(word, 40)
        if meant:
            raise WrongUse(
                f"--holds: '{name}' may be {listed(meant, 'or')}. Write the one that you have."
            )
        near = listed([f"{id} ({known.name(id)})" for id in known.near(word)], "or")
        hint = f"Did you mean {near}?" if near else _credential_examples(known)
        if known.catalogue.degrees:
            hint += " A degree in another field opens no way of its own: leave it out."
        raise WrongUse(
            f"--holds: '{name}' is no license, certificate or degree that this catalogue knows. "
            f"{hint}"
        )
    return tuple(dict.fromkeys(found))


def _credential_examples(known: Credentials) -> str:
    if not known.ids:
        return "It knows no credentials."
    some = ", ".join(known.commonest(8))
    return f"It knows {len(known.ids)}, such as {some}; or write none."


def _worked(words: Iterable[str], catalogue: Catalogue) -> dict[str, int]:
    worked: dict[str, int] = {}
    for part in [p for text in words for p in re.split("[,;]", _bounded(text)) if p.strip()]:
        if part.strip().lower() == NOTHING:
            continue
        name, sign, time = part.partition("=")
        if not sign:
            raise WrongUse(
                f"--worked: '{shorten(part, 40)}' is not a career and a time. "
                "Write both with = between, such as rn=5y or coder=18m; or none."
            )
        try:
            career = find(catalogue, name.strip()).career.id
        except WrongUse as error:
            elsewhere = "Work outside healthcare opens no way of its own: leave it out."
            raise WrongUse(f"--worked: {error.message} {elsewhere}") from error
        if career in worked:
            raise WrongUse(f"--worked: {career} is there twice. Add the two times up.")
        months = months_from(time, bare=False)
        if months is None and time.strip().isdecimal():
            number = shorten(time.strip(), 10)
            raise WrongUse(
                f"--worked: {career}={number} may be years or months. "
                f"Write {career}={number}y or {career}={number}m."
            )
        if months is None:
            raise WrongUse(
                f"--worked: '{shorten(time, 40)}' is not a length of time. Write years or months, "
                f"such as {career}=5y, {career}=18m or '{career}=1 year 6 months'."
            )
        if months > LONGEST_WORK:
            raise WrongUse(
                f"--worked: {shorten(time, 40)} is longer than a working life. "
                f"Write at most {career}={LONGEST_WORK // 12}y."
            )
        worked[career] = months
    return {career: months for career, months in worked.items() if months}


def _bounded(text: str) -> str:
    if len(text) > _LONGEST:
        raise WrongUse("--worked: That is too long. Write such as rn=5y, coder=18m.")
    return text


def _pace(text: str) -> Pace:
    pace = _PACES.get(text[:40].strip().lower().replace("-", "").replace(" ", ""))
    if pace is None:
        raise WrongUse(f"--pace: '{shorten(text, 40)}' is not a pace. Write full or half.")
    return pace


def _yes_or_no(flag: str, given: bool | str) -> bool:
    if isinstance(given, bool):
        return given
    answer = _YES_OR_NO.get(given[:40].strip().lower())
    if answer is None:
        raise WrongUse(f"{flag}: '{shorten(given, 40)}' is not yes or no. Write one of these.")
    return answer


def _state(text: str, answers: Answers) -> dict[str, str | None]:
    if text.strip().lower() == ANY:
        return {"state": None, "area": None}
    try:
        state = state_code(text)
    except WrongUse as error:
        raise WrongUse(f"--state: {error.message} Or write any for the whole nation.") from error
    # An area of another state is not where the person lives any more.
    return {"state": state, "area": answers.area if answers.state == state else None}


def _area(
    text: str, answers: Answers, state_given: bool, catalogue: Path | None
) -> dict[str, str | None]:
    if text.strip().lower() in (ANY, NOTHING):
        return {"area": None}
    state = answers.state
    try:
        try:
            area = _area_named(text, state, catalogue)
        except WrongUse:
            if state is None or state_given:
                raise
            # A saved state does not stand in the way of an area elsewhere.
            area = _area_named(text, None, catalogue)
    except WrongUse as error:
        raise WrongUse(f"--area: {error.message} Or write any for the whole state.") from error
    return {"area": area.code, "state": state if state in area.states else area.states[0]}


@lru_cache(maxsize=1_000)
def _area_named(text: str, state: str | None, catalogue: Path | None) -> Area:
    return area_named(text, state, catalogue)
