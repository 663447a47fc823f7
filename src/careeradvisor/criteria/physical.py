"""Standing and lifting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import Choice, ChoiceCriterion, band_satisfaction
from careeradvisor.criteria.exposure import DEGREES

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_BANDS = {"light": (0, 1), "moderate": (0, 2), "active": (2, 4)}
_TOP = 4
_WANTED = {
    "light": "light physical work",
    "moderate": "at most moderate physical work",
    "active": "work on your feet",
}


class Physical(ChoiceCriterion):
    """Demand is standing plus lifting, each little 0, some 1, much 2; answers are bands of it."""

    name = "physical"
    label = "physical demands"
    question = "How physical may the work be?"
    why = (
        "Standing all day and moving patients wear people out, and are why many leave the bedside. "
        "Others would not want to sit all day."
    )
    metavar = "light|moderate|active|any"
    choices = (
        Choice("light", "Light: mostly seated, hardly any lifting"),
        Choice("moderate", "Up to moderate: some standing and lifting"),
        Choice("active", "Active: on my feet"),
    )

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 inside the answer's band, falling linearly to 0 at the far end of the scale."""
        demand = _demand(prospect)
        if demand is None:
            return None
        low, high = _BANDS[str(answer)]
        return band_satisfaction(demand, low, high, _TOP)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """Inside the band."""
        demand = _demand(prospect)
        if demand is None:
            return None
        low, high = _BANDS[str(answer)]
        return low <= demand <= high

    def offered(self, prospect: Prospect) -> str | None:
        """As "standing much, lifting some"."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return None
        return f"standing {work.standing}, lifting {work.lifting}"

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return "has physical demands that are not known"
        return f"asks for {work.standing} standing and {work.lifting} lifting"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"{self.reason(prospect, answer)}; you want {_WANTED[str(answer)]}"


def _demand(prospect: Prospect) -> int | None:
    work = prospect.career.work
    if work is None or work.standing is None or work.lifting is None:
        return None
    return DEGREES[work.standing] + DEGREES[work.lifting]
