"""``show``: one career."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from careeradvisor.cli.lookup import LookUp, career_named, print_page
from careeradvisor.cli.options import PRINTED, Role, command_app, lookup_options

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.catalogue.wages import Setting
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.views.career import CareerView

_EXAMPLES = """\
  careeradvisor show coder
  careeradvisor show "nurse practitioner" --section ways --state CA
"""


def show(
    context: typer.Context,
    role: Role,
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
    **flags: Any,
) -> None:
    """Show one career in short: what it is, pay, the way in for you, what counts against it.

    --section and --full say more. JSON and CSV always have everything.
    """
    look = LookUp(context, flags)
    career = career_named(look.session, role)
    prospects, ranking = look.prospects, look.ranking
    settings: tuple[Setting, ...] = ()
    if full or section == "pay" or look.format != "table":
        from careeradvisor.catalogue.wages import settings_of

        settings = settings_of(career.soc, look.session.catalogue_path)
    from careeradvisor.views.career import career_view

    in_short = section is None and not full and look.format == "table"
    view = career_view(
        prospects, career, look.person, ranking, settings, look.place, in_short=in_short
    )
    if in_short:
        _print_short(look.session, view, pager=flags["pager"])
        return
    from careeradvisor.output.career import full_page, section_page

    page = full_page(view) if section is None else section_page(view, section)
    print_page(look.session, page, look.format, view, pager=flags["pager"])


def print_career(session: Session, ranking: Ranking, career: Career) -> None:
    """A career in short, for the person of a ranking, from whom no pager is wanted."""
    from careeradvisor.views.career import career_view
    from careeradvisor.views.place import place_of

    person = ranking.answers
    place = place_of(person.state, session.catalogue_path)
    view = career_view(ranking.prospects, career, person, ranking, (), place, in_short=True)
    _print_short(session, view, pager=False)


def _print_short(session: Session, view: CareerView, *, pager: bool) -> None:
    from careeradvisor.output.career import short_pages
    from careeradvisor.output.terminal.console import show
    from careeradvisor.output.terminal.parts import ShortPage

    show(session.console, ShortPage(short_pages(view)), pager=pager)


app = command_app(show, lookup_options(), _EXAMPLES)
