"""Ways into the bundled careers and the ladders between them: complete, and of sane length."""

from __future__ import annotations

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import catalogue_path
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from careeradvisor.prospects.education import LEVELS
from careeradvisor.prospects.pathway import Pathway

PHYSICIANS = [
    *("family-physician", "internist", "pediatrician", "obgyn", "emergency-physician"),
    *("psychiatrist", "anesthesiologist", "cardiologist", "dermatologist", "neurologist"),
    *("pathologist", "radiologist", "ophthalmologist", "orthopedic-surgeon", "general-surgeon"),
    *("pediatric-surgeon", "hospitalist"),
]

# Steps for which somebody has studied already: less is left than the route from the start takes.
SHORTER_THAN_THE_ROUTE = {
    ("crna", "nurse-educator"): "holds a graduate degree in nursing already",
    ("clinical-nurse-specialist", "np"): "needs a post-master's certificate, not a second degree",
    ("clinical-nurse-specialist", "nurse-educator"): "holds a graduate degree in nursing already",
    ("np", "nurse-educator"): "holds a graduate degree in nursing already",
    ("midwife", "nurse-educator"): "holds a graduate degree in nursing already",
    ("nurse-informaticist", "nurse-educator"): "may hold a graduate degree in nursing already",
    ("midwife", "np"): "needs a post-master's certificate, not a second degree",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(catalogue_path())


@pytest.fixture(scope="module")
def everyone(catalogue: Catalogue) -> dict[str, Prospects]:
    return {level: Prospects(catalogue, Answers(education=level)) for level in LEVELS}


def way(prospects: Prospects, career: str) -> Pathway:
    found = prospects[career].pathway
    assert found is not None, f"no way into {career}"
    return found


def test_everybody_has_a_way_into_every_career(everyone: dict[str, Prospects]) -> None:
    for level, prospects in everyone.items():
        for prospect in prospects:
            found = prospect.pathway
            assert found is not None, (level, prospect.career.id)
            assert 0 <= found.study[0] <= found.study[1], (level, prospect.career.id)
            assert sum(step.months[0] for step in found.steps) == found.months[0]


def test_more_education_never_makes_a_way_longer(everyone: dict[str, Prospects]) -> None:
    for career in everyone["none"].catalogue.careers:
        ways = [way(everyone[level], career) for level in LEVELS]
        months = [(found.work > 0, sum(found.months)) for found in ways]
        assert months == sorted(months, reverse=True), (career, months)


def test_no_way_is_absurdly_long(everyone: dict[str, Prospects]) -> None:
    # Four years of college, four of medical school and a residency of seven are the longest to
    # treat anybody; to judge others' treatment, five of practice follow a shorter residency.
    lengths = {
        name: way(everyone["high-school"], name).months[0]
        for name in everyone["none"].catalogue.careers
    }
    assert max(lengths.values()) == lengths.pop("physician-advisor") == 192
    assert max(lengths.values()) == lengths["pediatric-surgeon"] == 180


@pytest.mark.parametrize(
    ("career", "months"),
    [
        ("coder", 4), ("biller", 4), ("rn", 24), ("lpn", 12), ("cna", 1), ("emt", 3),
        ("nucmed", 24), ("rad-tech", 24), ("dental-hygienist", 36), ("dosimetrist", 60),
        ("pharmacist", 72), ("np", 72), ("crna", 96), ("pa", 84), ("aa", 72),
        ("physical-therapist", 84), ("dentist", 96), ("veterinarian", 96),
    ],
)  # fmt: skip
def test_months_from_high_school(everyone: dict[str, Prospects], career: str, months: int) -> None:
    assert way(everyone["high-school"], career).months[0] == months


@pytest.mark.parametrize("career", PHYSICIANS)
def test_physicians_need_college_and_medical_school_and_a_paid_residency(
    everyone: dict[str, Prospects], career: str
) -> None:
    assert way(everyone["high-school"], career).study[0] == 96
    assert way(everyone["bachelor"], career).study[0] == 12 + 48  # college science first
    residency = everyone["none"][career].career.residency
    assert residency is not None
    assert 36 <= residency.months[0] <= residency.months[1] <= 108


def test_an_auditor_is_a_coder_first(everyone: dict[str, Prospects]) -> None:
    prospects = everyone["high-school"]
    found = way(prospects, "auditor")
    assert found.study[0] == way(prospects, "coder").study[0]
    assert found.work == 24
    assert [step.career for step in found.steps if step.kind == "work"] == ["coder"]
    assert found.months_to_first_pay == 4


def test_a_coding_manager_has_coded_for_years(everyone: dict[str, Prospects]) -> None:
    found = way(everyone["high-school"], "coding-manager")
    assert found.work >= 36
    assert found.months[0] > way(everyone["high-school"], "auditor").months[0]


def test_advanced_nurses_need_longer_than_nurses(everyone: dict[str, Prospects]) -> None:
    months = {
        name: way(everyone["high-school"], name).months[0]
        for name in everyone["none"].catalogue.careers
    }
    assert months["cna"] < months["lpn"] < months["rn"] < months["np"] < months["crna"]
    assert months["ota"] < months["occupational-therapist"]
    assert months["pta"] < months["physical-therapist"]
    assert months["medical-lab-tech"] < months["medical-lab-scientist"]
    assert months["vet-assistant"] < months["vet-tech"] < months["veterinarian"]
    assert months["dental-assistant"] < months["dental-hygienist"] < months["dentist"]
    assert months["dentist"] < months["orthodontist"]


def test_nobody_is_sent_through_another_trade_for_no_gain(everyone: dict[str, Prospects]) -> None:
    """The plain degree comes before a bridge of the same length."""
    steps = way(everyone["high-school"], "rn").steps
    assert [step.career for step in steps] == ["rn"]


@pytest.mark.parametrize(
    ("holds", "career", "months"),
    [
        ("rn", "np", 36),  # finish a bachelor's degree, then the master's
        ("lpn", "rn", 12),
        ("coding", "auditor", 24),
        ("rad-tech", "mri", 24),  # two years in radiography come first
        ("rad-tech", "nucmed", 12),
        ("emt", "paramedic", 16),  # six months on an ambulance come first
        ("dentist", "orthodontist", 24),
    ],
)
def test_what_one_holds_counts(catalogue: Catalogue, holds: str, career: str, months: int) -> None:
    prospects = Prospects(catalogue, Answers(holds=(holds,)))
    assert way(prospects, career).months[0] == months


@pytest.mark.parametrize("holds", [("physician",), ("physician", "family-medicine")])
def test_a_physician_who_changes_field_takes_a_residency_and_no_school(
    catalogue: Catalogue, holds: tuple[str, ...]
) -> None:
    way = Prospects(catalogue, Answers(holds=holds))["psychiatrist"].pathway
    assert way is not None
    assert way.study == (0, 0)
    assert [step.kind for step in way.steps] == ["residency"]


def test_paid_training_is_not_schooling(catalogue: Catalogue) -> None:
    for career in catalogue.careers.values():
        for route in career.routes:
            if route.award.lower().startswith("on-the-job training"):
                assert route.months == (0, 0), (career.id, route.name)


def test_degrees_take_as_long_as_degrees(catalogue: Catalogue) -> None:
    shortest = {"associate": 24, "bachelor": 48}
    for career in catalogue.careers.values():
        for route in career.routes:
            if route.start == ["high-school"] and route.education in shortest:
                assert route.months[0] >= shortest[route.education], (career.id, route.name)
            # Whoever changes field within medicine has the degree.
            behind = set(route.start) & set(career.grants)
            if (
                route.education in ("master", "doctorate")
                and "high-school" not in route.start
                and not behind
            ):
                least = 24 if route.education == "master" else 36
                # A bachelor's degree in social work is the first of the two years.
                if {"social-worker", "social-work-degree"}.intersection(route.start):
                    least = 10
                assert route.months[0] >= least, (career.id, route.name)


def test_ladder_and_routes_tell_the_same_story(catalogue: Catalogue) -> None:
    wrong = []
    for career in catalogue.careers.values():
        for step in career.ladder:
            target = catalogue.careers[step.to]
            asked = {
                needed.months
                for route in target.routes
                for needed in route.experience
                if needed.career == career.id
            }
            if step.experience is not None and asked and step.experience not in asked:
                wrong.append(f"{career.id} -> {step.to}: {step.experience} months, routes {asked}")
            direct = [r.months for r in target.routes if set(r.start) & set(career.grants)]
            reason = SHORTER_THAN_THE_ROUTE.get((career.id, step.to))
            if step.study and direct and reason is None:
                low, high = min(m[0] for m in direct), max(m[1] for m in direct)
                if step.study[1] < low or step.study[0] > high:
                    wrong.append(f"{career.id} -> {step.to}: study {step.study}, routes {direct}")
    assert wrong == []


def test_whoever_a_route_starts_from_is_led_there_by_a_ladder(catalogue: Catalogue) -> None:
    leads = {
        (career.id, step.to) for career in catalogue.careers.values() for step in career.ladder
    }
    missing = []
    for career in catalogue.careers.values():
        for route in career.routes:
            missing += [
                f"{needed.career} -> {career.id}"
                for needed in route.experience
                if (needed.career, career.id) not in leads
            ]
            for credential in route.start:
                holders = [c.id for c in catalogue.careers.values() if credential in c.grants]
                # From one medical specialty to another is no step up.
                if career.id in holders:
                    continue
                if holders and not any((holder, career.id) in leads for holder in holders):
                    missing.append(f"{credential} -> {career.id}")
    assert missing == []


def test_a_ladder_names_each_step_once(catalogue: Catalogue) -> None:
    for career in catalogue.careers.values():
        steps = [step.to for step in career.ladder]
        assert len(steps) == len(set(steps)), career.id


@pytest.mark.parametrize(
    ("start", "steps"),
    [
        ("coder", ["auditor", "coding-manager", "him-manager"]),
        ("lpn", ["rn", "np"]),
        ("rad-tech", ["mri"]),
        ("rad-tech", ["radiation-therapist", "dosimetrist"]),
        ("emt", ["paramedic"]),
        ("ota", ["occupational-therapist"]),
        ("dental-assistant", ["dental-hygienist"]),
    ],
)
def test_well_known_ladders(catalogue: Catalogue, start: str, steps: list[str]) -> None:
    here = start
    for step in steps:
        assert step in [rung.to for rung in catalogue.careers[here].ladder], (here, step)
        here = step


def test_every_way_says_how_usual_it_is(catalogue: Catalogue) -> None:
    silent = [
        f"{career.id}: {route.name}"
        for career in catalogue.careers.values()
        for route in career.routes
        if route.usual is None
    ]
    assert silent == []


def test_every_career_has_a_usual_way_unless_its_only_ones_are_not(catalogue: Catalogue) -> None:
    without = {
        career.id
        for career in catalogue.careers.values()
        if not any(route.usual and route.usual.how == "usual" for route in career.routes)
    }
    assert without == set()


@pytest.mark.parametrize(
    ("career", "way", "how"),
    [
        ("community-health-worker", "Direct entry with on-the-job training", "rare"),
        ("safety-technician", "Direct entry with on-the-job training", "rare"),
        ("biller", "Learn on the job in a practice or billing office", "possible"),
        ("medical-assistant", "On-the-job training or apprenticeship", "possible"),
        ("mri", "Associate degree in MRI", "possible"),
    ],
)
def test_a_diploma_that_few_call_enough_is_no_usual_way(
    catalogue: Catalogue, career: str, way: str, how: str
) -> None:
    (found,) = [route for route in catalogue.careers[career].routes if route.name == way]
    assert found.usual is not None
    assert found.usual.how == how


@pytest.mark.parametrize(
    "career",
    [
        *("auditor", "risk-coder", "cdi", "coding-manager", "him-manager", "health-manager"),
        *("nurse-educator", "nurse-case-manager", "nurse-informaticist"),
        *("health-educator-faculty", "data-manager", "medical-writer"),
        *("clinical-research-coordinator", "compliance", "mri", "ct-tech", "pa"),
    ],
)
def test_where_experience_is_what_people_need_each_usual_way_asks_for_it(
    catalogue: Catalogue, career: str
) -> None:
    # What the handbook says that employers prefer beside experience, or in its place.
    preferred = {
        *("law-degree", "business-degree", "communication-degree"),
        *("biology-degree", "psychology-degree", "foreign-medical-degree"),
    }
    for route in catalogue.careers[career].routes:
        if route.usual is not None and route.usual.how == "usual":
            assert route.experience or preferred.intersection(route.start), route.name


def test_whoever_needs_a_license_can_say_that_they_hold_it(catalogue: Catalogue) -> None:
    silent = {
        career.id
        for career in catalogue.careers.values()
        if not career.grants
        and any(credential.need == "required" for credential in career.credentials)
    }
    # What these ask for puts nobody into the career: a driver's license, a nurse's license of
    # either kind, a therapist's of three, an employer's check or a hospital's permission to enter;
    # lawyers say that they have the degree.
    assert silent == {
        "ambulance-attendant",
        "device-sales",
        "health-lawyer",
        "personal-care-aide",
        "rehab-manager",
        "utilization-review-nurse",
    }


@pytest.mark.parametrize(
    "credential",
    ["pharmacist", "pt", "ot", "slp", "lcsw", "rd", "mls", "cma", "physician", "rhit", "ct"],
)
def test_well_known_licenses_can_be_held(catalogue: Catalogue, credential: str) -> None:
    assert any(credential in career.grants for career in catalogue.careers.values())
