"""``quiz --profiles people.csv``: a ranking for each of many people, one row after another.

Memory does not grow with the number of rows: a row is read, ranked, printed and
forgotten. What people have in common (the ways in and the pay for an education, some
credentials and a state) is kept for the last few such groups.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TypeVar

from careeradvisor.cli.background import Known
from careeradvisor.cli.flags import given_answers
from careeradvisor.cli.options import KEYS
from careeradvisor.cli.people import Row, open_table
from careeradvisor.cli.saying import say
from careeradvisor.criteria import ALL
from careeradvisor.errors import WrongUse
from careeradvisor.matching.advice import Advice
from careeradvisor.matching.rank import Scorer
from careeradvisor.matching.shown import SHOWN
from careeradvisor.output.terminal.progress import rows_done
from careeradvisor.profile.answers import Answers
from careeradvisor.text import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from careeradvisor.cli.session import Session
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.prospects import Prospects
    from careeradvisor.prospects.pathfinder import Pathfinder

    Background = tuple[
        str, tuple[str, ...], tuple[tuple[str, int], ...], str, bool, tuple[str, ...]
    ]
    Group = tuple[Background, str | None, str | None]

K = TypeVar("K")
V = TypeVar("V")

_REPEATABLE = ("holds", "worked", "must", "without")
_OTHERS = (*KEYS, "must", "priorities", "without")
_GROUPS_KEPT = 100
_IDS_REMEMBERED = 100_000
# A scorer remembers every answer that it has met: forgotten now and then, it stays small.
_ROWS_PER_SCORER = 250


def rank_cohort(
    session: Session, path: Path, flags: Mapping[str, Any], kind: str, top: int | None
) -> int:
    """Rank every row of a table and print the ``top`` careers of each as it is done.

    ``kind`` is ``csv``, ``json`` (one object per line), or anything else to print nothing. Flags
    hold for every row that says nothing else. With ``reports``, a folder that is not there yet,
    each person gets a printable page in it, and the group one. Rows that cannot be used are
    reported on standard error; returns 1 if there were any, else 0. Raises FileProblem when a
    page cannot be written; no folder is left then.
    """
    known = Known(session.catalogue, session.catalogue_path)
    base = given_answers(flags, Answers(), known).answers
    ranker = _Ranker(session)
    write = _WRITERS[kind](top or SHOWN) if kind in _WRITERS else None
    folder: Path | None = flags["reports"]
    good = bad = 0
    with ExitStack() as stack:
        table = stack.enter_context(open_table(path, _columns()))
        for note in table.notes:
            say(note, name=False)
        pages = None if folder is None else _page_writer(session, stack, folder, top)
        printed = write is not None
        bar = rows_done(table.size, lambda: table.read, plain=session.plain, printed=printed)
        done = stack.enter_context(bar)
        ids = _Ids()
        for row in table:
            ids.meet(row)
            try:
                answers = _answers(row, base, known)
                advice = ranker.advise(answers)
            except WrongUse as problem:
                bad += 1
                say(f"{table.name}:{row.line}: {_who(row)}{problem.message}", name=False)
            else:
                good += 1
                if write is not None:
                    write(row.cells["id"], advice.ranking)
                if pages is not None:
                    pages(row.cells["id"], advice)
            done(good + bad)
    sys.stdout.flush()
    if ids.twice:
        say(f"{table.name}: {ids.twice}", name=False)
    say(_count(good, bad), name=False)
    if folder is not None and good:
        say(f"The reports are in {plain(str(folder))}: begin with index.html there.", name=False)
    elif folder is not None:
        say(f"There is no page to write, so no folder {plain(str(folder))} was made.", name=False)
    return 1 if bad else 0


def _columns() -> dict[str, str]:
    """Every name that a column may have, and the flag's parameter that it stands for."""
    names = {"id": "id", **{other: other for other in _OTHERS}}
    for criterion in ALL:
        names[criterion.key] = criterion.key
        names[criterion.answer_key] = criterion.key
    return names


def _answers(row: Row, base: Answers, known: Known) -> Answers:
    if row.problem:
        raise WrongUse(row.problem)
    if not row.cells["id"]:
        raise WrongUse("The id is empty. Give each person one.")
    flags: dict[str, Any] = {
        name: [text] if name in _REPEATABLE else text
        for name, text in row.cells.items()
        if name != "id" and text
    }
    try:
        answers = given_answers(flags, base, known).answers
    except WrongUse as problem:
        # In a table there are columns where the command line has flags.
        told = problem.message.partition(" Run `")[0]
        raise WrongUse(told.replace("--", "")) from problem
    if not answers.wants:
        raise WrongUse("There is no preference. Fill in at least one, such as salary.")
    return answers


