from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.screens import SCREENS, check_same, check_screen
from tests.processes import Home, Ran
from tests.render.views import write_views

Program = Callable[..., Ran]


@pytest.fixture
def show(program: Program, tmp_path: Path) -> Program:
    """Run ``show`` on the small catalogue."""
    path = write_views(tmp_path)
    return lambda *arguments, **more: program("--catalogue", path, "show", *arguments, **more)


@pytest.mark.parametrize("setting", SCREENS)
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, ("show", "coder"), snapshot)


@pytest.mark.parametrize("role", ["auditor", "surgeon", "porter", "kango"])
def test_screens_of_other_careers(
    role: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    arguments = ("show", role, "--education", "bachelor", "--state", "TX")
    check_screen(home, tmp_path, "80 columns", arguments, snapshot)


def test_the_same_without_colour_on_any_terminal_and_pipe(home: Home, tmp_path: Path) -> None:
    check_same(home, tmp_path, ("show", "coder"))


class TestNames:
    @pytest.mark.parametrize("role", ["coder", "CPC", "medical_coder", "29-2072", "Medical Coder"])
    def test_found(self, show: Program, role: str) -> None:
        ran = show(role)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("Medical coder")

    def test_an_unusual_name_says_how_it_was_found(self, show: Program) -> None:
        ran = show("Fee Coder", "--format", "json")
        assert ran.code == 0
        assert "Fee Coder" in ran.err
        assert "Medical coder" in ran.err
        assert json.loads(ran.out)["id"] == "coder"

    def test_unknown(self, show: Program) -> None:
        ran = show("codr")
        assert (ran.code, ran.out) == (2, "")
        assert "No career called 'codr'. Did you mean coder (Medical coder)" in ran.err

    def test_ambiguous(self, show: Program) -> None:
        ran = show("53-7062")
        assert (ran.code, ran.out) == (2, "")
        assert "can be any of" in ran.err


class TestBadUse:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ((), "ROLE is missing"),
            (("coder", "--state", "Atlantis"), "--state: 'Atlantis' is not a US state"),
            (("coder", "--state", ""), "--state"),
            (("coder", "--education", "PhD"), "'PhD' is not a level of education"),
            (("coder", "--education", ""), "--education"),
            (("coder", "--holds", "md"), "--holds"),
            (("coder", "--format", "xml"), "--format"),
            (("coder", "nurse"), "too much here: nurse"),
            (("coder", "--colour"), "no option --colour"),
        ],
    )
    def test_says_what_to_do(self, show: Program, arguments: tuple[str, ...], told: str) -> None:
        ran = show(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err

    def test_a_broken_catalogue(self, program: Program, tmp_path: Path) -> None:
        path = tmp_path / "broken.toml"
        path.write_text("[careers.x")
        ran = program("--catalogue", path, "show", "coder")
        assert (ran.code, ran.out) == (2, "")
        assert "broken.toml" in ran.err

    def test_a_missing_catalogue(self, program: Program, tmp_path: Path) -> None:
        ran = program("--catalogue", tmp_path / "none.toml", "show", "coder")
        assert (ran.code, ran.out) == (1, "")


class TestPage:
    def test_where_to_read_more(self, show: Program) -> None:
        words = " ".join(show("coder").out.split())
        assert "without it. https://www.example.org/credentials/cpc" in words
        assert "Handbook: https://www.example.gov/ooh/coders.htm" in words
        data = json.loads(show("coder", "--format", "json").out)
        assert [c["url"] for c in data["credentials"]] == [
            "https://www.example.org/credentials/cpc",
            None,
        ]

    def test_a_broader_group_is_said_in_words(self, show: Program) -> None:
        words = " ".join(show("coder").out.split())
        assert "counted within Medical records specialists" in words
        assert "A survey range for the role itself: $48,000 to $70,000" in words

    def test_state(self, show: Program) -> None:
        words = " ".join(show("coder", "--state", "texas").out.split())
        assert "$47,000 a year at the median, Texas" in words
        assert "The median of the United States is $51,140." in words

    def test_a_state_without_figures(self, show: Program) -> None:
        words = " ".join(show("coder", "--state", "WY").out.split())
        assert "Not published for Wyoming (WY): national figures are shown." in words
        assert "$51,140 a year at the median, United States" in words

    def test_experience_and_paid_training_stand_apart(self, show: Program) -> None:
        words = " ".join(show("auditor").out.split())
        assert "4 to 12 months of study, and 24 months as Medical coder" in words
        words = " ".join(show("surgeon").out.split())
        assert "96 months of study; then 60 months of paid training" in words
        assert "Full pay after 156 months (13 years)" in words

    def test_months_are_for_the_person(self, show: Program) -> None:
        words = " ".join(show("surgeon", "--education", "bachelor").out.split())
        assert "48 months of study; then 60 months of paid training" in words
        words = " ".join(show("auditor", "--holds", "coding").out.split())
        assert "0 to 3 months of study, and 24 months as Medical coder" in words

    def test_assumptions_stand_beside_the_money(self, show: Program) -> None:
        words = " ".join(show("coder").out.split())
        assert "earned from today on Before tax, in today's dollars" in words

    def test_what_is_not_known_is_said(self, show: Program) -> None:
        words = " ".join(show("porter").out.split())
        assert "Pay not known" in words
        assert "Not known: no figure is published for this role." in words
        assert "Not known: no way in is published." in words
        assert "Not known: no projection is published for this role." in words

    def test_sources_have_vintages(self, show: Program) -> None:
        words = " ".join(show("coder").out.split("Sources")[1].split())
        assert "Pay: Wages. Somebody, May 2025." in words
        assert "Last reviewed 2026-01-15. Catalogue: A test catalogue 1, as of 2026-01-31." in words


class TestFormats:
    def test_json(self, show: Program, snapshot: SnapshotAssertion) -> None:
        ran = show("coder", "--format", "json", "--state", "TX")
        data = json.loads(ran.out)
        assert list(data)[:2] == ["schema", "id"]
        assert data["schema"] == "careeradvisor/career-1"
        assert data["pay"]["state"] == "TX"
        assert data["for_you"]["state"] == "TX"
        assert data == snapshot

    def test_json_of_an_unknown_is_null_or_empty(self, show: Program) -> None:
        data = json.loads(show("porter", "--format", "json").out)
        for name in ("salary", "outlook", "remote", "patient_contact", "work", "onet", "day"):
            assert data[name] is None
        for name in ("routes", "credentials", "aliases", "duties", "faq", "ladder"):
            assert data[name] == []
        assert data["pay"]["median"] is None
        assert data["for_you"]["months"] is None
        assert data["for_you"]["ten_years"] is None

    def test_csv(self, show: Program) -> None:
        ran = show("coder", "--format", "csv")
        rows = dict(csv.reader(io.StringIO(ran.out)))
        assert rows["field"] == "value"
        assert rows["schema"] == "careeradvisor/career-1"
        assert rows["salary.median"] == "51140"
        assert rows["routes[1].months[2]"] == "9"
        assert rows["residency"] == ""

    def test_markdown(self, show: Program, snapshot: SnapshotAssertion) -> None:
        assert show("coder", "--format", "markdown").out == snapshot

    @pytest.mark.parametrize("format", ["json", "csv", "markdown"])
    def test_formats_do_not_depend_on_the_screen(self, show: Program, format: str) -> None:
        wide = show("coder", "--format", format, columns=100)
        assert show("coder", "--format", format, columns=40) == wide

    @pytest.mark.parametrize("format", ["json", "csv", "markdown"])
    def test_formats_are_never_coloured(self, home: Home, tmp_path: Path, format: str) -> None:
        ran = home.run(
            "--catalogue", write_views(tmp_path), "show", "coder", "--format", format,
            environment={"FORCE_COLOR": "1"},
        )  # fmt: skip
        assert ran.code == 0
        assert "\x1b" not in ran.out

    def test_json_in_an_encoding_that_lacks_letters(self, home: Home, tmp_path: Path) -> None:
        ran = home.run(
            "--catalogue", write_views(tmp_path), "show", "kango", "--format", "json",
            environment={"PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert json.loads(ran.out)["title"] == "看護助手 (nursing aide)"


def test_help_has_two_examples(program: Program) -> None:
    ran = program("show", "--help")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert sum(line.strip().startswith("careeradvisor show ") for line in lines) == 2


@pytest.mark.parametrize("command", [["show", "coder"], ["ladder", "coder"]])
def test_nothing_is_imported_that_is_not_needed(home: Home, command: list[str]) -> None:
    code = (
        "import sys; from careeradvisor.cli.run import run; "
        f"assert run({command}) == 0; print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=home.environment(),
        timeout=60,
        check=True,
    )
    imported = set(ran.stderr.split())
    assert "careeradvisor.render.page" in imported
    unneeded = {"rich", "questionary", "prompt_toolkit", "jinja2", "numpy", "pydantic", "json",
                "csv", "careeradvisor.criteria", "careeradvisor.matching",
                "careeradvisor.catalogue.wages", "careeradvisor.catalogue.find"}  # fmt: skip
    assert not unneeded & imported
