"""What the report's templates are given: words and numbers, nothing left to work out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careeradvisor.output.report.pictures import EarningsPicture, PayPicture, WaysPicture


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer: what it is about, what was wanted, how hard and how important."""

    label: str
    wanted: str
    kind: str
    importance: str
    weight: str


@dataclass(frozen=True, slots=True)
class Person:
    """The answers, and what the person has said about themselves."""

    asked: tuple[Asked, ...]
    about: tuple[tuple[str, str], ...]
    not_asked: str
    legend: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a career; ``cites`` are numbers in the list of sources."""

    term: str
    value: str
    note: str = ""
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do: ``lead`` in a few words, then how; ``address`` is where to read more."""

    lead: str
    text: str
    cites: tuple[int, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class CareerPage:
    """One career of the ranking, in full. ``fill`` is how full its fit bar is, 0 to 100."""

    number: int
    title: str
    family: str
    verdict: str
    fill: float
    line: str
    summary: str
    fits: str
    costs: str
    unknown: str
    warnings: tuple[str, ...]
    behind: str
    strip: PayPicture | None
    pay: PayPicture | None
    pay_words: str
    pay_note: str
    pay_cites: tuple[int, ...]
    median: str
    start: str
    facts: tuple[Fact, ...]
    way: tuple[Fact, ...]
    next_steps: tuple[NextStep, ...]
    leads_to: tuple[Fact, ...]
    day: str
    reviewed: str
    vintages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the side-by-side table.

    ``mark`` says in a word when it is the best; ``level`` is a fit from 1 (weak) to
    4 (strong), 0 where the cell is no fit.
    """

    text: str
    mark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the side-by-side table."""

    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A side-by-side table of a few careers: what the person asked for, then facts."""

    heads: tuple[tuple[int, str], ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the order is: a sentence, and shares of draws as words per career."""

    sentence: str
    shares: tuple[tuple[int, str, str], ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A career that a must leaves out, why, and where it would stand without that must."""

    title: str
    would_rank: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source; ``address`` is where it is on the web, "" where that is not known."""

    number: int
    title: str
    publisher: str
    vintage: str
    licence: str
    address: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    date: str
    catalogue: str
    version: str
    as_of: str
    program: str
    region: str
    headline: str
    relaxation: str
    person: Person
    careers: tuple[CareerPage, ...]
    total: int
    has_musts: bool
    target: str
    sureness: Sureness | None
    ways: WaysPicture | None
    earnings: EarningsPicture | None
    comparisons: tuple[Comparison, ...]
    near_misses: tuple[NearMiss, ...]
    more_misses: int
    sources: tuple[SourceLine, ...]
    attributions: tuple[str, ...]
    assumptions: tuple[str, ...]
