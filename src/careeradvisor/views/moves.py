"""What somebody in a job can move to: how long, what pay changes, what stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.prospects.moves import moves_from, once_in
from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.listing import FilterView, in_order
from careeradvisor.views.pay import PayView, pay_view
from careeradvisor.views.shared import PersonalView, about, made, seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career, Work
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects
    from careeradvisor.prospects.moves import Move
    from careeradvisor.views.listing import Filter

_RANK = {"rare": 0, "some": 1, "usual": 2}
_HOURS = {"nights": "nights", "weekends": "weekends", "on_call": "on call"}


class MoveView(Struct, frozen=True):
    """A role that can come next.

    ``months`` (shortest, longest) count study at the person's pace, the ``work`` that they still
    miss, and paid training; ``later`` says that such work comes first. ``change`` is what half
    of the people earn there above what half earn in the role before, in dollars a year.
    ``takes`` is the ladder's word on the step, where it has one.
    """

    id: str
    title: str
    later: bool
    months: tuple[int, int] | None
    work: int
    time: str
    counts: int | None
    pay_group: str | None
    pay_made: bool
    change: int | None
    same: list[str]
    other: list[str]
    takes: str | None
    source: str | None


class MovesView(PersonalView, frozen=True, tag="careeradvisor/moves-1"):
    """Where a role leads somebody who is in it.

    ``worked`` are the months in it that count. ``grouped`` says whether what is open now comes
    before what takes paid work first.
    """

    id: str
    title: str
    worked: int
    pay: PayView
    text: str
    filters: list[FilterView]
    grouped: bool
    moves: list[MoveView]
    notes: list[str]


def moves_view(
    prospects: Prospects,
    career: Career,
    person: Answers,
    filters: Sequence[Filter] = (),
    sort: str | None = None,
    *,
    reverse: bool = False,
) -> MovesView:
    """What somebody in a career can move to; ``sort`` is one of the listing's, else by time."""
    then = once_in(prospects, career.id)
    moves = {move.to: move for move in moves_from(prospects, career.id)}
    kept = [
        then[to] for to in moves if all(filter.keeps(then[to]) is not False for filter in filters)
    ]
    if sort is not None:
        kept = in_order(kept, prospects, sort, reverse=reverse)
    views = [move_view(prospects, career, moves[prospect.career.id]) for prospect in kept]
    if sort is None:
        views.sort(key=lambda v: (v.later, v.months is None, sum(v.months or ()), -(v.change or 0)))
    worked = prospects.pathfinder.worked_as(career.id)
    notes = []
    if not worked:
        notes.append(
            f"You gave no years as {career.title}: roles that ask for some count them as missing. "
            f"Those that you have count: --worked {career.id}=5y"
        )
    return made(
        MovesView(
            id=career.id,
            title=career.title,
            **about(prospects.catalogue, person),
            worked=worked,
            pay=pay_view(prospects, prospects[career.id]),
            text=_text(len(views), len(moves), career),
            filters=[seen(FilterView, filter) for filter in filters],
            grouped=sort is None,
            moves=views,
            notes=notes,
        )
    )


def move_view(prospects: Prospects, career: Career, move: Move) -> MoveView:
    """One move from a career, in words and figures."""
    here, there = prospects[career.id], prospects[move.to]
    same, other = likeness(career, there.career)
    change = None
    if here.pay.part_median is not None and there.pay.part_median is not None:
        change = there.pay.part_median - here.pay.part_median
    return MoveView(
        id=move.to,
        title=there.career.title,
        later=move.work > 0,
        months=move.months,
        work=move.work,
        time=_time(move),
        counts=there.pay.part_median,
        pay_group=words.salary_group(there.career),
        pay_made=there.pay.scaled is not None or there.pay.missing_area is not None,
        change=change,
        same=same,
        other=other,
        takes=None if move.step is None else move.step.takes,
        source=None if move.step is None else move.step.source,
    )


def change_text(change: int | None) -> str:
    """A change of pay: "+$34,750", "about the same" where it is below 2,000 dollars."""
    if change is None:
        return words.NOT_KNOWN
    if abs(change) < 2_000:
        return "about the same"
    return f"{'+' if change > 0 else '-'}{words.dollars(abs(change))}"


def for_them(move: MoveView) -> str:
    """What a move means for the person, in a sentence."""
    months = words.NOT_KNOWN if move.months is None else words.span(move.months)
    time = months if move.months is None or move.months[1] else "no more study or work first"
    if move.work and move.months is not None:
        time = f"{months}, {words.months(move.work)} of them paid work"
    change = "" if move.change is None else f"{change_text(move.change)} a year"
    same = f"the same: {listed(move.same)}" if move.same else ""
    return f"For you: {words.joined([time, change.replace('same a year', 'same pay'), same], '; ')}"


def likeness(one: Career, other: Career) -> tuple[list[str], list[str]]:
    """What stays the same from one career to another, and what changes; what is known only."""
    same: list[str] = []
    new: list[str] = []

    def told(name: str, difference: int, more: str, less: str) -> None:
        if difference:
            new.append(more if difference > 0 else less)
        else:
            same.append(name)

    if one.interests is not None and other.interests is not None:
        told("interests", _strongest(one) != _strongest(other), "other interests", "")
    if one.patient_contact is not None and other.patient_contact is not None:
        difference = other.patient_contact.level - one.patient_contact.level
        told("patient contact", difference, "more patients", "fewer patients")
    if one.remote is not None and other.remote is not None:
        difference = other.remote.level - one.remote.level
        told("work from home", difference, "more from home", "less from home")
    if one.work is not None and other.work is not None:
        _hours(one.work, other.work, same, new)
    return same, new


def _hours(one: Work, other: Work, same: list[str], new: list[str]) -> None:
    changes = {}
    for field, name in _HOURS.items():
        before, after = getattr(one, field), getattr(other, field)
        if before is None or after is None:
            return
        changes[name] = _RANK[after] - _RANK[before]
    if not any(changes.values()):
        same.append("hours")
    for word, sign in (("more", 1), ("fewer", -1)):
        names = [name for name, change in changes.items() if change * sign > 0]
        if names:
            new.append(f"{word} {listed(names)}".replace("fewer on call", "less on call"))


def _strongest(career: Career) -> set[str]:
    """The two interests that are most typical."""
    found = career.interests
    assert found is not None
    names = [name for name in found.__struct_fields__ if name != "source"]
    return set(sorted(names, key=lambda name: -getattr(found, name))[:2])


def _time(move: Move) -> str:
    if move.months is None:
        return words.NOT_KNOWN
    low, high = move.months
    if not high:
        return "none"
    return f"{low} mo" if low == high else f"{low}-{high} mo"


def _text(shown: int, count: int, career: Career) -> str:
    if not count:
        return "The catalogue knows of no role that it leads to."
    if not shown:
        return f"None of {count} roles that it leads to meets all of this. Leave out a filter."
    roles = "1 role" if shown == 1 else f"{shown} roles"
    return f"{roles} that build on work as {career.title}, or to which people move from it."
