from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.criteria import ALL, BY_KEY, registry
from careeradvisor.criteria.patient_contact import PatientContact
from careeradvisor.matching.rank import rank
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.views import compared
from careeradvisor.views.comparison import ComparedView, ComparisonView, comparison_view
from tests.helpers import career_table, make_catalogue, view_prospects


def of(*ids: str, prospects: Prospects | None = None, **more: Any) -> ComparisonView:
    prospects = prospects or view_prospects()
    careers = [prospects[career_id].career for career_id in ids]
    return comparison_view(prospects, careers, Answers(), **more)


def row(view: ComparisonView, key: str) -> ComparedView:
    return next(row for row in view.rows if row.key == key)


def best(view: ComparisonView, key: str) -> set[str]:
    cells = zip(view.careers, row(view, key).cells, strict=True)
    return {career.id for career, cell in cells if cell.better}


@pytest.mark.parametrize(
    ("key", "better"),
    [
        ("counts", {"nurse"}),
        ("ten_years_earned", {"nurse"}),
        ("months_to_first_pay", {"coder"}),
        ("months_shortest", {"coder"}),
        ("infection", {"coder"}),
        ("change_percent", {"nurse"}),
        ("radiation", set()),
        # Where tastes differ nothing is better.
        ("patient_contact", set()),
        ("remote", set()),
        ("nights", set()),
        ("ai", set()),
    ],
)
def test_the_better_one_where_it_is_plain(key: str, better: set[str]) -> None:
    assert best(of("coder", "nurse"), key) == better


def test_what_is_not_known_is_neither_better_nor_worse() -> None:
    assert best(of("coder", "porter"), "counts") == set()
    assert best(of("porter", "coder", "nurse"), "counts") == {"nurse"}


def test_what_is_the_same_and_what_nobody_has() -> None:
    view = of("coder", "nurse")
    assert {r.key for r in view.rows if r.same} == {"posture", "radiation", "interests"}
    assert not {"pay_area", "employment", "debt"} & {r.key for r in view.rows}


def test_a_criterion_that_no_row_shows_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Uniform(PatientContact):
        name = "uniform"
        label = "work clothes"

    assert {criterion.key for criterion in ALL} == compared._COVERED
    monkeypatch.setattr(compared, "ALL", (*ALL, Uniform()))
    found = row(of("coder", "nurse"), "uniform")
    assert found.label == "Work clothes"
    assert [cell.text for cell in found.cells] == ["none", "constant"]
    assert registry.ALL is ALL
    assert set(BY_KEY) == {criterion.key for criterion in ALL}


class TestBreakEven:
    def test_the_later_start_that_overtakes(self) -> None:
        for view in (of("coder", "nurse"), of("nurse", "coder")):
            (found,) = view.break_even
            assert (found.ahead, found.behind) == ("nurse", "coder")
            assert f"(after {found.month} months)" in found.text

    def test_one_that_is_ahead_all_along(self) -> None:
        (found,) = of("coder", "auditor").break_even
        assert (found.ahead, found.month) == ("coder", 0)
        assert "earns more than Coding auditor all along" in found.text

    def test_the_same_earnings(self) -> None:
        catalogue = make_catalogue({"a": career_table(title="A"), "b": career_table(title="B")})
        (found,) = of("a", "b", prospects=Prospects(catalogue)).break_even
        assert found.text == "A and B earn the same in 10 years."


class TestForYou:
    def fits(self, answers: Answers) -> ComparisonView:
        prospects = view_prospects()
        return of("nurse", "coder", prospects=prospects, ranking=rank(prospects, answers))

    def test_fit_comes_first(self) -> None:
        view = self.fits(Answers({"patient_contact": "none"}))
        assert view.rows[0].label == "Fits you"
        assert [cell.text.split()[0] for cell in view.rows[0].cells] == ["weak", "strong"]
        assert best(view, "fit") == {"coder"}
        assert view.why

    def test_a_hard_limit_that_is_missed(self) -> None:
        view = self.fits(Answers({"patient_contact": "none"}, must=("patient_contact",)))
        assert view.rows[0].cells[0].text == "misses a limit of yours: patient contact"
        assert best(view, "fit") == {"coder"}
        nobody = self.fits(Answers({"patient_contact": "some"}, must=("patient_contact",)))
        assert best(nobody, "fit") == set()
