"""A ranking as a page: a table where there is room, blocks elsewhere, the same facts in both."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from msgspec import structs
from rich.cells import cell_len

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.output.markdown import markdown_text
from careeradvisor.output.parts import GROUP_MEANS, Cell, PayPicture
from careeradvisor.output.ranking import (
    later_text,
    print_ranking_csv,
    ranking_page,
    ranking_table,
    remarks,
    shown_of,
)
from careeradvisor.output.terminal.console import Screen, show
from careeradvisor.output.terminal.parts import Drawn
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views.ranking import MatchView, RankingView, ranking_view
from tests.helpers import career_table, make_catalogue

LAW = {"law": {"field": "law"}}
PERSON = Answers(
    wants={"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}
)


@cache
def advice(state: str | None = None, must: tuple[str, ...] = ()) -> Advice:
    answers = replace(PERSON, state=state, must=must)
    return advise(Prospects(load(), answers, local_wages(state) if state else None), answers)


@cache
def view(state: str | None = None, must: tuple[str, ...] = ()) -> RankingView:
    return ranking_view(advice(state, must), every=True, repeat="careeradvisor quiz --no-input")


def shown(
    capsys: pytest.CaptureFixture[str],
    screen: Screen,
    page: RankingView,
    top: int | None = None,
    *,
    explain: bool = False,
) -> list[str]:
    capsys.readouterr()
    if top is not None:
        page = structs.replace(page, shown=[match.id for match in page.matches[:top]])
    show(screen, Drawn(ranking_page(page, explain=explain)))
    return capsys.readouterr().out.splitlines()


def said(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\$?\d[\d,.-]*\d|\d", text))


def test_one_row_a_career_under_a_head(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, Screen(80), view())
    first = view().matches[0]
    assert lines[0].startswith("Careers that fit you ")
    assert lines[0].endswith(f"{len(view().shown)} of {view().counted}")
    assert lines[1].split() == ["Career", "Fit", "Patients", "Study", "From", "home", "Pay,",
                                "median"]  # fmt: skip
    assert set(lines[2]) == {"─"}
    assert lines[3].startswith(f"1   {first.title}")
    assert f" {first.verdict} " in lines[3]
    assert "✓ fully" in lines[3]
    assert lines[4].startswith("    ")


def test_the_most_important_criterion_is_the_first_column(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = replace(PERSON, priorities=("salary", "remote"))
    page = ranking_view(advise(advice().ranking.prospects, answers), top=5)
    head = shown(capsys, Screen(80), page)[1]
    assert head.index("Pay") < head.index("From home") < head.index("Patients")


@pytest.mark.parametrize(
    ("width", "explain"),
    [(20, False), (40, True), (59, False), (60, False), (80, True), (100, False), (200, True)],
)
@pytest.mark.parametrize("how", ["colour", "plain", "ascii"])
def test_it_never_runs_over_and_says_the_same_everywhere(
    capsys: pytest.CaptureFixture[str], width: int, how: str, explain: bool
) -> None:
    screen = Screen(width, colour=how == "colour", plain=how == "plain", unicode=how != "ascii")
    page = view("WY", ("remote",))
    lines = [
        re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown(capsys, screen, page, explain=explain)
    ]
    for line in lines:
        # One word alone may be longer than so narrow a screen is wide.
        assert cell_len(line) <= width or (width == 20 and len(line.split()) <= 2)
        assert line == line.rstrip()
        assert "…" not in line
    if how != "colour":
        assert all(line.isascii() for line in lines)
    words = said(lines)
    for match in page.matches[:5]:
        for word in match.title.split():
            assert word in words
        for clause in match.clauses:
            assert clause in words
        for criterion in match.criteria:
            assert numbers(criterion.short) <= numbers(words)
    for text in remarks(page):
        assert text in words
    assert "To repeat: careeradvisor quiz --no-input" in words


@pytest.mark.parametrize("width", [100, 120, 200])
def test_bars_join_where_there_is_room(capsys: pytest.CaptureFixture[str], width: int) -> None:
    wide = shown(capsys, Screen(width), view())
    assert "█" in wide[3]
    assert "●" in wide[3]
    assert "◆" in said(wide)
    assert "your target" in said(wide)
    assert "█" not in said(shown(capsys, Screen(99), view()))


def test_every_mark_has_one_meaning_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    words = said(shown(capsys, Screen(80), view("WY"), top=50))
    assert words.count("✓ as you asked ~ nearly ✗ not ? not known") == 1
    assert words.count(GROUP_MEANS) == 1
    made = any(m.pay.made or m.pay.not_published_for for m in view("WY").matches[:50])
    assert words.count("^ Not published as it is for your place") == made


def test_moves_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    answers = PERSON.with_want("remote", "hybrid")
    now = advise(advice().ranking.prospects, answers)
    page = ranking_view(now, top=40, before=advice().ranking)
    words = said(shown(capsys, Screen(200), page, top=40))
    assert re.search(r"\(up \d+\)", words)
    assert re.search(r"\(down \d+\)", words)


def test_explained(capsys: pytest.CaptureFixture[str]) -> None:
    words = said(shown(capsys, Screen(80), view(must=("remote",)), top=1, explain=True))
    match = view(must=("remote",)).matches[0]
    assert "Criterion Weight Satisfaction Contribution" in words
    assert f"fit {match.fit:.4f}" in words
    assert f"First in {match.first_share * 1000:.0f} of 1,000 draws." in words
    assert match.fits in words
    assert "Left out by your musts" in words
    for excluded in view(must=("remote",)).excluded:
        assert excluded.text in words


def test_what_a_sum_has_no_figure_for_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    for screen in (Screen(80, plain=True), Screen(40)):
        words = said(shown(capsys, screen, view(), top=1, explain=True))
        assert re.search(r"\bfit\.? Contribution: 0\.\d+", words)


def test_csv_has_a_row_for_every_career(capsys: pytest.CaptureFixture[str]) -> None:
    page = view(must=("remote",))
    print_ranking_csv(page)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(page.matches) + len(page.later) + len(page.excluded)
    assert [row["id"] for row in rows if row["rank"]] == [match.id for match in page.matches]
    assert rows[0]["remote_state"] == "met"
    assert {row["via"] != "" for row in rows if row["id"] == page.later[0].id} == {True}
    assert all(row["left_out_because"] for row in rows[-len(page.excluded) :])


def test_markdown_has_a_table_and_what_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    text = markdown_text(ranking_page(view("WY", ("remote",)), explain=True, paper=True))
    assert text.startswith("# What fits you, and what comes closest\n")
    assert "(a must)" in text
    assert "|  | Career | Fit | Patients |" in text
    assert text.count("as you asked)") >= 3
    assert "figures as of" in text


def test_only_what_is_within_reach_is_named_among_what_comes_later() -> None:
    def later(*holds: str, **of_route: Any) -> str:
        first = career_table()["routes"][0]
        route = first | {"months": [24, 24], "experience": [{"career": "aide", "months": 12}]}
        # Not shown, so that what it leads to is not said under it.
        aide = career_table(
            title="Aide",
            remote={"level": 0, "entry": 0, "why": "w", "source": "guide"},
            routes=[first | {"months": [6, 6]}],
        )
        careers = {f"c-{i}": career_table(title=f"C {i}") for i in range(3)}
        chief = career_table(title="Chief", routes=[route | of_route])
        catalogue = make_catalogue({**careers, "aide": aide, "chief": chief}, degrees=LAW)
        answers = Answers({"remote": "only", "patient_contact": "none"}, holds=holds)
        page = ranking_view(advise(Prospects(catalogue, answers), answers))
        return later_text(page, shown_of(page))

    assert later() == "Later: 1 career that fits well after work in another (--explain names it)."
    assert later("law", fields=["law"]) == (
        "Later: after 1 year as Aide and 2.5 years of study and training: Chief, a strong fit."
    )


def test_of_a_first_career_that_is_not_shown_no_certainty_is_told() -> None:
    page = view()
    assert remarks(page)[0].startswith("How sure:")
    assert "would come first" in " ".join(remarks(page))
    later = [match.id for match in page.matches if match.place > 1]
    told = " ".join(remarks(structs.replace(page, shown=later[:3])))
    assert "How sure" not in told
    assert "would come first" not in told


@pytest.mark.parametrize(
    ("part", "drawn"),
    [
        ("lower", (30_000, None, 40_000, None, 50_000)),
        ("middle", (40_000, None, 50_000, None, 60_000)),
        ("upper", (50_000, None, 60_000, None, 70_000)),
        ("whole", (30_000, 40_000, 50_000, 60_000, 70_000)),
    ],
)
def test_the_range_that_is_drawn_is_that_of_the_part_whose_median_is_printed(
    part: str, drawn: tuple[int | None, ...]
) -> None:
    figures = {"p10": 30_000, "p25": 40_000, "median": 50_000, "p75": 60_000, "p90": 70_000}
    position = {"part": part, "why": "w", "source": "guide"}
    salary = {"basis": "broader-group", "group": "A group", "source": "oews", "position": position}
    catalogue = make_catalogue({"coder": career_table(salary=salary | figures)})
    (match,) = ranking_view(advise(Prospects(catalogue), Answers({"salary": 50_000}))).matches
    assert match.pay.of_part == drawn
    assert match.pay.counts == drawn[2]
    assert ranking_table_pictures(match) == [drawn]


def ranking_table_pictures(match: MatchView) -> list[object]:
    page = view()
    table = ranking_table(structs.replace(page, wants=page.wants[:1]), [match])
    cells = [cell for row in table.rows for cell in row if isinstance(cell, Cell)]
    return [c.picture.percentiles for c in cells if isinstance(c.picture, PayPicture)]
