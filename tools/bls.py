"""Employment projections as the US Bureau of Labor Statistics publishes them, xlsx or csv.

Either of the two forms that BLS offers: table 1.2 of
https://www.bls.gov/emp/tables.htm ("2025 National Employment Matrix code",
"Employment change, percent, 2025-35", "Occupational openings, 2025-35 annual
average") or the csv of https://data.bls.gov/projections/occupationProj
("Occupation Code", "Employment Percent Change, 2025-2035", "Occupational
Openings, 2025-2035 Annual Average"). Openings are in thousands in both.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_HEADER_WITHIN = 15
_SOC = re.compile(r"\d{2}-\d{4}")
# BLS: * no wage estimate, ** no employment estimate, ~ too small a share.
_NOT_PUBLISHED = frozenset({"", "*", "**", "~", "-", "—", "–", "n/a"})
# Thousands of openings a year in all occupations together come to about 19,000.
_MOST_OPENINGS = 50_000

Row = dict[str, str]


class BadTable(Exception):
    """A table that is not what it should be; the text says what to do."""


class Projection(NamedTuple):
    """Change of employment over the decade in percent, openings a year."""

    title: str
    change_percent: float | None
    openings: int | None


class Projections(NamedTuple):
    """Projections by occupation code, and the decade they are for (``2025-35``)."""

    period: str
    by_code: dict[str, Projection]


def projections(path: Path) -> Projections:
    """Return the employment projections; raise :class:`BadTable`."""
    patterns = {
        "code": r"(\d{4} )?national employment matrix code|occupation code",
        "title": r"(\d{4} )?national employment matrix title|occupation title",
        "change": r"employment change, percent, .*|employment percent change, .*",
        "openings": r"occupational openings, .*",
    }
    names = {
        "code": "National Employment Matrix code",
        "title": "National Employment Matrix title",
        "change": "Employment change, percent",
        "openings": "Occupational openings, annual average",
    }
    header, rows = _table(path, patterns, names, "a table of occupational projections")
    period = re.search(r"(20\d\d)\s*-\s*(?:20)?(\d\d)\b", header["change"])
    if period is None:
        raise BadTable(
            f'{path.name}: the column "{header["change"]}" does not say for which decade it is. '
            "Give the table as BLS publishes it."
        )
    found: dict[str, Projection] = {}
    for number, row in rows:
        code = row["code"].lstrip("=").strip('"').strip()
        # A group that is also a single line is there twice, with the same figures.
        if _SOC.fullmatch(code) is None or code in found:
            continue
        openings = _decimal(path, number, header["openings"], row["openings"])
        if openings is not None and openings > _MOST_OPENINGS:
            raise BadTable(
                f"{path.name}, row {number}: {row['openings']} openings are more than the whole "
                "nation has when counted in thousands, as BLS does. Give BLS's own table."
            )
        found[code] = Projection(
            row["title"],
            _decimal(path, number, header["change"], row["change"]),
            None if openings is None else round(openings * 1000),
        )
    if not found:
        raise BadTable(f"{path.name} has the right columns but no occupation. Fetch it anew.")
    return Projections(f"{period[1]}-{period[2]}", found)


def _decimal(path: Path, number: int, column: str, cell: str) -> float | None:
    text = cell.replace(",", "").replace("−", "-").removesuffix("%")
    if text.lower() in _NOT_PUBLISHED:
        return None
    if re.fullmatch(r"-?\d+(\.\d+)?", text) is None:
        raise BadTable(f'{path.name}, row {number}: {column} ("{cell}") is not a figure.')
    return float(text)


def _table(
    path: Path, patterns: Mapping[str, str], names: Mapping[str, str], what: str
) -> tuple[dict[str, str], Iterator[tuple[int, Row]]]:
    """Find the columns whose names match, on whichever sheet they are.

    Returns the columns' names as they stand in the file, and the rows below them
    with their numbers, as dicts by the keys of ``patterns`` and, for other
    columns, by their names in small letters.
    """
    best: tuple[dict[str, int], int, list[list[str]]] | None = None
    for sheet in _sheets(path):
        for at, cells in enumerate(sheet[:_HEADER_WITHIN]):
            columns = _columns(cells, patterns)
            if best is None or len(columns) > len(best[0]):
                best = columns, at, sheet
    if best is None or len(best[0]) < 2:
        raise BadTable(
            f"{path.name} is not {what}: it has no row of column names such as "
            f"{', '.join(list(names.values())[:3])}. Check that it is the file you meant."
        )
    columns, at, sheet = best
    missing = [names[name] for name in patterns if name not in columns]
    if missing:
        raise BadTable(
            f"{path.name} has no column {', '.join(missing)}"
            f" (its columns are {', '.join(cell for cell in sheet[at] if cell)[:300]}). "
            "Give the file as BLS publishes it."
        )
    header = {name: _plain_name(sheet[at][column]) for name, column in columns.items()}
    others = {
        index: _plain_name(cell)
        for index, cell in enumerate(sheet[at])
        if cell and index not in columns.values()
    }
    names_by_column = {column: name for name, column in columns.items()} | others

    def rows() -> Iterator[tuple[int, Row]]:
        for number, cells in enumerate(sheet[at + 1 :], at + 2):
            if any(cells):
                yield (
                    number,
                    {
                        name: cells[column] if column < len(cells) else ""
                        for column, name in names_by_column.items()
                    },
                )

    return header, rows()


def _columns(cells: list[str], patterns: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        for name, pattern in patterns.items():
            if name not in found and re.fullmatch(pattern, _plain_name(cell)):
                found[name] = index
    return found


def _plain_name(cell: str) -> str:
    """A column's name in small letters, without footnote marks, with plain dashes."""
    text = re.sub(r"\[\d+\]", "", cell).lower()
    return re.sub(r"\s+", " ", re.sub("[‐-―−]", "-", text)).strip()


def _sheets(path: Path) -> list[list[list[str]]]:
    """All sheets of a workbook, or the one table of a csv, as rows of stripped texts."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadTable(f"{path} could not be read: {error.strerror}. Check the name.") from error
    if path.suffix.lower() == ".xlsx":
        return _workbook(path, data)
    if path.suffix.lower() != ".csv":
        raise BadTable(f"{path.name} must be an .xlsx or a .csv file. Save it as one of these.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    try:
        return [[[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))]]
    except csv.Error as error:
        raise BadTable(f"{path.name} is not a readable csv file. Fetch it anew.") from error


def _workbook(path: Path, data: bytes) -> list[list[list[str]]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # whatever a damaged workbook makes openpyxl stumble over
        raise BadTable(f"{path.name} is not a readable xlsx file. Fetch it anew.") from error
    sheets = [
        [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    ]
    book.close()
    return sheets


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
