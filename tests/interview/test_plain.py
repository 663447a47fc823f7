"""Questions line by line."""

from __future__ import annotations

import pytest

from careeradvisor.errors import WrongUse
from careeradvisor.interview.conversing import ask
from careeradvisor.interview.front import Look
from careeradvisor.interview.plain import PlainFrontEnd
from careeradvisor.interview.questions import (
    BACK,
    Conversation,
    Pick,
    PickSeveral,
    Question,
    Reply,
    Row,
    Write,
)
from careeradvisor.output.terminal.console import Screen
from tests.interview.look import HEARD

PICK = Pick(
    text="How much?",
    why="So that we know.",
    progress="Question 1 of 6",
    context=("Welcome.",),
    rows=(Row("none", "None: no patients"), Row("some", "Some"), Row("any", "No preference")),
    can_go_back=True,
)
SEVERAL = PickSeveral(
    text="Limits?",
    rows=(
        Row("pay", "Pay"),
        Row("time", "Time"),
        Row("home", "Home"),
        Row("none", "None of them", alone=True),
    ),
)
WRITE = Write(text="Pay?", why="Before tax.", blank="no preference", examples="60k")


class Talk(PlainFrontEnd):
    """A front end that is given lines and keeps what is printed and prompted."""

    def __init__(self, *lines: str, screen: Look = HEARD) -> None:
        super().__init__(screen)
        self._lines = list(lines)
        self.printed: list[str] = []
        self.prompts: list[str] = []

    def read(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if not self._lines:
            raise EOFError
        return self._lines.pop(0)

    def write(self, line: str) -> None:
        self.printed.append(line)

    def ask(self, question: Question) -> Reply:
        def once() -> Conversation[Reply]:
            return (yield question)

        return self.run(once())


def test_a_list_with_its_prompt() -> None:
    talk = Talk("2")
    assert talk.ask(PICK) == "some"
    assert talk.printed == [
        "",
        "Welcome.",
        "Question 1 of 6. How much?",
        "1. None: no patients",
        "2. Some",
        "3. No preference",
    ]
    assert talk.prompts == ["Your choice (1-3, ? help, b back): "]


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("1", "none"), (" 3 ", "any"), ("2.", "some"), ("some", "some"), ("SOME", "some"),
        ("None: no", "none"), ("b", BACK), ("Back", BACK),
    ],
)  # fmt: skip
def test_what_answers_a_list(line: str, reply: Reply) -> None:
    assert Talk(line).ask(PICK) == reply


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Type a number from 1 to 3."),
        ("0", "There is no choice 0. Type a number from 1 to 3."),
        ("4", "There is no choice 4. Type a number from 1 to 3."),
        ("9" * 5_000, "There is no choice 99999999999…. Type a number from 1 to 3."),
        ("-1", "'-1' is none of the choices. Type a number from 1 to 3."),
        ("no", "'no' is none of the choices. Type a number from 1 to 3."),
        ("1 2", "Give one number only."),
        ("²", "'²' is none of the choices. Type a number from 1 to 3."),
        ("\x1b[A", "'\\x1b[A' is none of the choices. Type a number from 1 to 3."),
        ("\ufffd", "'\ufffd' is none of the choices. Type a number from 1 to 3."),
        (",;.", "Type a number from 1 to 3."),
    ],
)
def test_what_does_not(line: str, said: str) -> None:
    talk = Talk(line, "1")
    assert talk.ask(PICK) == "none"
    assert talk.printed[-1] == said


def test_help_is_printed_and_the_prompt_comes_again() -> None:
    talk = Talk("?", "help", "1")
    assert talk.ask(PICK) == "none"
    assert talk.printed[-2:] == ["So that we know."] * 2
    talk = Talk("?", "1")
    talk.ask(SEVERAL)
    assert talk.printed[-1] == "There is no more to say about this question."


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("1 3", "pay, home"),
        ("3,1", "home, pay"),
        ("1, 1; 2", "pay, time"),
        ("home", "home"),
        ("pay, home", "pay, home"),
        ("4", "none"),
    ],
)
def test_several(line: str, reply: Reply) -> None:
    assert Talk(line).ask(SEVERAL) == reply


def test_a_choice_that_stands_alone_cannot_be_mixed() -> None:
    talk = Talk("1 4", "1")
    assert talk.ask(SEVERAL) == "pay"
    assert talk.printed[-2:] == [
        '"None of them" stands alone: give its number, or those of',
        "others.",
    ]


def test_enter_keeps_the_present_answers() -> None:
    talk = Talk("")
    question = PickSeveral(text="Limits?", rows=SEVERAL.rows, current="pay, home")
    assert talk.ask(question) == "pay, home"
    assert "Enter keeps 1 and 3" in talk.prompts[0]
    assert Talk("").ask(Pick(text="?", rows=PICK.rows, current="any")) == "any"


def test_writing() -> None:
    talk = Talk("60k")
    assert talk.ask(WRITE) == "60k"
    assert talk.printed[-1] == "For example: 60k"
    assert talk.prompts == ["Your answer (Enter: no preference, ? help): "]
    assert Talk("").ask(WRITE) == ""


def test_enter_keeps_what_was_written_before() -> None:
    talk = Talk("")
    question = Write(text="Pay?", blank="no preference", current="60000")
    assert talk.ask(question) == "60000"
    assert talk.prompts == ["Your answer (Enter keeps 60000, any: no preference): "]


def test_enter_does_not_keep_what_was_wrong() -> None:
    def understood(reply: object) -> str:
        if reply == "soon":
            raise WrongUse("That is no amount.")
        return str(reply)

    talk = Talk("soon", "")
    assert talk.run(ask(WRITE, understood)) == ""
    assert talk.printed[-1] == "That is no amount."
    assert talk.prompts[1] == "Your answer (Enter: no preference, ? help): "


def test_long_lines_wrap_and_long_labels_hang() -> None:
    talk = Talk("1", screen=Screen(width=40, plain=True))
    talk.ask(Pick(text="word " * 20, rows=(Row("a", "label " * 12),)))
    assert max(map(len, talk.printed)) <= 40
    assert talk.printed[-1].startswith("   label")


def test_the_end_of_input_is_passed_on() -> None:
    with pytest.raises(EOFError):
        Talk().ask(PICK)
