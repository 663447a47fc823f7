"""``plan``: the way from today to the first pay in a role, dated."""

from __future__ import annotations

import datetime as dt
import re
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
    Pace,
    Pager,
    Profile,
    Sciences,
    State,
    Worked,
    print_page,
    prospects_for,
)
from careeradvisor.cli.session import session_of
from careeradvisor.errors import WrongUse
from careeradvisor.prospects.plan import MONTHS, Month
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_LAST_YEAR = 2100
_EXAMPLES = """\b
Examples:
  careeradvisor plan coder --start 2027-01
  careeradvisor plan np --holds rn --worked rn=3y --state TX
  careeradvisor plan coder nucmed --mine
"""


@app.command(epilog=_EXAMPLES)
def plan(
    context: typer.Context,
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE...",
            help="One career, or two side by side: id, alias, SOC code or title.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ],
    start: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM",
            help="The month in which the first step begins, such as 2027-01. Next month if not "
            "given.",
        ),
    ] = None,
    education: Education = None,
    holds: Holds = None,
    worked: Worked = None,
    pace: Pace = None,
    sciences: Sciences = None,
    state: State = None,
    area: Area = None,
    mine: Mine = False,
    profile: Profile = None,
    format: Format = "table",
    pager: Pager = True,
) -> None:
    """Plan the way from today to the first pay in a role, and the step after.

    Dated steps for you: what each is, how long, what it costs or pays, what proves that it is
    done, whom to ask. Two roles stand side by side.
    """
    session = session_of(context)
    today = dt.date.today()
    now = Month(today.year, today.month)
    begin = now.plus(1) if start is None else start_named(start, now)
    careers = _careers(session, roles)
    prospects, person = prospects_for(
        session,
        mine=mine,
        profile=profile,
        education=education,
        holds=holds,
        worked=worked,
        pace=pace,
        sciences=sciences,
        state=state,
        area=area,
    )
    programs = None
    if person.state is not None:
        from careeradvisor.catalogue.tables import programs_in

        programs = programs_in(person.state, session.catalogue_path)
    from careeradvisor.views.plan import plan_view

    view = plan_view(prospects, careers, person, begin, programs)
    if format == "csv":
        from careeradvisor.output.table import print_structs
        from careeradvisor.views.plan import StepRow, step_rows

        print_structs(StepRow, step_rows(view))
        return
    from careeradvisor.output.plan import plan_page

    print_page(session, plan_page(view), format, view, pager=pager)


def start_named(text: str, now: Month) -> Month:
    """The month that ``text`` names: "2027-01", "1/2027", "January 2027".

    Raises WrongUse for another text, for a month before ``now`` and for one after 2100.
    """
    words = text[:40].strip().lower()
    found = None
    if match := re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})", words):
        found = (int(match[1]), int(match[2]))
    elif match := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{4})", words):
        found = (int(match[2]), int(match[1]))
    elif match := re.fullmatch(r"([a-z]{3,9})\.?,? ?([0-9]{4})", words):
        numbers = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(match[1])]
        found = (int(match[2]), numbers[0]) if len(numbers) == 1 else None
    shown = shorten(text, 40)
    if found is None or not 1 <= found[1] <= 12:
        raise WrongUse(
            f"--start: '{shown}' is not a month. Write the year and the month, such as "
            f"--start {now.plus(1).iso}."
        )
    month = Month(*found)
    if month < now:
        raise WrongUse(
            f"--start: {month.text} is behind us. Write a month from {now.iso} on, or leave it "
            "out to begin next month."
        )
    if month.year > _LAST_YEAR:
        raise WrongUse(
            f"--start: {month.text} is too far away for a plan. Write a year up to {_LAST_YEAR}."
        )
    return month


def _careers(session: Session, roles: list[str]) -> list[Career]:
    """One career or two different ones. Raises WrongUse."""
    if len(roles) > 2:
        raise WrongUse(
            f"{len(roles)} plans do not fit side by side. Name one or two careers; careeradvisor "
            "compare takes up to six."
        )
    careers = [career_named(session, role) for role in roles]
    if len(careers) == 2 and careers[0].id == careers[1].id:
        raise WrongUse(
            f"'{shorten(roles[0], 40)}' and '{shorten(roles[1], 40)}' are the same career, "
            f"{careers[0].title} ({careers[0].id}). Name it once."
        )
    return careers
