"""The bundled catalogue against the whole reference tables, where they are at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
from tools.make_facts import careers_of, facts_from_shared, handbook_occupations, read_csv
from tools.reference import read_reference
from tools.wage_tables import wage_tables

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import catalogue_path, wages_path
from careeradvisor.catalogue.model import Career
from tests.facts import NO_SHARED, SHARED, facts, read

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=NO_SHARED)
INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")


@pytest.fixture(scope="module")
def careers() -> dict[str, Career]:
    return load(catalogue_path()).careers


def of_this_vintage() -> None:
    """Wages and projections may be newer than the reference tables after a refresh."""
    if {row["vintage"] for row in read("vintages.csv")} != {"May 2025", "2024-34 edition"}:
        pytest.skip("the catalogue has been refreshed beyond the reference tables' vintage")


def test_the_facts_are_those_of_the_reference_tables() -> None:
    of_this_vintage()
    assert list(facts().values()) == facts_from_shared(careers_of(catalogue_path()), SHARED)
    assert read("handbook.csv") == handbook_occupations(SHARED)


def test_all_local_wages_are_those_of_the_reference_tables(careers: dict[str, Career]) -> None:
    of_this_vintage()
    oews = read_reference(SHARED)
    there = {path.name: path.read_text(encoding="utf-8") for path in wages_path("").glob("*.csv")}
    codes = {
        career.salary.soc or career.soc
        for career in careers.values()
        if career.salary is not None and career.salary.basis != "survey"
    }
    assert wage_tables(oews, codes) == there


def test_exposure_to_language_models_equals_its_source(careers: dict[str, Career]) -> None:
    source = {
        row["onet_soc"]: row for row in read_csv(SHARED / "ai_exposure_gpts_are_gpts_2023.csv")
    }
    for name, career in careers.items():
        row = source.get(career.onet or "")
        assert (career.automation is None) == (row is None), name
        if career.automation is not None and row is not None:
            assert career.automation.share == pytest.approx(float(row["human_beta"]), abs=5e-5)
            assert career.automation.share_model == pytest.approx(float(row["gpt4_beta"]), abs=5e-5)


def test_interests_equal_their_source(careers: dict[str, Career]) -> None:
    source = {row["onet_soc"]: row for row in read_csv(SHARED / "onet_interests_30_2.csv")}
    for name, career in careers.items():
        row = source.get(career.onet or "")
        published = row is not None and all(row[interest] for interest in INTERESTS)
        assert (career.interests is not None) == published, name
        if career.interests is not None and row is not None:
            for interest in INTERESTS:
                assert getattr(career.interests, interest) == float(row[interest]), (name, interest)


def test_handbook_addresses_are_those_of_the_pages(careers: dict[str, Career]) -> None:
    urls = {row["url"] for row in read_csv(SHARED / "ooh_pages.csv")}
    wrong = {
        name: c.handbook for name, c in careers.items() if c.handbook and c.handbook not in urls
    }
    assert wrong == {}


RUN = 8
# Names of occupations, groups and publications are quoted as their owners give them.
NAMES = {"group", "openings_group", "handbook", "title", "publisher", "url", "attribution"}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))


def sentences(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in NAMES:
                yield from sentences(item, f"{place}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from sentences(item, place)


def written_by_others() -> list[Path]:
    pages = sorted((SHARED / "ooh_pages").glob("*.txt"))
    article = sorted((SHARED.parent / "reference").glob("*.txt"))
    assert len(pages) > 80
    assert article
    return pages + article


def test_every_sentence_is_our_own() -> None:
    """No eight words in a row are those of a handbook page or of the article."""
    theirs = {
        run: path.name
        for path in written_by_others()
        for run in runs(path.read_text(encoding="utf-8", errors="replace"))
    }
    raw = tomli.loads(catalogue_path().read_text(encoding="utf-8"))["careers"]
    ours = list(sentences(raw))
    assert len(ours) > 5_000
    copied = [
        (place, " ".join(run), theirs[run])
        for place, text in ours
        for run in runs(text)
        if run in theirs
    ]
    assert copied == []


def test_a_copied_sentence_would_be_seen() -> None:
    page = next(p for p in written_by_others() if p.name == "registered-nurses.txt")
    lines = page.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if len(words(line)) > 20)
    theirs = set(runs(line))
    assert any(run in theirs for run in runs("We say: " + line.upper() + " And so on."))
