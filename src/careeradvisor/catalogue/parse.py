"""From the text of a file to plain TOML tables, or to the reason why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from careeradvisor.text import shorten

from .read import NotRead
from .wording import field_name

if TYPE_CHECKING:
    import tomli

_LONG_NUMBER = re.compile(r"[0-9A-Fa-f_]{16,}")
# A catalogue of a thousand careers has 200,000. More is no catalogue, and takes long to parse.
_MOST_MARKS = 250_000
# A key of 100,000 parts made early versions of tomli take 24 GB.
_MOST_DOTS = 500
_TOO_MANY_DIGITS = "a number has too many digits"
_BACKSLASH = "a backslash stands for itself only when written twice (\\\\)"
_IN_PLAIN_WORDS = {
    "Illegal character '\\n'": (
        "a text in quotes has no closing quote on its line; text of several lines needs three"
    ),
    "Invalid value": "the value cannot be read: text needs quotes, and numbers have no $ or commas",
    "Unterminated string": "a text in quotes has no closing quote",
    "Expected '=' after a key in a key/value pair": "a name is not followed by an equals sign (=)",
    "Expected newline or end of document after a statement": (
        "there is something after the end of the value; each entry needs a line of its own"
    ),
    "Unclosed array": "a list has no closing ]",
    "Unclosed inline table": "a table in { } has no closing }",
    "Invalid statement": "this is neither a [table], a name = value, nor a # remark",
    "Expected ']' at the end of a table declaration": "the table's name has no closing ]",
    "Expected ']]' at the end of an array declaration": "the table's name has no closing ]]",
    "Unescaped '\\' in a string": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    'Expected "\'"': "a text in ' quotes has no closing quote",
    "Expected '\"'": "a text in quotes has no closing quote",
}


def parse(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text; raise :class:`NotRead` when it cannot be understood."""
    import tomli

    _refuse_floods(text)
    try:
        tables = tomli.loads(text)
    except RecursionError as error:
        raise NotRead(None, "lists and tables are nested too deep to be a catalogue") from error
    except tomli.TOMLDecodeError as error:
        raise NotRead(*_reason(error, text)) from error
    except ValueError as error:
        # Python reads and writes no number of 5,000 digits, and TOML has none beyond 64 bits.
        raise NotRead(_line_of_digits(text), _TOO_MANY_DIGITS) from error
    if _LONG_NUMBER.search(text) and _has_huge_number(tables):
        raise NotRead(_line_of_digits(text), _TOO_MANY_DIGITS)
    return tables


def _refuse_floods(text: str) -> None:
    """Refuse what no catalogue is and what would take minutes to parse."""
    if text.count("=") + text.count(",") + text.count("[") > _MOST_MARKS:
        raise NotRead(
            None, f"holds more than {_MOST_MARKS:,} entries, more than a catalogue of careers can"
        )
    if text.count(".") > _MOST_DOTS:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > _MOST_DOTS and line.count(".") > _MOST_DOTS:
                raise NotRead(number, "a name with dots has too many parts to be a catalogue's")


def _has_huge_number(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_huge_number(item) for item in value.values())
    if isinstance(value, list):
        return any(_has_huge_number(item) for item in value)
    return isinstance(value, int) and value.bit_length() > 64


def _line_of_digits(text: str) -> int:
    longest = max(_LONG_NUMBER.finditer(text), key=lambda match: len(match[0]))
    return text.count("\n", 0, longest.start()) + 1


def _reason(error: tomli.TOMLDecodeError, text: str) -> tuple[int, str]:
    reason = error.msg
    # What is missing at the end is missing after the last line that has something on it.
    line = min(error.lineno, text.rstrip().count("\n") + 1)
    if "overwrite" in reason or "twice" in reason or "Duplicate" in reason or "mutate" in reason:
        from .lines import repeated

        twice = repeated(text)
        if twice is not None:
            place, first, second = twice
            name = shorten(field_name(place), 120)
            return second, f"{name} is there twice (first on line {first}); keep one of them"
        return line, "a name is there twice; keep one of them"
    from .slips import slip

    plain = _IN_PLAIN_WORDS.get(reason, f"this is not TOML: {shorten(reason, 120)}")
    return line, slip(text, line, error.colno) or plain
