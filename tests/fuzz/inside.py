"""Running the program inside this process, hundreds of times faster than as one of its own.

Whatever is put in, what must hold of the way in which it ends is checked here.
"""

from __future__ import annotations

import csv
import io
import json
import os
import pwd
import re
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from careeradvisor.cli.run import run
from tests.processes import CODES, Ran

SECONDS = 20.0
"""What takes longer counts as a hang. Most runs take a few hundredths of a second."""

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)")
_MARKUP = re.compile(r"<(?!/?(?:br|sub|sup)>)[A-Za-z!/]")


class Hang(BaseException):
    """The program did not come to an end. Nothing in it catches this."""


class Inside:
    """A home folder, and the program run in it. The environment is that of a bare account."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.profile = home / "config" / "careeradvisor" / "profile.toml"
        self.runs = 0

    def environment(self) -> dict[str, str]:
        """What the program is told of its surroundings."""
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "PATH": os.environ.get("PATH", ""),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "COLUMNS": "80",
        }

    def run(
        self,
        *arguments: str | Path,
        stdin: bytes = b"",
        encoding: str = "utf-8",
        environment: Mapping[str, str] | None = None,
        seconds: float = SECONDS,
    ) -> Ran:
        """Run the program to its end without a terminal, in ``home``."""
        self.runs += 1
        variables = {**self.environment(), **(environment or {})}
        out, err = io.BytesIO(), io.BytesIO()
        streams = (
            io.TextIOWrapper(io.BytesIO(stdin), encoding=encoding),
            io.TextIOWrapper(out, encoding=encoding),
            io.TextIOWrapper(err, encoding=encoding),
        )
        with _surroundings(self.home, variables), _streams(streams), _at_most(seconds):
            code = run([str(argument) for argument in arguments])
            sys.stdout.flush()
            sys.stderr.flush()
        return Ran(code, _text(out, encoding), _text(err, encoding))

    def check(self, *arguments: str | Path, **more: object) -> Ran:
        """Run the program and check what must hold whatever it is given."""
        ran = self.run(*arguments, **more)  # type: ignore[arg-type]
        return in_order(ran, [str(argument) for argument in arguments])


def in_order(ran: Ran, arguments: Sequence[str] = ()) -> Ran:
    """The run, having checked its exit code, its words and what they could do to a screen."""
    said = f"{ran.code} {arguments!r:.2000}\n{ran.err[-2000:]}"
    assert ran.code in CODES, said
    for words in ("Traceback", "inside the program", "Exception ignored", "Error in "):
        assert words not in ran.err, said
    assert ran.code in (0, 130) or ran.err.strip() or ran.out.strip(), said
    for text in (ran.out, ran.err):
        assert not hidden(text), f"{hidden(text)} {said}"
    if ran.code == 0:
        _check_format(ran.out, arguments)
    return ran


def hidden(text: str) -> list[str]:
    """What in a text a screen would not show but do: escapes, controls, direction marks.

    Written without the program's own tables, so that a mistake in these is seen.
    """
    found = set(_COLOUR.sub("", text)) - {"\n"}
    return sorted(
        f"U+{ord(char):04X}"
        for char in found
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )


def formulas(text: str) -> list[str]:
    """Cells of a CSV text that a spreadsheet would take for a formula."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [cell for row in rows for cell in row if _FORMULA.match(cell)]


def _check_format(out: str, arguments: Sequence[str]) -> None:
    if "json" in arguments and "--profiles" not in arguments and out.startswith("{"):
        assert json.loads(out)["schema"].startswith("careeradvisor/"), out[:200]
    if "csv" in arguments and "--help" not in arguments:
        assert not formulas(out), formulas(out)
    if "markdown" in arguments and "--help" not in arguments:
        assert not _MARKUP.search(out), _MARKUP.search(out)


def _no_other_home(folder: Path) -> Callable[[int], pwd.struct_passwd]:
    """The system's entry of a user, with a home folder in which tests may write.

    Without a usable HOME, that of the system's list of users is taken.
    """
    real = pwd.getpwuid

    def entry(number: int) -> pwd.struct_passwd:
        found = list(real(number))
        found[5] = str(folder)
        return pwd.struct_passwd(found)

    return entry


@contextmanager
def _surroundings(folder: Path, variables: Mapping[str, str]) -> Iterator[None]:
    kept, where = dict(os.environ), Path.cwd()
    handlers = {number: signal.getsignal(number) for number in _SIGNALS}
    user = pwd.getpwuid
    pwd.getpwuid = _no_other_home(folder)
    os.environ.clear()
    os.environ.update(variables)
    os.chdir(folder)
    try:
        yield
    finally:
        pwd.getpwuid = user
        os.chdir(where)
        os.environ.clear()
        os.environ.update(kept)
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextmanager
def _streams(
    streams: tuple[io.TextIOWrapper, io.TextIOWrapper, io.TextIOWrapper],
) -> Iterator[None]:
    before = (sys.stdin, sys.stdout, sys.stderr)
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def late(_number: int, _frame: object) -> NoReturn:
        raise Hang(f"not at an end after {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _text(stream: io.BytesIO, encoding: str) -> str:
    return stream.getvalue().decode(encoding)
