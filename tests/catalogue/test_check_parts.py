"""Rules on ways in, positions, programs and laws: each finds its own mistake and no other."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from careeradvisor.catalogue.check import examine
from tests.helpers import Table, catalogue_table, to_toml

USUAL = {"how": "usual", "why": "Most do.", "source": "guide"}
POSITION = {"part": "whole", "why": "It is.", "source": "guide"}
INDUSTRY = {
    "naics": "524114",
    "name": "Insurers",
    "why": "There.",
    "source": "oews",
    "p10": 30_000,
    "median": 50_000,
}


def full_table() -> Table:
    """A sound catalogue with everything that the second edition added."""
    table = copy.deepcopy(catalogue_table())
    table["programs"] = {
        "51.07-1": {
            "field": "Records",
            "mixes": "Coders and clerks.",
            "source": "guide",
            "programs": 10,
            "earnings_p25": 30_000,
            "earnings": 35_000,
            "earnings_p75": 40_000,
            "debt": 9_500,
            "decided": 8,
            "below": 4,
        }
    }
    table["laws"] = {
        "loans": {
            "title": "Caps",
            "says": "Caps\nloans.",
            "as_of": dt.date(2026, 7, 1),
            "source": "guide",
            "url": "https://example.org/",
        }
    }
    table["aid"] = {
        "grant": {
            "title": "Grant",
            "says": "Pays.",
            "levels": [1, 2],
            "as_of": dt.date(2026, 7, 1),
            "source": "guide",
            "url": "https://example.org/",
        }
    }
    coder = table["careers"]["coder"]
    coder["laws"] = ["loans"]
    coder["boards"] = "https://example.org/boards"
    coder["accreditation"] = [
        {"body": "Body", "url": "https://example.org/list", "source": "guide"}
    ]
    coder["conditions"] = [{"what": "Background check", "source": "guide"}]
    coder["salary"] |= {"position": POSITION, "rse": 1.5, "employment": 190_000}
    coder["outlook"]["own_openings"] = 14_200
    coder["routes"][0] |= {
        "usual": USUAL,
        "in_hand": [9, 24],
        "training": {"months": [1, 6], "source": "guide"},
        "sciences": True,
        "sciences_source": "guide",
        "cip": "51.07",
        "program_level": 1,
    }
    coder["residency"] = {
        "months": [36, 84],
        "name": "Residency",
        "source": "guide",
        "stipend": [68_000, 89_000],
        "stipend_source": "guide",
    }
    coder["automation"] |= {"microsoft": 0.2, "anthropic": 0.6, "use_source": "guide"}
    return table


def problems_of(table: Table) -> list[str]:
    _catalogue, problems = examine(to_toml(table).encode(), "c.toml")
    return [re.sub(r"^c\.toml:\d+: ", "", str(problem)) for problem in problems]


def test_the_full_table_is_sound_and_none_of_its_programs_needs_to_be_below() -> None:
    table = full_table()
    assert problems_of(table) == []
    table["programs"]["51.07-1"]["below"] = 0
    assert problems_of(table) == []


Change = Callable[[Any, Any], object]
MISTAKES: list[tuple[Change, str]] = [
    (lambda t, c: c["routes"][0].update(name="Sh\u202eort"),
     "coder: routes[1].name holds a character that cannot be seen (U+202E)"),
    (lambda t, c: c["routes"][0].pop("sciences_source"),
     "coder: routes[1].sciences needs sciences_source beside it"),
    (lambda t, c: c["routes"][0].pop("sciences"),
     "coder: routes[1].sciences_source needs sciences beside it"),
    (lambda t, c: c["routes"][0].update(in_hand=[8, 24]),
     "coder: routes[1].in_hand ([8, 24]) is shorter than months; "
     "it counts from the first day of the course"),
    (lambda t, c: c["routes"][0].update(in_hand=[30, 24]),
     "coder: routes[1].in_hand ([30, 24]) has the longest time first; write the shortest first"),
    (lambda t, c: c["routes"][0]["training"].update(months=[6, 1]),
     "coder: routes[1].training.months ([6, 1]) has the longest time first; "
     "write the shortest first"),
    (lambda t, c: c["routes"][0].pop("program_level"),
     "coder: routes[1].cip needs program_level beside it"),
    (lambda t, c: c["routes"][0].pop("cip"), "coder: routes[1].program_level needs cip beside it"),
    (lambda t, c: c["routes"][0].update(program_level=2),
     'coder: routes[1].cip has no table [programs."51.07-2"]; did you mean "51.07-1"?'),
    (lambda t, c: c["routes"][0].update(cip="5107"),
     'coder: routes[1].cip ("5107") must be a field\'s CIP code of four digits, such as 51.07'),
    (lambda t, c: c["residency"].update(stipend=[89_000, 68_000]),
     "coder: residency.stipend ([89000, 68000]) has the last year's pay first; "
     "write the lowest first"),
    (lambda t, c: c["residency"].update(stipend=[400, 600]),
     "coder: residency.stipend ([400, 600]) must be dollars a year, not a month"),
    (lambda t, c: c["residency"].update(stipend="much"),
     'coder: residency.stipend ("much") must be two whole numbers of dollars a year, '
     "the first year's and the last's, such as [68000, 89000]"),
    (lambda t, c: (c["routes"][0].update(residency=[3, 6]), c.pop("residency")),
     "coder: routes[1].residency needs [careers.coder.residency] as well"),
    (lambda t, c: c["routes"][0].update(residency=[6, 3]),
     "coder: routes[1].residency ([6, 3]) has the longest time first; write the shortest first"),
    (lambda t, c: c["residency"].pop("stipend_source"),
     "coder: residency.stipend needs stipend_source beside it"),
    (lambda t, c: c["residency"].pop("stipend"),
     "coder: residency.stipend_source needs stipend beside it"),
    (lambda t, c: c["automation"].pop("use_source"),
     "coder: automation.microsoft needs automation.use_source: who saw the use"),
    (lambda t, c: [c["automation"].pop(name) for name in ("microsoft", "anthropic")],
     "coder: automation.use_source is there without microsoft or anthropic, "
     "the figures that it is of"),
    (lambda t, c: c["outlook"].update(own_openings=14_201),
     "coder: outlook.own_openings (14201) is above outlook.openings (14200)"),
    (lambda t, c: c["outlook"].pop("openings"),
     "coder: outlook.own_openings needs openings, which it is of"),
    (lambda t, c: c["salary"].update(rse=100.1),
     "coder: salary.rse (100.1) must be from 0.0 to 100.0"),
    (lambda t, c: c["salary"].update(employment=-1),
     "coder: salary.employment (-1) must be 0 or more"),
    (lambda t, c: c["salary"].update(industry={**INDUSTRY, "p25": 50_001}),
     "coder: salary.industry.p25 (50001) is above salary.industry.median (50000)"),
    (lambda t, c: c["salary"].update(industry={**INDUSTRY, "p10": 999}),
     "coder: salary.industry.p10 (999) must be dollars a year, not an hour, a week or a month"),
    (lambda t, c: c["salary"].update(industry={**INDUSTRY, "naics": "health"}),
     'coder: salary.industry.naics ("health") must be an industry\'s NAICS code, such as 622000'),
    (lambda t, c: (c["salary"].update(industry=dict(INDUSTRY)), c["salary"]["industry"].pop("p10")),
     "coder: salary.industry needs at least two percentiles, which count for this career"),
    (lambda t, c: c.update(laws=["loan"]),
     'coder: laws[1] ("loan") is not a law in [laws]; did you mean "loans"?'),
    (lambda t, c: t["laws"]["loans"].update(as_of=dt.date(1926, 1, 1)),
     "laws.loans.as_of (1926-01-01) must be from 1990 to 2100"),
    (lambda t, c: t["laws"]["loans"].update(url="javascript:alert(1)"),
     'laws.loans.url ("javascript:alert(1)") must be a web address that starts with https://'),
    (lambda t, c: t["aid"]["grant"].update(as_of=dt.date(1926, 1, 1)),
     "aid.grant.as_of (1926-01-01) must be from 1990 to 2100"),
    (lambda t, c: t["aid"]["grant"].update(levels=[1, 9]),
     "aid.grant.levels[2] (9) must be from 1 to 8"),
    (lambda t, c: t["laws"]["loans"].update(levels=[0]),
     "laws.loans.levels[1] (0) must be from 1 to 8"),
    (lambda t, c: t["aid"]["grant"].update(months=[24, 12]),
     "aid.grant.months ([24, 12]) has the longest time first; write the shortest first"),
    (lambda t, c: t["aid"]["grant"].update(url="file:x"),
     'aid.grant.url ("file:x") must be a web address that starts with https://'),
    (lambda t, c: c.update(states=["AZ", "Arizona"], states_source="guide"),
     'coder: states ("Arizona") must be codes of states, such as AZ'),
    (lambda t, c: c.update(states=["AZ"]), "coder: states needs states_source beside it"),
    (lambda t, c: c.update(states_source="guide"), "coder: states_source needs states beside it"),
    (lambda t, c: c.update(boards="file:x"),
     'coder: boards ("file:x") must be a web address that starts with https://'),
    (lambda t, c: c["accreditation"][0].update(url="file:x"),
     'coder: accreditation[1].url ("file:x") must be a web address that starts with https://'),
    (lambda t, c: t["sources"]["guide"].update(url="javascript:alert(1)"),
     'sources.guide.url ("javascript:alert(1)") must be a web address that starts with https://'),
    (lambda t, c: t["programs"]["51.07-1"].update(earnings=40_001),
     "programs.51.07-1.earnings (40001) is above earnings_p75 (40000)"),
    (lambda t, c: t["programs"]["51.07-1"].update(below=9),
     "programs.51.07-1.below (9) is above decided (8)"),
    (lambda t, c: t["programs"]["51.07-1"].update(decided=11),
     "programs.51.07-1.decided (11) is above programs (10)"),
    (lambda t, c: t["programs"]["51.07-1"].pop("decided"),
     "programs.51.07-1.below needs decided beside it"),
    (lambda t, c: t["programs"].update({"5107": t["programs"]["51.07-1"]}),
     'programs.5107 must be named by field and credential level, such as [programs."51.07-1"]'),
]  # fmt: skip


@pytest.mark.parametrize(("change", "text"), MISTAKES, ids=[text[:60] for _, text in MISTAKES])
def test_each_rule(change: Change, text: str) -> None:
    table = full_table()
    change(table, table["careers"]["coder"])
    assert problems_of(table) == [text]


@pytest.mark.parametrize(
    "change",
    [
        lambda t, c, s: c["routes"][0]["usual"].update(source=s),
        lambda t, c, s: c["routes"][0]["training"].update(source=s),
        lambda t, c, s: c["routes"][0].update(sciences_source=s),
        lambda t, c, s: c["residency"].update(stipend_source=s),
        lambda t, c, s: c["automation"].update(use_source=s),
        lambda t, c, s: c["salary"]["position"].update(source=s),
        lambda t, c, s: c["salary"].update(industry={**INDUSTRY, "source": s}),
        lambda t, c, s: t["programs"]["51.07-1"].update(source=s),
        lambda t, c, s: t["laws"]["loans"].update(source=s),
        lambda t, c, s: t["aid"]["grant"].update(source=s),
        lambda t, c, s: c["accreditation"][0].update(source=s),
        lambda t, c, s: c["conditions"][0].update(source=s),
    ],
)
def test_every_new_figure_needs_a_source_that_exists(change: Any) -> None:
    table = copy.deepcopy(full_table())
    change(table, table["careers"]["coder"], "nowhere")
    (problem,) = problems_of(table)
    assert problem.endswith('("nowhere") is not a source in [sources]')


@pytest.mark.parametrize(
    ("coder", "auditor", "wholes"),
    [
        ("whole", "upper", 1),
        ("lower", "upper", 0),
        ("whole", "whole", 2),
        ("whole", None, 1),
        ("upper", None, 0),
        (None, None, 1),
    ],
)
def test_of_careers_that_share_a_code_one_is_the_whole(
    coder: str, auditor: str | None, wholes: int
) -> None:
    table = full_table()
    careers = table["careers"]
    group = {"basis": "broader-group", "group": "Records", "soc": "29-2072"}
    for name, part in (("coder", coder), ("auditor", auditor)):
        salary = copy.deepcopy(careers["coder"]["salary"]) | group
        salary.pop("position", None)
        if part is not None:
            salary["position"] = {**POSITION, "part": part}
        careers[name]["salary"] = salary
    problems = problems_of(table)
    assert len(problems) == (wholes != 1)
    if problems:
        assert f'{wholes} have the position part "whole"; exactly one must' in problems[0]
    # A career with an industry's wages has wages of its own.
    careers["auditor"]["salary"]["industry"] = dict(INDUSTRY)
    assert problems_of(table) == []


EDGES: list[Change] = [
    lambda t, c: c["outlook"].update(change_percent=-100),
    lambda t, c: c["outlook"].update(change_percent=1_000),
    lambda t, c: c["salary"].update(survey={"low": 50_000, "high": 50_000, "source": "guide"}),
    lambda t, c: c["salary"].update(p10=1_000, p25=1_000),
    lambda t, c: c["salary"].update(industry={**INDUSTRY, "p10": 50_000, "median": 50_000}),
    lambda t, c: c.update(reviewed=t["catalogue"]["as_of"] + dt.timedelta(days=731)),
    lambda t, c: c["residency"].update(stipend=[1_000, 1_000], months=[36, 36]),
    lambda t, c: c["routes"][0].update(in_hand=c["routes"][0]["months"]),
    lambda t, c: t["programs"]["51.07-1"].update(below=8, decided=8, programs=8),
    lambda t, c: t["programs"]["51.07-1"].update(earnings_p25=35_000, earnings_p75=35_000),
    lambda t, c: t["catalogue"].update(as_of=dt.date(2026, 1, 31)),
    lambda t, c: t["laws"]["loans"].update(as_of=dt.date(1990, 1, 1)),
    lambda t, c: t["laws"]["loans"].update(as_of=dt.date(2100, 12, 31)),
]


@pytest.mark.parametrize("change", EDGES, ids=range(len(EDGES)))
def test_what_lies_just_within_a_bound_is_sound(change: Change) -> None:
    table = full_table()
    change(table, table["careers"]["coder"])
    assert problems_of(table) == []


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (lambda t, c: c.update(reviewed=t["catalogue"]["as_of"] + dt.timedelta(days=732)),
         "coder: reviewed (2028-02-02) is more than two years after"),
        (lambda t, c: c["outlook"].update(change_percent=1_001),
         "coder: outlook.change_percent (1001) must be from -100 to 1,000"),
        (lambda t, c: c["outlook"].update(change_percent=-101),
         "coder: outlook.change_percent (-101) must be from -100 to 1,000"),
        (lambda t, c: t["laws"]["loans"].update(as_of=dt.date(2101, 1, 1)),
         "laws.loans.as_of (2101-01-01) must be from 1990 to 2100"),
    ],
)  # fmt: skip
def test_what_lies_just_beyond_a_bound_is_not(change: Change, text: str) -> None:
    table = full_table()
    change(table, table["careers"]["coder"])
    (problem,) = problems_of(table)
    assert problem.startswith(text)
