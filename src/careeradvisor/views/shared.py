"""What every page says of itself: for whom it is, from which catalogue, on which sources."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from careeradvisor.text import one_line
from careeradvisor.views import words
from careeradvisor.views.base import View
from careeradvisor.views.place import NOWHERE, PRICES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.catalogue.model import Career, Catalogue
    from careeradvisor.profile.answers import Answers
    from careeradvisor.views.place import Place

Made = TypeVar("Made", bound=Struct)


class CatalogueView(Struct, frozen=True):
    """Which catalogue the data is from; ``as_of`` is an ISO date."""

    name: str
    version: str
    as_of: str
    region: str
    careers: int


class WorkedView(Struct, frozen=True):
    """Months of paid work in a career."""

    career: str
    months: int


class PersonView(Struct, frozen=True):
    """For whom figures were worked out; ``text`` says where they start."""

    text: str
    education: str
    holds: list[str]
    worked: list[WorkedView]
    pace: str
    sciences: bool
    state: str | None
    area: str | None


class SourceView(Struct, frozen=True):
    """A source and what on the page rests on it."""

    id: str
    title: str
    publisher: str
    vintage: str
    licence: str
    url: str | None
    attribution: str | None
    stands_for: list[str]


def seen(kind: type[Made], thing: object, **more: Any) -> Made:
    """A view of a thing: what it has under the names of the view's fields, and ``more``."""
    names = [name for name in kind.__struct_fields__ if name not in more]
    return kind(**{name: getattr(thing, name) for name in names}, **more)


def made(view: Made) -> Made:
    """The view with every text in it safe to print on one line.

    What comes from a catalogue or a person can hold anything; whatever leaves the program
    as a page or as data has come through here. Raises ValueError for a figure that is not
    finite: that is a fault of whoever made the view.
    """
    return type(view)(**{name: _safe(getattr(view, name)) for name in view.__struct_fields__})


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Struct):
        return made(value)
    if isinstance(value, list | tuple):
        return type(value)(map(_safe, value))
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{value} in a view")
    return value


class PersonalView(View, frozen=True):
    """A page for a person: from which catalogue it is, and for whom its figures are."""

    catalogue: CatalogueView
    person: PersonView


def about(catalogue: Catalogue, person: Answers) -> dict[str, Any]:
    """The fields of :class:`PersonalView`."""
    head = catalogue.head
    as_of, worked = head.as_of.isoformat(), person.worked.items()
    return {
        "catalogue": seen(CatalogueView, head, as_of=as_of, careers=len(catalogue.careers)),
        "person": seen(
            PersonView,
            person,
            text=words.person_words(catalogue, person),
            holds=list(person.holds),
            worked=[WorkedView(career, months) for career, months in worked],
        ),
    }


_PARTS = (
    ("salary", "pay"),
    ("outlook", "outlook"),
    ("patient_contact", "patient contact"),
    ("remote", "work from home"),
    ("residency", "paid training"),
    ("work", "hours and strain"),
    ("automation", "change by AI"),
    ("interests", "interests"),
)
_LISTS = (
    ("routes", "ways in"),
    ("credentials", "credentials"),
    ("conditions", "what is asked first"),
    ("accreditation", "accreditation"),
    ("ladder", "next steps"),
)
_FURTHER = ("sciences_source", "stipend_source", "use_source")


def sources_of(
    catalogue: Catalogue, careers: Iterable[Career], place: Place = NOWHERE
) -> list[SourceView]:
    """The sources of careers, each with the parts that rest on it, in the page's order."""
    found: dict[str, dict[str, None]] = {}

    def add(part: Any, what: str) -> None:
        """The sources of one table of the catalogue, and of the tables within it."""
        for name in ("source", *_FURTHER):
            source = getattr(part, name, None)
            if source is not None:
                found.setdefault(source, {})[what] = None
        for name in ("usual", "training", "position", "industry", "survey"):
            inner = getattr(part, name, None)
            if isinstance(inner, Struct):
                add(inner, what)

    for career in careers:
        for field, what in _PARTS:
            add(getattr(career, field), what)
        for field, what in _LISTS:
            for part in getattr(career, field):
                add(part, what)
        for route in career.routes:
            add(catalogue.programs.get(f"{route.cip}-{route.program_level}"), "programs")
        for law in career.laws:
            add(catalogue.laws.get(law), "law")
        levels = {route.program_level for route in career.routes}
        for aid in catalogue.aid.values():
            if levels.intersection(aid.levels):
                add(aid, "money that may help")
        for source in career.sources:
            if source not in found:
                found[source] = {"the description": None}
    if place.prices is not None and PRICES in catalogue.sources:
        found[PRICES] = {"prices": None}
    return [source_view(catalogue, source, list(parts)) for source, parts in found.items()]


def source_view(catalogue: Catalogue, source_id: str, parts: list[str]) -> SourceView:
    """A source, and the parts of a page that rest on it."""
    return seen(SourceView, catalogue.sources[source_id], id=source_id, stands_for=parts)
