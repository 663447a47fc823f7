"""What is known of AI in a career: measures that disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.views import words
from careeradvisor.views.shared import seen

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Career


class AiView(Struct, frozen=True):
    """Measures of AI, shares from 0 to 1, which disagree; ``text`` says what each means."""

    exposed: float
    exposed_by_model: float | None
    microsoft: float | None
    anthropic: float | None
    lowest: float
    highest: float
    range_text: str
    text: list[str]


def ai_view(career: Career) -> AiView | None:
    """What is known of AI in this work, as a range; ``None`` when nobody has rated it."""
    found = career.automation
    if found is None:
        return None
    text = [
        "Tasks that language models could speed up a lot, rated by people (2023): "
        + _in_100(found.share)
        + ("." if found.share_model is None else f"; by a model: {_in_100(found.share_model)}.")
    ]
    if found.microsoft is not None:
        text.append(
            "How far people's talks with one assistant cover the work's activities with success "
            f"(Microsoft, 2025): {_in_100(found.microsoft)}."
        )
    if found.anthropic is not None:
        text.append(
            "Share of the tasks that are seen in the use of another assistant (Anthropic, 2025): "
            f"{_in_100(found.anthropic)}."
        )
    exposed, microsoft, anthropic = round(found.share, 2), found.microsoft, found.anthropic
    known = [exposed, *(round(share, 2) for share in (microsoft, anthropic) if share is not None)]
    low, high = min(known), max(known)
    if len(known) > 1:
        spread = f"measures disagree, {low * 100:.0f} to {high * 100:.0f} in 100"
        text.append("They measure different things and disagree: nobody knows yet which is right.")
    else:
        spread = f"{_in_100(high)} tasks"
    text.append("That is change, not doom: tasks shift, and people who know the tools gain.")
    if found.note:
        text.append(words.sentence(found.note))
    return seen(
        AiView,
        found,
        exposed=exposed,
        exposed_by_model=found.share_model,
        lowest=low,
        highest=high,
        range_text=spread,
        text=text,
    )


def _in_100(share: float) -> str:
    return f"{share * 100:.0f} in 100"
