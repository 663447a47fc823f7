"""The two commands of the README, each one line that does all its own set-up."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pexpect
import pytest

from tests.packaging.conftest import ROOT, Installed, elsewhere

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST = "-m pytest -n auto --dist loadgroup"
BLOCKS: list[str] = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)


def the_line(ending: str) -> str:
    """The only line of the README that sets up an environment and ends so."""
    lines = [
        line
        for block in BLOCKS
        for line in block.splitlines()
        if line.startswith("python3 -m venv ") and line.endswith(ending)
    ]
    assert len(lines) == 1, lines
    return lines[0]


def test_the_command_that_tests_is_the_one_that_integration_runs() -> None:
    [block] = re.findall(r"<!-- test command -->\n+```sh\n(.*?)```", README, re.DOTALL)
    assert block == the_line(TEST) + "\n"


def test_the_command_that_tests_installs_what_is_pinned_and_nothing_else() -> None:
    steps = the_line(TEST).split(" && ")
    pip = ".venv/bin/python -m pip install -q"
    assert steps == [
        "python3 -m venv .venv",
        f"{pip} --require-hashes -r requirements/dev.txt",
        f"{pip} --no-deps --no-build-isolation -e .",
        f".venv/bin/python {TEST}",
    ]


def test_the_command_that_starts_the_quiz_does_so_in_a_fresh_clone(
    installed: Installed, tmp_path: Path
) -> None:
    if installed.offline:
        pytest.skip(installed.offline)
    clone = tmp_path / "clone"
    cloned = subprocess.run(
        ["git", "clone", "--quiet", str(ROOT), str(clone)],
        capture_output=True,
        text=True,
        check=False,
    )
    if cloned.returncode != 0:
        pytest.skip(f"this is not a repository that can be cloned: {cloned.stderr.strip()}")
    environment = {**elsewhere(), "HOME": str(tmp_path), "TERM": "xterm-256color"}
    newcomer = pexpect.spawn(
        "bash",
        ["-c", the_line("careeradvisor quiz")],
        cwd=str(clone),
        env=environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=300,
    )
    newcomer.expect("1 of 6")
    newcomer.sendintr()
    newcomer.expect(pexpect.EOF)
    newcomer.close()
    assert newcomer.exitstatus == 130
    # The set-up leaves nothing behind that would be taken for a part of the project.
    status = ["git", "status", "--porcelain"]
    assert subprocess.run(status, cwd=clone, capture_output=True, check=True).stdout == b""
