"""A table of people, read row by row whatever it is made of."""

from __future__ import annotations

import csv
import os
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from careeradvisor.catalogue.read import name_of
from careeradvisor.errors import FileProblem, WrongUse
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_STANDARD_INPUT = "-"
_LONGEST_LINE = 64 * 1024
_MOST_COLUMNS = 1_000
_BOM = "\ufeff"
_SECONDS_BETWEEN = 0.2


@dataclass(frozen=True, slots=True)
class Row:
    """One person: cells by parameter name, and where the row begins.

    ``problem`` says why the row cannot be used, else it is empty.
    """

    line: int
    cells: Mapping[str, str]
    problem: str = ""


@dataclass
class Table:
    """An open table: iterate over it for its rows. ``notes`` are remarks on its columns."""

    name: str
    columns: tuple[str | None, ...]
    notes: list[str] = field(default_factory=list)
    size: int = 0
    """Bytes, 0 when that is not known."""
    _lines: _Lines | None = None
    _rows: Iterator[list[str]] | None = None

    @property
    def read(self) -> int:
        """Bytes read so far, about."""
        return self._lines.read if self._lines is not None else 0

    def __iter__(self) -> Iterator[Row]:
        assert self._lines is not None
        assert self._rows is not None
        while True:
            line = self._lines.number + 1
            try:
                cells = next(self._rows)
            except StopIteration:
                return
            except csv.Error as error:
                self._lines.take_problem()
                yield Row(line, {}, f"This row cannot be read ({error}). Look for a missing quote.")
                continue
            if any(cell.strip() for cell in cells):
                yield self._row(line, cells)

    def _row(self, line: int, cells: list[str]) -> Row:
        if self._lines is not None and self._lines.take_problem():
            return Row(line, {}, f"This row is longer than {_LONGEST_LINE // 1024} kB.")
        if len(cells) != len(self.columns):
            cell = "cell" if len(cells) == 1 else "cells"
            wanted = len(self.columns)
            return Row(line, {}, f"This row has {len(cells)} {cell} and the first row {wanted}.")
        named = {
            name: text.strip()
            for name, text in zip(self.columns, cells, strict=True)
            if name is not None
        }
        if any("\udc80" <= char <= "\udcff" for text in named.values() for char in text):
            return Row(line, {}, "A letter is not in UTF-8. Save the table as CSV in UTF-8.")
        return Row(line, named)


@contextmanager
def open_table(path: Path, names: Mapping[str, str]) -> Iterator[Table]:
    """Open a table; ``names`` maps what a column may be called to what it stands for.

    Raises FileProblem when it cannot be read and WrongUse when its first row will not do.
    """
    if str(path) == _STANDARD_INPUT:
        yield _table(sys.stdin.buffer, "standard input", 0, names)
        return
    from careeradvisor.profile.files import refuse_special

    refuse_special(path)
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    with file:
        yield _table(file, name_of(path), os.fstat(file.fileno()).st_size, names)


def _unreadable(path: Path, error: Exception) -> FileProblem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileProblem(f"There is no file {name_of(path)}. Check the name and the folder.")
    why = error.strerror if isinstance(error, OSError) else "that cannot be the name of a file"
    return FileProblem(f"{name_of(path)} could not be read: {why}.")


def _table(file: IO[bytes], name: str, size: int, names: Mapping[str, str]) -> Table:
    lines = _Lines(file)
    try:
        first = lines.first()
    except OSError as error:
        raise FileProblem(f"{name} could not be read: {error.strerror}.") from error
    rows = csv.reader(lines, delimiter=_delimiter(first), skipinitialspace=True, strict=True)
    try:
        header = next(rows, [])
    except csv.Error as error:
        raise WrongUse(f"{name}:1: The first row cannot be read ({error}).") from error
    columns, notes = _columns(header, names, name)
    return Table(name, columns, notes, size, lines, rows)


