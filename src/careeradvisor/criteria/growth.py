"""Projected change of employment over the decade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import NOT_KNOWN, Choice, ChoiceCriterion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

# BLS calls 3 percent the average of all occupations 2024-34 and 7 or more "much faster".
_AT_LEAST = {"stable": 0.0, "average": 3.0, "fast": 7.0}
_WANTED = {
    "stable": "jobs that do not become fewer",
    "average": "growth at least as fast as the average",
    "fast": "growth much faster than the average",
}
_WIDER = {"fast": "average", "average": "stable"}
_FALL = 10.0


class Growth(ChoiceCriterion):
    """1 from the wanted growth on, falling to 0 at ten percentage points below it."""

    name = "growth"
    label = "job growth"
    head = "Job growth"
    question = "How fast should the number of jobs grow?"
    why = (
        "The Bureau of Labor Statistics projects how many jobs there will be in ten years. All "
        "occupations together grow by about 3 percent. Openings matter as well: a big occupation "
        "that hardly grows can have more openings than a small one that grows fast."
    )
    metavar = "stable|average|fast|any"
    choices = (
        Choice("stable", "It should not shrink"),
        Choice("average", "At least as fast as the average (3 percent in ten years)"),
        Choice("fast", "Much faster than the average (7 percent or more)"),
    )

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 at the wanted growth or above, falling linearly to 0 ten points below it."""
        change = self.offered(prospect)
        if change is None:
            return None
        return min(1.0, max(0.0, 1.0 - (_AT_LEAST[str(answer)] - change) / _FALL))

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """At or above the wanted growth."""
        change = self.offered(prospect)
        return None if change is None else change >= _AT_LEAST[str(answer)]

    def offered(self, prospect: Prospect) -> float | None:
        """Projected change in percent."""
        outlook = prospect.career.outlook
        return None if outlook is None else outlook.change_percent

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        change = self.offered(prospect)
        return NOT_KNOWN if change is None else f"{change:+g}%" if change else "0%"

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """Fast, average, stable."""
        wider = _WIDER.get(str(answer))
        return () if wider is None else (wider,)

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return f"were content with {_WANTED[str(after)]}"

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """The change, the period and the openings."""
        outlook = prospect.career.outlook
        if outlook is None or outlook.change_percent is None:
            return "has no published projection of jobs"
        text = self.brief(prospect, answer)
        if outlook.openings is not None:
            text += f", with about {outlook.openings:,} openings a year"
            if outlook.openings_group:
                text += f" for all {outlook.openings_group}"
        return text

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """The change and the period."""
        outlook = prospect.career.outlook
        if outlook is None or outlook.change_percent is None:
            return self.reason(prospect, answer)
        change = outlook.change_percent
        verb = "grows" if change > 0 else "shrinks" if change < 0 else "keeps its number of jobs"
        by = f" by {abs(change):g} percent" if change else ""
        return f"{verb}{by} in {outlook.period}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return (
            f"changes by {self.offered(prospect):+g} percent; "
            f"you want {_AT_LEAST[str(answer)]:+g} or more"
        )
