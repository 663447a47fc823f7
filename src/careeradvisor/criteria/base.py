"""What a criterion is: one thing a person may care about.

A criterion turns a career's facts into a satisfaction from 0 to 1 on a fixed
scale, tells whether its own limit is met, and says in words what the career
offers. It never looks at other careers: that is why adding or removing a career
can never swap two others.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from careeradvisor.errors import WrongUse
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

ANY = "any"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered by the quiz: the value of the flag, and what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to the same question, and how big a step it is.

    ``cost`` is relative: 1 is a change across the whole scale, or of a number by
    all of itself. It only serves to show the cheapest change first.
    """

    answer: Answer | None
    cost: float


class Criterion(ABC):
    """One thing a person may care about: its question, flag, value function and wording."""

    name: ClassVar[str]
    """As in flags: ``patient-contact``."""
    label: ClassVar[str]
    """In the middle of a sentence: "patient contact"."""
    question: ClassVar[str]
    """What the quiz asks."""
    why: ClassVar[str]
    """Help: why the question is asked and what counts."""
    metavar: ClassVar[str]
    """The value forms in ``--help``."""
    choices: ClassVar[tuple[Choice, ...]] = ()
    """The answers offered; empty when the person types a number."""
    several: ClassVar[bool] = False
    """Whether more than one choice can be picked."""
    examples: ClassVar[str] = ""
    """Value forms that the quiz shows beside a typed answer."""
    further: ClassVar[bool] = True
    """Whether it is asked only by ``quiz --full`` or by its flag."""

    @property
    def key(self) -> str:
        """As in JSON's ``criteria``, ``must`` and ``priorities``: ``patient_contact``."""
        return self.name.replace("-", "_")

    @property
    def answer_key(self) -> str:
        """As in JSON's ``profile`` and in the profile file, unit included where it has one."""
        return self.key

    @abstractmethod
    def parse(self, text: str) -> Answer | None:
        """The answer that ``text`` (a flag's value or what a person typed) stands for.

        ``None`` for "any". Raises WrongUse, saying what would be understood.
        """

    def accept(self, stored: object) -> Answer | None:
        """The answer for a stored value (a profile file's), checked like a typed one."""
        if isinstance(stored, (list, tuple)) and all(isinstance(s, str) for s in stored):
            return self.parse(",".join(stored))
        if isinstance(stored, str) or (
            isinstance(stored, (int, float)) and not isinstance(stored, bool)
        ):
            return self.parse(str(stored))
        raise WrongUse(f"{self.answer_key} must be {self.metavar}; {stored!r} is not.")

    @abstractmethod
    def wanted(self, answer: Answer) -> str:
        """The answer in a few words: "no patient contact", "at most 9 months"."""

    @abstractmethod
    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """How well the career meets the answer, 0 to 1; ``None`` when not known."""

    @abstractmethod
    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """Whether the career is within the answer taken as a hard limit; ``None``: not known."""

    @abstractmethod
    def offered(self, prospect: Prospect) -> str | int | float | None:
        """What the career offers, as a word or a number; ``None`` when not known."""

    @abstractmethod
    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """What the career offers, as a clause whose subject is the career.

        Begins with a verb in the third person: "has no patient contact".
        """

    @abstractmethod
    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """By how much the hard limit is missed: "needs 72 months; you set 9"."""

    def neighbours(self, answer: Answer) -> Sequence[Change]:
        """All other answers to consider in "what would change", for answers that are words."""
        return [
            Change(choice.value, abs(i - here) / max(1, len(self.choices) - 1))
            for here in [self._index(answer)]
            for i, choice in enumerate(self.choices)
            if i != here
        ]

    def _index(self, answer: Answer) -> int:
        return next(i for i, choice in enumerate(self.choices) if choice.value == answer)


class NumberCriterion(Criterion):
    """A criterion whose answer is a whole number: a budget, a target."""

    more_is_stricter: ClassVar[bool]
    """Whether a larger number asks more of a career (a salary) or less (a study budget)."""
    smallest: ClassVar[int] = 0
    """The smallest number that the criterion understands."""
    largest: ClassVar[int]
    """The largest number that it understands."""

    @abstractmethod
    def knots(self, one: Prospect, other: Prospect) -> Iterable[float]:
        """Answers between which the difference of two careers' satisfactions is monotone.

        Includes the answers at which :meth:`meets` switches for either of them.
        "What would change" looks for exact crossing points between these.
        """

    @abstractmethod
    def amount(self, answer: int) -> str:
        """The number with its unit: "9 months", "$45,000"."""

    def tells_apart(self, one: Prospect, other: Prospect, answer: int) -> bool:
        """Whether the data can tell which of two careers satisfies an answer more."""
        return True

    def neighbours(self, answer: Answer) -> Sequence[Change]:
        """None: numbers are searched between their knots instead."""
        return ()

    def change_cost(self, answer: int, to: int) -> float:
        """Relative size of a change of the number."""
        return abs(to - answer) / max(1, answer)


