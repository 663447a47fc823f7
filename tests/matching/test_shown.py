"""Which careers a page shows."""

from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.matching.rank import rank
from careeradvisor.matching.shown import SHOWN, Shown, shown
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue

ROUTE = career_table()["routes"][0]
POSSIBLE = {"how": "possible", "why": "w", "source": "guide"}
NEVER = {"level": 0, "entry": 0, "why": "w", "source": "guide"}


def page(
    careers: dict[str, Any], wants: dict[str, Any], top: int | None = None, **of: Any
) -> Shown:
    answers = Answers(wants, **of)
    return shown(rank(Prospects(make_catalogue(careers), answers), answers), top)


def ids(matches: Any) -> list[str]:
    return [match.career.id for match in matches]


def paid(*medians: int) -> dict[str, Any]:
    """Careers that pay so much in the middle and little more or less at the ends."""
    names = ("p10", "p25", "median", "p75", "p90")
    salary = career_table()["salary"]
    return {
        f"c-{i}": career_table(
            title=f"C {i}",
            salary=salary
            | dict(zip(names, (int(median * f) for f in (0.8, 0.9, 1, 1.1, 1.2)), strict=True)),
        )
        for i, median in enumerate(medians)
    }


GOOD, PARTLY, FAR = 60_000, 44_000, 30_000
WANTS = {"remote": "only", "patient_contact": "none", "growth": "fast", "salary": 50_000}


@pytest.mark.parametrize(
    ("medians", "picked", "passed_over"),
    [
        ([GOOD] * 7, 5, 0),
        ([GOOD] * 3 + [PARTLY] * 2, 3, 2),
        ([GOOD] * 4 + [PARTLY], 4, 1),
        ([GOOD] + [PARTLY] * 5, 3, 2),
        ([GOOD] + [PARTLY] + [FAR] * 4, 2, 0),
        ([PARTLY] * 4, 3, 1),
        ([FAR] * 4, 3, 0),
        ([GOOD] * 2, 2, 0),
        ([], 0, 0),
    ],
)
def test_what_fits_in_part_fills_up_to_three(
    medians: list[int], picked: int, passed_over: int
) -> None:
    if not medians:
        nothing = page(paid(FAR), {"remote": "only", "salary": 50_000}, must=("salary",))
        assert (nothing.matches, nothing.passed_over) == ((), ())
        return
    found = page(paid(*medians), WANTS)
    assert ids(found.matches) == [f"c-{i}" for i in range(picked)]
    assert ids(found.passed_over) == [f"c-{i}" for i in range(picked, picked + passed_over)]


def test_a_number_shows_so_many_as_they_are() -> None:
    found = page(paid(GOOD, FAR, FAR), {"remote": "only", "salary": 50_000}, top=2)
    assert ids(found.matches) == ["c-0", "c-1"]
    assert found.passed_over == ()


def test_what_is_put_last_passes_nobody_over_and_ones_own_work_is_always_shown() -> None:
    careers = {
        "near": career_table(),
        "far": career_table(title="Far", routes=[ROUTE | {"months": [20, 20]}]),
    }
    wants = {"schooling": 9, "patient_contact": "none", "salary": 30_000}
    assert ids(page(careers, wants).matches) == ["near"]
    order = ("salary", "patient_contact", "schooling")
    assert ids(page(careers, wants, priorities=order).matches) == ["near", "far"]
    weak = {"near": careers["near"], "far": career_table(title="Far", remote=NEVER)}
    at_home = {"remote": "only", "patient_contact": "none"}
    assert ids(page(weak, at_home, worked={"far": 12}).matches) == ["near", "far"]


def test_who_stands_before_ones_own_work_far_down_is_no_news() -> None:
    rarely = NEVER | {"level": 1}
    others = {f"far-{i}": career_table(title=f"Far {i}", remote=rarely) for i in range(8)}
    careers = paid(GOOD) | others | {"own": career_table(title="Own", remote=NEVER)}
    found = page(careers, WANTS | {"remote": "hybrid"}, worked={"own": 12})
    assert ids(found.matches) == ["c-0", "own"]
    assert ids(found.passed_over) == ["far-0", "far-1", "far-2", "far-3"]
    weak = paid(GOOD, *[FAR] * 8) | {"own": careers["own"]}
    assert page(weak, WANTS, worked={"own": 12}).passed_over == ()


def test_what_fits_much_less_than_the_first_fills_up_no_page() -> None:
    careers = paid(GOOD, PARTLY, PARTLY)
    assert ids(page(careers, WANTS).matches) == ["c-0", "c-1", "c-2"]
    few = {"remote": "only", "salary": 50_000}
    assert ids(page(careers, few).matches) == ["c-0"]
    assert ids(page(careers, few, worked={"c-2": 12}).matches) == ["c-0", "c-2"]


