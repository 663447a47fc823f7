"""A ranking on the terminal: one screen that says who fits, why, for what pay, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.criteria import BY_KEY
from careeradvisor.render.bars import fit_bar, pay_bar, pay_legend, pay_scale
from careeradvisor.render.format import NOT_KNOWN, dollars, months
from careeradvisor.render.layout import cell_len, line_len, pad, wrap
from careeradvisor.render.page import Page
from careeradvisor.render.ranking_words import (
    beaten,
    changes_said,
    how_sure,
    left_out,
    nearest_misses,
    not_known,
    short_why,
    shown_of,
    title_of,
    would_be,
)
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.rank import Match
    from careeradvisor.prospects import Pay
    from careeradvisor.render.layout import Part
    from careeradvisor.render.screen import Screen


_NUMBER = 3
_FIT_BAR = 10
_WIDEST_BAR = 44
_NARROWEST_BAR = 12
# What is said after five careers on a screen of 24 lines, of which the quiz's menu takes two.
_MOST_LINES = 5
_LOST_BY_WRAPPING = 14
_NATIONAL = " *"


def print_ranking(
    screen: Screen,
    advice: Advice,
    *,
    top: int = 5,
    explain: bool = False,
    moved: Mapping[str, int | None] | None = None,
) -> None:
    """Print the ``top`` careers and how sure their order is.

    ``explain`` adds how each fit is made up. ``moved`` are places that careers have
    gone up since the ranking before (negative: down; ``None``: not in it), by id.
    """
    page = Page(screen)
    if advice.ranking.matches:
        _View(page, advice, top, explain, moved or {}).matches()
    else:
        _View(page, advice, top, explain, {}).nothing_left()
    page.print()


class _View:
    """One ranking being put on a page."""

    def __init__(
        self,
        page: Page,
        advice: Advice,
        top: int,
        explain: bool,
        moved: Mapping[str, int | None],
    ) -> None:
        self.page = page
        self.screen = page.screen
        self.advice = advice
        self.ranking = advice.ranking
        self.shown = self.ranking.matches[:top]
        self.top = top
        self.explain = explain
        self.moved = moved
        target = self.ranking.answers.wants.get("salary")
        self.target = target if isinstance(target, int) else None
        self.scale = pay_scale((m.prospect.pay.percentiles for m in self.shown), self.target)

    def matches(self) -> None:
        page = self.page
        page.title(title_of(self.ranking), shown_of(self.ranking, len(self.shown)))
        if not self.screen.blocks:
            legend = pay_legend(self.screen, target=self.target is not None)
            if cell_len(legend) <= page.room:
                page.line([(legend, "dim")])
            else:
                page.text(legend, style="dim")
        for rank, match in enumerate(self.shown, start=1):
            if self.explain or self.screen.blocks:
                page.gap()
            self._career(rank, match)
            if self.explain:
                self._made_up(match)
        if self.explain or self.screen.blocks or not self.screen.is_terminal:
            page.gap()
        self._afterwards()

    def nothing_left(self) -> None:
        page = self.page
        page.title(title_of(self.ranking))
        answers = self.ranking.answers
        limits = [BY_KEY[key].wanted(answers.wants[key]) for key in self.ranking.keys
                  if key in answers.must]  # fmt: skip
        page.text(f"You set as hard limits: {'; '.join(limits)}.")
        relaxation = self.advice.relaxation
        if relaxation is None:
            page.text(
                "No single one of them, dropped, brings a career back: make two of them wishes."
            )
        else:
            page.text(relaxation.text)
        page.gap()
        page.heading("Nearest misses")
        for excluded in self.ranking.excluded[: self.top]:
            match = excluded.match
            page.text(
                f"{match.career.title} ({would_be(excluded)}): {left_out(match)}.",
                hang=2,
            )

    # One career

    def _career(self, rank: int, match: Match) -> None:
        title = f"{match.career.title}{self._moved(match)}"
        if self.screen.blocks:
            self._block(rank, title, match)
            return
        number = f"{rank:>2} "
        bar = fit_bar(self.screen, match.fit, _FIT_BAR)
        fit: list[Part] = [(f"{match.verdict:>7} ", "bold"), *bar.parts]
        room = self.screen.width - _NUMBER - line_len(fit) - 2
        lines = wrap(self.screen.text(title), room)
        self.page.line([(number, "accent"), (pad(lines[0], room + 2), "bold"), *fit], indent=0)
        for line in lines[1:]:
            self.page.line([(line, "bold")], indent=_NUMBER)
        self._why(match)
        self._pay_line(match)
        self._unknown(match)

    def _why(self, match: Match) -> None:
        if self.explain or not self._is_anything_known(match):
            return
        room = self.screen.width - _NUMBER
        why = short_why(match, room)
        if self.screen.is_terminal:
            # Measured before dashes and dots turn into ASCII, which may be longer.
            why = shorten(why, room, ellipsis="…" if self.screen.unicode else "...")
        self.page.text(why, indent=_NUMBER)

    def _pay_line(self, match: Match) -> None:
        pay = match.prospect.pay
        words = [self._median(match).ljust(self._width_of(self._median)), self._first_pay(match)]
        # All bars have the same scale, so they must have the same width.
        taken = self._width_of(self._median) + self._width_of(self._first_pay) + 4
        room = max(_NARROWEST_BAR, min(_WIDEST_BAR, self.screen.width - _NUMBER - taken))
        bar = pay_bar(self.screen, pay.percentiles, room, self.scale, self.target)
        picture = bar.parts or ((pad(f"pay {NOT_KNOWN}", room), "dim"),)
        self.page.line([*picture, ("  " + "  ".join(words), "")], indent=_NUMBER)

    def _median(self, match: Match) -> str:
        pay = match.prospect.pay
        return f"median {dollars(pay.median)}{_NATIONAL if pay.missing_area else ''}"

    def _width_of(self, words: Callable[[Match], str]) -> int:
        return max(len(words(match)) for match in self.shown)

    def _block(self, rank: int, title: str, match: Match) -> None:
        """A career in lines of words, for narrow screens and for those who hear it."""
        page, pay = self.page, match.prospect.pay
        page.text(f"{rank}. {title}: {match.verdict} fit", indent=0, style="bold", hang=_NUMBER)
        if not self.explain and self._is_anything_known(match):
            page.text(f"{short_why(match, 10_000)}.", indent=_NUMBER)
        bar = pay_bar(self.screen, pay.percentiles, self.screen.width - _NUMBER, self.scale,
                      self.target)  # fmt: skip
        if bar:
            page.line(bar.parts, indent=_NUMBER)
        page.text(f"{_pay_words(pay)} {_capital(self._first_pay(match))}.", indent=_NUMBER)
        self._unknown(match)

    def _unknown(self, match: Match) -> None:
        text = not_known(match)
        if text:
            self.page.text(text, indent=_NUMBER, style="caution")

    @staticmethod
    def _is_anything_known(match: Match) -> bool:
        return len(match.unknown) < len(match.satisfactions)

    def _moved(self, match: Match) -> str:
        if match.career.id not in self.moved:
            return ""
        places = self.moved[match.career.id]
        if places is None:
            return " (new)"
        if places == 0:
            return ""
        sign = "up" if places > 0 else "down"
        return f" ({sign} {abs(places)})"

    def _first_pay(self, match: Match) -> str:
        way = match.prospect.pathway
        if way is None:
            return f"first pay {NOT_KNOWN}"
        count = way.months_to_first_pay
        return f"first pay after {months(count)}" if count else "paid from the first day"

    # How the fit is made up

    def _made_up(self, match: Match) -> None:
        from careeradvisor.matching.explain import explain
        from careeradvisor.render.ranking_explain import add_terms

        said = explain(match)
        for sentence in (said.fits, said.costs, said.unknown):
            self.page.text(sentence, indent=_NUMBER)
        better = self.advice.dominated.get(match.career.id)
        if better is not None:
            title = self.ranking.prospects[better].career.title
            self.page.text(f"{title} matches or beats it on everything you asked.", indent=_NUMBER)
        add_terms(
            self.page, match, self.advice.sureness.shares.get(match.career.id, 0.0), indent=_NUMBER
        )

    # After the careers

    def _afterwards(self) -> None:
        change, *changes = changes_said(self.advice) or [""]
        main = [how_sure(self.advice), *self._not_published(), change]
        more = [*([] if self.explain else beaten(self.advice, self.shown)), *changes]
        if self._short_of_lines():
            said = self._fitting(main, more)
        else:
            said = [*main, nearest_misses(self.ranking), *more]
        for text in said:
            self.page.text(text, indent=0, hang=2)

    def _fitting(self, main: Sequence[str], more: Sequence[str]) -> list[str]:
        """Remarks in as many lines as a small screen has left: first what is most needed."""
        said = list(main)
        room = _MOST_LINES - sum(map(self._lines, main))
        misses = [nearest_misses(self.ranking, named) for named in (2, 1)]
        # There is always one line for those that a must leaves out.
        fewest = shorten(misses[-1], max(1, room) * (self.screen.width - _LOST_BY_WRAPPING))
        said.append(next((text for text in misses if self._lines(text) <= room), fewest))
        room -= self._lines(said[-1])
        for text in more:
            if self._lines(text) <= room:
                said.append(text)
                room -= self._lines(text)
        return said

    def _lines(self, text: str) -> int:
        return len(wrap(text, self.screen.width - 2)) if text else 0

    def _short_of_lines(self) -> bool:
        return self.screen.is_terminal and not self.explain and not self.screen.blocks

    def _not_published(self) -> list[str]:
        if self.screen.blocks:
            return []
        areas = {match.prospect.pay.missing_area for match in self.shown}
        return [
            f"{_NATIONAL.strip()} not published for {area}, national figure shown"
            for area in sorted(area for area in areas if area)
        ]


def _pay_words(pay: Pay) -> str:
    """Pay in words, where there is no room or no use for a picture."""
    if all(amount is None for amount in pay.percentiles):
        return "Pay is not known."
    text = f"Pay: median {dollars(pay.median)}"
    if pay.p10 is not None and pay.p90 is not None:
        text += f", 8 in 10 earn {dollars(pay.p10)} to {dollars(pay.p90)}"
    elif pay.p10 is not None:
        text += f", 9 in 10 earn {dollars(pay.p10)} or more"
    if pay.missing_area:
        text += f" (not published for {pay.missing_area}, national figure shown)"
    elif pay.area:
        text += f" in {pay.area}"
    return f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
