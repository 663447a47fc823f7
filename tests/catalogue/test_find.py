from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.find import Found, find
from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.model import Catalogue
from careeradvisor.catalogue.occupations import occupations
from careeradvisor.catalogue.search import search
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
Nurturing Person,29-2061.00
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
        catalogue.careers["coder"], 'O*NET lists "Fee Coder" among the titles of Medical coder.'
    )
    assert find(CATALOGUE, "nurse, charge", titles=titles).career.id == "rn"
    # No career has this very O*NET code: the one with its SOC code answers.
    assert find(CATALOGUE, "critical care nurse", titles=titles).career.id == "rn"


def test_a_career_without_an_onet_code_has_none_of_its_titles(titles: Path) -> None:
    catalogue = make_catalogue(
        {
            "auditor": career_table(title="Auditor", onet=None),
            "coder": career_table(title="Chart worker"),
        }
    )
    assert find(catalogue, "Fee Coder", titles=titles).career.id == "coder"


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
        ("codr", "No career called 'codr'. Did you mean coder (Medical coder)? "
         "Run `careeradvisor list --search WORD` to look for it."),
        ("zzzzzz",
         "No career called 'zzzzzz'. Run `careeradvisor list --search WORD` to look for it."),
        ("", "A career needs a name. Run `careeradvisor list` to see all, "
         "or `careeradvisor list --search WORD`."),
        ("\x1b[31m",
         "No career called '\\x1b[31m'. Run `careeradvisor list --search WORD` to look for it."),
    ],
)  # fmt: skip
def test_names_that_nobody_has(text: str, message: str) -> None:
    with pytest.raises(UnknownCareer) as caught:
        find(CATALOGUE, text, titles=NONE)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Medical coders", "coder"),
        ("CODING SPECIALISTS", "coder"),
        ("registered nurses", "rn"),
        ("Registered Nurse", "rn"),
    ],
)
def test_number_does_not_matter(text: str, id: str) -> None:
    assert find(CATALOGUE, text, titles=NONE) == Found(CATALOGUE.careers[id], None)


def test_a_word_of_one_career_s_names_is_taken_for_it_and_said() -> None:
    assert find(CATALOGUE, "practical", titles=NONE) == Found(
        CATALOGUE.careers["lpn"], "Taken for lpn (Licensed practical nurse)."
    )


def test_a_wide_word_lists_the_catalogue_s_own_names_before_onet_s(tmp_path: Path) -> None:
    titles = tmp_path / "titles.csv"
    titles.write_text("title,soc\nCase Manager,29-2061.00\n", encoding="utf-8")
    catalogue = make_catalogue(
        {
            "lpn": career_table(title="Practical nurse", soc="29-2061", onet="29-2061.00"),
            "nurse-case-manager": career_table(title="Nurse case manager", onet=None),
            "social": career_table(title="Social case manager", onet=None),
        }
    )
    with pytest.raises(AmbiguousCareer) as caught:
        find(catalogue, "case managers", titles=titles)
    assert caught.value.message.startswith(
        "'case managers' can be any of 3 careers: nurse-case-manager (Nurse case manager), "
        "social (Social case manager) and lpn (Practical nurse)."
    )


def test_a_special_onet_code_does_not_stand_for_another_special_one(titles: Path) -> None:
    catalogue = make_catalogue({"eeg": career_table(soc="29-1141", onet="29-1141.01")})
    with pytest.raises(UnknownCareer):
        find(catalogue, "critical care nurse", titles=titles)
    with pytest.raises(UnknownCareer, match=r"No career here has the O\*NET code 29-1141\.03"):
        find(catalogue, "29-1141.03", titles=titles)
    with pytest.raises(UnknownCareer, match=r"No career here is counted under 29-1149\."):
        find(catalogue, "29-1149.03", titles=titles)


def test_an_all_other_group_does_not_answer_for_its_parts(tmp_path: Path) -> None:
    titles = tmp_path / "titles.csv"
    titles.write_text("title,soc\nGreeter,29-2099.08\n", encoding="utf-8")
    catalogue = make_catalogue({"dialysis": career_table(soc="29-2099", onet="29-2099.00")})
    with pytest.raises(UnknownCareer):
        find(catalogue, "greeter", titles=titles)


