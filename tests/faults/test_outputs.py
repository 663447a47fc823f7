"""Nobody reads along, or there is no room for what is printed: every command ends in order."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.fuzz.commands import commands
from tests.processes import Home, Ran, only_words

LINES = {
    ("quiz",): "quiz --no-input --salary 45k --top 1000",
    ("plan",): "plan coder",
    ("why",): "why rn --salary 45k",
    ("show",): "show rn",
    ("compare",): "compare coder rn nucmed",
    ("list",): "list",
    ("ladder",): "ladder rn",
    ("profile", "show"): "profile show",
    ("profile", "path"): "profile path",
    ("profile", "clear"): "profile clear --yes",
    ("catalogue", "check"): "catalogue check",
    ("catalogue", "sources"): "catalogue sources",
    ("catalogue", "schema"): "catalogue schema",
    ("catalogue", "path"): "catalogue path",
    ("catalogue", "new"): "catalogue new new.toml",
    (): "--help",
    ("profile",): "profile --help",
    ("catalogue",): "catalogue --help",
}
EACH = pytest.mark.parametrize("line", LINES.values())


def shell(home: Home, command: str) -> Ran:
    """Run a line of shell in the home folder; ``$P`` is the program."""
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        env=home.environment(P=f"{sys.executable} -m careeradvisor"),
        cwd=home.folder,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_no_command_is_left_out() -> None:
    assert {command.words for command in commands()} == set(LINES)


@EACH
def test_a_reader_that_has_seen_enough(home: Home, line: str) -> None:
    ran = shell(home, f"$P {line} | head -n 1; exit ${{PIPESTATUS[0]}}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1


@EACH
def test_a_reader_that_has_seen_nothing(home: Home, line: str) -> None:
    ran = shell(home, f"(sleep 0.1; $P {line}) | true; exit ${{PIPESTATUS[0]}}")
    assert ran == Ran(0, "", "")


@EACH
def test_a_full_disk_behind_the_output(home: Home, line: str) -> None:
    ran = only_words(shell(home, f"$P {line} > /dev/full"))
    assert ran.code == 1
    assert "could not be written: No space left on device" in ran.err
    assert ran.err.count("\n") == 1


@EACH
def test_no_output_at_all(home: Home, line: str) -> None:
    ran = only_words(shell(home, f"$P {line} >&-"))
    assert ran.code == 1
    assert "Standard output is closed" in ran.err
    # Nothing was done that nobody could have been told of.
    assert not (home.folder / "new.toml").exists()
