"""Pay where the person lives, and the share who earn at least a target (design 4.6)."""

from __future__ import annotations

from itertools import accumulate
from math import erfc, log, sqrt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careeradvisor.catalogue.model import Career, Industry, Part, Salary
    from careeradvisor.catalogue.wages import Local, LocalWages, Wages

Percentiles = tuple[int | None, int | None, int | None, int | None, int | None]

# Standard normal quantiles of .10, .25, .50, .75 and .90, each with the share who earn more.
_SHARES = {
    -1.2815515655446004: 0.90,
    -0.6744897501960817: 0.75,
    0.0: 0.50,
    0.6744897501960817: 0.25,
    1.2815515655446004: 0.10,
}
_QUANTILES = tuple(_SHARES)
_ROOT_HALF = sqrt(0.5)
_HALF = 0.5
FAR_BELOW = 0.7
"""A median that is this part of a target or less is not near it."""
_P10, _P25, _P50, _P75, _P90 = range(5)

# By the part of a broader group that a career is: the shares at which a target is met fully and
# not at all; which percentile is the part's median; and those of entry and of five years later.
_PARTS: dict[Part, tuple[float, float, int, int, int]] = {
    "whole": (0.9, 0.1, _P50, _P25, _P50),
    "lower": (0.9, 0.5, _P25, _P10, _P25),
    "middle": (0.75, 0.25, _P50, _P25, _P50),
    "upper": (0.5, 0.1, _P75, _P50, _P75),
}

# From this relative standard error (percent) on, a place's median is further off than the
# nation's in its stead, whatever the kind of work (docs/method.md).
_TOO_UNSURE = 15.0
# Stipends in the dearest cities are about a quarter above the mean that the catalogue gives.
_LIKE_RESIDENTS = 1.25
# Of a group with less than this share of the nation's spread (the log of p75 over p25) a place
# holds one kind of people only, and its quarters tell nothing of a part (docs/method.md).
_TOO_EVEN = 0.4
# So many times the nation's median, or this part of it, shows another mix of people in a group of
# which a career is a part (docs/method.md).
_OTHERS = 1.2


class Pay(Struct, frozen=True):
    """Annual wage percentiles in US dollars that count for a career, ``None`` if not published.

    ``area`` is the name of the place whose figures these are, ``None`` for the nation;
    ``missing_area`` is the place that was asked for where the nation's stand in as they are.
    ``scaled`` says, in a sentence, how figures were made that are not those published for the
    place that was asked for. ``position`` is the part of its group that the career is, ``whole``
    also where the catalogue names none. ``rse`` is the relative standard error of the mean in
    percent, ``employment`` the people in the occupation there.
    """

    p10: int | None = None
    p25: int | None = None
    median: int | None = None
    p75: int | None = None
    p90: int | None = None
    area: str | None = None
    missing_area: str | None = None
    scaled: str | None = None
    position: Part = "whole"
    rse: float | None = None
    employment: int | None = None

    @property
    def percentiles(self) -> Percentiles:
        """p10, p25, median, p75, p90."""
        return (self.p10, self.p25, self.median, self.p75, self.p90)

    @property
    def hi(self) -> float:
        """The share reaching a target from which on it counts as met fully."""
        return _PARTS[self.position][0]

    @property
    def lo(self) -> float:
        """The share reaching a target up to which it counts as not met at all."""
        return _PARTS[self.position][1]

    @property
    def part_median(self) -> int | None:
        """The median of the part of the group that the career is."""
        return self.percentiles[_PARTS[self.position][2]]

    @property
    def entry(self) -> int | None:
        """Pay of somebody new in the career (design 4.11)."""
        return self.percentiles[_PARTS[self.position][3]]

    @property
    def after_five(self) -> int | None:
        """Pay after five years in the career (design 4.11)."""
        return self.percentiles[_PARTS[self.position][4]]

    def known_points(self) -> list[tuple[float, float]]:
        """Published points as (log wage, normal quantile), lowest first."""
        return [
            (log(wage), quantile)
            for wage, quantile in zip(self.percentiles, _QUANTILES, strict=True)
            if wage is not None and wage > 0
        ]


NO_PAY = Pay()


