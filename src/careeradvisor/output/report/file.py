"""Putting a report where the person wants it: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from careeradvisor.errors import FileProblem
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from pathlib import Path

MARK = (
    b'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    b'<meta name="generator" content="careeradvisor '
)
"""What a report begins with: a file that does may be overwritten."""

_NEW_FILE_MODE = 0o600
_OTHER_KINDS = {
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".csv", ".json", ".toml", ".xls"),
    *(".xlsx", ".ods", ".png", ".jpg", ".jpeg", ".svg", ".zip"),
}
_WHY = {
    errno.EACCES: "you may not write in that folder. Choose another folder",
    errno.EPERM: "you may not write in that folder. Choose another folder",
    errno.EROFS: "nothing can be written on that disk. Choose another folder",
    errno.ENOSPC: "the disk is full. Free some space or choose another disk",
    errno.EDQUOT: "your share of the disk is used up. Free some space or choose another disk",
    errno.EFBIG: "files there may not get that large. Choose another folder",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
    errno.ELOOP: "its folder is a link that leads back to itself. Choose another folder",
    errno.ENOENT: "that folder does not exist. Create it first or choose another",
    errno.ENOTDIR: "part of that name is a file, not a folder. Choose another folder",
}


def write_atomically(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8: afterwards the file is the old one or the new one.

    Only an earlier report is overwritten, or an empty file; a name of another kind of file is
    refused. A symbolic link of that
    name is replaced, not followed. A new file can be read by its owner only; an
    overwritten one keeps its permissions. Raises :class:`FileProblem` and leaves
    nothing behind when it cannot be done.
    """
    if path.suffix.lower() in _OTHER_KINDS:
        raise FileProblem(
            f"A report is a page for a browser, so {name_of(path)} would not open as what its "
            f"name says. Write {name_of(path.with_suffix('.html'))} instead; a browser prints it, "
            "to PDF too."
        )
    try:
        mode = _mode_for(path)
        _write(path, text.encode("utf-8"), mode)
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error


def _mode_for(path: Path) -> int:
    """Refuse what must not be replaced; the permissions that the new file gets."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return _NEW_FILE_MODE
    except OSError as error:
        if error.errno == errno.ELOOP and path.is_symlink():
            return _NEW_FILE_MODE
        raise
    if stat.S_ISDIR(found.st_mode):
        raise FileProblem(
            f"{name_of(path)} is a folder. Add a file name, such as "
            f"{shorten(str(path / 'report.html'), 200)}."
        )
    if not stat.S_ISREG(found.st_mode):
        raise FileProblem(
            f"{name_of(path)} is a device or a pipe, not a file. "
            "Choose another name, such as report.html."
        )
    if found.st_size and not _is_report(path):
        raise FileProblem(
            f"{name_of(path)} is there already and is not a report of this program. "
            "It was left as it is. Choose another name, or remove it first."
        )
    return stat.S_IMODE(found.st_mode) & 0o777


def _is_report(path: Path) -> bool:
    # O_NONBLOCK, should a pipe have taken its place since.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        return os.read(handle, len(MARK)) == MARK
    finally:
        os.close(handle)


def _write(path: Path, data: bytes, mode: int) -> None:
    unfinished = path.with_name(f".careeradvisor-{os.getpid()}-{time.time_ns()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    handle = os.open(unfinished, flags, _NEW_FILE_MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            # Some disks say that they are full only now.
            os.fsync(file.fileno())
        if mode != _NEW_FILE_MODE:
            # A disk without permissions need not stop the report.
            with suppress(OSError):
                unfinished.chmod(mode)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def unwritable(path: Path, error: OSError | ValueError, what: str = "report") -> FileProblem:
    """What to tell a person whose report or reports cannot be written to a path."""
    if isinstance(error, ValueError):
        return FileProblem(f"{name_of(path)} cannot be the name of a file. Choose another name.")
    why = _WHY.get(error.errno or 0) or (
        f"{error.strerror or 'the disk refused'}. Choose another folder"
    )
    return FileProblem(f"The {what} could not be written to {name_of(path)}: {why}.")


def name_of(path: Path) -> str:
    """A path as messages show it."""
    return shorten(str(path), 200)
