"""Half-written answers, killed programs, two programs at once: the file is always whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.errors import BadProfile
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.format import Saved, Unfinished, from_toml, to_toml
from careeradvisor.profile.store import Store
from tests import helpers
from tests.fuzz.inside import Inside
from tests.fuzz.sessions import preload, unfinished_files
from tests.fuzz.typing import Typing
from tests.processes import Home

QUIZ = ("quiz", "--no-input", "--salary", "45k", "--save")


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    preload()


def test_answers_cut_off_anywhere() -> None:
    """Each beginning of a file is refused in words, or means what it says and no more."""
    answers = Answers(wants={"salary": 45_000, "remote": "only"}, must=("remote",))
    data = to_toml(Saved(answers, Unfinished(answers, frozenset({"salary"}))), ALL).encode()
    refused = 0
    for end in range(len(data)):
        try:
            saved = from_toml(data[:end], "a", ALL)
        except BadProfile as problem:
            refused += problem.message.startswith("a")
            continue
        unfinished = saved.unfinished.answers if saved.unfinished is not None else None
        for part in (saved.answers, unfinished):
            for key, answer in part.wants.items() if part is not None else ():
                # A number can be cut to a smaller one; there is no telling that.
                assert str(answers.wants[key]).startswith(str(answer))
    assert refused > len(data) // 3
    assert from_toml(data, "a", ALL).answers == answers


def test_saving_over_half_a_file_keeps_it(tmp_path: Path) -> None:
    inside = Inside(tmp_path)
    assert inside.check(*QUIZ).code == 0
    data = inside.profile.read_bytes()
    kept = inside.profile.with_name("profile.toml.bak")
    for end in (0, 1, len(data) // 2, len(data) - 3):
        inside.profile.write_bytes(data[:end])
        shown = inside.check("profile", "show")
        assert inside.check(*QUIZ).code == 0
        assert kept.exists() is (shown.code == 2)
        if kept.exists():
            assert kept.read_bytes() == data[:end]
            kept.unlink()
        assert inside.profile.read_bytes() == data


def test_kill_at_any_moment_of_saving(home: Home, tmp_path: Path) -> None:
    """The program as a whole, killed wherever it happens to be."""
    catalogue = helpers.write_catalogue(tmp_path)
    environment = home.environment(CAREERADVISOR_CATALOGUE=str(catalogue), LANG="C.UTF-8")
    home.profile.parent.mkdir(parents=True)
    Store(ALL, home.profile).save(Answers(wants={"salary": 1_000}))
    known = {1_000}
    killed = 0
    for number in range(60):
        known.add(2_000 + number)
        line = ["quiz", "--no-input", "--salary", str(2_000 + number), "--save"]
        typing = Typing(home.folder, line, environment)
        try:
            typing.watch(Random(number).uniform(0, 0.03))
            typing.signal(signal.SIGKILL)
            killed += typing.end() == -signal.SIGKILL
        finally:
            typing.close()
        answers = Store(ALL, home.profile).load().answers
        assert answers is not None
        assert answers.wants["salary"] in known
    assert killed > 10


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("step", ["unlink", "replace"])
def test_told_to_stop_while_tidying_up(home: Home, step: str, number: signal.Signals) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        f"real = Path.{step}\n"
        "def stopped(*arguments, **more):\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    return real(*arguments, **more)\n"
        f"Path.{step} = stopped\n"
        "from careeradvisor.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *QUIZ],
        capture_output=True,
        env=home.environment(CAREERADVISOR_NO_CACHE="1"),
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert [path.name for path in home.profile.parent.iterdir()] == ["profile.toml"]
    assert Store(ALL, home.profile).load().answers == Answers(wants={"salary": 45_000})


def test_two_programs_at_once(home: Home, tmp_path: Path) -> None:
    catalogue = helpers.write_catalogue(tmp_path)
    for _ in range(3):
        running = [
            home.start(
                *("--catalogue", catalogue, "quiz", "--no-input", "--save", *flags),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for flags in (("--salary", "40k"), ("--remote", "only"), ("--schooling", "9"))
        ]
        for process in running:
            _, err = process.communicate(timeout=60)
            assert process.returncode == 0
            assert err.startswith(b"Your answers are saved in")
        answers = Store(ALL, home.profile).load().answers
        assert answers is not None
        assert len(answers.wants) == 1
    assert unfinished_files(home.folder) == set()
