"""``why``: where one career stands for a person, and what would put it first."""

from __future__ import annotations

from typing import Any

import typer

from careeradvisor.cli.background import Known
from careeradvisor.cli.flags import given_answers, preference_options
from careeradvisor.cli.lookup import career_named, print_page
from careeradvisor.cli.options import Role, command_app, file_option, printing_options
from careeradvisor.cli.session import session_of
from careeradvisor.errors import WrongUse
from careeradvisor.profile.answers import Answers

_EXAMPLES = """\
  careeradvisor why coder
  careeradvisor why rn --schooling 2y --salary 70k --must salary
"""


def why(context: typer.Context, role: Role, **flags: Any) -> None:
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


_PROFILE = file_option("profile", "FILE", None, "Go by the answers that are in this file.")

app = command_app(why, [*preference_options(), _PROFILE, *printing_options()], _EXAMPLES)
