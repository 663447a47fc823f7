"""All criteria, in the order in which the quiz asks. A new criterion is one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.automation import Automation
from careeradvisor.criteria.earnings import Earnings
from careeradvisor.criteria.exposure import Exposure
from careeradvisor.criteria.growth import Growth
from careeradvisor.criteria.interests import Interests
from careeradvisor.criteria.patient_contact import PatientContact
from careeradvisor.criteria.physical import Physical
from careeradvisor.criteria.remote import Remote
from careeradvisor.criteria.salary import Salary
from careeradvisor.criteria.schedule import Schedule
from careeradvisor.criteria.schooling import Schooling
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.criteria.base import Criterion

ALL: tuple[Criterion, ...] = (
    PatientContact(),
    Schooling(),
    Remote(),
    Salary(),
    Growth(),
    Schedule(),
    Physical(),
    Exposure(),
    Earnings(),
    Interests(),
    Automation(),
)
BY_KEY: dict[str, Criterion] = {criterion.key: criterion for criterion in ALL}


def criterion_named(text: str) -> Criterion:
    """The criterion of a name, as in ``--must`` and ``--priorities``.

    Case, spaces, dashes and underscores do not matter. Raises WrongUse.
    """
    key = "_".join(text.lower().replace("-", " ").replace("_", " ").split())
    criterion = BY_KEY.get(key)
    if criterion is None:
        names = ", ".join(c.name for c in ALL)
        raise WrongUse(f"There is no criterion called '{text}'. Choose from: {names}.")
    return criterion
