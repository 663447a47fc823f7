"""Finds the way into a career for one person, prerequisites included (design 4.4, 4.5b, 4.5c).

A career has routes; a route starts from levels of education, credentials and
paid experience. Whatever the person lacks is added: a degree by its usual
months, a credential by a way into a career that grants it, and experience by a
way into that career plus the months still to be worked there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import permutations, repeat
from typing import TYPE_CHECKING, Literal

from careeradvisor.prospects.credentials import own_credentials
from careeradvisor.prospects.education import (
    DEGREE_NAMES,
    LEVELS,
    RANK,
    higher,
    is_level,
    months_between,
)
from careeradvisor.prospects.pathway import Pathway, Span, Step, WorkAsked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careeradvisor.catalogue.model import (
        Career,
        Catalogue,
        Degree,
        EducationLevel,
        Experience,
        HowUsual,
        Route,
    )
    from careeradvisor.profile.answers import Answers

# Prerequisites of prerequisites are followed this far; real chains are three or four long.
_DEEPEST = 8
# Bounds the search in a catalogue whose careers all require one another.
_EXPANSIONS_PER_CAREER = 50
# Seven careers in such a tangle have been seen to need nearly 400.
_EXPANSIONS_AT_LEAST = 5_000
_UNCUT = 1_000_000
# All orders of so many prerequisites are tried; of more, the catalogue's own and its reverse.
_MOST_ORDERED = 3

# The Scorecard counts people with federal aid, which courses below 15 weeks did not give.
_COUNTED_FROM = 4

SCIENCES_MONTHS = 12
"""College science after a degree in another field, full time (design 4.4)."""


def how_usual(route: Route) -> HowUsual:
    """How usual a route is; one without a word on it, as in catalogues of one's own, is usual."""
    return "usual" if route.usual is None else route.usual.how


def routes_in_use(career: Career) -> list[Route]:
    """The routes that ranking uses: the usual ones; where there is none, the most usual ones."""
    tiers: tuple[HowUsual, ...] = ("usual", "possible", "rare")
    for tier in tiers:
        routes = [route for route in career.routes if how_usual(route) == tier]
        if routes:
            return routes
    return []


