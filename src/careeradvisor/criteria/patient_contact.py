"""How much of the work is spent with patients (design 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from careeradvisor.catalogue.levels import PATIENT_CONTACT
from careeradvisor.criteria.base import (
    NOT_KNOWN,
    Choice,
    LevelCriterion,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

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


class PatientContact(LevelCriterion):
    """Careers have a level from 0 (none) to 4 (constant, hands-on)."""

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
    as_asked_from = 0.6
    # Whoever wants none means it: part of most days is far off. Whoever wants some is nearer to a
    # lot of it than to a little, by which no fit is strong: it is what the work is about. Else it
    # falls evenly with the distance.
    by_level: ClassVar = {
        "none": (1.0, 0.7, 0.3, 0.1, 0.0),
        "a-little": (2 / 3, 1.0, 2 / 3, 1 / 3, 0.0),
        "some": (0.0, 0.35, 1.0, 0.7, 0.4),
        "a-lot": (0.0, 1 / 3, 2 / 3, 1.0, 1.0),
    }
    # As a hard limit "a little" means "at most", and "some" leaves out both ends (design 4.3).
    also_as_must: ClassVar = {"a-little": 0, "some": 1}

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return _WANTED[str(answer)]

    def level(self, prospect: Prospect, answer: Answer) -> int | None:
        """See LevelCriterion."""
        contact = prospect.career.patient_contact
        return None if contact is None else contact.level

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


def _contact(level: int) -> str:
    return f"{PATIENT_CONTACT[level]} patient contact" if level else "no patient contact"
