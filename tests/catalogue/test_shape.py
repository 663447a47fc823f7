from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.catalogue import shape
from careeradvisor.catalogue.model import Career
from careeradvisor.catalogue.shape import catalogue_from, shaped
from careeradvisor.catalogue.wording import Complaint
from tests.helpers import career_table, catalogue_table


def test_a_sound_table_becomes_objects() -> None:
    found: list[Complaint] = []
    catalogue = catalogue_from(catalogue_table(), found)
    assert found == []
    assert catalogue.careers["coder"].id == "coder"


def test_the_tables_are_left_as_they_were() -> None:
    table = catalogue_table()
    catalogue_from(table, [])
    assert table == catalogue_table()


def test_what_is_sound_is_kept() -> None:
    found: list[Complaint] = []
    table = career_table(id="coder", aliases=["a", 3], remote={"level": 9, "why": "x"})
    career = shaped(table, Career, ("careers", "coder"), found)
    assert career.title == "Medical coder"
    assert career.aliases == ["a", ""]
    assert career.remote.why == "x"
    assert {complaint.place[2:] for complaint in found} == {
        ("aliases", 1),
        ("remote", "level"),
        ("remote", "entry"),
        ("remote", "source"),
    }


@pytest.mark.parametrize("raw", [None, 3, [], {}, {"title": {}}, {"routes": [[]]}])
def test_anything_becomes_a_career_that_checks_can_go_through(raw: Any) -> None:
    found: list[Complaint] = []
    assert isinstance(shaped(raw, Career, ("careers", "x"), found), Career)
    assert found


def test_what_does_not_fit_never_passes_for_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shape, "salvage", lambda *args: None)
    found: list[Complaint] = []
    shaped({"title": 1}, Career, ("careers", "x"), found)
    assert [complaint.place for complaint in found] == [("careers", "x")]
