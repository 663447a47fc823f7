"""The report's pictures as numbers: where each line and label of the drawings goes.

Units are those of each drawing's own view box. The templates turn these into SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.output.report.scale import Scale, round_scale, short_dollars
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.prospects import Pay, Prospect

_PAY_LEFT, _PAY_RIGHT = 58, 402
_STRIP_RIGHT = 160
_WAY_LEFT, _WAY_RIGHT = 14, 626
_LINES_LEFT, _LINES_RIGHT = 56, 400
_LINES_TOP, _LINES_BOTTOM = 14, 264
_LABEL_GAP = 17
_EDGE = 32
_HORIZON_MONTHS = 120
_EVERY = 3
_MOST_LINES = 5
_MOST_ROWS = 10
_NAME_LENGTH = 24
_ROW_LENGTH = 92


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what is written there."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text in a picture; ``anchor`` is SVG's text-anchor."""

    x: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class PayPicture:
    """A bar from the 10th to the 90th percentile, or between the percentiles that are known.

    ``box`` is the middle half (25th to 75th), ``median`` a line, ``target`` the
    person's; each ``None`` where there is none.
    """

    bar: tuple[float, float]
    box: tuple[float, float] | None
    median: float | None
    target: float | None
    low_text: str
    high_text: str
    median_label: Label | None
    target_label: Label | None
    ticks: tuple[Tick, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a way: ``kind`` is study, work, training or role."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class WayRow:
    """One career's way from today: its stretches, and the same in words.

    ``name`` and ``label`` are as much of the title and the words as there is room for.
    """

    y: float
    number: int
    name: str
    label: str
    words: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class WaysPicture:
    """The ways into several careers above one another, on one axis of years."""

    height: float
    rows: tuple[WayRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class EarningsLine:
    """One career's cumulative earnings: SVG points, and the label at the line's end."""

    number: int
    title: str
    points: str
    end_y: float
    label_y: float
    total: str


@dataclass(frozen=True, slots=True)
class EarningsPicture:
    """Cumulative earnings over ten years of the first few careers for which they are known."""

    lines: tuple[EarningsLine, ...]
    years: tuple[Tick, ...]
    dollars: tuple[tuple[float, str], ...]


def pay_picture(pay: Pay, target: int | None, scale: Scale | None) -> PayPicture | None:
    """The pay bar of a career's page; ``None`` with fewer than two percentiles."""
    return _pay(pay, target, scale, _PAY_LEFT, _PAY_RIGHT)


def pay_strip(pay: Pay, target: int | None, scale: Scale | None) -> PayPicture | None:
    """The small pay bar of the overview, without labels."""
    return _pay(pay, target, scale, 4, _STRIP_RIGHT - 4)


def _pay(
    pay: Pay, target: int | None, scale: Scale | None, left: float, right: float
) -> PayPicture | None:
    known = [p for p in pay.percentiles if p is not None]
    if scale is None or len(known) < 2:
        return None
    bar = (scale.at(known[0], left, right), scale.at(known[-1], left, right))
    box = None
    if pay.p25 is not None and pay.p75 is not None:
        box = (scale.at(pay.p25, left, right), scale.at(pay.p75, left, right))
    median = None if pay.median is None else scale.at(pay.median, left, right)
    shown = target is not None and scale.holds(target)
    line = scale.at(target, left, right) if target is not None and shown else None
    return PayPicture(
        bar=bar,
        box=box,
        median=median,
        target=line,
        low_text=dollars_text(known[0]),
        high_text=dollars_text(known[-1]),
        median_label=None
        if median is None or pay.median is None
        else _label(median, f"half earn more than {dollars_text(pay.median)}"),
        target_label=None if target is None else _target_label(line, target, right),
        ticks=tuple(Tick(scale.at(t, left, right), short_dollars(t)) for t in scale.ticks),
        left=left,
        right=right,
    )


def _label(x: float, text: str) -> Label:
    if x < _PAY_LEFT + _EDGE:
        return Label(x, text, "start")
    return Label(x, text, "end" if x > _PAY_RIGHT - _EDGE else "middle")


def _target_label(x: float | None, target: int, right: float) -> Label:
    text = f"you want {dollars_text(target)}"
    if x is None:
        return Label(right, f"{text}, off this scale →", "end")
    return _label(x, text)


def ways_picture(prospects: Sequence[Prospect]) -> WaysPicture | None:
    """From today to the role, a row each for the first few; ``None`` when no way is known."""
    ways = [(n, p) for n, p in enumerate(prospects, 1) if p.pathway is not None][:_MOST_ROWS]
    if not ways:
        return None
    longest = max(_length(p) for _, p in ways)
    years = max(10, -(-longest // 12) + 1)
    rows = []
    for i, (number, prospect) in enumerate(ways):
        stretches, words = _stretches(prospect, years * 12)
        title = prospect.career.title
        name = shorten(title, _ROW_LENGTH // 2)
        label = shorten(words, _ROW_LENGTH - len(name))
        rows.append(WayRow(18.0 + 40 * i, number, name, label, f"{title}: {words}", stretches))
    every = 1 if years <= 12 else 2 if years <= 24 else 5
    ticks = tuple(
        Tick(_along(12 * year, years * 12), "today" if year == 0 else f"{year} yr")
        for year in range(0, years + 1, every)
    )
    return WaysPicture(40.0 * len(rows) + 34, tuple(rows), ticks)


def _length(prospect: Prospect) -> int:
    return prospect.shortest or 0


def _along(months: float, horizon: int) -> float:
    return round(_WAY_LEFT + months / horizon * (_WAY_RIGHT - _WAY_LEFT), 1)


def _stretches(prospect: Prospect, horizon: int) -> tuple[tuple[Stretch, ...], str]:
    """The parts of one way, and the same in words: "4 months of study, then 12 of paid work"."""
    stretches: list[Stretch] = []
    words: list[str] = []
    at = 0
    for kind, months, what in _parts(prospect):
        start, end = _along(at, horizon), _along(at + months, horizon)
        stretches.append(Stretch(kind, start, round(end - start, 1)))
        unit = " months" if not words and months > 1 else " month" if not words else ""
        words.append(f"{months}{unit} of {what}")
        at += months
    start = _along(at, horizon)
    stretches.append(Stretch("role", start, round(_WAY_RIGHT - start, 1)))
    return tuple(stretches), ", then ".join(words) or "can start at once"


def _parts(prospect: Prospect) -> list[tuple[str, int, str]]:
    """Kind, months and name of each part before the role; study that follows study is one."""
    assert prospect.pathway is not None
    parts: list[tuple[str, int, str]] = []
    for step in prospect.pathway.steps:
        months = step.months[0]
        if step.kind == "work":
            parts.append(("work", months, f"paid {step.name}"))
        elif step.kind == "residency":
            parts.append(("training", months, "paid training"))
        elif months and parts and parts[-1][0] == "study":
            parts[-1] = ("study", parts[-1][1] + months, "study")
        else:
            parts.append(("study", months, "study"))
    return [part for part in parts if part[1]]


def earnings_picture(prospects: Sequence[Prospect]) -> EarningsPicture | None:
    """Money over ten years; ``None`` when it is known of fewer than two careers."""
    known = [
        (number, prospect.career.title, prospect.earnings)
        for number, prospect in enumerate(prospects, 1)
        if prospect.earnings is not None
    ][:_MOST_LINES]
    if len(known) < 2:
        return None
    scale = round_scale(0, max(earnings.total for _, _, earnings in known))
    ends = [_height(scale, earnings.total) for _, _, earnings in known]
    lines = tuple(
        EarningsLine(
            number,
            shorten(title, _NAME_LENGTH),
            " ".join(
                f"{_across(month)},{_height(scale, earnings.cumulative[month])}"
                for month in range(0, _HORIZON_MONTHS + 1, _EVERY)
            ),
            end,
            label,
            dollars_text(round(earnings.total, -3)),
        )
        for (number, title, earnings), end, label in zip(known, ends, _apart(ends), strict=True)
    )
    years = tuple(
        Tick(_across(12 * year), "today" if year == 0 else f"{year} yr") for year in range(0, 11, 2)
    )
    dollars = tuple((_height(scale, t), short_dollars(t)) for t in scale.ticks)
    return EarningsPicture(lines, years, dollars)


def _across(month: int) -> float:
    return round(_LINES_LEFT + month / _HORIZON_MONTHS * (_LINES_RIGHT - _LINES_LEFT), 1)


def _height(scale: Scale, amount: float) -> float:
    return scale.at(amount, _LINES_BOTTOM, _LINES_TOP)


def _apart(ends: Sequence[float]) -> list[float]:
    """Heights near ``ends`` and in the same order, far enough apart for a line of text each."""
    order = sorted(range(len(ends)), key=lambda i: (ends[i], i))
    placed = [ends[i] for i in order]
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + _LABEL_GAP)
    lowest = float(_LINES_BOTTOM)
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], lowest)
        lowest = placed[i] - _LABEL_GAP
    heights = [0.0] * len(ends)
    for i, height in zip(order, placed, strict=True):
        heights[i] = round(height, 1)
    return heights
