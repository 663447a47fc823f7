from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careeradvisor.criteria import ALL
from careeradvisor.errors import BadProfile
from careeradvisor.profile.answers import Answers
from careeradvisor.profile.format import Saved, Unfinished, from_toml, profile_fields, to_toml

FULL = Answers(
    wants={
        "patient_contact": "none",
        "schooling": 9,
        "remote": "only",
        "salary": 45_000,
        "schedule": ("no-nights", "no-on-call"),
        "interests": "R12 I30 A8 S25 E10 C20",
    },
    education="associate",
    holds=("rn",),
    worked={"rn": 120, "coder": 18},
    pace="half",
    sciences=True,
    state="TX",
    area="26420",
    must=("salary", "remote"),
    priorities=("remote", "salary"),
    without={"lpn": "contact", "auditor": ""},
)
HEAD = "version = 1\n"


def read(text: str | bytes) -> Saved:
    return from_toml(text.encode() if isinstance(text, str) else text, "a.toml", ALL)


def test_what_is_written_is_read_back() -> None:
    saved = Saved(FULL, Unfinished(Answers(wants={"remote": "only"}), frozenset({"remote"})))
    assert read(to_toml(saved, ALL)) == saved


def test_nothing_at_all_can_be_written_and_read() -> None:
    assert read(to_toml(Saved(), ALL)) == Saved()
    assert read(to_toml(Saved(Answers()), ALL)) == Saved(Answers())


def test_a_person_can_read_it() -> None:
    text = to_toml(Saved(FULL), ALL)
    assert 'remote = "only"\n' in text
    assert "schooling_months = 9\n" in text
    assert 'schedule = ["no-nights", "no-on-call"]\n' in text
    assert 'worked = { rn = "10 years", coder = "1 year 6 months" }\n' in text
    assert 'without = { lpn = "contact", auditor = "" }\n' in text
    assert "# How much contact with patients do you want? (none|a-little" in text
    assert "Delete them: careeradvisor profile clear" in text


def test_fields_are_those_of_the_file_and_of_json() -> None:
    fields = profile_fields(Answers(wants={"schooling": 9}), ALL, every=True)
    assert fields["schooling_months"] == 9
    assert fields["patient_contact"] is None
    assert fields["must"] == []
    assert profile_fields(Answers(), ALL).keys() == {
        *("education", "holds", "worked", "pace", "sciences", "state", "area", "must"),
        *("priorities", "without"),
    }


def test_what_people_type_is_understood_in_the_file_too() -> None:
    saved = read(
        HEAD + '[answers]\nsalary = "60k"\nschooling_months = "2 years"\nremote = "any"\n'
        'state = "california"\nmust = ["Salary"]\n'
    )
    assert saved.answers == Answers(
        wants={"schooling": 24, "salary": 60_000}, state="CA", must=("salary",)
    )


def test_the_order_of_lines_does_not_matter() -> None:
    text = HEAD + '[answers]\nmust = ["salary"]\narea = "26420"\nsalary = 9000\nstate = "TX"\n'
    assert read(text).answers == Answers(
        wants={"salary": 9_000}, state="TX", area="26420", must=("salary",)
    )


