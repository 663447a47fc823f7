"""Questions that end in careers."""

from __future__ import annotations

import pytest

from careeradvisor.catalogue.find import Found
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.interview.naming import Naming
from careeradvisor.interview.questions import BACK, PickSeveral, Reply, Write
from careeradvisor.matching.rank import Ranking, rank
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, make_catalogue
from tests.interview.script import Played, labels, play

TITLES = {
    "coder": "Medical coder",
    "auditor": "Coding auditor",
    "rn": "Registered nurse (RN)",
    "np": "Nurse practitioner",
    "aide": "Home aide",
    "tech": "Lab technician",
    "scribe": "Medical scribe",
    "writer": "Medical writer",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return make_catalogue(
        {
            name: career_table(
                title=title,
                soc=f"29-{1000 + i}",
                onet=f"29-{1000 + i}.00",
                salary={"basis": "occupation", "source": "oews", "p10": 90_000 - 9_000 * i,
                        "median": 100_000 - 9_000 * i},
            )
            for i, (name, title) in enumerate(TITLES.items())
        }
    )  # fmt: skip


@pytest.fixture(scope="module")
def ranking(catalogue: Catalogue) -> Ranking:
    return rank(Prospects(catalogue), Answers(wants={"salary": 70_000}))


def one(catalogue: Catalogue, ranking: Ranking, *replies: Reply) -> Played[object]:
    return play(Naming(catalogue, ranking, 5).one("Which?"), *replies)


def several(catalogue: Catalogue, ranking: Ranking, *replies: Reply) -> Played[object]:
    return play(Naming(catalogue, ranking, 5).several(), *replies)


def found(played: Played[object]) -> str:
    assert isinstance(played.result, Found)
    return played.result.career.id


def test_the_first_few_are_offered_by_number(catalogue: Catalogue, ranking: Ranking) -> None:
    played = one(catalogue, ranking)
    first = [m.career.title for m in ranking.matches[:5]]
    assert labels(played.waiting) == [*first, "Another, by its name"]
    assert found(one(catalogue, ranking, "rn")) == "rn"


def test_never_more_than_nine_lines(catalogue: Catalogue, ranking: Ranking) -> None:
    naming = Naming(catalogue, ranking, 1_000)
    assert len(labels(play(naming.one("Which?")).waiting)) == 8
    question = play(naming.several()).waiting
    assert isinstance(question, PickSeveral)
    assert len(labels(question)) == 8


@pytest.mark.parametrize(
    ("typed", "career"),
    [
        ("scribe", "scribe"),
        ("Medical Writer", "writer"),
        ("29-1003", "np"),
        ("home", "aide"),
        ("lab tech", "tech"),
    ],
)
def test_another_by_name_code_place_or_beginning(
    catalogue: Catalogue, ranking: Ranking, typed: str, career: str
) -> None:
    assert found(one(catalogue, ranking, "(other)", typed)) == career
    assert found(one(catalogue, ranking, "(other)", "3")) == ranking.matches[2].career.id


def test_an_unknown_or_unclear_name_is_asked_again(catalogue: Catalogue, ranking: Ranking) -> None:
    played = one(catalogue, ranking, "(other)", "medical")
    assert "'medical' can be any of 3 careers" in played.waiting.notice
    assert isinstance(played.waiting, Write)
    assert played.waiting.current == "medical"


def test_back_leads_to_the_list_and_then_out(catalogue: Catalogue, ranking: Ranking) -> None:
    played = one(catalogue, ranking, "(other)", BACK)
    assert "Another, by its name" in labels(played.waiting)
    assert one(catalogue, ranking, "(other)", BACK, BACK).result is BACK
    assert labels(one(catalogue, ranking, "(other)", "").waiting)


def test_several_are_kept_in_the_order_of_picking(catalogue: Catalogue, ranking: Ranking) -> None:
    played = several(catalogue, ranking, "rn, coder")
    assert isinstance(played.result, list)
    assert [f.career.id for f in played.result] == ["rn", "coder"]


def test_one_alone_is_not_compared(catalogue: Catalogue, ranking: Ranking) -> None:
    played = several(catalogue, ranking, "rn")
    assert "Tick at least one more." in played.waiting.notice
    assert not several(catalogue, ranking, "coder, (other)", "writer").waiting.notice


def test_ticks_survive_a_look_for_others(catalogue: Catalogue, ranking: Ranking) -> None:
    played = several(catalogue, ranking, "rn, (other)", "writer")
    question = played.waiting
    assert isinstance(question, PickSeveral)
    assert question.current == "rn, writer"
    assert labels(question)[-2:] == ["Medical writer", "Another, by its name"]
    # Going back from the name keeps them too.
    played = several(catalogue, ranking, "rn, (other)", "writer", "rn, (other)", BACK)
    assert isinstance(played.waiting, PickSeveral)
    assert played.waiting.current == "rn"
    result = several(catalogue, ranking, "rn, (other)", "writer", "rn, writer").result
    assert isinstance(result, list)
    assert [f.career.id for f in result] == ["rn", "writer"]


def test_more_than_six_do_not_fit(catalogue: Catalogue, ranking: Ranking) -> None:
    seven = ", ".join(tuple(TITLES)[:7])
    played = play(Naming(catalogue, ranking, 7).several(), seven)
    assert "Tick at most 6" in played.waiting.notice


def test_with_an_empty_ranking_names_are_asked_for_at_once(catalogue: Catalogue) -> None:
    nothing = Answers(wants={"salary": 1_000_000}, must=("salary",))
    empty = rank(Prospects(catalogue), nothing)
    assert isinstance(one(catalogue, empty).waiting, Write)
    assert found(one(catalogue, empty, "rn")) == "rn"
    assert labels(several(catalogue, empty).waiting) == ["Another, by its name"]
    assert several(catalogue, empty, BACK).result is BACK
