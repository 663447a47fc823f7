"""How a fit is made up: weight times satisfaction, summing to the fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.matching.explain import contributions
from careeradvisor.render.format import NOT_KNOWN
from careeradvisor.render.page import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.matching.rank import Match
    from careeradvisor.render.page import Page

PLACES = 4
HEADS = ("criterion", "weight", "satisfaction", "contribution")


def terms(match: Match) -> list[tuple[str, str, str, str]]:
    """Rows of text: criterion, weight, satisfaction, contribution; the fit is the last one.

    Shown weights sum to 1 and shown contributions to the shown fit: what rounding
    leaves over goes to the terms that lost most by it.
    """
    parts = contributions(match)
    weights = _rounded([part.weight for part in parts], 1.0)
    shares = _rounded([part.contribution for part in parts], match.fit)
    rows = [
        (
            BY_KEY[part.key].label,
            weight,
            NOT_KNOWN if part.satisfaction is None else f"{part.satisfaction:.{PLACES}f}",
            share,
        )
        for part, weight, share in zip(parts, weights, shares, strict=True)
    ]
    return [*rows, ("fit", f"{1:.{PLACES}f}", "", f"{match.fit:.{PLACES}f}")]


def share_in_words(share: float) -> str:
    """How often a career is first, of 100 draws."""
    return f"Of 100 draws, it is first in {_of_100(share)}."


def add_terms(page: Page, match: Match, share: float, *, indent: int) -> None:
    """Put the terms of a fit on a page, and how steady its place is."""
    rows = terms(match)
    if page.screen.blocks:
        for name, weight, satisfaction, term in rows[:-1]:
            page.text(
                f"{name}: weight {weight}, satisfaction {satisfaction}, contribution {term}",
                indent=indent,
                hang=2,
            )
        page.text(f"fit: {rows[-1][-1]}", indent=indent)
    else:
        columns = [Column(HEADS[0]), *(Column(head, right=True) for head in HEADS[1:])]
        page.table(columns, rows, indent=indent)
    page.text(share_in_words(share), indent=indent)


def _of_100(share: float) -> str:
    """A share as a whole number of 100; never 0 or 100 unless it is exactly that."""
    if 0 < share < 0.01:
        return "fewer than 1"
    if 0.99 < share < 1:
        return "more than 99"
    return f"{share * 100:.0f}"


def _rounded(values: Sequence[float], total: float) -> list[str]:
    """Values with few decimals that sum to ``total`` as it is shown (largest remainders)."""
    unit = 10**PLACES
    exact = [value * unit for value in values]
    whole = [int(value) for value in exact]
    missing = round(float(f"{total:.{PLACES}f}") * unit) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in by_remainder[: max(0, missing)]:
        whole[i] += 1
    return [f"{value / unit:.{PLACES}f}" for value in whole]
