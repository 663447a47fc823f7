"""Dollars as people type and read them."""

from __future__ import annotations

import re

from careeradvisor.errors import WrongUse

_DOLLARS = re.compile(
    r"\$?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<cents>\.\d{1,3})?\s*(?P<unit>k|m)?"
)


def dollars_text(amount: float) -> str:
    """Dollars with separators: "$45,000"."""
    return f"${round(amount):,}"


def parse_dollars(text: str, largest: int, example: str) -> int:
    """Dollars from "60000", "60k", "$60,000", "62.5k". Raises WrongUse otherwise."""
    words = re.sub(
        r"\s*(?:usd|dollars?)?\s*(?:/|per|a)?\s*(?:y|yr|year)?\.?$", "", text.strip().lower()
    )
    match = _DOLLARS.fullmatch(words)
    if match is None:
        raise WrongUse(
            f"'{text}' is not an amount of money. Write dollars, such as {example}; or any."
        )
    number = float(match["number"].replace(",", "") + (match["cents"] or ""))
    amount = round(number * {"k": 1_000, "m": 1_000_000}.get(match["unit"], 1))
    if amount > largest:
        raise WrongUse(
            f"{dollars_text(amount)} is more than this program can weigh. "
            f"Write at most {dollars_text(largest)}, or any."
        )
    return amount
