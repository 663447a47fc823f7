"""Questions that end in a career, or in several: from the top of the ranking, or by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careeradvisor.catalogue.find import find
from careeradvisor.errors import AmbiguousCareer, UnknownCareer, WrongUse
from careeradvisor.interview.conversing import ask, only_one
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, Write, joined
from careeradvisor.matching.shown import shown
from careeradvisor.profile.answers import MOST_LEFT_OUT
from careeradvisor.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careeradvisor.catalogue.find import Found
    from careeradvisor.catalogue.model import Career, Catalogue
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.matching.rank import Ranking

_OTHER, _NONE = "(other)", "(none)"
_ANOTHER = Row(_OTHER, "Another, by its name")
_MOST_ROWS = 7
_FEWEST, _MOST = 2, 6


def career_rows(catalogue: Catalogue) -> tuple[Row, ...]:
    """All careers, to find one by typing: those with the most jobs first, which most mean."""
    careers = sorted(catalogue.careers.values(), key=jobs, reverse=True)
    return tuple(Row(career.id, one_line(career.title)) for career in careers)


def jobs(career: Career) -> int:
    """People employed in the nation, 0 where the figure is not the career's own."""
    own = career.outlook is not None and career.outlook.own_openings is not None
    return (own and career.salary and career.salary.employment) or 0


def career_named(catalogue: Catalogue, text: str) -> Found:
    """The career that a text stands for, also by the beginning of its title.

    Raises WrongUse.
    """
    try:
        return find(catalogue, text.strip())
    except (UnknownCareer, AmbiguousCareer) as problem:
        only = only_one(text, career_rows(catalogue))
        if only is None:
            # To look for it, a person types on here.
            raise WrongUse(problem.message.partition(" Run `")[0]) from problem
        return find(catalogue, only.value)


class Naming:
    """Finds careers by place in a ranking, by id, alias, code or title."""

    def __init__(self, catalogue: Catalogue, ranking: Ranking, top: int | None) -> None:
        self._catalogue = catalogue
        self._ranking = ranking
        self._top = [
            Row(m.career.id, one_line(m.career.title))
            for m in shown(ranking, top).matches[:_MOST_ROWS]
        ]

    def one(self, text: str) -> Conversation[Found | Back]:
        """One career, most likely of the first few."""
        question = Pick(text=text, can_go_back=True, rows=(*self._top, _ANOTHER))
        while self._top:
            reply = yield from ask(question, str)
            if reply is BACK:
                return BACK
            if reply != _OTHER:
                return self.found(reply)
            named = yield from self.by_name(text)
            if named is not BACK:
                return named
        return (yield from self.by_name(text))

    def by_name(self, text: str) -> Conversation[Found | Back]:
        """One career that the person names; back for an empty line."""
        question = Write(
            text=text,
            can_go_back=True,
            blank="back",
            examples="nurse, coder, 29-2072, or 3 for the third in your ranking",
            suggestions=career_rows(self._catalogue),
        )
        return (yield from ask(question, lambda text: self.found(text) if text.strip() else BACK))

    def several(self) -> Conversation[list[Found] | Back]:
        """Careers to set side by side."""
        question = PickSeveral(
            text=f"Which careers do you want to compare? {_FEWEST} to {_MOST} of them.",
            can_go_back=True,
            rows=(*self._top, _ANOTHER),
        )
        besides = "Which career do you want to compare besides?"
        return (yield from self._ticked(question, _enough, besides))

    def not_wanted(self, already: Sequence[str]) -> Conversation[list[Found] | Back]:
        """Careers to leave out; ``already`` are ids of those that are."""
        known = [id for id in already if id in self._catalogue.careers]
        rows = [Row(id, one_line(self._catalogue.careers[id].title)) for id in known]
        rows += [row for row in self._top if row.value not in known]
        back = [Row(_NONE, "None: take all of them back", alone=True)] if known else []
        question = PickSeveral(
            text="Which careers are not for you?",
            why="Those that you tick leave the list, and the next ones move up. Untick one to take "
            "it back.",
            why_is="what ticks do",
            can_go_back=True,
            rows=(*rows, _ANOTHER, *back),
            current=joined(known),
        )
        return (yield from self._ticked(question, _not_too_many, "Which career is not for you?"))

    def _ticked(
        self,
        question: PickSeveral,
        understood: Callable[[str], list[str]],
        besides: str,
    ) -> Conversation[list[Found] | Back]:
        """What is ticked stays ticked while others are named."""
        named: dict[str, Found] = {}
        while True:
            reply = yield from ask(question, understood)
            if reply is BACK:
                return BACK
            if _OTHER not in reply:
                return [named.get(name) or self.found(name) for name in reply]
            ticked = [name for name in reply if name != _OTHER]
            found = yield from self.by_name(besides)
            if found is not BACK:
                id = found.career.id
                named[id] = found
                ticked += [id] if id not in ticked else []
                if id not in [row.value for row in question.rows]:
                    rows, at = question.rows, question.rows.index(_ANOTHER)
                    row = Row(id, one_line(found.career.title))
                    question = replace(question, rows=(*rows[:at], row, *rows[at:]))
            question = replace(question, current=joined(ticked))

    def found(self, text: str) -> Found:
        """The career that a text stands for. Raises WrongUse."""
        word = text.strip()
        if word.isascii() and word.isdigit() and 1 <= int(word[:6]) <= len(self._ranking.matches):
            word = self._ranking.matches[int(word) - 1].career.id
        return career_named(self._catalogue, word)


def _not_too_many(reply: str) -> list[str]:
    """The ids that are ticked."""
    ticked = reply.split(", ")
    if len(ticked) > MOST_LEFT_OUT + (_OTHER in ticked):
        raise WrongUse(f"Leave out at most {MOST_LEFT_OUT} careers by name.")
    return [] if _NONE in ticked else ticked


def _enough(reply: str) -> list[str]:
    """The ids that are ticked, few and many enough to stand side by side."""
    ticked = reply.split(", ")
    if _OTHER not in ticked and len(ticked) < _FEWEST:
        raise WrongUse("One career alone cannot be compared. Tick at least one more.")
    if len(ticked) > _MOST + (_OTHER in ticked):
        raise WrongUse(f"{len(ticked)} careers do not fit side by side. Tick at most {_MOST}.")
    return ticked
