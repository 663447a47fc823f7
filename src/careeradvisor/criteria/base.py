"""What a criterion is: one thing a person may care about.

A criterion turns a career's facts into a satisfaction from 0 to 1 on a fixed
scale, tells whether its own limit is met, and says in words what the career
offers. It never looks at other careers: that is why adding or removing a career
can never swap two others.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING, ClassVar, Literal

from careeradvisor.errors import WrongUse
from careeradvisor.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

    Table = Sequence[float]

ANY = "any"
NOT_KNOWN = "not known"

State = Literal["met", "nearly", "missed", "unknown"]

# A difference in satisfaction, and in the logarithm of a number, that a person would notice.
_SEEN_FROM = 0.1
_SEEN_OF_A_NUMBER = 0.03
_ALIKE = 0.1

# Nobody's answer is longer; whatever is longer is not looked at any closer.
_LONGEST_ANSWER = 80
# A judged level is one too low or one too high in so many of a hundred cases each (design 4.9).
_LEVEL_OFF_IN_100 = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered by the quiz: the value of the flag, and what a person reads."""

    value: str
    label: str


class Criterion(ABC):
    """One thing a person may care about: its question, flag, value function and wording."""

    name: ClassVar[str]
    """As in flags: ``patient-contact``."""
    label: ClassVar[str]
    """In the middle of a sentence: "patient contact"."""
    head: ClassVar[str]
    """The head of its column in a table: "Patients"."""
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
    nearly_from: ClassVar[float] = 0.25
    """The satisfaction from which on an answer that is not met is nearly met (design 7)."""
    as_asked_from: ClassVar[float] = 0.0
    """The satisfaction below which what would pass as a must is yet only nearly as asked."""

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

    def state(self, prospect: Prospect, answer: Answer) -> State:
        """Whether the answer is met (as a must would be), nearly met, missed, or not known."""
        satisfaction = self.satisfaction(prospect, answer)
        met = self.meets(prospect, answer)
        if satisfaction is None or met is None:
            return "unknown"
        if met:
            return "met" if satisfaction >= self.as_asked_from else "nearly"
        return "nearly" if satisfaction >= self.nearly_from else "missed"

    @abstractmethod
    def offered(self, prospect: Prospect) -> str | int | float | None:
        """What the career offers, as a word or a number; ``None`` when not known."""

    @abstractmethod
    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """What the career offers in a table's cell: "4-9 mo", "fully", "$51,140".

        With the answer, what counts for it.
        """

    @abstractmethod
    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """What the career offers, as a clause whose subject is the career.

        Begins with a verb in the third person: "has no patient contact".
        """

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """:meth:`reason` without what compares it with the answer: "pays $51,140"."""
        return self.reason(prospect, answer)

    @abstractmethod
    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """By how much the hard limit is missed: "needs 72 months; you set 9"."""

    def gain(self, one: Prospect, other: Prospect, answer: Answer) -> float:
        """By how much one career satisfies more than another, where a person would see it; else 0.

        What is not known is no gain, nor is what reads the same or is less than a tenth.
        """
        mine, theirs = self.satisfaction(one, answer), self.satisfaction(other, answer)
        if mine is None or theirs is None or mine - theirs < _SEEN_FROM:
            return 0.0
        return mine - theirs if self.brief(one, answer) != self.brief(other, answer) else 0.0

    def kind(self, prospect: Prospect) -> object:
        """What sets careers apart here: equal for two that every answer treats alike as a must.

        ``None`` where it is not known.
        """
        met = [
            None if answer is None else self.meets(prospect, answer)
            for answer in (self.parse(choice.value) for choice in self.choices)
        ]
        return None if None in met else tuple(met)

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """Answers that ask a little less, the smallest step first (design 4.10).

        ``None`` among them means that the criterion would not be asked at all.
        """
        return ()

    def asks(self, before: Answer, after: Answer | None) -> str:
        """What a wider answer asks of the person, after "if you": "took on night work"."""
        return f"asked for {NOT_KNOWN if after is None else self.wanted(after)}"

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """How far off the satisfaction may be (design 4.9).

        Independent parts, each a table of 20 equally likely values (or of 400, 20 for each of
        20); the satisfaction is their sum. Nothing where it is taken as it stands.
        """
        return ()

    def by_pay(
        self, prospect: Prospect, answer: Answer, factors: Sequence[float]
    ) -> Sequence[Table]:
        """Satisfactions if all pay were higher or lower by these factors (design 4.9).

        One table, or one for each part of its group that the career could be. Nothing where
        pay does not matter.
        """
        return ()


