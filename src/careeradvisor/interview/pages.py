"""What the loop prints: the same pages as the commands', so that they never differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careeradvisor.catalogue.model import Career
    from careeradvisor.cli.session import Session
    from careeradvisor.interview.results import HowToPrint
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers


def advice_for(session: Session, answers: Answers) -> Advice:
    """The ranking for some answers, and what is said about it."""
    from careeradvisor.cli.quiz import advice_for

    return advice_for(session, answers)


def print_ranking(session: Session, advice: Advice, output: HowToPrint, before: Ranking) -> None:
    """The new ranking, with what moved since the one before."""
    from careeradvisor.interview.standing import gone, moves
    from careeradvisor.render.ranking_table import print_ranking

    print_ranking(
        session.screen,
        advice,
        top=output.top,
        explain=output.explain,
        moved=moves(before, advice.ranking),
    )
    note = gone(before, advice.ranking, output.top)
    if note:
        print_text(session, note)


def print_text(session: Session, text: str) -> None:
    """A paragraph, wrapped to the screen."""
    screen = session.screen
    for line in wrap(screen.text(text), screen.width, fold=True):
        screen.print(line)


def write_report(session: Session, advice: Advice, path: Path, top: int) -> None:
    """The report on the first careers. Raises FileProblem."""
    from careeradvisor.render.report import write_report

    write_report(path, session.catalogue, advice, top)


def print_career(session: Session, advice: Advice, career: Career) -> None:
    """The page of one career, for the person of this ranking."""
    from careeradvisor.render.career_page import career_page

    ranking = advice.ranking
    career_page(session.screen, ranking.prospects, career, ranking.answers).print()


def print_comparison(session: Session, advice: Advice, careers: Sequence[Career]) -> None:
    """Careers side by side, for the person of this ranking."""
    from careeradvisor.render.comparison_page import comparison_page

    ranking = advice.ranking
    comparison_page(session.screen, ranking.prospects, careers, ranking.answers, ranking).print()
