"""Where somebody in a career can go from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.prospects.credentials import own_credentials
from careeradvisor.prospects.pathfinder import how_usual

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career, LadderStep, Route
    from careeradvisor.prospects.build import Prospect, Prospects
    from careeradvisor.prospects.pathway import Pathway, Span

# Less than this much more pay is no step up.
_MORE = 1.05
_SOON = 60


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

    The months are the ladder's (its study at their pace, then what is missing of its work in the
    role), or those of the person's own way that builds on the career where these are longer, as
    for a degree that they lack; where there is neither, those of their usual way. Roles that
    the person is in already are left out, and ways in that are rare.
    """
    prospect = prospects[career_id]
    pace = 2 if prospect.pace == "half" else 1
    worked = prospects.pathfinder.worked_as(career_id)
    then = once_in(prospects, career_id)
    steps = {step.to: step for step in prospect.career.ladder}
    asking = [
        there.career.id
        for there in then
        if any(_builds_on(route, prospect.career, then) for route in there.career.routes)
    ]
    found = []
    for to in dict.fromkeys([*steps, *asking]):
        if to == career_id or prospects[to].here:
            continue
        step, months, work = steps.get(to), [], 0
        if step is not None and (step.study is not None or step.experience is not None):
            low, high = step.study or (0, 0)
            work = max(0, (step.experience or 0) - worked)
            months.append((low * pace + work, high * pace + work))
        way = _way(then[to], prospect.career, then)
        if way is None and not months:
            way = then[to].pathway
        if way is not None:
            # The first day in the role counts as a month that is behind the person.
            first = 0 if prospect.here else any(asked.done == 1 for asked in way.asked)
            low, high = way.months
            months.append((low + first, high + first))
            work = max(work, way.work + first)
        longest = (max(m[0] for m in months), max(m[1] for m in months)) if months else None
        found.append(Move(to, step, longest, work))
    return tuple(found)


def next_rungs(prospects: Prospects, career_id: str) -> tuple[Move, ...]:
    """The ladder's roles: those first that pay more and take some time, within five years or so.

    Else in the ladder's order, and by time where all of them take longer.
    """
    prospect = prospects[career_id]
    now = _MORE * (prospect.pay.part_median or 0)

    def order(move: Move) -> tuple[bool, int]:
        # What takes no time is a neighbour, to be had from the first day on, rather than a step.
        more = (prospects[move.to].pay.part_median or 0) > now
        step = more and (prospect.here or move.months is None or move.months[1] > 0)
        time = sum(move.months or ()) // 2
        return (not step, time if step and time > _SOON else 0)

    ladder = [move for move in moves_from(prospects, career_id) if move.step is not None]
    return tuple(sorted(ladder, key=order))


def _way(there: Prospect, role: Career, then: Prospects) -> Pathway | None:
    """The shortest way in that builds on a role, open ones first."""
    ways = [
        way.pathway
        for way in there.ways
        if way.pathway is not None and _builds_on(way.route, role, then)
    ]
    return min(ways, key=lambda way: (way.work > 0, sum(way.months)), default=None)


def _builds_on(route: Route, role: Career, then: Prospects) -> bool:
    """Whether a way in that is not rare starts from what a role gives.

    Years in a role that builds on a license are years under it.
    """
    given = set(role.grants)
    if how_usual(route) == "rare":
        return False
    if not given.isdisjoint(route.start):
        return True
    careers = then.catalogue.careers
    asked = [careers[needed.career] for needed in route.experience if needed.career in careers]
    return any(
        career.id == role.id or (own and given.issuperset(own))
        for career in asked
        for own in [own_credentials(career)]
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