class NumberCriterion(Criterion):
    """A criterion whose answer is a whole number: a budget, a target."""

    more_is_stricter: ClassVar[bool]
    """Whether a larger number asks more of a career (a salary) or less (a study budget)."""
    smallest: ClassVar[int] = 0
    """The smallest number that the criterion understands."""
    largest: ClassVar[int]
    """The largest number that it understands."""

    @abstractmethod
    def limit(self, prospect: Prospect) -> int | None:
        """The strictest number that the career still meets as a must; ``None``: not known."""

    def gain(self, one: Prospect, other: Prospect, answer: Answer) -> float:
        """See :meth:`Criterion.gain`: the number itself has to be the better one, and visibly."""
        mine, theirs = self.limit(one), self.limit(other)
        if mine is None or theirs is None or (mine > theirs) != self.more_is_stricter:
            return 0.0
        if mine != theirs and abs(mine - theirs) < _SEEN_OF_A_NUMBER * max(mine, theirs):
            return 0.0
        return super().gain(one, other, answer)

    def kind(self, prospect: Prospect) -> object:
        """See :meth:`Criterion.kind`: numbers within a tenth or so are alike."""
        limit = self.limit(prospect)
        return None if limit is None else round(log1p(limit) / _ALIKE)

    @abstractmethod
    def amount(self, answer: int) -> str:
        """The number with its unit: "9 months", "$45,000"."""

    def accept(self, stored: object) -> Answer | None:
        """A stored whole number within bounds is taken as it is; anything else like typed text."""
        if (
            isinstance(stored, int)
            and not isinstance(stored, bool)
            and self.smallest <= stored <= self.largest
        ):
            return stored
        return super().accept(stored)


class ChoiceCriterion(Criterion):
    """A criterion whose answer is one of a few words."""

    def parse(self, text: str) -> Answer | None:
        """See :meth:`Criterion.parse`; case, spaces and underscores do not matter."""
        word = dashed(text)
        if word == ANY:
            return None
        if word not in {choice.value for choice in self.choices}:
            known = ", ".join([*(choice.value for choice in self.choices), ANY])
            raise WrongUse(
                f"'{quoted(text)}' is not an answer for {self.label}. Choose one of: {known}."
            )
        return word


class LevelCriterion(ChoiceCriterion):
    """A criterion of a level from 0 to 4: what each answer makes of each level is a table.

    ``by_level`` holds the satisfactions. What satisfies fully passes as a hard limit, and so does
    the level in ``also_as_must``.
    """

    by_level: ClassVar[Mapping[str, Sequence[float]]]
    also_as_must: ClassVar[Mapping[str, int]] = {}

    @abstractmethod
    def level(self, prospect: Prospect, answer: Answer) -> int | None:
        """The career's level that counts for the answer; ``None``: not known."""

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """See :meth:`Criterion.satisfaction`: what the table says of the level."""
        level = self.level(prospect, answer)
        return None if level is None else self.by_level[str(answer)][level]

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """See :meth:`Criterion.meets`."""
        level = self.level(prospect, answer)
        if level is None:
            return None
        word = str(answer)
        return self.by_level[word][level] == 1.0 or self.also_as_must.get(word) == level

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """The level is judged: it may be one off."""
        level = self.level(prospect, answer)
        if level is None:
            return ()
        table = self.by_level[str(answer)]
        return ([table[near] for near in levels_nearby(level, len(table) - 1)],)


