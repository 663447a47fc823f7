"""Write docs/json.md from the views: ``python -m tools.json_document``.

Each view's JSON Schema (:func:`careeradvisor.output.json.schema_of`) becomes tables, with the
docstrings of the structs as explanation. A test holds the file to it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from careeradvisor.output.json import schema_of
from careeradvisor.views.base import View
from careeradvisor.views.career import CareerView
from careeradvisor.views.cohort import CohortRowView
from careeradvisor.views.comparison import ComparisonView
from careeradvisor.views.ladder import LadderView
from careeradvisor.views.listing import ListingView
from careeradvisor.views.moves import MovesView
from careeradvisor.views.plan import PlanView
from careeradvisor.views.ranking import RankingView
from careeradvisor.views.why import WhyView

VIEWS: dict[type[View], str] = {
    RankingView: "`quiz`",
    WhyView: "`why`",
    PlanView: "`plan`",
    CareerView: "`show`",
    ComparisonView: "`compare`",
    ListingView: "`list`",
    MovesView: "`list --from`",
    LadderView: "`ladder`",
    CohortRowView: "`quiz --profiles`, one a line",
}
PATH = Path(__file__).parents[1] / "docs" / "json.md"
_INTRODUCTION = """# JSON

`--format json` prints one JSON document on standard output and nothing else there. It is what the
page says, as data: figures are rounded, and `schema` names the shape. Keys may be added; none is
renamed, removed or given another meaning without a new schema name. What is not known is `null`,
never 0 and never a guess. Money is US dollars a year, times are months, shares run from 0 to 1;
two numbers in a list are the shortest and the longest.

This page is made from the program's own JSON Schemas (`python -m tools.json_document`).
"""


def document() -> str:
    """The whole page."""
    parts: dict[str, dict[str, Any]] = {}
    texts = [_INTRODUCTION]
    for view, command in VIEWS.items():
        name = str(view.__struct_config__.tag)
        schema = schema_of(view, name)
        parts |= schema["$defs"]
        texts.append(f"## {name}\n\nFrom {command}. {_table(parts.pop(view.__name__))}")
    texts.append("## Parts\n")
    texts += [f"### {title}\n\n{_table(parts[title])}" for title in sorted(parts)]
    return "\n".join(texts)


def _table(schema: dict[str, Any]) -> str:
    told = re.sub(r":\w+:`([^`]*)`", r"`\1`", schema.get("description", "")).replace("``", "`")
    told = told.replace("`None`", "`null`")
    paragraphs = [" ".join(text.split()) for text in told.split("\n\n")]
    rows = [f"| `{name}` | {_type(kind)} |" for name, kind in schema["properties"].items()]
    return "\n".join(["\n\n".join(paragraphs), "", "| key | value |", "|---|---|", *rows, ""])


def _type(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        name = kind["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_type(one) for one in kind["anyOf"])
    if "enum" in kind:
        return " or ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        if "prefixItems" in kind:
            return f"{len(kind['prefixItems'])} × {_type(kind['prefixItems'][0])}"
        return f"list of {_type(kind['items'])}"
    return str(kind.get("type", "anything"))


if __name__ == "__main__":
    PATH.write_text(document(), encoding="utf-8")
