"""The settings in which each screen is recorded, and what holds for it in all of them."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from tests.processes import Home
from tests.samples import (
    SAME_AS_80_COLUMNS,
    SETTINGS,
    in_terminal,
    without_colour,
    write_views,
)

SCREENS = sorted(SETTINGS)


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
