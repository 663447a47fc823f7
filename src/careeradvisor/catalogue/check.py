"""Everything that is wrong with a catalogue, at once, with file, line, career and field."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import NamedTuple

from careeradvisor.text import plain

from .model import Catalogue
from .parse import parse
from .read import NotRead, decode, name_of, read_bytes
from .rules import complaints
from .shape import catalogue_from
from .wording import MOST_COMPLAINTS, Complaint, field_name


class Problem(NamedTuple):
    """One thing to put right.

    ``text`` is a whole remark that names its field. ``line`` counts from 1 and is
    None for a problem of the file as a whole; ``career`` is an id, and empty
    outside of the careers. Printed: ``careers.toml:214: coder: salary.p10 (60000)
    is above salary.median (50250)``.
    """

    file: str
    line: int | None
    career: str
    field: str
    text: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (where, self.career, self.text) if part)


def check(path: Path) -> list[Problem]:
    """Return all problems of a catalogue, in the order of its lines; none if it can be used.

    A ``wages`` folder, ``programs.csv`` and ``prices.csv`` beside the file are checked with
    it. Raises :class:`FileProblem` when the file cannot be read at all.
    """
    from .folder import problems_beside

    _catalogue, problems = examine(read_bytes(path), name_of(path))
    return problems + [
        Problem(name_of(file), line, "", "", text)
        for file, line, text in problems_beside(path.parent)
    ]


def examine(data: bytes, file: str) -> tuple[Catalogue | None, list[Problem]]:
    """Parse and check the content of a file named ``file``.

    Returns the catalogue and no problems, or no catalogue and at least one problem.
    """
    try:
        text = decode(data)
        raw = parse(text)
    except NotRead as error:
        return None, [Problem(file, error.line, "", "", plain(error.text))]
    found: list[Complaint] = []
    catalogue = catalogue_from(raw, found)
    broken = frozenset(place[:length] for place, _ in found for length in range(1, len(place) + 1))
    room = max(MOST_COMPLAINTS - len(found), 0)
    found += islice(complaints(catalogue, raw, broken), room)
    if not found:
        return catalogue, []
    return None, _problems(found, text, file)


def _problems(found: list[Complaint], text: str, file: str) -> list[Problem]:
    from .lines import Lines

    lines = Lines(text)
    problems: list[Problem] = []
    for place, said in found:
        in_career = len(place) > 1 and place[0] == "careers"
        career = field_name(place[1:2]) if in_career else ""
        field = field_name(place[2:] if in_career else place)
        said = plain(f"{field} {said}" if field else said)
        problems.append(Problem(file, lines.of(place), career, field, said))
    problems.sort(key=lambda problem: problem.line or 0)
    if len(found) >= MOST_COMPLAINTS:
        text = f"there may be more problems; these are the first {MOST_COMPLAINTS:,}"
        problems.append(Problem(file, None, "", "", text))
    return problems
