"""The one console, its theme, and the page that everything printed goes through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment, Segments
from rich.theme import Theme

from careeradvisor import environment
from careeradvisor.text import plain as safe

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType, RenderResult

BLOCKS_BELOW = 60

# Colours of the terminal's own palette, which the person has chosen to be readable.
THEME = Theme(
    {
        "title": "bold cyan",
        "head": "bold",
        "accent": "cyan",
        "good": "green",
        "caution": "yellow",
        "bad": "red",
        "quiet": "dim",
    }
)

# Each twin is as wide as its sign, so that columns stay where they are.
_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212─", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("│┃├┤", "|"),
        **dict.fromkeys("└┌┐┘┬┴┼╭╮╰╯", "+"),
        **dict.fromkeys("\u00a0\u202f", " "),
        **dict(zip("━█▓▒░●◆◈•·✓✗×→←≈…", "=#%+.oX@-.+xx><~.", strict=True)),
        "≥": ">=",
        "≤": "<=",
    }
)


class Screen(Console):
    """Standard output as pages see it: how wide, in colour or not, with which signs.

    ``plain`` asks for words only, as for a screen reader. ``unicode`` says whether the other end
    has signs beyond ASCII, ``watched`` whether a person is looking on. Text is data: no markup, no
    emoji codes, no highlighting.
    """

    def __init__(
        self,
        width: int,
        height: int = 24,
        *,
        colour: bool = False,
        unicode: bool = True,
        watched: bool = False,
        plain: bool = False,
    ) -> None:
        self.plain, self.unicode, self.watched = plain, unicode, watched
        super().__init__(
            width=width,
            height=height,
            theme=THEME,
            color_system="standard" if colour else None,
            no_color=not colour,
            force_terminal=watched or colour,
            force_interactive=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    @classmethod
    def detect(cls, plain: bool = False) -> Screen:
        """Look at standard output and the environment."""
        watched = environment.is_terminal(sys.stdout)
        width, height = environment.size(sys.stdout)
        return cls(
            width,
            height,
            colour=not plain and environment.wants_colour(watched),
            unicode=environment.can_draw(sys.stdout),
            watched=watched,
            plain=plain,
        )

    @property
    def colour(self) -> bool:
        """Whether there is any."""
        return self.color_system is not None

    def text(self, text: str) -> str:
        """Text safe to print, in signs that the other end has."""
        text = safe(text)
        return text if self.unicode else text.translate(_ASCII)

    @property
    def encoding(self) -> str:
        """Rich draws in ASCII unless this begins with ``utf``."""
        return "utf-8" if self.unicode else "ascii"

    def on_broken_pipe(self) -> None:
        """Whoever reads along has seen enough: for the caller to say so."""
        raise


def in_blocks(console: Console, options: ConsoleOptions) -> bool:
    """Whether facts stand below each other: little room, or somebody who hears them."""
    return options.max_width < BLOCKS_BELOW or is_plain(console)


def is_plain(console: Console) -> bool:
    """Whether only words are wanted: no bars, boxes or pictures."""
    return isinstance(console, Screen) and console.plain


class Page:
    """Renderables below each other as they may be printed.

    No blanks at line ends, never two empty lines, nothing that cannot be seen, nothing that the
    other end has no sign for; and no line is cut: a word that is longer than the screen is wide
    runs over its edge whole.
    """

    def __init__(self, *parts: RenderableType) -> None:
        self._parts = parts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        shown = console.text if isinstance(console, Screen) else safe
        empty = True
        for part in self._parts:
            for line in Segment.split_lines(console.render(part, options)):
                segments = _trimmed(line)
                if segments or not empty:
                    for text, style, control in segments:
                        yield Segment(shown(text), style, control)
                    yield Segment.line()
                empty = not segments


def _trimmed(line: list[Segment]) -> list[Segment]:
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[-1] = Segment(line[-1].text.rstrip(), line[-1].style)
    return line


def show(screen: Screen, *parts: RenderableType, pager: bool = False) -> None:
    """Print renderables as one page.

    With ``pager``, a page that is taller than the terminal goes through the person's pager, where
    a person is looking on.
    """
    page = Page(*parts)
    if pager and screen.watched and not screen.plain:
        from careeradvisor.output.terminal.paging import pager_for, shown_in

        found = pager_for()
        if found is not None:
            segments = list(screen.render(page))
            page_shown = Segments(segments)
            if sum(segment.text.count("\n") for segment in segments) >= screen.height:
                shown_in(screen, page_shown, found)
            else:
                screen.print(page_shown, crop=False, end="")
            return
    screen.print(page, crop=False, end="")
