"""What the shell offers when Tab is pressed.

Called while somebody types a command, so it must be quick and can never fail
visibly: with a catalogue that cannot be read there is simply nothing to offer.
What is offered goes through the shell's own evaluation, so a catalogue's words are
kept to letters, digits and a few harmless marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.criteria import Criterion

Offers = list[tuple[str, str]]
Completer = Callable[[typer.Context, str], Offers]

_WORD = r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}"
_UNSAFE = r"[^\w .,()/&+-]|_"


def _never_fails(completer: Completer) -> Completer:
    @wraps(completer)
    def quiet(ctx: typer.Context, incomplete: str) -> Offers:
        try:
            return completer(ctx, incomplete)
        except Exception:
            return []

    return quiet


@_never_fails
def roles(ctx: typer.Context, incomplete: str) -> Offers:
    """Ids of careers, and aliases of one word, with titles as help; none twice in a command."""
    taken = ctx.params.get("roles") or ()
    offers: Offers = []
    aliases: Offers = []
    for career in _catalogue(ctx).careers.values():
        offers.append((career.id, career.title))
        aliases += [(alias, career.title) for alias in career.aliases]
    # With nothing typed yet, ids alone are already a long list.
    return [
        offer
        for offer in _matching(incomplete, offers + aliases if incomplete else offers)
        if offer[0] not in taken
    ]


@_never_fails
def families(ctx: typer.Context, incomplete: str) -> Offers:
    """Ids of families with their titles."""
    return _matching(incomplete, _catalogue(ctx).families.items())


@_never_fails
def credentials(ctx: typer.Context, incomplete: str) -> Offers:
    """Credentials that the catalogue knows."""
    from careeradvisor.prospects.credentials import Credentials

    known = Credentials(_catalogue(ctx))
    return _matching(incomplete, [(name, known.name(name)) for name in known.ids])


@_never_fails
def education(ctx: typer.Context, incomplete: str) -> Offers:
    """Levels of education."""
    from careeradvisor.prospects.education import DEGREE_NAMES

    return _matching(incomplete, DEGREE_NAMES.items())


@_never_fails
def states(ctx: typer.Context, incomplete: str) -> Offers:
    """States by their two-letter codes, and by their names once one is begun."""
    from careeradvisor.catalogue.areas import STATES

    found = _matching(incomplete, STATES.items())
    if found or not incomplete:
        return found
    return _matching(incomplete, [(name.replace(" ", "-"), name) for name in STATES.values()])


@_never_fails
def areas(ctx: typer.Context, incomplete: str) -> Offers:
    """Areas of the state given before, else of all, by name; by a later city once one is begun."""
    from careeradvisor.catalogue.areas import all_areas, state_code

    given = ctx.find_root().params.get("catalogue")
    state = ctx.params.get("state")
    inside = state_code(state) if state else None
    found = [
        area
        for area in all_areas(Path(given) if given else None)
        if inside is None or inside in area.states
    ]
    names = _matching(incomplete, [(_one_word(area.name), area.name) for area in found])
    if names or not incomplete:
        return names
    cities = [
        (_one_word(f"{city}, {'-'.join(area.states)}"), area.name)
        for area in found
        for city in area.name.partition(",")[0].split("-")[1:]
    ]
    return _matching(incomplete, cities)


def _one_word(name: str) -> str:
    """A name without spaces and marks that a shell would take for its own."""
    short = name.replace(" nonmetropolitan area", "").partition(" (")[0]
    return re.sub(r"[^A-Za-z0-9.]+", "-", short)


@_never_fails
def criteria(ctx: typer.Context, incomplete: str) -> Offers:
    """Names of criteria with their questions, without what comes after the question mark."""
    from careeradvisor.criteria import ALL

    return _matching(
        incomplete, [(criterion.name, criterion.question.partition("?")[0]) for criterion in ALL]
    )


def criteria_list(ctx: typer.Context, incomplete: str) -> Offers:
    """Names of criteria, after those that are in the list already."""
    from careeradvisor.criteria import ALL

    return _listed([(c.name, c.question) for c in ALL], criteria)(ctx, incomplete)


def choices_of(criterion: Criterion) -> Completer:
    """The completer of a criterion's own flag."""
    values = [(choice.value, choice.label) for choice in criterion.choices]
    alone = words([*values, ("any", "no preference")])
    return _listed(values, alone) if criterion.several else alone


def _listed(values: Offers, alone: Completer) -> Completer:
    """The completer of a flag that takes several values with commas between."""

    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        before, comma, last = incomplete.rpartition(",")
        if not comma:
            return alone(ctx, incomplete)
        left = [offer for offer in values if offer[0] not in before.split(",")]
        # What was typed goes back to the shell: only words that are values themselves.
        if not set(before.split(",")) <= {value for value, _ in values}:
            return []
        return [(f"{before},{v}", label) for v, label in words(left)(ctx, last)]

    return complete


def words(offers: Iterable[tuple[str, str]]) -> Completer:
    """The completer of a fixed set of values."""
    fixed = list(offers)

    def complete(_ctx: typer.Context, incomplete: str) -> Offers:
        return _matching(incomplete, fixed)

    return complete


def _catalogue(ctx: typer.Context) -> Catalogue:
    from careeradvisor.catalogue.load import load

    given = ctx.find_root().params.get("catalogue")
    return load(Path(given) if given else None)


def _matching(incomplete: str, offers: Iterable[tuple[str, str]]) -> Offers:
    """The offers that go on from what is typed, in any case; the letters typed are kept."""
    found: dict[str, str] = {}
    for value, what in offers:
        if value.casefold().startswith(incomplete.casefold()) and re.fullmatch(_WORD, value):
            rest = value[len(incomplete) :]
            rest = rest.lower() if incomplete.islower() else rest
            found.setdefault(incomplete + rest, _harmless(what))
    return list(found.items())


def _harmless(text: str) -> str:
    return " ".join(re.sub(_UNSAFE, " ", text[:80]).split())
