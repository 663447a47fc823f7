"""How much of the work may change with language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import Choice, ChoiceCriterion, band_satisfaction

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_UP_TO = {"low": 0.2, "moderate": 0.4}
_WANTED = {
    "low": "few tasks that language models may change",
    "moderate": "at most a moderate share of tasks that language models may change",
}


class Automation(ChoiceCriterion):
    """1 up to the wanted share of exposed tasks, falling linearly to 0 at all tasks."""

    name = "automation"
    label = "change by AI"
    question = "How much may language models change the work?"
    why = (
        "Researchers rated for each occupation the share of tasks that a language model could "
        "speed up a lot. That is change, not doom: people who learn the tools often gain. Hands-on "
        "work has the lowest shares, work with documents the highest."
    )
    metavar = "low|moderate|any"
    choices = (
        Choice("low", "Little: at most a fifth of the tasks"),
        Choice("moderate", "Up to two fifths of the tasks"),
    )

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 up to the wanted share, then falling linearly to 0 at a share of 1."""
        share = self.offered(prospect)
        return None if share is None else band_satisfaction(share, 0.0, _UP_TO[str(answer)], 1.0)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """At or below the wanted share."""
        share = self.offered(prospect)
        return None if share is None else share <= _UP_TO[str(answer)]

    def offered(self, prospect: Prospect) -> float | None:
        """Share of tasks exposed, 0 to 1, as rated by people."""
        automation = prospect.career.automation
        return None if automation is None else automation.share

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        share = self.offered(prospect)
        if share is None:
            return "has no rating of how AI may change it"
        return f"has about {share * 100:.0f} in 100 tasks that language models may change"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        share = self.offered(prospect)
        assert share is not None
        return (
            f"has {share * 100:.0f} in 100 tasks that language models may change; "
            f"you want at most {_UP_TO[str(answer)] * 100:.0f}"
        )
