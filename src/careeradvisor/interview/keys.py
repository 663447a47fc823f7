"""Questions asked by keys: questionary's, with what our quiz needs bound to their keys.

One event loop and one state of the terminal carry a whole conversation: no signal is lost
between two questions, and a key pressed early reaches the next one.
"""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import questionary
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from questionary.prompts.common import InquirerControl

from careeradvisor.errors import Interrupted
from careeradvisor.interview.conversing import LONGEST, suggested
from careeradvisor.interview.front import FrontEnd
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Write, joined
from careeradvisor.interview.terminal import Page
from careeradvisor.signals import listen, listen_again
from careeradvisor.text import is_hidden, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.application import Application
    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Conversation, Question, Reply, Row

T = TypeVar("T")

# After Esc this long without another byte, it was the key and not the start of a sequence.
_ESCAPE_SECONDS = 0.1
_MENU_ROWS = 6
_DIGITS = 10
_STYLE = questionary.Style.from_dict(
    {
        "qmark": "ansicyan",
        "answer": "noinherit",
        "pointer": "ansicyan bold",
        "highlighted": "ansicyan bold",
        "notice": "ansiyellow",
    }
)
# What an editor of text offers and one line has no use for: to search, to quote, to select.
_OFF = "c-r c-s c-x c-q c-v c-o c-t c-@"


