from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.names import key, loose_key, words_of


def test_what_does_not_matter() -> None:
    forms = ["medical-coder", "Medical Coder", "MEDICAL_CODER", " medical – coder ", "medicalcoder"]
    assert {key(form) for form in forms} == {"medicalcoder"}


@given(st.text(st.characters(codec="ascii")), st.sampled_from(" -_"))
def test_case_and_separators_never_matter(text: str, separator: str) -> None:
    assert key(separator.join(text.upper())) == key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("X-Ray Techs", "xray tech"),
        ("Registered nurses", "registered nurse"),
        ("Midwives", "midwife"),
        ("Pharmacies", "pharmacy"),
        ("Physician's assistants", "physician assistant"),
        ("Nurse Anesthetists and Midwives", "nurse anesthetist & midwife"),
        ("Boxes", "box"),
        ("Ties", "tie"),
        ("Classes", "class"),
    ],
)
def test_number_and_spelling_do_not_matter_where_names_are_looked_for(one: str, other: str) -> None:
    assert loose_key(one) == loose_key(other)


@pytest.mark.parametrize("word", ["diagnosis", "campus", "bus", "rns", "stress"])
def test_words_that_only_look_like_many(word: str) -> None:
    assert words_of(word) == [word]
