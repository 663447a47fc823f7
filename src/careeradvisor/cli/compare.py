"""``compare``: two to six careers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import LookUp, print_page
from careeradvisor.cli.options import command_app, lookup_options
from careeradvisor.errors import WrongUse
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking

_FEWEST, _MOST = 2, 6
_EXAMPLES = """\
  careeradvisor compare coder nucmed --mine
  careeradvisor compare rn lpn cna --state TX --education some-college
"""


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
    **flags: Any,
) -> None:
    """Set two to six careers side by side, differences first.

    A mark shows the better one where it is plain which is better. With --mine
    it says which fits your saved answers better, and why.
    """
    look = LookUp(context, flags)
    if len(roles) < _FEWEST:
        raise WrongUse(
            "One career alone cannot be compared. Name at least one more: "
            f"careeradvisor compare {shorten(roles[0], 40)} ROLE"
        )
    if len(roles) > _MOST:
        raise WrongUse(
            f"{len(roles)} careers do not fit side by side. Name at most {_MOST} of them."
        )
    careers = look.careers(roles)
    from careeradvisor.output.comparison import comparison_page
    from careeradvisor.views.comparison import comparison_view
    from careeradvisor.views.row import CareerRow

    view = comparison_view(look.prospects, careers, look.person, look.ranking, look.place)
    look.print(view, comparison_page(view), (CareerRow, view.careers))


def print_comparison(session: Session, ranking: Ranking, careers: Sequence[Career]) -> None:
    """Careers side by side, for the person of a ranking, from whom no pager is wanted."""
    from careeradvisor.output.comparison import comparison_page
    from careeradvisor.views.comparison import comparison_view
    from careeradvisor.views.place import place_of

    place = place_of(ranking.answers.state, session.catalogue_path)
    view = comparison_view(ranking.prospects, careers, ranking.answers, ranking, place)
    print_page(session, comparison_page(view), "table", view, pager=False)


app = command_app(compare, lookup_options(), _EXAMPLES)
