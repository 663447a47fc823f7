"""Writing on a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.interview.conversing import LONGEST
from careeradvisor.interview.field import Field

KEYS = ["backspace", "delete", "left", "right", "home", "end", "clear", "clear-word"]


def written(*keys: str, start: str = "") -> Field:
    field = Field(start)
    for key in keys:
        field.press(key)
    return field


def test_what_is_typed_stands_there_with_the_cursor_behind_it() -> None:
    field = written(*"60k")
    assert (field.text, field.before, field.after) == ("60k", "60k", "")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["left", "backspace"], "two wors"),
        (["home", "delete"], "wo words"),
        (["home", "x", "y"], "xytwo words"),
        (["left", "left", "right", "Z"], "two wordZs"),
        (["end", "!"], "two words!"),
        (["clear-word"], "two "),
        (["clear-word", "clear-word"], ""),
        (["clear"], ""),
        (["home", "backspace", "left"], "two words"),
        (["end", "delete", "right"], "two words"),
    ],
)
def test_editing(keys: list[str], text: str) -> None:
    assert written(*keys, start="two words").text == text


def test_keys_that_do_not_edit_are_left_to_others() -> None:
    assert not Field().press("up")
    assert not Field().press("enter")


def test_of_a_paste_only_the_first_line_that_is_not_empty_is_taken() -> None:
    field = Field()
    field.insert("\n\n60k\r\nrm -rf\n")
    assert field.text == "60k"


def test_a_blank_can_be_typed() -> None:
    assert written("2", " ", "y").text == "2 y"


def test_what_cannot_be_seen_is_not_taken() -> None:
    field = Field()
    field.insert("\x1b[31m6\u202e0\ud800k\x07")
    assert field.text == "[31m60k"


def test_a_megabyte_is_cut_at_once() -> None:
    field = Field("ab")
    field.press("left")
    field.insert("x" * 1_000_000)
    assert len(field.text) == LONGEST
    assert field.text.endswith("xb")


@given(st.lists(st.sampled_from(KEYS) | st.characters() | st.text(max_size=300), max_size=60))
def test_the_cursor_always_stands_in_the_text(keys: list[str]) -> None:
    field = Field()
    for key in keys:
        if key in KEYS or len(key) == 1:
            field.press(key)
        else:
            field.insert(key)
        assert 0 <= field.place <= len(field.text) <= LONGEST
        assert field.before + field.after == field.text
        assert field.text.isprintable()
