"""The bundled catalogue against its sources. Stands alone with the facts in tests/facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from careeradvisor.catalogue.check import check
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.model import Career, Catalogue
from careeradvisor.catalogue.parts import SOURCE_FIELDS, tables_in
from tests.facts import facts, rank_correlation, read, wrong_outlooks, wrong_wages

KNOWN = facts()
EVIDENCE = Path(__file__).parents[2] / "docs" / "evidence.md"

# Exposure to disease is not contact with patients where it comes from something else.
DISEASE_WITHOUT_PATIENTS = {
    "sterile-processing": "handles used instruments; patients are never met",
    "microbiologist": "handles cultures and samples in a laboratory",
    "dental-lab-tech": "handles impressions and used appliances sent in by dentists",
    "vet-assistant": "is exposed by animals; people are met at the counter",
    "vet-tech": "is exposed by animals; their owners are met now and then",
    "veterinarian": "is exposed by animals; their owners are met in every visit",
}

# Where the level says otherwise than the telework table, remote.why has to tell the reason.
REMOTE_AGAINST_THE_TABLE = {
    "ophthalmic-lab-tech": "lenses are cut and coated on a laboratory's machines",
    "athletic-trainer": "injuries are assessed and treated at the field",
    "unit-coordinator": "the desk is on the ward; the table rates medical secretaries",
}

# Fields that are empty because no source has them, and why. Everything else must be there.
_NO_INTERESTS = "O*NET 30.2 has no interests for this occupation"
_NO_EXPOSURE = "an 'all other' group, for which tasks were not rated"
_NO_LICENCE = "no license or certificate goes with this work"
_NO_PAGE = "the handbook has no page on this occupation, and so no projection"
GAPS: dict[str, dict[str, str]] = {
    "interests": dict.fromkeys(
        (
            *("claims-examiner", "eligibility-worker", "general-surgeon", "dental-specialist"),
            *("ambulance-attendant", "biochemist", "clinical-research-coordinator"),
            *("dialysis-tech", "perfusionist", "anesthesia-tech", "medical-physicist"),
            *("pathologists-assistant", "child-life-specialist", "doula", "chaplain"),
            *(
                "device-sales",
                "gastroenterologist",
                "physician-advisor",
                "health-lawyer",
                "health-accountant",
            ),
        ),
        _NO_INTERESTS,
    ),
    "salary": {"clinical-research-coordinator": "counted with science managers, who earn far more"},
    "automation": dict.fromkeys(
        (
            *("general-surgeon", "dental-specialist", "dialysis-tech", "perfusionist"),
            *("anesthesia-tech", "pathologists-assistant", "child-life-specialist", "doula"),
            *("gastroenterologist", "physician-advisor"),
        ),
        _NO_EXPOSURE,
    ),
    "credentials": dict.fromkeys(
        ("eligibility-worker", "ophthalmic-lab-tech", "pharmacy-aide", "biochemist"), _NO_LICENCE
    ),
    "outlook": dict.fromkeys(
        (
            *("neurodiagnostic-tech", "art-therapist", "music-therapist", "acupuncturist"),
            *("ophthalmic-tech", "hearing-aid-specialist", "pharmacy-aide", "ambulance-attendant"),
            *("sterile-processing", "dietetic-tech", "dialysis-tech", "sleep-tech"),
            *("perfusionist", "anesthesia-tech", "pathologists-assistant"),
            *("child-life-specialist", "doula", "chaplain"),
        ),
        _NO_PAGE,
    ),
    "outlook.openings": {"device-sales": "the handbook's page gives no openings"},
    "work.infection": {"acupuncturist": "O*NET does not publish exposure to disease for it"},
}
GAPS["handbook"] = GAPS["outlook"]
TO_FILL = (
    *("onet", "handbook", "aliases", "duties", "day", "qualities", "patient_contact", "remote"),
    *("routes", "credentials", "salary", "outlook", "work", "automation", "interests", "ladder"),
    "faq",
)
WORK = ("nights", "weekends", "on_call", "standing", "lifting", "radiation", "infection", "fluids")


def named_sources(career: Career) -> set[str]:
    """Every source that a table of a career names."""
    return {
        source
        for _place, table in tables_in(career)
        for name in SOURCE_FIELDS
        if (source := getattr(table, name, None)) is not None
    }


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(catalogue_path())


@pytest.fixture(scope="module")
def careers(catalogue: Catalogue) -> dict[str, Career]:
    return catalogue.careers


def test_it_is_broad(careers: dict[str, Career]) -> None:
    assert len(careers) >= 110
    assert {career.family for career in careers.values()} >= {
        *("nursing", "medicine", "dental", "imaging", "laboratory", "therapy", "mental-health"),
        *("pharmacy", "health-information", "management", "public-health", "equipment"),
        "veterinary",
    }


def test_the_checker_finds_nothing() -> None:
    assert [str(problem) for problem in check(catalogue_path())] == []


def test_the_facts_are_of_these_careers_and_of_the_same_vintage(catalogue: Catalogue) -> None:
    # If this fails after a refresh or a new career: python tools/make_facts.py
    assert list(KNOWN) == list(catalogue.careers)
    for row in read("vintages.csv"):
        assert catalogue.sources[row["source"]].vintage == row["vintage"]


def test_every_wage_equals_its_source_to_the_dollar(careers: dict[str, Career]) -> None:
    assert wrong_wages(careers, KNOWN) == []


def test_every_projection_equals_its_source(careers: dict[str, Career]) -> None:
    assert wrong_outlooks(careers, KNOWN) == []


def test_wages_of_a_group_are_not_shown_as_those_of_one_career(careers: dict[str, Career]) -> None:
    own = Counter(
        career.salary.soc or career.soc
        for career in careers.values()
        if career.salary is not None and career.salary.basis == "occupation"
    )
    assert [code for code, times in own.items() if times > 1] == []


def test_every_health_occupation_of_the_handbook_is_covered(careers: dict[str, Career]) -> None:
    occupations = {row["soc"]: row["title"] for row in read("handbook.csv")}
    assert len(occupations) > 70
    covered = {career.soc for career in careers.values()}
    assert {soc: title for soc, title in occupations.items() if soc not in covered} == {}


def whole_of_its_code(career: Career) -> bool:
    salary = career.salary
    if salary is None or salary.basis != "broader-group":
        return True
    return salary.position is not None and salary.position.part == "whole"


@pytest.mark.parametrize("table", ["proximity_2026", "proximity_2020", "disease_2020"])
def test_patient_contact_agrees_with_onet(careers: dict[str, Career], table: str) -> None:
    excepted = DISEASE_WITHOUT_PATIENTS if table == "disease_2020" else {}
    pairs = [
        (career.patient_contact.level, float(KNOWN[name][table]))
        for name, career in careers.items()
        if career.patient_contact and KNOWN[name][table] and name not in excepted
        # A part of a code may be its desk work: O*NET's scores are those of the whole.
        if whole_of_its_code(career)
    ]
    assert len(pairs) > 80
    assert rank_correlation(*zip(*pairs, strict=True)) >= 0.75


def test_the_exceptions_of_patient_contact_are_few_and_real(careers: dict[str, Career]) -> None:
    assert len(DISEASE_WITHOUT_PATIENTS) <= 8
    for name in DISEASE_WITHOUT_PATIENTS:
        contact = careers[name].patient_contact
        assert contact is not None
        # Exposed more than half of all careers are, and yet at most regularly with people.
        assert contact.level <= 2
        assert float(KNOWN[name]["disease_2020"]) > 60


def test_remote_levels_agree_with_the_telework_table(careers: dict[str, Career]) -> None:
    against = {
        name
        for name, career in careers.items()
        if career.remote is not None
        and (KNOWN[name]["telework"], career.remote.level) in {("1", 0), ("0", 4)}
    }
    assert against == set(REMOTE_AGAINST_THE_TABLE)
    for name in against:
        remote = careers[name].remote
        assert remote is not None
        assert re.search(r"telework", remote.why, re.IGNORECASE), f"{name} gives no reason"


def test_an_evening_is_no_night(careers: dict[str, Career]) -> None:
    at_night = (
        r"\bnights?\b|round[- ]the[- ]clock|around the clock|(?:all|any|every) hour|never stops"
    )
    assert [
        name
        for name, career in careers.items()
        if career.work is not None
        and career.work.nights != "rare"
        and "evening" in career.work.why.lower()
        and not re.search(at_night, career.work.why.lower())
    ] == []


def test_the_telework_table_is_met_widely() -> None:
    assert sum(row["telework"] != "" for row in KNOWN.values()) > 110


def test_nobody_starts_more_remote_than_the_experienced_are(careers: dict[str, Career]) -> None:
    assert [
        name
        for name, career in careers.items()
        if career.remote is not None and career.remote.entry > career.remote.level
    ] == []


def empty_fields(career: Career) -> set[str]:
    empty = {field for field in TO_FILL if not getattr(career, field)}
    if career.work is not None:
        empty |= {f"work.{field}" for field in WORK if getattr(career.work, field) is None}
    if career.outlook is not None:
        parts = ("change_percent", "openings", "why")
        empty |= {f"outlook.{field}" for field in parts if getattr(career.outlook, field) is None}
    return empty


def test_every_career_is_complete(careers: dict[str, Career]) -> None:
    missing = {(field, name) for name, career in careers.items() for field in empty_fields(career)}
    allowed = {(field, name) for field, names in GAPS.items() for name in names}
    assert missing == allowed


def test_enough_is_said_about_each(careers: dict[str, Career]) -> None:
    thin = [
        name
        for name, career in careers.items()
        if len(career.duties) < 4 or len(career.qualities) < 3 or len(career.aliases) < 2
    ]
    assert thin == []


def test_figures_name_the_source_that_has_them(careers: dict[str, Career]) -> None:
    fixed = {
        "salary": "oews",
        "outlook": "ooh",
        "automation": "gpts",
        "interests": "onet-interests",
    }
    for name, career in careers.items():
        for field, source in fixed.items():
            part = getattr(career, field)
            if field == "salary" and part is not None and part.basis == "survey":
                continue
            assert part is None or part.source == source, (name, field)


def test_the_handbook_is_cited_only_where_it_has_a_page(careers: dict[str, Career]) -> None:
    for name, career in careers.items():
        if career.handbook is None:
            # A next step may still rest on the page of the career that it leads to.
            cited = {
                place[0]
                for place, part in tables_in(career)
                if getattr(part, "source", None) == "ooh"
            }
            assert cited <= {"ladder"}, name


def test_a_credential_on_its_body_s_word_names_the_page(careers: dict[str, Career]) -> None:
    for name, career in careers.items():
        for credential in career.credentials:
            url = credential.url
            named = url is not None and url.startswith("https://")
            assert named == (credential.source == "credential-body"), (name, credential.name)


@pytest.mark.parametrize(
    ("source", "part"), [("training-length", 0), ("published-page", 1)], ids=["lengths", "the rest"]
)
def test_the_pages_behind_a_source_are_listed(
    careers: dict[str, Career], source: str, part: int
) -> None:
    rows = [
        line.split(" | ")
        for line in EVIDENCE.read_text(encoding="utf-8").split("\n## ")[part].splitlines()
        if line.startswith("| ") and "](http" in line
    ]
    listed = {title for row in rows for title in row[0].removeprefix("| ").split(", ")}
    resting = {
        career.title
        for career in careers.values()
        if any(named == source for named in named_sources(career))
    }
    assert listed == resting


def test_every_source_is_used(catalogue: Catalogue) -> None:
    used = {source for career in catalogue.careers.values() for source in career.sources}
    for career in catalogue.careers.values():
        used |= named_sources(career)
    used |= {program.source for program in catalogue.programs.values()}
    used |= {law.source for law in catalogue.laws.values()}
    # Alternate titles are in data/titles.csv, prices in data/prices.csv; related careers are lists.
    assert set(catalogue.sources) - used == {"onet-titles", "bea-rpp", "onet-related"}


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, f"{place}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, place)


A_FIGURE = re.compile(
    r"\$ ?\d"  # $45
    r"|\d ?(%|per ?cent\b)"  # 7 percent
    r"|\b\d{2,3},\d{3}\b"  # 52,000
    r"|\b\d{2,3}k\b",  # 52k
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", ["about $ 60", "grew 7%", "7 per cent", "earns 52,000", "60K"])
def test_a_figure_in_prose_would_be_seen(text: str) -> None:
    assert A_FIGURE.search(text)


def test_no_wage_or_growth_figure_hides_in_prose(careers: dict[str, Career]) -> None:
    found = [
        (name, place, text)
        for name, career in careers.items()
        for place, text in texts(msgspec.to_builtins(career))
        if A_FIGURE.search(text)
    ]
    assert found == []


def test_text_is_plain_ascii(catalogue: Catalogue) -> None:
    """Curly quotes and long dashes look different on every terminal."""
    wrong = [
        (place, text) for place, text in texts(msgspec.to_builtins(catalogue)) if not text.isascii()
    ]
    assert wrong == []


def test_of_careers_that_share_a_code_one_is_the_whole(careers: dict[str, Career]) -> None:
    shared: dict[str, list[str]] = {}
    for name, career in careers.items():
        salary = career.salary
        if salary is None or salary.industry is not None:
            continue
        part = salary.position.part if salary.position is not None else "not said"
        shared.setdefault(salary.soc or career.soc, []).append(part)
        if salary.basis == "broader-group":
            assert part != "not said", name
    for code, parts in shared.items():
        assert len(parts) == 1 or parts.count("whole") == 1, (code, parts)


def test_openings_of_its_own_are_those_of_the_whole(careers: dict[str, Career]) -> None:
    for name, career in careers.items():
        salary, outlook = career.salary, career.outlook
        if salary is None or outlook is None or outlook.own_openings is None:
            continue
        part = salary.position.part if salary.position is not None else "whole"
        assert part == "whole", name
        assert outlook.openings is not None
        assert 0 < outlook.own_openings <= outlook.openings, name


def test_every_residency_of_a_physician_has_its_pay(careers: dict[str, Career]) -> None:
    for name, career in careers.items():
        if career.residency is not None and "physician" in career.grants:
            stipend = career.residency.stipend
            assert stipend is not None, name
            assert 60_000 < stipend[0] < stipend[1] < 100_000, name
