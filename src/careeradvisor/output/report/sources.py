"""The report's list of sources, and the numbers by which its pages refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.parts import sourced_parts
from careeradvisor.output.report.model import SourceLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.catalogue.model import Career, Catalogue


class Citations:
    """Numbers the sources on which the careers of a report rest, in the catalogue's order."""

    def __init__(self, catalogue: Catalogue, careers: Iterable[Career]) -> None:
        used = {source for career in careers for source in sources_of(career)}
        self._catalogue = catalogue
        self._ids = [name for name in catalogue.sources if name in used]
        self._numbers = {name: number for number, name in enumerate(self._ids, 1)}

    def of(self, *names: str | None) -> tuple[int, ...]:
        """The numbers of some sources, each once, in the list's order."""
        return tuple(sorted({self._numbers[name] for name in names if name in self._numbers}))

    def vintages(self, numbers: Iterable[int]) -> tuple[tuple[int, str], ...]:
        """Number, and title with vintage, of each of some sources, in the list's order."""
        wanted = set(numbers)
        sources = self._catalogue.sources
        return tuple(
            (number, f"{sources[name].title} ({sources[name].vintage})")
            for name, number in self._numbers.items()
            if number in wanted
        )

    def lines(self) -> tuple[SourceLine, ...]:
        """The list of sources."""
        lines = []
        for name, number in self._numbers.items():
            source = self._catalogue.sources[name]
            lines.append(
                SourceLine(
                    number,
                    source.title,
                    source.publisher,
                    source.vintage,
                    source.licence,
                    source.url or "",
                )
            )
        return tuple(lines)

    def attributions(self) -> tuple[str, ...]:
        """What the sources' licences ask to be said, whether a shown career uses them or not."""
        found = (source.attribution for source in self._catalogue.sources.values())
        return tuple(dict.fromkeys(text for text in found if text))


def sources_of(career: Career) -> set[str]:
    """The ids of all sources that a career names."""
    return {*career.sources, *(part.source for _, part in sourced_parts(career))}
