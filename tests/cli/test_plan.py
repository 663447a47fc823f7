from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from careeradvisor.cli.plan import start_named
from careeradvisor.errors import WrongUse
from careeradvisor.prospects.plan import Month
from tests.processes import Ran

Program = Callable[..., Ran]
NOW = Month(2026, 11)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2027-01", "2027-01"),
        ("2027-9", "2027-09"),
        ("9/2027", "2027-09"),
        (" September 2027 ", "2027-09"),
        ("Sep. 2027", "2027-09"),
        ("2026-11", "2026-11"),
        ("2100-12", "2100-12"),
    ],
)
def test_ways_to_write_a_month(text: str, month: str) -> None:
    assert start_named(text, NOW).iso == month


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-10", "behind us"), ("0001-01", "behind us"), ("2101-01", "2100"),
        ("2027-13", "not a month"), ("2027-00", "not a month"), ("2027", "not a month"),
        ("ma 2027", "not a month"), ("next year", "not a month"), ("", "not a month"),
        ("９/2027", "not a month"), ("1" * 5_000, "not a month"),
    ],
)  # fmt: skip
def test_a_start_that_can_not_be(text: str, told: str) -> None:
    with pytest.raises(WrongUse, match=told):
        start_named(text, NOW)


def test_a_plan_to_read(program: Program) -> None:
    ran = program("plan", "surgical-tech", "--state", "Mississippi", "--start", "2099-01")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Plan: Surgical technologist")
    for told in ("Jan 2099", "Mississippi", "Question 3", "Search job ads for", "Sources"):
        assert told in ran.out


def test_formats(program: Program) -> None:
    two = ("plan", "coder", "rn", "--start", "2099-01", "--format")
    data = json.loads(program(*two, "json").out)
    assert data["schema"] == "careeradvisor/plan-1"
    assert [plan["id"] for plan in data["plans"]] == ["coder", "rn"]
    rows = list(csv.DictReader(io.StringIO(program(*two, "csv").out)))
    assert {row["role"] for row in rows} == {"coder", "rn"}
    assert "| First pay |" in program(*two, "markdown").out
