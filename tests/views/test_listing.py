from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.search import search
from careeradvisor.criteria import BY_KEY
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.listing import ORDERS, SORTS, Filter, criterion_filter, listing_view
from tests.helpers import view_catalogue, view_prospects
from tests.strategies import catalogues

ANSWERS: dict[str, list[Any]] = {
    "patient_contact": ["none", "a-little", "some", "a-lot"],
    "schooling": [0, 9, 24, 96],
    "remote": ["only", "mostly", "hybrid", "on-site"],
    "salary": [30_000, 60_000, 200_000],
    "growth": ["stable", "fast"],
    "schedule": [("no-nights",), ("no-weekends", "no-on-call")],
}
filters = st.lists(
    st.sampled_from(sorted(ANSWERS)).flatmap(
        lambda key: st.sampled_from(ANSWERS[key]).map(
            lambda answer: criterion_filter(BY_KEY[key], answer, f"--{key}")
        )
    ),
    max_size=3,
)
many = settings(max_examples=60, deadline=None)


@many
@given(catalogues(), filters, st.sampled_from([None, *SORTS]), st.booleans())
def test_what_is_left_and_in_which_order(
    catalogue: Catalogue, chosen: list[Filter], sort: str | None, reverse: bool
) -> None:
    prospects = Prospects(catalogue)
    found = listing_view(prospects, Answers(), chosen, sort, reverse=reverse and sort is not None)
    left = {career.id for career in found.careers}
    for prospect in prospects:
        verdicts = [f.keeps(prospect) for f in chosen]
        assert (prospect.career.id in left) == (False not in verdicts)
    for career in found.careers:
        unknown = [f.label for f in chosen if f.keeps(prospects[career.id]) is None]
        assert career.not_known == unknown
    if sort in ORDERS:
        order = ORDERS[sort]
        figures = [order.figure(prospects[career.id]) for career in found.careers]
        known = [figure for figure in figures if figure is not None]
        assert figures[: len(known)] == known
        assert known == sorted(known, reverse=order.largest_first != reverse)


@many
@given(catalogues(), filters.filter(bool))
def test_what_relaxing_a_filter_would_bring(catalogue: Catalogue, chosen: list[Filter]) -> None:
    prospects = Prospects(catalogue)
    found = listing_view(prospects, Answers(), chosen)
    if found.careers:
        assert found.would_be_left == []
    for relaxed in found.would_be_left:
        counts = [
            len(listing_view(prospects, Answers(), [f for f in chosen if f is not one]).careers)
            for one in chosen
            if one.flag == relaxed.without
        ]
        assert relaxed.careers in counts
        assert relaxed.careers > 0


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "id", "place"),
        [
            ("medical coder", "coder", 0),
            ("cpc", "coder", 1),
            ("gives medicines", "nurse", 3),
            ("coder cpc", "coder", 1),
        ],
    )
    def test_how_near_to_the_title(self, text: str, id: str, place: int) -> None:
        assert search(view_catalogue(), text)[id] == (place, None)

    def test_every_word_must_be_found(self) -> None:
        assert search(view_catalogue(), "coder medicines") == {}
        assert search(view_catalogue(), "  ") == {}

    def test_the_order_is_by_nearness(self) -> None:
        found = {"coder": (3, None), "nurse": (0, None), "porter": (2, "Other")}
        only = Filter("search", "--search x", "x", "search", lambda p: p.career.id in found)
        view = listing_view(view_prospects(), Answers(), [only], found=found)
        assert [(c.id, c.found_as) for c in view.careers] == [
            ("nurse", None),
            ("porter", "Other"),
            ("coder", None),
        ]
