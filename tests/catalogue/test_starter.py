from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.starter import write_starter
from careeradvisor.errors import FileProblem, WrongUse


def test_the_starter_passes_the_check_and_loads(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    write_starter(path)
    assert [str(problem) for problem in check(path)] == []
    catalogue = load(path)
    assert list(catalogue.careers) == ["coder", "coding-auditor"]


def test_it_states_no_figure_of_pay_that_it_has_no_source_for(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    write_starter(path)
    salary = load(path).careers["coder"].salary
    assert salary is not None
    assert salary.median is None


def test_it_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text("mine")
    with pytest.raises(WrongUse, match="is there already and was left as it is"):
        write_starter(path)
    assert path.read_text() == "mine"
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(WrongUse):
        write_starter(link)
    assert not (tmp_path / "elsewhere.toml").exists()


@pytest.mark.parametrize("name", ["none/ours.toml", "nul\0", "x" * 300])
def test_where_it_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem) as caught:
        write_starter(tmp_path / name)
    assert "could not be written" in caught.value.message
