"""Slips of the pen on a line that TOML refuses: which character is wrong, and what to write."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from careeradvisor.text import code_name, is_hidden, shorten

_CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
_LONGEST = 2_000
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[ .][0-9]{3})+(?:,[0-9]+)?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_SLASHES = re.compile(r"[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}")
_SHORT_DATE = re.compile(r"[0-9]{4}-(?:[0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])")
_NO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNIT = re.compile(r"[-+]?(?!0[xob])[0-9][0-9_.]*\s*(%|[A-Za-z]+)")
_WORDS = {
    "True": "true and false are written in small letters",
    "False": "true and false are written in small letters",
    "None": "a field that is not known is left out",
    "null": "a field that is not known is left out",
}


def slip(text: str, line: int, column: int) -> str | None:
    """Say what is wrong on a line (from 1), near a column (from 1); None when it can't be told."""
    content = text.split("\n", line)[line - 1][:_LONGEST]
    found = _strange(content[column - 1 : column]) or _strange_outside_quotes(content)
    if found is not None:
        return found
    _name, _equals, value = content.partition("=")
    value = value.split("#", 1)[0].strip()
    for pattern, say in (
        (_THOUSANDS, "{0} has a comma for thousands; write {1}"),
        (_GROUPS, "{0} has marks between its digits; write {1}"),
        (_LEADING_ZERO, "{0} begins with 0; write {1}, or put it in quotes"),
        (_SLASHES, "{0} is a date with slashes; write it as 2026-01-31, without quotes"),
        (_SHORT_DATE, "{0} is a date with a digit missing; write it as 2026-01-31"),
        (_NO_DAY, "{0} is not a day of the calendar"),
        (_UNIT, "{0} has a unit behind the number; write the number alone"),
    ):
        match = pattern.fullmatch(value)
        if match is not None and not (pattern is _NO_DAY and _is_day(value)):
            # Cents, with a point or with a comma, are no part of a yearly figure.
            whole = re.sub(r"[.,][0-9]{1,2}$", "", value)
            sign = "-" if value.startswith("-") else ""
            plain = sign + (re.sub(r"[ ,._]", "", whole).lstrip("+-0") or "0")
            return say.format(shorten(value, 40), plain)
    if value.startswith("$"):
        return f"{shorten(value, 40)} has a $ before the number; write the number alone"
    word = _WORDS.get(value)
    return f"{value}: {word}" if word is not None else None


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _strange_outside_quotes(content: str) -> str | None:
    """The first curly quote or blank that is no blank where no text in quotes has begun."""
    for char in content:
        if char in "\"'#":
            return None
        found = _strange(char)
        if found is not None:
            return found
    return None


def _strange(char: str) -> str | None:
    if not char or char == "\t":
        return None
    if char in _CURLY:
        return f"{char} ({code_name(char)}) is a curly quote; TOML needs straight ones, \" or '"
    if char == "\ufeff":
        return "there is a byte-order mark (U+FEFF) within the file; take it out"
    blank = unicodedata.category(char) == "Zs" and char != " "
    # Control characters have a message of their own, by their number.
    if blank or (is_hidden(char) and unicodedata.category(char) != "Cc"):
        name = "a no-break space" if char == "\u00a0" else "a character that cannot be seen"
        return f"there is {name} ({code_name(char)}); put an ordinary space in its place"
    return None
