"""What is said beside the results: problems and notes, on standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from careeradvisor.text import plain

_NARROWEST, _WIDEST = 40, 100


def say(message: str, *, name: bool = True) -> None:
    """Print a message, made safe, on standard error; with the program's name in front.

    On a terminal it is wrapped between words; elsewhere it stays on one line. Where
    standard error is closed or full there is nobody to tell, and that is no problem.
    """
    text = ("careeradvisor: " if name else "") + plain(message)
    try:
        print(_wrapped(text), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        let_go(sys.stderr)


def let_go(stream: TextIO) -> None:
    """Keep the interpreter from complaining when it flushes a broken stream at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _wrapped(text: str) -> str:
    if not sys.stderr.isatty():
        return text
    import textwrap

    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        columns = 80
    indent = text[: len(text) - len(text.lstrip(" "))]
    return textwrap.fill(
        text,
        min(_WIDEST, max(_NARROWEST, columns)),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