def _columns(
    header: list[str], names: Mapping[str, str], file: str
) -> tuple[tuple[str | None, ...], list[str]]:
    """What each column stands for (``None``: nothing), and remarks on those."""
    import difflib

    if not any(cell.strip() for cell in header):
        raise WrongUse(
            f"{file} is empty. Its first row must name the columns: id, and any of "
            f"{_listed(names)}."
        )
    if len(header) > _MOST_COLUMNS:
        raise WrongUse(f"{file}:1: There are too many columns.")
    columns: list[str | None] = []
    notes: list[str] = []
    for cell in header:
        word = "_".join(cell[:100].lower().lstrip("-").replace("-", " ").replace("_", " ").split())
        meaning = names.get(word)
        if meaning is None:
            near = difflib.get_close_matches(word, names, n=1, cutoff=0.8)
            if near:
                raise WrongUse(
                    f"{file}:1: There is no column '{shorten(cell, 40)}'. Did you mean {near[0]}?"
                )
            notes.append(f"{file}: The column '{shorten(cell, 40)}' is no question: passed over.")
        elif meaning in columns:
            raise WrongUse(f"{file}:1: The column {word} is there twice. Keep one of them.")
        columns.append(meaning)
    if "id" not in columns:
        raise WrongUse(
            f"{file}:1: There is no column id. The first row must name the columns: id, and any of "
            f"{_listed(names)}."
        )
    if columns == ["id"]:
        raise WrongUse(f"{file}:1: There is no column but id. Add any of {_listed(names)}.")
    return tuple(columns), notes


def _listed(names: Mapping[str, str]) -> str:
    return ", ".join(dict.fromkeys(meaning for meaning in names.values() if meaning != "id"))


def _delimiter(first: str) -> str:
    """Comma; or what a spreadsheet may have put in its place."""
    return next((mark for mark in ",;\t" if mark in first), ",")


class _Lines:
    """The lines of a file as text; those that are longer than anybody's answers are cut off."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._pushed: list[str] = []
        self._cut = False
        self.number = 0
        self.read = 0

    def first(self) -> str:
        """Return the first line without taking it."""
        line = self._line().removeprefix(_BOM)
        if "\x00" in line:
            raise WrongUse("The table is not text in UTF-8. Save it as CSV in UTF-8.")
        self._pushed = [line]
        return line

    def take_problem(self) -> bool:
        """Return whether a line was cut since this was last asked."""
        cut, self._cut = self._cut, False
        return cut

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._pushed.pop() if self._pushed else self._line()
        if not line:
            raise StopIteration
        self.number += 1
        return line

    def _line(self) -> str:
        data = self._file.readline(_LONGEST_LINE)
        self.read += len(data)
        if len(data) == _LONGEST_LINE and not data.endswith(b"\n"):
            self._cut = True
            while rest := self._file.readline(_LONGEST_LINE):
                self.read += len(rest)
                if rest.endswith(b"\n"):
                    break
            # What is left of the line is nobody's answer, and a quote in it may be open.
            return "cut\n"
        return data.decode("utf-8", "surrogateescape")


class Progress:
    """How far it is, on standard error, for a person who is watching it."""

    def __init__(self, table: Table, plain: bool) -> None:
        self._table = table
        # Rows that run over the screen show the progress themselves.
        self._on = not plain and sys.stderr.isatty() and not sys.stdout.isatty()
        self._next = 0.0
        self._shown = 0

    def show(self, rows: int) -> None:
        """Show the number of rows, a few times a second."""
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_BETWEEN
        text = f"{rows:,} rows"
        if self._table.size:
            share = min(1.0, self._table.read / self._table.size)
            bar = "#" * round(share * 30)
            text = f"[{bar:30}] {share * 100:3.0f} %  {text}"
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()
        self._shown = len(text)

    def clear(self) -> None:
        """Take the progress off the screen."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
            self._shown = 0
