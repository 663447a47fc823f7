from __future__ import annotations

import json
from typing import Any

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.salvage import PATTERN_RULES
from careeradvisor.catalogue.schema import _ALIKE, catalogue_schema

# The name of a table, which checks of its own say in words.
PROGRAM_NAME = r"^[0-9]{2}\.[0-9]{2}-[1-8]$"


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = catalogue_schema()["$defs"]
    return tables


def test_every_field_and_table_is_described_and_nothing_else() -> None:
    described = set()
    for name, table in _tables().items():
        assert table["description"]
        assert "``" not in table["description"]
        assert table["additionalProperties"] is False
        for field, rule in table["properties"].items():
            assert rule["description"], f"{name}.{field}"
            described |= {f"{name}.{field}", field}
    assert set(_ALIKE) <= described


def test_it_is_json_without_null() -> None:
    text = json.dumps(catalogue_schema())
    assert "null" not in text
    assert catalogue_schema()["$schema"].startswith("https://json-schema.org/")
    assert catalogue_schema()["$ref"] == "#/$defs/Catalogue"


def test_it_uses_the_files_own_names() -> None:
    tables = _tables()
    assert "from" in tables["Route"]["properties"]
    assert "id" not in tables["Career"]["properties"]
    assert set(tables["Catalogue"]["properties"]) == {
        *("catalogue", "sources", "families", "careers", "degrees", "programs", "laws", "aid")
    }
    assert tables["Catalogue"]["properties"]["careers"]["propertyNames"]["maxLength"] == 60
    assert tables["Route"]["properties"]["education"]["enum"]


def test_every_pattern_of_the_model_has_words() -> None:
    def patterns(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["pattern"]} if isinstance(value.get("pattern"), str) else set()
            return own.union(*(patterns(item) for item in value.values()))
        return (
            set().union(*(patterns(item) for item in value)) if isinstance(value, list) else set()
        )

    assert patterns(catalogue_schema()) - {PROGRAM_NAME} == set(PATTERN_RULES)


def test_making_it_changes_nothing() -> None:
    assert catalogue_schema() == catalogue_schema()
    assert Catalogue.__struct_fields__[:4] == ("head", "sources", "families", "careers")
