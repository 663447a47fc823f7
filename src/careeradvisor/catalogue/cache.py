"""A parsed copy of each catalogue in the platform's cache folder.

Parsing TOML is most of what loading costs, so the checked result is kept, under
a name made from the file's content, the program's version and the code of the
model: whatever changes, the old copy is simply no longer found. A copy is a
convenience only. One that is damaged, tampered with, or not the person's own is
passed over, and a cache that cannot be written to is done without, silently.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careeradvisor import __version__

from .model import Catalogue
from .read import open_flags, write_new

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        # hashlib loads OpenSSL for hashes that nobody asked for: 2.5 ms against 0.2.
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

_DIGEST = 32
_MAX_BYTES = 32 * 1024 * 1024
_KEEP = 6
_STALE_SECONDS = 3600
_PREFIX, _SUFFIX, _UNFINISHED = "catalogue-", ".msgpack", ".tmp"
_OFF = "CAREERADVISOR_NO_CACHE"
# Code that decides what a good catalogue is and how it is stored.
_CODE = ("model.py", "parts.py", "rules.py", "salvage.py", "shape.py")


def entry_for(data: bytes) -> Path | None:
    """Return where the parsed copy of a file with this content belongs; None: use no cache.

    ``CAREERADVISOR_NO_CACHE``, set to anything but ``0`` or nothing, turns the cache off.
    """
    if os.environ.get(_OFF, "0") not in ("", "0"):
        return None
    folder = cache_folder()
    if folder is None:
        return None
    digest = blake2b(data, digest_size=20, key=_fingerprint())
    return folder / f"{_PREFIX}{digest.hexdigest()}{_SUFFIX}"


def cache_folder() -> Path | None:
    """Return the program's folder in the platform's cache, existing or not; None without a home."""
    if sys.platform == "win32" or sys.platform == "darwin":
        from platformdirs import user_cache_path

        return user_cache_path("careeradvisor", appauthor=False)
    # What platformdirs would say, without the 2 ms that it takes to import.
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():
        try:
            base = Path.home() / ".cache"
        except RuntimeError:
            return None
    return base / "careeradvisor" if base.is_absolute() else None


def read(entry: Path) -> Catalogue | None:
    """Return the catalogue of an entry, or None when there is none that can be trusted."""
    try:
        if not _is_private(entry.parent.lstat(), stat.S_ISDIR):
            return None
        handle = os.open(entry, open_flags("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK"))
        try:
            found = os.fstat(handle)
            if not _is_private(found, stat.S_ISREG) or not _DIGEST < found.st_size <= _MAX_BYTES:
                return None
            data = memoryview(os.read(handle, found.st_size))
        finally:
            os.close(handle)
    except (OSError, ValueError):
        return None
    payload = data[_DIGEST:]
    if data[:_DIGEST] != _digest(payload):
        return None
    try:
        return msgspec.msgpack.decode(payload, type=Catalogue)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def write(entry: Path, catalogue: Catalogue) -> None:
    """Keep a catalogue without problems; do nothing where that is not possible."""
    payload = msgspec.msgpack.encode(catalogue)
    small = len(payload) + _DIGEST <= _MAX_BYTES
    unfinished = entry.with_name(f".{entry.stem}-{os.getpid()}-{time.time_ns()}{_UNFINISHED}")
    try:
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if small and _is_private(entry.parent.lstat(), stat.S_ISDIR):
            write_new(unfinished, _digest(payload) + payload)
            # Another process may do the same at this moment: each replaces a whole file by another.
            unfinished.replace(entry)
            _prune(entry)
    except (OSError, ValueError):
        return
    finally:
        _remove(unfinished)


def _fingerprint() -> bytes:
    """Return a key of 32 bytes that changes with the version and with the code of the model."""
    digest = blake2b(__version__.encode(), digest_size=32)
    for name in _CODE:
        # Without the source (a frozen program), the version has to do.
        with suppress(OSError):
            digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.digest()


def _digest(payload: bytes | memoryview) -> bytes:
    return blake2b(payload, digest_size=_DIGEST).digest()


def _is_private(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Say whether something is of the kind wanted and nobody else could have put it there."""
    if not is_kind(found.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _prune(newest: Path) -> None:
    """Remove all but the last few copies, and what a killed process left half written."""
    try:
        found = [(item.stat().st_mtime, item) for item in newest.parent.iterdir()]
    except OSError:
        return
    copies = sorted(
        (age, path)
        for age, path in found
        if path.name.startswith(_PREFIX) and path.suffix == _SUFFIX and path != newest
    )
    for _age, path in copies[: -(_KEEP - 1)]:
        _remove(path)
    for age, path in found:
        unfinished = path.name.startswith(f".{_PREFIX}") and path.suffix == _UNFINISHED
        if unfinished and time.time() - age > _STALE_SECONDS:
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
