"""Random sessions of the quiz: keys, pastes, windows of any size, and every way to end."""

from __future__ import annotations

import importlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from careeradvisor.criteria import ALL
from careeradvisor.errors import CareerAdvisorError
from careeradvisor.profile.store import Store
from tests.fuzz.typing import Typing
from tests.processes import CODES

# Everything that the quiz imports when it is needed: a forked process then has it already.
PRELOADED = (
    *("cli.app", "cli.quiz", "cli.quiz_menu", "interview", "interview.results"),
    *("interview.keys", "interview.plain", "interview.resuming", "interview.stopping"),
    *("matching.advice", "output.report.html", "output.ranking", "output.terminal.parts"),
    *("views.comparison", "views.career", "catalogue.load", "catalogue.check", "profile.store"),
)
ONWARD = (b"\r", b"\r", b"\r", b"1", b"2", b"3", b"\x1b[B", b"\x1b[B\r", b"9\r", b"45000\r", b" ")
KEYS = (
    # The letters of the menu, which has all that follows a result behind them.
    *(bytes([letter]) for letter in b"scwamrkp"),
    *(bytes([digit]) for digit in b"0123456789"),
    *(b"?", b"b", b"k", b"j", b"q", b"x", b"y", b"z", b"$", b",", b".", b";", b"'", b'"', b"\\"),
    b"-",
    *(b"\r", b"\n", b"\t", b" ", b"\x7f", b"\x08", b"\x1b", b"\x1b\x1b", b"\x1b\r", b"\x1bb"),
    b"\x1b ",
    *(b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[2~", b"\x1b[3~"),
    *(b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1bOP", b"\x1bOA", b"\x1b[15~", b"\x1b[1;5C"),
    b"\x1b[3;5~",
    # What terminals send by themselves: mouse, focus, size, colours, where the cursor is.
    *(b"\x1b[M !!", b"\x1b[<0;1;1M", b"\x1b[<64;9;9m", b"\x1b[I", b"\x1b[O", b"\x1b[8;24;80t"),
    *(b"\x1b[24;80R", b"\x1b[?62;4c", b"\x1b]11;rgb:00/00/00\x07", b"\x1bP1$r0m\x1b\\"),
    b"\x1b[97;5u",
    # Sequences that are cut off or never were any.
    *(b"\x1b[", b"\x1b]0;title", b"\x1bO", b"\x1b[1;", b"\x1b[999999999999A", b"\x9b", b"\x1b[?"),
    b"\x1b#",
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[200~pasted\nlines\x1b[201~"),
    b"\x1b[200~\x00\x1b[A\x1b[201~",
    # Control characters, those that a terminal may keep for itself included.
    *(
        bytes([code])
        for code in (0, 1, 2, 5, 6, 11, 12, 14, 15, 16, 18, 20, 21, 22, 23, 24, 25, 26)
    ),
    *(b"\x13", b"\x11", b"\x1d", b"\x1e", b"\x1f"),
    *(
        text.encode()
        for text in ("é", "看護", "🩺", "\u202e", "\u0301", "any", "none", "coder", "CA")
    ),
    *(b"\xc3", b"\xe2\x80", b"\xff\xfe", b"\xed\xa0\x80"),
)
ENDS = ("ctrl-c", "ctrl-d", "term", "hup", "int", "close", "kill")
_SIGNALS = {"term": signal.SIGTERM, "hup": signal.SIGHUP, "int": signal.SIGINT}
_PROFILE = Path("config", "careeradvisor", "profile.toml")
_SLOW = 15.0


@dataclass
class Played:
    """How one session went. ``problems`` is empty when everything was as promised."""

    seed: int
    arguments: list[str]
    end: str
    code: int | None = None
    sent: int = 0
    steps: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)
    tail: bytes = b""

    def __str__(self) -> str:
        tail = self.tail[-1_500:].decode("utf-8", "backslashreplace")
        return (
            f"seed {self.seed}: {' '.join(self.arguments)}; ended by {self.end} with {self.code}: "
            f"{'; '.join(self.problems)}\n{tail!r}"
        )


def preload() -> None:
    """Import what a session needs, so that its process does not have to."""
    for name in PRELOADED:
        importlib.import_module(f"careeradvisor.{name}")


def play(
    home: Path,
    seed: int,
    *,
    steps: int = 40,
    fork: bool = True,
    end: str = "",
    front_end: str = "",
    largest_paste: int = 1_000_000,
) -> Played:
    """Play the session that a seed stands for, in ``home``, with the answers that are there.

    ``end`` and ``front_end`` ("keys", "plain") are drawn too unless given.
    """
    dice = Random(seed)
    front_end = front_end or dice.choice(["keys", "keys", "plain"])
    arguments = ["quiz", *_flags(dice)]
    # Two ways to get the front end without redrawing.
    simple = dice.random() < 0.5
    if front_end == "plain" and not simple:
        arguments.append("--plain")
    environment = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "TERM": dice.choice(["xterm-256color", "xterm-256color", "vt100", "linux"]),
    }
    if front_end == "plain" and simple:
        environment["TERM"] = "dumb"
    end = end or dice.choice(ENDS)
    if end == "signal":
        end = dice.choice(list(_SIGNALS))
    played = Played(seed, arguments, end)
    started = time.monotonic()
    # What a killed process has left stays for an hour, in case that it is not dead.
    left = unfinished_files(home)
    rows, columns = dice.choice([(24, 80), (24, 80), (60, 120), (5, 20), (1, 1), (0, 0)])
    typing = Typing(home, arguments, environment, rows=rows, columns=columns, fork=fork)
    try:
        # Not always: what is typed before the program is ready counts too.
        if dice.random() < 0.8:
            typing.watch(0.05 if fork else 0.5)
        for keys in _actions(dice, typing, dice.randint(1, steps), largest_paste):
            played.steps += 1
            if not typing.type(keys):
                played.problems.append("takes no more keys")
                break
            typing.watch(dice.choice([0, 0, 0.001, 0.02]))
            if typing.code is not None:
                break
        ending = time.monotonic()
        played.code = _end(typing, end)
        if time.monotonic() - ending > _SLOW:
            played.problems.append(f"took {time.monotonic() - ending:.0f} s to end")
        if played.code is None:
            played.problems.append("did not end")
        else:
            _judge(played, typing, home, left)
    finally:
        typing.close()
    played.sent, played.tail = typing.sent, typing.tail
    played.seconds = time.monotonic() - started
    return played


def _actions(dice: Random, typing: Typing, count: int, largest_paste: int) -> Iterator[bytes]:
    onward = dice.choice([0.3, 0.6, 0.9])
    for _ in range(count):
        roll = dice.random()
        if roll < 0.03:
            typing.resize(dice.choice([0, 1, 2, 10, 24, 200]), dice.choice([0, 1, 9, 40, 80, 500]))
            yield b""
        elif roll < 0.035:
            yield _paste(dice, largest_paste)
        elif roll < 0.08:
            yield _harmless(bytes(dice.randrange(256) for _ in range(dice.randint(1, 16))))
        elif roll < 0.08 + 0.9 * onward:
            yield b"".join(dice.choices(ONWARD, k=dice.randint(1, 3)))
        else:
            yield b"".join(dice.choices(KEYS, k=dice.randint(1, 6)))


def _paste(dice: Random, largest: int) -> bytes:
    text = dice.choice([b"60000 dollars or so, ", b"line\r\n", b"\x1b[B\r", b"x", "é".encode()])
    paste = text * (min(largest, dice.choice([1_000, 100_000, 1_000_000])) // len(text))
    return b"\x1b[200~" + paste + b"\x1b[201~" if dice.random() < 0.6 else paste


def _harmless(data: bytes) -> bytes:
    """Without what would stop the program at once, or lead out of the folder it is in."""
    return data.translate(bytes.maketrans(b"\x03\x04\x1c/~", b"____-"))


def _flags(dice: Random) -> list[str]:
    flags = []
    if dice.random() < 0.5:
        flags.append("--full")
    for flag in (
        ["--no-save"], ["--save"], ["--salary", "45k"], ["--state", "CA"], ["--holds", "rn"],
        ["--explain"], ["--top", "20"], ["--report", "r.html"],
    ):  # fmt: skip
        if dice.random() < 0.08:
            flags += flag
    return flags


def _end(typing: Typing, end: str) -> int | None:
    if end == "kill":
        typing.signal(signal.SIGKILL)
        return typing.end()
    if end == "close":
        if typing.code is None:
            typing.hang_up()
        return typing.end()
    if end in _SIGNALS:
        return stopped_by(typing, _SIGNALS[end])
    # In lines of text, the end of input counts only where a line begins; where keys are read,
    # not in the middle of something pasted; a pager has to be left before.
    return typing.end(b"\x03" if end == "ctrl-c" else b"\x1b[201~q\x04\n\x04")


def stopped_by(typing: Typing, number: signal.Signals) -> int | None:
    """Send a signal and wait for the end; the exit code.

    A signal that meets compiled code in the middle of the program's start can get lost
    (msgspec drops exceptions of Python code that it calls), so it is sent once more.
    """
    typing.signal(number)
    code = typing.end(seconds=5.0)
    if code is None:
        typing.signal(number)
        code = typing.end()
    return code


def _judge(played: Played, typing: Typing, home: Path, left: set[str]) -> None:
    problems = played.problems
    killed = played.end == "kill" and played.code == -signal.SIGKILL
    # A signal that came while Python was starting: nothing had been asked yet.
    early = not typing.shown and played.code in (-signal.SIGINT, -signal.SIGTERM, -signal.SIGHUP)
    if played.code not in CODES and not killed and not early:
        problems.append(f"exit code {played.code}")
    problems += [f"said: {words.decode()}" for words in typing.bad]
    if not killed:
        new = unfinished_files(home) - left
        problems += [f"left behind: {what}" for what in [*typing.left_behind(), *new]]
    problems += profile_problems(home)


def profile_problems(home: Path) -> list[str]:
    """What is wrong with the answers in a home folder: there or not, they must be whole."""
    try:
        Store(ALL, home / _PROFILE).load()
    except CareerAdvisorError as problem:
        return [f"profile: {problem.message}"]
    return []


def unfinished_files(home: Path) -> set[str]:
    """Files in a home folder that were to become saved answers."""
    return {path.name for path in (home / _PROFILE).parent.glob(".careeradvisor-*")}
