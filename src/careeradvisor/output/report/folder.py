"""A folder of pages for a group: one a person, an index, and one for all; whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careeradvisor.errors import FileProblem
from careeradvisor.output.parts import Cell
from careeradvisor.output.report.file import name_of, unwritable
from careeradvisor.output.report.html import page_html, report_html, row_html
from careeradvisor.output.report.page import Section, about, date_text, group_sections, table
from careeradvisor.views.group import Tally

if TYPE_CHECKING:
    import datetime as dt
    from types import TracebackType
    from typing import TextIO

    from careeradvisor.matching.advice import Advice
    from careeradvisor.output.parts import Table
    from careeradvisor.views.report import ReportView
    from careeradvisor.views.shared import CatalogueView

_INDEX, _GROUP = "index.html", "group.html"
_TITLE = "Career reports of a group"
_HEADS = ("No.", "Person", "Comes first", "Then", "Something meets all that was asked")
_END_OF_ROWS = "</tbody>"
_THEN = 2


class ReportFolder:
    """Pages are written beside ``path`` and take its name when all are there.

    A context manager: left by an error or an interrupt, or without a page, nothing stays. Raises
    FileProblem where the folder is there already or where it cannot be written.
    """

    def __init__(self, path: Path, today: dt.date) -> None:
        self._path, self._today = path, today
        self._tally = Tally()

    def __enter__(self) -> ReportFolder:
        try:
            if os.path.lexists(self._path):
                raise FileProblem(
                    f"{name_of(self._path)} is there already, and nothing in it was touched. "
                    "Choose another name for the folder, or remove it first."
                )
            self._path.lstat()
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            raise unwritable(self._path, error, "reports") from error
        try:
            prefix = ".careeradvisor-"
            self._folder = Path(tempfile.mkdtemp(".part", prefix, self._path.parent))
        except OSError as error:
            raise unwritable(self._path.parent, error, "reports") from error
        self._index: TextIO | None = None
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None and self._tally.people:
                self._finish()
                self._folder.rename(self._path)
        except OSError as problem:
            raise unwritable(self._path, problem, "reports") from problem
        finally:
            if self._index is not None:
                with suppress(OSError):
                    self._index.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def people(self) -> int:
        """How many pages there are."""
        return self._tally.people

    def add(self, advice: Advice, view: ReportView) -> None:
        """Write one person's page and their line of the index."""
        number = self._tally.people + 1
        page = f"{number:04}-{_slug(view.name)}".rstrip("-") + ".html"
        all_met = self._tally.add(view.name, page, advice, view.ranking)
        matches = view.ranking.matches
        then = [match.title for match in matches[1 : 1 + _THEN]]
        first = f"{matches[0].title} ({matches[0].verdict} fit)" if matches else "nothing is left"
        name = Cell(view.name, link=page)
        row: list[Cell | str] = [
            str(number),
            name,
            first,
            "; ".join(then),
            "yes" if all_met else "no",
        ]
        try:
            (self._folder / page).write_text(report_html(view), encoding="utf-8")
            if self._index is None:
                self._index = (self._folder / _INDEX).open("w", encoding="utf-8")
                self._index.write(self._index_html(view.ranking.catalogue)[0])
            self._index.write(row_html(self._people([row])))
        except OSError as error:
            raise unwritable(self._path, error, "reports") from error

    def _finish(self) -> None:
        view = self._tally.view()
        assert self._index is not None
        self._index.write(_END_OF_ROWS + self._index_html(view.catalogue)[1])
        self._index.close()
        title, back = "The group", [("All people", _INDEX)]
        html = page_html(title, self._dateline, group_sections(view, self._today), back)
        (self._folder / _GROUP).write_text(html, encoding="utf-8")

    def _index_html(self, catalogue: CatalogueView) -> list[str]:
        """The index without its rows: what is before them, and what is after them."""
        sections = [
            Section("people", "People", [self._people([])]),
            Section("about", "About these reports", list(about(catalogue, self._today))),
        ]
        html = page_html(_TITLE, self._dateline, sections, [("The group", _GROUP)])
        return html.split(_END_OF_ROWS, 1)

    def _people(self, rows: list[list[Cell | str]]) -> Table:
        caption = "A page for each person, in the order of the table"
        return table(caption, _HEADS, rows, named=1, kind="people")

    @property
    def _dateline(self) -> str:
        return date_text(self._today)


def _slug(name: str) -> str:
    """A name as a part of a file's name that every system takes."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:40].strip("-")
