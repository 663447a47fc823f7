"""Months from now until full pay, for this person (design 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NOT_KNOWN, NumberCriterion, quoted, tidy
from careeradvisor.errors import WrongUse
from careeradvisor.profile.durations import months_from
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.criteria.base import Table
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Pathway, Prospect

_LARGEST = 240
_A_YEAR, _HALF_A_YEAR = 12, 6
_MORE = (3, 6, 9, 12)
_PARTS_OF_A_RANGE = 20


def months_text(months: int) -> str:
    """Months in words: "9 months", "1 month"; from 24 on in years as well, where these are even.

    >>> months_text(54)
    '54 months (4.5 years)'
    """
    unit = "month" if months == 1 else "months"
    if months < 24 or months % _HALF_A_YEAR:
        return f"{months} {unit}"
    return f"{months} {unit} ({_years(months)} years)"


def span_text(months: tuple[int, int]) -> str:
    """A shortest and a longest length in words, from years on in years as well, where even.

    >>> span_text((4, 9)), span_text((24, 24)), span_text((18, 36))
    ('4 to 9 months', '24 months (2 years)', '18 to 36 months (1.5 to 3 years)')
    """
    low, high = months
    if low == high:
        return months_text(low)
    even = low >= 12 and high >= 24 and not low % _HALF_A_YEAR and not high % _HALF_A_YEAR
    years = f" ({_years(low)} to {_years(high)} years)" if even else ""
    return f"{low} to {high} months{years}"


def time_satisfaction(months: float, budget: int) -> float:
    """1 within the budget; beyond it ((b + c) / (m + c))^3.5, which falls fast and never ties.

    c is half the budget and half a year, at most a year: it keeps a budget of nothing from meaning
    that a week is as bad as ten years. Its own choice of curve: a longer way always fits less.
    (Design 4.4 has the square and a year, by which twice the time still passed for half met.)

    >>> round(time_satisfaction(24, 9), 4)
    0.1356
    """
    if months <= budget:
        return 1.0
    lenience = min(_A_YEAR, _HALF_A_YEAR + budget / 2)
    return float(((budget + lenience) / (months + lenience)) ** 3.5)


class Schooling(NumberCriterion):
    """Study at the person's pace, paid work still missing, and training before full pay.

    Satisfaction is the mean of :func:`time_satisfaction` at the shortest and at the longest
    usual length: a budget inside the range is half met. As a must the shortest counts.
    """

    name = "schooling"
    label = "time until qualified"
    head = "Study"
    question = "How long can you study, and train before full pay?"
    why = (
        "Months from today until full pay: study at your pace, any degree or license that you "
        "still need, and training after a degree that is paid less, such as a doctor's residency. "
        "Where a career asks for paid experience elsewhere first, that counts too."
    )
    metavar = "MONTHS (9, 9m, 2y) or any"
    examples = "9 months, 18m, 2 years"
    more_is_stricter = False
    largest = _LARGEST
    further = False
    # Three to four years for somebody who has two (.32) are not nearly two; two to three (.71)
    # are, though the shortest way is within the answer.
    nearly_from = 0.35
    as_asked_from = 0.8

    @property
    def answer_key(self) -> str:
        """``schooling_months``, as in JSON's ``profile``."""
        return "schooling_months"

    def parse(self, text: str) -> Answer | None:
        """Months from "9", "9m", "18 months", "2y", "two years", "1 year 6 months"; or any."""
        words = tidy(text)
        if words == ANY:
            return None
        months = months_from(words, bare=True)
        if months is None:
            raise WrongUse(
                f"'{quoted(text)}' is not a length of time. Write months or years, "
                "such as 9, 18m or 2y; or any."
            )
        if months > _LARGEST:
            raise WrongUse(
                f"'{quoted(text)}' is longer than any way into these careers. "
                f"Write at most {_LARGEST} months (20 years), or any."
            )
        return months

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        budget = _number(answer)
        return f"at most {months_text(budget)}" if budget else "no further study"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """The mean at the shortest and at the longest usual length."""
        months = prospect.months
        if months is None:
            return None
        shortest, longest = months
        budget = _number(answer)
        return (time_satisfaction(shortest, budget) + time_satisfaction(longest, budget)) / 2

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """The shortest usual length is within the budget."""
        return None if prospect.months is None else prospect.months[0] <= _number(answer)

    def limit(self, prospect: Prospect) -> int | None:
        """The shortest usual length."""
        return None if prospect.months is None else prospect.months[0]

    def offered(self, prospect: Prospect) -> int | None:
        """Months until full pay, at the shortest usual length."""
        return self.limit(prospect)

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """Months, from two years on in years."""
        if prospect.months is None:
            return NOT_KNOWN
        shortest, longest = prospect.months
        if longest == 0:
            return "none"
        if shortest >= 24 and not shortest % _HALF_A_YEAR and not longest % _HALF_A_YEAR:
            return f"{_span(_years(shortest), _years(longest))} yr"
        return f"{_span(str(shortest), str(longest))} mo"

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """Study, paid work and training apart; says when it is tight, or how much too long."""
        way, months = prospect.pathway, prospect.months
        if way is None or months is None:
            return "has no published length of training"
        if prospect.here:
            return "is the work you are in already"
        shortest, longest = months
        budget = _number(answer)
        text = _course(way, prospect)
        if budget and shortest > budget:
            least = "" if shortest == longest else "at least "
            text += f", {least}{shortest - budget} more than you set"
        elif shortest <= budget < longest:
            text += f" (tight: you set {budget})"
        return text

    def brief(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        way = prospect.pathway
        if way is None or prospect.here:
            return self.reason(prospect, answer)
        return _course(way, prospect)

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        needed, budget = self.limit(prospect), _number(answer)
        assert needed is not None
        return f"needs {months_text(needed)}; you set {budget if budget else 'none'}"

    def wider(self, answer: Answer) -> Sequence[Answer | None]:
        """3, 6, 9, 12 months more, up to the next multiple of 3 (design 4.10)."""
        longer = [-(-(_number(answer) + more) // 3) * 3 for more in _MORE]
        return [months for months in longer if months <= _LARGEST]

    def asks(self, before: Answer, after: Answer | None) -> str:
        """See Criterion."""
        return f"could take {months_text(_number(after))} instead of {_number(before)}"

    def chances(self, prospect: Prospect, answer: Answer) -> Sequence[Table]:
        """Any length within the usual range is as likely as another."""
        months, budget = prospect.months, _number(answer)
        if months is None or months[0] == months[1] or months[1] <= budget:
            return ()
        shortest, longest = months
        part = (longest - shortest) / _PARTS_OF_A_RANGE
        return (
            [
                time_satisfaction(shortest + part * (i + 0.5), budget)
                for i in range(_PARTS_OF_A_RANGE)
            ],
        )

    def amount(self, answer: int) -> str:
        """Months in words."""
        return months_text(answer)


def _course(way: Pathway, prospect: Prospect) -> str:
    """What the way takes: "takes 4 to 9 months of study, then 24 months of work as a coder"."""
    pace = " at half pace" if prospect.pace == "half" else ""
    parts = []
    if way.study[1]:
        parts.append(f"{span_text(way.study)} of study{pace}")
    if way.work:
        where = [step.name.removeprefix("work as ") for step in way.steps if step.kind == "work"]
        parts.append(f"{months_text(way.work)} of paid work as {listed(where)}")
    if way.residency[1]:
        parts.append(f"{span_text(way.residency)} of paid training before full pay")
    if not parts:
        return "can be started without further study"
    return f"takes {', then '.join(parts)}"


def _years(months: int) -> str:
    return f"{months / 12:.1f}".removesuffix(".0")


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low}-{high}"


def _number(answer: Answer | None) -> int:
    assert isinstance(answer, int)
    return answer
