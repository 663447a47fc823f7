"""data/wages.csv: wages by state, of the occupations that the catalogue uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tools.bls import WageRow

HEADER = "soc,area,p10,p25,p50,p75,p90,employment"


def state_table(
    rows: Mapping[tuple[str, str], WageRow], wanted: Collection[str]
) -> tuple[str, list[str]]:
    """Return the table's text, and the wanted SOC codes that have no row in any state."""
    lines = [HEADER]
    seen = set()
    for area, soc in sorted(rows):
        if soc in wanted:
            row = rows[area, soc]
            figures = (row.p10, row.p25, row.median, row.p75, row.p90, row.employment)
            cells = ["" if figure is None else str(figure) for figure in figures]
            lines.append(",".join([soc, area, *cells]))
            seen.add(soc)
    return "\n".join(lines) + "\n", sorted(set(wanted) - seen)


def compared(old: str, new: str) -> str:
    """How much of the table has changed, in a few words."""
    before, after = _by_key(old), _by_key(new)
    added, removed = len(after.keys() - before.keys()), len(before.keys() - after.keys())
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    return f"{len(after):,} lines; {changed:,} changed, {added:,} added, {removed:,} removed"


def _by_key(text: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    rows = (tuple(line.split(",")) for line in text.splitlines()[1:])
    return {row[:2]: row[2:] for row in rows}