def pay_for(career: Career, local: LocalWages | None, stipend: int | None = None) -> Pay:
    """The pay of a career where the person lives, or in the nation.

    ``stipend`` is what residents who are counted with the career earn a year at the end of
    their training, ``None`` where there are none.

    Where nothing that can be gone by is published for an area, its state's figures count, else
    the nation's times the ratio of what the state and the nation pay in all occupations. A
    survey's figures have no places. For a career that is paid as in one industry, the
    industry's percentiles count; in a place, the place's times the nation's ratio of industry
    to all.
    """
    salary = career.salary
    if salary is None:
        return NO_PAY
    part: Part = "whole" if salary.position is None else salary.position.part
    counts = salary if salary.industry is None else salary.industry
    nation = Pay(*_of(counts), position=part, rse=counts.rse, employment=counts.employment)
    if local is None:
        return nation
    if salary.basis == "survey":
        return replace(nation, missing_area=local.name)
    soc = salary.soc or career.soc
    found, why = _narrowest(local, soc, salary, stipend)
    pay = nation
    if found is not None:
        pay = _there(found, salary, part, why)
    elif local.ratio is not None:
        pay = _by_ratio(nation, local, local.ratio, local.employment(soc), why)
    return pay if pay.area is not None else replace(nation, missing_area=local.name)


def _narrowest(
    local: LocalWages, soc: str, salary: Salary, stipend: int | None
) -> tuple[Local | None, str]:
    """The narrowest figures that can be gone by, and why none are narrower, else an empty text."""
    published = local.wages(soc)
    why = []
    if not published or published[0].fallback:
        why.append(f"Not published for {local.name}")
    for found in published:
        doubt = _doubt(found, salary, stipend, local.ratio)
        if doubt is None:
            return found, ". ".join(why)
        why.append(doubt)
    # Without a ratio there is nothing to put in the place of what is published.
    return published[0] if published and local.ratio is None else None, ". ".join(why)


def _doubt(found: Local, salary: Salary, stipend: int | None, ratio: float | None) -> str | None:
    """Why a place's figures cannot be gone by, if so.

    Statistics count residents in their specialty. Where a quarter are paid as residents are,
    p25, which stands for the pay of new people, is that of people in training. ``ratio`` is what
    all occupations together pay there against the nation.
    """
    wages = found.wages
    median = "" if wages.median is None else f" (median ${wages.median:,})"
    figures = f"he figures for {found.where}{median}"
    if wages.rse is not None and wages.rse >= _TOO_UNSURE:
        return f"T{figures} have a standard error of {wages.rse:.0f}%, too large to go by"
    low = wages.p25 or wages.median
    if stipend is not None and low is not None and low <= stipend * _LIKE_RESIDENTS:
        return f"In t{figures} a quarter or more are paid as residents in training are"
    if salary.position is None or salary.position.part == "whole":
        return None
    if ratio and wages.median and salary.median:
        off = wages.median / (salary.median * ratio)
        if not 1 / _OTHERS <= off <= _OTHERS:
            return f"T{figures} are so far from the nation's that they must hold other people"
    if salary.position.part != "middle":
        here, nation = _spread(wages), _spread(salary)
        if here is not None and nation is not None and here < nation * _TOO_EVEN:
            return f"T{figures} hold people of one kind of pay, so that no part can be told by them"
    return None


def _spread(figures: Wages | Salary) -> float | None:
    """The log of p75 over p25; ``None`` if either is not published."""
    return None if not figures.p25 or not figures.p75 else log(figures.p75 / figures.p25)


def _there(found: Local, salary: Salary, part: Part, why: str) -> Pay:
    percentiles, made = _of(found.wages), []
    if why:
        made.append(f"{why}: these are the figures of {found.where}.")
    if salary.industry is not None:
        name = salary.industry.name
        percentiles = _as_in(salary.industry, percentiles, salary)
        made.append(
            f"The figures of {found.where} for the whole occupation, each changed as the "
            f"nation's are from all employers to {name}."
        )
    return Pay(
        *percentiles,
        area=found.where if _published(percentiles) else None,
        scaled=" ".join(made) or None,
        position=part,
        rse=found.wages.rse,
        employment=found.employment,
    )


def _by_ratio(
    nation: Pay, local: LocalWages, ratio: float, employment: int | None, why: str
) -> Pay:
    p10, p25, median, p75, p90 = [p and _rounded(p * ratio) for p in nation.percentiles]
    return Pay(
        p10,
        p25,
        median,
        p75,
        p90,
        area=local.state_name,
        scaled=(
            f"{why}: the nation's figures, times {ratio:.2f}, which is "
            f"what all occupations together pay in {local.state_name} against the nation."
        ),
        position=nation.position,
        rse=nation.rse,
        employment=employment,
    )


