"""The report's pictures as shapes: where each line and label goes, and the same in words.

Units are those of each picture's own view box; a template writes the shapes as SVG.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.output.parts import FitPicture, SpanPicture
from careeradvisor.text import shorten
from careeradvisor.views.report import EVERY_MONTHS
from careeradvisor.views.words import dollars

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from careeradvisor.views.comparison import BreakEvenView
    from careeradvisor.views.report import EarnedView

    Percentiles = Sequence[int | None]

_WIDTH = 640
_STEPS = (1, 2, 2.5, 5, 10)
_MOST_STEPS = 6
# A target farther beyond all pay than this would squeeze what it is compared with.
_FAR = 1.6
_LETTER = 7.4
_SMALL = 6.2
_LINE = 17


class Shape(Struct, frozen=True):
    """An SVG element: its tag, class, geometry and text."""

    tag: str
    kind: str
    at: Mapping[str, float | str]
    text: str = ""


class Drawing(Struct, frozen=True):
    """A picture; ``title`` and ``words`` are for those who hear it, none where the text says it."""

    kind: str
    width: float
    height: float
    shapes: Sequence[Shape]
    title: str = ""
    words: str = ""


class Scale(Struct, frozen=True):
    """An axis: values from ``low`` to ``high`` lie between ``left`` and ``right``."""

    low: float
    high: float
    step: float
    left: float
    right: float

    @property
    def ticks(self) -> list[float]:
        """The round values along it, both ends included."""
        count = round((self.high - self.low) / self.step)
        return [self.low + i * self.step for i in range(count + 1)]

    def at(self, value: float) -> float:
        """Where a value lies, kept within the axis."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)


def round_scale(low: float, high: float, left: float, right: float) -> Scale:
    """A scale with round ends that holds both values, from 0 where that wastes less than half.

    >>> round_scale(31_000, 84_000, 0, 100).ticks
    [0.0, 20000.0, 40000.0, 60000.0, 80000.0, 100000.0]
    """
    if 0 < low < high / 2:
        low = 0.0
    span = max(high - low, abs(high) / 10, 1.0)
    unit = 1.0
    while unit * 10 * _MOST_STEPS < span:
        unit *= 10
    step = unit * next(s for s in _STEPS if s * unit * _MOST_STEPS >= span)
    start = low // step * step
    end = start + step
    while end < high:
        end += step
    return Scale(start, end, step, left, right)


def short_dollars(amount: float) -> str:
    """Dollars at a tick: "$40k", "$1.5M"."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if abs(amount) >= size:
            return f"{'-' if amount < 0 else ''}${abs(amount) / size:g}{letter}"
    return f"${amount:g}"


def small(picture: FitPicture | SpanPicture) -> Drawing:
    """A cell's bar: how well a career fits, or from when to when a step runs."""
    match picture:
        case FitPicture(fit):
            track = _rect("track", 0.5, 0.5, 99, 9)
            fill = _rect("fill", 0.5, 0.5, round(99 * fit, 1), 9)
            return Drawing("fit-bar", 100, 10, [track, fill])
        case SpanPicture(kind, begins, ends, until):
            scale = Scale(0, max(1, until), 1, 2, 198)
            left, right = scale.at(begins), scale.at(ends)
            bar = _rect(kind, left, 2, round(max(3.0, right - left), 1), 10)
            return Drawing("span-bar", 200, 14, [_line("axis", 2, 7, 198, 7), bar])


def pay_chart(pays: Sequence[tuple[str, Percentiles, int | None]], target: int | None) -> Drawing:
    """What careers pay, one above the other on one scale.

    ``pays`` are title, percentiles and the median that counts.
    """
    known = [amount for _, pay, counts in pays for amount in (*pay, counts) if amount is not None]
    low, high = min(known), max(known)
    near = target is not None and target <= high * _FAR
    if target is not None and near:
        low, high = min(low, target), max(high, target)
    scale = round_scale(low, high, 62, _WIDTH - 62)
    bottom = 20 + 46 * len(pays)
    shapes = list(_axis(scale, bottom))
    wanted = f"you want {dollars(target)}"
    if target is not None and near:
        x = scale.at(target)
        shapes.append(_line("target", x, 16, x, bottom))
        shapes.append(_text("target-label", x, 11, wanted, _anchor(x, wanted)))
    elif target is not None:
        shapes.append(_text("target-label", _WIDTH - 4, 11, f"{wanted}, off this scale →", "end"))
    said = []
    for row, (title, pay, counts) in enumerate(pays):
        shapes += _pay_row(title, pay, counts, scale, 36.0 + 46 * row)
        said.append(f"{title}: {_pay_words(pay, counts)}.")
    words = " ".join([*said, f"{wanted.capitalize()}." if target is not None else ""]).strip()
    return Drawing("picture", _WIDTH, bottom + 22, shapes, "Pay a year", words)


def _pay_row(
    title: str, pay: Percentiles, counts: int | None, scale: Scale, y: float
) -> Iterator[Shape]:
    label = "" if counts is None else f"half earn {dollars(counts)} or more"
    name = shorten(title, int((_WIDTH - 24) / _LETTER) - len(label))
    text = f"{name}: {label or 'pay is not published'}"
    yield _text("row-label", 4, y, text, "start")
    amounts = [amount for amount in pay if amount is not None]
    if not amounts:
        return
    ends = [scale.at(amounts[0]), scale.at(amounts[-1])]
    yield _rect("range", ends[0], y + 8, round(ends[1] - ends[0], 1), 14)
    if pay[1] is not None and pay[3] is not None:
        left, right = scale.at(pay[1]), scale.at(pay[3])
        yield _rect("half", left, y + 8, round(right - left, 1), 14)
    if pay[0] is not None:
        yield _text("end", ends[0] - 5, y + 19, dollars(pay[0]), "end")
    if pay[4] is not None:
        yield _text("end", ends[1] + 5, y + 19, dollars(pay[4]), "start")
    if counts is not None:
        yield _line("median", scale.at(counts), y + 5, scale.at(counts), y + 25)


