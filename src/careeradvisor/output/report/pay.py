"""A career's pay in words: the range, the share who earn what the person wants, the caveats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.areas import STATES
from careeradvisor.criteria.money_text import dollars_text
from careeradvisor.prospects import share_earning
from careeradvisor.text import listed

if TYPE_CHECKING:
    from careeradvisor.prospects import Pay, Prospect

_NAMES = ("10th percentile", "25th percentile", "median", "75th percentile", "90th percentile")


def pay_words(prospect: Prospect, target: int | None) -> str:
    """The whole pay picture as sentences; its text alternative, for everyone to read."""
    pay = prospect.pay
    if all(p is None for p in pay.percentiles):
        return "No pay is published for this career."
    where = f" in {pay.area}" if pay.area else ""
    parts = []
    if pay.median is not None:
        parts.append(f"Half of the people in this work{where} earn more than {_d(pay.median)}.")
    if pay.p25 is not None and pay.p75 is not None:
        parts.append(f"The middle half earn from {_d(pay.p25)} to {_d(pay.p75)}.")
    if pay.p10 is not None:
        parts.append(f"One in ten earns less than {_d(pay.p10)}.")
    if pay.p90 is not None:
        parts.append(f"One in ten earns more than {_d(pay.p90)}.")
    missing = [n for n, p in zip(_NAMES, pay.percentiles, strict=True) if p is None]
    if missing:
        parts.append(f"Not published: the {listed(missing)}.")
    if target is not None:
        parts.append(_reach(prospect, target))
    return " ".join(parts)


def pay_note(prospect: Prospect) -> str:
    """Whose pay it is: another area's, a broader group's, a survey's; and the catalogue's note."""
    pay, salary = prospect.pay, prospect.career.salary
    parts = []
    if pay.missing_area:
        parts.append(f"Nothing is published for {pay.missing_area}, so this is national pay.")
    if salary is None:
        return " ".join(parts)
    if salary.basis == "broader-group":
        group = f": {salary.group}" if salary.group else ""
        parts.append(f"Counted together with similar jobs{group}.")
    elif salary.basis == "survey":
        parts.append("From a survey, not from official statistics.")
    if salary.top_coded:
        parts.append("The highest pay is above the survey's top class and not published.")
    if salary.survey is not None:
        low, high = _d(salary.survey.low), _d(salary.survey.high)
        parts.append(f"A separate survey reports {low} to {high}.")
    if salary.note:
        parts.append(salary.note)
    return " ".join(parts)


def median_text(pay: Pay) -> str:
    """The median, or that it is not known."""
    return "not known" if pay.median is None else _d(pay.median)


def state_words(code: str) -> str:
    """A state's name, or the code itself for an area that has none."""
    return STATES.get(code, code)


def reach_short(prospect: Prospect, target: int) -> str:
    """How many reach the target, for a table's cell."""
    share = share_earning(prospect.pay_points, target)
    if share is None:
        return "not known"
    if share >= 0.995:
        return "nearly all"
    return "hardly any" if share < 0.005 else f"{share * 100:.0f} in 100"


def _reach(prospect: Prospect, target: int) -> str:
    share = reach_short(prospect, target)
    if share == "not known":
        return f"How many earn the {_d(target)} that you want is not known."
    people = {"nearly all": "Nearly everyone earns", "hardly any": "Hardly anyone earns"}
    return f"{people.get(share, f'{share} earn')} the {_d(target)} that you want."


def _d(amount: int) -> str:
    return dollars_text(amount)
