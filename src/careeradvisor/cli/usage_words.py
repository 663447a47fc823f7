"""What Typer complains about, in the words of the rest of the program."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup

from careeradvisor.text import shorten

_NO_COMMAND = re.compile(r"No such command (?P<quote>['\"])(?P<name>.*?)(?P=quote)", re.DOTALL)
_TOO_MANY = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)", re.DOTALL)
_NO_NUMBER = re.compile(r"(?P<value>.*) is not a valid (?:int|integer)(?: range)?\.", re.DOTALL)
_OUT_OF_RANGE = re.compile(r"(?P<value>\S+) is not in the range (?P<low>\d+)<=x<=(?P<high>\d+)\.")


def in_words(problem: typer.TyperException) -> str:
    """Return what is wrong with a command line and where to read on.

    Typer's own kinds of problems have no public names: they are told apart by what they carry.
    """
    if not hasattr(problem, "ctx"):
        return sentence(problem.format_message())
    command = problem.ctx.command_path if problem.ctx is not None else "careeradvisor"
    return f"{_what(problem, problem.ctx)} See: {command} --help"


def sentence(text: str) -> str:
    """Return a text on one line, with a full stop."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _what(problem: Any, context: Any) -> str:
    if hasattr(problem, "possibilities"):
        text = f"There is no option {shorten(problem.option_name, 60)} here."
        if problem.possibilities:
            text += f" Did you mean {' or '.join(sorted(problem.possibilities))}?"
        return text
    if hasattr(problem, "option_name"):
        if "requires" in problem.message:
            return f"{problem.option_name} needs a value after it."
        return sentence(problem.message)
    if hasattr(problem, "param_type"):
        name = problem.param.make_metavar(context) if problem.param and context else "Something"
        return f"{name.strip('[]{}.')} is missing."
    if isinstance(problem, typer.BadParameter):
        return _bad_value(problem)
    no_command = _NO_COMMAND.match(problem.message)
    if no_command is not None and context is not None:
        return _no_command(no_command["name"], context)
    too_many = _TOO_MANY.match(problem.message)
    if too_many is not None:
        return f"There is something too much here: {shorten(too_many['words'], 60)}."
    return sentence(problem.message)


def _bad_value(problem: typer.BadParameter) -> str:
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


def _no_command(name: str, context: Any) -> str:
    import difflib

    command = context.command
    known = command.list_commands(context) if isinstance(command, TyperGroup) else []
    near = difflib.get_close_matches(name[:40].lower(), known, n=1)
    hint = f" Did you mean {near[0]}?" if near else f" Choose one of: {', '.join(known)}."
    return f"There is no command '{shorten(name, 40)}'.{hint}"
