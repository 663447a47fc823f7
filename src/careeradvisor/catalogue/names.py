"""When two ways of writing a name mean the same one."""

from __future__ import annotations

_IGNORED = {ord(char): None for char in " \t\r\n\u00a0-_\u2010\u2011\u2012\u2013\u2014\u2212"}


def key(text: str) -> str:
    """Return what counts of a name: letters, digits and other marks, without case.

    Spaces, dashes and underscores do not matter: "Medical Coder", "medical-coder"
    and "medical_coder" have the same key. The key of a name made of these alone is empty.
    """
    return text.casefold().translate(_IGNORED)
