"""What a person may care about: one file each, all of them listed in the registry."""

from careeradvisor.criteria.base import Change, Choice, Criterion, NumberCriterion
from careeradvisor.criteria.registry import ALL, BY_KEY, criterion_named

__all__ = [
    "ALL",
    "BY_KEY",
    "Change",
    "Choice",
    "Criterion",
    "NumberCriterion",
    "criterion_named",
]
