"""What a career leads to and what leads to it, as trees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from careeradvisor.views import words
from careeradvisor.views.pay import PayView, group_words, pay_view
from careeradvisor.views.shared import PersonalView, about, made, seen

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, LadderStep
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects

    Edges = dict[str, list[tuple[str, LadderStep]]]


class RungView(Struct, frozen=True):
    """A career on a ladder and the step between it and the one above it in the tree.

    ``median`` is the figure by which the career is judged, ``group`` whose it is where that is a
    broader group's. ``time`` says what the step takes in months. ``below`` are its own next steps
    (or, going back, what leads to it). ``also`` names further steps to careers that stand
    elsewhere in the tree, so that circles end and nothing is told twice. ``standing`` is the
    person's: here, open, later, rare or unknown. ``for_you`` says, of the next steps of one's own
    job, how long they take the person, what pay changes and what stays the same.
    """

    id: str
    title: str
    median: int | None
    group: str | None
    standing: str | None
    takes: str
    time: str
    study: tuple[int, int] | None
    experience: int | None
    source: str
    below: list[RungView]
    also: list[str]
    for_you: str | None


class StepRow(Struct, frozen=True):
    """One step of a ladder as a flat row; ``depth`` 1 is next to the career that it is about."""

    direction: str
    depth: int
    start: str
    to: str
    id: str
    title: str
    median: int | None
    pay_group: str | None
    study_shortest: int | None
    study_longest: int | None
    experience_months: int | None
    takes: str
    source: str


class LadderView(PersonalView, frozen=True, tag="careeradvisor/ladder-2"):
    """One career with the trees of where it leads and of what leads to it."""

    id: str
    title: str
    pay: PayView
    leads_to: list[RungView]
    comes_from: list[RungView]


def ladder_view(
    prospects: Prospects, career: Career, person: Answers, depth: int, *, mine: bool = False
) -> LadderView:
    """The ladder of a career, ``depth`` steps (1 or more) both ways.

    With ``mine`` it says what the next steps are to the person.
    """
    careers = prospects.catalogue.careers
    back: Edges = {}
    for other in careers.values():
        for step in other.ladder:
            back.setdefault(step.to, []).append((other.id, step))
    ahead = {career.id: [(step.to, step) for step in career.ladder] for career in careers.values()}
    leads_to = _tree(prospects, career.id, depth, ahead)
    if mine:
        from careeradvisor.prospects.moves import moves_from
        from careeradvisor.views.moves import for_them, move_view

        moves = {move.to: move for move in moves_from(prospects, career.id)}
        leads_to = [
            replace(rung, for_you=for_them(move_view(prospects, career, moves[rung.id])))
            if rung.id in moves
            else rung
            for rung in leads_to
        ]
    return made(
        LadderView(
            id=career.id,
            title=career.title,
            **about(prospects.catalogue, person),
            pay=pay_view(prospects, prospects[career.id]),
            leads_to=leads_to,
            comes_from=_tree(prospects, career.id, depth, back),
        )
    )


def next_steps(prospects: Prospects, career: Career, *, standing: bool = True) -> list[RungView]:
    """What a career leads to next; where the person stands with each takes time to find out."""
    return [_rung(prospects, step.to, step, [], [], standing=standing) for step in career.ladder]


def _rung(
    prospects: Prospects,
    career_id: str,
    step: LadderStep,
    below: list[RungView],
    also: list[str],
    *,
    standing: bool = True,
) -> RungView:
    prospect = prospects[career_id]
    return seen(
        RungView,
        step,
        id=career_id,
        title=prospect.career.title,
        median=prospect.pay.part_median,
        group=group_words(prospect.career),
        standing=prospect.standing if standing else None,
        time=words.step_words(step.study, step.experience),
        below=below,
        also=also,
        for_you=None,
    )


def _tree(prospects: Prospects, root: str, depth: int, edges: Edges) -> list[RungView]:
    """The tree below ``root``; each career stands at the first place that is nearest to it."""
    children: dict[str, list[tuple[str, LadderStep]]] = {}
    also: dict[str, dict[str, None]] = {}
    placed = {root}
    level = [root]
    for _ in range(depth):
        after: list[str] = []
        for career_id in level:
            for other, step in edges.get(career_id, ()):
                if other in placed:
                    if other not in (root, career_id):
                        also.setdefault(career_id, {})[prospects[other].career.title] = None
                    continue
                placed.add(other)
                children.setdefault(career_id, []).append((other, step))
                after.append(other)
        level = after

    def rung(career_id: str, step: LadderStep) -> RungView:
        below = [rung(*child) for child in children.get(career_id, ())]
        return _rung(prospects, career_id, step, below, list(also.get(career_id, ())))

    return [rung(*child) for child in children.get(root, ())]


def step_rows(view: LadderView) -> Iterator[StepRow]:
    """All steps of a ladder, each before those that go on from it."""

    def rows(rungs: list[RungView], forward: bool, depth: int, above: str) -> Iterator[StepRow]:
        for rung in rungs:
            yield StepRow(
                "leads_to" if forward else "comes_from",
                depth,
                above if forward else rung.id,
                rung.id if forward else above,
                rung.id,
                rung.title,
                rung.median,
                rung.group,
                None if rung.study is None else rung.study[0],
                None if rung.study is None else rung.study[1],
                rung.experience,
                rung.takes,
                rung.source,
            )
            yield from rows(rung.below, forward, depth + 1, rung.id)

    yield from rows(view.leads_to, True, 1, view.id)
    yield from rows(view.comes_from, False, 1, view.id)
