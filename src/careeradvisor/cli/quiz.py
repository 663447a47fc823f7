"""``quiz``: answers from flags, a profile and questions; then the ranking."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from msgspec import Struct

from careeradvisor.cli.background import Known
from careeradvisor.cli.flags import (
    Given,
    as_flag,
    given_answers,
    open_questions,
    preference_parameters,
)
from careeradvisor.cli.saying import say
from careeradvisor.cli.session import session_of
from careeradvisor.criteria import ALL
from careeradvisor.errors import CareerAdvisorError, FileProblem, WrongUse
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.store import Store
from careeradvisor.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.cli.session import Session
    from careeradvisor.interview.front import FrontEnd
    from careeradvisor.matching.advice import Advice

Format = Literal["table", "json", "csv", "markdown"]

_EXAMPLES = """\b
Examples:
  careeradvisor quiz
  careeradvisor quiz --no-input --patient-contact none --schooling 9m \\
      --remote only --salary 45k --must remote --explain
"""


class Output(Struct, frozen=True):
    """How results are to be given."""

    top: int
    explain: bool
    format: Format
    report: Path | None


def quiz(context: typer.Context, **flags: Any) -> int:
    """Answer a few questions and get a ranked, explained list of careers.

    Any answer that is given as a flag is not asked; the value "any" means no preference.
    """
    session = session_of(context)
    output = Output(flags["top"], flags["explain"], flags["format"], flags["report"])
    if flags["profiles"] is not None:
        return _cohort(session, flags, output)
    store = Store(ALL, flags["profile"], keep=flags["save"] is not False)
    asking = _can_ask(flags, output)
    saved = _saved(store, flags)
    known = Known(session.catalogue, session.catalogue_path)
    given = given_answers(flags, saved or Answers(), known)
    strange = [name for name in given.answers.holds if name not in known.credentials.ids]
    strange += [name for name in given.answers.worked if name not in session.catalogue.careers]
    if strange:
        say(f"This catalogue does not know {', '.join(strange)}: passed over.")
    if asking and saved is None:
        return _ask(session, given, store, flags, output)
    _require_enough(given, flags, output, complete=saved is not None)
    code = _tell(session, given.answers, store, flags, output)
    if asking:
        from careeradvisor.interview.front import front_end

        with front_end(session.screen) as front:
            _go_on(front, session, given.answers, store, output)
    return code


def give_results(session: Session, advice: Advice, output: Output) -> None:
    """Print a ranking in the format that was asked for."""
    if output.format == "json":
        from careeradvisor.render.ranking_json import print_json

        print_json(session.catalogue, advice)
    elif output.format == "csv":
        from careeradvisor.render.ranking_csv import print_csv

        print_csv(advice)
    elif output.format == "markdown":
        from careeradvisor.render.ranking_markdown import print_markdown

        print_markdown(session.catalogue, advice, top=output.top, explain=output.explain)
    else:
        from careeradvisor.render.ranking_table import print_ranking

        print_ranking(session.screen, advice, top=output.top, explain=output.explain)


def advice_for(session: Session, answers: Answers) -> Advice:
    """Rank the catalogue for one person's answers."""
    from careeradvisor.matching.advice import advise

    prospects = session.prospects(answers)
    return advise(prospects, answers)


def _cohort(session: Session, flags: Mapping[str, Any], output: Output) -> int:
    from careeradvisor.cli.cohort import rank_cohort

    for name in ("profile", "report", "explain", "save"):
        if flags[name]:
            raise WrongUse(f"--{name} is for one person. Leave it out, or leave out --profiles.")
    if output.format in ("table", "markdown"):
        raise WrongUse("Many people are ranked as --format csv or --format json. Add one of them.")
    return rank_cohort(session, flags["profiles"], flags, output.format, output.top)


def _saved(store: Store, flags: Mapping[str, Any]) -> Answers | None:
    """The finished answers of a profile that was named; without a name flags stand alone."""
    if flags["profile"] is None:
        return None
    if not store.keep:
        store = Store(ALL, flags["profile"])
    answers = store.load().answers
    if answers is None and flags["no_input"] and not flags["save"]:
        if store.exists():
            raise FileProblem(
                f"{plain(str(store.path))} holds no finished answers. "
                "Finish the quiz with --profile and that name first."
            )
        raise FileProblem(
            f"There is no file {plain(str(store.path))}. "
            "Check its name, or add --save to put your answers there."
        )
    return answers


def _go_on(
    front: FrontEnd, session: Session, answers: Answers, store: Store, output: Output
) -> None:
    from careeradvisor.cli.quiz_menu import MenuActions
    from careeradvisor.interview import after_results

    after_results(front, session.catalogue, answers, MenuActions(session, output), store)


def _can_ask(flags: Mapping[str, Any], output: Output) -> bool:
    return (
        not flags["no_input"]
        and output.format == "table"
        and sys.stdin.isatty()
        and sys.stdout.isatty()
    )


