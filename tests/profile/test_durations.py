from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.profile.durations import duration_text, months_from


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5y", 60), ("18m", 18), ("2 yrs", 24), ("1.5 years", 18), ("1,5 years", 18),
        ("two years", 24), ("Two Years", 24), ("a year", 12), ("half a year", 6),
        ("1 year 6 months", 18), ("1 year and 6 months", 18), ("1y, 6m", 18), ("1y6m", 18),
        ("1 year 6", 18), ("no months", 0), ("0m", 0), ("12 mo.", 12),
    ],
)  # fmt: skip
def test_what_people_write(text: str, months: int) -> None:
    assert months_from(text, bare=False) == months


@pytest.mark.parametrize(
    "text",
    [
        "", "y", "-1y", "banana", "5 bananas", "1y 2y", "6 months 1", "1 2 years", "2 half years",
        "five of years", "1e9y", "nan years", "½ year", "1" * 61,
    ],
)  # fmt: skip
def test_what_is_no_length_of_time(text: str) -> None:
    assert months_from(text, bare=True) is None


def test_a_number_alone_is_months_only_where_that_is_meant() -> None:
    assert months_from("9", bare=True) == 9
    assert months_from("9", bare=False) is None
    assert months_from("nine", bare=True) == 9


@given(st.integers(0, 1_000))
def test_what_is_written_is_read_back(months: int) -> None:
    assert months_from(duration_text(months), bare=False) == months


@given(st.text(max_size=80))
def test_any_text_is_read_or_not(text: str) -> None:
    months = months_from(text, bare=True)
    assert months is None or months >= 0
