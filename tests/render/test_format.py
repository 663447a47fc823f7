from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.render.format import (
    csv_cell,
    csv_text,
    dollars,
    json_text,
    markdown,
    markdown_table,
    months,
    span,
    web_address,
    years_note,
)
from careeradvisor.text import one_line

FORMULAS = ("=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "  =1", "＝1", "\n-x")


class TestNumbers:
    def test_dollars(self) -> None:
        assert dollars(51_140) == "$51,140"
        assert dollars(0) == "$0"
        assert dollars(None) == "not known"

    def test_months(self) -> None:
        assert months(1) == "1 month"
        assert months(0) == "0 months"
        assert span((1, 1)) == "1 month"
        assert span((4, 9)) == "4 to 9 months"
        assert years_note(23) == ""
        assert years_note(24) == " (2 years)"
        assert years_note(54) == " (4.5 years)"


class TestCsv:
    @pytest.mark.parametrize("text", FORMULAS)
    def test_formulas_get_an_apostrophe(self, text: str) -> None:
        assert csv_cell(text) == f"'{one_line(text)}"

    @pytest.mark.parametrize("text", ["-5", "-5.25", "coder", "'=1", "a=b", "3-4", ""])
    def test_others_stay(self, text: str) -> None:
        assert csv_cell(text) == text

    def test_values(self) -> None:
        assert csv_cell(-5) == -5
        assert csv_cell(None) == ""
        assert csv_cell(True) == "true"

    @given(st.text(max_size=30))
    def test_no_text_is_ever_a_formula(self, text: str) -> None:
        cell = csv_cell(text)
        assert not cell.startswith(tuple("=+@\t\r＝＋－＠"))
        assert not cell.startswith("-") or re.fullmatch(r"-[0-9.]+", cell)

    @given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=4))
    def test_rows_and_cells_come_back(self, rows: list[list[str]]) -> None:
        text = csv_text(["a", "b"], rows)
        assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [
            [csv_cell(value) for value in row] for row in rows
        ]

    def test_quoting(self) -> None:
        assert csv_text(["a"], [['say "x", y']]) == 'a\n"say ""x"", y"\n'


class TestJson:
    def test_comes_back(self) -> None:
        value = {"a": [1, None, True, 0.5], "b": {"c": "é"}}
        assert json.loads(json_text(value)) == value
        assert "é" in json_text(value)

    def test_in_letters_of_the_encoding(self) -> None:
        assert json_text("é", "ascii") == '"\\u00e9"\n'
        assert json_text("é", "no such encoding") == '"\\u00e9"\n'

    def test_nothing_hidden(self) -> None:
        text = json_text({"k\x1b": "a\x1b[31m\u202e\x9b"})
        assert json.loads(text) == {"k\\x1b": "a\\x1b[31m\\u202e\\x9b"}

    def test_not_a_number_is_refused(self) -> None:
        with pytest.raises(ValueError, match="not JSON compliant"):
            json_text(float("nan"))


class TestMarkdown:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a|b", r"a\|b"),
            ("`x`", r"\`x\`"),
            ("<b onclick=x>", "&lt;b onclick=x&gt;"),
            ("[a](http://x)", r"\[a\](http:&#47;&#47;x)"),
            ("www.example.org", "www&#46;example.org"),
            ("- a list", r"\- a list"),
            ("+ a list", r"\+ a list"),
            ("1. one", r"1\. one"),
            ("12) twelve", r"12\) twelve"),
            ("# head", r"\# head"),
            ("> quote", "&gt; quote"),
            ("=== under", r"\=== under"),
            ("a\nb", "a b"),
            ("a & b", "a &amp; b"),
            ("-", r"\-"),
            ("-2.5% in 2024-34", "-2.5% in 2024-34"),
            ("5.5 years", "5.5 years"),
            ("$5,000 to $6,000", "$5,000 to $6,000"),
        ],
    )
    def test_escaping(self, text: str, shown: str) -> None:
        assert markdown(text) == shown

    @given(st.text(max_size=40))
    def test_one_line_without_html_or_cells(self, text: str) -> None:
        shown = markdown(text)
        assert "\n" not in shown
        assert "<" not in shown
        assert not re.search(r"(?<!\\)(\\\\)*\|", shown)

    def test_table(self) -> None:
        assert markdown_table(["a", "b"], [["x|y", "1"]], "lr") == (
            "| a | b |\n| --- | ---: |\n| x\\|y | 1 |\n"
        )


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://www.bls.gov/ooh/", True),
        ("http://board.example:8080?id=3&x=[1]#top", True),
        ("https://board.example", True),
        ("javascript:alert(1)", False),
        ("file:///.../x", False),
        ("https://x.example/<b>", False),
        ('https://x.example/"onload=x', False),
        ("https://x.example/a b", False),
        ("https://x.example/`a`", False),
        ("https://x.example/\u202e", False),
        ("https://x.example/\n", False),
        ("", False),
    ],
)
def test_what_may_become_a_link(address: str, is_one: bool) -> None:
    assert web_address(address) == (address if is_one else "")
