"""Whatever a person writes is read in time that grows no faster than the text.

What is measured is growth, not seconds: four times the text may take six times the time, and
what is refused for its length takes no longer the longer it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from careeradvisor.catalogue.areas import area_named, state_code
from careeradvisor.catalogue.find import find
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.search import search
from careeradvisor.cli.background import Known
from careeradvisor.cli.flags import given_answers
from careeradvisor.cli.people import open_table
from careeradvisor.cli.plan import start_named
from careeradvisor.criteria import ALL, criterion_named
from careeradvisor.errors import CareerAdvisorError
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.durations import months_from
from careeradvisor.profile.format import from_toml
from careeradvisor.prospects.plan import Month

SHORT, LONG = 1_000, 4_000
# Linear is 4, quadratic 16; machines with other work are not exact.
MOST = 9.0
REPEATS = 2

# Text of a length around which patterns with several optional parts go back and forth.
SHAPES: dict[str, Callable[[int], str]] = {
    "spaces": lambda n: "1" + " " * n + "x",
    "spaces first": lambda n: " " * n + "x",
    "digits": lambda n: "1" * n + "x",
    "commas": lambda n: "1" + "," * n + "x",
    "thousands": lambda n: "1" + ",000" * (n // 4) + "x",
    "letters": lambda n: "a" * n + "!",
    "words": lambda n: "a " * (n // 2) + "!",
    "hyphens": lambda n: "a" + "-" * n + "!",
    "points": lambda n: "1" + "." * n + "x",
    "scores": lambda n: "R1 " * (n // 3) + "x",
    "equals": lambda n: "rn" + "=" * n + "5y",
    "pairs": lambda n: "rn=5y," * (n // 6) + "x",
    "units": lambda n: "1 year " * (n // 7) + "x",
    "brackets": lambda n: "(" * n + "x",
    "quotes": lambda n: '"' * n + "x",
    "letters with marks": lambda n: "e\u0301" * (n // 2) + "x",
}
CATALOGUE = load()
KNOWN = Known(CATALOGUE)


def _flag(name: str) -> Callable[[str], object]:
    several = name in ("holds", "worked", "must")
    answers = Answers(wants={"salary": 45_000})
    return lambda text: given_answers({name: [text] if several else text}, answers, KNOWN)


ANSWERS: dict[str, Callable[[str], object]] = {
    **{criterion.name: criterion.parse for criterion in ALL},
    **{
        f"--{name}": _flag(name)
        for name in ("education", "holds", "worked", "pace", "state", "area", "must", "priorities")
    },
    "length of time": lambda text: months_from(text, bare=True),
    "name of a criterion": criterion_named,
    "role": lambda text: find(CATALOGUE, text),
    "search": lambda text: search(CATALOGUE, text),
    "state": state_code,
    "area": lambda text: area_named(text, "TX"),
    "when to start": lambda text: start_named(text, Month(2026, 11)),
    "cell of saved answers": lambda text: from_toml(
        f"version = 1\n[answers]\nsalary = '''{text}'''\n".encode(), "a.toml", ALL
    ),
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """The least time of a few runs."""
    times = []
    for number in range(REPEATS):
        # Some results are kept for the next time that the same is asked.
        again = f"{text}{number}"
        started = time.process_time()
        with suppress(CareerAdvisorError):
            read(again)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("what", ANSWERS)
def test_reading_grows_no_faster_than_the_text(what: str) -> None:
    read = ANSWERS[what]
    for shape, text in SHAPES.items():
        # Patterns that go back and forth are slow at once; a small text keeps that bearable.
        for short, long in ((50, 200), (SHORT, LONG)):
            before, after = seconds(read, text(short)), seconds(read, text(long))
            if after > 0.002:
                assert after < MOST * before, (shape, long, before, after)


@pytest.mark.parametrize("shape", SHAPES)
def test_so_does_reading_a_table_of_people(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"

    def read(text: str) -> object:
        path.write_text(f"id,salary\na,{text}\n", encoding="utf-8")
        with open_table(path, {"id": "id", "salary": "salary"}) as table:
            return list(table)

    before, after = (seconds(read, SHAPES[shape](length)) for length in (SHORT, LONG))
    assert after < max(0.002, MOST * before)
