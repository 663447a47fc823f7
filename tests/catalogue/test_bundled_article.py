"""Every career that the article names, with the article's facts."""

from __future__ import annotations

import pytest

from careeradvisor.catalogue.find import find
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.model import Career, Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(catalogue_path())


@pytest.fixture(scope="module")
def coder(catalogue: Catalogue) -> Career:
    return catalogue.careers["coder"]


@pytest.mark.parametrize(
    ("name", "career"),
    [
        ("medical coder", "coder"),
        ("medical biller", "biller"),
        ("nuclear medicine technologist", "nucmed"),
        ("anesthesiologist assistant", "aa"),
        ("dosimetrist", "dosimetrist"),
        ("coding manager", "coding-manager"),
        ("coding auditor", "auditor"),
        ("risk adjustment coder", "risk-coder"),
        ("compliance", "compliance"),
        ("health information manager", "him-manager"),
    ],
)
def test_it_is_there_by_the_name_in_use(catalogue: Catalogue, name: str, career: str) -> None:
    assert find(catalogue, name).career.id == career


def test_a_coder_studies_four_to_nine_months_or_two_years(coder: Career) -> None:
    certificate, degree = coder.routes[:2]
    assert certificate.start == degree.start == ["high-school"]
    assert certificate.months == (4, 9)
    assert "certificate" in certificate.award.lower()
    assert certificate.education is None
    assert degree.months == (24, 24)
    assert degree.education == "associate"


@pytest.mark.parametrize(("short", "body"), [("CPC", "AAPC"), ("CCA", "AHIMA")])
def test_a_coder_is_expected_to_certify(coder: Career, short: str, body: str) -> None:
    (credential,) = [c for c in coder.credentials if f"({short})" in c.name]
    assert (credential.body, credential.need) == (body, "expected")
    assert credential.exam


def test_a_coder_works_from_home_but_often_begins_on_site(coder: Career) -> None:
    assert coder.remote is not None
    assert coder.remote.level == 4
    assert coder.remote.entry < 4
    assert "on site" in coder.remote.why
    assert coder.remote.source == "article"


def test_a_coder_meets_no_patients_and_has_no_clinical_rotations(coder: Career) -> None:
    assert coder.patient_contact is not None
    assert coder.patient_contact.level == 0
    assert any("rotations" in (route.notes or "") for route in coder.routes)


def test_a_coder_can_rise_to_audit_management_and_compliance(catalogue: Catalogue) -> None:
    reached, waiting = set(), ["coder"]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting += [step.to for step in catalogue.careers[here].ladder]
    assert reached >= {
        *("auditor", "risk-coder", "coding-manager", "compliance", "him-manager"),
        "health-manager",
    }


@pytest.mark.parametrize("topic", ["degree", "AI", "experience"])
def test_a_coder_s_usual_questions_are_answered(coder: Career, topic: str) -> None:
    assert any(topic in item.question for item in coder.faq)


def test_a_coder_s_software_is_described_as_help_and_as_change(coder: Career) -> None:
    assert coder.automation is not None
    (answer,) = [item.answer for item in coder.faq if "AI" in item.question]
    assert "complex" in answer


def test_a_biller_is_told_apart_from_a_coder(catalogue: Catalogue) -> None:
    biller = catalogue.careers["biller"]
    assert "claim" in biller.summary
    assert any("coding" in item.question for item in biller.faq)


def test_nuclear_medicine_takes_two_to_four_years_and_stays_on_site(catalogue: Catalogue) -> None:
    nucmed = catalogue.careers["nucmed"]
    lengths = {r.education: r.months for r in nucmed.routes if r.start == ["high-school"]}
    assert lengths == {"associate": (24, 36), "bachelor": (48, 48)}
    bodies = " ".join(credential.body for credential in nucmed.credentials)
    assert "NMTCB" in bodies
    assert "ARRT" in bodies
    assert nucmed.remote is not None
    assert nucmed.remote.level == 0
    assert nucmed.patient_contact is not None
    assert nucmed.patient_contact.level >= 3


def test_an_anesthesiologist_assistant_has_a_master_s_and_a_survey_s_pay(
    catalogue: Catalogue,
) -> None:
    aa = catalogue.careers["aa"]
    assert all(route.education == "master" for route in aa.routes)
    assert aa.salary is not None
    # BLS counts them among physician assistants; the article's range is a survey's, kept apart.
    assert aa.salary.basis == "broader-group"
    assert aa.salary.group == "Physician assistants"
    assert aa.salary.survey is not None
    survey = aa.salary.survey
    assert (survey.low, survey.high, survey.source) == (120_000, 160_000, "article")
    assert "physician assistants" in (aa.salary.note or "").lower()


def test_a_coder_s_pay_is_said_to_be_that_of_a_group(coder: Career) -> None:
    assert coder.salary is not None
    assert coder.salary.basis == "broader-group"
    assert coder.salary.group == "Medical records specialists"
