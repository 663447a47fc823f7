"""Screens to show questions on."""

from __future__ import annotations

from careeradvisor.render.screen import Screen

SEEN = Screen(width=80, colour=True, unicode=True, is_terminal=True)
HEARD = Screen(width=60, colour=False, unicode=True, is_terminal=True, plain=True)
ASCII = Screen(width=80, colour=False, unicode=False, is_terminal=True)
