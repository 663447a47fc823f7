"""What careers are compared on: each fact in words, and which way is better if any."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.catalogue import levels
from careeradvisor.criteria import ALL
from careeradvisor.views import words
from careeradvisor.views.career import INTERESTS, ai_view, openings_words
from careeradvisor.views.pay import PARTS, group_words, worth
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.ways import ProgramView, program_of, way_view

if TYPE_CHECKING:
    from careeradvisor.criteria import Criterion
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.views.place import Place

    Text = Callable[[Prospect], str]
    Figure = Callable[[Prospect], float | None]

MORE, LESS = 1, -1
_AMOUNTS = {"little": 0, "some": 1, "much": 2}

# The criteria whose facts have rows of their own below; any other gets one from the registry.
_COVERED = {
    "patient_contact", "schooling", "remote", "salary", "growth", "schedule", "physical",
    "exposure", "earnings", "interests", "automation",
}  # fmt: skip


class Fact(Struct, frozen=True):
    """One thing to compare.

    ``text`` is what a person reads. Where :data:`MORE` or :data:`LESS` of a ``figure`` is plainly
    better, ``better`` says which. ``optional`` facts are left out when no career has any.
    """

    key: str
    label: str
    text: Text
    better: int = 0
    figure: Figure | None = None
    optional: bool = False


def facts(prospects: Prospects, place: Place = NOWHERE) -> list[Fact]:
    """Everything to compare, in the order in which it is shown."""

    def program(prospect: Prospect) -> ProgramView | None:
        way = prospect.pathway
        route = None if way is None else way.route
        return None if route is None else program_of(prospects.catalogue, route, place)

    def in_program(text: Callable[[ProgramView], str]) -> Text:
        return lambda prospect: "" if (found := program(prospect)) is None else text(found)

    local = prospects.answers.state is not None
    return [
        Fact("median_pay", "Pay, median", _median_text, MORE, _median),
        Fact("pay_range", "8 in 10 earn", _range_text),
        Fact("pay_counts", "Pay figures of", _counted_in),
        *([Fact("pay_area", "Pay figures for", _where)] if local else []),
        Fact(
            "at_national_prices",
            "At national prices",
            lambda p: "" if (buys := worth(p, place)) is None else f"about {words.dollars(buys)}",
            optional=True,
        ),
        Fact("employment", "People employed", _employment, optional=True),
        Fact("months_to_first_pay", "First pay", _first_pay_text, LESS, _first_pay),
        Fact("ten_years", "10-year earnings", _earned_text, MORE, _earned),
        Fact("way", "To get there", lambda p: words.capital(way_view(prospects, p).text)),
        Fact("months", "Until full pay", _months_text, LESS, _months),
        Fact("way_in", "Way in", _way_in),
        Fact(
            "program_earnings",
            "Graduates earn",
            in_program(
                lambda p: (
                    f"{words.dollars(p.earnings)} four years on ({p.programs:,} programs)"
                    + (f"; {p.state} {words.dollars(p.state_earnings)}" if p.state_earnings else "")
                )
            ),
            optional=True,
        ),
        Fact(
            "below_high_school",
            "Below high school",
            in_program(
                lambda p: f"{p.below_high_school:,} of {p.decided:,} programs"
                if p.decided and p.below_high_school is not None
                else words.NOT_KNOWN
            ),
            optional=True,
        ),
        Fact(
            "debt", "Debt, median", in_program(lambda p: words.dollars(p.debt)),
            LESS, lambda p: None if (found := program(p)) is None else found.debt, True,
        ),
        Fact("patient_contact", "Patients", _level("patient_contact", levels.PATIENT_CONTACT)),
        Fact("remote", "From home", _level("remote", levels.REMOTE)),
        Fact("remote_entry", "New people start", _starts),
        *(
            Fact(key, label, _at_work(key))
            for key, label in (
                ("nights", "Nights"), ("weekends", "Weekends"), ("on_call", "On call"),
                ("standing", "Standing"), ("lifting", "Lifting"),
            )
        ),
        *(
            Fact(key, label, _at_work(key), LESS, _degree(key))
            for key, label in (
                ("infection", "Infection"), ("radiation", "Radiation"), ("fluids", "Bodily fluids"),
            )
        ),
        Fact("change_percent", "Jobs", _change_text, MORE, _change),
        Fact("openings", "Openings", _openings),
        Fact("ai", "AI may change", _ai_text),
        Fact("interests", "Interests", _interests),
        *(_offered(criterion) for criterion in ALL if criterion.key not in _COVERED),
        Fact("credentials", "Credentials", _credentials),
    ]  # fmt: skip


def _offered(criterion: Criterion) -> Fact:
    def text(prospect: Prospect) -> str:
        offered = criterion.offered(prospect)
        return words.NOT_KNOWN if offered is None else str(offered)

    return Fact(criterion.key, words.capital(criterion.label), text)


def _median(prospect: Prospect) -> int | None:
    return prospect.pay.part_median


def _median_text(prospect: Prospect) -> str:
    return words.dollars(_median(prospect))


def _range_text(prospect: Prospect) -> str:
    pay = prospect.pay
    if pay.p10 is None and pay.p90 is None:
        return words.NOT_KNOWN
    if pay.p90 is None:
        return f"from {words.dollars(pay.p10)}; the top is not published"
    if pay.p10 is None:
        return f"up to {words.dollars(pay.p90)}; the bottom is not published"
    return f"{words.dollars(pay.p10)} to {words.dollars(pay.p90)}"


def _counted_in(prospect: Prospect) -> str:
    salary = prospect.career.salary
    if salary is None:
        return words.NOT_KNOWN
    group = group_words(prospect.career)
    if group is not None:
        part = PARTS.get(prospect.pay.position)
        return group if part is None else f"{part} of {group}"
    return "this role" if salary.basis == "occupation" else "a survey"


def _where(prospect: Prospect) -> str:
    pay = prospect.pay
    if pay.part_median is None:
        return words.NOT_KNOWN
    if pay.missing_area is not None:
        return f"the nation: not published for {pay.missing_area}"
    return pay.area or "the nation"


def _employment(prospect: Prospect) -> str:
    count = prospect.pay.employment
    return "" if count is None else f"about {count:,}"


def _first_pay(prospect: Prospect) -> int | None:
    return None if prospect.pathway is None else prospect.pathway.months_to_first_pay


def _first_pay_text(prospect: Prospect) -> str:
    text = _after(_first_pay(prospect), "from the first day")
    route = None if prospect.pathway is None else prospect.pathway.route
    if route is not None and route.in_hand is not None:
        text += f"; certificate in hand after {words.span(route.in_hand)}"
    return text


def _months(prospect: Prospect) -> float | None:
    return None if prospect.months is None else prospect.months[0]


def _months_text(prospect: Prospect) -> str:
    if prospect.months is None:
        return words.NOT_KNOWN
    return words.span(prospect.months) if prospect.months[1] else "at once"


def _after(count: int | None, at_once: str) -> str:
    if count is None:
        return words.NOT_KNOWN
    return f"after {words.months(count)}" if count else at_once


def _earned(prospect: Prospect) -> int | None:
    return None if prospect.earnings is None else prospect.earnings.total


def _earned_text(prospect: Prospect) -> str:
    earned = _earned(prospect)
    return words.NOT_KNOWN if earned is None else words.about(earned)


def _way_in(prospect: Prospect) -> str:
    way = prospect.pathway
    return words.NOT_KNOWN if way is None or way.route is None else way.route.name


def _credentials(prospect: Prospect) -> str:
    parts = []
    for need in ("required", "expected"):
        names = [c.name for c in prospect.career.credentials if c.need == need]
        if names:
            parts.append(f"{need}: {'; '.join(names)}")
    return ". ".join(parts) or "none known"


def _starts(prospect: Prospect) -> str:
    remote = prospect.career.remote
    return words.NOT_KNOWN if remote is None else words.new_people(remote)


def _level(field: str, names: tuple[str, ...]) -> Text:
    def level(prospect: Prospect) -> str:
        part = getattr(prospect.career, field)
        return words.NOT_KNOWN if part is None else names[part.level]

    return level


def _at_work(field: str) -> Text:
    return lambda prospect: getattr(prospect.career.work, field, None) or words.NOT_KNOWN


def _degree(field: str) -> Figure:
    return lambda prospect: _AMOUNTS.get(getattr(prospect.career.work, field, None) or "")


def _change(prospect: Prospect) -> float | None:
    outlook = prospect.career.outlook
    return None if outlook is None else outlook.change_percent


def _change_text(prospect: Prospect) -> str:
    outlook, change = prospect.career.outlook, _change(prospect)
    if outlook is None or change is None:
        return words.NOT_KNOWN
    return f"{words.change_words(change)} in {outlook.period}"


def _openings(prospect: Prospect) -> str:
    text, group = openings_words(prospect.career)
    return f"{text}, all {group} together" if group else text


def _ai_text(prospect: Prospect) -> str:
    ai = ai_view(prospect.career)
    return words.NOT_KNOWN if ai is None else ai.range_text


def _interests(prospect: Prospect) -> str:
    """The three strongest, by name."""
    found = prospect.career.interests
    if found is None:
        return words.NOT_KNOWN
    return ", ".join(sorted(INTERESTS, key=lambda name: -getattr(found, name))[:3])
