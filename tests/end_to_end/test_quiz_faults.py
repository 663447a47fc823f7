"""Signals, closed windows and nonsense: never a traceback, never a hang, no answer lost."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from tests.end_to_end.terminal import CTRL_C, CTRL_D, ENTER, Terminal
from tests.end_to_end.test_quiz_keys import BY_NUMBERS, CONTACT, MENU, MONTHS, REMOTE

PLAIN = pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["keys", "plain"])
PROFILE = Path("config", "careeradvisor", "profile.toml")


def up_to_remote(terminal: Terminal, plain: tuple[str, ...]) -> None:
    for text, keys in BY_NUMBERS[:6]:
        terminal.wait_for_printed(text)
        terminal.press(keys if not plain or keys.endswith(ENTER) else f"{keys}{ENTER}")
    terminal.wait_for_printed(REMOTE)


def assert_saved(home: Path) -> None:
    saved = (home / PROFILE).read_text()
    assert "schooling_months = 9" in saved
    assert (
        'asked = ["education", "holds", "pace", "patient_contact", "schooling", "worked"]' in saved
    )


@PLAIN
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_saves_the_answers(
    home: Path, plain: tuple[str, ...], number: signal.Signals
) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.kill(number)
        assert terminal.end() == 130
        assert "Stopped. Your answers are saved in" in terminal.everything
        assert "Traceback" not in terminal.everything
    assert_saved(home)


@PLAIN
def test_closing_the_window_saves_the_answers(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.hang_up()
        # 120 is what Python itself makes of a standard output that cannot be flushed.
        assert terminal.wait() in (130, 120)
    assert_saved(home)


@PLAIN
def test_the_end_of_input_saves_the_answers(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.press(CTRL_D)
        assert terminal.end() == 130
    assert_saved(home)


@PLAIN
def test_kill_without_warning_leaves_the_file_of_before(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    before = (home / PROFILE).read_bytes()
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        terminal.wait_for_printed("Go on where I stopped")
        terminal.press(f"1{ENTER}" if plain else "1")
        terminal.wait_for_printed(REMOTE)
        terminal.kill(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    assert (home / PROFILE).read_bytes() == before


@PLAIN
def test_a_second_ctrl_c_does_not_break_off_the_saving(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.press(CTRL_C * 5)
        terminal.end()
    assert_saved(home)


@PLAIN
def test_stopping_at_the_offer_to_go_on_keeps_what_is_there(
    home: Path, plain: tuple[str, ...]
) -> None:
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        up_to_remote(terminal, plain)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    before = (home / PROFILE).read_bytes()
    with Terminal(home, "quiz", *plain, rows=60) as terminal:
        terminal.wait_for_printed("Go on where I stopped")
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    assert (home / PROFILE).read_bytes() == before


@PLAIN
def test_no_saving_is_said_beforehand_and_at_the_end(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", "--no-save", *plain, rows=60) as terminal:
        terminal.wait_for_printed("Your answers are not saved, so finish in one go.")
        up_to_remote(terminal, plain)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Stopped. Your answers were not saved." in terminal.everything
    assert not (home / PROFILE).exists()


def test_answers_that_cannot_be_read_do_not_stop_the_quiz(home: Path) -> None:
    profile = home / PROFILE
    profile.parent.mkdir(parents=True)
    profile.write_text("version = 1\n[answers]\nsalary = 'a \\u001b[31m lot'\n")
    with Terminal(home, "quiz", rows=40) as terminal:
        terminal.wait_for("Earlier answers cannot be used.", "profile.toml:3", CONTACT)
        terminal.press("1")
        terminal.wait_for("What is the highest education")
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "is kept as" in terminal.everything
    assert profile.with_name("profile.toml.bak").exists()


def test_a_paste_of_a_megabyte_into_a_list_and_into_a_field(home: Path) -> None:
    paste = b"\x1b[200~" + b"60000 dollars or so, " * 50_000 + b"\x1b[201~"
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(CONTACT)
        terminal.send(paste)
        terminal.wait_for("Nothing can be pasted here: choose a line.", CONTACT)
        terminal.answer(*BY_NUMBERS[:4])
        terminal.wait_for(MONTHS)
        terminal.send(paste)
        terminal.press(ENTER)
        terminal.wait_for("is not a length of time.")
        terminal.press(CTRL_C)
        assert terminal.end() == 130


@PLAIN
def test_a_megabyte_without_the_marks_of_a_paste(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain) as terminal:
        terminal.wait_for(CONTACT)
        terminal.send(b"xyz " * 250_000)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.everything


def test_a_paste_that_never_ends_does_not_lock_anybody_in(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(BY_NUMBERS[0])
        terminal.wait_for("Question 2 of 6")
        terminal.send(b"\x1b[200~" + b"abc" * 100)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Your answers are saved in" in terminal.everything


def test_any_size_of_window_at_any_time(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for(CONTACT)
        for rows, columns in ((10, 40), (1, 1), (2, 20), (60, 200), (5, 300)):
            terminal.resize(rows, columns)
            terminal.press("\x1b[B")
        terminal.resize(24, 80)
        terminal.wait_for(CONTACT, "Question 1 of 6", "Ctrl-C stops")
        terminal.answer(*BY_NUMBERS[:-1])
        terminal.wait_for("Are these your answers?")


KEYS = [
    *"0123456789", *"?bkj qxyz$,.", ENTER, ENTER, ENTER, "\t", "\x1b", "\x7f", "\x1b[A", "\x1b[B",
    "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1bOP",
    "\x1b[200~pasted\nlines\x1b[201~", "\x1b[M !!", "\x1b[<0;1;1M", "\x1b]0;title\x07", "\x1b[",
    "\x00", "\x01", "\x05", "\x0c", "\x15", "\x17", "\x1c", "\x1d", "\x1f", "\n",
    "é", "看", "\u202e",
]  # fmt: skip


@PLAIN
@pytest.mark.parametrize("seed", range(4))
def test_random_keys(home: Path, plain: tuple[str, ...], seed: int) -> None:
    """Ctrl-C ends it wherever the keys have led; whatever is saved then can be read."""
    dice = random.Random(seed)
    with Terminal(home, "quiz", "--full", *plain) as terminal:
        terminal.wait_for(CONTACT)
        for _ in range(60):
            keys = "".join(dice.choices(KEYS, k=dice.randint(1, 6))).encode()
            if dice.random() < 0.1:
                keys += bytes(dice.randrange(256) for _ in range(8)).replace(b"\x03", b"")
            # In plain mode Ctrl-D, Ctrl-Z and Ctrl-\ are the terminal's own.
            for key in (b"\x04", b"\x1a", b"\x1c", b"\x13", b"\x16", b"\x0f"):
                keys = keys.replace(key, b"")
            terminal.send(keys)
            if dice.random() < 0.05:
                terminal.resize(dice.randint(1, 50), dice.randint(1, 150))
        terminal.press(CTRL_C)
        code = terminal.end()
        assert code in (0, 130)
        assert "Traceback" not in terminal.everything
        assert "inside the program" not in terminal.everything
    if (home / PROFILE).exists():
        with Terminal(home, "profile", "show") as terminal:
            assert terminal.end() == 0


def test_stopping_after_the_results_keeps_the_answers(home: Path) -> None:
    with Terminal(home, "quiz") as terminal:
        terminal.answer(*BY_NUMBERS)
        terminal.wait_for(MENU)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    with Terminal(home, "quiz") as terminal:
        terminal.wait_for("Last time you stopped after the last question.")
        terminal.press("1")
        terminal.wait_for("Are these your answers?", "Salary: $45,000 a year")
