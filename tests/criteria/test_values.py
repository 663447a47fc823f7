"""Value functions and answers of each criterion, by example."""

from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.catalogue.wages import LocalWages
from careeradvisor.criteria import BY_KEY, NumberCriterion, criterion_named
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospect, Prospects
from tests.helpers import career_table, judged, make_catalogue, route


def prospect(education: Any = "high-school", **fields: Any) -> Prospect:
    return Prospects(
        make_catalogue({"coder": career_table(**fields)}), Answers(education=education)
    )["coder"]


def contact(level: int) -> Prospect:
    return prospect(patient_contact=judged(level))


def remote(level: int, entry: int = 0) -> Prospect:
    return prospect(remote=judged(level, entry))


def studying(least: int, most: int) -> Prospect:
    return prospect(routes=[route((least, most))])


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
        ("none", [1, 0.7, 0.3, 0.1, 0]),
        ("a-little", [2 / 3, 1, 2 / 3, 1 / 3, 0]),
        ("some", [0, 0.35, 1, 0.7, 0.4]),
        ("a-lot", [0, 1 / 3, 2 / 3, 1, 1]),
    ],
)
def test_patient_contact_falls_with_the_distance_from_the_band(
    answer: str, by_level: list[float]
) -> None:
    found = [satisfaction("patient_contact", contact(level), answer) for level in range(5)]
    assert found == pytest.approx(by_level)


@pytest.mark.parametrize(
    ("answer", "met"), [("none", {0}), ("a-little", {0, 1}), ("some", {1, 2}), ("a-lot", {3, 4})]
)
def test_contact_as_a_must_is_at_most_or_at_least(answer: str, met: set[int]) -> None:
    levels = {level for level in range(5) if meets("patient_contact", contact(level), answer)}
    assert levels == met


@pytest.mark.parametrize(
    ("answer", "by_level"),
    [
        ("only", [0, 0.1, 0.4, 0.75, 1]),
        ("mostly", [0, 0.15, 0.6, 1, 1]),
        ("hybrid", [0, 0.2, 1, 1, 1]),
        ("on-site", [1, 1, 0.6, 0.3, 0]),
    ],
)
def test_a_rare_day_at_home_is_next_to_none(answer: str, by_level: list[float]) -> None:
    assert [satisfaction("remote", remote(level), answer) for level in range(5)] == pytest.approx(
        by_level
    )
    assert [meets("remote", remote(level), answer) for level in range(5)] == [
        value == 1 for value in by_level
    ]


def test_from_day_one_asks_how_new_people_start() -> None:
    found = [satisfaction("remote", remote(4, entry), "from-day-one") for entry in range(5)]
    assert found == pytest.approx([0, 0.15, 0.6, 1, 1])
    assert [meets("remote", remote(4, entry), "from-day-one") for entry in range(5)] == [
        *[False] * 3,
        *[True] * 2,
    ]
    shortfall = BY_KEY["remote"].shortfall(remote(4, 0), "from-day-one")
    assert shortfall == "starts new people on site; you want work from home from the first day"


def test_the_reason_for_remote_always_says_how_new_people_start() -> None:
    for level in range(5):
        for entry in range(5):
            reason = BY_KEY["remote"].reason(remote(level, entry), "only")
            assert "new people" in reason or "everyone starts" in reason


@pytest.mark.parametrize(
    ("months", "budget", "expected"),
    [
        ((4, 9), "9", 1.0),
        ((12, 12), "9", (19.5 / 22.5) ** 3.5),
        ((40, 40), "9", (19.5 / 50.5) ** 3.5),
        ((96, 96), "9", (19.5 / 106.5) ** 3.5),
        ((4, 24), "9", (1 + (19.5 / 34.5) ** 3.5) / 2),
        ((1, 1), "0", (6 / 7) ** 3.5),
        ((48, 48), "36", (48 / 60) ** 3.5),
        ((0, 0), "0", 1.0),
    ],
)
def test_beyond_the_budget_time_falls_fast_and_never_ties(
    months: tuple[int, int], budget: str, expected: float
) -> None:
    assert satisfaction("schooling", studying(*months), budget) == pytest.approx(expected)
    assert meets("schooling", studying(*months), budget) is (months[0] <= int(budget))


