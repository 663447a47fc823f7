"""After the ranking: look closer, compare, change an answer, save, report, quit."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from careeradvisor.errors import BadProfile, CareerAdvisorError, FileProblem, Interrupted, WrongUse
from careeradvisor.interview import pages
from careeradvisor.interview.conversing import ask
from careeradvisor.interview.engine import Draft, changing, step_groups
from careeradvisor.interview.front import front_end
from careeradvisor.interview.naming import Naming
from careeradvisor.interview.questions import BACK, Pick, Row, Write
from careeradvisor.interview.standing import why_not
from careeradvisor.interview.stopping import kept_when_stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.catalogue.find import Found
    from careeradvisor.cli.session import Session
    from careeradvisor.interview.front import FrontEnd
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.profile.answers import Answers
    from careeradvisor.profile.store import Store

T = TypeVar("T")

_SAVE, _QUIT = "save", "quit"
_MENU = (
    Row("show", "Show", "everything about one career"),
    Row("compare", "Compare", "two to six careers side by side"),
    Row("change", "Change", "another answer, and what that moves"),
    Row("why", "Why not?", "why a career is not further up"),
    Row(_SAVE, "Save", "your answers, for next time"),
    Row("report", "Report", "a web page to read and print"),
    Row(_QUIT, "Quit", "leave"),
)
_YES, _NO = "yes", "no"
_REPORT = "careers.html"


class HowToPrint(Protocol):
    """What the loop has to know of the command's flags."""

    @property
    def top(self) -> int:
        """How many careers a ranking shows."""

    @property
    def explain(self) -> bool:
        """Whether it shows how each fit is made up."""


class Results:
    """The loop. Every action prints below what is on the screen already."""

    def __init__(
        self,
        session: Session,
        answers: Answers,
        output: HowToPrint,
        store: Store,
        front: FrontEnd | None = None,
    ) -> None:
        self._session = session
        self._output = output
        self._store = store
        self._front = front or front_end(session.screen)
        self._advice = pages.advice_for(session, answers)
        self._draft = Draft(answers)
        self._draft.changed = not _is_saved(store, answers)
        groups = step_groups(session.catalogue, self._draft, full=False)
        self._draft.asked = {step.key for group in groups for step in group}
        self._actions: dict[str, Callable[[], None]] = {
            "show": self._show,
            "compare": self._compare,
            "change": self._change,
            "why": self._why_not,
            _SAVE: self._save,
            "report": self._report,
        }

    def run(self) -> Answers:
        """Go on until the person quits; the answers as they are then. Raises Interrupted."""
        return kept_when_stopped(self._store, self._draft, self._loop)

    def _loop(self) -> Answers:
        while True:
            choice = self._ask(self._menu(), str)
            if choice == _QUIT and self._may_quit():
                return self._draft.answers
            if choice in self._actions:
                self._do(self._actions[choice])

    def _menu(self) -> Pick:
        rows = tuple(row for row in _MENU if self._store.keep or row.value != _SAVE)
        told = "; ".join(f"{row.label}: {row.detail}" for row in rows)
        return Pick(
            text="What next?", why=f"{told}.", why_is="what these do", rows=rows, compact=True
        )

    def _do(self, action: Callable[[], None]) -> None:
        # The window may have another size by now.
        with suppress(AttributeError):
            del self._session.screen
        try:
            action()
        except Interrupted:
            raise
        except CareerAdvisorError as problem:
            self._say(problem.message)
        sys.stdout.flush()

    def _show(self) -> None:
        found = self._run(self._naming().one("Which career do you want to see?"))
        if found is not BACK:
            self._say_how(found)
            pages.print_career(self._session, self._advice, found.career)

    def _compare(self) -> None:
        careers = self._run(self._naming().several())
        if careers is not BACK:
            for found in careers:
                self._say_how(found)
            pages.print_comparison(self._session, self._advice, [f.career for f in careers])

    def _why_not(self) -> None:
        found = self._run(self._naming().by_name("Which career do you miss in the ranking?"))
        if found is not BACK:
            self._say_how(found)
            for line in why_not(self._advice, found.career):
                self._say(line)

    def _change(self) -> None:
        answers = self._run(changing(self._session.catalogue, self._draft), whole_screen=True)
        if answers is BACK or answers == self._draft.answers:
            return
        before = self._advice.ranking
        self._draft.answers, self._draft.changed = answers, True
        self._advice = pages.advice_for(self._session, answers)
        pages.print_ranking(self._session, self._advice, self._output, before)

    def _save(self) -> None:
        self._say(self._store.save(self._draft.answers))
        self._draft.changed = False

    def _report(self) -> None:
        path = self._run(_report_file())
        if path is not BACK:
            pages.write_report(self._session, self._advice, path, self._output.top)
            self._say(f"The report is in {path}. Open it in a web browser, or print it from there.")

    def _may_quit(self) -> bool:
        """Whether the person still wants to quit, once asked about answers that are not saved."""
        if not (self._draft.changed and self._store.keep):
            return True
        question = Pick(
            text="Keep your answers in a file on this computer for next time?",
            can_go_back=True,
            rows=(Row(_YES, "Yes"), Row(_NO, "No")),
            compact=True,
        )
        reply = self._ask(question, str)
        if reply == _YES:
            try:
                self._save()
            except FileProblem as problem:
                self._say(problem.message)
                return False
        return reply is not BACK

    def _naming(self) -> Naming:
        return Naming(self._session.catalogue, self._advice.ranking, self._output.top)

    def _ask(self, question: Pick, understand: Callable[[object], T]) -> T | Back:
        return self._run(ask(question, understand))

    def _run(self, conversation: Conversation[T], *, whole_screen: bool = False) -> T:
        return self._front.run(conversation, whole_screen=whole_screen)

    def _say(self, text: str) -> None:
        pages.print_text(self._session, text)

    def _say_how(self, found: Found) -> None:
        if found.how:
            self._say(found.how)


def _report_file() -> Conversation[Path | Back]:
    """Where the report goes; a file that is there is only overwritten when that is wanted."""
    name = _REPORT
    while True:
        question = Write(
            text="Which file shall the report go to?",
            why="The report is a web page for reading and printing: your answers, the first "
            "careers, their pay and the next steps. Nothing is sent anywhere.",
            can_go_back=True,
            blank="back to the menu",
            current=name,
        )
        path = yield from ask(question, _path)
        if path is None or path is BACK:
            return BACK
        if not path.exists():
            return path
        again = Pick(
            text=f"There is a {path} already. Write over it?",
            can_go_back=True,
            rows=(Row(_YES, "Yes"), Row(_NO, "No, take another name")),
        )
        sure = yield from ask(again, str)
        if sure == _YES:
            return path
        name = str(path)


def _path(reply: str | tuple[str, ...]) -> Path | None:
    """The file that was named, with the ending of a web page; ``None`` for nothing."""
    name = str(reply).strip()
    if not name:
        return None
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
