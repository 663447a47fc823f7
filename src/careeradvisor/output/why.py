"""Why a career stands where it stands, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import Heading, Items, Words
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.output.parts import Part
    from careeradvisor.views.why import WhyView


def why_page(view: WhyView) -> Iterator[Part]:
    """Where it stands, what speaks for and against it, and what would put it first."""
    yield Heading(view.title, f"{view.verdict} fit", level=1)
    yield Words(view.stands)
    if view.speaks_for:
        yield Heading("What speaks for it")
        yield Items(view.speaks_for)
    if view.speaks_against or view.not_known:
        yield Heading("What speaks against it")
        unknown = [f"Not known: {listed(view.not_known)}."] if view.not_known else []
        yield Items([*view.speaks_against, *unknown])
    if view.ahead or view.to_be_first:
        yield Heading("What would put it first")
        yield Words(view.ahead)
        yield Words(view.to_be_first)
