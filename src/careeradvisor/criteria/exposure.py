"""Infection, ionising radiation and bodily fluids that a person wants to stay away from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import AvoidCriterion, Choice

if TYPE_CHECKING:
    from careeradvisor.prospects import Prospect

DEGREES = {"little": 0, "some": 1, "much": 2}


class Exposure(AvoidCriterion):
    """Answers name what the person wants to stay away from."""

    name = "exposure"
    label = "exposure"
    head = "Exposure"
    question = "What do you want to stay away from at work?"
    why = (
        "Training and equipment keep these risks small, yet not everyone wants to work near them. "
        "Radiation means X-rays and radioactive material, not MRI or ultrasound."
    )
    metavar = "infection,radiation,fluids or any"
    choices = (
        Choice("infection", "Infectious people or samples"),
        Choice("radiation", "Radiation"),
        Choice("fluids", "Blood and other bodily fluids"),
    )

    def degrees(self, prospect: Prospect) -> dict[str, int | None]:
        """See AvoidCriterion."""
        work = prospect.career.work
        return {
            "infection": DEGREES[work.infection] if work and work.infection else None,
            "radiation": DEGREES[work.radiation] if work and work.radiation else None,
            "fluids": DEGREES[work.fluids] if work and work.fluids else None,
        }

    def in_short(self, value: str) -> str:
        """See AvoidCriterion."""
        return value

    def named(self, value: str) -> str:
        """See AvoidCriterion."""
        return {"fluids": "bodily fluids"}.get(value, value)

    def amount_words(self) -> tuple[str, str, str]:
        """See AvoidCriterion."""
        return ("little", "some", "much")
