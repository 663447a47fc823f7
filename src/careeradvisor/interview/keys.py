"""Questions asked by keys: questionary's, with what our quiz needs bound to their keys.

One event loop and one state of the terminal carry a whole conversation: no signal is lost
between two questions, and a key pressed early reaches the next one.
"""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from questionary.prompts.common import InquirerControl

from careeradvisor.errors import Interrupted
from careeradvisor.interview.conversing import LONGEST, suggested
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Row, Write
from careeradvisor.interview.terminal import keyboard, window
from careeradvisor.interview.wrapping import wrapped
from careeradvisor.signals import listen, listen_again
from careeradvisor.text import is_hidden, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Conversation, Question, Reply

T = TypeVar("T")

# After Esc this long without another byte, it was the key and not the start of a sequence.
_ESCAPE_SECONDS = 0.1
_WIDEST = 100
_MENU_ROWS = 6
_COLOURS = {
    "qmark": "ansicyan",
    "answer": "noinherit",
    "pointer": "ansicyan bold",
    "highlighted": "ansicyan bold",
    "notice": "ansiyellow",
}
_NO_COLOURS = {"qmark": "noinherit", "answer": "noinherit", "highlighted": "bold"}
# What an editor of text offers and one line has no use for: to search, to quote, to select.
_OFF = "c-r c-s c-x c-q c-v c-o c-t c-@"


class KeysFrontEnd:
    """Lists to move in and fields to write in."""

    def __init__(self, look: Look) -> None:
        self._page = _Page(look)
        self._input = keyboard()
        self._runner = asyncio.Runner()
        self._end: Callable[[], object] = bool
        self._stopped = False
        self._told: set[tuple[str, ...]] = set()

    def __enter__(self) -> KeysFrontEnd:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        before = listen(self._stop)
        self._runner.close()
        listen_again(before)

    def run(self, conversation: Conversation[T]) -> T:
        """See FrontEnd."""
        before = listen(self._stop)
        try:
            with self._input.raw_mode():
                try:
                    result = self._converse(conversation)
                except BaseException:
                    self._tidy()
                    raise
        finally:
            listen_again(before)
        if self._stopped:
            raise Interrupted("")
        return result

    def _converse(self, conversation: Conversation[T]) -> T:
        reply: Reply = BACK
        try:
            question = next(conversation)
            while True:
                if question.context and question.context not in self._told:
                    self._told.add(question.context)
                    self._page.print("", *question.context)
                reply = self._ask(question)
                answered, question = question, conversation.send(reply)
                if not question.notice:
                    self._page.print(_answered(answered, reply))
        except StopIteration as done:
            self._page.print(_answered(question, reply))
            result: T = done.value
            return result

    def _ask(self, question: Question) -> Reply:
        with create_app_session(input=self._input, output=self._page.output):
            asked = _Asked(question, self._page)
        reply = self._runner.run(self._reply(asked))
        if self._stopped:
            raise Interrupted("")
        return reply

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

    def _tidy(self) -> None:
        """Leave the terminal as it was, also where an interrupt has broken off what does that."""
        self._runner.close()
        output = self._page.output
        with suppress(OSError, ValueError):
            output.enable_autowrap()
            output.disable_bracketed_paste()
            output.show_cursor()
            output.flush()


class _Page:
    """What is written on: the window, as wide as it is now, and the characters that it has."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.output = window(look)
        self.pointer = "❯" if look.unicode else ">"

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        size = self.output.get_size()
        return size.rows, min(_WIDEST, size.columns)

    def wrap(self, text: str, indent: int = 1) -> str:
        """A text that fits beside an indent, which is put before each line but the first."""
        lines = wrapped(self.look.text(text), self.size[1] - 1 - indent)
        return ("\n" + " " * indent).join(lines)

    def flow(self, items: list[str]) -> str:
        """Short items on as few lines as they need, none broken while it fits on a line."""
        lines = [items[0]]
        for item in items[1:]:
            longer = f"{lines[-1]}   {item}"
            if len(longer) + 2 <= self.size[1]:
                lines[-1] = longer
            else:
                lines.append(item)
        return "\n ".join(self.wrap(line) for line in lines)

    def print(self, *texts: str) -> None:
        """Print paragraphs that stay."""
        for text in texts:
            indent = 1 + len(text) - len(text.lstrip())
            print(" " * indent + self.wrap(text.strip(), indent) if text else "", flush=True)


class _Live:
    """Text that is made anew at each drawing, as questionary formats messages and titles."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __format__(self, _: str) -> str:
        return self._make()


