"""The careers that ship with the program, on all kinds of screens."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from careeradvisor.catalogue.check import examine
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.render.career_page import career_page
from careeradvisor.render.comparison_page import comparison_page
from careeradvisor.render.ladder_page import ladder_page
from careeradvisor.render.ladder_tree import ladder_of
from careeradvisor.render.layout import cell_len
from careeradvisor.render.listing import listing
from careeradvisor.render.listing_page import listing_page
from careeradvisor.render.page import Page
from careeradvisor.render.screen import Screen

SCREENS = (Screen(width=40), Screen(width=80), Screen(width=100), Screen(width=80, plain=True))
PERSON = Answers({"salary": 60_000}, education="associate", state="WY")


@cache
def everyone() -> Prospects:
    """All careers for somebody in a state for which much is not published."""
    path = catalogue_path()
    catalogue, problems = examine(path.read_bytes(), path.name)
    assert catalogue is not None, problems
    return Prospects(catalogue, PERSON, local_wages("WY"))


def fits(page: Page, screen: Screen) -> None:
    for line in page.lines:
        # An address is never broken: it could not be followed any more.
        assert cell_len(line) <= screen.width or line.strip().startswith("https://"), line
        assert "None" not in line.split(), line


@pytest.mark.parametrize("screen", SCREENS, ids=["40", "80", "100", "plain"])
class TestEveryCareerFits:
    def test_show(self, screen: Screen) -> None:
        for prospect in everyone():
            fits(career_page(screen, everyone(), prospect.career, PERSON), screen)

    def test_compare(self, screen: Screen) -> None:
        careers = [prospect.career for prospect in everyone()]
        for pair in pairwise(careers):
            fits(comparison_page(screen, everyone(), pair, PERSON), screen)
        for start in range(0, len(careers) - 5, 5):
            chosen = careers[start : start + 6]
            fits(comparison_page(screen, everyone(), chosen, PERSON), screen)

    def test_list(self, screen: Screen) -> None:
        fits(listing_page(screen, everyone(), listing(everyone()), PERSON), screen)

    def test_ladder(self, screen: Screen) -> None:
        for prospect in everyone():
            ladder = ladder_of(everyone().catalogue, prospect.career, 3)
            fits(ladder_page(screen, everyone(), ladder), screen)
