"""The program killed or told to stop while it saves: the file is always whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests import helpers
from tests.fuzz.sessions import preload
from tests.fuzz.typing import Typing
from tests.processes import Home

QUIZ = ("quiz", "--no-input", "--salary", "45k", "--save")


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    preload()


def test_kill_at_any_moment_of_saving(home: Home, tmp_path: Path) -> None:
    """The program as a whole, killed wherever it happens to be."""
    catalogue = helpers.write_catalogue(tmp_path)
    environment = home.environment(CAREERADVISOR_CATALOGUE=str(catalogue), LANG="C.UTF-8")
    home.profile.parent.mkdir(parents=True)
    Store(ALL, home.profile).save(Answers(wants={"salary": 1_000}))
    known = {1_000}
    killed = 0
    for number in range(30):
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
    assert killed > 5


@pytest.mark.parametrize("step", ["unlink", "replace"])
def test_told_to_stop_while_tidying_up(home: Home, step: str) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        f"real = Path.{step}\n"
        "def stopped(*arguments, **more):\n"
        f"    os.kill(os.getpid(), {int(signal.SIGTERM)})\n"
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
