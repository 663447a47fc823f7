from __future__ import annotations

from careeradvisor.catalogue.sources import source_uses
from tests.helpers import career_table, make_catalogue


def test_what_rests_on_each_source() -> None:
    catalogue = make_catalogue(
        {
            "coder": career_table(
                residency={
                    "name": "R",
                    "months": [12, 24],
                    "source": "guide",
                    "stipend": [60_000, 70_000],
                    "stipend_source": "ooh",
                },
                salary={
                    "basis": "occupation",
                    "source": "oews",
                    "p10": 35_000,
                    "median": 50_250,
                    "top_coded": True,
                    "survey": {"low": 40_000, "high": 70_000, "source": "ooh"},
                },
            ),
            "other": career_table(title="Other", sources=["ooh"], outlook=None, salary=None),
        }
    )
    uses = {use.id: (use.figures, use.tables, use.careers) for use in source_uses(catalogue)}
    assert list(uses) == ["guide", "oews", "ooh"]
    # Contact 1, remote 2, route 1, credential 0, work 2, automation 1, interests 6: 13 each.
    assert uses["guide"] == (13 + 1 + 13, 7 + 1 + 7, 2)
    assert uses["oews"] == (2, 1, 1)
    # Change, openings, low, high and the stipend; the second career names it for its text alone.
    assert uses["ooh"] == (5, 2, 2)


def test_experience_counts_and_unused_sources_are_listed() -> None:
    uses = {use.id: use for use in source_uses(make_catalogue())}
    assert uses["guide"].careers == 2
    route_figures = 2  # months, and the months as a coder
    assert uses["guide"].figures == 12 + 1 + 12 + route_figures
