"""What the shell offers for flags that take several values with commas between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from careeradvisor.cli import completion
from careeradvisor.cli.completion import Completer, Offers
from careeradvisor.criteria import ALL

if TYPE_CHECKING:
    from careeradvisor.criteria import Criterion

_NO_PREFERENCE = ("any", "no preference")


def choices_of(criterion: Criterion) -> Completer:
    """Return the completer of a criterion's own flag."""
    values = [(choice.value, choice.label) for choice in criterion.choices]
    alone = completion.words([*values, _NO_PREFERENCE])
    return _listed(values, alone) if criterion.several else alone


def criteria_list(ctx: typer.Context, incomplete: str) -> Offers:
    """Names of criteria, after those that are in the list already."""
    return _listed([(c.name, c.question) for c in ALL], completion.criteria)(ctx, incomplete)


def _listed(values: Offers, alone: Completer) -> Completer:
    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        before, comma, last = incomplete.rpartition(",")
        if not comma:
            return alone(ctx, incomplete)
        left = [offer for offer in values if offer[0] not in before.split(",")]
        # What was typed goes back to the shell: only words that are values themselves.
        if not set(before.split(",")) <= {value for value, _ in values}:
            return []
        return [(f"{before},{v}", label) for v, label in completion.words(left)(ctx, last)]

    return complete
