"""Signals, closed windows and nonsense: never a traceback, never a hang, no answer lost.

What a signal, Ctrl-C or the end of input does to the answers is tested in
`tests/interview/test_stopping.py`, and at any moment in `tests/faults/test_moments.py`; here,
that each way reaches it from a real terminal.
"""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.end_to_end.terminal import CTRL_C, CTRL_D, ENTER, Terminal
from tests.end_to_end.test_quiz_keys import BY_NUMBERS, CONTACT, MONTHS, REMOTE

PLAIN = pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["keys", "plain"])
PROFILE = Path("config", "careeradvisor", "profile.toml")


@pytest.mark.parametrize(
    ("flags", "how"),
    [
        ((), signal.SIGTERM),
        (("--plain",), signal.SIGHUP),
        ((), "close"),
        (("--plain",), "close"),
        ((), CTRL_D),
    ],
)
def test_every_way_to_stop_saves_the_answers(
    home: Path, flags: tuple[str, ...], how: signal.Signals | str
) -> None:
    with Terminal(home, "quiz", *flags, rows=60) as terminal:
        for text, keys in BY_NUMBERS[:6]:
            terminal.wait_for_printed(text)
            terminal.press(keys if not flags or keys.endswith(ENTER) else f"{keys}{ENTER}")
        terminal.wait_for_printed(REMOTE)
        if how == "close":
            terminal.hang_up()
            # 120 is what Python itself makes of a standard output that cannot be flushed.
            assert terminal.wait() in (130, 120)
        else:
            if isinstance(how, signal.Signals):
                terminal.kill(how)
            else:
                terminal.press(how)
            assert terminal.end() == 130
            assert "Stopped. Your answers are saved in" in terminal.everything
            assert "Traceback" not in terminal.everything
    saved = (home / PROFILE).read_text()
    assert "schooling_months = 9" in saved
    asked = '["education", "holds", "pace", "patient_contact", "schooling", "worked"]'
    assert f"asked = {asked}" in saved


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
def test_a_flood_without_the_marks_of_a_paste(home: Path, plain: tuple[str, ...]) -> None:
    with Terminal(home, "quiz", *plain) as terminal:
        terminal.wait_for(CONTACT)
        terminal.send(b"xyz " * 50_000)
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
