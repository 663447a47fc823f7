from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.search import search
from careeradvisor.criteria import BY_KEY
from careeradvisor.prospects import Prospects
from careeradvisor.render.listing import ORDERS, SORTS, Filter, criterion_filter, listing
from tests.render.views import view_catalogue, view_prospects
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
many = settings(max_examples=150, deadline=None)


@many
@given(catalogues(), filters, st.sampled_from([None, *SORTS]), st.booleans())
def test_what_is_left_and_in_which_order(
    catalogue: Catalogue, chosen: list[Filter], sort: str | None, reverse: bool
) -> None:
    prospects = Prospects(catalogue)
    found = listing(prospects, chosen, sort, reverse=reverse and sort is not None)
    left = {entry.career.id for entry in found.entries}
    for prospect in prospects:
        verdicts = [f.keeps(prospect) for f in chosen]
        assert (prospect.career.id in left) == (False not in verdicts)
    for entry in found.entries:
        unknown = tuple(f.key for f in chosen if f.keeps(entry.prospect) is None)
        assert entry.unknown == unknown
    assert found.total == len(prospects)
    if sort in ORDERS:
        order = ORDERS[sort]
        figures = [order.figure(entry.prospect) for entry in found.entries]
        known = [figure for figure in figures if figure is not None]
        assert figures[: len(known)] == known
        assert known == sorted(known, reverse=order.largest_first != reverse)


@many
@given(catalogues(), filters.filter(bool))
def test_what_relaxing_a_filter_would_bring(catalogue: Catalogue, chosen: list[Filter]) -> None:
    prospects = Prospects(catalogue)
    found = listing(prospects, chosen)
    if found.entries:
        assert found.relaxed == ()
    for filter, count in found.relaxed:
        others = [f for f in chosen if f is not filter]
        assert len(listing(prospects, others).entries) == count > 0


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

    def test_other_titles(self, tmp_path: Path) -> None:
        table = tmp_path / "titles.csv"
        table.write_text("title,soc\nHead Scrub Boss,29-1248.00\nScrub Boss,29-1248.00\n")
        assert search(view_catalogue(), "scrub", table) == {"surgeon": (2, "Scrub Boss")}

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b'title,soc\n"open'])
    def test_a_damaged_table_means_fewer_names(self, tmp_path: Path, content: bytes) -> None:
        table = tmp_path / "titles.csv"
        table.write_bytes(content)
        assert search(view_catalogue(), "surgeon", table) == {"surgeon": (0, None)}

    def test_a_missing_table_means_fewer_names(self, tmp_path: Path) -> None:
        assert "surgeon" in search(view_catalogue(), "surgeon", tmp_path / "none.csv")


def test_the_order_of_a_search_is_by_nearness() -> None:
    prospects = view_prospects()
    found = {"coder": (3, None), "nurse": (0, None), "porter": (2, "Other")}
    only = Filter("search", "--search x", "x", lambda p: p.career.id in found)
    result = listing(prospects, [only], found=found)
    assert [(e.career.id, e.found_as) for e in result.entries] == [
        ("nurse", None),
        ("porter", "Other"),
        ("coder", None),
    ]
