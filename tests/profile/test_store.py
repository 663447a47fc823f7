from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from careeradvisor.criteria import ALL
from careeradvisor.errors import BadProfile, FileProblem
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.format import LARGEST, Saved, Unfinished
from careeradvisor.profile.store import Store
from tests.processes import as_ordinary_user, fill, small_disk

ONE = Answers(wants={"salary": 45_000, "remote": "only"}, must=("salary",))
OTHER = Answers(wants={"salary": 90_000, "schooling": 24}, priorities=("schooling", "salary"))
PARTIAL = Answers(wants={"patient_contact": "none"})
ASKED = frozenset({"patient_contact"})

SAVE = """
import sys
from pathlib import Path
from careeradvisor.criteria import ALL
from careeradvisor.errors import CareerAdvisorError
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
store = Store(ALL, Path(sys.argv[1]) if sys.argv[1] else None)
answers = Answers(wants={"salary": 45_000})
try:
    SAVING
except CareerAdvisorError as problem:
    print(problem.message)
    sys.exit(problem.exit_code)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.toml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "careeradvisor" / "profile.toml"


def store(file: Path | None) -> Store:
    return Store(ALL, file)


def leftovers(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


class TestSaving:
    def test_nothing_is_saved_at_first(self, file: Path) -> None:
        assert store(file).load() == Saved()
        assert not file.exists()

    def test_saved_answers_come_back(self, file: Path) -> None:
        note = store(file).save(ONE)
        assert note == f"Your answers are saved in {file}."
        assert store(file).load() == Saved(ONE)
        assert leftovers(file.parent) == ["a.toml"]

    def test_nobody_else_may_read_them(self, home: Path) -> None:
        before = os.umask(0)
        try:
            store(None).save(ONE)
        finally:
            os.umask(before)
        assert stat.S_IMODE(home.stat().st_mode) == 0o600
        assert stat.S_IMODE(home.parent.stat().st_mode) == 0o700

    def test_a_file_that_others_could_read_becomes_private(self, file: Path) -> None:
        store(file).save(ONE)
        file.chmod(0o644)
        store(file).save(OTHER)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_an_interrupted_quiz_is_kept_beside_finished_answers(self, file: Path) -> None:
        store(file).save(ONE)
        store(file).save_unfinished(PARTIAL, ASKED)
        assert store(file).load() == Saved(ONE, Unfinished(PARTIAL, ASKED))
        store(file).save_unfinished(OTHER, frozenset())
        assert store(file).load() == Saved(ONE, Unfinished(OTHER, frozenset()))

    def test_a_finished_quiz_ends_the_interrupted_one(self, file: Path) -> None:
        store(file).save_unfinished(PARTIAL, ASKED)
        assert store(file).load() == Saved(None, Unfinished(PARTIAL, ASKED))
        store(file).save(ONE)
        assert store(file).load() == Saved(ONE)

    def test_an_interrupted_quiz_can_be_forgotten(self, file: Path) -> None:
        store(file).forget_unfinished()
        assert not file.exists()
        store(file).save(ONE)
        store(file).save_unfinished(PARTIAL, ASKED)
        store(file).forget_unfinished()
        assert store(file).load() == Saved(ONE)

    def test_nothing_is_written_or_read_when_nothing_is_to_be_kept(self, file: Path) -> None:
        store(file).save(ONE)
        off = Store(ALL, file, keep=False)
        off.save(OTHER)
        off.save_unfinished(OTHER, ASKED)
        off.forget_unfinished()
        off.try_out()
        assert off.load() == Saved()
        assert store(file).load() == Saved(ONE)

    def test_a_link_stays_a_link(self, tmp_path: Path, file: Path) -> None:
        (tmp_path / "synced").mkdir()
        file.symlink_to(tmp_path / "synced" / "real.toml")
        store(file).save(ONE)
        assert file.is_symlink()
        assert store(tmp_path / "synced" / "real.toml").load() == Saved(ONE)

    def test_what_a_killed_process_left_is_removed_after_an_hour(self, file: Path) -> None:
        old, new = file.with_name(".careeradvisor-0.tmp"), file.with_name(".careeradvisor-1.tmp")
        old.touch()
        new.touch()
        os.utime(old, (0, 0))
        store(file).save(ONE)
        assert leftovers(file.parent) == [".careeradvisor-1.tmp", "a.toml"]


class TestBrokenFiles:
    def test_a_broken_file_is_copied_before_it_is_replaced(self, file: Path) -> None:
        for number, name in enumerate(("a.toml.bak", "a.toml.bak2", "a.toml.bak3")):
            file.write_text(f"broken {number}")
            with pytest.raises(BadProfile):
                store(file).load()
            assert file.read_text() == f"broken {number}"
            note = store(file).save(ONE)
            assert f"is kept as {file.with_name(name)}." in note
            assert file.with_name(name).read_text() == f"broken {number}"
            assert store(file).load() == Saved(ONE)

    def test_a_newer_file_is_copied_too(self, file: Path) -> None:
        file.write_text("version = 7\n")
        note = store(file).save_unfinished(PARTIAL, ASKED)
        assert "a.toml.bak" in note
        assert file.with_name("a.toml.bak").read_text() == "version = 7\n"
        assert store(file).load() == Saved(None, Unfinished(PARTIAL, ASKED))

    def test_a_huge_file_is_refused_unread(self, file: Path) -> None:
        with file.open("wb") as out:
            out.truncate(LARGEST * 1_000_000)
        with pytest.raises(BadProfile, match="larger than 64 kB"):
            store(file).load()

    def test_what_is_not_a_file_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        folder, pipe, loop = tmp_path / "folder", tmp_path / "pipe", tmp_path / "loop"
        folder.mkdir()
        os.mkfifo(pipe)
        loop.symlink_to(loop)
        for path, said in ((folder, "is a folder"), (pipe, "a"), (loop, "leads back to itself")):
            with pytest.raises(FileProblem, match=said):
                store(path).load()
            with pytest.raises(FileProblem, match=said):
                store(path).save(ONE)
            with pytest.raises(FileProblem, match=said):
                store(path).try_out()
        assert leftovers(tmp_path) == ["folder", "loop", "pipe"]

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
    def test_devices_are_refused(self, device: str) -> None:
        with pytest.raises(FileProblem):
            store(Path(device)).load()
        with pytest.raises(FileProblem, match="not an ordinary file"):
            store(Path(device)).save(ONE)

    @pytest.mark.parametrize("name", ["a\0b", "x" * 300])
    def test_impossible_names(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(FileProblem):
            store(tmp_path / name).load()
        with pytest.raises(FileProblem):
            store(tmp_path / name).save(ONE)

    def test_a_folder_that_is_not_there_is_not_made(self, tmp_path: Path) -> None:
        with pytest.raises(FileProblem, match="there is no such folder"):
            store(tmp_path / "typo" / "a.toml").save(ONE)
        assert leftovers(tmp_path) == []

    def test_a_file_in_place_of_the_config_folder(self, home: Path) -> None:
        home.parent.parent.write_text("in the way")
        with pytest.raises(FileProblem, match="could not be written"):
            store(None).save(ONE)


class TestFaults:
    def test_a_full_disk_loses_nothing(self, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk") as disk:
            file = disk / "a.toml"
            store(file).save(ONE)
            before = file.read_bytes()
            fill(disk)
            with pytest.raises(FileProblem, match="the disk is full"):
                store(file).try_out()
            with pytest.raises(FileProblem, match="the disk is full"):
                store(file).save(OTHER)
            with pytest.raises(FileProblem, match="the disk is full"):
                store(file).save_unfinished(PARTIAL, ASKED)
            assert file.read_bytes() == before
            assert leftovers(disk) == ["a.toml", "ballast"]
            (disk / "ballast").unlink()
            store(file).try_out()
            store(file).save(OTHER)
            assert store(file).load() == Saved(OTHER)

    def test_a_disk_without_room_for_names(self, tmp_path: Path) -> None:
        with small_disk(tmp_path / "disk", 8192) as disk:
            fill(disk)
            with pytest.raises(FileProblem):
                store(disk / "new.toml").save(ONE)
            assert leftovers(disk) == ["ballast"]

    @pytest.mark.parametrize("saving", ["store.save(answers)", "store.try_out()"])
    def test_a_folder_that_one_may_not_write_in(self, tmp_path: Path, saving: str) -> None:
        tmp_path.chmod(0o555)
        try:
            ran = as_ordinary_user(SAVE.replace("SAVING", saving), tmp_path / "a.toml")
        finally:
            tmp_path.chmod(0o755)
        assert (ran.code, ran.err) == (1, "")
        assert "you may not write there" in ran.out

    def test_a_file_that_one_may_not_read_is_not_replaced(self, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        store(file).save(ONE)
        file.chmod(0)
        ran = as_ordinary_user(SAVE.replace("SAVING", "store.save(answers)"), file)
        assert (ran.code, ran.err) == (1, "")
        assert "You may not read" in ran.out
        file.chmod(0o600)
        assert store(file).load() == Saved(ONE)

    def test_without_a_home(self) -> None:
        code = (
            "import os\nfor name in list(os.environ):\n"
            "    if name.startswith('XDG_') or name == 'HOME':\n        del os.environ[name]\n"
            "import pwd\n"
            "def nobody(_):\n    raise KeyError\n"
            "pwd.getpwuid = nobody\n"
        )
        ran = as_ordinary_user(code + SAVE.replace("SAVING", "store.save(answers)"), "")
        assert (ran.code, ran.err) == (1, "")
        assert "There is no home folder" in ran.out

    def test_two_at_once_never_mix(self, file: Path) -> None:
        code = SAVE.replace(
            "SAVING",
            "[store.save(Answers(wants={'salary': int(sys.argv[2])}, holds=('rn',)))"
            " for _ in range(60)]",
        )
        running = [
            subprocess.Popen([sys.executable, "-c", code, str(file), str(salary)])
            for salary in (40_000, 800_000)
        ]
        seen = set()
        while any(process.poll() is None for process in running):
            answers = store(file).load().answers
            if answers is not None:
                assert answers.holds == ("rn",)
                seen.add(answers.wants["salary"])
        assert [process.wait() for process in running] == [0, 0]
        assert seen <= {40_000, 800_000}
        assert leftovers(file.parent) == ["a.toml"]

    def test_interrupting_a_quiz_never_undoes_what_another_saves(self, file: Path) -> None:
        finishing = SAVE.replace(
            "SAVING", "[store.save(Answers(wants={'salary': 40_000 + n})) for n in range(80)]"
        )
        stopping = SAVE.replace(
            "SAVING",
            "[store.save_unfinished(Answers(wants={'remote': 'only'}), frozenset())"
            " for _ in range(80)]",
        )
        running = [
            subprocess.Popen([sys.executable, "-c", code, str(file)])
            for code in (finishing, stopping)
        ]
        assert [process.wait() for process in running] == [0, 0]
        assert store(file).load().answers == Answers(wants={"salary": 40_079})

    def test_kill_in_the_middle_of_saving(self, file: Path) -> None:
        store(file).save(ONE)
        code = SAVE.replace(
            "SAVING", "print('on', flush=True)\n    while True: store.save(answers)"
        )
        for attempt in range(8):
            process = subprocess.Popen(
                [sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE
            )
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.002 * attempt)
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdout.close()
            assert store(file).load().answers in (ONE, Answers(wants={"salary": 45_000}))
        store(file).save(OTHER)
        assert store(file).load() == Saved(OTHER)

    def test_nobody_else_gets_the_lock_while_answers_are_read_and_written(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import fcntl

        from careeradvisor.profile import store as module

        def locked() -> bool:
            handle = os.open(file.parent, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            finally:
                os.close(handle)
            return False

        seen = []

        def spied(name: str) -> None:
            function = getattr(module, name)

            def spy(*arguments: Any) -> Any:
                seen.append((name, locked()))
                return function(*arguments)

            monkeypatch.setattr(module, name, spy)

        store(file).save(ONE)
        spied("from_toml")
        spied("write_whole")
        spied("copies_of")
        store(file).save(OTHER)
        assert seen == [("from_toml", True), ("write_whole", True)]
        store(file).clear()
        assert ("copies_of", True) in seen
        assert not locked()

    def test_answers_are_on_the_disk_before_they_replace_the_old_ones(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store(file).save(ONE)
        synced = []
        sync = os.fsync

        def spy(handle: int) -> None:
            kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
            synced.append((kind, store(file).load() == Saved(OTHER)))
            sync(handle)

        monkeypatch.setattr(os, "fsync", spy)
        store(file).save(OTHER)
        assert synced == [("file", False), ("folder", True)]

    def test_a_lock_that_somebody_keeps_does_not_stop_saving(self, file: Path) -> None:
        import fcntl

        handle = os.open(file.parent, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            store(file).save(ONE)
        finally:
            os.close(handle)
        assert store(file).load() == Saved(ONE)


class TestClearing:
    def test_nothing_to_clear(self, file: Path) -> None:
        assert store(file).clear() == []

    def test_a_large_file_is_something_else(self, file: Path) -> None:
        file.write_text("x" * (LARGEST + 1))
        with pytest.raises(FileProblem, match="does not look like saved answers"):
            store(file).clear()
        assert file.exists()

    def test_the_file_and_its_copies_go(self, file: Path) -> None:
        file.write_text("broken")
        store(file).save(ONE)
        bystander = file.with_name("b.toml")
        bystander.touch()
        assert store(file).clear() == [file, file.with_name("a.toml.bak")]
        assert leftovers(file.parent) == ["b.toml"]

    def test_a_broken_default_file_can_be_cleared(self, home: Path) -> None:
        home.parent.mkdir(parents=True)
        home.write_bytes(b"\0\0broken")
        assert store(None).clear() == [home]
        assert not home.exists()

    def test_unfinished_writes_go_too(self, file: Path, home: Path) -> None:
        store(file).save(ONE)
        unfinished = file.with_name(".careeradvisor-0123.tmp")
        unfinished.write_text("salary = 45000")
        store(file).clear()
        assert leftovers(file.parent) == []
        home.parent.mkdir(parents=True)
        only_that = home.with_name(".careeradvisor-4567.tmp")
        only_that.write_text("salary = 45000")
        assert store(None).clear() == [only_that]

    def test_of_a_link_the_answers_go_too(self, tmp_path: Path, file: Path) -> None:
        real = tmp_path / "real.toml"
        file.symlink_to(real)
        store(file).save(ONE)
        store(file).clear()
        assert leftovers(tmp_path) == []

    def test_a_file_of_another_kind_is_left_alone(self, file: Path) -> None:
        file.write_text("my diary")
        with pytest.raises(FileProblem, match="does not look like saved answers"):
            store(file).clear()
        assert file.read_text() == "my diary"

    @pytest.mark.parametrize("text", ["# Answers of careeradvisor\nbroken", "version = 1\n"])
    def test_what_looks_like_answers_goes_by_either_sign(self, file: Path, text: str) -> None:
        file.write_text(text)
        assert store(file).clear() == [file]

    def test_a_folder_is_left_alone(self, tmp_path: Path) -> None:
        with pytest.raises(FileProblem, match="is a folder"):
            store(tmp_path).clear()
        assert tmp_path.is_dir()
