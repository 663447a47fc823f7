"""What can be done after the ranking, in a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.terminal import BACKSPACE, DOWN, ENTER, ESC, RIGHT, Terminal
from tests.end_to_end.test_quiz_keys import MENU, RESULT, SUMMARY

FLAGS = (
    "--patient-contact", "none", "--schooling", "9", "--remote", "only", "--salary", "45k",
    "--education", "high-school", "--holds", "emt", "--state", "CA", "--priorities",
    "remote,salary", "--must", "remote",
)  # fmt: skip


def ranked(terminal: Terminal) -> None:
    """Confirm what the flags say, and wait for the menu below the ranking."""
    terminal.wait_for(SUMMARY)
    terminal.press("1")
    terminal.wait_for(MENU, "7 Quit")


def test_show_and_compare(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("1")
        terminal.wait_for("Which career do you want to see?", "1 Medical coder", "Another, by its")
        terminal.press("1")
        terminal.wait_for_printed("SOC 29-2072")
        terminal.wait_for(MENU)
        terminal.press("1")
        terminal.wait_for("6 Another, by its name")
        terminal.press("6")
        terminal.wait_for("3 for the third in your ranking")
        terminal.press("nurse pra")
        terminal.wait_for("Nurse practitioner (NP)")
        terminal.press(DOWN, ENTER)
        terminal.wait_for_printed("SOC 29-1171")
        terminal.wait_for(MENU)
        terminal.press("2")
        terminal.wait_for("Which careers do you want to compare?")
        terminal.press("1")
        terminal.wait_for("[x] Medical coder")
        terminal.press("6")
        terminal.wait_for("One career alone cannot be compared.")
        terminal.press("3")
        terminal.wait_for("[x] Medical writer")
        terminal.press("6")
        terminal.wait_until_gone("Which careers do you want to compare?")
        terminal.wait_for(MENU)
        assert "Medical writer" in terminal.everything


def test_change_an_answer_marks_what_moved(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("3")
        terminal.wait_for("Which answer do you want to change?", "Salary: $45,000 a year")
        terminal.press(ESC)
        terminal.wait_for(MENU)
        terminal.press("3")
        terminal.wait_for("7 Job growth: no preference", "Hard limits: work from home")
        terminal.press(*[DOWN] * 4, ENTER)
        terminal.wait_for("What do you need to earn in a year?", "❯ 45000")
        terminal.press(*[BACKSPACE] * 5, "120k", ENTER)
        # Signs of a move stand behind the titles, in both directions.
        terminal.wait_for_printed("(up ")
        terminal.wait_for_printed("(down ")
        terminal.wait_for(MENU)


def test_why_not(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("4")
        terminal.wait_for("Which career do you miss in the ranking?")
        terminal.press("no such thing", ENTER)
        terminal.wait_for("No career called 'no such thing'.")
        terminal.press(*[BACKSPACE] * 13, "rn", ENTER)
        terminal.wait_for_printed("Registered nurse (RN) is left out because it misses a hard")
        terminal.wait_for_printed("Without that limit it would be number")
        terminal.wait_for(MENU)
        terminal.press("4")
        terminal.wait_for("Which career do you miss in the ranking?")
        terminal.press("3", ENTER)
        terminal.wait_for_printed("is number 3 of 5. Medical coder is ahead of")
        terminal.wait_for(MENU)


def test_save_and_quit_by_arrows(home: Path) -> None:
    profile = home / "config" / "careeradvisor" / "profile.toml"
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press(*[RIGHT] * 4)
        terminal.wait_for("❯5 Save")
        terminal.press(ENTER)
        terminal.wait_for_printed(f"Your answers are saved in {profile}")
        terminal.wait_for(MENU)
        # Saved already, so quitting asks nothing.
        terminal.press("7")
        assert terminal.end() == 0
    assert "salary = 45000" in profile.read_text()


def test_a_report_never_overwrites_unasked(home: Path) -> None:
    report = home / "careers.html"
    report.write_text("mine")
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("6")
        terminal.wait_for("Which file shall the report go to?", "❯ careers.html")
        terminal.press(ENTER)
        terminal.wait_for("There is a careers.html already. Write over it?")
        terminal.press("2")
        terminal.wait_for("❯ careers.html")
        terminal.press(*[BACKSPACE] * len("careers.html"), "mine", ENTER)
        terminal.wait_for_printed("The report is in mine.html.")
        terminal.wait_for(MENU)
    assert report.read_text() == "mine"
    assert "<html" in (home / "mine.html").read_text()


def test_a_report_that_cannot_be_written_does_not_end_the_loop(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("6")
        terminal.wait_for("❯ careers.html")
        terminal.press(*[BACKSPACE] * len("careers.html"), "no/such/folder", ENTER)
        terminal.wait_for_printed("could not be written")
        terminal.wait_for(MENU)


def test_no_save_has_no_save(home: Path) -> None:
    with Terminal(home, "quiz", "--no-save", *FLAGS) as terminal:
        terminal.wait_for(SUMMARY)
        terminal.press("1")
        terminal.wait_for(MENU, "5 Report", "6 Quit")
        terminal.press("6")
        assert terminal.end() == 0
        assert RESULT in terminal.everything


@pytest.mark.parametrize("keys", [ESC, "b", "9", "x"])
def test_keys_that_mean_nothing_leave_the_menu_there(home: Path, keys: str) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press(keys, "?")
        terminal.wait_for("Show: everything about one career; Compare:")
        terminal.press("7")
        terminal.wait_for("Keep your answers in a file on this computer for next time?")
        terminal.press("2")
        assert terminal.end() == 0
