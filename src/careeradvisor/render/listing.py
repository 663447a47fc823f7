"""A list of careers: which of them, in which order, and what to relax when there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import BY_KEY
from careeradvisor.text import one_line

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.criteria import Criterion
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect, Prospects

    Figure = Callable[[Prospect], float | None]

FAMILY, SEARCH = "family", "search"


class Filter(Struct, frozen=True):
    """One condition: a criterion's answer, a set of families, or words to look for.

    ``keeps`` says whether a career meets it, ``None`` when that is not known.
    ``flag`` is as typed, ``text`` says the condition in a few words.
    """

    key: str
    flag: str
    text: str
    keeps: Callable[[Prospect], bool | None]


class Entry(Struct, frozen=True):
    """A career on the list.

    ``unknown`` holds the keys of criteria of which it is not known whether the career
    meets them; ``found_as`` is the other name by which a search has found it, if any.
    """

    prospect: Prospect
    unknown: tuple[str, ...] = ()
    found_as: str | None = None

    @property
    def career(self) -> Career:
        """The career itself."""
        return self.prospect.career


class Listing(Struct, frozen=True):
    """What is left of a catalogue after filters, in order.

    ``relaxed`` is filled when nothing is left: filters, each with how many careers
    there would be without it. ``sort`` is the name of the order, None for the
    catalogue's own.
    """

    entries: tuple[Entry, ...]
    total: int
    filters: tuple[Filter, ...]
    sort: str | None
    reverse: bool = False
    relaxed: tuple[tuple[Filter, int], ...] = ()


class Order(Struct, frozen=True):
    """An order by a figure: the largest first, or the smallest."""

    figure: Figure
    largest_first: bool
    text: str


def _offered(key: str) -> Figure:
    def figure(prospect: Prospect) -> float | None:
        value = BY_KEY[key].offered(prospect)
        return value if isinstance(value, (int, float)) else None

    return figure


def _level(field: str) -> Figure:
    def figure(prospect: Prospect) -> float | None:
        part = getattr(prospect.career, field)
        return None if part is None else part.level

    return figure


def _openings(prospect: Prospect) -> float | None:
    outlook = prospect.career.outlook
    return None if outlook is None else outlook.openings


ORDERS = {
    "salary": Order(_offered("salary"), True, "highest pay first"),
    "schooling": Order(_offered("schooling"), False, "shortest way in first"),
    "growth": Order(_offered("growth"), True, "fastest growth first"),
    "openings": Order(_openings, True, "most openings first"),
    "earnings": Order(_offered("earnings"), True, "highest ten-year earnings first"),
    "remote": Order(_level("remote"), True, "most work from home first"),
    "patient-contact": Order(_level("patient_contact"), False, "least patient contact first"),
    "automation": Order(_offered("automation"), False, "least change by AI first"),
}
"""The orders by figures; ``title`` and ``family`` are the others."""

SORTS = ("title", "family", *ORDERS)


def criterion_filter(criterion: Criterion, answer: Answer, flag: str) -> Filter:
    """Keep the careers that meet an answer taken as a hard limit."""
    wanted = criterion.wanted(answer)
    # A number needs to be told what it is; words speak for themselves.
    if isinstance(answer, int):
        wanted = f"{criterion.label}: {wanted}"
    return Filter(
        criterion.key,
        flag,
        wanted,
        lambda prospect: criterion.meets(prospect, answer),
    )


def family_filter(families: Sequence[str], titles: Sequence[str], flag: str) -> Filter:
    """Keep the careers of some families."""
    wanted = frozenset(families)
    text = f"family: {' or '.join(titles)}"
    return Filter(FAMILY, flag, text, lambda prospect: prospect.career.family in wanted)


def listing(
    prospects: Prospects,
    filters: Sequence[Filter] = (),
    sort: str | None = None,
    *,
    reverse: bool = False,
    found: dict[str, tuple[int, str | None]] | None = None,
) -> Listing:
    """Filter and sort the careers of a catalogue.

    ``found`` is what a search has found: ids, each with how far from the title (0)
    and, where it was an alternate title, that title. Without ``sort`` the order
    is the search's, or the catalogue's. Figures that are not known come last.
    """
    entries = [
        Entry(
            prospect,
            tuple(filter.key for filter, met in zip(filters, verdicts, strict=True) if met is None),
            None if found is None else found.get(prospect.career.id, (0, None))[1],
        )
        for prospect in prospects
        for verdicts in [[filter.keeps(prospect) for filter in filters]]
        if False not in verdicts
    ]
    relaxed = () if entries else tuple(_relaxed(prospects, filters))
    if sort is None and found is not None:
        entries.sort(key=lambda entry: found[entry.career.id][0])
    elif sort is not None:
        entries = _sorted(entries, prospects, sort, reverse=reverse)
    return Listing(tuple(entries), len(prospects), tuple(filters), sort, reverse, relaxed)


def _sorted(entries: list[Entry], prospects: Prospects, sort: str, *, reverse: bool) -> list[Entry]:
    entries = sorted(entries, key=lambda entry: one_line(entry.career.title).casefold())
    if sort == "title":
        return entries[::-1] if reverse else entries
    if sort == "family":
        places = {family: i for i, family in enumerate(prospects.catalogue.families)}
        return sorted(entries, key=lambda entry: places[entry.career.family], reverse=reverse)
    order = ORDERS[sort]
    figures = {entry.career.id: order.figure(entry.prospect) for entry in entries}
    known = [entry for entry in entries if figures[entry.career.id] is not None]
    known.sort(
        key=lambda entry: figures[entry.career.id] or 0.0,
        reverse=order.largest_first != reverse,
    )
    return known + [entry for entry in entries if figures[entry.career.id] is None]


def _relaxed(prospects: Prospects, filters: Sequence[Filter]) -> Iterable[tuple[Filter, int]]:
    """Filters without which something would be left, the one that brings back most first."""
    counts = []
    for i, filter in enumerate(filters):
        others = [*filters[:i], *filters[i + 1 :]]
        count = sum(
            all(other.keeps(prospect) is not False for other in others) for prospect in prospects
        )
        if count:
            counts.append((filter, count))
    return sorted(counts, key=lambda pair: -pair[1])
