"""The pieces of conversations."""

from __future__ import annotations

import pytest

from careeradvisor.interview.conversing import only_one, suggested
from careeradvisor.interview.questions import Row

STATES = (
    Row("CA", "California"),
    Row("CO", "Colorado"),
    Row("NC", "North Carolina"),
    Row("VA", "Virginia"),
    Row("WV", "West Virginia"),
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("c", ["CA", "CO", "NC"]), ("ca", ["CA", "NC"]), ("CAL", ["CA"]), ("va", ["VA"]),
        ("virginia", ["VA", "WV"]), ("  west   v", ["WV"]), ("lina", ["NC"]), ("xyz", []),
        ("", []), (" ", []),
    ],
)  # fmt: skip
def test_suggestions_by_code_name_and_words_inside(text: str, codes: list[str]) -> None:
    assert [row.value for row in suggested(text, STATES)] == codes


def test_no_more_suggestions_than_asked_for() -> None:
    assert len(suggested("a", STATES, most=2)) == 2


def test_only_one() -> None:
    found = only_one("calif", STATES)
    assert found is not None
    assert found.value == "CA"
    assert only_one("c", STATES) is None
    assert only_one("", STATES[:1]) is None
