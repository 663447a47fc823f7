from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careeradvisor.cli.run import run
from tests.processes import Home, Ran, only_words


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A person's home of their own, empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    return Home(folder)


@pytest.fixture
def program(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Ran]]:
    """Run the program inside this process, in ``home`` and without a terminal."""
    for name in ("CAREERADVISOR_CATALOGUE", "FORCE_COLOR", "COLUMNS", "CAREERADVISOR_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in home.environment().items():
        monkeypatch.setenv(name, value)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}

    def run_here(*arguments: str | Path, columns: int = 80) -> Ran:
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return only_words(Ran(code, out, err))

    yield run_here
    for number, handler in handlers.items():
        signal.signal(number, handler)
