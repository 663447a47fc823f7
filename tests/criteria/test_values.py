"""Value functions and answers of each criterion, by example."""

from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.catalogue.wages import LocalWages
from careeradvisor.criteria import BY_KEY, NumberCriterion, criterion_named
from careeradvisor.criteria.base import band_satisfaction
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospect, Prospects
from tests.helpers import career_table, make_catalogue


def prospect(education: Any = "high-school", **fields: Any) -> Prospect:
    return Prospects(
        make_catalogue({"coder": career_table(**fields)}), Answers(education=education)
    )["coder"]


def contact(level: int) -> Prospect:
    return prospect(patient_contact={"level": level, "why": "w", "source": "guide"})


def remote(level: int, entry: int = 0) -> Prospect:
    return prospect(remote={"level": level, "entry": entry, "why": "w", "source": "guide"})


def studying(*months: int) -> Prospect:
    route = {
        "name": "Program",
        "from": ["high-school"],
        "months": list(months),
        "award": "Award",
        "source": "guide",
    }
    return prospect(routes=[route])


def work(**fields: str) -> Prospect:
    return prospect(work={"why": "w", "source": "guide", **fields})


def satisfaction(key: str, one: Prospect, answer: str) -> float | None:
    criterion = BY_KEY[key]
    parsed = criterion.parse(answer)
    assert parsed is not None
    return criterion.satisfaction(one, parsed)


def meets(key: str, one: Prospect, answer: str) -> bool | None:
    criterion = BY_KEY[key]
    parsed = criterion.parse(answer)
    assert parsed is not None
    return criterion.meets(one, parsed)


@pytest.mark.parametrize(
    ("answer", "by_level"),
    [
        ("none", [1, 0.75, 0.5, 0.25, 0]),
        ("a-little", [2 / 3, 1, 2 / 3, 1 / 3, 0]),
        ("some", [0, 0.5, 1, 0.5, 0]),
        ("a-lot", [0, 1 / 3, 2 / 3, 1, 1]),
    ],
)
def test_patient_contact_falls_linearly_from_the_band(answer: str, by_level: list[float]) -> None:
    found = [satisfaction("patient_contact", contact(level), answer) for level in range(5)]
    assert found == pytest.approx(by_level)
    assert [meets("patient_contact", contact(level), answer) for level in range(5)] == [
        value == 1 for value in by_level
    ]


@pytest.mark.parametrize(
    ("answer", "by_level"),
    [
        ("only", [0, 0.25, 0.5, 0.75, 1]),
        ("mostly", [0, 1 / 3, 2 / 3, 1, 1]),
        ("hybrid", [0, 0.5, 1, 1, 1]),
        ("on-site", [1, 1, 2 / 3, 1 / 3, 0]),
    ],
)
def test_remote_falls_linearly_from_the_band(answer: str, by_level: list[float]) -> None:
    assert [satisfaction("remote", remote(level), answer) for level in range(5)] == pytest.approx(
        by_level
    )


def test_the_reason_for_remote_always_says_how_new_people_start() -> None:
    for level in range(5):
        for entry in range(5):
            reason = BY_KEY["remote"].reason(remote(level, entry), "only")
            assert "new people" in reason or "everyone starts" in reason


@pytest.mark.parametrize(
    ("months", "budget", "expected"),
    [
        (9, "9", 1.0),
        (4, "9", 1.0),
        (12, "9", 1 - 3 / 12),
        (21, "9", 0.0),
        (30, "24", 1 - 6 / 24),
        (48, "24", 0.0),
        (100, "24", 0.0),
        (1, "0", 1 - 1 / 12),
    ],
)
def test_schooling_beyond_the_budget_falls_over_the_budget_or_a_year(
    months: int, budget: str, expected: float
) -> None:
    assert satisfaction("schooling", studying(months, months), budget) == pytest.approx(expected)
    assert meets("schooling", studying(months, months), budget) is (months <= int(budget))


