"""Running the program as its own process, as people and scripts do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PROGRAM = (sys.executable, "-m", "careeradvisor")
CODES = (0, 1, 2, 130)
"""Every code with which the program may end."""


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


class Home:
    """A person's home folder, with the environment in which the program runs there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "config"
        self.profile = self.config / "careeradvisor" / "profile.toml"

    def environment(self, **more: str) -> dict[str, str]:
        """The environment; ``more`` adds to it, an empty value takes away."""
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "SYSTEMROOT")}
        environment = {
            **kept,
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.config),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "PYTHONIOENCODING": "utf-8",
            "TERM": "xterm-256color",
            # Nobody is there to turn its pages.
            "PAGER": "cat",
            **more,
        }
        return {k: v for k, v in environment.items() if v}

    def run(
        self,
        *arguments: str | Path,
        stdin: str | bytes = b"",
        environment: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Ran:
        """Run the program to its end without a terminal."""
        done = subprocess.run(
            [*PROGRAM, *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env=self.environment(**(environment or {})),
            timeout=60,
            check=False,
            **more,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def python(self, code: str, *arguments: str | Path) -> Ran:
        """Run Python code to its end in the environment that the program runs in."""
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments: str | Path, **more: Any) -> subprocess.Popen[bytes]:
        """Start the program."""
        return subprocess.Popen([*PROGRAM, *map(str, arguments)], env=self.environment(), **more)


def run_first(folder: Path, code: str) -> str:
    """A PYTHONPATH with which Python runs some code before its program."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(code)
    return str(site)


def only_words(ran: Ran) -> Ran:
    """The run, having checked that whatever went wrong was said in words."""
    assert "Traceback" not in ran.err
    assert "inside the program" not in ran.err
    assert "Exception ignored" not in ran.err
    assert ran.code in CODES
    return ran


def as_ordinary_user(code: str, *arguments: str | Path) -> Ran:
    """Run Python code as somebody whom permissions hold back, which they do not root."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=obey_permissions,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def obey_permissions() -> None:
    """Take from root, in a process about to start, the right to pass over permissions."""
    if os.geteuid() != 0:
        return
    import ctypes

    drop_from_bounding_set, override, read_and_search = 24, 1, 2
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (override, read_and_search):
        if libc.prctl(drop_from_bounding_set, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


@contextmanager
def small_disk(folder: Path, size: int = 64 * 1024, options: str = "") -> Iterator[Path]:
    """Mount a file system of ``size`` bytes; skips the test where that is not permitted."""
    folder.mkdir(exist_ok=True)
    where = ("-o", f"size={size}{options}", "tmpfs", str(folder))
    try:
        done = subprocess.run(
            ("mount", "-t", "tmpfs", *where), capture_output=True, text=True, check=False
        )
    except OSError as error:
        pytest.skip(f"there is no mount command: {error}")
    if done.returncode != 0:
        pytest.skip(f"a small file system cannot be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(("umount", str(folder)), check=True)


def fill(folder: Path) -> None:
    """Fill the file system that a folder is on."""
    with (folder / "ballast").open("wb", buffering=0) as file:
        for block in (4096, 1):
            try:
                while True:
                    file.write(b"x" * block)
            except OSError:
                pass
