"""How far off a satisfaction may be, what a person would notice, and what tells careers apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from careeradvisor.criteria import BY_KEY
from careeradvisor.criteria.base import levels_nearby
from careeradvisor.criteria.schooling import time_satisfaction
from careeradvisor.prospects import Prospect, Prospects
from tests.criteria.test_values import contact, in_part, prospect, remote, studying, work
from tests.helpers import career_table, make_catalogue


@pytest.mark.parametrize(
    ("level", "expected"), [(2, {1: 1, 2: 18, 3: 1}), (0, {0: 19, 1: 1}), (4, {3: 1, 4: 19})]
)
def test_a_judged_level_is_one_off_in_a_twentieth_each_way(
    level: int, expected: dict[int, int]
) -> None:
    assert Counter(levels_nearby(level, 4)) == expected


def table(key: str, one: Prospect, answer: Any) -> Counter[float]:
    (only,) = BY_KEY[key].chances(one, answer)
    return Counter(round(value, 4) for value in only)


def test_levels_of_contact_and_of_work_from_home_may_be_one_off() -> None:
    assert table("patient_contact", contact(1), "none") == {1.0: 1, 0.7: 18, 0.3: 1}
    assert table("remote", remote(2, 0), "only") == {0.1: 1, 0.4: 18, 0.75: 1}
    assert table("remote", remote(4, 2), "from-day-one") == {0.15: 1, 0.6: 18, 1.0: 1}


def test_standing_and_lifting_may_each_be_one_off() -> None:
    found = table("physical", work(standing="some", lifting="some"), "light")
    assert sum(found.values()) == 400
    assert found == {1.0: 18 + 18 + 1, 0.6: 18 * 18 + 2, 0.2: 18 + 18, 0.0: 1}
    high = table("physical", work(standing="much", lifting="much"), "active")
    assert high == {1.0: 400}
    bent = table("physical", work(standing="little", lifting="little", posture="some"), "light")
    assert bent == {1.0: 19 * 19, 0.6: 19 + 19, 0.2: 1}


def test_each_thing_to_avoid_may_be_one_off() -> None:
    one = work(nights="some", weekends="usual")
    tables = BY_KEY["schedule"].chances(one, ("no-nights", "no-weekends"))
    assert [Counter(t) for t in tables] == [{0.5: 1, 0.35: 18, 0.0: 1}, {0.35: 1, 0.0: 19}]


def test_any_length_within_the_range_is_as_likely_as_another() -> None:
    (lengths,) = BY_KEY["schooling"].chances(studying(10, 30), 10)
    assert lengths == [time_satisfaction(10.5 + i, 10) for i in range(20)]
    assert BY_KEY["schooling"].chances(studying(4, 9), 9) == ()
    assert BY_KEY["schooling"].chances(studying(12, 12), 9) == ()
    assert BY_KEY["schooling"].chances(studying(4, 10), 9) != ()


def test_pay_that_is_higher_by_a_factor_is_a_target_that_is_lower_by_it() -> None:
    criterion = BY_KEY["salary"]
    one = prospect()
    (values,) = criterion.by_pay(one, 50_250, [0.8, 1.0, 1.25])
    assert values == pytest.approx(
        [criterion.satisfaction(one, target) for target in (62_812, 50_250, 40_200)], abs=1e-3
    )
    (lower,) = criterion.by_pay(in_part("lower"), 50_250, [1.0])
    assert lower == pytest.approx([criterion.satisfaction(in_part("lower"), 50_250)])


def test_a_group_that_names_no_part_may_be_any() -> None:
    group = career_table()["salary"] | {"basis": "broader-group", "group": "Records people"}
    lower, whole, upper = BY_KEY["salary"].by_pay(prospect(salary=group), 60_000, [1.0])
    named = [BY_KEY["salary"].satisfaction(in_part(p), 60_000) for p in ("lower", "upper")]
    assert (*lower, *upper) == pytest.approx(tuple(named))
    assert lower[0] < whole[0] < upper[0]
    industry = {"naics": "622", "name": "Hospitals", "why": "w", "source": "guide"}
    percentiles = {k: v for k, v in group.items() if k.startswith("p") or k == "median"}
    paid_as = prospect(salary=group | {"industry": industry | percentiles})
    assert len(BY_KEY["salary"].by_pay(paid_as, 50_250, [1.0])) == 1


def test_ten_years_are_off_by_as_much_as_pay() -> None:
    criterion, one = BY_KEY["earnings"], prospect()
    total = criterion.offered(one)
    assert isinstance(total, int)
    (values,) = criterion.by_pay(one, total, [0.5, 0.75, 1.0])
    assert values == pytest.approx([0.0, 0.5, 1.0])


def test_a_gain_is_what_a_person_would_see() -> None:
    pay, time, contacts = BY_KEY["salary"], BY_KEY["schooling"], BY_KEY["patient_contact"]
    # The group's lower part is satisfied less, and its median is lower.
    assert pay.gain(prospect(), in_part("lower"), 45_000) == pytest.approx(
        (pay.satisfaction(prospect(), 45_000) or 0)
        - (pay.satisfaction(in_part("lower"), 45_000) or 0)
    )
    assert pay.gain(in_part("lower"), prospect(), 45_000) == 0.0
    # The same median is no gain, whatever the scale says; nor is a lower one.
    assert pay.gain(in_part("middle"), in_part("whole"), 45_000) == 0.0
    assert pay.gain(prospect(salary=None), prospect(), 45_000) == 0.0
    assert time.gain(studying(6, 6), studying(12, 12), 6) > 0.1
    assert time.gain(studying(12, 12), studying(6, 6), 6) == 0.0
    assert time.gain(studying(6, 6), studying(6, 24), 6) > 0.1
    assert time.gain(studying(100, 100), studying(104, 104), 6) == 0.0
    assert contacts.gain(contact(0), contact(1), "none") == pytest.approx(0.3)
    assert contacts.gain(contact(3), contact(4), "a-lot") == 0.0
    exact = BY_KEY["growth"]

    def growing(percent: float) -> Prospect:
        return prospect(outlook={"source": "ooh", "period": "2024-34", "change_percent": percent})

    assert exact.gain(growing(6.5), growing(5.4), "fast") == pytest.approx(0.11)
    assert exact.gain(growing(6.5), growing(5.6), "fast") == 0.0


def test_what_tells_careers_apart() -> None:
    assert BY_KEY["remote"].kind(remote(0)) == BY_KEY["remote"].kind(remote(1))
    assert BY_KEY["remote"].kind(remote(1)) != BY_KEY["remote"].kind(remote(2))
    assert BY_KEY["remote"].kind(prospect(remote=None)) is None
    assert BY_KEY["schooling"].kind(studying(48, 48)) == BY_KEY["schooling"].kind(studying(49, 60))
    assert BY_KEY["schooling"].kind(studying(24, 24)) != BY_KEY["schooling"].kind(studying(36, 36))
    assert BY_KEY["schooling"].kind(prospect(routes=[])) is None


def test_bands_of_physical_work() -> None:
    def demand(standing: str, lifting: str, answer: str) -> tuple[float | None, bool | None]:
        one = work(standing=standing, lifting=lifting)
        return BY_KEY["physical"].satisfaction(one, answer), BY_KEY["physical"].meets(one, answer)

    assert demand("some", "little", "light") == (1.0, True)
    assert demand("some", "some", "light") == (0.6, False)
    assert demand("much", "some", "light") == (0.2, False)
    assert demand("some", "some", "moderate") == (1.0, True)
    assert demand("much", "some", "moderate") == (0.5, False)
    assert demand("some", "some", "active") == (1.0, True)
    assert demand("some", "little", "active") == (0.5, False)


def test_words_for_work_from_home() -> None:
    reason = BY_KEY["remote"].reason
    assert (
        reason(remote(0, 0), "only")
        == "cannot be done from home: everyone starts and works on site"
    )
    assert reason(remote(3, 3), "only") == (
        "can mostly be done from home, not wholly, for new people too"
    )
    assert reason(remote(3, 3), "mostly") == "can mostly be done from home, for new people too"
    assert " though new people usually start on site" in reason(remote(3, 0), "only")
    assert " and new people usually start mostly at home" in reason(remote(2, 3), "only")
    assert " and new people usually start on site" in reason(remote(1, 0), "only")
    assert BY_KEY["remote"].shortfall(remote(3, 3), "only") == (
        "can mostly be done from home; you want work from home only"
    )
    assert BY_KEY["remote"].brief(remote(3, 1), "from-day-one") == (
        "starts new people on site, with a rare day at home"
    )


def test_words_for_interests_and_where_they_begin() -> None:
    kinds = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")

    def interested(*ratings: float) -> Prospect:
        return prospect(interests=dict(zip(kinds, ratings, strict=True)) | {"source": "guide"})

    criterion = BY_KEY["interests"]
    same = interested(3, 2, 1, 1, 1, 1)
    assert criterion.satisfaction(same, "RI") == pytest.approx(0.9946, abs=1e-4)
    assert criterion.reason(same, "RI") == "attracts people with interests RIA, close to yours"
    # Nothing in common and nothing against: a correlation of 0, which is within the limit.
    flat = interested(1, 4, 1, 4, 1, 4)
    assert criterion.satisfaction(flat, "R20 I20 A10 S10 E0 C0") == pytest.approx(0.5)
    assert criterion.meets(flat, "R20 I20 A10 S10 E0 C0") is True
    assert "partly like yours" in criterion.reason(flat, "R20 I20 A10 S10 E0 C0")
    assert "unlike yours" in criterion.reason(interested(1, 1, 1, 7, 5, 1), "RI")
    assert criterion.meets(interested(1, 1, 1, 7, 5, 1), "RI") is False


def test_two_measures_of_ai_have_their_middle_between_them() -> None:
    automation = {"share": 0.1, "microsoft": 0.5, "use_source": "guide", "source": "guide"}
    one = prospect(automation=automation)
    criterion = BY_KEY["automation"]
    assert criterion.offered(one) == pytest.approx(0.3)
    assert criterion.shortfall(one, "low") == (
        "has 10 to 50 in 100 tasks that AI may change, by two studies; you want at most 20"
    )


def test_ten_years_are_told_in_thousands() -> None:
    one = Prospects(make_catalogue({"coder": career_table()}))["coder"]
    total = BY_KEY["earnings"].offered(one)
    assert isinstance(total, int)
    told = f"${round(total, -3):,}"
    assert BY_KEY["earnings"].short(one) == told
    assert BY_KEY["earnings"].reason(one, 1) == f"earns about {told} in ten years from today"


def test_words_at_their_edges() -> None:
    def growth(percent: float) -> str:
        outlook = {"source": "ooh", "period": "2024-34", "change_percent": percent}
        return BY_KEY["growth"].reason(prospect(outlook=outlook), "fast")

    assert growth(0.5) == "grows by 0.5 percent in 2024-34"
    assert growth(0) == "keeps its number of jobs in 2024-34"
    assert growth(-0.5) == "shrinks by 0.5 percent in 2024-34"
    assert BY_KEY["schooling"].reason(studying(1, 1), 1) == "takes 1 month of study"
    assert "at least 90 in 100" in BY_KEY["salary"].reason(prospect(), 35_000)
    assert "at least" not in BY_KEY["salary"].reason(prospect(), 35_001)
    assert "at most" not in BY_KEY["salary"].reason(prospect(), 80_000)
    hours = work(nights="usual", weekends="usual", on_call="rare")
    assert BY_KEY["schedule"].shortfall(hours, ("no-nights", "no-weekends", "no-on-call")) == (
        "has a lot of night work and weekend work; you want none"
    )
    half = prospect(automation={"share": 0.7, "source": "guide"})
    assert BY_KEY["automation"].satisfaction(half, "moderate") == pytest.approx(0.5)


def test_the_lower_part_of_an_unnamed_group_ends_at_the_median() -> None:
    group = career_table()["salary"] | {"basis": "broader-group", "group": "Records people"}
    lower, _, upper = BY_KEY["salary"].by_pay(prospect(salary=group), 42_000, [1.0])
    assert (*lower, *upper) == pytest.approx((0.25 / 0.4, 1.0))
    _, _, upper = BY_KEY["salary"].by_pay(prospect(salary=group), 64_000, [1.0])
    assert upper == pytest.approx([0.5])
