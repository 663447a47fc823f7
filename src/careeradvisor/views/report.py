"""What a person keeps: the ranking, the plans of the first three, careers side by side, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.shown import shown
from careeradvisor.prospects.plan import Month
from careeradvisor.text import one_line
from careeradvisor.views.comparison import ComparisonView, comparison_view
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.plan import PlanView, plan_view
from careeradvisor.views.ranking import RankingView, ranking_view
from careeradvisor.views.shared import SourceView, made, sources_of
from careeradvisor.views.ways import ProgramView, program_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.matching.advice import Advice
    from careeradvisor.prospects import Prospect
    from careeradvisor.views.place import Place

EVERY_MONTHS = 3
"""How many months lie between two figures of :class:`EarnedView`."""

_PLANNED, _COMPARED, _MISSES = 3, 5, 6


class EarnedView(Struct, frozen=True):
    """Dollars that a career has brought in all from today, after 0, 3, 6 ... 120 months."""

    career: str
    title: str
    earned: list[int]


class ProgramRow(Struct, frozen=True):
    """Programs of one field and level, and the careers that they lead into."""

    titles: list[str]
    program: ProgramView


class ReportView(Struct, frozen=True):
    """Everything on a person's report.

    ``name`` is whose it is, empty where nobody said; ``today`` an ISO date. ``comparison`` needs
    two careers, ``plans`` one. ``sources`` are those of all parts; a fact of a plan names one by
    its id.
    """

    name: str
    today: str
    ranking: RankingView
    plans: PlanView | None
    comparison: ComparisonView | None
    earned: list[EarnedView]
    programs: list[ProgramRow]
    sources: list[SourceView]


def report_view(
    advice: Advice, top: int | None, today: dt.date, place: Place = NOWHERE, name: str = ""
) -> ReportView:
    """The report on the careers that :func:`shown` picks; plans begin next month."""
    ranking, answers = advice.ranking, advice.ranking.answers
    prospects, catalogue = ranking.prospects, ranking.prospects.catalogue
    picked = shown(ranking, None if top is None else max(1, top)).matches
    careers = [match.career for match in picked]
    first = [match.prospect for match in picked[:_COMPARED]]
    start = Month(today.year, today.month).plus(1)
    plans = comparison = None
    if careers:
        plans = plan_view(prospects, careers[:_PLANNED], answers, start, place)
    if len(careers) > 1:
        comparison = comparison_view(prospects, careers[:_COMPARED], answers, ranking, place)
    missed = [excluded.match.career for excluded in ranking.excluded[:_MISSES]]
    sources = sources_of(catalogue, [*careers, *missed], place)
    return ReportView(
        name=one_line(name),
        today=today.isoformat(),
        ranking=ranking_view(advice, top=None if top is None else max(1, top)),
        plans=plans,
        comparison=comparison,
        earned=[
            EarnedView(
                p.career.id,
                one_line(p.career.title),
                [round(dollars) for dollars in p.earnings.cumulative[::EVERY_MONTHS]],
            )
            for p in first
            if p.earnings is not None
        ],
        programs=[made(row) for row in _programs(catalogue, first, place)],
        sources=_merged([made(s) for s in sources], () if plans is None else plans.sources),
    )


def _programs(
    catalogue: Catalogue, prospects: Iterable[Prospect], place: Place
) -> Iterator[ProgramRow]:
    """The programs on all ways that more than a few people take."""
    found: dict[tuple[str, str], ProgramRow] = {}
    for prospect in prospects:
        title = prospect.career.title
        for way in prospect.ways:
            program = program_of(catalogue, way.route, place)
            if program is None or way.how == "rare":
                continue
            row = found.setdefault((program.field, program.level), ProgramRow([], program))
            if title not in row.titles:
                row.titles.append(title)
    yield from found.values()


def _merged(one: Sequence[SourceView], other: Iterable[SourceView]) -> list[SourceView]:
    known = {source.id for source in one}
    return [*one, *(source for source in other if source.id not in known)]
