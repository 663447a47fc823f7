"""The commands, each in its own module that is imported only when it is run."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from careeradvisor import __version__
from careeradvisor.cli.session import Session

if TYPE_CHECKING:
    from typer._click import Command, Context
    from typer._click.formatting import HelpFormatter

COMMANDS = {
    "quiz": "Answer a few questions and get a ranked, explained list of careers.",
    "show": "Show one career: facts, pay, ways in, credentials, sources.",
    "compare": "Set two to six careers side by side.",
    "list": "Browse careers, with filters.",
    "ladder": "Show what a career leads to and what leads to it.",
    "profile": "See or delete your saved answers.",
    "catalogue": "Check, describe or start a catalogue of careers.",
}
_MODULES = {"list": "browse"}


class LazyCommands(TyperGroup):
    """Knows its commands by name and imports one when it is run or helped with."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Names, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Import the command's module and build the command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"careeradvisor.cli.{_MODULES.get(cmd_name, cmd_name)}")
        built = typer.main.get_command(module.app)
        built.name = cmd_name
        return built

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"careeradvisor {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyCommands,
    no_args_is_help=True,
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
            help="Use another catalogue of careers than the bundled one.",
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="No color, boxes or pictures: for screen readers and logs."),
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Find a career in healthcare that fits what you want, and see why."""
    context.obj = Session(catalogue_path=catalogue, plain=plain)


def command() -> Any:
    """The whole program as a command object that can be run with arguments."""
    return typer.main.get_command(app)
