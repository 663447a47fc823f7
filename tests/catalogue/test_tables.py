from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import bundled_data
from careeradvisor.catalogue.tables import Prices, StateProgram, price_parity, programs_in
from careeradvisor.errors import BadCatalogue
from tests.facts import NO_SHARED, SHARED
from tests.helpers import write_catalogue
from tools import programs

PROGRAMS = """\
program,state,programs,with_earnings,earnings,with_debt,debt
51.07-1,TX,31,20,36000,18,9500
51.38-2,TX,60,4,,7,12000
51.07-1,CA,40,30,38000,0,
"""
PRICES = """\
state,all_items,goods,housing,utilities,other_services
TX,97.2,98.1,92.0,95.5,99.0
CA,112.6,105.9,158.0,140.0,104.0
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of somebody's own with both tables beside it."""
    (tmp_path / "programs.csv").write_text(PROGRAMS)
    (tmp_path / "prices.csv").write_text(PRICES)
    return write_catalogue(tmp_path)


def test_programs_and_prices_of_a_state(catalogue: Path) -> None:
    assert programs_in("TX", catalogue) == {
        "51.07-1": StateProgram(31, 20, 36_000, 18, 9_500),
        "51.38-2": StateProgram(60, 4, None, 7, 12_000),
    }
    assert programs_in("GU", catalogue) == {}
    prices = price_parity("CA", catalogue)
    assert prices == Prices(112.6, 105.9, 158.0, 140.0, 104.0)
    assert prices.at_national_prices(112_600) == 100_000
    assert price_parity("GU", catalogue) is None
    assert check(catalogue) == []


@pytest.mark.parametrize(
    ("table", "line", "problem"),
    [
        ("programs.csv", "51.07,TX,1,1,,1,", "must be of the form 51.07-1,TX,31,20,36000,18,9500"),
        ("programs.csv", "51.07-1,CA,40,30,38000,0,", "51.07-1 is there twice for CA"),
        ("programs.csv", "51.09-1,ZZ,40,30,38000,0,", "ZZ is not a state's two-letter code"),
        ("programs.csv", "51.09-1,CA,40,41,38000,0,", "rests on more than the 40 programs"),
        ("prices.csv", "NY,1.076,1,1,1,1", "must be of the form TX,97.2"),
        ("prices.csv", "NY,10.76,99.0,99.0,99.0,99.0", "all_items (10.76) must be from 50 to 200"),
        ("prices.csv", "CA,112.6,105.9,158.0,140.0,104.0", "CA is there twice"),
    ],
)
def test_a_damaged_table_is_refused_with_its_line(
    catalogue: Path, table: str, line: str, problem: str
) -> None:
    path = catalogue.parent / table
    text = path.read_text()
    path.write_text(text + line + "\n")
    number = text.count("\n") + 1
    read = programs_in if table == "programs.csv" else price_parity
    with pytest.raises(BadCatalogue) as caught:
        read("TX", catalogue)
    assert caught.value.problems[0].startswith(f"{path}:{number}: ")
    assert problem in caught.value.problems[0]
    assert [found.line for found in check(catalogue)] == [number]


def test_the_bundled_programs_are_those_that_the_catalogue_tells_of() -> None:
    known = load().programs
    texas = programs_in("TX")
    assert set(texas) <= set(known)
    assert texas["51.38-2"].programs < known["51.38-2"].programs
    coding = known["51.07-1"]
    assert (coding.programs, coding.decided, coding.below) == (592, 533, 283)
    assert (coding.earnings, coding.debt) == (34_930, 9_500)


@pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
def test_the_program_tables_are_those_of_the_scorecard(tmp_path: Path) -> None:
    copy = tmp_path / "careers.toml"
    copy.write_bytes((bundled_data() / "careers.toml").read_bytes())
    assert programs.main(["--catalogue", str(copy), "--shared", str(SHARED)]) == 0
    for name in ("careers.toml", "programs.csv"):
        assert (tmp_path / name).read_bytes() == (bundled_data() / name).read_bytes(), name
