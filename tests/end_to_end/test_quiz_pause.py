"""Ctrl-Z in the middle of a question: the shell's own pause, and its ``fg``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from tests.end_to_end.terminal import CTRL_C, PATIENCE
from tests.fuzz.typing import Typing
from tests.processes import Home

CTRL_Z = "\x1a"
bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash to pause in")


@bash
def test_a_paused_quiz_goes_on_where_it_was(home: Path) -> None:
    shell = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PS1": "ready> ",
        },
        dimensions=(24, 80),
        timeout=PATIENCE,
        cwd=str(home),
        encoding="utf-8",
    )
    try:
        shell.expect_exact("ready> ")
        shell.sendline(f"'{sys.executable}' -m careeradvisor quiz")
        shell.expect_exact("Question 1 of 6")
        shell.send("1")
        shell.expect_exact("highest education")
        for _ in range(2):
            shell.send(CTRL_Z)
            # The shell has a screen and a keyboard as they were.
            shell.expect_exact("\x1b[?1049l")
            shell.expect("Stopped")
            shell.expect_exact("ready> ")
            shell.sendline("stty -a | grep -c -e ' -echo ' -e ' -icanon '; echo paused=$?")
            shell.expect_exact("paused=1")
            shell.expect_exact("ready> ")
            shell.sendline("fg")
            shell.expect_exact("\x1b[?1049h")
            shell.expect_exact("highest education")
        shell.send(CTRL_C)
        shell.expect_exact("Your answers are saved in")
        shell.expect_exact("ready> ")
        shell.sendline("echo code=$?")
        shell.expect_exact("code=130")
    finally:
        shell.close(force=True)


def test_a_window_that_goes_while_the_quiz_pauses(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "from prompt_toolkit.renderer import Renderer\n"
        "def erase(self, *arguments, **named):\n"
        "    raise OSError(5, 'Input/output error')\n"
        "Renderer.erase = erase\n"
    )
    (tmp_path / "home").mkdir()
    home = Home(tmp_path / "home")
    typing = Typing(
        home.folder, ["quiz"], home.environment(PYTHONPATH=str(site), LANG="C.UTF-8"), fork=False
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
