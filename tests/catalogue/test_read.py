from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from careeradvisor.catalogue.read import read_bytes
from careeradvisor.errors import FileProblem


def _message(path: Path, **options: int) -> str:
    with pytest.raises(FileProblem) as caught:
        read_bytes(path, **options)
    assert caught.value.exit_code == 1
    assert "\n" not in caught.value.message
    assert "\x1b" not in caught.value.message
    return caught.value.message


def test_an_ordinary_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"abc" * 1_000_000)
    assert read_bytes(path) == b"abc" * 1_000_000
    link = tmp_path / "link"
    link.symlink_to(path)
    assert len(read_bytes(link)) == 3_000_000


def test_missing(tmp_path: Path) -> None:
    assert "There is no file" in _message(tmp_path / "none.toml")
    (tmp_path / "file").touch()
    assert "There is no file" in _message(tmp_path / "file" / "x")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in _message(tmp_path)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe" in _message(tmp_path / "pipe")


def test_devices_and_sockets(tmp_path: Path) -> None:
    for device in ("/dev/zero", "/dev/null", "/dev/tty"):
        if Path(device).exists():
            assert "device" in _message(Path(device))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        assert "socket" in _message(tmp_path / "socket")


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "leads back to itself" in _message(tmp_path / "a")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(10**12)
    assert "larger than 6 MB" in _message(path)


def test_a_file_that_says_it_is_empty_and_is_not() -> None:
    path = Path("/proc/self/smaps")
    if not path.exists():
        pytest.skip("no /proc here")
    assert "larger than" in _message(path, limit=1000)


def test_not_allowed(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.touch(mode=0)
    if os.access(path, os.R_OK):
        pytest.skip("the superuser may read anything")
    assert "may not read" in _message(path)


@pytest.mark.parametrize("name", ["nul\0byte", "x" * 5000, "sur\udcffrogate", "esc\x1b[31m\n"])
def test_names_that_no_file_has(tmp_path: Path, name: str) -> None:
    _message(tmp_path / name)
