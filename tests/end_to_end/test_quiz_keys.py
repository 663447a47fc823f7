"""The whole quiz by keys, as a newcomer goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.terminal import (
    BACKSPACE,
    CTRL_C,
    DOWN,
    ENTER,
    ESC,
    SPACE,
    UP,
    Terminal,
)

CONTACT = "How much contact with patients do you want?"
EDUCATION = "What is the highest education you have finished?"
LICENSE = "Do you already hold a license or certificate in healthcare?"
MONTHS = "How long can you study before you start?"
REMOTE = "Do you need to work from home?"
SALARY = "What do you need to earn in a year?"
STATE = "In which state do you want to work?"
FIRST = "What matters most to you?"
NEXT = "And what matters most after that?"
LIMITS = "Is any of these a hard limit?"
SUMMARY = "Are these your answers?"
RESULT = "Careers that fit you"
MENU = "What next?"

BY_NUMBERS = (
    (CONTACT, "1"),
    (EDUCATION, "2"),
    (LICENSE, "1"),
    (MONTHS, f"9{ENTER}"),
    (REMOTE, "1"),
    (SALARY, f"45000{ENTER}"),
    (STATE, ENTER),
    (FIRST, "3"),
    (NEXT, "3"),
    ("2. Salary: $45,000 a year", "3"),
    (LIMITS, "3"),
    ("[x] Work from home", "5"),
    (SUMMARY, "1"),
)


def test_by_number_keys_alone(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS)
        terminal.wait_for(MENU)
        assert RESULT in terminal.everything
        assert "1 Medical coder" in terminal.everything
        terminal.press("7")
        terminal.wait_for("Keep your answers in a file")
        terminal.press("2")
        assert terminal.end() == 0
    assert not (home / "config" / "careeradvisor" / "profile.toml").exists()


def test_by_arrows_with_help_back_a_wrong_number_and_a_changed_answer(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(CONTACT, "Question 1 of 6", "No preference", "? why we ask")
        assert "Esc goes back" not in terminal.shown
        terminal.press("?")
        terminal.wait_for("Some people go into healthcare to be with patients", "? closes this")
        terminal.press("?")
        terminal.wait_until_gone("Some people go into healthcare")
        terminal.press(DOWN)
        terminal.wait_for("❯ 2 A little")
        terminal.press(ENTER)
        terminal.wait_for(EDUCATION, "Question 2 of 6, part 1 of 3", "Esc goes back")
        terminal.press(ESC)
        terminal.wait_for(CONTACT, "❯ 2 A little")
        terminal.press(UP)
        terminal.wait_for("❯ 1 None")
        terminal.press(ENTER)
        terminal.wait_for(EDUCATION)
        terminal.press("9")
        terminal.wait_for("There is no choice 9: choose from 1 to 8.")
        # From high school, where the pointer starts, to an associate degree.
        terminal.press(DOWN, DOWN)
        terminal.wait_for("❯ 4 Associate degree")
        terminal.press(ENTER)
        terminal.answer((LICENSE, ENTER))
        terminal.wait_for(MONTHS, "For example: 9 months, 18m, 2 years")
        terminal.press("soon", ENTER)
        terminal.wait_for("'soon' is not a length of time.")
        terminal.press(*[BACKSPACE] * 4, "2 years", ENTER)
        terminal.answer((REMOTE, ENTER), (SALARY, f"$60,000{ENTER}"))
        terminal.wait_for(STATE)
        terminal.press("new")
        terminal.wait_for("New Hampshire (NH)", "New York (NY)")
        terminal.press(DOWN, DOWN, DOWN)
        terminal.wait_for("❯ New Mexico (NM)")
        terminal.press(ENTER)
        terminal.wait_for(FIRST, "Salary: $60,000 a year", "work from home only")
        terminal.press(DOWN, DOWN, DOWN, ENTER)
        terminal.wait_for(NEXT, "1. Salary: $60,000 a year")
        terminal.press(UP, ENTER)
        terminal.wait_for(LIMITS, "❯ 6 No preference")
        terminal.press(DOWN)
        terminal.wait_for("❯ 1 [ ]")
        terminal.press(SPACE)
        terminal.wait_for("❯ 1 [x] Patient contact")
        terminal.press(ENTER)
        terminal.wait_for(
            SUMMARY,
            "Education: associate degree; no license or certificate",
            "Time until qualified: at most 24 months (2 years)",
            "State: New Mexico",
            "Hard limits: patient contact",
        )
        terminal.press("6")
        terminal.wait_for("Change an answer", SALARY, "❯ 60000")
        terminal.press(*[BACKSPACE] * 5, "50k", ENTER)
        terminal.wait_for(SUMMARY, "Salary: $50,000 a year")
        terminal.press(ENTER)
        terminal.wait_for(MENU)
        assert RESULT in terminal.everything


def test_ctrl_c_keeps_the_answers_and_the_next_quiz_goes_on(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS[:5])
        terminal.wait_for(SALARY)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Your answers are saved in" in terminal.everything
        assert "The next `careeradvisor quiz` offers to go on from there." in terminal.everything
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(
            "Last time you stopped at question 4 of 6, part 1 of 2.",
            "Work from home: work from home only",
            "Go on where I stopped",
            "Start anew",
        )
        terminal.press("1")
        terminal.answer(*BY_NUMBERS[5:])
        terminal.wait_for(MENU)
        assert "1 Medical coder" in terminal.everything
        terminal.press("5")
        terminal.wait_for_printed("Your answers are saved in")
        terminal.wait_for(MENU)
        terminal.press("7")
        assert terminal.end() == 0
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for("You have saved these answers:", "Salary: $45,000 a year")
        terminal.press("2")
        terminal.wait_for(CONTACT, "Question 1 of 6")


@pytest.mark.parametrize("place", range(len(BY_NUMBERS)))
def test_ctrl_c_at_each_question(home: Path, place: int) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS[:place])
        terminal.wait_for(BY_NUMBERS[place][0])
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.everything
        said = "Your answers are saved in" if place else "There were no answers to save yet."
        assert f"Stopped. {said}" in terminal.everything
    profile = home / "config" / "careeradvisor" / "profile.toml"
    assert profile.exists() is bool(place)
    if place:
        assert 'patient_contact = "none"' in profile.read_text()
        assert profile.stat().st_mode & 0o777 == 0o600


def test_flags_are_not_asked_again(home: Path) -> None:
    flags = ("--patient-contact", "none", "--remote", "only", "--state", "TX")
    with Terminal(home, "quiz", *flags) as terminal:
        terminal.wait_for(EDUCATION, "Question 1 of 4, part 1 of 3")
        terminal.press("2")
        terminal.answer((LICENSE, "1"), (MONTHS, ENTER), (SALARY, ENTER))
        terminal.wait_for(FIRST, "Question 3 of 4", "no patient contact")


def test_full_asks_more(home: Path) -> None:
    with Terminal(home, "quiz", "--full") as terminal:
        terminal.answer(*BY_NUMBERS[:7])
        terminal.answer(("How fast should the number of jobs grow?", "1"))
        terminal.wait_for("Which hours do you not want to work?")
        terminal.press("13")
        terminal.wait_for("[x] No nights", "[x] No on-call duty")
        terminal.press("4")
        terminal.answer(
            ("How physical may the work be?", "4"),
            ("What do you want to stay away from at work?", "5"),
            ("How much do you want to have earned ten years from now", ENTER),
            ("Which of these sounds most like you?", "41"),
        )
        terminal.wait_for("[2] Building, fixing", "[1] Helping, teaching")
        terminal.press("7")
        terminal.answer(("How much may language models change the work?", "3"))
        terminal.wait_for("Question 12 of 13", "Working hours: no night work or on-call duty")


def test_forty_columns(home: Path) -> None:
    with Terminal(home, "quiz", columns=40, rows=30) as terminal:
        for text, keys in BY_NUMBERS:
            terminal.wait_for(text)
            # Nothing of the program's own may be broken by the edge of the window.
            assert all(len(line) < 40 for line in terminal.lines)
            terminal.press(keys)
        terminal.wait_for(MENU, "7 Quit")


def test_no_colour_and_ascii_when_asked_for(home: Path) -> None:
    with Terminal(home, "quiz", environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(CONTACT)
        terminal.press("?", DOWN)
        terminal.wait_for("❯ 2 A little")
        colours = {c.fg for row in terminal.screen.buffer.values() for c in row.values()}
        assert colours == {"default"}
    with Terminal(home, "quiz", environment={"LC_ALL": "C", "PYTHONUTF8": ""}) as terminal:
        terminal.answer(*BY_NUMBERS[:8])
        terminal.wait_for(NEXT)
        assert terminal.raw.isascii()
        assert "> 1 Patient contact" in terminal.shown
