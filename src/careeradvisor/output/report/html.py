"""The printable report: one HTML file that needs nothing else and asks nothing of the network.

It has no script. A content security policy lets a browser use only the style sheet
inside the file, by its hash, so that nothing in a catalogue's text could ever load
or run. Every value passes through :func:`careeradvisor.text.one_line` and Jinja's
escaping on its way out.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from careeradvisor.output.markdown import web_address
from careeradvisor.output.report.build import build_report
from careeradvisor.output.report.file import write_atomically
from careeradvisor.output.report.words import capital
from careeradvisor.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.matching.advice import Advice

_PAGE = "report.html.j2"
_STYLE = "report.css"


def write_report(path: Path, catalogue: Catalogue, advice: Advice, top: int) -> None:
    """Write the report on the first ``top`` careers (at least one) to ``path``.

    An earlier report there is overwritten, whole or not at all. Raises FileProblem
    when the file cannot be written; then nothing is left behind.
    """
    write_atomically(path, report_html(catalogue, advice, top, dt.date.today()))


def report_html(catalogue: Catalogue, advice: Advice, top: int, today: dt.date) -> str:
    """The report as HTML, dated ``today``."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        return (
            one_line(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
        )

    loader = PackageLoader("careeradvisor.output.report", "templates")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["capital"] = capital
    environment.filters["web_address"] = web_address
    style = loader.get_source(environment, _STYLE)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return environment.get_template(_PAGE).render(
        report=build_report(catalogue, advice, top, today),
        style=Markup(style),
        style_hash=f"sha256-{digest}",
    )
