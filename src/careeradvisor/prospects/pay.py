"""Pay in the person's state or in the nation, and the share who earn at least a target."""

from __future__ import annotations

from math import erfc, log, sqrt
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careeradvisor.catalogue.model import Career
    from careeradvisor.catalogue.wages import Wages

# Standard normal quantiles of .10, .25, .50, .75 and .90.
_QUANTILES = (
    -1.2815515655446004,
    -0.6744897501960817,
    0.0,
    0.6744897501960817,
    1.2815515655446004,
)
_ROOT_HALF = sqrt(0.5)


class Pay(Struct, frozen=True):
    """Annual wage percentiles in US dollars, each ``None`` where not published.

    ``area`` is the state whose figures these are, ``None`` for the nation;
    ``missing_area`` is a state that was asked for and has no published figures,
    so that national ones stand in.
    """

    p10: int | None = None
    p25: int | None = None
    median: int | None = None
    p75: int | None = None
    p90: int | None = None
    area: str | None = None
    missing_area: str | None = None

    @property
    def percentiles(self) -> tuple[int | None, int | None, int | None, int | None, int | None]:
        """p10, p25, median, p75, p90."""
        return (self.p10, self.p25, self.median, self.p75, self.p90)

    def known_points(self) -> list[tuple[float, float]]:
        """Published points as (log wage, normal quantile), lowest first."""
        return [
            (log(wage), quantile)
            for wage, quantile in zip(self.percentiles, _QUANTILES, strict=True)
            if wage is not None and wage > 0
        ]


NO_PAY = Pay()


def pay_for(career: Career, state: str | None, wages: Mapping[str, Wages] | None) -> Pay:
    """The pay of a career in ``state``, or in the nation where the state's is not published.

    ``wages`` maps SOC codes to the state's percentiles. A state's figures count as
    published when at least two percentiles are. A survey's figures have no states.
    """
    salary = career.salary
    if salary is None:
        return NO_PAY
    if state is not None and wages is not None and salary.basis != "survey":
        local = wages.get(salary.soc or career.soc)
        if local is not None:
            pay = Pay(local.p10, local.p25, local.median, local.p75, local.p90, area=state)
            if sum(p is not None for p in pay.percentiles) >= 2:
                return pay
    return Pay(salary.p10, salary.p25, salary.median, salary.p75, salary.p90, missing_area=state)


def share_earning(points: list[tuple[float, float]], target: float) -> float | None:
    """Share (0 to 1) of people in an occupation who earn at least ``target`` dollars a year.

    1 - F(target), F by linear interpolation between the published percentiles in
    (log wage, normal quantile) space, the outer segments' slopes carried on
    (design 4.6). ``points`` comes from :meth:`Pay.known_points`. ``None`` with
    fewer than two points. Where all of them are one and the same wage there is no
    slope: up to it the share is that of the lowest percentile, above it that of
    the highest.

    >>> pay = Pay(p10=30_000, median=50_000, p90=90_000)
    >>> share_earning(pay.known_points(), 50_000)
    0.5
    """
    if len(points) < 2:
        return None
    if target <= 0:
        return 1.0
    x = log(target)
    return 0.5 * erfc(_quantile_at(points, x) * _ROOT_HALF)


def _quantile_at(points: list[tuple[float, float]], x: float) -> float:
    for wage, quantile in points:
        if wage == x:
            return quantile
    if points[0][0] == points[-1][0]:
        return points[0][1] if x < points[0][0] else points[-1][1]
    anchor, quantile, slope = line_at(points, x)
    return quantile + slope * (x - anchor)


def line_at(points: list[tuple[float, float]], x: float) -> tuple[float, float, float]:
    """The straight line that holds at log wage ``x``: an anchor's log wage and quantile, a slope.

    ``x`` is not itself a published log wage, and ``points`` hold at least two
    different wages. The anchor is the nearer end of the segment, so that F meets
    the published points without rounding.
    """
    if x < points[0][0]:
        left, right = _outer_segment(points)
    elif x > points[-1][0]:
        left, right = _outer_segment(points[::-1])
    else:
        i = next(i for i, point in enumerate(points) if point[0] > x)
        left, right = points[i - 1], points[i]
    slope = (right[1] - left[1]) / (right[0] - left[0])
    anchor = left if abs(x - left[0]) <= abs(x - right[0]) else right
    return anchor[0], anchor[1], slope


def _outer_segment(
    points: list[tuple[float, float]],
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The end point and the nearest one with another wage (equal wages have no slope)."""
    end = points[0]
    return end, next(p for p in points if p[0] != end[0])
