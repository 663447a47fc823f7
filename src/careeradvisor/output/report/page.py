"""The sections of a report, as parts that its template writes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from careeradvisor.output import ranking as told
from careeradvisor.output.comparison import what_differs
from careeradvisor.output.parts import (
    BETTER_MEANS,
    SIGNS,
    Cell,
    Column,
    Entry,
    Facts,
    Heading,
    Items,
    Table,
    Words,
)
from careeradvisor.output.plan import dated, months_of, step_parts
from careeradvisor.output.report.pictures import Drawing, bar_chart, money_chart, pay_chart
from careeradvisor.text import listed
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careeradvisor.output.parts import Part
    from careeradvisor.views.comparison import ComparisonView
    from careeradvisor.views.group import GroupView
    from careeradvisor.views.plan import RolePlanView
    from careeradvisor.views.ranking import RankingView
    from careeradvisor.views.report import EarnedView, ReportView
    from careeradvisor.views.shared import CatalogueView, SourceView

SIGNS_MEAN = "✓ as you asked, ~ nearly, ✗ not as you asked, ? not known."
# With more columns than these a page of paper is too narrow; the rest is told below the title.
_COLUMNS = 4
_PAYS = 10
_REASONED = 5
_MISSES = 6


class Picture(Struct, frozen=True):
    """A drawing, and what is said below it."""

    drawing: Drawing
    caption: str = ""


class Section(Struct, frozen=True):
    """A part of a page with its heading; ``name`` is what links point to."""

    name: str
    title: str
    parts: Sequence[Part | Picture]
    own_page: bool = False


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell | str]],
    *,
    named: int = 0,
    right: Sequence[int] = (),
    kind: str = "",
) -> Table:
    """A table by the heads of its columns, with figures in those at ``right``."""
    columns = [Column(head, right=i in right) for i, head in enumerate(heads)]
    return Table(columns, rows, named, caption=caption, kind=kind)


def sections(view: ReportView) -> Iterator[Section]:
    """The report, section by section."""
    ranking = view.ranking
    yield Section("summary", "In short", list(_summary(view)))
    yield Section("answers", "What you said", list(_answers(ranking)))
    if ranking.matches:
        yield Section("why", "Why these careers", list(_why(ranking)))
    numbers = {source.id: number for number, source in enumerate(view.sources, 1)}
    if view.plans is not None:
        for number, plan in enumerate(view.plans.plans, 1):
            parts = [*_plan(plan, numbers), Words(view.plans.not_counted, "quiet")]
            yield Section(f"plan-{number}", f"Plan: {plan.title}", parts, own_page=True)
    if view.comparison is not None:
        parts = list(_side_by_side(view.comparison))
        yield Section("compare", "Side by side", parts, own_page=True)
    if ranking.matches:
        yield Section("pay", "Pay", list(_pay(ranking)))
    if view.comparison is not None and view.earned:
        yield Section("money", "Money over ten years", list(_money(view.comparison, view.earned)))
    if view.programs:
        yield Section("programs", "Programs", list(_programs(view)))
    if ranking.what_would_change or ranking.excluded or ranking.later:
        yield Section("changes", "What could change", list(_changes(ranking)))
    if view.sources:
        yield Section("sources", "Sources", list(_sources(view.sources)))
    made = dt.date.fromisoformat(view.today)
    yield Section("about", "About this report", list(about(ranking.catalogue, made)))


def date_text(day: dt.date) -> str:
    """A date as Americans write it, whatever the computer's language: "November 24, 2026"."""
    from careeradvisor.prospects.plan import MONTHS

    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def about(catalogue: CatalogueView, made: dt.date) -> Iterator[Part]:
    """What a page was made of, what was not done with it, and what it is not."""
    as_of = date_text(dt.date.fromisoformat(catalogue.as_of))
    yield Words(
        f"Made on {date_text(made)} from the catalogue “{catalogue.name}”, version "
        f"{catalogue.version}, as of {as_of}, for {catalogue.region}."
    )
    yield Words(
        "Privacy: this was made on your own computer. Answers were not sent anywhere, and "
        "this file loads nothing from the internet. It holds answers: share it only with people "
        "who may see them."
    )
    yield Words(
        "A ranking is a place to start, not a verdict on anybody. Figures describe many people at "
        "once; your school, employer and town can differ. Talk with someone who does the work "
        "before you decide."
    )


def _summary(view: ReportView) -> Iterator[Part]:
    ranking, shown = view.ranking, view.ranking.matches
    yield Words(ranking.title, "lead")
    if not shown:
        yield from told.nothing_left(ranking, _MISSES)
        return
    yield _ranking(ranking, 0 if view.plans is None else len(view.plans.plans))
    yield Words(" ".join([SIGNS_MEAN, *told.marks(shown)]), "quiet")
    yield Items([*told.remarks(ranking), *filter(None, [told.later_text(ranking, shown)])])
    yield Items(ranking.notes)


