"""Questions drawn for terminals of any size."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.interview.drawing import CURSOR, draw
from careeradvisor.interview.questions import Pick, PickSeveral, Question, Row, Write
from careeradvisor.interview.views import SeveralView, View, view_of
from careeradvisor.render.screen import Screen
from tests.interview.look import ASCII, SEEN

CONTACT = Pick(
    text="How much contact with patients do you want?",
    why="Some people go into healthcare to be with patients; others want to help from behind.",
    progress="Question 1 of 6",
    context=("Welcome to a few questions.",),
    can_go_back=True,
    rows=(
        Row("none", "None: records, samples, data or equipment"),
        Row("a-lot", "A lot: most of the day, often hands-on", "hard limit"),
        Row("any", "No preference"),
    ),
)
LONG = PickSeveral(
    text="Which of these do you hold?",
    rows=tuple(Row(f"c{i}", f"License number {i}, with a name that is long") for i in range(1, 31)),
    alone=(Row("none", "None of these"),),
)
SALARY = Write(text="What do you need to earn?", blank="no preference", examples="60k, $60,000")
MENU = Pick(
    text="What next?",
    why="Show: one career.",
    why_is="what these do",
    rows=tuple(Row(word, word.capitalize(), "a detail") for word in ("show", "compare", "quit")),
    compact=True,
)


def lines(
    question: Question | View, screen: Screen = SEEN, width: int = 80, height: int = 24
) -> list[str]:
    view = question if isinstance(question, View) else view_of(question)
    text = "".join(part for _, part in draw(view, screen, width, height))
    return [line.rstrip() for line in text.split("\n")]


def test_a_list() -> None:
    assert lines(CONTACT) == [
        "",
        " Question 1 of 6",
        "",
        " Welcome to a few questions.",
        "",
        " How much contact with patients do you want?",
        "",
        " ❯ 1  None: records, samples, data or equipment",
        "   2  A lot: most of the day, often hands-on  (hard limit)",
        "   3  No preference",
        "",
        " 1-3 or Enter chooses   Esc goes back   ? why we ask   Ctrl-C stops",
    ]


def test_help_takes_the_place_of_what_stood_above() -> None:
    view = view_of(CONTACT)
    view.press("?")
    shown = lines(view)
    assert " Welcome to a few questions." not in shown
    assert " Some people go into healthcare to be with patients; others want to help from" in shown
    assert "? closes this" in shown[-1]


def test_several() -> None:
    question = PickSeveral(
        text="Limits?",
        rows=(Row("a", "Pay"), Row("b", "Time")),
        alone=(Row("none", "None"),),
    )
    view = view_of(question)
    view.press("2")
    assert lines(view) == [
        "",
        " Limits?",
        "",
        "   1  [ ] Pay",
        " ❯ 2  [x] Time",
        "   3      That's all, go on",
        "   4      None",
        "",
        " 1-4 or Space picks   Enter goes on   Ctrl-C stops",
    ]


def test_writing_with_completions() -> None:
    question = Write(text="Where?", blank="any state", suggestions=(Row("NJ", "New Jersey"),))
    assert lines(question)[-1] == " Enter: any state   Ctrl-C stops"
    view = view_of(question)
    for key in ["n", "e", "down"]:
        view.press(key)
    assert lines(view) == [
        "",
        " Where?",
        "",
        " ❯ ne",
        "   ❯ New Jersey (NJ)",
        "",
        " Enter takes it   Down picks one   Ctrl-C stops",
    ]


def test_a_menu_takes_two_lines() -> None:
    assert lines(MENU) == [
        " What next?   1-3 or Enter chooses   ? what these do   Ctrl-C stops",
        " ❯1 Show   2 Compare   3 Quit",
    ]


def test_a_menu_on_a_narrow_screen_breaks_between_its_rows() -> None:
    assert lines(MENU, width=26) == [
        " What next?",
        " 1-3 or Enter chooses",
        " ? what these do",
        " Ctrl-C stops",
        " ❯1 Show   2 Compare",
        "  3 Quit",
    ]


def test_a_notice_stands_right_above_the_keys() -> None:
    view = view_of(CONTACT)
    view.press("9")
    assert lines(view)[-2:] == [
        " There is no choice 9: choose from 1 to 3.",
        " 1-3 or Enter chooses   Esc goes back   ? why we ask   Ctrl-C stops",
    ]


def test_labels_wrap_under_themselves() -> None:
    shown = lines(CONTACT, width=34)
    at = shown.index(" ❯ 1  None: records, samples,")
    assert shown[at + 1] == "      data or equipment"


def test_a_low_terminal_loses_its_blank_lines_first() -> None:
    assert lines(CONTACT, height=8) == [
        " Question 1 of 6",
        " Welcome to a few questions.",
        " How much contact with patients do you want?",
        " ❯ 1  None: records, samples, data or equipment",
        "   2  A lot: most of the day, often hands-on  (hard limit)",
        "   3  No preference",
        " 1-3 or Enter chooses   Esc goes back   ? why we ask   Ctrl-C stops",
    ]


@pytest.mark.parametrize("keys", [[], ["end"], ["1", "5"], ["pagedown"] * 3])
def test_a_long_list_is_cut_around_the_pointer(keys: list[str]) -> None:
    view = view_of(LONG)
    assert isinstance(view, SeveralView)
    for key in keys:
        view.press(key)
    shown = lines(view, height=10)
    assert len(shown) == 10
    assert shown[0] == " Which of these do you hold?"
    assert "or Space picks" in shown[-1]
    numbers = [int(match[1]) for line in shown if (match := re.match(r" [❯ ] +(\d+)  ", line))]
    assert view.at + 1 in numbers
    counts = dict.fromkeys("↑↓", 0)
    for line in shown:
        if line.strip()[:1] in counts:
            counts[line.strip()[0]] = int(line.split()[1])
    # What is out of sight is counted.
    assert numbers == list(range(counts["↑"] + 1, len(view.rows) - counts["↓"] + 1))


def test_without_unicode_everything_is_ascii() -> None:
    view = view_of(LONG)
    view.press("down")
    assert "\n".join(lines(view, ASCII, height=8)).isascii()
    assert "\n".join(lines(MENU, ASCII)).isascii()


def test_text_of_a_catalogue_cannot_move_the_cursor() -> None:
    question = Pick(text="\x1b[2J?", rows=(Row("a", "\x1b]0;title\x07 \u202ebidi"),))
    shown = "\n".join(lines(question))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_long_text_keeps_its_end_in_sight() -> None:
    view = view_of(SALARY)
    for key in "x" * 150 + "END":
        view.press(key)
    assert any(line.endswith("END") for line in lines(view, width=40))


@given(
    st.sampled_from([CONTACT, LONG, SALARY, MENU]),
    st.lists(st.sampled_from(["down", "?", "1", "2", "9", "x", "y", "end"]), max_size=12),
    st.integers(1, 120),
    st.integers(1, 40),
)
def test_any_size_can_be_drawn(
    question: Question, keys: list[str], width: int, height: int
) -> None:
    view = view_of(question)
    for key in keys:
        view.press(key)
    fragments = draw(view, SEEN, width, height)
    assert sum(style == CURSOR for style, _ in fragments) == 1
    assert max(len(line) for line in lines(view, width=width, height=height)) <= max(width, 26)
