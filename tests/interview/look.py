"""Screens to show questions on."""

from __future__ import annotations

from careeradvisor.output.terminal.console import Screen

SEEN = Screen(80, colour=True, watched=True)
HEARD = Screen(60, watched=True, plain=True)
ASCII = Screen(80, unicode=False, watched=True)
