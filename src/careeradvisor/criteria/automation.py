"""How much of the work may change with language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import NOT_KNOWN, Choice, ChoiceCriterion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

# Limits for each measure on its own scale from 0 to 1.
_UP_TO = {"low": 0.2, "moderate": 0.4}
_WANTED = {
    "low": "few tasks that language models may change",
    "moderate": "at most a moderate share of tasks that language models may change",
}


class Automation(ChoiceCriterion):
    """Three measures that disagree: the satisfaction is the mean over those that are published.

    For each it is 1 up to the wanted share, falling linearly to 0 at all tasks. As a must the
    middle one counts, so that no single measure decides.
    """

    name = "automation"
    label = "change by AI"
    head = "AI"
    question = "How much may language models change the work?"
    why = (
        "Three studies measure it: which share of the tasks a language model could speed up a lot "
        "(2023), and how much of the work people already do with two assistants (2025). They "
        "disagree, so the answer is a range. It is change, not doom: people who learn the tools "
        "often gain. Hands-on work is changed least, work with documents most."
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
        """The mean over the published measures."""
        measures = _measures(prospect)
        if not measures:
            return None
        limit = _UP_TO[str(answer)]
        return sum(min(1.0, (1.0 - m) / (1.0 - limit)) for m in measures) / len(measures)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """The middle measure is at or below the wanted share."""
        measures = _measures(prospect)
        return _middle(measures) <= _UP_TO[str(answer)] if measures else None

    def offered(self, prospect: Prospect) -> float | None:
        """The middle measure, 0 to 1."""
        measures = _measures(prospect)
        return _middle(measures) if measures else None

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion: the range; with the answer the middle measure too, which decides."""
        measures = _measures(prospect)
        if not measures:
            return NOT_KNOWN
        if answer is None or len(measures) == 1:
            return f"{_range(measures)}%"
        return f"{_middle(measures) * 100:.0f}% ({_range(measures)})"

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """The range over the measures."""
        measures = _measures(prospect)
        if not measures:
            return "has no rating of how AI may change it"
        return f"has {_range(measures)} in 100 tasks that AI may change, by {_studies(measures)}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"{self.reason(prospect, answer)}; you want at most {_UP_TO[str(answer)] * 100:.0f}"

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """Low, moderate."""
        return ("moderate",) if answer == "low" else ()

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return f"accepted {_WANTED[str(after)]}"


def _measures(prospect: Prospect) -> list[float]:
    """Those that are published: tasks exposed, use seen at Microsoft, at Anthropic."""
    automation = prospect.career.automation
    if automation is None:
        return []
    measures = (automation.share, automation.microsoft, automation.anthropic)
    return [m for m in measures if m is not None]


def _middle(measures: Sequence[float]) -> float:
    """The middle one; of two, what lies between them."""
    ordered = sorted(measures)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def _range(measures: Sequence[float]) -> str:
    low, high = round(min(measures) * 100), round(max(measures) * 100)
    return str(low) if low == high else f"{low} to {high}"


def _studies(measures: Sequence[float]) -> str:
    return ("one study", "two studies", "three studies")[len(measures) - 1]
