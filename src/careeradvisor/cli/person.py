"""What looking things up knows of the person, and how results are printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.files import at_home
from careeradvisor.profile.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.cli.session import Session
    from careeradvisor.output.parts import Part
    from careeradvisor.prospects import Prospects
    from careeradvisor.views.base import View

PERSON, PRINTED = "For whom", "How to print"
"""Panels of the help."""

Format = Annotated[
    Literal["table", "json", "csv", "markdown"],
    typer.Option(
        metavar="table | json | csv | markdown",
        rich_help_panel=PRINTED,
        help="How to print: a table is to read.",
    ),
]
Pager = Annotated[
    bool,
    typer.Option(
        "--pager/--no-pager",
        rich_help_panel=PRINTED,
        help="Show what is taller than the terminal in your pager.",
    ),
]
Education = Annotated[
    str | None,
    typer.Option(
        metavar="LEVEL",
        rich_help_panel=PERSON,
        help="What you have finished: none, high-school (assumed), some-college, associate, "
        "bachelor, master, doctorate.",
        autocompletion=completion.education,
    ),
]
Holds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CREDENTIAL",
        rich_help_panel=PERSON,
        help="A license or certificate that you have, such as rn. Can be repeated.",
        autocompletion=completion.credentials,
    ),
]
Worked = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CAREER=TIME",
        rich_help_panel=PERSON,
        help="Paid work behind you, such as coder=18m. Can be repeated.",
        autocompletion=completion.roles,
    ),
]
Pace = Annotated[
    str | None,
    typer.Option(
        metavar="PACE",
        rich_help_panel=PERSON,
        help="How fast you can study: full, or half, which takes twice as long.",
        autocompletion=completion.words([("full", "full time"), ("half", "part time")]),
    ),
]
Sciences = Annotated[
    bool | None,
    typer.Option(
        "--sciences/--no-sciences",
        rich_help_panel=PERSON,
        help="Whether your college courses cover biology, chemistry and the like.",
    ),
]
State = Annotated[
    str | None,
    typer.Option(
        metavar="STATE",
        rich_help_panel=PERSON,
        help="Use the wages of this US state (CA or California).",
        autocompletion=completion.states,
    ),
]
Area = Annotated[
    str | None,
    typer.Option(
        metavar="AREA",
        rich_help_panel=PERSON,
        help="Use the wages of this metropolitan or other area, by its name or a part of it.",
        autocompletion=completion.areas,
    ),
]
Mine = Annotated[
    bool,
    typer.Option(
        "--mine",
        rich_help_panel=PERSON,
        help="From the point of view of your saved answers: education, licenses, work, area.",
    ),
]
Profile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        readable=False,
        callback=at_home,
        rich_help_panel=PERSON,
        help="The same for the answers in FILE.",
    ),
]


def prospects_for(
    session: Session, *, mine: bool = False, profile: Path | None = None, **given: Any
) -> tuple[Prospects, Answers]:
    """All careers for a person, and that person. Raises WrongUse, FileProblem.

    ``given`` are the flags about the person, by parameter. They change what is known of the
    person of the saved answers, with ``mine`` or ``profile``, else of someone with a
    high-school diploma.
    """
    person = _saved_answers(profile) if mine or profile else Answers()
    if any(value not in (None, []) for value in given.values()):
        from careeradvisor.cli.background import Known, background

        known = Known(session.catalogue, session.catalogue_path)
        person, _ = background(given, person, known)
    return session.prospects(person), person


def ranking_for(prospects: Prospects, person: Answers) -> Any:
    """How all careers rank for a person; ``None`` for one who has said nothing that is wanted."""
    if not person.wants:
        return None
    from careeradvisor.matching.rank import rank

    return rank(prospects, person)


def print_page(
    session: Session, page: Iterable[Part], format: str, view: View, *, pager: bool
) -> None:
    """Print a page of parts to read (``table``, ``markdown``), or its view as ``json``."""
    if format == "json":
        from careeradvisor.output.json import print_json

        print_json(view)
    elif format == "markdown":
        from careeradvisor.output.markdown import print_markdown

        print_markdown(page)
    else:
        from careeradvisor.output.terminal.console import show
        from careeradvisor.output.terminal.parts import Drawn

        show(session.console, Drawn(page), pager=pager)


def _saved_answers(file: Path | None) -> Answers:
    """The finished answers of a profile. Raises FileProblem when there are none."""
    from careeradvisor.criteria import ALL
    from careeradvisor.errors import FileProblem
    from careeradvisor.profile.store import Store
    from careeradvisor.text import shorten

    answers = Store(ALL, file).load().answers
    if answers is None or not answers.wants:
        raise FileProblem(
            "There are no saved answers to go by yet. Run careeradvisor quiz and save them"
            + (f" with --profile {shorten(str(file), 80)}." if file else ".")
        )
    return answers
