"""Small pieces of wording that the report needs and nothing else has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.schooling import months_text

if TYPE_CHECKING:
    import datetime as dt

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TEENS = (11, 12, 13)
NOT_KNOWN = "not known"


def date_text(day: dt.date) -> str:
    """A date as Americans write it, whatever the computer's language: "November 24, 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def ordinal(number: int) -> str:
    """A rank in a sentence.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"


def capital(text: str) -> str:
    """The text with its first letter a capital, the rest as it is ("AI" stays "AI")."""
    return text[:1].upper() + text[1:]


def months_range(months: tuple[int, int]) -> str:
    """A shortest and a longest length in words.

    >>> months_range((4, 9)), months_range((72, 96)), months_range((12, 12))
    ('4 to 9 months', '72 to 96 months (6 to 8 years)', '12 months')
    """
    low, high = months
    if low == high:
        return months_text(low)
    if low == 0:
        return f"up to {months_text(high)}"
    text = f"{low} to {high} months"
    return f"{text} ({_years(low)} to {_years(high)} years)" if low >= 24 else text


def in_a_hundred(share: float) -> str:
    """A share of weightings from 0 to 1, never rounded to a certainty that it is not."""
    if share <= 0:
        return "never"
    if share >= 1:
        return "always"
    if share < 0.01:
        return "fewer than 1 in 100"
    return f"{min(99, round(share * 100))} in 100"


def _years(months: int) -> str:
    return f"{months / 12:.1f}".removesuffix(".0")
