"""A way into a career: its steps, and what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import EducationLevel, Route, Training

StepKind = Literal["degree", "study", "work", "residency"]
Span = tuple[int, int]


class Step(Struct, frozen=True):
    """One stretch of the way: a degree, a route's own study, paid work, or a residency.

    ``months`` is (shortest, longest), study at the person's pace and work without what is
    behind the person. ``career`` is the career that the study leads to or that the work is
    in; ``None`` for a degree or for courses that are only a prerequisite. ``program`` is the
    key of the catalogue's ``programs`` for the study, where the route names one.
    """

    kind: StepKind
    name: str
    months: Span
    career: str | None = None
    program: str | None = None


class WorkAsked(Struct, frozen=True):
    """Paid work that the way asks for, in months, and how much of it the person has done."""

    career: str
    months: int
    done: int

    @property
    def missing(self) -> int:
        """Months still to work."""
        return self.months - self.done


class Pathway(Struct, frozen=True):
    """The way into a career: its steps in order, and what they add up to.

    ``study`` and ``residency`` are (shortest, longest) months, study at the person's pace;
    ``work`` are the months of paid work elsewhere that are still missing, and ``asked`` all
    paid work that the way asks for. ``route`` is the career's own route at the end of the
    way, ``None`` for whoever is in the career already. ``education`` and ``sciences`` (college
    science) are what the person has at the end; ``reached`` are careers and credentials met
    on the way.
    """

    steps: tuple[Step, ...] = ()
    study: Span = (0, 0)
    work: int = 0
    residency: Span = (0, 0)
    asked: tuple[WorkAsked, ...] = ()
    route: Route | None = None
    education: EducationLevel = "high-school"
    sciences: bool = True
    reached: frozenset[str] = frozenset()

    @property
    def months(self) -> Span:
        """Shortest and longest months until full pay: study, missing paid work, residency."""
        (low, high), (shortest, longest) = self.study, self.residency
        return (low + self.work + shortest, high + self.work + longest)

    @property
    def via(self) -> tuple[str, ...]:
        """Ids of the careers in which the missing paid work is done, in order."""
        return tuple(
            dict.fromkeys(step.career for step in self.steps if step.kind == "work" and step.career)
        )

    @property
    def training(self) -> Training | None:
        """Paid training on the job after the route, which no months here count."""
        return None if self.route is None else self.route.training

    @property
    def months_to_first_pay(self) -> int:
        """Shortest months of study before the first paid work on this way."""
        months = 0
        for step in self.steps:
            if step.kind in ("work", "residency"):
                break
            months += step.months[0]
        return months

    def then(self, step: Step, **changes: object) -> Pathway:
        """This way with one more step; a step of no months changes nothing but ``changes``."""
        low, high = step.months
        if step.kind == "work":
            changes["work"] = self.work + low
        elif step.kind == "residency":
            changes["residency"] = (self.residency[0] + low, self.residency[1] + high)
        else:
            changes["study"] = (self.study[0] + low, self.study[1] + high)
        if high:
            changes["steps"] = (*self.steps, step)
        return replace(self, **changes)

    def and_then(self, more: Pathway) -> Pathway:
        """This way and then another one that was found from where this one ends."""
        return Pathway(
            steps=self.steps + more.steps,
            study=(self.study[0] + more.study[0], self.study[1] + more.study[1]),
            work=self.work + more.work,
            residency=(
                self.residency[0] + more.residency[0],
                self.residency[1] + more.residency[1],
            ),
            asked=self.asked + more.asked,
            education=more.education,
            sciences=self.sciences or more.sciences,
            reached=self.reached | more.reached,
        )
