"""Should a text get past the check of catalogues, the outputs still make it harmless.

The check refuses what cannot be seen; here careers are made as objects that hold it all
the same, in each of their texts, and every command prints them in every format.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import cycle

import pytest

from careeradvisor.catalogue.model import Catalogue
from tests.fuzz.inside import Inside
from tests.fuzz.pools import HOSTILE
from tests.helpers import attacked
from tests.hostile.outputs import COMMANDS, FORMATS, assert_harmless, commands_for, give, texts_in
from tests.output.report.samples import parsed

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
    "a heading": "\r\n# heading\n- item\ttab",
    "Markdown": "a|b `c` [x](javascript:y) ![i](http://x) <b> \\| **d** # e",
}


Poison = Callable[[str], Catalogue]


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Poison:
    """Makes the program use a catalogue that says a text everywhere."""

    def use(text: str) -> Catalogue:
        made = attacked(text)
        monkeypatch.setattr("careeradvisor.catalogue.load.load", lambda _path=None: made)
        return made

    return use


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", TEXTS)
def test_each_text_in_each_format(
    inside: Inside, catalogue: Poison, name: str, format: str
) -> None:
    catalogue(TEXTS[name])
    # Each command gets every second text: what writes a format is the same for all of them.
    commands = commands_for(format)
    for command in commands[list(TEXTS).index(name) % 2 :: 2] or commands:
        ran = give(inside, command, format)
        assert ran.code == 0, ran.err
        assert ran.out
        assert_harmless(ran.out, format)


def test_each_of_the_pool_somewhere(inside: Inside, catalogue: Poison) -> None:
    # Not "nan", which in a report would be a figure that is none.
    texts = [text for text in HOSTILE if 0 < len(text) <= 200 and text != "nan"]
    ways = [(command, format) for format in FORMATS for command in commands_for(format)]
    for text, (command, format) in zip(texts, cycle(ways), strict=False):
        catalogue(text)
        ran = give(inside, command, format)
        assert ran.code == 0, (text, ran.err)
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
    assert text in parsed(give(inside, COMMANDS[0], "report").out).text
    catalogue("\x1b[31mred")
    assert "\\x1b[31mred" in give(inside, ("show", "coder"), "table").out
