"""Dollars as people type and read them."""

from __future__ import annotations

import re

from careeradvisor.criteria.base import quoted, tidy
from careeradvisor.errors import WrongUse

# Matched with tidy text only: at most 80 letters, single blanks.
_DOLLARS = re.compile(
    r"\$? ?(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<cents>\.\d{1,3})? ?(?P<unit>k|m)?"
    r"(?: ?(?:usd|dollars?))?(?: ?(?:/|per|a)? ?(?:y|yr|year))?\.?"
)


def dollars_text(amount: float) -> str:
    """Dollars with separators: "$45,000"."""
    return f"${round(amount):,}"


def parse_dollars(text: str, largest: int, example: str) -> int:
    """Dollars from "60000", "60k", "$60,000", "62.5k". Raises WrongUse otherwise."""
    match = _DOLLARS.fullmatch(tidy(text))
    if match is None:
        raise WrongUse(
            f"'{quoted(text)}' is not an amount of money. Write dollars, such as {example}; or any."
        )
    number = float(match["number"].replace(",", "") + (match["cents"] or ""))
    amount = round(number * {"k": 1_000, "m": 1_000_000}.get(match["unit"], 1))
    if amount > largest:
        raise WrongUse(
            f"{dollars_text(amount)} is more than this program can weigh. "
            f"Write at most {dollars_text(largest)}, or any."
        )
    return amount


def fewer_dollars(amount: int, smallest: int) -> list[int]:
    """5, 10, 15 and 20 percent less, down to the next 1,000 (design 4.10); each once."""
    less = [amount * part // 100 // 1_000 * 1_000 for part in (95, 90, 85, 80)]
    return [n for n in dict.fromkeys(less) if smallest <= n < amount]