def test_the_reason_for_time_says_when_it_is_tight_or_too_long_and_names_the_pace() -> None:
    criterion = BY_KEY["schooling"]
    assert criterion.reason(studying(4, 24), 9) == (
        "takes 4 to 24 months of study (tight: you set 9)"
    )
    assert criterion.reason(studying(12, 12), 9) == (
        "takes 12 months of study, 3 more than you set"
    )
    assert criterion.reason(studying(12, 24), 9) == (
        "takes 12 to 24 months (1 to 2 years) of study, at least 3 more than you set"
    )
    assert criterion.reason(studying(0, 0), 0) == "can be started without further study"
    route = career_table()["routes"][0]
    residency = {"months": [36, 84], "name": "Residency", "source": "guide"}
    catalogue = make_catalogue(
        {
            "coder": career_table(routes=[route], residency=residency),
            "auditor": career_table(
                routes=[route | {"experience": [{"career": "coder", "months": 24}]}]
            ),
        }
    )
    slow = Prospects(catalogue, Answers(pace="half"))
    assert criterion.reason(slow["coder"], 240) == (
        "takes 18 to 24 months (1.5 to 2 years) of study at half pace, then 36 to 84 months "
        "(3 to 7 years) of paid training before full pay"
    )
    coder = Prospects(catalogue, Answers(worked={"coder": 12}))
    assert criterion.reason(coder["coder"], 0) == "is the work you are in already"
    assert criterion.reason(coder["auditor"], 24) == (
        "takes 9 to 12 months of study, then 12 months of paid work as Medical coder"
    )
    assert criterion.shortfall(studying(72, 72), 9) == "needs 72 months (6 years); you set 9"


@pytest.mark.parametrize(
    ("months", "cell"),
    [
        ((0, 0), "none"),
        ((4, 9), "4-9 mo"),
        ((12, 12), "12 mo"),
        ((18, 30), "18-30 mo"),
        ((24, 24), "2 yr"),
        ((30, 48), "2.5-4 yr"),
    ],
)
def test_time_in_a_tables_cell(months: tuple[int, int], cell: str) -> None:
    assert BY_KEY["schooling"].short(studying(*months)) == cell


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("9", 9), ("9m", 9), ("18 months", 18), ("2y", 24), ("2 years", 24), ("1.5 years", 18),
        ("1 year 6 months", 18), ("1y, 6m", 18), ("1 year and 1 month", 13), ("two years", 24),
        ("2 y 3", 27), ("Half a year", 6), ("0", 0), (" ANY ", None),
    ],
)  # fmt: skip
def test_lengths_of_time_as_people_type_them(text: str, months: int | None) -> None:
    assert BY_KEY["schooling"].parse(text) == months


@pytest.mark.parametrize("text", ["", "soon", "-3", "9 lightyears", "1e3", "241", "99 years"])
def test_other_lengths_are_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(WrongUse, match=r"[Ww]rite"):
        BY_KEY["schooling"].parse(text)


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("60000", 60_000), ("60k", 60_000), ("$60,000", 60_000), ("62.5k", 62_500),
        ("60 K", 60_000), ("$60,000 a year", 60_000), ("60000 dollars", 60_000),
        ("60k/yr", 60_000), ("0", 0), ("10000", 10_000), ("2m", 2_000_000), ("any", None),
    ],
)  # fmt: skip
def test_amounts_as_people_type_them(text: str, dollars: int | None) -> None:
    assert BY_KEY["salary"].parse(text) == dollars


@pytest.mark.parametrize("text", ["", "a lot", "-5", "60", "9999", "5m", "60,00", "$", "1" * 50])
def test_other_amounts_are_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(WrongUse, match="Write"):
        BY_KEY["salary"].parse(text)


def test_a_salary_must_means_that_half_earn_it() -> None:
    assert meets("salary", prospect(), "50250") is True
    assert meets("salary", prospect(), "50251") is False
    assert meets("salary", prospect(salary=None), "50000") is None


def in_part(part: str, median: bool = True) -> Prospect:
    salary = career_table()["salary"] | {
        "basis": "broader-group",
        "group": "Records people",
        "position": {"part": part, "why": "w", "source": "guide"},
    }
    if not median:
        del salary["median"]
    return prospect(salary=salary)


@pytest.mark.parametrize(
    ("part", "at", "none_from", "all_to"),
    [
        ("whole", 50_250, 80_000, 35_000),
        ("lower", 42_000, 60_000, 35_000),
        ("middle", 50_250, 71_786, 42_000),
        ("upper", 64_000, 91_429, 50_250),
    ],
)
def test_a_part_of_a_group_has_its_own_scale_and_its_own_median(
    part: str, at: int, none_from: int, all_to: int
) -> None:
    """Percentiles are 35,000, 42,000, 50,250, 64,000 and 80,000."""
    one = in_part(part)
    assert satisfaction("salary", one, str(all_to)) == pytest.approx(1.0)
    assert satisfaction("salary", one, str(none_from)) == pytest.approx(0.0)
    assert satisfaction("salary", one, str(all_to - 20_000)) == pytest.approx(1.0)
    assert satisfaction("salary", one, "900000") == pytest.approx(0.0)
    assert meets("salary", one, str(at)) is True
    assert meets("salary", one, str(at + 1)) is False
    assert BY_KEY["salary"].offered(one) == at
    assert BY_KEY["salary"].short(one) == f"${at:,}"


