from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inside import Inside


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """The program in this process, in a home folder that a module's tests share."""
    return Inside(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def folder(inside: Inside) -> Path:
    """A folder to put files into, inside of the home."""
    folder = inside.home / "files"
    folder.mkdir()
    return folder
