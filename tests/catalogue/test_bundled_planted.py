"""Wrong figures planted in the bundled catalogue's own text, one at a time, are all caught."""

from __future__ import annotations

import re

import pytest

from careeradvisor.catalogue.check import examine
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.model import Career
from tests.facts import facts, wrong_outlooks, wrong_wages

TEXT = catalogue_path().read_text(encoding="utf-8")


def planted(table: str, field: str, wrong: str) -> tuple[str, int]:
    """The catalogue's text with another value in one field, and the line where that is."""
    head = re.search(rf"^\[+{re.escape(table)}\]+\n", TEXT, re.MULTILINE)
    assert head is not None
    line = re.compile(rf"^{field} = .*$", re.MULTILINE).search(TEXT, head.end())
    assert line is not None
    between = TEXT[head.end() : line.start()]
    assert "\n[" not in between, f"{table} has no {field}"
    new = f"{field} = {wrong}"
    assert line[0] != new
    text = TEXT[: line.start()] + new + TEXT[line.end() :]
    return text, text.count("\n", 0, line.start()) + 1


@pytest.mark.parametrize(
    ("table", "field", "wrong", "says"),
    [
        ("careers.coder.salary", "median", "51150", "coder: salary.median is 51150, not 51140"),
        ("careers.crna.salary", "p25", "200001", "crna: salary.p25 is 200001, not "),
        ("careers.mri.outlook", "change_percent", "4.0", "mri: change_percent is 4.0, not 7.0"),
        ("careers.mri.outlook", "openings", "15500", "mri: openings is 15500, not 15400"),
    ],
)
def test_a_figure_that_could_be_true_is_caught_by_its_source(
    table: str, field: str, wrong: str, says: str
) -> None:
    catalogue, problems = examine(planted(table, field, wrong)[0].encode(), "careers.toml")
    assert catalogue is not None, problems
    careers: dict[str, Career] = catalogue.careers
    known = facts()
    (found,) = wrong_wages(careers, known) + wrong_outlooks(careers, known)
    assert found.startswith(says)
