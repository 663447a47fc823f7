"""Names of files are somebody's text too, and are put into messages and outputs."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

import pytest

from tests import helpers
from tests.fuzz.inside import Inside
from tests.hostile.outputs import FORMATS, assert_harmless, commands_for, give

NAMES = {
    "colour": "\x1b[31mred",
    "title of the window": "\x1b]0;owned\x07",
    "direction": "\u202egpj.exe",
    "nothing to see": "a\u200bb",
    "two lines": "a\nb",
    "carriage return": "good.toml\rbad",
    "markup": "[red]x[",
    "HTML": "<b>&",
    "formula": "=cmd()",
    "flag": "-x",
    "format": "%s{0}",
    "no letters": "\udcff\udcfe",
    "long": "x" * 250,
}


@pytest.mark.parametrize(("name", "format"), list(zip(NAMES, cycle(FORMATS), strict=False)))
def test_a_catalogue_by_any_name(inside: Inside, folder: Path, name: str, format: str) -> None:
    path = folder / NAMES[name]
    command = commands_for(format)[0]
    # Not there, then broken, then sound.
    assert give(inside, command, format, "--catalogue", path).code == 1
    path.write_text("[catalogue]\n")
    assert give(inside, command, format, "--catalogue", path).code == 2
    path.write_text(helpers.to_toml(helpers.catalogue_table()))
    ran = give(inside, command, format, "--catalogue", path)
    assert ran.code == 0
    assert_harmless(ran.out, format)


@pytest.mark.parametrize("name", NAMES)
def test_answers_reports_and_tables_by_any_name(inside: Inside, folder: Path, name: str) -> None:
    path = folder / NAMES[name]
    use = ("--catalogue", helpers.write_catalogue(folder))
    quiz = (*use, "quiz", "--no-input", "--salary", "45k")
    inside.check("profile", "show", "--profile", path)
    assert inside.check(*quiz, "--save", "--profile", path).code == 0
    shown = inside.check("profile", "show", "--profile", path, "--format", "json")
    assert json.loads(shown.out)["answers"]["salary"] == 45_000
    assert inside.check(*quiz, "--profile", path).code == 0
    assert inside.check("profile", "clear", "--yes", "--profile", path).code == 0
    assert not path.exists()
    report = folder / f"{NAMES[name][:240]}.html"
    assert inside.check(*quiz, "--report", report).code == 0
    assert b"<!doctype html>" in report.read_bytes()[:200].lower()
    path.write_bytes(report.read_bytes())
    assert inside.check("catalogue", "new", path).code == 2
    path.write_text("id,salary\na,45k\nb,lots\n")
    ran = inside.check(*use, "quiz", "--profiles", path, "--format", "csv")
    assert ran.code == 1
    assert "is not an amount of money" in ran.err
