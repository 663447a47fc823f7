from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careeradvisor.catalogue.load import load
from careeradvisor.criteria import ALL, BY_KEY
from careeradvisor.matching.advice import advise
from careeradvisor.profile.answers import Answers
from careeradvisor.prospects import Prospects
from tests.helpers import career_table, catalogue_table, write_catalogue
from tests.processes import Home, Ran, only_words

Program = Callable[..., Ran]

QUIZ = ("quiz", "--no-input")
ISSUE = (
    *QUIZ,
    "--patient-contact",
    "none",
    "--schooling",
    "9",
    "--remote",
    "only",
    "--salary",
    "45000",
)


PERSON = {"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}


def answered(answer: dict[str, Any]) -> dict[str, Any]:
    """What the person of a ranking wants, by criterion."""
    return {want["key"]: want["answer"] for want in answer["wants"]}


def musts(answer: dict[str, Any]) -> list[str]:
    return sorted(want["key"] for want in answer["wants"] if want["must"])


def ranking(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    assert isinstance(answer, dict)
    return answer


def ranked(program: Program, *flags: str | Path) -> dict[str, Any]:
    """The ranking that the flags give."""
    return ranking(program(*flags, "--format", "json"))


class TestTheIssuesExamples:
    def test_the_coder_comes_first(self, program: Program) -> None:
        answer = ranked(program, *ISSUE)
        assert answer["matches"][0]["id"] == "coder"

    def test_nothing_meets_every_must(self, program: Program) -> None:
        musts = [f"--must={name}" for name in ("salary", "schooling")]
        ran = program(*ISSUE, "--salary", "150000", *musts)
        assert ran.code == 0
        assert ran.out.startswith("No career meets every must\n")
        assert "comes back" in ran.out
        assert "Nearest misses" in ran.out
        answer = ranked(program, *ISSUE, "--salary", "150000", *musts)
        assert answer["matches"] == []
        assert len(answer["excluded"]) > 100
        assert answer["relaxation"]["text"] in " ".join(ran.out.split())
        assert answer["how_sure"] == ""
        assert answer["what_would_change"] == []

    def test_what_is_left_with_a_must_meets_it(self, program: Program) -> None:
        answer = ranked(program, *ISSUE, "--salary", "150000", "--must", "salary")
        assert answer["matches"]
        for match in answer["matches"]:
            median = match["pay"]["counts"]
            states = {c["state"] for c in match["criteria"] if c["key"] in musts(answer)}
            assert states == ({"unknown"} if median is None else {"met"})
        assert [e["would_rank"] for e in answer["excluded"]] == sorted(
            e["would_rank"] for e in answer["excluded"]
        )
        assert answer["excluded"][0]["reasons"] == [
            {"key": "salary", "reason": answer["excluded"][0]["reasons"][0]["reason"]}
        ]


class TestJson:
    def test_all_keys_of_the_design(self, program: Program) -> None:
        answer = ranked(program, *ISSUE, "--must", "remote", "--priorities", "remote,salary")
        assert next(iter(answer)) == "schema"
        assert answer["schema"] == "careeradvisor/ranking-2"
        assert answer["catalogue"].keys() == {"name", "version", "as_of", "region", "careers"}
        assert answered(answer) == PERSON
        assert answer["person"]["education"] == "high-school"
        assert answer["person"]["state"] is None
        assert musts(answer) == ["remote"]
        assert answer["priorities"] == ["remote", "salary"]
        assert [want["key"] for want in answer["wants"]][:2] == ["remote", "salary"]
        first = answer["matches"][0]
        assert {c["key"] for c in first["criteria"]} == PERSON.keys()
        assert round(first["criteria"][0]["weight"], 4) == 0.5208
        assert [m["rank"] for m in answer["matches"]] == list(range(1, answer["of"] + 1))
        shown = [c["id"] for part in ("matches", "later", "excluded") for c in answer[part]]
        assert len(set(shown)) == len(shown)
        assert len(shown) + answer["rare"] <= answer["catalogue"]["careers"]
        assert answer["repeat"] == (
            "careeradvisor quiz --no-input --patient-contact none --schooling 9 --remote only "
            "--salary 45000 --must remote --priorities remote,salary"
        )

    def test_it_is_what_the_method_says(self, program: Program) -> None:
        answer = ranked(program, *ISSUE)
        answers = Answers(
            wants={"patient_contact": "none", "schooling": 9, "remote": "only", "salary": 45_000}
        )
        advice = advise(Prospects(load()), answers)
        assert [m["id"] for m in answer["matches"]] == [m.career.id for m in advice.ranking.matches]
        for told, match in zip(answer["matches"], advice.ranking.matches, strict=True):
            assert told["fit"] == pytest.approx(match.fit, abs=1e-6)
            total = sum(c["contribution"] for c in told["criteria"])
            assert total == pytest.approx(told["fit"], abs=1e-4)
            share = advice.sureness.shares[match.career.id]
            assert told["first_share"] == pytest.approx(share, abs=1e-6)
        assert [c["text"] for c in answer["what_would_change"]] == [c.text for c in advice.changes]

    def test_what_is_not_known_is_null(self, program: Program, tmp_path: Path) -> None:
        careers = {"coder": career_table(), "mystery": career_table(title="Mystery", salary=None)}
        path = write_catalogue(tmp_path, catalogue_table(careers))
        answer = ranked(
            program,
            "--catalogue",
            path,
            *QUIZ,
            "--salary",
            "45k",
            "--remote",
            "only",
            "--must",
            "salary",
        )
        mystery = next(m for m in answer["matches"] if m["id"] == "mystery")
        salary = next(c for c in mystery["criteria"] if c["key"] == "salary")
        assert salary["satisfaction"] is salary["offered"] is None
        assert salary["state"] == "unknown"
        assert mystery["pay"]["median"] is None
        assert (mystery["fit"], mystery["fit_if_known"]) == (0.5, 1.0)
        assert (mystery["verdict"], mystery["verdict_if_known"]) == ("partial", "strong")

    def test_top_does_not_cut_it(self, program: Program) -> None:
        assert len(ranking(program(*ISSUE, "--format", "json", "--top", "1"))["matches"]) > 100


class TestFlags:
    def test_there_is_one_for_each_criterion(self, program: Program) -> None:
        text = program("quiz", "--help").out
        for criterion in ALL:
            assert f"--{criterion.name} " in text
            assert criterion.question.split()[0] in text

    @pytest.mark.parametrize("criterion", ALL, ids=lambda c: c.name)
    def test_each_is_understood_and_any_is_no_preference(
        self, program: Program, criterion: Any
    ) -> None:
        value = criterion.choices[0].value if criterion.choices else "30000"
        value = "24" if criterion.name == "schooling" else value
        answer = ranked(program, *QUIZ, f"--{criterion.name}", value)
        assert [c["key"] for c in answer["matches"][0]["criteria"]] == [criterion.key]
        both = (
            f"--{criterion.name}",
            "any",
            "--remote" if criterion.name != "remote" else "--salary",
            "hybrid" if criterion.name != "remote" else "50k",
        )
        answer = ranked(program, *QUIZ, *both)
        assert criterion.key not in answered(answer)

    def test_the_persons_background_counts(self, program: Program) -> None:
        def months(*flags: str) -> int:
            answer = ranked(program, *QUIZ, "--schooling", "24", *flags)
            careers = (*answer["matches"], *answer["later"])
            return next(int(m["months"][0]) for m in careers if m["id"] == "np")

        plain, bachelor, nurse = (
            months(),
            months("--education", "bachelor"),
            months("--holds", "RN"),
        )
        assert nurse < plain
        assert bachelor < plain

    def test_wages_are_those_of_the_state(self, program: Program) -> None:
        flags = ("--salary", "60k", "--state", "california", "--format", "json")
        answer = ranking(program(*QUIZ, *flags))
        assert answer["person"]["state"] == "CA"
        assert answer["matches"][0]["pay"]["area"] == "California"

    @pytest.mark.parametrize(
        ("flags", "said"),
        [
            (("--salary", "lots"), "--salary: 'lots' is not an amount of money"),
            (("--schooling", "-3"), "--schooling: '-3' is not a length of time"),
            (
                ("--remote", "sometimes"),
                "Choose one of: from-day-one, only, mostly, hybrid, on-site, any.",
            ),
            (("--salary", "45k", "--must", "remote"), "There is no answer for remote yet. Add"),
            (("--salary", "45k", "--must", "fun"), "--must: There is no criterion called 'fun'."),
            (("--salary", "45k", "--must", "salary,salary"), "--must: salary is there twice."),
            (("--salary", "45k", "--priorities", "remote"), "take it out of --priorities"),
            (("--salary", "any", "--must", "salary"), "There is no answer for salary yet"),
            (("--salary", "45k", "--education", "phd"), "Choose one of: none (no diploma);"),
            (("--salary", "45k", "--state", "Californa"), "Did you mean California (CA)?"),
            (("--salary", "45k", "--top", "0"), "--top: 0 is not between 1 and 1000."),
            (("--salary", "45k", "--top", "two"), "--top: 'two' is not a whole number."),
            (("--slary", "45k"), "Did you mean --area or --salary"),
            (("--salary",), "--salary needs a value after it."),
            ((), "Tell me at least one thing you care about"),
            (("--education", "bachelor"), "Tell me at least one thing you care about"),
        ],
    )
    def test_what_is_wrong_is_said(
        self, program: Program, flags: tuple[str, ...], said: str
    ) -> None:
        ran = program(*QUIZ, *flags)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert ran.err.startswith("careeradvisor: ")


class TestWithoutATerminal:
    def test_open_questions_are_named(self, home: Home) -> None:
        ran = only_words(home.run("quiz", "--remote", "only"))
        assert (ran.code, ran.out) == (2, "")
        assert "there is no terminal to ask in" in ran.err
        assert "--patient-contact none|" in ran.err
        assert "--salary DOLLARS" in ran.err
        assert "--remote" not in ran.err
        assert "--no-input" in ran.err
        assert "--growth" not in ran.err

    def test_all_of_them_with_full(self, program: Program) -> None:
        ran = program("quiz", "--full", "--remote", "only")
        assert ran.code == 2
        assert "--growth" in ran.err

    def test_with_every_question_answered_nothing_is_missing(self, program: Program) -> None:
        flags = [flag for flag in ISSUE if flag != "--no-input"]
        assert program(*flags).code == 0
        assert (
            program(
                *("quiz", "--patient-contact", "any", "--schooling", "any", "--remote", "only"),
                *("--salary", "any"),
            ).code
            == 0
        )


class TestProfiles:
    def test_a_saved_profile_gives_the_same_ranking(self, program: Program, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        flags = (
            *ISSUE,
            "--state",
            "TX",
            "--holds",
            "rn",
            "--education",
            "associate",
            "--must",
            "remote",
            "--priorities",
            "salary,remote",
            "--schedule",
            "no-nights",
            "--interests",
            "R12 I30 A8 S25 E10 C20",
        )
        first = program(*flags, "--save", "--profile", file, "--format", "json")
        assert f"Your answers are saved in {file}." in first.err
        again = program("quiz", "--profile", file, "--no-input", "--format", "json")
        assert again.out == first.out
        assert again.err == ""
        assert program("quiz", "--profile", file, "--format", "json").out == first.out

    def test_flags_override_it(self, program: Program, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        program(*ISSUE, "--must", "remote", "--save", "--profile", file)
        before = file.read_text()
        answer = ranked(program, *QUIZ, "--profile", file, "--remote", "any", "--salary", "90k")
        assert "remote" not in answered(answer)
        assert musts(answer) == []
        assert answered(answer)["salary"] == 90_000
        assert answered(answer)["schooling"] == 9
        assert file.read_text() == before

    def test_flags_alone_do_not_look_at_saved_answers(self, program: Program, home: Home) -> None:
        program(*ISSUE, "--save")
        assert home.profile.exists()
        answer = ranked(program, *QUIZ, "--salary", "45k")
        assert "remote" not in answered(answer)

    def test_nothing_is_saved_unless_asked(self, program: Program, home: Home) -> None:
        program(*ISSUE)
        program(*ISSUE, "--no-save")
        assert not home.profile.exists()

    def test_a_profile_that_is_not_there(self, program: Program, tmp_path: Path) -> None:
        ran = program(*ISSUE, "--profile", tmp_path / "none.toml")
        assert (ran.code, ran.out) == (1, "")
        assert "There is no file" in ran.err

    def test_a_profile_of_an_unfinished_quiz(self, program: Program, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        file.write_text('version = 1\n[unfinished]\nremote = "only"\nasked = ["remote"]\n')
        ran = program("quiz", "--no-input", "--profile", file)
        assert ran.code == 1
        assert "holds no finished answers" in ran.err

    def test_credentials_that_another_catalogue_does_not_know(
        self, program: Program, tmp_path: Path
    ) -> None:
        file = tmp_path / "a.toml"
        program(*ISSUE, "--holds", "rn", "--save", "--profile", file)
        path = write_catalogue(tmp_path)
        ran = program("--catalogue", path, *QUIZ, "--profile", file, "--format", "json")
        assert ranking(ran)["person"]["holds"] == ["rn"]
        assert "This catalogue does not know rn" in ran.err

    def test_when_the_report_cannot_be_written_the_result_is_shown_all_the_same(
        self, program: Program, tmp_path: Path
    ) -> None:
        ran = program(*ISSUE, "--report", tmp_path / "no" / "r.html")
        assert ran.code == 1
        assert "Medical coder" in ran.out
        assert "r.html" in ran.err

    def test_a_report_is_written(self, program: Program, tmp_path: Path) -> None:
        ran = program(*ISSUE, "--report", tmp_path / "r.html", "--format", "json")
        assert ran.code == 0
        json.loads(ran.out)
        assert "Medical coder" in (tmp_path / "r.html").read_text(encoding="utf-8")
        assert "The report is in" in ran.err


def test_adding_a_criterion_needs_no_edit_here() -> None:
    from careeradvisor.cli.flags import preference_options

    names = [parameter.name for parameter in preference_options()]
    assert names[: len(ALL)] == list(BY_KEY)
