"""One career for one person: everything that `show` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.views import words
from careeradvisor.views.against import STRAIN, against
from careeradvisor.views.ai import AiView, ai_view
from careeradvisor.views.fit import fit_against, fit_words
from careeradvisor.views.ladder import RungView, next_steps
from careeradvisor.views.pay import PayView, pay_view
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.shared import PersonalView, SourceView, about, made, seen, sources_of
from careeradvisor.views.ways import RouteView, WayView, route_views, way_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Aid, Career, Law
    from careeradvisor.catalogue.wages import Setting
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.views.place import Place

_HOURS = {"nights": "nights", "weekends": "weekends", "on_call": "on call"}
_EXPOSURE = {"infection": "infection", "radiation": "radiation", "fluids": "bodily fluids"}
INTERESTS = {
    "realistic": "building, fixing, working with hands or machines",
    "investigative": "finding things out, science, puzzles",
    "artistic": "making, designing, expressing",
    "social": "helping, teaching, listening",
    "enterprising": "leading, persuading, deciding",
    "conventional": "order, detail, records, clear rules",
}


class ResidencyView(Struct, frozen=True):
    """Paid training after the way in; yearly ``stipend`` from the first year to the last."""

    name: str
    months: tuple[int, int]
    stipend: tuple[int, int] | None
    notes: str | None


class CredentialView(Struct, frozen=True):
    """A licence or certificate."""

    name: str
    need: str
    body: str
    exam: str | None
    url: str | None
    notes: str | None


class MoneyView(Struct, frozen=True):
    """Ten years of earnings from today, in dollars; ``debt`` is paid back out of them."""

    earned: int
    months_to_first_pay: int
    months_to_full_role: int
    debt: int | None
    debt_known: bool
    text: str
    assumptions: str


class WorkView(Struct, frozen=True):
    """A day, duties, patients, home, hours and strain; each in words, with the catalogue's why."""

    day: str | None
    duties: list[str]
    qualities: list[str]
    patients: str
    patients_why: str | None
    home: str
    home_why: str | None
    hours: str
    strain: str
    exposure: str
    why: str | None


class OutlookView(Struct, frozen=True):
    """How many jobs there will be; ``own_openings`` are the career's, ``openings`` a group's."""

    period: str
    change_percent: float | None
    change: str
    openings: int | None
    own_openings: int | None
    openings_text: str
    openings_group: str | None
    group: str | None
    why: str | None


class InterestView(Struct, frozen=True):
    """A Holland code, 1 to 7, and what it stands for."""

    name: str
    rating: float
    means: str


class QuestionView(Struct, frozen=True):
    """A question that people ask, and its answer."""

    question: str
    answer: str


class NoteView(Struct, frozen=True):
    """A law that moves, money that may help, who accredits, what is asked; an ISO date if any."""

    title: str
    says: str | None
    as_of: str | None
    url: str | None


class CareerView(PersonalView, frozen=True, tag="careeradvisor/career-2"):
    """One career for one person. What is not known is ``None`` or empty.

    ``fit`` and ``target`` (the pay asked for) are those of saved answers, if there are any.
    """

    id: str
    title: str
    soc: str
    onet: str | None
    family: str
    summary: str
    short: str
    aliases: list[str]
    pay: PayView
    way: WayView
    fit: str | None
    target: int | None
    against: list[str]
    money: MoneyView | None
    ways: list[RouteView]
    residency: ResidencyView | None
    credentials: list[CredentialView]
    work: WorkView
    outlook: OutlookView | None
    ai: AiView | None
    interests: list[InterestView]
    ladder: list[RungView]
    questions: list[QuestionView]
    conditions: list[NoteView]
    accreditation: list[NoteView]
    boards: str | None
    aid: list[NoteView]
    laws: list[NoteView]
    sources: list[SourceView]
    handbook: str | None
    reviewed: str


