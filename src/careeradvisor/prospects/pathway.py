"""The shortest way into a career for one person, prerequisites included.

A career has routes; a route starts from levels of education, credentials and
paid experience. Whatever the person lacks is added: a degree by its usual
months, a credential by the shortest way into a career that grants it, and
experience by the way into that career plus the months worked there.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from careeradvisor.prospects.education import (
    DEGREE_NAMES,
    RANK,
    higher,
    is_level,
    months_between,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.catalogue.model import Catalogue, EducationLevel, Route

# Prerequisites of prerequisites are followed this far; real chains are three or four long.
_DEEPEST = 8
# Bounds the search in a catalogue whose careers all require one another.
_EXPANSIONS_PER_CAREER = 50
# Seven careers in such a tangle have been seen to need nearly 400.
_EXPANSIONS_AT_LEAST = 5_000
_UNCUT = 1_000_000

StepKind = Literal["degree", "study", "work"]


class Step(Struct, frozen=True):
    """One stretch of the way: a degree, a route's own study, or paid work.

    ``months`` is (shortest, longest). ``career`` is the career that the study
    leads to or that the work is in; ``None`` for a degree that is only a
    prerequisite.
    """

    kind: StepKind
    name: str
    months: tuple[int, int]
    career: str | None = None


class Pathway(Struct, frozen=True):
    """The way into a career: its steps in order, and what they add up to.

    ``study`` and ``work`` are months at their shortest; ``study_longest`` is the
    same study at its longest usual length. ``months`` is what the schooling
    criterion counts: the months until the person can start.
    """

    steps: tuple[Step, ...]
    study: int
    study_longest: int
    work: int
    education: EducationLevel
    route: Route | None = None
    reached: frozenset[str] = frozenset()

    @property
    def months(self) -> int:
        """Shortest months until the person can start: study plus required paid experience."""
        return self.study + self.work

    @property
    def months_to_first_pay(self) -> int:
        """Shortest months of study before the first paid work on this way."""
        months = 0
        for step in self.steps:
            if step.kind == "work":
                break
            months += step.months[0]
        return months

    def _then(self, step: Step, **changes: object) -> Pathway:
        low, high = step.months
        work = step.kind == "work"
        return replace(
            self,
            steps=(*self.steps, step) if high else self.steps,
            study=self.study + (0 if work else low),
            study_longest=self.study_longest + (0 if work else high),
            work=self.work + (low if work else 0),
            **changes,
        )


class Pathfinder:
    """Finds ways into the careers of one catalogue for one person.

    Holding a credential implies at least the lowest education with which it is
    usually earned: a registered nurse counts as having an associate degree.
    """

    def __init__(
        self, catalogue: Catalogue, education: EducationLevel, holds: Iterable[str] = ()
    ) -> None:
        self._careers = catalogue.careers
        self._holds = frozenset(holds)
        self._granting: dict[str, list[str]] = {}
        for career in catalogue.careers.values():
            for credential in career.grants:
                # A nurse practitioner is a nurse too, yet nobody becomes a nurse that way.
                if not all(credential in route.start for route in career.routes):
                    self._granting.setdefault(credential, []).append(career.id)
        self._memo: dict[tuple[str, EducationLevel], tuple[Pathway, ...]] = {}
        self._depth: dict[str, int] = {}
        self._lowest_cut = _UNCUT
        self._expansions_left = max(
            _EXPANSIONS_AT_LEAST, _EXPANSIONS_PER_CAREER * len(catalogue.careers)
        )
        self.education = self._implied(education)

    def way_into(self, career_id: str) -> Pathway | None:
        """The way with the fewest months, then the least study, then the fewest steps, if any."""
        return min(
            self._ways(career_id, self.education),
            key=lambda way: (way.months, way.study, len(way.steps), way.study_longest),
            default=None,
        )

    def _implied(self, education: EducationLevel) -> EducationLevel:
        for credential in sorted(self._holds):
            lowest: EducationLevel | None = None
            for career_id in self._granting.get(credential, ()):
                for route in self._careers[career_id].routes:
                    level = route.education or _level_asked(route) or "high-school"
                    if lowest is None or RANK[level] < RANK[lowest]:
                        lowest = level
            education = higher(education, lowest)
        return education

    def _ways(self, career_id: str, education: EducationLevel) -> tuple[Pathway, ...]:
        known = self._memo.get((career_id, education))
        if known is not None:
            return known
        if career_id in self._depth:
            self._lowest_cut = min(self._lowest_cut, self._depth[career_id])
            return ()
        depth = len(self._depth)
        if depth == _DEEPEST or self._expansions_left <= 0:
            self._lowest_cut = -1
            return ()
        if career_id not in self._careers:
            return ()
        self._expansions_left -= 1
        self._depth[career_id] = depth
        outer_cut, self._lowest_cut = self._lowest_cut, _UNCUT
        start = Pathway((), 0, 0, 0, education)
        best = _undominated(
            [
                way
                for route in self._careers[career_id].routes
                for way in self._by_route(career_id, route, start)
            ]
        )
        del self._depth[career_id]
        # A way cut short at a career further up is complete only for that career.
        if self._lowest_cut >= depth:
            self._memo[career_id, education] = best
            self._lowest_cut = outer_cut
        else:
            self._lowest_cut = min(self._lowest_cut, outer_cut)
        return best

    def _by_route(self, career_id: str, route: Route, start: Pathway) -> list[Pathway]:
        credentials = [s for s in route.start if not is_level(s)]
        level = _level_asked(route)
        ways: list[Pathway] = []
        for order in permutations(credentials):
            ways += self._with_credentials(order, start)
        for needed in route.experience:
            ways = [
                after
                for way in ways
                for after in self._with_experience(needed.career, needed.months, way)
            ]
        return [self._finish(career_id, route, level, way) for way in ways]

    def _with_credentials(self, credentials: tuple[str, ...], start: Pathway) -> list[Pathway]:
        ways = [start]
        for credential in credentials:
            ways = [after for way in ways for after in self._with_credential(credential, way)]
        return ways

    def _with_credential(self, credential: str, way: Pathway) -> list[Pathway]:
        """The way itself if it has the credential by then, and by each career that grants it.

        Earning again what one holds is seldom sensible, yet it can bring a degree
        along sooner than the degree alone would take.
        """
        ways = [
            _joined(way, more)
            for career_id in self._granting.get(credential, ())
            for more in self._ways(career_id, way.education)
        ]
        held = credential in self._holds or credential in way.reached
        return [way, *ways] if held else ways

    def _with_experience(self, career_id: str, months: int, way: Pathway) -> list[Pathway]:
        if career_id not in self._careers:
            return []
        career = self._careers[career_id]
        step = Step("work", f"work as {career.title}", (months, months), career_id)
        if career_id in way.reached:
            return [way._then(step)]
        ways = [_joined(way, more)._then(step) for more in self._ways(career_id, way.education)]
        # Whoever may already work there may still do better by a way that brings a degree along.
        return [way._then(step), *ways] if self._holds.intersection(career.grants) else ways

    def _finish(
        self, career_id: str, route: Route, level: EducationLevel | None, way: Pathway
    ) -> Pathway:
        if level is not None:
            months = months_between(way.education, level)
            way = way._then(
                Step("degree", DEGREE_NAMES[level], (months, months)),
                education=higher(level, way.education),
            )
        return way._then(
            Step("study", route.name, route.months, career_id),
            education=higher(way.education, route.education),
            route=route,
            reached=way.reached | {career_id, *self._careers[career_id].grants},
        )


def _level_asked(route: Route) -> EducationLevel | None:
    """The highest level of education among what a route starts from."""
    asked: EducationLevel | None = None
    for s in route.start:
        if is_level(s):
            asked = s if asked is None else higher(asked, s)
    return asked


def _joined(first: Pathway, then: Pathway) -> Pathway:
    return Pathway(
        steps=first.steps + then.steps,
        study=first.study + then.study,
        study_longest=first.study_longest + then.study_longest,
        work=first.work + then.work,
        education=higher(first.education, then.education),
        reached=first.reached | then.reached,
    )


def _undominated(ways: list[Pathway]) -> tuple[Pathway, ...]:
    """Ways of which no other is as short, as cheap in study and as high in education."""
    kept: list[Pathway] = []
    for way in sorted(
        ways,
        key=lambda w: (w.months, w.study, -RANK[w.education], len(w.steps), w.study_longest),
    ):
        if not any(
            other.study <= way.study and RANK[other.education] >= RANK[way.education]
            for other in kept
        ):
            kept.append(way)
    return tuple(kept)
