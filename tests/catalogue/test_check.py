from __future__ import annotations

import copy
import datetime as dt
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.check import check, examine
from careeradvisor.catalogue.wording import MOST_COMPLAINTS
from careeradvisor.text import is_hidden
from tests.helpers import (
    Table,
    big_catalogue_table,
    career_table,
    catalogue_table,
    to_toml,
    write_catalogue,
)


def problems_of(table: Table | str | bytes) -> list[str]:
    data = table if isinstance(table, bytes | str) else to_toml(table)
    data = data.encode() if isinstance(data, str) else data
    catalogue, problems = examine(data, "careers.toml")
    assert (catalogue is None) == bool(problems)
    return [str(problem) for problem in problems]


def changed(change: Callable[[Any], object]) -> Table:
    """A sound catalogue after ``change`` has been made to its coder."""
    table = copy.deepcopy(catalogue_table())
    change(table["careers"]["coder"])
    return table


def the_problem(change: Callable[[Any], object]) -> str:
    problems = problems_of(changed(change))
    assert len(problems) == 1, problems
    return re.sub(r"^careers\.toml:\d+: coder: ", "", problems[0])


def test_a_sound_catalogue_has_no_problems() -> None:
    assert problems_of(catalogue_table()) == []


def test_all_problems_at_once_with_their_lines() -> None:
    text = """\
[catalogue]
name = "Ours"
as_of = "soon"
region = "US"
colour = "red"

[sources.guide]
title = "Guide"
publisher = "Us"
vintage = 2025
licence = "Ours"

[families]
records = "Records"

[careers.coder]
title = "Coder"
soc = "29-2072"
family = "recods"
summary = ""
reviewed = 2026-01-31
sources = [
  "guide",
  "guise",
]

[careers.coder.salary]
basis = "occupation"
source = "guide"
p10 = 60000
median = 50250
p75 = "70k"

[[careers.coder.routes]]
name = "Short"
from = ["high-school"]
months = [9, 12]
award = "Certificate"
source = "guide"

[[careers.coder.routes]]
name = "Long"
from = ["high-school"]
months = [24, 12]
source = "gide"

[careers.nurse]
title = "Coder"
soc = "29-1141"
family = "records"
summary = "Cares."
reviewed = 2026-01-31T10:00:00
sources = ["guide"]
ladder = [
  { to = "coder", takes = "A course.", source = "guide" },
  { to = "nurse", takes = "A course.", source = "guide", experience = 2000 },
]
"""
    assert problems_of(text) == [
        "careers.toml:1: catalogue.version is missing",
        'careers.toml:3: catalogue.as_of ("soon") must be a date, such as 2026-01-31, '
        "without quotes and without a time",
        "careers.toml:5: catalogue.colour is not known here; remove it or check its name",
        "careers.toml:10: sources.guide.vintage (2025) must be text in quotes",
        'careers.toml:19: coder: family ("recods") is not a family in [families]; '
        'did you mean "records"?',
        "careers.toml:20: coder: summary is empty; leave it out if it is not known",
        'careers.toml:24: coder: sources[2] ("guise") is not a source in [sources]; '
        'did you mean "guide"?',
        "careers.toml:30: coder: salary.p10 (60000) is above salary.median (50250)",
        'careers.toml:32: coder: salary.p75 ("70k") must be a whole number, '
        "without quotes, units or a decimal point",
        "careers.toml:41: coder: routes[2].award is missing",
        "careers.toml:44: coder: routes[2].months ([24, 12]) has the longest time first; "
        "write the shortest first",
        'careers.toml:45: coder: routes[2].source ("gide") is not a source in [sources]; '
        'did you mean "guide"?',
        'careers.toml:48: nurse: title ("Coder") is also the id of coder; '
        "a name can lead to one only",
        "careers.toml:52: nurse: reviewed (2026-01-31T10:00:00) must be a date, "
        "such as 2026-01-31, without quotes and without a time",
        "careers.toml:56: nurse: ladder[2].experience (2000) must be from 0 to 240",
        'careers.toml:56: nurse: ladder[2].to ("nurse") is this career itself',
    ]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (lambda c: c["salary"].update(p10=42_000, p25=35_000),
         "salary.p10 (42000) is above salary.p25 (35000)"),
        (lambda c: c["salary"].update(p10=350_000),
         "salary.p10 (350000) is above salary.p25 (42000)"),
        (lambda c: c["salary"].update(p90=8_000), "salary.p75 (64000) is above salary.p90 (8000)"),
        (
            lambda c: c.update(
                salary={"basis": "occupation", "source": "oews", "p10": 17, "median": 50_250}
            ),
            "salary.p10 (17) must be dollars a year, not an hour, a week or a month",
        ),
        (lambda c: c["routes"][0].update(months=[12, 9]),
         "routes[1].months ([12, 9]) has the longest time first; write the shortest first"),
        (lambda c: c["routes"][0].update(months=[9, 900]),
         "routes[1].months ([9, 900]) must be two whole numbers of months from 0 to 240, "
         "the shortest and the longest, such as [9, 12]"),
        (lambda c: c["patient_contact"].update(level=5),
         "patient_contact.level (5) must be from 0 to 4"),
        (lambda c: c["outlook"].update(change_percent=-107.1),
         "outlook.change_percent (-107.1) must be from -100 to 1,000"),
        (lambda c: c["automation"].update(share=50),
         "automation.share (50) must be from 0.0 to 1.0"),
        (lambda c: c["interests"].update(social=0.5),
         "interests.social (0.5) must be from 1.0 to 7.0"),
        (lambda c: c["outlook"].pop("source"),
         "outlook.source is missing: every figure and judgement says where it comes from"),
        (lambda c: c["outlook"].update(openings=-14_200),
         "outlook.openings (-14200) must be from 0 to 10,000,000"),
        (lambda c: c["salary"].update(survey={"low": 60_000, "high": 50_000, "source": "guide"}),
         "salary.survey.low (60000) is above salary.survey.high (50000)"),
        (lambda c: c["outlook"].update(change_percent=float("nan")),
         "outlook.change_percent (nan) must be from -100 to 1,000"),
        (lambda c: c["salary"].update(basis="broader-group"),
         'salary.basis ("broader-group") needs salary.group, the name of the group that is '
         "counted"),
        (lambda c: c["salary"].update(group="Everybody"),
         'salary.group belongs to salary.basis "broader-group", but that is "occupation"'),
        (lambda c: c["routes"][0].update(months=[1, 2, 3, 4]),
         "routes[1].months ([1, 2, 3, 4]) must be two whole numbers of months from 0 to 240, "
         "the shortest and the longest, such as [9, 12]"),
        (lambda c: c["routes"][0].update(months=[1, 2, 3, 4, 5]),
         "routes[1].months (a list) must be two whole numbers of months from 0 to 240, "
         "the shortest and the longest, such as [9, 12]"),
        (lambda c: c["salary"].update(basis="guess"),
         'salary.basis ("guess") must be one of "occupation", "broader-group" or "survey"'),
        (lambda c: c["salary"].update(soc="29-9999"),
         "salary.soc (29-9999) is not the career's own soc (29-2072): "
         'make salary.basis "broader-group" and name the group'),
        (lambda c: c.update(salary={"basis": "survey", "source": "guide", "note": "None yet."}),
         'salary.basis ("survey") needs the percentiles or the salary.survey'),
        (lambda c: c.update(salary={"basis": "occupation", "source": "oews", "median": 50_000}),
         "salary has fewer than two percentiles, too few to rank by: "
         "add them, or say in salary.note why there are none"),
        (lambda c: c["routes"][0].update({"from": ["associate", "bachelor"]}),
         "routes[1].from names 2 education levels (associate and bachelor), but all items are "
         "needed together; write a route for each"),
        (lambda c: c["routes"][0].update({"from": ["rn"]}),
         'routes[1].from[1] ("rn") is no education level, no degree and no credential '
         "that a career grants"),
        (lambda c: c["routes"][0].update(fields=["botany"]),
         'routes[1].fields[1] ("botany") is not a degree in [degrees]'),
        (lambda c: c["routes"][0].update({"from": []}),
         "routes[1].from is an empty list; it needs at least one item"),
        (lambda c: c["routes"][0].update(experience=[{"career": "coder", "months": 12}]),
         'routes[1].experience[1].career ("coder") is this career itself'),
        (lambda c: c["routes"][0].update(experience=[{"career": "codr", "months": 12}]),
         'routes[1].experience[1].career ("codr") is not the id of a career; '
         'did you mean "coder"?'),
        (lambda c: c["ladder"][0].update(to="nobody"),
         'ladder[1].to ("nobody") is not the id of a career'),
        (lambda c: c["ladder"][0].update(study=[24, 12]),
         "ladder[1].study ([24, 12]) has the longest time first; write the shortest first"),
        (lambda c: c.update(id="x"), "id is not wanted: the table's name is the id"),
        (lambda c: c.pop("title"), "title is missing"),
        (lambda c: c.update(title="  "), "title is only spaces; leave it out if it is not known"),
        (lambda c: c.update(title="Two\nlines"), "title must be on one line"),
        (lambda c: c.update(summary="x" * 2001),
         "summary is 2,001 characters long; at most 2,000 are allowed"),
        (lambda c: c.update(duties=["x"] * 21),
         "duties is a list of 21 items; at most 20 are allowed"),
        (lambda c: c.update(duties="x"), 'duties ("x") must be a list in [ ]'),
        (lambda c: c.update(remote=3), "remote (3) must be a table"),
        (lambda c: c.update(handbook="javascript:alert(1)"),
         'handbook ("javascript:alert(1)") must be a web address that starts with https://'),
        (lambda c: c["credentials"][0].update(url="www.aapc.com"),
         'credentials[1].url ("www.aapc.com") must be a web address that starts with https://'),
        (lambda c: c.update(reviewed=dt.date(2126, 1, 1)),
         "reviewed (2126-01-01) must be from 1990 to 2100"),
        (lambda c: c.update(reviewed=dt.date(2029, 1, 1)),
         "reviewed (2029-01-01) is more than two years after catalogue.as_of (2026-01-31)"),
        (lambda c: c.update(aliases=["- _"]),
         'aliases[1] ("- _") has no letters or digits to find it by'),
        (lambda c: c.update(aliases=["Coding_Auditor"]),
         'aliases[1] ("Coding_Auditor") is also the title of auditor; '
         "a name can lead to one only"),
        (lambda c: c.update(onet="29-2072"),
         'onet ("29-2072") must be an O*NET code, such as 29-2072.00'),
        (lambda c: c.update(family="Health Records"),
         'family ("Health Records") is not a family in [families]'),
        (lambda c: c.update(grants=["Coding Certificate"]),
         'grants[1] ("Coding Certificate") must be small letters, digits and single dashes, '
         'such as "medical-coder"'),
    ],
)  # fmt: skip
def test_each_rule(change: Callable[[Any], object], text: str) -> None:
    assert the_problem(change) == text


