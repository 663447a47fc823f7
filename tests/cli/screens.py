"""The settings in which each screen is recorded, and what holds for it in all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pexpect
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from tests.helpers import write_views
from tests.processes import PROGRAM, Home

# NO_COLOR keeps most of the recorded screens free of escape sequences.
SETTINGS: dict[str, tuple[int, dict[str, str], tuple[str, ...]]] = {
    "80 columns": (80, {"NO_COLOR": "1"}, ()),
    "120 columns": (120, {"NO_COLOR": "1"}, ()),
    "40 columns": (40, {"NO_COLOR": "1"}, ()),
    "colour": (80, {}, ()),
    "plain": (80, {}, ("--plain",)),
    "plain, 40 columns": (40, {}, ("--plain",)),
    "LC_ALL=C": (80, {"NO_COLOR": "1", "LC_ALL": "C", "PYTHONIOENCODING": ""}, ()),
}
SAME_AS_80_COLUMNS: dict[str, dict[str, str]] = {
    "TERM=dumb": {"TERM": "dumb"},
    "no TERM": {"TERM": ""},
    "NO_COLOR beats FORCE_COLOR": {"NO_COLOR": "1", "FORCE_COLOR": "1"},
}

_CSI = re.compile(r"\x1b\[[0-9;]*m")


def in_terminal(
    home: Home, *arguments: str | Path, columns: int = 80, environment: dict[str, str] | None = None
) -> str:
    """What the program prints on a terminal of so many columns; it must end well."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *map(str, arguments)],
        dimensions=(24, columns),
        # What is taller than the screen would go through the pager.
        env=home.environment(**(environment or {})),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    text: str = child.before
    child.close()
    assert child.exitstatus == 0, text
    return text.replace("\r\n", "\n")


def without_colour(text: str) -> str:
    """Text without its colours; nothing else is taken out."""
    return _CSI.sub("", text)


def check_screen(
    home: Home, folder: Path, setting: str, arguments: tuple[str, ...], recorded: SnapshotAssertion
) -> None:
    """Compare what a terminal shows with what was recorded, and look at it in general."""
    columns, environment, flags = SETTINGS[setting]
    # Named by the environment, so that no screen names the folder of this run.
    environment = {**environment, "CAREERADVISOR_CATALOGUE": str(write_views(folder))}
    text = in_terminal(home, *flags, *arguments, columns=columns, environment=environment)
    bare = without_colour(text)
    assert "\x1b" not in bare
    if setting != "colour":
        assert text == bare
    if setting == "LC_ALL=C":
        assert {char for char in text if not char.isascii()} <= set("看護助手病棟で働く。")
    if "plain" in setting:
        assert not set(text) & set("─━│├└●█░✓")
    for line in bare.splitlines():
        # An address is never broken: it could not be followed any more.
        is_address = line.strip().startswith("https://")
        assert cell_len(line) <= columns or is_address, line
        assert line == line.rstrip()
    assert text == recorded


def check_same(home: Home, folder: Path, arguments: tuple[str, ...]) -> None:
    """Terminals without colour, and pipes, get the same text as a terminal with NO_COLOR."""
    catalogue = ("--catalogue", write_views(folder))
    expected = in_terminal(home, *catalogue, *arguments, environment={"NO_COLOR": "1"})
    for environment in SAME_AS_80_COLUMNS.values():
        assert in_terminal(home, *catalogue, *arguments, environment=environment) == expected
    piped = home.run(*catalogue, *arguments, environment={"COLUMNS": "80"})
    assert (piped.code, piped.out, piped.err) == (0, expected, "")
    coloured = in_terminal(home, *catalogue, *arguments)
    assert "\x1b[" in coloured
    assert without_colour(coloured) == expected
