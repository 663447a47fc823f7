"""On which line of a TOML file each key stands.

The TOML parser does not say, and a message without a line is of little help in
a file of ten thousand lines. This scanner is run only when there is a problem
to report and only on text that the parser accepted, or up to where it gave up:
it trusts the grammar, never raises and always ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import tomli

from .wording import Place

_TOKEN = re.compile(
    r"""[ \t\r]+ | \#[^\n]*
    | "{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5})? | '{3}(?:[^']++|'{1,2}(?!'))*+(?:'{3,5})?
    | "(?:[^"\\\n]++|\\[^\n])*+"? | '[^'\n]*'?
    | [A-Za-z0-9_-]+ | .""",
    re.DOTALL | re.VERBOSE,
)
_NAME = re.compile("[A-Za-z0-9_\"'-]")
# The model is five deep. What lies deeper has no place, so that no nesting makes endless ones.
_DEEPEST = 20


class Lines:
    """The line of every key, table and list item of one TOML text; lines count from 1."""

    def __init__(self, text: str) -> None:
        self._places: dict[Place, int] = {}
        for place, line, _whole in _places(text):
            self._places.setdefault(place, line)

    def of(self, place: Place) -> int | None:
        """Return the line of a place, or of the nearest table around it that is in the file."""
        for length in range(len(place), 0, -1):
            line = self._places.get(place[:length])
            if line is not None:
                return line
        return None


def repeated(text: str) -> tuple[Place, int, int] | None:
    """Return the first place that is defined twice, with both lines; None when there is none."""
    defined: dict[Place, int] = {}
    for place, line, whole in _places(text):
        if whole:
            first = defined.setdefault(place, line)
            if first != line:
                return place, first, line
    return None


def _places(text: str) -> Iterator[tuple[Place, int, bool]]:
    """Yield each place, its line, and whether it is defined there rather than passed on the way."""
    text = text.replace("\r\n", "\n")
    next_line = 1
    reading = "key"  # Or "header", "list" (of a table, of a list of tables), "value".
    keys: list[str] = []
    dotted = False
    table: Place = ()
    tables: dict[Place, int] = {}  # The last position in each list of tables.
    place: Place = ()
    # The lists and inline tables around a value. A list's next item; -1 for a table.
    around: list[tuple[Place, int]] = []
    item_begins = False
    for match in _TOKEN.finditer(text):
        token, line = match.group(), next_line
        next_line += token.count("\n")
        if token[0] in " \t\r#" or (token == "\n" and around):
            continue
        if token == "\n" and reading in ("key", "value"):
            keys, reading = [], "key"
        elif token in ("]", "}") and around:
            around.pop()
            reading, item_begins = "value", False
        elif reading == "value" and token == "," and around:
            outer, position = around[-1]
            if position < 0:
                keys, reading = [], "key"
            else:
                around[-1], item_begins = (outer, position + 1), True
        elif reading == "value":
            if item_begins:
                outer, position = around[-1]
                place, item_begins = outer, False
                if len(around) <= _DEEPEST:
                    place = (*outer, position)
                    yield place, line, False
            if token == "[":
                around.append((place, 0))
                item_begins = True
            elif token == "{":
                around.append((place, -1))
                keys, reading = [], "key"
        elif _NAME.match(token) and (dotted or not keys):
            keys.append(_key(token))
            dotted = False
        elif token == ".":
            dotted = True
        elif token == "[" and not keys and not around:
            reading = "header" if reading == "key" else "list"
        elif reading != "key":
            # At the closing bracket, or at what stands where it should.
            table = ()
            for left, key in enumerate(keys, 1 - len(keys)):
                table = (*table, key)
                yield table, line, left == 0 and reading == "header"
                if left == 0 and reading == "list":
                    tables[table] = tables.get(table, -1) + 1
                if table in tables:
                    table = (*table, tables[table])
                    yield table, line, False
            keys, reading = [], "key" if token == "\n" else "value"
        elif token == "=":
            place = around[-1][0] if around else table
            for left, key in enumerate(keys if len(around) <= _DEEPEST else (), 1 - len(keys)):
                place = (*place, key)
                yield place, line, left == 0
            reading = "value"


def _key(token: str) -> str:
    if token[0] not in "\"'":
        return token
    try:
        return next(iter(tomli.loads(f"{token} = 0")))
    except ValueError:
        return token
