from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careeradvisor.criteria import ALL
from tests.cli.screens import check_screen
from tests.helpers import write_views
from tests.processes import Home, Ran

Program = Callable[..., Ran]

EVERYTHING = ("list", "--state", "TX")
FILTERED = ("list", "--sort", "salary", "--max-schooling", "4y", "--remote", "hybrid",
            "--schedule", "no-nights")  # fmt: skip


@pytest.fixture
def browse(program: Program, tmp_path: Path) -> Program:
    """Run ``list`` on the small catalogue."""
    path = write_views(tmp_path)
    return lambda *arguments, **more: program("--catalogue", path, "list", *arguments, **more)


def ids(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return [row["id"] for row in csv.DictReader(io.StringIO(ran.out))]


@pytest.mark.parametrize("setting", ["80 columns", "40 columns", "plain"])
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, EVERYTHING, snapshot)


@pytest.mark.parametrize("setting", ["120 columns", "LC_ALL=C"])
def test_screen_of_a_filtered_list(
    setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    check_screen(home, tmp_path, setting, FILTERED, snapshot)


def test_screen_of_nothing_found(home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    arguments = ("list", "--family", "records", "--patient-contact", "a-lot", "--min-salary", "60k")
    check_screen(home, tmp_path, "80 columns", arguments, snapshot)


class TestFilters:
    def test_all_in_the_order_of_the_catalogue(self, browse: Program) -> None:
        everything = ["coder", "auditor", "nurse", "surgeon", "porter", "kango"]
        assert ids(browse("--format", "csv")) == everything

    @pytest.mark.parametrize(
        ("flags", "left"),
        [
            (("--family", "records"), ["coder", "auditor"]),
            (("--family", "Patient care"), ["nurse", "surgeon", "porter", "kango"]),
            (("--family", "rec", "--family", "care"),
             ["coder", "auditor", "nurse", "surgeon", "porter", "kango"]),
            (("--max-schooling", "24"), ["coder", "nurse", "porter", "kango"]),
            (("--max-schooling", "2y"), ["coder", "nurse", "porter", "kango"]),
            (("--min-salary", "60k"), ["nurse", "surgeon", "porter", "kango"]),
            (("--remote", "mostly"), ["coder", "auditor", "porter", "kango"]),
            (("--patient-contact", "none"), ["coder", "auditor", "porter"]),
            (("--growth", "stable"), ["coder", "nurse", "surgeon", "porter", "kango"]),
            (("--schedule", "no-nights,no-on-call"),
             ["coder", "auditor", "surgeon", "porter", "kango"]),
            (("--interests", "any"), ["coder", "auditor", "nurse", "surgeon", "porter", "kango"]),
            (("--search", "codes"), ["coder", "auditor", "surgeon", "kango"]),
        ],
    )  # fmt: skip
    def test_keep_what_meets_them_or_is_not_known(
        self, browse: Program, flags: tuple[str, ...], left: list[str]
    ) -> None:
        assert sorted(ids(browse(*flags, "--format", "csv"))) == sorted(left)

    def test_what_is_not_known_is_marked(self, browse: Program) -> None:
        words = " ".join(
            browse("--min-salary", "60k", "--growth", "stable", columns=40).out.split()
        )
        assert "[salary and job growth not known]" in words
        data = json.loads(browse("--min-salary", "60k", "--format", "json").out)
        marks = {career["id"]: career["not_known"] for career in data["careers"]}
        assert marks == {"nurse": [], "surgeon": [], "porter": ["salary"], "kango": ["salary"]}

    def test_there_is_one_for_every_criterion(self, program: Program) -> None:
        shown = program("list", "--help").out
        for criterion in ALL:
            name = {"schooling": "max-schooling", "salary": "min-salary"}.get(
                criterion.key, criterion.name
            )
            assert f"--{name} " in shown

    def test_months_depend_on_the_person(self, browse: Program) -> None:
        flags = ("--max-schooling", "120", "--format", "csv")
        assert "surgeon" not in ids(browse(*flags))
        assert "surgeon" in ids(browse(*flags, "--education", "bachelor"))

    def test_pay_depends_on_the_state(self, browse: Program) -> None:
        flags = ("--min-salary", "50k", "--format", "csv")
        assert "coder" in ids(browse(*flags))
        assert "coder" not in ids(browse(*flags, "--state", "TX"))
        assert "coder" in ids(browse(*flags, "--state", "WY"))


class TestSort:
    @pytest.mark.parametrize(
        ("order", "first", "last"),
        [
            ("salary", "surgeon", "kango"),
            ("schooling", "coder", "kango"),
            ("growth", "nurse", "porter"),
            ("openings", "coder", "kango"),
            ("earnings", "nurse", "kango"),
            ("remote", "auditor", "porter"),
            ("patient-contact", "auditor", "porter"),
            ("automation", "nurse", "porter"),
            ("title", "auditor", "kango"),
            ("family", "auditor", "kango"),
        ],
    )
    def test_best_first_and_unknown_last(
        self, browse: Program, order: str, first: str, last: str
    ) -> None:
        found = ids(browse("--sort", order, "--format", "csv"))
        assert (found[0], found[-1]) == (first, last)

    def test_reverse_keeps_the_unknown_last(self, browse: Program) -> None:
        found = ids(browse("--sort", "salary", "--reverse", "--format", "csv"))
        assert found == ["auditor", "coder", "nurse", "surgeon", "porter", "kango"]

    def test_case_and_other_words(self, browse: Program) -> None:
        flags = ("--format", "csv")
        assert ids(browse("--sort", "PAY", *flags)) == ids(browse("--sort", "salary", *flags))


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("CODER", ["coder"]),
            ("medical coding", ["coder"]),
            ("medicines", ["nurse"]),
            ("wide letters", ["kango"]),
            ("助手", ["kango"]),
            ("registered-nurse", ["nurse"]),
        ],
    )
    def test_finds(self, browse: Program, text: str, found: list[str]) -> None:
        assert ids(browse("--search", text, "--format", "csv"))[: len(found)] == found

    def test_by_a_title_that_only_onet_knows(self, browse: Program) -> None:
        ran = browse("--search", "fee coder")
        assert "Medical coder is also called Fee Coder." in ran.out
        data = json.loads(browse("--search", "fee coder", "--format", "json").out)
        assert [career["found_as"] for career in data["careers"]] == ["Fee Coder"]

    def test_a_title_is_nearer_than_a_duty(self, browse: Program) -> None:
        found = ids(browse("--search", "coding", "--format", "csv"))
        assert found[:2] == ["auditor", "coder"]

    def test_nothing(self, browse: Program) -> None:
        ran = browse("--search", "zzz")
        assert (ran.code, ran.err) == (0, "")
        assert "Try another word" in ran.out


