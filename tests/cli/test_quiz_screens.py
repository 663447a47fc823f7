"""What a ranking looks like in each setting."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.screens import check_same, check_screen
from tests.processes import Home

QUIZ = ("quiz", "--no-input", "--patient-contact", "none", "--schooling", "9", "--remote", "only",
        "--salary", "60k")  # fmt: skip


SHOWN = ("--state", "TX", "--must", "remote", "--top", "3")


@pytest.mark.parametrize(
    "setting", ["80 columns", "120 columns", "colour", "plain, 40 columns", "LC_ALL=C"]
)
def test_screen(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    check_screen(home, tmp_path, setting, (*QUIZ, *SHOWN), snapshot)


def test_it_is_the_same_without_colour_and_in_a_pipe(home: Home, tmp_path: Path) -> None:
    check_same(home, tmp_path, (*QUIZ, "--state", "TX"))


@pytest.mark.parametrize("setting", ["80 columns"])
def test_explained(setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    arguments = (*QUIZ, "--explain", "--top", "2", "--priorities", "salary,schooling")
    check_screen(home, tmp_path, setting, arguments, snapshot)


@pytest.mark.parametrize("setting", ["80 columns"])
def test_little_is_known(
    setting: str, home: Home, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    musts = ("--must", "patient-contact,schooling,salary,growth", "--growth", "fast")
    arguments = (*QUIZ, "--patient-contact", "a-little", *musts)
    check_screen(home, tmp_path, setting, arguments, snapshot)
