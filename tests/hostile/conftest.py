from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inside import Inside


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """The program in this process, in a home folder that a module's tests share."""
    return Inside(tmp_path_factory.mktemp("home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to put files into."""
    return tmp_path
