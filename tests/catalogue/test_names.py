from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careeradvisor.catalogue.names import key


def test_what_does_not_matter() -> None:
    forms = ["medical-coder", "Medical Coder", "MEDICAL_CODER", " medical – coder ", "medicalcoder"]
    assert {key(form) for form in forms} == {"medicalcoder"}


@given(st.text(st.characters(codec="ascii")), st.sampled_from(" -_"))
def test_case_and_separators_never_matter(text: str, separator: str) -> None:
    assert key(separator.join(text.upper())) == key(text)
