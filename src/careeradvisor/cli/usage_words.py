"""What Typer complains about, in the words of the rest of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperGroup

from careeradvisor.text import shorten

if TYPE_CHECKING:
    from typer._click import Context

_NO_COMMAND = re.compile(r"No such command (?P<quote>['\"])(?P<name>.*?)(?P=quote)", re.DOTALL)
_TOO_MANY = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)", re.DOTALL)
_NO_NUMBER = re.compile(r"(?P<value>.*) is not a valid (?:int|integer)(?: range)?\.", re.DOTALL)
_OUT_OF_RANGE = re.compile(r"(?P<value>\S+) is not in the range (?P<low>\d+)<=x<=(?P<high>\d+)\.")


def usage_in_words(problem: UsageError) -> str:
    """Return what is wrong with a command line and where to read on."""
    context = problem.ctx
    command = context.command_path if context is not None else "careeradvisor"
    return f"{_what(problem, context)} See: {command} --help"


def sentence(text: str) -> str:
    """Return a text on one line, with a full stop."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _what(problem: UsageError, context: Context | None) -> str:
    if isinstance(problem, NoSuchOption):
        text = f"There is no option {shorten(problem.option_name, 60)} here."
        if problem.possibilities:
            text += f" Did you mean {' or '.join(sorted(problem.possibilities))}?"
        return text
    if isinstance(problem, BadOptionUsage):
        if "requires" in problem.message:
            return f"{problem.option_name} needs a value after it."
        return sentence(problem.message)
    if isinstance(problem, MissingParameter):
        name = problem.param.make_metavar(context) if problem.param and context else "Something"
        return f"{name.strip('[]{}.')} is missing."
    if isinstance(problem, BadParameter):
        return _bad_value(problem)
    no_command = _NO_COMMAND.match(problem.message)
    if no_command is not None and context is not None:
        return _no_command(no_command["name"], context)
    too_many = _TOO_MANY.match(problem.message)
    if too_many is not None:
        return f"There is something too much here: {shorten(too_many['words'], 60)}."
    return sentence(problem.message)


def _bad_value(problem: BadParameter) -> str:
    text = sentence(problem.message)
    for pattern, words in (
        (_NO_NUMBER, "{value} is not a whole number."),
        (_OUT_OF_RANGE, "{value} is not between {low} and {high}."),
    ):
        match = pattern.fullmatch(text)
        if match is not None:
            text = words.format(**match.groupdict())
    name = " / ".join(problem.param.opts) if problem.param is not None else ""
    return f"{name}: {text}" if name else text


def _no_command(name: str, context: Context) -> str:
    import difflib

    command = context.command
    known = command.list_commands(context) if isinstance(command, TyperGroup) else []
    near = difflib.get_close_matches(name[:40].lower(), known, n=1)
    hint = f" Did you mean {near[0]}?" if near else f" Choose one of: {', '.join(known)}."
    return f"There is no command '{shorten(name, 40)}'.{hint}"
