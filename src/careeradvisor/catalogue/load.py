"""Loading a catalogue for use."""

from __future__ import annotations

from pathlib import Path

from careeradvisor.errors import BadCatalogue

from . import cache
from .location import catalogue_path
from .model import Catalogue
from .read import name_of, read_bytes


def load(path: Path | None = None) -> Catalogue:
    """Return the catalogue in ``path``, or the bundled one, checked in full.

    Raises :class:`FileProblem` when the file cannot be read and
    :class:`BadCatalogue`, with every problem, when it should not be relied on.
    """
    path = catalogue_path(path)
    data = read_bytes(path)
    entry = cache.entry_for(data)
    if entry is not None:
        catalogue = cache.read(entry)
        if catalogue is not None:
            return catalogue
    # Only now: what a file is parsed and checked with is not needed for one known to be good.
    from .check import examine

    name = name_of(path)
    catalogue, problems = examine(data, name)
    if catalogue is None:
        what = "a problem" if len(problems) == 1 else f"{len(problems):,} problems"
        raise BadCatalogue(
            f"The catalogue {name} has {what} and cannot be used as it is. "
            f"Run `careeradvisor catalogue check {name}` and put right what it lists.",
            tuple(str(problem) for problem in problems),
        )
    if entry is not None:
        cache.write(entry, catalogue)
    return catalogue
