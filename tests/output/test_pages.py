"""Every page on every kind of screen: whole, safe and in the width that there is."""

from __future__ import annotations

import re
from functools import cache

import pytest
from rich.cells import cell_len

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.output.career import SECTIONS, section_page, short_pages
from careeradvisor.output.terminal.parts import ShortPage
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.career import career_view
from tests.output.pages import SCREENS, on_screen, pages, words_of, words_on

PEOPLE = {
    "anybody": Answers(),
    "a nurse in Wyoming": Answers(
        {"salary": 60_000}, education="associate", state="WY", holds=("rn",), pace="half"
    ),
}
NURSE = PEOPLE["a nurse in Wyoming"]


@cache
def everyone(who: str) -> Prospects:
    person = PEOPLE[who]
    local = None if person.state is None else local_wages(person.state)
    return Prospects(load(None), person, local)


@pytest.mark.parametrize("who", PEOPLE)
def test_every_career_in_short_fits_24_lines_at_80_columns(who: str) -> None:
    prospects, person = everyone(who), PEOPLE[who]
    for prospect in prospects:
        view = career_view(prospects, prospect.career, person)
        text = on_screen(ShortPage(short_pages(view)), width=80)
        assert len(text.splitlines()) <= 24, text
        assert "What counts against it" in text
        assert f"careeradvisor show {prospect.career.id} --full" in text


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("start", [0, 60])
def test_nothing_is_cut_at_any_width(screen: str, start: int) -> None:
    prospects = everyone("a nurse in Wyoming")
    ids = tuple(prospect.career.id for prospect in prospects)[start : start + 5]
    width = SCREENS[screen]["width"]
    for _, page in pages(prospects, NURSE, ids):
        text = on_screen(page, **SCREENS[screen])
        assert "…" not in text
        for line in text.splitlines():
            assert line == line.rstrip()
            # A word that is longer than the screen stands whole on a line of its own.
            assert cell_len(line) <= width or " " not in line.strip("• "), line
        if screen != "ascii":
            missing = (
                words_of(page, width)
                - {"Career", "From", "What"}
                - {w.strip("│├└ ") for w in words_on(text)}
            )
            assert not {word for word in missing if not _joined(word, text)}


def _joined(word: str, text: str) -> bool:
    """Whether a word is there with something of a block beside it ("Pay:", "name;")."""
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None


def test_sections_are_the_parts_of_the_whole() -> None:
    prospects = everyone("anybody")
    view = career_view(prospects, prospects["coder"].career, Answers())
    for section in SECTIONS:
        text = on_screen(section_page(view, section), width=80)
        assert text.startswith("Medical coder")
        assert len(text.splitlines()) > 8, section


def test_a_terminal_without_signs_gets_ascii() -> None:
    for _, page in pages(everyone("anybody"), Answers(), ("coder", "rn")):
        assert on_screen(page, width=80, unicode=False).isascii()
