"""``show``: one career."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import (
    PRINTED,
    Area,
    Education,
    Format,
    Holds,
    Mine,
    Pager,
    Profile,
    State,
    Worked,
    print_page,
    prospects_for,
    ranking_for,
)
from careeradvisor.cli.session import session_of

if TYPE_CHECKING:
    from careeradvisor.catalogue.industries import Setting
    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.views.career import CareerView

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_EXAMPLES = """\b
Examples:
  careeradvisor show coder
  careeradvisor show "nurse practitioner" --section ways --state CA
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
    section: Annotated[
        Literal["pay", "ways", "work", "outlook", "ladder", "sources"] | None,
        typer.Option(
            metavar="pay | ways | work | outlook | ladder | sources",
            rich_help_panel=PRINTED,
            help="One part of it in detail.",
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", rich_help_panel=PRINTED, help="Everything about it.")
    ] = False,
    education: Education = None,
    holds: Holds = None,
    worked: Worked = None,
    state: State = None,
    area: Area = None,
    mine: Mine = False,
    profile: Profile = None,
    format: Format = "table",
    pager: Pager = True,
) -> None:
    """Show one career in short: what it is, pay, the way in for you, what counts against it.

    --section and --full say more. JSON and CSV always have everything.
    """
    session = session_of(context)
    career = career_named(session, role)
    prospects, person = prospects_for(
        session,
        mine=mine,
        profile=profile,
        education=education,
        holds=holds,
        worked=worked,
        state=state,
        area=area,
    )
    ranking = ranking_for(prospects, person)
    settings: tuple[Setting, ...] = ()
    if full or section == "pay" or format != "table":
        from careeradvisor.catalogue.industries import settings_of

        settings = settings_of(career.soc, session.catalogue_path)
    from careeradvisor.views.career import career_view
    from careeradvisor.views.place import place_of

    place = place_of(person.state, session.catalogue_path)
    view = career_view(prospects, career, person, ranking, settings, place)
    if format == "csv":
        from careeradvisor.output.table import print_fields

        print_fields(view)
    elif section is None and not full and format == "table":
        _print_short(session, view, pager=pager)
    else:
        from careeradvisor.output.career import full_page, section_page

        page = full_page(view) if section is None else section_page(view, section)
        print_page(session, page, format, view, pager=pager)


def print_career(session: Session, ranking: Ranking, career: Career) -> None:
    """A career in short, for the person of a ranking, from whom no pager is wanted."""
    from careeradvisor.views.career import career_view
    from careeradvisor.views.place import place_of

    person = ranking.answers
    place = place_of(person.state, session.catalogue_path)
    view = career_view(ranking.prospects, career, person, ranking, (), place)
    _print_short(session, view, pager=False)


def _print_short(session: Session, view: CareerView, *, pager: bool) -> None:
    from careeradvisor.output.career import short_pages
    from careeradvisor.output.terminal.console import show
    from careeradvisor.output.terminal.parts import ShortPage

    show(session.console, ShortPage(short_pages(view)), pager=pager)
