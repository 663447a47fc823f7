"""Working on a question with keys, without a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.interview.questions import (
    BACK,
    Pick,
    PickSeveral,
    Question,
    Reply,
    Row,
    Write,
)
from careeradvisor.interview.views import (
    ListView,
    PickView,
    SeveralView,
    View,
    WriteView,
    view_of,
)


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(f"v{i}", f"Label {i}") for i in range(1, count + 1))


def pick(count: int = 4, **more: object) -> PickView:
    return PickView(Pick(text="Which?", why="So.", rows=rows(count), **more))  # type: ignore[arg-type]


def several(**more: object) -> SeveralView:
    question = PickSeveral(
        text="Which?",
        rows=rows(3),
        alone=(Row("any", "No preference"),),
        **more,  # type: ignore[arg-type]
    )
    return SeveralView(question)


def write(current: str = "") -> WriteView:
    suggestions = (Row("NV", "Nevada"), Row("NH", "New Hampshire"), Row("NJ", "New Jersey"))
    return WriteView(
        Write(text="Where?", why="So.", blank="any", current=current, suggestions=suggestions)
    )


def press(view: View, *keys: str) -> Reply | None:
    """Press keys; the reply to the last one, none before it having been an answer."""
    for key in keys[:-1]:
        assert view.press(key) is None
    return view.press(keys[-1])


# One of a list


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (["enter"], "v1"),
        ([" "], "v1"),
        (["down", "enter"], "v2"),
        (["j", "j", "k", "enter"], "v2"),
        (["up", "enter"], "v4"),
        (["end", "down", "enter"], "v1"),
        (["pagedown", "enter"], "v4"),
        (["end", "pageup", "enter"], "v1"),
        (["end", "home", "enter"], "v1"),
        (["tab", "tab", "backtab", "enter"], "v2"),
        (["3"], "v3"),
        (["escape"], BACK),
        (["b"], BACK),
        (["left"], BACK),
        (["x"], None),
        (["right"], None),
    ],
)
def test_picking(keys: list[str], reply: Reply | None) -> None:
    assert press(pick(), *keys) == reply


def test_a_number_that_is_not_there_is_said_and_forgotten() -> None:
    view = pick()
    assert press(view, "7") is None
    assert view.notice == "There is no choice 7: choose from 1 to 4."
    assert press(view, "2") == "v2"
    assert press(pick(), "0") is None


def test_the_notice_goes_with_the_next_key() -> None:
    view = pick()
    press(view, "7", "down")
    assert view.notice == ""


def test_a_repeated_question_starts_on_its_answer() -> None:
    assert press(pick(current="v3"), "enter") == "v3"
    assert press(pick(current="gone"), "enter") == "v1"


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (["2"], "v2"),
        (["1", "2"], "v12"),
        (["1", "enter"], "v1"),
        (["1", "0"], "v10"),
        (["1", "down", "3"], "v3"),
        (["1", "9"], None),
        (["1", "9", "3"], "v3"),
    ],
)
def test_two_digits_where_there_are_more_than_nine(keys: list[str], reply: Reply) -> None:
    assert press(pick(12), *keys) == reply


def test_after_a_first_digit_it_is_said_how_to_go_on() -> None:
    view = pick(12)
    press(view, "1")
    assert view.notice == "Enter takes 1; or type one more digit."


def test_left_and_right_move_in_a_menu() -> None:
    assert press(pick(compact=True), "right", "right", "left", "enter") == "v2"


def test_help_opens_and_closes_and_escape_closes_it_first() -> None:
    view = pick()
    press(view, "?")
    assert view.helping
    press(view, "?")
    assert not view.helping
    assert press(view, "?", "escape") is None
    assert not view.helping
    assert press(view, "escape") == BACK


def test_without_help_the_key_does_nothing() -> None:
    view = several()
    press(view, "?")
    assert not view.helping


def test_a_paste_into_a_list_does_nothing_but_say_so() -> None:
    view = pick()
    view.paste("3\n3\n3\n")
    assert view.notice.startswith("Nothing can be pasted here")
    assert view.at == 0


# Several of a list


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (["1", "3", "4"], ("v1", "v3")),
        (["3", "1", "4"], ("v3", "v1")),
        (["1", "1", "2", "4"], ("v2",)),
        (["5"], "any"),
        ([" ", "down", " ", "enter"], ("v1", "v2")),
        (["enter", "enter"], ("v1",)),
        (["enter", "down", "down", "down", "enter"], ("v1",)),
        (["end", "enter"], "any"),
        (["1", "escape"], BACK),
        (["b"], BACK),
    ],
)
def test_picking_several(keys: list[str], reply: Reply) -> None:
    assert press(several(), *keys) == reply


def test_going_on_with_nothing_picked_asks_for_something() -> None:
    view = several()
    assert press(view, "4") is None
    assert view.notice == 'Nothing is picked yet. Pick a line, or "No preference".'


def test_marks_show_what_is_picked_and_in_which_order() -> None:
    view = several()
    press(view, "3", "1")
    assert [view.mark(row) for row in view.rows] == ["[x]", "[ ]", "[x]", "", ""]
    view = several(ordered=True)
    press(view, "3", "1")
    assert [view.mark(row) for row in view.rows] == ["[2]", "[ ]", "[1]", "", ""]


def test_present_answers_are_picked_and_enter_keeps_them() -> None:
    assert press(several(current=("v3", "gone")), "enter") == ("v3",)
    assert press(several(on_alone=True), "enter") == "any"
    first = several(alone_first=True, on_alone=True)
    assert first.rows[0].value == "any"
    assert press(first, "enter") == "any"


# Writing


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ([*"9m", "enter"], "9m"),
        (["enter"], ""),
        ([*"ab", "backspace", "enter"], "a"),
        ([*"b ", "b", "enter"], "b b"),
        ([*"ne", "enter"], "ne"),
        ([*"ne", "down", "enter"], "NV"),
        ([*"new", "down", "down", "enter"], "NJ"),
        ([*"new", "down", "down", "down", "down", "enter"], "NJ"),
        ([*"new", "down", "up", "enter"], "new"),
        ([*"new", "tab", "tab", "backtab", "enter"], "NH"),
        ([*"new", "down", " ", "enter"], "new "),
        (["down", "enter"], ""),
        (["escape"], BACK),
    ],
)
def test_writing(keys: list[str], reply: Reply) -> None:
    assert press(write(), *keys) == reply


def test_help_works_while_writing_and_leaves_the_text() -> None:
    view = write()
    press(view, "9", "?", "m")
    assert view.helping
    assert press(view, "enter") == "9m"


def test_text_to_start_with_is_an_answer_and_not_completed() -> None:
    view = write("NE")
    assert view.completions == []
    press(view, "w")
    assert [row.value for row in view.completions] == ["NH", "NJ"]
    assert press(write("NJ"), "enter") == "NJ"


def test_a_paste_is_written() -> None:
    view = write()
    view.paste("new j\n")
    assert press(view, "down", "enter") == "NJ"


# Whatever is pressed

QUESTIONS: list[Question] = [
    pick().question,
    pick(23).question,
    pick(3, compact=True).question,
    several().question,
    several(alone_first=True, ordered=True, current=("v2",)).question,
    write().question,
    write("x").question,
]
NAMES = ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"]
NAMES += ["tab", "backtab", "backspace", "delete", "clear", "clear-word", "?", " "]


@given(
    st.sampled_from(QUESTIONS),
    st.lists(st.sampled_from(NAMES) | st.sampled_from("0123456789") | st.characters(), max_size=80),
)
def test_no_key_leads_out_of_the_question(question: Question, keys: list[str]) -> None:
    view = view_of(question)
    for key in keys:
        reply = view.press(key)
        if isinstance(view, ListView):
            assert 0 <= view.at < len(view.rows)
            values = {row.value for row in view.rows}
            assert reply in (None, BACK) or values.issuperset(
                {reply} if isinstance(reply, str) else reply or ()
            )
        else:
            assert reply in (None, BACK) or isinstance(reply, str)
