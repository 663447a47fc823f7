"""A person's answers, as plain values.

An answer is kept in the form in which it stands in the profile file: a word
(``"none"``), a whole number (months, dollars) or a tuple of words. What a word
means is the criterion's business, not this module's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import EducationLevel

Answer = str | int | tuple[str, ...]
Pace = Literal["full", "half"]
Reason = Literal["", "contact", "study", "pay", "place", "kind-of-work"]
"""What puts a person off a career; "" where they did not say."""
LONGEST_WORK = 720
"""Months: sixty years, longer than anybody works."""
MOST_LEFT_OUT = 300
"""Careers that a person may leave out by name."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said about themselves and about what they want.

    ``wants`` maps a criterion's key (``"patient_contact"``) to the answer; a
    criterion with no preference is not in it. ``education`` is what the person
    has finished, ``holds`` the credential ids they have, ``state`` a two-letter
    code or ``None`` for the nation, ``area`` the OEWS code of one of its areas.
    ``worked`` maps career ids to months of paid work in them, ``pace`` says how fast the
    person can study, ``sciences`` whether they have college science. ``must`` and ``priorities``
    hold criterion keys; ``priorities`` runs from the most to the least important, and criteria
    left out of it tie for last. ``without`` maps the ids of careers that are not for the person,
    whatever speaks for them, to what puts the person off.
    """

    wants: Mapping[str, Answer] = field(default_factory=dict)
    education: EducationLevel = "high-school"
    holds: tuple[str, ...] = ()
    state: str | None = None
    area: str | None = None
    worked: Mapping[str, int] = field(default_factory=dict)
    pace: Pace = "full"
    sciences: bool = False
    must: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    without: Mapping[str, Reason] = field(default_factory=dict)

    def with_want(self, key: str, answer: Answer | None) -> Answers:
        """The same answers with one changed; ``None`` takes the preference away.

        A criterion without a preference can be neither a must nor a priority.
        """
        wants = {k: v for k, v in self.wants.items() if k != key}
        if answer is not None:
            wants[key] = answer
            return replace(self, wants=wants)
        return replace(
            self,
            wants=wants,
            must=tuple(k for k in self.must if k != key),
            priorities=tuple(k for k in self.priorities if k != key),
        )

    def without_must(self, key: str) -> Answers:
        """The same answers with ``key`` a wish instead of a hard limit."""
        return replace(self, must=tuple(k for k in self.must if k != key))
