"""A table with a head, and blocks with the same facts where there is no room for columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.measure import Measurement, measure_renderables
from rich.table import Table
from rich.text import Text

from careeradvisor.output import parts
from careeradvisor.output.terminal.bars import (
    FitBar,
    PayRange,
    SpanBar,
    legend,
    pay_legend,
    pay_scale,
    stage_legend,
)
from careeradvisor.output.terminal.console import in_blocks, is_plain
from careeradvisor.output.terminal.pieces import EMPTY, GAP, INDENT, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

_WIDE = 100
# What wraps is no narrower, unless all of it is.
_LEAST = 16
_STYLES = {
    "met": "good", "better": "good", "nearly": "caution", "missed": "bad", "unknown": "caution",
}  # fmt: skip
_SIGNS_MEAN = ("✓ as you asked", "~ nearly", "✗ not", "? not known")


class Sheet:
    """A table of parts; what its signs and bars mean is said below it, but not with ``--plain``."""

    def __init__(self, table: parts.Table) -> None:
        self._columns, self._named, self._close = table.columns, table.named, table.close
        self._rows = table.cells()
        pays = [cell.picture for cell in self._cells(range(len(self._columns)))
                if isinstance(cell.picture, parts.PayPicture)]  # fmt: skip
        self._target = next((pay.target for pay in pays), None)
        self._scale = pay_scale((pay.percentiles for pay in pays), self._target)

    def _cells(self, shown: Iterable[int]) -> list[parts.Cell]:
        return [row[i] for row in self._rows if not isinstance(row, str) for i in shown]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        plain, widths = is_plain(console), None
        if not in_blocks(console, options):
            widths = self._widths(console, options)
        if widths is None:
            yield from self._blocks(plain)
        else:
            yield from self._in_columns(widths, options.max_width >= _WIDE)
        if not plain:
            yield from map(legend, self._legends(widths))

    def _widths(self, console: Console, options: ConsoleOptions) -> dict[int, int] | None:
        """The columns for which there is room, and their widths; ``None`` for too little room."""
        wide = options.max_width >= _WIDE
        shown = [i for i, column in enumerate(self._columns) if wide or not column.wide]
        drawn = {i: [self._drawn(cell, wide) for cell in self._cells([i])] for i in shown}
        bars = {i for i in shown if not any(cell.text for cell in self._cells([i]))}
        least, most = {}, {}
        for i in shown:
            head = Measurement.get(console, options, self._columns[i].head)
            cells = measure_renderables(console, options, drawn[i])
            most[i] = max(head.maximum, cells.maximum)
            wraps = self._columns[i].wraps
            need = cells.minimum if wraps or i in bars else cells.maximum
            least[i] = max(head.minimum, need, min(_LEAST, most[i]) if wraps else 0)
        while (free := options.max_width + GAP - sum(least.values()) - GAP * len(least)) < 0:
            gone = next((i for i in reversed(least) if self._columns[i].optional), None)
            if gone is None:
                return None
            del least[gone]
        # The narrowest grows first, and bars when all texts have what they need.
        for _ in range(free):
            growing = (i for i in least if least[i] < most[i])
            narrowest = min(growing, key=lambda i: (i in bars, least[i]), default=None)
            if narrowest is None:
                break
            least[narrowest] += 1
        return least

    def _drawn(self, cell: parts.Cell, wide: bool) -> RenderableType:
        match cell.picture:
            case parts.PayPicture(percentiles):
                return PayRange(percentiles, self._scale, self._target)
            case parts.SpanPicture(kind, begin, end, until):
                return SpanBar(kind, begin, end, until)
            case parts.FitPicture(fit) if wide:
                return FitBar(fit).text(FitBar.widest) + f" {cell.text}"
        # The sign alone says that nothing is known, and leaves room for what is.
        if not cell.state or cell.state == "unknown":
            return _sign(cell) or Text(cell.text)
        return Paragraph(cell.text, indent=0, front=_sign(cell))

    def _in_columns(self, widths: dict[int, int], wide: bool) -> RenderResult:
        yield self._line(widths, [column.head for column in self._columns], head=True)
        yield Text("─" * (sum(widths.values()) + GAP * (len(widths) - 1)), "quiet")
        indent = sum(width + GAP for i, width in widths.items() if i < self._named) or INDENT
        hidden = [
            i for i, column in enumerate(self._columns) if column.optional and i not in widths
        ]
        for row in self._rows:
            if isinstance(row, str):
                yield EMPTY
                yield Paragraph(row, "title", indent=0)
                continue
            yield self._line(widths, [self._drawn(cell, wide) for cell in row])
            facts = [f"{_sign(row[i])}{self._columns[i].head}: {row[i].text}"
                     for i in hidden if row[i].text]  # fmt: skip
            yield Paragraph(" · ".join([*facts, *row[self._named].below]), "quiet", indent=indent)

    def _line(
        self, widths: dict[int, int], cells: Sequence[RenderableType], *, head: bool = False
    ) -> Table:
        grid = Table.grid(padding=(0, GAP, 0, 0))
        for i, width in widths.items():
            grid.add_column(
                width=width,
                justify="right" if self._columns[i].right else "left",
                style="head" if head or i == self._named else "accent" if i < self._named else "",
                overflow="fold",
                # Short heads stand on the last line, next to what they are the head of.
                vertical="bottom" if head else "top",
            )
        grid.add_row(*(cells[i] for i in widths))
        return grid

    def _blocks(self, plain: bool) -> RenderResult:
        between = "; " if plain else " · "
        heads = [column.head for column in self._columns]
        for row in self._rows:
            if isinstance(row, str):
                yield EMPTY
                yield Paragraph(row, "title", indent=0)
                continue
            facts = [
                (head, cell)
                for head, cell in list(zip(heads, row, strict=True))[self._named + 1 :]
                if cell.text
            ]
            if not self._close:
                yield EMPTY
            name = " ".join(cell.text for cell in row[: self._named + 1])
            yield Paragraph(name, "head", indent=0, hang=INDENT)
            if self._close:
                yield Paragraph(between.join(f"{head}: {cell.text}" for head, cell in facts))
                continue
            for head, cell in facts:
                text = f"{head}: {cell.said if plain else cell.text}"
                yield Paragraph(text, hang=INDENT, front="" if plain else _sign(cell))
            yield Paragraph(between.join(row[self._named].below), "quiet")

    def _legends(self, shown: Iterable[int] | None) -> Iterator[Sequence[str]]:
        """What there are signs and bars of."""
        states = {cell.state for cell in self._cells(range(len(self._columns)))} - {""}
        if states - {"better"}:
            yield _SIGNS_MEAN
        if "better" in states:
            yield (parts.BETTER_MEANS,)
        pictures = [cell.picture for cell in self._cells(shown or ())]
        if any(isinstance(picture, parts.PayPicture) for picture in pictures):
            yield pay_legend(self._target)
        yield stage_legend(p.kind for p in pictures if isinstance(p, parts.SpanPicture))


def _sign(cell: parts.Cell) -> Text:
    """The sign of a cell's state and a blank; nothing without one."""
    if not cell.state:
        return Text()
    return Text.assemble((parts.SIGNS[cell.state], _STYLES[cell.state]), " ")
