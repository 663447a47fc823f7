"""What is known of the place where a person lives beside its wages: programs, prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    from careeradvisor.catalogue.tables import Prices, StateProgram


class Place(Struct, frozen=True):
    """A state by name, its programs by field and level ("51.07-1"), and its prices if published."""

    state: str | None = None
    programs: dict[str, StateProgram] = {}
    prices: Prices | None = None


NOWHERE = Place()
PRICES = "bea-rpp"
"""The catalogue's source of prices by state."""


def place_of(state: str | None, catalogue: Path | None = None) -> Place:
    """What tables say of a state (its two-letter code). Raises FileProblem, BadCatalogue.

    ``catalogue`` is the path of a catalogue of the person's own.
    """
    if state is None:
        return NOWHERE
    from careeradvisor.catalogue.areas import state_name
    from careeradvisor.catalogue.tables import price_parity, programs_in

    return Place(state_name(state), programs_in(state, catalogue), price_parity(state, catalogue))
