"""Words of a catalogue are data: whatever they hold, they come out as text."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from careeradvisor.output.json import json_text
from careeradvisor.output.markdown import markdown_text
from careeradvisor.output.table import print_fields, print_structs
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.listing import ListedView, ListingView
from tests.helpers import Table, career_table, make_catalogue
from tests.output.pages import SCREENS, on_screen, pages

ATTACKS = (
    "\x1b[2J\x1b]0;title\x07 \x9b31m",
    "\u202eesrever\u2066",
    "[bold red]markup[/] [/nothing] [p10] :x: [/x]",
    "<script>alert(1)</script> <img src=x onerror=y>",
    '=HYPERLINK("http://evil.example";"x")',
    "@SUM(A1)",
    "|cell| `code` [link](javascript:x) ![i](http://evil.example)",
    "\r\n# heading\n- item\ttab",
)


def attacked(text: str) -> Prospects:
    """Three careers of which every text that can be is the attack."""
    source = {"source": "guide"}
    fields: dict[str, Any] = {
        "title": text,
        "summary": text,
        "day": text,
        "duties": [text],
        "qualities": [text],
        "aliases": [text],
        "handbook": text,
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
            {"name": text, "body": text, "need": "required", "exam": text, "url": text,
             "notes": text, **source}
        ],
        "salary": {"basis": "broader-group", "group": text, "note": text, "p10": 1_000,
                   "p25": 20_000, "median": 30_000,
                   "position": {"part": "lower", "why": text, **source}, **source},
        "outlook": {"period": text, "group": text, "openings_group": text, "why": text,
                    "openings": 5, "change_percent": -1.5, **source},
        "work": {"why": text, **source},
        "automation": {"share": 0.5, "note": text, **source},
        "faq": [{"question": text, "answer": text}],
        "conditions": [{"what": text, "notes": text, **source}],
        "accreditation": [{"body": text, "notes": text, "url": text, **source}],
        "boards": text,
        "laws": ["law"],
    }  # fmt: skip
    careers: dict[str, Table] = {
        name: career_table(**fields, ladder=[{"to": to, "takes": text, **source}])
        for name, to in (("one", "two"), ("two", "three"), ("three", "one"))
    }
    offer = {"title": text, "says": text, "as_of": "2026-01-31", "url": text, **source}
    where = {"title": text, "publisher": text, "vintage": text, "licence": text, "url": text}
    catalogue = make_catalogue(
        careers,
        catalogue={"name": text, "version": text, "as_of": "2026-01-31", "region": text},
        sources={"guide": where},
        families={"records": text},
        laws={"law": {**offer}},
        aid={"aid": {**offer, "levels": [1]}},
        programs={"51.07-1": {"field": text, "mixes": text, "programs": 3, **source}},
    )
    return Prospects(catalogue)


def hidden(text: str) -> set[str]:
    return {char for char in text if not char.isprintable() and char != "\n"}


def all_pages(attack: str) -> list[Any]:
    return list(pages(attacked(attack), Answers(), ("one", "two")))


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("screen", ["80", "40", "plain", "ascii"])
def test_pages(attack: str, screen: str) -> None:
    for _, page in all_pages(attack):
        text = on_screen(page, **SCREENS[screen])
        assert not hidden(text)
        start = "".join(attack.split())[:6]
        if start.isprintable():
            assert start in "".join(text.split())


@pytest.mark.parametrize("attack", ATTACKS)
def test_pages_in_colour_have_only_their_own_escapes(attack: str) -> None:
    for _, page in all_pages(attack):
        text = on_screen(page, colour=True, width=80)
        assert not hidden(re.sub(r"\x1b\[(0|1|2|31|32|33|36|1;36)m", "", text))


@pytest.mark.parametrize("attack", ATTACKS)
def test_json(attack: str) -> None:
    for view, _ in all_pages(attack):
        out = json_text(view)
        assert not hidden(out)
        assert json.loads(out)["schema"].startswith("careeradvisor/")


@pytest.mark.parametrize("attack", ATTACKS)
def test_csv(attack: str, capsys: pytest.CaptureFixture[str]) -> None:
    for view, _ in all_pages(attack):
        if isinstance(view, ListingView):
            print_structs(ListedView, view.careers)
        else:
            print_fields(view)
        out = capsys.readouterr().out
        assert not hidden(out)
        rows = list(csv.reader(io.StringIO(out, newline="")))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "@", "\t"))
            assert not cell.startswith("-") or re.fullmatch(r"-[0-9.]+", cell)


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown(attack: str) -> None:
    for _, page in all_pages(attack):
        out = markdown_text(page)
        assert not hidden(out)
        assert "<" not in out
        assert "](" not in out.replace("\\](", "")
        assert "://" not in out
        for table in re.findall(r"(?m)(?:^\|.*\n)+", out):
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
