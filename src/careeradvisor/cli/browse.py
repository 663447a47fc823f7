"""``list``: browse careers, with filters made from the criteria."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import typer

from careeradvisor.catalogue.names import key
from careeradvisor.cli import completion
from careeradvisor.cli.flags import kind_of, metavar_of, parsed
from careeradvisor.cli.lookup import LookUp, career_named
from careeradvisor.cli.options import PRINTED, command_app, lookup_options, option
from careeradvisor.criteria import ALL
from careeradvisor.errors import WrongUse
from careeradvisor.text import one_line, shorten
from careeradvisor.views.listing import (
    SEARCH,
    SORTS,
    Filter,
    ListedView,
    criterion_filter,
    family_filter,
    listing_view,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.criteria import Criterion

_EXAMPLES = """\
  careeradvisor list --from rn --worked rn=5y
  careeradvisor list --sort salary --max-schooling 24 --patient-contact none
  careeradvisor list --family imaging --state CA --min-salary 80k
"""

_KEPT = "Which careers"
_LONGEST = 400
_FLAGS = {"schooling": "max-schooling", "salary": "min-salary"}


def browse(context: typer.Context, **flags: Any) -> None:
    """Browse careers: all of them by family, or those that meet filters.

    A filter keeps the careers that meet it, and those of which nobody knows;
    these are marked. Values are written as in quiz.
    """
    look = LookUp(context, flags)
    catalogue = look.session.catalogue
    filters = _filters(catalogue, flags)
    sort, reverse = _sort(flags["sort"]), flags["reverse"]
    if reverse and sort is None:
        raise WrongUse("--reverse turns an order round. Add --sort to say which.")
    prospects = look.prospects
    found = None
    if flags["search"] is not None:
        from careeradvisor.catalogue.search import search

        words = _search_words(flags["search"])
        found = search(catalogue, words)
        filters.append(_search_filter(words, frozenset(found)))
    if flags["start"] is None:
        from careeradvisor.output.listing import listing_page

        view = listing_view(prospects, look.person, filters, sort, reverse=reverse, found=found)
        look.print(view, listing_page(view), (ListedView, view.careers))
    else:
        from careeradvisor.output.moves import moves_page
        from careeradvisor.views.moves import MoveView, moves_view

        career = career_named(look.session, flags["start"])
        moves = moves_view(prospects, career, look.person, filters, sort, reverse=reverse)
        look.print(moves, moves_page(moves), (MoveView, moves.moves))


def _filters(catalogue: Catalogue, flags: Mapping[str, Any]) -> list[Filter]:
    filters = []
    if flags["family"]:
        families = [_family(catalogue, text) for text in flags["family"]]
        titles = [catalogue.families[family] for family in families]
        flag = " ".join(f"--family {family}" for family in families)
        filters.append(family_filter(families, titles, flag))
    for criterion in ALL:
        given = flags[criterion.key]
        if given is None or given == []:
            continue
        text = given if isinstance(given, str) else ",".join(given)
        flag = f"--{_flag(criterion)}"
        answer = parsed(criterion, flag, text)
        if answer is not None:
            filters.append(criterion_filter(criterion, answer, f"{flag} {one_line(text)}"))
    return filters


def _family(catalogue: Catalogue, text: str) -> str:
    """The id of a family given by id or title, or by a part of these that only one has."""
    wanted = key(text[:200])
    names = {family: (key(family), key(title)) for family, title in catalogue.families.items()}
    exact = [family for family, keys in names.items() if wanted in keys]
    if exact:
        return exact[0]
    partly = [
        family
        for family, keys in names.items()
        if wanted and any(name.startswith(wanted) for name in keys)
    ] or [
        family
        for family, keys in names.items()
        if len(wanted) > 2 and any(wanted in name for name in keys)
    ]
    if len(partly) == 1:
        return partly[0]
    known = ", ".join(partly or names)
    raise WrongUse(
        f"--family: '{shorten(text, 40)}' "
        + ("can be more than one family" if partly else "is not a family of this catalogue")
        + f". Choose from: {known}."
    )


def _sort(text: str | None) -> str | None:
    if text is None:
        return None
    name = "-".join(text[:60].lower().replace("_", " ").replace("-", " ").split())
    name = {"pay": "salary", "name": "title"}.get(name, name)
    if name not in SORTS:
        raise WrongUse(
            f"--sort: There is no order by '{shorten(text, 40)}'. Choose from: {', '.join(SORTS)}."
        )
    return name


def _search_words(text: str) -> str:
    if not text.strip():
        raise WrongUse('--search: Write what to look for, such as --search "blood".')
    if len(text) > _LONGEST:
        raise WrongUse("--search: That is too long. Write one word or a few.")
    return text


def _search_filter(text: str, found: frozenset[str]) -> Filter:
    shown = shorten(text, 60)
    return Filter(
        SEARCH,
        f'--search "{shown}"',
        f'with "{shown}" in the name or description',
        SEARCH,
        lambda prospect: prospect.career.id in found,
    )


def _flag(criterion: Criterion) -> str:
    return _FLAGS.get(criterion.key, criterion.name)


def _criterion_option(criterion: Criterion) -> inspect.Parameter:
    choices = [(choice.value, choice.label) for choice in criterion.choices]
    return option(
        criterion.key,
        kind_of(criterion),
        None,
        f"--{_flag(criterion)}",
        panel=_KEPT,
        metavar=metavar_of(criterion),
        help=f"Filter by {criterion.label}.",
        autocompletion=completion.words([*choices, ("any", "no filter")]),
    )


_OPTIONS = [
    option(
        "family",
        list[str] | None,
        panel=_KEPT,
        metavar="FAMILY",
        help="Only this family, by id or title. Can be repeated.",
        autocompletion=completion.families,
    ),
    option(
        "start",
        str | None,
        None,
        "--from",
        panel=_KEPT,
        metavar="ROLE",
        help="Only what somebody in this job can move to: how long, what pay changes, what "
        "stays the same.",
        autocompletion=completion.roles,
    ),
    *map(_criterion_option, ALL),
    option(
        "search",
        str | None,
        panel=_KEPT,
        metavar="TEXT",
        help="Only careers with these words in a title, alias, summary or duty, "
        "or in another title that O*NET knows.",
    ),
    option(
        "sort",
        str | None,
        panel=PRINTED,
        metavar=" | ".join(SORTS),
        help="The order, such as the highest pay first. By family if not given.",
        autocompletion=completion.words([(sort, "") for sort in SORTS]),
    ),
    option("reverse", bool, False, panel=PRINTED, help="Turn the order of --sort round."),
]

app = command_app(browse, [*_OPTIONS, *lookup_options()], _EXAMPLES)
