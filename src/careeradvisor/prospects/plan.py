"""When the steps of a way fall: months from a start, and months of the calendar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.prospects.pathfinder import Pathfinder

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import LadderStep
    from careeradvisor.prospects.build import Prospects
    from careeradvisor.prospects.pathway import Pathway, Span, Step

# Less than this much more pay is no step up.
_MORE = 1.05
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Month(Struct, frozen=True, order=True):
    """A month of the calendar; ``month`` is 1 to 12."""

    year: int
    month: int

    def plus(self, months: int) -> Month:
        """The month so many months later.

        >>> Month(2027, 11).plus(2).iso
        '2028-01'
        """
        years, month = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, month + 1)

    @property
    def iso(self) -> str:
        """As in ISO 8601: "2027-01"."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def text(self) -> str:
        """In words: "Jan 2027"."""
        return f"{MONTHS[self.month - 1][:3]} {self.year}"


class Stretch(Struct, frozen=True):
    """A step of a way and when it begins and ends, in months from the start.

    Each is (by the shortest usual times, by the longest ones); where one step ends the next
    begins.
    """

    step: Step
    begins: Span
    ends: Span


class Rung(Struct, frozen=True):
    """A next role, and months until it from the role before on (``None``: not known)."""

    step: LadderStep
    months: Span | None


def stretches(pathway: Pathway) -> tuple[Stretch, ...]:
    """The steps of a way one after another, from month 0 on."""
    found: list[Stretch] = []
    begins = (0, 0)
    for step in pathway.steps:
        ends = (begins[0] + step.months[0], begins[1] + step.months[1])
        found.append(Stretch(step, begins, ends))
        begins = ends
    return tuple(found)


def first_pay(pathway: Pathway) -> Span:
    """Months until the first paid step of a way: work, paid training or the role itself."""
    for stretch in stretches(pathway):
        if stretch.step.kind in ("work", "residency"):
            return stretch.begins
    return pathway.months


def next_rungs(prospects: Prospects, career_id: str) -> tuple[Rung, ...]:
    """Where a career leads this person: what pays more and takes some time comes first.

    Otherwise in the catalogue's order. The months are those of the person's way from the role
    on, or the ladder's own where these are longer: its study at their pace, then what is missing
    of its work in the role. Roles that the person is in already are left out.
    """
    prospect = prospects[career_id]
    pace = 2 if prospect.pace == "half" else 1
    now = _MORE * (prospect.pay.part_median or 0)
    worked = prospects.pathfinder.worked_as(career_id)
    then = prospects.pathfinder if prospect.here else _once_in(prospects, career_id)
    found = []
    for step in prospect.career.ladder:
        if prospects[step.to].here:
            continue
        months: list[Span] = []
        if step.study is not None or step.experience is not None:
            low, high = step.study or (0, 0)
            work = max(0, (step.experience or 0) - worked)
            months.append((low * pace + work, high * pace + work))
        way = then.way_into(step.to)
        if way is not None:
            # The first day in the role counts as a month that is behind the person.
            first = 0 if prospect.here else any(asked.done == 1 for asked in way.asked)
            months.append((way.months[0] + first, way.months[1] + first))
        longest = (max(m[0] for m in months), max(m[1] for m in months)) if months else None
        found.append(Rung(step, longest))

    def aside(rung: Rung) -> bool:
        # What takes no time is a neighbour, to be had from the first day on, rather than a step.
        more = (prospects[rung.step.to].pay.part_median or 0) > now
        return not (more and (prospect.here or rung.months is None or rung.months[1] > 0))

    return tuple(sorted(found, key=aside))


def _once_in(prospects: Prospects, career_id: str) -> Pathfinder:
    """Ways from where the person is on the first day in a career."""
    person, way = prospects.answers, prospects[career_id].pathway
    worked = dict(person.worked)
    if way is not None:
        for step in way.steps:
            if step.kind == "work" and step.career is not None:
                worked[step.career] = worked.get(step.career, 0) + step.months[0]
        person = replace(person, education=way.education, sciences=way.sciences)
    return Pathfinder(prospects.catalogue, replace(person, worked={**worked, career_id: 1}))


def span_text(months: tuple[str, str]) -> str:
    """Two ISO months in words, the one of them where they are the same.

    >>> span_text(("2027-01", "2027-03")), span_text(("2027-12", "2028-01"))
    ('Jan to Mar 2027', 'Dec 2027 to Jan 2028')
    """
    low, high = (Month(*map(int, month.split("-"))) for month in months)
    if low == high:
        return low.text
    return f"{low.text if low.year != high.year else low.text.split()[0]} to {high.text}"
