"""How much of the work is spent with patients (design 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.levels import PATIENT_CONTACT
from careeradvisor.criteria.base import (
    NOT_KNOWN,
    Choice,
    ChoiceCriterion,
    band_satisfaction,
    levels_nearby,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

_TOP = len(PATIENT_CONTACT) - 1
BANDS = {"none": (0, 0), "a-little": (1, 1), "some": (2, 2), "a-lot": (3, 4)}
# By level. Whoever wants none means it: part of most days is far off. Whoever wants some is nearer
# to a lot of it than to none: it is what the work is about.
_FALLS = {"none": (1.0, 0.7, 0.3, 0.1, 0.0), "some": (0.0, 0.5, 1.0, 0.7, 0.4)}
# As a hard limit "none" and "a little" mean "at most", "some" leaves out both ends (design 4.3).
_LIMITS = {"none": (0, 0), "a-little": (0, 1), "some": (1, 2), "a-lot": (3, 4)}
_WIDER: dict[str, str] = {"none": "a-little", "a-little": "some", "a-lot": "some"}
_SHORT = ("none", "a little", "some", "a lot", "constant")
_HAS = (
    "has no patient contact",
    "has occasional patient contact, brief or by phone or video",
    "has patient contact in part of most days",
    "has patient contact most of the day",
    "has constant, hands-on patient contact",
)
_INSTEAD = {"none": "none", "a-little": "a little", "a-lot": "a lot"}
_WANTED = {
    "none": "no patient contact",
    "a-little": "a little patient contact",
    "some": "some patient contact",
    "a-lot": "a lot of patient contact",
}


class PatientContact(ChoiceCriterion):
    """Careers have a level from 0 (none) to 4 (constant, hands-on); answers are bands of it."""

    name = "patient-contact"
    label = "patient contact"
    head = "Patients"
    question = "How much contact with patients do you want?"
    why = (
        "Some people go into healthcare to be with patients; others want to help from behind the "
        "scenes. Talking by phone or video counts as a little; caring for people with your hands "
        "for most of the day counts as a lot."
    )
    metavar = "none|a-little|some|a-lot|any"
    choices = (
        Choice("none", "None: records, samples, data or equipment"),
        Choice("a-little", "A little: brief, or by phone or video"),
        Choice("some", "Some: part of most days"),
        Choice("a-lot", "A lot: most of the day, often hands-on"),
    )
    further = False
    # A little passes where somebody wants some, and is further off than a lot.
    as_asked_from = 0.6

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """1 inside the answer's band, less with the distance; see :func:`_satisfaction`."""
        contact = prospect.career.patient_contact
        return None if contact is None else _satisfaction(contact.level, answer)

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """None, a little: at most that. Some: neither none nor most of the day. A lot: at least."""
        contact = prospect.career.patient_contact
        if contact is None:
            return None
        low, high = _LIMITS[str(answer)]
        return low <= contact.level <= high

    def offered(self, prospect: Prospect) -> str | None:
        """The level's word."""
        contact = prospect.career.patient_contact
        return None if contact is None else PATIENT_CONTACT[contact.level]

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        contact = prospect.career.patient_contact
        return NOT_KNOWN if contact is None else _SHORT[contact.level]

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """None, a little, some; or a lot, some."""
        wider = _WIDER.get(str(answer))
        return () if wider is None else (wider,)

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return f"wanted {_WANTED[str(after)]} rather than {_INSTEAD[str(before)]}"

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """The level is judged: it may be one off."""
        contact = prospect.career.patient_contact
        if contact is None:
            return ()
        levels = levels_nearby(contact.level, _TOP)
        return ([_satisfaction(level, answer) for level in levels],)

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        contact = prospect.career.patient_contact
        if contact is None:
            return "has an amount of patient contact that is not known"
        return _HAS[contact.level]

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        contact = prospect.career.patient_contact
        if contact is None:
            return self.reason(prospect, answer)
        return f"has {_contact(contact.level)}"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        contact = prospect.career.patient_contact
        assert contact is not None
        return f"has {_contact(contact.level)}; you want {_WANTED[str(answer)]}"


def _satisfaction(level: int, answer: Answer) -> float:
    """Falls linearly to 0 at the far end of the scale, for none faster, for some less upwards."""
    if answer in _FALLS:
        return _FALLS[str(answer)][level]
    low, high = BANDS[str(answer)]
    return band_satisfaction(level, low, high, _TOP)


def _contact(level: int) -> str:
    return f"{PATIENT_CONTACT[level]} patient contact" if level else "no patient contact"
