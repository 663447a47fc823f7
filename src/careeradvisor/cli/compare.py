"""``compare``: two to six careers side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import Education, Format, Holds, State, prospects_for
from careeradvisor.cli.session import session_of
from careeradvisor.errors import FileProblem, WrongUse
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.profile.answers import Answers

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FEWEST, _MOST = 2, 6
_EXAMPLES = """\b
Examples:
  careeradvisor compare coder nucmed --mine
  careeradvisor compare rn lpn cna --state TX --education some-college
"""


@app.command(epilog=_EXAMPLES)
def compare(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE ROLE...",
            help="Two to six careers: ids, aliases, SOC codes or titles.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ],
    education: Education = None,
    holds: Holds = None,
    state: State = None,
    mine: Annotated[
        bool,
        typer.Option("--mine", help="Say which fits your saved answers better, and why."),
    ] = False,
    profile: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The same for the answers in this file."),
    ] = None,
    format: Format = "table",
) -> None:
    """Set two to six careers side by side, differences first.

    A mark shows the better one where it is plain which is better, such as higher pay.
    """
    session = session_of(context)
    careers = _careers(session, roles)
    saved = _saved_answers(profile) if mine or profile else None
    prospects, person = prospects_for(session, education, holds, state, saved)
    ranking = None
    if saved is not None:
        from careeradvisor.matching.rank import rank

        ranking = rank(prospects, person)
    if format == "table":
        from careeradvisor.render.comparison_page import comparison_page

        comparison_page(session.screen, prospects, careers, person, ranking).print()
        return
    from careeradvisor.render.comparison_data import print_comparison

    print_comparison(prospects, careers, person, format, ranking)


def _saved_answers(file: Path | None) -> Answers:
    """The finished answers of a profile. Raises FileProblem when there are none."""
    from careeradvisor.criteria import ALL
    from careeradvisor.profile.store import Store

    answers = Store(ALL, file).load().answers
    if answers is None or not answers.wants:
        raise FileProblem(
            "There are no saved answers to compare by yet. Run careeradvisor quiz and save them"
            + (f" with --profile {shorten(str(file), 80)}." if file else ".")
        )
    return answers


def _careers(session: Session, roles: list[str]) -> list[Career]:
    """The careers of these names, all of them different and not too many. Raises WrongUse."""
    if len(roles) < _FEWEST:
        raise WrongUse(
            "One career alone cannot be compared. Name at least one more: "
            f"careeradvisor compare {shorten(roles[0], 40)} ROLE"
        )
    if len(roles) > _MOST:
        raise WrongUse(
            f"{len(roles)} careers do not fit side by side. Name at most {_MOST} of them."
        )
    found: dict[str, str] = {}
    careers = []
    for role in roles:
        career = career_named(session, role)
        if career.id in found:
            raise WrongUse(
                f"'{shorten(found[career.id], 40)}' and '{shorten(role, 40)}' are the same "
                f"career, {career.title} ({career.id}). Name each career once."
            )
        found[career.id] = role
        careers.append(career)
    return careers
