"""The preference flags of ``quiz``: made from the criteria, and turned into answers.

A column of a cohort's table is read exactly like a flag, so both come through here.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from careeradvisor.cli import completion
from careeradvisor.cli.background import ANY, NOTHING, Known, background
from careeradvisor.cli.options import background_options, option
from careeradvisor.cli.without import careers_left_out
from careeradvisor.criteria import ALL, Criterion, criterion_named
from careeradvisor.errors import WrongUse
from careeradvisor.matching.left_out import REASONS
from careeradvisor.profile.answers import Answers
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WANTED, PERSON, COUNTS = "What you want", "About you", "What counts most"
"""Panels of the help."""

_LONGEST = 400


class Given(Struct, frozen=True):
    """Answers that need not be asked for.

    ``keys`` are the questions that were answered, "no preference" included: keys of
    criteria, those of :data:`careeradvisor.cli.options.KEYS`, ``must``, ``priorities`` and
    ``without``.
    """

    answers: Answers
    keys: frozenset[str]


def preference_options() -> list[inspect.Parameter]:
    """The preference flags of a command: one per criterion, and more."""
    return [
        *map(_criterion_option, ALL),
        *background_options(PERSON),
        option(
            "must",
            list[str] | None,
            panel=COUNTS,
            metavar="CRITERION",
            help="Make that answer a hard limit. Can be repeated.",
            autocompletion=completion.criteria,
        ),
        option(
            "priorities",
            str | None,
            panel=COUNTS,
            metavar="LIST",
            help="Criteria by importance, commas between, the most important first; "
            "those left out tie for last.",
            autocompletion=completion.criteria_list,
        ),
        option(
            "without",
            list[str] | None,
            panel=COUNTS,
            metavar="CAREER[=WHY]",
            help=f"A career that is not for you, and why: {', '.join(REASONS)}. Can be repeated; "
            "none takes all back.",
            autocompletion=completion.roles,
        ),
        option(
            "because",
            list[str] | None,
            panel=COUNTS,
            metavar="WHY",
            help="Why, for a career that --without names alone.",
            autocompletion=completion.words([(why, told) for why, (told, _) in REASONS.items()]),
        ),
    ]


def given_answers(flags: Mapping[str, Any], base: Answers, known: Known) -> Given:
    """Return the answers that flags stand for, on top of ``base``.

    ``flags`` maps parameter names to values, ``None`` where not given; repeatable ones
    hold lists. Raises WrongUse, saying which flag is meant and what to do.
    """
    answers, about_the_person = background(flags, base, known)
    keys = set(about_the_person)
    for criterion in ALL:
        text = flags.get(criterion.key)
        if isinstance(text, list):
            text = ",".join(text) if text else None
        if text is not None:
            answers = answers.with_want(
                criterion.key, parsed(criterion, f"--{criterion.name}", text)
            )
            keys.add(criterion.key)
    if flags.get("must"):
        answers = replace(answers, must=_criteria("--must", flags["must"], answers))
        keys.add("must")
    if flags.get("priorities") is not None:
        order = _criteria("--priorities", [flags["priorities"]], answers)
        answers = replace(answers, priorities=order)
        keys.add("priorities")
    because = flags.get("because") or ()
    if flags.get("without") or because:
        without = careers_left_out(flags.get("without") or (), because, known.catalogue)
        answers = replace(answers, without=without)
        keys.add("without")
    return Given(answers, frozenset(keys))


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


def metavar_of(criterion: Criterion) -> str:
    """The value forms of a criterion's flag, with blanks where help may break the line."""
    return re.sub(r",(?=[a-z])", ", ", criterion.metavar.replace("|", " | "))


def _criterion_option(criterion: Criterion) -> inspect.Parameter:
    return option(
        criterion.key,
        kind_of(criterion),
        panel=WANTED,
        metavar=metavar_of(criterion),
        help=criterion.question,
        autocompletion=completion.choices_of(criterion),
    )


def kind_of(criterion: Criterion) -> Any:
    """What a criterion's flag holds: a list where several things are an answer."""
    return list[str] | None if criterion.several else str | None


def parsed(criterion: Criterion, flag: str, text: str) -> Any:
    """The answer that a flag's value stands for. Raises WrongUse, naming the flag."""
    if len(text) > _LONGEST:
        raise WrongUse(f"{flag}: That is too long. Write {criterion.metavar}.")
    try:
        return criterion.parse(text)
    except WrongUse as error:
        raise WrongUse(f"{flag}: {error.message}") from error


def _criteria(flag: str, words: Iterable[str], answers: Answers) -> tuple[str, ...]:
    found: list[str] = []
    names = _split(words)
    if names in ([ANY], [NOTHING]):
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
