from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.scale import write_catalogue

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.load import load
from tests.packaging.conftest import ROOT, elsewhere


def run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / script), *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=elsewhere(),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_start_up_has_a_row_of_ratios_for_each_command() -> None:
    printed = run("startup.py", "--rounds", "1")
    row = re.compile(r"^(.{30}) +([\d.]+) +([\d.]+) +([\d.]+)", re.MULTILINE)
    rows = {m[1].strip(): float(m[3]) for m in row.finditer(printed)}
    assert rows["bare Typer+Rich program"] == 1.0
    commands = ("show coder", "compare coder nucmed", "list", "--help", "--version")
    assert all(rows[command] > 0 for command in commands)
    assert any(name.startswith("quiz --no-input") for name in rows)
    assert re.search(r"^quiz against show: \d", printed, re.MULTILINE)


def test_scale_prints_growth_and_judges_it_by_calls() -> None:
    printed = run("scale.py", "--careers", "20,40", "--profiles", "1,4", "--repeat", "1")
    assert "From 20 to 40 careers (2 times):" in printed
    assert "From 1 to 4 people (4 times):" in printed
    for step in ("load", "rank", "explain", "cohort"):
        [verdict] = re.findall(rf"calls to {step} +[\d.]+ times  (.*)", printed)
        assert verdict in ("linear or better", "MORE THAN LINEAR")


@pytest.mark.parametrize("careers", [1, 145, 300])
def test_the_catalogues_that_are_measured_are_sound(careers: int, tmp_path: Path) -> None:
    path = tmp_path / "careers.toml"
    write_catalogue(careers, str(path))
    assert check(path) == []
    assert len(load(path).careers) == careers
