from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.errors import BadCatalogue
from tests.helpers import big_catalogue_table, catalogue_table, make_catalogue, write_catalogue


def test_load_gives_typed_careers_in_the_files_order(tmp_path: Path) -> None:
    catalogue = load(write_catalogue(tmp_path))
    assert list(catalogue.careers) == ["coder", "auditor"]
    coder = catalogue.careers["coder"]
    assert coder.id == "coder"
    assert coder.salary is not None
    assert coder.salary.median == 50_250
    assert coder.routes[0].start == ["high-school"]
    assert coder.routes[0].months == (9, 12)
    assert coder.residency is None
    assert catalogue == make_catalogue()


def test_the_same_with_and_without_the_cache(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_catalogue(tmp_path, big_catalogue_table(10))
    first = load(path)
    assert list(own_cache.iterdir())
    monkeypatch.setattr("careeradvisor.catalogue.check.examine", None)
    assert load(path) == first
    monkeypatch.undo()
    monkeypatch.setenv("CAREERADVISOR_NO_CACHE", "1")
    assert load(path) == first


def test_a_bad_catalogue_tells_all_problems_and_what_to_do(tmp_path: Path) -> None:
    table = catalogue_table()
    table["careers"]["coder"]["salary"]["p10"] = 60_000
    table["careers"]["auditor"]["family"] = "nowhere"
    path = write_catalogue(tmp_path, table)
    for _ in range(2):
        with pytest.raises(BadCatalogue) as caught:
            load(path)
    assert caught.value.exit_code == 2
    assert caught.value.message == (
        f"The catalogue {path} has 2 problems and cannot be used as it is. "
        f"Run `careeradvisor catalogue check {path}` and put right what it lists."
    )
    assert len(caught.value.problems) == 2
    assert "coder: salary.p10 (60000) is above salary.p25 (42000)" in caught.value.problems[0]


def test_a_bad_catalogue_is_never_cached(tmp_path: Path, own_cache: Path) -> None:
    path = tmp_path / "careers.toml"
    path.write_text("x = 1")
    with pytest.raises(BadCatalogue, match="has 5 problems"):
        load(path)
    assert not own_cache.exists()


def test_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "careers.toml"
    path.write_text("x = ")
    with pytest.raises(BadCatalogue, match="has a problem and"):
        load(path)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    table = catalogue_table()
    load(write_catalogue(tmp_path, table))
    table["careers"]["coder"]["title"] = "Coder of records"
    assert load(write_catalogue(tmp_path, table)).careers["coder"].title == "Coder of records"
