"""Views as CSV for spreadsheets: unknown values are empty, no text is taken for a formula."""

from __future__ import annotations

import csv
import re
import sys
from typing import TYPE_CHECKING, overload

import msgspec

from careeradvisor.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Value = str | int | float | bool | None

# The last four are full-width forms, which spreadsheets in some languages read alike.
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_NUMBER = r"-[0-9]+(\.[0-9]+)?"


@overload
def csv_cell(value: str) -> str: ...


@overload
def csv_cell(value: Value) -> Value: ...


def csv_cell(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula: such text gets an apostrophe in front.

    >>> csv_cell("=1+1"), csv_cell("-5"), csv_cell(-5)
    ("'=1+1", '-5', -5)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    # Before cleaning as well: a tab in front becomes an ordinary blank.
    suspect = value.startswith(_FORMULA)
    text = one_line(value)
    if (suspect or text.startswith(_FORMULA)) and not re.fullmatch(_NUMBER, text):
        return f"'{text}"
    return text


def rows_writer(head: Sequence[str]) -> Callable[[Iterable[object]], None]:
    """What writes one row after another to standard output, the head before the first."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    heads = [head]

    def write(row: Iterable[object]) -> None:
        if heads:
            writer.writerow(heads.pop())
        writer.writerow([csv_cell(_flat(value)) for value in row])

    return write


def print_csv(head: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write rows under a head to standard output; a list is one cell."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([csv_cell(_flat(value)) for value in row] for row in rows)


def print_structs(kind: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> None:
    """Write flat structs of a kind, one a row under the names of its fields."""
    names = kind.__struct_fields__
    print_csv(names, ([getattr(row, name) for name in names] for row in rows))


def print_fields(view: msgspec.Struct) -> None:
    """Write all of a view as rows of field and value: ``pay.median``, ``ways[1].name``."""
    print_csv(("field", "value"), _flattened(msgspec.to_builtins(view)))


def _flat(value: object) -> Value:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return value  # type: ignore[return-value]


def _flattened(value: object, name: str = "") -> Iterator[tuple[str, Value]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flattened(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list | tuple) and value:
        for number, item in enumerate(value, 1):
            yield from _flattened(item, f"{name}[{number}]")
    else:
        yield name, None if value in ([], ()) else value  # type: ignore[misc]
