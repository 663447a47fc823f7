"""Whatever a file is that is given as a catalogue, on each output format."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.read import MAX_BYTES
from tests import helpers
from tests.fuzz.inside import Inside
from tests.hostile.outputs import FORMATS, commands_for, give

SOUND = helpers.to_toml(helpers.catalogue_table())
DATA = SOUND.encode()


def in_summary(text: str) -> bytes:
    return SOUND.replace("Turns what was done for a patient into codes.", text, 1).encode()


# One of each kind; catalogue/test_check.py has them all.
REFUSED = {
    "colour": (in_summary(r"\u001b[31mred"), "a character that cannot be seen (U+001B)"),
    "bidi override as it is": (in_summary("\u202egpj.exe"), "cannot be seen (U+202E)"),
    "NUL as it is": (DATA.replace(b"Turns", b"T\0rns", 1), "this is not TOML"),
    "a megabyte of a name": (
        f'[careers."{"x" * 1_000_000}"]\n'.encode() + DATA,
        "is not a usable id",
    ),
    "nested tables": (b"a = " + b"{b = " * 10_000 + b"1" + b"}" * 10_000, "nested too deep"),
    "deep table name": (b"[" + b"a." * 10_000 + b"a]\n" + DATA, "too many parts"),
    "old Mac line ends": (DATA.replace(b"\n", b"\r"), "something after the end of the value"),
    "nothing": (b"", "is missing"),
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


def test_content_that_is_as_good(folder: Path) -> None:
    """A spreadsheet's or an editor's habits change nothing."""
    path = folder / "careers.toml"
    path.write_bytes(DATA)
    expected = load(path)
    for data in (b"\xef\xbb\xbf" + DATA.replace(b"\n", b"\r\n"), DATA + b"\n" * 100_000 + b"# end"):
        path.write_bytes(data)
        assert load(path) == expected


@pytest.mark.parametrize("kind", ["pipe", "link to /dev/zero", "no end", "folder"])
def test_what_is_no_ordinary_file(inside: Inside, folder: Path, kind: str) -> None:
    """Said at once, without waiting for a pipe or reading a device, wherever a file is named."""
    path = folder / "special"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "no end":
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
    else:
        path.symlink_to("/dev/zero")
    for line in (
        ("--catalogue", path, "list"),
        ("catalogue", "check", path),
        ("show", "coder", "--profile", path),
        ("quiz", "--no-input", "--profile", path),
        ("quiz", "--profiles", path, "--format", "csv"),
    ):
        ran = inside.check(*line)
        assert ran.code in (1, 2)
        assert ran.out.count("\n") <= 1
        assert ran.err


def test_a_table_of_wages_that_is_no_file(inside: Inside, folder: Path) -> None:
    path = helpers.write_catalogue(folder)
    (folder / "wages").mkdir()
    os.mkfifo(folder / "wages" / "CA.csv")
    for command in (("list", "--state", "CA"), ("catalogue", "check")):
        ran = inside.check("--catalogue", path, *command)
        assert ran.code == 1
        assert "CA.csv is a pipe" in ran.err
