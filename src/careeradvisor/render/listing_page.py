"""A list of careers for a terminal: a table where there is room, else blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue import levels
from careeradvisor.criteria import BY_KEY
from careeradvisor.render import words
from careeradvisor.render.format import NOT_KNOWN, dollars, months
from careeradvisor.render.listing import ORDERS, SEARCH
from careeradvisor.render.page import Column, Page
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.render.listing import Entry, Listing
    from careeradvisor.render.screen import Screen

_WIDE = 92
_NATIONAL = "^"
_MOST_NAMES = 5


def listing_page(screen: Screen, prospects: Prospects, found: Listing, person: Answers) -> Page:
    """The careers found with their main figures, and what the figures mean."""
    page = Page(screen)
    write_listing(page, prospects, found, person)
    return page


def write_listing(page: Page, prospects: Prospects, found: Listing, person: Answers) -> None:
    """Put the careers found onto a page, as a table where there is room for one."""
    page.title(_count(found))
    conditions = [filter.text for filter in found.filters]
    if found.sort in ORDERS:
        conditions.append(ORDERS[found.sort].text)
    if found.reverse:
        conditions.append("in reverse order")
    page.text(words.sentence("; ".join(conditions)), style="dim")
    if not found.entries:
        _nothing(page, found)
        return
    page.gap()
    if page.lists_in_blocks:
        _blocks(page, prospects, found)
    else:
        _table(page, prospects, found)
    _notes(page, prospects, found, person)


def _count(found: Listing) -> str:
    count = len(found.entries)
    if not count:
        return "No career meets all of this"
    if not found.filters:
        return f"{count:,} careers"
    return f"{count:,} of {found.total:,} careers"


def _nothing(page: Page, found: Listing) -> None:
    page.gap()
    for filter, count in found.relaxed if len(found.filters) > 1 else ():
        careers = "1 career" if count == 1 else f"{count:,} careers"
        page.text(f"Without {filter.flag}: {careers}.")
    if [filter.key for filter in found.filters] == [SEARCH]:
        page.text("Try another word, or the first letters of it.")
    elif not found.relaxed:
        more = "two or more of these, or ask for less" if len(found.filters) > 1 else "it"
        page.text(f"Leave out {more}. Run careeradvisor list to see all careers.")


def _table(page: Page, prospects: Prospects, found: Listing) -> None:
    wide = page.screen.width >= _WIDE
    columns = [
        Column("Career", wraps=True),
        Column("Pay, median", right=True),
        Column("Months", right=True),
        Column("Patients"),
        Column("From home"),
    ]
    if wide:
        columns += [Column("Jobs", right=True), Column("10-year earnings", right=True)]
    marks = max((len(_marks(entry.prospect)) for entry in found.entries), default=0)
    rows: list[list[str] | str] = []
    for family, entries in _grouped(prospects, found):
        if family:
            rows.append(family)
        for entry in entries:
            prospect = entry.prospect
            row = [
                _name(entry),
                f"{dollars(prospect.pay.median)}{_marks(prospect).ljust(marks)}",
                NOT_KNOWN if prospect.shortest is None else str(prospect.shortest),
                _patients(prospect),
                _home(prospect),
            ]
            if wide:
                row += [_jobs(prospect), _earned(prospect)]
            rows.append(row)
    page.table(columns, rows)


def _blocks(page: Page, prospects: Prospects, found: Listing) -> None:
    for family, entries in _grouped(prospects, found):
        if family:
            page.heading(family)
        for entry in entries:
            prospect = entry.prospect
            pay = prospect.pay.median
            parts = [
                "pay not known" if pay is None else f"{dollars(pay)}{_marks(prospect)} a year",
                "time not known" if prospect.shortest is None else months(prospect.shortest),
                f"patients {_patients(prospect)}",
                f"from home {_home(prospect)}",
            ]
            if page.screen.plain:
                page.text(f"{_name(entry)}: {', '.join(parts)}.", hang=2)
            else:
                page.text(_name(entry), style="bold")
                page.text(", ".join(parts), indent=4)


def _grouped(prospects: Prospects, found: Listing) -> list[tuple[str, list[Entry]]]:
    """The entries under their families' titles, or all of them under none."""
    searched = any(filter.key == SEARCH for filter in found.filters)
    if found.sort != "family" and (found.sort is not None or searched):
        return [("", list(found.entries))]
    families: dict[str, list[Entry]] = {}
    for entry in found.entries:
        families.setdefault(entry.career.family, []).append(entry)
    titles = prospects.catalogue.families
    return [(titles.get(family, family), entries) for family, entries in families.items()]


def _name(entry: Entry) -> str:
    career = entry.career
    name = words.named(career)
    unknown = [BY_KEY[name].label for name in entry.unknown if name in BY_KEY]
    return f"{name} [{listed(unknown)} {NOT_KNOWN}]" if unknown else name


def _marks(prospect: Prospect) -> str:
    if prospect.pay.median is None:
        return ""
    national = _NATIONAL if prospect.pay.missing_area is not None else ""
    return words.broader_mark(prospect) + national


def _patients(prospect: Prospect) -> str:
    contact = prospect.career.patient_contact
    return NOT_KNOWN if contact is None else levels.PATIENT_CONTACT[contact.level]


def _home(prospect: Prospect) -> str:
    remote = prospect.career.remote
    return NOT_KNOWN if remote is None else levels.REMOTE[remote.level]


def _jobs(prospect: Prospect) -> str:
    outlook = prospect.career.outlook
    if outlook is None or outlook.change_percent is None:
        return NOT_KNOWN
    return f"{outlook.change_percent:+g}%" if outlook.change_percent else "0%"


def _earned(prospect: Prospect) -> str:
    earnings = prospect.earnings
    return NOT_KNOWN if earnings is None else dollars(round(earnings.total, -3))


def _notes(page: Page, prospects: Prospects, found: Listing, person: Answers) -> None:
    page.gap()
    for entry in [entry for entry in found.entries if entry.found_as][:_MOST_NAMES]:
        page.text(f"{entry.career.title} is also called {entry.found_as}.", style="dim")
    shown = [entry.prospect for entry in found.entries]
    marks = "".join(map(_marks, shown))
    if words.BROADER in marks:
        page.text(words.BROADER_NOTE, style="dim")
    if _NATIONAL in marks:
        page.text(
            f"{_NATIONAL} Not published for {prospects.area}, national figure shown.", style="dim"
        )
    vintages = {
        prospects.catalogue.sources[p.career.salary.source].vintage
        for p in shown
        if p.career.salary
    }
    where = prospects.catalogue.head.region
    if prospects.area is not None:
        where = prospects.area
    page.text(
        f"Pay: a year, half of the people earn less; {where}, {listed(sorted(vintages))}. "
        f"Months until you can start: {words.person_words(prospects.catalogue, person)}, at the "
        "shortest, with the paid work that is asked for first.",
        style="dim",
    )
    page.text("More about one of them: careeradvisor show ID", style="dim")