def test_the_reason_for_salary_says_of_whom_so_many_reach_it() -> None:
    reason = BY_KEY["salary"].reason
    assert reason(prospect(), 50_250) == ("pays $50,250 at the median: 50 in 100 earn your $50,250")
    assert "at least 90 in 100 earn" in reason(prospect(), 30_000)
    assert "at most 10 in 100 earn" in reason(prospect(), 90_000)
    assert reason(in_part("upper"), 64_000) == (
        "pays $64,000, the upper part of Records people, of which 50 in 100 earn your $64,000"
    )
    assert reason(in_part("whole", median=False), 42_000) == (
        "is paid so, counted with Records people: 75 in 100 earn your $42,000"
    )


def test_a_months_pay_is_asked_about() -> None:
    with pytest.raises(WrongUse, match=r"\$4,333 looks like a month's pay.*52k a year"):
        BY_KEY["salary"].parse("4333")
    assert BY_KEY["salary"].accept(4_333) == 4_333, "old answers still load"


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
        (7.0, "fast", 1.0), (3.0, "fast", 0.6), (-3.0, "fast", 0.0), (3.0, "average", 1.0),
        (-2.0, "average", 0.5), (0.0, "stable", 1.0), (-5.0, "stable", 0.5),
        (-40.0, "stable", 0.0),
    ],
)  # fmt: skip
def test_growth_falls_over_ten_points(change: float, answer: str, expected: float) -> None:
    one = prospect(outlook={"source": "ooh", "period": "2024-34", "change_percent": change})
    assert satisfaction("growth", one, answer) == pytest.approx(expected)


def test_hours_to_avoid_count_by_how_usual_they_are() -> None:
    one = work(nights="usual", weekends="some", on_call="rare")
    assert satisfaction("schedule", one, "no-nights") == 0.0
    assert satisfaction("schedule", one, "no-weekends") == 0.7
    assert satisfaction("schedule", one, "no-on-call") == 1.0
    assert satisfaction("schedule", one, "no-nights,no-on-call") == 0.5
    assert meets("schedule", one, "no-weekends") is True
    assert meets("schedule", one, "no-nights,no-weekends") is False
    assert satisfaction("schedule", work(nights="rare"), "no-nights,no-weekends") is None


def test_what_most_employers_ask_for_is_missed_whatever_the_rest() -> None:
    one = work(nights="usual", weekends="some", on_call="rare")
    state = BY_KEY["schedule"].state
    assert state(one, ("no-nights", "no-on-call")) == "missed"
    assert state(one, ("no-weekends", "no-on-call")) == "nearly"
    assert state(one, ("no-on-call",)) == "met"


def test_a_cell_holds_what_counts_for_the_answer() -> None:
    hours = work(nights="usual", weekends="some", on_call="rare")
    short = BY_KEY["schedule"].short
    assert short(hours) == "nights"
    assert short(hours, ("no-weekends",)) == "some weekends"
    assert short(hours, ("no-on-call",)) == "rare on call"
    assert short(work(nights="usual"), ("no-weekends",)) == "not known"
    assert BY_KEY["remote"].short(remote(4, 1)) == "fully"
    assert BY_KEY["remote"].short(remote(4, 1), "only") == "fully"
    assert BY_KEY["remote"].short(remote(4, 1), "from-day-one") == "rarely"


def test_exposure_counts_the_same_way() -> None:
    one = work(infection="much", radiation="little", fluids="some")
    assert satisfaction("exposure", one, "infection,radiation,fluids") == pytest.approx(1.7 / 3)
    reason = BY_KEY["exposure"].reason(one, ("infection", "radiation", "fluids"))
    assert reason == "has hardly any radiation, some bodily fluids and a lot of infection"


def test_physical_demand_is_standing_plus_lifting() -> None:
    assert satisfaction("physical", work(standing="some", lifting="little"), "light") == 1.0
    assert satisfaction("physical", work(standing="much", lifting="much"), "light") == 0.0
    assert satisfaction("physical", work(standing="much", lifting="little"), "active") == 1.0
    assert satisfaction("physical", work(standing="much"), "active") is None
    bent = work(standing="little", lifting="little", posture="much")
    assert satisfaction("physical", bent, "light") == 0.6
    assert satisfaction("physical", bent, "active") == 0.0
    hard = work(standing="much", lifting="some", posture="much")
    assert BY_KEY["physical"].short(hard, "light") == "heavy"
    most = work(standing="much", lifting="much", posture="much")
    assert satisfaction("physical", most, "moderate") == 0.0
    assert "much strain by posture" in BY_KEY["physical"].reason(bent, "light")


