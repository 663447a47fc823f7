"""Line by line: numbered lists and a prompt, for screen readers, logs and simple terminals.

Nothing here moves the cursor, colours or redraws.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, TypeVar

from careeradvisor.errors import WrongUse
from careeradvisor.interview.conversing import suggested
from careeradvisor.interview.front import FrontEnd, wrapped
from careeradvisor.interview.questions import BACK, PickSeveral, Write, joined
from careeradvisor.text import listed, shorten

if TYPE_CHECKING:
    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Conversation, Question, Reply

T = TypeVar("T")

_BACK = frozenset({"b", "back"})
_HELP = frozenset({"?", "h", "help"})
_NARROWEST = 20


class PlainFrontEnd(FrontEnd):
    """Prints questions and reads lines."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def read(self, prompt: str) -> str:
        """A line that the person writes. Raises EOFError."""
        # A stray byte that is no text should be asked about again, not end the quiz.
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")
        return input(prompt)

    def write(self, line: str) -> None:
        """Print a line."""
        print(line, flush=True)

    def run(self, conversation: Conversation[T]) -> T:
        """See FrontEnd."""
        try:
            question = next(conversation)
            while True:
                question = conversation.send(self._ask(question))
        except StopIteration as done:
            result: T = done.value
            return result

    def _ask(self, question: Question) -> Reply:
        if question.notice:
            self._say(question.notice)
        else:
            self.write("")
            for line in question.context:
                self._say(line)
            place = f"{question.progress}. " if question.progress else ""
            self._say(place + question.text)
            for number, row in enumerate(question.rows, 1):
                self._say(f"{number}. {row.text}", indent=len(f"{number}. "))
            if isinstance(question, Write) and question.examples:
                self._say(f"For example: {question.examples}")
        while True:
            line = self.read(self._prompt(question)).strip()
            if line.lower() in _HELP:
                self._say(question.why or "There is no more to say about this question.")
            elif line.lower() in _BACK:
                return BACK
            else:
                try:
                    return _reply(question, line)
                except WrongUse as problem:
                    self._say(problem.message)

    def _prompt(self, question: Question) -> str:
        rows, keys = question.rows, []
        if isinstance(question, Write):
            what = "Your answer"
            if question.current and not question.notice:
                keys += [f"Enter keeps {shorten(question.current, 40)}", f"any: {question.blank}"]
            else:
                keys.append(f"Enter: {question.blank}")
        else:
            several = isinstance(question, PickSeveral)
            what = "Your choices, such as 1 2" if several else "Your choice"
            keys.append(f"1-{len(rows)}" if len(rows) > 1 else "1")
            values = [row.value for row in rows]
            now = listed(str(values.index(value) + 1) for value in question.ticked)
            keys += [f"Enter keeps {now}"] if now else []
        if question.why:
            keys.append("? help")
        if question.can_go_back:
            keys.append("b back")
        *lines, last = self._wrapped(f"{what} ({', '.join(keys)}):", indent=1)
        for line in lines:
            self.write(line)
        return f"{last} "

    def _say(self, text: str, indent: int = 0) -> None:
        first, *rest = self._wrapped(text, indent)
        for line in [first, *(" " * indent + line for line in rest)]:
            self.write(line)

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        return wrapped(self._look.text(text), max(_NARROWEST, self._look.width) - indent)


def _reply(question: Question, line: str) -> str:
    """The reply that a line stands for. Raises WrongUse if it is none."""
    if isinstance(question, Write):
        return line or ("" if question.notice else question.current)
    values = _values(question, line) if line else question.ticked
    if not values:
        raise WrongUse(_hint(question))
    if len(values) > 1 and not isinstance(question, PickSeveral):
        raise WrongUse("Give one number only.")
    alone = [row.label for row in question.rows if row.alone and row.value in values]
    if alone and len(values) > 1:
        raise WrongUse(f'"{alone[0]}" stands alone: give its number, or those of others.')
    return joined(values)


def _values(question: Question, line: str) -> tuple[str, ...]:
    """Values of the rows that a line names, by number or by word. Raises WrongUse."""
    rows, words = question.rows, [line]
    if re.fullmatch(r"[\d\s,;.)]+", line):
        words = re.split(r"[\s,;]+", line)
    elif isinstance(question, PickSeveral):
        words = [word.strip() for word in re.split("[,;]", line)]
    values = []
    for word in words:
        number = word.strip(".)")
        if number.isascii() and number.isdigit():
            if not 1 <= int(number[:6]) <= len(rows):
                raise WrongUse(f"There is no choice {shorten(number, 12)}. {_hint(question)}")
            values.append(rows[int(number) - 1].value)
        elif number:
            exact = [row for row in rows if word.lower() in (row.value.lower(), row.key)]
            named = exact or suggested(word, rows)
            if len(named) != 1:
                raise WrongUse(f"'{shorten(word, 30)}' is none of the choices. {_hint(question)}")
            values.append(named[0].value)
    return tuple(dict.fromkeys(values))


def _hint(question: Question) -> str:
    return f"Type a number from 1 to {len(question.rows)}."
