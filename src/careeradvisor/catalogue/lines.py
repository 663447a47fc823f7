"""On which line of a TOML file each key stands.

The TOML parser does not say, and a message without a line is of little help in
a file of ten thousand lines. This scanner is run only when there is a problem
to report and only on text that the parser accepted, or up to where it gave up:
it trusts the grammar, never raises and always ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from .wording import Place

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SPACE = re.compile(r"[ \t]*")
_FILL = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_REST = re.compile(r"[^\n]*")
_SCALAR = re.compile(r"[^,\]}#\n]*")
_NEXT_MARK = re.compile(r"[\[\]{}\"'#]")
_BASIC = re.compile(r'"(?:[^"\\\n]++|\\.)*+"?')
_LITERAL = re.compile(r"'[^'\n]*'?")
_LONG_BASIC = re.compile(r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5})?', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5})?")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))")
_SIMPLE = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
# The model is five deep. What lies deeper is skipped, so that no nesting can exhaust the stack.
_DEEPEST = 20


class Lines:
    """The line of every key, table and list item of one TOML text; lines count from 1."""

    def __init__(self, text: str) -> None:
        self._places: dict[Place, int] = {}
        for place, line, _whole in _Scanner(text).run():
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
    for place, line, whole in _Scanner(text).run():
        if whole:
            first = defined.setdefault(place, line)
            if first != line:
                return place, first, line
    return None


_Found = tuple[Place, int, bool]
"""A place, its line, and whether it is defined there rather than passed on the way."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.line = 1
        self.counted = 0
        self.table: Place = ()
        self.lists: dict[Place, int] = {}

    def run(self) -> Iterator[_Found]:
        text = self.text
        while True:
            self._skip(_FILL)
            if self.at >= len(text):
                return
            start = self.at
            if text[start] == "[":
                yield from self._header()
            else:
                yield from self._pair(self.table, 0)
            self._skip(_REST)
            if self.at == start:
                self.at += 1

    def _here(self) -> int:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _header(self) -> Iterator[_Found]:
        line = self._here()
        is_list = self.text.startswith("[[", self.at)
        self.at += 2 if is_list else 1
        keys = self._keys()
        place: Place = ()
        for depth, key in enumerate(keys):
            place = (*place, key)
            last = depth == len(keys) - 1
            yield place, line, last and not is_list
            position = self.lists.get(place)
            if is_list and last:
                position = self.lists[place] = 0 if position is None else position + 1
            if position is not None:
                place = (*place, position)
                yield place, line, False
        self.table = place

    def _pair(self, table: Place, depth: int) -> Iterator[_Found]:
        line = self._here()
        place = table
        keys = self._keys()
        for depth_of_key, key in enumerate(keys, 1):
            place = (*place, key)
            yield place, line, depth_of_key == len(keys)
        self._skip(_SPACE)
        if self.text.startswith("=", self.at):
            self.at += 1
            self._skip(_SPACE)
            yield from self._value(place, depth)

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            char = self.text[self.at : self.at + 1]
            if char == '"':
                keys.append(_ESCAPE.sub(_unescape, self._skip(_BASIC)[1:].removesuffix('"')))
            elif char == "'":
                keys.append(self._skip(_LITERAL)[1:].removesuffix("'"))
            else:
                key = self._skip(_BARE)
                if not key:
                    return keys
                keys.append(key)
            self._skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _value(self, place: Place, depth: int) -> Iterator[_Found]:
        char = self.text[self.at : self.at + 1]
        if char in ('"', "'"):
            self._string()
        elif char in ("[", "{") and depth >= _DEEPEST:
            self._skip_nested()
        elif char == "[":
            yield from self._array(place, depth)
        elif char == "{":
            yield from self._inline_table(place, depth)
        else:
            self._skip(_SCALAR)

    def _string(self) -> None:
        if self.text.startswith('"""', self.at):
            self._skip(_LONG_BASIC)
        elif self.text.startswith("'''", self.at):
            self._skip(_LONG_LITERAL)
        else:
            self._skip(_BASIC if self.text[self.at] == '"' else _LITERAL)

    def _array(self, place: Place, depth: int) -> Iterator[_Found]:
        for position in self._members("]"):
            yield (*place, position), self._here(), False
            yield from self._value((*place, position), depth + 1)

    def _inline_table(self, place: Place, depth: int) -> Iterator[_Found]:
        for _ in self._members("}"):
            yield from self._pair(place, depth + 1)

    def _members(self, close: str) -> Iterator[int]:
        """Stand at each member of a list or of an inline table; their positions."""
        self.at += 1
        for position in count():
            self._skip(_FILL)
            start = self.at
            if self.at >= len(self.text) or self.text[self.at] == close:
                self.at += 1
                return
            yield position
            self._skip(_FILL)
            if self.text.startswith(",", self.at):
                self.at += 1
            if self.at == start:
                return

    def _skip_nested(self) -> None:
        level = 0
        while match := _NEXT_MARK.search(self.text, self.at):
            self.at = match.start()
            mark = match.group()
            if mark in "\"'":
                self._string()
            elif mark == "#":
                self._skip(_REST)
            else:
                self.at += 1
                level += 1 if mark in "[{" else -1
                if level <= 0:
                    return
        self.at = len(self.text)


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return _SIMPLE.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number < 0x110000 else ""
