from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.screens import check_screen
from tests.helpers import write_views
from tests.processes import Home, Ran

Program = Callable[..., Ran]


@pytest.fixture
def ladder(program: Program, tmp_path: Path) -> Program:
    """Run ``ladder`` on the small catalogue."""
    path = write_views(tmp_path)
    return lambda *arguments, **more: program("--catalogue", path, "ladder", *arguments, **more)


@pytest.mark.parametrize("setting", ["80 columns", "40 columns", "plain", "LC_ALL=C"])
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, ("ladder", "coder"), snapshot)


def test_depth(ladder: Program) -> None:
    assert "Surgeon" not in ladder("coder", "--depth", "1").out
    assert "Surgeon" in ladder("coder", "--depth", "2").out


class TestFormats:
    def test_json(self, ladder: Program, snapshot: SnapshotAssertion) -> None:
        data = json.loads(ladder("coder", "--format", "json").out)
        assert next(iter(data)) == "schema"
        assert data == snapshot

    def test_csv(self, ladder: Program) -> None:
        rows = list(csv.DictReader(io.StringIO(ladder("coder", "--format", "csv").out)))
        assert [(row["direction"], row["depth"], row["start"], row["to"]) for row in rows] == [
            ("leads_to", "1", "coder", "auditor"),
            ("leads_to", "1", "coder", "nurse"),
            ("leads_to", "2", "nurse", "surgeon"),
            ("comes_from", "1", "auditor", "coder"),
        ]
        assert rows[0]["study_longest"] == "3"
        assert rows[3]["study_longest"] == ""

    def test_markdown(self, ladder: Program, snapshot: SnapshotAssertion) -> None:
        assert ladder("coder", "--format", "markdown").out == snapshot


def test_of_ones_own_job(program: Program, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    nurse = ("--education", "associate", "--holds", "rn", "--worked", "rn=5y", "--salary", "60k")
    program("quiz", "--no-input", *nurse, "--save", "--profile", answers)
    ran = program("ladder", "--profile", answers, "--depth", "1")
    assert (ran.code, ran.out.split("\n")[0][:16]) == (0, "Registered nurse")
    assert "For you: 12 to 18 months; " in ran.out
    other = tmp_path / "other.toml"
    program("quiz", "--no-input", "--salary", "60k", "--save", "--profile", other)
    ran = program("ladder", "--profile", other)
    assert (ran.code, ran.out) == (2, "")
    assert "name no job" in ran.err
