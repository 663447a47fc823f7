"""Every command with its flags, read from the program itself: a new flag is tried unasked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import typer

from careeradvisor.cli.app import command
from tests.fuzz.pools import FITTING, HOSTILE, ROLES

# Tried with a harmless shell elsewhere: these write into the start-up files of one.
_LEFT_OUT = ("--install-completion", "--show-completion")


@dataclass(frozen=True)
class Parameter:
    """One flag or argument. ``names`` is empty for an argument."""

    names: tuple[str, ...]
    switch: bool
    several: bool
    is_file: bool
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Command:
    """What is typed to get to a command, and what it takes."""

    words: tuple[str, ...]
    parameters: tuple[Parameter, ...]


def commands() -> list[Command]:
    """All commands, those with commands of their own included."""
    found: list[Command] = []
    _collect(command(), (), found)
    return found


def command_line(dice: Random, every: list[Command], files: list[Path], folder: Path) -> list[str]:
    """A random command line: some flags of one command, with values that fit or do not.

    What could be written to is in ``folder`` or one of ``files``, which are looked after.
    """
    top, *below = every
    # Of many flags, one bad value ends the run: it has to be rare for the others to be tried.
    write = Writer(dice, files, folder, bad=dice.choice([0.0, 0.05, 0.5]))
    chosen = dice.choice([*below, *below, *below, top])
    words = list(chosen.words)
    if dice.random() < 0.3:
        words += write.some(top.parameters)
    words += write.some(chosen.parameters)
    if chosen.words == ("quiz",) and dice.random() < 0.8:
        words.append("--no-input")
    if dice.random() < 0.05:
        dice.shuffle(words)
    if dice.random() < 0.05:
        words.insert(dice.randint(0, len(words)), dice.choice(HOSTILE))
    return [_in_place(word, folder) for word in words]


def _collect(group: Any, words: tuple[str, ...], found: list[Command]) -> None:
    context = typer.Context(group, info_name=" ".join(words) or "careeradvisor")
    options = [p for p in group.get_params(context) if not set(p.opts) & set(_LEFT_OUT)]
    found.append(Command(words, tuple(map(_parameter, options))))
    if hasattr(group, "list_commands"):
        for name in group.list_commands(context):
            _collect(group.get_command(context, name), (*words, name), found)


def _parameter(given: Any) -> Parameter:
    kind = type(given.type).__name__.lower()
    is_option = given.param_type_name == "option"
    return Parameter(
        names=(*given.opts, *given.secondary_opts) if is_option else (),
        switch=bool(getattr(given, "is_flag", False)),
        several=bool(getattr(given, "multiple", False)) or given.nargs != 1,
        is_file="path" in kind,
        choices=tuple(str(choice) for choice in getattr(given.type, "choices", ())),
    )


class Writer:
    """Writes flags with values; a share ``bad`` of the values is none that fits."""

    def __init__(self, dice: Random, files: list[Path], folder: Path, bad: float) -> None:
        self._dice = dice
        self._files = files
        self._folder = folder
        self._bad = bad

    def some(self, parameters: tuple[Parameter, ...]) -> list[str]:
        """Some of the flags, now and then twice, and mostly all of the arguments."""
        dice = self._dice
        share = dice.choice([0.1, 0.25, 0.7])
        words: list[str] = []
        for parameter in parameters:
            # Help ends a run before anything happens.
            rare = {"--help": 0.03, "--version": 0.03, "--profiles": 0.1, "--reverse": 0.1}
            odds = rare.get(parameter.names[0], share) if parameter.names else 0.97
            if dice.random() > odds:
                continue
            more = parameter.several or dice.random() < 0.03
            for _ in range(dice.randint(1, 4) if more else 1):
                if parameter.names:
                    words.append(dice.choice(parameter.names))
                if not parameter.switch:
                    words.append(self.value(parameter))
        return words

    def value(self, parameter: Parameter) -> str:
        """A value that a parameter takes, or a nasty one."""
        dice = self._dice
        if dice.random() < self._bad:
            return dice.choice(HOSTILE) if dice.random() < 0.8 else noise(dice)
        if parameter.is_file:
            new = self._folder / f"new-{dice.randint(0, 9)}"
            return str(new if dice.random() < 0.2 else dice.choice(self._files))
        if parameter.choices:
            return dice.choice(parameter.choices)
        for name, values in FITTING.items():
            if any(name in own for own in parameter.names):
                return dice.choice(values)
        return dice.choice(ROLES)


def noise(dice: Random) -> str:
    """Random characters, of all of Unicode or of a few that mean something."""
    if dice.random() < 0.5:
        return "".join(dice.choice("0123456789kKmy$,.;-+=_ \"'\\\x1b[]") for _ in range(12))
    return "".join(
        chr(dice.choice([dice.randrange(128), dice.randrange(0x110000)])) for _ in "123456"
    )


def as_argument(text: str) -> str:
    """The text as a process would find it among its arguments: no NUL, bytes as surrogates."""
    data = text.replace("\0", "").encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "surrogateescape")


def _in_place(word: str, folder: Path) -> str:
    """Keep names out of the rest of the machine: a test may run as somebody who may write there."""
    word = as_argument(word)
    if str(folder) in word or word.startswith(("/dev/", "/proc")):
        return word
    return word.replace("/", "_").replace("..", "_") if word.startswith(("/", "..")) else word
