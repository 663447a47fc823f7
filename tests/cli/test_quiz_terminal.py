"""``quiz`` on a terminal, as far as it is not the interview's own business."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.terminal import Terminal
from tests.processes import Home, Ran

ANSWERS = ("--patient-contact", "none", "--schooling", "9", "--remote", "only", "--salary", "45k")


def test_no_input_never_asks(home: Home) -> None:
    flags = ("--no-input", "--no-pager", "--salary", "45k")
    with Terminal(home.folder, "quiz", *flags) as terminal:
        assert terminal.end() == 0
        assert "Careers that fit you" in terminal.everything
    with Terminal(home.folder, "quiz", "--no-input") as terminal:
        assert terminal.end() == 2
        assert "Tell me at least one thing you care about" in terminal.everything
        # Wrapped between words: no line is broken by the edge of the window.
        assert len(terminal.raw.splitlines()) > 2
        assert all(len(line) < 80 for line in terminal.raw.splitlines())


def test_formats_for_machines_never_ask(home: Home) -> None:
    with Terminal(home.folder, "quiz", "--remote", "only", "--format", "json") as terminal:
        assert terminal.end() == 2
        assert "nothing is asked with --format json" in terminal.everything


def test_a_profile_goes_straight_to_the_result_and_what_follows(
    home: Home, program: Callable[..., Ran], tmp_path: Path
) -> None:
    file = tmp_path / "anna.toml"
    program("quiz", "--no-input", *ANSWERS, "--save", "--profile", file)
    with Terminal(home.folder, "quiz", "--profile", file) as terminal:
        terminal.wait_for_printed("Careers that fit you")
        terminal.wait_for("What next?", "Quit")
        terminal.press("q")
        assert terminal.end() == 0
