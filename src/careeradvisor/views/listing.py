"""A list of careers: which of them, in which order, and what to relax when there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import astuple

from careeradvisor.text import listed, one_line
from careeradvisor.views import words
from careeradvisor.views.row import CareerRow, career_row
from careeradvisor.views.shared import PersonalView, about, made, seen

if TYPE_CHECKING:
    from careeradvisor.criteria import Criterion
    from careeradvisor.profile.answers import Answer, Answers
    from careeradvisor.prospects import Prospect, Prospects

    Found = tuple[int, str | None]
    Figure = Callable[[Prospect], float | None]

FAMILY, SEARCH = "family", "search"
_MOST_NAMES = 5


class Filter(Struct, frozen=True):
    """One condition: a criterion's answer, a set of families, or words to look for.

    ``keeps`` says whether a career meets it, ``None`` when that is not known.
    ``flag`` is as typed, ``text`` says the condition in a few words; ``label`` what is asked of.
    """

    key: str
    flag: str
    text: str
    label: str
    keeps: Callable[[Prospect], bool | None]


class Order(Struct, frozen=True):
    """An order by a figure: the largest first, or the smallest."""

    figure: Figure
    largest_first: bool
    text: str


class FilterView(Struct, frozen=True):
    """A condition that the list meets; ``flag`` as typed."""

    key: str
    flag: str
    text: str


class ListedView(CareerRow, frozen=True):
    """A career on the list.

    ``not_known`` names what filters ask for that is not known of it; ``found_as`` is the other
    name by which a search has found it, if any.
    """

    not_known: list[str]
    found_as: str | None


class RelaxedView(Struct, frozen=True):
    """How many careers there would be without a filter."""

    without: str
    careers: int


class ListingView(PersonalView, frozen=True, tag="careeradvisor/careers-2"):
    """What is left of a catalogue after filters, in order.

    ``grouped`` says whether careers stand under their families. ``would_be_left`` and ``advice``
    are filled when nothing is left. ``sort`` is ``None`` for the catalogue's own order.
    """

    title: str
    conditions: str
    filters: list[FilterView]
    sort: str | None
    reverse: bool
    grouped: bool
    careers: list[ListedView]
    would_be_left: list[RelaxedView]
    advice: list[str]
    notes: list[str]


def _of(field: str, name: str) -> Figure:
    return lambda prospect: getattr(getattr(prospect.career, field), name, None)


ORDERS = {
    "salary": Order(lambda p: p.pay.part_median, True, "highest pay first"),
    "schooling": Order(
        lambda p: None if p.months is None else sum(p.months), False, "shortest way in first"
    ),
    "growth": Order(_of("outlook", "change_percent"), True, "fastest growth first"),
    "openings": Order(lambda p: p.openings, True, "most openings first"),
    "earnings": Order(
        lambda p: None if p.earnings is None else p.earnings.total,
        True,
        "highest ten-year earnings first",
    ),
    "remote": Order(_of("remote", "level"), True, "most work from home first"),
    "patient-contact": Order(_of("patient_contact", "level"), False, "least patient contact first"),
    "automation": Order(_of("automation", "share"), False, "least change by AI first"),
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
        criterion.label,
        lambda prospect: criterion.meets(prospect, answer),
    )


def family_filter(families: Sequence[str], titles: Sequence[str], flag: str) -> Filter:
    """Keep the careers of some families."""
    wanted = frozenset(families)
    text = f"family: {' or '.join(titles)}"
    return Filter(FAMILY, flag, text, FAMILY, lambda prospect: prospect.career.family in wanted)


def listing_view(
    prospects: Prospects,
    person: Answers,
    filters: Sequence[Filter] = (),
    sort: str | None = None,
    *,
    reverse: bool = False,
    found: dict[str, Found] | None = None,
) -> ListingView:
    """Filter and sort the careers of a catalogue.

    ``found`` is what a search has found: ids, each with how far from the title (0)
    and, where it was an alternate title, that title. Without ``sort`` the order
    is the search's, or the catalogue's. Figures that are not known come last.
    """
    kept = [
        (prospect, [f.label for f, met in zip(filters, verdicts, strict=True) if met is None])
        for prospect in prospects
        for verdicts in [[filter.keeps(prospect) for filter in filters]]
        if False not in verdicts
    ]
    if sort is None and found is not None:
        kept.sort(key=lambda entry: found[entry[0].career.id][0])
    elif sort is not None:
        order = in_order([prospect for prospect, _ in kept], prospects, sort, reverse=reverse)
        unknown = {prospect.career.id: labels for prospect, labels in kept}
        kept = [(prospect, unknown[prospect.career.id]) for prospect in order]
    relaxed = [] if kept else list(_relaxed(prospects, filters))
    conditions = [filter.text for filter in filters]
    if sort in ORDERS:
        conditions.append(ORDERS[sort].text)
    if reverse:
        conditions.append("in reverse order")
    careers = [
        _listed(prospects, prospect, labels, None if found is None else found[prospect.career.id])
        for prospect, labels in kept
    ]
    return made(
        ListingView(
            title=_title(len(careers), len(prospects), filters),
            conditions=words.sentence("; ".join(conditions)),
            filters=[seen(FilterView, filter) for filter in filters],
            sort=sort,
            reverse=reverse,
            grouped=sort == "family" or (sort is None and found is None),
            careers=careers,
            would_be_left=[RelaxedView(filter.flag, count) for filter, count in relaxed],
            advice=[] if careers else _advice(filters, relaxed),
            notes=_notes(prospects, person, [prospect for prospect, _ in kept], careers),
            **about(prospects.catalogue, person),
        )
    )


def _listed(
    prospects: Prospects, prospect: Prospect, not_known: list[str], found: Found | None
) -> ListedView:
    found_as = None if found is None else found[1]
    fields: list[Any] = [*astuple(career_row(prospects, prospect)), not_known, found_as]
    return ListedView(*fields)


def in_order(
    entries: list[Prospect], prospects: Prospects, sort: str, *, reverse: bool
) -> list[Prospect]:
    """Careers in one of :data:`SORTS`; figures that are not known come last."""
    entries = sorted(entries, key=lambda entry: one_line(entry.career.title).casefold())
    if sort == "title":
        return entries[::-1] if reverse else entries
    if sort == "family":
        places = {family: i for i, family in enumerate(prospects.catalogue.families)}
        return sorted(entries, key=lambda entry: places[entry.career.family], reverse=reverse)
    order = ORDERS[sort]
    figures = {entry.career.id: order.figure(entry) for entry in entries}
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


def _title(count: int, total: int, filters: Sequence[Filter]) -> str:
    if not count:
        return "No career meets all of this"
    return f"{count:,} of {total:,} careers" if filters else f"{count:,} careers"


def _advice(filters: Sequence[Filter], relaxed: Sequence[tuple[Filter, int]]) -> list[str]:
    lines = []
    for filter, count in relaxed if len(filters) > 1 else ():
        careers = "1 career" if count == 1 else f"{count:,} careers"
        lines.append(f"Without {filter.flag}: {careers}.")
    if [filter.key for filter in filters] == [SEARCH]:
        lines.append("Try another word, or the first letters of it.")
    elif not relaxed:
        more = "two or more of these, or ask for less" if len(filters) > 1 else "it"
        lines.append(f"Leave out {more}. Run careeradvisor list to see all careers.")
    return lines


def _notes(
    prospects: Prospects, person: Answers, shown: Sequence[Prospect], careers: Sequence[ListedView]
) -> list[str]:
    if not careers:
        return []
    notes = [
        f"{career.title} is also called {career.found_as}."
        for career in [career for career in careers if career.found_as][:_MOST_NAMES]
    ]
    catalogue = prospects.catalogue
    salaries = [prospect.career.salary for prospect in shown]
    vintages = {catalogue.sources[salary.source].vintage for salary in salaries if salary}
    places = sorted({career.pay_area for career in careers if career.pay_area})
    where = listed(places) or catalogue.head.region
    notes.append(
        f"Pay: a year, half of the people earn less; {where}, {listed(sorted(vintages))}. "
        f"Months until full pay: {words.person_words(catalogue, person)}, study, paid training "
        "and work that is asked for first; from the shortest to the longest usual length."
    )
    return notes
