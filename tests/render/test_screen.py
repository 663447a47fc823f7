from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rich.table import Table

from careeradvisor.render.screen import Screen

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE", "LANG",
             "PYTHONUTF8", "PYTHONIOENCODING")  # fmt: skip


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@contextmanager
def stdout_to(
    monkeypatch: pytest.MonkeyPatch, handle: int, encoding: str = "utf-8"
) -> Iterator[None]:
    with io.TextIOWrapper(os.fdopen(handle, "wb", buffering=0), encoding=encoding) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        yield
        monkeypatch.undo()


def terminal_of(columns: int) -> tuple[int, int]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    return ours, theirs


def on_terminal(
    monkeypatch: pytest.MonkeyPatch, columns: int = 80, plain: bool = False, encoding: str = "utf-8"
) -> Screen:
    ours, theirs = terminal_of(columns)
    try:
        with stdout_to(monkeypatch, theirs, encoding):
            return Screen.detect(plain=plain)
    finally:
        os.close(ours)


def on_pipe(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8") -> Screen:
    ours, theirs = os.pipe()
    try:
        with stdout_to(monkeypatch, theirs, encoding):
            return Screen.detect()
    finally:
        os.close(ours)


@pytest.mark.parametrize(
    ("columns", "width"), [(80, 80), (300, 100), (100, 100), (40, 40), (12, 40), (0, 80)]
)
def test_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, width: int) -> None:
    assert on_terminal(monkeypatch, columns).width == width


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("40", 40), ("0", 72), ("-3", 72), ("wide", 72), ("", 72)]
)
def test_columns_in_the_environment_go_first(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert on_terminal(monkeypatch, 72).width == width


def test_a_pipe_is_wide_and_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_pipe(monkeypatch)
    assert (screen.width, screen.colour, screen.is_terminal, screen.unicode) == (
        100,
        False,
        False,
        True,
    )


def test_a_pipe_obeys_columns_and_force_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "66")
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = on_pipe(monkeypatch)
    assert (screen.width, screen.colour, screen.is_terminal) == (66, True, False)


@pytest.mark.parametrize(
    ("variables", "colour"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "unknown"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0", "TERM": "dumb"}, False),
    ],
)
def test_colour_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], colour: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert on_terminal(monkeypatch).colour is colour


def test_no_terminal_type_means_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERM")
    assert on_terminal(monkeypatch).colour is False


def test_plain_is_never_coloured_and_never_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = on_terminal(monkeypatch, plain=True)
    assert (screen.plain, screen.colour, screen.blocks, screen.narrow) == (True, False, True, False)


@pytest.mark.parametrize(("columns", "narrow"), [(59, True), (60, False)])
def test_narrow_screens_have_blocks(
    monkeypatch: pytest.MonkeyPatch, columns: int, narrow: bool
) -> None:
    screen = on_terminal(monkeypatch, columns)
    assert (screen.narrow, screen.blocks) == (narrow, narrow)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_an_encoding_without_the_signs_gets_ascii(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    screen = on_pipe(monkeypatch, encoding)
    assert screen.unicode is False
    assert screen.text("a – b — c… “d” ●├─┤ 5 ≥ 4") == 'a - b -- c... "d" #+-+ 5 >= 4'


@pytest.mark.parametrize(
    ("variables", "unicode"),
    [
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "POSIX"}, False),
        ({"LANG": "C"}, False),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, True),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({}, True),
    ],
)
def test_the_c_locale_gets_ascii(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], unicode: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert on_pipe(monkeypatch).unicode is unicode


def test_what_an_encoding_lacks_never_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.pipe()
    with stdout_to(monkeypatch, theirs, "ascii"):
        screen = Screen.detect()
        screen.print("看 é —")
        print("é, by print", flush=True)
    with os.fdopen(ours, "rb") as pipe:
        assert pipe.read() == b"? ? --\n?, by print\n"


def test_without_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    screen = Screen.detect()
    screen.print("nobody reads this")
    assert (screen.width, screen.colour) == (100, False)


def test_a_pager_gets_the_width_of_the_terminal_that_messages_go_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ours, theirs = terminal_of(62)
    with os.fdopen(theirs, "w") as messages:
        monkeypatch.setattr(sys, "stderr", messages)
        assert on_pipe(monkeypatch).width == 62
        monkeypatch.setattr(sys, "stderr", messages)
        file = os.open(tmp_path / "file", os.O_WRONLY | os.O_CREAT)
        with stdout_to(monkeypatch, file):
            assert Screen.detect().width == 100
    os.close(ours)


def test_styles(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen(colour=True)
    assert screen.styled("x", "title") == "\x1b[1;36mx\x1b[0m"
    assert screen.styled("x", "") == "x"
    assert screen.styled("", "bold") == ""
    assert Screen().styled("x", "title") == "x"


def test_text_is_made_safe() -> None:
    assert Screen().text("a\x1b[31mb\u202e") == r"a\x1b[31mb\u202e"


class TestConsole:
    def test_markup_and_emoji_are_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        Screen(colour=True).console().print("[bold]x[/bold] :smile: 42")
        assert capsys.readouterr().out == "[bold]x[/bold] :smile: 42\n"

    def test_boxes_are_ascii_where_need_be(self, capsys: pytest.CaptureFixture[str]) -> None:
        table = Table("a")
        table.add_row("b — c")
        Screen(unicode=False).print(table)
        out = capsys.readouterr().out
        assert out.isascii()
        assert "b -- c" in out

    def test_no_blanks_at_line_ends(self, capsys: pytest.CaptureFixture[str]) -> None:
        table = Table.grid()
        table.add_column(width=30)
        table.add_row("short")
        Screen().print(table)
        assert capsys.readouterr().out == "short\n"

    def test_no_colour_without_colour(self, capsys: pytest.CaptureFixture[str]) -> None:
        Screen(is_terminal=True).console().print("x", style="bold red")
        assert capsys.readouterr().out == "x\n"
