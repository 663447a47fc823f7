"""A quiz's result, and what the menu after it calls: the pages of the other commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.cli.repeat import to_repeat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.options import Format
    from careeradvisor.cli.session import Session
    from careeradvisor.matching.advice import Advice
    from careeradvisor.output.parts import Part
    from careeradvisor.profile.answers import Answers
    from careeradvisor.views.ranking import RankingView


class Output(Struct, frozen=True):
    """How results are to be given."""

    top: int | None = None
    explain: bool = False
    format: Format = "table"
    pager: bool = True


class MenuActions:
    """See ``interview.actions.Actions``; :meth:`results` is the command's own first page."""

    def __init__(self, session: Session, output: Output) -> None:
        self._session, self._output = session, output

    @property
    def top(self) -> int | None:
        """How many careers a ranking shows at first, where that was asked for."""
        return self._output.top

    def advise(self, answers: Answers) -> Advice:
        """Rank the catalogue for these answers."""
        from careeradvisor.matching.advice import advise

        return advise(self._session.prospects(answers), answers)

    def results(self, advice: Advice) -> None:
        """A ranking in the format that was asked for, and the command that gives it again."""
        from careeradvisor.views.ranking import ranking_view

        output = self._output
        every = output.format in ("json", "csv") or output.explain
        repeat = to_repeat(advice.ranking.answers, self._session.catalogue_path)
        view = ranking_view(advice, top=output.top, every=every, repeat=repeat)
        if output.format == "json":
            from careeradvisor.output.json import print_json

            print_json(view)
        elif output.format == "csv":
            from careeradvisor.output.ranking import print_ranking_csv

            print_ranking_csv(view)
        elif output.format == "markdown":
            from careeradvisor.output.markdown import print_markdown
            from careeradvisor.output.ranking import ranking_page

            print_markdown(ranking_page(view, explain=output.explain, paper=True))
        else:
            self._print_ranking(view, pager=output.pager)

    def print_ranking(self, advice: Advice, top: int | None, before: Advice | None = None) -> None:
        """The first ``top`` careers; with ``before``, what has moved since and how to repeat it."""
        from careeradvisor.views.ranking import ranking_view

        earlier = None if before is None else before.ranking
        repeat = None
        if before is not None:
            repeat = to_repeat(advice.ranking.answers, self._session.catalogue_path)
        self._session.look_again()
        every = self._output.explain
        view = ranking_view(advice, top=top, every=every, before=earlier, repeat=repeat)
        self._print_ranking(view)

    def _print_ranking(self, view: RankingView, *, pager: bool = False) -> None:
        from careeradvisor.output.ranking import ranking_page
        from careeradvisor.output.terminal.console import show
        from careeradvisor.output.terminal.parts import Drawn

        page = Drawn(ranking_page(view, explain=self._output.explain))
        show(self._session.console, page, pager=pager)

    def show(self, advice: Advice, career: Career) -> None:
        """One career, for the person of this ranking."""
        from careeradvisor.cli.show import print_career

        self._session.look_again()
        print_career(self._session, advice.ranking, career)

    def compare(self, advice: Advice, careers: Sequence[Career]) -> None:
        """Careers side by side, for the person of this ranking."""
        from careeradvisor.cli.compare import print_comparison

        self._session.look_again()
        print_comparison(self._session, advice.ranking, careers)

    def why(self, advice: Advice, career: Career) -> None:
        """Where a career stands, and what would have to change for it to be first."""
        from careeradvisor.output.why import why_page
        from careeradvisor.views.why import why_view

        self._print(why_page(why_view(advice, career.id)))

    def report(self, advice: Advice, path: Path, top: int | None) -> None:
        """Write the report on the careers that are shown. Raises FileProblem."""
        import datetime as dt

        from careeradvisor.output.report.html import write_report
        from careeradvisor.views.place import place_of
        from careeradvisor.views.report import report_view

        place = place_of(advice.ranking.answers.state, self._session.catalogue_path)
        write_report(path, report_view(advice, top, dt.date.today(), place))

    def say(self, text: str) -> None:
        """A paragraph, wrapped to the screen."""
        from careeradvisor.output.parts import Words

        self._print([Words(text)])

    def _print(self, page: Iterable[Part]) -> None:
        from careeradvisor.output.terminal.console import show
        from careeradvisor.output.terminal.parts import Drawn

        self._session.look_again()
        show(self._session.console, Drawn(page))
