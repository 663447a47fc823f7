"""Standing, lifting and the strain of one posture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from careeradvisor.criteria.base import (
    NOT_KNOWN,
    Choice,
    LevelCriterion,
    levels_nearby,
)
from careeradvisor.criteria.exposure import DEGREES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Amount, Work
    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_SHORT = ("very light", "light", "moderate", "heavy", "very heavy")
_BENT_AT_MOST = 3
_WANTED = {
    "light": "light physical work",
    "moderate": "at most moderate physical work",
    "active": "work on your feet",
}


class Physical(LevelCriterion):
    """Demand is standing plus lifting plus posture, each little 0, some 1, much 2.

    Posture alone makes no work very heavy: with it the demand is at most 3, unless it was more.
    To whoever wants to be on their feet a strained posture is nothing to the purpose.
    """

    name = "physical"
    label = "physical demands"
    head = "Physical"
    question = "How physical do you want the work to be?"
    why = (
        "Standing all day, moving patients and working bent over them wear people out, and are why "
        "many leave the bedside. "
        "Others would not want to sit all day."
    )
    metavar = "light|moderate|active|any"
    choices = (
        Choice("light", "Light: mostly seated, hardly any lifting"),
        Choice("moderate", "Up to moderate: some standing and lifting"),
        Choice("active", "Active: I want to be on my feet"),
    )
    # Whoever asks for light work mostly has a reason, and heavy work is not nearly light.
    by_level: ClassVar = {
        "light": (1.0, 1.0, 0.6, 0.2, 0.0),
        "moderate": (1.0, 1.0, 1.0, 0.5, 0.0),
        "active": (0.0, 0.5, 1.0, 1.0, 1.0),
    }

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def level(self, prospect: Prospect, answer: Answer) -> int | None:
        """See LevelCriterion: what there is of each, together."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return None
        return _demand(DEGREES[work.standing], DEGREES[work.lifting], _posture(work, answer))

    def offered(self, prospect: Prospect) -> str | None:
        """As "standing much, lifting some"."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return None
        posture = "" if work.posture is None else f", posture {work.posture}"
        return f"standing {work.standing}, lifting {work.lifting}{posture}"

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        demand = self.level(prospect, answer or "")
        return NOT_KNOWN if demand is None else _SHORT[demand]

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """Light, moderate."""
        return ("moderate",) if answer == "light" else ()

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return "accepted some standing and lifting"

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """All three are judged: standing and lifting may each be one off."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return ()
        by_demand = self.by_level[str(answer)]
        standing = levels_nearby(DEGREES[work.standing], 2)
        lifting = levels_nearby(DEGREES[work.lifting], 2)
        posture = _posture(work, answer)
        return ([by_demand[_demand(a, b, posture)] for a in standing for b in lifting],)

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        work = prospect.career.work
        if work is None or work.standing is None or work.lifting is None:
            return "has physical demands that are not known"
        if work.posture is None:
            return f"asks for {work.standing} standing and {work.lifting} lifting"
        return (
            f"asks for {work.standing} standing, {work.lifting} lifting and {work.posture} strain "
            "by posture or repeated movement"
        )

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"{self.reason(prospect, answer)}; you want {_WANTED[str(answer)]}"


def _demand(standing: int, lifting: int, posture: Amount) -> int:
    upright = standing + lifting
    return max(upright, min(_BENT_AT_MOST, upright + DEGREES[posture]))


def _posture(work: Work, answer: Answer) -> Amount:
    return "little" if answer == "active" else work.bent
