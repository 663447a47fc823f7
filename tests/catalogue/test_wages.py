from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.folder import problems_beside
from careeradvisor.catalogue.location import wages_path
from careeradvisor.catalogue.wages import Wages, local_wages, read_wages, settings_of
from careeradvisor.errors import BadCatalogue, CareerAdvisorError, FileProblem
from tests.facts import read
from tests.helpers import write_catalogue

HEADER = "soc,area,p10,p25,p50,p75,p90,employment,rse\n"
NATION = HEADER + "00-0000,US,30000,38000,50000,80000,120000,155000000,0.1\n"
TEXAS = (
    HEADER
    + """\
00-0000,TX,28000,35000,45000,75000,110000,13000000,0.2
29-1141,TX,50000,60000,70000,80000,90000,1000,1.5
29-2072,TX,35000,42000,60000,,,,31.0
29-1141,26420,55000,65000,75000,+,+,300,2.0
29-2072,26420,,,,,,70,
29-1151,26420,,,,,,,
29-1141,45500,40000,50000,60000,70000,80000,50,9.9
"""
)
ARKANSAS = HEADER + "00-0000,AR,1000,1001,40000,,,,\n29-1141,AR,45000,,55000,,,800,\n"
AREAS = "area,states,name\n26420,TX,Houston\n45500,TX-AR,Texarkana\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of somebody's own with wages beside it."""
    folder = tmp_path / "wages"
    folder.mkdir()
    for name, text in (("US", NATION), ("TX", TEXAS), ("AR", ARKANSAS), ("areas", AREAS)):
        (folder / f"{name}.csv").write_text(text)
    return tmp_path / "careers.toml"


def test_the_wages_of_a_state(catalogue: Path) -> None:
    texas = local_wages("TX", catalogue=catalogue)
    assert (texas.name, texas.state, texas.area, texas.ratio) == ("Texas", "TX", None, 0.9)
    (found,) = texas.wages("29-1141")
    assert found.wages == Wages(50_000, 60_000, 70_000, 80_000, 90_000, 1_000, 1.5)
    assert (found.where, found.fallback, found.employment) == ("Texas", False, 1_000)
    assert texas.wages("29-9999") == []
    assert texas.employment("29-9999") is None


def test_the_wages_of_an_area_and_of_the_state_where_it_has_none(catalogue: Path) -> None:
    houston = local_wages("TX", "26420", catalogue)
    assert houston.name == "Houston, TX"
    own, states = houston.wages("29-1141")
    assert own.wages == Wages(55_000, 65_000, 75_000, None, None, 300, 2.0, top_coded=True)
    assert (own.where, own.fallback) == ("Houston, TX", False)
    assert (states.where, states.fallback, states.wages.p10) == ("Texas", True, 50_000)
    (wider,) = houston.wages("29-2072")
    assert wider.wages.p10 == 35_000
    assert (wider.where, wider.fallback, wider.employment) == ("Texas", True, 70)
    assert houston.wages("29-1151") == []
    # Whatever it shows, the ratio is that of the state.
    assert houston.ratio == 0.9


def test_an_area_in_two_states_is_read_from_the_first_and_falls_back_to_the_one_given(
    catalogue: Path,
) -> None:
    texarkana = local_wages("AR", "45500", catalogue)
    own = texarkana.wages("29-1141")[0]
    assert own.wages.p10 == 40_000
    assert (texarkana.name, texarkana.state, texarkana.ratio) == ("Texarkana, TX-AR", "AR", 0.8)
    assert texarkana.wages("29-2072") == []


def test_an_area_that_is_no_longer_known_counts_as_none(catalogue: Path) -> None:
    assert local_wages("TX", "99999", catalogue).name == "Texas"


def test_windows_line_ends_and_a_byte_order_mark(catalogue: Path) -> None:
    same = local_wages("TX", "26420", catalogue).here
    path = catalogue.parent / "wages" / "TX.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TEXAS.replace("\n", "\r\n").encode())
    assert local_wages("TX", "26420", catalogue).here == same
    path.write_text(TEXAS.removesuffix("\n"))
    assert local_wages("TX", "26420", catalogue).here == same


