"""Work from home: what the role allows, and how new entrants start (design 4.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.levels import REMOTE, STARTS
from careeradvisor.criteria.base import Choice, ChoiceCriterion, band_satisfaction

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_TOP = len(REMOTE) - 1
BANDS = {"only": (4, 4), "mostly": (3, 4), "hybrid": (2, 4), "on-site": (0, 1)}
_CAN = (
    "cannot be done from home",
    "can rarely be done from home",
    "can be done from home for part of the week",
    "can mostly be done from home",
    "can be done fully from home",
)
_WANTED = {
    "only": "work from home only",
    "mostly": "work mostly from home",
    "hybrid": "work from home at least part of the week",
    "on-site": "work on site",
}


class Remote(ChoiceCriterion):
    """Careers have a level from 0 (never) to 4 (fully); answers are bands of it."""

    name = "remote"
    label = "work from home"
    question = "Do you need to work from home?"
    why = (
        "Few health jobs can be done wholly at home, and many that can still start new people on "
        "site. The level is what experienced people can usually get; each result also says how "
        "people start."
    )
    metavar = "only|mostly|hybrid|on-site|any"
    choices = (
        Choice("only", "Only from home"),
        Choice("mostly", "Mostly from home"),
        Choice("hybrid", "Part of the week from home"),
        Choice("on-site", "On site, with other people"),
    )
    further = False

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 inside the answer's band, falling linearly to 0 at the far end of the scale."""
        remote = prospect.career.remote
        if remote is None:
            return None
        low, high = BANDS[str(answer)]
        return band_satisfaction(remote.level, low, high, _TOP)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """Inside the band."""
        remote = prospect.career.remote
        if remote is None:
            return None
        low, high = BANDS[str(answer)]
        return low <= remote.level <= high

    def offered(self, prospect: Prospect) -> str | None:
        """The level's word."""
        remote = prospect.career.remote
        return None if remote is None else REMOTE[remote.level]

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """Always says how new entrants start."""
        remote = prospect.career.remote
        if remote is None:
            return "does not say whether it can be done from home"
        if remote.level == remote.entry == 0:
            return "cannot be done from home: everyone starts and works on site"
        if remote.level == remote.entry:
            return f"{_CAN[remote.level]}, for new people too"
        link = "though" if remote.entry < remote.level else "and"
        return f"{_CAN[remote.level]}, {link} new people usually start {STARTS[remote.entry]}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        remote = prospect.career.remote
        assert remote is not None
        return f"{_CAN[remote.level]}; you want {_WANTED[str(answer)]}"
