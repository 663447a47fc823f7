"""What a front end is, what it has to know of the screen, and how both wrap questions to it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cache
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

    from careeradvisor.interview.questions import Conversation

T = TypeVar("T")


class Look(Protocol):
    """What a front end has to know of the screen."""

    unicode: bool
    """Whether more than ASCII can be shown."""
    plain: bool
    """Whether the screen is heard or logged rather than seen."""

    @property
    def width(self) -> int:
        """Columns to use."""

    @property
    def colour(self) -> bool:
        """Whether colour is welcome."""

    def text(self, text: str) -> str:
        """Text safe to print, in characters that the screen has."""


class FrontEnd(ABC):
    """Shows questions and brings back replies, until it is closed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:  # noqa: B027
        """Let go of what was needed to ask."""

    @abstractmethod
    def run(self, conversation: Conversation[T]) -> T:
        """Carry a conversation through and return its result.

        What was answered, and what has been printed between two conversations, stays in
        sight. Raises Interrupted when the person stops, EOFError when the terminal is gone.
        """


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken between words; wide letters count twice."""
    from rich.text import Text

    lines = Text(text).wrap(_console(), max(2, width))
    return [line.plain.rstrip() for line in lines] or [""]


@cache
def _console() -> Console:
    from rich.console import Console

    return Console()