class Pathfinder:
    """Finds ways into the careers of one catalogue for one person.

    Holding a credential implies at least the lowest education with which it is usually
    earned: a registered nurse counts as having an associate degree. A degree in a field implies
    its level, unless some college or a lower degree is said, and college science where that belongs
    to the field. Having worked in a
    career counts as holding what it grants. Of ``person``, what is read is education,
    credentials, work, pace, sciences and careers left out: a way through missing work in one of
    these counts only where there is no other.
    """

    def __init__(self, catalogue: Catalogue, person: Answers) -> None:
        self._catalogue, self._person = catalogue, person
        self._careers = catalogue.careers
        self._pace = 2 if person.pace == "half" else 1
        self._own = {id: own_credentials(career) for id, career in self._careers.items()}
        self._completions = {
            id: career.completion
            for id, career in self._careers.items()
            if career.completion is not None
        }
        self._granting: dict[str, list[str]] = {}
        for career_id, own in self._own.items():
            for credential in own:
                self._granting.setdefault(credential, []).append(career_id)
        self._worked = {id: n for id, n in person.worked.items() if n > 0 and id in self._careers}
        self._holds = frozenset(person.holds).union(
            *(self._careers[career_id].grants for career_id in self._worked),
            *map(self._comes_with, person.holds),
        )
        self._fields = self._holds & catalogue.degrees.keys()
        # Whoever says that their degree is a lower one has the field, and not what it opens.
        self._holds -= {id for id in self._fields if self._is_lower_than(catalogue.degrees[id])}
        degrees = [d for id, d in catalogue.degrees.items() if id in self._holds]
        self.education = self._implied(person.education)
        for degree in degrees:
            self.education = higher(self.education, degree.level)
        inside = self._inside()
        passed = person.sciences or any(catalogue.degrees[id].sciences for id in self._fields)
        # An associate degree holds the science of a health career, else what it happens to hold.
        self._sciences_for_less = passed or bool(inside)
        # Whoever has yet to earn a bachelor's degree earns it in the right field.
        sciences = (
            passed
            or RANK[self.education] < RANK["bachelor"]
            or any(map(self._takes_sciences, inside))
        )
        self._start = Pathway(education=self.education, sciences=sciences)
        self._memo: dict[tuple[str, EducationLevel, bool], tuple[Pathway, ...]] = {}
        self._depth: dict[str, int] = {}
        self._lowest_cut = _UNCUT
        self._expansions_left = max(
            _EXPANSIONS_AT_LEAST, _EXPANSIONS_PER_CAREER * len(catalogue.careers)
        )

    def _is_lower_than(self, degree: Degree) -> bool:
        """Whether the person says some level of college below that of a degree."""
        said = self._person.education
        return RANK["some-college"] <= RANK[said] < RANK[degree.level]

    def is_in(self, career_id: str) -> bool:
        """Whether the person is in the career: has worked there or holds all that it gives."""
        own = self._own.get(career_id, ())
        return career_id in self._worked or (bool(own) and self._holds.issuperset(own))

    def worked_as(self, career_id: str) -> int:
        """Months of paid work that count as work in a career.

        Those in it, and those in careers that build on the licence that it gives: years as a
        nurse practitioner are years as a registered nurse.
        """
        own = self._own.get(career_id, ())
        return sum(
            months
            for other, months in self._worked.items()
            if other == career_id
            or (
                own
                and self._granted(other).issuperset(own)
                and not set(self._own[other]).intersection(own)
            )
        )

    def builds_on_own(self, way: Pathway) -> Literal["work", "degree", ""]:
        """What of the person's own a way builds on: "" for nothing.

        Work: it starts from a licence that they hold, or counts work of theirs. A degree: it starts
        from one in a field that they hold, or mostly people with such a degree take it.
        """
        route = way.route
        asked = [] if route is None else _licences(route)
        licences = self._holds.intersection(asked) - self._fields
        if licences or any(work.done for work in way.asked):
            return "work"
        fields = [*asked, *([] if route is None else route.fields)]
        return "" if self._fields.isdisjoint(fields) else "degree"

    def way_into(self, career_id: str) -> Pathway | None:
        """The way by the routes in use, if any.

        Of the ways without missing paid work, else of all, the one with the least mean of
        shortest and longest months; then the one with the least study, then the fewest steps.
        Whoever is in the career has a way without steps.
        """
        if self.is_in(career_id):
            return self._here(career_id, self._start)
        way = _best(self._ways(career_id, self._start))
        if way is None and self._person.without:
            return self._through_anything.way_into(career_id)
        return way

    def ways_by_route(self, career_id: str) -> Iterator[tuple[Route, Pathway | None]]:
        """Every route of a career, however usual, with the person's best way by it."""
        through_anything: Iterable[tuple[Route, Pathway | None] | None] = repeat(None)
        if self._person.without:
            through_anything = self._through_anything.ways_by_route(career_id)
        for route, other in zip(self._careers[career_id].routes, through_anything, strict=False):
            self._depth[career_id] = 0
            ways = self._by_route(career_id, route, self._start)
            del self._depth[career_id]
            way = _best(ways)
            yield route, other[1] if way is None and other is not None else way

    @cached_property
    def _through_anything(self) -> Pathfinder:
        return Pathfinder(self._catalogue, replace(self._person, without={}))

    def _comes_with(self, credential: str) -> frozenset[str]:
        """What whoever holds a credential holds too: a nurse practitioner is a registered nurse."""
        all_of_them = map(self._granted, self._granting.get(credential, ()))
        first = next(all_of_them, frozenset[str]())
        return first.intersection(*all_of_them)

    def _granted(self, career_id: str) -> frozenset[str]:
        return frozenset(self._careers[career_id].grants)

    def _here(self, career_id: str, way: Pathway) -> Pathway:
        return Pathway(
            education=way.education,
            sciences=way.sciences,
            reached=self._granted(career_id) | {career_id},
        )

    def _inside(self) -> set[str]:
        """Careers whose training is behind the person: by work, or by what they hold."""
        by_credential = (
            career_id for held in self._holds for career_id in self._granting.get(held, ())
        )
        return {*self._worked, *by_credential}

    def _takes_sciences(self, career_id: str) -> bool:
        """Whether nobody gets into a career without college science: no physician lacks it."""
        routes = self._careers[career_id].routes
        return any(route.sciences for route in routes) and all(
            route.sciences or _is_degree(route.education) for route in routes
        )

    def _implied(self, education: EducationLevel) -> EducationLevel:
        for credential in sorted(self._holds):
            lowest: EducationLevel | None = None
            for career_id in self._granting.get(credential, ()):
                for route in self._careers[career_id].routes:
                    level = route.education or self._level_asked(route) or "high-school"
                    if lowest is None or RANK[level] < RANK[lowest]:
                        lowest = level
            education = higher(education, lowest)
        return education

    def _ways(self, career_id: str, start: Pathway) -> tuple[Pathway, ...]:
        """Ways into a career from the education and sciences with which ``start`` ends."""
        if career_id not in self._careers:
            return ()
        known = self._memo.get((career_id, start.education, start.sciences))
        if known is not None:
            return known
        if career_id in self._depth:
            self._lowest_cut = min(self._lowest_cut, self._depth[career_id])
            return ()
        depth = len(self._depth)
        if depth == _DEEPEST or self._expansions_left <= 0:
            self._lowest_cut = -1
            return ()
        self._expansions_left -= 1
        self._depth[career_id] = depth
        outer_cut, self._lowest_cut = self._lowest_cut, _UNCUT
        start = Pathway(education=start.education, sciences=start.sciences)
        ways = [
            way
            for route in self._routes(career_id)
            for way in self._by_route(career_id, route, start)
        ]
        if self.is_in(career_id):
            ways.append(self._here(career_id, start))
        best = _undominated(ways)
        del self._depth[career_id]
        # A way cut short at a career further up is complete only for that career.
        if self._lowest_cut >= depth:
            self._memo[career_id, start.education, start.sciences] = best
            self._lowest_cut = outer_cut
        else:
            self._lowest_cut = min(self._lowest_cut, outer_cut)
        return best

    def _routes(self, career_id: str) -> list[Route]:
        """The routes in use; where schooling alone leads in, others only for whoever holds those.

        Nobody trains as a practical nurse in order to become a registered one sooner, yet for
        practical nurses theirs is the usual way.
        """
        routes = routes_in_use(self._careers[career_id])
        straight = [route for route in routes if not route.experience and not _licences(route)]
        if not straight:
            return routes
        return [r for r in routes if self._holds.issuperset(_licences(r))]

    def _by_route(self, career_id: str, route: Route, start: Pathway) -> list[Pathway]:
        needs: list[str | Experience] = [*route.experience]
        needs += _licences(route)
        ways: list[Pathway] = []
        for order in _orders(needs):
            found = [start]
            for need in order:
                found = [
                    after
                    for way in found
                    for after in (
                        self._with_credential(need, way)
                        if isinstance(need, str)
                        else self._with_experience(need, way)
                    )
                ]
            ways += found
        return [self._finish(career_id, route, way) for way in ways]

    def _with_credential(self, credential: str, way: Pathway) -> list[Pathway]:
        """The way itself if it has the credential by then, and by each career that grants it.

        Earning again what one holds is seldom sensible, yet it can bring a degree
        along sooner than the degree alone would take.
        """
        held = credential in self._holds or credential in way.reached
        if held and way.sciences and way.education == LEVELS[-1]:
            # Nothing is left to bring along, and each physician's job leads to all others.
            return [way]
        ways = [
            way.and_then(more)
            for career_id in self._granting.get(credential, ())
            for more in self._ways(career_id, way)
        ]
        return [way, *ways] if held else ways

    def _with_experience(self, needed: Experience, way: Pathway) -> list[Pathway]:
        if needed.career not in self._careers:
            return []
        ways = [way] if self.is_in(needed.career) or needed.career in way.reached else []
        if needed.career not in way.reached:
            # Whoever may already work there may still do better by a way that brings a degree.
            ways += [way.and_then(more) for more in self._ways(needed.career, way)]
        ways = [self._with_work(needed, after) for after in ways]
        if needed.career in self._person.without:
            ways = [way for way in ways if needed.career not in way.via]
        return ways

    def _with_work(self, needed: Experience, way: Pathway) -> Pathway:
        on_the_way = sum(
            step.months[0]
            for step in way.steps
            if step.kind == "work" and step.career == needed.career
        )
        done = min(needed.months, self.worked_as(needed.career) + on_the_way)
        missing = needed.months - done
        title = self._careers[needed.career].title
        asked = WorkAsked(needed.career, needed.months, done)
        return way.then(
            Step("work", f"work as {title}", (missing, missing), needed.career),
            asked=(*way.asked, asked),
        )

    def _with_residency(self, career_id: str, route: Route, way: Pathway) -> Pathway:
        residency = self._careers[career_id].residency
        if residency is None or self.is_in(career_id):
            return way
        name, months = residency.name, residency.months
        if route.residency is not None:
            name, months = route.name, route.residency
        return way.then(Step("residency", name, months, career_id))

    def _finish(self, career_id: str, route: Route, way: Pathway) -> Pathway:
        level = self._level_asked(route)
        if level is not None:
            if route.sciences and self._lacks_sciences(way, level):
                way = way.then(
                    Step("study", "college science courses", self._at_pace(SCIENCES_MONTHS)),
                    sciences=True,
                )
            way = way.then(
                Step("degree", DEGREE_NAMES[level], self._degree_months(way, level)),
                education=higher(level, way.education),
            )
        awarded = route.education
        shortest, longest = route.months
        program = None
        counted = longest >= _COUNTED_FROM
        if counted and route.cip is not None and route.program_level is not None:
            program = f"{route.cip}-{route.program_level}"
        way = way.then(
            Step(
                "study",
                route.name,
                (shortest * self._pace, longest * self._pace),
                career_id,
                program,
            ),
            education=higher(way.education, awarded),
            sciences=way.sciences or _is_degree(awarded),
            route=route,
            reached=way.reached | self._granted(career_id) | {career_id},
        )
        return self._with_residency(career_id, route, way)

    def _level_asked(self, route: Route) -> EducationLevel | None:
        """The highest level of education among what a route starts from."""
        asked: EducationLevel | None = None
        for start in route.start:
            degree = self._catalogue.degrees.get(start)
            level = start if degree is None else degree.level
            if is_level(level):
                asked = higher(level, asked)
        return asked

    def _lacks_sciences(self, way: Pathway, level: EducationLevel) -> bool:
        """Whether college science is missing at the end of a way, to start from a level."""
        if _is_degree(level):
            return not way.sciences
        studied = way.education != self.education or bool(way.study[1])
        return level == "associate" == way.education and not (self._sciences_for_less or studied)

    def _degree_months(self, way: Pathway, level: EducationLevel) -> Span:
        """Months from the degree at the end of a way to a level, at the person's pace.

        From an associate degree to a bachelor's there are programs for whoever is in some careers,
        such as nursing; of several the shortest counts.
        """
        months = months_between(way.education, level)
        spans = [(months, months)]
        if (way.education, level) == ("associate", "bachelor"):
            spans += [span for id, span in self._completions.items() if self.is_in(id)]
        low, high = min(spans, key=sum)
        return (low * self._pace, high * self._pace)

    def _at_pace(self, months: int) -> tuple[int, int]:
        return (months * self._pace, months * self._pace)


