"""The whole quiz by keys, as a newcomer goes through it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.criteria import ALL
from tests.end_to_end.terminal import BACKSPACE, CTRL_C, DOWN, ENTER, ESC, SPACE, UP, Terminal

CONTACT, MONTHS, REMOTE, SALARY = (c.question for c in ALL if not c.further)
EDUCATION = "What is the highest education you have finished?"
LICENSE = "Which licenses or certificates in healthcare, or degrees in a field, do you hold?"
WORKED = "Have you worked in healthcare? If so, as what?"
PACE = "How much of your time can you give to study?"
STATE = "In which state do you want to work?"
FIRST = "What matters most to you?"
NEXT = "And what matters most after that?"
LIMITS = "Is any of these a hard limit?"
SUMMARY = "Are these your answers?"
# What the table of every ranking begins with, whatever its title is.
RESULT = "Career Fit"
MENU = "What next?"

BY_NUMBERS = (
    (CONTACT, "1"),
    (EDUCATION, "2"),
    (LICENSE, ENTER),
    (WORKED, ENTER),
    (MONTHS, f"9{ENTER}"),
    (PACE, "1"),
    (REMOTE, "2"),
    (SALARY, f"45000{ENTER}"),
    (STATE, ENTER),
    (FIRST, "3"),
    (NEXT, "3"),
    ("So far: 1. work from home, 2. salary.", "3"),
    (LIMITS, "3"),
    ("[x] Work from home only", ENTER),
    (SUMMARY, "1"),
)


def test_by_number_keys_alone(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS)
        terminal.wait_for(MENU)
        assert RESULT in terminal.everything
        assert "1 Medical coder" in terminal.everything
        # What was answered stays above, each once.
        assert terminal.everything.count(f"{CONTACT} None: records") == 1
        assert terminal.everything.count(f"{SALARY} 45000") == 1
        # No terminal is asked where its cursor is, which not all answer; nor is its screen taken.
        assert b"\x1b[6n" not in terminal.raw
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.press("0")
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
        terminal.wait_for(EDUCATION, "Question 2 of 6, part 1 of 5", "Esc goes back")
        terminal.press(ESC)
        terminal.wait_for("❯ 2 A little")
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
        terminal.answer((LICENSE, ENTER), (WORKED, ENTER))
        terminal.wait_for(MONTHS, "For example: 9 months, 18m, 2 years")
        terminal.press("soon", ENTER)
        terminal.wait_for("'soon' is not a length of time.")
        # Whoever was not understood begins anew.
        terminal.press("2 years", ENTER)
        terminal.answer((PACE, ENTER), (REMOTE, f"{DOWN}{ENTER}"), (SALARY, f"$60,000{ENTER}"))
        terminal.wait_for(STATE)
        terminal.press("new")
        terminal.wait_for("New Hampshire", "New York")
        terminal.press(DOWN, DOWN, DOWN)
        terminal.wait_for("❯ New Mexico")
        terminal.press(ENTER)
        terminal.answer(("In which part of New Mexico?", ENTER))
        terminal.wait_for(FIRST, "Salary: $60,000 a year", "Work from home only")
        terminal.press(DOWN, DOWN, DOWN, ENTER)
        terminal.wait_for(NEXT, "So far: 1. salary.")
        terminal.press(UP, ENTER)
        terminal.wait_for(LIMITS, "❯ 1 [ ] No patient contact", "[x] No preference")
        # What is ticked already and stands alone stays, if its number is typed all the same.
        terminal.press("5")
        terminal.wait_for("❯ 5 [x] No preference")
        terminal.press("3", "3", "5")
        terminal.wait_for("❯ 5 [x] No preference", "3 [ ] Work from home only")
        terminal.press(*[UP] * 4)
        # A row that stands alone is no longer ticked once another is.
        terminal.press(SPACE)
        terminal.wait_for("❯ 1 [x] No patient contact", "[ ] No preference")
        terminal.press(ENTER)
        terminal.wait_for(
            SUMMARY,
            "Education: associate degree",
            "Time until qualified: at most 24 months (2 years)",
            "Salary: $60,000 a year; New Mexico; anywhere in it",
            "Hard limits: patient contact",
        )
        terminal.press("7")
        terminal.wait_for("Change an answer", "❯ 60000")
        terminal.press(*[BACKSPACE] * 5, "50k", ENTER)
        terminal.answer((STATE, ENTER), ("In which part", ENTER))
        terminal.wait_for(SUMMARY, "Salary: $50,000 a year")
        terminal.press(ENTER)
        terminal.wait_for(MENU)
        assert RESULT in terminal.everything


def test_licenses_and_work_by_typing_a_part_of_a_name(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS[:2])
        terminal.wait_for(LICENSE)
        terminal.press("nur")
        # Who most people mean comes first; nothing of the question is covered.
        terminal.wait_for("❯ nur Registered nurse (RN)", LICENSE, "Ctrl-C stops")
        terminal.press(DOWN, ",emt", ENTER)
        terminal.wait_for(WORKED)
        terminal.press("nur")
        terminal.wait_for("❯ nur Registered nurse (RN)")
        terminal.press(ESC)
        terminal.wait_until_gone("Registered nurse (RN) ")
        terminal.press(ENTER)
        terminal.wait_for("No career called 'nur'.")
        terminal.press("nur", ENTER)
        terminal.wait_for("Registered nurse (RN): how long have you worked as one?")
        terminal.press("banana", ENTER)
        terminal.wait_for("such as 18 months or 5 years")
        terminal.press("5 years", ENTER)
        terminal.wait_for("as anything else? So far: Registered nurse (RN) (5 years).")
        terminal.press(ENTER)
        terminal.wait_for(MONTHS)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    saved = (home / "config" / "careeradvisor" / "profile.toml").read_text()
    assert 'holds = ["rn", "emt"]' in saved


def test_esc_with_a_digit_right_after_it_and_keys_typed_ahead(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(CONTACT)
        # All at once: to education, back, "a little", an associate degree, no license, no work.
        terminal.press(f"1{ESC}24{ENTER}{ENTER}18m{ENTER}")
        terminal.wait_for(PACE)
        for said in (f"{CONTACT} A little", f"{EDUCATION} Associate degree", f"{MONTHS} 18m"):
            assert said in terminal.everything


def test_ctrl_c_keeps_the_answers_and_the_next_quiz_goes_on(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS[:7])
        terminal.wait_for(SALARY)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Your answers are saved in" in terminal.everything
        assert "The next `careeradvisor quiz` offers to go on from there." in terminal.everything
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(
            "Last time you stopped at question 4 of 6, part 1 of 2. Nothing was lost.",
            "Work from home only",
            "Go on where I stopped",
            "Start anew",
        )
        terminal.press("1")
        terminal.answer(*BY_NUMBERS[7:])
        terminal.wait_for(MENU)
        assert "1 Medical coder" in terminal.everything
        terminal.press("k")
        terminal.wait_for_printed("Your answers are saved in")
        terminal.wait_for(MENU)
        terminal.press("q")
        assert terminal.end() == 0
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for("You have saved these answers:", "Salary: $45,000 a year")
        terminal.press("2")
        terminal.answer((f"1 of 6 {CONTACT}", "2"))
        terminal.wait_for(EDUCATION)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    with Terminal(home, "quiz", rows=40) as terminal:
        # Both are there: what was saved, and what was begun since.
        terminal.wait_for("Salary: $45,000 a year", "A little patient contact")
        terminal.press("2")
        terminal.wait_for(SUMMARY, "Salary: $45,000 a year")


def test_flags_are_not_asked_again(home: Path) -> None:
    flags = ("--patient-contact", "none", "--remote", "only", "--state", "TX")
    with Terminal(home, "quiz", *flags) as terminal:
        terminal.wait_for(EDUCATION, "Question 1 of 4, part 1 of 5")
        terminal.press("2")
        terminal.answer((LICENSE, ENTER), (WORKED, ENTER), (MONTHS, ENTER), (PACE, "1"))
        terminal.answer((SALARY, ENTER), ("In which part of Texas?", ENTER))
        terminal.wait_for(FIRST, "Question 3 of 4", "No patient contact")


def test_full_asks_more_and_long_lists_take_two_digits(home: Path) -> None:
    with Terminal(home, "quiz", "--full", rows=40) as terminal:
        terminal.answer(*BY_NUMBERS[:9])
        terminal.answer(("How fast should the number of jobs grow?", "1"))
        terminal.wait_for("Which hours do you not want to work?")
        terminal.press(ENTER)
        terminal.wait_for("Nothing is ticked yet.")
        terminal.press("13")
        terminal.wait_for("[x] No nights", "[x] No on-call duty")
        terminal.press(ENTER)
        terminal.answer(
            ("How physical do you want the work to be?", "4"),
            ("What do you want to stay away from at work?", f"4{ENTER}"),
            ("How much do you want to have earned ten years from now", ENTER),
            ("Which of these sounds most like you?", "41"),
        )
        terminal.wait_for("[2] Building, fixing", "[1] Helping, teaching")
        terminal.press(ENTER)
        terminal.answer(("How much may language models change the work?", "3"))
        terminal.wait_for("Question 12 of 13", "Working hours: no night work or on-call duty")
        terminal.answer((FIRST, "8"), (LIMITS, ENTER))
        terminal.wait_for(SUMMARY)
        terminal.press("1")
        terminal.wait_for("Enter takes number 1; or type one more digit.")
        terminal.press("3")
        terminal.wait_for("Change an answer", "Which of these sounds most like you?")


@pytest.mark.parametrize("columns", [40, 80])
def test_every_line_ends_between_words(home: Path, columns: int) -> None:
    with Terminal(home, "quiz", columns=columns, rows=34) as terminal:
        for text, keys in BY_NUMBERS:
            terminal.press("?" if text == REMOTE else "")
            terminal.wait_for(text)
            # Nothing of the program's own may be broken by the edge of the window.
            assert all(len(line) < columns for line in terminal.lines)
            terminal.press(keys)
        terminal.wait_for(MENU, "0 Quit")


def test_wide_letters_and_what_cannot_be_seen(home: Path) -> None:
    with Terminal(home, "quiz", columns=40) as terminal:
        terminal.answer(*BY_NUMBERS[:2])
        terminal.wait_for(LICENSE)
        word = "간호사看護師" * 5
        terminal.press(word, "\u202e\u200d", "👩\u200d⚕", ENTER)
        terminal.wait_for("is no license, certificate or degree here.")
        # pyte fills the second half of a wide letter with nothing: joined again it is whole.
        assert word in terminal.shown.replace(" ", "")
        terminal.wait_for("Esc goes back")
        terminal.press("\x15", ENTER)
        terminal.wait_for(WORKED)


def test_no_colour_and_ascii_when_asked_for(home: Path) -> None:
    with Terminal(home, "quiz", environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(CONTACT)
        terminal.press("?", DOWN)
        terminal.wait_for("❯ 2 A little")
        colours = {c.fg for row in terminal.screen.buffer.values() for c in row.values()}
        assert colours == {"default"}
    with Terminal(home, "quiz", environment={"LC_ALL": "C", "PYTHONUTF8": ""}) as terminal:
        terminal.answer(*BY_NUMBERS[:10])
        terminal.wait_for(NEXT)
        assert terminal.raw.isascii()
        assert "> 1 No patient contact" in terminal.shown
