"""Writing a file whole or not at all, readable by nobody else."""

from __future__ import annotations

import errno
import os
import signal
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from careeradvisor.catalogue.read import name_of, unwritable, write_new
from careeradvisor.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PREFIX, _SUFFIX = ".careeradvisor-", ".tmp"
_STALE_SECONDS = 3600
_WAIT_SECONDS = 2.0
_MOST_COPIES = 99


def write_whole(path: Path, data: bytes) -> None:
    """Replace ``path`` by a file with this content and mode 600, at once or not at all.

    A link is followed: what it points to is replaced. Raises OSError.
    """
    path = _real(path)
    with _unfinished(path.parent, data) as unfinished:
        unfinished.replace(path)
    _sync_folder(path.parent)
    _remove_stale(path.parent)


def try_out(folder: Path, size: int) -> None:
    """Write a file of ``size`` bytes into a folder and remove it. Raises OSError."""
    with _unfinished(folder, b"#" * size):
        pass


@contextmanager
def _unfinished(folder: Path, data: bytes) -> Iterator[Path]:
    """A new file with this content, which is gone afterwards under that name."""
    path = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    with _signals_waiting():
        try:
            write_new(path, data, sync=True)
            yield path
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def keep_copy(path: Path) -> Path:
    """Keep the present content under the first free name with ``.bak``; returns that name.

    Raises OSError.
    """
    path = _real(path)
    for copy in _names_of_copies(path):
        try:
            copy.hardlink_to(path)
        except FileExistsError:
            continue
        except OSError:
            # Some file systems have no second names.
            try:
                write_new(copy, path.read_bytes(), sync=True)
            except FileExistsError:
                continue
        return copy
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def copies_of(path: Path) -> list[Path]:
    """Return the copies that :func:`keep_copy` has made."""
    return [copy for copy in _names_of_copies(_real(path)) if os.path.lexists(copy)]


def _names_of_copies(path: Path) -> list[Path]:
    numbers = ("", *range(2, _MOST_COPIES + 1))
    return [path.with_name(f"{path.name}.bak{number}") for number in numbers]


def leftovers(folder: Path) -> list[Path]:
    """What processes that were killed while writing have left in a folder. Raises OSError."""
    return sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"))


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Keep two processes from changing files of a folder at the same time, where that can be done.

    Waits two seconds at most: a lock that somebody holds longer is not ours.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = -1
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        until = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < until:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.01)
    try:
        yield
    finally:
        if handle >= 0:
            os.close(handle)


def refuse_special(path: Path) -> None:
    """Raise FileProblem when there is something by that name that is not an ordinary file."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
    if stat.S_ISDIR(mode):
        raise FileProblem(f"{name_of(path)} is a folder. Give the name of a file.")
    if not stat.S_ISREG(mode):
        raise FileProblem(f"{name_of(path)} is not an ordinary file. Give the name of another.")


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Let signals to stop wait: one that came while tidying up would leave something behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _real(path: Path) -> Path:
    return path.resolve() if path.is_symlink() else path


def _sync_folder(folder: Path) -> None:
    # Not every platform can; the file itself is safe on the disk already.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_stale(folder: Path) -> None:
    with suppress(OSError):
        for item in leftovers(folder):
            if time.time() - item.lstat().st_mtime > _STALE_SECONDS:
                item.unlink()
