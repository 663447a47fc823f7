"""Small catalogues for tests, as tables, as text and as objects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from careeradvisor.catalogue.model import Career, Catalogue
from careeradvisor.catalogue.shape import catalogue_from
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects

Table = dict[str, Any]


def route(months: tuple[int, int] = (9, 12), *start: str, **more: Any) -> Table:
    """A way in that takes so many months, from high school unless something else is named."""
    table = {"name": "Program", "from": [*start] or ["high-school"], "months": [*months]}
    return table | {"award": "Award", "source": "guide"} | more


def judged(level: int, entry: int | None = None, why: str = "w") -> Table:
    """A judged level; with ``entry`` that of work from home."""
    return ({} if entry is None else {"entry": entry}) | {
        "level": level, "why": why, "source": "guide",
    }  # fmt: skip


def paid(*percentiles: int | None, **more: Any) -> Table:
    """What is paid, by the five published percentiles; None where one is not published."""
    names = ("p10", "p25", "median", "p75", "p90")
    known = {n: v for n, v in zip(names, percentiles, strict=False) if v is not None}
    return {"basis": "occupation", "source": "oews"} | known | more


def working(nights: str, weekends: str, on_call: str, amounts: str, why: str) -> Table:
    """Hours, and the amounts of standing, lifting, radiation, infection and fluids."""
    kinds = ("standing", "lifting", "radiation", "infection", "fluids")
    hours = {"nights": nights, "weekends": weekends, "on_call": on_call}
    return hours | dict(zip(kinds, amounts.split(), strict=True)) | {"why": why, "source": "guide"}


def career_table(**fields: Any) -> Table:
    """A full, sound career as a TOML table; ``fields`` replace its own, None takes one out."""
    table: Table = {
        "title": "Medical coder",
        "soc": "29-2072",
        "onet": "29-2072.00",
        "family": "records",
        "summary": "Turns what was done for a patient into codes.",
        "reviewed": dt.date(2026, 1, 15),
        "sources": ["guide"],
        "duties": ["Reads records.", "Assigns codes."],
        "patient_contact": judged(0, why="Works with records."),
        "remote": judged(4, 1, "Starts on site."),
        "routes": [route(name="Certificate", award="Certificate")],
        "credentials": [{"name": "CPC", "body": "AAPC", "need": "expected", "source": "guide"}],
        "salary": paid(35_000, 42_000, 50_250, 64_000, 80_000),
        "outlook": {
            "source": "ooh",
            "period": "2024-34",
            "change_percent": 7.1,
            "openings": 14_200,
        },
        "work": {"why": "Office work.", "source": "guide", "nights": "rare", "lifting": "little"},
        "automation": {"share": 0.5, "source": "guide"},
        "interests": {
            "realistic": 2.0,
            "investigative": 3.0,
            "artistic": 1.0,
            "social": 2.0,
            "enterprising": 2.5,
            "conventional": 6.5,
            "source": "guide",
        },
    }
    table.update(fields)
    return {name: value for name, value in table.items() if value is not None}


def catalogue_table(careers: Mapping[str, Table] | None = None, **tables: Any) -> Table:
    """A sound catalogue as TOML tables: a coder and an auditor, or the careers given."""
    if careers is None:
        careers = {
            "coder": career_table(
                aliases=["cpc", "medical coding specialist"],
                ladder=[{"to": "auditor", "takes": "Two years.", "source": "guide"}],
            ),
            "auditor": career_table(
                title="Coding auditor",
                routes=[
                    route(
                        (2, 4),
                        name="From coding",
                        award="Certificate",
                        experience=[{"career": "coder", "months": 24}],
                    )
                ],
            ),
        }
    source = {"publisher": "Somebody", "vintage": "May 2025", "licence": "Public domain"}
    return {
        "catalogue": {
            "name": "A test catalogue",
            "version": "1",
            "as_of": dt.date(2026, 1, 31),
            "region": "United States",
        },
        "sources": {
            "guide": {"title": "A guide", **source},
            "oews": {"title": "Wages", "url": "https://www.example.gov/oes", **source},
            "ooh": {"title": "Outlook", **source},
        },
        "families": {"records": "Health records", "care": "Patient care"},
        "careers": dict(careers),
        **tables,
    }


def to_toml(table: Table) -> str:
    """The tables as TOML text, each list item of a list of tables with a header of its own."""
    return tomli_w.dumps(table, multiline_strings=False)


def make_catalogue(careers: Mapping[str, Table] | None = None, **tables: Any) -> Catalogue:
    """A catalogue as objects, with the types checked; see :func:`catalogue_table`."""
    found: list[Any] = []
    catalogue = catalogue_from(catalogue_table(careers, **tables), found)
    assert not found, found
    return catalogue


def make_career(id: str = "coder", **fields: Any) -> Career:
    """One career as an object; see :func:`career_table`."""
    return make_catalogue({id: career_table(**fields)}).careers[id]


def write_catalogue(folder: Path, table: Table | None = None, name: str = "careers.toml") -> Path:
    """Write a catalogue as TOML into a folder and return the file."""
    path = folder / name
    path.write_text(to_toml(catalogue_table() if table is None else table), encoding="utf-8")
    return path


def big_catalogue_table(careers: int, words: int = 12) -> Table:
    """Many careers with text of the length that real ones have: ``words=12`` makes 3 kB each."""
    text = "What is done in this work, in words that take their room. " * words
    tables = {
        f"career-{number}": career_table(
            title=f"Career number {number}",
            aliases=[f"alias {number} a", f"alias {number} b"],
            summary=text[:500],
            day=text[:600],
            duties=[text[:90]] * 6,
            qualities=[text[:60]] * 4,
            faq=[{"question": "Is it hard?", "answer": text[:200]}] * 2,
            ladder=[
                {
                    "to": f"career-{(number + 1) % careers}",
                    "takes": "Some years.",
                    "source": "guide",
                }
            ]
            if careers > 1
            else None,
        )
        for number in range(careers)
    }
    return catalogue_table(tables)


def attacked(text: str, urls: Mapping[str, str] | None = None) -> Catalogue:
    """Three careers of which every text that can be is the attack; it got past no check.

    ``urls`` are the addresses of the sources guide, oews and ooh, and of all others.
    """
    source = {"source": "guide"}
    urls = dict.fromkeys(("guide", "oews", "ooh", "others"), text) | dict(urls or {})
    url = urls["others"]
    fields: dict[str, Any] = {
        "title": text,
        "summary": text,
        "day": text,
        "duties": [text],
        "qualities": [text],
        "aliases": [text],
        "handbook": url,
        "patient_contact": {"level": 0, "why": text, **source},
        "remote": {"level": 4, "entry": 1, "why": text, **source},
        "routes": [
            {"name": text, "from": ["high-school"], "months": [1, 2], "award": text, "notes": text,
             "cip": "51.07", "program_level": 1,
             "usual": {"how": "possible", "why": text, **source},
             "training": {"months": [1, 2], "notes": text, **source}, **source},
        ],
        "residency": {"months": [2, 3], "name": text, "notes": text, **source},
        "credentials": [
            {"name": text, "body": text, "need": "required", "exam": text, "url": url,
             "notes": text, **source}
        ],
        "salary": {"basis": "broader-group", "group": text, "note": text, "p10": 35_000,
                   "p25": 42_000, "median": 50_250, "p90": 80_000,
                   "position": {"part": "lower", "why": text, **source}, "source": "oews"},
        "outlook": {"period": text, "group": text, "openings_group": text, "why": text,
                    "openings": 5, "change_percent": -1.5, "source": "ooh"},
        "work": {"why": text, **source},
        "automation": {"share": 0.5, "note": text, **source},
        "faq": [{"question": text, "answer": text}],
        "conditions": [{"what": text, "notes": text, **source}],
        "accreditation": [{"body": text, "notes": text, "url": url, **source}],
        "boards": url,
        "laws": ["law"],
    }  # fmt: skip
    careers: dict[str, Table] = {
        name: career_table(**fields, ladder=[{"to": to, "takes": text, **source}])
        for name, to in (("coder", "auditor"), ("auditor", "third"), ("third", "coder"))
    }
    offer = {"title": text, "says": text, "as_of": "2026-01-31", "url": url, **source}
    where = {"title": text, "publisher": text, "vintage": text, "licence": text,
             "attribution": text}  # fmt: skip
    return make_catalogue(
        careers,
        catalogue={"name": text, "version": text, "as_of": "2026-01-31", "region": text},
        sources={name: {**where, "url": urls[name]} for name in ("guide", "oews", "ooh")},
        families={"records": text},
        laws={"law": {**offer}},
        aid={"aid": {**offer, "levels": [1]}},
        programs={"51.07-1": {"field": text, "mixes": text, "programs": 3, **source}},
    )


WAGES = """\
soc,area,p10,p25,p50,p75,p90,employment,rse
29-2072,TX,33000,40000,47000,60000,76000,9000,
29-1141,TX,61000,70000,84000,99000,,200000,
"""


def view_tables() -> Table:
    """A small catalogue with something of everything that a page can show, as TOML tables."""
    coder = career_table(
        aliases=["cpc", "medical-coder", "medical coding specialist", "29-2072"],
        grants=["coding"],
        day="Works through a queue of charts, one after another.",
        qualities=["patience with rules", "close attention"],
        handbook="https://www.example.gov/ooh/coders.htm",
        remote=judged(4, 2, "All of it is on a computer, yet new coders often begin on site."),
        routes=[
            route((4, 9), name="Certificate program", award="Postsecondary certificate",
                  notes="Often online. Part-time study takes longer."),
            route((24, 24), name="Associate degree in health information",
                  award="Associate degree", education="associate", source="ooh"),
        ],
        credentials=[
            {"name": "Certified Professional Coder (CPC)", "body": "AAPC", "need": "expected",
             "exam": "CPC exam", "source": "guide",
             "url": "https://www.example.org/credentials/cpc",
             "notes": "Good jobs are hard to get without it."},
            {"name": "CCS", "body": "AHIMA", "need": "optional", "source": "guide"},
        ],
        salary=paid(
            *(37_000, 43_490, 51_140, 64_820, 81_150),
            basis="broader-group", group="Medical records specialists",
            note="Pay differs with experience.",
            survey={"low": 48_000, "high": 70_000, "source": "guide"},
        ),
        outlook={"source": "ooh", "period": "2024-34", "change_percent": 7.0, "openings": 14_200,
                 "own_openings": 12_000, "group": "Medical records specialists",
                 "why": "More people grow old."},
        work=working("rare", "some", "rare", "little " * 5, "Desk work at a screen."),
        automation={"share": 0.559, "share_model": 0.618, "source": "guide"},
        ladder=[
            {"to": "auditor", "takes": "a strong record and an auditing certificate",
             "study": [0, 3], "experience": 24, "source": "guide"},
            {"to": "nurse", "takes": "nursing school", "study": [24, 48], "source": "guide"},
        ],
        faq=[{"question": "Do coders need a degree?", "answer": "No. A certificate will do."}],
    )  # fmt: skip
    auditor = career_table(
        title="Coding auditor",
        grants=["coding"],
        onet=None,
        routes=[
            route((0, 3), "coding", name="Auditing course for working coders",
                  award="Certificate of completion",
                  experience=[{"career": "coder", "months": 24}]),
        ],
        outlook={"source": "ooh", "period": "2024-34", "change_percent": -2.5},
        ladder=[{"to": "coder", "takes": "going back", "source": "guide"}],
    )  # fmt: skip
    nurse = career_table(
        title="Registered nurse (RN)",
        soc="29-1141",
        onet="29-1141.00",
        family="care",
        grants=["rn"],
        summary="Looks after people who are ill or injured.",
        duties=["Gives medicines.", "Watches the patient."],
        patient_contact=judged(4, why="At the bedside all day."),
        remote=judged(0, 0, "The patients are there."),
        routes=[
            route((24, 36), name="Associate degree in nursing", award="Associate degree",
                  education="associate"),
        ],
        credentials=[
            {"name": "Registered nurse license", "body": "State board of nursing",
             "need": "required", "exam": "NCLEX-RN", "source": "guide"},
        ],
        salary=paid(68_940, 80_000, 97_550, 112_000, 137_470),
        work=working("usual", "usual", "some", "much much little much much",
                     "Hospitals never close."),
        automation={"share": 0.38, "source": "guide"},
        ladder=[
            {"to": "surgeon", "takes": "a bachelor's degree and medical school",
             "study": [72, 72], "source": "guide"},
        ],
    )  # fmt: skip
    surgeon = career_table(
        title="Surgeon",
        soc="29-1248",
        onet="29-1248.00",
        family="care",
        patient_contact=judged(3, why="In the theatre and on the ward."),
        remote=judged(0, 0, "Hands are needed."),
        routes=[
            route((48, 48), "bachelor", name="Medical school", award="MD or DO degree",
                  education="doctorate"),
        ],
        residency={"months": [60, 60], "name": "Residency in surgery", "source": "guide",
                   "notes": "Paid, in a hospital."},
        salary=paid(75_000, 190_000, 239_000, top_coded=True),
    )  # fmt: skip
    # Somebody of whom next to nothing is known.
    porter = career_table(title="Hospital porter", soc="53-7062", family="care", onet=None)
    needed = ("title", "soc", "family", "summary", "reviewed", "sources")
    porter = {name: porter[name] for name in needed} | {"summary": "Brings what is needed."}
    kango = career_table(
        title="看護助手 (nursing aide)",
        soc="53-7062",
        onet=None,
        family="care",
        summary="助 " * 60 + "wide letters take two columns.",
        salary=None,
        routes=[],
        patient_contact=judged(4, why="病棟で働く。"),
    )
    return catalogue_table(
        {"coder": coder, "auditor": auditor, "nurse": nurse, "surgeon": surgeon,
         "porter": porter, "kango": kango}
    )  # fmt: skip


def view_catalogue() -> Catalogue:
    """The same as objects."""
    return make_catalogue(view_tables()["careers"])


def view_prospects(**person: Any) -> Prospects:
    """All its careers for a person."""
    return Prospects(view_catalogue(), Answers(**person))


def write_views(folder: Path) -> Path:
    """The same as a file, with wages of one state beside it."""
    (folder / "wages").mkdir()
    (folder / "wages" / "TX.csv").write_text(WAGES)
    return write_catalogue(folder, view_tables())
