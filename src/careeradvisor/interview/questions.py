"""What can be asked, as data: the front ends only show a question and bring back a reply.

A conversation is a generator that yields questions, is sent replies and returns
what came of them. It knows nothing of terminals, and a front end knows nothing
of careers.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

T = TypeVar("T")


class Back(Enum):
    """The reply of a person who wants the question before."""

    BACK = "back"


BACK = Back.BACK

Reply = str | tuple[str, ...] | Back
"""A row's value, several of them in the order of picking, the text written, or back."""

Conversation = Generator["Question", Reply, T]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: the value that it stands for, and what a person reads."""

    value: str
    label: str
    detail: str = ""
    """Said after the label in a quieter voice: "hard limit"."""


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


@dataclass(frozen=True, kw_only=True)
class Pick(Question):
    """One row of a list. The reply is its value."""

    rows: tuple[Row, ...]
    current: str | None = None
    """The row to start on; a repeated question starts on the present answer."""
    compact: bool = False
    """Whether rows may stand beside each other, without their details: a menu of short words."""


@dataclass(frozen=True, kw_only=True)
class PickSeveral(Question):
    """Any number of rows; or one of ``alone``, which is a reply all by itself.

    The reply is a tuple of values in the order of picking, or the value of the
    row of ``alone``.
    """

    rows: tuple[Row, ...]
    alone: tuple[Row, ...]
    """"No preference", "none of them": picked, they end the question."""
    alone_first: bool = False
    """Whether these come before the rows: where most people pick one of them."""
    ordered: bool = False
    """Whether the order of picking means something, and so is shown."""
    current: tuple[str, ...] = ()
    on_alone: bool = False
    """Whether the present answer is the first row of ``alone``."""


@dataclass(frozen=True, kw_only=True)
class Write(Question):
    """A line of text. The reply is the line, "" for nothing."""

    blank: str
    """What an empty line stands for: "no preference"."""
    examples: str = ""
    current: str = ""
    """Text to start with; in a front end without editing, what an empty line keeps."""
    suggestions: tuple[Row, ...] = ()
    """Completions: the value is what is written, value and label are what is looked through."""
