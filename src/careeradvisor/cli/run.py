"""Runs the program and turns every way to fail into a message and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

from careeradvisor.errors import BadCatalogue, CareerAdvisorError, Interrupted

OK = 0
FILE_PROBLEM = 1
WRONG_USE = 2
INTERRUPTED = 130

_GLOBAL_FLAGS = ("--plain",)
_GLOBAL_OPTIONS = ("--catalogue",)


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit code and never raises."""
    from typer._click.exceptions import ClickException

    from careeradvisor.cli.app import command

    signal.signal(signal.SIGTERM, _terminated)
    try:
        result = command().main(
            args=hoisted(arguments), prog_name="careeradvisor", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else OK
    except BrokenPipeError:
        _let_go_of_stdout()
        return OK
    except ClickException as problem:
        problem.show()
        return problem.exit_code
    except BadCatalogue as problem:
        _say(problem.message)
        for line in problem.problems:
            _say(f"  {line}", name=False)
        return problem.exit_code
    except Interrupted as problem:
        if problem.message:
            _say(problem.message, name=False)
        return problem.exit_code
    except CareerAdvisorError as problem:
        _say(problem.message)
        return problem.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as problem:
        _say(f"{problem.strerror or problem}: {problem.filename or 'standard output'}.")
        return FILE_PROBLEM


def hoisted(arguments: list[str]) -> list[str]:
    """The arguments with global options moved to the front, so that they work anywhere.

    Nothing after ``--`` is touched.
    """
    front: list[str] = []
    rest: list[str] = []
    queue = list(arguments)
    while queue:
        argument = queue.pop(0)
        if argument == "--":
            rest += [argument, *queue]
            break
        if argument in _GLOBAL_FLAGS or argument.startswith(
            tuple(f"{option}=" for option in _GLOBAL_OPTIONS)
        ):
            front.append(argument)
        elif argument in _GLOBAL_OPTIONS and queue:
            front += [argument, queue.pop(0)]
        else:
            rest.append(argument)
    return front + rest


def _say(message: str, *, name: bool = True) -> None:
    from careeradvisor.text import plain

    try:
        print(("careeradvisor: " if name else "") + plain(message), file=sys.stderr)
    except (OSError, ValueError):
        # Standard error is closed: there is nobody left to tell.
        pass


def _let_go_of_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it flushes at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def _terminated(_signal: int, _frame: object) -> NoReturn:
    raise Interrupted("")
