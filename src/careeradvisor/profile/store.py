"""The file in which a person's answers are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from careeradvisor.catalogue.read import TooLarge, name_of, read_bytes, unwritable
from careeradvisor.errors import BadProfile, FileProblem
from careeradvisor.profile.files import (
    copies_of,
    keep_copy,
    leftovers,
    one_at_a_time,
    refuse_special,
    try_out,
    write_whole,
)
from careeradvisor.profile.format import LARGEST, Saved, Unfinished, from_toml, to_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careeradvisor.profile.answers import Answers
    from careeradvisor.profile.format import Question

_TRIAL_BYTES = 4096


class Store:
    """A profile file: read, written whole or not at all, never overwritten unread.

    ``path`` of ``None`` means the one in the platform's config folder, which is
    looked for when it is first needed. With ``keep=False`` nothing is ever read or
    written. ``questions`` are the criteria, in the quiz's order.
    """

    def __init__(
        self, questions: Sequence[Question], path: Path | None = None, *, keep: bool = True
    ) -> None:
        self._questions = questions
        self._named = path
        self.keep = keep

    @property
    def path(self) -> Path:
        """Where the file is or will be. Raises FileProblem when there is no home folder."""
        from careeradvisor.profile.location import default_profile

        return self._named if self._named is not None else default_profile()

    @property
    def is_default(self) -> bool:
        """Whether this is the file in the config folder rather than one that was named."""
        return self._named is None

    def exists(self) -> bool:
        """Whether there is something by that name."""
        if not self.keep:
            return False
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except (OSError, ValueError):
            # Something is there; whoever reads it is told what is wrong with it.
            return True
        return True

    def load(self) -> Saved:
        """What is saved; nothing when there is no file.

        Raises FileProblem when the file cannot be read and BadProfile, naming the
        line and what to do, when it cannot be understood.
        """
        if not self.exists():
            return Saved()
        path = self.path
        try:
            data = read_bytes(path, limit=LARGEST)
        except TooLarge as error:
            raise BadProfile(f"{error.message} These are not saved answers.") from error
        return from_toml(data, name_of(path), self._questions)

    def save(self, answers: Answers) -> str:
        """Save the answers of a finished quiz; an interrupted one is over with it.

        Returns a sentence that says where they are. Raises FileProblem, and then
        what was saved before is still there.
        """
        return self._replace(lambda _: Saved(answers))

    def save_unfinished(self, answers: Answers, asked: frozenset[str]) -> str:
        """Save the answers of an interrupted quiz beside those of the last finished one.

        ``asked`` are the keys of the questions that the person has been through.
        Returns a sentence as :meth:`save` does. Raises FileProblem.
        """
        return self._replace(lambda saved: Saved(saved.answers, Unfinished(answers, asked)))

    def forget_unfinished(self) -> None:
        """Take out the answers of an interrupted quiz. Raises FileProblem or BadProfile."""
        if self.exists() and self.load().unfinished is not None:
            self._replace(lambda saved: Saved(saved.answers))

    def try_out(self) -> None:
        """Find out now whether answers could be saved later. Raises FileProblem if not."""
        if not self.keep:
            return
        path = self.path
        refuse_special(path)
        try:
            self._make_folder(path)
            real = path.resolve()
            try_out(real.parent, _TRIAL_BYTES)
        except (OSError, ValueError, RuntimeError) as error:
            raise unwritable(path, error) from error

    def files(self) -> list[Path]:
        """What clearing deletes: the profile, copies of unreadable ones, and unfinished writes.

        The last may hold answers as well: a killed program leaves them. Of a link, both the link
        and the file. Raises FileProblem when a file that was named does not look like saved
        answers.
        """
        path = self.path
        try:
            real = path.resolve()
            found = [p for p in (path, real) if os.path.lexists(p)] + copies_of(path)
            if found or self.is_default:
                found += leftovers(real.parent)
        except (OSError, ValueError, RuntimeError):
            found = [path] if os.path.lexists(path) else []
        if found and path.is_dir():
            raise FileProblem(f"{name_of(path)} is a folder and is left alone.")
        if self.exists() and not self.is_default and not self._looks_like_answers(path):
            raise FileProblem(
                f"{name_of(path)} does not look like saved answers and is left alone. "
                "If you do want it gone, delete it by hand."
            )
        return list(dict.fromkeys(found))

    def clear(self) -> list[Path]:
        """Delete :meth:`files`; returns what was deleted. Raises FileProblem."""
        # What is being written by another program at this moment is not deleted under its hands.
        with one_at_a_time(Path(os.path.realpath(self.path)).parent):
            removed = self.files()
            for path in removed:
                try:
                    path.unlink()
                except OSError as error:
                    raise FileProblem(
                        f"{name_of(path)} could not be deleted: "
                        f"{error.strerror or error}. Delete it by hand."
                    ) from error
        return removed

    def _replace(self, change: Callable[[Saved], Saved]) -> str:
        if not self.keep:
            return "Your answers were not saved, as you asked."
        path = self.path
        refuse_special(path)
        try:
            self._make_folder(path)
            with one_at_a_time(path.resolve().parent):
                copy = None
                try:
                    saved = self.load()
                except BadProfile:
                    saved, copy = Saved(), keep_copy(path)
                write_whole(path, to_toml(change(saved), self._questions).encode())
        except (OSError, ValueError, RuntimeError) as error:
            raise unwritable(path, error) from error
        note = f"Your answers are saved in {name_of(path)}."
        if copy is not None:
            note += f" What was there could not be understood and is kept as {name_of(copy)}."
        return note

    def _make_folder(self, path: Path) -> None:
        # Only the program's own: a misspelt folder in --profile should be said, not made.
        if self.is_default:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _looks_like_answers(self, path: Path) -> bool:
        try:
            return b"careeradvisor" in read_bytes(path, limit=LARGEST) or bool(self.load())
        except (BadProfile, TooLarge):
            return False
