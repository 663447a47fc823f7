"""What can be asked, as data: the front ends only show a question and bring back a reply.

A conversation is a generator that yields questions, is sent replies and returns
what came of them. It knows nothing of terminals, and a front end knows nothing
of careers.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

T = TypeVar("T")


class Back(Enum):
    """The reply of a person who wants the question before."""

    BACK = "back"


BACK = Back.BACK

Reply = str | Back
"""A row's value, several of them joined in the order of ticking, the text written, or back."""

Conversation = Generator["Question", Reply, T]


def joined(values: Iterable[str]) -> str:
    """Several values as one reply, as a person would write them."""
    return ", ".join(values)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: the value that it stands for, and what a person reads."""

    value: str
    label: str
    detail: str = ""
    """Said after the label: "one career on one screen"."""
    key: str = ""
    """A letter that chooses the row."""
    alone: bool = False
    """Whether it takes the other ticks away: "no preference", "none of them"."""

    @property
    def text(self) -> str:
        """The label with its detail."""
        return f"{self.label} ({self.detail})" if self.detail else self.label


@dataclass(frozen=True, kw_only=True)
class Question:
    """What every question has. Text is shown as it is, so it must be safe to print."""

    text: str
    why: str = ""
    """Help: why this is asked and what counts. "" where there is none."""
    why_is: str = "why we ask"
    """What help tells, in a few words."""
    progress: str = ""
    """Where in the quiz this is: "Question 2 of 6"."""
    context: tuple[str, ...] = ()
    """Lines to read before the question: the answers so far, a greeting."""
    notice: str = ""
    """What was wrong with the last reply."""
    can_go_back: bool = False
    current: str = ""
    """The present answer: the row to start on, what is ticked, or the text to start with."""
    rows: tuple[Row, ...] = ()
    """The lines of a list."""

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are the present answer."""
        there = {row.value for row in self.rows}
        return tuple(value for value in self.current.split(", ") if value in there)

    def said(self, reply: str) -> str:
        """A reply as it stays in sight."""
        labels = {row.value: row.label for row in self.rows}
        return ", ".join(labels[value] for value in reply.split(", "))


@dataclass(frozen=True, kw_only=True)
class Pick(Question):
    """One row of a list. The reply is its value."""

    compact: bool = False
    """Whether rows may stand beside each other, without their details: a menu of short words."""


@dataclass(frozen=True, kw_only=True)
class PickSeveral(Question):
    """Any number of rows, or one that stands alone. The reply is their values, joined."""

    ordered: bool = False
    """Whether the order of ticking means something, and so is shown."""


@dataclass(frozen=True, kw_only=True)
class Write(Question):
    """A line of text. The reply is the line, "" for nothing."""

    blank: str
    """What an empty line stands for: "no preference"."""
    examples: str = ""
    suggestions: tuple[Row, ...] = ()
    """What may be written: labels, found by any part of theirs or of the value."""
    words: frozenset[str] = frozenset()
    """What stands for itself, whatever names it is a part of: "none"."""
    several: bool = False
    """Whether more than one may be written, with commas between."""

    def said(self, reply: str) -> str:
        """See Question."""
        return reply or self.blank
