"""One thing that is wrong with a catalogue, before it has a line."""

from __future__ import annotations

from typing import NamedTuple

from .wording import Place

MOST_COMPLAINTS = 1_000
"""Nobody reads more; a file with more problems is checked only as far as this many."""


class Complaint(NamedTuple):
    """Something wrong at a place; ``text`` reads on from the name of the field."""

    place: Place
    text: str
