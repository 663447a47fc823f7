"""How a ranking is laid out, for all writers alike, and a ranking as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output import parts
from careeradvisor.output.parts import (
    Cell,
    Column,
    FitPicture,
    Gap,
    Heading,
    Items,
    PayPicture,
    Table,
    Words,
    figure,
)
from careeradvisor.output.table import print_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from msgspec import Struct

    from careeradvisor.views.pay import PayView
    from careeradvisor.views.ranking import CriterionView, MatchView, RankingView

_THEN_NAMED = _LATER_NAMED = 2
# A bar is no longer than its word allows: what one answer spoils the rest does not make good.
_BAR_UP_TO = {"weak": 0.42, "partial": 0.62, "good": 0.78, "strong": 1.0}
_TERMS = (
    Column("Criterion", wraps=True),
    Column("Weight", right=True),
    Column("Satisfaction", right=True),
    Column("Contribution", right=True),
)
_FIRST = (
    "rank",
    "place",
    "id",
    "title",
    "fit",
    "verdict",
    "first_share",
    "months",
    "months_longest",
    "months_to_first_pay",
    "pay",
    "pay_median",
)
_LAST = ("why", "not_known", "via", "would_rank", "left_out_because")


def cell(criterion: CriterionView, pay: PayView) -> str:
    """What a career offers, as short as a table's cell; pay with the marks of its figure."""
    if criterion.key != "salary" or pay.counts is None:
        return criterion.short
    return pay_figure(pay)


def pay_figure(pay: PayView) -> str:
    """The figure that counts, with its marks."""
    return figure(pay.counts, pay.group, made=_made(pay))


def _made(pay: PayView) -> bool:
    """Whether nobody publishes the figure as it is for the place that was asked for."""
    return pay.made is not None or pay.not_published_for is not None


def place(match: MatchView) -> str:
    """The place of a career: "2=" where others share it."""
    return f"{match.place}{'=' if match.tied_with else ''}"


def ranking_page(
    view: RankingView, *, explain: bool = False, paper: bool = False
) -> Iterator[parts.Part]:
    """The careers that are shown, what is to be said of them all, and with ``explain`` the rest.

    On ``paper``, which others read, also what was asked for and of which catalogue.
    """
    shown = shown_of(view)
    yield Heading(view.title, f"{len(shown)} of {view.counted}" if shown else "", level=1)
    if paper:
        asked = "; ".join(want.text + (" (a must)" if want.must else "") for want in view.wants)
        yield Words(f"Asked for: {asked}.")
    if shown:
        yield ranking_table(view, shown)
        yield from (Words(text, "quiet") for text in marks(shown))
        yield Gap()
    else:
        yield from nothing_left(view)
    later = "" if explain else later_text(view, shown)
    yield Items([*(remarks(view) if shown else ()), *([later] if later else ())])
    yield from (Words(note, "quiet") for note in view.notes)
    if explain:
        yield from explained(view, shown)
    if paper:
        about = view.catalogue
        yield Words(f"{about.name}, version {about.version}; figures as of {about.as_of}.")
    elif view.repeat:
        yield Words(f"To repeat: {view.repeat}", "quiet")


def ranking_table(view: RankingView, shown: Sequence[MatchView]) -> Table:
    """A row a career: what it offers of each thing asked for, and its range of pay."""
    target = wanted_pay(view)
    columns = [Column("  "), Column("Career", wraps=True), Column("Fit")]
    columns += [Column(want.head, optional=True) for want in view.wants]
    columns.append(Column("Pay range", optional=True, wide=True))
    rows = [
        [*ranking_row(match), Cell(picture=PayPicture(match.pay.of_part, target))]
        for match in shown
    ]
    return Table(columns, rows, named=1)


def ranking_row(match: MatchView) -> list[Cell]:
    """Its place, title, fit, and what it offers of each thing asked for."""
    bar = round(50 * match.fit) / 50
    return [
        Cell(place(match)),
        Cell(f"{match.title}{_moved(match)}", below=_below(match)),
        Cell(match.verdict, picture=FitPicture(min(_BAR_UP_TO[match.verdict], bar))),
        *(Cell(cell(c, match.pay), c.state) for c in match.criteria),
    ]


def wanted_pay(view: RankingView) -> int | None:
    """The pay that was asked for."""
    answer = next((want.answer for want in view.wants if want.key == "salary"), None)
    return answer if isinstance(answer, int) else None


def _below(match: MatchView) -> list[str]:
    """What is said below a row: the clauses, what comes later, what is not known."""
    named = match.then[:_THEN_NAMED]
    left = len(match.then) - len(named)
    others = f"; and {left} {'other' if left == 1 else 'others'}" if left else ""
    then = f"then: {', '.join(named)}{others}" if named else ""
    same = f"the same study leads to {_some(match.same_study)}" if match.same_study else ""
    return [text for text in ("; ".join(match.clauses), same, then, *match.notices) if text]


def _some(titles: Sequence[str]) -> str:
    more = len(titles) - _THEN_NAMED
    return ", ".join(titles[:_THEN_NAMED]) + (
        f" and {more} more that fit as well" if more > 0 else ""
    )


def _moved(match: MatchView) -> str:
    """Where a career was before an answer changed: " (up 2)"."""
    if match.new:
        return " (new)"
    if not match.moved:
        return ""
    return f" ({'up' if match.moved > 0 else 'down'} {abs(match.moved)})"


