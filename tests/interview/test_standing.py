"""What moved, and why a career is not further up."""

from __future__ import annotations

import pytest

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.interview.standing import gone, moves, why_not
from careeradvisor.matching.advice import Advice, advise
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import Table, career_table, make_catalogue


def career(title: str, contact: int, home: int, median: int) -> Table:
    return career_table(
        title=title,
        patient_contact={"level": contact, "why": "So it is.", "source": "guide"},
        remote={"level": home, "entry": home, "why": "So it is.", "source": "guide"},
        salary={
            "basis": "occupation",
            "source": "oews",
            "p10": median - 10_000,
            "median": median,
            "p90": median + 10_000,
        },
    )


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return make_catalogue(
        {
            "coder": career("Coder", 0, 4, 50_000),
            "nurse": career("Nurse", 4, 0, 90_000),
            "clerk": career("Clerk", 1, 2, 40_000),
            "aide": career("Aide", 4, 0, 35_000),
        }
    )


def advice(catalogue: Catalogue, **answers: object) -> Advice:
    return advise(Prospects(catalogue), Answers(**answers))  # type: ignore[arg-type]


HOME = {"remote": "only", "salary": 60_000}


def test_moves_up_down_and_new(catalogue: Catalogue) -> None:
    before = advice(catalogue, wants=HOME, priorities=("remote",), must=()).ranking
    after = advice(catalogue, wants=HOME, priorities=("salary",)).ranking
    order = [m.career.id for m in before.matches]
    assert order == ["coder", "clerk", "nurse", "aide"]
    assert after.matches[0].career.id == "nurse"
    assert moves(before, after)["nurse"] == 2
    assert moves(before, after)["coder"] == -1
    limited = advice(catalogue, wants=HOME, must=("remote",)).ranking
    assert moves(limited, before) == {"coder": 0, "clerk": None, "nurse": None, "aide": None}


def test_what_is_gone_is_said(catalogue: Catalogue) -> None:
    wide = advice(catalogue, wants=HOME, priorities=("remote",)).ranking
    money = advice(catalogue, wants=HOME, priorities=("salary",)).ranking
    limited = advice(catalogue, wants=HOME, must=("remote",)).ranking
    assert gone(wide, wide, 3) == "Your change moves none of these careers."
    assert gone(wide, money, 1) == "No longer among the first 1: Coder (now number 2)."
    assert gone(wide, limited, 2) == "No longer among the first 2: Clerk (now left out)."
    assert gone(limited, wide, 4) == ""


def test_why_the_first_is_first(catalogue: Catalogue) -> None:
    told = advice(catalogue, wants=HOME, priorities=("remote",))
    lines = why_not(told, catalogue.careers["coder"])
    assert lines[0] == "Coder is first in your ranking."
    assert lines[1].startswith("Coder is ahead of Clerk mostly on work from home: ")


def test_why_another_is_not(catalogue: Catalogue) -> None:
    told = advice(catalogue, wants=HOME, priorities=("remote",))
    lines = why_not(told, catalogue.careers["aide"])
    assert lines[0] == "Aide is number 4 of 4."
    assert lines[1].startswith("Coder is ahead of Aide mostly on work from home: ")
    assert any(line.startswith(("It ", "But it ")) for line in lines[2:])


def test_why_not_names_one_that_is_better_in_everything(catalogue: Catalogue) -> None:
    told = advice(catalogue, wants={"patient_contact": "a-lot", "salary": 20_000, "remote": "only"})
    better = told.dominated.get("aide")
    first = told.ranking.first
    assert first is not None
    lines = " ".join(why_not(told, catalogue.careers["aide"]))
    assert ("at least as good for you in everything" in lines) is (
        better not in (None, first.career.id)
    )


def test_why_one_is_left_out_and_where_it_would_be(catalogue: Catalogue) -> None:
    told = advice(catalogue, wants=HOME, must=("remote",), priorities=("salary",))
    lines = why_not(told, catalogue.careers["nurse"])
    assert lines[0] == (
        "Nurse is left out because it misses a hard limit of yours: work from home "
        "(cannot be done from home; you want work from home only)."
    )
    assert lines[1].startswith("Without that limit it would be number 1.")
    told = advice(catalogue, wants=HOME, must=("remote", "salary"))
    lines = why_not(told, catalogue.careers["aide"])
    assert "misses hard limits of yours: work from home (" in lines[0]
    assert ") and salary (" in lines[0]
    assert lines[1].startswith("Without those limits it would be number")


def test_a_career_of_another_catalogue(catalogue: Catalogue) -> None:
    told = advice(catalogue, wants=HOME)
    other = make_catalogue().careers["auditor"]
    assert why_not(told, other) == ["Coding auditor is not in this ranking."]
