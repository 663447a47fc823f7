from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue import cache
from careeradvisor.catalogue.load import load
from tests.helpers import big_catalogue_table, make_catalogue, write_catalogue


@pytest.fixture
def entry(own_cache: Path) -> Path:
    """A catalogue in the cache."""
    found = cache.entry_for(b"content")
    assert found is not None
    assert found.parent == own_cache
    cache.write(found, make_catalogue())
    assert cache.read(found) == make_catalogue()
    return found


def test_only_the_person_can_read_it(entry: Path) -> None:
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    assert [path.name for path in entry.parent.iterdir()] == [entry.name]


def test_the_name_depends_on_content_version_and_model(monkeypatch: pytest.MonkeyPatch) -> None:
    one = cache.entry_for(b"one")
    assert cache.entry_for(b"one") == one
    assert cache.entry_for(b"two") != one
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.entry_for(b"one") != one
    monkeypatch.undo()
    monkeypatch.setattr(cache, "_CODE", ("model.py",))
    assert cache.entry_for(b"one") != one


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
        lambda data: data.replace(b"50250", b"99999") if b"50250" in data else b"?",
    ],
)
def test_a_damaged_copy_is_passed_over(entry: Path, harm: Callable[[bytes], bytes]) -> None:
    entry.write_bytes(harm(entry.read_bytes()))
    assert cache.read(entry) is None


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_change_of_any_byte_is_noticed(entry: Path, data: st.DataObject) -> None:
    cache.write(entry, make_catalogue())
    content = bytearray(entry.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    entry.write_bytes(content)
    assert cache.read(entry) is None


def test_a_well_sealed_copy_of_something_else_is_passed_over(entry: Path) -> None:
    for payload in (b"\xc1", b"\x80", b"\x93\x01\x02\x03", b"\x91" * 100_000):
        entry.write_bytes(cache._digest(payload) + payload)
        assert cache.read(entry) is None


def test_what_is_no_file_of_the_persons_own_is_passed_over(entry: Path, tmp_path: Path) -> None:
    real = tmp_path / "real"
    entry.rename(real)
    entry.symlink_to(real)
    assert cache.read(entry) is None
    entry.unlink()
    os.mkfifo(entry)
    assert cache.read(entry) is None
    entry.unlink()
    entry.mkdir()
    assert cache.read(entry) is None


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_what_others_can_write_to_is_passed_over(entry: Path, mode: int) -> None:
    entry.chmod(mode)
    assert cache.read(entry) is None
    entry.chmod(0o600)
    assert cache.read(entry) is not None
    entry.parent.chmod(0o700 | mode)
    assert cache.read(entry) is None
    before = sorted(entry.parent.iterdir())
    cache.write(entry.with_name("catalogue-new.msgpack"), make_catalogue())
    assert sorted(entry.parent.iterdir()) == before


def test_another_owner(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    assert cache.read(entry) is None


def test_a_damaged_copy_is_made_anew(tmp_path: Path, own_cache: Path) -> None:
    path = write_catalogue(tmp_path)
    catalogue = load(path)
    (copy,) = own_cache.iterdir()
    good = copy.read_bytes()
    copy.write_bytes(good[: len(good) // 2])
    assert load(path) == catalogue
    assert copy.read_bytes() == good


@pytest.mark.parametrize("value", ["1", "yes", "true"])
def test_it_can_be_turned_off(
    value: str, tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERADVISOR_NO_CACHE", value)
    load(write_catalogue(tmp_path))
    assert not own_cache.exists()


@pytest.mark.parametrize(
    "base", ["/dev/null", "/proc/nowhere", "/dev/null/deeper", "/" + "x" * 300]
)
def test_a_cache_that_cannot_be_written_is_done_without(
    base: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    path = write_catalogue(tmp_path)
    assert load(path) == load(path)


def test_a_file_in_place_of_the_folder(tmp_path: Path, own_cache: Path) -> None:
    own_cache.write_text("not a folder")
    path = write_catalogue(tmp_path)
    assert load(path) == load(path)
    assert own_cache.read_text() == "not a folder"


def test_a_full_disk(tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    path = write_catalogue(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    load(path)
    assert list(own_cache.iterdir()) == []


def test_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", "relative")
    assert cache.cache_folder() is None
    assert cache.entry_for(b"") is None

    def no_home(*args: object) -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", no_home)
    assert cache.cache_folder() is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("base", [None, "/somewhere/else"])
def test_the_folder_is_the_one_that_platformdirs_names(
    base: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    if base is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", base)
    assert cache.cache_folder() == platformdirs.user_cache_path("careeradvisor", appauthor=False)


def test_old_copies_are_removed(own_cache: Path) -> None:
    catalogue = make_catalogue()
    own_cache.mkdir(mode=0o700)
    other = own_cache / "somebody-else.msgpack"
    other.touch()
    stale = own_cache / ".catalogue-x-1-1.tmp"
    stale.touch()
    os.utime(stale, (0, 0))
    fresh = own_cache / ".catalogue-x-2-2.tmp"
    fresh.touch()
    made = []
    for number in range(12):
        entry = cache.entry_for(b"%d" % number)
        assert entry is not None
        cache.write(entry, catalogue)
        os.utime(entry, (time.time() - 100 + number,) * 2)
        made.append(entry)
    kept = [path for path in made if path.exists()]
    assert kept == made[-6:]
    assert other.exists()
    assert fresh.exists()
    assert not stale.exists()


def test_many_processes_at_once(tmp_path: Path, own_cache: Path) -> None:
    """Processes that all write the same copy, and remove and read it, always load the same."""
    path = write_catalogue(tmp_path, big_catalogue_table(15))
    code = f"""
from pathlib import Path
from careeradvisor.catalogue import cache
from careeradvisor.catalogue.load import load
path = Path({str(path)!r})
entry = cache.entry_for(path.read_bytes())
seen = set()
for turn in range(30):
    catalogue = load(path)
    seen.add((len(catalogue.careers), catalogue.careers["career-7"].title))
    if turn % 3 == 0:
        entry.unlink(missing_ok=True)
    else:
        cache.write(entry, catalogue)
print(seen)
"""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert (out.strip(), err) == ("{(15, 'Career number 7')}", "")
    assert all(path.suffix == ".msgpack" for path in own_cache.iterdir())


def test_a_process_killed_while_writing_leaves_nothing_that_is_believed(
    tmp_path: Path, own_cache: Path
) -> None:
    path = write_catalogue(tmp_path)
    code = f"""
import os
from pathlib import Path
from careeradvisor.catalogue.load import load
Path.replace = lambda self, target: os.kill(os.getpid(), 9)
load(Path({str(path)!r}))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    (left,) = own_cache.iterdir()
    assert left.suffix == ".tmp"
    catalogue = load(path)
    assert load(path) == catalogue
