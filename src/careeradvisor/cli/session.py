"""What every command of one run shares: the catalogue and the console."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import typer

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.output.terminal.console import Screen
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects


class Session:
    """One run of the program: global options, and what is loaded because of them.

    The catalogue is loaded, and the terminal looked at, when first needed.
    """

    def __init__(self, catalogue_path: Path | None = None, plain: bool = False) -> None:
        self.catalogue_path = catalogue_path
        self.plain = plain

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue. Raises FileProblem or BadCatalogue."""
        from careeradvisor.catalogue.load import load

        return load(self.catalogue_path)

    @cached_property
    def console(self) -> Screen:
        """The one console, for the terminal or pipe that results go to."""
        from careeradvisor.output.terminal.console import Screen

        return Screen.detect(plain=self.plain)

    def look_again(self) -> None:
        """Look at the terminal anew: its window may have another size by now."""
        self.__dict__.pop("console", None)

    def prospects(self, person: Answers) -> Prospects:
        """All careers for a person, with the wages where they live."""
        from careeradvisor.prospects import Prospects

        local = None
        if person.state is not None:
            from careeradvisor.catalogue.wages import local_wages

            local = local_wages(person.state, person.area, self.catalogue_path)
        return Prospects(self.catalogue, person, local)


def session_of(context: typer.Context) -> Session:
    """The session that the global options made."""
    session = context.find_root().obj
    return session if isinstance(session, Session) else Session()