@pytest.mark.parametrize("name", ["patient_contact", "remote", "salary", "outlook", "work"])
def test_every_part_needs_a_source_that_exists(name: str) -> None:
    text = 'source ("nowhere") is not a source in [sources]'
    assert the_problem(lambda c: c[name].update(source="nowhere")) == f"{name}.{text}"


@pytest.mark.parametrize("name", ["routes", "credentials", "ladder"])
def test_every_item_of_a_list_needs_a_source_that_exists(name: str) -> None:
    text = 'source ("nowhere") is not a source in [sources]'
    assert the_problem(lambda c: c[name][0].update(source="nowhere")) == f"{name}[1].{text}"


@pytest.mark.parametrize(
    "char",
    ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\ue000", "\u00ad"],
)
@pytest.mark.parametrize("place", ["title", "summary", "aliases", "duties"])
def test_characters_that_cannot_be_seen(char: str, place: str) -> None:
    text = f"Some{char}text"
    table = changed(lambda c: c.update({place: [text] if place in ("aliases", "duties") else text}))
    problems = problems_of(table)
    assert len(problems) == 1
    assert problems[0].endswith(f"holds a character that cannot be seen (U+{ord(char):04X})")
    assert char not in problems[0]


def test_ordinary_letters_of_any_language_and_long_text_of_several_lines() -> None:
    table = changed(lambda c: c.update(title="Café – 医療 codeur", summary="Two\nlines"))
    assert problems_of(table) == []


