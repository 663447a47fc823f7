from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from careeradvisor.prospects.education import LEVELS
from tests.processes import Ran

Program = Callable[..., Ran]


@pytest.mark.parametrize("command", ["why", "show", "compare", "list", "ladder", "plan"])
def test_what_looks_up_takes_all_there_is_to_say_about_a_person(
    program: Program, command: str
) -> None:
    text = " ".join(program("--plain", command, "--help").out.split())
    assert all(level in text for level in LEVELS)
    for flag in ("education", "holds", "worked", "pace", "sciences", "state", "area"):
        assert f"--{flag}" in text


def test_why_as_csv_has_all_of_it(program: Program) -> None:
    ran = program("why", "coder", "--salary", "45k", "--format", "csv")
    fields = {row["field"]: row["value"] for row in csv.DictReader(io.StringIO(ran.out))}
    assert fields["title"] == "Medical coder"
    assert fields["wants[1].key"] == "salary"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("show", "ROLE is missing"),
        ("show codr", "No career called 'codr'. Did you mean coder (Medical coder)"),
        ("show coder --state Atlantis", "--state: 'Atlantis' is not a US state"),
        ("show coder --education PhD", "'PhD' is not a level of education"),
        ("show coder --holds xyzzy", "--holds"),
        ("show coder --section all", "--section"),
        ("show coder --format xml", "--format"),
        ("show coder nurse", "too much here: nurse"),
        ("compare", "ROLE ROLE is missing"),
        ("compare coder", "One career alone cannot be compared. Name at least one more"),
        ("compare coder CPC", "'coder' and 'CPC' are the same career, Medical coder (coder)"),
        ("compare coder coder", "Name each career once"),
        ("compare a b c d e f g", "7 careers do not fit side by side. Name at most 6"),
        ("ladder coder --depth 0", "--depth"),
        ("ladder coder --depth two", "--depth"),
        ("list --family dentists", "'dentists' is not a family of this catalogue"),
        ("list --max-schooling soon", "--max-schooling: 'soon' is not a length of time"),
        ("list --min-salary lots", "--min-salary: 'lots' is not an amount of money"),
        ("list --sort beauty", "--sort: There is no order by 'beauty'"),
        ("list --reverse", "Add --sort"),
        ("list --search=", "--search: Write what to look for"),
        ("plan coder cpc", "the same career"),
        ("plan coder rn np", "one or two"),
        ("plan coder --start 2001-01", "--start"),
        ("plan coder --pace fast", "--pace"),
    ],
)
def test_bad_use_says_what_to_do(program: Program, line: str, told: str) -> None:
    ran = program(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
