"""How a comparison is laid out: what differs, what is the same, who is ahead and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Facts, Heading, SideBySide, Words
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.output.parts import Part
    from careeradvisor.views.comparison import ComparisonView


def comparison_page(view: ComparisonView) -> list[Part]:
    """Careers side by side, differences first."""
    heads = [(career.title, career.id) for career in view.careers]
    different = [row for row in view.rows if not row.same]
    same = [row for row in view.rows if row.same]
    parts: list[Part] = [
        Heading(" / ".join(title for title, _ in heads), level=1),
        Heading("What differs"),
        SideBySide(
            heads,
            [(row.label, [(cell.text, cell.better) for cell in row.cells]) for row in different],
            [(c.p10, c.p25, c.median, c.p75, c.p90) for c in view.careers],
            "8 in 10 earn",
            view.target,
        )
        if different
        else Words("Nothing that the catalogue knows of."),
    ]
    if same:
        parts += [
            Heading("What is the same"),
            Facts([(row.label, row.cells[0].text) for row in same]),
        ]
    if view.why:
        parts += [Heading("For you"), *map(Words, view.why)]
    parts.append(Heading("Ten years from today"))
    parts += [Words(found.text) for found in view.break_even]
    parts += [Words(note) for note in view.notes]
    parts.append(Words(view.assumptions or "", "quiet"))
    named = [
        f"{source.title}, {source.vintage} ({listed(source.stands_for)})"
        for source in view.sources
        if source.stands_for not in (["the description"], ["next steps"])
    ]
    parts.append(Words(f"Sources: {'; '.join(named)}." if named else "", "quiet"))
    return parts