def test_says_when_the_budget_lies_within_the_range() -> None:
    reason = BY_KEY["schooling"].reason(studying(4, 24), 9)
    assert reason == (
        "takes 4 to 24 months of study (your 9 lies within that range: choose a shorter program)"
    )
    assert BY_KEY["schooling"].shortfall(studying(72, 72), 9) == "needs 72 months; you set 9"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("9", 9),
        ("9m", 9),
        ("18 months", 18),
        ("2y", 24),
        ("2 years", 24),
        ("1.5 years", 18),
        ("1 year 6 months", 18),
        ("1y, 6m", 18),
        ("1 year and 1 month", 13),
        ("0", 0),
        (" ANY ", None),
    ],
)
def test_lengths_of_time_as_people_type_them(text: str, months: int | None) -> None:
    assert BY_KEY["schooling"].parse(text) == months


@pytest.mark.parametrize(
    "text", ["", "soon", "-3", "9 lightyears", "1e3", "241", "99 years", "2 y 3"]
)
def test_other_lengths_are_refused_with_what_to_write(text: str) -> None:
    if text == "2 y 3":
        assert BY_KEY["schooling"].parse(text) == 27
        return
    with pytest.raises(WrongUse, match=r"[Ww]rite"):
        BY_KEY["schooling"].parse(text)


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("60000", 60_000),
        ("60k", 60_000),
        ("$60,000", 60_000),
        ("62.5k", 62_500),
        ("60 K", 60_000),
        ("$60,000 a year", 60_000),
        ("60000 dollars", 60_000),
        ("60k/yr", 60_000),
        ("0", 0),
        ("any", None),
    ],
)
def test_amounts_as_people_type_them(text: str, dollars: int | None) -> None:
    assert BY_KEY["salary"].parse(text) == dollars


@pytest.mark.parametrize("text", ["", "a lot", "-5", "60", "5m", "60,00", "$", "1" * 50])
def test_other_amounts_are_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(WrongUse, match="Write"):
        BY_KEY["salary"].parse(text)


def test_a_salary_must_means_that_half_earn_it() -> None:
    assert meets("salary", prospect(), "50250") is True
    assert meets("salary", prospect(), "50251") is False
    assert meets("salary", prospect(salary=None), "1000") is None
    no_median = career_table()["salary"] | {"median": None}
    no_median = {k: v for k, v in no_median.items() if v is not None}
    assert meets("salary", prospect(salary=no_median), "40000") is True
    assert meets("salary", prospect(salary=no_median), "60000") is False


def test_the_reason_for_salary_names_the_group_and_the_state() -> None:
    group = career_table()["salary"] | {"basis": "broader-group", "group": "Records people"}
    reason = BY_KEY["salary"].reason(prospect(salary=group), 45_000)
    assert "counted with Records people" in reason
    catalogue = make_catalogue({"coder": career_table()})
    here = Prospects(catalogue, None, LocalWages("WY", None, {}, None))["coder"]
    assert "not published for Wyoming" in BY_KEY["salary"].reason(here, 45_000)


@pytest.mark.parametrize(
    ("change", "answer", "expected"),
    [
        (7.0, "fast", 1.0),
        (3.0, "fast", 0.6),
        (-3.0, "fast", 0.0),
        (3.0, "average", 1.0),
        (-2.0, "average", 0.5),
        (0.0, "stable", 1.0),
        (-5.0, "stable", 0.5),
        (-40.0, "stable", 0.0),
    ],
)
def test_growth_falls_over_ten_points(change: float, answer: str, expected: float) -> None:
    one = prospect(outlook={"source": "ooh", "period": "2024-34", "change_percent": change})
    assert satisfaction("growth", one, answer) == pytest.approx(expected)


def test_hours_to_avoid_count_by_how_usual_they_are() -> None:
    one = work(nights="usual", weekends="some", on_call="rare")
    assert satisfaction("schedule", one, "no-nights") == 0.0
    assert satisfaction("schedule", one, "no-weekends") == 0.5
    assert satisfaction("schedule", one, "no-on-call") == 1.0
    assert satisfaction("schedule", one, "no-nights,no-on-call") == 0.5
    assert meets("schedule", one, "no-weekends") is True
    assert meets("schedule", one, "no-nights,no-weekends") is False
    assert satisfaction("schedule", work(nights="rare"), "no-nights,no-weekends") is None


