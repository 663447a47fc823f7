"""Random keys at the quiz: see ``fuzz/random_keys.py`` for hours of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.sessions import play, preload

SESSIONS = 8


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    preload()


@pytest.mark.parametrize("front_end", ["keys", "plain"])
@pytest.mark.parametrize("end", ["ctrl-c", "ctrl-d", "signal", "close"])
def test_whatever_is_typed_the_quiz_ends_as_promised(
    tmp_path: Path, front_end: str, end: str
) -> None:
    """With the answers that the sessions before have left, as at the same person's computer."""
    for seed in range(SESSIONS):
        played = play(tmp_path, seed, steps=25, end=end, front_end=front_end, largest_paste=50_000)
        assert not played.problems, played


def test_a_process_that_is_started_anew(tmp_path: Path) -> None:
    for seed in range(4):
        played = play(tmp_path, seed, steps=25, fork=False, largest_paste=50_000)
        assert not played.problems, played


def test_killed_without_warning_the_answers_are_whole(tmp_path: Path) -> None:
    for seed in range(SESSIONS):
        played = play(tmp_path, seed, steps=25, end="kill", largest_paste=50_000)
        assert not played.problems, played
