"""Tables in plain CSV, without quotes: read as a whole, refused with the lines that are wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from careeradvisor.errors import BadCatalogue
from careeradvisor.text import shorten

from .read import NotRead, decode, name_of, read_bytes

_T = TypeVar("_T")
Wrong = tuple[int, str]
"""A line, counted from 1, and what is wrong with it."""
MOST_TOLD = 200
"""Lines of one table: nobody reads more."""


class Table(NamedTuple):
    """How a table is written: its first line and the pattern and a sample of all others.

    The first ``names`` columns say what a line is about: no two lines have the same.
    """

    header: str
    line: re.Pattern[str]
    sample: str
    names: int = 1

    def rows(
        self, path: Path, wrong: list[Wrong], why: Callable[[str], str] | None = None
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the number and the cells of each line that fits; add to ``wrong`` what does not.

        ``why`` says what is wrong with a line. Raises :class:`FileProblem`.
        """
        try:
            lines = decode(read_bytes(path)).splitlines()
        except NotRead as error:
            wrong.append((error.line or 1, error.text))
            return
        if not lines or lines[0] != self.header:
            wrong.append((1, f"the first line must be {self.header}"))
            return
        seen: set[tuple[str, ...]] = set()
        fullmatch, names = self.line.fullmatch, self.names
        for number, line in enumerate(lines[1:], 2):
            match = fullmatch(line)
            if match is not None:
                cells = match.groups()
                named = cells[:names]
                if named in seen:
                    what = " for ".join((f"{cells[0]} is there twice", *named[1:]))
                    wrong.append((number, what))
                seen.add(named)
                yield number, cells
            elif line:
                form = f"({shorten(line, 60)}) must be of the form {self.sample}"
                wrong.append((number, why(line) if why is not None else form))


def relied_on(read: Callable[[Path], tuple[_T, list[Wrong]]], path: Path) -> _T:
    """Return what ``read`` makes of a table; raise :class:`BadCatalogue` if anything is wrong."""
    table, wrong = read(path)
    if wrong:
        raise BadCatalogue(
            f"The table {name_of(path)} cannot be used as it is. Put right what is listed, "
            "or take the file away.",
            tuple(f"{name_of(path)}:{line}: {text}" for line, text in wrong[:MOST_TOLD]),
        )
    return table
