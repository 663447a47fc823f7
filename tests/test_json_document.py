"""docs/json.md names every key that the commands print, and the commands print what it names."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from careeradvisor.catalogue import model
from careeradvisor.criteria import ALL

DOCUMENT = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z0-9_]+)`", DOCUMENT))
DATA = {"catalogue", "texts", "values", "source_details"}
"""Objects whose own keys are ids or are described where they stand."""

COMMANDS = {
    "ranking-1": "quiz --no-input --patient-contact none --schooling 9 --salary 45k "
    "--must schooling --priorities salary",
    "ranking-1 nothing left": "quiz --no-input --remote only --salary 2000000 --must salary "
    "--must remote",
    "career-1": "show coder",
    "comparison-1": "compare coder nucmed",
    "careers-1": "list --family nursing",
    "ladder-1": "ladder coder --depth 1",
}


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in DATA:
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def catalogue_keys() -> set[str]:
    """Keys of the catalogue's own fields, which docs/catalogue.md explains."""
    return {
        field.encode_name
        for part in vars(model).values()
        if isinstance(part, type) and issubclass(part, msgspec.Struct)
        for field in msgspec.structs.fields(part)
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_key_is_documented(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "careeradvisor", *COMMANDS[name].split(), "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    schema = name.split()[0]
    assert next(iter(found)) == "schema"
    assert found["schema"] == f"careeradvisor/{schema}"
    assert f"`careeradvisor/{schema}`" in DOCUMENT
    whole = catalogue_keys()
    unnamed = {key for key in keys(found) if key not in NAMED | whole | DATA | {c.key for c in ALL}}
    assert unnamed == {"schema"} - NAMED
