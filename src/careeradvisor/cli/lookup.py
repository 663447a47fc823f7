"""Looking something up: for whom, by which name, and how it is printed."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careeradvisor.cli.options import KEYS
from careeradvisor.cli.session import session_of
from careeradvisor.errors import FileProblem, WrongUse
from careeradvisor.profile.answers import Answers
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import typer
    from msgspec import Struct

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.output.parts import Part
    from careeradvisor.prospects import Prospects
    from careeradvisor.views.base import View
    from careeradvisor.views.place import Place


class LookUp:
    """One run of a command with :func:`~careeradvisor.cli.options.lookup_options`."""

    def __init__(self, context: typer.Context, flags: Mapping[str, Any]) -> None:
        self.session, self._flags = session_of(context), flags
        self.format: str = flags["format"]
        self.personal: bool = flags["mine"] or flags["profile"] is not None

    @cached_property
    def person(self) -> Answers:
        """For whom it is. Raises WrongUse, FileProblem.

        The flags change what is known of the person of the saved answers, if these are asked
        for, else of someone with a high-school diploma.
        """
        person = _saved_answers(self._flags["profile"]) if self.personal else Answers()
        if all(self._flags[key] in (None, []) for key in KEYS):
            return person
        from careeradvisor.cli.background import Known, background

        known = Known(self.session.catalogue, self.session.catalogue_path)
        return background(self._flags, person, known)[0]

    @cached_property
    def prospects(self) -> Prospects:
        """All careers for that person."""
        return self.session.prospects(self.person)

    @cached_property
    def ranking(self) -> Ranking | None:
        """How all careers rank for them; ``None`` where they have said nothing that is wanted."""
        if not self.person.wants:
            return None
        from careeradvisor.matching.rank import rank

        return rank(self.prospects, self.person)

    @cached_property
    def place(self) -> Place:
        """What is known of where they live. Raises FileProblem, BadCatalogue."""
        from careeradvisor.views.place import place_of

        return place_of(self.person.state, self.session.catalogue_path)

    def careers(self, roles: Sequence[str]) -> list[Career]:
        """The careers of these names. Raises WrongUse where two of them are the same."""
        found: dict[str, str] = {}
        careers = [career_named(self.session, role) for role in roles]
        for career, role in zip(careers, roles, strict=True):
            if career.id in found:
                raise WrongUse(
                    f"'{shorten(found[career.id], 40)}' and '{shorten(role, 40)}' are the same "
                    f"career, {career.title} ({career.id}). Name each career once."
                )
            found[career.id] = role
        return careers

    def print(
        self, view: View, page: Iterable[Part], rows: tuple[type[Struct], Iterable[Struct]]
    ) -> None:
        """Print a view in the format that was asked for: ``page`` to read, ``rows`` as CSV."""
        if self.format == "csv":
            from careeradvisor.output.table import print_structs

            print_structs(*rows)
        else:
            print_page(self.session, page, self.format, view, pager=self._flags["pager"])


def career_named(session: Session, text: str) -> Career:
    """The career that ``text`` stands for; says on standard error how an unusual name was found.

    Raises UnknownCareer or AmbiguousCareer.
    """
    exact = session.catalogue.careers.get(text)
    if exact is not None:
        return exact
    from careeradvisor.catalogue.find import find

    found = find(session.catalogue, text)
    if found.how:
        print(found.how, file=sys.stderr)
    return found.career


def print_page(
    session: Session, page: Iterable[Part], format: str, view: View, *, pager: bool
) -> None:
    """Print a page of parts to read (``table``, ``markdown``), or all of its view as data."""
    if format == "json":
        from careeradvisor.output.json import print_json

        print_json(view)
    elif format == "csv":
        from careeradvisor.output.table import print_fields

        print_fields(view)
    elif format == "markdown":
        from careeradvisor.output.markdown import print_markdown

        print_markdown(page)
    else:
        from careeradvisor.output.terminal.console import show
        from careeradvisor.output.terminal.parts import Drawn

        show(session.console, Drawn(page), pager=pager)


def _saved_answers(file: Path | None) -> Answers:
    """The finished answers of a profile. Raises FileProblem when there are none."""
    from careeradvisor.criteria import ALL
    from careeradvisor.profile.store import Store

    answers = Store(ALL, file).load().answers
    if answers is None or not answers.wants:
        raise FileProblem(
            "There are no saved answers to go by yet. Run careeradvisor quiz and save them"
            + (f" with --profile {shorten(str(file), 80)}." if file else ".")
        )
    return answers
