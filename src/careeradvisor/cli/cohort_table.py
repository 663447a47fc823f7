"""How far the ranking of many people is, for a person who is watching it."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careeradvisor.cli.people import Table

_SECONDS_BETWEEN = 0.2


class Progress:
    """How far it is, on standard error, for a person who is watching it."""

    def __init__(self, table: Table, plain: bool) -> None:
        self._table = table
        # Rows that run over the screen show the progress themselves.
        self._on = not plain and sys.stderr.isatty() and not sys.stdout.isatty()
        self._next = 0.0
        self._shown = 0

    def show(self, rows: int) -> None:
        """Show the number of rows, a few times a second."""
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_BETWEEN
        text = f"{rows:,} rows"
        if self._table.size:
            share = min(1.0, self._table.read / self._table.size)
            bar = "#" * round(share * 30)
            text = f"[{bar:30}] {share * 100:3.0f} %  {text}"
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()
        self._shown = len(text)

    def clear(self) -> None:
        """Take the progress off the screen."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
            self._shown = 0
