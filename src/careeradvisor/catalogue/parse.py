"""From the bytes of a file to plain TOML tables, or to the reason why not."""

from __future__ import annotations

import re
from typing import Any

from careeradvisor.text import shorten

from .wording import field_name

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_WHERE = re.compile(r" ?\(at (line \d+, column \d+|end of document)\)$")
_MANY_DIGITS = re.compile(r"[0-9_]{4000}")
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
    "Unescaped '\\' in a string": "a backslash stands for itself only when written twice (\\\\)",
}


class NotToml(Exception):
    """The text is not TOML; ``line`` counts from 1, None when it is not known."""

    def __init__(self, line: int | None, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


def decode(data: bytes) -> str:
    """Return the text of a file in UTF-8, with or without a byte order mark."""
    if data.startswith(_UTF16):
        raise NotToml(None, "the file is in UTF-16; save it as UTF-8")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data.removeprefix(_BOM)[error.start]
        raise NotToml(
            line, f"a letter is not in UTF-8 (byte 0x{byte:02X}); save the file as UTF-8"
        ) from error


def parse(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text; raise :class:`NotToml` when it cannot be understood."""
    import tomli

    try:
        return tomli.loads(text)
    except RecursionError as error:
        raise NotToml(None, "lists and tables are nested too deep to be a catalogue") from error
    except ValueError as error:
        # Also what is no TOMLDecodeError: Python's own limits on the digits of a number.
        line, reason = _reason(str(error), text, isinstance(error, tomli.TOMLDecodeError))
        raise NotToml(line, reason) from error


def _reason(message: str, text: str, is_toml: bool) -> tuple[int | None, str]:
    at = _LINE.search(message)
    line = int(at[1]) if at is not None else None
    if line is None and "end of document" in message:
        line = text.rstrip().count("\n") + 1
    reason = _WHERE.sub("", message)
    if not is_toml:
        digits = _MANY_DIGITS.search(text)
        line = text.count("\n", 0, digits.start()) + 1 if digits is not None else None
        return line, "a number has too many digits"
    if "overwrite" in reason or "twice" in reason or "Duplicate" in reason or "mutate" in reason:
        from .lines import repeated

        twice = repeated(text)
        if twice is not None:
            place, first, second = twice
            name = shorten(field_name(place), 120)
            return second, f"{name} is there twice (first on line {first}); keep one of them"
        return line, "a name is there twice; keep one of them"
    return line, _IN_PLAIN_WORDS.get(reason, f"this is not TOML: {shorten(reason, 120)}")
