"""``catalogue``: check, describe or start a catalogue of careers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from careeradvisor.cli.files import at_home
from careeradvisor.cli.session import session_of
from careeradvisor.errors import BadCatalogue
from careeradvisor.text import plain

if TYPE_CHECKING:
    from careeradvisor.catalogue.check import Problem
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.catalogue.sources import SourceUse
    from careeradvisor.output.parts import Part

CHECK_SCHEMA = "careeradvisor/check-1"
SOURCES_SCHEMA = "careeradvisor/sources-1"

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Check, describe or start a catalogue of careers.",
    epilog="""\b
Examples:
  careeradvisor catalogue sources
  careeradvisor catalogue new college.toml
""",
)

_Format = Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")]


@app.command(
    short_help="List everything that is wrong with a catalogue.",
    epilog="""\b
Examples:
  careeradvisor catalogue check
  careeradvisor catalogue check college.toml
""",
)
def check(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", readable=False, callback=at_home, help="The catalogue to check."
        ),
    ] = None,
    format: _Format = "table",
) -> int:
    """Check a catalogue and list everything that is wrong with it, by file and line.

    Without FILE it is the one in use. Exit code 2 when something is wrong.
    """
    from careeradvisor.catalogue.check import check as problems_of
    from careeradvisor.catalogue.load import load
    from careeradvisor.catalogue.location import catalogue_path

    session = session_of(context)
    path = catalogue_path(file if file is not None else session.catalogue_path)
    problems = problems_of(path)
    catalogue = None if problems else load(path)
    if format == "json":
        _print_json(_check_json(path, problems, catalogue))
    elif catalogue is None:
        for problem in problems:
            print(session.console.text(str(problem)))
        print(f"careeradvisor: {_count_of(problems)}", file=sys.stderr)
    else:
        for line in _good(path, catalogue):
            print(session.console.text(line))
    return BadCatalogue.exit_code if problems else 0


@app.command(
    short_help="List where the figures come from.",
    epilog="""\b
Examples:
  careeradvisor catalogue sources
  careeradvisor catalogue sources --format json
""",
)
def sources(context: typer.Context, format: _Format = "table") -> None:
    """List the sources of all figures, with the dates they are of and their licences."""
    from careeradvisor.catalogue.sources import source_uses

    session = session_of(context)
    catalogue = session.catalogue
    uses = source_uses(catalogue)
    if format == "json":
        _print_json(_sources_json(catalogue, uses))
        return
    from careeradvisor.output.parts import Entry, Gap, Heading, Words
    from careeradvisor.output.terminal.console import show
    from careeradvisor.output.terminal.parts import Drawn

    head = catalogue.head
    page: list[Part] = [
        Heading(f"{head.name}, version {head.version}"),
        Words(f"{head.region}; figures as of {head.as_of}"),
    ]
    for use in uses:
        source = use.source
        behind = "Behind names, text or tables, and no figure of a career."
        if use.figures:
            behind = f"Behind {_many(use.figures, 'figure')} in {_many(use.careers, 'career')}."
        texts = [f"{source.publisher}; {source.vintage}; {source.licence}.", behind]
        page.append(Entry(source.title, "", texts, source.url or ""))
    for attribution in _attributions(catalogue):
        page += [Gap(), Words(attribution)]
    show(session.console, Drawn(page))


@app.command(
    short_help="Print the JSON Schema, for editors.",
    epilog="""\b
Examples:
  careeradvisor catalogue schema
  careeradvisor catalogue schema > careers.schema.json
""",
)
def schema() -> None:
    """Print the JSON Schema of a catalogue, for editors that check it as you type."""
    from careeradvisor.catalogue.schema import catalogue_schema

    _print_json(catalogue_schema())


@app.command(
    short_help="Print where the catalogue lies.",
    epilog="""\b
Examples:
  careeradvisor catalogue path
  careeradvisor --catalogue college.toml catalogue path
""",
)
def path(context: typer.Context) -> None:
    """Print where the catalogue in use lies."""
    from careeradvisor.catalogue.location import catalogue_path

    print(plain(str(catalogue_path(session_of(context).catalogue_path))))


@app.command(
    short_help="Start a catalogue of your own.",
    epilog="""\b
Examples:
  careeradvisor catalogue new college.toml
  careeradvisor --catalogue college.toml list
""",
)
def new(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            readable=False,
            callback=at_home,
            help="A file that is not there yet.",
        ),
    ],
) -> None:
    """Start a catalogue of your own: a small one with remarks, ready to be filled in."""
    from careeradvisor.catalogue.starter import write_starter

    write_starter(file)
    name = session_of(context).console.text(str(file))
    print(f"{name} is there: a small catalogue with remarks that say what goes where.")
    print("Edit it, then:")
    print(f"  careeradvisor catalogue check {name}")
    print(f"  careeradvisor --catalogue {name} quiz")


def _count_of(problems: list[Problem]) -> str:
    what = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    return f"{what} found. Put right what is listed and check again."


def _good(path: Path, catalogue: Catalogue) -> list[str]:
    from careeradvisor.catalogue.sources import source_uses

    figures = sum(use.figures for use in source_uses(catalogue))
    head = catalogue.head
    return [
        f"{path}: no problems.",
        f"{head.name}, version {head.version}: {_many(len(catalogue.careers), 'career')}, "
        f"{_many(figures, 'figure')} from {_many(len(catalogue.sources), 'source')}.",
    ]


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _check_json(path: Path, problems: list[Problem], catalogue: Catalogue | None) -> dict[str, Any]:
    from careeradvisor.catalogue.sources import source_uses

    return {
        "schema": CHECK_SCHEMA,
        "file": plain(str(path)),
        "problems": [
            {
                "file": plain(problem.file),
                "line": problem.line,
                "career": problem.career or None,
                "field": problem.field or None,
                "text": problem.text,
            }
            for problem in problems
        ],
        "careers": None if catalogue is None else len(catalogue.careers),
        "figures": None
        if catalogue is None
        else sum(use.figures for use in source_uses(catalogue)),
        "sources": None if catalogue is None else len(catalogue.sources),
    }


def _sources_json(catalogue: Catalogue, uses: list[SourceUse]) -> dict[str, Any]:
    head = catalogue.head
    return {
        "schema": SOURCES_SCHEMA,
        "catalogue": {
            "name": head.name,
            "version": head.version,
            "as_of": head.as_of.isoformat(),
            "region": head.region,
        },
        "sources": [
            {
                "id": use.id,
                "title": use.source.title,
                "publisher": use.source.publisher,
                "vintage": use.source.vintage,
                "licence": use.source.licence,
                "url": use.source.url,
                "attribution": use.source.attribution,
                "figures": use.figures,
                "careers": use.careers,
            }
            for use in uses
        ],
    }


def _attributions(catalogue: Catalogue) -> list[str]:
    """What licences ask to be shown, each once."""
    texts = (source.attribution for source in catalogue.sources.values())
    return list(dict.fromkeys(text for text in texts if text))


def _print_json(value: dict[str, Any]) -> None:
    from careeradvisor.output.json import print_json

    print_json(value)
