"""Pictures that beat digits: how well a career fits, a range of pay, a timeline.

Each is one line as wide as it is given room. With ``--plain`` it is empty: whoever lays out
a page has the same in words.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from rich.columns import Columns
from rich.measure import Measurement
from rich.padding import Padding
from rich.text import Text

from careeradvisor.output.terminal.console import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

    Percentiles = Sequence[int | None]
    Cell = tuple[str, str]

_PAY_LEGEND = ("├─┤ 8 in 10 earn this", "━ the middle half", "● the median")
_BEYOND = 0.1

Kind = Literal["study", "work", "training", "role"]
STAGES: dict[Kind, Cell] = {
    "study": ("░", "quiet"),
    "work": ("▒", ""),
    "training": ("▓", ""),
    "role": ("█", "accent"),
}
"""The sign of each stretch of a timeline, and its style."""
_STAGE_NAMES = {
    "study": "study",
    "work": "paid work in another role",
    "training": "paid training",
    "role": "in the role",
}


class Bar:
    """One line of signs, ``widest`` columns at most and ``narrowest`` at least."""

    narrowest, widest = 3, 40

    def cells(self, width: int) -> Sequence[Cell]:
        """The signs and their styles for a width; empty where there is nothing to draw."""
        raise NotImplementedError

    def text(self, width: int) -> Text:
        """The bar as text."""
        parts = groupby(self.cells(width), lambda cell: cell[1])
        return Text.assemble(
            *(("".join(sign for sign, _ in run), style) for style, run in parts), no_wrap=True
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not is_plain(console):
            yield self.text(min(self.widest, options.max_width))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        if is_plain(console):
            return Measurement(0, 0)
        return Measurement(self.narrowest, self.widest).with_maximum(options.max_width)


class FitBar(Bar):
    """How well a career fits, 0 to 1."""

    narrowest = widest = 8

    def __init__(self, fit: float) -> None:
        self._fit = min(1.0, max(0.0, fit))

    def cells(self, width: int) -> Sequence[Cell]:
        """Only a perfect fit fills the bar, and only none at all leaves it empty."""
        full = round(self._fit * width)
        if self._fit >= 0.005:
            full = max(1, full)
        if self._fit < 0.995:
            full = min(max(1, width - 1), full)
        return [("█", "accent")] * full + [("░", "quiet")] * (width - full)


class PayRange(Bar):
    """A line from p10 to p90, heavy from p25 to p75, with the median and a target marked.

    ``percentiles`` are p10, p25, median, p75, p90 in dollars a year, ``None`` where not published:
    a line without an end goes on to the edge, with an arrow. ``scale`` is the dollars at both ends
    (:func:`pay_scale`); a target outside of it is drawn at the end that it lies beyond. Empty when
    nothing is known.
    """

    narrowest = 12

    def __init__(
        self,
        percentiles: Percentiles,
        scale: tuple[float, float] | None = None,
        target: float | None = None,
    ) -> None:
        self._percentiles, self._target = percentiles, target
        self._scale = scale or pay_scale([percentiles], target)

    def __bool__(self) -> bool:
        return any(amount is not None for amount in self._percentiles)

    def cells(self, width: int) -> Sequence[Cell]:
        """See the class."""
        if not self or width < 3:
            return []
        low, high = self._scale

        def place(amount: float) -> int:
            if high <= low:
                return width // 2
            return round(min(1.0, max(0.0, (amount - low) / (high - low))) * (width - 1))

        p10, p25, median, p75, p90 = self._percentiles
        cells: list[Cell] = [(" ", "")] * width
        start = 0 if p10 is None else place(p10)
        end = width - 1 if p90 is None else place(p90)
        for i in range(start, end + 1):
            cells[i] = ("─", "quiet")
        if p25 is not None and p75 is not None:
            for i in range(place(p25), place(p75) + 1):
                cells[i] = ("━", "accent")
        if start < end:
            cells[start] = ("←" if p10 is None else "├", "quiet")
            cells[end] = ("→" if p90 is None else "┤", "quiet")
        if median is not None:
            cells[place(median)] = ("●", "head")
        if self._target is not None:
            i = place(self._target)
            same = median is not None and place(median) == i
            cells[i] = ("◈" if same else "◆", "caution")
        return cells


class Timeline(Bar):
    """Stretches of time side by side, each as long as its share of all months.

    A stretch that lasts is never left out: it takes at least one column.
    """

    def __init__(self, stages: Iterable[tuple[Kind, int]]) -> None:
        self._stages = [stage for stage in stages if stage[1] > 0]

    def cells(self, width: int) -> Sequence[Cell]:
        """See the class."""
        whole, months = sum(months for _, months in self._stages), 0
        cells: list[Cell] = []
        for left, (kind, length) in zip(
            range(len(self._stages) - 1, -1, -1), self._stages, strict=True
        ):
            months += length
            end = min(max(round(months / whole * width), len(cells) + 1), width - left)
            cells += [STAGES[kind]] * (end - len(cells))
        return cells


class SpanBar(Bar):
    """A stretch of time from ``begin`` to ``end`` where it lies between 0 and ``until``."""

    narrowest, widest = 12, 40

    def __init__(self, kind: Kind, begin: int, end: int, until: int) -> None:
        self._kind, self._begin, self._end, self._until = kind, begin, end, max(1, until)

    def cells(self, width: int) -> Sequence[Cell]:
        """At least one sign, so that the shortest stretch is seen."""
        begin = min(width - 1, self._begin * width // self._until)
        end = min(width, max(begin + 1, self._end * width // self._until))
        return [(" ", "")] * begin + [STAGES[self._kind]] * (end - begin)


def legend(entries: Iterable[str]) -> Padding:
    """What signs mean, behind the indent; none of them stands away from its meaning."""
    texts = [Text(entry, "quiet") for entry in entries]
    return Padding(Columns(texts, padding=(0, 3)), (0, 0, 0, 2))


def pay_legend(target: float | None) -> Sequence[str]:
    """What the signs of a range of pay mean."""
    return _PAY_LEGEND if target is None else (*_PAY_LEGEND, "◆ your target")


def stage_legend(kinds: Iterable[Kind]) -> Sequence[str]:
    """What the signs of stretches mean, each once."""
    return [f"{STAGES[kind][0]} {_STAGE_NAMES[kind]}" for kind in dict.fromkeys(kinds)]


def pay_scale(pays: Iterable[Percentiles], target: float | None = None) -> tuple[float, float]:
    """Dollars at both ends of pay ranges that are to be compared by eye, the target within.

    ``(0, 0)`` when no pay is known.
    """
    amounts: list[float] = []
    for pay in pays:
        known = [amount for amount in pay if amount is not None]
        amounts += known
        # Room for the arrow of a line that goes on to where nobody knows.
        if known and pay[0] is None:
            amounts.append(known[0] * (1 - _BEYOND))
        if known and pay[-1] is None:
            amounts.append(known[-1] * (1 + _BEYOND))
    if not amounts:
        return (0.0, 0.0)
    if target is not None:
        amounts.append(target)
    return (min(amounts), max(amounts))
