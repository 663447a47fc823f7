"""Printable pages: each one HTML file that needs nothing else and asks nothing of the network.

There is no script. A content security policy lets a browser use only the style sheet inside the
file, by its hash, so that nothing in a catalogue's text could ever load or run. Texts come from
views, which are safe to print, and pass through Jinja's escaping.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from careeradvisor import __version__
from careeradvisor.output.markdown import web_address
from careeradvisor.output.parts import SIGNS, STATE_WORDS
from careeradvisor.output.report.file import write_atomically
from careeradvisor.output.report.page import Section, date_text, sections
from careeradvisor.output.report.pictures import small
from careeradvisor.views.words import NOT_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jinja2 import Template

    from careeradvisor.output.parts import Table
    from careeradvisor.views.report import ReportView

_PAGE = "page.html.j2"
_PARTS = "parts.html.j2"
_STYLE = "report.css"


def write_report(path: Path, view: ReportView) -> None:
    """Write a report to ``path``.

    An earlier report there is overwritten, whole or not at all. Raises FileProblem
    when the file cannot be written; then nothing is left behind.
    """
    write_atomically(path, report_html(view))


def report_html(view: ReportView) -> str:
    """A person's report as HTML."""
    today = date_text(dt.date.fromisoformat(view.today))
    whose = f"Career report for {view.name}" if view.name else "Your career report"
    catalogue = view.ranking.catalogue
    return page_html(whose, f"{today} · {catalogue.name}, {catalogue.version}", sections(view))


def page_html(
    title: str, dateline: str, content: Iterable[Section], links: Sequence[tuple[str, str]] = ()
) -> str:
    """A page of sections; ``links`` are names and addresses of pages beside it."""
    return _template().render(title=title, dateline=dateline, sections=list(content), links=links)


def row_html(table: Table) -> str:
    """The rows of a table alone."""
    module: Any = _template().environment.get_template(_PARTS).module
    return str(module.rows(table))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    loader = PackageLoader("careeradvisor.output.report", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["web_address"] = web_address
    environment.filters["small"] = small
    environment.filters["kind"] = lambda part: type(part).__name__
    style = loader.get_source(environment, _STYLE)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    environment.globals.update(
        signs=SIGNS,
        states=STATE_WORDS | {"unknown": NOT_KNOWN},
        style=Markup(style),
        style_hash=f"sha256-{digest}",
        program=f"careeradvisor {__version__}",
    )
    return environment.get_template(_PAGE)
