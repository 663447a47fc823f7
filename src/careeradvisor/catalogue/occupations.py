"""Official titles of occupations by SOC code, and what became of codes that are no more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from careeradvisor.errors import CareerAdvisorError

from .location import OCCUPATIONS, bundled_data
from .read import read_bytes


class Occupation(Struct, frozen=True):
    """An occupation of the SOC of 2018, or of an older one: ``now`` has its codes of 2018."""

    soc: str
    title: str
    now: tuple[str, ...] = ()


def occupations(table: Path | None = None) -> dict[str, Occupation]:
    """Return all occupations by SOC code; none of them when the table cannot be read."""
    return {
        soc: Occupation(soc, title, tuple(now.split()))
        for soc, title, now in rows(table or bundled_data() / OCCUPATIONS, "soc", "title", "now")
        if soc and title
    }


def rows(table: Path, *columns: str) -> Iterator[list[str]]:
    """Yield some columns of a table of names.

    A table that is missing or damaged means fewer names, no more than that.
    """
    try:
        text = read_bytes(table).decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""))
        header = next(reader, [])
        at = [header.index(column) for column in columns]
        for row in reader:
            if len(row) > max(at):
                yield [row[place] for place in at]
    except (CareerAdvisorError, ValueError, csv.Error):
        return