def _pay_words(pay: Percentiles, counts: int | None) -> str:
    names = ("10 of 100", "25 of 100", "half", "75 of 100", "90 of 100")
    said = [f"{n} earn less than {dollars(a)}" for n, a in zip(names, pay, strict=True) if a]
    if counts is not None and counts != pay[2]:
        said.append(f"the median that counts for this role is {dollars(counts)}")
    return "; ".join(said) or "pay is not published"


def money_chart(lines: Sequence[EarnedView], crossings: Sequence[BreakEvenView]) -> Drawing:
    """Dollars earned in all over ten years, a line a career, with the months of break-even."""
    amounts = [amount for line in lines for amount in line.earned]
    heights = round_scale(min(amounts), max(amounts), 264, 14)
    months = Scale(0, EVERY_MONTHS * (len(lines[0].earned) - 1), 24, 56, 366)
    shapes: list[Shape] = []
    for tick in heights.ticks:
        y = heights.at(tick)
        shapes.append(_line("grid", months.left, y, months.right, y))
        shapes.append(_text("tick", months.left - 6, y + 4, short_dollars(tick), "end"))
    for tick in months.ticks:
        text = f"{tick / 12:g} yr" if tick else "today"
        shapes.append(_text("tick", months.at(tick), 282, text))
    marks = {c.month: c for c in crossings if c.month}
    height = 292
    for month in sorted(marks):
        x, text = months.at(month), f"break-even after {month} months"
        shapes.append(_line("break-even", x, 14, x, height))
        shapes.append(_text("tick", x, height + 12, text, _anchor(x, text)))
        height += _LINE
    ends = [heights.at(line.earned[-1]) for line in lines]
    order = zip(lines, ends, _apart(ends, 14, 264), strict=True)
    for number, (line, end, label) in enumerate(order, 1):
        points = " ".join(
            f"{months.at(EVERY_MONTHS * i)},{heights.at(amount)}"
            for i, amount in enumerate(line.earned)
        )
        total = dollars(round(line.earned[-1], -3))
        shapes.append(Shape("polyline", f"line line-{number}", {"points": points}))
        shapes.append(_line("leader", 368, end, 376, label))
        name = shorten(f"{total} {line.title}", int((_WIDTH - 380) / _SMALL))
        shapes.append(_text("line-label", 380, label + 4, name, "start"))
    totals = "; ".join(f"{line.title} {dollars(round(line.earned[-1], -3))}" for line in lines)
    words = " ".join([f"After ten years: {totals}.", *(c.text for c in crossings)])
    return Drawing("picture", _WIDTH, height, shapes, "Earnings over ten years, added up", words)


def bar_chart(title: str, rows: Sequence[tuple[str, int, int]]) -> Drawing:
    """Counts of people as bars; ``rows`` are what, how many, and how many of these are darker."""
    scale = Scale(0, max(count for _, count, _ in rows), 1, 4, _WIDTH - 60)
    shapes: list[Shape] = []
    for row, (label, count, dark) in enumerate(rows):
        y = 14.0 + 38 * row
        shapes.append(_text("row-label", 4, y, shorten(label, int(_WIDTH / _LETTER)), "start"))
        shapes.append(_rect("range", 4, y + 6, round(scale.at(count) - 4, 1), 13))
        if dark:
            shapes.append(_rect("fill", 4, y + 6, round(scale.at(dark) - 4, 1), 13))
        shapes.append(_text("end", scale.at(count) + 6, y + 17, f"{count:,}", "start"))
    words = "; ".join(f"{label}: {count:,}" for label, count, _ in rows)
    return Drawing("picture", _WIDTH, 38 * len(rows) + 4, shapes, title, f"{words}.")


def _apart(ends: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights near ``ends`` and in the same order, a line of text apart from each other."""
    order = sorted(range(len(ends)), key=lambda i: (ends[i], i))
    placed = [max(top, ends[i]) for i in order]
    for above, below in pairwise(range(len(placed))):
        placed[below] = max(placed[below], placed[above] + _LINE)
    for i in range(len(placed)):
        placed[i] = min(placed[i], bottom - _LINE * (len(placed) - 1 - i))
    return [round(placed[order.index(i)], 1) for i in range(len(ends))]


def _axis(scale: Scale, bottom: float) -> Iterator[Shape]:
    for tick in scale.ticks:
        x = scale.at(tick)
        yield _line("grid", x, 16, x, bottom)
        yield _text("tick", x, bottom + 14, short_dollars(tick))


def _anchor(x: float, text: str) -> str:
    """How to hang a text at ``x`` so that it stays within the picture."""
    half = len(text) * _SMALL / 2
    return "start" if x < half else "end" if x > _WIDTH - half else "middle"


def _rect(kind: str, x: float, y: float, width: float, height: float) -> Shape:
    return Shape("rect", kind, {"x": x, "y": y, "width": width, "height": height})


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape("line", kind, {"x1": x1, "y1": y1, "x2": x2, "y2": y2})


def _text(kind: str, x: float, y: float, text: str, anchor: str = "middle") -> Shape:
    return Shape("text", kind, {"x": round(x, 1), "y": y, "text-anchor": anchor}, text)
