"""Small catalogues for tests, as tables, as text and as objects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from careeradvisor.catalogue.model import Career, Catalogue
from careeradvisor.catalogue.shape import catalogue_from

Table = dict[str, Any]


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
        "patient_contact": {"level": 0, "why": "Works with records.", "source": "guide"},
        "remote": {"level": 4, "entry": 1, "why": "Starts on site.", "source": "guide"},
        "routes": [
            {
                "name": "Certificate",
                "from": ["high-school"],
                "months": [9, 12],
                "award": "Certificate",
                "source": "guide",
            }
        ],
        "credentials": [
            {"name": "CPC", "body": "AAPC", "need": "expected", "source": "guide"},
        ],
        "salary": {
            "basis": "occupation",
            "source": "oews",
            "p10": 35_000,
            "p25": 42_000,
            "median": 50_250,
            "p75": 64_000,
            "p90": 80_000,
        },
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
                    {
                        "name": "From coding",
                        "from": ["high-school"],
                        "months": [2, 4],
                        "award": "Certificate",
                        "source": "guide",
                        "experience": [{"career": "coder", "months": 24}],
                    }
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
