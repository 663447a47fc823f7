"""``ladder``: what a career leads to and what leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import LookUp, career_named
from careeradvisor.cli.options import PRINTED, command_app, lookup_options
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.prospects import Prospects

_DEEPEST = 6
_EXAMPLES = """\
  careeradvisor ladder coder
  careeradvisor ladder rn --depth 1 --state NY
"""


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
    **flags: Any,
) -> None:
    """Show what a career leads to and what leads to it, with time and pay at each step.

    With --mine it says how long a step takes you, what pay changes and what stays the same.
    """
    look = LookUp(context, flags)
    if role is None and not look.personal:
        raise WrongUse("ROLE is missing. Name a career, or add --mine for your own job.")
    career = _own(look.prospects) if role is None else career_named(look.session, role)
    from careeradvisor.output.ladder import ladder_page
    from careeradvisor.views.ladder import StepRow, ladder_view, step_rows

    view = ladder_view(look.prospects, career, look.person, depth, mine=look.personal)
    look.print(view, ladder_page(view), (StepRow, step_rows(view)))


def _own(prospects: Prospects) -> Career:
    """The career that the person is in, the one of most years. Raises WrongUse if there is none."""
    own = [prospect.career for prospect in prospects if prospect.here]
    if not own:
        raise WrongUse(
            "Your saved answers name no job and no license that you have. Name a career: "
            "careeradvisor ladder ROLE --mine"
        )
    return max(own, key=lambda career: prospects.answers.worked.get(career.id, 0))


app = command_app(ladder, lookup_options(), _EXAMPLES)
