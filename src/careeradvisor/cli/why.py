"""``why``: where one career stands for a person, and what would put it first."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.background import Known
from careeradvisor.cli.files import at_home
from careeradvisor.cli.flags import given_answers, preference_parameters
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import PRINTED, Pager, print_page
from careeradvisor.cli.session import session_of
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answers

_EXAMPLES = """\b
Examples:
  careeradvisor why coder
  careeradvisor why rn --schooling 2y --salary 70k --must salary
"""


def why(context: typer.Context, role: str, **flags: Any) -> None:
    """Say where one career ranks for you, what speaks for and against it, and what would change it.

    Goes by your saved answers, and by those that you give as flags.
    """
    session = session_of(context)
    career = career_named(session, role)
    from careeradvisor.criteria import ALL
    from careeradvisor.profile.store import Store

    saved = Store(ALL, flags["profile"]).load().answers
    answers = given_answers(
        flags, saved or Answers(), Known(session.catalogue, session.catalogue_path)
    ).answers
    if not answers.wants:
        raise WrongUse(
            "There are no saved answers to go by yet. Run careeradvisor quiz and save them, or say "
            "what you care about with its flags, such as --salary 60k."
        )
    from careeradvisor.matching.advice import advise
    from careeradvisor.output.why import why_page
    from careeradvisor.views.why import why_view

    view = why_view(advise(session.prospects(answers), answers), career.id)
    print_page(session, why_page(view), flags["format"], view, pager=flags["pager"])


def _parameters() -> list[inspect.Parameter]:
    def keyword(name: str, kind: Any, default: Any) -> inspect.Parameter:
        return inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default
        )

    formats = Literal["table", "json", "markdown"]
    return [
        inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        ),
        inspect.Parameter(
            "role",
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            annotation=Annotated[
                str,
                typer.Argument(
                    metavar="ROLE",
                    help="An id (coder), alias (cpc), SOC code (29-2072) or title.",
                    autocompletion=completion.roles,
                ),
            ],
        ),
        *preference_parameters(),
        keyword(
            "profile",
            Annotated[
                Path | None,
                typer.Option(
                    metavar="FILE",
                    readable=False,
                    callback=at_home,
                    help="Go by the answers that are in this file.",
                ),
            ],
            None,
        ),
        keyword(
            "format",
            Annotated[
                formats,
                typer.Option(rich_help_panel=PRINTED, help="How to print the result."),
            ],
            "table",
        ),
        keyword("pager", Pager, True),
    ]


why.__signature__ = inspect.Signature(_parameters())  # type: ignore[attr-defined]

app = typer.Typer(rich_markup_mode=None, add_completion=False)
app.command(epilog=_EXAMPLES)(why)
