from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from careeradvisor.catalogue.wording import did_you_mean, field_name, show


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("x", '"x"'),
        ("\x1b[31m", '"\\x1b[31m"'),
        (True, "true"),
        (60000, "60000"),
        (2**100, "a number with too many digits"),
        (1.5, "1.5"),
        (float("nan"), "nan"),
        (dt.date(2026, 1, 2), "2026-01-02"),
        (dt.time(1, 2), "01:02:00"),
        ({}, "a table"),
        ([], "an empty list"),
        ([1], "a list"),
        ("y" * 1000, '"' + "y" * 39 + '…"'),
    ],
)
def test_show(value: Any, shown: str) -> None:
    assert show(value) == shown


def test_field_names_count_from_one() -> None:
    assert field_name(("routes", 1, "months")) == "routes[2].months"
    assert field_name(()) == ""
    assert "\x1b" not in field_name(("\x1b",))


def test_did_you_mean() -> None:
    assert did_you_mean("codr", ["coder", "nurse"]) == '; did you mean "coder"?'
    assert did_you_mean("zzz", ["coder"]) == ""
    assert did_you_mean("codr", [f"coder{number}" for number in range(1000)]) == ""


def test_show_takes_numbers_that_python_does_not_write_out() -> None:
    assert show(-(16**9000)) == "a number with too many digits"
