"""Files of any content in place of a catalogue, saved answers and a table of people."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import tomli
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.criteria import ALL
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.format import Saved, Unfinished, to_toml
from tests import helpers
from tests.fuzz.examples import examples
from tests.fuzz.inside import Inside
from tests.fuzz.mutate import bent, reworded, twisted

TABLE = helpers.catalogue_table()
SOUND = helpers.to_toml(TABLE).encode()
ANSWERS = Answers(
    wants={"patient_contact": "none", "schooling": 24, "salary": 45_000, "interests": "SIA"},
    education="associate",
    holds=("rn",),
    state="CA",
    must=("salary",),
    priorities=("salary", "schooling"),
)
PROFILE = to_toml(Saved(ANSWERS, Unfinished(ANSWERS, frozenset({"salary"}))), ALL).encode()
PEOPLE = b"""\
id,patient-contact,schooling,remote,salary,education,holds,state,must,priorities
anna,none,9,only,45k,,,,,
ben,a-lot,4y,any,"$80,000",bachelor,rn,California,salary,"salary, patient contact"
"""
VIEWS = (
    *(("show", "coder"), ("compare", "coder", "auditor"), ("list",), ("ladder", "coder")),
    *(("show", "coder", "--full"), ("plan", "auditor"), ("list", "--from", "coder")),
    *(("list", "--sort", "salary", "--search", "a"), ("show", "auditor", "--state", "CA")),
    ("quiz", "--no-input", "--salary", "45k", "--remote", "only", "--explain"),
    ("quiz", "--no-input", "--salary", "9m", "--must", "salary", "--report", "report.html"),
)
FORMATS = ("table", "json", "csv", "markdown")
RANDOM = st.randoms(use_true_random=False)


def changed(data: bytes, table: dict[str, Any]) -> st.SearchStrategy[bytes]:
    """A sound file with bytes, or its table with values, that are something else."""
    return RANDOM.map(lambda d: bent(data, d) if d.random() < 0.5 else twisted(table, d))


@examples(100)
@given(data=st.binary(max_size=400) | changed(SOUND, TABLE))
def test_any_bytes_as_a_catalogue(inside: Inside, folder: Path, data: bytes) -> None:
    """What is refused is refused everywhere, with the same problems; what passes can be used."""
    path = folder / "any.toml"
    path.write_bytes(data)
    ran = inside.check("catalogue", "check", path, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code == 0) is (found["problems"] == [])
    used = inside.check("--catalogue", path, "list", "--format", "json")
    assert used.code == ran.code
    for problem in found["problems"][:20]:
        assert problem["text"] in used.err
    if ran.code == 0:
        careers = [career["id"] for career in json.loads(used.out)["careers"]]
        assert set(careers) == set(tomli.loads(data.decode("utf-8-sig"))["careers"])
        for command in (("show", "--full"), ("plan",), ("ladder",), ("why", "--salary", "45k")):
            inside.check("--catalogue", path, *command, "--", careers[0])


@examples(50)
@given(dice=RANDOM)
def test_nasty_words_in_a_sound_catalogue(inside: Inside, folder: Path, dice: Random) -> None:
    path = helpers.write_catalogue(folder, reworded(TABLE, dice), "nasty.toml")
    flags = ["--plain"] if dice.random() < 0.3 else []
    columns = dice.choice(["1", "40", "59", "80", "200"])
    ran = inside.check(
        *("--catalogue", path, *dice.choice(VIEWS), "--format", dice.choice(FORMATS), *flags),
        environment={"COLUMNS": columns},
        encoding=dice.choice(["utf-8", "utf-8", "ascii", "cp1252"]),
    )
    assert ran.code in (0, 2)
    # Only a nasty salary may be refused; the catalogue itself is sound.
    assert ran.code == 0 or "careeradvisor: --salary: " in ran.err


@examples(80)
@given(data=st.binary(max_size=400) | changed(PROFILE, tomli.loads(PROFILE.decode())))
def test_any_bytes_as_saved_answers(inside: Inside, folder: Path, data: bytes) -> None:
    """Reading changes nothing; saving over what cannot be understood keeps it beside."""
    home = folder / "person"
    home.mkdir(exist_ok=True)
    path = home / "answers.toml"
    for left in home.iterdir():
        left.unlink()
    path.write_bytes(data)
    shown = inside.check("profile", "show", "--profile", path, "--format", "json")
    inside.check("quiz", "--no-input", "--profile", path, "--salary", "45k")
    assert path.read_bytes() == data
    saved = inside.check("quiz", "--no-input", "--salary", "50k", "--save", "--profile", path)
    copy = home / "answers.toml.bak"
    if shown.code == 0:
        assert not copy.exists()
    elif saved.code == 0:
        assert copy.read_bytes() == data
    if saved.code == 0:
        again = inside.check("profile", "show", "--profile", path, "--format", "json")
        assert json.loads(again.out)["answers"]["salary"] == 50_000
    else:
        assert path.read_bytes() == data
    assert sorted(p.name for p in home.iterdir()) in (
        ["answers.toml"],
        ["answers.toml", "answers.toml.bak"],
    )


@examples(70)
@given(data=st.binary(max_size=400) | RANDOM.map(lambda dice: bent(PEOPLE, dice)))
def test_any_bytes_as_a_table_of_people(inside: Inside, folder: Path, data: bytes) -> None:
    path = folder / "people.csv"
    path.write_bytes(data)
    catalogue = helpers.write_catalogue(folder)
    line = ("--catalogue", catalogue, "quiz", "--profiles")
    by_file = inside.check(*line, path, "--format", "csv")
    by_pipe = inside.check(*line, "-", "--format", "json", stdin=data)
    assert by_file.code == by_pipe.code
    people = [json.loads(row) for row in by_pipe.out.splitlines()]
    if by_file.code == 0:
        assert f"Ranked {len(people)} p" in by_pipe.err


def test_the_changes_are_neither_all_harmless_nor_all_fatal(inside: Inside, folder: Path) -> None:
    """Else the tests above would try less than they seem to."""
    dice = Random(0)
    path = folder / "any.toml"
    codes = set()
    for number in range(60):
        path.write_bytes(bent(SOUND, dice) if number % 2 else twisted(TABLE, dice))
        codes.add(inside.check("catalogue", "check", path).code)
    assert codes == {0, 2}
