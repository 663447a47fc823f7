"""The two functions that the command calls, and what they import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careeradvisor.cli.session import Session
from careeradvisor.criteria import ALL
from careeradvisor.errors import Interrupted
from careeradvisor.interview import front_end, interview
from careeradvisor.interview.engine import ABOUT_THE_PERSON, Earlier
from careeradvisor.interview.plain import PlainFrontEnd
from careeradvisor.interview.resuming import earlier_quizzes, greeting
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests.helpers import write_catalogue
from tests.interview.look import HEARD, SEEN
from tests.interview.script import Scripted

KEPT = Answers(wants={"remote": "only"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(ALL, tmp_path / "profile.toml")


# Contact, education, work, months, pace, remote, salary, state, limits; then the summary.
SCRIPT = ("none", "associate", "", "", "full", "any", "", "", "none", "rank")


def asked(folder: Path, store: Store, *script: str) -> tuple[Answers, Scripted]:
    scripted = Scripted(*script)
    catalogue = Session(write_catalogue(folder)).catalogue
    return interview(scripted, catalogue, Answers(), frozenset(), False, store), scripted


def test_a_finished_quiz_is_no_longer_offered(tmp_path: Path, store: Store) -> None:
    store.save_unfinished(KEPT, frozenset({c.key for c in ALL} | set(ABOUT_THE_PERSON)))
    answers, _ = asked(tmp_path, store, "go-on", "rank")
    assert answers == KEPT
    assert store.load().unfinished is None


def test_stopping_while_the_ranking_is_made_keeps_the_answers(tmp_path: Path, store: Store) -> None:
    catalogue = Session(write_catalogue(tmp_path)).catalogue

    def stopped(answers: Answers) -> None:
        assert answers.wants == {"patient_contact": "none"}
        raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="offers to go on"):
        interview(Scripted(*SCRIPT), catalogue, Answers(), frozenset(), False, store, stopped)
    unfinished = store.load().unfinished
    assert unfinished is not None
    assert unfinished.answers.wants == {"patient_contact": "none"}


def test_a_stopped_quiz_is_offered_before_saved_answers(store: Store) -> None:
    assert earlier_quizzes(store) == ((), "")
    store.save(KEPT)
    assert earlier_quizzes(store)[0] == (Earlier(KEPT, None),)
    other = Answers(wants={"salary": 50_000})
    store.save_unfinished(other, frozenset({"salary"}))
    stopped = Earlier(other, frozenset({"salary"}))
    assert earlier_quizzes(store)[0] == (stopped, Earlier(KEPT, None))


def test_a_damaged_file_is_said_in_the_greeting_and_the_quiz_goes_on(
    tmp_path: Path, store: Store
) -> None:
    (tmp_path / "profile.toml").write_text("version = 1\n[answers]\nsalary = 'much'\n")
    answers, scripted = asked(tmp_path, store, *SCRIPT)
    assert answers.wants == {"patient_contact": "none"}
    assert any("profile.toml:3" in line for line in scripted.asked[0].context)


def test_the_greeting_says_whether_answers_are_kept(store: Store) -> None:
    assert "you can go on later" in greeting(store, "")[-1]
    store.keep = False
    assert "finish in one go" in greeting(store, "")[-1]


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_simple_terminal_or_plain_gets_lines(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert isinstance(front_end(HEARD), PlainFrontEnd)
    assert not isinstance(front_end(SEEN), PlainFrontEnd)
    monkeypatch.setenv("TERM", term)
    assert isinstance(front_end(SEEN), PlainFrontEnd)


def test_only_the_keys_front_end_imports_prompt_toolkit() -> None:
    code = (
        "import pkgutil, sys, importlib, careeradvisor.interview as package\n"
        "names = [m.name for m in pkgutil.iter_modules(package.__path__)\n"
        "         if m.name not in ('keys', 'terminal')]\n"
        "assert len(names) > 10\n"
        "for name in names: importlib.import_module(f'{package.__name__}.{name}')\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('prompt_toolkit', 'questionary')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
