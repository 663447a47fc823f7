"""What all views share: what they are made of and checked for."""

from __future__ import annotations

import math
from typing import Literal

from msgspec import Struct

State = Literal["met", "nearly", "missed", "unknown"]
"""Would pass as a must; would not, yet is near; is far from it; nobody knows."""

_PLACES = 6


class View(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="schema"):
    """A page's facts and words.

    Its fields are its JSON, its tag names their schema; what is not known is ``None``.
    """


def share(value: float) -> float:
    """A share or a fit from 0 to 1 as views hold it: rounded, and a number.

    Raises ValueError for what is none, which JSON could not say.
    """
    if not math.isfinite(value):
        raise ValueError(f"not a number: {value}")
    return round(value, _PLACES)
