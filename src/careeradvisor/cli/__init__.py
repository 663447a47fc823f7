"""The command line: parse, call, print. No rule of advising lives here."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run ``careeradvisor`` with the process's arguments and exit."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        from careeradvisor.cli.run import run
        from careeradvisor.signals import ignore

        code = run(arguments)
        # All is done: one more Ctrl-C while Python takes itself down would change the exit code.
        ignore()
        # Python looks through all objects for garbage before it ends: a fifth of a short command.
        gc.freeze()
    except KeyboardInterrupt:
        # While the program was being loaded, or at its very end.
        code = 130
    sys.exit(code)
