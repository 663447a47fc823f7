"""tools/make_facts.py: the facts that the bundled catalogue is tested with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts import HERE, NO_SHARED, SHARED, read
from tests.tools import tables
from tools import make_facts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "careers.toml").write_text(tables.CATALOGUE, encoding="utf-8")
    rows = [{"career": name, "telework": "1"} for name in ("coder", "technician")]
    text = make_facts.as_csv(rows, make_facts.COLUMNS)
    (tmp_path / "careers.csv").write_text(text, encoding="utf-8")
    (tmp_path / "vintages.csv").write_text(
        "source,vintage\noews,May 2025\nooh,2024-34 edition\n", encoding="utf-8"
    )
    return tmp_path


def run(folder: Path, *arguments: object) -> int:
    where = ["--catalogue", str(folder / "careers.toml"), "--facts", str(folder)]
    return make_facts.main([*where, *(str(argument) for argument in arguments)])


def test_after_a_refresh_the_facts_follow_from_the_same_tables(folder: Path) -> None:
    wages, projections = tables.wage_files(folder), tables.projections_table(folder)
    assert run(folder, "--wages", wages, "--projections", projections) == 0
    coder, technician, surveyed = make_facts.read_csv(folder / "careers.csv")
    assert (coder["wage_code"], coder["p10"], coder["p50"]) == ("29-2072", "38000", "52300")
    assert (coder["change_percent"], coder["openings"]) == ("7.4", "14300")
    assert coder["telework"] == "1"
    assert surveyed == dict.fromkeys(make_facts.COLUMNS, "") | {
        "career": "assistant",
        "projected_code": "29-1071",
        "change_percent": "20.1",
        "openings": "12000",
    }
    assert (technician["wage_code"], technician["projected_code"]) == ("29-2010", "29-2010")
    assert technician["change_percent"] == "-1.6"
    vintages = {
        row["source"]: row["vintage"] for row in make_facts.read_csv(folder / "vintages.csv")
    }
    assert vintages == {"oews": "May 2026", "ooh": "2025-35 edition"}


def test_a_new_career_gets_a_row_and_one_that_is_gone_loses_it(folder: Path) -> None:
    text = (folder / "careers.csv").read_text(encoding="utf-8")
    (folder / "careers.csv").write_text(text.replace("coder", "former"), encoding="utf-8")
    catalogue = tables.CATALOGUE[: tables.CATALOGUE.index("[careers.assistant]")]
    (folder / "careers.toml").write_text(catalogue, encoding="utf-8")
    assert run(folder, "--wages", tables.wage_files(folder)) == 0
    coder, technician = make_facts.read_csv(folder / "careers.csv")
    assert (coder["career"], coder["p10"], coder["telework"]) == ("coder", "38000", "")
    assert (technician["career"], technician["telework"]) == ("technician", "1")


def test_an_unusable_table_leaves_the_facts_as_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "careers.csv").read_bytes()
    assert run(folder, "--wages", folder) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert (folder / "careers.csv").read_bytes() == before


@pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
def test_from_the_reference_tables_alone(tmp_path: Path) -> None:
    if {row["vintage"] for row in read("vintages.csv")} != {"May 2025", "2024-34 edition"}:
        pytest.skip("the catalogue has been refreshed beyond the reference tables' vintage")
    assert make_facts.main(["--facts", str(tmp_path)]) == 0
    for name in ("careers.csv", "handbook.csv", "vintages.csv", "wages.csv"):
        assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes(), name
