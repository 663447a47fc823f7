"""What the menu after a quiz's result calls: it prints the same pages as the commands do."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.quiz import Output
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.advice import Advice
    from careeradvisor.profile.answers import Answers
    from careeradvisor.render.screen import Screen


class MenuActions:
    """See ``interview.actions.Actions``."""

    def __init__(self, session: Session, output: Output) -> None:
        self._session = session
        self._output = output

    @property
    def top(self) -> int:
        """How many careers a ranking shows at first."""
        return self._output.top

    @property
    def _screen(self) -> Screen:
        # The window may have another size by now.
        with suppress(AttributeError):
            del self._session.screen
        return self._session.screen

    def advise(self, answers: Answers) -> Advice:
        """See Actions."""
        from careeradvisor.cli.quiz import advice_for

        return advice_for(self._session, answers)

    def print_ranking(self, advice: Advice, top: int, before: Advice | None = None) -> None:
        """See Actions."""
        from careeradvisor.interview.standing import gone, moves
        from careeradvisor.render.ranking_table import print_ranking

        print_ranking(
            self._screen,
            advice,
            top=top,
            explain=self._output.explain,
            moved={} if before is None else moves(before.ranking, advice.ranking),
        )
        note = "" if before is None else gone(before.ranking, advice.ranking, top)
        if note:
            self.say(note)

    def show(self, advice: Advice, career: Career) -> None:
        """See Actions."""
        from careeradvisor.cli.show import print_career

        self._session.look_again()
        print_career(self._session, advice.ranking, career)

    def compare(self, advice: Advice, careers: Sequence[Career]) -> None:
        """See Actions."""
        from careeradvisor.cli.compare import print_comparison

        self._session.look_again()
        print_comparison(self._session, advice.ranking, careers)

    def why(self, advice: Advice, career: Career) -> None:
        """See Actions."""
        from careeradvisor.interview.standing import why_not

        for line in why_not(advice, career):
            self.say(line)

    def report(self, advice: Advice, path: Path, top: int) -> None:
        """See Actions."""
        from careeradvisor.render.report import write_report

        write_report(path, self._session.catalogue, advice, top)

    def say(self, text: str) -> None:
        """See Actions."""
        from careeradvisor.render.layout import wrap

        screen = self._screen
        for line in wrap(screen.text(text), screen.width, fold=True):
            screen.print(line)