class _Ids:
    """Remarks on an id that is there twice, among the first ``_IDS_REMEMBERED`` of them."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._again = 0
        self._first = ""

    def meet(self, row: Row) -> None:
        """Take notice of a row."""
        name = row.cells.get("id", "")
        if not name:
            return
        if hash(name) in self._seen:
            self._again += 1
            self._first = self._first or f"'{shorten(name, 40)}' in line {row.line}"
        elif len(self._seen) < _IDS_REMEMBERED:
            self._seen.add(hash(name))

    @property
    def twice(self) -> str:
        """The remark, "" where there is none to make."""
        if not self._again:
            return ""
        rows = "1 row has" if self._again == 1 else f"{self._again:,} rows have"
        return f"{rows} an id that an earlier row has, first {self._first}; all are ranked."


def _who(row: Row) -> str:
    name = row.cells.get("id", "")
    return f"{shorten(name, 40)}: " if name and not row.problem else ""


class _Ranker:
    """Ranks one person after another and keeps what they have in common, within bounds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._groups: _Recent[Group, Scorer] = _Recent(_GROUPS_KEPT)
        self._ways: _Recent[Background, Pathfinder] = _Recent(_GROUPS_KEPT)
        self._rows = 0

    def advise(self, answers: Answers) -> Advice:
        """The ranking for one person, and what more there is to say where somebody asks."""
        self._rows += 1
        if self._rows % _ROWS_PER_SCORER == 0:
            for group, scorer in self._groups.items():
                self._groups[group] = Scorer(scorer.prospects)
        background = (
            answers.education,
            tuple(sorted(answers.holds)),
            tuple(sorted(answers.worked.items())),
            answers.pace,
            answers.sciences,
            tuple(sorted(answers.without)),
        )
        scorer = self._groups.get_or_make(
            (background, answers.state, answers.area),
            lambda: Scorer(self._prospects(background, answers)),
        )
        return Advice(scorer.rank(answers), scorer)

    def _prospects(self, background: Background, answers: Answers) -> Prospects:
        prospects = self._session.prospects(answers)
        # The ways in are the same in every state, and take by far the longest to find.
        prospects.pathfinder = self._ways.get_or_make(background, lambda: prospects.pathfinder)
        return prospects


class _Recent(OrderedDict[K, V]):
    """Keeps the last things asked for, at most so many."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def get_or_make(self, key: K, make: Callable[[], V]) -> V:
        """What is kept under a key, made when it is not there."""
        if key not in self:
            self[key] = make()
            if len(self) > self._most:
                self.popitem(last=False)
        self.move_to_end(key)
        return self[key]


def _page_writer(
    session: Session, stack: ExitStack, folder: Path, top: int | None
) -> Callable[[str, Advice], None]:
    import datetime as dt

    from careeradvisor.output.report.folder import ReportFolder
    from careeradvisor.views.place import Place, place_of
    from careeradvisor.views.report import report_view

    today = dt.date.today()
    pages = stack.enter_context(ReportFolder(folder, today))
    places: _Recent[str | None, Place] = _Recent(_GROUPS_KEPT)

    def write(name: str, advice: Advice) -> None:
        state = advice.ranking.answers.state
        place = places.get_or_make(state, lambda: place_of(state, session.catalogue_path))
        pages.add(advice, report_view(advice, top, today, place, name))

    return write


def _csv_writer(top: int) -> Callable[[str, Ranking], None]:
    from careeradvisor.output.table import rows_writer
    from careeradvisor.views.cohort import PlacedView, cohort_row

    write_row = rows_writer(("id", *PlacedView.__struct_fields__))

    def write(name: str, ranking: Ranking) -> None:
        view = cohort_row(name, ranking, top)
        for match in view.matches:
            write_row((view.id, *(getattr(match, name) for name in match.__struct_fields__)))
        if not view.matches:
            # Somebody whose musts no career meets is in the result too.
            empty = ["none" if name == "verdict" else None for name in PlacedView.__struct_fields__]
            write_row((view.id, *empty))

    return write


def _json_writer(top: int) -> Callable[[str, Ranking], None]:
    from careeradvisor.output.json import json_line
    from careeradvisor.views.cohort import cohort_row

    def write(name: str, ranking: Ranking) -> None:
        sys.stdout.write(json_line(cohort_row(name, ranking, top), sys.stdout.encoding))

    return write


_WRITERS = {"csv": _csv_writer, "json": _json_writer}
_EXAMPLES = (
    {"id": "anna", "patient_contact": "none", "schooling": "9m", "remote": "mostly",
     "salary": "45k", "education": "high-school", "state": "TX", "must": "remote",
     "priorities": "remote, salary"},
    {"id": "ben", "patient_contact": "a-lot", "schooling": "4y", "salary": "$80,000",
     "education": "bachelor", "holds": "rn", "worked": "rn=5y", "state": "California"},
)  # fmt: skip


def print_template() -> None:
    """Print a table to fill in, with two people as examples."""
    from careeradvisor.output.table import print_csv

    names = ["id", *(criterion.key for criterion in ALL), *_OTHERS]
    print_csv(
        [name.replace("_", "-") for name in names],
        [[row.get(name, "") for name in names] for row in _EXAMPLES],
    )
    say("One row a person, with your own id for each; an empty cell counts as any. What may stand "
        "in a column is what its flag takes: careeradvisor quiz --help. Replace the two examples.",
        name=False)  # fmt: skip


def _count(good: int, bad: int) -> str:
    people = "1 person" if good == 1 else f"{good:,} people"
    if not bad:
        return f"Ranked {people}."
    rows = "1 row" if bad == 1 else f"{bad:,} rows"
    return (
        f"Ranked {people}; {rows} could not be used and {'is' if bad == 1 else 'are'} named above."
    )
