"""A catalogue to start from: what a college fills in with its own programs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from careeradvisor.errors import WrongUse

from .location import STARTER, bundled_data
from .read import name_of, read_bytes, unwritable


def write_starter(path: Path) -> None:
    """Write the starter to a new file.

    Raises :class:`WrongUse` when there is something by that name already, which
    is never overwritten, and :class:`FileProblem` when it cannot be written.
    """
    text = read_bytes(bundled_data() / STARTER)
    try:
        with path.open("xb") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                # Half a file would only be in the way of the next attempt.
                with suppress(OSError):
                    path.unlink()
                raise
    except FileExistsError as error:
        raise WrongUse(
            f"{name_of(path)} is there already and was left as it is. Give the name of a new file."
        ) from error
    except (OSError, ValueError) as error:
        raise unwritable(path, error) from error
