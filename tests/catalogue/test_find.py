from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.find import Found, find
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.errors import AmbiguousCareer, UnknownCareer
from tests.helpers import career_table, make_catalogue

CATALOGUE = make_catalogue(
    {
        "coder": career_table(aliases=["cpc", "coding specialist"]),
        "auditor": career_table(title="Coding auditor", aliases=["compliance auditor"]),
        "rn": career_table(
            title="Registered nurse",
            soc="29-1141",
            onet="29-1141.00",
            aliases=["nurse", "29-2061"],
            salary=None,
        ),
        "lpn": career_table(
            title="Licensed practical nurse", soc="29-2061", onet="29-2061.00", salary=None
        ),
    }
)
TITLES = """\
title,soc
Fee Coder,29-2072.00
"Nurse, Charge",29-1141.00
Critical Care Nurse,29-1141.03
Ward Helper,29-1141.00
Ward Helper,29-2061.00
Astronaut,99-9999.00
"""


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    path = tmp_path / "titles.csv"
    path.write_text(TITLES, encoding="utf-8")
    return path


NONE = Path("/nowhere/titles.csv")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("coder", "coder"),
        ("  CODER ", "coder"),
        ("CPC", "coder"),
        ("Coding_Specialist", "coder"),
        ("medical-coder", "coder"),
        ("Medical Coder", "coder"),
        ("29-1141", "rn"),
        ("29-1141.00", "rn"),
        ("29 1141", "rn"),
        ("291141", "rn"),
        # An alias beats a SOC code.
        ("29-2061", "rn"),
        ("29-2061.00", "lpn"),
        ("codingauditor", "auditor"),
    ],
)
def test_names_that_are_plain(text: str, id: str) -> None:
    assert find(CATALOGUE, text, titles=NONE) == Found(CATALOGUE.careers[id], None)


def test_a_more_special_onet_code(titles: Path) -> None:
    found = find(CATALOGUE, "29-1141.03", titles=titles)
    assert found.career.id == "rn"
    assert found.how == "29-1141.03 is counted under 29-1141, the code of rn (Registered nurse)."


def test_a_soc_code_of_several_careers() -> None:
    with pytest.raises(AmbiguousCareer) as caught:
        find(CATALOGUE, "29-2072", titles=NONE)
    assert caught.value.exit_code == 2
    assert caught.value.message == (
        "'29-2072' can be any of 2 careers: coder (Medical coder) and auditor (Coding auditor). "
        "Give the id of one, such as coder."
    )


def test_onet_titles_say_how(titles: Path) -> None:
    catalogue = make_catalogue({"coder": career_table()})
    assert find(catalogue, "fee-coder", titles=titles) == Found(
        catalogue.careers["coder"],
        'O*NET lists "Fee Coder" among the titles of Medical coder.',
    )
    assert find(CATALOGUE, "nurse, charge", titles=titles).career.id == "rn"
    # No career has this very O*NET code: the one with its SOC code answers.
    assert find(CATALOGUE, "critical care nurse", titles=titles).career.id == "rn"


def test_an_onet_title_of_several_careers(titles: Path) -> None:
    with pytest.raises(AmbiguousCareer, match=r"rn \(Registered nurse\) and lpn"):
        find(CATALOGUE, "Ward Helper", titles=titles)
    with pytest.raises(AmbiguousCareer, match=r"coder \(Medical coder\) and auditor"):
        find(CATALOGUE, "Fee Coder", titles=titles)


def test_a_career_with_its_soc_code_as_an_alias_answers_for_the_code(titles: Path) -> None:
    catalogue = make_catalogue(
        {
            "auditor": career_table(title="Coding auditor"),
            "coder": career_table(aliases=["29-2072"]),
        }
    )
    for text in ("29-2072", "29-2072.00", "29-2072.01", "Fee Coder"):
        assert find(catalogue, text, titles=titles).career.id == "coder"


def test_an_onet_title_that_no_career_here_has(titles: Path) -> None:
    with pytest.raises(UnknownCareer):
        find(CATALOGUE, "Astronaut", titles=titles)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a,b\n1,2\n", b'title,soc\n"x', b"\0", None]
)
def test_a_damaged_table_of_titles_is_done_without(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "titles.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnknownCareer):
        find(CATALOGUE, "fee coder", titles=path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "codr",
            "No career called 'codr'. Did you mean coder (Medical coder)? "
            "Run `careeradvisor list --search WORD` to look for it.",
        ),
        (
            "practical",
            "No career called 'practical'. Did you mean lpn (Licensed practical nurse)? "
            "Run `careeradvisor list --search WORD` to look for it.",
        ),
        (
            "zzzzzz",
            "No career called 'zzzzzz'. Run `careeradvisor list --search WORD` to look for it.",
        ),
        (
            "",
            "A career needs a name. Run `careeradvisor list` to see all, "
            "or `careeradvisor list --search WORD`.",
        ),
        (
            "\x1b[31m",
            "No career called '\\x1b[31m'. Run `careeradvisor list --search WORD` to look for it.",
        ),
    ],
)
def test_names_that_nobody_has(text: str, message: str) -> None:
    with pytest.raises(UnknownCareer) as caught:
        find(CATALOGUE, text, titles=NONE)
    assert caught.value.message == message


def test_no_more_than_three_suggestions() -> None:
    careers = {f"nurse-{n}": career_table(title=f"Nurse {n} of many") for n in range(9)}
    with pytest.raises(UnknownCareer) as caught:
        find(make_catalogue(careers), "nurs", titles=NONE)
    assert caught.value.message.count("(Nurse") == 3


def test_many_careers_of_one_code_are_not_all_listed() -> None:
    careers = {f"career-{n}": career_table(title=f"Career {n}") for n in range(30)}
    with pytest.raises(AmbiguousCareer, match=r"any of 30 careers: .* and 20 more"):
        find(make_catalogue(careers), "29-2072", titles=NONE)


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "coder" * 100, "\0", "\udcff", "../../etc/passwd"]
)
def test_hostile_names(text: str) -> None:
    with pytest.raises(UnknownCareer) as caught:
        find(CATALOGUE, text, titles=NONE)
    assert len(caught.value.message) < 300
    assert caught.value.message.isprintable()


@given(st.text(st.characters(exclude_categories=())))
def test_anything_is_found_or_told(text: str) -> None:
    try:
        found = find(CATALOGUE, text, titles=NONE)
    except (UnknownCareer, AmbiguousCareer):
        return
    assert found.career in CATALOGUE.careers.values()


def test_every_name_of_every_bundled_career_leads_to_it(bundled: Path) -> None:
    from careeradvisor.catalogue.load import load

    catalogue: Catalogue = load(bundled)
    for career in catalogue.careers.values():
        for name in (career.id, *career.aliases, career.title):
            assert find(catalogue, name) == Found(career)
