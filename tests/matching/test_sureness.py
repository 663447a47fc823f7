"""How sure the first place is, against a slow and simple way to find out the same."""

from __future__ import annotations

from random import Random
from statistics import NormalDist
from typing import Any

import pytest
from hypothesis import given, settings

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.rank import (
    Ranking,
    cell_of,
    head_start_of,
    level_of,
    most_of,
    rank,
)
from careeradvisor.matching.sureness import (
    CONTENDERS,
    QUANTILES,
    Sureness,
    in_words,
    shares_of_first,
    sureness,
)
from careeradvisor.matching.weights import tiers_of
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, judged, make_catalogue, working
from tests.strategies import catalogues, people

PEOPLE = {
    "at home": Answers({"patient_contact": "none", "schooling": 9, "remote": "only"}),
    "in order": Answers(
        {"schooling": 24, "salary": 60_000, "patient_contact": "a-lot", "growth": "fast"},
        priorities=("salary", "schooling"),
    ),
    "much asked": Answers(
        {
            "schedule": ("no-nights", "no-on-call"),
            "physical": "light",
            "exposure": ("infection",),
            "earnings": 600_000,
            "salary": 70_000,
            "remote": "from-day-one",
        },
        education="bachelor",
        priorities=("earnings", "schedule", "physical", "exposure", "salary", "remote"),
    ),
}


def slowly(ranking: Ranking, draws: int) -> dict[str, float]:
    """The same, draw by draw and career by career, by what the design says."""
    random = Random(7)
    tiers = tiers_of(ranking.keys, ranking.answers.priorities)
    matches = ranking.matches
    contenders = [
        m for i, m in enumerate(matches) if i < CONTENDERS or m.rank == matches[CONTENDERS - 1].rank
    ]
    shares = dict.fromkeys((m.career.id for m in matches), 0.0)
    answers = ranking.answers.wants
    for _ in range(draws):
        parts = sorted((random.expovariate(1.0) for _ in ranking.keys), reverse=True)
        weight: dict[str, float] = {}
        for tier in tiers:
            mine, parts = parts[: len(tier)], parts[len(tier) :]
            random.shuffle(mine)
            weight |= dict(zip(tier, mine, strict=True))
        total = sum(weight.values())
        errors: dict[Any, float] = {}
        best, firsts = (-1, -1), list[str]()
        for match in contenders:
            prospect = match.prospect
            salary = prospect.career.salary
            paid_as = (salary.soc or prospect.career.soc) if salary else None
            z = errors.setdefault(paid_as, random.gauss(0, 1))
            factor = max(0.1, 1 + (prospect.pay.rse or 0) / 100 * z)
            row: list[float | None] = []
            for key, stated in zip(ranking.keys, match.satisfactions, strict=True):
                criterion = BY_KEY[key]
                tables = criterion.chances(prospect, answers[key])
                if stated is None:
                    row.append(None)
                elif tables:
                    row.append(sum(random.choice(table) for table in tables))
                else:
                    by_part = criterion.by_pay(prospect, answers[key], [factor])
                    row.append(random.choice(by_part)[0] if by_part else stated)
            fit = sum(
                weight[key] / total * (s or 0.0) for key, s in zip(ranking.keys, row, strict=True)
            )
            cell = cell_of(min(1.0, fit))
            least = min(ranking.scale.least(tuple(row)), most_of(prospect))
            place = (level_of(cell, least), cell + head_start_of(prospect))
            if place > best:
                best, firsts = place, []
            if place == best:
                firsts.append(match.career.id)
        for career_id in firsts:
            shares[career_id] += 1 / len(firsts) / draws
    return shares


@pytest.mark.parametrize("name", PEOPLE)
def test_shares_agree_with_a_slow_way_to_find_them(name: str) -> None:
    answers = PEOPLE[name]
    ranking = rank(Prospects(load(), answers), answers)
    fast, slow = shares_of_first(ranking), slowly(ranking, 600)
    assert fast.keys() == slow.keys()
    # Four standard errors of the difference of two shares of a half, by 1,000 and 600 draws.
    assert all(abs(fast[i] - slow[i]) < 0.1 for i in fast)


@settings(max_examples=40, deadline=None)
@given(catalogues(), people())
def test_shares_are_shares_and_the_same_on_every_run(
    catalogue: Catalogue, answers: Answers
) -> None:
    ranking = rank(Prospects(catalogue, answers), answers)
    sure = sureness(ranking)
    assert sure == sureness(rank(Prospects(catalogue, answers), answers))
    assert set(sure.shares) == {m.career.id for m in ranking.matches}
    assert all(0.0 <= share <= 1.0 + 1e-9 for share in sure.shares.values())
    if ranking.matches:
        assert sum(sure.shares.values()) == pytest.approx(1.0)
        assert sure.text
        assert (sure.words == "") == (len(ranking.firsts) > 1 or len(ranking.keys) == 1)
    else:
        assert sure == Sureness({}, "", "")


def twins(*titles: str, **fields: Any) -> Catalogue:
    return make_catalogue(
        {
            title.lower(): career_table(title=title, soc=f"29-20{i}0", onet=None, **fields)
            for i, title in enumerate(titles)
        }
    )


def said(catalogue: Catalogue, wants: dict[str, Answer], **more: Any) -> Sureness:
    answers = Answers(wants, **more)
    return sureness(rank(Prospects(catalogue, answers), answers))