def remarks(view: RankingView) -> list[str]:
    """At most four: how sure, ties, what would change first, near misses.

    Of a first career that is not shown, since it misses an answer by far, nothing is said.
    """
    first = any(match.place == 1 for match in shown_of(view))
    sure = f"How sure: {view.how_sure}" if first and view.how_sure else ""
    change = view.what_would_change[0].text if first and view.what_would_change else ""
    return [text for text in (sure, view.ties, change, view.near_misses) if text]


def later_text(view: RankingView, shown: Sequence[MatchView]) -> str:
    """What fits well later and is not said under a career shown; "" without any.

    Named are those that the person's own work or degree leads to: nobody starts again from the
    bottom of another field to get to one of the others.
    """
    told = {match.id for match in shown}
    rest = [
        later
        for later in view.later
        if later.verdict in ("strong", "good") and not (later.via and later.via[0] in told)
    ]
    if not rest:
        return ""
    named = [n.text for n in rest if n.in_reach or n.builds_on_own][:_LATER_NAMED]
    left = len(rest) - len(named)
    careers = "1 career" if left == 1 else f"{left} careers"
    others = f"{careers} that {'fits' if left == 1 else 'fit'} well after work in another"
    if not named:
        return f"Later: {others} (--explain names {'it' if left == 1 else 'them'})."
    return f"Later: {'; '.join(named)}" + (f"; and {others}." if left else ".")


def nothing_left(view: RankingView, most: int = 5) -> Iterator[parts.Part]:
    """What is said when no career meets every must."""
    if view.left_out and not view.excluded:
        return
    limits = "; ".join(want.text for want in view.wants if want.must)
    yield Words(f"You set as hard limits: {limits}.")
    if view.relaxation is not None:
        yield Words(view.relaxation.text)
    else:
        yield Words(
            "No single one of them, dropped, brings a career back: make two of them wishes."
        )
    if view.excluded:
        yield Heading("Nearest misses")
        yield Items([excluded.text for excluded in view.excluded[:most]])


def explained(view: RankingView, shown: Sequence[MatchView]) -> Iterator[parts.Part]:
    """How each fit is made up, all that would change the order, and who is left out or later."""
    titles = {match.id: match.title for match in view.matches}
    for match in shown:
        yield Heading(f"{place(match)} {match.title}", f"{match.verdict} fit")
        yield Words(match.fits)
        yield Words(match.costs)
        for notice in match.notices:
            yield Words(notice)
        if match.beaten_by is not None:
            better = titles.get(match.beaten_by, match.beaten_by)
            yield Words(f"{better} is at least as good on everything you asked.", "quiet")
        terms = [*map(_term, match.criteria), ("fit", "", "", f"{match.fit:.4f}")]
        yield from (Gap(), Table(_TERMS, terms, close=True), Gap())
        yield Words(f"First in {_of_1000(match.first_share)} of 1,000 draws.", "quiet")
    if len(view.what_would_change) > 1:
        yield Heading("What would change")
        yield Items([change.text for change in view.what_would_change])
    if view.later:
        yield Heading("Later, by paid work first")
        yield Items([later.text for later in view.later])
    if view.excluded:
        yield Heading("Left out by your musts")
        yield Items([excluded.text for excluded in view.excluded])


def _term(criterion: CriterionView) -> tuple[str, str, str, str]:
    s = criterion.satisfaction
    satisfaction = "not known" if s is None else f"{s:.4f}"
    return (
        criterion.head,
        f"{criterion.weight:.4f}",
        satisfaction,
        f"{criterion.contribution:.4f}",
    )


def _of_1000(share: float) -> str:
    """A share as a number of 1,000; never 0 or all unless it is exactly that."""
    if 0 < share < 0.001:
        return "fewer than 1"
    if 0.999 < share < 1:
        return "more than 999"
    return f"{share * 1000:.0f}"


def shown_of(view: RankingView) -> list[MatchView]:
    """The careers that a page shows."""
    return [match for match in view.matches if match.id in view.shown]


def marks(shown: Iterable[MatchView]) -> list[str]:
    """What the marks of figures mean, where there are any."""
    return parts.marks(pay_figure(match.pay) for match in shown)


def print_ranking_csv(view: RankingView) -> None:
    """Write every career: matches in order, then later ones, then those that are left out."""
    keys = [want.key for want in view.wants]
    wanted = (f"{key}_{what}" for key in keys for what in ("offered", "state"))
    head = [*_FIRST, *wanted, *_LAST]
    print_csv(head, ([row.get(name) for name in head] for row in _csv_rows(view)))


def _csv_rows(view: RankingView) -> Iterator[dict[str, object]]:
    """What a row has by the name of its field, and what is written otherwise there."""
    for match in view.matches:
        yield {
            **_fields(match),
            "place": place(match),
            "pay": match.pay.counts,
            "pay_median": match.pay.median,
            **{f"{c.key}_offered": c.offered for c in match.criteria},
            **{f"{c.key}_state": c.state for c in match.criteria},
            "why": "; ".join(match.clauses),
            "not_known": "; ".join(c.key for c in match.criteria if c.state == "unknown"),
        }
    for later in view.later:
        yield {**_fields(later), "why": later.text}
    for out in view.excluded:
        why = "; ".join(reason.reason for reason in out.reasons)
        yield {**_fields(out), "left_out_because": why}
    for gone in view.left_out:
        why = f"by you: {gone.reason or 'no reason given'}"
        yield {**_fields(gone), "left_out_because": why}


def _fields(found: Struct) -> dict[str, object]:
    fields = {name: getattr(found, name, None) for name in (*_FIRST, *_LAST)}
    months = fields["months"]
    if isinstance(months, tuple):
        fields["months"], fields["months_longest"] = months
    return fields
