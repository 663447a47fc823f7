"""New figures into the text of a catalogue, leaving all else as its authors wrote it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Table

from careeradvisor.catalogue.wages import NATION
from tools.bls import BadTable, Projection, Projections
from tools.wage_tables import Oews, Row

WAGES, OUTLOOK = "oews", "ooh"
"""Ids of the sources whose figures are refreshed; figures of other sources are left alone."""
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
_JUMP = 0.25


class Figures(NamedTuple):
    """What BLS has newly published; a part that is None is left as it is."""

    oews: Oews | None
    projections: Projections | None


class Change(NamedTuple):
    """One field of one career (``""``: of the catalogue as a whole) that gets another value."""

    career: str
    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        return f"{self.field:<24}{_shown(self.before)} -> {_shown(self.after)}{self._note()}"

    def _note(self) -> str:
        if not _is_number(self.before) or not _is_number(self.after):
            return ""
        if self.field == "outlook.change_percent" or not self.before:
            return ""
        share = self.after / self.before - 1
        return f" ({share:+.1%}{'; a jump: look it up' if abs(share) > _JUMP else ''})"


class Refreshed(NamedTuple):
    """The new text, what changed in it, and what stands in the way (then the text is unusable)."""

    text: str
    changes: list[Change]
    problems: list[str]
    notes: list[str]
    careers: int
    wage_codes: set[str]


def refreshed(text: str, figures: Figures, as_of: dt.date) -> Refreshed:
    """Return the catalogue's text with the new figures in it.

    Raises :class:`BadTable` when the text is no catalogue, or newer than the figures.
    """
    try:
        document = tomlkit.parse(text)
        careers, sources = document["careers"], document["sources"]
    except (TOMLKitError, KeyError) as error:
        raise BadTable(f"The catalogue cannot be read: {error}. Run `catalogue check`.") from error
    work = _Work(figures)
    work.vintages(sources)
    for name, career in careers.items():
        work.career(name, career)
    work.uncovered(careers)
    if work.changes:
        work.head(document["catalogue"], as_of)
    return Refreshed(
        text=tomlkit.dumps(document),
        changes=work.changes,
        problems=work.problems,
        notes=work.notes,
        careers=len(careers),
        wage_codes={_wage_code(career) for career in careers.values() if _of_oews(career)},
    )


class _Work:
    """One run through a catalogue, collecting changes, problems and notes."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.changes: list[Change] = []
        self.problems: list[str] = []
        self.notes: list[str] = []

    def vintages(self, sources: Any) -> None:
        """Date the sources; refuse figures older than those that are there."""
        oews, projected = self.figures.oews, self.figures.projections
        new = {
            WAGES: f"May {oews.year}" if oews is not None else None,
            OUTLOOK: f"{projected.period} edition" if projected is not None else None,
        }
        for source, vintage in new.items():
            if vintage is None:
                continue
            if source not in sources:
                raise BadTable(f"The catalogue has no [sources.{source}], so nothing to refresh.")
            old = str(sources[source]["vintage"])
            if _year(vintage) < _year(old):
                raise BadTable(
                    f"The catalogue's {source} figures are of {old}, newer than {vintage}. "
                    "Check that these are the files you meant."
                )
            self._set("", sources[source], "sources." + source, "vintage", vintage)

    def career(self, name: str, career: Any) -> None:
        """Update one career's salary and outlook."""
        if self.figures.oews is not None and _of_oews(career):
            self._salary(name, career, self.figures.oews)
        outlook = career.get("outlook")
        projected = self.figures.projections
        if projected is not None and outlook is not None and outlook.get("source") == OUTLOOK:
            self._outlook(name, career, outlook, projected)

    def _salary(self, name: str, career: Any, oews: Oews) -> None:
        code, salary = _wage_code(career), career["salary"]
        row = oews.wages.get((NATION, code))
        if row is None:
            self.problems.append(
                f"{name}: there are no national wages of {code}. If BLS now counts it elsewhere, "
                "set salary.soc to that code and name the group."
            )
            return
        self._wages(name, salary, "salary", row)
        self._set(name, salary, "salary", "top_coded", True if any(row.more) else None)
        industry = salary.get("industry")
        if industry is not None:
            there = oews.industries.get((str(industry["naics"]), code))
            if there is None:
                self.problems.append(
                    f"{name}: there are no wages of {code} in industry {industry['naics']}. "
                    "Take salary.industry out, or name another one."
                )
                return
            self._wages(name, industry, "salary.industry", there)

    def _wages(self, name: str, table: Any, path: str, row: Row) -> None:
        for percentile, figure in zip(PERCENTILES, row.wages, strict=True):
            self._set(name, table, path, percentile, figure)
        self._set(name, table, path, "rse", row.rse)
        self._set(name, table, path, "employment", row.employment)

    def _outlook(self, name: str, career: Any, outlook: Any, projected: Projections) -> None:
        codes = _codes(career)
        code = next((code for code in codes if code in projected.by_code), None)
        if code is None:
            self.problems.append(
                f"{name}: the projections have neither of {', '.join(codes)}. Correct the career's "
                "soc, or take its outlook out if it is no longer projected."
            )
            return
        projection = projected.by_code[code]
        if code != career["soc"] and not outlook.get("group"):
            self.problems.append(
                f"{name}: only the group {code} ({projection.title}) is projected. "
                "Name it in outlook.group."
            )
        self._set(name, outlook, "outlook", "period", projected.period)
        self._set(name, outlook, "outlook", "change_percent", projection.change_percent)
        before = outlook.get("openings")
        self._set(name, outlook, "outlook", "openings", projection.openings)
        own = outlook.get("own_openings")
        if own is not None and own == before:
            self._set(name, outlook, "outlook", "own_openings", projection.openings)
        elif own is not None and before != projection.openings:
            self.notes.append(f"{name}: look up outlook.own_openings ({own}), a share of the old.")
        # The table has openings for each occupation, where the handbook has them by page only.
        self._set(name, outlook, "outlook", "openings_group", None)

    def uncovered(self, careers: Any) -> None:
        """Note careers without an outlook for which there is a projection."""
        if self.figures.projections is None:
            return
        by_code: Mapping[str, Projection] = self.figures.projections.by_code
        found = [
            name
            for name, career in careers.items()
            if "outlook" not in career and career["soc"] in by_code
        ]
        if found:
            self.notes.append("Projected, but without an outlook so far: " + ", ".join(found) + ".")

    def head(self, head: Any, as_of: dt.date) -> None:
        """Date the catalogue."""
        self._set("", head, "catalogue", "as_of", as_of)
        self._set("", head, "catalogue", "version", f"{as_of:%Y.%m}")

    def _set(self, career: str, table: Any, path: str, key: str, value: Any) -> None:
        before = table.get(key)
        before = getattr(before, "unwrap", lambda: before)()
        if before == value:
            return
        self.changes.append(Change(career, f"{path}.{key}", before, value))
        if value is None:
            del table[key]
        elif key in table:
            table[key] = value
        else:
            _insert(table, key, value)


