"""Reports of many kinds, and what their HTML holds, for the tests of the report."""

from __future__ import annotations

import datetime as dt
from functools import cache
from html.parser import HTMLParser
from typing import Any

from careeradvisor.catalogue.check import examine
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.output.report.html import report_html
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.place import place_of
from careeradvisor.views.report import ReportView, report_view
from tests.helpers import attacked

TODAY = dt.date(2026, 11, 24)
DESK: dict[str, Any] = {
    "patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45000,
}  # fmt: skip
VOID = frozenset({"meta", "br", "link", "img", "input", "hr", "base"})

CASES: dict[str, tuple[Answers, int]] = {
    "a desk job": (Answers(DESK, must=("remote",), priorities=("remote", "salary")), 5),
    "one state, many wishes": (
        Answers(
            {"patient_contact": "a-lot", "schooling": 30, "salary": 70000, "growth": "fast",
             "schedule": ("no-nights",), "interests": "SIR", "automation": "low",
             "earnings": 500_000},
            education="some-college", state="TX",
            priorities=("salary", "schooling", "patient_contact"),
        ),
        3,
    ),
    "a nurse, unpublished wages": (
        Answers({"salary": 200_000, "patient_contact": "a-lot"}, education="bachelor",
                holds=("rn",), state="WY"),
        8,
    ),
    "nothing left": (
        Answers(DESK | {"salary": 150_000}, must=("salary", "remote", "patient_contact")), 5,
    ),
    "only one shown": (Answers({"salary": 2_000_000}), 1),
    "all shown": (Answers({"remote": "mostly"}), 1000),
}  # fmt: skip


@cache
def bundled() -> Catalogue:
    """The catalogue that ships with the program, without the cache of the person's own."""
    path = catalogue_path()
    catalogue, problems = examine(path.read_bytes(), path.name)
    assert catalogue is not None, problems
    return catalogue


def advice_of(catalogue: Catalogue, answers: Answers) -> Advice:
    """Advice on a catalogue for one person, with their state's wages."""
    return advise(
        Prospects(catalogue, answers, local_wages(answers.state) if answers.state else None),
        answers,
    )


def html_of(answers: Answers, top: int = 5, catalogue: Catalogue | None = None) -> str:
    """A report as HTML."""
    catalogue = catalogue or bundled()
    return report_html(view_of(catalogue, answers, top))


def view_of(catalogue: Catalogue, answers: Answers, top: int = 5) -> ReportView:
    """A report as a view."""
    return report_view(advice_of(catalogue, answers), top, TODAY, place_of(answers.state))


@cache
def html_of_case(name: str) -> str:
    """The report of one of the cases."""
    answers, top = CASES[name]
    return html_of(answers, top)


HOSTILE = (
    "</title></style></svg><script>window.hacked=1</script>"
    "<img src=http://evil.example/a.png onerror=window.hacked=2>\" onload=window.hacked=3 x='"
    "\x1b[31mred\x1b]0;title\x07\u202eesrever{{ 7 * 7 }}{% raw %}&amp;&#x202e;"
)


def hostile_catalogue() -> Catalogue:
    """A catalogue of which every text that can be is an attack, addresses included."""
    return attacked(
        HOSTILE,
        {
            "guide": "javascript:window.hacked=4",
            "oews": f"https://evil.example/{HOSTILE}",
            "ooh": "https://fine.example/page?a=1&b=2",
            "others": "javascript:window.hacked=5",
        },
    )


class Element:
    """One element of a parsed page."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element] = []
        self.pieces: list[str | Element] = []

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}>"

    @property
    def text(self) -> str:
        """All text inside, runs of white space made one."""
        parts = [p if isinstance(p, str) else p.text for p in self.pieces]
        return " ".join("".join(parts).split())

    def all(self, *tags: str) -> list[Element]:
        """Every element of these kinds inside, in order; of any kind when none is named."""
        found = []
        for child in self.children:
            if not tags or child.tag in tags:
                found.append(child)
            found += child.all(*tags)
        return found

    def one(self, tag: str, **attributes: str) -> Element:
        """The only element of a kind that has these attributes."""
        found = [
            e
            for e in self.all(tag)
            if all(e.attributes.get(name) == value for name, value in attributes.items())
        ]
        assert len(found) == 1, (tag, attributes, found)
        return found[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.here = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {tag} {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        self.here.pieces.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.pieces.append(data)


def parsed(html: str) -> Element:
    """A page as a tree; every element must be closed where it should be."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert parser.here is parser.root, f"{parser.here} is never closed"
    return parser.root
