"""What a front end is, and which one suits the terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from types import TracebackType

    from careeradvisor.interview.questions import Conversation

T = TypeVar("T")


class Look(Protocol):
    """What a front end has to know of the screen."""

    @property
    def width(self) -> int:
        """Columns to use."""

    @property
    def colour(self) -> bool:
        """Whether colour is welcome."""

    @property
    def unicode(self) -> bool:
        """Whether more than ASCII can be shown."""

    @property
    def plain(self) -> bool:
        """Whether the screen is heard or logged rather than seen."""

    def text(self, text: str) -> str:
        """Text safe to print, in characters that the screen has."""


class FrontEnd(Protocol):
    """Shows questions and brings back replies, for as long as it is open."""

    def __enter__(self) -> FrontEnd: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def run(self, conversation: Conversation[T]) -> T:
        """Carry a conversation through and return its result.

        What was answered, and what has been printed between two conversations, stays in
        sight. Raises Interrupted when the person stops, EOFError when the terminal is gone.
        """


def front_end(look: Look) -> FrontEnd:
    """Keys and redrawing where the terminal can do that, lines of text elsewhere."""
    if look.plain or os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        from careeradvisor.interview.plain import PlainFrontEnd

        return PlainFrontEnd(look)
    from careeradvisor.interview.keys import KeysFrontEnd

    return KeysFrontEnd(look)
