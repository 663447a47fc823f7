"""Tables in plain CSV, without quotes: read as a whole, refused with the lines that are wrong."""

from __future__ import annotations

import re
from pathlib import Path

from careeradvisor.errors import BadCatalogue
from careeradvisor.text import shorten

from .read import name_of, read_bytes

Wrong = tuple[int, str]
"""A line, counted from 1, and what is wrong with it."""


def rows_of(
    path: Path, header: str, pattern: re.Pattern[str], sample: str
) -> tuple[list[tuple[int, tuple[str, ...]]], list[Wrong]]:
    """Return the cells of each line that a pattern fits, with its number, and what is wrong.

    ``sample`` is a line as it should be. Raises :class:`FileProblem`.
    """
    try:
        lines = read_bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return [], [(1, "is not in UTF-8; save it as UTF-8")]
    if not lines or lines[0] != header:
        return [], [(1, f"the first line must be {header}")]
    good: list[tuple[int, tuple[str, ...]]] = []
    wrong: list[Wrong] = []
    for number, line in enumerate(lines[1:], 2):
        match = pattern.fullmatch(line)
        if match is not None:
            good.append((number, match.groups()))
        elif line:
            wrong.append((number, f"({shorten(line, 60)}) must be of the form {sample}"))
    return good, wrong


def refuse(path: Path, wrong: list[Wrong]) -> None:
    """Raise :class:`BadCatalogue`, with every line, if anything is wrong with a table."""
    if wrong:
        lines = tuple(f"{name_of(path)}:{line}: {text}" for line, text in wrong)
        raise BadCatalogue(
            f"The table {name_of(path)} cannot be used as it is. Put right what is listed, "
            "or take the file away.",
            lines,
        )
