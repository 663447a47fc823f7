"""Tab, in the shells that this machine has."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pexpect
import pytest

from tests.end_to_end.terminal import PATIENCE

FOLDER = Path(sys.executable).parent


def shell(name: str, home: Path) -> pexpect.spawn[str]:
    """An interactive shell in a new home, in which the program can be called by its name."""
    return pexpect.spawn(
        name,
        ["-i"],
        env={
            "PATH": f"{FOLDER}{os.pathsep}/usr/local/bin{os.pathsep}/usr/bin{os.pathsep}/bin",
            "HOME": str(home),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
        },
        dimensions=(40, 120),
        timeout=PATIENCE,
        cwd=str(home),
        encoding="utf-8",
    )


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
    if not (FOLDER / "careeradvisor").exists():
        pytest.skip("the program is not installed as a command")
    # Without one, zsh asks a new person what to put into it.
    (home / ".zshrc").touch()
    for what in ("install", "complete"):
        child = shell(name, home)
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
