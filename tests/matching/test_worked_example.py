"""The example that docs/method.md works by hand comes out to the digit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from careeradvisor.matching.explain import contributions
from careeradvisor.matching.rank import Match, rank
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue

DOCUMENT = Path(__file__).parents[2] / "docs" / "method.md"


def career(title: str, contact: int, remote: int, months: list[int], wages: list[int]) -> Any:
    names = ("p10", "p25", "median", "p75", "p90")
    return career_table(
        title=title,
        onet=None,
        patient_contact={"level": contact, "why": "w", "source": "guide"},
        remote={"level": remote, "entry": 0, "why": "w", "source": "guide"},
        routes=[
            {
                "name": "Program",
                "from": ["high-school"],
                "months": months,
                "award": "Award",
                "source": "guide",
            }
        ],
        salary={"basis": "occupation", "source": "oews", **dict(zip(names, wages, strict=True))},
    )


def digits(number: float) -> str:
    text = f"{number:.4f}"
    return text.removeprefix("0") if number < 0.99995 else text


def rows_of_the_document() -> dict[str, list[str]]:
    text = DOCUMENT.read_text(encoding="utf-8").split("## One example by hand")[1]
    lines = [line for line in text.splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in cells}


def test_the_table_is_what_the_program_computes() -> None:
    catalogue = make_catalogue(
        {
            "coder": career("Coder", 0, 4, [4, 9], [37_000, 43_490, 51_140, 64_820, 81_150]),
            "nucmed": career(
                "Technologist", 4, 0, [24, 24], [78_080, 86_720, 101_370, 117_120, 134_500]
            ),
        }
    )
    answers = Answers(
        wants={"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000},
        priorities=("remote", "schooling", "salary", "patient_contact"),
    )
    by_id: dict[str, Match] = {m.career.id: m for m in rank(Prospects(catalogue), answers).matches}
    coder, nucmed = by_id["coder"], by_id["nucmed"]
    rows = rows_of_the_document()
    assert list(rows) == ["remote", "schooling", "salary", "patient_contact", "fit"]
    for one, other in zip(contributions(coder), contributions(nucmed), strict=True):
        assert one.satisfaction is not None
        assert other.satisfaction is not None
        assert rows[one.key] == [
            digits(one.weight),
            digits(one.satisfaction),
            digits(one.contribution),
            digits(other.satisfaction),
            digits(other.contribution),
        ]
    assert rows["fit"] == ["", "", digits(coder.fit), "", digits(nucmed.fit)]
    assert (coder.verdict, nucmed.verdict) == ("strong", "weak")
