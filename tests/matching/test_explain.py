from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import (
    contributions,
    dominated,
    explain,
    in_a_line,
    side_by_side,
    why_ahead,
)
from careeradvisor.matching.rank import rank
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, judged, make_catalogue, paid, route
from tests.strategies import catalogues, people

many = settings(max_examples=40, deadline=None)


def coder_and_nurse() -> Catalogue:
    nurse = career_table(
        title="Nurse",
        soc="29-1141",
        onet="29-1141.00",
        patient_contact=judged(4),
        remote=judged(0, 0),
        routes=[route((24, 24))],
        salary=paid(60_000, 75_000, 95_000, 110_000, 130_000),
        outlook=None,
    )
    return make_catalogue({"coder": career_table(), "nurse": nurse})


WANTS: dict[str, Answer] = {
    "patient_contact": "none",
    "schooling": 9,
    "salary": 60_000,
    "growth": "fast",
}


def test_says_what_fits_what_it_costs_and_what_is_not_known() -> None:
    ranking = rank(Prospects(coder_and_nurse()), Answers(wants=WANTS))
    by_id = {m.career.id: explain(m) for m in ranking.matches}
    assert by_id["coder"].fits == (
        "It has no patient contact, takes 9 to 12 months of study (tight: you set 9) and grows by "
        "7.1 percent in 2024-34, with about 14,200 openings a year."
    )
    assert by_id["coder"].costs.startswith("But it pays $50,250 at the median: 31 in 100")
    assert by_id["coder"].unknown == ""
    assert by_id["nurse"].costs == (
        "But it has constant, hands-on patient contact; it takes 24 months (2 years) of study, "
        "15 more than you set."
    )
    assert by_id["nurse"].unknown == "What it offers on job growth is not known."


def test_the_line_names_the_best_and_the_worst() -> None:
    ranking = rank(Prospects(coder_and_nurse()), Answers(wants=WANTS))
    lines = {m.career.id: in_a_line(m) for m in ranking.matches}
    assert lines["coder"].startswith("has no patient contact; but pays $50,250")
    assert "but has constant, hands-on patient contact" in lines["nurse"]


@pytest.mark.parametrize(
    ("salary", "against"), [(39_000, False), (50_250, False), (50_251, True), (60_000, True)]
)
def test_a_line_says_but_only_of_what_speaks_against(salary: int, against: bool) -> None:
    """Half earn $50,250: to need no more is met, if not by everybody."""
    catalogue = make_catalogue({"coder": career_table()})
    ranking = rank(Prospects(catalogue), Answers({"patient_contact": "none", "salary": salary}))
    assert ranking.first is not None
    line = in_a_line(ranking.first)
    assert line.startswith("has no patient contact; ")
    assert ("; but pays $50,250" in line) == against
    assert ("; pays $50,250" in line) != against
    assert bool(explain(ranking.first).costs) == against


def test_what_costs_most_is_said_first_whatever_weighs_most() -> None:
    aide = career_table(routes=[route((11, 11))], patient_contact=judged(4))
    catalogue = make_catalogue({"aide": aide})
    wants: dict[str, Answer] = {"patient_contact": "none", "schooling": 9}

    def costs(**more: Any) -> str:
        (match,) = rank(Prospects(catalogue), Answers(wants, **more)).matches
        return explain(match).costs

    long, close = "takes 11 months of study, 2 more than you set", "constant, hands-on patient"
    # 3/4 of the weight times a quarter missed is less than 1/4 times all of it.
    assert (
        costs(priorities=("schooling", "patient_contact")) == f"It has {close} contact; it {long}."
    )
    wants["schooling"] = 0
    assert costs(priorities=("schooling", "patient_contact")).startswith("It takes 11 months")
    assert costs(priorities=("patient_contact", "schooling")).startswith(f"It has {close}")


def test_a_line_without_a_but_names_the_two_weightiest() -> None:
    catalogue = make_catalogue({"coder": career_table()})
    wants: dict[str, Answer] = {"patient_contact": "none", "remote": "only", "growth": "fast"}
    (match,) = rank(Prospects(catalogue), Answers(wants, priorities=("growth", "remote"))).matches
    first, second, *more = in_a_line(match).split("; ")
    assert first.startswith("grows by")
    assert second.startswith("can be done fully from home")
    assert not more


def test_says_why_one_is_ahead_with_the_deciding_criterion_first() -> None:
    ranking = rank(Prospects(coder_and_nurse()), Answers(wants=WANTS))
    by_id = {m.career.id: m for m in ranking.matches}
    assert [m.career.id for m in ranking.matches] == ["coder", "nurse"]
    text = why_ahead(by_id["coder"], by_id["nurse"])
    assert text.startswith("Medical coder is ahead of Nurse mostly on")
    assert "On salary Nurse is better: it pays $95,000 at the median" in text


def test_equals_are_said_to_be_equal() -> None:
    twins = make_catalogue(
        {
            "b": career_table(title="B", soc="29-2099", onet=None),
            "a": career_table(title="A"),
            "c": career_table(
                title="C", outlook=career_table()["outlook"] | {"own_openings": 9_000}
            ),
        }
    )
    ranking = rank(Prospects(twins), Answers(wants=WANTS))
    assert [m.career.title for m in ranking.matches] == ["C", "A", "B"]
    assert why_ahead(*ranking.matches[:2]) == (
        "C and A fit equally well; the one with more openings a year is listed first."
    )
    assert why_ahead(*ranking.matches[1:]) == (
        "A and B fit equally well; the titles decide which is listed first."
    )


