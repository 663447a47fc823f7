"""A table of people as spreadsheets write it, read row by row whatever it is made of.

Commas, semicolons or tabs; line ends of any system; a ``sep=;`` line, blank lines and a byte-order
mark in front; rows that end early or go on with empty cells; ``24.0`` for 24. Memory is bounded:
a row without an end is refused.
"""

from __future__ import annotations

import csv
import io
import os
import re
import sys
from collections import deque
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from msgspec import Struct

from careeradvisor.catalogue.read import name_of
from careeradvisor.errors import FileProblem, WrongUse
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_STANDARD_INPUT = "-"
_LONGEST_ROW = 64 * 1024
_LONGEST_LINE = 1024 * 1024
_MOST_COLUMNS = 1_000
_MOST_BLANK_LINES = 1_000
_MARKS = ",;\t"
_BOM = "\ufeff"
_WHOLE_NUMBER = re.compile(r"([0-9]{1,12})\.0{1,6}")
_NOT_TEXT = "The table is not text in UTF-8. Save it as CSV in UTF-8."


class Row(Struct, frozen=True):
    """One person: cells by parameter name, and the line on which the row begins.

    ``problem`` says why the row cannot be used, else it is empty.
    """

    line: int
    cells: Mapping[str, str]
    problem: str = ""


class Table:
    """An open table: iterate over it for its rows. ``notes`` are remarks on its columns."""

    def __init__(self, file: IO[bytes], name: str, size: int, names: Mapping[str, str]) -> None:
        self.name = name
        self.size = size
        """Bytes, 0 when that is not known."""
        self._lines = _Lines(file, name)
        self._mark = self._lines.declared_mark()
        head = self._lines.head()
        self._mark = self._mark or _best_mark(head, names)
        line, cells, problem = self._record()
        if problem:
            raise WrongUse(f"{name}:{line}: The first row cannot be read ({problem}).")
        self.columns, self.notes = _columns(cells, names, f"{name}:{line}", name)

    @property
    def read(self) -> int:
        """Characters read so far."""
        return self._lines.read

    def __iter__(self) -> Iterator[Row]:
        while self._lines.more():
            line, cells, problem = self._record()
            if problem:
                yield Row(line, {}, f"This row cannot be read ({problem}).")
            elif any(cell.strip() for cell in cells):
                yield self._row(line, cells)

    def _record(self) -> tuple[int, list[str], str]:
        """The next record: its line, its cells, and what is wrong with it.

        After a quote that is wrong or never closed, reading goes on behind the line on which the
        record began, so that one bad quote costs one row.
        """
        taken: list[str] = []
        length = 0
        line = self._lines.number + 1

        def lines() -> Iterator[str]:
            nonlocal length
            while length <= _LONGEST_ROW and (text := self._lines.take()):
                taken.append(text)
                length += len(text)
                yield text

        mark = self._mark or ","
        try:
            cells = next(csv.reader(lines(), delimiter=mark, skipinitialspace=True, strict=True))
        except StopIteration:
            return line, [], ""
        except csv.Error as error:
            self._lines.put_back(taken[1:])
            if length <= _LONGEST_ROW:
                return line, [], f"{error}; look for a quote that is missing or too many"
        if length > _LONGEST_ROW:
            return line, [], f"it is longer than {_LONGEST_ROW // 1024} kB"
        return line, cells, ""

    def _row(self, line: int, cells: list[str]) -> Row:
        beyond = [cell for cell in cells[len(self.columns) :] if cell.strip()]
        if beyond:
            text = (
                f"This row has more cells than the first row has columns "
                f"({len(cells)} and {len(self.columns)}); '{shorten(beyond[0], 40)}' has no column."
            )
            return Row(line, {}, text)
        cells += [""] * (len(self.columns) - len(cells))
        named = {
            name: _cell(text)
            for name, text in zip(self.columns, cells, strict=False)
            if name is not None
        }
        if any("\udc80" <= char <= "\udcff" for text in named.values() for char in text):
            return Row(line, {}, "A letter is not in UTF-8. Save the table as CSV in UTF-8.")
        return Row(line, named)


@contextmanager
def open_table(path: Path, names: Mapping[str, str]) -> Iterator[Table]:
    """Open a table; ``names`` maps what a column may be called to what it stands for.

    Raises FileProblem when it cannot be read and WrongUse when its first row will not do; going
    through it raises WrongUse at a line that does not end.
    """
    if str(path) == _STANDARD_INPUT:
        yield Table(sys.stdin.buffer, "standard input", 0, names)
        return
    from careeradvisor.profile.files import refuse_special

    refuse_special(path)
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with file:
        yield Table(file, name_of(path), os.fstat(file.fileno()).st_size, names)


