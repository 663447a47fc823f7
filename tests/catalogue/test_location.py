from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue import location


def test_an_explicit_catalogue_comes_first() -> None:
    assert location.catalogue_path(Path("mine.toml")) == Path("mine.toml")
    assert location.catalogue_path() == location.bundled_data() / "careers.toml"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with no data in the package."""
    package = tmp_path / "src" / "careeradvisor"
    (package / "catalogue").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(location, "__file__", str(package / "catalogue" / "location.py"))
    return tmp_path


def test_a_checkout(tree: Path) -> None:
    assert location.bundled_data() == tree / "data"


def test_an_installed_wheel(tree: Path) -> None:
    (tree / "src" / "careeradvisor" / "data").mkdir()
    assert location.bundled_data() == tree / "src" / "careeradvisor" / "data"


def test_a_strangers_folder_is_not_taken(tree: Path) -> None:
    (tree / "pyproject.toml").unlink()
    assert location.bundled_data() == tree / "src" / "careeradvisor" / "data"
