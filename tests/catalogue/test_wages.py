from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.location import wages_path
from careeradvisor.catalogue.wages import (
    STATES,
    Wages,
    state_code,
    state_name,
    state_wages,
    wage_problems,
)
from careeradvisor.errors import BadCatalogue, CareerAdvisorError, FileProblem, WrongUse

TABLE = """\
soc,area,p10,p25,p50,p75,p90,employment
29-1141,AL,50000,60000,70000,80000,90000,1000
29-1141,CA,80000,90000,120000,150000,180000,300000
29-2072,CA,35000,42000,60000,,,
29-1141,WY,50000,60000,70000,80000,90000,1000
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of somebody's own with wages beside it."""
    (tmp_path / "wages.csv").write_text(TABLE)
    return tmp_path / "careers.toml"


def test_the_wages_of_one_state(catalogue: Path) -> None:
    assert state_wages("CA", catalogue) == {
        "29-1141": Wages(80_000, 90_000, 120_000, 150_000, 180_000, 300_000),
        "29-2072": Wages(35_000, 42_000, 60_000),
    }
    assert list(state_wages("AL", catalogue)) == ["29-1141"]
    assert list(state_wages("WY", catalogue)) == ["29-1141"]
    assert state_wages("TX", catalogue) == {}
    assert state_wages("é", catalogue) == {}


def test_windows_line_ends_and_a_byte_order_mark(catalogue: Path) -> None:
    path = catalogue.parent / "wages.csv"
    same = state_wages("CA", catalogue)
    path.write_bytes(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode())
    assert state_wages("CA", catalogue) == same
    path.write_text(TABLE.removesuffix("\n"))
    assert list(state_wages("WY", catalogue)) == ["29-1141"]


def test_wages_beside_the_catalogue_or_the_bundled_ones(tmp_path: Path) -> None:
    catalogue = tmp_path / "careers.toml"
    assert wages_path(catalogue) == wages_path(None)
    (tmp_path / "wages.csv").write_text(TABLE)
    assert wages_path(catalogue) == tmp_path / "wages.csv"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("29-2072,CA,1", "has 3 columns; it needs 8, without quotes"),
        ("29-2072,CA,1.5,,,,,", "(1.5) must be a whole number"),
        ("29-2072,CA,-1,,,,,", "(-1) must be a whole number"),
        ("29-2072,CA,#,,,,,", "(#) must be a whole number"),
        ("29-2072,CA,99999999999,,,,,", "must be a whole number"),
        ("x,CA,1,,,,,", "soc (x) must be a SOC code, such as 29-2072"),
        ("\x1b[31m,CA,1,,,,,", r"soc (\x1b[31m) must be a SOC code"),
    ],
)
def test_a_broken_line_of_the_state(catalogue: Path, line: str, problem: str) -> None:
    path = catalogue.parent / "wages.csv"
    path.write_text(TABLE + line + "\n")
    with pytest.raises(BadCatalogue) as caught:
        state_wages("CA", catalogue)
    assert f"{path}:6: " in caught.value.message
    assert problem in caught.value.message
    assert caught.value.problems[0].startswith(f"{path}:6: ")
    # Nobody who asks for another state is kept from it.
    assert state_wages("AL", catalogue)
    assert [number for number, _text in wage_problems(path)] == [6]


def test_a_table_of_something_else(catalogue: Path) -> None:
    (catalogue.parent / "wages.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadCatalogue, match="the first line must be soc,area,p10"):
        state_wages("CA", catalogue)


def test_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careeradvisor.catalogue.location.bundled_data", lambda: tmp_path)
    with pytest.raises(FileProblem, match="There is no file"):
        state_wages("CA")
    (tmp_path / "wages.csv").mkdir()
    with pytest.raises(FileProblem, match="is a folder"):
        state_wages("CA")


def test_all_problems_of_a_table(catalogue: Path) -> None:
    path = catalogue.parent / "wages.csv"
    path.write_text(
        TABLE + "29-1141,WY,1,,,,,\n29-2072,ZZ,1,,,,,\n29-2072,WY,9,8,7,,,\n\n29-2072,WA,,,,,,\n"
    )
    assert wage_problems(path) == [
        (6, "29-1141 is there twice for this area"),
        (7, "area (ZZ) must be a state's two-letter code"),
        (8, "p10 (9) is above p25 (8)"),
        (8, "p25 (8) is above median (7)"),
    ]


@given(st.binary(max_size=100))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("wages")
    (folder / "wages.csv").write_bytes(TABLE.encode()[:40] + data + b",CA,")
    with suppress(CareerAdvisorError):
        state_wages("CA", folder / "careers.toml")
    wage_problems(folder / "wages.csv")


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
    ("text", "code"), [("D.C.", "DC"), ("Washington DC", "DC"), ("US Virgin Islands", "VI")]
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


def test_the_bundled_table(bundled: Path) -> None:
    path = bundled.parent / "wages.csv"
    assert wage_problems(path) == []
    assert len(state_wages("CA")) > 50
