"""``profile``: the saved answers, seen, found and deleted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from careeradvisor.cli.files import at_home
from careeradvisor.cli.session import session_of
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.errors import FileProblem, WrongUse
from careeradvisor.matching.left_out import for_what
from careeradvisor.profile.durations import duration_text
from careeradvisor.profile.format import profile_fields
from careeradvisor.profile.store import Store
from careeradvisor.prospects.education import DEGREE_NAMES
from careeradvisor.text import plain

if TYPE_CHECKING:
    from careeradvisor.output.parts import Part
    from careeradvisor.profile.answers import Answers
    from careeradvisor.profile.format import Saved

SCHEMA = "careeradvisor/profile-1"

_LABEL = 22

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="See, find or delete your saved answers.",
    epilog="""\b
Examples:
  careeradvisor profile show
  careeradvisor profile clear --yes
""",
)

_File = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        readable=False,
        callback=at_home,
        help="Answers in this file instead of the usual place.",
    ),
]


@app.command(
    epilog="""\b
Examples:
  careeradvisor profile show
  careeradvisor profile show --profile anna.toml --format json
"""
)
def show(
    context: typer.Context,
    profile: _File = None,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to print them.")
    ] = "table",
) -> None:
    """Show your saved answers."""
    store = Store(ALL, profile)
    saved = store.load()
    if profile is not None and not store.exists():
        raise FileProblem(f"There is no file {plain(str(profile))}. Check the name and the folder.")
    if format == "json":
        _print_json(store, saved)
        return
    if saved.answers is None and saved.unfinished is None:
        print("No answers are saved. Start with: careeradvisor quiz")
        return
    from careeradvisor.output.parts import Facts, Gap, Heading, Words
    from careeradvisor.output.terminal.console import show as show_page
    from careeradvisor.output.terminal.parts import Drawn

    page: list[Part] = []
    if saved.answers is not None:
        page += [Heading("Your answers"), Facts(_facts(saved.answers), _LABEL)]
    if saved.unfinished is not None:
        page += [
            Heading("From a quiz that was interrupted"),
            Facts(_facts(saved.unfinished.answers), _LABEL),
            Words("To go on with it: careeradvisor quiz"),
        ]
    page += [Gap(), Words(f"They are kept in {store.path} and nowhere else.")]
    show_page(session_of(context).console, Drawn(page))


@app.command(
    short_help="Print where your answers are kept.",
    epilog="""\b
Examples:
  careeradvisor profile path
  careeradvisor quiz --no-input --profile "$(careeradvisor profile path)"
""",
)
def path() -> None:
    """Print where your answers are kept, whether or not there are any."""
    print(plain(str(Store(ALL).path)))


@app.command(
    epilog="""\b
Examples:
  careeradvisor profile clear
  careeradvisor profile clear --yes --profile anna.toml
"""
)
def clear(
    context: typer.Context,
    profile: _File = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
) -> None:
    """Delete your saved answers for good."""
    store = Store(ALL, profile)
    text = session_of(context).console.text
    files = store.files()
    if not files:
        print("No answers are saved, so there is nothing to delete.")
        return
    if not yes:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise WrongUse("Add --yes to delete your saved answers without being asked.")
        for file in files:
            print(text(f"  {file}"))
        if not _agreed():
            print("Nothing was deleted.")
            return
    for file in store.clear():
        print(text(f"Deleted {file}"))


def _agreed() -> bool:
    # A plain question: it reads well aloud, and nothing needs to be loaded for it.
    while True:
        try:
            reply = input("Delete this for good? Type yes or no: ").strip().lower()
        except EOFError:
            print()
            return False
        if reply in ("y", "yes"):
            return True
        if reply in ("", "n", "no"):
            return False


def _print_json(store: Store, saved: Saved) -> None:
    from careeradvisor.output.json import print_json

    def fields(answers: Answers | None) -> dict[str, Any] | None:
        return None if answers is None else profile_fields(answers, ALL, every=True)

    unfinished = saved.unfinished
    print_json(
        {
            "schema": SCHEMA,
            "file": plain(str(store.path)),
            "answers": fields(saved.answers),
            "unfinished": None
            if unfinished is None
            else {**(fields(unfinished.answers) or {}), "asked": sorted(unfinished.asked)},
        }
    )


def _facts(answers: Answers) -> list[tuple[str, str]]:
    """The answers in words; a criterion's importance and limit behind it."""
    facts: list[tuple[str, str]] = []
    for key, answer in answers.wants.items():
        criterion = BY_KEY[key]
        remarks = []
        if key in answers.priorities:
            remarks.append(f"{_ordinal(answers.priorities.index(key) + 1)} in importance")
        if key in answers.must:
            remarks.append("a must")
        remark = f" ({', '.join(remarks)})" if remarks else ""
        facts.append((criterion.label, f"{criterion.wanted(answer)}{remark}"))
    if answers.without:
        named = [f"{name}{for_what(why)}" for name, why in answers.without.items()]
        facts.append(("not for you", ", ".join(named)))
    facts.append(("education", DEGREE_NAMES[answers.education]))
    if answers.holds:
        facts.append(("credentials", ", ".join(answers.holds)))
    if answers.worked:
        work = [f"{duration_text(months)} as {name}" for name, months in answers.worked.items()]
        facts.append(("paid work", ", ".join(work)))
    if answers.pace == "half":
        facts.append(("pace of study", "half"))
    if answers.sciences:
        facts.append(("college science", "done"))
    facts.append(("state", answers.state or "none: wages of the whole nation"))
    if answers.area:
        facts.append(("area", answers.area))
    return facts


def _ordinal(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")
