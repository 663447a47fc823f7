"""A computer whose clock stands at 1970, or far in the future."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import Home

CLOCK = """
import datetime, sys, time
import careeradvisor.catalogue.model  # its fields are real dates
now = float(sys.argv.pop(1))
time.time = lambda: now
time.time_ns = lambda: int(now * 1e9)
class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(now)
datetime.date = Date
from careeradvisor.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("now", [0, 4_102_444_800])
def test_a_wrong_clock_changes_no_answer(now: int, tmp_path: Path) -> None:
    home = Home(tmp_path)
    quiz = ["quiz", "--no-input", "--remote", "only", "--salary", "45k", "--format", "csv"]
    right = home.run(*quiz)
    report = tmp_path / "report.html"
    done = home.python(CLOCK, str(now), *quiz, "--save", "--report", str(report))
    assert (done.code, done.out) == (0, right.out), done.err
    assert home.profile.exists()
    assert ("1970" if now == 0 else "2100") in report.read_text(encoding="utf-8")
    assert home.run("profile", "show").code == 0
