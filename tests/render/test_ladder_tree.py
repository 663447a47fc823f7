from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.render.ladder_tree import Node, ladder_of
from tests.helpers import career_table, make_catalogue

edges = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]),
    max_size=25,
)


def catalogue_of(pairs: Sequence[tuple[int, int]]) -> Catalogue:
    return make_catalogue(
        {
            f"c{i}": career_table(
                title=f"C{i}",
                ladder=[
                    {"to": f"c{to}", "takes": "Time.", "source": "guide"}
                    for start, to in pairs
                    if start == i
                ],
            )
            for i in range(7)
        }
    )


def flat(nodes: Sequence[Node], depth: int = 1) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for node in nodes:
        found += [(node.id, depth), *flat(node.below, depth + 1)]
    return found


def distances(pairs: Sequence[tuple[int, int]], depth: int) -> dict[str, int]:
    seen = {0: 0}
    for level in range(1, depth + 1):
        for start, to in pairs:
            if seen.get(start) == level - 1:
                seen.setdefault(to, level)
    return {f"c{i}": level for i, level in seen.items() if i}


@settings(max_examples=200, deadline=None)
@given(edges, st.integers(1, 6))
def test_each_career_stands_once_and_as_near_as_it_is(
    pairs: list[tuple[int, int]], depth: int
) -> None:
    catalogue = catalogue_of(pairs)
    ladder = ladder_of(catalogue, catalogue.careers["c0"], depth)
    forwards = flat(ladder.leads_to)
    assert len(forwards) == len(dict(forwards))
    assert dict(forwards) == distances(pairs, depth)
    backwards = flat(ladder.comes_from)
    assert dict(backwards) == distances([(to, start) for start, to in pairs], depth)


def test_a_circle_ends() -> None:
    catalogue = catalogue_of([(0, 1), (1, 2), (2, 0)])
    ladder = ladder_of(catalogue, catalogue.careers["c0"], 6)
    assert flat(ladder.leads_to) == [("c1", 1), ("c2", 2)]
    assert flat(ladder.comes_from) == [("c2", 1), ("c1", 2)]


def test_a_second_way_to_the_same_career_is_told_of() -> None:
    catalogue = catalogue_of([(0, 1), (0, 2), (1, 2)])
    first, second = ladder_of(catalogue, catalogue.careers["c0"], 2).leads_to
    assert (first.id, first.again) == ("c1", ("c2",))
    assert (second.id, second.again) == ("c2", ())


def test_steps_are_those_between_neighbours() -> None:
    catalogue = catalogue_of([(0, 1), (1, 2)])
    (node,) = ladder_of(catalogue, catalogue.careers["c2"], 2).comes_from
    assert (node.id, node.step.to) == ("c1", "c2")
    assert (node.below[0].id, node.below[0].step.to) == ("c0", "c1")