def test_what_the_folder_does_not_have_is_the_bundled_one_s(catalogue: Path) -> None:
    assert local_wages("CA", catalogue=catalogue).here == local_wages("CA").here
    (catalogue.parent / "wages" / "areas.csv").unlink()
    assert local_wages("TX", "26420", catalogue).name.startswith("Houston-")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("29-2081,TX,1", "has 3 columns; it needs 9, without quotes"),
        ("29-2081,TX,30000.5,,,,,,", "p10 (30000.5) must be dollars a year in whole numbers"),
        ("29-2081,TX,-30000,,,,,,", "p10 (-30000) must be dollars a year"),
        ("29-2081,TX,,15,,,,,", "p25 (15) must be dollars a year"),
        ("29-2081,TX,,,,,99999999999,,", "p90 (99999999999) must be dollars a year"),
        ("29-2081,TX,,,,,,x,", "employment (x) must be a whole number"),
        ("29-2081,TX,,,,,,,2", "rse (2) must be percent with one decimal, such as 2.5, or nothing"),
        ("x,TX,,,,,,,", "soc (x) must be a SOC code, such as 29-2072"),
        ("29-2081,Texas,,,,,,,", "area (Texas) must be a state's two letters"),
        ("\x1b[31m,TX,,,,,,,", r"soc (\x1b[31m) must be a SOC code"),
        ("é,TX,,,,,,,", "a letter is not in UTF-8 (byte 0xE9)"),
        ("29-2081,TX,30000,20000,,,,,", "p10 (30000) is above p25 (20000)"),
        ("29-2081,CA,90000,,,,20000,,", "p10 (90000) is above p90 (20000)"),
        ("29-2081,TX,,,+,90000,,,", "p50 (+) is above p75 (90000)"),
        ("29-1141,45500,,,,,,,", "29-1141 is there twice for 45500"),
    ],
)
def test_a_damaged_line_for_any_place_refuses_the_whole_table(
    catalogue: Path, line: str, problem: str
) -> None:
    path = catalogue.parent / "wages" / "TX.csv"
    path.write_text(TEXAS + line + "\n", encoding="latin-1")
    for area in (None, "26420"):
        with pytest.raises(BadCatalogue) as caught:
            local_wages("TX", area, catalogue)
        assert caught.value.problems[0].startswith(f"{path}:9: ")
        assert problem in caught.value.problems[0]
        assert f"The table {path} cannot be used as it is." in caught.value.message
    assert [number for number, _text in read_wages(path, ())[1]] == [9]


def test_the_first_of_very_many_wrong_lines_are_told_in_their_order(catalogue: Path) -> None:
    path = catalogue.parent / "wages" / "TX.csv"
    # The order of figures is looked at after their form.
    path.write_text(TEXAS + "29-2081,TX,30000,20000,,,,,\n" + "x\n" * 500)
    with pytest.raises(BadCatalogue) as caught:
        local_wages("TX", catalogue=catalogue)
    lines = [int(problem.split(":")[-2]) for problem in caught.value.problems]
    assert lines == list(range(9, 209))


def test_a_table_of_something_else(catalogue: Path) -> None:
    (catalogue.parent / "wages" / "TX.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadCatalogue) as caught:
        local_wages("TX", catalogue=catalogue)
    assert ":1: the first line must be soc,area,p10," in caught.value.problems[0]


def test_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careeradvisor.catalogue.location.bundled_data", lambda: tmp_path)
    with pytest.raises(FileProblem, match="There is no file"):
        local_wages("CA")


def test_all_that_is_wrong_in_a_folder_of_wages(catalogue: Path) -> None:
    write_catalogue(catalogue.parent)
    assert check(catalogue) == []
    folder = catalogue.parent / "wages"
    (folder / "AR.csv").write_text(ARKANSAS + "29-1141,45500,,,,,,,\n29-1141,CA,,,,,,,\n")
    (folder / "Ohio.csv").write_text(HEADER)
    (folder / "industries.csv").write_text(HEADER)
    # What is no table, or hidden (an editor's copy), is nobody's business.
    for name in ("notes.txt", ".TX.csv", "TX.csv.bak"):
        (folder / name).write_text("mine")
    assert [
        (file.name, line, text[:40]) for file, line, text in problems_beside(folder.parent)
    ] == [
        ("AR.csv", 4, "area 45500 has another state first in ar"),
        ("AR.csv", 5, "CA does not belong into the table of AR"),
        ("Ohio.csv", None, "must be named after a state, such as TX."),
        ("industries.csv", 1, "the first line must be soc,industry,p10,"),
    ]
    assert len(check(catalogue)) == 4


@given(st.binary(max_size=100))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "wages").mkdir()
    (folder / "wages" / "TX.csv").write_bytes(HEADER.encode() + data + b",TX,")
    with suppress(CareerAdvisorError):
        local_wages("TX", None, folder / "careers.toml")


def test_settings_are_those_that_employ_most_first() -> None:
    found = settings_of("29-2072")
    assert [(item.name, item.wages.median) for item in found[:2]] == [
        ("hospitals", 59_120),
        ("physicians' offices", 47_120),
    ]
    people = [item.wages.employment or 0 for item in found]
    assert people == sorted(people, reverse=True)


FACTS = read("wages.csv")


def test_figures_drawn_at_random_over_areas_equal_their_source() -> None:
    assert len(FACTS) == 600
    assert len({row["area"] for row in FACTS}) > 300
    places = frozenset(row["area"] for row in FACTS)
    tables = {
        state: read_wages(wages_path(f"{state}.csv"), places)[0]
        for state in {row["state"] for row in FACTS}
    }
    for row in FACTS:
        found = tables[row["state"]][row["area"]][row["soc"]]
        figures = (found.p10, found.p25, found.median, found.p75, found.p90, found.employment)
        names = ("p10", "p25", "p50", "p75", "p90", "employment")
        assert figures == tuple(int(row[name]) if row[name] else None for name in names), row
        assert found.rse == (float(row["rse"]) if row["rse"] else None)
    for row in FACTS[::40]:
        area = row["area"] if row["area"].isdigit() else None
        local = local_wages(row["state"], area)
        assert local.here[row["soc"]] == tables[row["state"]][row["area"]][row["soc"]]
