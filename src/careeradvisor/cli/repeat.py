"""The command that gives a person's ranking again."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.profile.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


CATALOGUE = "CAREERADVISOR_CATALOGUE"


def to_repeat(answers: Answers, catalogue: Path | None = None) -> str:
    """The command line without questions that stands for some answers."""
    words = ["careeradvisor", "quiz", "--no-input", *_flags(answers)]
    # One that the environment names is there the next time too.
    if catalogue is not None and os.environ.get(CATALOGUE) != str(catalogue):
        words += ["--catalogue", str(catalogue)]
    return shlex.join(words)


def _flags(answers: Answers) -> Iterator[str]:
    for criterion in ALL:
        want = answers.wants.get(criterion.key)
        if want is not None:
            yield f"--{criterion.name}"
            yield ",".join(want) if isinstance(want, tuple) else str(want)
    nobody = Answers()
    if answers.education != nobody.education:
        yield from ("--education", answers.education)
    if answers.sciences:
        yield "--sciences"
    if answers.pace != nobody.pace:
        yield from ("--pace", answers.pace)
    for credential in answers.holds:
        yield from ("--holds", credential)
    for career, months in answers.worked.items():
        yield from ("--worked", f"{career}={months}m")
    for name in ("state", "area"):
        place = getattr(answers, name)
        if place is not None:
            yield from (f"--{name}", place)
    for key in answers.must:
        yield from ("--must", BY_KEY[key].name)
    if answers.priorities:
        yield from ("--priorities", ",".join(BY_KEY[key].name for key in answers.priorities))
    for career, reason in answers.without.items():
        yield from ("--without", f"{career}={reason}" if reason else career)
