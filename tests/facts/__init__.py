"""What the sources say about the bundled catalogue's careers, apart from the catalogue.

``careers.csv``, ``handbook.csv`` and ``vintages.csv`` are made by
``tools/make_facts.py`` from the tables that the catalogue's figures come from.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import correlation

from careeradvisor.catalogue.model import Career

Row = dict[str, str]
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "data"
"""The reference tables, where a checkout of them lies beside this one."""
NO_SHARED = "the reference tables (../shared/data) are not beside this checkout"
_PERCENTILES = {"p10": "p10", "p25": "p25", "median": "p50", "p75": "p75", "p90": "p90"}


def read(name: str) -> list[Row]:
    """The rows of one of the files of facts."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts() -> dict[str, Row]:
    """Facts by career id; an empty cell is a fact that the source does not have."""
    return {row["career"]: row for row in read("careers.csv")}


def wrong_wages(careers: Mapping[str, Career], known: Mapping[str, Row]) -> list[str]:
    """Every wage that differs from its source by a dollar or more."""
    wrong = []
    for name, career in careers.items():
        row = known[name]
        salary = career.salary
        if salary is None or salary.basis == "survey":
            if row["wage_code"]:
                wrong.append(f"{name}: salary is missing")
            continue
        if (salary.soc or career.soc) != row["wage_code"]:
            wrong.append(f"{name}: wages are of {salary.soc or career.soc}, not {row['wage_code']}")
        for field, column in _PERCENTILES.items():
            there, right = getattr(salary, field), int(row[column]) if row[column] else None
            if there != right:
                wrong.append(f"{name}: salary.{field} is {there}, not {right}")
        if salary.top_coded != (row["top_coded"] == "1"):
            wrong.append(f"{name}: salary.top_coded is {salary.top_coded}")
    return wrong


def wrong_outlooks(careers: Mapping[str, Career], known: Mapping[str, Row]) -> list[str]:
    """Every projection that differs from its source."""
    wrong = []
    for name, career in careers.items():
        row, outlook = known[name], career.outlook
        if outlook is None:
            if row["projected_code"]:
                wrong.append(f"{name}: outlook is missing")
            continue
        change = float(row["change_percent"]) if row["change_percent"] else None
        openings = int(row["openings"]) if row["openings"] else None
        if outlook.change_percent != change:
            wrong.append(f"{name}: change_percent is {outlook.change_percent}, not {change}")
        if outlook.openings != openings:
            wrong.append(f"{name}: openings is {outlook.openings}, not {openings}")
        if (outlook.openings_group or "") != row["openings_of"]:
            wrong.append(f"{name}: openings_group is {outlook.openings_group}")
    return wrong


def rank_correlation(a: Sequence[float], b: Sequence[float]) -> float:
    """Spearman's rank correlation; ties share the mean of their ranks."""
    return correlation(_ranks(a), _ranks(b))


def _ranks(values: Sequence[float]) -> list[float]:
    below = [sum(other < value for other in values) for value in values]
    equal = [sum(other == value for other in values) for value in values]
    return [low + (same - 1) / 2 for low, same in zip(below, equal, strict=True)]