def _require_enough(
    given: Given, flags: Mapping[str, Any], output: Output, *, complete: bool
) -> None:
    """Raise WrongUse, saying which flags would help, when there is too little to rank by."""
    still_open = open_questions(given, full=flags["full"])
    if not flags["no_input"] and not complete and still_open:
        why = (
            f"nothing is asked with --format {output.format}"
            if output.format != "table"
            else "there is no terminal to ask in"
        )
        raise WrongUse(
            f"Some questions are open and {why}. Answer them with flags: "
            f"{'; '.join(map(as_flag, still_open))}. Or add --no-input: what is not given then "
            "counts as any."
        )
    if not given.answers.wants:
        main = (as_flag(criterion) for criterion in ALL if not criterion.further)
        raise WrongUse(
            f"Tell me at least one thing you care about: {'; '.join(main)}. "
            "All flags: careeradvisor quiz --help"
        )


def _ask(
    session: Session, given: Given, store: Store, flags: Mapping[str, Any], output: Output
) -> int:
    from careeradvisor.interview import interview
    from careeradvisor.interview.front import front_end

    failed = _warn_if_nothing_can_be_saved(store)
    code = 0

    def tell(answers: Answers) -> None:
        nonlocal code
        if not answers.wants:
            raise WrongUse("Tell me at least one thing you care about, then there is a ranking.")
        code = _tell(session, answers, store, flags, output)

    with front_end(session.screen) as front:
        answers = interview(
            front, session.catalogue, given.answers, given.keys, flags["full"], store, tell
        )
        _go_on(front, session, answers, store, output)
    return code or (FileProblem.exit_code if failed and flags["save"] else 0)


def _warn_if_nothing_can_be_saved(store: Store) -> bool:
    """Say before the first question that answers would be lost; returns whether that is so."""
    try:
        store.try_out()
    except FileProblem as problem:
        say(
            f"{problem.message} You can answer all questions and see the result, but "
            "nothing will be saved."
        )
        store.keep = False
        return True
    return False


def _tell(
    session: Session, answers: Answers, store: Store, flags: Mapping[str, Any], output: Output
) -> int:
    """Save if asked to, print the results, write the report; returns the exit code.

    A file that cannot be written does not keep the results from the person.
    """
    problems: list[CareerAdvisorError] = []
    notes: list[str] = []
    advice = advice_for(session, answers)
    if flags["save"] and store.keep:
        try:
            notes.append(store.save(answers))
        except FileProblem as problem:
            say(f"{problem.message} Your answers are not saved; here is the result all the same.")
            problems.append(problem)
    give_results(session, advice, output)
    if output.report is not None:
        try:
            _write_report(session, advice, output.report, output.top)
            notes.append(f"The report is in {plain(str(output.report))}.")
        except FileProblem as problem:
            say(problem.message)
            problems.append(problem)
    sys.stdout.flush()
    for note in notes:
        say(note, name=False)
    return max((problem.exit_code for problem in problems), default=0)


def _write_report(session: Session, advice: Advice, path: Path, top: int) -> None:
    from careeradvisor.render.report import write_report

    write_report(path, session.catalogue, advice, top)


_RESULT, _FILES = "The result", "Asking and files"


def _parameters() -> list[inspect.Parameter]:
    def option(
        name: str, kind: Any, default: Any, panel: str, *flags: str, **more: Any
    ) -> inspect.Parameter:
        return inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=default,
            annotation=Annotated[kind, typer.Option(*flags, rich_help_panel=panel, **more)],
        )

    def file(name: str, metavar: str, panel: str, help: str) -> inspect.Parameter:
        return option(
            name, Path | None, None, panel, f"--{name}", metavar=metavar, readable=False, help=help
        )

    return [
        inspect.Parameter(
            "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        ),
        *preference_parameters(),
        option(
            "full", bool, False, _FILES, "--full", help="Ask all questions, not only the main ones."
        ),
        option(
            "top", int, 5, _RESULT, "--top", min=1, max=1000, metavar="N", help="How many to print."
        ),
        option("explain", bool, False, _RESULT, "--explain", help="Show how each fit is made up."),
        option("format", Format, "table", _RESULT, "--format", help="How to print the result."),
        file("report", "FILE.html", _RESULT, "Also write a report that can be printed."),
        option(
            "pager",
            bool,
            True,
            _RESULT,
            "--pager/--no-pager",
            help="Show what is taller than the terminal in a pager.",
        ),
        option(
            "no_input",
            bool,
            False,
            _FILES,
            "--no-input",
            help="Never ask: what is not given counts as any.",
        ),
        option(
            "save",
            bool | None,
            None,
            _FILES,
            "--save/--no-save",
            help="Keep your answers for next time, or never write them to a file.",
        ),
        file("profile", "FILE", _FILES, "Read your answers from this file, and save them there."),
        file(
            "profiles",
            "FILE.csv",
            _FILES,
            "Rank for many people: a table with a column id and columns named like the flags "
            "above; - reads it from standard input.",
        ),
    ]


quiz.__signature__ = inspect.Signature(_parameters())  # type: ignore[attr-defined]

app = typer.Typer(rich_markup_mode=None, add_completion=False)
app.command(epilog=_EXAMPLES)(quiz)
