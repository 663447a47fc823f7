"""The example that docs/method.md works by hand comes out to the digit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from careeradvisor.criteria.schooling import time_satisfaction
from careeradvisor.matching.explain import contributions
from careeradvisor.matching.rank import (
    LEAST_FIT,
    LEAST_SATISFACTION,
    NO_STRONG_BELOW,
    VERDICTS,
    Match,
    rank,
)
from careeradvisor.matching.weights import rank_order_centroid
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects, share_earning
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


def example() -> str:
    text = DOCUMENT.read_text(encoding="utf-8")
    return text.split("## One example by hand")[1].split("\n## ")[0]


def rows_of_the_document() -> dict[str, list[str]]:
    lines = [line for line in example().splitlines() if line.startswith("|")][2:]
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
        wants={"patient_contact": "none", "schooling": 6, "remote": "only", "salary": 45_000},
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
    words = " ".join(example().split())
    least = [digits(m.ranking.scale.least(m.satisfactions)) for m in (coder, nucmed)]
    assert f"the least of the others is {least[0]} and {least[1]}" in words
    assert f"= {coder.cell}; the technologist is weak, in cell {nucmed.cell}" in words
    share = share_earning(coder.prospect.pay_points, 45_000)
    assert share is not None
    assert f"r = 1 − Φ(−.5324) = {digits(share)}" in words
    assert f"f(9) = ((6 + 9) / (9 + 9))^3.5 = {digits(time_satisfaction(9, 6))}" in words
    assert f"((6 + 9) / (24 + 9))^3.5 = {digits(time_satisfaction(24, 6))}" in words


def test_the_weights_in_the_document_are_those_of_the_program() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for n in range(2, 6):
        row = " ".join(digits(weight) for weight in rank_order_centroid(n))
        assert f"| {n} | {row} |" in text


def test_the_bounds_in_the_document_are_those_of_the_program() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for word, fit, least in zip(VERDICTS[1:], LEAST_FIT, LEAST_SATISFACTION, strict=True):
        assert f"| {word} | {fit:.2f} | {least:.2f}".replace("0.", ".") in text
    assert f"below {NO_STRONG_BELOW:.2f}".replace("0.", ".") in text
