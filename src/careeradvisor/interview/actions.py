"""What the menu after the result calls: made by the command, which knows how to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.advice import Advice
    from careeradvisor.profile.answers import Answers


class Actions(Protocol):
    """Prints below what is on the screen already. Each may raise CareerAdvisorError."""

    @property
    def top(self) -> int | None:
        """How many careers a ranking shows at first, where that was asked for."""

    def advise(self, answers: Answers) -> Advice:
        """Rank the catalogue for these answers."""

    def print_ranking(self, advice: Advice, top: int | None, before: Advice | None = None) -> None:
        """The first ``top`` careers; with ``before``, what has moved since and how to repeat it."""

    def show(self, advice: Advice, career: Career) -> None:
        """One career, for the person of this ranking."""

    def compare(self, advice: Advice, careers: Sequence[Career]) -> None:
        """Careers side by side, for the person of this ranking."""

    def why(self, advice: Advice, career: Career) -> None:
        """Where a career stands, and what would have to change for it to be first."""

    def report(self, advice: Advice, path: Path, top: int | None) -> None:
        """Write the report on the careers that are shown. Raises FileProblem."""

    def say(self, text: str) -> None:
        """A paragraph, wrapped to the screen."""
