"""The parts of a career that state figures or judgements, each on a source of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .model import Career
from .wording import Place

_TABLES = (
    "patient_contact",
    "remote",
    "residency",
    "salary",
    "outlook",
    "work",
    "automation",
    "interests",
)
_LISTS = ("routes", "credentials", "ladder", "accreditation", "conditions")


def named_sources(career: Career) -> Iterator[tuple[Place, str]]:
    """Yield every source that a part of the career names, and the place of the field."""
    for place, part in sourced_parts(career):
        yield (*place, "source"), part.source
    for at, route in enumerate(career.routes):
        if route.sciences_source is not None:
            yield ("routes", at, "sciences_source"), route.sciences_source
    if career.residency is not None and career.residency.stipend_source is not None:
        yield ("residency", "stipend_source"), career.residency.stipend_source
    if career.automation is not None and career.automation.use_source is not None:
        yield ("automation", "use_source"), career.automation.use_source


def sourced_parts(career: Career) -> Iterator[tuple[Place, Any]]:
    """Yield every part with a ``source`` field, and its place within the career."""
    for name in _TABLES:
        part = getattr(career, name)
        if part is not None:
            yield (name,), part
    if career.salary is not None and career.salary.survey is not None:
        yield ("salary", "survey"), career.salary.survey
    if career.salary is not None and career.salary.position is not None:
        yield ("salary", "position"), career.salary.position
    if career.salary is not None and career.salary.industry is not None:
        yield ("salary", "industry"), career.salary.industry
    for name in _LISTS:
        for at, part in enumerate(getattr(career, name)):
            yield (name, at), part
    for at, route in enumerate(career.routes):
        if route.usual is not None:
            yield ("routes", at, "usual"), route.usual
        if route.training is not None:
            yield ("routes", at, "training"), route.training