def career_view(
    prospects: Prospects,
    career: Career,
    person: Answers,
    ranking: Ranking | None = None,
    settings: Sequence[Setting] = (),
    place: Place = NOWHERE,
    *,
    in_short: bool = False,
) -> CareerView:
    """Everything that is known of a career, and what it means for the person.

    With their ``ranking`` it says how the career fits their answers as well; ``settings`` are the
    industries in which people work in it, ``place`` what else is known of where they live.
    ``in_short``, where the person stands with its next steps is not looked for.
    """
    prospect, catalogue = prospects[career.id], prospects.catalogue
    way, ai = way_view(prospects, prospect, place), ai_view(career)
    residency, target = career.residency, person.wants.get("salary")
    levels = {route.program_level for route in career.routes}
    match = None if ranking is None else ranking.by_id[career.id]
    return made(
        CareerView(
            id=career.id,
            title=career.title,
            soc=career.soc,
            onet=career.onet,
            family=catalogue.families.get(career.family, career.family),
            summary=career.summary,
            short=words.first_sentences(career.summary),
            aliases=[alias for alias in career.aliases if alias != career.soc],
            **about(catalogue, person),
            pay=pay_view(prospects, prospect, settings, place),
            way=way,
            target=target if isinstance(target, int) else None,
            fit=None if match is None else words.sentence(fit_words(match)),
            against=[
                *(() if match is None else fit_against(match)),
                *against(prospect, way, ai),
            ],
            money=_money(prospect),
            ways=route_views(prospects, prospect, place),
            residency=None if residency is None else seen(ResidencyView, residency),
            credentials=[seen(CredentialView, credential) for credential in career.credentials],
            work=_work(career),
            outlook=_outlook(career),
            ai=ai,
            interests=_interests(career),
            ladder=next_steps(prospects, career, standing=not in_short),
            questions=[seen(QuestionView, entry) for entry in career.faq],
            conditions=[NoteView(c.what, c.notes, None, None) for c in career.conditions],
            accreditation=[NoteView(a.body, a.notes, None, a.url) for a in career.accreditation],
            boards=career.boards,
            aid=[_dated(aid) for aid in catalogue.aid.values() if levels.intersection(aid.levels)],
            laws=[_dated(catalogue.laws[law]) for law in career.laws],
            sources=sources_of(catalogue, [career], place),
            handbook=career.handbook,
            reviewed=career.reviewed.isoformat(),
        )
    )


def _dated(note: Aid | Law) -> NoteView:
    return seen(NoteView, note, as_of=note.as_of.isoformat())


def _money(prospect: Prospect) -> MoneyView | None:
    from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION

    earnings = prospect.earnings
    if earnings is None:
        return None
    trained = prospect.career.residency is not None
    text = f"{words.about(earnings.total)} earned in ten years from today"
    if earnings.debt:
        text += f", after {words.dollars(earnings.debt)} of debt is paid back"
    elif not earnings.debt_known:
        text += "; debt is not known and not counted"
    return MoneyView(
        earned=round(earnings.total, -3),
        months_to_first_pay=earnings.months_to_first_pay,
        months_to_full_role=earnings.months_to_full_role,
        debt=earnings.debt,
        debt_known=earnings.debt_known,
        text=text,
        assumptions=f"{ASSUMPTIONS} {RESIDENCY_ASSUMPTION}" if trained else ASSUMPTIONS,
    )


def _work(career: Career) -> WorkView:
    contact, remote, work = career.patient_contact, career.remote, career.work

    def amounts(names: dict[str, str]) -> str:
        if work is None:
            return words.NOT_KNOWN
        return ", ".join(
            f"{name} {getattr(work, field) or words.NOT_KNOWN}" for field, name in names.items()
        )

    return WorkView(
        day=career.day,
        duties=[words.capital(duty) for duty in career.duties],
        qualities=[words.capital(quality) for quality in career.qualities],
        patients=words.contact_words(contact),
        patients_why=None if contact is None else contact.why,
        home=words.remote_words(remote),
        home_why=None if remote is None else remote.why,
        hours=amounts(_HOURS),
        strain=amounts(STRAIN),
        exposure=amounts(_EXPOSURE),
        why=None if work is None else work.why,
    )


def _outlook(career: Career) -> OutlookView | None:
    outlook = career.outlook
    if outlook is None:
        return None
    change = outlook.change_percent
    openings, group = openings_words(career)
    return seen(
        OutlookView,
        outlook,
        change=words.NOT_KNOWN if change is None else words.change_words(change),
        openings_text=openings,
        openings_group=group,
    )


def openings_words(career: Career) -> tuple[str, str | None]:
    """Openings a year, and the group whose they are where they are not the career's own."""
    outlook = career.outlook
    if outlook is None or (outlook.own_openings is None and outlook.openings is None):
        return words.NOT_KNOWN, None
    if outlook.own_openings is not None:
        return f"about {outlook.own_openings:,} a year", None
    group = outlook.openings_group or outlook.group
    return f"about {outlook.openings:,} a year", group


def _interests(career: Career) -> list[InterestView]:
    """All six, the strongest first; nothing when they are not known."""
    found = career.interests
    if found is None:
        return []
    ratings = [
        InterestView(name.capitalize(), getattr(found, name), means)
        for name, means in INTERESTS.items()
    ]
    return sorted(ratings, key=lambda interest: -interest.rating)
