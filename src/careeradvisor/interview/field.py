"""A line of text being written."""

from __future__ import annotations

from careeradvisor.interview.conversing import LONGEST


class Field:
    """The text and where in it the next character goes."""

    def __init__(self, text: str = "") -> None:
        self.text = text[:LONGEST]
        self.place = len(self.text)

    @property
    def before(self) -> str:
        """What stands before the cursor."""
        return self.text[: self.place]

    @property
    def after(self) -> str:
        """What stands behind it."""
        return self.text[self.place :]

    def set(self, text: str) -> None:
        """Replace the whole text."""
        self.text = text[:LONGEST]
        self.place = len(self.text)

    def insert(self, text: str) -> None:
        """Put in what of ``text`` can be seen, as far as there is room.

        Of several lines only the first that is not empty: the rest of a paste is not
        meant for this question.
        """
        start = text[: 50 * LONGEST].lstrip()
        first = start.splitlines()[0] if start and text[:1] not in (" ", "\t") else text
        shown = "".join(c for c in first[: 2 * LONGEST] if c.isprintable())
        shown = shown[: LONGEST - len(self.text)]
        self.text = self.before + shown + self.after
        self.place += len(shown)

    def press(self, key: str) -> bool:
        """Edit by one key; whether the key meant anything."""
        if len(key) == 1:
            self.insert(key)
            return True
        actions = {
            "backspace": self._backspace,
            "delete": self._delete,
            "left": lambda: self._move(self.place - 1),
            "right": lambda: self._move(self.place + 1),
            "home": lambda: self._move(0),
            "end": lambda: self._move(len(self.text)),
            "clear": lambda: self.set(""),
            "clear-word": self._clear_word,
        }
        if key not in actions:
            return False
        actions[key]()
        return True

    def _move(self, place: int) -> None:
        self.place = max(0, min(len(self.text), place))

    def _backspace(self) -> None:
        if self.place:
            self.text = self.text[: self.place - 1] + self.after
            self.place -= 1

    def _delete(self) -> None:
        self.text = self.before + self.after[1:]

    def _clear_word(self) -> None:
        kept = self.before.rstrip()
        kept = kept[: kept.rfind(" ") + 1]
        self.text = kept + self.after
        self.place = len(kept)
