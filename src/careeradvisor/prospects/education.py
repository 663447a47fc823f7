"""Levels of education and the usual months between them.

Conventions of the design (part 4.4): from high school an associate degree costs
24 months and a bachelor's 48, and an associate counts 24 towards a bachelor's.
A master's counts 24 beyond a bachelor's, a doctorate 48. Two more are this
program's own, and conservative: a high-school equivalency costs 6 months, and
"some college" counts as one year of credits (12 months).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from careeradvisor.catalogue.model import EducationLevel

if TYPE_CHECKING:
    from typing import TypeGuard

LEVELS: tuple[EducationLevel, ...] = get_args(EducationLevel)

_REACH: dict[EducationLevel, int] = {
    "none": -6,
    "high-school": 0,
    "some-college": 12,
    "associate": 24,
    "bachelor": 48,
    "master": 72,
    "doctorate": 96,
}
RANK: dict[EducationLevel, int] = {level: i for i, level in enumerate(LEVELS)}

DEGREE_NAMES: dict[EducationLevel, str] = {
    "none": "no diploma",
    "high-school": "high-school diploma or equivalent",
    "some-college": "a year of college credits",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "master": "master's degree",
    "doctorate": "doctorate",
}


def is_level(text: str) -> TypeGuard[EducationLevel]:
    """Whether ``text`` names a level of education (rather than a credential)."""
    return text in _REACH


def months_between(have: EducationLevel, need: EducationLevel) -> int:
    """Usual full-time months from one level to another; 0 when it is already reached."""
    return max(0, _REACH[need] - _REACH[have])


def higher(a: EducationLevel, b: EducationLevel | None) -> EducationLevel:
    """The higher of two levels; ``None`` counts as lower than any."""
    if b is None or RANK[a] >= RANK[b]:
        return a
    return b
