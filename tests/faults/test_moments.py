"""Signals at any moment, the awkward ones between two steps of the program included."""

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
from tests.fuzz.sessions import preload, profile_problems, stopped_by
from tests.fuzz.typing import Typing
from tests.processes import Home, Ran, run_first

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
MOMENTS = 24
PROGRAM_FILES = (b"careeradvisor/cli/", b"careeradvisor/__main__.py")


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    preload()


def start(home: Home, *flags: str, fork: bool = True, **environment: str) -> Typing:
    variables = home.environment(LANG="C.UTF-8", **environment)
    return Typing(home.folder, ["quiz", *flags], variables, fork=fork)


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["keys", "plain"])
def test_a_signal_or_a_closed_window_at_any_moment_ends_the_quiz(
    home: Home, plain: tuple[str, ...]
) -> None:
    """From before the first line of the program to well after the first question."""
    for moment in range(MOMENTS):
        number = (*SIGNALS, None)[moment % 4]
        typing = start(home, *plain)
        try:
            typing.watch(Random(moment).uniform(0, 0.08))
            shown = typing.shown
            if number is None:
                typing.hang_up()
            code = typing.end() if number is None else stopped_by(typing, number)
            early = -signal.SIGHUP if number is None else -number
            assert code == 130 or (not shown and code == early), (moment, typing.tail)
            assert typing.bad == set(), typing.tail
            assert code != 130 or typing.left_behind() == []
        finally:
            typing.close()
    assert profile_problems(home.folder) == []


def test_a_signal_while_keys_come_in_keeps_what_was_answered(home: Home) -> None:
    """At a question, between two, and while an answer is on its way from one to the next."""
    for moment in range(MOMENTS):
        dice = Random(moment)
        typing = start(home, "--full")
        try:
            typing.wait_for(b"Question 1 of")
            for _ in range(dice.randint(1, 12)):
                typing.type(dice.choice([b"1", b"\r", b"2", b"1\x1b1", b"9\r"]))
                typing.watch(dice.choice([0, 0.001, 0.005, 0.02]))
            assert stopped_by(typing, SIGNALS[moment % 3]) == 130, (moment, typing.tail)
            assert typing.bad == set(), typing.tail
            assert typing.left_behind() == []
            # What an answered question leaves on the screen.
            if b"patients do you want? " in typing.tail:
                assert b"Stopped. Your answers are saved in" in typing.tail
            home.profile.unlink(missing_ok=True)
        finally:
            typing.close()


@pytest.mark.parametrize("moment", ["made", "closed"])
def test_a_signal_while_an_event_loop_is_made_or_closed(
    home: Home, tmp_path: Path, moment: str
) -> None:
    owner, name = {
        "made": ("asyncio.selector_events.BaseSelectorEventLoop", "_make_self_pipe"),
        "closed": ("asyncio.base_events.BaseEventLoop", "close"),
    }[moment]
    site = run_first(
        tmp_path,
        "import asyncio, asyncio.selector_events, os\n"
        f"real = {owner}.{name}\n"
        "def stopped(*arguments):\n"
        f"    os.kill(os.getpid(), {int(signal.SIGTERM)})\n"
        "    return real(*arguments)\n"
        f"{owner}.{name} = stopped\n",
    )
    typing = start(home, fork=False, PYTHONPATH=site)
    try:
        if moment == "closed":
            typing.wait_for(b"Question 1 of 6")
            typing.type(b"1")
            typing.wait_for(b"highest education")
            typing.type(b"\x03")
        assert typing.end() == 130
        assert typing.bad == set(), typing.tail
        assert typing.left_behind() == []
    finally:
        typing.close()
    assert home.profile.exists() is (moment == "closed")


def test_ctrl_c_while_the_program_is_loaded_is_no_traceback(home: Home) -> None:
    # In a process started anew, so that it meets the imports of the program.
    answered = 0
    for moment in range(12):
        typing = start(home, fork=False)
        try:
            typing.watch(0.05 + 0.02 * moment)
            code = stopped_by(typing, signal.SIGINT)
            # Until the program's first line runs, it is Python that answers in its own way.
            if b"Traceback" in typing.tail and not any(f in typing.tail for f in PROGRAM_FILES):
                continue
            assert typing.bad == set(), typing.tail
            # Killed by SIGINT is 130 to a shell: so Python ends when an interrupt met its exec().
            assert code in (130, -signal.SIGINT)
            answered += code == 130
        finally:
            typing.close()
    assert answered > 0


def test_an_interrupt_that_python_would_drop_is_raised_again(home: Home, tmp_path: Path) -> None:
    # In callbacks, such as those of imports, Python prints a traceback and goes on.
    site = run_first(
        tmp_path,
        "import careeradvisor.cli.session as session, os, signal, time, weakref\n"
        "class Thing: pass\n"
        "def catalogue(self):\n"
        "    thing = Thing()\n"
        "    ref = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGINT))\n"
        "    del thing\n"
        "    time.sleep(20)\n"
        "session.Session.catalogue = property(catalogue)\n",
    )
    ran = home.run("list", environment={"PYTHONPATH": site})
    assert ran == Ran(130, "", "")


@pytest.mark.parametrize("error", ["TypeError('broken off')", "BadCatalogue('broken off')"])
def test_what_an_interrupt_was_turned_into_is_no_fault(
    home: Home, tmp_path: Path, error: str
) -> None:
    # As modules do that are broken off while they are loaded.
    site = run_first(
        tmp_path,
        "import careeradvisor.cli.session as session, os, signal\n"
        "from careeradvisor.errors import BadCatalogue\n"
        "def catalogue(self):\n"
        "    try:\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    except KeyboardInterrupt:\n"
        f"        raise {error}\n"
        "session.Session.catalogue = property(catalogue)\n",
    )
    assert home.run("list", environment={"PYTHONPATH": site}) == Ran(130, "", "")


@pytest.mark.parametrize(
    "what", ["os.kill(os.getpid(), signal.SIGALRM)", "raise KeyboardInterrupt"]
)
def test_an_interrupt_in_the_middle_of_drawing_leaves_the_terminal_as_it_was(
    home: Home, tmp_path: Path, what: str
) -> None:
    site = run_first(
        tmp_path,
        "import os, signal\n"
        "from prompt_toolkit.renderer import Renderer\n"
        "signal.signal(signal.SIGALRM, signal.default_int_handler)\n"
        "real = Renderer.render\n"
        "def render(*arguments, **named):\n"
        "    Renderer.render = real\n"
        "    real(*arguments, **named)\n"
        f"    {what}\n"
        "Renderer.render = render\n",
    )
    typing = start(home, fork=False, PYTHONPATH=site)
    try:
        assert typing.end() == 130
        assert typing.bad == set(), typing.tail
        assert b"Question 1 of 6" in typing.tail
        assert typing.left_behind() == []
    finally:
        typing.close()


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
        [sys.executable, "-c", code, "quiz", "--no-input", "--salary", "45k", "--save"],
        capture_output=True,
        env=home.environment(CAREERADVISOR_NO_CACHE="1"),
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    assert [path.name for path in home.profile.parent.iterdir()] == ["profile.toml"]
    assert Store(ALL, home.profile).load().answers == Answers(wants={"salary": 45_000})
