"""Every test runs in a home of its own, whatever shell and whoever's machine it is started on."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}
# What would change pages or answers.
_TAKEN_AWAY = ("COLUMNS", "LINES", "TERMINAL_WIDTH", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING")


@pytest.fixture(scope="session", autouse=True)
def own_home() -> Iterator[Path]:
    """An empty home for all tests of a process, for those too that run the program within it."""
    before = dict(os.environ)
    # Under nohup programs ignore a closed window, and so do those that they start.
    if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    with tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder:
        for name in list(os.environ):
            if name in _TAKEN_AWAY or name.startswith(("CAREERADVISOR_", "_CAREERADVISOR_")):
                del os.environ[name]
        for name, inside in _FOLDERS.items():
            os.environ[name] = str(Path(folder, inside))
        try:
            yield Path(folder)
        finally:
            os.environ.clear()
            os.environ.update(before)
