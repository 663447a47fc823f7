"""What all views share: how they are made, checked and worded."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

State = Literal["met", "nearly", "missed", "unknown"]
"""Would pass as a must; would not, yet is near; is far from it; nobody knows."""

NOT_KNOWN = "not known"
_PLACES = 6


class View(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page's facts and words. Its fields are its JSON; what is not known is ``None``."""


def share(value: float) -> float:
    """A share or a fit from 0 to 1 as views hold it: rounded, and a number.

    Raises ValueError for what is none, which JSON could not say.
    """
    if not math.isfinite(value):
        raise ValueError(f"not a number: {value}")
    return round(value, _PLACES)


def dollars(amount: float | None) -> str:
    """Dollars with separators, or "not known".

    >>> dollars(51140)
    '$51,140'
    """
    return NOT_KNOWN if amount is None else f"${round(amount):,}"


def months(count: int) -> str:
    """Months with their unit: "1 month", "9 months"."""
    return f"{count} month" if count == 1 else f"{count} months"


def span(pair: Sequence[int]) -> str:
    """A range of months.

    >>> span((4, 9)), span((24, 24))
    ('4 to 9 months', '24 months')
    """
    low, high = pair
    return months(low) if low == high else f"{low} to {months(high)}"


def capital(text: str) -> str:
    """``text`` with a capital in front."""
    return text[:1].upper() + text[1:]
