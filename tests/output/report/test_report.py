"""What the report says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careeradvisor.profile.answers import Answers
from careeradvisor.views.words import dollars
from tests.helpers import career_table, make_catalogue, view_catalogue

from .samples import (
    CASES,
    DESK,
    TODAY,
    Element,
    advice_of,
    bundled,
    html_of,
    html_of_case,
    parsed,
    view_of,
)
from .test_html import assert_sound


def page(name: str) -> Element:
    return parsed(html_of_case(name))


def section(root: Element, name: str) -> Element:
    return root.one("section", id=name)


def rows(table: Element) -> dict[str, Element]:
    """Rows by the text of the cell that names them."""
    return {row.one("th").text: row for row in table.one("tbody").all("tr")}


@pytest.mark.parametrize("name", CASES)
def test_the_ranking_and_the_answers_are_there_in_words(name: str) -> None:
    answers, top = CASES[name]
    view = view_of(bundled(), answers, top)
    root, ranking = page(name), view.ranking
    answered = rows(section(root, "answers").one("table"))
    assert len(answered) == len(ranking.wants)
    for want, row in zip(ranking.wants, answered.values(), strict=True):
        assert want.text in row.text
        assert ("must" in [cell.text for cell in row.all("td")]) == want.must
    summary = section(root, "summary").text
    if not ranking.matches:
        return
    shown = section(root, "summary").one("tbody").all("tr")
    assert len(shown) == len(ranking.matches) == min(top, ranking.of)
    for match, row in zip(ranking.matches, shown, strict=True):
        assert match.title in row.text
        assert match.verdict in row.text
        for criterion in match.criteria:
            assert criterion.short in row.text
        for clause in match.clauses:
            assert clause in row.text
    assert ranking.how_sure in summary
    for match in ranking.matches[:5]:
        assert match.fits in section(root, "why").text
        assert match.costs in section(root, "why").text


def test_the_first_three_have_plans_from_next_month_on_each_fact_with_its_source() -> None:
    view = view_of(bundled(), *CASES["one state, many wishes"])
    root = page("one state, many wishes")
    assert view.plans is not None
    assert len(view.plans.plans) == 3
    assert view.plans.start == "2026-12"
    sources = [row.text for row in section(root, "sources").one("tbody").all("tr")]
    for number, plan in enumerate(view.plans.plans, 1):
        here = section(root, f"plan-{number}")
        steps = [row.text for row in here.one("tbody").all("tr")]
        assert len(steps) == len(plan.steps)
        for step, row in zip(plan.steps, steps, strict=True):
            assert step.title in row
            for fact in step.facts:
                if fact.source is None:
                    continue
                ids = [source.id for source in view.sources]
                cited = ids.index(fact.source) + 1
                assert f"[{cited}]" in here.text
                assert f"[{cited}]" in sources[cited - 1]
        assert f"#plan-{number}" in {
            a.attributes["href"] for a in section(root, "summary").all("a")
        }


def test_what_differs_stands_side_by_side_and_the_better_is_marked() -> None:
    view = view_of(bundled(), *CASES["a desk job"])
    assert view.comparison is not None
    table = section(page("a desk job"), "compare").one("table")
    assert [th.text for th in table.one("thead").all("th")] == [
        career.title for career in view.comparison.careers
    ]
    shown = rows(table)
    for row in view.comparison.rows:
        if not row.same:
            cells = [cell.text for cell in shown[row.label].all("td")]
            assert cells == [f"✓better: {c.text}" if c.better else c.text for c in row.cells]


def test_the_pay_picture_has_range_median_and_target_where_they_belong() -> None:
    view = view_of(bundled(), *CASES["one state, many wishes"])
    picture = section(page("one state, many wishes"), "pay").one("svg")
    ticks = {
        int(t.text.strip("$k")) * 1000: float(t.attributes["x"])
        for t in picture.all("text")
        if t.attributes["class"] == "tick"
    }
    (low, left), (high, right) = min(ticks.items()), max(ticks.items())
    near = (high - low) / (right - left) / 5

    def dollars_at(element: Element, name: str, more: str = "") -> float:
        x = float(element.attributes[name]) + (float(element.attributes[more]) if more else 0)
        return low + (x - left) / (right - left) * (high - low)

    def of(kind: str) -> list[Element]:
        return [e for e in picture.all() if e.attributes.get("class") == kind]

    for match, bar, median in zip(view.ranking.matches, of("range"), of("median"), strict=True):
        pay = match.pay
        assert pay.p10 is not None
        assert pay.p90 is not None
        assert pay.counts is not None
        assert dollars_at(bar, "x") == pytest.approx(pay.p10, abs=near)
        assert dollars_at(bar, "x", "width") == pytest.approx(pay.p90, abs=2 * near)
        assert dollars_at(median, "x1") == pytest.approx(pay.counts, abs=near)
        assert dollars(pay.p10) in picture.one("desc").text
    assert dollars_at(of("target")[0], "x1") == pytest.approx(70_000, abs=near)


def test_a_target_far_beyond_all_pay_is_named_but_does_not_squeeze_the_picture() -> None:
    picture = section(parsed(html_of(Answers({"salary": 2_000_000}), 1, make_catalogue())), "pay")
    assert "you want $2,000,000, off this scale →" in picture.one("svg").text
    assert "$80k" in picture.one("svg").text
    assert not [e for e in picture.all("line") if e.attributes["class"] == "target"]


def test_money_over_ten_years_ends_at_the_totals_and_breaks_even_where_lines_cross() -> None:
    # A slow start that pays more: the only one of two careers with study.
    late = {"basis": "occupation", "source": "oews", "p25": 90_000, "median": 120_000}
    route = {"name": "Study", "from": ["high-school"], "months": [24, 24], "award": "A",
             "source": "guide"}  # fmt: skip
    catalogue = make_catalogue({"late": career_table(salary=late, routes=[route], title="Late"),
                                "soon": career_table(title="Soon")})  # fmt: skip
    view = view_of(catalogue, Answers({"salary": 30_000}))
    assert view.comparison is not None
    (crossing,) = view.comparison.break_even
    money = section(parsed(html_of(Answers({"salary": 30_000}), 5, catalogue)), "money")
    picture = money.one("svg")
    assert 0 < crossing.month < 120
    assert f"break-even after {crossing.month} months" in picture.text
    assert crossing.text in money.text
    one, other = (
        [tuple(map(float, point.split(","))) for point in line.attributes["points"].split()]
        for line in picture.all("polyline")
    )
    (mark,) = (e for e in picture.all("line") if e.attributes["class"] == "break-even")
    ahead = [(a[0], a[1] > b[1]) for a, b in zip(one, other, strict=True)]
    crossed = min(x for x, first in ahead if first != ahead[2][1])
    assert crossed == pytest.approx(float(mark.attributes["x1"]), abs=10)
    for line in view.earned:
        assert dollars(round(line.earned[-1], -3)) in picture.text


def test_programs_say_what_graduates_earn_owe_and_how_many_earn_little() -> None:
    view = view_of(bundled(), *CASES["one state, many wishes"])
    table = rows(section(page("one state, many wishes"), "programs").one("table"))
    assert view.programs
    for row, (name, shown) in zip(view.programs, table.items(), strict=True):
        assert all(title in name for title in row.titles)
        program = row.program
        for amount in (program.earnings, program.debt, program.state_earnings):
            assert amount is None or dollars(amount) in shown.text
        if program.decided:
            below, of = program.below_high_school, f"of {program.decided:,}"
            assert (f"({below:,} {of})" if below else f"none {of}") in shown.text


def test_with_nothing_left_it_says_which_must_to_relax() -> None:
    advice = advice_of(bundled(), CASES["nothing left"][0])
    assert not advice.ranking.matches
    assert advice.relaxation is not None
    root = page("nothing left")
    assert advice.relaxation.text in section(root, "summary").text
    names = [e.attributes["id"] for e in root.all("section")]
    assert names == ["summary", "answers", "changes", "sources", "about"]


def test_near_misses_and_what_would_change_are_said() -> None:
    view = view_of(bundled(), *CASES["a desk job"])
    text = section(page("a desk job"), "changes").text
    for change in view.ranking.what_would_change:
        assert change.text in text
    for excluded in view.ranking.excluded[:6]:
        assert excluded.text in text
    assert f"And {len(view.ranking.excluded) - 6} more." in text


def test_a_career_of_which_little_is_known_says_so() -> None:
    fields = ("salary", "routes", "credentials", "patient_contact", "remote", "outlook", "work",
              "automation", "interests")  # fmt: skip
    catalogue = make_catalogue({"bare": career_table(**dict.fromkeys(fields))})
    root = parsed(html_of(Answers(DESK, must=("remote",)), 5, catalogue))
    assert "Find out first: work from home is a must of yours." in section(root, "summary").text
    assert "No pay is published for" in section(root, "pay").text
    assert not section(root, "pay").all("svg")
    assert "No way into this role is known" in section(root, "plan-1").text
    assert "$0" not in root.text


def test_what_it_was_made_of_and_privacy_are_stated() -> None:
    about = section(page("a desk job"), "about").text
    head = bundled().head
    assert TODAY.year == 2026
    for words in ("November 24, 2026", head.name, f"version {head.version}", "not sent anywhere"):
        assert words in about
    oews = bundled().sources["oews"]
    sources = section(page("a desk job"), "sources").text
    assert oews.title in sources
    assert oews.vintage in sources
    asked = [s for s in bundled().sources.values() if s.attribution and s.title in sources]
    assert asked
    assert all(source.attribution in sources for source in asked if source.attribution)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_answers_give_a_sound_report(data: st.DataObject) -> None:
    wants: dict[str, Any] = data.draw(
        st.fixed_dictionaries(
            {},
            optional={
                "patient_contact": st.sampled_from(["none", "a-little", "some", "a-lot"]),
                "schooling": st.integers(0, 240),
                "remote": st.sampled_from(["only", "mostly", "hybrid", "on-site"]),
                "salary": st.integers(1000, 2_000_000),
                "growth": st.sampled_from(["stable", "average", "fast"]),
            },
        ).filter(bool)
    )
    keys = st.lists(st.sampled_from(sorted(wants)), unique=True).map(tuple)
    answers = Answers(
        wants,
        education=data.draw(st.sampled_from(["none", "high-school", "bachelor", "doctorate"])),
        state=data.draw(st.sampled_from([None, "CA", "GU"])),
        must=data.draw(keys),
        priorities=data.draw(keys),
    )
    assert_sound(html_of(answers, data.draw(st.integers(-1, 12)), view_catalogue()))
