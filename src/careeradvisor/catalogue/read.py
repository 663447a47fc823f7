"""Reading a file that a person named, whatever it turns out to be, and writing a new one."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from careeradvisor.errors import FileProblem
from careeradvisor.text import shorten

MAX_BYTES = 6 * 1024 * 1024
"""The bundled catalogue has 1 MB: what is six times as large is something else."""
_CHUNK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class NotRead(Exception):
    """A file holds no UTF-8, or no TOML; ``line`` counts from 1, None when it is not known."""

    def __init__(self, line: int | None, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


class TooLarge(FileProblem):
    """A file is larger than what is wanted can be."""

    def __init__(self, path: Path, limit: int) -> None:
        size = f"{limit >> 20} MB" if limit >= 1 << 20 else f"{limit >> 10} kB"
        text = f"{name_of(path)} is larger than {size}. Check that it is the file you meant."
        super().__init__(text)


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Return the content of an ordinary file of at most ``limit`` bytes.

    Anything else (a folder, a pipe, a device, a file without end) is refused at
    once, without waiting for it, by a :class:`FileProblem` that says what it is.
    """
    try:
        # Looked at before it is opened: opening a device can already do something.
        _refuse_special(path, path.stat().st_mode)
        # O_NONBLOCK, should a pipe have taken its place since.
        handle = os.open(path, open_flags("O_RDONLY", "O_NONBLOCK", "O_NOCTTY"))
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    try:
        found = os.fstat(handle)
        _refuse_special(path, found.st_mode)
        if found.st_size > limit:
            raise TooLarge(path, limit)
        chunks: list[bytes] = []
        total = 0
        while chunk := os.read(handle, _CHUNK):
            chunks.append(chunk)
            total += len(chunk)
            # Some files (those of /proc) say that they are empty and then do not end.
            if total > limit:
                raise TooLarge(path, limit)
        return b"".join(chunks)
    except OSError as error:
        raise unreadable(path, error) from error
    finally:
        os.close(handle)


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if data.startswith(_UTF16):
        raise NotRead(None, "the file is in UTF-16; save it as UTF-8")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data.removeprefix(_BOM)[error.start]
        raise NotRead(
            line, f"a letter is not in UTF-8 (byte 0x{byte:02X}); save the file as UTF-8"
        ) from error


def open_flags(*names: str) -> int:
    """Return flags for ``os.open``, those that this system has, and what every file needs."""
    flags = 0
    for name in (*names, "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return flags


def name_of(path: Path) -> str:
    """Return a path as it can be put into a message: one line, nothing hidden, not endless."""
    return shorten(str(path), 200)


def _refuse_special(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise FileProblem(f"{name_of(path)} is a folder. Give the file inside it.")
    kind = "a pipe" if stat.S_ISFIFO(mode) else "a device or a socket"
    raise FileProblem(f"{name_of(path)} is {kind}, not a file. Save it as a file and give that.")


def unreadable(path: Path, error: Exception) -> FileProblem:
    """The message for a file that could not be read."""
    name = name_of(path)
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return FileProblem(f"There is no file {name}. Check the name and the folder.")
    if code in (errno.EACCES, errno.EPERM):
        return FileProblem(f"You may not read {name}. Check who is allowed to.")
    if code == errno.ELOOP:
        return FileProblem(f"{name} is a link that leads back to itself. Give the real file.")
    if code == errno.ENAMETOOLONG:
        return FileProblem(f"{name} is too long to be the name of a file. Check it.")
    why = os.strerror(code) if code is not None else "its name cannot be the name of a file"
    return FileProblem(f"{name} could not be read: {why}.")


def unwritable(path: Path, error: Exception) -> FileProblem:
    """The message for a file that could not be written."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        why = "there is no such folder. Make it first, or choose another"
    elif code in (errno.ENOSPC, errno.EDQUOT):
        why = "the disk is full. Make some room, or choose a file on another disk"
    elif code in (errno.EACCES, errno.EPERM, errno.EROFS):
        why = "you may not write there. Choose another folder"
    elif code == errno.ELOOP:
        why = "it is a link that leads back to itself. Give the real file"
    elif code is not None:
        why = f"{os.strerror(code)}. Choose another file"
    else:
        why = "that cannot be the name of a file. Choose another"
    return FileProblem(f"{name_of(path)} could not be written: {why}.")


def write_new(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Write a new file with mode 600; ``sync`` waits for the disk. Raises OSError."""
    flags = open_flags("O_WRONLY", "O_CREAT", "O_EXCL", "O_NOFOLLOW")
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        if sync:
            file.flush()
            os.fsync(file.fileno())