class _Lines:
    """The lines of a file as text, each with its end, whichever system's that is."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._text = io.TextIOWrapper(file, "utf-8", "surrogateescape", newline="")
        self._name = name
        self._waiting: deque[str] = deque()
        self.number = 0
        self.read = 0

    def declared_mark(self) -> str:
        """The mark of a line ``sep=;`` in front, which is taken; else ""."""
        first = self._next().removeprefix(_BOM)
        declared = re.fullmatch(r'"?sep=(.)"?[\r\n]*', first, re.IGNORECASE)
        if declared is not None and declared[1] in _MARKS:
            self.number += 1
            return declared[1]
        self._waiting.appendleft(first)
        return ""

    def head(self) -> str:
        """The first line with a word in it, without taking it; "" when there is none."""
        for _ in range(_MOST_BLANK_LINES):
            line = self.take()
            if not line:
                return ""
            if "\x00" in line:
                raise WrongUse(_NOT_TEXT)
            if line.strip(f"{_MARKS} \r\n"):
                self.put_back([line])
                return line
        return ""

    def more(self) -> bool:
        """Whether there is another line."""
        if not self._waiting:
            line = self._next()
            if line:
                self._waiting.append(line)
        return bool(self._waiting)

    def take(self) -> str:
        """The next line, "" at the end. Raises WrongUse at one that does not end."""
        line = self._waiting.popleft() if self._waiting else self._next()
        self.number += 1 if line else 0
        return line

    def put_back(self, lines: list[str]) -> None:
        """Give lines back, to be taken again."""
        self._waiting.extendleft(reversed(lines))
        self.number -= len(lines)

    def _next(self) -> str:
        try:
            line = self._text.readline(_LONGEST_LINE + 1)
        except OSError as error:
            raise FileProblem(f"{self._name} could not be read: {error.strerror}.") from error
        self.read += len(line)
        if len(line) > _LONGEST_LINE:
            # What follows cannot be told from a file without end, such as a device.
            if "\x00" in line:
                raise WrongUse(_NOT_TEXT)
            raise WrongUse(
                f"{self._name}:{self.number + 1}: This line is longer than "
                f"{_LONGEST_LINE // 1024} kB, so this is no table of people. Check the file."
            )
        return line


def _cell(text: str) -> str:
    """A cell without blanks around it; a whole number as it was before a spreadsheet had it."""
    text = text.strip()
    whole = _WHOLE_NUMBER.fullmatch(text)
    return whole[1] if whole else text


def _word(cell: str) -> str:
    words = cell[:100].lower().lstrip("-").replace("-", " ").replace("_", " ").split()
    return "_".join(words)


def _best_mark(head: str, names: Mapping[str, str]) -> str:
    """The mark between cells with which the head names the most columns that are known."""

    def known(mark: str) -> int:
        try:
            cells = next(csv.reader([head], delimiter=mark, skipinitialspace=True), [])
        except csv.Error:
            return 0
        return sum(_word(cell) in names for cell in cells) + (len(cells) > 1)

    return max(_MARKS, key=known)


def _columns(
    header: list[str], names: Mapping[str, str], place: str, file: str
) -> tuple[tuple[str | None, ...], list[str]]:
    """What each column stands for (``None``: nothing), and remarks on those."""
    import difflib

    if not any(cell.strip() for cell in header):
        raise WrongUse(
            f"{file} is empty. Its first row must name the columns: id, and any of "
            f"{_listed(names)}."
        )
    if len(header) > _MOST_COLUMNS:
        raise WrongUse(f"{place}: There are too many columns.")
    while not header[-1].strip():
        header.pop()
    columns: list[str | None] = []
    notes: list[str] = []
    for cell in header:
        word = _word(cell)
        meaning = names.get(word)
        if meaning is None:
            near = difflib.get_close_matches(word, names, n=1, cutoff=0.8)
            if near:
                raise WrongUse(
                    f"{place}: There is no column '{shorten(cell, 40)}'. Did you mean {near[0]}?"
                )
            if cell.strip():
                what = f"The column '{shorten(cell, 40)}' is no question: passed over."
                notes.append(f"{file}: {what}")
        elif meaning in columns:
            raise WrongUse(f"{place}: The column {word} is there twice. Keep one of them.")
        columns.append(meaning)
    if "id" not in columns:
        raise WrongUse(
            f"{place}: There is no column id. The first row must name the columns: id, and any of "
            f"{_listed(names)}."
        )
    if not any(columns[: columns.index("id")] + columns[columns.index("id") + 1 :]):
        raise WrongUse(f"{place}: There is no column but id. Add any of {_listed(names)}.")
    return tuple(columns), notes


def _listed(names: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(meaning for meaning in names.values() if meaning != "id"))


def _unreadable(path: Path, error: Exception) -> FileProblem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileProblem(f"There is no file {name_of(path)}. Check the name and the folder.")
    why = error.strerror if isinstance(error, OSError) else "that cannot be the name of a file"
    return FileProblem(f"{name_of(path)} could not be read: {why}.")
