from __future__ import annotations

import csv
import io
import re
from contextlib import redirect_stdout

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from careeradvisor.output import parts
from careeradvisor.output.markdown import markdown, markdown_table, markdown_text, web_address
from careeradvisor.output.table import csv_cell, print_csv, print_fields
from careeradvisor.text import one_line


class Inner(Struct):
    months: tuple[int, int]
    name: str | None


class Outer(Struct):
    parts: list[Inner]
    nothing: list[str]
    is_so: bool


FORMULAS = ("=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "  =1", "＝1", "\n-x")


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
        out = io.StringIO()
        with redirect_stdout(out):
            print_csv(["a", "b"], rows)
        assert list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:] == [
            [csv_cell(value) for value in row] for row in rows
        ]

    def test_all_of_a_view_as_fields(self, capsys: pytest.CaptureFixture[str]) -> None:
        print_fields(Outer([Inner((1, 2), "=a"), Inner((3, 4), None)], [], True))
        assert capsys.readouterr().out == (
            "field,value\nparts[1].months[1],1\nparts[1].months[2],2\nparts[1].name,'=a\n"
            "parts[2].months[1],3\nparts[2].months[2],4\nparts[2].name,\nnothing,\nis_so,true\n"
        )


class TestMarkdown:
    def test_a_page(self) -> None:
        page: list[parts.Part] = [
            parts.Heading("Title <b>", "aside", level=1),
            parts.Heading("Head"),
            parts.Words("Text|"),
            parts.Words("Bold", "head"),
            parts.Items(["one", "two"]),
            parts.Facts([("Label", "value")]),
            parts.Entry("Left", "right", ["Said."], "https://www.example.org/x"),
            parts.PayPicture([1, 2, 3, 4, 5]),
            parts.Table(
                [parts.Column("a"), parts.Column("b", right=True)],
                [["1", "2"], "Group", ["3", "4"]],
            ),
        ]
        assert markdown_text(page) == (
            "# Title &lt;b&gt;\n\nAside\n\n## Head\n\nText\\|\n\n**Bold**\n\n- one\n- two\n\n"
            "- **Label**: value\n\n**Left** (right)\n\nSaid.\n\n<https://www.example.org/x>\n\n"
            "| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n## Group\n\n"
            "| a | b |\n| --- | ---: |\n| 3 | 4 |\n"
        )

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
            "| a | b |\n| --- | ---: |\n| x\\|y | 1 |"
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
