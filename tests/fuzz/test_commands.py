"""Every flag of every command, with values that fit, that do not, and that mean harm."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.profile.store import Store
from tests.fuzz.commands import Command, as_argument, command_line, commands
from tests.fuzz.examples import examples
from tests.fuzz.inside import Inside
from tests.fuzz.pools import HOSTILE, files
from tests.helpers import catalogue_table, to_toml

EVERY = commands()
SOUND = to_toml(catalogue_table()).encode()
VARIABLES = (
    *("COLUMNS", "LANG", "LC_ALL", "TERM", "NO_COLOR", "PYTHONIOENCODING"),
    *("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"),
    *("CAREERADVISOR_CATALOGUE", "CAREERADVISOR_NO_CACHE"),
)
ENCODINGS = ("utf-8", "utf-8", "ascii", "latin-1", "cp1252")


def words(command: Command) -> str:
    return " ".join(command.words)


def test_the_commands_are_those_of_the_program() -> None:
    assert {words(command) for command in EVERY} >= {
        *("", "quiz", "why", "plan", "show", "compare", "list", "ladder"),
        *("profile show", "catalogue check"),
    }
    flags = {name for command in EVERY for p in command.parameters for name in p.names}
    assert flags >= {"--salary", "--must", "--profiles", "--report", "--min-salary", "--depth"}


@examples(60)
@given(dice=st.randoms(use_true_random=False))
def test_any_command_line(inside: Inside, folder: Path, dice: Random) -> None:
    paths = files(folder, SOUND)
    line = command_line(dice, EVERY, paths, folder)
    small = {"CAREERADVISOR_CATALOGUE": str(paths[0])} if dice.random() < 0.8 else {}
    stdin = b"id,salary\na,45k\n"
    inside.check(*line, stdin=stdin, encoding=dice.choice(ENCODINGS), environment=small)


@pytest.mark.parametrize("command", EVERY, ids=words)
def test_each_flag_with_each_hostile_value(inside: Inside, folder: Path, command: Command) -> None:
    """One flag at a time, so that nothing else is complained about first."""
    files(folder, SOUND)
    small = {"CAREERADVISOR_CATALOGUE": str(folder / "good.toml")}
    needed = {name: ["coder"] for name in ("show", "ladder", "why", "plan")}
    needed["compare"] = ["coder", "auditor"]
    start = [*command.words, *needed.get(words(command), [])]
    if command.words == ("quiz",):
        start += ["--no-input", "--salary", "45k"]
    dice = Random(words(command))
    for parameter in command.parameters:
        if parameter.switch or not parameter.names or parameter.is_file:
            continue
        for value in dice.sample(HOSTILE, 8):
            inside.check(*start, parameter.names[0], as_argument(value), environment=small)


@examples(40)
@given(
    name=st.sampled_from(HOSTILE) | st.text(max_size=300),
    command=st.sampled_from(["show", "ladder", "compare", "plan"]),
)
def test_any_role_name(inside: Inside, folder: Path, command: str, name: str) -> None:
    others = ["coder"] if command == "compare" else []
    small = {"CAREERADVISOR_CATALOGUE": str(files(folder, SOUND)[0])}
    # After --, so that it is a name whatever it looks like.
    inside.check(command, *others, "--", as_argument(name), environment=small)


@examples(30)
@given(dice=st.randoms(use_true_random=False))
def test_any_surroundings(inside: Inside, folder: Path, dice: Random) -> None:
    """The environment is somebody's data too."""
    values = [as_argument(value) for value in HOSTILE]
    names = dice.sample(VARIABLES, dice.randint(1, 4))
    environment = {"CAREERADVISOR_CATALOGUE": str(files(folder, SOUND)[0])}
    environment |= {name: dice.choice(values) for name in names}
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        # Nothing is to be made outside of the folder.
        if environment.get(name, "").startswith(("/", "~", "..")):
            environment[name] = str(folder / "else")
    line = dice.choice([["list"], ["show", "coder"], ["profile", "show"], ["profile", "path"],
                        ["quiz", "--no-input", "--salary", "45k", "--save"]])  # fmt: skip
    inside.check(*line, environment=environment)


@examples(40)
@given(dice=st.randoms(use_true_random=False))
def test_completion_offers_or_keeps_quiet(inside: Inside, dice: Random) -> None:
    typed = ["careeradvisor", *dice.choice(EVERY).words, as_argument(dice.choice(HOSTILE))]
    environment = {
        "_CAREERADVISOR_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(typed),
        "COMP_CWORD": str(dice.choice([0, 1, 2, 3, 99])),
    }
    ran = inside.check(environment=environment)
    assert ran.err == ""


def test_nothing_of_all_this_has_hurt_the_answers(inside: Inside, folder: Path) -> None:
    """The last of the file: what the runs above have left must be whole."""
    from careeradvisor.criteria import ALL

    for path in (inside.profile, *folder.glob("new-*")):
        if path.is_file() and b"careeradvisor profile show" in path.read_bytes()[:2_000]:
            Store(ALL, path).load()
    assert list(folder.glob(".careeradvisor-*")) == []