def test_the_whole_of_a_code_answers_for_it() -> None:
    salary = career_table()["salary"] | {"basis": "broader-group", "group": "G", "soc": "29-2070"}
    whole = {"part": "whole", "why": "It is.", "source": "guide"}
    catalogue = make_catalogue(
        {
            "auditor": career_table(title="Auditor", salary=salary),
            "coder": career_table(salary={**salary, "position": whole}),
        }
    )
    for text in ("29-2072", "29-2070", "Medical Records Specialists"):
        assert find(catalogue, text, titles=NONE).career.id == "coder"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("29-1062", "No career here is counted under 29-1062 (Family and General Practitioners): "
         "since 2018 that is 29-1215."),
        ("29-1111",
         "No career here is counted under 29-1111 (Registered Nurses): since 2018 that is "
         "29-1141. Did you mean rn (Registered nurse)?"),
        ("15-1252", "No career here is counted under 15-1252 (Software Developers). "
         "It belongs to Computer and Mathematical Occupations."),
        ("29-1149",
         "No career here is counted under 29-1149. It is not an occupation of the SOC of 2018. "
         "It belongs to Healthcare Practitioners and Technical Occupations. "
         "Near it: rn (Registered nurse)."),
        ("99-9999",
         "No career here is counted under 99-9999. It is not an occupation of the SOC of 2018."),
    ],
)  # fmt: skip
def test_codes_that_no_career_has(text: str, message: str) -> None:
    with pytest.raises(UnknownCareer) as caught:
        find(CATALOGUE, text, titles=NONE)
    assert caught.value.message == message


def test_every_official_title_of_the_bundled_codes_is_found_and_searched(bundled: Path) -> None:
    catalogue: Catalogue = load(bundled)
    official = occupations()
    careers = catalogue.careers.values()
    codes = {c.soc for c in careers} | {c.salary.soc for c in careers if c.salary and c.salary.soc}
    assert len(codes) > 125
    for at, soc in enumerate(sorted(codes)[::2]):
        title = official[soc].title
        counted = {c.id for c in careers if soc in (c.soc, c.salary.soc if c.salary else None)}
        shown = found_or_listed(catalogue, title)
        assert shown <= counted if len(shown) == 1 else shown == counted, title
        if at % 4 == 0:
            singular = re.sub(r"([A-Za-z]{3}[^eisu])s\b", r"\1", title)
            assert found_or_listed(catalogue, singular) == shown, title
            assert counted <= set(search(catalogue, title)), title


def found_or_listed(catalogue: Catalogue, text: str) -> set[str]:
    """The ids of the career found, or of all that a message says it could be."""
    try:
        return {find(catalogue, text).career.id}
    except AmbiguousCareer as several:
        return {name for name in catalogue.careers if f" {name} (" in several.message}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("x-ray technologist", "rad-tech"),
        ("xray", "rad-tech"),
        ("case managers", "nurse-case-manager"),
    ],
)
def test_searches_whose_first_answer_is_known(bundled: Path, text: str, first: str) -> None:
    found = search(load(bundled), text)
    assert min(found, key=lambda id: found[id][0]) == first


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pt", {"therapist"}), ("hel", {"therapist"}), ("rap", set()), ("rapi", {"therapist"}),
        ("owl", set()), ("x-ray", {"xray"}), ("x ray tech", {"xray"}), ("ray", {"xray"}),
    ],
)  # fmt: skip
def test_a_search_for_few_letters_is_not_for_a_part_of_a_word(text: str, found: set[str]) -> None:
    careers = {
        "therapist": career_table(
            title="Therapist", aliases=["PT"], summary="Helps those adapting."
        ),
        "xray": career_table(
            title="Xray technician", aliases=[], summary="Takes pictures of rays."
        ),
        "other": career_table(
            title="Other", aliases=[], summary="Serves optional ice cream bowls."
        ),
    }
    for career in careers.values():
        career["duties"] = []
        career["soc"] = "99-9999"
    assert set(search(make_catalogue(careers), text, NONE)) == found


@pytest.mark.parametrize("text", ["doctor", "physician", "therapist", "case manager", "surgeon"])
def test_words_that_are_wide_list(bundled: Path, text: str) -> None:
    with pytest.raises(AmbiguousCareer):
        find(load(bundled), text)


@pytest.mark.parametrize(("text", "hint"), [("act", True), ("ac", False)])
def test_a_part_of_a_name_is_a_hint_from_three_letters_on(text: str, hint: bool) -> None:
    with pytest.raises(UnknownCareer) as caught:
        find(CATALOGUE, text, titles=NONE)
    assert ("Did you mean lpn (Licensed practical nurse)" in caught.value.message) == hint


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
    catalogue: Catalogue = load(bundled)
    for career in catalogue.careers.values():
        for name in (career.id, *career.aliases, career.title):
            assert find(catalogue, name) == Found(career)
