"""What rests on each source of a catalogue."""

from __future__ import annotations

from msgspec import Struct, structs

from .model import Aid, Catalogue, Law, Program, Source, Work
from .parts import sourced_parts

# Figures that have a source of their own, in a field beside them.
_OWN_SOURCES = {
    "stipend": "stipend_source",
    "microsoft": "use_source",
    "anthropic": "use_source",
}
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
    figures = dict.fromkeys(catalogue.sources, 0)
    tables = dict.fromkeys(catalogue.sources, 0)
    careers: dict[str, set[str]] = {name: set() for name in catalogue.sources}
    for career in catalogue.careers.values():
        for name in career.sources:
            careers[name].add(career.id)
        for _place, part in sourced_parts(career):
            name = part.source
            figures[name] += count_figures(part)
            tables[name] += 1
            careers[name].add(career.id)
            for field, source_field in _OWN_SOURCES.items():
                source = getattr(part, source_field, None)
                if source is not None and getattr(part, field) is not None:
                    figures[source] += 1
                    careers[source].add(career.id)
    others: list[Program | Law | Aid] = [
        *catalogue.programs.values(),
        *catalogue.laws.values(),
        *catalogue.aid.values(),
    ]
    for part in others:
        figures[part.source] += count_figures(part)
        tables[part.source] += 1
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
