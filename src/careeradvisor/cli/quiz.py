"""``quiz``: answers from flags, a profile and questions; then the ranking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from careeradvisor.cli.background import Known
from careeradvisor.cli.files import refuse_other_kinds
from careeradvisor.cli.flags import (
    Given,
    as_flag,
    given_answers,
    open_questions,
    preference_options,
)
from careeradvisor.cli.options import command_app, file_option, option, printing_options
from careeradvisor.cli.quiz_menu import MenuActions, Output
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

_EXAMPLES = """\
  careeradvisor quiz
  careeradvisor quiz --no-input --patient-contact none --schooling 9m \\
      --remote only --salary 45k --must remote --explain
"""


def quiz(context: typer.Context, **flags: Any) -> int:
    """Answer a few questions and get a ranked, explained list of careers.

    Any answer that is given as a flag is not asked; the value "any" means no preference.
    """
    session = session_of(context)
    if flags["profiles_template"]:
        from careeradvisor.cli.cohort import print_template

        print_template()
        return 0
    if flags["profiles"] is not None:
        return _cohort(session, flags)
    if flags["reports"] is not None:
        raise WrongUse("--reports is for many people. Use --report for one, or add --profiles.")
    refuse_other_kinds(flags["report"])
    asking = _can_ask(flags)
    output = Output(
        top=flags["top"],
        explain=flags["explain"],
        format=flags["format"],
        # Where a menu follows, only what is asked to be long goes elsewhere.
        pager=flags["pager"] and (flags["explain"] or not asking),
    )
    actions = MenuActions(session, output)
    store = Store(ALL, flags["profile"], keep=flags["save"] is not False)
    saved = _saved(store, flags)
    known = Known(session.catalogue, session.catalogue_path)
    given = given_answers(flags, saved or Answers(), known)
    strange = [name for name in given.answers.holds if name not in known.credentials.ids]
    strange += [
        name
        for name in (*given.answers.worked, *given.answers.without)
        if name not in session.catalogue.careers
    ]
    if strange:
        say(f"This catalogue does not know {', '.join(strange)}: passed over.")
    if asking and saved is None:
        return _ask(session, given, store, flags, actions)
    _require_enough(given, flags, complete=saved is not None)
    code = _tell(actions, given.answers, store, flags)
    if asking:
        from careeradvisor.interview import after_results, front_end

        with front_end(session.console) as front:
            path = session.catalogue_path
            after_results(front, session.catalogue, given.answers, actions, store, path)
    return code


def _cohort(session: Session, flags: Mapping[str, Any]) -> int:
    from careeradvisor.cli.cohort import rank_cohort

    for name in ("profile", "report", "explain", "save"):
        if flags[name]:
            raise WrongUse(f"--{name} is for one person. Leave it out, or leave out --profiles.")
    if flags["format"] == "markdown" or (flags["format"] == "table" and flags["reports"] is None):
        raise WrongUse(
            "Many people are ranked as --format csv or --format json: add one of them, or "
            "--reports FOLDER for a page each."
        )
    return rank_cohort(session, flags["profiles"], flags, flags["format"], flags["top"])


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


def _can_ask(flags: Mapping[str, Any]) -> bool:
    return (
        not flags["no_input"]
        and flags["format"] == "table"
        and sys.stdin.isatty()
        and sys.stdout.isatty()
    )


def _require_enough(given: Given, flags: Mapping[str, Any], *, complete: bool) -> None:
    """Raise WrongUse, saying which flags would help, when there is too little to rank by."""
    still_open = open_questions(given, full=flags["full"])
    if not flags["no_input"] and not complete and still_open:
        why = (
            f"nothing is asked with --format {flags['format']}"
            if flags["format"] != "table"
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
    session: Session, given: Given, store: Store, flags: Mapping[str, Any], actions: MenuActions
) -> int:
    from careeradvisor.interview import after_results, front_end, interview

    failed = _warn_if_nothing_can_be_saved(store)
    code = 0

    def tell(answers: Answers) -> None:
        nonlocal code
        if not answers.wants:
            raise WrongUse("Tell me at least one thing you care about, then there is a ranking.")
        code = _tell(actions, answers, store, flags)

    catalogue, path = session.catalogue, session.catalogue_path
    with front_end(session.console) as front:
        answers = interview(
            front, catalogue, given.answers, given.keys, flags["full"], store, tell, path
        )
        after_results(front, catalogue, answers, actions, store, path)
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


def _tell(actions: MenuActions, answers: Answers, store: Store, flags: Mapping[str, Any]) -> int:
    """Save if asked to, print the results, write the report; returns the exit code.

    A file that cannot be written does not keep the results from the person.
    """
    problems: list[CareerAdvisorError] = []
    notes: list[str] = []
    advice = actions.advise(answers)
    if flags["save"] and store.keep:
        try:
            notes.append(store.save(answers))
        except FileProblem as problem:
            say(f"{problem.message} Your answers are not saved; here is the result all the same.")
            problems.append(problem)
    actions.results(advice)
    if flags["report"] is not None:
        try:
            actions.report(advice, flags["report"], flags["top"])
            notes.append(f"The report is in {plain(str(flags['report']))}.")
        except FileProblem as problem:
            say(problem.message)
            problems.append(problem)
    sys.stdout.flush()
    for note in notes:
        say(note, name=False)
    return max((problem.exit_code for problem in problems), default=0)


_RESULT, _FILES = "The result", "Asking and files"


_OPTIONS = [
    option("full", bool, False, panel=_FILES, help="Ask all questions, not only the main ones."),
    option(
        "top",
        int | None,
        panel=_RESULT,
        min=1,
        max=1000,
        metavar="N",
        help="How many careers to show; else at most 5, fewer where the rest fit only in part.",
    ),
    option("explain", bool, False, panel=_RESULT, help="Show how each fit is made up."),
    *printing_options(_RESULT),
    file_option("report", "FILE.html", _RESULT, "Also write a report that can be printed."),
    option(
        "no_input",
        bool,
        False,
        panel=_FILES,
        help="Never ask: what is not given counts as any.",
    ),
    option(
        "save",
        bool | None,
        None,
        "--save/--no-save",
        panel=_FILES,
        help="Keep your answers for next time, or never write them to a file.",
    ),
    file_option(
        "profile", "FILE", _FILES, "Read your answers from this file, and save them there."
    ),
    file_option(
        "profiles",
        "FILE.csv",
        _FILES,
        "Rank for many people: a table with a column id and columns named like the flags "
        "above; - reads it from standard input.",
    ),
    file_option(
        "reports",
        "FOLDER",
        _FILES,
        "With --profiles: write a printable page for each person, an index, and a page for "
        "the group into this new folder.",
    ),
    option(
        "profiles_template",
        bool,
        False,
        panel=_FILES,
        help="Print a table to fill in for --profiles, and stop.",
    ),
]

app = command_app(quiz, [*preference_options(), *_OPTIONS], _EXAMPLES)
