"""``compare``: two to six careers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import (
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
from careeradvisor.errors import WrongUse
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.output.parts import Part
    from careeradvisor.views.comparison import ComparisonView

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
    worked: Worked = None,
    state: State = None,
    area: Area = None,
    mine: Mine = False,
    profile: Profile = None,
    format: Format = "table",
    pager: Pager = True,
) -> None:
    """Set two to six careers side by side, differences first.

    A mark shows the better one where it is plain which is better. With --mine
    it says which fits your saved answers better, and why.
    """
    session = session_of(context)
    careers = _careers(session, roles)
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
    from careeradvisor.views.comparison import comparison_view
    from careeradvisor.views.place import place_of

    place = place_of(person.state, session.catalogue_path)
    view = comparison_view(prospects, careers, person, ranking_for(prospects, person), place)
    if format == "csv":
        from careeradvisor.output.table import print_structs
        from careeradvisor.views.row import CareerRow

        print_structs(CareerRow, view.careers)
        return
    print_page(session, _page(view), format, view, pager=pager)


def print_comparison(session: Session, ranking: Ranking, careers: Sequence[Career]) -> None:
    """Careers side by side, for the person of a ranking, from whom no pager is wanted."""
    from careeradvisor.views.comparison import comparison_view
    from careeradvisor.views.place import place_of

    place = place_of(ranking.answers.state, session.catalogue_path)
    view = comparison_view(ranking.prospects, careers, ranking.answers, ranking, place)
    print_page(session, _page(view), "table", view, pager=False)


def _page(view: ComparisonView) -> list[Part]:
    from careeradvisor.output.comparison import comparison_page

    return comparison_page(view)


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
