"""The scripts for long runs work, for a short one."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "fuzz"

pytestmark = pytest.mark.skipif(
    not SCRIPTS.is_dir(), reason="this is no checkout: there is no folder fuzz/"
)


def script(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPTS / name), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("target", ["catalogue", "profile"])
def test_coverage_guided_fuzzing_or_the_reason_why_not(target: str) -> None:
    ran = script("coverage_guided.py", target, "--seconds", "4")
    if importlib.util.find_spec("atheris") is None:
        assert ran.returncode == 3
        assert "atheris is not installed" in ran.stdout
    else:
        assert ran.returncode == 0, ran.stderr[-3_000:]
        assert "stat::number_of_executed_units" in ran.stderr


def test_random_keys_can_be_repeated_by_their_seed() -> None:
    ran = script("random_keys.py", "--sessions", "3", "--seed", "7", "--steps", "5")
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.startswith("3 sessions, ")
    assert "Broken promises: 0." in ran.stdout
