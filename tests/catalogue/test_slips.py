"""Messages about TOML that is none name the character that is wrong and what to write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.parse import parse
from careeradvisor.catalogue.read import NotRead
from careeradvisor.catalogue.slips import slip


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("p10 = 37,000", "37,000 has a comma for thousands; write 37000"),
        ("p10 = 37,000.00 # a year", "37,000.00 has a comma for thousands; write 37000"),
        ("p10 = 37 000", "37 000 has marks between its digits; write 37000"),
        ("p10 = 37.000,50", "37.000,50 has marks between its digits; write 37000"),
        ("p10 = $37000", "$37000 has a $ before the number; write the number alone"),
        ("share = 5%", "5% has a unit behind the number; write the number alone"),
        ("p10 = 37k", "37k has a unit behind the number; write the number alone"),
        ("months = -007", "-007 begins with 0; write -7, or put it in quotes"),
        ("soc = 0291141", "0291141 begins with 0; write 291141, or put it in quotes"),
        ("as_of = 01/31/2026",
         "01/31/2026 is a date with slashes; write it as 2026-01-31, without quotes"),
        ("as_of = 2026-1-31", "2026-1-31 is a date with a digit missing; write it as 2026-01-31"),
        ("as_of = 2026-02-30", "2026-02-30 is not a day of the calendar"),
        ("as of = 2026-02-28", "a name is not followed by an equals sign (=)"),
        ("top_coded = True", "True: true and false are written in small letters"),
        ("median = None", "None: a field that is not known is left out"),
        ("title = \u201cCoder\u201d",
         "\u201c (U+201C) is a curly quote; TOML needs straight ones, \" or '"),
        ("\u2018title\u2019 = 1",
         "\u2018 (U+2018) is a curly quote; TOML needs straight ones, \" or '"),
        ("p10 =\u00a037000",
         "there is a no-break space (U+00A0); put an ordinary space in its place"),
        ("p10\u2003= 37000",
         "there is a character that cannot be seen (U+2003); put an ordinary space in its place"),
        ("[careers.\u00a0coder]",
         "there is a no-break space (U+00A0); put an ordinary space in its place"),
        ("\ufeffp10 = 37000", "there is a byte-order mark (U+FEFF) within the file; take it out"),
        (r'path = "C:\x"', r"a backslash stands for itself only when written twice (\\)"),
    ],
)  # fmt: skip
def test_the_character_that_is_wrong_is_named(line: str, text: str) -> None:
    with pytest.raises(NotRead) as caught:
        parse(f"name = 1\n{line}\nlast = 2\n")
    assert (caught.value.line, caught.value.text) == (2, text)


@given(st.text(), st.integers(1, 4), st.integers(1, 100))
def test_any_line_is_looked_at_without_harm(text: str, line: int, column: int) -> None:
    found = slip("\n" * line + text, line, column)
    assert found is None or len(found) < 300


@pytest.mark.parametrize("piece", ["[a{}]\n", "a{} = 1\n", "[careers.a{}]\n", "[[a]]\nb{} = 1\n"])
def test_what_is_just_below_the_bounds_takes_time_in_proportion(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(piece.format(number) for number in range(count))
        started = time.process_time()
        parse(text)
        return time.process_time() - started

    # Twice as much takes twice as long; what is quadratic takes four times as long, every time.
    assert any(seconds(40_000) < 3 * seconds(20_000) + 0.05 for _ in range(5))
