"""Hostile saved answers and tables of people."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from tests.fuzz.inside import Inside
from tests.processes import Ran, only_words


def run(arguments: str, folder: Path) -> Ran:
    return only_words(Inside(folder).run(*arguments.split(), environment={"NO_COLOR": "1"}))


def assert_harmless(text: str) -> None:
    for character in text:
        if character in "\n\r\t":
            continue
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs"}, repr(character)


PROFILES = {
    "escape in a value": b'version = 1\n[answers]\nremote = "\\u001b[31monly"\n',
    "escape as it is": b'version = 1\n[answers]\nremote = "\x1b[31monly"\n',
    "bidi": 'version = 1\n[answers]\nremote = "\u202eonly"\n'.encode(),
    "nul": b'version = 1\n[answers]\nremote = "on\x00ly"\n',
    "markup": b'version = 1\n[answers]\nremote = "[bold]only[/bold]"\n',
    "html": b'version = 1\n[answers]\nremote = "<script>"\n',
    "formula": b'version = 1\n[answers]\nstate = "=cmd()"\n',
    "long": b'version = 1\n[answers]\nremote = "' + b"x" * 1_000_000 + b'"\n',
    "nested": b"version = 1\n[answers]\nmust = " + b"[" * 10_000 + b"]" * 10_000 + b"\n",
    "twice": b'version = 1\n[answers]\nremote = "only"\nremote = "only"\n',
    "latin-1": 'version = 1\n[answers]\nremote = "caf\xe9"\n'.encode("latin-1"),
    "newer": b'version = 99\n[answers]\nremote = "only"\n',
    "half": b'version = 1\n[answers]\nremote = "on',
    "another type": b"version = 1\nanswers = 3\n",
}


READERS = ("quiz --no-input --report report.html", "show coder", "why coder", "plan coder")


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("reader", READERS)
def test_a_hostile_profile_is_refused_and_left_as_it_is(
    name: str, reader: str, tmp_path: Path
) -> None:
    path = tmp_path / "me.toml"
    path.write_bytes(PROFILES[name])
    done = run(f"{reader} --profile {path}", tmp_path)
    said = done.err
    assert done.code == 2, said
    assert done.out == ""
    assert_harmless(said)
    assert "me.toml" in said
    assert len(said) < 5_000
    assert path.read_bytes() == PROFILES[name]
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("newline", [b"\r\n", b"\n"])
def test_a_byte_order_mark_and_other_line_ends_do_no_harm(
    start: bytes, newline: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "me.toml"
    path.write_bytes(start + newline.join([b"version = 1", b"[answers]", b'remote = "only"', b""]))
    done = run(f"quiz --no-input --profile {path} --format csv", tmp_path)
    assert done.code == 0, done.err


PEOPLE = {
    "escape": b"id,remote\n\x1b[31mann,only\n",
    "bidi": "id,remote\n\u202eann,only\n".encode(),
    "formula": b"id,remote\n=cmd(),only\n@x,only\n",
    "nul": b"id,remote\nann\x00,only\n",
    "long": b"id,remote\n" + b"x" * 1_000_000 + b",only\n",
    "markup": b"id,remote\n[bold]ann[/bold],only\n",
    "latin-1": "id,remote\nJos\xe9,only\n".encode("latin-1"),
    "unclosed": b'id,remote\n"ann,only\n',
    "no rows": b"id,remote\n",
    "nothing": b"",
    "bad answers": b"id,remote,salary\nann,sometimes,lots\nbob,only,45k\n",
}


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("format", ["csv", "json"])
def test_a_hostile_table_of_people_harms_nobody(name: str, format: str, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(PEOPLE[name])
    done = run(f"quiz --profiles {path} --format {format} --top 1", tmp_path)
    assert done.code in (0, 1, 2)
    assert_harmless(done.out)
    assert_harmless(done.err)
    if format == "csv":
        rows = done.out.splitlines()[1:]
        assert not any(row.lstrip('"')[:1] in "=@" for row in rows if row)


@pytest.mark.parametrize("where", ["show coder --profile {}", "quiz --no-input --profile {}"])
@pytest.mark.parametrize("kind", ["fifo", "zero", "loop", "folder", "missing"])
def test_what_is_no_file_is_refused_at_once(where: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "thing.toml"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "zero":
        path.symlink_to("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "folder":
        path.mkdir()
    done = run(where.format(path), tmp_path)
    assert done.code in (1, 2)
    assert done.out == ""
    assert "thing" in done.err
    assert_harmless(done.err)
