"""The command line: parse, call, print. No rule of advising lives here."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run ``careeradvisor`` with the process's arguments and exit."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments in (["--version"], ["-V"]):
        # Asked for by scripts and bug reports: answered before anything heavy is imported.
        from careeradvisor import __version__

        print(f"careeradvisor {__version__}")
        return
    from careeradvisor.cli.run import run

    sys.exit(run(arguments))
