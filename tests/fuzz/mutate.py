"""Sound files made unsound: byte by byte, and value by value."""

from __future__ import annotations

import copy
import datetime as dt
from random import Random
from typing import Any

import tomli_w

from careeradvisor.text import is_clean
from tests.fuzz.pools import HOSTILE

MARKS = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n", b"\x1b[31m", b"\xc3"),
    b"\xe2\x80\xae",
    *(b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b"#", b",", b"."),
    b"\\",
    *(b"\\u0000", b"\\U0010ffff", b"\\ud800", b"nan", b"inf", b"-", b"+", b"0x", b"1e400", b"_"),
    *(b"9999999999999999999999", b"1979-02-30", b"07:99", b"true", b"[careers.coder]"),
    b"a.b.c = 1\n",
    *(b"[" * 300, b"{a=" * 300, b"a." * 300, b"x" * 70_000, b"9" * 5_000),
)
VALUES: tuple[Any, ...] = (
    *(0, -1, 1, 4, 5, 240, 241, 10**7, 10**18, -(2**63), 0.5, -0.0, 1e308, float("nan")),
    float("inf"),
    *(True, False, [], {}, [[]], [[[[1]]]], {"a": {"b": {"c": 1}}}, [1, "a", []], [{}, {}], [0, 0]),
    *(dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.datetime(2026, 1, 1, 1), dt.time(1, 2)),
    *(["high-school", "bachelor"], [12, 9], [9, 12], "coder", "auditor", "guide", "29-2072", "rn"),
    *(["x"] * 3_000, {str(n): n for n in range(300)}, "https://example.org/", "file:///.../x"),
)
VISIBLE = tuple(t for t in HOSTILE if is_clean(t) and 0 < len(t.strip()) <= 200)
"""What a catalogue may hold, since everybody can see it: markup, formulas, HTML."""
KEYS = (
    "",
    " ",
    "a b",
    "é",
    "__proto__",
    "__class__",
    "id",
    "title",
    "from",
    "\x1b[31m",
    "\u202ex",
    "x" * 70,
)


def bent(data: bytes, dice: Random) -> bytes:
    """Bytes with a few of them changed, taken out, doubled, or with something put between."""
    for _ in range(dice.choice([1, 1, 2, 5, 30])):
        at = dice.randint(0, len(data))
        end = min(len(data), at + dice.choice([1, 1, 2, 10, 100, 2_000]))
        data = data[:at] + _changed(data[at:end], dice) + data[end:]
    return data[: dice.randint(0, len(data))] if dice.random() < 0.05 else data


def _changed(piece: bytes, dice: Random) -> bytes:
    changes = (
        b"",
        piece * 2,
        dice.choice(MARKS),
        dice.choice(MARKS) + piece,
        bytes(byte ^ (1 << dice.randrange(8)) for byte in piece),
        bytes(dice.randrange(256) for _ in range(4)),
    )
    return dice.choice(changes)


def twisted(table: dict[str, Any], dice: Random) -> bytes:
    """The TOML of a table of which a few values, names or parts are something else."""
    table = copy.deepcopy(table)
    for _ in range(dice.choice([1, 1, 2, 4, 12])):
        holders = list(_holders(table))
        holder = dice.choice(holders)
        if isinstance(holder, dict):
            _twist_table(holder, dice)
        else:
            _twist_list(holder, dice)
    try:
        return tomli_w.dumps(table).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError):
        return bent(repr(table).encode("utf-8", "surrogatepass"), dice)


def _twist_table(table: dict[str, Any], dice: Random) -> None:
    key = dice.choice(sorted(table)) if table else "x"
    roll = dice.random()
    if roll < 0.15:
        table.pop(key, None)
    elif roll < 0.3:
        table[dice.choice(KEYS)] = copy.deepcopy(table.get(key, 1))
    elif roll < 0.4 and table:
        table[key] = copy.deepcopy(table[dice.choice(sorted(table))])
    else:
        table[key] = _value(dice)


def _twist_list(items: list[Any], dice: Random) -> None:
    roll = dice.random()
    if items and roll < 0.3:
        items.pop(dice.randrange(len(items)))
    elif items and roll < 0.6:
        items += [copy.deepcopy(dice.choice(items)) for _ in range(dice.choice([1, 1, 40]))]
    else:
        items.insert(dice.randint(0, len(items)), _value(dice))


def _value(dice: Random) -> Any:
    value = copy.deepcopy(dice.choice(VALUES)) if dice.random() < 0.5 else dice.choice(HOSTILE)
    # Escapes for lone surrogates do not exist in TOML.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _holders(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in _holders(item))]
    if isinstance(value, list):
        return [value, *(found for item in value for found in _holders(item))]
    return []


_WORDS = frozenset(
    {"name", "version", "region", "title", "publisher", "vintage", "licence", "attribution"}
    | {"summary", "day", "why", "award", "notes", "note", "body", "exam", "group", "period"}
    | {"openings_group", "takes", "question", "answer", "duties", "qualities", "records", "care"}
)
_OPTIONAL = frozenset(
    {"duties", "patient_contact", "remote", "routes", "credentials", "salary", "outlook", "work"}
    | {"automation", "interests", "p25", "median", "p75", "change_percent", "openings"}
)
_NUMBERS = {
    "level": (0, 4), "entry": (0, 4), "p10": (1_000, 9_000), "p90": (100_000, 10_000_000),
    "change_percent": (-100.0, 1000.0), "openings": (0, 10_000_000), "share": (0.0, 1.0),
}  # fmt: skip


def reworded(table: dict[str, Any], dice: Random) -> dict[str, Any]:
    """A table that is still a sound catalogue, with nasty words and extreme figures in it."""
    return {key: _reworded(key, value, dice) for key, value in table.items()}


def _reworded(key: str, value: Any, dice: Random) -> Any:
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if k not in _OPTIONAL or dice.random() < 0.8}
        return {k: _reworded(k, v, dice) for k, v in kept.items()}
    if isinstance(value, list):
        return [_reworded(key, item, dice) for item in value]
    if isinstance(value, str) and key in _WORDS and dice.random() < 0.7:
        # Titles have to differ, and to have a letter to be found by.
        own = f" of {value}" if key == "title" else ""
        return f"{dice.choice(VISIBLE)[:150]}{own}"
    if key in _NUMBERS and dice.random() < 0.5:
        return dice.choice(_NUMBERS[key])
    return value