def test_exposure_counts_the_same_way() -> None:
    one = work(infection="much", radiation="little", fluids="some")
    assert satisfaction("exposure", one, "infection,radiation,fluids") == 0.5
    reason = BY_KEY["exposure"].reason(one, ("infection", "radiation", "fluids"))
    assert reason == "has hardly any radiation, some bodily fluids and a lot of infection"


def test_physical_demand_is_standing_plus_lifting() -> None:
    assert satisfaction("physical", work(standing="some", lifting="little"), "light") == 1.0
    assert satisfaction("physical", work(standing="much", lifting="much"), "light") == 0.0
    assert satisfaction("physical", work(standing="much", lifting="little"), "active") == 1.0
    assert satisfaction("physical", work(standing="much"), "active") is None


def test_earnings_are_a_share_of_the_target() -> None:
    one = prospect()
    total = BY_KEY["earnings"].offered(one)
    assert isinstance(total, int)
    assert satisfaction("earnings", one, str(total)) == 1.0
    assert satisfaction("earnings", one, str(2 * total)) == pytest.approx(0.5)


@pytest.mark.parametrize(("share", "expected"), [(0.1, 1.0), (0.2, 1.0), (0.6, 0.5), (1.0, 0.0)])
def test_automation_falls_to_0_when_all_tasks_are_exposed(share: float, expected: float) -> None:
    one = prospect(automation={"share": share, "source": "guide"})
    assert satisfaction("automation", one, "low") == pytest.approx(expected)


def interested(**ratings: float) -> Prospect:
    kinds = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
    return prospect(interests={k: ratings.get(k, 1.0) for k in kinds} | {"source": "guide"})


def test_interests_are_a_correlation() -> None:
    social = interested(social=7.0)
    assert satisfaction("interests", social, "S") == pytest.approx(1.0)
    assert satisfaction("interests", social, "R") == pytest.approx(0.4)
    assert satisfaction("interests", social, "R0 I0 A0 S40 E0 C0") == pytest.approx(1.0)
    assert satisfaction("interests", interested(), "S") is None


@pytest.mark.parametrize(
    "text", ["", "XYZ", "SS", "SIAE", "R1 I1", "R1 I1 A1 S1 E1 C1", "R99 I1 A1 S1 E1 C1"]
)
def test_other_interests_are_refused(text: str) -> None:
    with pytest.raises(WrongUse, match="any"):
        BY_KEY["interests"].parse(text)


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_an_unknown_is_unknown_and_never_zero(key: str) -> None:
    bare = prospect(
        patient_contact=None,
        remote=None,
        routes=[],
        salary=None,
        outlook=None,
        work=None,
        automation=None,
        interests=None,
    )
    criterion = BY_KEY[key]
    text = criterion.choices[0].value if criterion.choices else "50000"
    answer = criterion.parse("12" if key == "schooling" else text)
    assert answer is not None
    assert criterion.satisfaction(bare, answer) is None
    assert criterion.meets(bare, answer) is None
    assert criterion.offered(bare) is None
    assert criterion.reason(bare, answer)


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_every_criterion_can_be_asked(key: str) -> None:
    criterion = BY_KEY[key]
    assert criterion.parse("any") is None
    assert criterion.question.endswith(("?", "."))
    assert criterion.why
    assert "any" in criterion.metavar
    assert bool(criterion.choices) or bool(criterion.examples)
    for choice in criterion.choices:
        assert criterion.accept(criterion.parse(choice.value)) == criterion.parse(choice.value)
    if isinstance(criterion, NumberCriterion):
        assert criterion.accept(criterion.smallest) == criterion.smallest
        assert criterion.accept(criterion.largest) == criterion.largest
    for junk in (None, True, {"a": 1}, [1], 1.5e300, "\x1b[31m"):
        with pytest.raises(WrongUse):
            criterion.accept(junk)


def test_criteria_are_found_by_any_spelling() -> None:
    assert criterion_named("Patient Contact") is BY_KEY["patient_contact"]
    assert criterion_named("patient_contact") is BY_KEY["patient_contact"]
    with pytest.raises(WrongUse, match="no criterion called 'pay'"):
        criterion_named("pay")


def test_a_band_that_fills_the_scale_satisfies_everywhere() -> None:
    assert band_satisfaction(0, 0, 4, 4) == band_satisfaction(4, 0, 4, 4) == 1.0