def _orders(needs: list[str | Experience]) -> list[tuple[str | Experience, ...]]:
    if len(needs) <= _MOST_ORDERED:
        return list(permutations(needs))
    return [tuple(needs), tuple(reversed(needs))]


def _is_degree(level: EducationLevel | None) -> bool:
    """Whether an award is a bachelor's degree or more."""
    return level is not None and RANK[level] >= RANK["bachelor"]


def _licences(route: Route) -> list[str]:
    return [start for start in route.start if not is_level(start)]


def _best(ways: Sequence[Pathway]) -> Pathway | None:
    return min(ways, key=_order, default=None)


def _order(way: Pathway) -> tuple[bool, int, int, int]:
    """Open ways first, then by the mean of shortest and longest months (here their sum)."""
    return (way.work > 0, sum(way.months), sum(way.study), len(way.steps))


def _undominated(ways: list[Pathway]) -> tuple[Pathway, ...]:
    """Ways of which no other is as short, as open, as high in education and sciences."""
    kept: list[Pathway] = []
    for way in sorted(
        ways,
        key=lambda w: (
            sum(w.months),
            w.work > 0,
            -RANK[w.education],
            not w.sciences,
            sum(w.study),
            len(w.steps),
        ),
    ):
        if not any(
            (other.work > 0) <= (way.work > 0)
            and RANK[other.education] >= RANK[way.education]
            and other.sciences >= way.sciences
            for other in kept
        ):
            kept.append(way)
    return tuple(kept)
