"""A ranking as Markdown, to paste into a mail or a document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.render.format import dollars, markdown, markdown_row, markdown_table
from careeradvisor.render.ranking_words import (
    beaten,
    changes_said,
    how_sure,
    left_out,
    nearest_misses,
    not_known,
    shown_of,
    title_of,
)

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match
    from careeradvisor.prospects import Pay

_HEAD = ("", "Career", "Fit", "Median pay", "Months until you can start", "Why")


def print_markdown(
    catalogue: Catalogue, advice: Advice, *, top: int = 5, explain: bool = False
) -> None:
    """Write the ``top`` careers; ``explain`` adds how each fit is made up."""
    sys.stdout.write(ranking_markdown(catalogue, advice, top=top, explain=explain))


def ranking_markdown(
    catalogue: Catalogue, advice: Advice, *, top: int = 5, explain: bool = False
) -> str:
    """The ``top`` careers, how sure their order is and what would change it."""
    ranking = advice.ranking
    shown = ranking.matches[:top]
    lines = [f"# {title_of(ranking)}", "", f"{markdown(_asked(advice))}", ""]
    if shown:
        lines += [f"{markdown(shown_of(ranking, len(shown)))}:", "", _table(shown)]
        if explain:
            lines += _explained(advice, shown)
        said = (how_sure(advice), *changes_said(advice), nearest_misses(ranking))
        lines += [f"- {markdown(text)}" for text in (*said, *beaten(advice, shown)) if text]
        lines += _notes(shown)
    else:
        lines += _nothing_left(advice, top)
    head = catalogue.head
    about = f"{head.name}, version {head.version}; figures as of {head.as_of}."
    return "\n".join([*lines, "", markdown(about), ""])


def _asked(advice: Advice) -> str:
    answers = advice.ranking.answers
    wants = [
        BY_KEY[key].wanted(answers.wants[key]) + (" (a must)" if key in answers.must else "")
        for key in advice.ranking.keys
    ]
    return f"Asked for: {'; '.join(wants)}."


def _table(shown: tuple[Match, ...]) -> str:
    from careeradvisor.matching.explain import in_a_line

    rows = [
        (
            str(rank),
            match.career.title,
            match.verdict,
            _pay(match.prospect.pay),
            "not known" if match.prospect.shortest is None else str(match.prospect.shortest),
            in_a_line(match) + (f". {not_known(match)}" if match.unknown else ""),
        )
        for rank, match in enumerate(shown, start=1)
    ]
    return markdown_table(_HEAD, rows, right="rllrrl")


def _pay(pay: Pay) -> str:
    where = pay.missing_area and f" (not published for {pay.missing_area}, national figure shown)"
    return f"{dollars(pay.median)}{where or ''}"


def _explained(advice: Advice, shown: tuple[Match, ...]) -> list[str]:
    from careeradvisor.matching.explain import explain
    from careeradvisor.render.ranking_explain import HEADS, share_in_words, terms

    lines: list[str] = []
    for rank, match in enumerate(shown, start=1):
        said = explain(match)
        lines += [f"## {rank}. {markdown(match.career.title)}", ""]
        lines += [markdown(text) for text in (said.fits, said.costs, said.unknown) if text]
        # Digits need no guard, and a backslash before each point would be hard to read.
        rows = [markdown_row((markdown(label), *digits)) for label, *digits in terms(match)]
        lines += ["", markdown_row(HEADS), "| --- | ---: | ---: | ---: |", *rows, ""]
        lines += [markdown(share_in_words(advice.sureness.shares.get(match.career.id, 0.0))), ""]
    return lines


def _notes(shown: tuple[Match, ...]) -> list[str]:
    groups = [
        f"{match.career.title}: the pay is that of all {match.career.salary.group}."
        for match in shown
        if match.career.salary is not None and match.career.salary.group
    ]
    return [f"- {markdown(text)}" for text in groups]


def _nothing_left(advice: Advice, top: int) -> list[str]:
    lines: list[str] = []
    if advice.relaxation is not None:
        lines += [markdown(advice.relaxation.text), ""]
    lines += ["Nearest misses:", ""]
    lines += [
        f"- {markdown(f'{e.match.career.title} (would be number {e.would_rank})')}: "
        f"{markdown(left_out(e.match))}."
        for e in advice.ranking.excluded[:top]
    ]
    return lines
