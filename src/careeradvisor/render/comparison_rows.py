"""What careers are compared on: each fact in words, as data, and which way is better if any."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from careeradvisor.catalogue import levels
from careeradvisor.criteria import ALL
from careeradvisor.render import words
from careeradvisor.render.format import NOT_KNOWN, dollars, months, span

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Outlook
    from careeradvisor.criteria import Criterion
    from careeradvisor.prospects import Prospect
    from careeradvisor.render.career_data import Json

MORE, LESS = 1, -1
_AMOUNTS = {"little": 0, "some": 1, "much": 2}

# The criteria whose facts the rows below show; others get a row of their own.
_COVERED = {
    "patient_contact",
    "schooling",
    "remote",
    "salary",
    "growth",
    "schedule",
    "physical",
    "exposure",
    "earnings",
    "interests",
    "automation",
}


class Fact(Struct, frozen=True):
    """One thing to compare.

    ``text`` is what a person reads, ``value`` the same as data (``None`` when not
    known). ``better`` is :data:`MORE`, :data:`LESS`, or 0 where neither is plainly
    better; ``figure`` is then the number that decides. ``optional`` facts are left
    out when no career has any.
    """

    key: str
    label: str
    text: Callable[[Prospect], str]
    value: Callable[[Prospect], Json]
    better: int = 0
    figure: Callable[[Prospect], float | None] | None = None
    optional: bool = False

    def decides(self, prospect: Prospect) -> float | None:
        """The number by which careers are better or worse on this; ``None`` if not known."""
        return None if self.figure is None else self.figure(prospect)


def facts() -> list[Fact]:
    """Everything to compare, in the order in which it is shown."""
    return [*_MONEY, *_WAY, *_WORK, *_exposure(), *_FUTURE, *_others(), _CREDENTIALS]


def _median(prospect: Prospect) -> int | None:
    return prospect.pay.median


def _range_text(prospect: Prospect) -> str:
    pay = prospect.pay
    if pay.p10 is None and pay.p90 is None:
        return NOT_KNOWN
    if pay.p90 is None:
        return f"from {dollars(pay.p10)}; the top is not published"
    if pay.p10 is None:
        return f"up to {dollars(pay.p90)}; the bottom is not published"
    return f"{dollars(pay.p10)} to {dollars(pay.p90)}"


def _counted_in(prospect: Prospect) -> str | None:
    salary = prospect.career.salary
    if salary is None:
        return None
    if salary.basis == "broader-group":
        return salary.group or "a broader group"
    return "this role" if salary.basis == "occupation" else "a survey"


def _where(prospect: Prospect) -> str:
    pay = prospect.pay
    if not pay.known_points():
        return NOT_KNOWN
    if pay.missing_area is not None:
        return f"the nation: not published for {pay.missing_area}"
    if pay.area is None:
        return "the nation"
    return pay.area


def _first_pay(prospect: Prospect) -> int | None:
    return None if prospect.pathway is None else prospect.pathway.months_to_first_pay


def _first_pay_text(prospect: Prospect) -> str:
    count = _first_pay(prospect)
    if count is None:
        return NOT_KNOWN
    return f"after {months(count)}" if count else "from the first day"


def _study(prospect: Prospect) -> int | None:
    return None if prospect.pathway is None else prospect.pathway.study[0]


def _study_value(prospect: Prospect) -> Json:
    way = prospect.pathway
    return None if way is None else [way.study[0], way.study[1]]


def _work(prospect: Prospect) -> int | None:
    return None if prospect.pathway is None else prospect.pathway.work


def _work_text(prospect: Prospect) -> str:
    way = prospect.pathway
    return NOT_KNOWN if way is None else words.work_first(way) or "none"


def _role_text(prospect: Prospect) -> str:
    if prospect.shortest is None:
        return NOT_KNOWN
    return f"after {months(prospect.shortest)}" if prospect.shortest else "at once"


def _training_text(prospect: Prospect) -> str:
    residency = prospect.career.residency
    if residency is not None:
        return span(residency.months)
    return "none" if prospect.career.routes else NOT_KNOWN


def _training_value(prospect: Prospect) -> Json:
    residency = prospect.career.residency
    return None if residency is None else list(residency.months)


def _earned(prospect: Prospect) -> int | None:
    return None if prospect.earnings is None else prospect.earnings.total


def _earned_text(prospect: Prospect) -> str:
    earned = _earned(prospect)
    return NOT_KNOWN if earned is None else f"about {dollars(round(earned, -3))}"


def _way_in(prospect: Prospect) -> str | None:
    way = prospect.pathway
    return None if way is None or way.route is None else way.route.name


def _credentials(prospect: Prospect) -> list[str]:
    """Names, first those that are required, then those that are expected."""
    return [
        credential.name
        for need in ("required", "expected")
        for credential in prospect.career.credentials
        if credential.need == need
    ]


def _credentials_text(prospect: Prospect) -> str:
    parts = []
    for need in ("required", "expected"):
        names = [c.name for c in prospect.career.credentials if c.need == need]
        if names:
            parts.append(f"{need}: {'; '.join(names)}")
    return ". ".join(parts) or "none known"


def _starts(prospect: Prospect) -> str:
    remote = prospect.career.remote
    return NOT_KNOWN if remote is None else words.new_people(remote)


def _level(field: str, names: tuple[str, ...]) -> Callable[[Prospect], str | None]:
    def level(prospect: Prospect) -> str | None:
        part = getattr(prospect.career, field)
        return None if part is None else names[part.level]

    return level


def _at_work(field: str) -> Callable[[Prospect], str | None]:
    def amount(prospect: Prospect) -> str | None:
        work = prospect.career.work
        value: str | None = None if work is None else getattr(work, field)
        return value

    return amount


def _degree(field: str) -> Callable[[Prospect], float | None]:
    amount = _at_work(field)

    def degree(prospect: Prospect) -> float | None:
        word = amount(prospect)
        return None if word is None else _AMOUNTS[word]

    return degree


def _outlook(field: str) -> Callable[[Prospect], Any]:
    def value(prospect: Prospect) -> Any:
        outlook: Outlook | None = prospect.career.outlook
        return None if outlook is None else getattr(outlook, field)

    return value


def _change_text(prospect: Prospect) -> str:
    outlook = prospect.career.outlook
    if outlook is None or outlook.change_percent is None:
        return NOT_KNOWN
    return f"{words.change_words(outlook.change_percent)} in {outlook.period}"


def _openings_text(prospect: Prospect) -> str:
    outlook = prospect.career.outlook
    if outlook is None or outlook.openings is None:
        return NOT_KNOWN
    return f"about {outlook.openings:,} a year" + (
        f" (all {outlook.openings_group})" if outlook.openings_group else ""
    )


def _share(prospect: Prospect) -> float | None:
    automation = prospect.career.automation
    return None if automation is None else automation.share


def _share_text(prospect: Prospect) -> str:
    share = _share(prospect)
    return NOT_KNOWN if share is None else f"{share * 100:.0f} in 100 tasks"


def _known(value: Callable[[Prospect], str | None]) -> Callable[[Prospect], str]:
    return lambda prospect: value(prospect) or NOT_KNOWN


def _word(key: str, label: str, value: Callable[[Prospect], str | None]) -> Fact:
    return Fact(key, label, _known(value), value)


def _exposure() -> list[Fact]:
    return [
        Fact(key, label, _known(_at_work(key)), _at_work(key), LESS, _degree(key))
        for key, label in (
            ("infection", "Infection"),
            ("radiation", "Radiation"),
            ("fluids", "Bodily fluids"),
        )
    ]


def _interests(prospect: Prospect) -> str | None:
    """The three strongest, by name."""
    found = prospect.career.interests
    if found is None:
        return None
    names = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
    return ", ".join(sorted(names, key=lambda name: -getattr(found, name))[:3])


def _others() -> list[Fact]:
    """One row for each criterion of the registry that no row above shows."""
    return [_offered(criterion) for criterion in ALL if criterion.key not in _COVERED]


def _offered(criterion: Criterion) -> Fact:
    def text(prospect: Prospect) -> str:
        offered = criterion.offered(prospect)
        return NOT_KNOWN if offered is None else str(offered)

    return Fact(criterion.key, words.capital(criterion.label), text, criterion.offered)


_MONEY = [
    Fact("median_pay", "Pay, median", lambda p: dollars(_median(p)), _median, MORE, _median),
    Fact("pay_range", "8 in 10 earn", _range_text, lambda p: [p.pay.p10, p.pay.p90]),
    Fact("pay_counts", "Pay figures of", _known(_counted_in), _counted_in),
    Fact("pay_area", "Pay figures for", _where, lambda p: p.pay.area),
    Fact("months_to_first_pay", "First pay", _first_pay_text, _first_pay, LESS, _first_pay),
    Fact("ten_years", "10-year earnings", _earned_text, _earned, MORE, _earned),
]
_WAY = [
    Fact(
        "study_months", "Study", lambda p: words.study_words(p.pathway), _study_value, LESS, _study
    ),
    Fact("work_months", "Paid work first", _work_text, _work, optional=True),
    Fact("months", "In the role", _role_text, lambda p: p.shortest, LESS, lambda p: p.shortest),
    Fact("residency_months", "Paid training", _training_text, _training_value, optional=True),
    _word("way_in", "Way in", _way_in),
]
_WORK = [
    _word("patient_contact", "Patients", _level("patient_contact", levels.PATIENT_CONTACT)),
    _word("remote", "From home", _level("remote", levels.REMOTE)),
    Fact("remote_entry", "New people start", _starts, _starts),
    _word("nights", "Nights", _at_work("nights")),
    _word("weekends", "Weekends", _at_work("weekends")),
    _word("on_call", "On call", _at_work("on_call")),
    _word("standing", "Standing", _at_work("standing")),
    _word("lifting", "Lifting", _at_work("lifting")),
]
_FUTURE = [
    Fact(
        "change_percent",
        "Jobs",
        _change_text,
        _outlook("change_percent"),
        MORE,
        _outlook("change_percent"),
    ),
    Fact("openings", "Openings", _openings_text, _outlook("openings")),
    Fact("automation", "AI may change", _share_text, _share),
    _word("interests", "Interests", _interests),
]
_CREDENTIALS = Fact(
    "credentials",
    "Credentials",
    _credentials_text,
    lambda p: list(_credentials(p)),
)
