"""What a career pays where the person lives, and what has to be known to read it rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.views import words
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.shared import seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.catalogue.wages import Setting
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.views.place import Place

# Percent of relative standard error.
_SMALL_SAMPLE = 30
PARTS = {"lower": "the lower half", "middle": "the middle", "upper": "the upper half"}


class SettingView(Struct, frozen=True):
    """What the occupation earns in one industry in the whole country."""

    name: str
    median: int | None
    p25: int | None
    p75: int | None
    employment: int | None


class PayView(Struct, frozen=True):
    """US dollars a year by percentile; what is not published is ``None``.

    ``area`` is ``None`` for the nation and ``place`` its name; ``not_published_for`` is a place
    that was asked for and has no figures. ``group`` names the occupations together with which
    the career is counted, ``position`` (in words: ``part``) which part of them it is, ``counts``
    the median of that part: the figure by which the career is judged. ``made`` says how a figure
    was worked out that nobody publishes, ``at_national_prices`` what ``counts`` buys at the
    nation's prices, ``notes`` are all of this in sentences.
    """

    p10: int | None
    p25: int | None
    median: int | None
    p75: int | None
    p90: int | None
    counts: int | None
    entry: int | None
    after_five_years: int | None
    place: str
    area: str | None
    not_published_for: str | None
    group: str | None
    position: str
    part: str | None
    survey: tuple[int, int] | None
    employment: int | None
    relative_standard_error: float | None
    made: str | None
    at_national_prices: int | None
    source: str | None
    vintage: str | None
    notes: list[str]
    settings: list[SettingView]

    @property
    def percentiles(self) -> tuple[int | None, int | None, int | None, int | None, int | None]:
        """p10, p25, median, p75, p90."""
        return (self.p10, self.p25, self.median, self.p75, self.p90)

    @property
    def of_part(self) -> tuple[int | None, int | None, int | None, int | None, int | None]:
        """The percentiles of the part of the group which the career is, as far as they are known.

        Of the upper half 8 in 10 earn from the group's median to its p90, and so on; its quartiles
        nobody publishes.
        """
        match self.position:
            case "lower":
                return (self.p10, None, self.p25, None, self.median)
            case "middle":
                return (self.p25, None, self.median, None, self.p75)
            case "upper":
                return (self.median, None, self.p75, None, self.p90)
        return self.percentiles

    @property
    def known(self) -> bool:
        """Whether any figure is."""
        return any(amount is not None for amount in self.percentiles)


def pay_view(
    prospects: Prospects,
    prospect: Prospect,
    settings: Sequence[Setting] = (),
    place: Place = NOWHERE,
) -> PayView:
    """The pay of a career for the person whose prospects these are."""
    pay, salary = prospect.pay, prospect.career.salary
    source = None if salary is None else prospects.catalogue.sources[salary.source]
    survey = None if salary is None else salary.survey
    return seen(
        PayView,
        pay,
        counts=pay.part_median,
        after_five_years=pay.after_five,
        place=pay.area or prospects.catalogue.head.region,
        not_published_for=pay.missing_area,
        group=group_words(prospect.career),
        part=PARTS.get(pay.position),
        survey=None if survey is None else (survey.low, survey.high),
        relative_standard_error=pay.rse,
        made=pay.scaled,
        at_national_prices=worth(prospect, place),
        source=None if source is None else source.title,
        vintage=None if source is None else source.vintage,
        notes=_notes(prospects, prospect, place),
        settings=[seen(SettingView, s.wages, name=s.name) for s in settings],
    )


def group_words(career: Career) -> str | None:
    """Whose figures count where they are not the career's own: a group, in an industry if so."""
    salary, group = career.salary, words.salary_group(career)
    if salary is None or salary.industry is None:
        return group
    return f"{group or career.title} in {salary.industry.name}"


def worth(prospect: Prospect, place: Place) -> int | None:
    """What the pay that counts buys, in dollars at the nation's prices; ``None`` if not known."""
    pay, prices = prospect.pay, place.prices
    if prices is None or pay.part_median is None or pay.area is None:
        return None
    return int(round(prices.at_national_prices(pay.part_median), -2))


def _notes(prospects: Prospects, prospect: Prospect, place: Place) -> list[str]:
    """What has to be known to read the figures, the most important first."""
    career, pay, catalogue = prospect.career, prospect.pay, prospects.catalogue
    salary = career.salary
    if salary is None:
        return []
    notes = []
    if pay.missing_area is not None:
        notes.append(
            f"Not published for {pay.missing_area}: "
            f"figures of the {catalogue.head.region} are shown."
        )
    if pay.scaled is not None:
        notes.append(words.sentence(pay.scaled))
    group = words.salary_group(career)
    whose = catalogue.sources[salary.source].publisher
    if group is not None and salary.industry is None:
        notes.append(
            f"This role has no figures of its own: it is counted within {group}, and the figures "
            f"are those of that whole group ({whose})."
        )
    elif salary.industry is not None:
        counted = f": it is counted within {group}" if group else ""
        notes.append(
            f"This role has no figures of its own{counted}. The figures are those of the "
            f"occupation in one industry, {salary.industry.name} (NAICS {salary.industry.naics}; "
            f"{whose}). {words.sentence(salary.industry.why)}"
        )
    elif salary.basis == "survey":
        notes.append("The figures are those of a survey, not official statistics.")
    if salary.position is not None and salary.position.part != "whole":
        text = f"It belongs to {PARTS[salary.position.part]} of them"
        if pay.part_median is not None:
            text += f", where half earn at least {words.dollars(pay.part_median)}"
        notes.append(f"{text}. {words.sentence(salary.position.why)}")
    if salary.survey is not None:
        survey = catalogue.sources[salary.survey.source]
        notes.append(
            f"A survey range for the role itself: ${salary.survey.low:,} to "
            f"${salary.survey.high:,} ({survey.title}, {survey.vintage})."
        )
    if pay.rse is not None and pay.rse > _SMALL_SAMPLE:
        notes.append(
            f"They rest on a small sample (relative standard error {pay.rse:.0f}%): "
            "read them with care."
        )
    if salary.top_coded and pay.area is None:
        notes.append("Percentiles that are missing lie above the highest pay that is published.")
    if pay.area is not None and salary.median is not None:
        notes.append(
            f"The median of the {catalogue.head.region} is {words.dollars(salary.median)}."
        )
    buys = worth(prospect, place)
    if buys is not None and place.prices is not None:
        level = round(place.prices.all_items - 100, 1)
        prices = f"{abs(level):g}% {'above' if level > 0 else 'below'} the nation's"
        notes.append(
            f"Prices in {place.state} are {prices}, so {words.dollars(pay.part_median)} "
            f"there is worth about {words.dollars(buys)} at national prices."
        )
    if pay.employment is not None:
        where = pay.area or f"the {catalogue.head.region}"
        whole = group if pay.area else group_words(career)
        whom = f" (all {whole})" if whole else ""
        notes.append(f"Employed in {where}: about {pay.employment:,} people{whom}.")
    if salary.note:
        notes.append(words.sentence(salary.note))
    return notes
