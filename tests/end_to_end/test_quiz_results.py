"""What can be done after the ranking, in a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.terminal import BACKSPACE, DOWN, ENTER, ESC, RIGHT, SPACE, UP, Terminal
from tests.end_to_end.test_quiz_keys import MENU, RESULT, SUMMARY

FLAGS = (
    "--patient-contact", "none", "--schooling", "9", "--pace", "full", "--remote", "only",
    "--salary", "45k", "--education", "high-school", "--holds", "emt", "--worked", "emt=2y",
    "--state", "CA", "--area", "any", "--priorities", "remote,salary", "--must",
    "patient-contact",
)  # fmt: skip
QUIT = "0 Quit"


def ranked(terminal: Terminal) -> None:
    """Confirm what the flags say, and wait for the menu below the ranking."""
    terminal.wait_for(SUMMARY)
    terminal.press("1")
    terminal.wait_for(MENU, QUIT)


def test_show_and_compare(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS, rows=40) as terminal:
        ranked(terminal)
        terminal.press("s")
        terminal.wait_for("Which career do you want to see?", "1 Medical coder", "Another, by its")
        terminal.press("1")
        terminal.wait_for_printed("SOC 29-2072")
        terminal.wait_for(MENU, QUIT)
        terminal.press("s")
        terminal.wait_for("Another, by its name")
        # However many careers are listed, it is the last.
        terminal.press(UP, ENTER)
        terminal.wait_for("3 for the third in your ranking")
        terminal.press("nurse pra")
        terminal.wait_for("Nurse practitioner (NP)")
        terminal.press(DOWN, ENTER)
        terminal.wait_for_printed("SOC 29-1171")
        terminal.wait_for(MENU, QUIT)
        terminal.press("2")
        terminal.wait_for("Which careers do you want to compare?")
        terminal.press("1", ENTER)
        terminal.wait_for("One career alone cannot be compared.")
        terminal.press(UP, SPACE, ENTER)
        terminal.wait_for("Which career do you want to compare besides?")
        terminal.press("rn", ENTER)
        # The tick of before is still there.
        terminal.wait_for("[x] Medical coder", "[x] Registered nurse (RN)")
        terminal.press(ENTER)
        terminal.wait_until_gone("Space ticks")
        terminal.wait_for(MENU, QUIT)


def test_change_an_answer_marks_what_moved(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS, rows=40) as terminal:
        ranked(terminal)
        terminal.press("a")
        terminal.wait_for("Which answer do you want to change?", "Salary: $45,000 a year")
        terminal.press(ESC)
        terminal.wait_for(MENU, QUIT)
        terminal.press("a")
        terminal.wait_for("Job growth: no preference", "Hard limits: patient contact")
        terminal.press("6")
        terminal.wait_for("❯ 45000")
        terminal.press(*[BACKSPACE] * 5, "90k", ENTER)
        terminal.wait_for("In which state")
        terminal.press(ESC)
        # Signs of a move stand behind the titles, and who is gone below the table.
        terminal.wait_for_printed("(up ")
        terminal.wait_for_printed("(now number ")
        terminal.wait_for(MENU, QUIT)


def test_why_more_and_the_results_again(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS, rows=40) as terminal:
        ranked(terminal)
        terminal.press("w")
        terminal.wait_for("Which career do you miss")
        terminal.press("no such thing", ENTER)
        terminal.wait_for("No career called 'no such thing'.")
        terminal.press("\x15", "rn", ENTER)
        terminal.wait_for_printed("Registered nurse (RN) misses your limit on patient contact")
        terminal.wait_for(MENU, QUIT)
        count = terminal.everything.count(RESULT)
        for letter, said in (("m", "More"), ("r", "Results")):
            terminal.press(letter)
            terminal.wait_for_printed(f"{MENU} {said}")
            terminal.wait_for(MENU, QUIT)
        # Once more each, with twice as many careers.
        assert terminal.everything.count(RESULT) == count + 2
        assert terminal.everything.count("10 of ") == 2


def test_save_and_quit_by_arrows(home: Path) -> None:
    profile = home / "config" / "careeradvisor" / "profile.toml"
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press(*[DOWN] * 3, *[RIGHT] * 4)
        terminal.wait_for("❯8 Keep")
        terminal.press(ENTER)
        terminal.wait_for_printed(f"Your answers are saved in {profile}")
        terminal.wait_for(MENU, QUIT)
        # Saved already, so quitting asks nothing.
        terminal.press("q")
        assert terminal.end() == 0
    assert "salary = 45000" in profile.read_text()


def test_a_report_never_overwrites_unasked_and_a_bad_path_asks_again(home: Path) -> None:
    report = home / "careers.html"
    report.write_text("mine")
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press("p")
        terminal.wait_for("Which file shall the report go to?", "❯ careers.html")
        terminal.press(ENTER)
        terminal.wait_for("There is a careers.html already. Write over it?")
        terminal.press("2")
        terminal.wait_for("❯ careers.html")
        terminal.press("\x15", "no/such/folder", ENTER)
        terminal.wait_for("could not be written to no/such/folder.html")
        terminal.press("\x15", "mine", ENTER)
        terminal.wait_for_printed("The report is in mine.html.")
        terminal.wait_for(MENU, QUIT)
    assert report.read_text() == "mine"
    assert "<html" in (home / "mine.html").read_text()


def test_keys_that_mean_nothing_leave_the_menu_there(home: Path) -> None:
    with Terminal(home, "quiz", *FLAGS) as terminal:
        ranked(terminal)
        terminal.press(ESC, "b", "x", "?")
        terminal.wait_for("Compare: two to six careers side by side;")
        terminal.press("q")
        terminal.wait_for("Keep your answers in a file on this computer for next time?")
        terminal.press("n")
        assert terminal.end() == 0
