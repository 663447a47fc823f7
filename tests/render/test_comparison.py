from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.criteria import ALL, BY_KEY, registry
from careeradvisor.criteria.patient_contact import PatientContact
from careeradvisor.matching.rank import rank
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.render import comparison_rows
from careeradvisor.render.comparison import Comparison, Row, compare
from careeradvisor.render.comparison_page import comparison_page
from careeradvisor.render.screen import Screen
from tests.helpers import career_table, make_catalogue
from tests.render.views import view_prospects


def compared(*ids: str, prospects: Prospects | None = None, **more: Any) -> Comparison:
    prospects = prospects or view_prospects()
    return compare(prospects, [prospects[career_id].career for career_id in ids], **more)


def row(comparison: Comparison, key: str) -> Row:
    return next(row for row in comparison.rows if row.key == key)


class TestBetter:
    @pytest.mark.parametrize(
        ("key", "best"),
        [
            ("median_pay", {1}),
            ("ten_years", {1}),
            ("months_to_first_pay", {0}),
            ("study_months", {0}),
            ("infection", {0}),
            ("change_percent", {1}),
            ("radiation", set()),
        ],
    )
    def test_where_it_is_plain(self, key: str, best: set[int]) -> None:
        assert row(compared("coder", "nurse"), key).better == best

    @pytest.mark.parametrize(
        "key", ["patient_contact", "remote", "nights", "standing", "automation", "interests"]
    )
    def test_never_where_tastes_differ(self, key: str) -> None:
        assert row(compared("coder", "nurse"), key).better == frozenset()

    def test_several_can_be_best(self) -> None:
        assert row(compared("surgeon", "coder", "auditor"), "study_months").better == {1, 2}

    def test_nobody_is_better_than_what_is_not_known(self) -> None:
        assert row(compared("coder", "porter"), "median_pay").better == frozenset()

    def test_the_best_of_those_known(self) -> None:
        assert row(compared("porter", "coder", "nurse"), "median_pay").better == {2}


class TestRows:
    def test_what_is_the_same_is_apart(self) -> None:
        comparison = compared("coder", "nurse")
        assert {r.key for r in comparison.same} == {"radiation", "openings", "interests"}
        assert len(comparison.same) + len(comparison.different) == len(comparison.rows)

    def test_what_nobody_has_is_left_out(self) -> None:
        assert not {"work_months", "residency_months", "months", "pay_area"} & {
            r.key for r in compared("coder", "nurse").rows
        }
        assert "work_months" in {r.key for r in compared("coder", "auditor").rows}
        assert "residency_months" in {r.key for r in compared("coder", "surgeon").rows}

    def test_every_criterion_is_compared_on(self) -> None:
        assert {criterion.key for criterion in ALL} == comparison_rows._COVERED

    def test_a_new_criterion_gets_a_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Uniform(PatientContact):
            name = "uniform"
            label = "work clothes"

        monkeypatch.setattr(comparison_rows, "ALL", (*ALL, Uniform()))
        found = row(compared("coder", "nurse"), "uniform")
        assert (found.label, found.texts) == ("Work clothes", ("none", "constant"))
        assert registry.ALL is ALL
        assert set(BY_KEY) == {criterion.key for criterion in ALL}


class TestBreakEven:
    def test_the_later_start_that_overtakes(self) -> None:
        (found,) = compared("coder", "nurse").break_even
        assert (found.ahead, found.behind, found.month) == ("nurse", "coder", 49)
        assert "from year 5 on (after 49 months)" in found.text

    def test_the_order_of_names_does_not_matter(self) -> None:
        (found,) = compared("nurse", "coder").break_even
        assert (found.ahead, found.month) == ("nurse", 49)

    def test_one_that_is_ahead_all_along(self) -> None:
        (found,) = compared("coder", "surgeon").break_even
        assert (found.ahead, found.month) == ("coder", 0)
        assert "earns more than Surgeon all along" in found.text

    def test_the_first_against_each_of_the_others(self) -> None:
        found = compared("coder", "nurse", "porter", "auditor").break_even
        assert [{f.ahead, f.behind} for f in found] == [{"coder", "nurse"}, {"coder", "auditor"}]

    def test_the_same_earnings(self) -> None:
        catalogue = make_catalogue({"a": career_table(title="A"), "b": career_table(title="B")})
        (found,) = compared("a", "b", prospects=Prospects(catalogue)).break_even
        assert found.text == "A and B earn the same in 10 years."


class TestWithARanking:
    def test_fit_comes_first(self) -> None:
        prospects = view_prospects()
        ranking = rank(prospects, Answers({"patient_contact": "none"}))
        comparison = compared("coder", "nurse", prospects=prospects, ranking=ranking)
        assert comparison.rows[0].label == "Fits you"
        assert comparison.rows[0].texts == ("strong", "weak")
        assert comparison.rows[0].better == {0}

    def test_a_hard_limit_that_is_missed(self) -> None:
        prospects = view_prospects()
        answers = Answers({"patient_contact": "none"}, must=("patient_contact",))
        comparison = compared(
            "nurse", "coder", prospects=prospects, ranking=rank(prospects, answers)
        )
        assert comparison.rows[0].texts == ("misses a hard limit", "strong")
        assert comparison.rows[0].better == {1}

    def test_none_that_meets_the_limits(self) -> None:
        prospects = view_prospects()
        answers = Answers({"patient_contact": "some"}, must=("patient_contact",))
        comparison = compared(
            "nurse", "coder", prospects=prospects, ranking=rank(prospects, answers)
        )
        assert comparison.rows[0].better == frozenset()


def test_the_target_is_marked_in_the_pay_bars() -> None:
    prospects = view_prospects()
    careers = [prospects[career_id].career for career_id in ("coder", "nurse")]
    page = comparison_page(Screen(width=80), prospects, careers, Answers({"salary": 60_000}))
    text = "\n".join(page.lines)
    assert text.count("◆") == 3
    assert "◆ your target" in text
