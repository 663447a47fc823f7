"""Positions on a picture's axis, with round numbers at the ticks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.prospects import Pay

_STEPS = (1, 2, 2.5, 5, 10)
_MOST_STEPS = 6
# A target farther beyond all pay than this would squeeze what it is compared with.
_FAR = 1.6


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` to ``high`` with a tick at every ``step``."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """The values at the ticks, both ends included."""
        return [
            self.low + i * self.step for i in range(round((self.high - self.low) / self.step) + 1)
        ]

    def at(self, value: float, left: float, right: float) -> float:
        """Where ``value`` lies between ``left`` and ``right``, kept within them."""
        share = (value - self.low) / (self.high - self.low)
        return round(left + min(1.0, max(0.0, share)) * (right - left), 1)

    def holds(self, value: float) -> bool:
        """Whether the value lies on the axis."""
        return self.low <= value <= self.high


def round_scale(low: float, high: float) -> Scale:
    """A scale that holds both values, from 0 where that wastes less than half of it."""
    if low < high / 2:
        low = 0.0
    span = max(high - low, high / 10, 1.0)
    unit = 1.0
    while unit * 10 * _MOST_STEPS < span:
        unit *= 10
    step = unit * next(s for s in _STEPS if s * unit * _MOST_STEPS >= span)
    start = low // step * step
    end = start + step
    while end < high:
        end += step
    return Scale(start, end, step)


def pay_scale(pays: Iterable[Pay], target: int | None) -> Scale | None:
    """One scale for the pay of all careers, so that their bars can be compared.

    ``None`` when no pay is known. The target is on it unless it is far beyond.
    """
    known = [p for pay in pays for p in pay.percentiles if p is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    if target is not None and target <= high * _FAR:
        low, high = min(low, target), max(high, target)
    return round_scale(low, high)


def short_dollars(amount: float) -> str:
    """Dollars at a tick: "$40k", "$1.5M"."""
    if amount >= 1_000_000:
        return f"${amount / 1_000_000:g}M"
    if amount >= 1_000:
        return f"${amount / 1_000:g}k"
    return f"${amount:g}"
