from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.render.layout import cell_len
from careeradvisor.render.page import Column, Page
from careeradvisor.render.screen import Screen

TEXT = "A sentence that is long enough to be wrapped on a narrow screen, and then some."


def lines_of(page: Page, capsys: pytest.CaptureFixture[str]) -> list[str]:
    page.print()
    return capsys.readouterr().out.splitlines()


def test_title_with_something_at_the_right(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen(width=40))
    page.title("Left", "right")
    assert lines_of(page, capsys) == ["Left" + " " * 31 + "right"]


def test_no_room_beside_the_title(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen(width=40))
    page.title("A title that takes most of the line", "and an aside")
    assert lines_of(page, capsys) == ["A title that takes most of the line", "  and an aside"]


def test_plain_has_it_in_parentheses_and_wraps(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen(width=40, plain=True))
    page.ends("A lead-in that takes most of the line", "24 months")
    assert lines_of(page, capsys) == ["  A lead-in that takes most of the line", "  (24 months)"]


def test_facts_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen(width=60))
    page.facts([("Pay", "one two " * 10), ("Months", "4")], label_width=10)
    assert lines_of(page, capsys) == [
        "  Pay       one two one two one two one two one two one two",
        "            one two one two one two one two",
        "  Months    4",
    ]


@pytest.mark.parametrize("screen", [Screen(width=40), Screen(width=60, plain=True)])
def test_facts_without_columns(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(screen)
    page.facts([("Pay", "one")])
    assert lines_of(page, capsys) == ["  Pay: one"]


def test_gaps_are_never_doubled(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen())
    page.gap()
    page.text("a")
    page.gap()
    page.gap()
    page.heading("B")
    page.text("")
    assert lines_of(page, capsys) == ["  a", "", "B"]


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(Screen(width=30))
    columns = [Column("What it is", wraps=True), Column("Pay a year", right=True)]
    page.table(columns, [["A title of many words here", "$5,000"], "Group", ["short", "$10"]])
    assert lines_of(page, capsys) == [
        "                         Pay a",
        "  What it is              year",
        "  A title of many       $5,000",
        "  words here",
        "",
        "Group",
        "  short                    $10",
    ]


def test_a_pipe_never_breaks_words(capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://www.example.org/" + "x" * 60
    for terminal in (False, True):
        page = Page(Screen(width=40, is_terminal=terminal))
        page.text(f"See {address}")
        page.table([Column("a", wraps=True), Column("b")], [[address, "end"]])
        text = "\n".join(lines_of(page, capsys))
        assert text.count(address) == (1 if terminal else 2)


def test_nothing_that_is_put_on_a_page_can_steer_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = Page(Screen())
    bad = "x\x1b[31m\x07\u202e[red]y"
    page.title(bad, bad)
    page.heading(bad, bad)
    page.text(bad)
    page.bullets([bad])
    page.facts([(bad, bad)])
    page.ends(bad, bad)
    page.table([Column(bad)], [[bad], bad])
    text = "\n".join(lines_of(page, capsys))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert text.count(r"\x1b[31m\x07\u202e[red]y") == 13


@given(
    st.lists(st.text("ab é看-", max_size=60), max_size=6),
    st.integers(40, 100),
    st.booleans(),
    st.booleans(),
)
def test_no_line_is_wider_than_the_screen(
    texts: list[str], width: int, plain: bool, unicode: bool
) -> None:
    page = Page(Screen(width=width, plain=plain, unicode=unicode))
    for text in texts:
        page.text(text, hang=2)
        page.facts([("Label", text)])
        page.bullets([text])
        page.heading(text, "aside")
    for line in page.lines:
        assert cell_len(line) <= width or max(map(cell_len, line.split())) > width - 20
        assert line == line.rstrip()
