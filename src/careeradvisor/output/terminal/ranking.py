"""A ranking on the terminal: a table with a head, one quiet line under each career."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from careeradvisor.output.ranking import (
    STATE_WORDS,
    cell,
    explained,
    later_text,
    marks,
    nothing_left,
    place,
    quiet,
    remarks,
    shown_of,
)
from careeradvisor.output.terminal.bars import (
    PAY_LEGEND,
    PAY_LEGEND_TARGET,
    FitBar,
    PayRange,
    pay_scale,
)
from careeradvisor.output.terminal.console import in_blocks, is_plain
from careeradvisor.output.terminal.parts import Drawn
from careeradvisor.output.terminal.pieces import (
    GAP,
    SIGNS_MEAN,
    Column,
    Heading,
    Legend,
    Paragraph,
    Row,
    Sheet,
    signed,
)

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from careeradvisor.output.terminal.pieces import Cell
    from careeradvisor.views.ranking import CriterionView, MatchView, RankingView

_BARS_FROM = 100
_WIDEST = 120
_INDENT = 4
_TITLE_LEAST = 18


class RankingPage:
    """The careers that are shown, what is to be said of them all, and with ``explain`` the rest."""

    def __init__(self, view: RankingView, *, explain: bool = False) -> None:
        self._view, self._explain = view, explain
        self._shown = shown_of(view)
        salary = next((want.answer for want in view.wants if want.key == "salary"), None)
        self._target = salary if isinstance(salary, int) else None
        self._scale = pay_scale((match.pay.percentiles for match in self._shown), self._target)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        view = self._view
        if not self._shown:
            yield Heading(view.title)
            yield Drawn(nothing_left(view))
        else:
            yield Heading(view.title, f"{len(self._shown)} of {view.counted}")
            yield from self._careers(console, options)
            yield GAP
            yield from map(_line, remarks(view))
        if not self._explain:
            yield _line(later_text(view, self._shown))
        yield from (_line(note, "quiet") for note in view.notes)
        if self._explain:
            yield Drawn(explained(view, self._shown))
        if view.repeat:
            yield _line(f"To repeat: {view.repeat}", "quiet")

    def _careers(self, console: Console, options: ConsoleOptions) -> RenderResult:
        bars = options.max_width >= _BARS_FROM and not in_blocks(console, options)
        columns = [Column("  ", style="accent"), Column("Career", wraps=True, least=_TITLE_LEAST)]
        columns += [Column(""), Column("Fit")] if bars else [Column("Fit")]
        columns += [Column(want.head, optional=True) for want in self._view.wants]
        columns += [Column("Pay range")] if bars else []
        rows = [self._row(match, bars, is_plain(console)) for match in self._shown]
        yield Sheet(columns, rows, named=1, indent=_INDENT, widest=_WIDEST)
        pictures = (PAY_LEGEND if self._target is None else PAY_LEGEND_TARGET) if bars else ""
        yield Legend(SIGNS_MEAN, pictures)
        yield from (_line(text, "quiet") for text in marks(self._shown))

    def _row(self, match: MatchView, bars: bool, plain: bool) -> Row:
        cells: list[Cell] = [place(match), Text(f"{match.title}{_moved(match)}", "head")]
        cells += [FitBar(round(50 * match.fit) / 50)] if bars else []
        cells.append(match.verdict)
        cells += [_cell(criterion, match, plain) for criterion in match.criteria]
        cells += [PayRange(match.pay.percentiles, self._scale, self._target)] if bars else []
        return Row(tuple(cells), quiet(match, "; " if plain else " · "))


def _line(text: str, style: str = "") -> Paragraph:
    return Paragraph(text, style, indent=0, hang=2)


def _cell(criterion: CriterionView, match: MatchView, plain: bool) -> Cell:
    text = cell(criterion, match.pay)
    if not plain:
        # The sign alone says that nothing is known, and leaves room for what is.
        return signed(criterion.state, "" if criterion.state == "unknown" else text)
    state = STATE_WORDS.get(criterion.state)
    return f"{text} ({state})" if state else text


def _moved(match: MatchView) -> str:
    """Where a career was before an answer changed: " (up 2)"."""
    if match.new:
        return " (new)"
    if not match.moved:
        return ""
    return f" ({'up' if match.moved > 0 else 'down'} {abs(match.moved)})"
