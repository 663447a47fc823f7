"""Lengths of time as people write them: 9, 18m, 2y, two years, 1.5 years, 1 year 6 months."""

from __future__ import annotations

import re

_LONGEST_TEXT = 60
# Each letter and digit is looked at once: no two parts of the pattern can match the same text.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[a-z]+|[^\s]")
_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
# How each word is written in what is compared with _LENGTH.
_WRITTEN = {word: str(number) for number, word in enumerate(_WORDS.split(" "))}
_WRITTEN |= {"zero": "0", "a": "1", "an": "1", "half": "0.5"}
_WRITTEN |= dict.fromkeys(("m", "mo", "mos", "mth", "mths", "month", "months"), "m")
_WRITTEN |= dict.fromkeys(("y", "yr", "yrs", "year", "years"), "y")
_BETWEEN = frozenset({",", "and", "."})
_N = r"([0-9]+(?:\.[0-9]+)?)"
_LENGTH = re.compile(rf"(?:{_N} m )?(?:{_N} y ?)?(?:{_N}( m)?)?")


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
    written = " ".join(_WRITTEN.get(token, token.replace(",", ".")) for token in tokens)
    # "half a year": the half is of what follows.
    match = _LENGTH.fullmatch(re.sub(r"\b0\.5 1(?= |$)", "0.5", written))
    if match is None:
        return None
    first, years, last, unit = match.groups()
    # A number at the end has no unit: months after years ("1 year 6"), or where ``bare`` says so.
    if not (years or last) or (first and last) or (last and not (unit or years or bare)):
        return None
    return round(sum(float(n or 0) * size for n, size in ((first, 1), (years, 12), (last, 1))))


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
