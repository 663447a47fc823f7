"""Disks that are full, folders that may not be written to, homes that are not there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from tests.fuzz.sessions import preload, unfinished_files
from tests.fuzz.typing import Typing
from tests.processes import Home, Ran, fill, obey_permissions, only_words, small_disk

QUIZ = ("quiz", "--no-input", "--salary", "45k")
FRONT_ENDS = pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["keys", "plain"])
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
            typing.type(b"2\r" if "--plain" in flags else b"2")
        typing.wait_for(CONTACT)
        yield typing
    finally:
        typing.close()


def answer_first(typing: Typing, plain: tuple[str, ...]) -> None:
    """Answer the first question and wait for the next."""
    typing.type(b"1\r" if plain else b"1")
    typing.wait_for(EDUCATION)


def said(typing: Typing) -> str:
    """What the program has printed, without escape sequences and line ends."""
    text = re.sub(r"\x1b\[[?\d;]*[A-Za-z]", " ", typing.tail.decode(errors="replace"))
    return " ".join(text.split())


def run_with(home: Home, *line: str, **environment: str) -> Ran:
    """Run the program as somebody whom permissions hold back."""
    return only_words(home.run(*line, environment=environment, preexec_fn=obey_permissions))


class TestQuiz:
    """Answers survive, or it is said beforehand that they will not."""

    @FRONT_ENDS
    def test_a_full_disk_is_said_before_the_first_question(
        self, home: Home, tmp_path: Path, plain: tuple[str, ...]
    ) -> None:
        with small_disk(tmp_path / "disk") as disk:
            fill(disk)
            with quiz(home, *plain, XDG_CONFIG_HOME=str(disk)) as typing:
                assert "the disk is full" in said(typing).partition(CONTACT.decode())[0]
                assert "nothing will be saved" in said(typing)
                answer_first(typing, plain)
                assert typing.end(b"\x03") == 130
                assert "Your answers were not saved" in said(typing)
            assert unfinished_files(disk) == set()

    @FRONT_ENDS
    def test_a_file_in_place_of_the_folder(self, home: Home, plain: tuple[str, ...]) -> None:
        taken = home.folder / "taken"
        taken.write_text("a file in the way")
        with quiz(home, *plain, XDG_CONFIG_HOME=str(taken)) as typing:
            assert "nothing will be saved" in said(typing).partition(CONTACT.decode())[0]
            answer_first(typing, plain)
            assert typing.end(b"\x03") == 130
            assert "Your answers were not saved" in said(typing)
        assert taken.read_text() == "a file in the way"

    @FRONT_ENDS
    def test_a_disk_that_fills_up_meanwhile(
        self, home: Home, tmp_path: Path, plain: tuple[str, ...]
    ) -> None:
        with small_disk(tmp_path / "disk") as disk:
            profile = disk / "careeradvisor" / "profile.toml"
            profile.parent.mkdir()
            Store(ALL, profile).save(Answers(wants={"salary": 45_000}))
            before = profile.read_bytes()
            with quiz(home, *plain, start_anew=True, XDG_CONFIG_HOME=str(disk)) as typing:
                fill(disk)
                answer_first(typing, plain)
                assert typing.end(b"\x03") == 130
                assert "Your answers could not be saved" in said(typing)
                assert "the disk is full" in said(typing)
            assert profile.read_bytes() == before
            assert [p.name for p in profile.parent.iterdir()] == ["profile.toml"]

    @FRONT_ENDS
    def test_a_folder_that_is_gone_meanwhile(self, home: Home, plain: tuple[str, ...]) -> None:
        with quiz(home, *plain) as typing:
            answer_first(typing, plain)
            shutil.rmtree(home.config)
            assert typing.end(b"\x03") == 130
            assert "Your answers are saved in" in said(typing)
        saved = Store(ALL, home.profile).load().unfinished
        assert saved is not None
        assert saved.answers.wants == {"patient_contact": "none"}

    @FRONT_ENDS
    def test_answers_of_a_newer_version_stay_as_they_are(
        self, home: Home, plain: tuple[str, ...]
    ) -> None:
        home.profile.parent.mkdir(parents=True)
        home.profile.write_text("version = 2\n[future]\nx = 1\n")
        with quiz(home, *plain) as typing:
            assert "saved by a newer careeradvisor" in said(typing)
            answer_first(typing, plain)
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

    def test_a_report_on_a_full_disk(self, home: Home, tmp_path: Path) -> None:
        expected = home.run(*QUIZ)
        with small_disk(tmp_path / "disk") as disk:
            fill(disk)
            ran = only_words(home.run(*QUIZ, "--report", disk / "r.html"))
            assert (ran.code, ran.out) == (1, expected.out)
            assert "the disk is full" in ran.err
            assert sorted(p.name for p in disk.iterdir()) == ["ballast"]

    def test_a_new_catalogue_on_a_full_disk(self, home: Home, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            fill(disk)
            ran = only_words(home.run("catalogue", "new", disk / "c.toml"))
            assert ran.code == 1
            assert "No space left on device" in ran.err
            # Else the next attempt would be told that there is one already.
            assert sorted(p.name for p in disk.iterdir()) == ["ballast"]

    @pytest.mark.parametrize("kind", ["full", "read-only", "a file", "no home"])
    def test_no_place_for_the_parsed_copy(self, home: Home, tmp_path: Path, kind: str) -> None:
        """It is a convenience: without it everything is the same, and nothing is said."""
        expected = home.run("show", "coder")
        cache = tmp_path / "cache"
        if kind == "full":
            with small_disk(cache) as disk:
                fill(disk)
                ran = run_with(home, "show", "coder", XDG_CACHE_HOME=str(disk))
        elif kind == "read-only":
            cache.mkdir(mode=0o555)
            ran = run_with(home, "show", "coder", XDG_CACHE_HOME=str(cache))
        elif kind == "a file":
            cache.write_text("in the way")
            ran = run_with(home, "show", "coder", XDG_CACHE_HOME=str(cache))
        else:
            gone = "/dev/null/home"
            ran = run_with(home, "show", "coder", XDG_CACHE_HOME="", HOME=gone)
        assert ran == expected

    @pytest.mark.parametrize("what", ["home", "config"])
    def test_a_folder_that_may_not_be_written_to(self, home: Home, what: str) -> None:
        place = home.folder if what == "home" else home.config
        place.mkdir(exist_ok=True)
        place.chmod(0o555)
        try:
            ran = run_with(home, *QUIZ, "--save")
            shown = run_with(home, "profile", "show")
            path = run_with(home, "profile", "path")
        finally:
            place.chmod(0o755)
        assert ran.code == 1
        assert "you may not write there" in ran.err
        assert "Your answers are not saved" in ran.err
        assert "Careers that fit you" in ran.out
        assert (shown.code, path.code) == (0, 0)

    def test_answers_that_may_not_be_read(self, home: Home) -> None:
        assert home.run(*QUIZ, "--save").code == 0
        before = home.profile.read_bytes()
        home.profile.chmod(0)
        for line in (("profile", "show"), (*QUIZ, "--save")):
            ran = run_with(home, *line)
            assert ran.code == 1
            assert "You may not read" in ran.err
        home.profile.chmod(0o600)
        assert home.profile.read_bytes() == before

    def test_no_home_at_all(self, home: Home) -> None:
        """Neither a variable nor an entry among the system's users."""
        code = (
            "import pwd, sys\n"
            "def nobody(_): raise KeyError\n"
            "pwd.getpwuid = nobody\n"
            "from careeradvisor.cli import main\n"
            "main(sys.argv[1:])\n"
        )
        nothing = home.environment(HOME="", XDG_CONFIG_HOME="", XDG_CACHE_HOME="")
        lines = {
            ("show", "coder"): 0,
            QUIZ: 0,
            (*QUIZ, "--save"): 1,
            ("profile", "path"): 1,
            (*QUIZ, "--save", "--profile", "here.toml"): 0,
        }
        for line, expected in lines.items():
            done = subprocess.run(
                [sys.executable, "-c", code, *line],
                capture_output=True,
                text=True,
                env=nothing,
                cwd=home.folder,
                timeout=60,
                check=False,
            )
            ran = only_words(Ran(done.returncode, done.stdout, done.stderr))
            assert ran.code == expected, ran.err
            assert ("There is no home folder" in ran.err) is bool(expected)
        assert (home.folder / "here.toml").exists()
