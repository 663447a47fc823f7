"""What people call their licences and certificates."""

from __future__ import annotations

from typing import Any

import pytest

from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.credentials import Credentials, own_credentials
from tests.helpers import career_table, make_catalogue


def credential(name: str, need: str) -> dict[str, Any]:
    return {"name": name, "body": "B", "need": need, "source": "guide"}


CODER = career_table(
    grants=["coding"],
    aliases=["chart coder"],
    credentials=[
        credential("Certified Professional Coder (CPC)", "expected"),
        credential("State license LMC", "required"),
        credential("Fellow (FAHIMA)", "optional"),
    ],
)
ROUTE = CODER["routes"][0]
CATALOGUE = make_catalogue(
    {
        "coder": CODER,
        "nurse": career_table(title="Nurse", grants=["rn"], credentials=[]),
        "midwife": career_table(
            title="Midwife",
            grants=["rn", "cnm"],
            routes=[ROUTE | {"from": ["rn", "bachelor"]}],
            credentials=[],
        ),
        "doctor": career_table(title="Doctor", grants=["md", "do"], credentials=[]),
        # Two specialties of one profession, by one degree.
        **{
            title.lower(): career_table(
                title=title,
                grants=["physician", field],
                routes=[ROUTE | {"award": "Degree in medicine (MBBS)"}],
                credentials=[],
            )
            for title, field in (("Surgeon", "surgery"), ("Internist", "internal-medicine"))
        },
        "auditor": career_table(
            title="Auditor", routes=[ROUTE | {"from": ["coding-two"]}], credentials=[]
        ),
        **{
            title.lower(): career_table(title=title, grants=["coding"], credentials=[])
            for title in ("Clerk", "Biller", "Abstractor")
        },
    }
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("coding", ("coding",)), ("CODER", ("coding",)), ("Medical coder", ("coding",)),
        ("chart-coder", ("coding",)), ("cpc", ("coding",)), ("LMC", ("coding",)), ("fahima", ()),
        ("nurse", ("rn",)), ("midwife", ("cnm",)), ("doctor", ("do", "md")),
        ("surgeon", ("surgery",)), ("MBBS", ("physician",)), ("coding two", ("coding-two",)),
        ("nobody", ()),
    ],
)  # fmt: skip
def test_what_people_call_them(text: str, meant: tuple[str, ...]) -> None:
    assert Credentials(CATALOGUE).resolve(text) == meant


def test_all_that_a_career_gives_or_asks_for_are_known_by_the_careers_that_give_them() -> None:
    found = Prospects(CATALOGUE).credentials
    assert found.ids == (
        *("cnm", "coding", "coding-two", "do", "internal-medicine", "md", "physician", "rn"),
        "surgery",
    )
    assert found.name("coding") == "coding"
    assert found.name("physician") == "Surgeon or Internist"
    assert found.name("coding-two") == "coding two"
    # The midwife is a nurse too, yet nobody becomes a nurse that way.
    assert found.name("rn") == "Nurse"
    assert own_credentials(CATALOGUE.careers["midwife"]) == ("cnm",)
    assert found.near("nursee") == ("rn",)
    assert found.near("mdd", most=1) == ("md",)


def test_whoever_holds_a_specialty_holds_what_all_who_practice_it_do() -> None:
    specialist = Prospects(CATALOGUE, Answers(holds=("internal-medicine",)))
    assert [p.career.id for p in specialist if p.here] == ["internist"]
    assert Prospects(CATALOGUE, Answers(holds=("cnm",)))["nurse"].here
    # The general licence brings no specialty along.
    assert not any(p.here for p in Prospects(CATALOGUE, Answers(holds=("physician",))))


def test_a_way_that_costs_more_now_is_kept_for_the_science_that_it_brings() -> None:
    science = make_catalogue(
        {
            "assistant": career_table(
                title="Assistant",
                grants=["assistant"],
                routes=[
                    ROUTE | {"from": ["bachelor"], "months": [1, 1]},
                    ROUTE | {"from": ["bachelor"], "months": [6, 6], "education": "bachelor"},
                ],
            ),
            "chief": career_table(
                title="Chief",
                routes=[
                    ROUTE | {"from": ["assistant", "bachelor"], "sciences": True, "months": [9, 9]}
                ],
            ),
        }
    )
    assert Prospects(science, Answers(education="bachelor"))["chief"].months == (15, 15)


def test_ways_through_work_that_is_left_out_are_still_told_route_by_route() -> None:
    work = {"from": ["high-school"], "months": [1, 1]}
    catalogue = make_catalogue(
        {
            "coder": career_table(),
            "nurse": career_table(title="Nurse"),
            "lead": career_table(
                title="Lead",
                routes=[
                    ROUTE | work | {"experience": [{"career": "coder", "months": 24}]},
                    ROUTE | work | {"experience": [{"career": "nurse", "months": 36}]},
                ],
            ),
        }
    )
    here = Prospects(catalogue)["lead"]
    assert here.pathway is not None
    assert here.pathway.via == ("coder",)
    lead = Prospects(catalogue, Answers(without={"coder": "pay"}))["lead"]
    assert [way.months for way in lead.ways] == [way.months for way in here.ways]
    assert lead.pathway is not None
    assert lead.pathway.via == ("nurse",)
    neither = Prospects(catalogue, Answers(without={"coder": "pay", "nurse": ""}))["lead"]
    assert neither.months == here.months
