from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.render.layout import beside, cell_len, line_len, pad, render, wrap
from careeradvisor.render.screen import Screen

words = st.lists(st.text("abcxyzé看-", min_size=1, max_size=14), max_size=12).map(" ".join)


class TestWrap:
    @given(words, st.integers(1, 30))
    def test_words_and_their_order_are_kept(self, text: str, width: int) -> None:
        assert " ".join(wrap(text, width)).split() == text.split()

    @given(words, st.integers(1, 30))
    def test_only_a_single_word_is_too_long(self, text: str, width: int) -> None:
        for line in wrap(text, width):
            assert cell_len(line) <= width or " " not in line

    @given(words, st.integers(2, 30))
    def test_folding_keeps_every_letter_within_the_width(self, text: str, width: int) -> None:
        lines = wrap(text, width, fold=True)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(cell_len(line) <= width for line in lines)

    @given(words, st.integers(1, 30))
    def test_no_line_could_take_the_next_word(self, text: str, width: int) -> None:
        lines = wrap(text, width)
        for line, after in pairwise(lines):
            assert cell_len(f"{line} {after.split()[0]}") > width

    def test_examples(self) -> None:
        assert wrap("", 10) == [""]
        assert wrap("https://www.example.org/a b", 6) == ["https://www.example.org/a", "b"]
        assert wrap("看護師 看", 6) == ["看護師", "看"]
        assert wrap("abcdefg", 3, fold=True) == ["abc", "def", "g"]


def test_width_of_letters() -> None:
    assert cell_len("e\u0301") == 1
    assert cell_len("看a") == 3
    assert cell_len("●─") == 2


def test_pad() -> None:
    assert pad("看", 4) == "看  "
    assert pad("5", 3, right=True) == "  5"
    assert pad("long", 2) == "long"


def test_blanks_at_the_end_of_a_line_are_left_out() -> None:
    line = [("a ", "bold"), ("   ", "dim"), ("  ", "")]
    assert render(Screen(colour=True), line) == "\x1b[1ma\x1b[0m"
    assert render(Screen(), [("", "")]) == ""


def test_cells_side_by_side() -> None:
    cells = [[[("one", "")], [("two", "")]], [[("three", "")]]]
    lines = list(beside(cells, [4, 5], 2))
    assert [render(Screen(), line) for line in lines] == ["one   three", "two"]
    assert line_len(lines[0]) == 11
