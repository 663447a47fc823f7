"""Standing and lifting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import (
    NOT_KNOWN,
    Choice,
    ChoiceCriterion,
    band_satisfaction,
    levels_nearby,
)
from careeradvisor.criteria.exposure import DEGREES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_BANDS = {"light": (0, 1), "moderate": (0, 2), "active": (2, 4)}
_TOP = 4
# By demand: whoever asks for light work mostly has a reason, and heavy work is not nearly light.
_LIGHT = (1.0, 1.0, 0.6, 0.2, 0.0)
_SHORT = ("very light", "light", "moderate", "heavy", "very heavy")
_WANTED = {
    "light": "light physical work",
    "moderate": "at most moderate physical work",
    "active": "work on your feet",
}


class Physical(ChoiceCriterion):
    """Demand is standing plus lifting, each little 0, some 1, much 2; answers are bands of it."""

    name = "physical"
    label = "physical demands"
    head = "Physical"
    question = "How physical do you want the work to be?"
    why = (
        "Standing all day and moving patients wear people out, and are why many leave the bedside. "
        "Others would not want to sit all day."
    )
    metavar = "light|moderate|active|any"
    choices = (
        Choice("light", "Light: mostly seated, hardly any lifting"),
        Choice("moderate", "Up to moderate: some standing and lifting"),
        Choice("active", "Active: I want to be on my feet"),
    )

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 inside the answer's band, less with the distance; see :func:`_satisfaction`."""
        demand = _demand(prospect)
        return None if demand is None else _satisfaction(demand, answer)

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

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        demand = _demand(prospect)
        return NOT_KNOWN if demand is None else _SHORT[demand]

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """Light, moderate."""
        return ("moderate",) if answer == "light" else ()

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return "accepted some standing and lifting"

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """Standing and lifting are judged: each may be one off."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return ()
        by_demand = [_satisfaction(demand, answer) for demand in range(_TOP + 1)]
        standing = levels_nearby(DEGREES[work.standing], 2)
        lifting = levels_nearby(DEGREES[work.lifting], 2)
        return ([by_demand[a + b] for a in standing for b in lifting],)

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return "has physical demands that are not known"
        return f"asks for {work.standing} standing and {work.lifting} lifting"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"{self.reason(prospect, answer)}; you want {_WANTED[str(answer)]}"


def _satisfaction(demand: int, answer: Answer) -> float:
    """Falls linearly to 0 at the far end of the scale, for light faster."""
    if answer == "light":
        return _LIGHT[demand]
    low, high = _BANDS[str(answer)]
    return band_satisfaction(demand, low, high, _TOP)


def _demand(prospect: Prospect) -> int | None:
    work = prospect.career.work
    if work is None or work.standing is None or work.lifting is None:
        return None
    return DEGREES[work.standing] + DEGREES[work.lifting]
