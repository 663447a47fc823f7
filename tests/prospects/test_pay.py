from __future__ import annotations

from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from careeradvisor.catalogue.areas import Area
from careeradvisor.catalogue.wages import LocalWages, Wages
from careeradvisor.prospects.build import Prospects
from careeradvisor.prospects.pay import Pay, pay_for, share_earning, target_met
from tests.helpers import career_table, make_career, make_catalogue

NUCMED = Pay(78_080, 87_480, 101_370, 117_490, 134_500)
SALARY = career_table()["salary"]
POSITION = {"part": "lower", "why": "Starts low.", "source": "guide"}
INDUSTRY = {
    "naics": "524114",
    "name": "health insurers",
    "why": "That is where they work.",
    "source": "oews",
    "p10": 28_000,
    "p25": 42_000,
    "median": 40_200,
    "p90": 40_000,
}


def share(pay: Pay, target: float) -> float | None:
    return share_earning(pay.known_points(), target)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (0, 0.9), (60_000, 0.9), (78_080, 0.9), (87_480, 0.75), (101_370, 0.5), (117_490, 0.25),
        (134_500, 0.1), (500_000, 0.1),
    ],
)  # fmt: skip
def test_published_percentiles_are_met_exactly_and_nothing_is_guessed_beyond_them(
    target: int, expected: float
) -> None:
    assert share(NUCMED, target) == expected


def test_between_two_percentiles_the_line_is_straight_in_log_wage_and_quantile() -> None:
    halfway = (87_480 * 101_370) ** 0.5
    z = NormalDist().inv_cdf(0.25) / 2
    assert share(NUCMED, halfway) == pytest.approx(1 - NormalDist().cdf(z), abs=1e-9)


def test_missing_percentiles_are_left_out_and_one_is_not_enough() -> None:
    assert share(Pay(median=50_000, p90=90_000), 50_000) == 0.5
    assert share(Pay(median=50_000), 50_000) is None
    assert share(Pay(), 50_000) is None


def test_of_equal_percentiles_the_lower_one_counts() -> None:
    flat = Pay(p10=40_000, median=40_000)
    assert (share(flat, 40_000), share(flat, 40_001)) == (0.9, 0.5)
    step = Pay(p10=30_000, p25=40_000, median=40_000, p90=60_000)
    assert share(step, 40_000) == 0.75
    assert share(step, 40_001) == pytest.approx(0.5, abs=1e-3)


wages = st.lists(st.none() | st.integers(10_000, 200_000), min_size=5, max_size=5)


def pay_of(values: list[int | None]) -> Pay:
    """Pay with these percentiles, put in order."""
    known = iter(sorted(v for v in values if v is not None))
    p10, p25, median, p75, p90 = [None if v is None else next(known) for v in values]
    return Pay(p10, p25, median, p75, p90)


@settings(max_examples=500, deadline=None)
@given(wages, st.lists(st.integers(0, 50_000), min_size=5, max_size=5), st.integers(1, 300_000))
def test_raising_any_percentiles_never_lowers_a_share(
    values: list[int | None], more: list[int], target: int
) -> None:
    low = pay_of(values)
    high = pay_of([v and v + m for v, m in zip(low.percentiles, more, strict=True)])
    before, after = share(low, target), share(high, target)
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after >= before - 1e-12


@settings(max_examples=300, deadline=None)
@given(wages, st.integers(1, 300_000), st.integers(1, 300_000))
def test_a_higher_target_is_never_reached_by_more(
    values: list[int | None], one: int, two: int
) -> None:
    pay = pay_of(values)
    low, high = share(pay, min(one, two)), share(pay, max(one, two))
    if low is not None and high is not None:
        assert 0.1 <= high <= low + 1e-12 <= 0.9 + 1e-11


