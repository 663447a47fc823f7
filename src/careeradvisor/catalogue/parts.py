"""The tables within a part of a catalogue, and the sources that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from .wording import Place

SOURCE_FIELDS = ("source", "sciences_source", "stipend_source", "use_source")


def tables_in(part: Struct, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield a part, every table in it, and where each stands."""
    yield place, part
    for name, field in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
        value = getattr(part, field)
        within: list[tuple[Place, Any]] = [((*place, name), value)]
        if isinstance(value, list):
            within = [((*place, name, at), item) for at, item in enumerate(value)]
        elif isinstance(value, dict):
            within = [((*place, name, key), item) for key, item in value.items()]
        for its_place, item in within:
            if isinstance(item, Struct):
                yield from tables_in(item, its_place)


def named_sources(part: Struct) -> Iterator[tuple[Place, str]]:
    """Yield every source that a table within a part names, and the place of the field."""
    for place, table in tables_in(part):
        for name in SOURCE_FIELDS:
            source = getattr(table, name, None)
            if source is not None:
                yield (*place, name), source


def sourced_parts(part: Struct) -> Iterator[tuple[Place, Any]]:
    """Yield every table with a ``source`` within a part, and its place."""
    for place, table in tables_in(part):
        if hasattr(table, "source"):
            yield place, table
