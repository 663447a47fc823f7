"""When the steps of a way fall: months from a start, and months of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from careeradvisor.prospects.pathway import Pathway, Span, Step

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Month(Struct, frozen=True, order=True):
    """A month of the calendar; ``month`` is 1 to 12."""

    year: int
    month: int

    def plus(self, months: int) -> Month:
        """The month so many months later.

        >>> Month(2027, 11).plus(2).iso
        '2028-01'
        """
        years, month = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, month + 1)

    @property
    def iso(self) -> str:
        """As in ISO 8601: "2027-01"."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def text(self) -> str:
        """In words: "Jan 2027"."""
        return f"{MONTHS[self.month - 1][:3]} {self.year}"


class Stretch(Struct, frozen=True):
    """A step of a way and when it begins and ends, in months from the start.

    Each is (by the shortest usual times, by the longest ones); where one step ends the next
    begins.
    """

    step: Step
    begins: Span
    ends: Span


def stretches(pathway: Pathway) -> tuple[Stretch, ...]:
    """The steps of a way one after another, from month 0 on."""
    found: list[Stretch] = []
    begins = (0, 0)
    for step in pathway.steps:
        ends = (begins[0] + step.months[0], begins[1] + step.months[1])
        found.append(Stretch(step, begins, ends))
        begins = ends
    return tuple(found)


def first_pay(pathway: Pathway) -> Span:
    """Months until the first paid step of a way: work, paid training or the role itself."""
    for stretch in stretches(pathway):
        if stretch.step.kind in ("work", "residency"):
            return stretch.begins
    return pathway.months


def span_text(months: tuple[str, str]) -> str:
    """Two ISO months in words, the one of them where they are the same.

    >>> span_text(("2027-01", "2027-03")), span_text(("2027-12", "2028-01"))
    ('Jan to Mar 2027', 'Dec 2027 to Jan 2028')
    """
    low, high = (Month(*map(int, month.split("-"))) for month in months)
    if low == high:
        return low.text
    return f"{low.text if low.year != high.year else low.text.split()[0]} to {high.text}"