def test_a_part_of_a_group_has_its_own_median_entry_and_scale() -> None:
    pay = pay_for(make_career(salary=SALARY | {"position": POSITION}), None)
    assert (pay.position, pay.part_median, pay.entry, pay.after_five) == (
        "lower",
        42_000,
        35_000,
        42_000,
    )
    assert (pay.hi, pay.lo) == (0.9, 0.5)
    assert (Pay().hi, Pay().lo) == (0.9, 0.1)


def test_a_target_is_met_by_the_share_who_reach_it_or_by_how_near_half_of_them_come() -> None:
    def met(pay: Pay, target: float) -> float:
        return target_met(pay, pay.known_points(), target) or 0.0

    wide, narrow = Pay(30_000, 40_000, 50_000, 65_000, 90_000), Pay(*range(48_000, 53_000, 1_000))
    assert [met(pay, 50_000) for pay in (wide, narrow)] == pytest.approx([0.5, 0.5])
    assert [met(wide, target) for target in (30_000, 90_000)] == pytest.approx([1.0, 0.0])
    assert met(narrow, 60_000) == pytest.approx((50 / 60 - 0.7) / 0.6)
    assert met(narrow, 50_000 / 0.7 + 1) == 0.0
    # Of the upper part half earn p75: to ask for that is to be half met.
    assert met(replace(wide, position="upper"), 65_000) == pytest.approx(0.5)
    assert target_met(Pay(), [], 50_000) is None
    assert met(Pay(p90=90_000), 80_000) == pytest.approx(0.0)


TYLER = Area("46340", "Tyler, TX", ("TX",))


def texas(wages: Wages | None = None, ratio: float | None = None) -> LocalWages:
    return LocalWages("TX", None, {"TX": {"29-2072": wages} if wages else {}}, ratio)


def test_a_place_counts_when_two_percentiles_are_published() -> None:
    career = make_career()
    pay = pay_for(career, texas(Wages(p10=30_000, median=44_000, employment=70, rse=2.5)))
    assert (pay.area, pay.median, pay.p25, pay.employment) == ("Texas", 44_000, None, 70)
    assert (pay.rse, pay.scaled, pay.missing_area) == (2.5, None, None)
    alone = pay_for(career, texas(Wages(median=44_000)))
    assert (alone.area, alone.missing_area, alone.median) == (None, "Texas", 50_250)
    assert pay_for(career, None).missing_area is None
    assert pay_for(make_career(salary=None), texas()) == Pay()


@pytest.mark.parametrize(
    ("people", "openings", "few", "scarce"),
    [(299, 5_000, (299, "Texas"), True), (300, 5_000, None, False),
     (299, None, (299, "Texas"), True), (None, 300, None, False), (None, 299, None, True)],
)  # fmt: skip
def test_posts_are_scarce_where_few_work_in_it(
    people: int | None, openings: int | None, few: tuple[int, str] | None, scarce: bool
) -> None:
    outlook = career_table()["outlook"] | {"own_openings": openings, "openings": openings}
    catalogue = make_catalogue({"coder": career_table(outlook=outlook)})
    local = texas(Wages(p10=30_000, median=44_000, employment=people))
    prospect = Prospects(catalogue, local=local)["coder"]
    assert (prospect.few_jobs, prospect.scarce) == (few, scarce)
    assert Prospects(catalogue)["coder"].few_jobs is None


def test_an_area_without_figures_takes_its_states_then_the_nations_by_the_ratio_of_all() -> None:
    of_texas = {"29-2072": Wages(p10=30_000, median=44_000)}
    in_tyler = {"29-2072": Wages(employment=70)}
    tyler = LocalWages("TX", TYLER, {"TX": of_texas, "46340": in_tyler}, 0.9)
    pay = pay_for(make_career(), tyler)
    assert (pay.area, pay.median, pay.employment) == ("Texas", 44_000, 70)
    assert pay.scaled == "Not published for Tyler, TX: these are the figures of Texas."
    nowhere = pay_for(make_career(), LocalWages("TX", TYLER, {"46340": in_tyler}, 0.9))
    assert nowhere.percentiles == (31_500, 37_800, 45_220, 57_600, 72_000)
    assert (nowhere.area, nowhere.missing_area, nowhere.employment) == ("Texas", None, 70)
    assert nowhere.scaled is not None
    assert "times 0.90" in nowhere.scaled


