"""A career as data: JSON with the catalogue's own field names, and CSV of the same."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from careeradvisor.render.format import print_csv, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.catalogue.model import Career, Catalogue
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Pathway, Prospect, Prospects
    from careeradvisor.prospects.earnings import Earnings

Json = str | int | float | bool | list[Any] | dict[str, Any] | None

SCHEMA = "careeradvisor/career-1"


def print_career(prospects: Prospects, career: Career, person: Answers, format: str) -> None:
    """Write a career to standard output as ``json``, ``csv`` or ``markdown``."""
    if format == "markdown":
        from careeradvisor.render.career_page import write_career
        from careeradvisor.render.markdown_page import MarkdownPage

        page = MarkdownPage()
        write_career(page, prospects, career, person)
        page.print()
        return
    data = {"schema": SCHEMA, **career_fields(prospects[career.id], prospects.catalogue, person)}
    if format == "json":
        print_json(data)
    else:
        print_csv(("field", "value"), flattened(data))


def career_fields(prospect: Prospect, catalogue: Catalogue, person: Answers) -> dict[str, Any]:
    """Every field of a career, JSON-ready, and what it means for the person.

    ``id`` is first. Unknown fields are ``None``. Added to the catalogue's own:
    ``family_title``, ``pay`` (where the person lives), ``for_you`` (the way in and
    the money), ``source_details`` and ``catalogue``.
    """
    career = prospect.career
    own = fields_of(career)
    own.pop("id")
    from careeradvisor.render.career_sources import cited

    return {
        "id": career.id,
        **own,
        "family_title": catalogue.families.get(career.family),
        "pay": pay_fields(prospect),
        "for_you": for_you_fields(prospect, person),
        "source_details": {
            source_id: fields_of(catalogue.sources[source_id]) for source_id, _ in cited(career)
        },
        "catalogue": catalogue_fields(catalogue),
    }


def fields_of(part: Struct) -> dict[str, Any]:
    """A table of the catalogue under the names that its file has; dates in ISO form."""
    return {
        name: _ready(getattr(part, attribute))
        for attribute, name in zip(
            part.__struct_fields__, part.__struct_encode_fields__, strict=True
        )
    }


def catalogue_fields(catalogue: Catalogue) -> dict[str, Any]:
    """Which catalogue the data is from."""
    return {**fields_of(catalogue.head), "careers": len(catalogue.careers)}


def person_fields(person: Answers) -> dict[str, Any]:
    """For whom figures were worked out."""
    return {
        "education": person.education,
        "holds": list(person.holds),
        "state": person.state,
    }


def pay_fields(prospect: Prospect) -> dict[str, Any]:
    """Pay in dollars a year where the person lives, or in the nation (``state`` null)."""
    pay = prospect.pay
    return {
        "state": pay.area,
        "not_published_for": pay.missing_area,
        "p10": pay.p10,
        "p25": pay.p25,
        "median": pay.median,
        "p75": pay.p75,
        "p90": pay.p90,
    }


def for_you_fields(prospect: Prospect, person: Answers) -> dict[str, Any]:
    """The shortest way in for the person and ten years of earnings; unknown parts null."""
    return {
        **person_fields(person),
        **_way_fields(prospect.pathway),
        "ten_years": None if prospect.earnings is None else _earnings_fields(prospect.earnings),
    }


def _way_fields(way: Pathway | None) -> dict[str, Any]:
    if way is None:
        return {
            "months": None,
            "study_months": None,
            "work_months": None,
            "months_to_first_pay": None,
            "steps": [],
        }
    return {
        "months": way.months[0],
        "study_months": [way.study[0], way.study[1]],
        "work_months": way.work,
        "months_to_first_pay": way.months_to_first_pay,
        "steps": [
            {
                "kind": step.kind,
                "name": step.name,
                "months": list(step.months),
                "career": step.career,
            }
            for step in way.steps
        ],
    }


def _earnings_fields(earnings: Earnings) -> dict[str, Any]:
    from careeradvisor.prospects.earnings import ASSUMPTIONS

    return {
        "earned": earnings.total,
        "months_to_full_role": earnings.months_to_full_role,
        "assumptions": ASSUMPTIONS,
    }


def flattened(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Rows of (field, value): ``salary.median``, ``routes[1].name``; what is empty has no value."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from flattened(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list) and value:
        for number, item in enumerate(value, 1):
            yield from flattened(item, f"{name}[{number}]")
    else:
        yield name, None if value in ([], {}) else value


def _ready(value: Any) -> Any:
    if isinstance(value, Struct):
        return fields_of(value)
    if isinstance(value, (list, tuple)):
        return [_ready(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value
