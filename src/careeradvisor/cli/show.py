"""``show``: one career."""

from __future__ import annotations

from typing import Annotated

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import Education, Format, Holds, State, prospects_for
from careeradvisor.cli.session import session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_EXAMPLES = """\b
Examples:
  careeradvisor show coder
  careeradvisor show "nurse practitioner" --education bachelor --state CA
"""


@app.command(epilog=_EXAMPLES)
def show(
    context: typer.Context,
    role: Annotated[
        str,
        typer.Argument(
            metavar="ROLE",
            help="An id (coder), alias (cpc), SOC code (29-2072) or title.",
            autocompletion=completion.roles,
        ),
    ],
    education: Education = None,
    holds: Holds = None,
    state: State = None,
    format: Format = "table",
) -> None:
    """Show one career: facts, pay, ways in, credentials, sources.

    Figures for you, such as the time until you qualify, start from --education and --holds.
    """
    session = session_of(context)
    career = career_named(session, role)
    prospects, person = prospects_for(session, education, holds, state)
    if format == "table":
        from careeradvisor.render.career_page import career_page

        career_page(session.screen, prospects, career, person).print()
        return
    from careeradvisor.render import career_data

    career_data.print_career(prospects, career, person, format)
