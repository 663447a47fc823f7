from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.processes import PROGRAM, Home, Ran

Program = Callable[..., Ran]

SAVE = ("quiz", "--no-input", "--save", "--remote", "only", "--salary", "45k", "--state", "CA",
        "--holds", "rn", "--must", "remote", "--priorities", "salary")  # fmt: skip


class TestShow:
    def test_nothing_is_saved(self, program: Program) -> None:
        ran = program("profile", "show")
        assert (ran.code, ran.err) == (0, "")
        assert "No answers are saved. Start with: careeradvisor quiz" in ran.out

    def test_answers_in_words(self, program: Program, home: Home) -> None:
        program(*SAVE)
        ran = program("profile", "show")
        assert ran.code == 0
        words = " ".join(ran.out.split())
        assert "work from home work from home only (a must)" in words
        assert "salary $45,000 a year (first in importance)" in words
        assert "credentials rn" in words
        assert "state CA" in words
        assert f"They are kept in {home.profile} and nowhere else." in words

    def test_narrow(self, program: Program) -> None:
        program(*SAVE)
        ran = program("profile", "show", columns=40)
        assert all(len(line) <= 40 for line in ran.out.splitlines() if " " in line.strip())

    def test_an_interrupted_quiz(self, program: Program, home: Home) -> None:
        home.profile.parent.mkdir(parents=True)
        home.profile.write_text(
            'version = 1\n[unfinished]\npatient_contact = "none"\nasked = ["patient_contact"]\n'
        )
        ran = program("profile", "show")
        assert "From a quiz that was interrupted" in ran.out
        assert "no patient contact" in ran.out
        assert "To go on with it: careeradvisor quiz" in ran.out

    def test_json(self, program: Program, home: Home) -> None:
        assert json.loads(program("profile", "show", "--format", "json").out) == {
            "schema": "careeradvisor/profile-1",
            "file": str(home.profile),
            "answers": None,
            "unfinished": None,
        }
        program(*SAVE)
        answers = json.loads(program("profile", "show", "--format", "json").out)["answers"]
        assert answers["remote"] == "only"
        assert answers["salary"] == 45_000
        assert answers["patient_contact"] is None
        assert answers["holds"] == ["rn"]

    def test_a_named_file(self, program: Program, tmp_path: Path) -> None:
        file = tmp_path / "anna.toml"
        ran = program("profile", "show", "--profile", file)
        assert (ran.code, ran.out) == (1, "")
        assert "There is no file" in ran.err
        program(*SAVE, "--profile", file)
        assert "$45,000 a year" in program("profile", "show", "--profile", file).out


class TestPath:
    def test_it_is_where_answers_are_saved(self, program: Program, home: Home) -> None:
        assert program("profile", "path").out == f"{home.profile}\n"
        assert not home.profile.exists()
        program(*SAVE)
        assert home.profile.exists()


class TestClear:
    def test_nothing_to_delete(self, program: Program) -> None:
        ran = program("profile", "clear", "--yes")
        assert (ran.code, ran.out) == (0, "No answers are saved, so there is nothing to delete.\n")

    def test_without_a_terminal_it_wants_a_yes(self, program: Program, home: Home) -> None:
        program(*SAVE)
        ran = program("profile", "clear")
        assert (ran.code, ran.out) == (2, "")
        assert "Add --yes" in ran.err
        assert home.profile.exists()
        ran = program("profile", "clear", "--yes")
        assert (ran.code, ran.out) == (0, f"Deleted {home.profile}\n")
        assert not home.profile.exists()

    @pytest.mark.parametrize(
        ("typed", "gone", "code"),
        [("yes\r", True, 0), ("\r", False, 0), ("perhaps\rno\r", False, 0), ("\x03", False, 130)],
    )
    def test_on_a_terminal_it_asks(
        self, program: Program, home: Home, typed: str, gone: bool, code: int
    ) -> None:
        program(*SAVE)
        child = pexpect.spawn(
            PROGRAM[0], [*PROGRAM[1:], "profile", "clear"], env=home.environment(),
            encoding="utf-8", timeout=30, dimensions=(24, 200),
        )  # fmt: skip
        child.expect_exact(str(home.profile))
        child.expect_exact("Type yes or no: ")
        child.send(typed)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == code
        assert "Traceback" not in child.before
        assert home.profile.exists() != gone