def _of(figures: Wages | Salary | Industry) -> Percentiles:
    return (figures.p10, figures.p25, figures.median, figures.p75, figures.p90)


def _published(percentiles: Iterable[int | None]) -> bool:
    return sum(p is not None for p in percentiles) >= 2


def _as_in(industry: Industry, there: Percentiles, salary: Salary) -> Percentiles:
    """The place's percentiles, each times the nation's ratio of the industry to all."""
    made = [
        None if mine is None or whole is None or not all_of_it else mine * whole / all_of_it
        for mine, whole, all_of_it in zip(there, _of(industry), _of(salary), strict=True)
    ]
    # Ratios differ, so that a percentile could come out below a lower one.
    known = accumulate((p for p in made if p is not None), max)
    p10, p25, median, p75, p90 = [None if p is None else _rounded(next(known)) for p in made]
    return (p10, p25, median, p75, p90)


def _rounded(wage: float) -> int:
    """To 10 dollars, as the wage survey publishes its figures."""
    return round(wage / 10) * 10


def share_earning(points: list[tuple[float, float]], target: float) -> float | None:
    """Share (0 to 1) of people in an occupation who earn at least ``target`` dollars a year.

    Interpolated between the published percentiles in (log wage, normal quantile); below the
    lowest and above the highest published one it stays at that one's share, since nothing is
    known there (design 4.6). Where several percentiles are one and the same wage, the lowest
    counts at that wage. ``points`` comes from :meth:`Pay.known_points`. ``None`` with fewer
    than two points.

    >>> pay = Pay(p10=30_000, median=50_000, p90=90_000)
    >>> [share_earning(pay.known_points(), target) for target in (20_000, 50_000, 200_000)]
    [0.9, 0.5, 0.1]
    """
    if len(points) < 2:
        return None
    x = log(target) if target > 0 else points[0][0]
    below, lower = points[0]
    if x <= below:
        return _SHARES[lower]
    for wage, quantile in points:
        if x < wage:
            z = lower + (quantile - lower) * (x - below) / (wage - below)
            return 0.5 * erfc(z * _ROOT_HALF)
        if x == wage:
            return _SHARES[quantile]
        below, lower = wage, quantile
    return _SHARES[lower]


def share_of_part(share: float, position: Part) -> float:
    """Share (0 to 1) of the people in one part of a group who earn what ``share`` of all earn.

    The lower and the upper part are the halves of the group by pay, the middle is the half
    between p25 and p75.

    >>> share_of_part(0.25, "upper"), share_of_part(0.25, "lower")
    (0.5, 0.0)
    """
    if position == "whole":
        return share
    above = {"lower": 0.5, "middle": 0.25, "upper": 0.0}[position]
    return min(1.0, max(0.0, (share - above) / 0.5))


def target_met(pay: Pay, points: list[tuple[float, float]], target: float) -> float | None:
    """How well pay meets a target, 0 to 1; ``None`` without published figures.

    The greater of two: the share who earn at least the target, 1 at ``hi`` and 0 at ``lo`` of the
    part of the group; and how near the part's median comes, .5 where it reaches the target and 0
    at seven tenths of it. Where all are paid alike the share falls from half to none within a few
    percent, and a few percent less pay is no reason to drop a career. Raising a percentile
    never lowers it. ``points`` are :meth:`Pay.known_points`.

    >>> pay = Pay(45_000, 47_000, 49_000, 51_000, 53_000)
    >>> [round(target_met(pay, pay.known_points(), t) or 0, 2) for t in (49_000, 52_000, 70_000)]
    [0.5, 0.4, 0.0]
    """
    share = share_earning(points, target)
    if share is None:
        return None
    hi, lo, middle, _, _ = _PARTS[pay.position]
    by_share = (share - lo) / (hi - lo)
    if by_share >= _HALF:
        return min(1.0, by_share)
    median = pay.percentiles[middle]
    by_median = 0.0 if median is None else (median / target - FAR_BELOW) / (1 - FAR_BELOW) / 2
    return max(0.0, by_share, min(_HALF, by_median))
