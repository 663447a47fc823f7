"""Numbers and machine-readable output: dollars, months, JSON, CSV, Markdown.

What comes from a catalogue or a person can hold anything, so each writer has
its own guard: control characters are written out everywhere, a spreadsheet never
takes a cell for a formula, Markdown and HTML never take text for markup.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from careeradvisor.text import one_line, plain

if TYPE_CHECKING:
    from typing import Literal

    Format = Literal["table", "json", "csv", "markdown"]

FORMATS = ("table", "json", "csv", "markdown")
NOT_KNOWN = "not known"

Value = str | int | float | bool | None

# The last four are full-width forms, which spreadsheets in some languages read alike.
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
# Patterns are compiled when first used: most runs of the program use none of them.
_NUMBER = r"-[0-9]+(\.[0-9]+)?"
_MARKDOWN = r"([\\`*_\[\]|~#])"
# No blanks, and none of what would end a link in HTML or in Markdown.
_WEB_ADDRESS = r"https?://[\w.-]+(:[0-9]+)?([/?#][!#-;=?-\[\]^_a-~]*)?"


def dollars(amount: float | None) -> str:
    """Dollars with separators, or "not known".

    >>> dollars(51140)
    '$51,140'
    """
    return NOT_KNOWN if amount is None else f"${round(amount):,}"


def months(count: int) -> str:
    """Months with their unit: "1 month", "9 months"."""
    return f"{count} month" if count == 1 else f"{count} months"


def span(pair: Sequence[int]) -> str:
    """A range of months.

    >>> span((4, 9)), span((24, 24))
    ('4 to 9 months', '24 months')
    """
    low, high = pair
    return months(low) if low == high else f"{low} to {months(high)}"


def years_note(count: int) -> str:
    """What many months are in years: " (4.5 years)"; nothing for fewer than 24."""
    if count < 24:
        return ""
    return f" ({f'{count / 12:.1f}'.removesuffix('.0')} years)"


def clean(value: Any) -> Any:
    """A JSON-ready value with every text in it made safe to print, keys included."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {plain(str(key)): clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    return value


def json_text(value: Any, encoding: str | None = "utf-8") -> str:
    """JSON of a value, made safe, in letters that ``encoding`` has; ends with a line end."""
    import json

    value = clean(value)
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    try:
        text.encode(encoding or "utf-8")
    except (LookupError, UnicodeEncodeError):
        text = json.dumps(value, indent=2, ensure_ascii=True, allow_nan=False)
    return f"{text}\n"


def print_json(value: Any) -> None:
    """Write a value as JSON to standard output."""
    sys.stdout.write(json_text(value, sys.stdout.encoding))


@overload
def csv_cell(value: str) -> str: ...


@overload
def csv_cell(value: Value) -> Value: ...


def csv_cell(value: Value) -> Value:
    """A value that no spreadsheet takes for a formula: such text gets an apostrophe in front.

    >>> csv_cell("=1+1"), csv_cell("-5"), csv_cell(-5)
    ("'=1+1", '-5', -5)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    # Before cleaning as well: a tab in front becomes an ordinary blank.
    suspect = value.startswith(_FORMULA)
    text = one_line(value)
    if (suspect or text.startswith(_FORMULA)) and not re.fullmatch(_NUMBER, text):
        return f"'{text}"
    return text


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """CSV with a head line; unknown values are empty."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return out.getvalue()


def print_csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write CSV to standard output."""
    sys.stdout.write(csv_text(head, rows))


def web_address(address: str) -> str:
    """The address where it is one of the web's, else "": a catalogue is trusted with no other."""
    return address if re.fullmatch(_WEB_ADDRESS, address, re.ASCII) else ""


def markdown(text: str) -> str:
    r"""One line of text as Markdown that shows it literally: no markup, links or HTML.

    >>> markdown("a|b <script> [x](y)")
    'a\\|b &lt;script&gt; \\[x\\](y)'
    """
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(_MARKDOWN, r"\\\1", text)
    # What makes a bare address a link, in dialects that do that.
    text = text.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
    # What would begin a list or underline a heading at the start of a line.
    text = re.sub(r"^([-+=])(?=[-=\s]|$)", r"\\\1", text)
    return re.sub(r"^([0-9]+)([.)])(?=\s|$)", r"\1\\\2", text)


def markdown_row(cells: Iterable[str]) -> str:
    """One row of a Markdown table; the cells are escaped already."""
    return f"| {' | '.join(cells)} |"


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: str = "") -> str:
    """A Markdown table of plain texts, each made safe here.

    ``right`` has an ``r`` for each column that is right-aligned: ``"lrr"``.
    """
    marks = ["---:" if mark == "r" else "---" for mark in right.ljust(len(head), "l")]
    lines = [markdown_row(map(markdown, head)), markdown_row(marks)]
    lines += [markdown_row(map(markdown, row)) for row in rows]
    return "\n".join(lines) + "\n"