def test_an_alias_may_be_a_soc_code_and_may_repeat_the_careers_own_names() -> None:
    table = changed(lambda c: c.update(aliases=["29-2072", "medical coder", "Coder"]))
    assert problems_of(table) == []


def test_unused_sources_are_no_problem() -> None:
    table = catalogue_table()
    table["sources"]["spare"] = dict(table["sources"]["guide"])
    assert problems_of(table) == []


def _nurse(title: str, start: str, grants: list[str] | None = None, **fields: Any) -> Table:
    route = {
        "name": "Way",
        "from": [start],
        "months": [1, 2],
        "award": "A",
        "source": "guide",
        **fields,
    }
    return career_table(title=title, family="care", routes=[route], grants=grants)


def test_credentials_that_are_granted_can_be_started_from() -> None:
    careers = {"np": _nurse("NP", "rn"), "rn": _nurse("RN", "high-school", ["rn"])}
    assert problems_of(catalogue_table(careers)) == []


def test_a_degree_can_be_started_from_where_there_is_another_way_too() -> None:
    degrees = {"law-degree": {"field": "law", "aliases": ["jd"]}}
    ways = [*_nurse("A", "law-degree")["routes"], *_nurse("A", "high-school")["routes"]]
    both = {"a": {**_nurse("A", "law-degree"), "routes": ways}}
    assert problems_of(catalogue_table(both, degrees=degrees)) == []
    (problem,) = problems_of(catalogue_table({"a": _nurse("A", "law-degree")}, degrees=degrees))
    assert "have no way in: they need law-degree" in problem