class ChoiceCriterion(Criterion):
    """A criterion whose answer is one of a few words."""

    def parse(self, text: str) -> Answer | None:
        """See :meth:`Criterion.parse`; case, spaces and underscores do not matter."""
        word = "-".join(text.lower().replace("_", " ").split())
        if word == ANY:
            return None
        if word not in {choice.value for choice in self.choices}:
            known = ", ".join([*(choice.value for choice in self.choices), ANY])
            raise WrongUse(f"'{text}' is not an answer for {self.label}. Choose one of: {known}.")
        return word


class AvoidCriterion(Criterion):
    """A criterion whose answer is a set of things to stay away from."""

    several: ClassVar[bool] = True

    def parse(self, text: str) -> Answer | None:
        """See :meth:`Criterion.parse`; words separated by commas."""
        words = ["-".join(w.lower().replace("_", " ").split()) for w in text.split(",")]
        words = [w for w in words if w]
        if words == [ANY]:
            return None
        known = [choice.value for choice in self.choices]
        for word in words:
            if word not in known:
                raise WrongUse(
                    f"'{word}' is not an answer for {self.label}. "
                    f"Name one or more of these, with commas between: {', '.join(known)}; or any."
                )
        if not words:
            raise WrongUse(
                f"Name at least one of these for {self.label}: {', '.join(known)}; or any."
            )
        return tuple(value for value in known if value in words)

    @abstractmethod
    def degrees(self, prospect: Prospect) -> dict[str, int | None]:
        """For each choice how much of it the career has: 0, 1, 2, or ``None`` if not known."""

    @abstractmethod
    def named(self, value: str) -> str:
        """The thing to stay away from, in the middle of a sentence."""

    @abstractmethod
    def amount_words(self) -> tuple[str, str, str]:
        """Words for the degrees 0, 1 and 2."""

    def wanted(self, answer: Answer) -> str:
        """See :meth:`Criterion.wanted`."""
        return "no " + listed([self.named(v) for v in _words(answer)], "or")

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """The mean over the things to avoid: 1 little or none, .5 some, 0 a lot."""
        degrees = self.degrees(prospect)
        total = 0
        for value in _words(answer):
            degree = degrees[value]
            if degree is None:
                return None
            total += degree
        return 1.0 - total / (2 * len(_words(answer)))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """Met when none of the things to avoid is usual; some jobs having it still meets it."""
        degrees = [self.degrees(prospect)[value] for value in _words(answer)]
        if any(degree == 2 for degree in degrees):
            return False
        return None if None in degrees else True

    def offered(self, prospect: Prospect) -> str | None:
        """All that is known, as "nights some, weekends rare"."""
        known = [
            f"{self.named(value)} {self.amount_words()[degree]}"
            for value, degree in self.degrees(prospect).items()
            if degree is not None
        ]
        return ", ".join(known) or None

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See :meth:`Criterion.reason`."""
        degrees = self.degrees(prospect)
        unknown = [self.named(v) for v in _words(answer) if degrees[v] is None]
        if unknown:
            return f"says nothing about {listed(unknown, 'or')}"
        parts = []
        for degree, word in ((0, "hardly any"), (1, "some"), (2, "a lot of")):
            things = [self.named(v) for v in _words(answer) if degrees[v] == degree]
            if things:
                parts.append(f"{word} {listed(things, 'or' if degree == 0 else 'and')}")
        return "has " + listed(parts, "and")

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See :meth:`Criterion.shortfall`."""
        degrees = self.degrees(prospect)
        usual = [self.named(v) for v in _words(answer) if degrees[v] == 2]
        return f"has a lot of {listed(usual, 'and')}; you want none"

    def neighbours(self, answer: Answer) -> Sequence[Change]:
        """One thing fewer to avoid, or one more."""
        chosen = _words(answer)
        step = 1 / len(self.choices)
        changes = []
        for choice in self.choices:
            rest = tuple(
                c.value for c in self.choices if (c.value in chosen) != (c.value == choice.value)
            )
            changes.append(Change(rest or None, step))
        return changes


def _words(answer: Answer) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else (str(answer),)


def band_satisfaction(level: float, low: float, high: float, top: float) -> float:
    """1 inside [low, high], falling linearly to 0 at the far end of the scale 0..top.

    The slope is the same on both sides: the end of the scale that lies farthest
    from the band has 0 (design 4.3).

    >>> band_satisfaction(1, 0, 0, 4)
    0.75
    """
    if low <= level <= high:
        return 1.0
    distance = low - level if level < low else level - high
    farthest = max(low, top - high)
    return max(0.0, 1.0 - distance / farthest)