def _ranking(view: RankingView, planned: int) -> Table:
    """The ranking as wide as paper is, with links to the ``planned`` careers."""
    wants = view.wants[:_COLUMNS]
    asked_pay = any(want.key == "salary" for want in wants)
    rows = []
    for match in view.matches:
        number, title, fit, *offered = told.ranking_row(match)
        further = "; ".join(
            f"{want.head}: {cell.text} {SIGNS[cell.state]}"
            for want, cell in zip(view.wants[_COLUMNS:], offered[_COLUMNS:], strict=True)
        )
        below = [text for text in (further, *title.below) if text]
        link = f"#plan-{match.rank}" if match.rank <= planned else ""
        pay = [] if asked_pay else [Cell(told.pay_figure(match.pay))]
        named = replace(title, below=below, link=link)
        rows.append([number, named, fit, *offered[:_COLUMNS], *pay])
    heads = ["", "Career", "Fit", *(want.head for want in wants)]
    heads += [] if asked_pay else ["Pay, median"]
    caption = f"Your ranking: {len(rows)} of {view.counted}"
    return table(caption, heads, rows, named=1, kind="ranking")


def _answers(ranking: RankingView) -> Iterator[Part]:
    rows = [
        [
            words.capital(want.label),
            want.text,
            "must" if want.must else "wish",
            f"{want.weight * 100:.0f}%",
        ]
        for want in ranking.wants
    ]
    heads = ("About", "Your answer", "Must or wish", "Counts for")
    yield table("What you want, the most important first", heads, rows, right=(3,))
    facts = [("You start", words.sentence(ranking.person.text))]
    if ranking.matches:
        pay = ranking.matches[0].pay
        facts.append(("Pay is that of", words.sentence(pay.not_published_for or pay.place)))
    if ranking.left_out:
        facts.append(("Not for you", words.sentence(listed(out.text for out in ranking.left_out))))
    yield Facts(facts)
    yield Words("A must leaves out careers that miss it; a wish makes them rank lower.", "quiet")


def _why(ranking: RankingView) -> Iterator[Part]:
    titles = {match.id: match.title for match in ranking.matches}
    for match in ranking.matches[:_REASONED]:
        texts = [match.fits, match.costs, *match.notices]
        if match.beaten_by is not None:
            better = titles.get(match.beaten_by, match.beaten_by)
            texts.append(f"{better} is at least as good on everything you asked.")
        aside = f"{match.verdict} fit"
        yield Entry(f"{told.place(match)} {match.title}", aside, list(filter(None, texts)))


def _plan(plan: RolePlanView, numbers: dict[str, int]) -> Iterator[Part]:
    yield Words(plan.text, "lead")
    steps = dated(plan, months_of(plan))
    rows = [[Cell(tick=True), *row] for row in steps.rows]
    columns = [Column("Done"), *steps.columns]
    yield Table(columns, rows, 2, caption=f"The way to {plan.title}, dated", kind="dated")
    yield Items(plan.notes)
    for number, step in enumerate(plan.steps, 1):
        yield from step_parts(number, step, numbers)


def _side_by_side(view: ComparisonView) -> Iterator[Part]:
    differs = what_differs(view).without(lambda cell: not cell.text)
    yield replace(differs, caption="What differs", kind="compare")
    if any(cell.better for row in view.rows for cell in row.cells):
        yield Words(BETTER_MEANS, "quiet")
    same = [(row.label, row.cells[0].text) for row in view.rows if row.same]
    if same:
        yield Heading("The same for all")
        yield Facts(same)
    yield Items(view.why)


def _pay(ranking: RankingView) -> Iterator[Part | Picture]:
    shown = [match for match in ranking.matches[:_PAYS] if match.pay.known]
    target = told.wanted_pay(ranking)
    if shown:
        pays = [(match.title, match.pay.percentiles, match.pay.counts) for match in shown]
        wanted = ", the dashed line what you want" if target is not None else ""
        caption = (
            "Pay a year before tax. Bars run from what 10 of 100 earn less than to what 90 of "
            "100 earn less than, the middle half darker; the thick line is the median that counts "
            f"for the role{wanted}."
        )
        yield Picture(pay_chart(pays, target), caption)
    unknown = [match.title for match in ranking.matches[:_PAYS] if not match.pay.known]
    if unknown:
        yield Words(f"No pay is published for {listed(unknown, 'or')}.")
    yield Facts([(match.title, " ".join(match.pay.notes)) for match in shown if match.pay.notes])


def _money(compared: ComparisonView, earned: Sequence[EarnedView]) -> Iterator[Part | Picture]:
    caption = "What you would have earned in all from today on, by the shortest usual ways."
    yield Picture(money_chart(earned, compared.break_even), caption)
    yield Items([found.text for found in compared.break_even])
    yield Words(" ".join([*compared.notes, compared.assumptions or ""]), "quiet")


