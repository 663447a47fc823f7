from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.text import is_clean, is_hidden, one_line, plain, shorten

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Medical coder", "Medical coder"),
        ("Café – naïve ½ 医療 é", "Café – naïve ½ 医療 é"),
        ("a\x1b[31mred", r"a\x1b[31mred"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("abc\u202ecod", r"abc\u202ecod"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("a\u2028b", r"a\u2028b"),
        ("\ud800", r"\ud800"),
        ("\ue000", r"\ue000"),
        ("\U000e0041", r"\U000e0041"),
        ("no\u00a0break", "no\u00a0break"),
        ("two\nlines\ttab\r", r"two\nlines tab\r"),
        ("\u3164", r"\u3164"),
        ("x\ufe0f", r"x\ufe0f"),
        ("\x7f\x00", r"\x7f\x00"),
    ],
)
def test_plain_writes_out_what_cannot_be_seen(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_plain_can_keep_line_ends() -> None:
    assert plain("a\r\nb\rc\nd\x1b", newlines=True) == "a\nb\nc\nd\\x1b"


@given(any_text)
def test_plain_leaves_nothing_hidden_and_does_nothing_twice(text: str) -> None:
    shown = plain(text)
    assert not any(is_hidden(char) for char in shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") for char in shown)
    assert plain(shown) == shown
    shown.encode("utf-8")


@given(any_text)
def test_a_clean_text_has_no_hidden_character(text: str) -> None:
    if is_clean(text):
        assert plain(text) == text
        assert not any(is_hidden(char) for char in text)


@given(any_text, st.integers(-3, 50))
def test_shorten_keeps_to_the_width_and_to_one_line(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= max(width, 0)
    assert "\n" not in short
    assert plain(short) == short


def test_shorten_cuts_between_words() -> None:
    assert shorten("Medical records specialist", 20) == "Medical records…"
    assert shorten("Medical records specialist", 26) == "Medical records specialist"
    assert shorten("Pneumonoultramicroscopic", 10) == "Pneumonou…"
    assert shorten("Medical records specialist", 20, ellipsis="...") == "Medical records..."


def test_shorten_is_quick_on_a_megabyte() -> None:
    assert shorten("\x1b" * 10_000_000, 12) == "\\x1b\\x1b\\x1…"
    assert shorten(" " * 10_000_000, 12) == "…"


def test_one_line_joins_lines() -> None:
    assert one_line("  two\n  lines\tof \x1b text ") == r"two lines of \x1b text"
