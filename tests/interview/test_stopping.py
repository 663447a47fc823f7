"""Keeping answers when a person stops."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.errors import Interrupted, WrongUse
from careeradvisor.interview.engine import Draft
from careeradvisor.interview.stopping import kept_when_stopped
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store

ANSWERS = Answers(wants={"remote": "only"})
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(ALL, tmp_path / "profile.toml")


def draft() -> Draft:
    return Draft(ANSWERS, {"remote"}, changed=True)


def fail(problem: BaseException) -> NoReturn:
    raise problem


def test_what_the_action_returns_is_returned(store: Store) -> None:
    assert kept_when_stopped(store, draft(), lambda: 7) == 7
    assert not store.exists()


@pytest.mark.parametrize(
    "stop", [KeyboardInterrupt(), EOFError(), Interrupted(""), OSError(5, "Input/output error")]
)
def test_every_way_to_stop_saves(store: Store, stop: BaseException) -> None:
    with pytest.raises(Interrupted, match=r"^Stopped\. Your answers are saved in .* go on from"):
        kept_when_stopped(store, draft(), lambda: fail(stop))
    unfinished = store.load().unfinished
    assert unfinished is not None
    assert unfinished.answers == ANSWERS
    assert unfinished.asked == {"remote"}


@pytest.mark.parametrize("error", [TypeError("broken off"), WrongUse("broken off")])
def test_what_a_signal_was_turned_into_stops_and_saves(store: Store, error: Exception) -> None:
    # As modules do that are broken off while they are loaded.
    def turned() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        except KeyboardInterrupt:
            fail(error)

    with pytest.raises(Interrupted, match="saved in"):
        kept_when_stopped(store, draft(), turned)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_stops_and_saves(store: Store, number: signal.Signals) -> None:
    with pytest.raises(Interrupted, match="saved in"):
        kept_when_stopped(store, draft(), lambda: os.kill(os.getpid(), number))


@pytest.mark.parametrize("number", SIGNALS)
def test_later_signals_do_not_break_off_the_saving(
    store: Store, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = store.save_unfinished

    def slowly(answers: Answers, asked: frozenset[str]) -> str:
        for other in SIGNALS:
            os.kill(os.getpid(), other)
        return save(answers, asked)

    monkeypatch.setattr(store, "save_unfinished", slowly)
    with pytest.raises(Interrupted, match="saved in"):
        kept_when_stopped(store, draft(), lambda: os.kill(os.getpid(), number))
    assert store.load().unfinished is not None
    with pytest.raises(Interrupted, match="saved in"):
        kept_when_stopped(store, draft(), lambda: fail(EOFError()))


def test_listeners_of_before_listen_again(store: Store) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    kept_when_stopped(store, draft(), lambda: None)
    with pytest.raises(Interrupted):
        kept_when_stopped(store, draft(), lambda: fail(EOFError()))
    assert [signal.getsignal(number) for number in SIGNALS] == before


def test_a_signal_that_is_ignored_stays_ignored(store: Store) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        kept_when_stopped(store, draft(), lambda: os.kill(os.getpid(), signal.SIGHUP))
    finally:
        signal.signal(signal.SIGHUP, before)


def test_it_works_in_any_thread(store: Store) -> None:
    results: list[int] = []
    thread = threading.Thread(
        target=lambda: results.append(kept_when_stopped(store, draft(), lambda: 7))
    )
    thread.start()
    thread.join()
    assert results == [7]


def test_nothing_answered_is_nothing_to_save(store: Store) -> None:
    with pytest.raises(Interrupted, match=r"^Stopped\. There were no answers to save yet\.$"):
        kept_when_stopped(store, Draft(Answers()), lambda: fail(EOFError()))
    assert not store.exists()


def test_nothing_new_leaves_the_file_alone(store: Store) -> None:
    resumed = Draft(ANSWERS, {"remote"})
    with pytest.raises(Interrupted, match=r"^Stopped\. Your answers are saved as they were\.$"):
        kept_when_stopped(store, resumed, lambda: fail(EOFError()))
    assert not store.exists()


def test_no_saving_is_said(tmp_path: Path) -> None:
    store = Store(ALL, tmp_path / "profile.toml", keep=False)
    with pytest.raises(Interrupted, match=r"^Stopped\. Your answers were not saved\.$"):
        kept_when_stopped(store, draft(), lambda: fail(EOFError()))
    assert not (tmp_path / "profile.toml").exists()


def test_a_save_that_fails_is_said_with_the_reason(tmp_path: Path) -> None:
    store = Store(ALL, tmp_path / "no" / "profile.toml")
    with pytest.raises(Interrupted, match=r"could not be saved: .*there is no such folder"):
        kept_when_stopped(store, draft(), lambda: fail(EOFError()))


def test_a_fault_of_the_program_saves_and_stays_a_fault(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        kept_when_stopped(store, draft(), lambda: 1 // 0)
    assert store.load().unfinished is not None


def test_a_problem_that_is_told_in_words_is_passed_on(store: Store) -> None:
    with pytest.raises(WrongUse, match="No"):
        kept_when_stopped(store, draft(), lambda: fail(WrongUse("No.")))
    assert not store.exists()