class _Asked:
    """One question on the terminal: questionary's, and what is bound and shown besides."""

    def __init__(self, question: Question, page: _Page) -> None:
        self._question = question
        self._page = page
        self._helping = False
        self._notice = question.notice
        self._digits = ""
        self._keys = KeyBindings()
        self._hints: list[str] = []
        self._on("c-c <sigint>", lambda _: self.leave(Interrupted("")))
        self._on("c-d", lambda _: self.leave(EOFError()))
        self._on("c-z", lambda _: self._pause())
        self._on("?", lambda _: self._help())
        self._on("escape", lambda _: self._back())
        self._on(_OFF, lambda _: None)
        self._common: dict[str, Any] = {
            "message": _Live(lambda: page.wrap(question.text)),
            "qmark": f"\n {question.progress}\n" if question.progress else "\n",
            "style": questionary.Style.from_dict(_COLOURS if page.look.colour else _NO_COLOURS),
        }
        if isinstance(question, Pick):
            asked = self._pick(question)
        elif isinstance(question, PickSeveral):
            asked = self._tick(question)
        else:
            assert isinstance(question, Write)
            asked = self._write(question)
        self.app = asked.application
        self.app.ttimeoutlen = _ESCAPE_SECONDS
        self.app.erase_when_done = True
        assert self.app.key_bindings is not None
        self.app.key_bindings = merge_key_bindings([self.app.key_bindings, self._keys])

    def leave(self, problem: BaseException) -> None:
        """End the question by a problem, unless it has ended already."""
        if self.app.future is not None and not self.app.future.done():
            self.app.exit(exception=problem)

    def _answer(self, reply: Reply) -> None:
        if not self.app.is_done:
            self.app.exit(result=reply)

    def _lettered(self, value: str, _: object) -> None:
        self._answer(value)

    def _on(self, keys: str, action: Callable[[Any], None]) -> None:
        for key in keys.split():
            self._keys.add(key, eager=True)(action)

    def _pick(self, question: Pick) -> questionary.Question:
        """A list of which one line is the answer."""
        letters = {row.key: row.value for row in question.rows if row.key}
        for letter, value in letters.items():
            self._on(letter, partial(self._lettered, value))
        letter = "A letter, " if letters else ""
        self._hints = [f"{letter}1-{len(question.rows)} or Enter chooses"]

        def chosen(_: object = None) -> None:
            self._answer(question.rows[self._control.pointed_at].value)

        asked = self._list(
            questionary.select, question.rows, chosen, lambda row: f"{row.key}  " if row.key else ""
        )
        self._on("enter c-j space", chosen)
        values = [row.value for row in question.rows]
        self._control.pointed_at = (
            values.index(question.current or "") if question.current in values else 0
        )
        return asked

    def _tick(self, question: PickSeveral) -> questionary.Question:
        """A list of which any number of lines are the answer, or one that stands alone."""
        rows = question.all_rows
        ticked = list(question.ticked)
        self._hints = [f"1-{len(rows)} or Space ticks", "Enter goes on"]

        def mark(row: Row) -> str:
            if row.value not in ticked:
                return "[ ] "
            counts = question.ordered and row not in question.alone
            return f"[{ticked.index(row.value) + 1}] " if counts else "[x] "

        def toggle(_: object = None) -> None:
            self._notice = ""
            row = rows[self._control.pointed_at]
            if row.value in ticked:
                ticked.remove(row.value)
            elif row in question.alone:
                ticked[:] = [row.value]
            else:
                alone = [row.value for row in question.alone]
                ticked[:] = [*(value for value in ticked if value not in alone), row.value]

        def go_on(_: object) -> None:
            reply = question.reply(tuple(ticked))
            if reply is not None:
                self._answer(reply)
            else:
                self._notice = "Nothing is ticked yet. Tick a line with Space or its number."

        asked = self._list(questionary.checkbox, rows, toggle, mark)
        # Ticks have marks of ours, which tell their order and which every terminal has.
        self._control.use_indicator = False
        self._on("space", toggle)
        self._on("enter c-j", go_on)
        # questionary's own keys to tick everything.
        self._on("a i", lambda _: None)
        return asked

    def _list(
        self,
        make: Callable[..., questionary.Question],
        rows: tuple[Row, ...],
        numbered: Callable[[], None],
        mark: Callable[[Row], str],
    ) -> questionary.Question:
        """What lists have in common; ``numbered`` is called when a line's number is typed."""

        def title(number: int, row: Row) -> str:
            before = f"{number:>{len(str(len(rows)))}}  {mark(row)}"
            return before + self._page.wrap(row.text, 3 + len(before))

        def press(event: Any) -> None:
            number, self._digits = int(self._digits + event.key_sequence[0].key), ""
            if not 1 <= number <= len(rows):
                self._notice = f"There is no choice {number}: choose from 1 to {len(rows)}."
                return
            self._control.pointed_at = number - 1
            self._notice = ""
            if number * 10 <= len(rows):
                self._digits = str(number)
                self._notice = f"Number {number}; or type one more digit."
            else:
                numbered()

        def pasted(_: object) -> None:
            self._notice = "Nothing can be pasted here: choose a line."

        self._on(" ".join("0123456789"), press)
        self._on("<bracketed-paste>", pasted)
        asked = make(
            **self._common,
            choices=[
                questionary.Choice(_Live(partial(title, i, row)), value=row.value)  # type: ignore[arg-type]
                for i, row in enumerate(rows, 1)
            ],
            pointer=self._page.pointer,
            instruction=" ",
            use_jk_keys=False,
        )
        layout = asked.application.layout
        contents = [window.content for window in layout.find_all_windows()]
        self._control = next(c for c in contents if isinstance(c, InquirerControl))
        assert isinstance(layout.container, HSplit)
        foot = Window(FormattedTextControl(self._foot), dont_extend_height=True)
        layout.container.children.append(foot)
        return asked

    def _write(self, question: Write) -> questionary.Question:
        """A line of text, with a list of names that narrows as one types."""
        self._hints = [f"Enter alone: {question.blank}"]
        if question.suggestions:
            self._hints.append("Down picks a name")

        def insert(text: str) -> None:
            # What cannot be seen would make two answers look the same, and shift what is drawn.
            seen = "".join(char for char in text if not is_hidden(char))
            buffer = self.app.current_buffer
            buffer.insert_text(seen[: max(0, LONGEST - len(buffer.text))])

        def pasted(event: Any) -> None:
            # Of several lines the first that is not empty: the rest is not for this question.
            start = event.data[: 50 * LONGEST].strip()
            insert(start.splitlines()[0][: 2 * LONGEST] if start else "")

        def above() -> str:
            parts = [text for _, text, *_ in self._foot()]
            if question.examples:
                example = f"For example: {question.examples}"
                parts.insert(0, f"\n {self._page.wrap(example)}")
            return f"{''.join(parts)}\n {self._page.pointer}"

        self._on("<bracketed-paste>", pasted)
        self._keys.add("<any>")(lambda event: insert(event.data))
        return questionary.text(
            **self._common,
            default=question.current[:LONGEST],
            instruction=_Live(above),  # type: ignore[arg-type]
            completer=_Names(question, self._page) if question.suggestions else None,
            reserve_space_for_menu=max(0, min(_MENU_ROWS, self._page.size[0] - 12)),
        )

    def _foot(self) -> StyleAndTextTuples:
        """Help, what is wrong, and the keys."""
        question = self._question
        hints = [*self._hints, *(["Esc goes back"] if question.can_go_back else [])]
        if question.why:
            hints.append("? closes this" if self._helping else f"? {question.why_is}")
        parts = [("class:text", self._page.wrap(question.why))] if self._helping else []
        if self._notice:
            parts.append(("class:notice", self._page.wrap(self._notice)))
        parts.append(("class:instruction", self._page.flow([*hints, "Ctrl-C stops"])))
        return [(style, f"\n {text}") for style, text in parts]

    def _back(self) -> None:
        """Esc: close the help, or go to the question before."""
        if self._helping:
            self._helping = False
        elif self._question.can_go_back:
            self._answer(BACK)

    def _help(self) -> None:
        self._helping = not self._helping and bool(self._question.why)

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


class _Names(Completer):
    """Names that what is written may be the beginning of, or any other part."""

    def __init__(self, question: Write, page: _Page) -> None:
        self._question = question
        self._page = page

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """See Completer."""
        several = self._question.several
        text = document.text_before_cursor
        word = text.rpartition(",")[2].lstrip() if several else text
        for row in suggested(word, self._question.suggestions, most=_MENU_ROWS):
            name = row.value if several and "," in row.label else row.label
            shown = shorten(self._page.look.text(row.label), self._page.size[1] - 6)
            yield Completion(name, -len(word), display=shown)


def _answered(question: Question, reply: Reply) -> str:
    """What stays in sight of a question that was answered."""
    if reply is BACK:
        return ""
    labels = {"": question.blank} if isinstance(question, Write) else {}
    if isinstance(question, Pick):
        labels = {row.value: row.label for row in question.rows}
    elif isinstance(question, PickSeveral):
        labels = {row.value: row.label for row in question.all_rows}
    values = (reply,) if isinstance(reply, str) else reply
    said = ", ".join(labels.get(value, value) for value in values)
    return f"{question.text} {shorten(said, LONGEST)}"