def test_earnings_count_from_half_of_the_target_on() -> None:
    one = prospect()
    total = BY_KEY["earnings"].offered(one)
    assert isinstance(total, int)
    assert satisfaction("earnings", one, str(total)) == 1.0
    assert satisfaction("earnings", one, str(2 * total)) == 0.0
    assert satisfaction("earnings", one, str(round(total / 0.75))) == pytest.approx(0.5, abs=1e-4)
    assert meets("earnings", one, str(total)) is True
    assert meets("earnings", one, str(total + 1)) is False


@pytest.mark.parametrize(("share", "expected"), [(0.1, 1.0), (0.2, 1.0), (0.6, 0.5), (1.0, 0.0)])
def test_automation_falls_to_0_when_all_tasks_are_exposed(share: float, expected: float) -> None:
    one = prospect(automation={"share": share, "source": "guide"})
    assert satisfaction("automation", one, "low") == pytest.approx(expected)


def test_measures_of_ai_that_disagree_are_a_range_and_the_middle_one_a_limit() -> None:
    measures = {"microsoft": 0.1, "anthropic": 0.6, "use_source": "guide"}
    one = prospect(automation={"share": 0.4, "source": "guide", **measures})
    assert satisfaction("automation", one, "low") == pytest.approx((0.75 + 1 + 0.5) / 3)
    assert meets("automation", one, "low") is False
    assert meets("automation", one, "moderate") is True
    assert BY_KEY["automation"].short(one) == "10 to 60%"
    reason = BY_KEY["automation"].reason(one, "low")
    assert reason == "has 10 to 60 in 100 tasks that AI may change, by three studies"


@pytest.mark.parametrize(
    ("key", "answer", "wider"),
    [
        ("patient_contact", "none", ("a-little",)),
        ("patient_contact", "a-little", ("some",)),
        ("patient_contact", "a-lot", ("some",)),
        ("patient_contact", "some", ()),
        ("remote", "from-day-one", ("only",)),
        ("remote", "only", ("mostly",)),
        ("remote", "mostly", ("hybrid",)),
        ("remote", "hybrid", ()),
        ("remote", "on-site", ()),
        ("physical", "light", ("moderate",)),
        ("physical", "active", ()),
        ("growth", "fast", ("average",)),
        ("growth", "average", ("stable",)),
        ("automation", "low", ("moderate",)),
        ("schooling", 9, (12, 15, 18, 21)),
        ("schooling", 10, (15, 18, 21, 24)),
        ("schooling", 235, (240,)),
        ("salary", 45_000, (42_000, 40_000, 38_000, 36_000)),
        ("salary", 1_000, ()),
        ("earnings", 500_000, (475_000, 450_000, 425_000, 400_000)),
        ("schedule", ("no-nights", "no-weekends"), (("no-weekends",), ("no-nights",))),
        ("exposure", ("fluids",), (None,)),
        ("interests", "SIA", ()),
    ],
)
def test_a_step_wider_is_one_that_a_counsellor_would_say(
    key: str, answer: Answer, wider: tuple[Answer | None, ...]
) -> None:
    criterion = BY_KEY[key]
    assert tuple(criterion.wider(answer)) == wider
    for after in wider:
        assert criterion.asks(answer, after)


def test_a_state_is_what_a_must_would_say_and_else_how_near_it_is() -> None:
    criterion = BY_KEY["patient_contact"]
    states = [criterion.state(contact(level), "none") for level in range(5)]
    assert states == ["met", "nearly", "nearly", "missed", "missed"]
    assert criterion.state(contact(0), "a-little") == "met"
    assert criterion.state(prospect(patient_contact=None), "none") == "unknown"


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
    assert criterion.short(bare) == "not known"
    assert criterion.state(bare, answer) == "unknown"
    assert criterion.chances(bare, answer) == ()
    assert criterion.by_pay(bare, answer, [1.0]) == ()


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_every_criterion_can_be_asked(key: str) -> None:
    criterion = BY_KEY[key]
    assert criterion.parse("any") is None
    assert criterion.question.endswith(("?", "."))
    assert criterion.why
    assert criterion.head
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


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("sia", "SIA"),
        ("S, I", "SI"),
        ("r12 i30 a8 s25 e10 c20", "R12 I30 A8 S25 E10 C20"),
        ("C=20, E=10, S=25, A=8, I=30, R=12", "R12 I30 A8 S25 E10 C20"),
        ("R012I30A8S25E10C20", None),
    ],
)
def test_interests_as_people_type_them(text: str, answer: str | None) -> None:
    if answer is None:
        with pytest.raises(WrongUse):
            BY_KEY["interests"].parse(text)
    else:
        assert BY_KEY["interests"].parse(text) == answer
