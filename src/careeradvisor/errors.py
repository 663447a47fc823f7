"""Every way in which a command can fail, each with its exit code.

A message is plain English in the second person, blames nobody and says what to
do next. It is text only: whoever prints it makes it safe for the terminal.
"""

from __future__ import annotations


class CareerAdvisorError(Exception):
    """Base of all failures that a person is told about in words.

    ``exit_code`` follows the convention of the command line: 1 a file could not
    be read or written, 2 wrong use or a bad catalogue or profile, 130 Ctrl-C.
    """

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class FileProblem(CareerAdvisorError):
    """A file could not be read or written."""

    exit_code = 1


class WrongUse(CareerAdvisorError):
    """A flag, a value or a combination that cannot be understood."""

    exit_code = 2


class UnknownCareer(WrongUse):
    """No career answers to the given name."""


class AmbiguousCareer(WrongUse):
    """More than one career answers to the given name."""


class BadCatalogue(CareerAdvisorError):
    """The catalogue has problems; ``problems`` lists all of them, one line each."""

    exit_code = 2

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class BadProfile(CareerAdvisorError):
    """The saved answers cannot be understood."""

    exit_code = 2


class Interrupted(CareerAdvisorError):
    """The person pressed Ctrl-C, or the program was told to stop."""

    exit_code = 130