def test_more_openings_decide_among_equals() -> None:
    outlook = career_table()["outlook"]
    catalogue = make_catalogue(
        {
            name: career_table(title=name, outlook=outlook | {"own_openings": openings})
            for name, openings in (("a", 9_000), ("b", 90_000), ("c", 9_000))
        }
    )
    b, a, c = rank(Prospects(catalogue), Answers(wants=WANTS)).matches
    assert [m.career.id for m in (b, a, c)] == ["b", "a", "c"]
    assert why_ahead(b, a).endswith("the one with more openings a year is listed first.")
    assert why_ahead(a, c).endswith("the titles decide which is listed first.")


def test_the_better_word_is_explained_where_the_fit_is_lower() -> None:
    """Missing one answer far costs the word, whatever else fits."""
    even_one = career_table(title="Even", patient_contact=judged(1), remote=judged(2, 2))
    far_one = career_table(title="Far", remote=judged(0, 0))
    catalogue = make_catalogue({"even": even_one, "far": far_one})
    wants: dict[str, Answer] = {"patient_contact": "none", "remote": "only", "growth": "stable"}
    answers = Answers(wants, priorities=("patient_contact",))
    even, far = rank(Prospects(catalogue), answers).matches
    assert (even.career.id, even.verdict, far.verdict) == ("even", "good", "weak")
    assert even.fit < far.fit + 0.02
    assert why_ahead(even, far).startswith("Even is ahead of Far mostly on work from home:")


def test_a_career_that_another_beats_everywhere_is_marked() -> None:
    worse = career_table(title="Worse", soc="29-2099", onet=None, remote=judged(1, 1))
    counted_together = career_table(title="Together", remote=worse["remote"])
    catalogue = make_catalogue(
        {"coder": career_table(), "worse": worse, "together": counted_together}
    )
    answers = Answers(wants={"remote": "only", "salary": 50_000})
    assert dominated(rank(Prospects(catalogue), answers)) == {"worse": "coder"}
    same = Answers(wants={"salary": 50_000})
    assert dominated(rank(Prospects(catalogue), same)) == {}


def test_an_unknown_is_never_called_beaten() -> None:
    catalogue = make_catalogue(
        {
            "coder": career_table(),
            "unknown": career_table(title="Unknown", soc="29-2099", onet=None, remote=None),
        }
    )
    answers = Answers(wants={"remote": "only", "salary": 50_000})
    assert dominated(rank(Prospects(catalogue), answers)) == {}


@many
@given(catalogues(), people())
def test_contributions_sum_to_the_fit(catalogue: Catalogue, answers: Answers) -> None:
    for match in rank(Prospects(catalogue, answers), answers).matches:
        terms = contributions(match)
        assert sum(t.contribution for t in terms) == pytest.approx(match.fit, abs=1e-12)
        assert [t.weight for t in terms] == sorted((t.weight for t in terms), reverse=True)


@many
@given(catalogues(), people())
def test_every_criterion_is_spoken_of_once(catalogue: Catalogue, answers: Answers) -> None:
    ranking = rank(Prospects(catalogue, answers), answers)
    for match in ranking.by_id.values():
        said = explain(match)
        for text in (said.fits, said.costs, said.unknown):
            assert text == "" or text.endswith(".")
            assert "  " not in text
            assert "None" not in text
        for key in match.unknown:
            assert BY_KEY[key].label in said.unknown
        for key in match.failed:
            shortfall = BY_KEY[key].shortfall(match.prospect, answers.wants[key])
            assert shortfall
            assert "None" not in shortfall
    for ahead, behind in zip(ranking.matches, ranking.matches[1:], strict=False):
        assert why_ahead(ahead, behind).endswith(".")


@many
@given(catalogues(least=2), people())
def test_the_dominating_career_is_ahead_and_no_worse(
    catalogue: Catalogue, answers: Answers
) -> None:
    ranking = rank(Prospects(catalogue, answers), answers)
    places = {m.career.id: i for i, m in enumerate(ranking.matches)}
    for beaten, better in dominated(ranking).items():
        assert places[better] < places[beaten]
        one = ranking.matches[places[better]].satisfactions
        other = ranking.matches[places[beaten]].satisfactions
        assert all((a or 0) >= (b or 0) - 1e-9 for a, b in zip(one, other, strict=True))


def test_side_by_side_says_who_is_ahead_and_who_misses_a_must() -> None:
    catalogue = coder_and_nurse()
    free = rank(Prospects(catalogue), Answers(wants=WANTS))
    assert side_by_side(free, ["nurse", "coder"]) == [why_ahead(*free.matches)]
    bound = rank(Prospects(catalogue), Answers(wants=WANTS, must=("schooling",)))
    assert side_by_side(bound, ["nurse", "coder"]) == [
        "Medical coder is the only one of these that is left to start.",
        "Nurse misses a must of yours: on time until qualified it needs 24 months (2 years); "
        "you set 9.",
    ]


def test_what_puts_a_career_lower_whatever_the_answers_is_named() -> None:
    outlook = career_table()["outlook"]
    fluent = {"what": "Fluency", "source": "guide", "only_who": "people fluent in two languages"}
    for of_rare, said in (
        ({"outlook": outlook | {"own_openings": 900}},
         "Many is ahead of Rare, which fits as well: Rare has few posts, only about 900 openings a "
         "year in the whole country."),
        ({"outlook": outlook | {"own_openings": 90}},
         "Many is ahead of Rare: Rare has few posts, only about 90 openings a year in the whole "
         "country."),
        ({"conditions": [fluent]},
         "Many is ahead of Rare: Rare is only for people fluent in two languages."),
    ):  # fmt: skip
        careers = {
            "many": career_table(title="Many"),
            "rare": career_table(title="Rare", **of_rare),
        }
        many, rare = rank(Prospects(make_catalogue(careers)), Answers({"remote": "only"})).matches
        assert why_ahead(many, rare) == said
