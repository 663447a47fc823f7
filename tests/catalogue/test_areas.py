from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue.areas import (
    STATES,
    all_areas,
    area_named,
    area_with,
    areas_of,
    state_code,
    state_name,
)
from careeradvisor.errors import BadCatalogue, WrongUse


@pytest.mark.parametrize("code", STATES)
def test_codes_and_names_lead_to_each_other(code: str) -> None:
    name = STATES[code]
    assert state_name(code) == name
    for text in (code, code.lower(), f" {code} ", name, name.upper(), name.replace(" ", "-")):
        assert state_code(text) == code


def test_fifty_states_and_four_more() -> None:
    assert len(STATES) == 54
    assert {"DC", "PR", "GU", "VI"} < set(STATES)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("D.C.", "DC"),
        ("Washington DC", "DC"),
        ("Washington, DC", "DC"),
        ("washington, d.c.", "DC"),
        ("Washington", "WA"),
        ("US Virgin Islands", "VI"),
    ],
)
def test_other_spellings(text: str, code: str) -> None:
    assert state_code(text) == code


def test_an_unknown_state() -> None:
    with pytest.raises(WrongUse) as caught:
        state_code("Califronia")
    assert caught.value.message == (
        "'Califronia' is not a US state. Did you mean California (CA)? "
        "Give a two-letter code such as CA, or the name."
    )
    for text in ("", "XX", "\x1b[31m", "x" * 1_000_000):
        with pytest.raises(WrongUse) as caught:
            state_code(text)
        assert caught.value.message.isprintable()
        assert len(caught.value.message) < 300


def test_areas_are_found_by_its_code_and_by_its_name() -> None:
    areas = all_areas()
    assert len(areas) == 528
    for area in (*areas[::12], *(area for area in areas if len(area.states) > 2)):
        assert area_with(area.code) == area
        assert area_named(area.code) == area_named(area.name) == area_named(area.name.upper())
        assert area_named(area.name) == area
        for state in area.states:
            assert area in areas_of(state)
            assert area_named(area.name.partition(",")[0], state) == area


@pytest.mark.parametrize(
    ("text", "state", "name"),
    [
        ("Houston", None, "Houston-Pasadena-The Woodlands, TX"),
        ("the woodlands", "TX", "Houston-Pasadena-The Woodlands, TX"),
        ("Houston, TX", None, "Houston-Pasadena-The Woodlands, TX"),
        ("Camden", "NJ", "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("Philadelphia, NJ", None, "Philadelphia-Camden-Wilmington, PA-NJ-DE-MD"),
        ("Border Region of Texas", None, "Border Region of Texas nonmetropolitan area"),
        ("hill country", "TX", "Hill Country Region of Texas nonmetropolitan area"),
        ("St Louis", None, "St. Louis, MO-IL"),
        ("coeur dalene", None, "Coeur d'Alene, ID"),
        ("Louisville", None, "Louisville/Jefferson County, KY-IN"),
        ("Columbus", "OH", "Columbus, OH"),
        ("Columbus GA", None, "Columbus, GA-AL"),
        # Four letters of a name are enough, three are not.
        ("oodl", "TX", "Houston-Pasadena-The Woodlands, TX"),
    ],
)
def test_areas_by_what_people_call_them(text: str, state: str | None, name: str) -> None:
    assert area_named(text, state).name == name


@pytest.mark.parametrize(
    ("text", "state", "message"),
    [
        ("Columbus", None,
         '\'Columbus\' can be any of "Columbus, GA-AL"; "Columbus, IN"; "Columbus, OH". '
         "Give more of the name."),
        ("Huston", None, "'Huston' is not an area of the wage survey. "
         'Did you mean "Houston-Pasadena-The Woodlands, TX"?'),
        ("Houston", "CA", "'Houston' is not an area in California. It is the name of "
         '"Houston-Pasadena-The Woodlands, TX". Give that state, or another area.'),
        ("xyz", "RI",
         "'xyz' is not an area in Rhode Island. Its areas are \"Providence-Warwick, RI-MA\"."),
        ("", None, "'' is not an area of the wage survey. "
         "Give the name of a city, such as Houston, or of a rural area."),
    ],
)  # fmt: skip
def test_areas_that_are_none_or_many(text: str, state: str | None, message: str) -> None:
    with pytest.raises(WrongUse) as caught:
        area_named(text, state)
    assert caught.value.message == message


@pytest.mark.parametrize("text", ["\x1b[31m", "x" * 1_000_000, "-", "\ud800", "odl"])
def test_hostile_names_of_areas(text: str) -> None:
    with pytest.raises(WrongUse) as caught:
        area_named(text)
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 300


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("26420,TX", "must be of the form 26420,TX,Houston: code, states and name"),
        ("26420,TX,Houston, TX", "must be of the form 26420,TX"),
        ("26420,XX,Houston", "XX is not a state's two-letter code"),
        ("10180,TX,Abilene", "10180 is there twice"),
    ],
)
def test_a_damaged_table_of_areas(tmp_path: Path, line: str, problem: str) -> None:
    (tmp_path / "wages").mkdir()
    table = tmp_path / "wages" / "areas.csv"
    table.write_text(f"area,states,name\n10180,TX,Abilene\n{line}\n")
    with pytest.raises(BadCatalogue) as caught:
        all_areas(tmp_path / "careers.toml")
    assert caught.value.problems[0].startswith(f"{table}:3: ")
    assert problem in caught.value.problems[0]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "1: the first line must be area,states,name"),
        (b"area,name\n", "1: the first line must be area,states,name"),
        (b"area,states,name\n10180,TX,Abil\xe8ne\n", "2: a letter is not in UTF-8 (byte 0xE8)"),
    ],
)
def test_a_table_of_areas_that_is_none(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "wages").mkdir()
    table = tmp_path / "wages" / "areas.csv"
    table.write_bytes(content)
    with pytest.raises(BadCatalogue) as caught:
        all_areas(tmp_path / "careers.toml")
    (found,) = caught.value.problems
    assert found.startswith(f"{table}:{problem}")
    assert "Put right what is listed, or take the file away." in caught.value.message
