"""Disks that are full, folders that are gone, homes that are not there.

What the store of answers does about each is tested where it is (`tests/profile`); here, that a
person is told, beforehand where that can be, and keeps what they came for.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests.fuzz.sessions import preload, unfinished_files
from tests.fuzz.typing import Typing
from tests.processes import Home, fill, obey_permissions, only_words, run_first, small_disk

QUIZ = ("quiz", "--no-input", "--salary", "45k")
CONTACT, EDUCATION = b"contact with patients", b"highest education"


@pytest.fixture(scope="module", autouse=True)
def everything_loaded() -> None:
    preload()


@contextmanager
def quiz(home: Home, *flags: str, start_anew: bool = False, **environment: str) -> Iterator[Typing]:
    """A quiz at its first question."""
    typing = Typing(
        home.folder, ["quiz", *flags], home.environment(LANG="C.UTF-8", **environment), rows=40
    )
    try:
        if start_anew:
            typing.wait_for(b"Start anew")
            typing.type(b"2")
        typing.wait_for(CONTACT)
        yield typing
    finally:
        typing.close()


def answer_first(typing: Typing, keys: bytes = b"1") -> None:
    """Answer the first question and wait for the next."""
    typing.type(keys)
    typing.wait_for(EDUCATION)


def said(typing: Typing) -> str:
    """What the program has printed, without escape sequences and line ends."""
    text = re.sub(r"\x1b\[[?\d;]*[A-Za-z]", " ", typing.tail.decode(errors="replace"))
    return " ".join(text.split())


class TestQuiz:
    """Answers survive, or it is said beforehand that they will not."""

    @pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["keys", "plain"])
    def test_a_full_disk_is_said_before_the_first_question(
        self, home: Home, tmp_path: Path, plain: tuple[str, ...]
    ) -> None:
        with small_disk(tmp_path / "disk") as disk:
            fill(disk)
            with quiz(home, *plain, XDG_CONFIG_HOME=str(disk)) as typing:
                before = said(typing).partition(CONTACT.decode())[0]
                assert "the disk is full" in before
                assert "nothing will be saved" in before
                answer_first(typing, b"1\r" if plain else b"1")
                assert typing.end(b"\x03") == 130
                assert "Your answers were not saved" in said(typing)
            assert unfinished_files(disk) == set()

    def test_a_disk_that_fills_up_meanwhile(self, home: Home, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            profile = disk / "careeradvisor" / "profile.toml"
            profile.parent.mkdir()
            Store(ALL, profile).save(Answers(wants={"salary": 45_000}))
            before = profile.read_bytes()
            with quiz(home, start_anew=True, XDG_CONFIG_HOME=str(disk)) as typing:
                fill(disk)
                answer_first(typing)
                assert typing.end(b"\x03") == 130
                assert "Your answers could not be saved" in said(typing)
                assert "the disk is full" in said(typing)
            assert profile.read_bytes() == before
            assert [p.name for p in profile.parent.iterdir()] == ["profile.toml"]

    def test_a_folder_that_is_gone_meanwhile(self, home: Home) -> None:
        with quiz(home) as typing:
            answer_first(typing)
            shutil.rmtree(home.config)
            assert typing.end(b"\x03") == 130
            assert "Your answers are saved in" in said(typing)
        saved = Store(ALL, home.profile).load().unfinished
        assert saved is not None
        assert saved.answers.wants == {"patient_contact": "none"}

    def test_answers_of_a_newer_version_stay_as_they_are(self, home: Home) -> None:
        home.profile.parent.mkdir(parents=True)
        home.profile.write_text("version = 2\n[future]\nx = 1\n")
        with quiz(home) as typing:
            assert "saved by a newer careeradvisor" in said(typing)
            answer_first(typing)
            assert typing.end(b"\x03") == 130
            assert "is kept as" in said(typing)
        kept = home.profile.with_name("profile.toml.bak")
        assert kept.read_text() == "version = 2\n[future]\nx = 1\n"


class TestCommands:
    """Without questions: the result is given, and what could not be written is said."""

    def test_answers_on_a_full_disk(self, home: Home, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            file = disk / "a.toml"
            Store(ALL, file).save(Answers(wants={"remote": "only"}))
            before = file.read_bytes()
            fill(disk)
            ran = only_words(home.run(*QUIZ, "--save", "--profile", file))
            assert ran.code == 1
            assert "the disk is full" in ran.err
            assert "Your answers are not saved" in ran.err
            assert "Careers that fit you" in ran.out
            assert file.read_bytes() == before

    def test_a_new_catalogue_on_a_full_disk(self, home: Home, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            fill(disk)
            ran = only_words(home.run("catalogue", "new", disk / "c.toml"))
            assert ran.code == 1
            assert "the disk is full" in ran.err
            # Else the next attempt would be told that there is one already.
            assert sorted(p.name for p in disk.iterdir()) == ["ballast"]

    def test_no_place_for_the_parsed_copy(self, home: Home, tmp_path: Path) -> None:
        """It is a convenience: without it everything is the same, and nothing is said."""
        cache = tmp_path / "cache"
        cache.mkdir(mode=0o555)
        use = {"XDG_CACHE_HOME": str(cache)}
        ran = home.run("show", "coder", environment=use, preexec_fn=obey_permissions)
        assert ran == home.run("show", "coder")

    def test_no_home_at_all(self, home: Home) -> None:
        """Neither a variable nor an entry among the system's users."""
        site = run_first(
            home.folder, "import pwd\ndef nobody(_): raise KeyError\npwd.getpwuid = nobody\n"
        )
        nothing = {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "PYTHONPATH": site}
        lines = {
            ("show", "coder"): 0,
            (*QUIZ, "--save"): 1,
            ("profile", "path"): 1,
            (*QUIZ, "--save", "--profile", "here.toml"): 0,
        }
        for line, code in lines.items():
            ran = only_words(home.run(*line, environment=nothing, cwd=home.folder))
            assert ran.code == code, ran.err
            assert ("There is no home folder" in ran.err) is bool(code)
            assert line[0] != "quiz" or "Careers that fit you" in ran.out
        assert (home.folder / "here.toml").exists()
