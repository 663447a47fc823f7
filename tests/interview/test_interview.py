"""The two functions that the command calls, and what they import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careeradvisor.cli.session import Session
from careeradvisor.criteria import ALL
from careeradvisor.errors import Interrupted
from careeradvisor.interview import front, interview
from careeradvisor.interview.front import front_end
from careeradvisor.interview.plain import PlainFrontEnd
from careeradvisor.interview.resuming import earlier_quiz, greeting
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests.helpers import write_catalogue
from tests.interview.look import HEARD, SEEN
from tests.interview.script import Scripted

KEPT = Answers(wants={"remote": "only"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(ALL, tmp_path / "profile.toml")


def asked(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, *script: str
) -> tuple[Answers, Scripted]:
    scripted = Scripted(*script)
    monkeypatch.setattr(front, "front_end", lambda _: scripted)
    session = Session(write_catalogue(folder))
    return interview(session, Answers(), frozenset(), False, store), scripted


def test_a_finished_quiz_is_no_longer_offered(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save_unfinished(KEPT, frozenset({c.key for c in ALL} | {"education", "state", "must"}))
    answers, _ = asked(tmp_path, store, monkeypatch, "go-on", "rank")
    assert answers == KEPT
    assert store.load().unfinished is None


def test_stopping_while_the_ranking_is_made_keeps_the_answers(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = ["none", "any", "", "any", "", "", "none", "rank"]
    monkeypatch.setattr(front, "front_end", lambda _: Scripted(*script))
    session = Session(write_catalogue(tmp_path))

    def stopped(answers: Answers) -> None:
        assert answers.wants == {"patient_contact": "none"}
        raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="offers to go on"):
        interview(session, Answers(), frozenset(), False, store, stopped)
    unfinished = store.load().unfinished
    assert unfinished is not None
    assert unfinished.answers.wants == {"patient_contact": "none"}


def test_going_on_is_offered_with_stopped_before_saved_answers(store: Store) -> None:
    assert earlier_quiz(store) == (None, "")
    store.save(KEPT)
    earlier, _ = earlier_quiz(store)
    assert earlier is not None
    assert (earlier.answers, earlier.asked) == (KEPT, None)
    other = Answers(wants={"salary": 50_000})
    store.save_unfinished(other, frozenset({"salary"}))
    earlier, _ = earlier_quiz(store)
    assert earlier is not None
    assert (earlier.answers, earlier.asked) == (other, frozenset({"salary"}))


def test_a_damaged_file_is_said_in_the_greeting_and_the_quiz_goes_on(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile.toml").write_text("version = 1\n[answers]\nsalary = 'much'\n")
    script = ["none", "any", "", "any", "", "", "none", "rank"]
    answers, scripted = asked(tmp_path, store, monkeypatch, *script)
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
        "names = [m.name for m in pkgutil.iter_modules(package.__path__) if m.name != 'keys']\n"
        "assert len(names) > 10\n"
        "for name in names: importlib.import_module(f'{package.__name__}.{name}')\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('prompt_toolkit', 'questionary')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
