"""Somebody, or a cat, at the keys of a real pseudo-terminal.

The program runs in a process of its own, forked from this one with everything imported,
or started anew, which is twenty times slower.
"""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

BAD_WORDS = (b"Traceback", b"went wrong inside", b"Exception ignored", b"Unhandled exception")
_PRINTED = (b"\x1b[?", b"short questions", b"Do you want", b"careeradvisor", b"Stopped.")
_TAIL = 20_000
_HELD = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
# Whatever a program switches, it has to switch back: the cursor, paste marks, the other screen.
_AT_REST = {
    b"25": b"h",
    b"7": b"h",
    b"2004": b"l",
    b"1049": b"l",
    b"1": b"l",
    b"1000": b"l",
    b"1003": b"l",
}


class Typing:
    """One run of the program at a terminal of its own."""

    def __init__(
        self,
        home: Path,
        arguments: list[str],
        environment: Mapping[str, str],
        *,
        rows: int = 24,
        columns: int = 80,
        fork: bool = True,
    ) -> None:
        self.tail = b""
        self.sent = 0
        self.read = 0
        self.code: int | None = None
        self.bad: set[bytes] = set()
        self.shown = False
        """Whether the program has printed anything; a terminal echoes keys by itself."""
        self._modes: dict[bytes, bytes] = {}
        self._cut = b""
        self._terminal, slave = pty.openpty()
        # Kept open: the terminal's settings are looked at when the program is gone.
        self._slave = slave
        self.resize(rows, columns)
        self._before = termios.tcgetattr(slave)
        # Signals wait until the program runs: before, they would meet this process's code.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
        ready, tell = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(ready)
            _become(home, arguments, environment, slave, tell, fork)
        os.close(tell)
        os.read(ready, 1)
        os.close(ready)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.set_blocking(self._terminal, False)

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size; the program is told by SIGWINCH."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def type(self, data: bytes, seconds: float = 20.0) -> bool:
        """Send bytes, reading meanwhile; False when none is taken and none comes for so long."""
        until = time.monotonic() + seconds
        while data and not self._gone():
            if time.monotonic() > until:
                return False
            if time.monotonic() > until - seconds + 1:
                self.go_on()
            readable, writable, _ = select.select([self._terminal], [self._terminal], [], 0.5)
            if readable or writable:
                until = time.monotonic() + seconds
            if readable:
                self._take()
            if writable:
                try:
                    sent = os.write(self._terminal, data[:2_000])
                except BlockingIOError:
                    continue
                except OSError:
                    return True
                self.sent += sent
                data = data[sent:]
        return True

    def go_on(self) -> None:
        """Let the screen go on that a Ctrl-S among the keys may have stopped."""
        with suppress(termios.error):
            # The second call undoes the first, and whatever else has stopped it.
            termios.tcflow(self._slave, termios.TCOOFF)
            termios.tcflow(self._slave, termios.TCOON)

    def watch(self, seconds: float) -> None:
        """Read what comes for some time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0] and not self._take():
                return

    def wait_for(self, text: bytes, seconds: float = 30.0) -> None:
        """Read until a text, which the program prints in one piece, has come."""
        until = time.monotonic() + seconds
        while text not in self.tail:
            assert time.monotonic() < until, self.tail
            assert not self._gone(), self.tail
            self.watch(0.02)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        if not self._gone():
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window: nobody will ever read or type again."""
        for handle in (self._slave, self._terminal):
            os.close(handle)
        self._slave = self._terminal = -1

    def end(self, keys: bytes = b"", seconds: float = 30.0) -> int | None:
        """Wait for the end, pressing ``keys`` again and again; the exit code, or None: it hangs."""
        until = time.monotonic() + seconds
        press_at = time.monotonic()
        while not self._gone():
            if time.monotonic() > until:
                return None
            if self._terminal < 0:
                time.sleep(0.005)
                continue
            if time.monotonic() >= press_at:
                self.go_on()
                with suppress(OSError):
                    os.write(self._terminal, keys)
                press_at = time.monotonic() + 0.3
            self.watch(0.02)
        # What it has written last is still there, perhaps held back by a Ctrl-S among the keys.
        if self._terminal >= 0:
            self.go_on()
        while self._terminal >= 0 and select.select([self._terminal], [], [], 0)[0]:
            if not self._take():
                break
        return self.code

    def close(self) -> None:
        """Leave nothing behind."""
        if not self._gone():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal >= 0:
            self.hang_up()

    def left_behind(self) -> list[str]:
        """What the program has changed about the terminal and not put back."""
        if self._terminal < 0:
            return []
        wrong = [
            f"mode {mode.decode()}{state.decode()}"
            for mode, state in self._modes.items()
            if mode in _AT_REST and _AT_REST[mode] != state
        ]
        if termios.tcgetattr(self._slave) != self._before:
            wrong.append("terminal settings")
        return wrong

    def _take(self) -> bool:
        try:
            data = os.read(self._terminal, 65_536)
        except OSError as error:
            return error.errno == errno.EAGAIN
        self.read += len(data)
        self.tail = (self.tail + data)[-_TAIL:]
        self.shown = self.shown or any(mark in self._cut + data for mark in _PRINTED)
        self.bad |= {words for words in BAD_WORDS if words in self._cut + data}
        for modes, state in _MODES.findall(self._cut + data):
            self._modes.update(dict.fromkeys(modes.split(b";"), state))
        self._cut = data[-20:]
        return bool(data)

    def _gone(self) -> bool:
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None


def _become(
    home: Path,
    arguments: list[str],
    environment: Mapping[str, str],
    slave: int,
    tell: int,
    fork: bool,
) -> NoReturn:
    """Turn this process, which has just been forked, into the program at a terminal."""
    try:
        os.login_tty(slave)
        os.closerange(3, tell)
        os.chdir(home)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ.clear()
        os.environ.update(environment)
        os.close(tell)
        if not fork:
            # Not by way of this Python, in which Ctrl-C would now be an exception.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
            command = [sys.executable, "-m", "careeradvisor", *arguments]
            os.execve(sys.executable, command, {**environment, "PYTHONUTF8": "1"})
        os._exit(_run(arguments))
    except KeyboardInterrupt:
        # Between two lines of this file, which are no part of the program.
        os._exit(130)
    except BaseException:
        os._exit(99)


def _run(arguments: list[str]) -> int:
    import ctypes

    import careeradvisor.cli.run

    # pytest loads readline, the program does not.
    ctypes.c_void_p.in_dll(ctypes.pythonapi, "PyOS_ReadlineFunctionPointer").value = None

    def stream(number: int, mode: str) -> Any:
        return open(number, mode, encoding="utf-8", closefd=False)

    sys.stdin, sys.stdout, sys.stderr = stream(0, "r"), stream(1, "w"), stream(2, "w")
    sys.stdout.reconfigure(line_buffering=True)
    sys.stderr.reconfigure(line_buffering=True)
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    except KeyboardInterrupt:
        return 130
    code = careeradvisor.cli.run.run(arguments)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    return code
