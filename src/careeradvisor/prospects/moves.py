"""Where somebody in a career can go from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.prospects.pathfinder import how_usual

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, LadderStep
    from careeradvisor.prospects.build import Prospects
    from careeradvisor.prospects.pathfinder import Pathfinder
    from careeradvisor.prospects.pathway import Span

# Less than this much more pay is no step up.
_MORE = 1.05


class Move(Struct, frozen=True):
    """A role that can come next, and months until it from the role before on.

    ``step`` is the ladder's, ``None`` where only the way into the next role says so. ``months``
    (``None``: not known) count study at the person's pace, work that is missing and training;
    ``work`` are those of paid work in them.
    """

    to: str
    step: LadderStep | None
    months: Span | None
    work: int


def moves_from(prospects: Prospects, career_id: str) -> tuple[Move, ...]:
    """Where a career leads this person: its ladder's roles, then those whose way in asks for it.

    The months are those of the person's way once they are in the career, or the ladder's own
    where these are longer: its study at their pace, then what is missing of its work in the
    role. Roles that the person is in already are left out, and ways in that are rare.
    """
    prospect = prospects[career_id]
    pace = 2 if prospect.pace == "half" else 1
    worked = prospects.pathfinder.worked_as(career_id)
    then = once_in(prospects, career_id).pathfinder
    steps = {step.to: step for step in prospect.career.ladder}
    asking = [p.career.id for p in prospects if _asks_for(p.career, prospect.career, then)]
    found = []
    for to in dict.fromkeys([*steps, *asking]):
        if to == career_id or prospects[to].here:
            continue
        step, months, work = steps.get(to), [], 0
        if step is not None and (step.study is not None or step.experience is not None):
            low, high = step.study or (0, 0)
            work = max(0, (step.experience or 0) - worked)
            months.append((low * pace + work, high * pace + work))
        way = then.way_into(to)
        if way is not None:
            # The first day in the role counts as a month that is behind the person.
            first = 0 if prospect.here else any(asked.done == 1 for asked in way.asked)
            months.append((way.months[0] + first, way.months[1] + first))
            work = max(work, way.work + first)
        longest = (max(m[0] for m in months), max(m[1] for m in months)) if months else None
        found.append(Move(to, step, longest, work))
    return tuple(found)


def next_rungs(prospects: Prospects, career_id: str) -> tuple[Move, ...]:
    """The ladder's roles, those first that pay more and take some time, else in its order."""
    prospect = prospects[career_id]
    now = _MORE * (prospect.pay.part_median or 0)

    def aside(move: Move) -> bool:
        # What takes no time is a neighbour, to be had from the first day on, rather than a step.
        more = (prospects[move.to].pay.part_median or 0) > now
        return not (more and (prospect.here or move.months is None or move.months[1] > 0))

    ladder = [move for move in moves_from(prospects, career_id) if move.step is not None]
    return tuple(sorted(ladder, key=aside))


def _asks_for(career: Career, role: Career, then: Pathfinder) -> bool:
    """Whether a way into a career that is not rare starts from what a role gives."""
    return any(
        not set(role.grants).isdisjoint(route.start)
        or any(then.worked_as(needed.career) for needed in route.experience)
        for route in career.routes
        if how_usual(route) != "rare"
    )


def once_in(prospects: Prospects, career_id: str) -> Prospects:
    """What careers mean for the person on the first day in one of them."""
    prospect, person = prospects[career_id], prospects.answers
    if prospect.here:
        return prospects
    worked = dict(person.worked)
    if prospect.pathway is not None:
        way = prospect.pathway
        for step in way.steps:
            if step.kind == "work" and step.career is not None:
                worked[step.career] = worked.get(step.career, 0) + step.months[0]
        person = replace(person, education=way.education, sciences=way.sciences)
    person = replace(person, worked={**worked, career_id: 1})
    return type(prospects)(prospects.catalogue, person, prospects.local)
