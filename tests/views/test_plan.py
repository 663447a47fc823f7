"""What a plan says: from whom, with which dates, and what it does not know."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.tables import StateProgram
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.plan import Month
from careeradvisor.views.place import NOWHERE, Place
from careeradvisor.views.plan import NOT_COUNTED, PlanView, RolePlanView, plan_view, step_rows
from careeradvisor.views.plan_facts import StepView, job_names
from tests.helpers import career_table, make_career, make_catalogue

SOURCE = {"source": "guide"}
NURSE = career_table(
    title="Nurse (RN)",
    aliases=["nurse", "bsn", "29-1141", "charge nurse", "nursing"],
    grants=["rn"],
    routes=[
        {"name": "Nursing degree", "from": ["high-school"], "months": [24, 36], "award": "ADN",
         "education": "associate", "cip": "51.38", "program_level": 2, "sciences": True,
         "sciences_source": "guide", "in_hand": [30, 40], **SOURCE},
    ],
    credentials=[
        {"name": "Nursing license", "body": "State board", "need": "required", "exam": "NCLEX",
         **SOURCE},
        {"name": "Spare certificate", "body": "Club", "need": "optional", **SOURCE},
    ],
    accreditation=[{"body": "ACEN", "url": "https://acen.example", **SOURCE}],
    conditions=[{"what": "A background check", **SOURCE}],
    boards="https://boards.example",
    laws=["compact", "loans"],
    ladder=[{"to": "leader", "takes": "Lead a shift.", "experience": 24, **SOURCE}],
)  # fmt: skip
LEADER = career_table(
    title="Leader",
    salary={"basis": "occupation", "source": "oews", "median": 90_000},
    routes=[{"name": "Rise", "from": ["rn", "bachelor"], "months": [0, 0], "award": "Promotion",
             "experience": [{"career": "nurse", "months": 36}], **SOURCE}],
    credentials=None,
)  # fmt: skip
DOCTOR = career_table(
    title="Doctor",
    routes=[{"name": "Medical school", "from": ["bachelor"], "months": [48, 48], "award": "MD",
             "education": "doctorate", **SOURCE}],
    residency={"months": [36, 48], "name": "Residency", "stipend": [60_000, 70_000], **SOURCE},
    salary=None,
)  # fmt: skip
UNKNOWN = career_table(title="Unknown", routes=None, credentials=None, salary=None)
DAY = {"as_of": "2026-07-01", **SOURCE}


def plans(*roles: str, there: Place = NOWHERE, **about: Any) -> PlanView:
    catalogue = make_catalogue(
        {"nurse": NURSE, "leader": LEADER, "doctor": DOCTOR, "unknown": UNKNOWN},
        programs={
            "51.38-2": {"field": "Nursing", "mixes": "Nurses.", "programs": 90, "debt": 15_000,
                        "earnings": 70_000, "decided": 80, "below": 4, **SOURCE}
        },
        laws={"compact": {"title": "Compact", "says": "Many states.", **DAY},
              "loans": {"title": "Loans", "says": "Capped.", "levels": [5], **DAY}},
        aid={"pell": {"title": "Pell", "says": "A grant.", "levels": [2, 3], **DAY},
             "short": {"title": "Short", "says": "Weeks.", "levels": [2], "months": [0, 4], **DAY},
             "grad": {"title": "Grad", "says": "A loan.", "levels": [5], **DAY}},
    )  # fmt: skip
    person = Answers(**about)
    prospects = Prospects(catalogue, person)
    careers = [catalogue.careers[role] for role in roles]
    return plan_view(prospects, careers, person, Month(2027, 9), there)


def plan(role: str, **about: Any) -> RolePlanView:
    return plans(role, **about).plans[0]


def kinds(found: RolePlanView) -> list[str]:
    return [step.kind for step in found.steps]


def step(found: RolePlanView, kind: str) -> StepView:
    return next(step for step in found.steps if step.kind == kind)


def said(found: StepView, label: str) -> list[str]:
    return [fact.text for fact in found.facts if fact.label == label]


def test_the_way_from_school_to_the_step_after() -> None:
    found = plan("nurse")
    assert kinds(found) == ["apply", "study", "credential", "job", "next"]
    assert found.first_pay == found.in_role == ("2029-09", "2030-09")
    assert step(found, "study").done == found.in_role
    # Longer than the course: when people usually have it.
    assert step(found, "credential").done == ("2030-03", "2031-01")
    assert "Mar 2030 to Jan 2031" in found.text
    # Two years in the ladder, and the degree and years that the leader's own way asks for.
    assert step(found, "next").begins == ("2034-09", "2035-09")


def test_what_is_told_before_a_program() -> None:
    apply = step(plan("nurse"), "apply")
    assert said(apply, "Accredited by") == ["ACEN. Its list of programs is on its page."]
    assert said(apply, "Asked of you") == ["A background check."]
    assert said(apply, "Money that may help") == ["Pell. A grant."]
    assert "ACEN" in said(apply, "Question 1")[0]
    assert "the license as Nurse (RN)" in said(apply, "Question 1")[0]
    assert "the NCLEX" in said(apply, "Question 3")[0]
    assert not said(apply, "Law that moves")


def test_what_is_told_of_a_program_and_a_license() -> None:
    found = plan("nurse")
    study, licence = step(found, "study"), step(found, "credential")
    assert "$15,000" in study.money
    assert said(study, "To avoid")[0].startswith("Graduates of 4 of 80 such programs")
    assert study.done_when == "You have it in hand: ADN."
    assert licence.title == "Get licensed as Nurse (RN)"
    assert licence.done_when == "In your name: Nursing license."
    assert [fact.url for fact in licence.facts if "board" in fact.label] == [NURSE["boards"]]
    assert said(licence, "Law that moves") == ["Compact. Many states."]


def test_figures_of_the_state_come_first() -> None:
    figures = Place("Mississippi", {"51.38-2": StateProgram(9, 7, 65_000, 7, 9_000)})
    study = step(plan("nurse", there=figures, state="MS"), "study")
    assert study.money == "Typical debt at the end in Mississippi: $9,000."
    assert "$65,000" in said(study, "In Mississippi")[0]


@pytest.mark.parametrize(
    ("about", "months", "time"),
    [
        ({}, (24, 36), "24 to 36 months (2 to 3 years)"),
        ({"pace": "half"}, (48, 72), "48 to 72 months at half pace (4 to 6 years)"),
    ],
)
def test_pace(about: dict[str, Any], months: tuple[int, int], time: str) -> None:
    found = plan("nurse", **about)
    assert (step(found, "study").months, step(found, "study").time) == (months, time)
    assert ("half pace" in " ".join(found.notes)) is bool(about)


def test_work_that_comes_first_is_paid_and_dated() -> None:
    found = plan("leader", holds=("rn",), worked={"nurse": 12}, education="bachelor")
    assert kinds(found) == ["work", "job"]
    assert found.first_pay == ("2027-09", "2027-09")
    assert found.in_role == ("2029-09", "2029-09")
    assert "$42,000" in step(found, "work").money
    assert "How people get in" in [fact.label for fact in step(found, "job").facts]


def test_papers_that_nobody_has_to_have_come_with_a_job_that_needs_no_study() -> None:
    routes = [{"name": "At work", "from": ["high-school"], "months": [0, 0], "award": "None",
               **SOURCE}]  # fmt: skip
    for need, order in (("expected", ["job", "credential"]), ("required", ["credential", "job"])):
        paper = {"name": "Paper", "body": "Body", "need": need, **SOURCE}
        catalogue = make_catalogue({"one": career_table(routes=routes, credentials=[paper])})
        prospects = Prospects(catalogue)
        view = plan_view(prospects, [catalogue.careers["one"]], Answers(), Month(2027, 1))
        assert kinds(view.plans[0]) == order


def test_a_license_that_people_bring_along_is_not_asked_for_again() -> None:
    lead = {**LEADER, "grants": ["rn"], "credentials": NURSE["credentials"]}
    catalogue = make_catalogue({"nurse": {**NURSE, "laws": [], "ladder": []}, "leader": lead})
    person = Answers(education="bachelor", holds=("rn",), worked={"nurse": 60})
    prospects = Prospects(catalogue, person)
    view = plan_view(prospects, [catalogue.careers["leader"]], person, Month(2027, 1))
    assert kinds(view.plans[0]) == ["job"]


def test_who_gave_no_years_is_told_that_they_count() -> None:
    assert any("--worked nurse=5y" in n for n in plan("leader", holds=("rn",)).notes)
    assert not any("--worked" in note for note in plan("leader").notes)


def test_the_license_follows_the_training_and_its_pay_is_told() -> None:
    found = plan("doctor")
    assert kinds(found) == ["apply", "degree", "study", "residency", "credential", "job"]
    assert found.first_pay == ("2035-09", "2035-09")
    assert found.in_role == ("2038-09", "2039-09")
    assert "$60,000 in the first year, $70,000 in the last" in step(found, "residency").money
    assert step(found, "credential").begins == found.in_role


def test_who_is_there_already_hears_what_is_next() -> None:
    found = plan("nurse", holds=("rn",))
    assert (found.standing, kinds(found)) == ("here", ["next"])
    assert "already" in found.text


def test_what_is_not_known_is_said() -> None:
    found = plan("unknown")
    assert (found.first_pay, found.in_role, found.months) == (None, None, None)
    assert "No way into this role is known" in found.text
    text = " ".join(fact.text for s in found.steps for fact in s.facts)
    assert text.lower().count("not known") >= 3
    assert plans("unknown").not_counted == NOT_COUNTED


def test_each_fact_stands_once_and_has_the_vintage_of_its_source() -> None:
    view = plans("leader", education="none")
    facts = [fact for step in view.plans[0].steps for fact in step.facts]
    assert len({(fact.label, fact.text) for fact in facts}) == len(facts)
    known = {source.id: source.vintage for source in view.sources}
    for fact in facts:
        assert (fact.source is None) == (fact.vintage is None)
        if fact.source is not None and fact.label not in ("Money that may help", "Law that moves"):
            assert fact.vintage == known[fact.source]


def test_two_side_by_side() -> None:
    view = plans("nurse", "doctor")
    rows = {row.label: row.texts for row in view.compared}
    assert rows["First pay"] == ["Sep 2029 to Sep 2030", "Sep 2035"]
    assert rows["Pay at the start"] == ["$42,000", "not known"]
    assert {len(texts) for texts in rows.values()} == {2}
    assert [(row.role, row.number) for row in step_rows(view)][4:6] == [("nurse", 5), ("doctor", 1)]


def test_names_to_search_for_are_names_of_jobs() -> None:
    career = make_career(title=NURSE["title"], aliases=NURSE["aliases"])
    assert job_names(career) == ["Nurse", "charge nurse"]


@cache
def everyone(**about: Any) -> Prospects:
    return Prospects(load(None), Answers(**about))


@pytest.mark.parametrize("about", [{}, {"education": "bachelor", "pace": "half", "holds": ("rn",)}])
def test_every_career_has_a_plan_whose_steps_never_overlap(about: dict[str, Any]) -> None:
    prospects = everyone(**about)
    for prospect in prospects:
        view = plan_view(prospects, [prospect.career], prospects.answers, Month(2027, 1))
        found = view.plans[0]
        last = ("2027-01", "2027-01")
        for one in found.steps:
            if one.kind in ("degree", "study", "work", "residency"):
                assert one.begins == last
                assert one.done is not None
                last = one.done
        if found.in_role is not None:
            assert found.months is not None
            assert found.in_role == last
            assert found.in_role[0] == Month(2027, 1).plus(found.months[0]).iso
        assert all(fact.text.strip(" .") for one in found.steps for fact in one.facts)