class KeysFrontEnd(FrontEnd):
    """Lists to move in and fields to write in."""

    def __init__(self, look: Look) -> None:
        self._page = Page(look)
        self._runner = asyncio.Runner()
        self._end: Callable[[], object] = bool
        self._stopped = False
        self._told: set[tuple[str, ...]] = set()

    def close(self) -> None:
        """See FrontEnd."""
        before = listen(self._stop)
        self._runner.close()
        listen_again(before)

    def run(self, conversation: Conversation[T]) -> T:
        """See FrontEnd."""
        before = listen(self._stop)
        try:
            with self._page.input.raw_mode():
                try:
                    result = self._converse(conversation)
                except BaseException:
                    # An interrupt may have broken off what leaves the terminal as it was.
                    self._runner.close()
                    self._page.tidy()
                    raise
        finally:
            listen_again(before)
        if self._stopped:
            raise Interrupted("")
        return result

    def _converse(self, conversation: Conversation[T]) -> T:
        try:
            question = next(conversation)
            while True:
                if question.context not in self._told:
                    self._told.add(question.context)
                    self._page.print(*question.context)
                asked = _asked(question, self._page)
                reply = self._runner.run(self._reply(asked))
                if self._stopped:
                    raise Interrupted("")
                answered, question = question, conversation.send(reply)
                # A question with a notice is the same once more: that was no answer.
                if not question.notice:
                    self._page.print_reply(answered, reply)
        except StopIteration as done:
            self._page.print_reply(question, reply)
            result: T = done.value
            return result

    async def _reply(self, asked: _Asked) -> Reply:
        loop = asyncio.get_running_loop()

        def fail(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            asked.leave(context.get("exception") or RuntimeError(context["message"]))

        loop.set_exception_handler(fail)
        self._end = partial(loop.call_soon_threadsafe, asked.leave, Interrupted(""))
        try:
            reply: Reply = await asked.app.run_async(
                handle_sigint=False,
                set_exception_handler=False,
                pre_run=lambda: asked.leave(Interrupted("")) if self._stopped else None,
            )
            return reply
        finally:
            self._end = bool

    def _stop(self, _number: int, _frame: object) -> None:
        """A signal to stop: it ends the open question, or the next one before it is shown."""
        self._stopped = True
        self._end()


class _Live:
    """Text that is made anew at each drawing, as questionary formats messages and titles."""

    def __init__(self, make: Callable[..., str], *given: object) -> None:
        self._make = partial(make, *given)

    def __format__(self, _: str) -> str:
        return self._make()


class _Asked:
    """One question on the terminal: questionary's, and what is bound and shown besides."""

    app: Application[Any]

    def __init__(self, question: Question, page: Page) -> None:
        self._question, self._page = question, page
        self._notice = question.notice
        self._helping = False
        self._hints: list[str] = []
        self._keys = KeyBindings()
        self._on("c-c <sigint>", lambda _: self.leave(Interrupted("")))
        self._on("c-d", lambda _: self.leave(EOFError()))
        self._on("c-z", lambda _: self._pause())
        self._on("?", lambda _: self._help(not self._helping))
        self._on("escape", lambda _: self._back())
        self._on(_OFF, lambda _: None)
        self._common: dict[str, Any] = {
            "message": _Live(page.wrap, question.text),
            "qmark": f"\n {question.progress}\n" if question.progress else "\n",
            "style": _STYLE,
            **page.terminal,
        }

    def leave(self, problem: BaseException) -> None:
        """End the question by a problem, unless it has ended already."""
        if self.app.future is not None and not self.app.future.done():
            self.app.exit(exception=problem)

    def _equip(self, asked: questionary.Question) -> None:
        """Bind our keys to questionary's question, before its own."""
        self.app = asked.application
        self.app.ttimeoutlen = _ESCAPE_SECONDS
        self.app.erase_when_done = True
        assert self.app.key_bindings is not None
        self.app.key_bindings = merge_key_bindings([self.app.key_bindings, self._keys])

    def _answer(self, reply: Reply, _: object = None) -> None:
        if not self.app.is_done:
            self.app.exit(result=reply)

    def _on(self, keys: str, action: Callable[[Any], None]) -> None:
        for key in keys.split():
            self._keys.add(key, eager=True)(action)

    def _foot(self) -> StyleAndTextTuples:
        """Help, what is wrong, and the keys."""
        question, page = self._question, self._page
        hints = [*self._hints, *(["Esc goes back"] if question.can_go_back else [])]
        if question.why:
            hints.append("? closes this" if self._helping else f"? {question.why_is}")
        parts = [("class:text", page.wrap(question.why))] if self._helping else []
        parts += [("class:notice", page.wrap(self._notice))] if self._notice else []
        parts.append(("class:instruction", page.flow([*hints, "Ctrl-C stops"])))
        return [(style, f"\n {text}") for style, text in parts]

    def _help(self, wanted: bool) -> None:
        self._helping = wanted and bool(self._question.why)

    def _back(self) -> None:
        """Esc: close the help, or go to the question before."""
        if self._helping:
            self._help(False)
        elif self._question.can_go_back:
            self._answer(BACK)

    def _pause(self) -> None:
        """Ctrl-Z: back to the shell, until its ``fg``.

        Not by prompt_toolkit's own way, which never ends if the window is closed meanwhile.
        """
        if not hasattr(signal, "SIGTSTP"):
            return
        self.app.renderer.erase()
        with self.app.input.cooked_mode():
            # The whole group: whatever is piped into this program pauses too.
            os.kill(0, signal.SIGTSTP)
        self.app.renderer.reset()
        self.app.invalidate()


class _List(_Asked):
    """Lines of which one is the answer, or any number are."""

    def __init__(self, question: Pick | PickSeveral, page: Page) -> None:
        super().__init__(question, page)
        self._rows, self._ticked, self._typed = question.rows, list(question.ticked), ""
        self._several = isinstance(question, PickSeveral)
        self._ordered = isinstance(question, PickSeveral) and question.ordered
        self._menu = isinstance(question, Pick) and question.compact
        act = self._tick if self._several else self._choose
        self._on("space", act)
        self._on("enter c-j", self._go_on if self._several else self._choose)
        self._on("0 1 2 3 4 5 6 7 8 9", lambda event: self._press(event.key_sequence[0].key, act))
        self._on("<bracketed-paste>", self._pasted)
        titles: list[Any] = [_Live(self._title, i, row) for i, row in enumerate(self._rows, 1)]
        make: Callable[..., questionary.Question]
        make = questionary.checkbox if self._several else questionary.select
        asked = make(
            **self._common,
            choices=[questionary.Choice(title, value=title) for title in titles],
            pointer=page.pointer,
            instruction=" ",
            use_jk_keys=False,
        )
        layout = asked.application.layout
        contents = [window.content for window in layout.find_all_windows()]
        self._control = next(c for c in contents if isinstance(c, InquirerControl))
        assert isinstance(layout.container, HSplit)
        foot = Window(FormattedTextControl(self._foot), dont_extend_height=True)
        layout.container.children.append(foot)
        if self._several:
            self._hints = [f"1-{len(self._rows)} or Space ticks", "Enter goes on"]
            # Ticks have marks of ours, which tell their order and which every terminal has.
            self._control.use_indicator = False
            # questionary's own keys to tick everything.
            self._on("a i", lambda _: None)
        else:
            digits = "0-9" if self._menu and len(self._rows) == _DIGITS else f"1-{len(self._rows)}"
            self._hints = [f"{digits}{', first letter' if self._menu else ''} or Enter chooses"]
            for i, row in enumerate(self._rows):
                if row.key:
                    self._on(row.key, partial(self._answer, row.value))
                if row.value == question.current:
                    self._control.pointed_at = i
        if self._menu:
            self._control.text = self._beside
            self._on("right", lambda _: self._control.select_next())
            self._on("left", lambda _: self._control.select_previous())
        self._equip(asked)

    def _choose(self, _: object = None) -> None:
        self._answer(self._rows[self._control.pointed_at].value)

    def _tick(self, _: object = None) -> None:
        self._notice = ""
        row = self._rows[self._control.pointed_at]
        if row.alone:
            # Whoever types its number means it, whether or not it is ticked already.
            self._ticked = [row.value]
        elif row.value in self._ticked:
            self._ticked.remove(row.value)
        else:
            alone = {other.value for other in self._rows if other.alone}
            self._ticked = [*(value for value in self._ticked if value not in alone), row.value]

    def _go_on(self, _: object) -> None:
        if self._ticked:
            self._answer(joined(self._ticked))
        else:
            self._notice = "Nothing is ticked yet. Tick a line with Space or its number."

    def _press(self, digit: str, act: Callable[[], None]) -> None:
        """A digit: the number of a line, or the first of two."""
        number, self._typed = int(self._typed + digit), ""
        self._notice = ""
        # One key for each line of a menu: the tenth is 0, or the first would wait for more.
        if self._menu and number == 0 and len(self._rows) == _DIGITS:
            number = _DIGITS
        if not 1 <= number <= len(self._rows):
            self._notice = f"There is no choice {number}: choose from 1 to {len(self._rows)}."
            return
        self._control.pointed_at = number - 1
        if number * 10 <= len(self._rows) and not self._menu:
            self._typed = str(number)
            self._notice = f"Enter takes number {number}; or type one more digit."
        else:
            act()

    def _pasted(self, _: object) -> None:
        self._notice = "Nothing can be pasted here: choose a line."

    def _title(self, number: int, row: Row) -> str:
        before = f"{number:>{len(str(len(self._rows)))}}  "
        if self._several:
            place = self._ticked.index(row.value) + 1 if row.value in self._ticked else 0
            shown = str(place) if self._ordered and not row.alone else "x"
            before += f"[{shown if place else ' '}] "
        return before + self._page.wrap(row.text, 3 + len(before))

    def _beside(self) -> StyleAndTextTuples:
        """The lines of a menu, beside each other."""
        words = [f" {i % 10} {row.label}" for i, row in enumerate(self._rows, 1)]
        at = self._control.pointed_at
        words[at] = self._page.pointer + words[at][1:]
        return [("class:text", f" {self._page.flow(words)}")]


class _Field(_Asked):
    """A line of text, with a list of names that narrows as one types."""

    def __init__(self, question: Write, page: Page) -> None:
        super().__init__(question, page)
        self._examples = question.examples
        self._names = _Names(question, page)
        self._hints = [f"Enter alone: {question.blank}"]
        if question.suggestions:
            self._hints.append("Enter or Down takes a name")
        self._on("enter c-j", self._take)
        self._on("<bracketed-paste>", self._pasted)
        self._keys.add("<any>")(lambda event: self._insert(event.data))
        self._equip(
            questionary.text(
                **self._common,
                # Whoever was not understood begins anew, rather than behind what was wrong.
                default="" if question.notice else question.current[:LONGEST],
                instruction=_Live(self._above),  # type: ignore[arg-type]
                completer=self._names,
                reserve_space_for_menu=self._names.most + 1 if question.suggestions else 0,
            )
        )

    def _above(self) -> str:
        """What stands between the question and the field."""
        example = f"\n {self._page.wrap(f'For example: {self._examples}')}"
        foot = "".join(text for _, text, *_ in self._foot())
        return f"{example if self._examples else ''}{foot}\n {self._page.pointer}"

    def _insert(self, text: str) -> None:
        # What cannot be seen would make two answers look the same, and shift what is drawn.
        seen = "".join(char for char in text if not is_hidden(char))
        buffer = self.app.current_buffer
        buffer.insert_text(seen[: max(0, LONGEST - len(buffer.text))])

    def _pasted(self, event: Any) -> None:
        # Of several lines the first that is not empty: the rest is not for this question.
        start = event.data[: 50 * LONGEST].strip()
        self._insert(start.splitlines()[0][: 2 * LONGEST] if start else "")

    def _take(self, _: object) -> None:
        # The name that is shown as the first is what Enter takes, unless another is chosen.
        buffer = self.app.current_buffer
        first = next(self._names.get_completions(buffer.document, CompleteEvent()), None)
        chosen = buffer.complete_state and buffer.complete_state.complete_index is not None
        if first is not None and not chosen:
            buffer.apply_completion(first)
        self._answer(buffer.text)

    def _back(self) -> None:
        """Esc: close the list of names too, if there is one."""
        buffer = self.app.current_buffer
        if buffer.complete_state is None or self._helping:
            super()._back()
        else:
            buffer.cancel_completion()
            self._names.closed_at = buffer.text


class _Names(Completer):
    """Names that what is written may be the beginning of, or any other part."""

    def __init__(self, question: Write, page: Page) -> None:
        self._question, self._page = question, page
        self.closed_at: str | None = None
        """The text at which the list was closed, until it is another."""

    @property
    def most(self) -> int:
        """As many names as there is room for below the field."""
        return max(1, min(_MENU_ROWS, self._page.size.rows - 10))

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        """See Completer."""
        question, text = self._question, document.text_before_cursor
        word = text.rpartition(",")[2].lstrip() if question.several else text
        if document.text == self.closed_at or word.strip().lower() in question.words:
            return
        for i, row in enumerate(suggested(word, question.suggestions, most=self.most)):
            name = row.value if question.several and "," in row.label else row.label
            shown = shorten(self._page.look.text(row.label), self._page.columns - 6)
            style = "" if i else "class:completion-menu.completion.current"
            yield Completion(name, -len(word), display=shown, style=style)


def _asked(question: Question, page: Page) -> _Asked:
    if isinstance(question, Write):
        return _Field(question, page)
    assert isinstance(question, Pick | PickSeveral)
    return _List(question, page)
