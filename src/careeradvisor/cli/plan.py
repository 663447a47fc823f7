"""``plan``: the way from today to the first pay in a role, dated."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.lookup import LookUp
from careeradvisor.cli.options import command_app, lookup_options
from careeradvisor.errors import WrongUse
from careeradvisor.prospects.plan import MONTHS, Month
from careeradvisor.text import shorten

_LAST_YEAR = 2100
_EXAMPLES = """\
  careeradvisor plan coder --start 2027-01
  careeradvisor plan np --holds rn --worked rn=3y --state TX
  careeradvisor plan coder nucmed --mine
"""


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
    **flags: Any,
) -> None:
    """Plan the way from today to the first pay in a role, and the step after.

    Dated steps for you: what each is, how long, what it costs or pays, what proves that it is
    done, whom to ask. Two roles stand side by side.
    """
    look = LookUp(context, flags)
    today = dt.date.today()
    now = Month(today.year, today.month)
    begin = now.plus(1) if start is None else start_named(start, now)
    if len(roles) > 2:
        raise WrongUse(
            f"{len(roles)} plans do not fit side by side. Name one or two careers; careeradvisor "
            "compare takes up to six."
        )
    careers = look.careers(roles)
    from careeradvisor.output.plan import plan_page
    from careeradvisor.views.plan import StepRow, plan_view, step_rows

    view = plan_view(look.prospects, careers, look.person, begin, look.place)
    look.print(view, plan_page(view), (StepRow, step_rows(view)))


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


app = command_app(plan, lookup_options(), _EXAMPLES)