def test_equals_are_said_to_be_equal_and_what_would_tell_them_apart() -> None:
    sure = said(twins("A", "B"), {"growth": "fast", "schooling": 12})
    assert sure.words == ""
    assert sure.text == "A and B fit equally well."
    assert sure.ask is None
    assert sure.shares == pytest.approx({"a": 0.5, "b": 0.5})
    apart = make_catalogue(
        {
            "a": career_table(title="A"),
            "b": career_table(
                title="B",
                soc="29-2099",
                onet=None,
                salary=career_table()["salary"] | {"median": 60_000},
                outlook=career_table()["outlook"] | {"own_openings": 9_000},
            ),
        }
    )
    sure = said(apart, {"growth": "fast", "schooling": 12})
    assert sure.ask == "salary"
    assert sure.text == ("B and A fit equally well; an answer on salary would tell them apart.")
    long = make_catalogue(
        {
            name: career_table(title=name.upper(), soc=soc, onet=None, routes=[route])
            for name, soc in (("a", "29-2072"), ("b", "29-2099"))
            for route in [career_table()["routes"][0] | {"months": [60, 60]}]
        }
    )
    assert said(long, {"growth": "fast"}).ask == "schooling"
    hours = make_catalogue(
        {
            name: career_table(title=name, work=working(nights, "some", "rare", "little " * 5, "w"))
            for name, nights in (("day", "rare"), ("night", "usual"))
        }
    )
    assert said(hours, {"growth": "fast", "schooling": 12}).ask == "schedule"
    many = said(twins("A", "B", "C", "D"), {"growth": "fast"})
    assert many.text.startswith("4 careers fit equally well")


def test_one_answer_is_no_certainty() -> None:
    catalogue = make_catalogue(
        {"a": career_table(title="A"), "b": career_table(title="B", remote=judged(0, 0))}
    )
    sure = said(catalogue, {"remote": "only"})
    assert sure.words == ""
    assert sure.text == "You answered one question, so work from home alone decides."


def test_a_sentence_says_how_sure_the_first_place_is() -> None:
    catalogue = make_catalogue(
        {
            "a": career_table(title="A", remote=judged(4, 4)),
            "b": career_table(title="B", remote=judged(0, 0)),
        }
    )
    sure = said(catalogue, {"remote": "only", "growth": "fast"})
    assert sure.text == "A is first in nearly all of 1,000 draws of weights and figures."
    close = make_catalogue(
        {
            name: career_table(
                title=name.upper(),
                patient_contact=judged(contact),
                remote=judged(level, level),
                outlook={"source": "ooh", "period": "2024-34", "change_percent": change},
            )
            for name, contact, level, change in (
                ("a", 0, 3, 3.0), ("b", 1, 4, 4.0), ("c", 1, 3, 7.0)
            )
        }
    )  # fmt: skip
    wants: dict[str, Answer] = {"patient_contact": "none", "remote": "only", "growth": "fast"}
    text = said(close, wants).text
    assert text.startswith("It is a close call between C and ")


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ((0.9, 0.1), "first in nearly all of 1,000 draws"),
        ((0.899, 0.101), "first in most of 1,000 draws"),
        ((0.5, 0.5), "first in most of 1,000 draws"),
        ((0.499, 0.501), "a close call between A and B"),
    ],
)
def test_words_for_shares(shares: tuple[float, float], words: str) -> None:
    answers = Answers({"growth": "fast", "remote": "only"})
    ranking = rank(Prospects(twins("A", "B"), answers), answers)
    assert in_words(ranking, dict(zip("ab", shares, strict=True))) == words


def test_a_rival_that_is_not_among_the_first_few_is_named_with_its_number() -> None:
    careers = {
        name: career_table(title=name.upper(), remote=judged(level, level))
        for name, level in zip("abcdefg", (4, 3, 3, 3, 3, 3, 2), strict=True)
    }
    answers = Answers({"growth": "fast", "remote": "only"})
    ranking = rank(Prospects(make_catalogue(careers), answers), answers)
    shares = dict.fromkeys("bcdef", 0.0) | {"a": 0.4, "g": 0.6}
    assert in_words(ranking, shares) == "a close call between A and G (not shown, number 7)"


def test_pay_is_drawn_at_evenly_spaced_quantiles_of_the_normal_distribution() -> None:
    expected = [NormalDist().inv_cdf((i + 0.5) / 20) for i in range(20)]
    assert list(QUANTILES) == pytest.approx(expected, abs=1e-5)


def test_a_group_that_names_no_part_may_be_its_best_paid() -> None:
    """A third of the draws take it for the upper half, all of whom earn the median."""
    pay = career_table()["salary"]
    group = pay | {"basis": "broader-group", "group": "Records people"}
    catalogue = make_catalogue(
        {
            "known": career_table(
                title="Known", soc="29-2099", onet=None, salary=pay | {"median": 53_000}
            ),
            "group": career_table(title="Group", salary=group),
        }
    )
    wants: dict[str, Answer] = {"salary": 50_250, "growth": "fast"}
    ranking = rank(Prospects(catalogue), Answers(wants))
    assert [m.career.id for m in ranking.matches] == ["known", "group"]
    assert shares_of_first(ranking)["group"] == pytest.approx(1 / 3, abs=0.05)


def test_what_ties_for_last_weighs_the_same_over_all_draws() -> None:
    catalogue = make_catalogue(
        {
            name: career_table(
                title=name, patient_contact=judged(contact), remote=judged(level, level)
            )
            for name, contact, level in (("alone", 0, 3), ("home", 1, 4))
        }
    )
    wants: dict[str, Answer] = {"patient_contact": "none", "remote": "only", "growth": "fast"}
    shares = said(catalogue, wants, priorities=("growth",)).shares
    assert shares == pytest.approx({"alone": 0.5, "home": 0.5}, abs=0.08)