def test_who_would_be_on_the_page_but_for_one_answer_is_named() -> None:
    nights = career_table()["work"] | {"nights": "usual"}
    careers = {
        "near": career_table(),
        "nights": career_table(title="Nights", work=nights),
        "far": career_table(title="Far", work=nights, remote=NEVER),
        "long": career_table(title="Long", routes=[ROUTE | {"months": [20, 20]}]),
        "longer": career_table(title="Longer", routes=[ROUTE | {"months": [72, 72]}]),
    }
    wants = {"schedule": ("no-nights",), "remote": "only", "schooling": 9, "salary": 30_000}
    found = page(careers, wants)
    assert ids(found.matches) == ["near"]
    assert [(b.match.career.id, b.missed) for b in found.but_one] == [
        ("long", "schooling"),
        ("nights", "schedule"),
    ]


def test_what_nobody_knows_of_a_career_is_an_answer_that_it_may_yet_meet() -> None:
    secret = {"secret": career_table(title="Secret", salary=None)}
    careers = paid(*[GOOD] * 4) | secret
    found = page(careers, WANTS)
    assert [(b.match.career.id, b.missed) for b in found.but_one] == [("secret", "salary")]
    # Where the page is full, a stranger of which nobody knows the pay is no news.
    assert page(paid(*[GOOD] * 5) | secret, WANTS).but_one == ()
    far = careers | {"secret": career_table(title="Secret", salary=None, remote=NEVER)}
    assert page(far, WANTS).but_one == ()
    # That nobody has rated it for their interests is no news.
    unrated = paid(*[GOOD] * 4) | {"bare": career_table(title="Bare", outlook=None)}
    assert page(unrated, WANTS).but_one == ()


def test_hours_that_are_in_the_way_are_told_where_there_is_room() -> None:
    nights = career_table()["work"] | {"nights": "usual"}
    wants = WANTS | {"schedule": ("no-nights",)}
    for shown_already, told in ((4, ["late"]), (5, [])):
        careers = paid(*[GOOD] * shown_already) | {"late": career_table(title="Late", work=nights)}
        careers["late"]["salary"] = careers["c-0"]["salary"]
        found = page(careers, wants)
        assert ids(b.match for b in found.but_one) == told


def test_where_nothing_told_builds_on_ones_own_work_the_usual_ways_on_from_it_are_named() -> None:
    ways_on = {
        f"on-{i}": career_table(
            title=f"On {i}",
            remote=NEVER,
            patient_contact={"level": 4, "why": "w", "source": "guide"},
            routes=[ROUTE | {"from": ["nurse"]} | more],
        )
        for i, more in enumerate(({}, {}, {}, {"usual": POSSIBLE}))
    }
    own = career_table(title="Own", grants=["nurse"], remote=NEVER)
    careers = paid(GOOD, GOOD, GOOD) | ways_on | {"own": own}
    assert ids(page(careers, WANTS, holds=("nurse",)).steps) == ["on-0", "on-1"]
    assert page(careers, WANTS).steps == ()
    for id, named in (("c-1", ["on-0"]), ("c-2", [])):
        careers[id]["routes"] = [ROUTE | {"from": ["nurse"]}, ROUTE]
        assert ids(page(careers, WANTS, holds=("nurse",)).steps) == named


def test_one_study_with_many_residencies_is_shown_once() -> None:
    residency = {"months": [36, 36], "name": "Residency", "source": "guide"}
    medicine = ROUTE | {"cip": "51.12", "program_level": 7}
    doctors = {
        f"doctor-{i}": career_table(title=f"Doctor {i}", routes=[medicine], residency=residency)
        for i in range(3)
    }
    other = ROUTE | {"cip": "51.12", "program_level": 6}
    careers = {
        **doctors,
        "nurse": career_table(title="Nurse", routes=[medicine]),
        "optometrist": career_table(title="Optometrist", routes=[other], residency=residency),
        "unknown": career_table(title="Unknown", residency=residency),
        "worse": career_table(title="Worse", routes=[medicine], residency=residency, remote=NEVER),
    }
    found = page(careers, {"remote": "only"})
    assert ids(found.matches) == ["doctor-0", "nurse", "optometrist", "unknown"]
    assert {id: ids(same) for id, same in found.same_study.items()} == {
        "doctor-0": ["doctor-1", "doctor-2"]
    }


@pytest.mark.parametrize(
    ("education", "months", "picked"),
    [
        ("high-school", [60, 48], ["c-1"]),
        ("associate", [49, 48], ["c-1"]),
        ("bachelor", [37, 36], ["c-1"]),
        ("bachelor", [48, 60], ["c-0", "c-1"]),
    ],
)
def test_nobody_is_shown_years_of_study_without_having_named_a_time(
    education: Any, months: list[int], picked: list[str]
) -> None:
    careers = {
        f"c-{i}": career_table(title=f"C {i}", routes=[ROUTE | {"months": [m, m]}])
        for i, m in enumerate(months)
    }
    found = page(careers, {"remote": "only"}, education=education)
    assert ids(found.matches) == picked
    assert ids(found.too_long) == [id for id in careers if id not in picked]
    named = page(careers, {"remote": "only", "schooling": 240}, education=education)
    assert ids(named.matches) == ["c-0", "c-1"]
    assert named.too_long == ()
    assert len(careers) < SHOWN
