"""``quiz`` on a terminal, as far as it is not the interview's own business."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect

from tests.processes import PROGRAM, Home, Ran

Program = Callable[..., Ran]
ANSWERS = ("--patient-contact", "none", "--schooling", "9", "--remote", "only", "--salary", "45k")


@contextmanager
def terminal(
    home: Home, *arguments: str | Path, environment: dict[str, str] | None = None
) -> Iterator[pexpect.spawn[str]]:
    """The program on a terminal of 80 by 24."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *map(str, arguments)],
        env=home.environment(NO_COLOR="1", **(environment or {})),
        encoding="utf-8",
        timeout=30,
        dimensions=(24, 80),
    )
    try:
        yield child
    finally:
        child.close(force=True)


def ended(child: pexpect.spawn[str]) -> tuple[int, str]:
    """How the program ended, and what it printed since the last thing that was waited for."""
    child.expect(pexpect.EOF)
    child.close()
    assert "Traceback" not in child.before
    return child.exitstatus, child.before


def test_no_input_never_asks(home: Home) -> None:
    with terminal(home, "quiz", "--no-input", "--no-pager", "--salary", "45k") as child:
        code, text = ended(child)
    assert code == 0
    assert "Careers that fit you" in text
    with terminal(home, "quiz", "--no-input") as child:
        code, text = ended(child)
    assert code == 2
    assert "Tell me at least one thing you care about" in text


def test_messages_are_wrapped_between_words(home: Home) -> None:
    with terminal(home, "quiz", "--no-input") as child:
        _, text = ended(child)
    lines = text.splitlines()
    assert len(lines) > 2
    assert all(len(line) <= 80 for line in lines)
    assert " ".join(" ".join(lines).split()).endswith("All flags: careeradvisor quiz --help")


def test_formats_for_machines_never_ask(home: Home) -> None:
    with terminal(home, "quiz", "--remote", "only", "--format", "json") as child:
        code, text = ended(child)
    assert code == 2
    assert "nothing is asked with --format json" in " ".join(text.split())


def test_a_profile_goes_straight_to_the_result_and_what_follows(
    home: Home, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "anna.toml"
    program("quiz", "--no-input", *ANSWERS, "--save", "--profile", file)
    with terminal(home, "quiz", "--profile", file) as child:
        child.expect_exact("Careers that fit you")
        child.expect_exact("How sure:")
        child.expect_exact("What next?")
        child.expect_exact("Quit")
        child.send("q")
        code, _ = ended(child)
    assert code == 0