def test_pay_is_looked_up_by_the_code_that_it_is_counted_under() -> None:
    counted_elsewhere = make_career(salary=SALARY | {"soc": "29-9021"})
    both = {"29-2072": Wages(p10=1, median=2), "29-9021": Wages(p10=30_000, median=44_000)}
    assert pay_for(counted_elsewhere, LocalWages("TX", None, {"TX": both}, None)).median == 44_000
    tyler = {"29-2072": Wages(employment=1), "29-9021": Wages(employment=70)}
    scaled = pay_for(counted_elsewhere, LocalWages("TX", TYLER, {"46340": tyler}, 0.9))
    assert (scaled.median, scaled.employment) == (45_220, 70)


def test_a_survey_has_no_places() -> None:
    survey = make_career(salary=SALARY | {"basis": "survey"})
    pay = pay_for(survey, texas(Wages(p10=1, median=2), 0.9))
    assert (pay.area, pay.missing_area, pay.median) == (None, "Texas", 50_250)


def test_an_industry_counts_and_in_a_place_its_ratio_to_all() -> None:
    industry = {**INDUSTRY, "median": 45_225, "p90": 88_000}
    career = make_career(salary=SALARY | {"industry": industry})
    nation = pay_for(career, None)
    assert nation.percentiles == (28_000, 42_000, 45_225, None, 88_000)
    pay = pay_for(career, texas(Wages(30_000, 40_000, 52_000, 60_000, 84_000)))
    assert pay.percentiles == (24_000, 40_000, 46_800, None, 92_400)
    assert pay.area == "Texas"
    assert pay.scaled is not None
    assert "health insurers" in pay.scaled


def test_scaled_percentiles_stay_in_order() -> None:
    career = make_career(salary=SALARY | {"industry": INDUSTRY})
    pay = pay_for(career, texas(Wages(30_000, 50_000, 50_000, 60_000, 70_000)))
    assert pay.percentiles == (24_000, 50_000, 50_000, None, 50_000)


STIPEND = 80_000
SOUND = Wages(110_000, 160_000, 240_000, rse=4.0)


@pytest.mark.parametrize(
    ("here", "why"),
    [
        (
            Wages(30_000, 40_000, 157_510, rse=15.0),
            "The figures for Tyler, TX (median $157,510) have a standard error of 15%, "
            "too large to go by",
        ),
        (
            Wages(70_000, 100_000, 250_000, rse=3.0),
            "In the figures for Tyler, TX (median $250,000) a quarter or more are paid as "
            "residents in training are",
        ),
        (
            Wages(median=99_000, p90=400_000),
            "In the figures for Tyler, TX (median $99,000) a quarter or more are paid as "
            "residents in training are",
        ),
    ],
)
def test_figures_that_cannot_be_gone_by_give_way_to_the_states_then_to_the_nations(
    here: Wages, why: str
) -> None:
    doctor = make_career()
    soc = "29-2072"
    tyler = {"46340": {soc: here}}
    wider = pay_for(doctor, LocalWages("TX", TYLER, tyler | {"TX": {soc: SOUND}}, 1.1), STIPEND)
    assert (wider.area, wider.median, wider.rse) == ("Texas", 240_000, 4.0)
    assert wider.scaled == f"{why}: these are the figures of Texas."
    nation = pay_for(doctor, LocalWages("TX", TYLER, tyler, 1.1), STIPEND)
    assert (nation.area, nation.median) == ("Texas", 55_280)
    assert nation.scaled is not None
    assert nation.scaled.startswith(f"{why}: the nation's figures, times 1.10,")
    both = pay_for(doctor, LocalWages("TX", TYLER, {"TX": {soc: here}}, 1.1), STIPEND)
    assert both.scaled is not None
    assert both.scaled.startswith(
        f"Not published for Tyler, TX. {why.replace('Tyler, TX', 'Texas')}:"
    )
    # With nothing to put in its place it stays, with the reason to doubt it.
    alone = pay_for(doctor, LocalWages("TX", TYLER, tyler, None), STIPEND)
    assert alone.median == here.median
    assert alone.scaled == f"{why}: these are the figures of Tyler, TX."


