"""Hostile catalogues, profiles and tables of people against every command and format."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest

from tests.fuzz.inside import Inside
from tests.helpers import career_table, catalogue_table, to_toml
from tests.hostile import outputs
from tests.processes import Ran, only_words

# Words that a catalogue may hold and that must stay words wherever they are printed.
INERT = {
    "rich markup": "[bold red]Coder[/bold red] [link=http://x.test]here[/link] [/]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)> & \"quoted\" 'single'",
    "formula": '=cmd|"/C calc"!A1',
    "plus formula": "+1+1",
    "at formula": "@SUM(1+1)",
    "markdown": "| a | [x](javascript:alert(1)) `code` **bold** # head",
    "format string": "%s %n {0} {answers} ${HOME} $(id) `id`",
    "right-to-left letters": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "wide letters": "\u533b\u7642\u4e8b\u52d9",
}
# What must be refused, in words, before anything of it is printed.
REFUSED = {
    "ansi": "\x1b[31mred\x1b[0m",
    "osc title": "\x1b]0;owned\x07",
    "osc link": "\x1b]8;;http://x.test\x07here\x1b]8;;\x07",
    "c1": "\x9b31mred",
    "bidi override": "\u202eredoc",
    "isolate": "\u2066a\u2069",
    "zero width": "co\u200bder",
    "nul": "a\x00b",
    "long": "x" * 100_000,
}
COMMANDS = [
    "show coder",
    "compare coder auditor",
    "list",
    "ladder coder",
    "quiz --no-input --remote only --salary 45k --no-save",
]
FORMATS = ["table", "json", "csv", "markdown"]


def run(arguments: str, folder: Path) -> Ran:
    return only_words(Inside(folder).run(*arguments.split(), environment={"NO_COLOR": "1"}))


def assert_harmless(text: str) -> None:
    for character in text:
        if character in "\n\r\t":
            continue
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs"}, repr(character)


def hostile_catalogue(folder: Path, words: str) -> Path:
    """A catalogue that says ``words`` wherever a text may stand."""
    short = words[:190]
    parts = career_table()
    coder = career_table(
        title=short,
        summary=words,
        aliases=["coder-alias " + short[:60]],
        duties=[words],
        day=words,
        qualities=[words],
        patient_contact={"level": 0, "why": words, "source": "guide"},
        remote={"level": 4, "entry": 1, "why": words, "source": "guide"},
        routes=[{**parts["routes"][0], "name": short, "award": short, "notes": words}],
        credentials=[{**parts["credentials"][0], "name": short, "body": short, "exam": short}],
        salary={**parts["salary"], "note": words},
        outlook={**parts["outlook"], "why": words},
        ladder=[{"to": "auditor", "takes": words, "source": "guide"}],
        faq=[{"question": short, "answer": words}],
    )
    auditor = career_table(title="Auditor", soc="29-9021", onet="29-9021.00")
    path = folder / "careers.toml"
    path.write_text(
        to_toml(catalogue_table({"coder": coder, "auditor": auditor})), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("name", INERT)
@pytest.mark.parametrize("command", COMMANDS)
def test_words_of_a_catalogue_stay_words(name: str, command: str, tmp_path: Path) -> None:
    path = hostile_catalogue(tmp_path, INERT[name])
    for format in FORMATS:
        done = run(f"--catalogue {path} {command} --format {format}", tmp_path)
        assert done.code == 0, done.err
        assert_harmless(done.out + done.err)
        if format == "csv":
            cells = [cell.strip('"') for line in done.out.splitlines() for cell in line.split(",")]
            assert not any(cell[:1] in "=@" for cell in cells if cell)
        if format == "markdown":
            assert "<script" not in done.out
            assert not re.search(r"(?<!\\)\]\(", done.out)
    spoken = run(f"--plain --catalogue {path} {command}", tmp_path)
    assert spoken.code == 0
    assert_harmless(spoken.out)


@pytest.mark.parametrize("name", INERT)
def test_words_of_a_catalogue_stay_words_in_the_report(name: str, tmp_path: Path) -> None:
    path = hostile_catalogue(tmp_path, INERT[name])
    report = tmp_path / "report.html"
    done = run(f"--catalogue {path} {COMMANDS[-1]} --report {report}", tmp_path)
    assert done.code == 0, done.err
    html = report.read_text(encoding="utf-8")
    assert_harmless(html)
    assert "<script" not in html
    assert "onerror=" not in html.replace("onerror=alert(1)&gt;", "")


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("command", ["show coder", "list --format json", "catalogue check"])
def test_what_could_deceive_is_refused_in_words(name: str, command: str, tmp_path: Path) -> None:
    path = hostile_catalogue(tmp_path, "plain words")
    hostile = "".join(
        character
        if character.isprintable() and character not in '"\\'
        else f"\\u{ord(character):04x}"
        for character in REFUSED[name]
    )
    text = path.read_text(encoding="utf-8").replace("plain words", hostile)
    path.write_text(text, encoding="utf-8")
    arguments = f"{command} {path}" if "check" in command else f"--catalogue {path} {command}"
    done = run(arguments, tmp_path)
    said = done.err + done.out
    assert done.code == 2
    assert_harmless(said)
    assert "careers.toml" in said
    assert "coder" in said
    assert len(said) < 100_000


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


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("format", outputs.FORMATS)
def test_a_hostile_profile_is_refused_and_left_as_it_is(
    name: str, format: str, tmp_path: Path
) -> None:
    path = tmp_path / "me.toml"
    path.write_bytes(PROFILES[name])
    flags = " ".join(outputs.flags(format)) or "--report report.html"
    done = run(f"quiz --no-input --profile {path} {flags}", tmp_path)
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


@pytest.mark.parametrize("where", ["--catalogue {} list", "quiz --no-input --profile {}"])
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
    assert "thing.toml" in done.err
    assert_harmless(done.err)
