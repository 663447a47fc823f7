"""The tables within a part of a catalogue, and their fields that name sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from .wording import Place

SOURCE_FIELDS = (
    *("source", "sciences_source", "states_source", "stipend_source", "use_source"),
    "completion_source",
)


def tables_in(part: Struct, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Yield a part, every table in it, and where each stands."""
    yield place, part
    for name, field in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
        value = getattr(part, field)
        if isinstance(value, Struct):
            yield from tables_in(value, (*place, name))
        elif isinstance(value, (list, dict)):
            for key, item in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(item, Struct):
                    yield from tables_in(item, (*place, name, key))
