"""Tab, in the shells that this machine has."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pexpect
import pytest

from tests.end_to_end.terminal import PATIENCE, PROGRAMS, interactive


def press_tab_until(child: pexpect.spawn[str], text: str) -> None:
    """Press Tab, again where a shell wants that before it lists what there is to choose from."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        child.send("\t")
        if child.expect_exact([text, pexpect.TIMEOUT], timeout=2) == 0:
            return
    pytest.fail(f"{text} is not offered: {child.before!r}")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_tab_completes_after_one_command(name: str, home: Path) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")
    if not (PROGRAMS / "careeradvisor").exists():
        pytest.skip("the program is not installed as a command")
    # Without one, zsh asks a new person what to put into it.
    (home / ".zshrc").touch()
    for what in ("install", "complete"):
        child = interactive(name, home)
        try:
            if what == "install":
                child.send("careeradvisor --install-completion\r")
                child.expect_exact(f"{name} completion installed")
            else:
                child.send("careeradvisor show cod")
                press_tab_until(child, "coding-manager")
                child.send("\x15careeradvisor quiz --state tenn")
                press_tab_until(child, "tennessee")
        finally:
            child.close(force=True)
