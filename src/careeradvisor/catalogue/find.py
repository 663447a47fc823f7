"""Finding a career by whatever a person calls it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from careeradvisor.errors import AmbiguousCareer, UnknownCareer
from careeradvisor.text import listed, shorten

from .location import TITLES, bundled_data
from .model import Career, Catalogue
from .names import key, loose_key, words_of

_SOC = re.compile(r"([0-9]{2})([0-9]{4})(?:\.([0-9]{2}))?")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LONGEST = 200
_MOST_LISTED = 10


class Found(NamedTuple):
    """A career, and ``how`` it was found: a sentence to show, None when that is plain."""

    career: Career
    how: str | None = None


def find(catalogue: Catalogue, text: str, *, titles: Path | None = None) -> Found:
    """Return the career that ``text`` names.

    Asked in this order, the first that knows the name decides: id, alias, SOC code, title;
    the same in another number or spelling ("X-ray techs"); the official title of an
    occupation; then words that the names of careers hold, together with O*NET's alternate
    titles. ``titles`` is the table of these, by default the bundled one. Raises
    :class:`AmbiguousCareer`, listing them, when several careers answer and
    :class:`UnknownCareer`, with suggestions, when none does.
    """
    wanted = key(text[: _LONGEST + 1])
    if wanted and len(text) <= _LONGEST:
        all_careers = list(catalogue.careers.values())
        careers = [career for career in all_careers if key(career.id) == wanted]
        careers = careers or [one for one in all_careers if wanted in map(key, one.aliases)]
        if careers:
            return Found(_the_one(careers, text))
        code = _SOC.fullmatch(wanted)
        if code is not None:
            return _by_code(catalogue, f"{code[1]}-{code[2]}", code[3], text)
        careers = [career for career in all_careers if key(career.title) == wanted]
        loose = loose_key(text)
        if loose and not careers:
            careers = [one for one in all_careers if loose in map(loose_key, names_of(one))]
        if careers:
            return Found(_the_one(careers, text))
        found = _by_official_title(catalogue, text)
        found = found or _by_words(catalogue, text, titles or bundled_data() / TITLES)
        if found is not None:
            return found
    raise UnknownCareer(_unknown(catalogue, text, wanted))


def names_of(career: Career) -> tuple[str, ...]:
    """Return what a career is called: its title with and without the part in brackets, aliases."""
    short = _BRACKETS.sub("", career.title)
    return (career.title, short, career.id, *career.aliases)


def _by_code(catalogue: Catalogue, soc: str, suffix: str | None, text: str) -> Found:
    careers = list(catalogue.careers.values())
    if suffix is not None:
        exact = _owners([career for career in careers if career.onet == f"{soc}.{suffix}"])
        if exact:
            return Found(_the_one(exact, text))
    counted = _counted_under(careers, soc)
    if not counted:
        raise UnknownCareer(_unknown_code(catalogue, soc))
    career = _the_one(counted, text)
    if suffix in (None, "00"):
        return Found(career)
    if not _has_title(career, {f"{soc}.{suffix}"}):
        raise UnknownCareer(_unknown_code(catalogue, soc, suffix))
    how = f"{soc}.{suffix} is counted under {soc}, the code of {_named(career)}."
    return Found(career, how)


def _counted_under(careers: list[Career], soc: str) -> list[Career]:
    """Careers that have a SOC code, else those whose wages are published under it."""
    own = [career for career in careers if career.soc == soc]
    if not own:
        own = [career for career in careers if career.salary and career.salary.soc == soc]
    return _owners(own, soc)


def _by_official_title(catalogue: Catalogue, text: str) -> Found | None:
    from .occupations import occupations

    wanted = loose_key(text)
    for occupation in occupations().values():
        if wanted and loose_key(occupation.title) == wanted:
            careers = list(catalogue.careers.values())
            counted = {
                career.id: career
                for soc in (occupation.soc, *occupation.now)
                for career in _counted_under(careers, soc)
            }
            if counted:
                career = _the_one(list(counted.values()), text)
                how = f"{career.title} is counted under {occupation.title} ({occupation.soc})."
                return Found(career, how)
    return None


def _by_words(catalogue: Catalogue, text: str, table: Path) -> Found | None:
    """By words that a career's own names hold, or by a title that O*NET lists for it."""
    wanted = words_of(text)
    found = {
        career.id: career
        for career in catalogue.careers.values()
        if wanted and any(_holds(name, wanted) for name in names_of(career))
    }
    own = len(found)
    title, codes = _onet_codes(loose_key(text), table)
    for career in _owners(
        [career for career in catalogue.careers.values() if _has_title(career, codes)]
    ):
        found.setdefault(career.id, career)
    if not found:
        return None
    career = _the_one(list(found.values()), text)
    how = f'O*NET lists "{shorten(title, 80)}" among the titles of {career.title}.'
    return Found(career, f"Taken for {_named(career)}." if own else how)


