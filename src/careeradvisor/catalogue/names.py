"""When two ways of writing a name mean the same one."""

from __future__ import annotations

import re

_IGNORED = {ord(char): None for char in " \t\r\n\u00a0-_\u2010\u2011\u2012\u2013\u2014\u2212"}


def key(text: str) -> str:
    """Return what counts of a name: letters, digits and other marks, without case.

    Spaces, dashes and underscores do not matter: "Medical Coder", "medical-coder"
    and "medical_coder" have the same key. The key of a name made of these alone is empty.
    """
    return text.casefold().translate(_IGNORED)


_NOT_A_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019")
_FILLERS = frozenset({"and", "or", "of", "the", "for"})


def words_of(text: str) -> list[str]:
    """Return the words of a name in the singular and in small letters, without fillers.

    >>> words_of("Nurse Anesthetists & Midwives")
    ['nurse', 'anesthetist', 'midwife']
    """
    words = _NOT_A_WORD.sub(" ", text.casefold().translate(_APOSTROPHES)).split()
    return [_singular(word) for word in words if word not in _FILLERS]


def loose_key(text: str) -> str:
    """Return what counts of a name, number aside: "X-Ray Techs" and "xray tech" have the same."""
    return "".join(words_of(text))


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]
