"""Finding a career by whatever a person calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from careeradvisor.errors import AmbiguousCareer, CareerAdvisorError, UnknownCareer
from careeradvisor.text import shorten

from .location import TITLES, bundled_data
from .model import Career, Catalogue
from .names import key

_SOC = re.compile(r"([0-9]{2})([0-9]{4})(?:\.([0-9]{2}))?")
_LONGEST = 200
_MOST_LISTED = 10


class Found(NamedTuple):
    """A career, and ``how`` it was found: a sentence to show, None when that is plain."""

    career: Career
    how: str | None = None


def find(catalogue: Catalogue, text: str, *, titles: Path | None = None) -> Found:
    """Return the career that ``text`` names: by id, alias, SOC code, title or O*NET title.

    The first of these that knows the name decides. Case, spaces, dashes and
    underscores do not matter. ``titles`` is the table of O*NET's alternate titles,
    by default the bundled one. Raises :class:`AmbiguousCareer`, listing them, when
    several careers answer and :class:`UnknownCareer`, with suggestions, when none does.
    """
    wanted = key(text[: _LONGEST + 1])
    if wanted and len(text) <= _LONGEST:
        for careers in (
            _by_id(catalogue, wanted),
            _by_alias(catalogue, wanted),
        ):
            if careers:
                return Found(_the_one(careers, text))
        code = _SOC.fullmatch(wanted)
        if code is not None:
            found = _by_code(catalogue, f"{code[1]}-{code[2]}", code[3], text)
            if found is not None:
                return found
        careers = [career for career in catalogue.careers.values() if key(career.title) == wanted]
        if careers:
            return Found(_the_one(careers, text))
        found = _by_onet_title(catalogue, wanted, text, titles or bundled_data() / TITLES)
        if found is not None:
            return found
    raise UnknownCareer(_unknown(catalogue, text, wanted))


def _by_id(catalogue: Catalogue, wanted: str) -> list[Career]:
    return [career for name, career in catalogue.careers.items() if key(name) == wanted]


def _by_alias(catalogue: Catalogue, wanted: str) -> list[Career]:
    return [
        career
        for career in catalogue.careers.values()
        if any(key(alias) == wanted for alias in career.aliases)
    ]


def _by_code(catalogue: Catalogue, soc: str, suffix: str | None, text: str) -> Found | None:
    careers = list(catalogue.careers.values())
    if suffix is not None:
        exact = _owners([career for career in careers if career.onet == f"{soc}.{suffix}"])
        if exact:
            return Found(_the_one(exact, text))
    counted = _owners([career for career in careers if career.soc == soc])
    if not counted:
        return None
    career = _the_one(counted, text)
    if suffix in (None, "00"):
        return Found(career)
    how = f"{soc}.{suffix} is counted under {soc}, the code of {_named(career)}."
    return Found(career, how)


def _by_onet_title(catalogue: Catalogue, wanted: str, text: str, table: Path) -> Found | None:
    title, codes = _onet_codes(wanted, table)
    if not codes:
        return None
    careers = [career for career in catalogue.careers.values() if career.onet in codes]
    if not careers:
        groups = {code[:7] for code in codes}
        careers = [career for career in catalogue.careers.values() if career.soc in groups]
    if not careers:
        return None
    career = _the_one(_owners(careers), text)
    how = f'O*NET lists "{shorten(title, 80)}" among the titles of {career.title}.'
    return Found(career, how)


def _onet_codes(wanted: str, table: Path) -> tuple[str, set[str]]:
    """Return the title as O*NET writes it and the O*NET codes of the occupations that have it."""
    import csv
    import io

    from .read import read_bytes

    # A table that is missing or damaged means fewer names, no more than that.
    try:
        content = read_bytes(table).decode("utf-8-sig")
    except (CareerAdvisorError, UnicodeDecodeError):
        return "", set()
    title = ""
    codes: set[str] = set()
    try:
        for row in csv.DictReader(io.StringIO(content, newline="")):
            name, code = row.get("title"), row.get("soc")
            if name and code and key(name) == wanted:
                title = title or name
                codes.add(code)
    except csv.Error:
        pass
    return title, codes


def _owners(careers: list[Career]) -> list[Career]:
    """Leave out those that share their SOC code with one that has the code as an alias.

    The alias is how a catalogue says which career of several the occupation is.
    """
    owned = {
        career.soc: career.id
        for career in careers
        if any(key(alias) == key(career.soc) for alias in career.aliases)
    }
    return [career for career in careers if owned.get(career.soc, career.id) == career.id]


def _the_one(careers: list[Career], text: str) -> Career:
    if len(careers) == 1:
        return careers[0]
    shown = [_named(career) for career in careers[:_MOST_LISTED]]
    rest = len(careers) - len(shown)
    more = [f"{rest} more"] if rest else []
    raise AmbiguousCareer(
        f"'{shorten(text, 40)}' can be any of {len(careers)} careers: {_joined(shown + more)}. "
        f"Give the id of one, such as {careers[0].id}."
    )


def _unknown(catalogue: Catalogue, text: str, wanted: str) -> str:
    search = "Run `careeradvisor list --search WORD` to look for it."
    if not wanted:
        return (
            "A career needs a name. "
            "Run `careeradvisor list` to see all, or `careeradvisor list --search WORD`."
        )
    near = _suggestions(catalogue, wanted)
    hint = f" Did you mean {_joined([_named(career) for career in near], 'or')}?" if near else ""
    return f"No career called '{shorten(text, 40)}'.{hint} {search}"


def _suggestions(catalogue: Catalogue, wanted: str, most: int = 3) -> list[Career]:
    """Return the careers with the most similar names: first those that hold the text as it is."""
    import difflib

    names: dict[str, Career] = {}
    for career in catalogue.careers.values():
        for name in (career.id, *career.aliases, career.title):
            names.setdefault(key(name), career)
    near = difflib.get_close_matches(wanted[:60], names, n=2 * most, cutoff=0.7)
    if len(wanted) >= 3:
        near += sorted((name for name in names if wanted in name), key=len)[: 2 * most]
    near += difflib.get_close_matches(wanted[:60], names, n=2 * most, cutoff=0.6)
    chosen = {names[name].id: names[name] for name in near}
    return list(chosen.values())[:most]


def _named(career: Career) -> str:
    return f"{career.id} ({career.title})"


def _joined(words: Iterable[str], last: str = "and") -> str:
    from .wording import one_of

    return one_of(list(words), last=last)
