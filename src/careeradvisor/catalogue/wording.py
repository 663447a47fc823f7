"""How values, places and problems of a catalogue are put into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, NamedTuple

from careeradvisor.text import shorten

Place = tuple[str | int, ...]
"""Where something stands in the file: keys, and positions (from 0) in lists."""

MOST_COMPLAINTS = 1_000
"""Nobody reads more; a file with more problems is checked only as far as this many."""
_MOST_COMPARED = 500


class Complaint(NamedTuple):
    """Something wrong at a place, before it has a line; ``text`` reads on from the field's name."""

    place: Place
    text: str


def show(value: Any) -> str:
    """Write a value from a TOML file the way that it could stand in one, shortened."""
    if isinstance(value, str):
        return f'"{shorten(value, 40)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        # Python refuses to write out integers of thousands of digits.
        return str(value) if value.bit_length() <= 64 else "a number with too many digits"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "an empty list" if not value else "a list"
    return shorten(str(value), 40)


def field_name(place: Place) -> str:
    """Write a place as a person would: ``routes[2].months`` is the second route's months."""
    name = ""
    for part in place:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{shorten(part, 60)}" if name else shorten(part, 60)
    return name


def did_you_mean(name: str, known: Collection[str]) -> str:
    """Return ``; did you mean "x"?`` for the known name most like ``name``, or nothing."""
    # Comparing takes its time, and a bad file may ask for a thousand hints.
    if len(known) > _MOST_COMPARED:
        return ""
    import difflib

    near = difflib.get_close_matches(name[:60], known, n=1)
    return f'; did you mean "{shorten(near[0], 60)}"?' if near else ""
