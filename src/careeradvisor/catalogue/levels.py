"""Words for the levels of patient contact and of work from home, 0 to 4."""

from __future__ import annotations

PATIENT_CONTACT = ("none", "occasional", "regular", "frequent", "constant")
REMOTE = ("never", "rarely", "hybrid", "mostly", "fully")

STARTS = (
    "on site",
    "on site, with a rare day at home",
    "with part of the week at home",
    "mostly at home",
    "at home from the first day",
)
"""How new people start, by the level of ``remote.entry``: "new people start on site"."""