def test_a_name_of_a_degree_means_nothing_else() -> None:
    degrees = {
        "rn": {"field": "nursing"},
        "bachelor": {"field": "arts"},
        "law-degree": {"field": "law", "aliases": ["jd"]},
        "other-degree": {"field": "Law", "aliases": ["j-d", "other degree"]},
    }
    table = catalogue_table({"rn": _nurse("RN", "high-school", ["rn"])}, degrees=degrees)
    assert [problem.split(": ", 1)[1] for problem in problems_of(table)] == [
        "degrees.rn is also the id of a credential that a career grants; choose another",
        "degrees.bachelor is also the id of an education level; choose another",
        'degrees.other-degree.field ("Law") is also a name of law-degree; '
        "a name can lead to one only",
        'degrees.other-degree.aliases[1] ("j-d") is also a name of law-degree; '
        "a name can lead to one only",
    ]


def test_a_circle_of_routes_without_a_way_in() -> None:
    careers = {
        "a": _nurse("A", "cred-b", ["cred-a"]),
        "b": _nurse("B", "cred-a", ["cred-b"]),
        "c": _nurse("C", "high-school", experience=[{"career": "b", "months": 3}]),
        "d": _nurse("D", "high-school"),
    }
    assert [problem.split(": ", 1)[1] for problem in problems_of(catalogue_table(careers))] == [
        "a: routes have no way in: they need cred-b, which nobody can reach first",
        "b: routes have no way in: they need cred-a, which nobody can reach first",
        "c: routes have no way in: they need b, which nobody can reach first",
    ]
    careers["b"]["routes"].append({**careers["d"]["routes"][0]})
    assert problems_of(catalogue_table(careers)) == []


