"""One career as a flat row: a line of a list, of a comparison, and of their CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from careeradvisor.catalogue import levels
from careeradvisor.views.ai import ai_view
from careeradvisor.views.pay import group_words
from careeradvisor.views.ways import program_of

if TYPE_CHECKING:
    from careeradvisor.prospects import Prospect, Prospects


_AT_WORK = (
    "nights", "weekends", "on_call", "standing", "lifting", "bent",
    "infection", "radiation", "fluids",
)  # fmt: skip


class CareerRow(Struct, frozen=True):
    """The main facts of a career for one person; ``None`` is what is not known.

    ``place`` is the person's: here, open, later, rare or unknown. Dollars are a year's, times are
    months, shares run from 0 to 1. ``median`` is the published one, ``counts`` the one by which
    the career is judged (of its part of ``pay_group``); ``pay_made`` says how it was worked out
    where nobody publishes it as it is. ``months_shortest`` and ``months_longest`` count study,
    work that is missing and paid training.
    """

    id: str
    title: str
    soc: str
    family: str
    place: str
    pay_area: str | None
    pay_not_published_for: str | None
    pay_made: str | None
    p10: int | None
    p25: int | None
    median: int | None
    p75: int | None
    p90: int | None
    counts: int | None
    pay_group: str | None
    pay_position: str
    employment: int | None
    way_in: str | None
    usual_way: bool
    months_shortest: int | None
    months_longest: int | None
    study_shortest: int | None
    study_longest: int | None
    work_months: int | None
    months_to_first_pay: int | None
    ten_years_earned: int | None
    debt: int | None
    program_earnings: int | None
    patient_contact: str | None
    remote: str | None
    remote_entry: str | None
    nights: str | None
    weekends: str | None
    on_call: str | None
    standing: str | None
    lifting: str | None
    posture: str | None
    infection: str | None
    radiation: str | None
    fluids: str | None
    change_percent: float | None
    openings: int | None
    ai_lowest: float | None
    ai_highest: float | None


def career_row(prospects: Prospects, prospect: Prospect) -> CareerRow:
    """The row of a career for the person whose prospects these are."""
    career, pay, way, remote = (
        prospect.career, prospect.pay, prospect.pathway, prospect.career.remote,
    )  # fmt: skip
    route = None if way is None else way.route
    program = None if route is None else program_of(prospects.catalogue, route)
    contact, earnings = career.patient_contact, prospect.earnings
    fields: list[Any] = [
        career.id,
        career.title,
        career.soc,
        prospects.catalogue.families.get(career.family, career.family),
        prospect.standing,
        pay.area,
        pay.missing_area,
        pay.scaled,
        *pay.percentiles,
        pay.part_median,
        group_words(career),
        pay.position,
        pay.employment,
        None if route is None else route.name,
        not prospect.not_usual,
        *(prospect.months or (None, None)),
        *((None, None) if way is None else way.study),
        *_of(way, "work", "months_to_first_pay"),
        None if earnings is None else int(round(earnings.total, -3)),
        *_of(program, "debt", "earnings"),
        None if contact is None else levels.PATIENT_CONTACT[contact.level],
        None if remote is None else levels.REMOTE[remote.level],
        None if remote is None else levels.REMOTE[remote.entry],
        *_of(career.work, *_AT_WORK),
        *_of(career.outlook, "change_percent"),
        prospect.openings,
        *_of(ai_view(career), "lowest", "highest"),
    ]
    return CareerRow(*fields)


def _of(part: object, *fields: str) -> list[Any]:
    """Fields of something that may not be known."""
    return [None if part is None else getattr(part, field) for field in fields]
