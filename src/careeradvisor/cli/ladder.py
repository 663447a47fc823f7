"""``ladder``: what a career leads to and what leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import (
    PRINTED,
    Area,
    Format,
    Mine,
    Pager,
    Profile,
    State,
    print_page,
    prospects_for,
)
from careeradvisor.cli.session import session_of
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.prospects import Prospects

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_DEEPEST = 6
_EXAMPLES = """\b
Examples:
  careeradvisor ladder coder
  careeradvisor ladder rn --depth 1 --state NY
"""


@app.command(epilog=_EXAMPLES)
def ladder(
    context: typer.Context,
    role: Annotated[
        str | None,
        typer.Argument(
            metavar="ROLE",
            help="An id (coder), alias (cpc), SOC code (29-2072) or title. With --mine your own "
            "job if not given.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ] = None,
    depth: Annotated[
        int,
        typer.Option(
            min=1,
            max=_DEEPEST,
            metavar="N",
            rich_help_panel=PRINTED,
            help="How many steps to follow.",
        ),
    ] = 2,
    state: State = None,
    area: Area = None,
    mine: Mine = False,
    profile: Profile = None,
    format: Format = "table",
    pager: Pager = True,
) -> None:
    """Show what a career leads to and what leads to it, with time and pay at each step.

    With --mine it says how long a step takes you, what pay changes and what stays the same.
    """
    session = session_of(context)
    personal = mine or profile is not None
    if role is None and not personal:
        raise WrongUse("ROLE is missing. Name a career, or add --mine for your own job.")
    career = None if role is None else career_named(session, role)
    prospects, person = prospects_for(session, mine=mine, profile=profile, state=state, area=area)
    career = career or _own(prospects)
    from careeradvisor.views.ladder import ladder_view

    view = ladder_view(prospects, career, person, depth, mine=personal)
    if format == "csv":
        from careeradvisor.output.table import print_structs
        from careeradvisor.views.ladder import StepRow, step_rows

        print_structs(StepRow, step_rows(view))
        return
    from careeradvisor.output.ladder import ladder_page

    print_page(session, ladder_page(view), format, view, pager=pager)


def _own(prospects: Prospects) -> Career:
    """The career that the person is in, the one of most years. Raises WrongUse if there is none."""
    own = [prospect.career for prospect in prospects if prospect.here]
    if not own:
        raise WrongUse(
            "Your saved answers name no job and no license that you have. Name a career: "
            "careeradvisor ladder ROLE --mine"
        )
    return max(own, key=lambda career: prospects.answers.worked.get(career.id, 0))
