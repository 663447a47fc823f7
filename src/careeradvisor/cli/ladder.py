"""``ladder``: what a career leads to and what leads to it."""

from __future__ import annotations

from typing import Annotated

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
        str,
        typer.Argument(
            metavar="ROLE",
            help="An id (coder), alias (cpc), SOC code (29-2072) or title.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ],
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
    """Show what a career leads to and what leads to it, with time and pay at each step."""
    session = session_of(context)
    career = career_named(session, role)
    prospects, person = prospects_for(session, mine=mine, profile=profile, state=state, area=area)
    from careeradvisor.views.ladder import ladder_view

    view = ladder_view(prospects, career, person, depth)
    if format == "csv":
        from careeradvisor.output.table import print_structs
        from careeradvisor.views.ladder import StepRow, step_rows

        print_structs(StepRow, step_rows(view))
        return
    from careeradvisor.output.ladder import ladder_page

    print_page(session, ladder_page(view), format, view, pager=pager)
