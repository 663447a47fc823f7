"""A comparison for a terminal: a table where there is room, else blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.render import words
from careeradvisor.render.bars import pay_bar, pay_legend, pay_scale
from careeradvisor.render.comparison import compare, person_line, unknown_money
from careeradvisor.render.layout import Line, beside, cell_len, hanging, pad, wrap
from careeradvisor.render.page import INDENT, Page
from careeradvisor.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careeradvisor.catalogue.model import Career
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects
    from careeradvisor.render.bars import Bar
    from careeradvisor.render.comparison import Comparison, Row
    from careeradvisor.render.screen import Screen

_LABEL = 17
_GAP = 1
_NARROWEST_CELL = 16
_MARK = 2


def comparison_page(
    screen: Screen,
    prospects: Prospects,
    careers: Sequence[Career],
    person: Answers,
    ranking: Ranking | None = None,
) -> Page:
    """Careers side by side, differences first; with a ranking, how well each fits as well."""
    page = Page(screen)
    comparison = compare(prospects, careers, ranking)
    target = person.wants.get("salary")
    View(page, comparison, target if isinstance(target, int) else None).write()
    if comparison.why:
        page.heading("For you")
        for sentence in comparison.why:
            page.text(sentence)
    _money(page, comparison)
    page.gap()
    page.text(person_line(prospects, person), style="dim")
    page.text(_sources(prospects, careers), style="dim")
    return page


class View:
    """Writes the rows of one comparison onto a page."""

    def __init__(self, page: Page, comparison: Comparison, target: float | None) -> None:
        self._page = page
        self._screen = page.screen
        self._comparison = comparison
        self._target = target
        self._titles = [
            page.screen.drawn(words.one_line(prospect.career.title))
            for prospect in comparison.prospects
        ]
        self._names = _short_names(self._titles, comparison, page.screen)
        count = len(self._titles)
        self._cell = (page.screen.width - INDENT - _LABEL) // count - _GAP - _MARK
        self._table = not page.screen.blocks and self._cell >= _NARROWEST_CELL
        self._sign = "(better)" if page.screen.plain else page.screen.drawn("✓")

    def write(self) -> None:
        """Differences, what the marks mean, what is the same."""
        comparison = self._comparison
        if self._table:
            self._heads()
        else:
            self._listed_heads()
        self._page.heading("What differs")
        for row in comparison.different:
            self._row(row, self._pay_bars() if row.key == "pay_range" else ())
        if not comparison.different:
            self._page.text("Nothing that the catalogue knows of.")
        self._legend()
        if comparison.same:
            self._page.heading("What is the same")
            self._page.facts(
                [(row.label, row.texts[0]) for row in comparison.same],
                label_width=_LABEL + _GAP + _MARK,
            )

    def _heads(self) -> None:
        titles = [wrap(title, self._cell, fold=True) for title in self._titles]
        self._cells("", titles, style="title")
        ids = [
            wrap(prospect.career.id, self._cell, fold=True)
            for prospect in self._comparison.prospects
        ]
        self._cells("", ids, style="dim")

    def _listed_heads(self) -> None:
        for title, prospect in zip(self._titles, self._comparison.prospects, strict=True):
            self._page.title(f"{title} ({prospect.career.id})")

    def _row(self, row: Row, pictures: Sequence[Bar] = ()) -> None:
        texts = [self._screen.drawn(words.one_line(text)) for text in row.texts]
        if self._table:
            self._cells(
                row.label, [wrap(text, self._cell, fold=True) for text in texts], row.better
            )
            self._picture_cells(pictures)
            return
        if self._screen.plain:
            parts = [
                f"{name} {text}{f' {self._sign}' if i in row.better else ''}"
                for i, (name, text) in enumerate(zip(self._names, texts, strict=True))
            ]
            self._page.text(f"{row.label}: {'; '.join(parts)}.", hang=2)
            return
        self._page.text(row.label, style="bold")
        for i, (name, text) in enumerate(zip(self._names, texts, strict=True)):
            self._block(name, text, better=i in row.better)
            if pictures and pictures[i]:
                self._page.line(pictures[i].parts, indent=INDENT + _MARK)

    def _block(self, name: str, text: str, *, better: bool) -> None:
        """A career's name and what it has, in columns unless the names take too much room."""
        style = "good" if better else ""
        mark = f"{self._sign} " if better else " " * _MARK
        room = self._page.room - _MARK
        width = max(map(cell_len, self._names)) + 2
        if width > room // 2:
            first, *rest = hanging(f"{name}: {text}", room, INDENT)
            hang = INDENT
            self._page.line([(mark, style), (first, style)])
        else:
            first, *rest = wrap(text, room - width)
            hang = width
            self._page.line([(mark, style), (pad(name, width), style or "dim"), (first, style)])
        for line in rest:
            self._page.line([(line, style)], indent=INDENT + _MARK + hang)

    def _cells(
        self,
        label: str,
        cells: Sequence[Sequence[str]],
        better: Iterable[int] = (),
        style: str = "",
    ) -> None:
        best = set(better)
        placed: list[list[Line]] = [[[(pad(label, _LABEL), "dim")]]]
        for i, lines in enumerate(cells):
            look = "good" if i in best else style
            placed.append(
                [
                    [(pad(self._sign if i in best and not n else "", _MARK), look), (text, look)]
                    for n, text in enumerate(lines)
                ]
            )
        widths = [_LABEL, *([self._cell + _MARK] * len(cells))]
        for line in beside(placed, widths, _GAP):
            self._page.line(line)

    def _pay_bars(self) -> list[Bar]:
        """The pay of all careers on one scale."""
        pays = [prospect.pay.percentiles for prospect in self._comparison.prospects]
        scale = pay_scale(pays, self._target)
        width = self._cell if self._table else self._page.room - _MARK
        return [pay_bar(self._screen, pay, width, scale, self._target) for pay in pays]

    def _picture_cells(self, pictures: Sequence[Bar]) -> None:
        if not any(pictures):
            return
        placed: list[list[Line]] = [[[("", "")]]]
        placed += [[[(" " * _MARK, ""), *picture.parts]] for picture in pictures]
        for line in beside(placed, [_LABEL, *([self._cell + _MARK] * len(pictures))], _GAP):
            self._page.line(line)

    def _legend(self) -> None:
        if self._screen.plain:
            return
        self._page.gap()
        if any(row.better for row in self._comparison.different):
            self._page.text(
                f"{self._sign} the better one, where it is plain which is better", style="dim"
            )
        if not self._screen.narrow:
            self._page.line([(pay_legend(self._screen, target=self._target is not None), "dim")])


