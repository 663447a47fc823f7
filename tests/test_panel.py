"""The panel: what a counsellor would expect for ten people (tests/panel.toml, design 4.15)."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.inside import Inside

PANEL: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("panel.toml").read_text(encoding="utf-8")
)
SHOWN = 5

# What still waits for something, and for what. A row leaves this table when it holds.
WAITING: dict[str, str] = {}


def asked(person: str) -> Any:
    marks = [pytest.mark.xfail(reason=WAITING[person], strict=False)] if person in WAITING else []
    return pytest.param(PANEL[person], id=person, marks=marks)


@pytest.mark.parametrize("person", [asked(name) for name in PANEL])
def test_a_counsellor_would_agree(person: dict[str, Any], tmp_path: Path) -> None:
    inside = Inside(tmp_path)
    asks = ["quiz", "--no-input", *person["asks"]]
    told = inside.check(*asks, "--format", "json")
    assert told.code == 0, told.err
    answer = json.loads(told.out)
    starts = [match["id"] for match in answer["matches"]]
    later = [entry["id"] for entry in answer["later"]]
    five = starts[:SHOWN]
    if person.get("nothing"):
        assert starts == []
        return
    assert starts
    if "first" in person:
        assert five[0] in person["first"]
    found = [career for career in five if career in person.get("among", ())]
    assert len(found) >= person.get("at_least", 0), five
    assert not set(five).intersection(person.get("absent", ())), five
    assert set(person.get("later", ())) <= set(later)
    words = " ".join(inside.check(*asks).out.split())
    for text in person.get("said", ()):
        assert text in words
    for text in person.get("unsaid", ()):
        assert text not in words


def test_every_person_expects_something() -> None:
    expectations = {"first", "among", "absent", "later", "said", "nothing"}
    for name, person in PANEL.items():
        assert expectations.intersection(person), name
        assert (
            {"story", "asks"}
            <= person.keys()
            <= expectations | {*("story", "asks", "at_least", "unsaid")}
        ), name
