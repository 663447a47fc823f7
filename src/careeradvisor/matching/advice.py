"""Everything that is said to one person: ranking, how sure it is, what would change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.explain import dominated
from careeradvisor.matching.rank import Scorer
from careeradvisor.matching.relax import relaxation
from careeradvisor.matching.sureness import sureness
from careeradvisor.matching.what_if import changes_of_first
from careeradvisor.matching.why import why

if TYPE_CHECKING:
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.matching.relax import Relaxation
    from careeradvisor.matching.sureness import Sureness
    from careeradvisor.matching.what_if import Change
    from careeradvisor.matching.why import Why
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects


class Advice(Struct, frozen=True, dict=True):
    """A ranking and what makes it defensible; each part is worked out when first asked for."""

    ranking: Ranking
    scorer: Scorer

    @cached_property
    def sureness(self) -> Sureness:
        """How sure the first place is: shares by career id, and in words."""
        return sureness(self.ranking)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """At most three changes that would put another career first; none is a good answer."""
        return changes_of_first(self.scorer, self.ranking)

    @cached_property
    def relaxation(self) -> Relaxation | None:
        """When every career is excluded: the single must to relax."""
        return relaxation(self.ranking)

    @cached_property
    def dominated(self) -> dict[str, str]:
        """Matches that another match is never worse than and somewhere better than."""
        return dominated(self.ranking)

    def why(self, career_id: str) -> Why:
        """Where a career stands, what speaks for and against it, what would make it first."""
        return why(self.scorer, self.ranking, career_id)


def advise(prospects: Prospects, answers: Answers) -> Advice:
    """Advice for one person. The answers hold at least one preference."""
    scorer = Scorer(prospects)
    return Advice(scorer.rank(answers), scorer)
