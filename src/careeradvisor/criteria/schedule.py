"""Nights, weekends and on-call duty that a person does not want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import AvoidCriterion, Choice

if TYPE_CHECKING:
    from careeradvisor.prospects import Prospect

DEGREES = {"rare": 0, "some": 1, "usual": 2}
_SHORT = {"no-nights": "nights", "no-weekends": "weekends", "no-on-call": "on call"}
_NAMED = {"no-nights": "night work", "no-weekends": "weekend work", "no-on-call": "on-call duty"}


class Schedule(AvoidCriterion):
    """Answers name the hours that are not acceptable."""

    name = "schedule"
    label = "working hours"
    head = "Hours"
    question = "Which hours do you not want to work?"
    why = (
        "Hospitals never close, so many health jobs have nights, weekends or on-call duty. "
        "'Some' means that it depends on the employer: you can look for one without."
    )
    metavar = "no-nights,no-weekends,no-on-call or any"
    choices = (
        Choice("no-nights", "No nights"),
        Choice("no-weekends", "No weekends"),
        Choice("no-on-call", "No on-call duty"),
    )

    def degrees(self, prospect: Prospect) -> dict[str, int | None]:
        """See AvoidCriterion."""
        work = prospect.career.work
        return {
            "no-nights": DEGREES[work.nights] if work and work.nights else None,
            "no-weekends": DEGREES[work.weekends] if work and work.weekends else None,
            "no-on-call": DEGREES[work.on_call] if work and work.on_call else None,
        }

    def in_short(self, value: str) -> str:
        """See AvoidCriterion."""
        return _SHORT[value]

    def named(self, value: str) -> str:
        """See AvoidCriterion."""
        return _NAMED[value]

    def amount_words(self) -> tuple[str, str, str]:
        """See AvoidCriterion."""
        return ("rare", "some", "usual")
