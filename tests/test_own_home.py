"""The tests leave the developer's own files alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careeradvisor.profile.location import default_profile

ROOT = Path(__file__).parents[1]


def test_answers_and_cache_are_nobodys(own_home: Path) -> None:
    assert Path.home() == own_home
    assert default_profile().is_relative_to(own_home)
    assert os.environ["XDG_CACHE_HOME"].startswith(str(own_home))


@pytest.mark.timeout(120)
def test_tests_of_signals_pass_when_a_closed_window_is_to_be_ignored() -> None:
    tests = "tests/cli/test_run.py::TestSignals::test_being_told_to_stop"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run(
        ["bash", "-c", 'trap "" HUP; exec "$@"', "bash", *command, tests],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout
