"""What is taller than the terminal goes through the person's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.pager import Pager

from careeradvisor import environment

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class PersonsPager(Pager):
    """The program that ``PAGER`` names, else less; ``styles`` says whether it passes colours on.

    Rich's own goes through pydoc, which on newer Pythons puts its own flags in place of ``LESS``.
    """

    def __init__(self, command: str, styles: bool) -> None:
        self.command, self.styles = command, styles

    def show(self, content: str) -> None:
        """Show a text until the person leaves the pager, to which Ctrl-C belongs meanwhile."""
        process = subprocess.Popen(
            self.command, shell=True, stdin=subprocess.PIPE, encoding=sys.stdout.encoding,
            errors="replace",
        )  # fmt: skip
        assert process.stdin is not None
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with suppress(OSError), process.stdin:
                process.stdin.write(content)
            process.wait()
        finally:
            signal.signal(signal.SIGINT, before)


def pager_for() -> PersonsPager | None:
    """The person's pager, ``None`` where there is none to use. Sets ``LESS`` if it is unset."""
    if not environment.is_terminal(sys.stdin) or environment.is_dumb():
        return None
    command = os.environ.get("PAGER", "less")
    try:
        name, *flags = shlex.split(command) or ["cat"]
    except ValueError:
        return None
    if name == "cat" or shutil.which(name) is None:
        return None
    if os.path.basename(name) == "less":  # noqa: PTH119
        own = os.environ.setdefault("LESS", "FRX")
        return PersonsPager(command, "R" in own or any("R" in flag.upper() for flag in flags))
    return PersonsPager(command, any(flag[:1] == "-" and "R" in flag for flag in flags))


def shown_in(console: Console, page: RenderableType, pager: PersonsPager) -> None:
    """Show a finished page in a pager; without colours where it would print their codes."""
    with console.pager(pager, styles=pager.styles):
        console.print(page, crop=False, end="")