def test_a_profile_of_the_first_edition_is_read() -> None:
    text = HEAD + '[answers]\nsalary = 45000\neducation = "bachelor"\nholds = ["rn"]\n'
    assert read(text).answers == Answers(
        wants={"salary": 45_000}, education="bachelor", holds=("rn",)
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_do_not_matter(ends: str, mark: str) -> None:
    text = mark + to_toml(Saved(FULL), ALL).replace("\n", ends)
    assert read(text).answers == FULL


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[answers]\n", None, "no line version = 1"),
        ('version = "1"\n', 1, "version must be 1"),
        ("version = true\n", 1, "version must be 1"),
        ("version = 0\n", 1, "version must be 1"),
        (HEAD + "bla = 1\n", 2, 'nothing called "bla"'),
        (HEAD + "answers = 1\n", 2, "must be a table"),
        (HEAD + "[answers]\nslary = 1\n", 3, "did you mean salary?"),
        (HEAD + "[answers]\nqqqq = 1\n", 3, "Known are: patient_contact,"),
        (HEAD + '[answers]\n\nremote = "sometimes"\n', 4, "Choose one of: from-day-one, only,"),
        (HEAD + "[answers]\nremote = true\n", 3, "remote must be from-day-one|only|"),
        (HEAD + "[answers]\nsalary = [1]\n", 3, "salary must be DOLLARS"),
        (HEAD + "[answers]\nsalary = nan\n", 3, "is not an amount of money"),
        (HEAD + "[answers]\nsalary = {a = 1}\n", 3, "salary must be"),
        (HEAD + '[answers]\nsalary = 3000\neducation = "phd"\n', 4, "education must be one of"),
        (HEAD + "[answers]\neducation = []\n", 3, "education must be one of"),
        (HEAD + '[answers]\nholds = "rn"\n', 3, "holds must be a list"),
        (HEAD + '[answers]\nholds = ["\\u001b[31m"]\n', 3, "is not a credential"),
        (HEAD + f"[answers]\nholds = {[f'c{n}' for n in range(60)]}\n", 3, "too many"),
        (HEAD + '[answers]\nstate = "Californa"\n', 3, "Did you mean California"),
        (HEAD + "[answers]\nstate = 3\n", 3, "two-letter code"),
        (HEAD + '[answers]\nworked = ["rn"]\n', 3, 'such as { rn = "10 years"'),
        (HEAD + '[answers]\nworked = { rn = "banana" }\n', 3, "is not a length of time"),
        (HEAD + "[answers]\nworked = { rn = 5 }\n", 3, "is not a length of time"),
        (HEAD + '[answers]\nwithout = ["rn"]\n', 3, 'such as { rn = "contact"'),
        (HEAD + "[answers]\nwithout = { rn = [] }\n", 3, "the reason must be one of: contact"),
        (HEAD + '[answers]\nwithout = { "R N" = "" }\n', 3, "is not a career's id"),
        (HEAD + '[answers]\nworked = { rn = "61 years" }\n', 3, "is not a length of time"),
        (HEAD + '[answers]\nworked = { "\\u001b" = "1y" }\n', 3, "is not a career's id"),
        (HEAD + '[answers]\npace = "slow"\n', 3, "pace must be one of: full, half"),
        (HEAD + '[answers]\nsciences = "yes"\n', 3, "sciences must be true or false"),
        (HEAD + '[answers]\nstate = "TX"\narea = "Houston"\n', 4, "the code of an area"),
        (HEAD + '[answers]\narea = "26420"\n', 3, "area needs its state"),
        (HEAD + '[answers]\nmust = ["salary"]\n', 3, "no answer"),
        (HEAD + '[answers]\nremote = "only"\nmust = ["remote", "remote"]\n', 4, "twice"),
        (HEAD + '[answers]\nremote = "only"\npriorities = ["fun"]\n', 4, "not a question"),
        (HEAD + "[unfinished]\nasked = 3\n", 3, "asked must be a list"),
        (HEAD + "[answers]\nsalary = 1\nsalary = 2\n", 4, "salary is there twice"),
        (
            HEAD + "[answers]\nsalary = 45 000\n",
            3,
            "45 000 has marks between its digits; write 45000",
        ),
        (HEAD + '[answers]\nremote = "on', 3, ""),
        (HEAD + "a" + "[" * 20_000, 2, ""),
        (HEAD + "[answers]\nsalary = " + "[" * 20_000 + "]" * 20_000, None, "nested too deep"),
        (HEAD + "[answers]\nsalary = " + "9" * 5_000, 3, "too many digits"),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_line(
    text: str, line: int | None, said: str
) -> None:
    with pytest.raises(BadProfile) as caught:
        read(text)
    where = "a.toml: " if line is None else f"a.toml:{line}: "
    assert caught.value.message.startswith(where)
    assert said in caught.value.message
    assert "Put that right in the file" in caught.value.message
    assert len(caught.value.message) < 1_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (HEAD.encode() + b'[answers]\nremote = "caf\xe9"\n', "a.toml:3: A letter is not in UTF-8"),
        (HEAD.encode("utf-16"), "UTF-16"),
        (HEAD.encode() + b"\x00\x00\x00", "a.toml:2"),
        (b"\x00" * 200, "a.toml:1"),
    ],
)
def test_bytes_that_are_not_text(data: bytes, said: str) -> None:
    with pytest.raises(BadProfile, match="Put that right") as caught:
        read(data)
    assert said in caught.value.message


def test_a_newer_profile_is_left_alone() -> None:
    with pytest.raises(BadProfile, match="saved by a newer careeradvisor") as caught:
        read("version = 2\n[answers]\nmood = 'good'\n")
    assert "--profile FILE" in caught.value.message


def readable(data: bytes) -> bool:
    """Whether the bytes are understood, and then can be saved again; else it is said why not."""
    try:
        saved = read(data)
    except BadProfile as problem:
        return not problem.message
    return read(to_toml(saved, ALL)) == saved


def test_every_prefix_of_a_profile_is_read_or_complained_about(tmp_path: Path) -> None:
    data = to_toml(Saved(FULL, Unfinished(FULL, frozenset({"remote"}))), ALL).encode()
    good = 0
    for length in range(len(data)):
        good += readable(data[:length])
    assert 0 < good < len(data)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_complained_about(data: bytes) -> None:
    for content in (data, HEAD.encode() + b"[answers]\n" + data):
        readable(content)


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*(c.answer_key for c in ALL), *profile_fields(Answers(), ALL)]),
        JSON_LIKE,
        max_size=4,
    )
)
def test_any_values_are_understood_or_complained_about(fields: dict[str, object]) -> None:
    import tomli_w

    try:
        text = HEAD + tomli_w.dumps({"answers": fields})
    except (TypeError, ValueError):
        return
    readable(text.encode())


@pytest.mark.parametrize(
    "line", ['holds = ["{}"]', 'worked = {{ {} = "2 years" }}', 'without = {{ {} = "pay" }}']
)
def test_names_have_sixty_letters_at_most(line: str) -> None:
    text = HEAD + "[answers]\n" + line
    assert from_toml(text.format("a" * 60).encode(), "p.toml", ALL).answers is not None
    with pytest.raises(BadProfile, match=r"^p.toml:3: .* is not a"):
        from_toml(text.format("a" * 61).encode(), "p.toml", ALL)


@pytest.mark.parametrize(("most", "fits"), [(50, True), (51, False)])
def test_a_profile_names_fifty_careers_and_credentials_at_most(most: int, fits: bool) -> None:
    held = "holds = [" + ", ".join(f'"c{n}"' for n in range(most)) + "]"
    worked = "worked = { " + ", ".join(f'c{n} = "1 year"' for n in range(most)) + " }"
    for line in (held, worked):
        data = f"{HEAD}[answers]\n{line}\n".encode()
        if fits:
            assert from_toml(data, "p.toml", ALL).answers is not None
        else:
            with pytest.raises(BadProfile, match="names too many"):
                from_toml(data, "p.toml", ALL)