def _programs(view: ReportView) -> Iterator[Part]:
    rows: list[list[Cell | str]] = []
    for row in view.programs:
        program = row.program
        earned = []
        if program.earnings_p25 is not None and program.earnings_p75 is not None:
            low, high = words.dollars(program.earnings_p25), words.dollars(program.earnings_p75)
            earned.append(f"half of the programs: {low} to {high}")
        low_pay = words.NOT_KNOWN
        if program.decided and program.below_high_school is not None:
            low_pay = _low_pay(program.below_high_school, program.decided)
        if program.state is not None and program.state_earnings is not None:
            earned.append(f"{program.state}: {words.dollars(program.state_earnings)}")
        field = f"{program.programs:,} {program.level} programs in {program.field}"
        owed = []
        if program.state is not None and program.state_debt is not None:
            owed.append(f"{program.state}: {words.dollars(program.state_debt)}")
        rows.append(
            [
                Cell(listed(row.titles), below=[field]),
                Cell(words.dollars(program.earnings), below=earned),
                Cell(words.dollars(program.debt), below=owed),
                low_pay,
            ]
        )
    heads = ("Career and programs", "Graduates earn", "They owe", "Programs below high-school pay")
    yield table("What programs on the usual ways give and cost", heads, rows)
    yield Words(
        "Medians four years after the end of the program; counted are students with federal aid, "
        "whatever they work in now. The last column: programs whose graduates earn less than "
        "people with a high-school diploma. Look up the very program before you pay.",
        "quiet",
    )
    mixes = {row.program.field: words.sentence(row.program.mixes) for row in view.programs}
    yield Facts([(field, text) for field, text in mixes.items() if text])


def _low_pay(below: int, of: int) -> str:
    if not below:
        return f"none of {of:,}"
    share = round(below / of * 100)
    return f"{share or 'fewer than 1'} in 100 ({below:,} of {of:,})"


def _changes(ranking: RankingView) -> Iterator[Part]:
    if ranking.what_would_change:
        yield Heading("What would put another career first")
        yield Items([change.text for change in ranking.what_would_change])
    if ranking.excluded and ranking.matches:
        yield Heading("Left out by your musts")
        yield Items([excluded.text for excluded in ranking.excluded[:_MISSES]])
        yield from _more(len(ranking.excluded))
    if ranking.later:
        yield Heading("Later, by paid work first")
        yield Items([words.capital(later.text) for later in ranking.later[:_MISSES]])
        yield from _more(len(ranking.later))


def _more(count: int) -> Iterable[Words]:
    return [Words(f"And {count - _MISSES} more.", "quiet")] if count > _MISSES else []


def _sources(sources: Sequence[SourceView]) -> Iterator[Part]:
    rows: list[list[Cell | str]] = [
        [
            f"[{number}]",
            Cell(source.title, below=[source.url] if source.url else []),
            f"{source.publisher}, {source.vintage}",
            listed(source.stands_for),
            source.licence,
        ]
        for number, source in enumerate(sources, 1)
    ]
    heads = ("No.", "Source", "Publisher, vintage", "For", "License")
    yield table("Where the figures come from", heads, rows, named=1, kind="sources")
    for text in dict.fromkeys(source.attribution for source in sources if source.attribution):
        yield Words(text, "quiet")


def group_sections(view: GroupView, made: dt.date) -> Iterator[Section]:
    """The page for a group."""
    people = "1 person" if view.people == 1 else f"{view.people:,} people"
    yield Section("asked", "What the group asks for most", list(_asked(view, people)))
    if view.firsts:
        drawing = bar_chart("Careers that come first", [(t, n, 0) for t, n in view.firsts])
        yield Section("first", "What comes first", [Picture(drawing, f"For how many of {people}.")])
    yield Section("unmet", "Whom nothing meets", list(_unmet(view)))
    yield Section("about", "About this page", list(about(view.catalogue, made)))


def _asked(view: GroupView, people: str) -> Iterator[Part | Picture]:
    bars = [(words.capital(a.label), a.people, a.musts) for a in view.asked]
    caption = f"How many of {people} asked for it; the dark part made it a must."
    yield Picture(bar_chart("What the group asks for most", bars), caption)
    rows = [
        [
            words.capital(asked.label),
            f"{asked.people:,}",
            f"{asked.musts:,}",
            f"{asked.answer} ({asked.answers:,})",
        ]
        for asked in view.asked
    ]
    heads = ("About", "People", "As a must", "The answer that most give")
    yield table("What the group asks for, in numbers", heads, rows, right=(1, 2))


def _unmet(view: GroupView) -> Iterator[Part]:
    lists = (
        ("Nothing is left by their musts", view.nothing_left, view.nothing_left_count),
        ("Something is left, but nothing meets all that they asked", view.unmet, view.unmet_count),
    )
    for title, people, count in lists:
        yield Heading(title, f"{count:,} of {view.people:,}")
        rows = [(Cell(person.name, link=person.page), person.nearest) for person in people]
        if rows:
            yield table(title, ("Person", "What comes nearest"), rows)
        if count > len(people):
            yield Words(f"And {count - len(people):,} more, marked in the index.", "quiet")
