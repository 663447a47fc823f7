"""What each career of a catalogue would mean for one person."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from careeradvisor.prospects.earnings import ten_years
from careeradvisor.prospects.pathway import Pathfinder
from careeradvisor.prospects.pay import pay_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careeradvisor.catalogue.model import Career, Catalogue, EducationLevel
    from careeradvisor.catalogue.wages import Wages
    from careeradvisor.prospects.earnings import Earnings
    from careeradvisor.prospects.pathway import Pathway
    from careeradvisor.prospects.pay import Pay


class Prospect:
    """One career for one person; each part is worked out when first asked for."""

    def __init__(self, career: Career, everyone: Prospects) -> None:
        self.career = career
        self._everyone = everyone

    @cached_property
    def pathway(self) -> Pathway | None:
        """The shortest way in, prerequisites included; ``None`` when no route is known."""
        return self._everyone.pathfinder.way_into(self.career.id)

    @cached_property
    def months(self) -> int | None:
        """Months until the person can start (design 4.4's m); ``None`` when not known."""
        return None if self.pathway is None else self.pathway.months

    @cached_property
    def pay(self) -> Pay:
        """Wage percentiles in the person's state, or the nation's."""
        return pay_for(self.career, self._everyone.state, self._everyone.wages)

    @cached_property
    def pay_points(self) -> list[tuple[float, float]]:
        """The pay as (log wage, normal quantile) points for :func:`share_earning`."""
        return self.pay.known_points()

    @cached_property
    def earnings(self) -> Earnings | None:
        """Ten years of earnings from today; ``None`` when a needed figure is not known."""
        residency = self.career.residency
        return ten_years(
            self.pathway,
            residency.months[0] if residency else 0,
            self.pay,
            lambda career_id: self._everyone[career_id].pay,
        )


class Prospects:
    """All careers of a catalogue for one education, set of credentials and state.

    ``wages`` maps SOC codes to the state's wage percentiles, ``None`` for the nation.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        education: EducationLevel = "high-school",
        holds: tuple[str, ...] = (),
        state: str | None = None,
        wages: Mapping[str, Wages] | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.state = state
        self.wages = wages
        self.pathfinder = Pathfinder(catalogue, education, holds)
        self._by_id = {career.id: Prospect(career, self) for career in catalogue.careers.values()}

    def __iter__(self) -> Iterator[Prospect]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, career_id: str) -> Prospect:
        return self._by_id[career_id]
