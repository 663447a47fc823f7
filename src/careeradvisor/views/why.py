"""Where one career stands for a person, what speaks for and against it, what would put it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.views.pay import PayView, pay_view
from careeradvisor.views.ranking import CriterionView, WantView, criteria_views, want_views
from careeradvisor.views.shared import PersonalView, about, made
from careeradvisor.views.words import sentence

if TYPE_CHECKING:
    from careeradvisor.matching.advice import Advice


class WhyView(PersonalView, frozen=True, tag="careeradvisor/why-2"):
    """One career's place for one person.

    ``status`` is match, later, excluded, later-excluded or rare. ``place`` is its place among the
    ``of`` matches, or the one that it would have without the limits that it misses; ``stands``
    says so. ``speaks_for`` and ``speaks_against`` are sentences, the weightiest first, ``ahead``
    says why the first career is ahead, ``to_be_first`` what would change that.
    """

    wants: list[WantView]
    id: str
    title: str
    status: str
    place: int | None
    tied: bool
    of: int
    verdict: str
    months: tuple[int, int] | None
    pay: PayView
    criteria: list[CriterionView]
    stands: str
    speaks_for: list[str]
    speaks_against: list[str]
    not_known: list[str]
    ahead: str
    to_be_first: str


def why_view(advice: Advice, career_id: str) -> WhyView:
    """Why a career of the catalogue stands where it stands."""
    ranking = advice.ranking
    why, match = advice.why(career_id), ranking.by_id[career_id]
    catalogue = ranking.prospects.catalogue
    wants = want_views(ranking)
    return made(
        WhyView(
            **about(catalogue, ranking.answers),
            wants=wants,
            id=career_id,
            title=why.title,
            status=why.status,
            place=why.place,
            tied=why.tied,
            of=why.of,
            verdict=why.verdict,
            months=match.prospect.months,
            pay=pay_view(ranking.prospects, match.prospect),
            criteria=criteria_views(match, [want.key for want in wants]),
            stands=why.stands,
            speaks_for=[sentence(f"it {clause}") for clause in why.speaks_for],
            speaks_against=[sentence(f"it {clause}") for clause in why.speaks_against],
            not_known=list(why.unknown),
            ahead=why.ahead,
            to_be_first=why.to_be_first,
        )
    )
