"""What a quiz begins with: a greeting, and what is left of an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.errors import CareerAdvisorError
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from careeradvisor.profile.format import Unfinished
    from careeradvisor.profile.store import Store


def stopped_quiz(store: Store) -> tuple[Unfinished | None, str]:
    """The interrupted quiz in the store, if there is one; and what is wrong with the file."""
    try:
        return store.load().unfinished, ""
    except CareerAdvisorError as problem:
        return None, problem.message


def greeting(store: Store, problem: str) -> tuple[str, ...]:
    """The lines above the first question."""
    lines = ["A few short questions, about two minutes. Nothing leaves this computer."]
    if problem:
        lines.append(f"Earlier answers cannot be used. {shorten(problem, 300)}")
    if store.keep:
        lines.append("If you have to stop, your answers are kept and you can go on later.")
    else:
        lines.append("Your answers are not saved, so finish in one go.")
    return tuple(lines)
