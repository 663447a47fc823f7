"""``list``: browse careers, with filters made from the criteria."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careeradvisor.catalogue.names import key
from careeradvisor.cli import completion
from careeradvisor.cli.flags import metavar_of, parsed
from careeradvisor.cli.lookup import career_named
from careeradvisor.cli.person import (
    PRINTED,
    Area,
    Education,
    Format,
    Holds,
    Mine,
    Pager,
    Profile,
    State,
    Worked,
    print_page,
    prospects_for,
)
from careeradvisor.cli.session import session_of
from careeradvisor.criteria import ALL
from careeradvisor.errors import WrongUse
from careeradvisor.text import one_line, shorten
from careeradvisor.views.listing import (
    SEARCH,
    SORTS,
    Filter,
    criterion_filter,
    family_filter,
    listing_view,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.cli.session import Session
    from careeradvisor.criteria import Criterion
    from careeradvisor.prospects import Prospects

_EXAMPLES = """\b
Examples:
  careeradvisor list --from rn --worked rn=5y
  careeradvisor list --sort salary --max-schooling 24 --patient-contact none
  careeradvisor list --family imaging --state CA --min-salary 80k
"""

_KEPT = "Which careers"
_PERSON = ("mine", "profile", "education", "holds", "worked", "state", "area")
_LONGEST = 400
_FLAGS = {"schooling": "max-schooling", "salary": "min-salary"}


def browse(context: typer.Context, **flags: Any) -> None:
    """Browse careers: all of them by family, or those that meet filters.

    A filter keeps the careers that meet it, and those of which nobody knows;
    these are marked. Values are written as in quiz.
    """
    session = session_of(context)
    catalogue = session.catalogue
    filters = _filters(catalogue, flags)
    sort = _sort(flags["sort"])
    if flags["reverse"] and sort is None:
        raise WrongUse("--reverse turns an order round. Add --sort to say which.")
    prospects, person = prospects_for(session, **{name: flags[name] for name in _PERSON})
    found = None
    if flags["search"] is not None:
        from careeradvisor.catalogue.search import search

        words = _search_words(flags["search"])
        found = search(catalogue, words)
        filters.append(_search_filter(words, frozenset(found)))
    if flags["start"] is not None:
        _print_moves(session, prospects, filters, sort, flags)
        return
    view = listing_view(prospects, person, filters, sort, reverse=flags["reverse"], found=found)
    if flags["format"] == "csv":
        from careeradvisor.output.table import print_structs
        from careeradvisor.views.listing import ListedView

        print_structs(ListedView, view.careers)
        return
    from careeradvisor.output.listing import listing_page

    print_page(session, listing_page(view), flags["format"], view, pager=flags["pager"])


def _print_moves(
    session: Session,
    prospects: Prospects,
    filters: list[Filter],
    sort: str | None,
    flags: Mapping[str, Any],
) -> None:
    from careeradvisor.views.moves import MoveView, moves_view

    career = career_named(session, flags["start"])
    view = moves_view(prospects, career, prospects.answers, filters, sort, reverse=flags["reverse"])
    if flags["format"] == "csv":
        from careeradvisor.output.table import print_structs

        print_structs(MoveView, view.moves)
        return
    from careeradvisor.output.moves import moves_page

    print_page(session, moves_page(view), flags["format"], view, pager=flags["pager"])


def _filters(catalogue: Catalogue, flags: Mapping[str, Any]) -> list[Filter]:
    filters = []
    if flags["family"]:
        families = [_family(catalogue, text) for text in flags["family"]]
        titles = [catalogue.families[family] for family in families]
        flag = " ".join(f"--family {family}" for family in families)
        filters.append(family_filter(families, titles, flag))
    for criterion in ALL:
        text = flags[criterion.key]
        if text is None:
            continue
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


def _parameters() -> list[inspect.Parameter]:
    def option(name: str, kind: Any, default: Any, *flags: str, **more: Any) -> inspect.Parameter:
        return _keyword(name, Annotated[kind, typer.Option(*flags, **more)], default)

    context = inspect.Parameter(
        "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    return [
        context,
        option(
            "family",
            list[str] | None,
            None,
            "--family",
            metavar="FAMILY",
            rich_help_panel=_KEPT,
            help="Only this family, by id or title. Can be repeated.",
            autocompletion=completion.families,
        ),
        option(
            "start",
            str | None,
            None,
            "--from",
            metavar="ROLE",
            rich_help_panel=_KEPT,
            help="Only what somebody in this job can move to: how long, what pay changes, what "
            "stays the same.",
            autocompletion=completion.roles,
        ),
        *map(_criterion_option, ALL),
        option(
            "search",
            str | None,
            None,
            "--search",
            metavar="TEXT",
            rich_help_panel=_KEPT,
            help="Only careers with these words in a title, alias, summary or duty, "
            "or in another title that O*NET knows.",
        ),
        option(
            "sort",
            str | None,
            None,
            "--sort",
            metavar=" | ".join(SORTS),
            rich_help_panel=PRINTED,
            help="The order, such as the highest pay first. By family if not given.",
            autocompletion=completion.words([(sort, "") for sort in SORTS]),
        ),
        option(
            "reverse",
            bool,
            False,
            "--reverse",
            rich_help_panel=PRINTED,
            help="Turn the order of --sort round.",
        ),
        _keyword("education", Education, None),
        _keyword("holds", Holds, None),
        _keyword("worked", Worked, None),
        _keyword("state", State, None),
        _keyword("area", Area, None),
        _keyword("mine", Mine, False),
        _keyword("profile", Profile, None),
        _keyword("format", Format, "table"),
        _keyword("pager", Pager, True),
    ]


def _criterion_option(criterion: Criterion) -> inspect.Parameter:
    choices = [(choice.value, choice.label) for choice in criterion.choices]
    option = typer.Option(
        f"--{_flag(criterion)}",
        metavar=metavar_of(criterion),
        rich_help_panel=_KEPT,
        help=f"Filter by {criterion.label}.",
        autocompletion=completion.words([*choices, ("any", "no filter")]),
    )
    return _keyword(criterion.key, Annotated[str | None, option], None)


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


browse.__signature__ = inspect.Signature(_parameters())  # type: ignore[attr-defined]

app = typer.Typer(rich_markup_mode=None, add_completion=False)
app.command(epilog=_EXAMPLES)(browse)
