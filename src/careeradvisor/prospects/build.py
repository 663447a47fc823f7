"""What each career of a catalogue would mean for one person."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects.credentials import Credentials
from careeradvisor.prospects.earnings import Money, ten_years
from careeradvisor.prospects.pathfinder import Pathfinder, how_usual, routes_in_use
from careeradvisor.prospects.pay import pay_for
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.catalogue.model import Career, Catalogue, HowUsual, Route
    from careeradvisor.catalogue.wages import LocalWages
    from careeradvisor.profile.answers import Pace
    from careeradvisor.prospects.earnings import Earnings
    from careeradvisor.prospects.pathway import Pathway
    from careeradvisor.prospects.pay import Pay

Standing = Literal["here", "open", "later", "rare", "elsewhere", "unknown"]

Nearness = Literal["here", "step", "degree", "related", "other"]

FEW_JOBS = 300
"""People employed in a state, below which few posts fall vacant in a year: some thirty."""
FEW_OPENINGS, HARDLY_ANY_OPENINGS = 2_000, 300
"""Openings a year in the nation: some forty a state, and none or a handful in most states."""


class Way(Struct, frozen=True):
    """One route of a career, how usual it is, and what it would take this person.

    ``pathway`` is ``None`` where the catalogue has no way to what the route asks for.
    """

    route: Route
    how: HowUsual
    pathway: Pathway | None

    @property
    def open(self) -> bool:
        """Whether the person could take it without paid work elsewhere first."""
        return self.pathway is not None and self.pathway.work == 0

    @property
    def months(self) -> tuple[int, int] | None:
        """Shortest and longest months by it, see :attr:`Pathway.months`."""
        return None if self.pathway is None else self.pathway.months


class NoYears(Struct, frozen=True):
    """A career that the person is in by a licence without having said for how long.

    ``later`` are the careers that only years in it stand between, ``months`` the most that one
    of these asks for.
    """

    career: Career
    later: tuple[str, ...]
    months: int


class Prospect:
    """One career for one person; each part is worked out when first asked for."""

    def __init__(self, career: Career, everyone: Prospects) -> None:
        self.career = career
        self._everyone = everyone

    @property
    def pace(self) -> Pace:
        """How fast the person can study."""
        return self._everyone.answers.pace

    @cached_property
    def here(self) -> bool:
        """Whether the person is in the career already (design, part 2)."""
        return self._everyone.pathfinder.is_in(self.career.id)

    @cached_property
    def pathway(self) -> Pathway | None:
        """The way in that counts, prerequisites included; ``None`` when no route is known.

        Of the open ways by the routes in use, else of all of these, the one with the least
        mean of shortest and longest months (design 4.4, 4.5b, 4.5c).
        """
        return self._everyone.pathfinder.way_into(self.career.id)

    @cached_property
    def standing(self) -> Standing:
        """Where the person stands with the career.

        ``here``: in it; ``open``: could start on the way in; ``later``: paid work elsewhere
        comes first; ``rare``: hardly anybody gets in by the ways that it has; ``elsewhere``: the
        law of their state does not let people practise it; ``unknown``: no way in is known.
        """
        if self.here:
            return "here"
        state = self._everyone.answers.state
        if state is not None and self.career.states and state not in self.career.states:
            return "elsewhere"
        if self.pathway is None:
            return "unknown"
        if all(how_usual(route) == "rare" for route in self.career.routes):
            return "rare"
        return "later" if self.pathway.work else "open"

    @property
    def shut(self) -> str:
        """Why the career is in no list, as a clause; "" where it may be in one."""
        state = self._everyone.answers.state
        if self.standing == "elsewhere" and state is not None:
            from careeradvisor.catalogue.areas import STATES

            return f"the law does not let people practice it in {STATES.get(state, state)}"
        if self.standing == "rare":
            return "hardly anyone gets in by the ways that are open to you"
        return ""

    @cached_property
    def not_usual(self) -> bool:
        """Whether the way in that counts is not a usual one, since there is no usual one."""
        return not self.here and all(
            how_usual(route) != "usual" for route in routes_in_use(self.career)
        )

    @cached_property
    def months(self) -> tuple[int, int] | None:
        """Shortest and longest months until full pay (design 4.4's m); ``None``: not known.

        Study at the person's pace, residency, and paid work elsewhere that is still missing.
        """
        return None if self.pathway is None else self.pathway.months

    @property
    def shortest(self) -> int | None:
        """The shortest of :attr:`months`."""
        return None if self.months is None else self.months[0]

    @cached_property
    def builds_on(self) -> Literal["work", "degree", ""]:
        """What of the person's own its way in starts from or counts; "" for nothing."""
        way = self.pathway
        return "" if way is None else self._everyone.pathfinder.builds_on_own(way)

    @cached_property
    def nearness(self) -> Nearness:
        """How near the career is to what is behind the person.

        ``here``: they are in it; ``step``: its way in builds on their licence or work, or their
        work's ladder leads there; ``degree``: it starts from a degree in a field that they hold, or
        mostly people with such a degree take its way in;
        ``related``: in it people do and know much the same as in their work (O*NET).
        """
        if self.here:
            return "here"
        if self.builds_on == "work" or self.career.id in self._everyone.own_ladder:
            return "step"
        if self.builds_on:
            return self.builds_on
        return "related" if self.career.id in self._everyone.own_related else "other"

    def is_here(self, career_id: str) -> bool:
        """Whether the person is in another career already."""
        return self._everyone[career_id].here

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every route of the career, in the catalogue's order, with the person's way by it."""
        found = self._everyone.pathfinder.ways_by_route(self.career.id)
        return tuple(Way(route, how_usual(route), pathway) for route, pathway in found)

    @cached_property
    def pay(self) -> Pay:
        """Wage percentiles where the person lives, or the nation's."""
        salary = self.career.salary
        soc = self.career.soc if salary is None or salary.soc is None else salary.soc
        return pay_for(self.career, self._everyone.local, self._everyone.stipends.get(soc))

    @cached_property
    def pay_points(self) -> list[tuple[float, float]]:
        """The pay as (log wage, normal quantile) points for :func:`share_earning`."""
        return self.pay.known_points()

    @cached_property
    def earnings(self) -> Earnings | None:
        """Ten years of earnings from today; ``None`` when a needed figure is not known."""
        way = self.pathway
        if way is None:
            return None
        on_the_way = {step.career for step in way.steps if step.kind in ("work", "residency")}
        money = {
            career_id: self._everyone.money(career_id)
            for career_id in {self.career.id, *on_the_way}
            if career_id is not None
        }
        return ten_years(way, self.career.id, money, self._everyone.catalogue.programs)

    @cached_property
    def few_jobs(self) -> tuple[int, str] | None:
        """People employed as this in the person's state, and its name, where they are few.

        Few are less than FEW_JOBS. ``None`` where more are, where it is not known, and without a
        state. Of a part of a group, whose own jobs nobody counts, there are no more than of all.
        """
        local = self._everyone.local
        if local is None:
            return None
        found = local.of_state.get(self.career.soc)
        people = None if found is None else found.employment
        return None if people is None or people >= FEW_JOBS else (people, local.state_name)

    @property
    def scarce(self) -> bool:
        """Whether posts are too rare where the person lives, or in the nation, to plan on one."""
        openings = self.openings
        return self.few_jobs is not None or (
            openings is not None and openings < HARDLY_ANY_OPENINGS
        )

    @property
    def few_posts(self) -> str:
        """How few posts there are, as a clause; "" where there are more or nobody counts them."""
        if self.few_jobs is not None:
            people, state = self.few_jobs
            return f"only about {people:,} people are employed in it in {state}"
        if self.openings is not None and self.openings < FEW_OPENINGS:
            return f"only about {self.openings:,} openings a year in the whole country"
        return ""

    @property
    def only_who(self) -> str:
        """Who alone can start in it: "people fluent in a second language"; "" where anybody can.

        Whether the person is one of them nobody knows, unless they are in it or say so.
        """
        holds = self._everyone.answers.holds
        conditions = [c for c in self.career.conditions if c.only_who_holds not in holds]
        who = [c.only_who for c in conditions if c.only_who is not None]
        return "" if self.here else listed(who)

    @property
    def openings(self) -> int | None:
        """Openings a year that are the career's own (design 4.7); ``None``: not known."""
        outlook = self.career.outlook
        return None if outlook is None else outlook.own_openings


class Prospects:
    """All careers of a catalogue for one person.

    Of ``answers``, what is read is education, credentials, work, pace, sciences and careers left
    out; never what is wanted. ``local`` are the wages where the person lives, ``None`` for the
    nation's.
    """

    def __init__(
        self, catalogue: Catalogue, answers: Answers | None = None, local: LocalWages | None = None
    ) -> None:
        self.catalogue = catalogue
        self.answers = Answers() if answers is None else answers
        self.local = local
        self.pathfinder = Pathfinder(catalogue, self.answers)
        self._by_id = {career.id: Prospect(career, self) for career in catalogue.careers.values()}

    @property
    def area(self) -> str | None:
        """The name of the place whose wages count where they are published, ``None``: nation."""
        return None if self.local is None else self.local.name

    def __iter__(self) -> Iterator[Prospect]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, career_id: str) -> Prospect:
        return self._by_id[career_id]

    @cached_property
    def own_related(self) -> frozenset[str]:
        """Ids of the careers whose work is like that of those that the person is in."""
        here = {prospect.career.id for prospect in self if prospect.here}
        to = (other for prospect in self if prospect.here for other in prospect.career.related)
        back = (p.career.id for p in self if not here.isdisjoint(p.career.related))
        return frozenset((*to, *back))

    @cached_property
    def own_ladder(self) -> frozenset[str]:
        """Ids of the careers to which the ladders of those that the person is in lead."""
        return frozenset(step.to for p in self if p.here for step in p.career.ladder)

    @cached_property
    def credentials(self) -> Credentials:
        """The credentials that the catalogue knows."""
        return Credentials(self.catalogue)

    @cached_property
    def stipends(self) -> dict[str, int]:
        """A resident's pay in the last year, by the SOC code under which residents are counted.

        Of several careers under one code the least: more could be a doctor's pay.
        """
        found: dict[str, int] = {}
        for career in self.catalogue.careers.values():
            residency = career.residency
            if residency is not None and residency.stipend is not None:
                last = residency.stipend[1]
                found[career.soc] = min(last, found.get(career.soc, last))
        return found

    @cached_property
    def no_years(self) -> tuple[NoYears, ...]:
        """Careers that the person is in by a licence, and what years in them would open."""
        found: list[NoYears] = []
        for prospect in self:
            own = prospect.career.id
            if not prospect.here or self.pathfinder.worked_as(own):
                continue
            later = [
                (other.career.id, max(asked.months for asked in way.asked if asked.missing))
                for other in self
                if other.standing == "later"
                for way in [other.pathway]
                if way is not None and way.via == (own,)
            ]
            if later:
                ids = tuple(career_id for career_id, _ in later)
                found.append(NoYears(prospect.career, ids, max(months for _, months in later)))
        return tuple(found)

    def money(self, career_id: str) -> Money:
        """What a stretch of work or training in a career pays this person."""
        prospect = self[career_id]
        worked = self.pathfinder.worked_as(career_id)
        return Money(prospect.pay, worked, prospect.career.residency)
