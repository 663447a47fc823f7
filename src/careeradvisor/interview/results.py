"""After the ranking: look closer, compare, change an answer, save, report, quit."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from careeradvisor.errors import BadProfile, CareerAdvisorError, FileProblem, Interrupted, WrongUse
from careeradvisor.interview.conversing import ask
from careeradvisor.interview.engine import Draft, changing, gone_through
from careeradvisor.interview.leaving_out import leaving_out, taken_up
from careeradvisor.interview.naming import Naming
from careeradvisor.interview.questions import BACK, Pick, Row, Write
from careeradvisor.interview.stopping import kept_when_stopped
from careeradvisor.matching.left_out import suggestions
from careeradvisor.matching.shown import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.catalogue.find import Found
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.interview.actions import Actions
    from careeradvisor.interview.front import FrontEnd
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.profile.answers import Answers
    from careeradvisor.profile.store import Store

T = TypeVar("T")

_SAVE, _QUIT = "save", "quit"
_MENU = (
    Row("show", "Show", "one career on one screen", "s"),
    Row("compare", "Compare", "two to six careers side by side", "c"),
    Row("why", "Why not?", "what speaks for and against a career", "w"),
    Row("without", "Not for me", "leave careers out, or take them back", "n"),
    Row("change", "Answers", "change one, and see what that moves", "a"),
    Row("more", "More", "careers further down the list", "m"),
    Row("results", "Results", "the list once more", "r"),
    Row(_SAVE, "Keep", "your answers, for next time", "k"),
    Row("report", "Print", "a report, a web page to read and print", "p"),
    Row(_QUIT, "Quit", "leave", "q"),
)
_YES, _NO = "yes", "no"
_REPORT = "careers.html"


class Results:
    """The loop. Every action prints below what is on the screen already."""

    def __init__(
        self,
        front: FrontEnd,
        catalogue: Catalogue,
        answers: Answers,
        actions: Actions,
        store: Store,
        path: Path | None = None,
    ) -> None:
        self._front = front
        self._catalogue = catalogue
        self._actions = actions
        self._store = store
        self._path = path
        self._advice = actions.advise(answers)
        self._top = actions.top
        self._draft = Draft(answers)
        self._draft.changed = not _is_saved(store, answers)
        self._draft.asked = gone_through(answers)
        self._does: dict[str, Callable[[], None]] = {
            "show": self._show,
            "compare": self._compare,
            "change": self._change,
            "why": self._why,
            "without": self._not_for_me,
            "more": self._more,
            "results": self._results,
            _SAVE: self._save,
            "report": self._report,
        }

    def run(self) -> Answers:
        """Go on until the person quits; the answers as they are then. Raises Interrupted."""
        return kept_when_stopped(self._store, self._draft, self._loop)

    def _loop(self) -> Answers:
        while True:
            choice = self._run(ask(self._menu(), str))
            if choice == _QUIT and self._may_quit():
                return self._draft.answers
            if choice in self._does:
                self._do(self._does[str(choice)])

    def _menu(self) -> Pick:
        rows = tuple(row for row in _MENU if self._store.keep or row.value != _SAVE)
        told = "; ".join(f"{row.label}: {row.detail}" for row in rows)
        why = f"{told}. A number or the first letter chooses."
        return Pick(text="What next?", why=why, why_is="what these do", rows=rows, compact=True)

    def _do(self, action: Callable[[], None]) -> None:
        try:
            action()
        except Interrupted:
            raise
        except CareerAdvisorError as problem:
            self._actions.say(problem.message)
        sys.stdout.flush()

    def _show(self) -> None:
        found = self._run(self._naming().one("Which career do you want to see?"))
        if found is not BACK:
            self._say_how(found)
            self._actions.show(self._advice, found.career)

    def _compare(self) -> None:
        careers = self._run(self._naming().several())
        if careers is not BACK:
            for found in careers:
                self._say_how(found)
            self._actions.compare(self._advice, [found.career for found in careers])

    def _why(self) -> None:
        found = self._run(self._naming().by_name("Which career do you miss, or wonder about?"))
        if found is not BACK:
            self._say_how(found)
            self._actions.why(self._advice, found.career)

    def _change(self) -> None:
        answers = self._run(changing(self._catalogue, self._draft, self._path))
        if answers is BACK or answers == self._draft.answers:
            return
        before = self._advice
        self._take(answers)
        self._actions.print_ranking(self._advice, self._top, before)

    def _not_for_me(self) -> None:
        old, before = self._draft.answers, self._advice
        answers = self._run(leaving_out(self._naming(), old))
        if answers is BACK or answers == old:
            return
        self._take(answers)
        new = [reason for id, reason in answers.without.items() if id not in old.without]
        for suggestion in suggestions(self._advice.ranking):
            if suggestion.reason in new:
                answers = self._run(taken_up(suggestion, self._draft.answers))
                if answers != self._draft.answers:
                    self._take(answers)
        self._actions.print_ranking(self._advice, self._top, before)

    def _take(self, answers: Answers) -> None:
        """Go on with changed answers."""
        self._draft.answers, self._draft.changed = answers, True
        self._advice = self._actions.advise(answers)

    def _more(self) -> None:
        first = self._actions.top or SHOWN
        if (self._top or first) >= len(self._advice.ranking.matches):
            self._actions.say("These are all careers that there are for your answers.")
            return
        self._top = (self._top or first) + first
        self._results()

    def _results(self) -> None:
        self._actions.print_ranking(self._advice, self._top)

    def _save(self) -> None:
        self._actions.say(self._store.save(self._draft.answers))
        self._draft.changed = False

    def _report(self) -> None:
        """Ask for a file until the report is in it, or the person has had enough."""
        name, notice = _REPORT, ""
        while True:
            path = self._run(_report_file(name, notice))
            if path is BACK:
                return
            try:
                self._actions.report(self._advice, path, self._top)
            except FileProblem as problem:
                name, notice = str(path), problem.message
                continue
            self._actions.say(
                f"The report is in {path}. Open it in a web browser, or print it from there."
            )
            return

    def _may_quit(self) -> bool:
        """Whether the person still wants to quit, once asked about answers that are not saved."""
        if not (self._draft.changed and self._store.keep):
            return True
        question = Pick(
            text="Keep your answers in a file on this computer for next time?",
            can_go_back=True,
            rows=(Row(_YES, "Yes", key="y"), Row(_NO, "No", key="n")),
        )
        reply = self._run(ask(question, str))
        if reply == _YES:
            try:
                self._save()
            except FileProblem as problem:
                self._actions.say(problem.message)
                return False
        return reply is not BACK

    def _naming(self) -> Naming:
        return Naming(self._catalogue, self._advice.ranking, self._top)

    def _run(self, conversation: Conversation[T]) -> T:
        return self._front.run(conversation)

    def _say_how(self, found: Found) -> None:
        if found.how:
            self._actions.say(found.how)


def _report_file(name: str, notice: str) -> Conversation[Path | Back]:
    """Where the report goes; a file that is there is only overwritten when that is wanted."""
    while True:
        question = Write(
            text="Which file shall the report go to?",
            why="The report is a web page for reading and printing: your answers, the first "
            "careers, their pay and the next steps. Nothing is sent anywhere.",
            can_go_back=True,
            blank="back to the menu",
            current=name,
            notice=notice,
        )
        path = yield from ask(question, _path)
        if path is BACK:
            return BACK
        if not path.exists():
            return path
        again = Pick(
            text=f"There is a {path} already. Write over it?",
            can_go_back=True,
            rows=(Row(_YES, "Yes", key="y"), Row(_NO, "No, take another name", key="n")),
        )
        sure = yield from ask(again, str)
        if sure == _YES:
            return path
        name, notice = str(path), ""


def _path(reply: str) -> Path | Back:
    """The file that was named, with the ending of a web page; back for nothing."""
    name = reply.strip()
    if not name:
        return BACK
    try:
        path = Path(name).expanduser()
        if path.suffix.lower() not in (".html", ".htm"):
            path = path.with_name(f"{path.name}.html")
        path.exists()
    except (OSError, ValueError, RuntimeError):
        raise WrongUse("That cannot be the name of a file. Try one like careers.html.") from None
    return path


def _is_saved(store: Store, answers: Answers) -> bool:
    """Whether these very answers are in the file already."""
    try:
        return store.load().answers == answers
    except (BadProfile, FileProblem):
        return False
