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
