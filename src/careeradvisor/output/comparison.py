"""How a comparison is laid out: what differs, what is the same, who is ahead and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Cell, Facts, Heading, PayPicture, Table, Words, side_by_side
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.output.parts import Part
    from careeradvisor.views.comparison import ComparisonView


_PAY = "8 in 10 earn"


def comparison_page(view: ComparisonView) -> list[Part]:
    """Careers side by side, differences first."""
    same = [row for row in view.rows if row.same]
    differs = what_differs(view)
    parts: list[Part] = [
        Heading(" / ".join(career.title for career in view.careers), level=1),
        Heading("What differs"),
        differs if differs.rows else Words("Nothing that the catalogue knows of."),
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


def what_differs(view: ComparisonView) -> Table:
    """What differs, the better marked; below the range of pay its pictures."""
    rows: list[list[Cell | str]] = []
    for row in view.rows:
        if row.same:
            continue
        cells = (Cell(cell.text, "better" if cell.better else "") for cell in row.cells)
        rows.append([row.label, *cells])
        if row.label == _PAY:
            pays = ((c.p10, c.p25, c.median, c.p75, c.p90) for c in view.careers)
            rows.append(["", *(Cell(picture=PayPicture(pay, view.target)) for pay in pays)])
    return side_by_side([career.title for career in view.careers], rows)
