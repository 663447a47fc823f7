"""One career as a row of a spreadsheet, the same columns in every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import words

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.prospects import Prospect
    from careeradvisor.render.format import Value

COLUMNS = (
    "id",
    "title",
    "soc",
    "family",
    "pay_state",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "pay_basis",
    "pay_group",
    "way_in",
    "months",
    "study_months_shortest",
    "study_months_longest",
    "work_months",
    "months_to_first_pay",
    "ten_years_earned",
    "patient_contact",
    "remote",
    "remote_entry",
    "nights",
    "weekends",
    "on_call",
    "standing",
    "lifting",
    "infection",
    "radiation",
    "fluids",
    "change_percent",
    "openings",
    "automation_share",
)
_WORK = ("nights", "weekends", "on_call", "standing", "lifting", "infection", "radiation", "fluids")


def career_row(prospect: Prospect, catalogue: Catalogue) -> tuple[Value, ...]:
    """The cells under :data:`COLUMNS`, ``None`` for what is not known; dollars are a year's."""
    career, pay, way = prospect.career, prospect.pay, prospect.pathway
    salary, outlook = career.salary, career.outlook
    contact, remote, automation = career.patient_contact, career.remote, career.automation
    return (
        career.id,
        career.title,
        career.soc,
        catalogue.families.get(career.family, career.family),
        pay.area,
        *pay.percentiles,
        salary and salary.basis,
        salary and salary.group,
        way and way.route and way.route.name,
        prospect.months,
        way and way.study,
        way and way.study_longest,
        way and way.work,
        way and way.months_to_first_pay,
        prospect.earnings and prospect.earnings.total,
        contact and words.CONTACT[contact.level],
        remote and words.REMOTE[remote.level],
        remote and words.REMOTE[remote.entry],
        *(career.work and getattr(career.work, field) for field in _WORK),
        outlook and outlook.change_percent,
        outlook and outlook.openings,
        automation and automation.share,
    )
