"""Questions that end in a career, or in several: from the top of the ranking, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.catalogue.find import find
from careeradvisor.errors import AmbiguousCareer, UnknownCareer, WrongUse
from careeradvisor.interview.conversing import ask, only_one
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, Write
from careeradvisor.text import one_line

if TYPE_CHECKING:
    from careeradvisor.catalogue.find import Found
    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.interview.questions import Back, Conversation
    from careeradvisor.matching.rank import Ranking

_OTHER = "(other)"
_MOST_ROWS = 7
_FEWEST, _MOST = 2, 6


class Naming:
    """Finds careers by place in a ranking, by id, alias, code or title."""

    def __init__(self, catalogue: Catalogue, ranking: Ranking, top: int) -> None:
        self._catalogue = catalogue
        self._ranking = ranking
        self._top = [
            Row(m.career.id, one_line(m.career.title))
            for m in ranking.matches[: min(top, _MOST_ROWS)]
        ]
        self._all = tuple(
            Row(career.id, one_line(career.title)) for career in catalogue.careers.values()
        )

    def one(self, text: str) -> Conversation[Found | Back]:
        """One career, most likely of the first few."""
        question = Pick(
            text=text,
            can_go_back=True,
            rows=(*self._top, Row(_OTHER, "Another, by its name")),
        )
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
        """One career that the person names."""
        question = Write(
            text=text,
            can_go_back=True,
            blank="back to the menu",
            examples="nurse, coder, 29-2072, or 3 for the third in your ranking",
            suggestions=self._all,
        )
        return (yield from ask(question, self._named))

    def several(self) -> Conversation[list[Found] | Back]:
        """Careers to set side by side."""
        text = f"Which careers do you want to compare? Pick {_FEWEST} to {_MOST}."
        question = PickSeveral(
            text=text,
            can_go_back=True,
            rows=tuple(self._top),
            alone=(Row(_OTHER, "Others, by their names"),),
        )
        while len(self._top) >= _FEWEST:
            reply = yield from ask(question, _enough)
            if reply is BACK:
                return BACK
            if reply:
                return [self.found(name) for name in reply]
            named = yield from self._several_by_name()
            if named is not BACK:
                return named
        return (yield from self._several_by_name())

    def _several_by_name(self) -> Conversation[list[Found] | Back]:
        question = Write(
            text=f"Which careers do you want to compare? Write {_FEWEST} to {_MOST}, with commas.",
            can_go_back=True,
            blank="back to the menu",
            examples="coder, nucmed, or 1, 3 for places in your ranking",
        )
        return (yield from ask(question, self._several_named))

    def found(self, text: str) -> Found:
        """The career that a text stands for. Raises UnknownCareer or AmbiguousCareer."""
        word = text.strip()
        if word.isascii() and word.isdigit() and 1 <= int(word[:6]) <= len(self._ranking.matches):
            word = self._ranking.matches[int(word) - 1].career.id
        try:
            return find(self._catalogue, word)
        except (UnknownCareer, AmbiguousCareer):
            only = only_one(word, self._all)
            if only is None:
                raise
            return find(self._catalogue, only.value)

    def _named(self, reply: str | tuple[str, ...]) -> Found | Back:
        text = str(reply)
        return self.found(text) if text.strip() else BACK

    def _several_named(self, reply: str | tuple[str, ...]) -> list[Found] | Back:
        names = [name for name in str(reply).replace(";", ",").split(",") if name.strip()]
        if not names:
            return BACK
        careers = {found.career.id: found for found in map(self.found, names)}
        _check_count(len(careers))
        return list(careers.values())


def _enough(reply: str | tuple[str, ...]) -> tuple[str, ...]:
    """The ids picked; none for the row that leads to writing."""
    if isinstance(reply, str):
        return ()
    _check_count(len(reply))
    return reply


def _check_count(count: int) -> None:
    if count < _FEWEST:
        raise WrongUse("One career alone cannot be compared. Name at least one more.")
    if count > _MOST:
        raise WrongUse(f"{count} careers do not fit side by side. Name at most {_MOST}.")
