from __future__ import annotations

from typing import Any

import tomli
import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.lines import Lines, repeated
from careeradvisor.catalogue.wording import Place

TEXT = '''\
# a remark with [brackets] and "quotes"
[catalogue]
name = "x"  # "remark"

[careers.coder]
title = """
[not.a.table]
key = 1 ""quoted"" \\""" still
"""
"quoted key" = 'literal \\'
sources = [
  "a",   # ] not the end
  "b",
]
salary = { p10 = 1, survey = { low = 2 } }
dotted.key.here = 3

[[careers.coder.routes]]
name = "one"
[[careers.coder.routes]]
name = \'\'\'
[[careers.coder.routes]]
\'\'\'
[careers.coder.routes.nested]
months = [1,
  2]
[ careers . "odd \\u0041" ]
last = 1
'''


def test_every_kind_of_place() -> None:
    lines = Lines(TEXT)
    coder: Place = ("careers", "coder")
    assert {
        place: lines.of(place)
        for place in (
            ("catalogue",),
            ("catalogue", "name"),
            coder,
            (*coder, "title"),
            (*coder, "quoted key"),
            (*coder, "sources"),
            (*coder, "sources", 0),
            (*coder, "sources", 1),
            (*coder, "salary", "survey", "low"),
            (*coder, "dotted", "key", "here"),
            (*coder, "routes", 0),
            (*coder, "routes", 0, "name"),
            (*coder, "routes", 1, "name"),
            (*coder, "routes", 1, "nested", "months", 1),
            ("careers", "odd A", "last"),
        )
    } == {
        ("catalogue",): 2,
        ("catalogue", "name"): 3,
        coder: 5,
        (*coder, "title"): 6,
        (*coder, "quoted key"): 10,
        (*coder, "sources"): 11,
        (*coder, "sources", 0): 12,
        (*coder, "sources", 1): 13,
        (*coder, "salary", "survey", "low"): 15,
        (*coder, "dotted", "key", "here"): 16,
        (*coder, "routes", 0): 18,
        (*coder, "routes", 0, "name"): 19,
        (*coder, "routes", 1, "name"): 21,
        (*coder, "routes", 1, "nested", "months", 1): 26,
        ("careers", "odd A", "last"): 28,
    }


def test_lines_are_the_same_with_windows_line_ends() -> None:
    assert Lines(TEXT.replace("\n", "\r\n")).of(("careers", "odd A", "last")) == 28


def test_a_place_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = Lines(TEXT)
    assert lines.of(("careers", "coder", "routes", 1, "months")) == 20
    assert lines.of(("careers", "coder", "remote", "level")) == 5
    assert lines.of(("families",)) is None


def test_repeated_finds_both_lines() -> None:
    assert repeated("[a]\nx = 1\ny = 2\nx = 3\n") == (("a", "x"), 2, 4)
    assert repeated("[a.b]\n[a]\n[a.c]\n[a.b]\n") == (("a", "b"), 1, 4)
    # The parser says so before it says that the bracket is missing.
    for end in ("\n", "[x]\n", "'x]\n"):
        assert repeated(f"[a.b]\n[a.c]\n[a.b{end}") == (("a", "b"), 1, 3)
    assert repeated("a.b = 1\na.c = 2\n[[d]]\nx = 1\n[[d]]\nx = 1\n") is None


keys = st.text(min_size=1, max_size=6)
scalars = st.one_of(
    st.text(max_size=20), st.integers(-(2**60), 2**60), st.booleans(), st.floats(allow_nan=False)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def _places(value: Any, place: Place = ()) -> list[Place]:
    if isinstance(value, dict):
        items: list[tuple[str | int, Any]] = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    else:
        return []
    found: list[Place] = []
    for name, item in items:
        found += [(*place, name), *_places(item, (*place, name))]
    return found


@given(st.dictionaries(keys, values, max_size=5), st.booleans())
@settings(max_examples=100)
def test_every_place_of_any_table_is_found_exactly(table: dict[str, Any], multiline: bool) -> None:
    try:
        text = tomli_w.dumps(table, multiline_strings=multiline)
        if tomli.loads(text) != table:
            return
    except ValueError:
        return
    scanned = Lines(text)._places
    assert set(_places(table)) == set(scanned)
    assert all(1 <= line <= text.count("\n") + 1 for line in scanned.values())


@given(st.text(st.sampled_from("ab.=[]{}\"'#\\\n ,1"), max_size=60))
@example('"' * 7)
@example("[[[a")
@example("a={" * 30)
@settings(max_examples=150)
def test_it_ends_on_anything(text: str) -> None:
    Lines(text).of(("a",))
    repeated(text)


def test_it_is_not_stopped_by_depth_or_length() -> None:
    deep = "a = " + "[" * 100_000 + "]" * 100_000 + "\nb = 1\n"
    assert Lines(deep).of(("b",)) == 2
    long = 'a = """' + 'x"\\"' * 300_000 + '"""\nb = "' + "y" * 1_000_000 + '"\nc = 1\n'
    assert Lines(long).of(("c",)) == 3
