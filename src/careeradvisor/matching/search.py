"""Exact search over whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def first_true(false_at: int, true_at: int, holds: Callable[[int], bool]) -> int:
    """The whole number nearest to ``false_at`` that holds, on the way to ``true_at``.

    ``holds`` is monotone between the two.
    """
    while abs(true_at - false_at) > 1:
        middle = (false_at + true_at) // 2
        if holds(middle):
            true_at = middle
        else:
            false_at = middle
    return true_at