def _short_names(titles: Sequence[str], comparison: Comparison, screen: Screen) -> list[str]:
    """What careers are called in blocks: titles without what is in parentheses, or ids."""
    short = [title.partition(" (")[0] for title in titles]
    if len(set(short)) < len(short):
        short = list(titles)
    if screen.plain or max(map(cell_len, short)) <= screen.width * 2 // 5:
        return short
    return [prospect.career.id for prospect in comparison.prospects]


def _money(page: Page, comparison: Comparison) -> None:
    """When one has earned more than another, and what that rests on."""
    from careeradvisor.prospects.earnings import ASSUMPTIONS, RESIDENCY_ASSUMPTION

    page.heading("Ten years from today")
    for found in comparison.break_even:
        page.text(found.text)
    page.text(unknown_money(comparison))
    if any(prospect.earnings is not None for prospect in comparison.prospects):
        trained = any(prospect.career.residency is not None for prospect in comparison.prospects)
        page.text(f"{ASSUMPTIONS} {RESIDENCY_ASSUMPTION if trained else ''}", style="dim")


def _sources(prospects: Prospects, careers: Sequence[Career]) -> str:
    """All sources in a few lines, each with what rests on it."""
    from careeradvisor.render.career_sources import cited

    found: dict[str, dict[str, None]] = {}
    for career in careers:
        for source_id, parts in cited(career):
            if parts not in (["the description"], ["next steps"]):
                found.setdefault(source_id, {}).update(dict.fromkeys(parts))
    named = [
        f"{source.title}, {source.vintage} ({listed(list(parts))})"
        for source_id, parts in found.items()
        for source in [prospects.catalogue.sources[source_id]]
    ]
    return f"Sources: {'; '.join(named)}." if named else ""