class TestNothingLeft:
    def test_says_what_to_relax(self, browse: Program) -> None:
        ran = browse("--patient-contact", "a-lot", "--family", "records", "--min-salary", "60k")
        assert (ran.code, ran.err) == (0, "")
        words = " ".join(ran.out.split())
        assert "No career meets all of this" in words
        assert "Without --family records: 4 careers." in words
        assert "Without --patient-contact" not in words

    def test_when_no_single_filter_would_do(self, browse: Program) -> None:
        ran = browse("--family", "records", "--search", "nurse", "--max-schooling", "1")
        assert "Leave out two or more" in ran.out

    def test_json(self, browse: Program) -> None:
        data = json.loads(
            browse("--family", "records", "--min-salary", "90k", "--format", "json").out
        )
        assert data["careers"] == []
        assert data["would_be_left"] == [
            {"without": "--family records", "careers": 4},
            {"without": "--min-salary 90k", "careers": 2},
        ]


class TestFormats:
    def test_json(self, browse: Program, snapshot: SnapshotAssertion) -> None:
        data = json.loads(browse(*FILTERED[1:], "--format", "json").out)
        assert next(iter(data)) == "schema"
        assert data == snapshot

    def test_markdown(self, browse: Program, snapshot: SnapshotAssertion) -> None:
        assert browse("--format", "markdown").out == snapshot


def test_the_bundled_list_of_the_issue(program: Program) -> None:
    flags = ("--sort", "salary", "--max-schooling", "24", "--patient-contact", "none")
    found = list(csv.DictReader(io.StringIO(program("list", *flags, "--format", "csv").out)))
    assert "coder" in [row["id"] for row in found]
    assert {row["patient_contact"] for row in found} == {"none"}
    assert all(int(row["months_shortest"]) <= 24 for row in found)
    medians = [int(row["counts"]) for row in found if row["counts"]]
    assert medians == sorted(medians, reverse=True)


def test_what_a_job_leads_to(program: Program) -> None:
    ran = program("list", "--from", "rn", "--worked", "rn=5y", "--education", "associate")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("From Registered nurse (RN)")
    assert "Open to you now" in ran.out
    ran = program("list", "--from", "rn", "--family", "dental")
    assert "Leave out a filter" in ran.out
    assert program("list", "--from", "nobody").code == 2
    head = program("list", "--from", "coder", "--format", "csv").out.split("\n")[0]
    assert head.startswith("id,title,later,")
