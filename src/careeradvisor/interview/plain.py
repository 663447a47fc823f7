"""Line by line: numbered lists and a prompt, for screen readers, logs and simple terminals.

Nothing here moves the cursor, colours or redraws.
"""

from __future__ import annotations

import re
import sys
import textwrap
from typing import TYPE_CHECKING, TypeVar

from careeradvisor.interview.conversing import suggested
from careeradvisor.interview.questions import BACK, Pick, PickSeveral, Write
from careeradvisor.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from careeradvisor.interview.front import Look
    from careeradvisor.interview.questions import Conversation, Question, Reply, Row

T = TypeVar("T")

_BACK = frozenset({"b", "back"})
_HELP = frozenset({"?", "h", "help"})
_NARROWEST = 20


class PlainFrontEnd:
    """Prints questions and reads lines, by default from the terminal."""

    def __init__(
        self,
        look: Look,
        read: Callable[[str], str] | None = None,
        write: Callable[[str], None] | None = None,
    ) -> None:
        self._look = look
        self._read = read or _read_line
        self._write = write or _write_line

    def run(self, conversation: Conversation[T], *, whole_screen: bool = True) -> T:
        """See FrontEnd; ``whole_screen`` makes no difference here."""
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
            self._write("")
            for line in question.context:
                self._say(line)
            self._say(
                f"{question.progress}. {question.text}" if question.progress else question.text
            )
            self._show(question)
        while True:
            line = self._read(self._prompt(question)).strip()
            if line.lower() in _HELP:
                self._say(question.why or "There is no more to say about this question.")
            elif line.lower() in _BACK:
                return BACK
            else:
                reply, problem = _reply(question, line)
                if reply is not None:
                    return reply
                self._say(problem)

    def _show(self, question: Question) -> None:
        for number, row in enumerate(_rows(question), 1):
            detail = f" ({row.detail})" if row.detail else ""
            self._say(f"{number}. {row.label}{detail}", indent=len(f"{number}. "))
        if isinstance(question, Write) and question.examples:
            self._say(f"For example: {question.examples}")

    def _prompt(self, question: Question) -> str:
        keys = []
        count = len(_rows(question))
        if isinstance(question, Write):
            what = "Your answer"
            if question.current and not question.notice:
                keys += [f"Enter keeps {shorten(question.current, 40)}", f"any: {question.blank}"]
            else:
                keys.append(f"Enter: {question.blank}")
        else:
            several = isinstance(question, PickSeveral)
            what = "Your choices, such as 1 2" if several else "Your choice"
            keys.append(f"1-{count}" if count > 1 else "1")
            now = _current_numbers(question)
            if now:
                keys.append(f"Enter keeps {listed(now)}")
        if question.why:
            keys.append("? help")
        if question.can_go_back:
            keys.append("b back")
        lines = self._wrapped(f"{what} ({', '.join(keys)}): ")
        for line in lines[:-1]:
            self._write(line)
        return f"{lines[-1]} "

    def _say(self, text: str, indent: int = 0) -> None:
        for line in self._wrapped(text, indent):
            self._write(line)

    def _wrapped(self, text: str, indent: int = 0) -> list[str]:
        width = max(_NARROWEST, self._look.width)
        text = self._look.text(text)
        return textwrap.wrap(text, width, subsequent_indent=" " * indent) or [""]


def _rows(question: Question) -> tuple[Row, ...]:
    if isinstance(question, Pick):
        return question.rows
    if isinstance(question, PickSeveral):
        first, then = (
            (question.alone, question.rows)
            if question.alone_first
            else (question.rows, question.alone)
        )
        return first + then
    return ()


def _current_numbers(question: Question) -> list[str]:
    values = [row.value for row in _rows(question)]
    if isinstance(question, Pick) and question.current in values:
        return [str(values.index(question.current) + 1)]
    if isinstance(question, PickSeveral):
        if question.on_alone:
            return [str(values.index(question.alone[0].value) + 1)]
        return [str(values.index(value) + 1) for value in question.current if value in values]
    return []


def _reply(question: Question, line: str) -> tuple[Reply | None, str]:
    """The reply that a line stands for; ``None`` and what is wrong if it is none."""
    if isinstance(question, Write):
        if not line:
            return ("" if question.notice else question.current), ""
        return line, ""
    rows = _rows(question)
    wanted = _numbers(question, line, rows)
    if isinstance(wanted, str):
        return None, wanted
    if isinstance(question, PickSeveral):
        alone = [row.value for row in question.alone]
        picked = tuple(dict.fromkeys(rows[i].value for i in wanted))
        if not any(value in alone for value in picked):
            return picked, ""
        if len(picked) == 1:
            return picked[0], ""
        label = next(row.label for row in question.alone if row.value in picked)
        return None, f'"{label}" stands alone: give its number, or those of others.'
    if len(wanted) > 1:
        return None, "Give one number only."
    return rows[wanted[0]].value, ""


def _numbers(question: Question, line: str, rows: tuple[Row, ...]) -> list[int] | str:
    """Places of the rows that a line names, by number or by word; or what is wrong."""
    hint = f"Type a number from 1 to {len(rows)}."
    if not line:
        line = " ".join(_current_numbers(question))
    words = re.split(r"[\s,;]+", line) if re.fullmatch(r"[\d\s,;.)]+", line) else [line]
    places = []
    for word in words:
        number = word.strip(".)")
        if not number:
            continue
        if number.isascii() and number.isdigit():
            if not 1 <= int(number[:6]) <= len(rows):
                return f"There is no choice {shorten(number, 12)}. {hint}"
            places.append(int(number) - 1)
            continue
        named = [i for i, row in enumerate(rows) if row.value.lower() == word.lower()] or [
            rows.index(row) for row in suggested(word, rows)
        ]
        if len(named) != 1:
            return f"'{shorten(word, 30)}' is none of the choices. {hint}"
        places.append(named[0])
    return places or hint


def _read_line(prompt: str) -> str:
    # A stray byte that is no text should be asked about again, not end the quiz.
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    return input(prompt)


def _write_line(line: str) -> None:
    print(line, flush=True)
