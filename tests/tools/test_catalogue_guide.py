"""docs/catalogue.md says what is so: its example works and no field is left out."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import structs

from careeradvisor.catalogue import levels, model
from careeradvisor.catalogue.check import examine
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import STARTER, bundled_data, catalogue_path
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.education import LEVELS, months_between
from tests.facts import ROOT

GUIDE = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
BEGIN = (bundled_data() / STARTER).read_text(encoding="utf-8")


def the_example() -> str:
    found = re.search(r"<!-- example -->\n```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert found is not None
    return found[1]


def section(heading: str) -> str:
    start = GUIDE.index(f"\n## {heading}\n")
    end = GUIDE.find("\n## ", start + 1)
    return GUIDE[start : end if end > 0 else len(GUIDE)]


def test_the_example_added_to_the_starter_is_a_sound_catalogue() -> None:
    catalogue, problems = examine(f"{BEGIN}\n{the_example()}".encode(), "college.toml")
    assert problems == []
    assert catalogue is not None
    assert "dialysis-tech" in catalogue.careers


def test_the_problem_that_is_shown_looks_like_that() -> None:
    text = f"{BEGIN}\n{the_example()}".replace("p25 = 44170", "p25 = 54170")
    (problem,) = examine(text.encode(), "college.toml")[1]
    shown = re.search(r"college\.toml:\d+: dialysis-tech: .*", GUIDE)
    assert shown is not None
    assert re.sub(r":\d+:", ":0:", str(problem)) == re.sub(r":\d+:", ":0:", shown[0])


def test_the_walk_through_works_to_the_letter(tmp_path: Path) -> None:
    commands = re.findall(
        r"^    careeradvisor (.+)$", section("Ten minutes: a catalogue of your own"), re.MULTILINE
    )
    assert commands[0] == "catalogue new college.toml"
    assert commands[-1] == "--catalogue college.toml quiz"
    for number, command in enumerate(commands[:-1]):
        if command.endswith("dialysis-tech"):
            with (tmp_path / "college.toml").open("a", encoding="utf-8") as file:
                file.write("\n" + the_example())
        done = subprocess.run(
            [sys.executable, "-m", "careeradvisor", *command.split()],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        assert (number, done.returncode, done.stderr) == (number, 0, "")


STRUCTS = [
    getattr(model, name)
    for name in dir(model)
    if isinstance(getattr(model, name), type)
    and issubclass(getattr(model, name), model._Part)
    and getattr(model, name) not in (model._Part, model.Catalogue)
]


@pytest.mark.parametrize("part", STRUCTS, ids=lambda part: part.__name__)
def test_every_field_is_described(part: type) -> None:
    described = section("Every field of a career") + section("The head, sources and families")
    described += section("Pay and outlook") + section("Ways in, and how months are counted")
    for field in structs.fields(part):
        if field.encode_name == "id":  # the table's own name
            continue
        name = re.escape(field.encode_name)
        assert re.search(rf"`{name}`|^#? ?{name} = |\.{name}\]|\b{name} = ", described, re.M), field


def test_there_is_a_struct_to_describe() -> None:
    assert len(STRUCTS) >= 15


@pytest.mark.parametrize(
    ("criterion", "names"), [("patient", levels.PATIENT_CONTACT), ("home", levels.REMOTE)]
)
def test_levels_are_called_what_the_program_calls_them(
    criterion: str, names: tuple[str, ...]
) -> None:
    table = section("The judged levels")
    for level, word in enumerate(names):
        assert f"| {level} | {word} |" in table


def test_the_examples_of_patient_contact_have_that_level() -> None:
    careers = load(catalogue_path()).careers
    examples = {
        0: ("coder", "histotech"),
        1: ("biller", "health-manager"),
        2: ("receptionist", "radiologist"),
        3: ("healthcare-social-worker", "pharmacist"),
        4: ("rn", "dental-hygienist"),
    }
    for level, names in examples.items():
        for name in names:
            contact = careers[name].patient_contact
            assert contact is not None
            assert contact.level == level, name


DEGREES: dict[model.EducationLevel, str] = {
    "associate": "associate",
    "bachelor": "bachelor's",
    "master": "master's",
    "doctorate": "doctorate",
}


def test_how_months_are_counted() -> None:
    said = section("Usual lengths")
    assert all(f"`{level}`" in section("Ways in, and how months are counted") for level in LEVELS)
    assert f"high-school equivalency {months_between('none', 'high-school')}" in said
    assert f"a year of college {months_between('high-school', 'some-college')}" in said
    for level, words in DEGREES.items():
        assert f"{words} {months_between('high-school', level)}" in said
    catalogue = load(catalogue_path())
    assert Prospects(catalogue)["np"].months == (72, 84)
    assert Prospects(catalogue, Answers(education="bachelor", holds=("rn",)))["np"].shortest == 24
