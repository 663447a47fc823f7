"""Where each word begins, and what caps it."""

from __future__ import annotations

import pytest

from careeradvisor.matching.rank import VERDICTS, Scale, cell_of, level_of, rank
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue


@pytest.mark.parametrize(
    ("fit", "least", "word"),
    [
        (0.85, 1.0, "strong"), (0.849, 1.0, "good"), (0.65, 1.0, "good"), (0.649, 1.0, "partial"),
        (0.45, 1.0, "partial"), (0.449, 1.0, "weak"), (1.0, 0.5, "strong"), (1.0, 0.499, "good"),
        (1.0, 0.35, "good"), (1.0, 0.349, "partial"), (1.0, 0.15, "partial"), (1.0, 0.149, "weak"),
        (0.0, 1.0, "weak"),
    ],
)  # fmt: skip
def test_where_each_word_begins(fit: float, least: float, word: str) -> None:
    assert VERDICTS[level_of(cell_of(fit), least)] == word


def test_cells_are_two_hundredths_wide() -> None:
    assert [cell_of(fit) for fit in (0.0, 0.0099, 0.01, 0.0299, 0.03, 1.0)] == [0, 0, 1, 1, 2, 50]


@pytest.mark.parametrize(
    ("satisfaction", "last", "word"),
    [
        (None, False, "partial"), (0.34, False, "partial"), (0.45, False, "good"),
        (0.29, True, "good"), (0.3, True, "strong"), (0.2, True, "good"), (0.19, True, "partial"),
        (None, True, "strong"),
    ],
)  # fmt: skip
def test_the_last_criterion_cannot_veto_but_can_cost_the_best_word(
    satisfaction: float | None, last: bool, word: str
) -> None:
    assert VERDICTS[level_of(50, Scale.cap(satisfaction, last=last))] == word


def test_what_is_not_known_counts_nothing_and_is_said_with_what_it_could_be() -> None:
    catalogue = make_catalogue({"coder": career_table(patient_contact=None)})
    (match,) = rank(
        Prospects(catalogue), Answers({"patient_contact": "none", "growth": "fast"})
    ).matches
    assert (match.fit, match.fit_high) == (0.5, 1.0)
    assert (match.verdict, match.verdict_if_known) == ("partial", "strong")
    assert match.unknown == ("patient_contact",)
    assert match.satisfaction("growth") == 1.0


def test_excluded_careers_have_the_place_among_those_that_fail_no_more_than_they() -> None:
    def contact(level: int, remote: int = 4) -> dict[str, object]:
        place = {"why": "w", "source": "guide"}
        return career_table(
            title=f"{level}{remote}",
            patient_contact={"level": level, **place},
            remote={"level": remote, "entry": 0, **place},
        )

    catalogue = make_catalogue({f"c{i}": contact(i) for i in range(4)} | {"both": contact(2, 0)})
    answers = Answers({"patient_contact": "none", "remote": "only"}, must=("patient_contact",))
    ranking = rank(Prospects(catalogue), answers)
    assert [m.career.id for m in ranking.matches] == ["c0"]
    assert [(e.match.career.id, e.would_rank) for e in ranking.excluded] == [
        ("c1", 2),
        ("c2", 3),
        ("c3", 4),
        ("both", 5),
    ]
    strict = Answers(answers.wants, must=("patient_contact", "remote"))
    excluded = {e.match.career.id: e for e in rank(Prospects(catalogue), strict).excluded}
    assert excluded["both"].match.failed == ("patient_contact", "remote")
    assert (excluded["both"].would_rank, excluded["c3"].would_rank) == (5, 4)


def test_where_posts_are_too_rare_no_fit_is_strong_unless_it_is_ones_own_work() -> None:
    outlook = career_table()["outlook"] | {"openings": 20, "own_openings": 20}
    catalogue = make_catalogue({"coder": career_table(outlook=outlook)})
    wants: dict[str, Answer] = {"remote": "only"}
    for answers, word in [
        (Answers(wants), "good"),
        (Answers(wants, worked={"coder": 12}), "strong"),
    ]:
        (match,) = rank(Prospects(catalogue, answers), answers).matches
        assert (match.fit, match.verdict, match.verdict_if_known) == (1.0, word, word)
