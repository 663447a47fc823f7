"""A question as a person works on it with keys: what is pointed at, picked, written.

Nothing here knows a terminal. Keys come as names ("up", "enter", "escape") or as
the character typed; a key that answers the question returns the reply.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from careeradvisor.interview.conversing import suggested
from careeradvisor.interview.field import Field
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, Write

if TYPE_CHECKING:
    from careeradvisor.interview.questions import Question, Reply

DONE = Row("done", "That's all, go on")
"""The line that ends picking several."""
_PAGE = 5


class View(ABC):
    """What all questions have in common: help and back."""

    def __init__(self, question: Question) -> None:
        self.helping = False
        self.notice = question.notice
        self._asked = question

    @property
    def question(self) -> Question:
        """What is asked."""
        return self._asked

    def press(self, key: str) -> Reply | None:
        """Take a key; the reply if that was the answer."""
        if key == "?":
            self.helping = not self.helping and bool(self._asked.why)
            return None
        self.notice = ""
        if key == "escape":
            if self.helping:
                self.helping = False
                return None
            return BACK
        return self._pressed(key)

    def paste(self, text: str) -> None:
        """Take pasted text: of use only where something is written."""
        self.notice = "Nothing can be pasted here: choose a line."

    @abstractmethod
    def _pressed(self, key: str) -> Reply | None: ...


class ListView(View):
    """A list with one line pointed at; lines have numbers from 1 on."""

    def __init__(self, question: Question, rows: tuple[Row, ...], at: int) -> None:
        super().__init__(question)
        self.rows = rows
        self.at = at
        self._digits = ""

    def _pressed(self, key: str) -> Reply | None:
        if key.isdigit() and key.isascii():
            return self._number(key)
        self._digits = ""
        last = len(self.rows) - 1
        moves = {
            "up": self.at - 1 if self.at else last,
            "down": self.at + 1 if self.at < last else 0,
            "pageup": max(0, self.at - _PAGE),
            "pagedown": min(last, self.at + _PAGE),
            "home": 0,
            "end": last,
        }
        moves |= {"k": moves["up"], "j": moves["down"]}
        moves |= {"backtab": moves["up"], "tab": moves["down"]}
        if key in moves:
            self.at = moves[key]
            return None
        if key in ("b", "left"):
            return BACK
        return self._chosen(key)

    def _number(self, digit: str) -> Reply | None:
        """A digit: taken at once where no longer number can begin with it."""
        number = int(self._digits + digit)
        if not 1 <= number <= len(self.rows):
            self._digits = ""
            self.notice = f"There is no choice {number}: choose from 1 to {len(self.rows)}."
            return None
        self.at = number - 1
        if number * 10 <= len(self.rows):
            self._digits += digit
            self.notice = f"Enter takes {number}; or type one more digit."
            return None
        self._digits = ""
        return self._numbered()

    def _numbered(self) -> Reply | None:
        """The line's number was typed."""
        return self._chosen("enter")

    @abstractmethod
    def _chosen(self, key: str) -> Reply | None: ...


class PickView(ListView):
    """One line is the answer."""

    def __init__(self, question: Pick) -> None:
        values = [row.value for row in question.rows]
        at = values.index(question.current) if question.current in values else 0
        super().__init__(question, question.rows, at)
        self.compact = question.compact

    def _pressed(self, key: str) -> Reply | None:
        if self.compact and key in ("left", "right"):
            key = {"left": "up", "right": "down"}[key]
        return super()._pressed(key)

    def _chosen(self, key: str) -> Reply | None:
        return self.rows[self.at].value if key in ("enter", " ") else None


class SeveralView(ListView):
    """Any number of lines, or one that stands alone."""

    def __init__(self, question: PickSeveral) -> None:
        self._several = question
        lines = (*question.rows, DONE)
        rows = (*question.alone, *lines) if question.alone_first else (*lines, *question.alone)
        values = [row.value for row in rows]
        self.picked = [value for value in question.current if value in values]
        at = 0
        if question.on_alone and not self.picked:
            at = values.index(question.alone[0].value)
        elif self.picked:
            at = rows.index(DONE)
        super().__init__(question, rows, at)

    @property
    def enter_goes_on(self) -> bool:
        """Whether Enter ends the question where it stands now."""
        row = self.rows[self.at]
        return row is DONE or row in self._several.alone or row.value in self.picked

    def mark(self, row: Row) -> str:
        """What stands before a line: whether it is picked, and as which where that counts."""
        if row is DONE or row in self._several.alone:
            return ""
        if row.value not in self.picked:
            return "[ ]"
        return f"[{self.picked.index(row.value) + 1}]" if self._several.ordered else "[x]"

    def _numbered(self) -> Reply | None:
        row = self.rows[self.at]
        if not self.mark(row):
            return self._chosen("enter")
        self._toggle(row)
        return None

    def _chosen(self, key: str) -> Reply | None:
        row = self.rows[self.at]
        if key not in ("enter", " "):
            return None
        if row in self._several.alone:
            return row.value
        if row is DONE:
            return self._done()
        # Enter picks a line; on one that is picked it goes on, as people expect of Enter.
        if key == "enter" and row.value in self.picked:
            return self._done()
        self._toggle(row)
        return None

    def _toggle(self, row: Row) -> None:
        if row.value in self.picked:
            self.picked.remove(row.value)
        else:
            self.picked.append(row.value)

    def _done(self) -> Reply | None:
        if self.picked:
            return tuple(self.picked)
        self.notice = f'Nothing is picked yet. Pick a line, or "{self._several.alone[0].label}".'
        return None


class WriteView(View):
    """A line of text, with completions below it."""

    def __init__(self, question: Write) -> None:
        super().__init__(question)
        self._write = question
        self.field = Field(question.current)
        # Text to start with is an answer, not the beginning of one.
        self._complete = False
        self.at: int | None = None
        """The completion pointed at."""

    @property
    def completions(self) -> list[Row]:
        """What the text may be the beginning of."""
        if not self._complete:
            return []
        return suggested(self.field.text, self._write.suggestions)

    def paste(self, text: str) -> None:
        """See View."""
        self.notice = ""
        self.field.insert(text)
        self._complete, self.at = True, None

    def _pressed(self, key: str) -> Reply | None:
        found = self.completions
        if key == "enter":
            return self.field.text if self.at is None else found[self.at].value
        if key in ("down", "tab") and found:
            self.at = 0 if self.at is None else min(self.at + 1, len(found) - 1)
        elif key in ("up", "backtab") and found:
            self.at = None if not self.at else self.at - 1
        elif self.field.press(key):
            self._complete, self.at = True, None
        return None


def view_of(question: Question) -> View:
    """The view for a question."""
    if isinstance(question, Pick):
        return PickView(question)
    if isinstance(question, PickSeveral):
        return SeveralView(question)
    assert isinstance(question, Write)
    return WriteView(question)
