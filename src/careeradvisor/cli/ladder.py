"""``ladder``: what a career leads to and what leads to it."""

from __future__ import annotations

from typing import Annotated

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import Format, State, prospects_for
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
        int, typer.Option(min=1, max=_DEEPEST, metavar="N", help="How many steps to follow.")
    ] = 2,
    state: State = None,
    format: Format = "table",
) -> None:
    """Show what a career leads to and what leads to it, with time and pay at each step."""
    from careeradvisor.render.ladder_tree import ladder_of

    session = session_of(context)
    career = career_named(session, role)
    prospects, _ = prospects_for(session, None, None, state)
    found = ladder_of(session.catalogue, career, depth)
    if format == "table":
        from careeradvisor.render.ladder_page import ladder_page

        ladder_page(session.screen, prospects, found).print()
        return
    from careeradvisor.render.ladder_data import print_ladder

    print_ladder(prospects, found, format)
