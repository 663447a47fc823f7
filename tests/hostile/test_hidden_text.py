"""Should a text get past the check of catalogues, the outputs still make it harmless.

The check refuses what cannot be seen; here careers are made as objects that hold it all
the same, in each of their texts, and every command prints them in every format.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from msgspec import Struct, structs

from careeradvisor.catalogue.model import Catalogue
from tests import helpers
from tests.fuzz.inside import Inside
from tests.fuzz.pools import HOSTILE
from tests.hostile.outputs import (
    COMMANDS,
    FORMATS,
    assert_harmless,
    commands_for,
    give,
    texts_in,
    words_of_page,
)

TEXTS = {
    "colour": "\x1b[31mred\x1b[0m",
    "title of the window": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://x.example\x1b\\here\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;Y2F0\x07",
    "8-bit controls": "\x9b31m\x9d0;t\x9c",
    "cursor": "ab\x08\x08\r\x0b\x0c\x1b[2J",
    "line ends": "one\r\ntwo\u2028three\u2029four\x85five",
    "directions": "\u202egpj.exe\u202c \u2066a\u2069 \u200e\u061c",
    "nothing to see": "a\u200b\ufeff\u00ad\u2060b\U000e0041\ufe0f\u115f",
    "NUL": "a\x00b",
    "no character": "\ufdd0 \uffff \ue000 \U0010ffff",
    "formula behind a tab": "\t=cmd()",
    "formula behind a line end": "\r\n=cmd()",
    "formula behind nothing": "\ufeff=cmd() \u200b@SUM(1)",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>'\"",
    "markup": "[red]x[/red] [link=file:///.../x]y[/link] :smile: [/]",
    "templates": "{{ 7 * 7 }} {% raw %} %s {0}",
    "right-to-left letters": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "wide letters": "\u533b\u7642\u4e8b\u52d9",
    "Markdown": "a|b `c` [x](javascript:y) ![i](http://x) <b> \\| **d** # e",
}


Poison = Callable[..., Catalogue]


def poisoned(text: str, *, size: int = 1) -> Catalogue:
    """A catalogue that says a text wherever it can, in what no check has seen."""
    catalogue = helpers.make_catalogue()
    table = helpers.catalogue_table()

    def spread(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spread(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spread(v, key) for v in value]
        keep = {"soc", "onet", "family", "source", "sources", "to", "from", "need", "basis"}
        keep |= {"career", "url", "nights", "lifting", "id", "education"}
        return text * size if isinstance(value, str) and key not in keep else value

    found = spread(table)
    found["careers"]["coder"]["title"] = f"{text * size} coder"
    found["careers"]["auditor"]["title"] = f"{text * size} auditor"
    for name in found["careers"]:
        found["careers"][name]["id"] = name
    # Types without their limits: lengths and patterns are what is passed over here.
    return _convert(found, catalogue)


def _convert(found: dict[str, Any], like: Catalogue) -> Catalogue:
    """The table as objects of the model, whatever its texts are."""

    def filled(value: Any, sample: Any) -> Any:
        if isinstance(sample, Struct):
            names = {f.name: f.encode_name for f in structs.fields(sample)}
            return structs.replace(
                sample,
                **{
                    name: filled(value[written], getattr(sample, name))
                    for name, written in names.items()
                    if isinstance(value, dict) and written in value
                },
            )
        if isinstance(sample, dict):
            return {key: filled(value[key], item) for key, item in sample.items()}
        if isinstance(sample, list):
            return [filled(one, item) for one, item in zip(value, sample, strict=True)]
        return value if isinstance(sample, str) else sample

    result: Catalogue = filled(found, like)
    return result


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Poison:
    """Makes the program use a catalogue that says a text everywhere, so many times over."""

    def use(text: str, size: int = 1) -> Catalogue:
        made = poisoned(text, size=size)
        monkeypatch.setattr("careeradvisor.catalogue.load.load", lambda _path=None: made)
        return made

    return use


def test_the_texts_are_everywhere(catalogue: Poison) -> None:
    career = catalogue("\x1b[1mX").careers["coder"]
    assert "\x1b" in career.title
    assert "\x1b" in career.summary
    assert "\x1b" in career.duties[0]
    assert "\x1b" in career.routes[0].name
    assert "\x1b" in career.credentials[0].body
    assert career.outlook is not None
    assert "\x1b" in career.outlook.period


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", TEXTS)
def test_each_text_in_each_format(
    inside: Inside, catalogue: Poison, name: str, format: str
) -> None:
    catalogue(TEXTS[name])
    for command in commands_for(format):
        ran = give(inside, command, format)
        assert ran.code == 0, ran.err
        assert ran.out
        assert_harmless(ran.out, format)


@pytest.mark.parametrize("format", FORMATS)
def test_all_of_the_pool_in_each_format(inside: Inside, catalogue: Poison, format: str) -> None:
    texts = [text for text in HOSTILE if 0 < len(text) <= 400]
    # A report has all that the others have, and takes ten times as long.
    for number, text in enumerate(texts[:: 12 if format == "report" else 2]):
        catalogue(text)
        commands = commands_for(format)
        command = commands[number % len(commands)]
        ran = give(inside, command, format)
        assert ran.code == 0, (text, ran.err)
        assert_harmless(ran.out, format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_megabyte_of_it_takes_no_minute(inside: Inside, catalogue: Poison, format: str) -> None:
    for text in ("\x1b[31m[red]<b>=", "x", "a b "):
        catalogue(text, 1_000_000 // len(text) // 40)
        started = time.monotonic()
        ran = give(inside, commands_for(format)[0], format)
        assert ran.code == 0, ran.err
        assert time.monotonic() - started < 15
        assert_harmless(ran.out, format)


def test_what_can_be_seen_is_still_there(inside: Inside, catalogue: Poison) -> None:
    """Made harmless is not left out: a reader sees what somebody tried."""
    text = "[red]x[/red] <b>y</b> {{ 7 * 7 }} a|b"
    catalogue(text)
    for command in COMMANDS:
        shown = " ".join(give(inside, command, "table").out.split())
        assert "[red]x[/red] <b>y</b> {{ 7 * 7 }} a|b" in shown
    found = texts_in(json.loads(give(inside, ("show", "coder"), "json").out))
    assert text in found
    page = words_of_page(give(inside, COMMANDS[0], "report").out)
    assert text in page
    catalogue("\x1b[31mred")
    assert "\\x1b[31mred" in give(inside, ("show", "coder"), "table").out
