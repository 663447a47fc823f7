"""Questions wrapped to the screen, by Rich."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken between words; wide letters count twice."""
    from rich.text import Text

    lines = Text(text).wrap(_console(), max(2, width))
    return [line.plain.rstrip() for line in lines] or [""]


@cache
def _console() -> Console:
    from rich.console import Console

    return Console()