def test_figures_that_are_surer_or_above_residents_pay_stay_to_the_dollar() -> None:
    for wages in (SOUND, Wages(70_000, 100_010, 250_000, 250_010, rse=14.9)):
        pay = pay_for(make_career(), texas(wages, 1.1), STIPEND)
        assert (pay.percentiles[:3], pay.scaled) == ((wages.p10, wages.p25, wages.median), None)
    # Low pay is only then the residents' where residents are counted.
    assert pay_for(make_career(), texas(Wages(20_000, 25_000, rse=1.0), 1.1)).scaled is None


@pytest.mark.parametrize(
    ("part", "p75", "fit"),
    [
        ("lower", 49_000, False),
        ("upper", 49_000, False),
        ("upper", 50_000, True),
        ("middle", 49_000, True),
        ("whole", 49_000, True),
    ],
)
def test_a_part_is_not_told_by_a_place_where_all_are_paid_alike(
    part: str, p75: int, fit: bool
) -> None:
    # The nation's p75 is 64,000 and its p25 42,000; two fifths of that spread end at 49,700.
    career = make_career(salary=SALARY | {"position": POSITION | {"part": part}})
    pay = pay_for(career, texas(Wages(p25=42_000, median=43_000, p75=p75), 1.0))
    assert (pay.scaled is None) == fit
    if not fit:
        assert pay.scaled is not None
        assert pay.scaled.startswith(
            "The figures for Texas (median $43,000) hold people of one kind of pay, so that no "
            "part can be told by them: the nation's figures"
        )


def test_residents_are_known_by_the_code_that_they_are_counted_under() -> None:
    stipend = {"stipend": [60_000, 80_000], "stipend_source": "guide"}
    residency = {"months": [36, 48], "name": "Residency", "source": "guide", **stipend}
    longer = residency | {"stipend": [60_000, 90_000]}
    catalogue = make_catalogue(
        {
            "doctor": career_table(soc="29-1229", residency=longer),
            "other": career_table(soc="29-1229", residency=residency),
            "reviewer": career_table(soc="29-1229"),
            "coder": career_table(),
        }
    )
    low = {"29-1229": Wages(70_000, 99_000, 250_000), "29-2072": Wages(30_000, 40_000, 50_000)}
    prospects = Prospects(catalogue, local=LocalWages("TX", None, {"TX": low}, 1.0))
    assert prospects.stipends == {"29-1229": 80_000}
    made = {p.career.id: p.pay.scaled is not None for p in prospects}
    assert made == {"doctor": True, "other": True, "reviewer": True, "coder": False}


@pytest.mark.parametrize(
    ("part", "median", "of_texas"),
    [("middle", 59_000, True), ("middle", 61_000, False), ("upper", 39_000, False),
     ("whole", 90_000, True)],
)  # fmt: skip
def test_a_place_with_another_mix_of_a_groups_people_tells_nothing_of_a_part(
    part: str, median: int, of_texas: bool
) -> None:
    position = {"part": part, "why": "w", "source": "guide"}
    of_group = {"basis": "broader-group", "group": "A group", "position": position}
    career = make_career(salary=career_table()["salary"] | of_group)
    wages = Wages(p10=30_000, p25=35_000, median=median, p75=95_000)
    found = pay_for(career, texas(wages, ratio=1.0))
    assert (found.median == median) is of_texas
    assert ("other people" in (found.scaled or "")) is not of_texas
