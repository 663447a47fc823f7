"""The JSON Schema of a catalogue, for editors that complete and check TOML as it is typed."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import Any

import msgspec

from . import model
from .model import PROGRAM, SLUG, Catalogue

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "careeradvisor catalogue"
_ID_RULE = {"pattern": SLUG, "maxLength": 60}

# Fields that mean the same in whichever table they are; the model describes all others.
_ALIKE = {
    "p10": "A tenth earn less than this, in dollars a year.",
    "p25": "A quarter earn less than this, in dollars a year.",
    "median": "Half earn less than this, in dollars a year.",
    "p75": "Three quarters earn less than this, in dollars a year.",
    "p90": "Nine tenths earn less than this, in dollars a year.",
    "rse": "Relative standard error of the mean wage, in percent.",
    "source": "The id of the source in [sources] that this table's figures come from.",
    "why": "Why, in a sentence or two.",
    "note": "What a reader should know about these figures.",
    "notes": "What a reader should know about it.",
    "title": "What it is called.",
    "as_of": "The day on which this was so, such as 2026-11-01.",
    "url": "The web address of the page that says so.",
}


def catalogue_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a catalogue, with a description of every field.

    It covers what types can say; ``catalogue check`` also checks what they cannot.
    """
    schema = msgspec.json.schema(Catalogue)
    tables: dict[str, Any] = schema["$defs"]
    descriptions = _descriptions()
    # The id is the table's name; it is no field that one could write.
    del tables["Career"]["properties"]["id"]
    for name, table in tables.items():
        table["description"] = " ".join(table["description"].replace("``", "").split())
        properties = table["properties"]
        for field in msgspec.structs.fields(getattr(model, name)):
            if (rule := properties.get(field.encode_name)) is not None:
                text = descriptions.get(f"{name}.{field.name}") or _ALIKE.get(field.name, "")
                properties[field.encode_name] = {**_without_null(rule), "description": text}
    programs = tables["Catalogue"]["properties"]["programs"]
    programs["propertyNames"] = {"pattern": PROGRAM}
    for table_of_ids in ("sources", "families", "careers", "degrees", "laws", "aid"):
        tables["Catalogue"]["properties"][table_of_ids]["propertyNames"] = dict(_ID_RULE)
    return {"$schema": DRAFT, "title": TITLE, **schema}


def _descriptions() -> dict[str, str]:
    """What stands under each field in the source of the model, by class and name."""
    found: dict[str, str] = {}
    for kind in ast.parse(inspect.getsource(model)).body:
        for field, under in pairwise(getattr(kind, "body", ())):
            match kind, field, under:
                case (
                    ast.ClassDef(name=table),
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found[f"{table}.{name}"] = " ".join(text.split())
    return found


def _without_null(rule: dict[str, Any]) -> dict[str, Any]:
    """Take null out: TOML does not have it, and a field that is not known is left out."""
    rule = {name: value for name, value in rule.items() if name != "default"}
    choices = [item for item in rule.pop("anyOf", ()) if item != {"type": "null"}]
    if choices:
        rule.update(choices[0] if len(choices) == 1 else {"anyOf": choices})
    if "enum" in rule:
        rule["enum"] = [item for item in rule["enum"] if item is not None]
    return rule