def _holds(name: str, wanted: list[str]) -> bool:
    words = words_of(name)
    return all(word in words for word in wanted)


def _has_title(career: Career, codes: set[str]) -> bool:
    """Say whether titles of some O*NET codes are a career's.

    A more special code stands for the general one, never for another special one of the
    same group: a patient representative (29-2099.08) is no neurodiagnostic technologist.
    """
    if career.onet is None:
        return False
    # Codes that end in 9 are "all other": what is special there has nothing in common.
    general = career.onet == f"{career.soc}.00" and not career.soc.endswith("9")
    return career.onet in codes or (general and any(code[:7] == career.soc for code in codes))


def _onet_codes(wanted: str, table: Path) -> tuple[str, set[str]]:
    """Return the title as O*NET writes it and the O*NET codes of the occupations that have it."""
    from .occupations import rows

    title = ""
    codes: set[str] = set()
    # The letters are compared first: to take all 7,000 titles apart costs ten times as much.
    start = wanted[:2]
    for name, code in rows(table, "title", "soc"):
        if wanted and key(name)[:2] == start and loose_key(name) == wanted:
            title = title or name
            codes.add(code)
    return title, codes


def _owners(careers: list[Career], soc: str | None = None) -> list[Career]:
    """Leave out those that share their SOC code with the career that the occupation is.

    A catalogue says which one that is by giving it the code as an alias, or the position
    "whole" in the group. ``soc`` is the code that they share, if it is not their own.
    """
    owned: dict[str, str] = {}
    for career in careers:
        position = career.salary.position if career.salary is not None else None
        if position is not None and position.part == "whole":
            owned.setdefault(soc or career.soc, career.id)
    for career in careers:
        if key(soc or career.soc) in map(key, career.aliases):
            owned[soc or career.soc] = career.id
    return [career for career in careers if owned.get(soc or career.soc, career.id) == career.id]


def _the_one(careers: list[Career], text: str) -> Career:
    if len(careers) == 1:
        return careers[0]
    shown = [_named(career) for career in careers[:_MOST_LISTED]]
    rest = len(careers) - len(shown)
    more = [f"{rest} more"] if rest else []
    raise AmbiguousCareer(
        f"'{shorten(text, 40)}' can be any of {len(careers)} careers: {listed(shown + more)}. "
        f"Give the id of one, such as {careers[0].id}."
    )


def _unknown(catalogue: Catalogue, text: str, wanted: str) -> str:
    search = "`careeradvisor list --search WORD`"
    if not wanted:
        return f"A career needs a name. Run `careeradvisor list` to see all, or {search}."
    near = _suggestions(catalogue, wanted)
    hint = f" Did you mean {_all_named(near, 'or')}?" if near else ""
    return f"No career called '{shorten(text, 40)}'.{hint} Run {search} to look for it."


def _unknown_code(catalogue: Catalogue, soc: str, suffix: str | None = None) -> str:
    """Say what a SOC code is that no career has: its title, successors, or the group it is in."""
    from .occupations import occupations

    known = occupations()
    occupation = known.get(soc)
    careers = list(catalogue.careers.values())
    start = f"No career here is counted under {soc}"
    if suffix is not None and any(career.soc == soc for career in careers):
        # The group is here, this part of it is not: its other parts are other work.
        start = f"No career here has the O*NET code {soc}.{suffix}; its group is {soc}"
    if occupation is not None and occupation.now:
        heirs = [career for now in occupation.now for career in _counted_under(careers, now)]
        codes = listed(occupation.now)
        hint = f" Did you mean {_all_named(heirs, 'or')}?" if heirs else ""
        return f"{start} ({occupation.title}): since 2018 that is {codes}.{hint}"
    # The broad group first (29-1210), then the minor one (29-1...).
    near = [career for career in careers if career.soc[:6] == soc[:6]]
    near = near or [career for career in careers if career.soc[:4] == soc[:4]]
    title = f" ({occupation.title})" if occupation is not None else ""
    group = known.get(f"{soc[:2]}-0000")
    where = f" It belongs to {group.title}." if group is not None else ""
    if occupation is None:
        where = f" It is not an occupation of the SOC of 2018.{where}"
    hint = f" Near it: {_all_named(near)}." if near else ""
    return f"{start}{title}.{where}{hint}"


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
    near += difflib.get_close_matches(wanted[:60], names, n=2 * most, cutoff=0.65)
    chosen = {names[name].id: names[name] for name in near}
    return list(chosen.values())[:most]


def _all_named(careers: list[Career], last: str = "and") -> str:
    return listed([_named(career) for career in careers[:4]], last)


def _named(career: Career) -> str:
    return f"{career.id} ({career.title})"
