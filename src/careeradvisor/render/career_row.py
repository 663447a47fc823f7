"""One career as a row of a spreadsheet, the same columns in every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue import levels

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue, Remote
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
    career, pay = prospect.career, prospect.pay
    salary, contact, remote = career.salary, career.patient_contact, career.remote
    outlook, automation = career.outlook, career.automation
    return (
        career.id,
        career.title,
        career.soc,
        catalogue.families.get(career.family, career.family),
        pay.area,
        *pay.percentiles,
        *((None, None) if salary is None else (salary.basis, salary.group)),
        *_way(prospect),
        None if prospect.earnings is None else prospect.earnings.total,
        None if contact is None else levels.PATIENT_CONTACT[contact.level],
        *((None, None) if remote is None else _remote(remote)),
        *(getattr(career.work, field, None) for field in _WORK),
        *((None, None) if outlook is None else (outlook.change_percent, outlook.openings)),
        None if automation is None else automation.share,
    )


def _way(prospect: Prospect) -> tuple[Value, ...]:
    """The way in and its months: in all, of study (shortest, longest), of work, to first pay."""
    way = prospect.pathway
    if way is None:
        return (None,) * 6
    name = None if way.route is None else way.route.name
    study = (way.study[0], way.study[1])
    return (name, way.months[0], *study, way.work, way.months_to_first_pay)


def _remote(remote: Remote) -> tuple[str, str]:
    return levels.REMOTE[remote.level], levels.REMOTE[remote.entry]
