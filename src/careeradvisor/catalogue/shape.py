"""From parsed TOML to a typed catalogue, and every mismatch on the way."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from .model import (
    PROGRAM,
    SLUG,
    Aid,
    Career,
    Catalogue,
    Degree,
    Head,
    Law,
    Line,
    Program,
    Source,
)
from .salvage import PATTERN_RULES, salvage
from .wording import MOST_COMPLAINTS, Complaint, Place

_T = TypeVar("_T")
_HOW = {
    "sources": "a [sources.ID] table",
    "families": 'a [families] table with a line such as records = "Health records"',
    "careers": "a [careers.ID] table",
}
_KINDS: dict[str, Any] = {
    "sources": Source,
    "families": Line,
    "careers": Career,
    "degrees": Degree,
    "programs": Program,
    "laws": Law,
    "aid": Aid,
}


def catalogue_from(raw: dict[str, Any], found: list[Complaint]) -> Catalogue:
    """Turn a parsed file into a catalogue and add everything that does not fit to ``found``.

    The result is for use only when nothing was found. Otherwise it is there to be
    checked further: what did not fit is replaced by the field's default or by an
    empty value (``""``, 0, the earliest date), which later checks pass over.
    """
    for name in raw:
        if name not in ("catalogue", *_KINDS) and len(found) < MOST_COMPLAINTS:
            found.append(
                Complaint((name,), "is not a table of a catalogue; remove it or rename it")
            )
    values: dict[str, Any] = {"head": shaped(raw.get("catalogue"), Head, ("catalogue",), found)}
    for table, kind in _KINDS.items():
        values[table] = {}
        for name, value in _entries(raw, table, found):
            if len(found) >= MOST_COMPLAINTS:
                break
            place = (table, name)
            if kind is Career and isinstance(value, dict):
                if "id" in value:
                    text = "is not wanted: the table's name is the id"
                    found.append(Complaint((*place, "id"), text))
                value = {**value, "id": name}
            values[table][name] = shaped(value, kind, place, found)
    return Catalogue(**values)


def shaped(raw: Any, kind: type[_T] | Any, place: Place, found: list[Complaint]) -> Any:
    """Convert one value to ``kind``; on failure complain about each part and keep the rest."""
    reason = ""
    if raw is not None:
        try:
            return msgspec.convert(raw, kind)
        except (msgspec.ValidationError, OverflowError) as error:
            reason = str(error)
    before = len(found)
    result = salvage(raw, kind, place, found)
    if len(found) == before < MOST_COMPLAINTS:
        # Should the two ever disagree, what does not fit must still not pass for sound.
        found.append(Complaint(place, f"cannot be used: {reason}"))
    return result


def _entries(raw: dict[str, Any], table: str, found: list[Complaint]) -> list[tuple[str, Any]]:
    entries = raw.get(table)
    if entries is None:
        if table in _HOW:
            found.append(Complaint((table,), f"is missing: add {_HOW[table]}"))
        return []
    if not isinstance(entries, dict):
        how = _HOW.get(table, f"a [{table}.ID] table")
        found.append(Complaint((table,), f"must be a table: write {how}"))
        return []
    if not entries and table in _HOW:
        found.append(Complaint((table,), f"is empty: add {_HOW[table]}"))
    pattern, text = SLUG, f"is not a usable id: it {PATTERN_RULES[SLUG]}"
    if table == "programs":
        pattern = PROGRAM
        text = 'must be named by field and credential level, such as [programs."51.07-1"]'
    wrong = [name for name in entries if len(name) > 60 or not re.fullmatch(pattern, name)]
    found += [Complaint((table, name), text) for name in wrong[:MOST_COMPLAINTS]]
    return list(entries.items())
