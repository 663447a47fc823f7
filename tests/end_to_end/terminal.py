"""A person at a terminal: the program in a pseudo-terminal, and the screen that it draws."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import pexpect
import pyte

PATIENCE = 90.0
"""Seconds to wait for something to appear: a slow machine is no failure, a hang is."""

PROGRAMS = Path(sys.executable).parent
"""Where the commands of this environment are."""

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ENTER, ESC, CTRL_C, CTRL_D, SPACE, BACKSPACE = "\r", "\x1b", "\x03", "\x04", " ", "\x7f"


def interactive(name: str, home: Path, *flags: str, **more: str) -> pexpect.spawn[str]:
    """A shell in a new home, in which the program can be called by its name."""
    return pexpect.spawn(
        name,
        [*flags, "-i"],
        env={
            "PATH": os.pathsep.join((str(PROGRAMS), "/usr/local/bin", "/usr/bin", "/bin")),
            "HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            **more,
        },
        dimensions=(40, 120),
        timeout=PATIENCE,
        cwd=str(home),
        encoding="utf-8",
    )


class Terminal:
    """One run of the program. Keys go in, the screen can be read."""

    def __init__(
        self,
        home: Path,
        *arguments: str | Path,
        rows: int = 24,
        columns: int = 80,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=2_000, ratio=1.0)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG")}
        variables = {
            **kept,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "TERM": "xterm-256color",
            "PYTHONUTF8": "1",
            **(environment or {}),
        }
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "careeradvisor", *map(str, arguments)],
            env={k: v for k, v in variables.items() if v},
            dimensions=(rows, columns),
            timeout=PATIENCE,
            cwd=str(home),
            # Whoever runs the tests in the background has had Ctrl-C turned off for them.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process."""
        pid: int = self._child.pid
        return pid

    @property
    def lines(self) -> list[str]:
        """What is on the screen now."""
        return [line.rstrip() for line in self._rows(self.screen.buffer[y] for y in self._ys)]

    @property
    def shown(self) -> str:
        """The screen as one text, so that a line end never hides what is looked for."""
        return self._joined(self.lines)

    @property
    def everything(self) -> str:
        """What has been printed, scrolled away or not, as one text."""
        return self._joined([*self._rows(self.screen.history.top), *self.lines])

    def press(self, *keys: str) -> None:
        """Type."""
        for key in keys:
            self._child.send(key.encode())

    def send(self, data: bytes) -> None:
        """Send bytes as they are, reading meanwhile so that neither side waits for the other."""
        while data:
            readable, writable, _ = select.select(
                [self._child.child_fd], [self._child.child_fd], [], PATIENCE
            )
            assert readable or writable, "the program takes no more keys"
            if readable:
                self._read()
            if writable:
                try:
                    sent = os.write(self._child.child_fd, data[:512])
                except OSError:
                    return
                data = data[sent:]

    def wait_for(self, *texts: str) -> None:
        """Read until all of the texts are on the screen."""
        self._wait(lambda: all(text in self.shown for text in texts), f"{texts} to appear")

    def wait_until_gone(self, text: str) -> None:
        """Read until a text is no longer on the screen."""
        self._wait(lambda: text not in self.shown, f"{text!r} to go")

    def wait_for_printed(self, text: str) -> None:
        """Read until a text has been printed, wherever it has scrolled to."""
        self._wait(lambda: text in self.everything, f"{text!r} to be printed")

    def answer(self, *steps: tuple[str, str]) -> None:
        """Wait for each text, then type the keys that belong to it."""
        for text, keys in steps:
            self.wait_for(text)
            self.press(keys)

    def end(self) -> int:
        """Wait until the program has ended; its exit code, or minus the signal that ended it."""
        until = time.monotonic() + PATIENCE
        while self._read(until - time.monotonic()):
            assert time.monotonic() < until, f"the program has not ended:\n{self._picture()}"
        return self.wait()

    def wait(self) -> int:
        """Wait until the process is gone, without reading."""
        until = time.monotonic() + PATIENCE
        while True:
            if not self._child.isalive():
                code: int = self._child.exitstatus
                return -self._child.signalstatus if code is None else code
            assert time.monotonic() < until, "the program has not ended"
            time.sleep(0.02)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window."""
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = True
        self._child.child_fd = self._child.ptyproc.fd = -1

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + PATIENCE
        while not done():
            left = until - time.monotonic()
            assert left > 0, f"waited for {what}:\n{self._picture()}"
            assert self._read(left), f"the program ended before {what}:\n{self._picture()}"

    def _read(self, seconds: float = 0.0) -> bool:
        """Read what there is, waiting at most so long for it; whether there may be more."""
        try:
            data = self._child.read_nonblocking(65_536, timeout=max(0.0, seconds))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    @property
    def _ys(self) -> range:
        return range(self.screen.lines)

    def _rows(self, rows: Iterable[Any]) -> list[str]:
        # Not the emulator's own display, which fails where half of a wide letter is overwritten.
        return ["".join(row[x].data for x in range(self.screen.columns)) for row in rows]

    def _joined(self, lines: list[str]) -> str:
        """Lines as one text; a line that reaches the edge goes on without a blank."""
        text = ""
        for line in lines:
            full = len(line.rstrip()) == self.screen.columns
            text += line if full else f"{line.rstrip()} "
        return " ".join(text.split())

    def _picture(self) -> str:
        return "\n".join(self.lines)
