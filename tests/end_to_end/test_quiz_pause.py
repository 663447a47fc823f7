"""Ctrl-Z in the middle of a question: the shell's own pause, and its ``fg``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import CTRL_C, interactive
from tests.fuzz.typing import Typing
from tests.processes import Home, run_first

CTRL_Z = "\x1a"
bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash to pause in")


@bash
def test_a_paused_quiz_goes_on_where_it_was(home: Path) -> None:
    shell = interactive("bash", home, "--norc", "--noprofile", PS1="ready> ")
    try:
        shell.expect_exact("ready> ")
        shell.sendline(f"'{sys.executable}' -m careeradvisor quiz")
        shell.expect_exact("Question 1 of 6")
        shell.send("1")
        shell.expect_exact("highest education")
        for _ in range(2):
            shell.send(CTRL_Z)
            # The shell has a keyboard as it was.
            shell.expect("Stopped")
            shell.expect_exact("ready> ")
            shell.sendline("stty -a | grep -c -e ' -echo ' -e ' -icanon '; echo paused=$?")
            shell.expect_exact("paused=1")
            shell.expect_exact("ready> ")
            shell.sendline("fg")
            shell.expect_exact("highest education")
        shell.send(CTRL_C)
        shell.expect_exact("Your answers are saved in")
        shell.expect_exact("ready> ")
        shell.sendline("echo code=$?")
        shell.expect_exact("code=130")
    finally:
        shell.close(force=True)


def test_a_window_that_goes_while_the_quiz_pauses(tmp_path: Path) -> None:
    site = run_first(
        tmp_path,
        "from prompt_toolkit.renderer import Renderer\n"
        "real, calls = Renderer.erase, []\n"
        "def erase(self, *arguments, **named):\n"
        "    calls.append(1)\n"
        "    if len(calls) > 1:\n"
        "        raise OSError(5, 'Input/output error')\n"
        "    real(self, *arguments, **named)\n"
        "Renderer.erase = erase\n",
    )
    (tmp_path / "home").mkdir()
    home = Home(tmp_path / "home")
    typing = Typing(
        home.folder, ["quiz"], home.environment(PYTHONPATH=site, LANG="C.UTF-8"), fork=False
    )
    try:
        typing.wait_for(b"Question 1 of 6")
        typing.type(b"1")
        typing.wait_for(b"highest education")
        typing.type(CTRL_Z.encode())
        assert typing.end(seconds=10) == 130
    finally:
        typing.close()
    assert 'patient_contact = "none"' in home.profile.read_text()
