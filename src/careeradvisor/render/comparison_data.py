"""A comparison as JSON, CSV and Markdown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from careeradvisor.render.career_data import career_fields, catalogue_fields, person_fields
from careeradvisor.render.career_row import COLUMNS, career_row
from careeradvisor.render.comparison import compare, person_line, unknown_money
from careeradvisor.render.format import markdown, markdown_table, print_csv, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects
    from careeradvisor.render.career_row import COLUMNS, career_row
from careeradvisor.render.comparison import Comparison

SCHEMA = "careeradvisor/comparison-1"


def print_comparison(
    prospects: Prospects,
    careers: Sequence[Career],
    person: Answers,
    format: str,
    ranking: Ranking | None = None,
) -> None:
    """Write a comparison to standard output as ``json``, ``csv`` or ``markdown``."""
    comparison = compare(prospects, careers, ranking)
    if format == "json":
        print_json(comparison_fields(comparison, prospects, person))
    elif format == "csv":
        print_csv(
            COLUMNS,
            (career_row(prospect, prospects.catalogue) for prospect in comparison.prospects),
        )
    else:
        sys.stdout.write(_as_markdown(comparison, prospects, person))


def comparison_fields(
    comparison: Comparison, prospects: Prospects, person: Answers
) -> dict[str, Any]:
    """JSON-ready: the careers with all their fields, the rows, and who overtakes whom when."""
    ids = [prospect.career.id for prospect in comparison.prospects]
    careers = []
    for prospect in comparison.prospects:
        fields = career_fields(prospect, prospects.catalogue, person)
        fields.pop("catalogue")
        careers.append(fields)
    return {
        "schema": SCHEMA,
        "catalogue": catalogue_fields(prospects.catalogue),
        "for_you": person_fields(person),
        "rows": [
            {
                "fact": row.key,
                "label": row.label,
                "same": row.same,
                "better": [ids[i] for i in sorted(row.better)],
                "values": dict(zip(ids, row.values, strict=True)),
                "texts": dict(zip(ids, row.texts, strict=True)),
            }
            for row in comparison.rows
        ],
        "break_even": [
            {
                "ahead": found.ahead,
                "behind": found.behind,
                "month": found.month,
                "text": found.text,
            }
            for found in comparison.break_even
        ],
        "why": list(comparison.why),
        "careers": careers,
    }


def _as_markdown(comparison: Comparison, prospects: Prospects, person: Answers) -> str:
    from careeradvisor.prospects.earnings import ASSUMPTIONS

    titles = [prospect.career.title for prospect in comparison.prospects]
    rows = [
        (
            row.label,
            *(f"{text}{' ✓' if i in row.better else ''}" for i, text in enumerate(row.texts)),
        )
        for row in [*comparison.different, *comparison.same]
    ]
    parts = [
        markdown_table(("", *titles), rows),
        markdown("✓ the better one, where it is plain which is better.") + "\n",
        *(markdown(sentence) + "\n" for sentence in comparison.why),
        *(markdown(found.text) + "\n" for found in comparison.break_even),
    ]
    for text in (unknown_money(comparison), ASSUMPTIONS, person_line(prospects, person)):
        if text:
            parts.append(markdown(text) + "\n")
    return "\n".join(parts)
