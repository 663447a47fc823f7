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
def compare(program: Program, tmp_path: Path) -> Program:
    """Run ``compare`` on the small catalogue."""
    path = write_views(tmp_path)
    return lambda *arguments, **more: program("--catalogue", path, "compare", *arguments, **more)


@pytest.mark.parametrize("setting", ["80 columns", "40 columns", "plain"])
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, ("compare", "coder", "nurse"), snapshot)


def test_five_stand_side_by_side_at_200_columns(program: Program) -> None:
    ran = program("compare", "coder", "nucmed", "rn", "lpn", "cna", columns=200)
    (row,) = [line for line in ran.out.splitlines() if line.strip().startswith("Pay, median")]
    assert row.count("$") == 5
    assert "Pay, median" in program("compare", "coder", "nucmed", "rn", "lpn", "cna").out


def test_the_bundled_careers_of_the_issue_fit_80_columns(program: Program) -> None:
    ran = program("compare", "coder", "nucmed")
    assert (ran.code, ran.err) == (0, "")
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    assert ran.out.index("What differs") < ran.out.index("What is the same")


def test_what_programs_give_and_what_things_cost_where_the_person_lives(program: Program) -> None:
    data = json.loads(
        program("compare", "coder", "nucmed", "--state", "TX", "--format", "json").out
    )
    rows = {row["key"]: [cell["text"] for cell in row["cells"]] for row in data["rows"]}
    assert "Texas $" in rows["program_earnings"][0]
    assert rows["below_high_school"][0].startswith("283 of 533")
    assert rows["debt"][0] == "$9,500"
    assert rows["at_national_prices"][0].startswith("about $")
    assert {source["id"] for source in data["sources"]} >= {"oews", "scorecard", "bea-rpp"}


def test_better_is_marked_in_words_with_plain(home: Home, tmp_path: Path) -> None:
    ran = home.run(
        "--plain", "--catalogue", write_views(tmp_path), "compare", "coder", "nurse",
        environment={"FORCE_COLOR": "1"},
    )  # fmt: skip
    assert ran.code == 0
    assert "Medical coder: $51,140\n  Registered nurse (RN): $97,550 (better)\n" in ran.out
    assert "\x1b" not in ran.out


class TestFormats:
    def test_json(self, compare: Program, snapshot: SnapshotAssertion) -> None:
        data = json.loads(compare("coder", "nurse", "--format", "json").out)
        assert next(iter(data)) == "schema"
        assert [career["pay_group"] for career in data["careers"]] == [
            "Medical records specialists",
            None,
        ]
        assert data == snapshot

    def test_csv_has_a_row_for_each_career(self, compare: Program) -> None:
        rows = list(csv.DictReader(io.StringIO(compare("coder", "porter", "--format", "csv").out)))
        assert [row["id"] for row in rows] == ["coder", "porter"]
        assert (rows[0]["median"], rows[0]["months_shortest"]) == ("51140", "4")
        assert rows[1]["median"] == ""

    def test_markdown(self, compare: Program, snapshot: SnapshotAssertion) -> None:
        assert compare("coder", "nurse", "--format", "markdown").out == snapshot
