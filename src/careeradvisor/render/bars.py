"""Pictures that beat digits: a pay bar, a fit bar, a timeline.

Each is one line of exactly the width asked for, in Unicode or ASCII as the screen
needs. With ``--plain`` every one of them is empty: the caller has the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from rich.text import Text

    from careeradvisor.render.layout import Part
    from careeradvisor.render.screen import Screen

    Percentiles = Sequence[int | None]

_BEYOND = 0.1

Kind = Literal["study", "work", "training", "role"]
Stage = tuple[Kind, int]
"""A stretch of a timeline and its months."""


class Bar(Struct, frozen=True):
    """A picture as parts of (text, style); see :class:`Screen` for the styles."""

    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def on(self, screen: Screen) -> str:
        """The picture as text for a screen, in colour if it has any."""
        return "".join(screen.styled(text, style) for text, style in self.parts)

    def rich(self) -> Text:
        """The picture for a Rich table."""
        from rich.text import Text

        from careeradvisor.render.screen import RICH_STYLES

        return Text.assemble(*((text, RICH_STYLES[style]) for text, style in self.parts))


class _Signs(Struct, frozen=True):
    """What pay bars, fit bars and timelines are drawn with."""

    line: str
    box: str
    left: str
    right: str
    open_left: str
    open_right: str
    median: str
    target: str
    both: str
    full: str
    rest: str
    stages: dict[Kind, str]


_UNICODE = _Signs(
    "─", "━", "├", "┤", "←", "→", "●", "◆", "◈", "█", "░",
    {"study": "░", "work": "▒", "training": "▓", "role": "█"},
)  # fmt: skip
_ASCII = _Signs(
    "-", "=", "|", "|", "<", ">", "o", "X", "@", "#", ".",
    {"study": ".", "work": "+", "training": "%", "role": "#"},
)  # fmt: skip
_STAGE_STYLES: dict[Kind, str] = {"study": "dim", "work": "", "training": "", "role": "accent"}


def signs(screen: Screen) -> _Signs:
    """The signs that a screen can show, for legends."""
    return _UNICODE if screen.unicode else _ASCII


def pay_scale(pays: Iterable[Percentiles], target: float | None = None) -> tuple[float, float]:
    """Dollars at both ends of pay bars that are to be compared by eye, the target within.

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


def pay_bar(
    screen: Screen,
    percentiles: Percentiles,
    width: int,
    scale: tuple[float, float] | None = None,
    target: float | None = None,
) -> Bar:
    """A line from p10 to p90, heavy from p25 to p75, with the median and the target marked.

    ``percentiles`` are p10, p25, median, p75, p90 in dollars, ``None`` where not
    published: a line without an end goes on to the edge, with an arrow. ``scale`` is
    the dollars at both ends of the width (:func:`pay_scale`). A target outside of the
    scale is drawn at the end that it lies beyond. Empty when nothing is known.
    """
    known = [amount for amount in percentiles if amount is not None]
    if screen.plain or width < 3 or not known:
        return Bar()
    low, high = scale or pay_scale([percentiles], target)
    sign = signs(screen)

    def place(amount: float) -> int:
        if high <= low:
            return width // 2
        return round(min(1.0, max(0.0, (amount - low) / (high - low))) * (width - 1))

    p10, p25, median, p75, p90 = percentiles
    cells: list[Part] = [(" ", "")] * width
    start = 0 if p10 is None else place(p10)
    end = width - 1 if p90 is None else place(p90)
    for i in range(start, end + 1):
        cells[i] = (sign.line, "dim")
    if p25 is not None and p75 is not None:
        for i in range(place(p25), place(p75) + 1):
            cells[i] = (sign.box, "accent")
    if start < end:
        cells[start] = (sign.open_left if p10 is None else sign.left, "dim")
        cells[end] = (sign.open_right if p90 is None else sign.right, "dim")
    if median is not None:
        cells[place(median)] = (sign.median, "bold")
    if target is not None:
        i = place(target)
        same = median is not None and place(median) == i
        cells[i] = (sign.both if same else sign.target, "caution")
    return _joined(cells)


def pay_legend(screen: Screen, *, target: bool = False) -> str:
    """What the signs of a pay bar mean, in a line; nothing with ``--plain``."""
    if screen.plain:
        return ""
    sign = signs(screen)
    legend = (
        f"{sign.left}{sign.line}{sign.right} 8 in 10 earn this   {sign.box} the middle half   "
        f"{sign.median} the median"
    )
    return f"{legend}   {sign.target} your target" if target else legend


def fit_bar(screen: Screen, fit: float, width: int = 10) -> Bar:
    """How well a career fits, 0 to 1, as a bar."""
    if screen.plain or width < 1:
        return Bar()
    sign = signs(screen)
    share = min(1.0, max(0.0, fit))
    full = round(share * width)
    # Only a perfect fit fills the bar, and only none at all leaves it empty.
    if share >= 0.005:
        full = max(1, full)
    if share < 0.995:
        full = min(max(1, width - 1), full)
    return _joined([(sign.full, "accent")] * full + [(sign.rest, "dim")] * (width - full))


def timeline(screen: Screen, stages: Sequence[Stage], width: int) -> Bar:
    """Stretches of time side by side, each as long as its share of all months.

    A stretch that lasts is never left out: it takes at least one column.
    """
    stages = [stage for stage in stages if stage[1] > 0]
    if screen.plain or not stages or width < len(stages):
        return Bar()
    sign = signs(screen)
    columns = _shares([months for _, months in stages], width)
    cells: list[Part] = []
    for (kind, _), count in zip(stages, columns, strict=True):
        cells += [(sign.stages[kind], _STAGE_STYLES[kind])] * count
    return _joined(cells)


def _shares(amounts: Sequence[int], width: int) -> list[int]:
    """``width`` columns given out by amount, one at least to each; largest remainders first."""
    total = sum(amounts)
    exact = [amount / total * width for amount in amounts]
    columns = [max(1, int(share)) for share in exact]
    while sum(columns) > width:
        most = max(range(len(columns)), key=lambda i: columns[i] - exact[i] + (columns[i] > 1))
        columns[most] -= 1
    while sum(columns) < width:
        least = max(range(len(columns)), key=lambda i: exact[i] - columns[i])
        columns[least] += 1
    return columns


def _joined(cells: Sequence[Part]) -> Bar:
    parts: list[Part] = []
    for text, style in cells:
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + text, style)
        else:
            parts.append((text, style))
    return Bar(tuple(parts))
