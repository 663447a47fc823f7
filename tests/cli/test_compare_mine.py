"""``compare`` for a person with saved answers: how each fits, and why one is ahead."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.processes import Ran

Program = Callable[..., Ran]
QUIZ = ("quiz", "--no-input", "--patient-contact", "none", "--schooling", "9", "--salary", "45k")
COMPARE = ("compare", "nucmed", "coder", "--mine")


def test_says_which_fits_better_and_why(program: Program) -> None:
    program(*QUIZ, "--save")
    text = " ".join(program("--plain", *COMPARE).out.split())
    assert "Fits you" in text
    assert "Medical coder is ahead of Nuclear medicine technologist mostly on" in text
    told = json.loads(program(*COMPARE, "--education", "bachelor", "--format", "json").out)
    (why,) = told["why"]
    assert why.startswith("Medical coder is ahead of")
    # A flag goes before what was saved.
    assert told["person"]["education"] == "bachelor"


def test_without_saved_answers_nothing_is_said_of_fit(program: Program) -> None:
    told = json.loads(program("compare", "nucmed", "coder", "--format", "json").out)
    assert told["why"] == []
    assert "fit" not in [row["key"] for row in told["rows"]]
