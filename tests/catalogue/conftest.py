from __future__ import annotations

from pathlib import Path

import pytest

from careeradvisor.catalogue.location import catalogue_path


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test's cache to itself and away from the person's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.delenv("CAREERADVISOR_NO_CACHE", raising=False)
    return folder / "careeradvisor"


@pytest.fixture
def bundled() -> Path:
    """The catalogue that ships with the program."""
    path = catalogue_path()
    if not path.is_file():
        pytest.skip("data/careers.toml is not written yet")
    return path
