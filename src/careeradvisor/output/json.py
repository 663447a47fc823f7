"""A view as JSON, and the schema of that JSON."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import msgspec

from careeradvisor.text import is_clean, is_hidden

if TYPE_CHECKING:
    from careeradvisor.views.base import View

_BEYOND_ASCII = r"[^\x20-\x7e\n]"


def json_text(view: object, encoding: str | None = "utf-8") -> str:
    """A view, or plain values, as JSON that ends with a line end.

    What cannot be seen is escaped; so is all beyond ASCII where ``encoding`` is not UTF-8.
    """
    return _readable(msgspec.json.format(msgspec.json.encode(view), indent=2).decode(), encoding)


def json_line(view: object, encoding: str | None = "utf-8") -> str:
    """A view as one line of JSON, as :func:`json_text` else."""
    return _readable(msgspec.json.encode(view).decode(), encoding)


def _readable(text: str, encoding: str | None) -> str:
    ascii_only = (encoding or "utf-8").lower().replace("-", "") not in ("utf8", "utf8sig")
    if ascii_only or not is_clean(text.replace("\n", "")):
        text = re.sub(
            _BEYOND_ASCII, lambda c: _escaped(c[0]) if ascii_only or is_hidden(c[0]) else c[0], text
        )
    return f"{text}\n"


def print_json(view: object) -> None:
    """Write a view as JSON to standard output."""
    sys.stdout.write(json_text(view, sys.stdout.encoding))


def schema_of(kind: type[View], id: str) -> dict[str, Any]:
    """The JSON Schema of a view; ``id`` is its name, such as ``careeradvisor/ranking-2``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": id,
        **msgspec.json.schema(kind),
    }


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