# "source" is always there, and stands before the percentiles.
_ORDER = ("source", *PERCENTILES, "top_coded", "rse", "employment")


def _insert(table: Table, key: str, value: Any) -> None:
    """Add a key after the one that goes before it by custom, else at the end of its table."""
    earlier = _ORDER[: _ORDER.index(key)] if key in _ORDER else ()
    present = [name for name in earlier if name in table]
    if not present:
        table.add(key, value)
        return
    # The public interface can only append. Where tomlkit changes, the tests of refresh tell.
    table.value._insert_after(present[-1], key, tomlkit.item(value))
    dict.__setitem__(table, key, value)


def _of_oews(career: Any) -> bool:
    salary = career.get("salary")
    return salary is not None and salary.get("source") == WAGES and salary.get("basis") != "survey"


def _wage_code(career: Any) -> str:
    return str(career["salary"].get("soc") or career["soc"])


def _codes(career: Any) -> list[str]:
    """Codes under which a career may be projected, its own first, then broader ones."""
    own = str(career["soc"])
    wages = str(career.get("salary", {}).get("soc") or own)
    return list(dict.fromkeys([own, wages, own[:6] + "0"]))


def _year(vintage: str) -> int:
    years = re.findall(r"20\d\d", vintage)
    return int(years[0]) if years else 0


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