# Satisfactions by how much there is of what is to be avoided.
_AVOIDED = (1.0, 0.7, 0.0)


class AvoidCriterion(Criterion):
    """A criterion whose answer is a set of things to stay away from."""

    several: ClassVar[bool] = True
    # What some employers ask for, a person has yet to find an employer without.
    as_asked_from: ClassVar[float] = 1.0
    # What most employers ask for is missed, whatever else is met.
    nearly_from: ClassVar[float] = 1.0

    def parse(self, text: str) -> Answer | None:
        """See :meth:`Criterion.parse`; words separated by commas."""
        words = [word for word in map(dashed, text.split(",")) if word]
        if words == [ANY]:
            return None
        known = [choice.value for choice in self.choices]
        for word in words:
            if word not in known:
                raise WrongUse(
                    f"'{quoted(word)}' is not an answer for {self.label}. "
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
        """The mean over the things to avoid: 1 little or none, .7 some, 0 a lot.

        Where there is some, other employers have none: more than half met.
        """
        degrees = self.degrees(prospect)
        found = [degrees[value] for value in _words(answer)]
        known = [_AVOIDED[degree] for degree in found if degree is not None]
        return sum(known) / len(found) if len(known) == len(found) else None

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

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """One thing fewer to avoid; of a single one, nothing left to avoid."""
        chosen = _words(answer)
        return [tuple(v for v in chosen if v != gone) or None for gone in chosen]

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See :meth:`Criterion.asks`."""
        kept = () if after is None else _words(after)
        return f"did not mind {listed([self.named(v) for v in _words(before) if v not in kept])}"

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See :meth:`Criterion.short`: what there is a lot of, else some of, else little."""
        degrees = self.degrees(prospect)
        if answer is not None:
            degrees = {value: degrees[value] for value in _words(answer)}
        for degree, word in ((2, ""), (1, "some "), (0, f"{self.amount_words()[0]} ")):
            named = [self.in_short(v) for v, found in degrees.items() if found == degree]
            if named:
                return word + ", ".join(named)
        return NOT_KNOWN

    @abstractmethod
    def in_short(self, value: str) -> str:
        """The thing to stay away from in a table's cell: "nights"."""

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """Each amount may be one too low or too high."""
        degrees = self.degrees(prospect)
        words = _words(answer)
        tables = []
        for value in words:
            degree = degrees[value]
            if degree is None:
                return ()
            tables.append([_AVOIDED[d] / len(words) for d in levels_nearby(degree, 2)])
        return tables


def _words(answer: Answer) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else (str(answer),)


def levels_nearby(level: int, top: int) -> list[int]:
    """Equally likely values of a judged level on a scale from 0 to ``top`` (design 4.9).

    >>> levels_nearby(0, 4).count(1)
    1
    """
    off = 100 // _LEVEL_OFF_IN_100
    return [max(0, level - 1), *[level] * (off - 2), min(top, level + 1)]


def tidy(text: str) -> str:
    """Typed text in small letters, with single blanks and of bounded length.

    Every pattern that an answer is matched with sees only this, so none can take long. What
    is longer than any answer ends in a sign that no pattern takes.
    """
    words = " ".join(text.lower().split())
    return words if len(words) <= _LONGEST_ANSWER else words[:_LONGEST_ANSWER] + "…"


def dashed(text: str) -> str:
    """Typed text as a value: "No Nights" and "no_nights" as "no-nights"."""
    return tidy(text.replace("_", " ")).replace(" ", "-")


def quoted(text: str) -> str:
    """What a person typed, as it is repeated to them: short and on one line."""
    return shorten(text, _LONGEST_ANSWER)
