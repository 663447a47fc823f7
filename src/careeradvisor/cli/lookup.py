"""A career by whatever a person calls it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session


def career_named(session: Session, text: str) -> Career:
    """The career that ``text`` stands for; says on standard error how an unusual name was found.

    Raises UnknownCareer or AmbiguousCareer.
    """
    exact = session.catalogue.careers.get(text)
    if exact is not None:
        return exact
    from careeradvisor.catalogue.find import find

    found = find(session.catalogue, text)
    if found.how:
        print(found.how, file=sys.stderr)
    return found.career
