from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.wages import local_wages
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.matching.rank import Match
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.render.layout import cell_len
from careeradvisor.render.ranking_explain import _rounded, terms
from careeradvisor.render.ranking_table import print_ranking
from careeradvisor.render.ranking_words import (
    beaten,
    left_out,
    nearest_misses,
    not_known,
    short_why,
    title_of,
)
from careeradvisor.render.screen import Screen
from tests.helpers import career_table, make_catalogue

PERSON = Answers(
    wants={"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}
)
TERMINAL = Screen(width=80, is_terminal=True)
PIPE = Screen(width=100)


@pytest.fixture(scope="module")
def prospects() -> Prospects:
    return Prospects(load())


WYOMING = Answers(state="WY")


@pytest.fixture(scope="module")
def in_wyoming() -> Prospects:
    return Prospects(load(), WYOMING, local_wages("WY"))


def shown(
    capsys: pytest.CaptureFixture[str], screen: Screen, advice: Advice, **how: object
) -> list[str]:
    capsys.readouterr()
    print_ranking(screen, advice, **how)  # type: ignore[arg-type]
    return capsys.readouterr().out.splitlines()


def said(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def small(**of_second: object) -> Prospects:
    """Two careers: a coder, and another that differs from it as told."""
    careers = {"coder": career_table(), "other": career_table(title="Other", **of_second)}
    return Prospects(make_catalogue(careers))


class TestOneScreen:
    @pytest.mark.parametrize("state", [None, "WY"])
    @pytest.mark.parametrize("must", [(), ("remote",), ("salary", "schooling")])
    def test_the_top_five_fit_80_by_24(
        self,
        capsys: pytest.CaptureFixture[str],
        prospects: Prospects,
        in_wyoming: Prospects,
        state: str | None,
        must: tuple[str, ...],
    ) -> None:
        advice = advise(in_wyoming if state else prospects, replace(PERSON, state=state, must=must))
        lines = shown(capsys, TERMINAL, advice)
        assert len(lines) <= 23
        assert all(cell_len(line) <= 80 for line in lines)
        after = lines[lines.index(next(line for line in lines if line.startswith("How sure"))) :]
        assert len(after) <= 6
        words = said(after)
        assert advice.sureness.words in words
        assert advice.changes[0].text in words
        assert ("Your musts leave out" in words) == bool(must)
        assert ("not published for WY, national figure shown" in words) == bool(state)

    def test_everything_that_is_asked_for_is_on_it(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        advice = advise(prospects, PERSON)
        lines = shown(capsys, TERMINAL, advice)
        first = advice.ranking.matches[0]
        assert lines[0].startswith("Careers that fit you ")
        assert lines[0].endswith("5 of 145 careers")
        assert "your target" in lines[1]
        assert lines[2].startswith(f" 1 {first.career.title} ")
        assert lines[2].endswith(f"{first.verdict} █████████░")
        assert "no patient contact" in lines[3]
        assert "●" in lines[4]
        assert "◆" in lines[4]
        assert f"median ${first.prospect.pay.median:,}" in lines[4]
        assert lines[4].endswith("first pay after 4 months")

    def test_all_pay_bars_have_the_same_scale(
        self, capsys: pytest.CaptureFixture[str], in_wyoming: Prospects
    ) -> None:
        answers = replace(PERSON, state="WY")
        lines = shown(capsys, TERMINAL, advise(in_wyoming, answers))
        places = {line.index("  median ") for line in lines if "  median $" in line}
        targets = {line.index("◆") for line in lines[2:] if "◆" in line}
        assert len(places) == 1
        assert len(targets) == 1

    def test_a_salary_that_nobody_asked_for_has_no_target(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        lines = shown(capsys, TERMINAL, advise(prospects, Answers(wants={"remote": "only"})))
        assert "target" not in lines[1]
        assert not any("◆" in line for line in lines)

    def test_top(self, capsys: pytest.CaptureFixture[str], prospects: Prospects) -> None:
        lines = shown(capsys, TERMINAL, advise(prospects, PERSON), top=2)
        assert lines[0].endswith("2 of 145 careers")
        assert sum(line.endswith("░") or line.endswith("█") for line in lines) == 2


class TestElsewhere:
    def test_a_pipe_gets_everything_in_full(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        from careeradvisor.matching.explain import in_a_line

        advice = advise(prospects, replace(PERSON, must=("remote",)))
        lines = shown(capsys, PIPE, advice)
        words = said(lines)
        assert not any("…" in line for line in lines)
        assert all(change.text in words for change in advice.changes)
        assert nearest_misses(advice.ranking) in words
        assert "\x1b" not in words
        clauses = in_a_line(advice.ranking.matches[0]).split("; ")
        assert clauses[0][1:] in words

    @pytest.mark.parametrize(
        "screen",
        [
            Screen(width=40, is_terminal=True),
            Screen(width=40, plain=True),
            Screen(width=40, unicode=False),
            Screen(width=60, is_terminal=True),
            Screen(width=100, is_terminal=True, colour=True),
        ],
    )
    @pytest.mark.parametrize("explain", [False, True])
    def test_it_never_runs_over(
        self,
        capsys: pytest.CaptureFixture[str],
        in_wyoming: Prospects,
        screen: Screen,
        explain: bool,
    ) -> None:
        from tests.render.views import without_colour

        answers = replace(PERSON, state="WY", must=("remote",))
        for line in shown(capsys, screen, advise(in_wyoming, answers), explain=explain):
            assert cell_len(without_colour(line)) <= screen.width
            assert screen.unicode is False or line == line.rstrip()
            assert screen.unicode or line.isascii()

    def test_plain_is_words_only_and_says_the_same(
        self, capsys: pytest.CaptureFixture[str], in_wyoming: Prospects
    ) -> None:
        answers = replace(PERSON, state="WY")
        advice = advise(in_wyoming, answers)
        lines = shown(capsys, Screen(width=80, plain=True), advice)
        assert all(line.isascii() for line in lines)
        words = said(lines)
        for rank, match in enumerate(advice.ranking.matches[:5], start=1):
            assert f"{rank}. {match.career.title}: {match.verdict} fit" in words
        assert "Pay: median $54,210, 8 in 10 earn $" in words
        assert "in WY. First pay after 4 months." in words
        assert "(not published for WY, national figure shown)" in words

    def test_nothing_is_said_by_colour_alone(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        from tests.render.views import without_colour

        advice = advise(prospects, PERSON)
        coloured = shown(capsys, Screen(width=80, is_terminal=True, colour=True), advice)
        assert any("\x1b[" in line for line in coloured)
        bare = [without_colour(line) for line in coloured]
        assert bare == shown(capsys, TERMINAL, advice)


class TestWords:
    def test_moves_are_marked(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        advice = advise(prospects, PERSON)
        first, second, third, fourth, fifth = (m.career.id for m in advice.ranking.matches[:5])
        moved = {first: 2, second: -1, third: 0, fourth: None}
        assert fifth not in moved
        words = said(shown(capsys, TERMINAL, advice, moved=moved))
        titles = [m.career.title for m in advice.ranking.matches[:5]]
        assert f"{titles[0]} (up 2)" in words
        assert f"{titles[1]} (down 1)" in words
        assert f"{titles[2]} (" not in words
        assert f"{titles[3]} (new)" in words
        assert f"{titles[4]} (" not in words

    def test_a_weak_best_is_not_called_a_fit(self) -> None:
        answers = Answers(wants={"patient_contact": "a-lot", "remote": "on-site"})
        ranking = advise(small(), answers).ranking
        assert ranking.first is not None
        assert ranking.first.verdict == "weak"
        assert title_of(ranking) == "Nothing fits all you asked; these come closest"

    @pytest.mark.parametrize("screen", [TERMINAL, PIPE, Screen(width=100, plain=True)])
    def test_what_is_not_known_is_flagged(
        self, capsys: pytest.CaptureFixture[str], screen: Screen
    ) -> None:
        answers = Answers(wants={"salary": 45_000, "remote": "only"}, must=("salary",))
        advice = advise(small(salary=None, routes=[]), answers)
        other = next(m for m in advice.ranking.matches if m.career.id == "other")
        assert not_known(other) == (
            "Not known: salary. The fit may be partial to strong. "
            "Find out first: salary is a must of yours."
        )
        words = said(shown(capsys, screen, advice))
        assert not_known(other) in words
        assert "not known" in words.partition("Other")[2]
        assert "irst pay not known" in words

    def test_the_better_one_is_named_once(self, prospects: Prospects) -> None:
        advice = advise(prospects, PERSON)
        texts = beaten(advice, advice.ranking.matches[:5])
        for text in texts:
            assert text.endswith(" on everything you asked.")
        pairs = [advice.dominated.get(m.career.id) for m in advice.ranking.matches[:5]]
        assert len(texts) == len({better for better in pairs if better})

    def test_a_shortened_reason_says_nothing_else(self) -> None:
        remote = {"level": 4, "entry": 1, "why": "So.", "source": "guide"}
        contact = {"level": 4, "why": "So.", "source": "guide"}
        answers = Answers(wants={"patient_contact": "none", "remote": "only"})
        advice = advise(small(remote=remote, patient_contact=contact), answers)
        other = next(m for m in advice.ranking.matches if m.career.id == "other")
        why = short_why(other, 80)
        assert why.startswith("Can be done fully from home; but ")
        # A comma between two adjectives is no place to cut.
        assert "constant" not in why or "constant, hands-on patient contact" in why

    def test_a_reason_is_shortened_clause_by_clause(self, prospects: Prospects) -> None:
        match = advise(prospects, PERSON).ranking.matches[0]
        full = short_why(match, 1_000)
        assert len(short_why(match, 60)) <= 60
        assert full.startswith(short_why(match, 60)[:20])
        assert short_why(match, 1) == "No patient contact; but pays $51,140 at the median"
        assert "$51,140" in short_why(match, 60)


class TestNothingLeft:
    def test_it_says_what_to_relax_and_who_is_near(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        answers = Answers(
            wants={**PERSON.wants, "salary": 1_900_000, "growth": "fast"},
            must=("salary", "growth", "schooling"),
        )
        unknown = {p.career.id for p in prospects if p.pay.median is None}
        advice = advise(
            Prospects(
                type(prospects.catalogue)(
                    head=prospects.catalogue.head,
                    sources=prospects.catalogue.sources,
                    families=prospects.catalogue.families,
                    careers={
                        k: v for k, v in prospects.catalogue.careers.items() if k not in unknown
                    },
                )
            ),
            answers,
        )
        assert not advice.ranking.matches
        lines = shown(capsys, TERMINAL, advice, top=3)
        words = said(lines)
        assert lines[0] == "No career meets every must"
        assert "at most 9 months; $1,900,000 a year; growth much faster" in words
        if advice.relaxation is not None:
            assert advice.relaxation.text in words
        for excluded in advice.ranking.excluded[:3]:
            assert f"{excluded.match.career.title} (number {excluded.would_rank} without" in words
            assert left_out(excluded.match) in words

    def test_when_no_single_must_helps(self, capsys: pytest.CaptureFixture[str]) -> None:
        answers = Answers(
            wants={"salary": 1_900_000, "patient_contact": "a-lot"},
            must=("salary", "patient_contact"),
        )
        advice = advise(small(), answers)
        assert advice.relaxation is None
        words = said(shown(capsys, TERMINAL, advice))
        assert "No single one of them, dropped, brings a career back" in words


class TestExplained:
    def test_the_terms_are_shown_and_sum_to_the_fit(
        self, capsys: pytest.CaptureFixture[str], prospects: Prospects
    ) -> None:
        advice = advise(prospects, PERSON)
        words = said(shown(capsys, TERMINAL, advice, explain=True, top=1))
        match = advice.ranking.matches[0]
        assert "criterion weight satisfaction contribution" in words
        assert f"fit 1.0000 {match.fit:.4f}" in words
        assert "Of 100 weightings, it is first in" in words
        assert "It has no patient contact" in words

    @settings(
        max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(
        salary=st.integers(20_000, 200_000),
        schooling=st.integers(0, 120),
        order=st.permutations(("salary", "schooling", "remote")),
        place=st.integers(0, 100),
    )
    def test_shown_numbers_sum(
        self, prospects: Prospects, salary: int, schooling: int, order: list[str], place: int
    ) -> None:
        answers = Answers(
            wants={"salary": salary, "schooling": schooling, "remote": "only", "growth": "fast"},
            priorities=tuple(order),
        )
        match: Match = advise(prospects, answers).ranking.matches[place]
        *rows, total = terms(match)
        assert round(sum(float(row[1]) for row in rows), 4) == 1
        assert round(sum(float(row[3]) for row in rows), 4) == float(total[3])
        for row in rows:
            s = 0.5 if row[2] == "not known" else float(row[2])
            assert float(row[3]) == pytest.approx(float(row[1]) * s, abs=2.1e-4)

    @given(st.lists(st.floats(0, 1), max_size=11))
    def test_rounding_keeps_the_sum(self, values: list[float]) -> None:
        rounded = [float(text) for text in _rounded(values, sum(values))]
        assert f"{sum(rounded):.4f}" == f"{sum(values):.4f}"
        assert all(abs(a - b) <= 1.01e-4 for a, b in zip(rounded, values, strict=True))
