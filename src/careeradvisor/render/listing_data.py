"""A list of careers as JSON, CSV and Markdown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from careeradvisor.render.career_data import (
    catalogue_fields,
    fields_of,
    for_you_fields,
    pay_fields,
    person_fields,
)
from careeradvisor.render.career_row import COLUMNS, career_row
from careeradvisor.render.format import print_csv, print_json

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects
    from careeradvisor.render.listing import Entry, Listing

SCHEMA = "careeradvisor/careers-1"

# Long texts and lists; `show` has them.
_LEFT_OUT = ("duties", "day", "qualities", "routes", "credentials", "ladder", "faq")


def print_listing(prospects: Prospects, found: Listing, person: Answers, format: str) -> None:
    """Write a list to standard output as ``json``, ``csv`` or ``markdown``."""
    if format == "json":
        print_json(listing_fields(prospects, found, person))
    elif format == "csv":
        print_csv(
            (*COLUMNS, "not_known"),
            (
                (*career_row(entry.prospect, prospects.catalogue), " ".join(entry.unknown))
                for entry in found.entries
            ),
        )
    else:
        sys.stdout.write(_as_markdown(prospects, found, person))


def listing_fields(prospects: Prospects, found: Listing, person: Answers) -> dict[str, Any]:
    """JSON-ready: the careers without their long texts, in the list's order."""
    return {
        "schema": SCHEMA,
        "catalogue": catalogue_fields(prospects.catalogue),
        "for_you": person_fields(person),
        "filters": [{"key": f.key, "flag": f.flag, "text": f.text} for f in found.filters],
        "sort": found.sort,
        "careers": [_entry_fields(entry, prospects, person) for entry in found.entries],
        "would_be_left": [
            {"without": filter.flag, "careers": count} for filter, count in found.relaxed
        ],
    }


def _entry_fields(entry: Entry, prospects: Prospects, person: Answers) -> dict[str, Any]:
    own = fields_of(entry.career)
    own.pop("id")
    for name in _LEFT_OUT:
        own.pop(name)
    return {
        "id": entry.career.id,
        **own,
        "family_title": prospects.catalogue.families.get(entry.career.family),
        "pay": pay_fields(entry.prospect),
        "for_you": for_you_fields(entry.prospect, person),
        "not_known": list(entry.unknown),
        "found_as": entry.found_as,
    }


def _as_markdown(prospects: Prospects, found: Listing, person: Answers) -> str:
    from careeradvisor.render.listing_page import write_listing
    from careeradvisor.render.markdown_page import MarkdownPage

    page = MarkdownPage()
    write_listing(page, prospects, found, person)
    return page.as_text()
