from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person's home of their own, empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)
