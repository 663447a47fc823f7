"""``--without`` and ``--because``: careers that are not for the person, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careeradvisor.catalogue.find import find
from careeradvisor.errors import WrongUse
from careeradvisor.matching.left_out import REASONS
from careeradvisor.profile.answers import MOST_LEFT_OUT
from careeradvisor.text import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careeradvisor.catalogue.model import Catalogue
    from careeradvisor.profile.answers import Reason

_NOTHING = "none"
_LONGEST = 10_000


def careers_left_out(
    words: Sequence[str], because: Sequence[str], catalogue: Catalogue
) -> dict[str, Reason]:
    """The careers that flags leave out, each with its reason; "none" among them stands for none.

    A word is a career, or a career and a reason (``rn=contact``), or several with commas between.
    ``because`` are reasons for those that come without one, in their order. Raises WrongUse.
    """
    found: dict[str, Reason] = {}
    bare: list[str] = []
    for part in [p.strip() for text in words for p in re.split("[,;]", _bounded(text))]:
        if not part or part.lower() == _NOTHING:
            continue
        name, sign, why = part.partition("=")
        try:
            career = find(catalogue, name.strip()).career.id
        except WrongUse as error:
            raise WrongUse(f"--without: {error.message}") from error
        if career in found:
            raise WrongUse(f"--without: {career} is there twice. Name it once.")
        found[career] = _reason("--without", why) if sign else ""
        if not sign:
            bare.append(career)
    if len(found) > MOST_LEFT_OUT:
        raise WrongUse(f"--without: Leave out at most {MOST_LEFT_OUT} careers by name.")
    if because and len(because) != len(bare):
        example = f"--without {(bare or list(found) or ['rn'])[0]}=contact"
        raise WrongUse(
            f"--because: It is not clear which career is meant. Write the reason behind the "
            f"career instead: {example}."
        )
    given = [_reason("--because", text) for text in because]
    return found | dict(zip(bare, given, strict=False))


def _reason(flag: str, text: str) -> Reason:
    word = "-".join(text[:40].lower().replace("-", " ").replace("_", " ").split())
    for reason, (_, key) in REASONS.items():
        # Whoever writes the criterion's name means the same.
        if word in (reason, key.replace("_", "-")):
            return reason
    raise WrongUse(
        f"{flag}: '{shorten(text, 40)}' is not a reason. Choose one of: {', '.join(REASONS)}."
    )


def _bounded(text: str) -> str:
    if len(text) > _LONGEST:
        raise WrongUse("--without: That is too long. Write such as rn=contact, coder=pay.")
    return text
