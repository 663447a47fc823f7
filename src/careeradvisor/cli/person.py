"""What the views know of the person: education, credentials, state; and the output format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from careeradvisor.cli import completion
from careeradvisor.profile.answers import Answers

if TYPE_CHECKING:
    from careeradvisor.cli.session import Session
    from careeradvisor.prospects import Prospects

Format = Annotated[
    Literal["table", "json", "csv", "markdown"],
    typer.Option(help="How to print: table (to read), json, csv or markdown."),
]
Education = Annotated[
    str | None,
    typer.Option(
        metavar="LEVEL",
        help="What you have finished: none, high-school (assumed), some-college, associate, "
        "bachelor, master, doctorate.",
        autocompletion=completion.education,
    ),
]
Holds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CREDENTIAL",
        help="A license or certificate that you have, such as rn. Can be repeated.",
        autocompletion=completion.credentials,
    ),
]
State = Annotated[
    str | None,
    typer.Option(
        metavar="STATE",
        help="Use the wages of this US state (CA or California).",
        autocompletion=completion.states,
    ),
]


def prospects_for(
    session: Session,
    education: str | None,
    holds: list[str] | None,
    state: str | None,
    person: Answers | None = None,
) -> tuple[Prospects, Answers]:
    """All careers for a person, and that person. Raises WrongUse.

    The flags change what is known of ``person``, who without answers of their own
    is someone with a high-school diploma.
    """
    given = {"education": education, "holds": holds or None, "state": state}
    person = person or Answers()
    if any(value is not None for value in given.values()):
        from careeradvisor.cli.background import Known, background

        known = Known(session.catalogue, session.catalogue_path)
        person, _ = background(given, person, known)
    return session.prospects(person), person
