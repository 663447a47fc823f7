"""What pages are made of: nothing is cut, at any width, whatever the words are."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from careeradvisor.output.parts import (
    Cell,
    Column,
    Facts,
    FitPicture,
    Heading,
    Items,
    Part,
    PayPicture,
    Table,
    Words,
)
from careeradvisor.output.terminal.bars import legend
from careeradvisor.output.terminal.console import Screen, show
from careeradvisor.output.terminal.parts import Drawn

HOSTILE = "[p10] :x: [/x] [bold red]"
LONG = "https://www.example.org/a/very/long/address/that/no/narrow/screen/has/room/for.html"
COLUMNS = (
    Column("  "),
    Column("Career", wraps=True),
    Column("Fit"),
    Column("Study", optional=True, right=True),
    Column("From home", optional=True),
    Column(""),
)
PAY = (10_000, 20_000, 30_000, 40_000, None)


def sheet(*titles: str, quiet: str = "said quietly") -> Table:
    rows = [
        (f"{i}", Cell(title, below=[quiet]), Cell("strong", picture=FitPicture(0.9)),
         Cell("4-9 mo", "met"), Cell("fully", "missed"), Cell(picture=PayPicture(PAY)))
        for i, title in enumerate(titles, 1)
    ]  # fmt: skip
    return Table(COLUMNS, ["A heading", *rows], named=1)


def shown(capsys: pytest.CaptureFixture[str], screen: Screen, *page: Part) -> str:
    capsys.readouterr()
    show(screen, Drawn(page))
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [20, 33, 40, 59, 60, 61, 80, 100, 120, 200])
@pytest.mark.parametrize("plain", [False, True])
def test_every_word_is_whole_and_in_its_line(
    capsys: pytest.CaptureFixture[str], width: int, plain: bool
) -> None:
    parts = (
        Heading("A heading of several words", "and an aside"),
        Words(f"Running text with {HOSTILE} and more of it"),
        Facts([("Label", f"its value {HOSTILE}"), ("A long label indeed", "text")]),
        Items([f"one {HOSTILE}", "two words"]),
        sheet(f"Health insurance claims examiner {HOSTILE}", "Coder"),
    )
    out = shown(capsys, Screen(width, plain=plain), *parts)
    for line in out.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()
        assert "…" not in line
    words = " ".join(out.split())
    for word in (*HOSTILE.split(), "examiner", "quietly", "strong", "several", "value"):
        assert word in words
    if plain:
        assert not set(out) & set("─━├●█")


def test_a_sign_stays_with_its_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    show(Screen(20), legend(["✓ yes", "✗ not", "? not known"]))
    assert capsys.readouterr().out.splitlines() == ["  ✓ yes", "  ✗ not", "  ? not known"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab \t[]:看é-", min_size=1, max_size=40), min_size=1, max_size=4),
       st.integers(20, 200))  # fmt: skip
def test_no_letter_of_a_table_is_lost(
    capsys: pytest.CaptureFixture[str], titles: list[str], width: int
) -> None:
    out = shown(capsys, Screen(width), sheet(*titles))
    for letter in "看é[":
        assert out.count(letter) == "".join(titles).count(letter)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_an_address_is_never_broken(capsys: pytest.CaptureFixture[str], width: int) -> None:
    parts = (Words(f"See {LONG} and on"), Facts([("Address", LONG)]), Items([LONG]),
             sheet(LONG, "b"), sheet("a", quiet=LONG))  # fmt: skip
    for part in parts:
        assert LONG in shown(capsys, Screen(width), part).replace(" ", "\n").splitlines()


def test_columns_go_before_words_do_and_lead_the_quiet_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wide = shown(capsys, Screen(100), sheet("A coder of records"))
    assert "From home" in wide.splitlines()[0] + wide.splitlines()[1] + wide.splitlines()[2]
    columns = (*COLUMNS[:5], Column("x" * 30))
    coder = Cell("A coder of records", below=["said"])
    rows = [("1", coder, "strong", "4-9 mo", "fully", "y")]
    out = shown(capsys, Screen(70), Table(columns, rows, named=1))
    assert "From home: fully · said" in out
    assert "Study" in out.splitlines()[0]


def test_blocks_say_what_columns_say(capsys: pytest.CaptureFixture[str]) -> None:
    table = shown(capsys, Screen(100), sheet("Coder"))
    block = shown(capsys, Screen(50), sheet("Coder"))
    assert "1 Coder" in block
    assert "✓ Study: 4-9 mo" in block
    facts = [
        word for word in re.findall(r"\w+", table.split("✓ as you")[0]) if word not in ("Career",)
    ]
    assert set(facts) <= set(re.findall(r"\w+", block))
