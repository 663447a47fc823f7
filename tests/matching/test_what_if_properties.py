"""Every change that is promised is applied, and applied a little smaller."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.catalogue.model import Catalogue
from careeradvisor.criteria import BY_KEY, NumberCriterion
from careeradvisor.matching.advice import advise
from careeradvisor.matching.rank import rank
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.strategies import catalogues, people

many = settings(max_examples=500, deadline=None)


def first_of(prospects: Prospects, answers: Answers) -> str | None:
    first = rank(prospects, answers).first
    return None if first is None else first.career.id


@many
@given(catalogues(least=2), people())
def test_a_change_puts_the_promised_career_first_and_a_smaller_one_does_not(
    catalogue: Catalogue, answers: Answers
) -> None:
    prospects = Prospects(catalogue, answers.education, answers.holds)
    advice = advise(prospects, answers)
    first = advice.ranking.first
    changes = advice.changes
    assert len(changes) <= 3
    assert [c.cost for c in changes] == sorted(c.cost for c in changes)
    for change in changes:
        assert first is not None
        assert change.new_first != first.career.id
        assert first_of(prospects, change.answers) == change.new_first
        assert catalogue.careers[change.new_first].title in change.text
        if isinstance(change.before, int) and isinstance(change.after, int):
            step = 1 if change.after > change.before else -1
            smaller = answers.with_want(change.criterion, change.after - step)
            assert first_of(prospects, smaller) == first.career.id


@many
@given(
    catalogues(least=2),
    people(),
    st.sampled_from(["schooling", "salary", "earnings"]),
    st.integers(0, 2**32),
)
def test_no_number_closer_than_the_promised_one_changes_who_is_first(
    catalogue: Catalogue, answers: Answers, key: str, seed: int
) -> None:
    """Numbers tried at random and at every knot find nothing that the exact search missed."""
    criterion = BY_KEY[key]
    assert isinstance(criterion, NumberCriterion)
    answers = answers.with_want(key, criterion.smallest + seed % 100_000 % criterion.largest)
    prospects = Prospects(catalogue, answers.education, answers.holds)
    advice = advise(prospects, answers)
    first = advice.ranking.first
    if first is None:
        return
    from careeradvisor.matching.what_if import changes_of_first

    found = {
        (c.after > c.before): c.after
        for c in changes_of_first(advice.scorer, advice.ranking, most=99)
        if c.criterion == key and isinstance(c.after, int) and isinstance(c.before, int)
    }
    before = answers.wants[key]
    assert isinstance(before, int)
    nearest = min((abs(n - before) for n in found.values()), default=None)
    tried = {criterion.smallest, criterion.largest // 7, before + seed % 37, before - seed % 37}
    for one in prospects:
        for other in prospects:
            tried |= {round(k) for k in criterion.knots(one, other)}
    for number in tried:
        if not criterion.smallest <= number <= criterion.largest:
            continue
        if nearest is None or abs(number - before) < nearest:
            changed = first_of(prospects, answers.with_want(key, number))
            assert changed in (first.career.id, None), (number, found)


@many
@given(catalogues(least=2), people())
def test_relaxing_the_named_must_brings_back_what_was_promised(
    catalogue: Catalogue, answers: Answers
) -> None:
    prospects = Prospects(catalogue, answers.education, answers.holds)
    advice = advise(prospects, answers)
    relaxation = advice.relaxation
    ranking = advice.ranking
    alone = [m for m in ranking.failing if len(m.failed) == 1]
    if ranking.matches:
        assert relaxation is None
        return
    assert (relaxation is None) == (not alone)
    if relaxation is None:
        return
    dropped = rank(prospects, answers.without_must(relaxation.criterion))
    assert len(dropped.matches) == relaxation.brings_back
    for key in answers.must:
        assert len(rank(prospects, answers.without_must(key)).matches) <= relaxation.brings_back
    if relaxation.after is None:
        return
    relaxed = rank(prospects, answers.with_want(relaxation.criterion, relaxation.after))
    assert relaxation.first_back in [m.career.id for m in relaxed.matches]
    if isinstance(relaxation.after, int) and isinstance(relaxation.before, int):
        step = 1 if relaxation.after > relaxation.before else -1
        smaller = answers.with_want(relaxation.criterion, relaxation.after - step)
        assert not rank(prospects, smaller).matches
