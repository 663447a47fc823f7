"""The preference flags of ``quiz``: made from the criteria, and turned into answers.

A column of a cohort's table is read exactly like a flag, so both come through here.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from careeradvisor.catalogue.wages import state_code
from careeradvisor.cli import completion, flag_values
from careeradvisor.criteria import ALL, Criterion, criterion_named
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects.education import DEGREE_NAMES, LEVELS, is_level
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careeradvisor.catalogue.model import Catalogue, EducationLevel

WANTED, PERSON, COUNTS = "What you want", "About you", "What counts most"
"""Panels of the help."""

_LONGEST = 400
_NOTHING = "none"
_ANY = "any"


class Given(Struct, frozen=True):
    """Answers that need not be asked for.

    ``keys`` are the questions that were answered, "no preference" included: keys of
    criteria, and ``education``, ``holds``, ``state``, ``must``, ``priorities``.
    """

    answers: Answers
    keys: frozenset[str]


def preference_parameters() -> list[inspect.Parameter]:
    """Return the preference flags as parameters of a Typer command: one per criterion, and more."""
    parameters = [_criterion_parameter(criterion) for criterion in ALL]
    parameters.append(
        _parameter(
            "education",
            str | None,
            None,
            rich_help_panel=PERSON,
            metavar="LEVEL",
            help=f"What you have finished: {', '.join(LEVELS)}.",
            autocompletion=completion.education,
        )
    )
    parameters.append(
        _parameter(
            "holds",
            list[str] | None,
            None,
            rich_help_panel=PERSON,
            metavar="CREDENTIAL",
            help="A license or certificate that you have, such as rn. Can be repeated.",
            autocompletion=completion.credentials,
        )
    )
    parameters.append(
        _parameter(
            "state",
            str | None,
            None,
            rich_help_panel=PERSON,
            metavar="STATE",
            help="Use the wages of this US state (CA or California).",
            autocompletion=completion.states,
        )
    )
    parameters.append(
        _parameter(
            "must",
            list[str] | None,
            None,
            rich_help_panel=COUNTS,
            metavar="CRITERION",
            help="Make that answer a hard limit. Can be repeated.",
            autocompletion=completion.criteria,
        )
    )
    parameters.append(
        _parameter(
            "priorities",
            str | None,
            None,
            rich_help_panel=COUNTS,
            metavar="LIST",
            help="Criteria by importance, commas between, the most important first; "
            "those left out tie for last.",
            autocompletion=flag_values.criteria_list,
        )
    )
    return parameters


def given_answers(flags: Mapping[str, Any], base: Answers, credentials: Sequence[str]) -> Given:
    """Return the answers that flags stand for, on top of ``base``.

    ``flags`` maps parameter names to values, ``None`` where not given; repeatable ones
    hold lists. ``credentials`` are those that the catalogue knows. Raises WrongUse,
    saying which flag is meant and what to do.
    """
    answers = base
    keys: set[str] = set()
    for criterion in ALL:
        text = flags.get(criterion.key)
        if text is not None:
            answers = answers.with_want(
                criterion.key, parsed(criterion, f"--{criterion.name}", text)
            )
            keys.add(criterion.key)
    if flags.get("education") is not None:
        answers = replace(answers, education=education_named(flags["education"]))
        keys.add("education")
    if flags.get("holds"):
        answers = replace(answers, holds=_credentials(flags["holds"], credentials))
        keys.add("holds")
    if flags.get("state") is not None:
        answers = replace(answers, state=_state(flags["state"]))
        keys.add("state")
    if flags.get("must"):
        answers = replace(answers, must=_criteria("--must", flags["must"], answers))
        keys.add("must")
    if flags.get("priorities") is not None:
        order = _criteria("--priorities", [flags["priorities"]], answers)
        answers = replace(answers, priorities=order)
        keys.add("priorities")
    return Given(answers, frozenset(keys))


def known_credentials(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the credentials that a career of the catalogue grants or a route starts from."""
    return tuple(sorted(_credentials_of(catalogue)))


def open_questions(given: Given, *, full: bool) -> list[Criterion]:
    """Return the questions that the quiz would ask and that nothing has answered."""
    return [
        criterion
        for criterion in ALL
        if (full or not criterion.further)
        and criterion.key not in given.keys
        and criterion.key not in given.answers.wants
    ]


def as_flag(criterion: Criterion) -> str:
    """Return a criterion's flag with the values that it takes."""
    return f"--{criterion.name} {criterion.metavar}"


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


def metavar_of(criterion: Criterion) -> str:
    """The value forms of a criterion's flag, with blanks where help may break the line."""
    return re.sub(r",(?=[a-z])", ", ", criterion.metavar.replace("|", " | "))


def _criterion_parameter(criterion: Criterion) -> inspect.Parameter:
    return _parameter(
        criterion.key,
        str | None,
        None,
        metavar=metavar_of(criterion),
        rich_help_panel=WANTED,
        help=criterion.question,
        autocompletion=flag_values.choices_of(criterion),
    )


def _parameter(name: str, kind: Any, default: Any, **option: Any) -> inspect.Parameter:
    flag = f"--{name.replace('_', '-')}"
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, typer.Option(flag, **option)],
    )


def parsed(criterion: Criterion, flag: str, text: str) -> Any:
    """The answer that a flag's value stands for. Raises WrongUse, naming the flag."""
    if len(text) > _LONGEST:
        raise WrongUse(f"{flag}: That is too long. Write {criterion.metavar}.")
    try:
        return criterion.parse(text)
    except WrongUse as error:
        raise WrongUse(f"{flag}: {error.message}") from error


def _state(text: str) -> str | None:
    if text.strip().lower() == _ANY:
        return None
    try:
        return state_code(text)
    except WrongUse as error:
        raise WrongUse(f"--state: {error.message} Or write any for the whole nation.") from error


def _credentials(words: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for word in _split(words):
        name = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
        if name in known:
            found.append(name)
        elif name != _NOTHING:
            raise WrongUse(
                f"--holds: No career of this catalogue starts from '{shorten(word, 40)}'. "
                + (f"It knows: {', '.join(known)}." if known else "It knows no credentials.")
            )
    return tuple(dict.fromkeys(found))


def _criteria(flag: str, words: Iterable[str], answers: Answers) -> tuple[str, ...]:
    found: list[str] = []
    names = _split(words)
    if names in ([_ANY], [_NOTHING]):
        return ()
    if not names:
        raise WrongUse(
            f"{flag}: Name at least one criterion: {', '.join(c.name for c in ALL)}; or none."
        )
    for name in names:
        try:
            criterion = criterion_named(shorten(name, 40))
        except WrongUse as error:
            raise WrongUse(f"{flag}: {error.message}") from error
        if criterion.key in found:
            raise WrongUse(f"{flag}: {criterion.name} is there twice. Name it once.")
        if criterion.key not in answers.wants:
            raise WrongUse(
                f"{flag}: There is no answer for {criterion.name} yet. "
                f"Add {as_flag(criterion)}, or take it out of {flag}."
            )
        found.append(criterion.key)
    return tuple(found)


def _split(words: Iterable[str]) -> list[str]:
    parts = (part.strip() for word in words for part in re.split("[,;]", word))
    return [part for part in parts if part]


def _credentials_of(catalogue: Catalogue) -> set[str]:
    found: set[str] = set()
    for career in catalogue.careers.values():
        found.update(career.grants)
        for route in career.routes:
            found.update(start for start in route.start if not is_level(start))
    return found
