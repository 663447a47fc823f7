"""What a person may care about: one file each, all of them listed in the registry."""

from careeradvisor.criteria.base import Choice, Criterion, NumberCriterion, State
from careeradvisor.criteria.registry import ALL, BY_KEY, criterion_named

__all__ = [
    "ALL",
    "BY_KEY",
    "Choice",
    "Criterion",
    "NumberCriterion",
    "State",
    "criterion_named",
]
