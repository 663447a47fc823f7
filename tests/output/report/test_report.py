"""What the report says."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import careeradvisor
from careeradvisor.criteria import BY_KEY
from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.matching.explain import explain
from careeradvisor.output.report.pictures import ways_picture
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION
from tests.helpers import career_table, make_catalogue

from .samples import (
    CASES,
    DESK,
    Element,
    advice_of,
    bundled,
    html_of,
    html_of_case,
    parsed,
)
from .test_html import assert_sound


def page(name: str) -> Element:
    return parsed(html_of_case(name))


def section(root: Element, name: str) -> Element:
    return root.one("section", id=name)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_first_credential_links_to_its_page() -> None:
    credential = {
        "name": "Certified",
        "body": "A board",
        "need": "expected",
        "source": "guide",
        "url": "https://board.example/certified?a=1&b=2",
    }
    catalogue = make_catalogue({"one": career_table(credentials=[credential])})
    article = parsed(html_of(Answers({"remote": "only"}), 5, catalogue)).one("article")
    links = [a for a in article.all("a") if a.attributes["href"].startswith("https:")]
    assert [(a.attributes["href"], a.text) for a in links] == [(credential["url"],) * 2]


@pytest.mark.parametrize("name", CASES)
def test_the_answers_are_there_in_words(name: str) -> None:
    answers, _ = CASES[name]
    table = section(page(name), "answers").one("table")
    rows = {row.children[0].text.lower(): row.text for row in table.one("tbody").all("tr")}
    assert len(rows) == len(answers.wants)
    for key, answer in answers.wants.items():
        row = rows[BY_KEY[key].label.lower()]
        assert BY_KEY[key].wanted(answer).lower() in row.lower()
        assert ("Must" in row) == (key in answers.must)
    order = [row.children[0].text.lower() for row in table.one("tbody").all("tr")]
    named = [BY_KEY[key].label.lower() for key in answers.priorities]
    assert order[: len(named)] == named


@pytest.mark.parametrize("name", CASES)
def test_each_career_that_is_shown_has_its_verdict_reasons_pay_time_and_money(name: str) -> None:
    answers, top = CASES[name]
    advice = advice_of(bundled(), answers)
    root = page(name)
    articles = root.all("article")
    shown = advice.ranking.matches[:top]
    assert len(articles) == len(shown)
    for number, (article, match) in enumerate(zip(articles, shown, strict=True), 1):
        text, prospect = article.text, match.prospect
        assert article.one("h3").text == f"{number}. {match.career.title}"
        assert f"{match.verdict} fit" in text.lower()
        reasons = explain(match)
        assert flat(reasons.fits) in text
        assert flat(reasons.costs.removeprefix("But ")).lower() in text.lower()
        assert reasons.unknown in text
        for figure in prospect.pay.percentiles:
            assert figure is None or dollars_text(figure) in text
        earnings = prospect.earnings
        if earnings is not None:
            assert f"About {dollars_text(round(earnings.total, -3))}" in text
            assert (RESIDENCY_ASSUMPTION in text) == (match.career.residency is not None)
        assert (ASSUMPTIONS in text) == (earnings is not None)
        assert prospect.pathway is not None
        first_pay = prospect.pathway.months_to_first_pay
        assert (f"After {first_pay} month" in text) == (first_pay > 0)
        assert "careeronestop.org" in text
        for credential in match.career.credentials[:1]:
            assert credential.name in text


def test_the_pay_picture_marks_the_range_the_median_and_the_target_where_they_belong() -> None:
    article = page("one state, many wishes").all("article")[0]
    picture = article.one("svg", role="img")
    pay = advice_of(bundled(), CASES["one state, many wishes"][0]).ranking.matches[0].prospect.pay
    ticks = {
        int(t.text.strip("$k")) * 1000: float(t.attributes["x"])
        for t in picture.all("text")
        if t.attributes.get("class") == "tick"
    }
    (low, left), (high, right) = min(ticks.items()), max(ticks.items())

    def dollars(x: float) -> float:
        return low + (x - left) / (right - left) * (high - low)

    def of(tag: str, name: str) -> Element:
        return picture.one(tag, **{"class": name})

    near = (high - low) / (right - left) / 5
    bar = of("rect", "range").attributes
    assert pay.p10 is not None
    assert pay.p90 is not None
    assert dollars(float(bar["x"])) == pytest.approx(pay.p10, abs=near)
    assert dollars(float(bar["x"]) + float(bar["width"])) == pytest.approx(pay.p90, abs=2 * near)
    assert dollars(float(of("line", "median").attributes["x1"])) == pytest.approx(
        pay.median, abs=near
    )
    assert dollars(float(of("line", "target").attributes["x1"])) == pytest.approx(70_000, abs=near)
    assert "you want $70,000" in picture.text
    assert "half earn more than" in picture.text
    description = picture.one("desc").text
    assert dollars_text(pay.p10) in description
    assert description in article.one("figcaption").text


def test_a_target_far_beyond_all_pay_is_named_but_does_not_squeeze_the_picture() -> None:
    root = parsed(html_of(Answers({"salary": 2_000_000}), 1, make_catalogue()))
    picture = root.one("article").one("svg", role="img")
    assert "you want $2,000,000, off this scale →" in picture.text
    assert "$80k" in picture.text
    assert not [e for e in picture.all("line") if e.attributes["class"] == "target"]


def test_long_ways_are_cut_to_the_picture_and_whole_in_its_description() -> None:
    prospects = list(advice_of(bundled(), Answers(DESK)).ranking.prospects)
    cut = 0
    for prospect in prospects:
        picture = ways_picture([prospect])
        assert picture is not None
        (row,) = picture.rows
        # A view box of 640 units holds so many letters of 12 units.
        assert len(row.name) + len(row.label) <= 92
        cut += not row.words.endswith(row.label)
        assert sum(s.width for s in row.stretches) == pytest.approx(612, abs=1)
    assert cut
    answers = Answers({"patient_contact": "a-lot"}, must=("patient_contact",))
    root = parsed(html_of(answers, 8))
    description = root.one("desc", id="ways-desc").text
    for match in advice_of(bundled(), answers).ranking.matches[:8]:
        assert match.career.title in description


def test_how_sure_the_order_is_and_what_would_change_it_are_said() -> None:
    advice = advice_of(bundled(), CASES["a desk job"][0])
    text = section(page("a desk job"), "sure").text
    assert flat(advice.sureness.text) in text
    assert advice.changes
    for change in advice.changes:
        assert flat(change.text) in text


def test_near_misses_are_listed_with_every_failed_must() -> None:
    answers, _ = CASES["a desk job"]
    excluded = advice_of(bundled(), answers).ranking.excluded
    misses = section(page("a desk job"), "misses")
    rows = misses.one("tbody").all("tr")
    assert 0 < len(rows) < len(excluded)
    for row, miss in zip(rows, excluded, strict=False):
        assert miss.match.career.title in row.text
        for key in miss.match.failed:
            shortfall = BY_KEY[key].shortfall(miss.match.prospect, answers.wants[key])
            assert shortfall[1:] in row.text
    assert f"{len(excluded) - len(rows)} more" in misses.text
    assert not [e for e in page("only one shown").all("section") if e.attributes["id"] == "misses"]


def test_with_nothing_left_it_says_which_must_to_relax() -> None:
    advice = advice_of(bundled(), CASES["nothing left"][0])
    assert not advice.ranking.matches
    assert advice.relaxation is not None
    root = page("nothing left")
    assert advice.relaxation.text in section(root, "summary").text
    assert {e.attributes["id"] for e in root.all("section")} == {
        "summary",
        "answers",
        "misses",
        "sources",
        "about",
    }


@pytest.mark.parametrize(
    ("name", "sizes"), [("a desk job", [5]), ("a nurse, unpublished wages", [4, 4])]
)
def test_careers_stand_side_by_side_at_most_five_to_a_table(name: str, sizes: list[int]) -> None:
    answers, top = CASES[name]
    titles = [m.career.title for m in advice_of(bundled(), answers).ranking.matches[:top]]
    tables = section(page(name), "compare").all("table")
    heads = [[th.text for th in table.one("thead").all("th")] for table in tables]
    assert [len(head) for head in heads] == sizes
    assert [h for head in heads for h in head] == [f"{i}. {t}" for i, t in enumerate(titles, 1)]
    for table in tables:
        for row in table.all("tr")[1:]:
            assert len(row.children) in (2, len(table.one("thead").all("th")) + 1) or (
                row.children[0].attributes.get("colspan") is not None
            )


def test_the_better_cell_is_marked_by_a_word() -> None:
    rows = {
        row.children[0].text: row.children[1:]
        for row in section(page("a desk job"), "compare").one("table").all("tr")
    }
    matches = advice_of(bundled(), CASES["a desk job"][0]).ranking.matches[:5]
    medians = [m.prospect.pay.median or 0 for m in matches]
    marked = ["highest" in cell.text for cell in rows["Half earn more than"]]
    assert marked == [median == max(medians) for median in medians]
    assert any(marked)
    # The same for all: nobody is better.
    assert not [cell for cell in rows["Patient contact"] if "✓" in cell.text]


def test_sources_have_vintages_and_the_attribution_is_given() -> None:
    root = page("a desk job")
    sources = section(root, "sources")
    rows = [row.text for row in sources.one("tbody").all("tr")]
    catalogue = bundled()
    oews = catalogue.sources["oews"]
    assert any(oews.title in row and oews.vintage in row and oews.publisher in row for row in rows)
    attribution = catalogue.sources["onet-context"].attribution
    assert attribution is not None
    assert attribution in sources.text
    for article in root.all("article"):
        assert f"{oews.title} ({oews.vintage})" in article.text


def test_each_number_in_brackets_is_a_source_of_that_page() -> None:
    root = page("a nurse, unpublished wages")
    for article in root.all("article"):
        listed = set(re.findall(r"\[(\d+)\]", article.text.split("Sources for this page")[1]))
        cited = {
            a.attributes["href"].removeprefix("#source-")
            for a in article.all("a")
            if a.attributes["href"].startswith("#source-")
        }
        assert cited
        assert cited <= listed


def test_date_catalogue_versions_and_privacy_are_stated() -> None:
    about = section(page("a desk job"), "about").text
    head = bundled().head
    for words in (
        "November 24, 2026",
        head.name,
        f"version {head.version}",
        f"careeradvisor {careeradvisor.__version__}",
        "not sent anywhere",
    ):
        assert words in about


def test_a_state_without_published_wages_is_said() -> None:
    text = page("a nurse, unpublished wages").text
    assert "Nothing is published for Wyoming, so this is national pay." in text


def test_a_career_of_which_little_is_known_says_so() -> None:
    bare = career_table(
        salary=None,
        routes=None,
        credentials=None,
        patient_contact=None,
        remote=None,
        outlook=None,
        work=None,
        automation=None,
        interests=None,
    )
    catalogue = make_catalogue({"bare": bare})
    root = parsed(html_of(Answers(DESK, must=("remote",)), 5, catalogue))
    text = root.one("article").text
    assert "No pay is published for this career." in text
    assert "No usual way into this career is known." in text
    assert "You made work from home a must, and it is not known for this career." in text
    assert "What is not known" in text
    assert "$0" not in text
    assert not root.one("article").one("figure").all("svg")


def test_a_career_with_two_percentiles_has_a_picture_and_says_what_is_missing() -> None:
    salary = {"basis": "occupation", "source": "oews", "median": 50_000, "p25": 40_000}
    catalogue = make_catalogue({"some": career_table(salary=salary)})
    figure = parsed(html_of(Answers(DESK), 5, catalogue)).one("article").one("figure")
    assert figure.one("svg").one("rect", **{"class": "range"})
    assert "Not published: the 10th percentile, 75th percentile and 90th percentile." in figure.text


def test_an_unasked_salary_has_no_target() -> None:
    root = parsed(html_of(Answers({"remote": "only"})))
    assert "you want $" not in root.text
    assert not [e for e in root.all("line") if e.attributes["class"] == "target"]


def test_a_catalogue_of_another_country_is_not_sent_to_an_american_office() -> None:
    head = msgspec.structs.replace(bundled().head, region="New Zealand")
    catalogue = msgspec.structs.replace(bundled(), head=head)
    text = parsed(html_of(Answers(DESK), 1, catalogue)).text
    assert "careeronestop" not in text
    assert "licensing authority" in text


def test_the_same_answers_give_the_same_report() -> None:
    answers, top = CASES["a desk job"]
    assert html_of(answers, top) == html_of(answers, top)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
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
    assert_sound(html_of(answers, data.draw(st.integers(-1, 12))))
