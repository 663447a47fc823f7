"""Everything that is said to one person: ranking, how sure it is, what would change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.matching.explain import dominated
from careeradvisor.matching.rank import Scorer
from careeradvisor.matching.relax import relaxation
from careeradvisor.matching.stability import in_words, stability
from careeradvisor.matching.what_if import changes_of_first

if TYPE_CHECKING:
    from careeradvisor.matching.rank import Ranking
    from careeradvisor.matching.relax import Relaxation
    from careeradvisor.matching.stability import Stability
    from careeradvisor.matching.what_if import ChangeOfAnswer
    from careeradvisor.profile.answers import Answers
    from careeradvisor.prospects import Prospects


class Advice(Struct, frozen=True, dict=True):
    """A ranking and what makes it defensible; each part is worked out when first asked for."""

    ranking: Ranking
    scorer: Scorer

    @cached_property
    def stability(self) -> dict[str, Stability]:
        """Share of weightings in which each match is first or in the top three, by career id."""
        return stability(self.ranking)

    @cached_property
    def stability_words(self) -> str:
        """How sure the first place is, in words; "" when nothing is left."""
        return in_words(self.ranking, self.stability)

    @cached_property
    def changes(self) -> tuple[ChangeOfAnswer, ...]:
        """At most three changes that would put another career first, the cheapest first."""
        return changes_of_first(self.scorer, self.ranking)

    @cached_property
    def relaxation(self) -> Relaxation | None:
        """When every career is excluded: the single must to relax."""
        return relaxation(self.ranking)

    @cached_property
    def dominated(self) -> dict[str, str]:
        """Matches that another match is never worse than and somewhere better than."""
        return dominated(self.ranking)


def advise(prospects: Prospects, answers: Answers) -> Advice:
    """Advice for one person. The answers hold at least one preference."""
    scorer = Scorer(prospects)
    return Advice(scorer.rank(answers), scorer)
