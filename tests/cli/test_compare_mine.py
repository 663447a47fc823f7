"""``compare`` for a person with saved answers: how each fits, and why one is ahead."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

QUIZ = "quiz --no-input --patient-contact none --schooling 9 --salary 45k --save --profile"


def run(arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "careeradvisor", *arguments.split()],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout or done.stderr


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "me.toml"
    code, said = run(f"{QUIZ} {path}")
    assert code == 0, said
    return path


def test_says_which_fits_better_and_why(profile: Path) -> None:
    code, page = run(f"--plain compare nucmed coder --profile {profile}")
    assert code == 0, page
    assert "Fits you" in page
    text = " ".join(page.split())
    assert "Medical coder is ahead of Nuclear medicine technologist mostly on" in text


def test_json_says_why_too(profile: Path) -> None:
    code, text = run(f"compare nucmed coder --profile {profile} --format json")
    assert code == 0, text
    (why,) = json.loads(text)["why"]
    assert why.startswith("Medical coder is ahead of")


def test_without_saved_answers_nothing_is_said_of_fit() -> None:
    code, text = run("compare nucmed coder --format json")
    assert code == 0, text
    assert json.loads(text)["why"] == []
    assert "fit" not in [row["key"] for row in json.loads(text)["rows"]]


def test_flags_override_what_was_saved(profile: Path) -> None:
    code, text = run(f"compare nucmed coder --profile {profile} --education bachelor --format json")
    assert code == 0, text
    assert json.loads(text)["person"]["education"] == "bachelor"


def test_no_saved_answers_is_a_clear_error(tmp_path: Path) -> None:
    code, said = run(f"compare nucmed coder --profile {tmp_path / 'none.toml'}")
    assert code == 1
    assert "no saved answers" in said
    assert "careeradvisor quiz" in said
