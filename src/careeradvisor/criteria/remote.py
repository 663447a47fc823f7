"""Work from home: what the role allows, and how new entrants start (design 4.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from careeradvisor.catalogue.levels import REMOTE, STARTS
from careeradvisor.criteria.base import (
    NOT_KNOWN,
    Choice,
    LevelCriterion,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

FROM_DAY_ONE = "from-day-one"
_WIDER = {FROM_DAY_ONE: "only", "only": "mostly", "mostly": "hybrid"}
_SHORT = ("never", "rarely", "hybrid", "mostly", "fully")
_CAN = (
    "cannot be done from home",
    "can rarely be done from home",
    "can be done from home for part of the week",
    "can mostly be done from home",
    "can be done fully from home",
)
_RARELY = 1
_WANTED = {
    FROM_DAY_ONE: "work from home from the first day",
    "only": "work from home only",
    "mostly": "work mostly from home",
    "hybrid": "work from home at least part of the week",
    "on-site": "work on site",
}


_ACCEPTED = {
    "only": "that people start on site before they work from home",
    "mostly": "some days on site",
    "hybrid": "work from home for only part of the week",
}


class Remote(LevelCriterion):
    """Careers have a level from 0 (never) to 4 (fully).

    ``from-day-one`` asks the level at which new people start, the others the level that
    experienced people can get.
    """

    name = "remote"
    label = "work from home"
    head = "From home"
    question = "Do you need to work from home?"
    why = (
        "Few health jobs can be done wholly at home, and many that can still start new people on "
        "site. The level is what experienced people can usually get; each result also says how "
        "people start."
    )
    metavar = "from-day-one|only|mostly|hybrid|on-site|any"
    choices = (
        Choice(FROM_DAY_ONE, "From home from the first day"),
        Choice("only", "Only from home"),
        Choice("mostly", "Mostly from home"),
        Choice("hybrid", "Part of the week from home"),
        Choice("on-site", "On site, with other people"),
    )
    further = False
    # A rare day at home is next to none for whoever asks for a part of every week.
    by_level: ClassVar = {
        FROM_DAY_ONE: (0.0, 0.15, 0.6, 1.0, 1.0),
        "only": (0.0, 0.1, 0.4, 0.75, 1.0),
        "mostly": (0.0, 0.15, 0.6, 1.0, 1.0),
        "hybrid": (0.0, 0.2, 1.0, 1.0, 1.0),
        "on-site": (1.0, 1.0, 0.6, 0.3, 0.0),
    }

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def level(self, prospect: Prospect, answer: Answer) -> int | None:
        """See LevelCriterion."""
        remote = prospect.career.remote
        if remote is None:
            return None
        return remote.entry if answer == FROM_DAY_ONE else remote.level

    def offered(self, prospect: Prospect) -> str | None:
        """The level's word."""
        remote = prospect.career.remote
        return None if remote is None else REMOTE[remote.level]

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        level = self.level(prospect, answer or "")
        return NOT_KNOWN if level is None else _SHORT[level]

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """From the first day, only, mostly, part of the week."""
        wider = _WIDER.get(str(answer))
        return () if wider is None else (wider,)

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return f"accepted {_ACCEPTED[str(after)]}"

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """Always says how new entrants start."""
        remote = prospect.career.remote
        if remote is None:
            return "does not say whether it can be done from home"
        if remote.level == remote.entry == 0:
            return "cannot be done from home: everyone starts and works on site"
        if remote.level == remote.entry:
            return f"{_CAN[remote.level]}{_less(remote.level, answer)}, for new people too"
        # Nothing is conceded where even experienced people are rarely at home.
        link = "though" if remote.entry < remote.level > _RARELY else "and"
        can = _CAN[remote.level] + _less(remote.level, answer)
        return f"{can}, {link} new people usually start {STARTS[remote.entry]}"

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion: the level that counts for the answer."""
        remote = prospect.career.remote
        if remote is None:
            return self.reason(prospect, answer)
        if answer == FROM_DAY_ONE:
            return f"starts new people {STARTS[remote.entry]}"
        return _CAN[remote.level] + _less(remote.level, answer)

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        remote = prospect.career.remote
        assert remote is not None
        if answer == FROM_DAY_ONE:
            return f"starts new people {STARTS[remote.entry]}; you want {_WANTED[FROM_DAY_ONE]}"
        return f"{_CAN[remote.level]}; you want {_WANTED[str(answer)]}"


def _less(level: int, answer: Answer) -> str:
    """What is added where a level that sounds like much is less than was asked for."""
    less = level < Remote.by_level[str(answer)].index(1.0)
    return {3: ", not wholly", 2: " only"}.get(level, "") if less else ""
