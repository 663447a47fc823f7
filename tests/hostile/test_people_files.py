"""Hostile saved answers and tables of people."""

from __future__ import annotations

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


# One of each kind; profile/test_format.py has them all.
PROFILES = {
    "escape in a value": b'version = 1\n[answers]\nremote = "\\u001b[31monly"\n',
    "bidi": 'version = 1\n[answers]\nremote = "\u202eonly"\n'.encode(),
    "long": b'version = 1\n[answers]\nremote = "' + b"x" * 1_000_000 + b'"\n',
    "newer": b'version = 99\n[answers]\nremote = "only"\n',
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
