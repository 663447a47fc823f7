"""What each criterion says of a career, word by word: what is offered, wanted, missed and asked."""

from __future__ import annotations

import pytest

from careeradvisor.criteria import BY_KEY
from careeradvisor.criteria.base import tidy
from careeradvisor.criteria.schooling import months_text, span_text, time_satisfaction
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answer
from careeradvisor.prospects import Prospect
from tests.criteria.test_values import contact, interested, prospect, remote, studying, work
from tests.helpers import career_table


def growing(percent: float, **more: object) -> Prospect:
    outlook = {"source": "ooh", "period": "2024-34", "change_percent": percent, **more}
    return prospect(outlook=outlook)


def rated(**measures: float) -> Prospect:
    return prospect(automation={"source": "guide", "use_source": "guide", **measures})


HOURS = work(nights="usual", weekends="some", on_call="rare")


@pytest.mark.parametrize(
    ("key", "one", "offered", "short"),
    [
        ("patient_contact", contact(2), "regular", "some"),
        ("patient_contact", contact(4), "constant", "constant"),
        ("remote", remote(2, 1), "hybrid", "hybrid"),
        ("remote", remote(0), "never", "never"),
        ("physical", work(standing="much", lifting="some"), "standing much, lifting some", "heavy"),
        ("schedule", HOURS, "night work usual, weekend work some, on-call duty rare", "nights"),
        ("schedule", work(nights="some"), "night work some", "some nights"),
        ("exposure", work(fluids="much"), "bodily fluids much", "fluids"),
        ("growth", growing(-2.5), -2.5, "-2.5%"),
        ("growth", growing(0.0), 0.0, "0%"),
        ("growth", growing(7.0), 7.0, "+7%"),
        ("automation", rated(share=0.1, microsoft=0.2, anthropic=0.6), 0.2, "10 to 60%"),
        ("automation", rated(share=0.3), 0.3, "30%"),
        ("schooling", studying(4, 9), 4, "4-9 mo"),
        ("interests", interested(social=7, investigative=5, artistic=3), "SIA", "SIA"),
    ],
)
def test_what_a_career_offers(key: str, one: Prospect, offered: object, short: str) -> None:
    assert BY_KEY[key].offered(one) == offered
    assert BY_KEY[key].short(one) == short


@pytest.mark.parametrize(
    ("key", "answer", "wanted"),
    [
        ("patient_contact", "a-lot", "a lot of patient contact"),
        ("remote", "mostly", "work mostly from home"),
        ("physical", "active", "work on your feet"),
        ("schedule", ("no-nights", "no-on-call"), "no night work or on-call duty"),
        ("growth", "stable", "jobs that do not become fewer"),
        ("automation", "low", "few tasks that language models may change"),
        ("schooling", 0, "no further study"),
        ("schooling", 1, "at most 1 month"),
        ("salary", 45_000, "$45,000 a year"),
        ("earnings", 500_000, "$500,000 in ten years"),
        ("interests", "SIA", "interests SIA"),
    ],
)
def test_what_a_person_wants(key: str, answer: Answer, wanted: str) -> None:
    assert BY_KEY[key].wanted(answer) == wanted


@pytest.mark.parametrize(
    ("key", "one", "answer", "brief", "shortfall"),
    [
        ("patient_contact", contact(1), "none", "has occasional patient contact",
         "has occasional patient contact; you want no patient contact"),
        ("patient_contact", contact(0), "a-lot", "has no patient contact",
         "has no patient contact; you want a lot of patient contact"),
        ("growth", growing(-2.5), "average", "shrinks by 2.5 percent in 2024-34",
         "changes by -2.5 percent; you want +3 or more"),
        ("physical", work(standing="much", lifting="some"), "light",
         "asks for much standing and some lifting",
         "asks for much standing and some lifting; you want light physical work"),
        ("remote", remote(2, 0), "only", "can be done from home for part of the week only",
         "can be done from home for part of the week; you want work from home only"),
        ("salary", prospect(), 60_000, "pays $50,250", "pays $50,250; you set $60,000"),
        ("schooling", studying(12, 12), 0, "takes 12 months of study",
         "needs 12 months; you set none"),
        ("interests", interested(social=7, investigative=5, artistic=3), "R",
         "attracts people with interests SIA, unlike yours",
         "attracts people with interests SIA; yours are R"),
    ],
)  # fmt: skip
def test_what_a_career_says_in_brief_and_by_how_much_it_misses(
    key: str, one: Prospect, answer: Answer, brief: str, shortfall: str
) -> None:
    assert BY_KEY[key].brief(one, answer) == brief
    assert BY_KEY[key].shortfall(one, answer) == shortfall


@pytest.mark.parametrize(
    ("key", "before", "after", "asks"),
    [
        ("patient_contact", "none", "a-little", "wanted a little patient contact rather than none"),
        ("remote", "only", "mostly", "accepted some days on site"),
        ("physical", "light", "moderate", "accepted some standing and lifting"),
        ("growth", "fast", "average", "were content with growth at least as fast as the average"),
        ("schedule", ("no-nights", "no-weekends"), ("no-nights",), "did not mind weekend work"),
        ("exposure", ("fluids",), None, "did not mind bodily fluids"),
        ("schooling", 9, 24, "could take 24 months (2 years) instead of 9"),
        ("salary", 45_000, 42_000, "took $42,000 a year instead of $45,000"),
        ("earnings", 2_000, 1_000, "were content with $1,000 in ten years instead of $2,000"),
        ("interests", "SIA", None, "asked for not known"),
    ],
)
def test_what_a_wider_answer_asks(
    key: str, before: Answer, after: Answer | None, asks: str
) -> None:
    assert BY_KEY[key].asks(before, after) == asks


