"""A small catalogue with something of everything, and ways of looking at the views."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pexpect

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import Table, career_table, catalogue_table, make_catalogue, write_catalogue
from tests.processes import PROGRAM, Home

WAGES = """\
soc,area,p10,p25,p50,p75,p90,employment,rse
29-2072,TX,33000,40000,47000,60000,76000,9000,
29-1141,TX,61000,70000,84000,99000,,200000,
"""

# NO_COLOR keeps most of the recorded screens free of escape sequences.
SETTINGS: dict[str, tuple[int, dict[str, str], tuple[str, ...]]] = {
    "80 columns": (80, {"NO_COLOR": "1"}, ()),
    "120 columns": (120, {"NO_COLOR": "1"}, ()),
    "40 columns": (40, {"NO_COLOR": "1"}, ()),
    "colour": (80, {}, ()),
    "plain": (80, {}, ("--plain",)),
    "plain, 40 columns": (40, {}, ("--plain",)),
    "LC_ALL=C": (80, {"NO_COLOR": "1", "LC_ALL": "C", "PYTHONIOENCODING": ""}, ()),
}
SAME_AS_80_COLUMNS: dict[str, dict[str, str]] = {
    "TERM=dumb": {"TERM": "dumb"},
    "no TERM": {"TERM": ""},
    "NO_COLOR beats FORCE_COLOR": {"NO_COLOR": "1", "FORCE_COLOR": "1"},
}

_CSI = re.compile(r"\x1b\[[0-9;]*m")


def view_tables() -> Table:
    """The catalogue as TOML tables."""
    return catalogue_table(
        {
            "coder": _coder(),
            "auditor": _auditor(),
            "nurse": _nurse(),
            "surgeon": _surgeon(),
            "porter": _porter(),
            "kango": career_table(
                title="看護助手 (nursing aide)",
                soc="53-7062",
                onet=None,
                family="care",
                summary="助 " * 60 + "wide letters take two columns.",
                salary=None,
                routes=[],
                patient_contact={"level": 4, "why": "病棟で働く。", "source": "guide"},
            ),
        }
    )


def view_catalogue() -> Catalogue:
    """The catalogue as objects."""
    return make_catalogue(view_tables()["careers"])


def view_prospects(**person: Any) -> Prospects:
    """All its careers for a person."""
    return Prospects(view_catalogue(), Answers(**person))


def write_views(folder: Path) -> Path:
    """The catalogue as a file, with wages of one state beside it."""
    (folder / "wages").mkdir()
    (folder / "wages" / "TX.csv").write_text(WAGES)
    return write_catalogue(folder, view_tables())


def in_terminal(
    home: Home,
    *arguments: str | Path,
    columns: int = 80,
    environment: dict[str, str] | None = None,
) -> str:
    """What the program prints on a terminal of so many columns; it must end well."""
    child = pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], *map(str, arguments)],
        dimensions=(24, columns),
        # What is taller than the screen would go through the pager.
        env=home.environment(**(environment or {})),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    text: str = child.before
    child.close()
    assert child.exitstatus == 0, text
    return text.replace("\r\n", "\n")


def without_colour(text: str) -> str:
    """Text without its colours; nothing else is taken out."""
    return _CSI.sub("", text)


def _coder() -> Table:
    return career_table(
        aliases=["cpc", "medical-coder", "medical coding specialist", "29-2072"],
        grants=["coding"],
        day="Works through a queue of charts, one after another.",
        qualities=["patience with rules", "close attention"],
        handbook="https://www.example.gov/ooh/coders.htm",
        remote={
            "level": 4,
            "entry": 2,
            "why": "All of it is on a computer, yet new coders often begin on site.",
            "source": "guide",
        },
        routes=[
            {
                "name": "Certificate program",
                "from": ["high-school"],
                "months": [4, 9],
                "award": "Postsecondary certificate",
                "source": "guide",
                "notes": "Often online. Part-time study takes longer.",
            },
            {
                "name": "Associate degree in health information",
                "from": ["high-school"],
                "months": [24, 24],
                "award": "Associate degree",
                "education": "associate",
                "source": "ooh",
            },
        ],
        credentials=[
            {
                "name": "Certified Professional Coder (CPC)",
                "body": "AAPC",
                "need": "expected",
                "exam": "CPC exam",
                "source": "guide",
                "url": "https://www.example.org/credentials/cpc",
                "notes": "Good jobs are hard to get without it.",
            },
            {"name": "CCS", "body": "AHIMA", "need": "optional", "source": "guide"},
        ],
        salary={
            "basis": "broader-group",
            "group": "Medical records specialists",
            "source": "oews",
            "p10": 37_000,
            "p25": 43_490,
            "median": 51_140,
            "p75": 64_820,
            "p90": 81_150,
            "note": "Pay differs with experience.",
            "survey": {"low": 48_000, "high": 70_000, "source": "guide"},
        },
        outlook={
            "source": "ooh",
            "period": "2024-34",
            "change_percent": 7.0,
            "openings": 14_200,
            "own_openings": 12_000,
            "group": "Medical records specialists",
            "why": "More people grow old.",
        },
        work={
            "why": "Desk work at a screen.",
            "source": "guide",
            "nights": "rare",
            "weekends": "some",
            "on_call": "rare",
            "standing": "little",
            "lifting": "little",
            "radiation": "little",
            "infection": "little",
            "fluids": "little",
        },
        automation={"share": 0.559, "share_model": 0.618, "source": "guide"},
        ladder=[
            {
                "to": "auditor",
                "takes": "a strong record and an auditing certificate",
                "study": [0, 3],
                "experience": 24,
                "source": "guide",
            },
            {"to": "nurse", "takes": "nursing school", "study": [24, 48], "source": "guide"},
        ],
        faq=[{"question": "Do coders need a degree?", "answer": "No. A certificate will do."}],
    )


def _auditor() -> Table:
    return career_table(
        title="Coding auditor",
        grants=["coding"],
        onet=None,
        routes=[
            {
                "name": "Auditing course for working coders",
                "from": ["coding"],
                "months": [0, 3],
                "award": "Certificate of completion",
                "source": "guide",
                "experience": [{"career": "coder", "months": 24}],
            }
        ],
        outlook={"source": "ooh", "period": "2024-34", "change_percent": -2.5},
        ladder=[{"to": "coder", "takes": "going back", "source": "guide"}],
    )


def _nurse() -> Table:
    return career_table(
        title="Registered nurse (RN)",
        soc="29-1141",
        onet="29-1141.00",
        family="care",
        grants=["rn"],
        summary="Looks after people who are ill or injured.",
        duties=["Gives medicines.", "Watches the patient."],
        patient_contact={"level": 4, "why": "At the bedside all day.", "source": "guide"},
        remote={"level": 0, "entry": 0, "why": "The patients are there.", "source": "guide"},
        routes=[
            {
                "name": "Associate degree in nursing",
                "from": ["high-school"],
                "months": [24, 36],
                "award": "Associate degree",
                "education": "associate",
                "source": "guide",
            }
        ],
        credentials=[
            {
                "name": "Registered nurse license",
                "body": "State board of nursing",
                "need": "required",
                "exam": "NCLEX-RN",
                "source": "guide",
            }
        ],
        salary={
            "basis": "occupation",
            "source": "oews",
            "p10": 68_940,
            "p25": 80_000,
            "median": 97_550,
            "p75": 112_000,
            "p90": 137_470,
        },
        work={
            "why": "Hospitals never close.",
            "source": "guide",
            "nights": "usual",
            "weekends": "usual",
            "on_call": "some",
            "standing": "much",
            "lifting": "much",
            "radiation": "little",
            "infection": "much",
            "fluids": "much",
        },
        automation={"share": 0.38, "source": "guide"},
        ladder=[
            {
                "to": "surgeon",
                "takes": "a bachelor's degree and medical school",
                "study": [72, 72],
                "source": "guide",
            }
        ],
    )


def _surgeon() -> Table:
    return career_table(
        title="Surgeon",
        soc="29-1248",
        onet="29-1248.00",
        family="care",
        patient_contact={"level": 3, "why": "In the theatre and on the ward.", "source": "guide"},
        remote={"level": 0, "entry": 0, "why": "Hands are needed.", "source": "guide"},
        routes=[
            {
                "name": "Medical school",
                "from": ["bachelor"],
                "months": [48, 48],
                "award": "MD or DO degree",
                "education": "doctorate",
                "source": "guide",
            }
        ],
        residency={
            "months": [60, 60],
            "name": "Residency in surgery",
            "source": "guide",
            "notes": "Paid, in a hospital.",
        },
        salary={
            "basis": "occupation",
            "source": "oews",
            "p10": 75_000,
            "p25": 190_000,
            "median": 239_000,
            "top_coded": True,
        },
    )


def _porter() -> Table:
    """Somebody of whom next to nothing is known."""
    table = career_table(title="Hospital porter", soc="53-7062", family="care", onet=None)
    needed = ("title", "soc", "family", "summary", "reviewed", "sources")
    return {name: table[name] for name in needed} | {"summary": "Brings what is needed."}
