"""What counts against a career, said honestly: for its page, the heaviest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.text import listed
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careeradvisor.catalogue.model import Career, Work
    from careeradvisor.prospects import Prospect
    from careeradvisor.views.ai import AiView
    from careeradvisor.views.ways import WayView

_LONG = 48
_MUCH_DEBT = 40_000
_FEW = 200
_HOURS = {"nights": "nights", "weekends": "weekends", "on_call": "being on call"}
STRAIN = {"standing": "standing", "lifting": "lifting", "bent": "strain by posture"}
"""Fields of a career's work that wear people out, and what they are called."""
# Levels of work from home that new people are behind.
_LESS_AT_HOME = 2
_MANY_TASKS = 0.5


def against(prospect: Prospect, way: WayView, ai: AiView | None) -> list[str]:
    """Clauses, each whole by itself, on what a counsellor would warn of."""
    career = prospect.career
    return [
        words.sentence(clause)
        for clause in (
            *_way(prospect, way),
            *_programs(way),
            *jobs_against(prospect),
            *_work(career),
            *_ai(ai),
            *_unknown(prospect),
        )
    ]


def _way(prospect: Prospect, way: WayView) -> Iterator[str]:
    if way.standing == "elsewhere":
        yield prospect.shut
    elif prospect.career.states:
        yield only_in(prospect.career)
    if way.standing == "rare":
        yield "only a few enter by the way that is open to you"
    elif not way.usual:
        yield "the way that is open to you is not the usual way in"
    if way.standing == "later" and prospect.pathway is not None:
        yield f"you need paid work first: {words.work_first(prospect.pathway)}"
    if way.months is not None and way.months[0] > _LONG:
        yield f"it takes {way.months[0] / 12:.0f} years or more until full pay"
    if way.in_hand is not None and way.study is not None and way.in_hand[1] > way.study[1]:
        yield f"allow {words.span(way.in_hand)} until the certificate is in hand"


def _programs(way: WayView) -> Iterator[str]:
    program = way.program
    if program is None:
        return
    if program.below_high_school and program.decided:
        share = program.below_high_school / program.decided
        if share >= 0.25:
            yield (
                f"in {program.below_high_school:,} of {program.decided:,} {program.level} programs "
                "of its field, graduates earn less than people with a high-school diploma"
            )
    if program.debt is not None and program.debt >= _MUCH_DEBT:
        yield f"graduates of such programs owe {words.dollars(program.debt)} at the median"


def only_in(career: Career) -> str:
    """Where people may practise a career that the law does not know everywhere."""
    return f"the law lets people practice it in {len(career.states)} states and territories only"


def jobs_against(prospect: Prospect) -> Iterator[str]:
    """What speaks against a career's labour market: fewer jobs, or few of them."""
    outlook, pay = prospect.career.outlook, prospect.pay
    if outlook is not None and outlook.change_percent is not None and outlook.change_percent < 0:
        yield f"{words.change_words(outlook.change_percent)} expected in {outlook.period}"
    if prospect.few_posts:
        yield prospect.few_posts
    elif pay.area is not None and pay.employment is not None and pay.employment < _FEW:
        yield f"only about {pay.employment:,} people are employed in it in {pay.area}"


def _work(career: Career) -> Iterator[str]:
    remote, work = career.remote, career.work
    if remote is not None and remote.level - remote.entry >= _LESS_AT_HOME:
        yield f"new people usually start {words.new_people(remote)}"
    if work is None:
        return
    hours = _those(work, _HOURS)
    if hours:
        yield f"{listed(hours)} {'is' if hours == ['being on call'] else 'are'} usual"
    elif some := _those(work, _HOURS, "some"):
        yield f"some jobs ask for {listed(some)}"
    strain = _those(work, STRAIN)
    risks = _those(
        work, {"infection": "infection", "radiation": "radiation", "fluids": "bodily fluids"}
    )
    if strain:
        yield f"much {listed(strain)}"
    if risks:
        yield f"much contact with {listed(risks)}"


def _those(work: Work, names: dict[str, str], *amounts: str) -> list[str]:
    amounts = amounts or ("usual", "much")
    return [name for field, name in names.items() if getattr(work, field) in amounts]


def _ai(ai: AiView | None) -> Iterator[str]:
    if ai is not None and ai.highest >= _MANY_TASKS:
        yield f"AI may change much of it: {ai.range_text}"


def _unknown(prospect: Prospect) -> Iterator[str]:
    unknown = []
    if prospect.pay.part_median is None:
        unknown.append("what it pays")
    if prospect.pathway is None and not prospect.here:
        unknown.append("how people come into it")
    if unknown:
        yield f"it is {words.NOT_KNOWN} {listed(unknown)}"