def test_openings_are_told_with_whose_they_are() -> None:
    one = growing(1.0, openings=14_200, openings_group="Records people")
    reason = BY_KEY["growth"].reason(one, "fast")
    assert reason == (
        "grows by 1 percent in 2024-34, with about 14,200 openings a year for all Records people"
    )
    assert BY_KEY["growth"].brief(one, "fast") == "grows by 1 percent in 2024-34"


def test_a_limit_is_met_at_its_edge_and_not_beyond() -> None:
    def meets(key: str, one: Prospect, answer: Answer) -> bool | None:
        return BY_KEY[key].meets(one, answer)

    assert meets("growth", growing(3.0), "average") is True
    assert meets("growth", growing(2.9), "average") is False
    assert meets("growth", growing(0.0), "stable") is True
    assert meets("automation", rated(share=0.2), "low") is True
    assert meets("automation", rated(share=0.21), "low") is False
    assert meets("automation", rated(share=0.4), "moderate") is True
    assert meets("schedule", work(nights="usual"), ("no-nights", "no-weekends")) is False
    assert meets("schedule", work(nights="some"), ("no-nights", "no-weekends")) is None
    assert meets("physical", work(standing="much", lifting="much"), "active") is True
    assert BY_KEY["growth"].satisfaction(growing(6.0), "fast") == pytest.approx(0.9)
    assert BY_KEY["growth"].satisfaction(growing(60.0), "fast") == 1.0


def test_nearly_begins_at_a_quarter() -> None:
    assert BY_KEY["remote"].state(remote(2), "only") == "nearly"
    assert BY_KEY["remote"].state(remote(1), "hybrid") == "missed"
    assert BY_KEY["growth"].state(growing(-0.6), "fast") == "missed"
    assert BY_KEY["growth"].state(growing(-0.4), "fast") == "nearly"


def test_an_unknown_is_no_gain_on_either_side() -> None:
    gain = BY_KEY["remote"].gain
    nothing = prospect(remote=None)
    assert gain(remote(4), nothing, "only") == gain(nothing, remote(4), "only") == 0.0
    assert BY_KEY["salary"].gain(prospect(), prospect(salary=None), 45_000) == 0.0


def test_training_without_study_is_told_alone() -> None:
    route = career_table()["routes"][0] | {"months": [0, 0]}
    residency = {"months": [12, 12], "name": "Residency", "source": "guide"}
    one = prospect(routes=[route], residency=residency)
    told = "takes 12 months of paid training before full pay"
    assert BY_KEY["schooling"].brief(one, 12) == told


def test_which_questions_take_several_answers() -> None:
    assert {key for key, one in BY_KEY.items() if one.several} == {
        "schedule",
        "exposure",
        "interests",
    }


def test_time_at_its_edges() -> None:
    assert [months_text(m) for m in (0, 1, 23, 24, 30, 27)] == [
        "0 months",
        "1 month",
        "23 months",
        "24 months (2 years)",
        "30 months (2.5 years)",
        "27 months",
    ]
    assert span_text((24, 24)) == "24 months (2 years)"
    assert span_text((1, 4)) == "1 to 4 months"
    assert time_satisfaction(9, 9) == 1.0
    assert time_satisfaction(10, 9) == (19.5 / 20.5) ** 3.5
    assert BY_KEY["schooling"].short(studying(23, 25)) == "23-25 mo"
    assert BY_KEY["schooling"].reason(studying(9, 12), 12) == "takes 9 to 12 months of study"
    assert BY_KEY["schooling"].reason(studying(9, 12), 9).endswith("(tight: you set 9)")
    assert BY_KEY["schooling"].parse("240") == 240


def test_text_of_eighty_letters_is_read_and_longer_text_never_matches() -> None:
    assert tidy("a" * 80) == "a" * 80
    assert tidy("a" * 81) == "a" * 80 + "…"
    assert tidy("  No   NIGHTS ") == "no nights"


def test_amounts_at_their_edges() -> None:
    salary, earnings = BY_KEY["salary"], BY_KEY["earnings"]
    assert (salary.parse("2,000,000"), salary.parse("10000")) == (2_000_000, 10_000)
    for text in ("2,000,001", "9999"):
        with pytest.raises(WrongUse, match="Write"):
            salary.parse(text)
    with pytest.raises(WrongUse, match=r"\$999 a year is very little. Did you mean 999k"):
        salary.parse("999")
    with pytest.raises(WrongUse, match=r"looks like a month's pay. Did you mean 12k a year"):
        salary.parse("1000")
    assert (earnings.parse("1000"), earnings.parse("20m")) == (1_000, 20_000_000)
    with pytest.raises(WrongUse, match="very little"):
        earnings.parse("999")
    with pytest.raises(WrongUse, match="more than this program can weigh"):
        earnings.parse("20,000,001")


def test_interests_at_their_edges() -> None:
    interests = BY_KEY["interests"]
    assert interests.parse("R40 I0 A0 S0 E0 C0") == "R40 I0 A0 S0 E0 C0"
    with pytest.raises(WrongUse, match="All six scores are the same"):
        interests.parse("R1 I1 A1 S1 E1 C1")
    for text in ("R41 I0 A0 S0 E0 C0", "SIS", "R1 R2 I1 A1 S1 E1 C1"):
        with pytest.raises(WrongUse, match="not a set of interests"):
            interests.parse(text)
    # The first letter weighs most, those not named nothing.
    first = interests.satisfaction(interested(social=7, investigative=4), "SI")
    second = interests.satisfaction(interested(social=4, investigative=7), "SI")
    assert first is not None
    assert second is not None
    assert first > second > 0.5
