from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careeradvisor.catalogue.location import bundled_data
from tests.cli.screens import check_same, check_screen
from tests.helpers import write_views
from tests.processes import Home, Ran

Program = Callable[..., Ran]


@pytest.fixture
def show(program: Program, tmp_path: Path) -> Program:
    """Run ``show`` on the small catalogue."""
    path = write_views(tmp_path)
    return lambda *arguments, **more: program("--catalogue", path, "show", *arguments, **more)


@pytest.mark.parametrize("setting", ["80 columns", "40 columns", "plain", "LC_ALL=C"])
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, ("show", "coder"), snapshot)


@pytest.mark.parametrize("role", ["auditor", "porter", "kango"])
def test_screens_of_other_careers(
    role: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    arguments = ("show", role, "--education", "bachelor", "--state", "TX")
    check_screen(home, tmp_path, "80 columns", arguments, snapshot)


def test_screen_of_everything(home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, "80 columns", ("show", "coder", "--full"), snapshot)


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


class TestPage:
    def said(self, show: Program, *arguments: str) -> str:
        ran = show(*arguments)
        assert ran.code == 0, ran.err
        return " ".join(ran.out.split())

    def test_where_to_read_more(self, show: Program) -> None:
        assert "https://www.example.org/credentials/cpc" in show("coder", "--section", "ways").out
        assert "https://www.example.gov/ooh/coders.htm" in show("coder", "--full").out

    def test_a_figure_of_a_group_is_said_to_be_one(self, show: Program) -> None:
        assert "$51,140* a year" in self.said(show, "coder")
        assert "* all Medical records specialists" in self.said(show, "coder")
        words = self.said(show, "coder", "--section", "pay")
        assert "counted within Medical records specialists" in words
        assert "A survey range for the role itself: $48,000 to $70,000" in words

    def test_state(self, show: Program) -> None:
        assert "Texas, May 2025" in self.said(show, "coder", "--state", "texas")
        words = self.said(show, "coder", "--state", "TX", "--section", "pay")
        assert "The median of the United States is $51,140." in words

    def test_a_state_without_figures(self, show: Program) -> None:
        words = self.said(show, "coder", "--state", "VI", "--section", "pay")
        assert "Not published for Virgin Islands" in words
        assert "what all occupations together pay in Virgin Islands" in words
        assert "$43,000*^ a year" in self.said(show, "coder", "--state", "VI")

    def test_an_area_has_its_own_figures(self, program: Program) -> None:
        words = self.said(program, "show", "coder", "--area", "Houston-Pasadena-The Woodlands, TX")
        line = next(
            row.split(",")
            for row in (bundled_data() / "wages" / "TX.csv").read_text().splitlines()
            if row.startswith("29-2072,26420,")
        )
        for figure in (line[2], line[4], line[6]):
            assert f"${int(figure):,}" in words
        assert f"employed there: about {int(line[7]):,}" in words

    def test_experience_and_paid_training_stand_apart(self, show: Program) -> None:
        words = self.said(show, "auditor")
        assert "4 to 12 months of study, and 24 months as Medical coder" in words
        assert "You need paid work first: 24 months as Medical coder." in words
        words = self.said(show, "surgeon")
        assert "96 months of study (8 years); then 60 months of paid training" in words

    def test_it_is_for_the_person(self, show: Program) -> None:
        words = self.said(show, "surgeon", "--education", "bachelor")
        assert "48 months of study (4 years); then 60 months of paid training" in words
        assert "You are here" in self.said(show, "coder", "--holds", "coding")

    def test_a_degree_in_a_field_opens_its_way(self, program: Program) -> None:
        ways = ("show", "ehr-analyst", "--section", "ways", "--education", "bachelor")
        hint = "Open to people who have that already: say so with --holds."
        said = self.said(program, *ways)
        assert said.count(hint) == 3
        assert "18 to 24 months of study" in said
        said = self.said(program, *ways, "--holds", "BS in Computer Science")
        assert said.count(hint) == 2
        assert "No study first" in said

    def test_assumptions_stand_beside_the_money(self, show: Program) -> None:
        assert "Before tax, in today's dollars" in self.said(show, "coder", "--section", "pay")

    def test_what_is_not_known_is_said(self, show: Program) -> None:
        words = self.said(show, "porter")
        assert "It is not known what it pays and how people come into it." in words
        words = self.said(show, "porter", "--full")
        assert "Not known: no figure is published for this role." in words
        assert "Not known: no way in is published." in words
        assert "Not known: no projection is published for this role." in words

    def test_sources_have_vintages(self, show: Program) -> None:
        words = self.said(show, "coder", "--section", "sources")
        assert "Pay: Wages. Somebody, May 2025." in words
        assert "Last reviewed 2026-01-15. Catalogue: A test catalogue 1, as of 2026-01-31." in words


def test_from_the_point_of_view_of_saved_answers(home: Home) -> None:
    quiz = "quiz --no-input --patient-contact none --schooling 24 --education bachelor --save"
    assert home.run(*quiz.split()).code == 0
    ran = home.run("show", "rn", "--mine")
    assert "For you" in ran.out
    assert "For your answers: it has constant, hands-on patient contact" in " ".join(
        ran.out.split()
    )
    mine = json.loads(home.run("show", "rn", "--mine", "--format", "json").out)
    assert mine["person"]["education"] == "bachelor"
    assert json.loads(home.run("show", "rn", "--format", "json").out)["fit"] is None


def test_mine_without_saved_answers_says_what_to_do(home: Home) -> None:
    for command in (["show", "rn"], ["compare", "rn", "lpn"], ["list"], ["ladder", "rn"]):
        ran = home.run(*command, "--mine")
        assert (ran.code, ran.out) == (1, "")
        assert "There are no saved answers to go by yet. Run careeradvisor quiz" in ran.err


class TestFormats:
    def test_json(self, show: Program, snapshot: SnapshotAssertion) -> None:
        data = json.loads(show("coder", "--format", "json", "--state", "TX").out)
        assert next(iter(data)) == "schema"
        assert data == snapshot

    def test_json_of_an_unknown_is_null_or_empty(self, show: Program) -> None:
        data = json.loads(show("porter", "--format", "json").out)
        for name in ("outlook", "onet", "money", "ai", "residency"):
            assert data[name] is None
        for name in ("ways", "credentials", "aliases", "questions", "ladder"):
            assert data[name] == []
        assert data["pay"]["median"] is data["way"]["months"] is data["work"]["day"] is None

    def test_csv(self, show: Program) -> None:
        rows = dict(csv.reader(io.StringIO(show("coder", "--format", "csv").out)))
        assert rows["field"] == "value"
        assert rows["schema"] == "careeradvisor/career-2"
        assert rows["pay.median"] == "51140"
        assert rows["ways[1].months[2]"] == "9"
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
