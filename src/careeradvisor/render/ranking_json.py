"""A ranking as JSON: ``careeradvisor/ranking-1`` (design part 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.profile.format import profile_fields

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Excluded, Match

SCHEMA = "careeradvisor/ranking-1"

# Enough to tell any two fits apart that the ranking tells apart for a person.
_PLACES = 6


def ranking_json(catalogue: Catalogue, advice: Advice) -> dict[str, Any]:
    """Everything that is said to one person, as plain values. What is not known is ``None``."""
    ranking = advice.ranking
    return {
        "schema": SCHEMA,
        "catalogue": {
            "name": catalogue.head.name,
            "version": catalogue.head.version,
            "careers": len(catalogue.careers),
        },
        "profile": profile_fields(ranking.answers, ALL, every=True),
        "matches": [_match(match.place, match, advice) for match in ranking.matches],
        "later": [
            {"id": later.match.career.id, "via": list(later.via), "months": later.months}
            for later in ranking.later
        ],
        "excluded": [_excluded(excluded) for excluded in ranking.excluded],
        "how_sure": advice.sureness.text or None,
        "what_would_change": [
            {
                "criterion": change.criterion,
                "from": _plain(change.before),
                "to": _plain(change.after),
                "new_first": change.new_first,
                "text": change.text,
            }
            for change in advice.changes
        ],
        "relaxation": _relaxation(advice),
    }


def _match(rank: int, match: Match, advice: Advice) -> dict[str, Any]:
    prospect = match.prospect
    pay, pathway = prospect.pay, prospect.pathway
    return {
        "rank": rank,
        "id": match.career.id,
        "title": match.career.title,
        "fit": round(match.fit, _PLACES),
        "fit_range": [round(match.fit, _PLACES), round(match.fit_high, _PLACES)],
        "verdict": match.verdict,
        "criteria": {
            key: {
                "weight": round(match.ranking.weights[key], _PLACES),
                "satisfaction": None if s is None else round(s, _PLACES),
                "wanted": _plain(match.ranking.answers.wants[key]),
                "offered": BY_KEY[key].offered(prospect),
                "reason": BY_KEY[key].reason(prospect, match.ranking.answers.wants[key]),
            }
            for key, s in zip(match.ranking.keys, match.satisfactions, strict=True)
        },
        "share_first": round(advice.sureness.shares.get(match.career.id, 0.0), _PLACES),
        "unknown": list(match.unknown),
        "unknown_musts": list(match.unknown_musts),
        "beaten_by": advice.dominated.get(match.career.id),
        "months": prospect.shortest,
        "months_to_first_pay": None if pathway is None else pathway.months_to_first_pay,
        "pay": {
            "p10": pay.p10,
            "p25": pay.p25,
            "median": pay.median,
            "p75": pay.p75,
            "p90": pay.p90,
            "area": pay.area,
            "not_published_for": pay.missing_area,
        },
    }


def _excluded(excluded: Excluded) -> dict[str, Any]:
    match = excluded.match
    return {
        "id": match.career.id,
        "title": match.career.title,
        "would_rank": excluded.would_rank,
        "reasons": [
            {
                "criterion": key,
                "reason": BY_KEY[key].shortfall(match.prospect, match.ranking.answers.wants[key]),
            }
            for key in match.failed
        ],
    }


def _relaxation(advice: Advice) -> dict[str, Any] | None:
    relaxation = advice.relaxation
    if relaxation is None:
        return None
    return {
        "criterion": relaxation.criterion,
        "from": _plain(relaxation.before),
        "to": _plain(relaxation.after),
        "brings_back": relaxation.brings_back,
        "first_back": relaxation.first_back,
        "text": relaxation.text,
    }


def _plain(answer: Any) -> Any:
    return list(answer) if isinstance(answer, tuple) else answer


def print_json(catalogue: Catalogue, advice: Advice) -> None:
    """Write :func:`ranking_json` to standard output."""
    from careeradvisor.render.format import print_json as write_json

    write_json(ranking_json(catalogue, advice))
