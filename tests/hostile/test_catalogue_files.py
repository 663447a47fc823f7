"""Whatever a file is that is given as a catalogue, on each output format."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from careeradvisor.catalogue.read import MAX_BYTES
from tests import helpers
from tests.fuzz.inside import Inside
from tests.hostile.outputs import FORMATS, assert_harmless, commands_for, give

SOUND = helpers.to_toml(helpers.catalogue_table())
DATA = SOUND.encode()
MEGABYTE = "x" * 1_000_000


def in_summary(text: str) -> bytes:
    return SOUND.replace("Turns what was done for a patient into codes.", text, 1).encode()


REFUSED = {
    "colour": (in_summary(r"\u001b[31mred"), "a character that cannot be seen (U+001B)"),
    "title of the window": (in_summary(r"\u001b]0;t\u0007"), "cannot be seen (U+001B)"),
    "8-bit control": (in_summary(r"\u009b31m"), "cannot be seen (U+009B)"),
    "bidi override": (in_summary(r"\u202egpj.exe"), "cannot be seen (U+202E)"),
    "bidi override as it is": (in_summary("\u202egpj.exe"), "cannot be seen (U+202E)"),
    "zero width": (in_summary("a\u200bb"), "cannot be seen (U+200B)"),
    "NUL in a text": (in_summary(r"a\u0000b"), "cannot be seen (U+0000)"),
    "NUL as it is": (DATA.replace(b"Turns", b"T\0rns", 1), "this is not TOML"),
    "escape as it is": (DATA.replace(b"Turns", b"\x1b[1m", 1), "this is not TOML"),
    "a megabyte of text": (in_summary(MEGABYTE), "is 1,000,000 characters long; at most 2,000"),
    "a megabyte of a name": (
        f'[careers."{MEGABYTE}"]\n'.encode() + DATA,
        "is not a usable id",
    ),
    "nested lists": (b"a = " + b"[" * 10_000 + b"]" * 10_000, "nested too deep"),
    "nested lists without an end": (b"a = " + b"[" * 10_000, "nested too deep"),
    "nested tables": (b"a = " + b"{b = " * 10_000 + b"1" + b"}" * 10_000, "nested too deep"),
    "dotted names": (b"a." * 10_000 + b"a = 1\n" + DATA, "too many parts"),
    "deep table name": (b"[" + b"a." * 10_000 + b"a]\n" + DATA, "too many parts"),
    "duplicate key": (DATA.replace(b"soc =", b'title = "x"\nsoc =', 1), "is there twice"),
    "duplicate table": (DATA + b"\n[careers.coder]\n", "is there twice"),
    "latin-1": (SOUND.replace("codes", "códes").encode("latin-1"), "a letter is not in UTF-8"),
    "UTF-16": (SOUND.encode("utf-16"), "the file is in UTF-16"),
    "old Mac line ends": (DATA.replace(b"\n", b"\r"), "something after the end of the value"),
    "nothing": (b"", "is missing"),
    "NULs": (b"\0" * 5_000, "is neither a [table]"),
    "HTML": (b"<!doctype html><script>alert(1)</script>", "is neither a [table]"),
    "a number without an end": (b"a = " + b"9" * 100_000, "too many digits"),
    "many problems": (
        b"".join(b"[careers.c%d]\n" % n for n in range(3_000)) + DATA,
        "1,003 problems",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_content_that_is_refused(inside: Inside, folder: Path, name: str) -> None:
    data, said = REFUSED[name]
    path = folder / "catalogue.toml"
    path.write_bytes(data)
    for line in (("--catalogue", path, "list"), ("catalogue", "check", path)):
        ran = inside.check(*line)
        assert ran.code == 2
        assert said in ran.out + ran.err
        assert str(path) in ran.out + ran.err
        assert len(ran.out + ran.err) < 200_000


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_given_out_of_what_is_refused(inside: Inside, folder: Path, format: str) -> None:
    path = folder / "catalogue.toml"
    path.write_bytes(REFUSED["colour"][0])
    for command in commands_for(format):
        ran = give(inside, command, format, "--catalogue", path)
        assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DATA,
        DATA.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + DATA.replace(b"\n", b"\r\n"),
        DATA + b"\n" * 100_000 + b"# end",
        b"# " + b"x" * 1_000_000 + b"\n" + DATA,
    ],
    ids=["BOM", "CRLF", "BOM and CRLF", "blank lines", "a megabyte of remark"],
)
def test_content_that_is_as_good(inside: Inside, folder: Path, data: bytes, format: str) -> None:
    """A spreadsheet's or an editor's habits change nothing in any output."""
    # One name for both, since a ranking ends with the command that repeats it.
    path = folder / "careers.toml"
    path.write_bytes(DATA)
    expected = [give(inside, c, format, "--catalogue", path) for c in commands_for(format)]
    path.write_bytes(data)
    for command, first in zip(commands_for(format), expected, strict=True):
        assert first.code == 0
        assert give(inside, command, format, "--catalogue", path) == first
        assert_harmless(first.out, format)


def special(folder: Path, kind: str) -> Path:
    path = folder / "special"
    if kind.startswith("/"):
        return Path(kind)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "ring":
        path.symlink_to(folder / "other")
        (folder / "other").symlink_to(path)
    elif kind == "link to /dev/zero":
        path.symlink_to("/dev/zero")
    elif kind == "dangling":
        path.symlink_to(folder / "gone")
    elif kind == "folder":
        path.mkdir()
    elif kind == "no end":
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
    elif kind == "impossible":
        return folder / ("x" * 300)
    return path


SPECIAL = {
    "pipe": "is a pipe, not a file",
    "loop": "is a link that leads back to itself",
    "ring": "is a link that leads back to itself",
    "link to /dev/zero": "is a device or a socket",
    "dangling": "There is no file",
    "missing": "There is no file",
    "folder": "is a folder",
    "no end": "is larger than 6 MB",
    "impossible": "too long to be the name of a file",
    "/dev/zero": "is a device or a socket",
    "/dev/full": "is a device or a socket",
    "/dev/null": "is a device or a socket",
    "/proc/self/mem": "could not be read",
}


@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_ordinary_file(inside: Inside, folder: Path, kind: str) -> None:
    """Said at once, without waiting for a pipe or reading a device."""
    path = special(folder, kind)
    ran = inside.check("--catalogue", path, "list")
    assert (ran.code, ran.out) == (1, "")
    assert SPECIAL[kind] in ran.err
    ran = inside.check("catalogue", "check", path)
    assert ran.code == 1
    assert SPECIAL[kind] in ran.err


def test_a_table_of_wages_that_is_no_file(inside: Inside, folder: Path) -> None:
    path = helpers.write_catalogue(folder)
    (folder / "wages").mkdir()
    os.mkfifo(folder / "wages" / "CA.csv")
    for command in (("list", "--state", "CA"), ("catalogue", "check")):
        ran = inside.check("--catalogue", path, *command)
        assert ran.code == 1
        assert "CA.csv is a pipe" in ran.err
