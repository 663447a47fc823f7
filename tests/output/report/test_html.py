"""The report's HTML: sound, accessible, and inert whatever the catalogue says."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from careeradvisor.profile.answers import Answers
from careeradvisor.text import is_hidden
from tests.helpers import career_table, make_catalogue

from .samples import CASES, DESK, hostile_catalogue, html_of, html_of_case, parsed

LOADS = {
    *("script", "link", "img", "image", "iframe", "object", "embed", "audio", "video", "source"),
    *("base", "form", "input", "use", "foreignobject", "animate", "set", "portal", "track"),
}
TEXT_COLOURS = ("--ink", "--soft", "--accent", "--want")
GROUNDS = ("#ffffff", "--faint", "--accent-pale")


def assert_sound(html: str) -> None:
    """Check what must hold for every report."""
    root = parsed(html)
    everything = root.all()

    assert html.startswith("<!DOCTYPE html>")
    assert '<meta charset="utf-8">' in html[:1024]
    html.encode("utf-8")
    assert not [c for c in html if is_hidden(c) and c != "\n"]
    # What leaks when a template is given something that is not there.
    assert not re.findall(r'="(?:None|nan|inf|True|False)"|\$None|\b(?:nan|Undefined)\b', html)

    # Inert: nothing that runs, nothing that loads.
    assert not LOADS.intersection(e.tag for e in everything)
    for element in everything:
        for name, value in element.attributes.items():
            assert not name.startswith("on"), element
            assert name not in ("style", "src", "srcset", "action", "background"), element
            if name in ("href", "xlink:href"):
                assert element.tag == "a"
                assert re.fullmatch(r"#[a-z0-9-]+|[a-z0-9-]+\.html|https?://[!-~]+", value), value
    assert "@import" not in html
    assert not re.findall(r"url\((?!#)", html)
    refresh = [e for e in root.all("meta") if e.attributes.get("http-equiv") == "refresh"]
    assert not refresh

    # Headings in order.
    levels = [int(e.tag[1]) for e in everything if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(e.text for e in everything if re.fullmatch("h[1-6]", e.tag))

    # Names, and what refers to them.
    ids = [e.attributes["id"] for e in everything if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in everything:
        for name in ("aria-labelledby", "aria-describedby"):
            for target in element.attributes.get(name, "").split():
                assert target in ids, element
        href = element.attributes.get("href", "")
        if href.startswith("#"):
            assert href[1:] in ids, element

    # Pictures and tables make sense to those who cannot see them.
    for svg in root.all("svg"):
        if svg.attributes.get("aria-hidden") != "true":
            assert svg.attributes["role"] == "img"
            assert [child.tag for child in svg.children[:2]] == ["title", "desc"]
            assert all(child.text for child in svg.children[:2])
        for element in svg.all():
            for name, value in element.attributes.items():
                if name in ("x", "y", "width", "height", "x1", "x2", "y1", "y2"):
                    assert -1000 < float(value) < 10_000, element
                if name in ("width", "height"):
                    assert float(value) >= 0, element
    for table in root.all("table"):
        assert table.children[0].tag == "caption"
        assert table.children[0].text
        assert all(
            th.attributes.get("scope") in ("col", "row", "colgroup", "rowgroup")
            for th in table.all("th")
        )
        widths = {
            sum(int(cell.attributes.get("colspan", 1)) for cell in row.children)
            for row in table.all("tr")
        }
        assert len(widths) == 1, table.children[0].text
    assert root.one("html").attributes["lang"] == "en"
    assert root.one("head").one("title").text
    for part in ("main", "header", "nav"):
        assert root.one(part)


@pytest.mark.parametrize("name", CASES)
def test_every_report_is_sound(name: str) -> None:
    assert_sound(html_of_case(name))


def test_a_catalogue_full_of_attacks_is_only_text() -> None:
    html = html_of(Answers(DESK | {"salary": 50_000}), 5, hostile_catalogue())
    assert_sound(html)
    assert "\x1b" not in html
    assert "\u202e" not in html
    root = parsed(html)
    plan = root.one("section", id="plan-1")
    # All of it is there to be read, as it was written.
    shown = r"<script>window.hacked=1</script>"
    assert shown in plan.one("h2").text
    assert r"\x1b[31mred\x1b]0;title\x07\u202eesrever{{ 7 * 7 }}{% raw %}&amp;&#x202e;" in plan.text
    assert "49" not in plan.one("h2").text
    links = {a.attributes["href"] for a in root.all("a") if a.attributes["href"][0] != "#"}
    assert links == {"https://fine.example/page?a=1&b=2"}
    assert "javascript:window.hacked=4" in root.one("section", id="sources").text
    assert "javascript:window.hacked=5" in plan.text


def test_attacks_in_what_a_near_miss_says_are_only_text() -> None:
    answers = Answers(DESK | {"salary": 900_000}, must=("salary",))
    html = html_of(answers, 5, hostile_catalogue())
    assert_sound(html)
    assert "window.hacked" in parsed(html).one("section", id="summary").text


def test_text_in_any_script_survives() -> None:
    title = "Codificación médica 医療 مرمز Ω ½"
    catalogue = make_catalogue({"one": career_table(title=title), "two": career_table()})
    html = html_of(Answers(DESK), 5, catalogue)
    assert_sound(html)
    assert title in parsed(html).text


def test_the_policy_lets_only_the_style_inside_be_used() -> None:
    html = html_of_case("a desk job")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == f"'sha256-{digest}'"
    assert "script-src" not in rules


def test_the_print_style_serves_both_a4_and_letter() -> None:
    html = html_of_case("a desk job")
    assert "@media print" in html
    at_page = re.search(r"@page \{(.*?)\n\}", html, re.DOTALL)
    assert at_page
    # A fixed size would take the choice of paper away.
    assert "size:" not in at_page[1]


def test_colours_have_the_contrast_that_reading_needs() -> None:
    colours = dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", html_of_case("a desk job")))
    for ground in GROUNDS:
        below = _luminance(colours.get(ground, ground))
        for name in TEXT_COLOURS:
            above = _luminance(colours[name])
            assert (max(above, below) + 0.05) / (min(above, below) + 0.05) >= 4.5, (name, ground)


def test_the_report_is_small_enough_to_send() -> None:
    assert len(html_of_case("a desk job")) < 200_000


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
