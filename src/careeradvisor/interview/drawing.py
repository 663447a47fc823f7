"""A view as lines of styled text, for any width and height.

Fragments are pairs of a style class and text, as prompt_toolkit takes them; the
style ``CURSOR`` marks where the terminal's cursor belongs, which is also the place
that stays in sight when there are more lines than the terminal has.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from careeradvisor.interview.questions import Pick, Write
from careeradvisor.interview.views import ListView, PickView, SeveralView, WriteView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Row
    from careeradvisor.interview.views import View

CURSOR = "[SetCursorPosition]"
_WIDEST = 78
_NARROWEST = 12
_FEWEST_ROWS = 3
_BETWEEN = "   "

Fragment = tuple[str, str]
Line = list[Fragment]


def draw(view: View, look: Look, width: int, height: int) -> list[Fragment]:
    """The view as fragments, line ends included.

    A low terminal first loses the blank lines, then the rows that are far from the
    one pointed at; what is asked and which keys there are stays in sight.
    """
    drawing = _Drawing(view, look, max(_NARROWEST, min(_WIDEST, width - 2)))
    lines = drawing.lines(airy=not _is_menu(view))
    if len(lines) > height:
        lines = drawing.lines(airy=False)
    if len(lines) > height:
        lines = drawing.lines(airy=False, most=height)
    found: list[Fragment] = []
    for line in lines:
        found += [("", " "), *line, ("", "\n")]
    return found[:-1]


class _Drawing:
    """Draws one view for one width."""

    def __init__(self, view: View, look: Look, width: int) -> None:
        self._view = view
        self._question = view.question
        self._look = look
        self._width = width
        self._pointer = "❯" if look.unicode else ">"

    def lines(self, *, airy: bool, most: int | None = None) -> list[Line]:
        """All lines; with ``most``, a list is cut so that there are no more than these."""
        view = self._view
        if isinstance(view, PickView) and view.compact:
            return self._menu(view)
        gap: list[Line] = [[]] if airy else []
        head, foot = self._head(gap), gap + self._foot()
        room = None if most is None else most - len(head) - len(foot)
        return head + self._body(room) + foot

    def _head(self, gap: list[Line]) -> list[Line]:
        question = self._question
        lines = [*gap]
        if question.progress:
            lines += self._text(question.progress, "class:progress") + gap
        # Help takes the place of what stands before the question.
        if question.context and not self._view.helping:
            for line in question.context:
                lines += self._text(line, "class:context")
            lines += gap
        lines += self._text(question.text, "class:question")
        if isinstance(question, Write) and question.examples:
            lines += self._text(f"For example: {question.examples}", "class:hint")
        if self._view.helping:
            lines += gap + self._text(question.why, "class:help")
        return lines + gap

    def _body(self, room: int | None) -> list[Line]:
        view = self._view
        if isinstance(view, ListView):
            rows = [self._row(view, i, row) for i, row in enumerate(view.rows)]
            if room is None or room < _FEWEST_ROWS:
                return [line for row in rows for line in row]
            return self._window(rows, view.at, room)
        assert isinstance(view, WriteView)
        return self._field(view)

    def _foot(self) -> list[Line]:
        notice = self._text(self._view.notice, "class:notice") if self._view.notice else []
        return notice + self._flow(self._hints())

    def _row(self, view: ListView, i: int, row: Row) -> list[Line]:
        here = i == view.at
        number = f"{i + 1:>{len(str(len(view.rows)))}}  "
        if isinstance(view, SeveralView):
            # A line without a box keeps its place, so that labels line up.
            number += f"{view.mark(row):<3} "
        label = f"{row.label}  ({row.detail})" if row.detail else row.label
        indent = " " * (2 + len(number))
        first, *rest = self._wrap(label, self._width - len(indent))
        style = "class:here" if here else "class:row"
        pointer: Line = [(CURSOR, ""), (style, f"{self._pointer} ")] if here else [("", "  ")]
        return [[*pointer, (style, number + first)], *([(style, indent + line)] for line in rest)]

    def _window(self, rows: Sequence[list[Line]], at: int, room: int) -> list[Line]:
        """The rows around the one pointed at, and how many are out of sight."""
        low, high = at, at + 1
        used = len(rows[at])
        while True:
            # Each side on which rows are out of sight needs a line that says so.
            marks = (low > 0) + (high < len(rows))
            for side in (-1, 1):
                beyond = low - 1 if side < 0 else high
                if not 0 <= beyond < len(rows) or used + len(rows[beyond]) + marks > room:
                    continue
                used += len(rows[beyond])
                low, high = min(low, beyond), max(high, beyond + 1)
                break
            else:
                break
        up, down = ("↑", "↓") if self._look.unicode else ("^", "v")
        above: list[Line] = [[("class:hint", f"  {up} {low} more")]] if low else []
        left = len(rows) - high
        below: list[Line] = [[("class:hint", f"  {down} {left} more")]] if left else []
        return above + [line for row in rows[low:high] for line in row] + below

    def _menu(self, view: PickView) -> list[Line]:
        """Everything on as few lines as possible, rows beside each other: results stay in sight."""
        question = self._question
        hints = _BETWEEN + _BETWEEN.join(self._hints())
        text = self._look.text(question.text)
        lines: list[Line] = [[("class:question", text), ("class:hint", hints)]]
        if len(text + hints) > self._width:
            lines = self._text(text, "class:question") + self._flow(self._hints())
        if view.helping:
            lines += self._text(question.why, "class:help")
        if view.notice:
            lines += self._text(view.notice, "class:notice")
        lines.append([])
        used = 0
        for i, row in enumerate(view.rows):
            here = i == view.at
            shown = f"{self._pointer if here else ' '}{i + 1} {self._look.text(row.label)}  "
            if used and used + len(shown) - 2 > self._width:
                lines.append([])
                used = 0
            used += len(shown)
            if here:
                lines[-1].append((CURSOR, ""))
            lines[-1].append(("class:here" if here else "class:row", shown))
        return lines

    def _field(self, view: WriteView) -> list[Line]:
        room = self._width - 3
        # A long line is cut on the left, so that the place of writing stays in sight.
        before = view.field.before[-room:]
        after = view.field.after[: room - len(before) + 1]
        cursor: Line = [(CURSOR, "")] if view.at is None else []
        lines: list[Line] = [
            [
                ("class:here", f"{self._pointer} "),
                ("class:field", before),
                *cursor,
                ("class:field", after or " "),
            ]
        ]
        for i, row in enumerate(view.completions):
            here = i == view.at
            first, *rest = self._wrap(f"{row.label} ({row.value})", self._width - 4)
            style = "class:here" if here else "class:row"
            mark: Line = [(CURSOR, ""), (style, f"  {self._pointer} ")] if here else [("", " " * 4)]
            lines.append([*mark, (style, first)])
            lines += [[(style, " " * 4 + line)] for line in rest]
        return lines

    def _hints(self) -> list[str]:
        view, question = self._view, self._question
        hints = []
        if isinstance(view, SeveralView):
            hints.append(f"1-{len(view.rows)} or Space picks")
            hints.append("Enter goes on" if view.enter_goes_on else "Enter picks")
        elif isinstance(view, ListView):
            hints.append(f"1-{len(view.rows)} or Enter chooses")
        elif isinstance(view, WriteView) and view.field.text:
            hints.append("Enter takes it")
            if view.completions:
                hints.append("Down picks one")
        elif isinstance(question, Write):
            hints.append(f"Enter: {question.blank}")
        if question.can_go_back:
            hints.append("Esc goes back")
        if question.why:
            hints.append("? closes this" if view.helping else f"? {question.why_is}")
        hints.append("Ctrl-C stops")
        return hints

    def _flow(self, items: Sequence[str]) -> list[Line]:
        """Short items on as few lines as they need, none broken while it fits on a line."""
        found: list[Line] = []
        line = ""
        for item in items:
            longer = f"{line}{_BETWEEN}{item}" if line else item
            if line and len(longer) > self._width:
                found += self._text(line, "class:hint")
                line = item
            else:
                line = longer
        return found + self._text(line, "class:hint")

    def _text(self, text: str, style: str) -> list[Line]:
        return [[(style, line)] for line in self._wrap(text, self._width)]

    def _wrap(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(self._look.text(text), max(_NARROWEST, width)) or [""]


def _is_menu(view: View) -> bool:
    return isinstance(view.question, Pick) and view.question.compact