def test_a_mistake_hides_no_other_and_makes_none_up() -> None:
    table = changed(lambda c: (c["salary"].update(p10="x", p25="y", p75="z", p90="w"),))
    problems = problems_of(table)
    assert len(problems) == 4
    assert all("must be a whole number" in problem for problem in problems)
    # What stands for a figure that could not be used is no figure, and what is broken is there.
    for part, fields in (
        ("salary", {"survey": {"low": "x", "high": 90_000, "source": "guide"}}),
        ("outlook", {"openings": "x", "own_openings": 5}),
        ("automation", {"microsoft": "x", "use_source": "guide"}),
    ):
        table = catalogue_table()
        table["careers"]["coder"][part].update(fields)
        assert len(problems_of(table)) == 1
    survey = {"low": 40_000, "high": "x", "source": "guide"}
    assert "survey.high" in the_problem(lambda c: c["salary"].update(survey=survey))
    table = changed(lambda c: c.update(salary=7, routes=7, sources=7))
    assert len(problems_of(table)) == 3
    table["sources"] = 3
    table["families"] = {"records": 4}
    assert len(problems_of(table)) == 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "careers.toml: catalogue is missing"),
        (b"x = 1\nx = 2\n", "careers.toml:2: x is there twice (first on line 1)"),
        (b"[a]\n[b]\n[a]\n", "careers.toml:3: a is there twice (first on line 1)"),
        (b"a = 1\r\nb = \xe9\r\n", "careers.toml:2: a letter is not in UTF-8 (byte 0xE9)"),
        ("a = 1".encode("utf-16"), "careers.toml: the file is in UTF-16"),
        (b"a = 1\nb = ?3\n", "careers.toml:2: the value cannot be read"),
        (b"a = 'x\x00'\n", "careers.toml:1: this is not TOML: Found invalid character"),
        (b"a = " + b"[" * 10_000, "careers.toml: lists and tables are nested too deep"),
        (b"x = 1\n" + b"a." * 100_000 + b"b = 1", "careers.toml:2: a name with dots has too many"),
        (b"x = {" + b"a . " * 100_000 + b"b = 1}", "careers.toml:1: a name with dots has too"),
        (b"a = [" + b"1," * 300_000 + b"]", "careers.toml: holds more than 250,000 entries"),
        (b"[a]\n" * 300_000, "careers.toml: holds more than 250,000 entries"),
        (b"\na = " + b"9" * 5_000, "careers.toml:2: a number has too many digits"),
        (b"a = 1\nb = 0x" + b"f" * 50_000, "careers.toml:2: a number has too many digits"),
        (b"a = 1\nb = [{c = 0x" + b"f" * 40 + b"}]", "careers.toml:2: a number has too many"),
        (b'a = "x\nb = 1', "careers.toml:1: a text in quotes has no closing quote on its line"),
        (b"[careers.x]\na = {b = 1, b = 2}", "careers.toml:2: a name is there twice"),
        (b"1979-05-27", "careers.toml:1: a name is not followed by an equals sign"),
        (b"<html>", "careers.toml:1: this is neither a [table], a name = value, nor a # remark"),
    ],
)
def test_files_that_are_no_catalogue(data: bytes, text: str) -> None:
    assert any(problem.startswith(text) for problem in problems_of(data)), problems_of(data)


def test_byte_order_mark_and_windows_line_ends() -> None:
    data = b"\xef\xbb\xbf" + to_toml(catalogue_table()).replace("\n", "\r\n").encode()
    assert problems_of(data) == []


def test_hostile_names_are_shown_harmlessly() -> None:
    table = changed(lambda c: c.update({"x\x1b[31m" * 1000: 1}))
    table["careers"]["\x1b]0;pwned\x07"] = {}
    table["\u202efamilies"] = 1
    for problem in problems_of(table):
        assert problem.isprintable()
        assert len(problem) < 300


def test_a_megabyte_of_text_is_one_short_problem() -> None:
    problem = the_problem(lambda c: c.update(title="x" * 1_000_000))
    assert problem == "title is 1,000,000 characters long; at most 200 are allowed"


