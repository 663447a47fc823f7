from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.ladder import LadderView, RungView, ladder_view
from tests.helpers import career_table, make_catalogue

Edges = Sequence[tuple[int, int]]
edges = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]),
    max_size=25,
)


def ladder_of(pairs: Edges, root: str, depth: int) -> LadderView:
    catalogue = make_catalogue(
        {
            f"c{i}": career_table(
                title=f"C{i}",
                ladder=[
                    {"to": f"c{to}", "takes": f"From {start} to {to}.", "source": "guide"}
                    for start, to in pairs
                    if start == i
                ],
            )
            for i in range(7)
        }
    )
    return ladder_view(Prospects(catalogue), catalogue.careers[root], Answers(), depth)


def flat(rungs: Sequence[RungView], depth: int = 1) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for rung in rungs:
        found += [(rung.id, depth), *flat(rung.below, depth + 1)]
    return found


def distances(pairs: Edges, depth: int) -> dict[str, int]:
    seen = {0: 0}
    for level in range(1, depth + 1):
        for start, to in pairs:
            if seen.get(start) == level - 1:
                seen.setdefault(to, level)
    return {f"c{i}": level for i, level in seen.items() if i}


@settings(max_examples=60, deadline=None)
@given(edges, st.integers(1, 6))
def test_each_career_stands_once_and_as_near_as_it_is(pairs: Edges, depth: int) -> None:
    ladder = ladder_of(pairs, "c0", depth)
    forwards = flat(ladder.leads_to)
    assert len(forwards) == len(dict(forwards))
    assert dict(forwards) == distances(pairs, depth)
    assert dict(flat(ladder.comes_from)) == distances([(to, s) for s, to in pairs], depth)


def test_a_circle_ends() -> None:
    ladder = ladder_of([(0, 1), (1, 2), (2, 0)], "c0", 6)
    assert flat(ladder.leads_to) == [("c1", 1), ("c2", 2)]
    assert flat(ladder.comes_from) == [("c2", 1), ("c1", 2)]


def test_a_second_way_to_the_same_career_is_told_of() -> None:
    first, second = ladder_of([(0, 1), (0, 2), (1, 2)], "c0", 2).leads_to
    assert (first.id, first.also) == ("c1", ["C2"])
    assert (second.id, second.also) == ("c2", [])


def test_steps_are_those_between_neighbours() -> None:
    (rung,) = ladder_of([(0, 1), (1, 2)], "c2", 2).comes_from
    assert (rung.id, rung.takes) == ("c1", "From 1 to 2.")
    assert (rung.below[0].id, rung.below[0].takes) == ("c0", "From 0 to 1.")
