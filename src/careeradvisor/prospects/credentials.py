"""Licences, certificates and degrees that a person can hold, and what people call them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from careeradvisor.catalogue.names import key
from careeradvisor.prospects.education import is_level
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.catalogue.model import Career, Catalogue

_MOST_TITLES = 3
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
# What people write around the field of a degree: "BS in biology", "accounting major".
_BEFORE_A_FIELD = frozenset(
    {"a", "arts", "ba", "bachelor", "bachelors", "bs", "bsc", "degree", "in", "ma", "major"}
    | {"master", "masters", "ms", "msc", "of", "science"}
)
_BEHIND_A_FIELD = frozenset({"ba", "bs", "degree", "graduate", "major"})
_DOTS = str.maketrans("", "", ".'\u2019")


def own_credentials(career: Career) -> tuple[str, ...]:
    """The credentials that a career gives: at least one of its ways does not start from them.

    A nurse practitioner is a registered nurse too, yet nobody becomes a nurse that way.
    """
    return tuple(
        credential
        for credential in career.grants
        if any(credential not in route.start for route in career.routes)
    )


class Credentials:
    """All credentials that a career of a catalogue grants or starts from, and its degrees."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in order of the alphabet."""
        found = set(self.catalogue.degrees)
        for career in self.catalogue.careers.values():
            found.update(career.grants)
            for route in career.routes:
                found.update(start for start in route.start if not is_level(start))
        return tuple(sorted(found))

    def commonest(self, most: int) -> list[str]:
        """Ids of those in whose careers there are most openings, the commonest first."""

        def openings(credential: str) -> int:
            outlooks = [career.outlook for career in self._granting.get(credential, [])]
            return max((o.own_openings or 0 for o in outlooks if o is not None), default=0)

        return sorted(self.ids, key=lambda id: (-openings(id), id))[:most]

    @cached_property
    def _granting(self) -> dict[str, list[Career]]:
        granting: dict[str, list[Career]] = {}
        for career in self.catalogue.careers.values():
            for credential in own_credentials(career):
                granting.setdefault(credential, []).append(career)
        return granting

    def name(self, credential: str) -> str:
        """What to call a credential: the title of the career that gives it, else its id.

        By its id too where many give it: a physician is no family physician or internist.
        """
        if credential in self.catalogue.degrees:
            degree = self.catalogue.degrees[credential]
            called = degree.called or f"degree in {degree.field}"
            return called[0].upper() + called[1:]
        careers = self._granting.get(credential, [])
        titles = [career.title for career in careers] if len(careers) <= _MOST_TITLES else []
        return listed(titles, "or") or credential.replace("-", " ")

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """Ids by the names of careers that give them, and by abbreviations of papers and degrees.

        Of several that a career gives (a physician's and the specialty's), its names mean the
        one that no other career gives.
        """
        called: dict[str, set[str]] = {}

        def call(credential: str, names: Iterable[str]) -> None:
            for name in names:
                called.setdefault(key(name), set()).add(credential)

        for credential, careers in self._granting.items():
            for career in careers:
                own = own_credentials(career)
                if len(own) == 1 or len(careers) == 1:
                    call(credential, (career.id, career.title, *career.aliases))
                if own == (credential,):
                    needed = [c.name for c in career.credentials if c.need != "optional"]
                    call(credential, (*needed, *_ABBREVIATION.findall(" ".join(needed))))
                if own[0] == credential:
                    # An MD or a DDS is given for what opens the whole profession.
                    awards = " ".join(route.award for route in career.routes)
                    call(credential, _ABBREVIATION.findall(awards))
        for id, degree in self.catalogue.degrees.items():
            # Whoever says BSW means the degree, not the license of a career that starts with it.
            names = (degree.field, degree.called or degree.field, *degree.aliases)
            called.update((key(name), {id}) for name in names)
        return called

    def near(self, text: str, most: int = 3) -> tuple[str, ...]:
        """The credentials whose names are nearest to a word that :meth:`resolve` does not know."""
        import difflib

        names = {**self._called, **{name: {id} for name, id in self._by_key.items()}}
        close = difflib.get_close_matches(key(text[:60]), names, n=2 * most, cutoff=0.8)
        return tuple(dict.fromkeys(id for name in close for id in sorted(names[name])))[:most]

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {key(credential): credential for credential in self.ids}

    def resolve(self, text: str) -> tuple[str, ...]:
        """The credentials that ``text`` may mean: one is the answer, none or more are not.

        By id, by the name of a career that gives it ("coder" means ``coding``), by a
        certificate's name or abbreviation, by the field of a degree ("BS in biology"). Case,
        blanks and dashes do not matter.
        """
        wanted = key(text[:200])
        if wanted in self._by_key:
            return (self._by_key[wanted],)
        return tuple(sorted(self._called.get(wanted) or self._degree_in(text[:200])))

    def _degree_in(self, text: str) -> set[str]:
        """The degrees in the field that is left once what stands around it is taken away."""
        words = re.split(r"[\s_-]+", text.casefold().translate(_DOTS).strip())
        while words and words[0] in _BEFORE_A_FIELD:
            words = words[1:]
        while words and words[-1] in _BEHIND_A_FIELD:
            words = words[:-1]
        return self._called.get(key("".join(words)), set()) & self.catalogue.degrees.keys()
