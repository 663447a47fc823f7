"""The commands, each in its own module that is imported only when it is run."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from careeradvisor import __version__, environment
from careeradvisor.cli.files import at_home
from careeradvisor.cli.session import Session

_ADVICE, _FACTS, _FILES = "Your advice", "Looking things up", "Files"
COMMANDS = {
    "quiz": (_ADVICE, "Answer a few questions and get a ranked, explained list of careers."),
    "why": (_ADVICE, "Say why one career ranks where it does, and what would put it first."),
    "plan": (_ADVICE, "Plan the way into a role, step by step and dated."),
    "show": (_FACTS, "Show one career: facts, pay, ways in, credentials, sources."),
    "compare": (_FACTS, "Set two to six careers side by side."),
    "list": (_FACTS, "Browse careers, with filters."),
    "ladder": (_FACTS, "Show what a career leads to and what leads to it."),
    "profile": (_FILES, "See or delete your saved answers."),
    "catalogue": (_FILES, "Check, describe or start a catalogue of careers."),
}
_MODULES = {"list": "browse"}
# Typer's panels cut what is longer than their columns; below this there is more of that.
_PANELS_FROM = 80


class LazyCommands(TyperGroup):
    """Knows its commands by name and imports one when it is run or helped with."""

    _named_only = False

    def list_commands(self, ctx: Any) -> list[str]:
        """Names, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the command's module and build the command; for a list of them, only its name."""
        if cmd_name not in COMMANDS:
            return None
        panel, told = COMMANDS[cmd_name]
        if self._named_only:
            return TyperCommand(cmd_name, help=told, short_help=told, rich_help_panel=panel)
        module = import_module(f"careeradvisor.cli.{_MODULES.get(cmd_name, cmd_name)}")
        built = typer.main.get_command(module.app)
        built.name = cmd_name
        return with_panels(built, self.rich_markup_mode)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """List the commands without importing them."""
        self._named_only = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._named_only = False


def with_panels(command: Any, mode: str | None) -> Any:
    """A command and those below it, whose help is in Typer's panels or (``None``) without boxes."""
    command.rich_markup_mode = mode
    for below in getattr(command, "commands", {}).values():
        with_panels(below, mode)
    return command


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"careeradvisor {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyCommands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Start with: careeradvisor quiz. No network, no tracking: answers stay with you.",
)


@app.callback()
def _global(
    context: typer.Context,
    catalogue: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            envvar="CAREERADVISOR_CATALOGUE",
            readable=False,
            callback=at_home,
            help="Use another catalogue of careers than the bundled one.",
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="No color, boxes or pictures: for screen readers and logs. "
            f"{environment.PLAIN}=1 does so for good.",
        ),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Find a career in healthcare that fits what you want, and see why."""
    context.obj = Session(catalogue_path=catalogue, plain=plain or environment.wants_plain())


def command(plain: bool = False) -> Any:
    """The whole program as a command object that can be run with arguments.

    Its help is without boxes where they would not help: with ``plain``, on a dumb or narrow
    terminal, and where the person has asked for that for good.
    """
    bare = plain or environment.wants_plain() or environment.is_dumb()
    narrow = environment.size(sys.stdout)[0] < _PANELS_FROM
    return with_panels(typer.main.get_command(app), None if bare or narrow else "rich")
