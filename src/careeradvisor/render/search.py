"""Looking for words in the names and descriptions of careers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from careeradvisor.catalogue.location import TITLES, bundled_data
from careeradvisor.catalogue.read import read_bytes
from careeradvisor.errors import CareerAdvisorError

if TYPE_CHECKING:
    from pathlib import Path

    from careeradvisor.catalogue.model import Career, Catalogue

_TITLE, _ALIAS, _OTHER_TITLE, _TEXT = range(4)
_SEPARATORS = str.maketrans("-_/", "   ")


def search(
    catalogue: Catalogue, text: str, titles: Path | None = None
) -> dict[str, tuple[int, str | None]]:
    """Careers whose names or description hold every word of ``text``, in any case.

    Looks in titles, ids, aliases, O*NET's alternate titles, summaries and duties. Each
    career comes with how far from the title it was found (0 in the title) and, if
    nowhere nearer, the alternate title that it was found by. ``titles`` is the
    table of these, by default the bundled one.
    """
    wanted = _plain(text).split()
    if not wanted:
        return {}
    found: dict[str, tuple[int, str | None]] = {}
    others = _other_titles(wanted, titles or bundled_data() / TITLES)
    for career in catalogue.careers.values():
        place = _place(career, wanted)
        other = others.get(career.onet or "")
        if other is not None and (place is None or place > _OTHER_TITLE):
            found[career.id] = (_OTHER_TITLE, other)
        elif place is not None:
            found[career.id] = (place, None)
    return found


def _place(career: Career, wanted: list[str]) -> int | None:
    """The nearest place up to which all words are found; ``None`` if some is nowhere."""
    seen = ""
    for place, texts in (
        (_TITLE, [career.title]),
        (_ALIAS, [career.id, *career.aliases]),
        (_TEXT, [career.summary, *career.duties]),
    ):
        seen += " " + _plain(" ".join(texts))
        if all(word in seen for word in wanted):
            return place
    return None


def _other_titles(wanted: list[str], table: Path) -> dict[str, str]:
    """By O*NET code, the shortest alternate title that holds every word."""
    # A table that is missing or damaged means fewer names, no more than that.
    try:
        rows = csv.DictReader(io.StringIO(read_bytes(table).decode("utf-8-sig"), newline=""))
        found: dict[str, str] = {}
        for row in rows:
            title, code = row.get("title") or "", row.get("soc") or ""
            if not all(word in _plain(title) for word in wanted):
                continue
            if code not in found or len(title) < len(found[code]):
                found[code] = title
        return found
    except (CareerAdvisorError, UnicodeDecodeError, csv.Error):
        return {}


def _plain(text: str) -> str:
    return text.casefold().translate(_SEPARATORS)
