"""Lengths of time as people write them: 9, 18m, 2y, two years, 1.5 years, 1 year 6 months."""

from __future__ import annotations

import re

_LONGEST_TEXT = 60
# Each letter and digit is looked at once: no two parts of the pattern can match the same text.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[a-z]+|[^\s]")
_MONTHS = frozenset({"m", "mo", "mos", "mth", "mths", "month", "months"})
_YEARS = frozenset({"y", "yr", "yrs", "year", "years"})
_BETWEEN = frozenset({",", "and", "."})
_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS: dict[str, float] = {word: n for n, word in enumerate(_WORDS.split(" "))}
_NUMBERS |= {"zero": 0, "a": 1, "an": 1, "half": 0.5}


def months_from(text: str, *, bare: bool) -> int | None:
    """Whole months that a length of time stands for; ``None`` where it cannot be understood.

    ``bare`` takes a number without a unit for months. Any length is read as it is: limits are
    the caller's business. Takes time linear in the text.

    >>> [months_from(t, bare=False) for t in ("18m", "two years", "1.5 years", "1 year 6 months")]
    [18, 24, 18, 18]
    """
    if len(text) > _LONGEST_TEXT:
        return None
    tokens = [token for token in _TOKEN.findall(text.lower()) if token not in _BETWEEN]
    months = 0.0
    number: float | None = None
    units: list[int] = []
    for token in tokens:
        unit = 1 if token in _MONTHS else 12 if token in _YEARS else None
        if unit is None:
            value = _number(token)
            if value is None:
                return None
            # "half a year": the half is of what follows.
            if number is not None and not (number == 0.5 and value == 1):
                return None
            number = number if number is not None else value
        elif number is None or unit in units:
            return None
        else:
            months += number * unit
            units.append(unit)
            number = None
    if number is not None:
        # A number alone, or the months of "1 year 6".
        if not (bare or units == [12]) or units not in ([], [12]):
            return None
        months += number
        units.append(1)
    return round(months) if units else None


def duration_text(months: int) -> str:
    """A length of time that :func:`months_from` reads: "10 years", "18 months", "1 year 6 months".

    >>> duration_text(18)
    '1 year 6 months'
    """
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    if rest or not years:
        parts.append(f"{rest} month{'s' * (rest != 1)}")
    return " ".join(parts)


def _number(token: str) -> float | None:
    if "0" <= token[0] <= "9":
        return float(token.replace(",", "."))
    return _NUMBERS.get(token)
