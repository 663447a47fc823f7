"""A ladder as JSON, CSV and Markdown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from careeradvisor.render import words
from careeradvisor.render.career_data import catalogue_fields, pay_fields
from careeradvisor.render.format import dollars, markdown, print_csv, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careeradvisor.prospects import Prospects
    from careeradvisor.render.format import Value
    from careeradvisor.render.ladder_tree import Ladder, Node

SCHEMA = "careeradvisor/ladder-1"
_COLUMNS = (
    "direction",
    "depth",
    "from",
    "to",
    "id",
    "title",
    "median",
    "study_months_shortest",
    "study_months_longest",
    "experience_months",
    "takes",
    "source",
)


def print_ladder(prospects: Prospects, ladder: Ladder, format: str) -> None:
    """Write a ladder to standard output as ``json``, ``csv`` or ``markdown``."""
    if format == "json":
        print_json(ladder_fields(prospects, ladder))
    elif format == "csv":
        root = ladder.career.id
        rows = [
            *_rows(prospects, ladder.leads_to, "leads_to", 1, root),
            *_rows(prospects, ladder.comes_from, "comes_from", 1, root),
        ]
        print_csv(_COLUMNS, rows)
    else:
        sys.stdout.write(_as_markdown(prospects, ladder))


def ladder_fields(prospects: Prospects, ladder: Ladder) -> dict[str, Any]:
    """JSON-ready: both trees; ``again`` names careers that stand elsewhere in the same tree."""
    career = ladder.career
    return {
        "schema": SCHEMA,
        "catalogue": catalogue_fields(prospects.catalogue),
        "id": career.id,
        "title": career.title,
        "pay": pay_fields(prospects[career.id]),
        "leads_to": [_fields(prospects, node, "leads_to") for node in ladder.leads_to],
        "comes_from": [_fields(prospects, node, "comes_from") for node in ladder.comes_from],
    }


def _fields(prospects: Prospects, node: Node, direction: str) -> dict[str, Any]:
    prospect = prospects[node.id]
    return {
        "id": node.id,
        "title": prospect.career.title,
        "pay": pay_fields(prospect),
        "takes": node.step.takes,
        "study": None if node.step.study is None else list(node.step.study),
        "experience": node.step.experience,
        "source": node.step.source,
        direction: [_fields(prospects, below, direction) for below in node.below],
        "again": list(node.again),
    }


def _rows(
    prospects: Prospects, nodes: Sequence[Node], direction: str, depth: int, above: str
) -> Iterator[tuple[Value, ...]]:
    for node in nodes:
        prospect = prospects[node.id]
        shortest, longest = node.step.study or (None, None)
        ends = (above, node.id) if direction == "leads_to" else (node.id, above)
        yield (
            direction,
            depth,
            *ends,
            node.id,
            prospect.career.title,
            prospect.pay.median,
            shortest,
            longest,
            node.step.experience,
            node.step.takes,
            node.step.source,
        )
        yield from _rows(prospects, node.below, direction, depth + 1, node.id)


def _as_markdown(prospects: Prospects, ladder: Ladder) -> str:
    lines = [f"# {markdown(ladder.career.title)}"]
    for head, nodes in (
        ("What it leads to", ladder.leads_to),
        ("What leads to it", ladder.comes_from),
    ):
        lines += ["", f"## {head}", "", *_items(prospects, nodes, "")]
        if not nodes:
            lines.append("Nothing.")
    return "\n".join(lines) + "\n"


def _items(prospects: Prospects, nodes: Sequence[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        prospect = prospects[node.id]
        text = words.joined(
            [
                dollars(prospect.pay.median),
                words.step_words(node.step.study, node.step.experience),
                node.step.takes,
            ],
            "; ",
        )
        yield f"{indent}- **{markdown(prospect.career.title)}**: {markdown(text)}"
        yield from _items(prospects, node.below, f"{indent}  ")
