"""What is wrong with a part of a catalogue that does not fit its type, in plain words.

msgspec stops at the first mistake of an object. Here each field is taken by
itself, so that a person sees all mistakes at once, and what is sound is kept for
further checks. Only files with mistakes come here: it may be slow.
"""

from __future__ import annotations

import datetime as dt
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Meta, Struct

from careeradvisor.text import listed

from .model import SLUG, Dollars, Months
from .wording import MOST_COMPLAINTS, Complaint, Place, did_you_mean, show

PATTERN_RULES = {
    SLUG: 'must be small letters, digits and single dashes, such as "medical-coder"',
    r"^[0-9]{2}-[0-9]{4}$": "must be a SOC code, such as 29-2072",
    r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$": "must be an O*NET code, such as 29-2072.00",
    r"^[0-9]{2}\.[0-9]{2}$": "must be a field's CIP code of four digits, such as 51.07",
    r"^[0-9]{2,6}(-[0-9]{2})?$": "must be an industry's NAICS code, such as 622000",
}
"""Each pattern of the model in words."""

_TYPE_RULES: dict[Any, str] = {
    int: "must be a whole number, without quotes, units or a decimal point",
    float: "must be a number, without quotes or units",
    str: "must be text in quotes",
    bool: "must be true or false, without quotes",
    dt.date: "must be a date, such as 2026-01-31, without quotes and without a time",
}
_TUPLE_RULES = {
    Months: (
        "must be two whole numbers of months from 0 to 240, "
        "the shortest and the longest, such as [9, 12]"
    ),
    Dollars: (
        "must be two whole numbers of dollars a year, the first year's and the last's, "
        "such as [68000, 89000]"
    ),
}
# Past that, it is not a table with slips of the pen but something else altogether.
_MOST_UNKNOWN = 20


def salvage(raw: Any, kind: Any, place: Place, found: list[Complaint]) -> Any:
    """Return as much of ``raw`` as fits ``kind`` and add a complaint for each part that does not.

    ``raw`` is None for a table that is not there.
    """
    if len(found) >= MOST_COMPLAINTS:
        return _placeholder(kind)
    kind, meta = _unwrap(kind)
    if isinstance(kind, type) and issubclass(kind, Struct):
        if isinstance(raw, dict):
            return _salvage_struct(raw, kind, place, found)
        found.append(Complaint(place, "is missing" if raw is None else _must_be(raw, "a table")))
        return _placeholder(kind)
    if get_origin(kind) is list:
        return _salvage_list(raw, kind, meta, place, found)
    try:
        return msgspec.convert(raw, Annotated[kind, meta] if meta is not None else kind)
    except (msgspec.ValidationError, OverflowError):
        found.append(Complaint(place, _why(raw, kind, meta)))
        return _placeholder(kind)


def _salvage_struct(
    raw: dict[str, Any], kind: type[Struct], place: Place, found: list[Complaint]
) -> Struct:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in raw:
            before = len(found)
            value = salvage(raw[name], field.type, (*place, name), found)
            # A default says "not known", which later checks understand; half a table they may not.
            sound = len(found) == before or isinstance(value, (Struct, list))
            if sound or field.required:
                values[field.name] = value
        elif field.required:
            why = ": every figure and judgement says where it comes from"
            text = f"is missing{why if name == 'source' else ''}"
            found.append(Complaint((*place, name), text))
            values[field.name] = _placeholder(field.type)
    unknown = [name for name in raw if name not in fields]
    for name in unknown[:_MOST_UNKNOWN]:
        hint = did_you_mean(name, fields) or "; remove it or check its name"
        found.append(Complaint((*place, name), f"is not known here{hint}"))
    if len(unknown) > _MOST_UNKNOWN:
        text = f"holds {len(unknown) - _MOST_UNKNOWN:,} more fields that are not known here"
        found.append(Complaint(place, text))
    return kind(**values)


def _salvage_list(
    raw: Any, kind: Any, meta: Meta | None, place: Place, found: list[Complaint]
) -> list[Any]:
    if not isinstance(raw, list):
        found.append(Complaint(place, _must_be(raw, "a list in [ ]")))
        return []
    if meta is not None and meta.min_length is not None and len(raw) < meta.min_length:
        found.append(Complaint(place, "is an empty list; it needs at least one item"))
    if meta is not None and meta.max_length is not None and len(raw) > meta.max_length:
        text = f"is a list of {len(raw)} items; at most {meta.max_length} are allowed"
        found.append(Complaint(place, text))
        # A list of a million wrong items makes one complaint, not a million.
        raw = raw[: meta.max_length]
    (item_kind,) = get_args(kind)
    return [salvage(item, item_kind, (*place, at), found) for at, item in enumerate(raw)]


def _unwrap(kind: Any) -> tuple[Any, Meta | None]:
    """Take ``X | None`` and ``Annotated[X, Meta]`` apart. TOML has no null: None never occurs."""
    meta: Meta | None = None
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            base, *extras = get_args(kind)
            meta = next((extra for extra in extras if isinstance(extra, Meta)), meta)
            kind = base
        elif origin in (Union, types.UnionType):
            (kind,) = (arm for arm in get_args(kind) if arm is not types.NoneType)
        else:
            return kind, meta


def _placeholder(kind: Any) -> Any:
    """Return a value of the kind that no check mistakes for one that somebody wrote."""
    kind, _meta = _unwrap(kind)
    if isinstance(kind, type) and issubclass(kind, Struct):
        required = [field for field in msgspec.structs.fields(kind) if field.required]
        return kind(**{field.name: _placeholder(field.type) for field in required})
    origin = get_origin(kind)
    if origin is tuple:
        return tuple(_placeholder(item) for item in get_args(kind))
    if origin is Literal:
        return ""
    if origin is list:
        return []
    return dt.date.min if kind is dt.date else kind()


def _why(raw: Any, kind: Any, meta: Meta | None) -> str:
    if get_origin(kind) is Literal:
        return f"({show(raw)}) must be one of {listed(map(show, get_args(kind)), 'or')}"
    if get_origin(kind) is tuple:
        return f"({_shown_list(raw)}) {_TUPLE_RULES[get_args(kind)[0]]}"
    number = isinstance(raw, int | float) and not isinstance(raw, bool)
    if number and (kind is float or (kind is int and isinstance(raw, int))):
        return f"({show(raw)}) {_range_rule(meta)}"
    if kind is str and isinstance(raw, str) and meta is not None:
        if meta.max_length is not None and len(raw) > meta.max_length:
            return f"is {len(raw):,} characters long; at most {meta.max_length:,} are allowed"
        if meta.min_length is not None and len(raw) < meta.min_length:
            return "is empty; leave it out if it is not known"
        if meta.pattern is not None:
            return f"({show(raw)}) {PATTERN_RULES.get(meta.pattern, 'has the wrong form')}"
    return f"({show(raw)}) {_TYPE_RULES.get(kind, 'has the wrong form')}"


def _must_be(raw: Any, what: str) -> str:
    return f"({show(raw)}) must be {what}"


def _range_rule(meta: Meta | None) -> str:
    if meta is None or meta.ge is None:
        return "is out of range"
    if meta.le is None:
        return f"must be {meta.ge:,} or more"
    return f"must be from {meta.ge:,} to {meta.le:,}"


def _shown_list(raw: Any) -> str:
    if isinstance(raw, list) and 0 < len(raw) <= 4:
        return f"[{', '.join(show(item) for item in raw)}]"
    return show(raw)
