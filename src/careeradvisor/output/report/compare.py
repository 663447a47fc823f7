"""The side-by-side tables of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.matching.rank import VERDICTS, cell_of, level_of
from careeradvisor.matching.weights import tiers_of
from careeradvisor.output.report import facts
from careeradvisor.output.report.model import Cell, Comparison, Row
from careeradvisor.output.report.pay import reach_short
from careeradvisor.output.report.steps import credential_line
from careeradvisor.output.report.words import NOT_KNOWN, capital

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careeradvisor.matching.rank import Match, Ranking
    from careeradvisor.prospects import Prospect

_WIDEST = 5
_LEVELS = {word: i for i, word in enumerate(VERDICTS, 1)}


def comparisons(ranking: Ranking, matches: Sequence[Match]) -> tuple[Comparison, ...]:
    """Tables of at most five careers each, which fit on a page; none for a single career."""
    if len(matches) < 2:
        return ()
    answers = [_answer_row("All together", [m.fit for m in matches])]
    for tier in tiers_of(ranking.keys, ranking.answers.priorities):
        for key in tier:
            head = f"{capital(BY_KEY[key].label)}: {BY_KEY[key].wanted(ranking.answers.wants[key])}"
            answers.append(_answer_row(head, [m.satisfaction(key) for m in matches]))
    target = ranking.answers.wants.get("salary")
    known = _fact_rows([m.prospect for m in matches], target if isinstance(target, int) else None)
    tables = -(-len(matches) // _WIDEST)
    size = -(-len(matches) // tables)
    return tuple(
        Comparison(
            tuple((start + i + 1, m.career.title) for i, m in enumerate(chunk)),
            (
                ("How well it fits what you asked for", _cut(answers, start, size)),
                ("Facts", _cut(known, start, size)),
            ),
        )
        for start in range(0, len(matches), size)
        for chunk in [matches[start : start + size]]
    )


def _answer_row(head: str, satisfactions: Sequence[float | None]) -> Row:
    return Row(
        head,
        tuple(
            Cell(NOT_KNOWN) if s is None else Cell(f"{_word(s)} fit", level=_LEVELS[_word(s)])
            for s in satisfactions
        ),
    )


def _fact_rows(prospects: Sequence[Prospect], target: int | None) -> list[Row]:
    def row(
        head: str,
        text: Callable[[Prospect], str],
        value: Callable[[Prospect], float | None] | None = None,
        best: str = "",
    ) -> Row:
        marks = _marks([value(p) if value else None for p in prospects], best)
        return Row(
            head, tuple(Cell(text(p), mark) for p, mark in zip(prospects, marks, strict=True))
        )

    rows = [
        row("Until you can start", facts.start_text, lambda p: p.shortest, "shortest"),
        row("Of that, study", facts.study_text),
        row("First paycheck", facts.first_pay_text, _first_pay, "earliest"),
        row("Lowest-paid tenth earn less than", lambda p: _money(p.pay.p10)),
        row(
            "Half earn more than", lambda p: _money(p.pay.median), lambda p: p.pay.median, "highest"
        ),
        row("Best-paid tenth earn more than", lambda p: _money(p.pay.p90)),
    ]
    if target is not None:
        head = f"Earn {dollars_text(target)} or more"
        rows.append(row(head, lambda p: reach_short(p, target)))
    return [
        *rows,
        row("Ten years from today, in total", facts.earnings_text, _ten_years, "highest"),
        row("Patient contact", lambda p: facts.contact_text(p.career)),
        row("Work from home", lambda p: facts.remote_text(p.career)),
        row("Nights, weekends, on call", lambda p: facts.hours_text(p.career)),
        row("Change in the number of jobs", lambda p: facts.growth_text(p.career)),
        row("Openings", lambda p: facts.openings_text(p.career)),
        row("First credential", lambda p: credential_line(p.career)),
    ]


def _marks(values: Sequence[float | None], best: str) -> list[str]:
    """The word at the best value: the least where it says shortest or earliest, else the most."""
    known = [v for v in values if v is not None]
    if not best or len(set(known)) < 2:
        return [""] * len(values)
    top = max(known) if best == "highest" else min(known)
    return [best if v == top else "" for v in values]


def _first_pay(prospect: Prospect) -> int | None:
    return None if prospect.pathway is None else prospect.pathway.months_to_first_pay


def _ten_years(prospect: Prospect) -> int | None:
    # Compared as it is shown, so that two figures that read the same are both or neither marked.
    return None if prospect.earnings is None else round(prospect.earnings.total, -3)


def _money(amount: int | None) -> str:
    return NOT_KNOWN if amount is None else dollars_text(amount)


def _cut(rows: Sequence[Row], start: int, size: int) -> tuple[Row, ...]:
    return tuple(Row(row.head, row.cells[start : start + size]) for row in rows)


def _word(satisfaction: float) -> str:
    return VERDICTS[level_of(cell_of(satisfaction), 1.0)]
