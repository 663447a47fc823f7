"""What the shell offers for the value of a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import ALL, Criterion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Offers = list[tuple[str, str]]


def choices_of(criterion: Criterion) -> Callable[[str], Offers]:
    """Return the completer of a criterion's own flag."""
    values = [(choice.value, choice.label) for choice in criterion.choices]

    def complete(incomplete: str) -> Offers:
        if criterion.several and "," in incomplete:
            return _in_list(incomplete, values)
        return _matching(incomplete, [*values, ("any", "no preference")])

    return complete


def education(incomplete: str) -> Offers:
    """Levels of education."""
    from careeradvisor.prospects.education import DEGREE_NAMES

    return _matching(incomplete, DEGREE_NAMES.items())


def states(incomplete: str) -> Offers:
    """Two-letter codes of states."""
    from careeradvisor.catalogue.wages import STATES

    return _matching(incomplete.upper(), STATES.items())


def criteria(incomplete: str) -> Offers:
    """Names of criteria."""
    return _matching(incomplete, _criteria())


def criteria_list(incomplete: str) -> Offers:
    """Names of criteria, the last of a list with commas."""
    return _in_list(incomplete, _criteria())


def credentials(incomplete: str) -> Offers:
    """Credentials that the bundled catalogue knows."""
    from careeradvisor.catalogue.load import load
    from careeradvisor.cli.flags import known_credentials

    return _matching(incomplete, [(name, "") for name in known_credentials(load())])


def _criteria() -> Offers:
    return [(criterion.name, criterion.question) for criterion in ALL]


def _matching(incomplete: str, offers: Iterable[tuple[str, str]]) -> Offers:
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def _in_list(incomplete: str, offers: Iterable[tuple[str, str]]) -> Offers:
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [
        (f"{before}{comma}{value}", label)
        for value, label in _matching(last, offers)
        if value not in taken
    ]