@pytest.mark.parametrize(
    "text",
    [
        "[careers.x]\n" + "".join(f"a{n} = 1\n" for n in range(20_000)),
        "".join(f"[careers.c{n}]\ntitle = 1\n" for n in range(5_000)),
        "".join(f"[sources.s{n}]\n" for n in range(20_000)),
        "[careers]\n" + "".join(f"c{n} = 1\n" for n in range(20_000)),
        "[careers.x]\nduties = [" + "1," * 200_000 + "]",
        "".join(f"t{n} = 1\n" for n in range(20_000)),
    ],
)
def test_a_flood_of_problems_is_cut_and_soon_done(text: str) -> None:
    started = time.perf_counter()
    problems = problems_of(text)
    assert len(problems) <= MOST_COMPLAINTS + 50
    # Generous: a slow machine is no failure, an hour is.
    assert time.perf_counter() - started < 30


def test_a_long_chain_of_routes_is_followed() -> None:
    size = 1_000
    careers = {
        f"c{n}": _nurse(f"C{n}", "high-school", experience=[{"career": f"c{n + 1}", "months": 1}])
        for n in range(size)
    }
    careers[f"c{size}"] = _nurse("Last", "high-school")
    assert problems_of(catalogue_table(careers)) == []


def test_check_reads_the_file_and_the_wages_beside_it(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path)
    assert check(path) == []
    (tmp_path / "wages").mkdir()
    table = tmp_path / "wages" / "TX.csv"
    table.write_text("soc,area\n")
    (problem,) = check(path)
    assert str(problem).startswith(f"{table}:1: the first line must be soc,area,p10,")


def test_problems_have_parts(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, changed(lambda c: c["salary"].update(p10=60_000)))
    (problem,) = check(path)
    assert problem.file == str(path)
    assert path.read_text().splitlines()[(problem.line or 0) - 1] == "p10 = 60000"
    assert (problem.career, problem.field) == ("coder", "salary.p10")
    assert problem.text == "salary.p10 (60000) is above salary.p25 (42000)"


def test_two_runs_agree_and_every_line_is_in_the_file() -> None:
    text = to_toml(big_catalogue_table(20)).replace("p10 = 35000", "p10 = 65000")
    once, twice = problems_of(text), problems_of(text)
    assert once == twice
    assert len(once) == 20
    lines = text.splitlines()
    for problem in once:
        assert lines[int(problem.split(":")[1]) - 1] == "p10 = 65000"


SOUND = to_toml(catalogue_table()).encode()
ODD_VALUES = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.booleans(),
    st.dates(),
    st.lists(st.integers(), max_size=3),
    # Built anew each time: a later step may change what an earlier one put in.
    st.builds(dict),
    st.builds(lambda: {"x": [{"y": 1}]}),
    st.sampled_from(["coder", "guide", "high-school", "29-2072"]),
)


def examined(data: bytes) -> None:
    """Whatever the bytes, there is a catalogue or there are problems; nothing is raised."""
    catalogue, problems = examine(data, "x.toml")
    assert (catalogue is None) == bool(problems)
    for problem in problems:
        assert not any(is_hidden(char) for char in str(problem))
        assert problem.line is None or 1 <= problem.line <= data.count(b"\n") + 1


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_any_bytes(data: bytes) -> None:
    examined(data)


@given(st.integers(0, len(SOUND)), st.integers(0, 60), st.binary(max_size=20))
@settings(max_examples=120)
def test_a_sound_file_with_a_piece_replaced(at: int, length: int, piece: bytes) -> None:
    examined(SOUND[:at] + piece + SOUND[at + length :])


@given(st.data())
@settings(max_examples=120)
def test_a_sound_catalogue_with_values_replaced(data: st.DataObject) -> None:
    table: Any = copy.deepcopy(catalogue_table())
    for _ in range(data.draw(st.integers(1, 4))):
        here = table
        while True:
            keys = sorted(here) if isinstance(here, dict) else list(range(len(here)))
            if not keys:
                break
            name = data.draw(st.sampled_from(keys))
            inner = here[name]
            if isinstance(inner, dict | list) and inner and data.draw(st.integers(0, 4)):
                here = inner
                continue
            value = data.draw(ODD_VALUES)
            if value is None and isinstance(here, dict):
                del here[name]
            elif value is not None:
                here[name] = value
            break
    examined(to_toml(table).encode())
