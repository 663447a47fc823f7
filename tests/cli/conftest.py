from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.inside import Inside
from tests.processes import Home, Ran, only_words


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person's home of their own, empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)


@pytest.fixture
def program(home: Home) -> Callable[..., Ran]:
    """Run the program inside this process, in ``home`` and without a terminal."""
    inside = Inside(home.folder)

    def run_here(*arguments: str | Path, columns: int = 80) -> Ran:
        return only_words(inside.run(*arguments, environment={"COLUMNS": str(columns)}))

    return run_here
