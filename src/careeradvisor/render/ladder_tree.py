"""What a career leads to and what leads to it, as trees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, Catalogue, LadderStep

    Edges = Callable[[str], Sequence[tuple[str, LadderStep]]]


class Node(Struct, frozen=True):
    """A career on a ladder and the step between it and the one above it in the tree.

    ``below`` are its own next steps (or, going back, what leads to it). ``again``
    holds the ids of further steps to careers that stand elsewhere in the tree, so that
    circles end and nothing is told twice.
    """

    id: str
    step: LadderStep
    below: tuple[Node, ...] = ()
    again: tuple[str, ...] = ()


class Ladder(Struct, frozen=True):
    """One career with the trees of where it leads and of what leads to it."""

    career: Career
    leads_to: tuple[Node, ...]
    comes_from: tuple[Node, ...]


def ladder_of(catalogue: Catalogue, career: Career, depth: int) -> Ladder:
    """The ladder of a career, ``depth`` steps (1 or more) both ways."""
    back: dict[str, list[tuple[str, LadderStep]]] = {}
    for other in catalogue.careers.values():
        for step in other.ladder:
            back.setdefault(step.to, []).append((other.id, step))
    return Ladder(
        career,
        _tree(
            career.id,
            depth,
            lambda career_id: [(step.to, step) for step in catalogue.careers[career_id].ladder],
        ),
        _tree(career.id, depth, lambda career_id: back.get(career_id, [])),
    )


def _tree(root: str, depth: int, edges: Edges) -> tuple[Node, ...]:
    """The tree below ``root``; each career stands at the first place that is nearest to it."""
    children: dict[str, list[tuple[str, LadderStep]]] = {}
    again: dict[str, list[str]] = {}
    seen = {root}
    level = [root]
    for _ in range(depth):
        after: list[str] = []
        for career_id in level:
            for other, step in edges(career_id):
                if other in seen:
                    if other not in (root, career_id):
                        again.setdefault(career_id, []).append(other)
                    continue
                seen.add(other)
                children.setdefault(career_id, []).append((other, step))
                after.append(other)
        level = after
    return tuple(_node(other, step, children, again) for other, step in children.get(root, ()))


def _node(
    career_id: str,
    step: LadderStep,
    children: dict[str, list[tuple[str, LadderStep]]],
    again: dict[str, list[str]],
) -> Node:
    below = tuple(
        _node(other, further, children, again) for other, further in children.get(career_id, ())
    )
    return Node(career_id, step, below, tuple(dict.fromkeys(again.get(career_id, ()))))
