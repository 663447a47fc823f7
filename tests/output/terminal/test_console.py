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
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careeradvisor import environment
from careeradvisor.output.terminal.console import Screen, show
from careeradvisor.output.terminal.paging import pager_for

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "LESS", "LC_ALL", "LC_CTYPE",
             "LANG", "PYTHONUTF8", "PYTHONIOENCODING")  # fmt: skip


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
    ("columns", "width"), [(80, 80), (300, 200), (100, 100), (40, 40), (12, 20), (0, 80)]
)
def test_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, width: int) -> None:
    assert on_terminal(monkeypatch, columns).width == width


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("60", 60), ("20", 20), ("0", 72), ("-3", 72), ("wide", 72), ("", 72), ("9999", 200),
        ("²", 72),
    ],
)  # fmt: skip
def test_columns_in_the_environment_go_first(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert on_terminal(monkeypatch, 72).width == width


def test_a_pipe_has_80_columns_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = on_pipe(monkeypatch)
    assert (screen.width, screen.colour, screen.watched, screen.unicode) == (80, False, False, True)


def test_a_pipe_obeys_columns_and_force_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "66")
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = on_pipe(monkeypatch)
    assert (screen.width, screen.colour, screen.watched) == (66, True, False)


@pytest.mark.parametrize("given", ["0", "-1", "abc", "", "²", "9" * 30, "3.5"])
def test_what_is_no_size_is_taken_out_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    for name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
        monkeypatch.setenv(name, given)
    environment.mend()
    assert "COLUMNS" not in os.environ
    assert "LINES" not in os.environ
    assert 20 <= int(os.environ["TERMINAL_WIDTH"]) <= 100


def test_a_width_is_held_between_20_and_200(monkeypatch: pytest.MonkeyPatch) -> None:
    for given, held in (("5", "20"), ("120", "120"), ("100000", "200")):
        monkeypatch.setenv("COLUMNS", given)
        environment.mend()
        assert os.environ["COLUMNS"] == held


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


def test_plain_is_never_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    screen = on_terminal(monkeypatch, plain=True)
    assert (screen.plain, screen.colour) == (True, False)


@pytest.mark.parametrize(
    ("value", "plain"), [("1", True), ("yes", True), ("0", False), ("", False)]
)
def test_plain_for_good(monkeypatch: pytest.MonkeyPatch, value: str, plain: bool) -> None:
    monkeypatch.setenv("CAREERADVISOR_PLAIN", value)
    assert environment.wants_plain() is plain


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_an_encoding_without_the_signs_gets_ascii(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    screen = on_pipe(monkeypatch, encoding)
    assert screen.unicode is False
    assert screen.text("a – b — c… “d” ●├─┤ 5 ≥ 4") == 'a - b - c. "d" o|-| 5 >= 4'


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
        assert isinstance(sys.stdout, io.TextIOWrapper)
        sys.stdout.reconfigure(errors="replace")
        show(Screen.detect(), Text("看 é — ✓"))
    with os.fdopen(ours, "rb") as pipe:
        assert pipe.read() == b"? ? - +\n"


def test_a_reader_that_is_gone_is_told_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with stdout_to(monkeypatch, os.dup(theirs)), pytest.raises(BrokenPipeError):
        show(Screen.detect(), Text("x"))
    os.close(theirs)


class TestPage:
    def test_markup_and_emoji_are_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        show(Screen(80, colour=True), "[p10] [bold]x[/bold] :smile: 42 [/x]")
        assert capsys.readouterr().out == "[p10] [bold]x[/bold] :smile: 42 [/x]\n"

    def test_what_cannot_be_seen_is_written_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        show(Screen(80, colour=True), Text("a\x1b[31mb\u202e"))
        assert capsys.readouterr().out == "a\\x1b[31mb\\u202e\n"

    def test_boxes_are_ascii_where_need_be(self, capsys: pytest.CaptureFixture[str]) -> None:
        table = Table("a")
        table.add_row("b — c")
        show(Screen(80, unicode=False), table)
        out = capsys.readouterr().out
        assert out.isascii()
        assert "b - c" in out

    def test_no_blanks_at_line_ends_and_no_empty_line_twice(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        table = Table.grid()
        table.add_column(width=30)
        table.add_row("short")
        show(Screen(80), Text(""), table, Text(""), Text(" "), Padding("end", (1, 0, 0, 2)))
        assert capsys.readouterr().out == "short\n\n  end\n"

    def test_no_colour_without_colour(self, capsys: pytest.CaptureFixture[str]) -> None:
        show(Screen(80, watched=True), Text("x", "title"))
        assert capsys.readouterr().out == "x\n"

    def test_styles_are_names_of_the_theme(self, capsys: pytest.CaptureFixture[str]) -> None:
        show(Screen(80, colour=True), Text("x", "title"))
        assert capsys.readouterr().out == "\x1b[1;36mx\x1b[0m\n"


class TestPager:
    @pytest.fixture(autouse=True)
    def _watched(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(environment, "is_terminal", lambda stream: True)
        for name in ("less", "more", "most"):
            program = tmp_path / name
            program.write_text('#!/bin/sh\nprintf "%s|" "$LESS" "$@"; cat\n')
            program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    @pytest.mark.parametrize(
        ("pager", "less", "styles"),
        [
            (None, None, True),
            ("less", None, True),
            ("less", "F", False),
            ("less -R", "F", True),
            ("more", None, False),
            ("most -R", None, True),
        ],
    )
    def test_only_who_shows_colours_gets_them(
        self, monkeypatch: pytest.MonkeyPatch, pager: str | None, less: str | None, styles: bool
    ) -> None:
        for name, value in (("PAGER", pager), ("LESS", less)):
            if value is not None:
                monkeypatch.setenv(name, value)
        found = pager_for()
        assert found is not None
        assert found.styles is styles

    @pytest.mark.parametrize("pager", ["", "cat", "no-such-program", "'", "cat -A"])
    def test_where_there_is_none_pages_are_printed(
        self, monkeypatch: pytest.MonkeyPatch, pager: str
    ) -> None:
        monkeypatch.setenv("PAGER", pager)
        assert pager_for() is None

    def test_what_is_taller_goes_through_it(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PAGER", "less -i")
        screen = Screen(80, 5, watched=True, colour=True)
        show(screen, *[Text(str(i), "title") for i in range(3)], pager=True)
        assert capfd.readouterr().out.count("|") == 0
        show(screen, *[Text(str(i), "title") for i in range(9)], pager=True)
        out = capfd.readouterr().out
        assert out.startswith("FRX|-i|\x1b[1;36m0\x1b[0m\n")
        assert out.count("\n") == 9
        show(screen, *[Text(str(i)) for i in range(9)])
        assert "|" not in capfd.readouterr().out

    def test_a_pipe_never_does(
        self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        show(Screen(80, 5, colour=True), *[Text(str(i)) for i in range(9)], pager=True)
        assert capfd.readouterr().out.startswith("0\n1")
