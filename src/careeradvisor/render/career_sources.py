"""Which source stands behind which part of a career."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career

_PARTS = (
    ("salary", "pay"),
    ("outlook", "outlook"),
    ("patient_contact", "patient contact"),
    ("remote", "work from home"),
    ("residency", "paid training"),
    ("work", "hours and strain"),
    ("automation", "change by AI"),
    ("interests", "interests"),
)
_LISTS = (("routes", "ways in"), ("credentials", "credentials"), ("ladder", "next steps"))


def cited(career: Career) -> list[tuple[str, list[str]]]:
    """Source ids, each with the parts of the career that rest on it, in the page's order."""
    found: dict[str, list[str]] = {}

    def add(source: str, what: str) -> None:
        parts = found.setdefault(source, [])
        if what not in parts:
            parts.append(what)

    for field, what in _PARTS:
        part = getattr(career, field)
        if part is not None:
            add(part.source, what)
    if career.salary is not None and career.salary.survey is not None:
        add(career.salary.survey.source, "the survey range of pay")
    for field, what in _LISTS:
        for part in getattr(career, field):
            add(part.source, what)
    for source in career.sources:
        if source not in found:
            add(source, "the description")
    return list(found.items())
