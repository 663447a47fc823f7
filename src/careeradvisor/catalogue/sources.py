"""What rests on each source of a catalogue."""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec import Struct, structs

from .model import Career, Catalogue, Source, Work
from .parts import tables_in

# Figures that have a source of their own, in a field beside them.
_OWN_SOURCES = {"stipend": "stipend_source", "microsoft": "use_source", "anthropic": "use_source"}
_NO_FIGURES = frozenset({"source", "program_level", *_OWN_SOURCES})


class SourceUse(Struct, frozen=True):
    """One source and what rests on it.

    ``figures`` counts numbers and ratings (a range of months is one figure),
    ``tables`` the parts of careers, programs and laws that name the source, ``careers`` the careers
    that have such a part or list the source for their text.
    """

    id: str
    source: Source
    figures: int
    tables: int
    careers: int


def source_uses(catalogue: Catalogue) -> list[SourceUse]:
    """Return every source of the catalogue with what rests on it, in the file's order."""
    figures: Counter[str] = Counter()
    tables: Counter[str] = Counter()
    careers: defaultdict[str, set[str]] = defaultdict(set)
    for place, part in tables_in(catalogue):
        named: list[str] = part.sources if isinstance(part, Career) else []
        if hasattr(part, "source"):
            named = [part.source]
            figures[part.source] += count_figures(part)
            tables[part.source] += 1
        for field, source_field in _OWN_SOURCES.items():
            source = getattr(part, source_field, None)
            if source is not None and getattr(part, field) is not None:
                figures[source] += 1
                named.append(source)
        for name in named if place[:1] == ("careers",) else ():
            careers[name].add(str(place[1]))
    return [
        SourceUse(name, source, figures[name], tables[name], len(careers[name]))
        for name, source in catalogue.sources.items()
    ]


def count_figures(part: Struct) -> int:
    """Return how many numbers and ratings a part states on its source, codes left aside."""
    count = 0
    for field in structs.fields(type(part)):
        value = getattr(part, field.name)
        if isinstance(value, bool) or field.name in _NO_FIGURES:
            continue
        rating = isinstance(part, Work) and isinstance(value, str) and field.name != "why"
        if rating or isinstance(value, int | float | tuple):
            count += 1
        elif field.name == "experience" and isinstance(value, list):
            count += len(value)
    return count
