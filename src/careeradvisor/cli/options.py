"""Options that several commands have, each declared once, and commands made with them."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.files import at_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PERSON, PRINTED = "For whom", "How to print"
"""Panels of the help."""

KEYS = ("education", "holds", "worked", "pace", "sciences", "state", "area")
"""What there is to say about a person; also the keys of the questions that ask for it."""

Format = Literal["table", "json", "csv", "markdown"]
Role = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help="An id (coder), alias (cpc), SOC code (29-2072) or title.",
        autocompletion=completion.roles,
    ),
]


def option(
    name: str, kind: Any, default: Any = None, *flags: str, panel: str | None = None, **more: Any
) -> inspect.Parameter:
    """A parameter that is an option: ``--name``, or other ``flags``; ``more`` is Typer's."""
    flags = flags or (f"--{name.replace('_', '-')}",)
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, typer.Option(*flags, rich_help_panel=panel, **more)],
    )


def file_option(name: str, metavar: str, panel: str | None, help: str) -> inspect.Parameter:
    """An option that names a file or a folder; ``~`` is the person's home."""
    return option(
        name,
        Path | None,
        panel=panel,
        metavar=metavar,
        readable=False,
        callback=at_home,
        help=help,
    )


def background_options(panel: str) -> list[inspect.Parameter]:
    """What there is to say about a person rather than about what they want."""

    def about(
        name: str, kind: Any, metavar: str | None, help: str, *flags: str, **more: Any
    ) -> Any:
        return option(name, kind, None, *flags, panel=panel, metavar=metavar, help=help, **more)

    return [
        about(
            "education",
            str | None,
            "LEVEL",
            "What you have finished: none, high-school (assumed), some-college, associate, "
            "bachelor, master, doctorate.",
            autocompletion=completion.education,
        ),
        about(
            "holds",
            list[str] | None,
            "CREDENTIAL",
            "A license, certificate or degree in a field that you have, such as rn or biology. "
            "Can be repeated.",
            autocompletion=completion.credentials,
        ),
        about(
            "worked",
            list[str] | None,
            "CAREER=TIME",
            "Paid work behind you, such as rn=5y or coder=18m. Can be repeated.",
            autocompletion=completion.roles,
        ),
        about(
            "pace",
            str | None,
            "PACE",
            "How fast you can study: full, or half, which takes twice as long.",
            autocompletion=completion.words([("full", "full time"), ("half", "part time")]),
        ),
        about(
            "sciences",
            bool | None,
            None,
            "Whether your college courses cover biology, chemistry and the like.",
            "--sciences/--no-sciences",
        ),
        about(
            "state",
            str | None,
            "STATE",
            "Use the wages of this US state (CA or California).",
            autocompletion=completion.states,
        ),
        about(
            "area",
            str | None,
            "AREA",
            "Use the wages of this area, by a city in it (Houston) or its name.",
            autocompletion=completion.areas,
        ),
    ]


def pager_option(panel: str) -> inspect.Parameter:
    """Whether what is long goes through a pager."""
    help = "Show what is taller than the terminal in your pager."
    return option("pager", bool, True, "--pager/--no-pager", panel=panel, help=help)


def printing_options(panel: str = PRINTED) -> list[inspect.Parameter]:
    """How a result is printed."""
    metavar = "table | json | csv | markdown"
    help = "How to print: a table is to read."
    return [
        option("format", Format, "table", panel=panel, metavar=metavar, help=help),
        pager_option(panel),
    ]


def lookup_options() -> list[inspect.Parameter]:
    """What every command has that looks something up for a person."""
    mine = "From the point of view of your saved answers: education, licenses, work, area."
    return [
        *background_options(PERSON),
        option("mine", bool, False, panel=PERSON, help=mine),
        file_option("profile", "FILE", PERSON, "The same for the answers in FILE."),
        *printing_options(),
    ]


def command_app(
    command: Callable[..., Any], options: Iterable[inspect.Parameter], examples: str
) -> typer.Typer:
    """A command as a program of its own; ``options`` stand for its ``**flags``.

    ``examples`` stand below its help, as they are.
    """
    own = [
        parameter
        for parameter in inspect.signature(command, eval_str=True).parameters.values()
        if parameter.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    command.__signature__ = inspect.Signature([*own, *options])  # type: ignore[attr-defined]
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    # Typer's panels keep the line ends of every paragraph but the first.
    paragraphs = (inspect.getdoc(command) or "").split("\n\n")
    help = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    app.command(help=help, epilog=f"\b\nExamples:\n{examples}")(command)
    return app
