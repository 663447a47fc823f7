"""How far long work is, for a person who is watching it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from careeradvisor import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SECONDS_BETWEEN = 0.2


@contextmanager
def rows_done(
    size: int, read: Callable[[], int], *, plain: bool, printed: bool = True
) -> Iterator[Callable[[int], object]]:
    """A bar on standard error; the caller says after each row how many there were.

    ``size`` is the bytes that there are, 0 where nobody knows, ``read`` says how many are read.
    Messages on standard error go above it. Without a terminal there is none, nor where
    results are ``printed`` over the same screen and so show the progress themselves.
    """
    over_it = printed and environment.is_terminal(sys.stdout)
    if plain or over_it or not environment.is_terminal(sys.stderr) or environment.is_dumb():
        yield int
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(30), TaskProgressColumn(), TextColumn("{task.fields[rows]:,} rows"))
    console = Console(
        stderr=True, width=environment.size(sys.stderr)[0], markup=False, highlight=False
    )
    with Progress(
        *columns if size else columns[2:], console=console, transient=True, auto_refresh=False
    ) as progress:
        task = progress.add_task("", total=size or None, rows=0)
        shown = 0.0

        def done(rows: int) -> None:
            nonlocal shown
            now = time.monotonic()
            if now - shown >= _SECONDS_BETWEEN:
                shown = now
                progress.update(task, completed=min(read(), size or read()), rows=rows)
                progress.refresh()

        yield done
