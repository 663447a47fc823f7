"""What careers are compared on: each fact in words, and which way is better if any."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.criteria import ALL
from careeradvisor.views import words
from careeradvisor.views.ai import ai_view
from careeradvisor.views.career import INTERESTS, openings_words
from careeradvisor.views.pay import PARTS, worth
from careeradvisor.views.row import career_row
from careeradvisor.views.ways import way_view

if TYPE_CHECKING:
    from careeradvisor.criteria import Criterion
    from careeradvisor.prospects import Prospect, Prospects
    from careeradvisor.views.place import Place
    from careeradvisor.views.row import CareerRow
    from careeradvisor.views.ways import ProgramView, WayView

MORE, LESS = 1, -1
_AMOUNTS = {"little": 0, "some": 1, "much": 2}

# The criteria whose facts have rows of their own below; any other gets one from the registry.
_COVERED = {
    "patient_contact", "schooling", "remote", "salary", "growth", "schedule", "physical",
    "exposure", "earnings", "interests", "automation",
}  # fmt: skip


class Side(Struct, frozen=True):
    """One of the careers that are compared; ``worth`` is what its pay buys elsewhere."""

    prospect: Prospect
    row: CareerRow
    way: WayView
    worth: int | None

    def figure(self, key: str) -> float | None:
        """A figure of the row, or an amount as a figure: little, some, much."""
        value = getattr(self.row, key)
        return _AMOUNTS.get(value) if isinstance(value, str) else value


class Fact(Struct, frozen=True):
    """One thing to compare.

    ``text`` is what a person reads, "" for what there is not: a fact that none has is left out.
    Where :data:`MORE` or :data:`LESS` is plainly better, ``better`` says which, of the row's
    figure of the name ``key``.
    """

    key: str
    label: str
    text: Callable[[Side], str]
    better: int = 0


def side_of(prospects: Prospects, prospect: Prospect, place: Place) -> Side:
    """A career as it is compared."""
    return Side(
        prospect,
        career_row(prospects, prospect),
        way_view(prospects, prospect, place),
        worth(prospect, place),
    )


def facts(*, local: bool) -> list[Fact]:
    """Everything to compare, in the order in which it is shown; ``local``: pay is of a place."""
    return [
        Fact("counts", "Pay, median", lambda s: words.dollars(s.row.counts), MORE),
        Fact("pay_range", "8 in 10 earn", _range),
        Fact("pay_counts", "Pay figures of", _counted_in),
        *([Fact("pay_area", "Pay figures for", _where)] if local else []),
        Fact("at_national_prices", "At national prices", _worth),
        Fact("employment", "People employed", _employment),
        Fact("months_to_first_pay", "First pay", _first_pay, LESS),
        Fact("ten_years_earned", "10-year earnings", _earned, MORE),
        Fact("way", "To get there", lambda s: words.capital(s.way.text)),
        Fact("months_shortest", "Until full pay", _months, LESS),
        _plain("way_in", "Way in"),
        Fact("program_earnings", "Graduates earn", _of_program(_graduates)),
        Fact("below_high_school", "Below high school", _of_program(_below)),
        Fact("debt", "Debt, median", _of_program(lambda p: words.dollars(p.debt)), LESS),
        _plain("patient_contact", "Patients"),
        _plain("remote", "From home"),
        Fact("remote_entry", "New people start", _starts),
        _plain("nights", "Nights"),
        _plain("weekends", "Weekends"),
        _plain("on_call", "On call"),
        _plain("standing", "Standing"),
        _plain("lifting", "Lifting"),
        _plain("posture", "Posture"),
        _plain("infection", "Infection", LESS),
        _plain("radiation", "Radiation", LESS),
        _plain("fluids", "Bodily fluids", LESS),
        Fact("change_percent", "Jobs", _change, MORE),
        Fact("openings", "Openings", _openings),
        Fact("ai", "AI may change", _ai),
        Fact("interests", "Interests", _interests),
        *(_offered(criterion) for criterion in ALL if criterion.key not in _COVERED),
        Fact("credentials", "Credentials", _credentials),
    ]


def _plain(key: str, label: str, better: int = 0) -> Fact:
    """A word of the row as it is."""
    return Fact(key, label, lambda side: getattr(side.row, key) or words.NOT_KNOWN, better)


def _offered(criterion: Criterion) -> Fact:
    def text(side: Side) -> str:
        offered = criterion.offered(side.prospect)
        return words.NOT_KNOWN if offered is None else str(offered)

    return Fact(criterion.key, words.capital(criterion.label), text)


def _of_program(text: Callable[[ProgramView], str]) -> Callable[[Side], str]:
    return lambda side: "" if side.way.program is None else text(side.way.program)


def _graduates(program: ProgramView) -> str:
    earned = words.dollars(program.earnings)
    text = f"{earned} four years on ({program.programs:,} programs)"
    if program.state_earnings:
        text += f"; {program.state} {words.dollars(program.state_earnings)}"
    return text


def _below(program: ProgramView) -> str:
    if not program.decided or program.below_high_school is None:
        return words.NOT_KNOWN
    return f"{program.below_high_school:,} of {program.decided:,} programs"


def _range(side: Side) -> str:
    low, high = side.row.p10, side.row.p90
    if low is None and high is None:
        return words.NOT_KNOWN
    if high is None:
        return f"from {words.dollars(low)}; the top is not published"
    if low is None:
        return f"up to {words.dollars(high)}; the bottom is not published"
    return f"{words.dollars(low)} to {words.dollars(high)}"


def _counted_in(side: Side) -> str:
    salary, group = side.prospect.career.salary, side.row.pay_group
    if salary is None:
        return words.NOT_KNOWN
    if group is not None:
        part = PARTS.get(side.row.pay_position)
        return group if part is None else f"{part} of {group}"
    return "this role" if salary.basis == "occupation" else "a survey"


def _where(side: Side) -> str:
    if side.row.counts is None:
        return words.NOT_KNOWN
    if side.row.pay_not_published_for is not None:
        return f"the nation: not published for {side.row.pay_not_published_for}"
    return side.row.pay_area or "the nation"


def _worth(side: Side) -> str:
    return "" if side.worth is None else f"about {words.dollars(side.worth)}"


def _employment(side: Side) -> str:
    return "" if side.row.employment is None else f"about {side.row.employment:,}"


def _first_pay(side: Side) -> str:
    months = side.row.months_to_first_pay
    text = words.NOT_KNOWN
    if months is not None:
        text = f"after {words.months(months)}" if months else "from the first day"
    if side.way.in_hand is not None:
        text += f"; certificate in hand after {words.span(side.way.in_hand)}"
    return text


def _months(side: Side) -> str:
    if side.way.months is None:
        return words.NOT_KNOWN
    return words.span(side.way.months) if side.way.months[1] else "at once"


def _earned(side: Side) -> str:
    earned = side.row.ten_years_earned
    return words.NOT_KNOWN if earned is None else f"about {words.dollars(earned)}"


def _starts(side: Side) -> str:
    remote = side.prospect.career.remote
    return words.NOT_KNOWN if remote is None else words.new_people(remote)


def _change(side: Side) -> str:
    outlook = side.prospect.career.outlook
    if outlook is None or outlook.change_percent is None:
        return words.NOT_KNOWN
    return f"{words.change_words(outlook.change_percent)} in {outlook.period}"


def _openings(side: Side) -> str:
    text, group = openings_words(side.prospect.career)
    return f"{text}, all {group} together" if group else text


def _ai(side: Side) -> str:
    ai = ai_view(side.prospect.career)
    return words.NOT_KNOWN if ai is None else ai.range_text


def _interests(side: Side) -> str:
    """The three strongest, by name."""
    found = side.prospect.career.interests
    if found is None:
        return words.NOT_KNOWN
    return ", ".join(sorted(INTERESTS, key=lambda name: -getattr(found, name))[:3])


def _credentials(side: Side) -> str:
    parts = []
    for need in ("required", "expected"):
        names = [c.name for c in side.prospect.career.credentials if c.need == need]
        if names:
            parts.append(f"{need}: {'; '.join(names)}")
    return ". ".join(parts) or "none known"
