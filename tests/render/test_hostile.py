"""Words of a catalogue are data: whatever they hold, they come out as text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.render.career_data import print_career
from careeradvisor.render.career_page import career_page
from careeradvisor.render.comparison_data import print_comparison
from careeradvisor.render.comparison_page import comparison_page
from careeradvisor.render.ladder_data import print_ladder
from careeradvisor.render.ladder_page import ladder_page
from careeradvisor.render.ladder_tree import ladder_of
from careeradvisor.render.listing import listing
from careeradvisor.render.listing_data import print_listing
from careeradvisor.render.listing_page import listing_page
from careeradvisor.render.screen import Screen
from tests.helpers import Table, career_table, make_catalogue

ATTACKS = (
    "\x1b[2J\x1b]0;title\x07 \x9b31m",
    "\u202eesrever\u2066",
    "[bold red]markup[/] [/nothing]",
    "<script>alert(1)</script> <img src=x onerror=y>",
    '=HYPERLINK("http://evil.example";"x")',
    "@SUM(A1)",
    "|cell| `code` [link](javascript:x) ![i](http://evil.example)",
    "\r\n# heading\n- item\ttab",
)
TABLES = ("json", "csv", "markdown")
Print = Callable[[Prospects, str], None]


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
            {"name": text, "from": ["high-school"], "months": [1, 2], "award": text,
             "notes": text, **source},
        ],
        "residency": {"months": [2, 3], "name": text, "notes": text, **source},
        "credentials": [
            {"name": text, "body": text, "need": "required", "exam": text, "url": text,
             "notes": text, **source}
        ],
        "salary": {"basis": "broader-group", "group": text, "note": text, "p10": 1_000,
                   "p25": 20_000, "median": 30_000, **source},
        "outlook": {"period": text, "group": text, "openings_group": text, "why": text,
                    "openings": 5, "change_percent": -1.5, **source},
        "work": {"why": text, **source},
        "automation": {"share": 0.5, "note": text, **source},
        "faq": [{"question": text, "answer": text}],
    }  # fmt: skip
    careers: dict[str, Table] = {
        name: career_table(**fields, ladder=[{"to": to, "takes": text, **source}])
        for name, to in (("one", "two"), ("two", "three"), ("three", "one"))
    }
    where = {"title": text, "publisher": text, "vintage": text, "licence": text, "url": text}
    catalogue = make_catalogue(
        careers,
        catalogue={"name": text, "version": text, "as_of": "2026-01-31", "region": text},
        sources={"guide": where},
        families={"records": text},
    )
    return Prospects(catalogue)


def _show(prospects: Prospects, format: str) -> None:
    print_career(prospects, prospects["one"].career, Answers(), format)


def _compare(prospects: Prospects, format: str) -> None:
    careers = [prospects[name].career for name in ("one", "two")]
    print_comparison(prospects, careers, Answers(), format)


def _list(prospects: Prospects, format: str) -> None:
    print_listing(prospects, listing(prospects), Answers(), format)


def _ladder(prospects: Prospects, format: str) -> None:
    print_ladder(prospects, ladder_of(prospects.catalogue, prospects["one"].career, 2), format)


def pages(prospects: Prospects, screen: Screen) -> Iterator[str]:
    careers = [prospects[name].career for name in ("one", "two")]
    ladder = ladder_of(prospects.catalogue, careers[0], 2)
    for page in (
        career_page(screen, prospects, careers[0], Answers()),
        comparison_page(screen, prospects, careers, Answers()),
        listing_page(screen, prospects, listing(prospects), Answers()),
        ladder_page(screen, prospects, ladder),
    ):
        yield "\n".join(page.lines)


def hidden(text: str) -> set[str]:
    return {char for char in text if not char.isprintable() and char != "\n"}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "screen",
    [Screen(width=80), Screen(width=40), Screen(plain=True), Screen(unicode=False)],
    ids=["80", "40", "plain", "ascii"],
)
def test_pages(attack: str, screen: Screen) -> None:
    for text in pages(attacked(attack), screen):
        assert not hidden(text)
        shown = "".join(text.split())
        start = "".join(attack.split())[:6]
        if start.isprintable():
            assert start in shown


@pytest.mark.parametrize("attack", ATTACKS)
def test_pages_in_colour_have_only_their_own_escapes(attack: str) -> None:
    for text in pages(attacked(attack), Screen(width=80, colour=True)):
        assert not hidden(re.sub(r"\x1b\[(0|1|2|32|33|36|1;36)m", "", text))


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("command", [_show, _compare, _list, _ladder])
class TestFormats:
    def test_json(self, attack: str, command: Print, capsys: pytest.CaptureFixture[str]) -> None:
        command(attacked(attack), "json")
        out = capsys.readouterr().out
        assert not hidden(out)
        assert json.loads(out)["schema"].startswith("careeradvisor/")
        assert "\\u001b" not in out

    def test_csv(self, attack: str, command: Print, capsys: pytest.CaptureFixture[str]) -> None:
        command(attacked(attack), "csv")
        out = capsys.readouterr().out
        assert not hidden(out)
        rows = list(csv.reader(io.StringIO(out, newline="")))
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "@", "\t"))
            assert not cell.startswith("-") or re.fullmatch(r"-[0-9.]+", cell)

    def test_markdown(
        self, attack: str, command: Print, capsys: pytest.CaptureFixture[str]
    ) -> None:
        command(attacked(attack), "markdown")
        out = capsys.readouterr().out
        assert not hidden(out)
        assert "<" not in out
        assert "](" not in out.replace("\\](", "")
        assert "://" not in out
        for table in re.findall(r"(?m)(?:^\|.*\n)+", out):
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1
