"""What a group of people asks for, what comes first for them, and whom nothing suits."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.explain import state_of
from careeradvisor.text import listed, one_line
from careeradvisor.views.shared import CatalogueView

if TYPE_CHECKING:
    from careeradvisor.matching.advice import Advice
    from careeradvisor.views.ranking import RankingView

_MOST_NAMED = 200
_MOST_CAREERS = 10
# Salaries and months can be anything: so many different answers are enough to find the usual one.
_MOST_ANSWERS = 500


class AskedView(Struct, frozen=True):
    """How many people ask for something, how many as a must, and the answer that most give."""

    label: str
    people: int
    musts: int
    answer: str
    answers: int


class UnmetView(Struct, frozen=True):
    """A person for whom no career meets all that they asked, and what comes nearest."""

    name: str
    page: str
    nearest: str


class GroupView(Struct, frozen=True):
    """A group. ``firsts`` are careers and for how many people each comes first.

    ``nothing_left`` are people whose musts no career meets, ``unmet`` those for whom some are
    left and none meets every answer; both name the first 200, the counts are of all.
    """

    people: int
    asked: list[AskedView]
    firsts: list[tuple[str, int]]
    nothing_left: list[UnmetView]
    nothing_left_count: int
    unmet: list[UnmetView]
    unmet_count: int
    catalogue: CatalogueView


class Tally:
    """Counts people one after another; its size does not grow with their number."""

    def __init__(self) -> None:
        self.people = 0
        self._asked: Counter[str] = Counter()
        self._musts: Counter[str] = Counter()
        self._answers: dict[str, Counter[str]] = {}
        self._labels: dict[str, str] = {}
        self._firsts: Counter[str] = Counter()
        self._unmet: list[UnmetView] = []
        self._unmet_count = 0
        self._nothing: list[UnmetView] = []
        self._nothing_count = 0
        self._catalogue: CatalogueView | None = None

    def add(self, name: str, page: str, advice: Advice, view: RankingView) -> bool:
        """Count a person; returns whether some career meets all that they asked."""
        self.people += 1
        self._catalogue = view.catalogue
        for want in view.wants:
            self._labels[want.key] = want.label
            self._asked[want.key] += 1
            self._musts[want.key] += want.must
            answers = self._answers.setdefault(want.key, Counter())
            if want.text in answers or len(answers) < _MOST_ANSWERS:
                answers[want.text] += 1
        if not view.matches:
            self._nothing_count += 1
            text = view.relaxation.text if view.relaxation is not None else view.near_misses
            _name(self._nothing, name, page, text)
            return False
        first = view.matches[0]
        self._firsts[first.title] += 1
        keys = advice.ranking.keys
        if any(all(state_of(m, k) == "met" for k in keys) for m in advice.ranking.matches):
            return True
        self._unmet_count += 1
        missed = listed([c.head.lower() for c in first.criteria if c.state != "met"])
        _name(self._unmet, name, page, f"{first.title} ({first.verdict} fit), but for: {missed}")
        return False

    def view(self) -> GroupView:
        """What has been counted, of at least one person."""
        assert self._catalogue is not None
        return GroupView(
            people=self.people,
            asked=[
                AskedView(
                    self._labels[key],
                    count,
                    self._musts[key],
                    *self._answers[key].most_common(1)[0],
                )
                for key, count in self._asked.most_common()
            ],
            firsts=self._firsts.most_common(_MOST_CAREERS),
            nothing_left=self._nothing,
            nothing_left_count=self._nothing_count,
            unmet=self._unmet,
            unmet_count=self._unmet_count,
            catalogue=self._catalogue,
        )


def _name(people: list[UnmetView], name: str, page: str, nearest: str) -> None:
    if len(people) < _MOST_NAMED:
        people.append(UnmetView(one_line(name), page, nearest))
