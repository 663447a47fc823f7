"""Looking for words in the names and descriptions of careers."""

from __future__ import annotations

from pathlib import Path

from .find import names_of
from .location import TITLES, bundled_data
from .model import Career, Catalogue
from .names import key, loose_key, words_of
from .occupations import occupations, rows

_TITLE, _ALIAS, _OTHER_TITLE, _TEXT = range(4)
_ENOUGH = 4
# No name has so many letters; what comes after them is not looked for.
_LONGEST = 200


def search(
    catalogue: Catalogue, text: str, titles: Path | None = None
) -> dict[str, tuple[int, str | None]]:
    """Careers whose names or description hold every word of ``text``, in any case or number.

    Looks in titles, ids, aliases, official titles of occupations, O*NET's alternate titles,
    summaries and duties. Each career comes with how far from the title it was found (0 in the
    title) and, if nowhere nearer, the alternate title that it was found by. ``titles`` is the
    table of these, by default the bundled one.
    """
    wanted = _Wanted(text[:_LONGEST])
    if not wanted.words:
        return {}
    found: dict[str, tuple[int, str | None]] = {}
    official = {
        soc: item.title
        for soc, item in occupations().items()
        if not item.now and wanted.in_(item.title)
    }
    others = _other_titles(wanted, titles or bundled_data() / TITLES)
    for career in catalogue.careers.values():
        place = _place(career, wanted)
        wages = career.salary.soc if career.salary is not None else None
        other = official.get(career.soc) or official.get(wages or "")
        other = other or others.get(career.onet or "")
        if other is not None and (place is None or place > _OTHER_TITLE):
            found[career.id] = (_OTHER_TITLE, other)
        elif place is not None:
            found[career.id] = (place, None)
    return found


class _Wanted:
    """The words looked for: each as a part of a word, or all together without spaces.

    Letters as few as those of an abbreviation are in too many words by chance ("OT" in "other"):
    two of them are looked for as a word, three as the beginning of one.
    """

    def __init__(self, text: str) -> None:
        self.words = dict.fromkeys(words_of(text))
        self.whole = loose_key(text)

    def in_(self, *texts: str) -> bool:
        words = [word for text in texts for word in words_of(text)]
        # "xray" is in "x ray technologist", and "x-ray" in "xray tech".
        together = "".join(words) if len(self.whole) >= _ENOUGH else ""
        if self.whole and self.whole in together:
            return True
        return all(
            _is_among(wanted, words) or (len(wanted) >= _ENOUGH and wanted in together)
            for wanted in self.words
        )


def _is_among(wanted: str, words: list[str]) -> bool:
    # Other scripts write whole words in two letters, and without blanks between them.
    few = len(wanted) if wanted.isascii() else _ENOUGH
    if few < 3:
        return wanted in words
    if few == 3:
        return any(word.startswith(wanted) for word in words)
    return any(wanted in word for word in words)


def _place(career: Career, wanted: _Wanted) -> int | None:
    """The nearest place up to which all words are found; ``None`` if some is nowhere."""
    names = names_of(career)
    if wanted.in_(career.title):
        return _TITLE
    if wanted.in_(*names):
        return _ALIAS
    return _TEXT if wanted.in_(*names, career.summary, *career.duties) else None


def _other_titles(wanted: _Wanted, table: Path) -> dict[str, str]:
    """By O*NET code, the shortest alternate title that holds every word."""
    found: dict[str, str] = {}
    # A quick look first: to take all 7,000 titles apart costs ten times as much.
    starts = [word[:3] for word in wanted.words]
    for title, code in rows(table, "title", "soc"):
        letters = key(title)
        if not all(start in letters for start in starts):
            continue
        shorter = code not in found or len(title) < len(found[code])
        if shorter and wanted.in_(title):
            found[code] = title
    return found
