from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.helpers import write_catalogue
from tests.output.report.samples import parsed
from tests.processes import PROGRAM, Home, Ran, only_words

Program = Callable[..., Ran]

TABLE = """\
id,patient-contact,schooling_months,Remote,salary,education,holds,state,must,priorities
anna,none,9,only,45k,,,,,
ben,a-lot,4y,any,"$80,000",bachelor,rn; pa,California,salary,"salary, patient contact"
cleo,,,,30000,,,,salary,
"""


@pytest.fixture
def people(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(text: str | bytes) -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


People = Callable[[str | bytes], Path]


def listed(folder: Path) -> list[str]:
    """What is in a folder, but for the home of this test."""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def objects(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def rows(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


class TestRanking:
    def test_each_row_is_ranked_as_its_flags_would_be(
        self, program: Program, people: People
    ) -> None:
        ran = program("quiz", "--profiles", people(TABLE), "--format", "json", "--top", "1000")
        assert (ran.code, ran.err) == (0, "Ranked 3 people.\n")
        anna, ben, cleo = objects(ran)
        assert [person["id"] for person in (anna, ben, cleo)] == ["anna", "ben", "cleo"]
        one = program(
            "quiz", "--no-input", "--patient-contact", "a-lot", "--schooling", "4y", "--salary",
            "$80,000", "--education", "bachelor", "--holds", "rn", "--holds", "pa", "--state",
            "California", "--must", "salary", "--priorities", "salary, patient contact",
            "--format", "json",
        )  # fmt: skip
        alone = json.loads(one.out)
        keys = ("rank", "place", "title", "fit", "verdict")
        assert [{k: m[k] for k in keys} for m in ben["matches"]] == [
            {k: m[k] for k in keys} for m in alone["matches"]
        ]
        for told, match in zip(ben["matches"], alone["matches"], strict=True):
            assert told["career"] == match["id"]
            assert told["pay"] == match["pay"]["counts"]
            assert [told["months"], told["months_longest"]] == (match["months"] or [None, None])
            assert told["first_pay"] == match["months_to_first_pay"]
            for state in ("met", "nearly", "missed", "unknown"):
                keys_so = {c["key"] for c in match["criteria"] if c["state"] == state}
                assert set(told[state]) == keys_so
        assert ben["excluded"] == len(alone["excluded"])

    def test_csv(self, program: Program, people: People) -> None:
        ran = program("quiz", "--profiles", people(TABLE), "--format", "csv", "--top", "2")
        assert ran.code == 0
        assert ran.out.startswith(
            "id,rank,place,career,title,fit,verdict,pay,months,months_longest,first_pay,"
            "met,nearly,missed,unknown,why\nanna,1,1,coder,Medical coder,"
        )
        assert [(row["id"], row["rank"]) for row in rows(ran)] == [
            (name, rank) for name in ("anna", "ben", "cleo") for rank in "12"
        ]

    def test_flags_hold_for_rows_that_say_nothing_else(
        self, program: Program, people: People
    ) -> None:
        path = people("id,salary,remote\na,45k,\nb,45k,any\nc,45k,on-site\n")
        with_flag = program(
            "quiz", "--profiles", path, "--remote", "only", "--format", "json", "--top", "1"
        )
        alike = people("id,salary,remote\na,45k,only\nb,45k,\nc,45k,on-site\n")
        spelled_out = program("quiz", "--profiles", alike, "--format", "json", "--top", "1")
        assert with_flag.out == spelled_out.out

    def test_somebody_whom_nothing_is_left_for(
        self, program: Program, people: People, tmp_path: Path
    ) -> None:
        path = people("id,salary,must\na,1900000,salary\nb,45k,\n")
        use = ("--catalogue", write_catalogue(tmp_path), "quiz", "--profiles", path, "--top", "1")
        ran = program(*use, "--format", "csv")
        assert ran.code == 0
        assert {name: cell for name, cell in rows(ran)[0].items() if cell} == {
            "id": "a",
            "verdict": "none",
        }
        ran = program(*use, "--format", "json")
        assert objects(ran)[0]["matches"] == []


class TestReports:
    def test_a_page_each_an_index_and_one_for_the_group(
        self, program: Program, people: People, tmp_path: Path
    ) -> None:
        path = people(
            'id,salary,must\nAnna,45k,\nanna,45k,\n"../../x",1900000,salary\n"<b>",lots,\n'
        )
        ran = program("quiz", "--profiles", path, "--reports", tmp_path / "pages")
        assert (ran.code, ran.out) == (1, "")
        assert "people.csv:5: <b>: salary" in ran.err
        assert "The reports are in" in ran.err
        names = sorted(page.name for page in (tmp_path / "pages").iterdir())
        assert names == ["0001-anna.html", "0002-anna.html", "0003-x.html", "group.html",
                         "index.html"]  # fmt: skip
        index, group = (
            parsed((tmp_path / "pages" / name).read_text("utf-8"))
            for name in ("index.html", "group.html")
        )
        links = [a.attributes["href"] for a in index.one("tbody").all("a")]
        assert links == names[:3]
        assert [row.children[1].text for row in index.one("tbody").all("tr")] == [
            "Anna", "anna", "../../x",
        ]  # fmt: skip
        assert "Career report for ../../x" in (tmp_path / "pages" / names[2]).read_text("utf-8")
        nothing = group.one("section", id="unmet").all("table")[0]
        assert [a.attributes["href"] for a in nothing.all("a")] == ["0003-x.html"]
        assert group.one("section", id="asked").one("tbody").text.startswith("Salary31")
        assert listed(tmp_path) == ["pages", "people.csv"]

    def test_results_can_be_had_as_well(
        self, program: Program, people: People, tmp_path: Path
    ) -> None:
        use = ("quiz", "--profiles", people("id,salary\na,45k\n"), "--format", "csv", "--top", "1")
        ran = program(*use, "--reports", tmp_path / "pages")
        assert ran.code == 0
        assert [row["id"] for row in rows(ran)] == ["a"]
        assert (tmp_path / "pages" / "0001-a.html").exists()

    @pytest.mark.parametrize(
        ("name", "why"),
        [("there", "is there already"), ("no/pages", "does not exist"), ("n" * 300, "too long")],
    )
    def test_a_folder_that_cannot_be_made_is_named_before_anything_is_ranked(
        self, program: Program, people: People, tmp_path: Path, name: str, why: str
    ) -> None:
        (tmp_path / "there").mkdir()
        (tmp_path / "there" / "mine.txt").write_text("mine")
        path = people("id,salary\na,45k\n")
        ran = program("quiz", "--profiles", path, "--format", "csv", "--reports", tmp_path / name)
        assert (ran.code, ran.out) == (1, "")
        assert why in ran.err
        assert listed(tmp_path) == ["people.csv", "there"]
        assert listed(tmp_path / "there") == ["mine.txt"]

    def test_without_a_row_that_can_be_used_there_is_no_folder(
        self, program: Program, people: People, tmp_path: Path
    ) -> None:
        path = people("id,salary\na,lots\n")
        ran = program("quiz", "--profiles", path, "--reports", tmp_path / "pages")
        assert ran.code == 1
        assert "no folder" in ran.err
        assert listed(tmp_path) == ["people.csv"]

    def test_the_template_can_be_ranked_as_it_is(
        self, program: Program, people: People, tmp_path: Path
    ) -> None:
        template = program("quiz", "--profiles-template")
        assert template.code == 0
        ran = program("quiz", "--profiles", people(template.out), "--format", "json")
        assert (ran.code, ran.err) == (0, "Ranked 2 people.\n")

    def test_one_person_has_a_report(self, program: Program, tmp_path: Path) -> None:
        ran = program("quiz", "--no-input", "--salary", "45k", "--reports", tmp_path)
        assert (ran.code, ran.out) == (2, "")
        assert "Use --report for one" in ran.err


class TestTables:
    def test_standard_input(self, home: Home) -> None:
        ran = only_words(home.run("quiz", "--profiles", "-", "--format", "json", stdin=TABLE))
        assert ran.code == 0
        assert len(objects(ran)) == 3

    def test_columns_that_are_no_questions_are_passed_over(
        self, program: Program, people: People
    ) -> None:
        ran = program("quiz", "--profiles", people("id,town,salary\na,Rome,45k\n"),
                      "--format", "json")  # fmt: skip
        assert ran.code == 0
        assert "The column 'town' is no question: passed over." in ran.err

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "is empty. Its first row must name the columns: id, and any of"),
            ("\n\n", "is empty."),
            ("sep=;\n", "is empty."),
            ("salary\n45k\n", ":1: There is no column id."),
            ("id\na\n", ":1: There is no column but id."),
            ("id,slary\na,45k\n", ":1: There is no column 'slary'. Did you mean salary?"),
            ("id,salary,Salary\na,1,2\n", ":1: The column salary is there twice."),
            ("id,schooling,schooling_months\na,1,2\n", "is there twice"),
            ("i\0d,salary\n", "not text in UTF-8"),
            ("id,salary\n".encode("utf-16"), "not text in UTF-8"),
            ('"id,salary\na,45k\n', ":1: The first row cannot be read"),
            ("x," * 2_000 + "id\n", "too many columns"),
        ],
    )
    def test_a_first_row_that_will_not_do(
        self, program: Program, people: People, text: str | bytes, said: str
    ) -> None:
        ran = program("quiz", "--profiles", people(text), "--format", "csv")
        assert ran.code == 2
        assert said in ran.err
        assert len(ran.out.splitlines()) <= 1

    def test_bad_rows_are_named_and_the_others_ranked(
        self, program: Program, people: People
    ) -> None:
        path = people(
            b"id,salary,must,priorities\n"
            b"good,45k,,\n"
            b"money,lots,,\n"
            b",45k,,\n"
            b"short,45k\n"
            b"long,45k,,,,surplus\n"
            b"empty,,,\n"
            b"must,45k,remote,\n"
            b"caf\xe9,45k,,\n"
            b'"quote"d,45k,,\n'
            b"huge," + b"9" * 100_000 + b",,\n"
            b'"two\nlines",45k,,\n'
            b"twice,45k,,salary;salary\n"
            b"last,50k,,\n"
        )
        ran = program("quiz", "--profiles", path, "--format", "json", "--top", "1")
        assert ran.code == 1
        assert [person["id"] for person in objects(ran)] == ["good", "short", "two\nlines", "last"]
        *problems, count = ran.err.splitlines()
        assert count == "Ranked 4 people; 9 rows could not be used and are named above."
        assert [p.removeprefix(f"{path}:")[:40] for p in problems] == [
            said[:40]
            for said in (
                "3: money: salary: 'lots' is not an amount of money",
                "4: The id is empty. Give each person one.",
                "6: This row has more cells than the first row has columns",
                "7: empty: There is no preference. Fill in at least one",
                "8: must: must: There is no answer for remote yet.",
                "9: A letter is not in UTF-8. Save the table as CSV in UTF-8.",
                "10: This row cannot be read (',' expected after '\"'",
                "11: This row cannot be read (it is longer than 64 kB).",
                "14: twice: priorities: salary is there twice.",
            )
        ]
        assert "--" not in ran.err

    @pytest.mark.parametrize("rest", ["b,45k\nc,45k\n", 'b,45k\n"c","45k"\n'])
    def test_one_bad_quote_costs_one_row(self, program: Program, people: People, rest: str) -> None:
        path = people(f'id,salary\na,45k\n"bad,45k\n{rest}')
        ran = program("quiz", "--profiles", path, "--format", "json")
        assert ran.code == 1
        assert [person["id"] for person in objects(ran)] == ["a", "b", "c"]
        problem, _count = ran.err.splitlines()
        assert ":3: This row cannot be read" in problem

    @pytest.mark.parametrize(
        "text",
        [
            "id,schooling,must,state\na,24.0\n",
            "id,schooling\na,24,,\n",
            "sep=;\nid;schooling\na;24\n",
            "\ufeffsep=,\r\nid,schooling\r\na,24\r\n",
            "id,schooling\ra,24\r",
            'id;"town, or county";schooling\na;Rome;24\n',
            "\n\n,\nid,schooling\na,24\n",
            "id,schooling,,\na,24,,\n",
        ],
    )
    def test_tables_as_spreadsheets_write_them(
        self, program: Program, people: People, text: str
    ) -> None:
        plain = program("quiz", "--profiles", people("id,schooling\na,24\n"), "--format", "json")
        ran = program("quiz", "--profiles", people(text), "--format", "json")
        assert (ran.code, ran.out) == (0, plain.out)
        assert objects(ran)[0]["matches"]

    def test_an_id_that_is_there_twice_is_remarked_on(
        self, program: Program, people: People
    ) -> None:
        path = people("id,salary\na,45k\nb,45k\na,50k\n")
        ran = program("quiz", "--profiles", path, "--format", "json", "--top", "1")
        assert (ran.code, len(objects(ran))) == (0, 3)
        remark, _count = ran.err.splitlines()
        assert remark == (
            f"{path}: 1 row has an id that an earlier row has, first 'a' in line 4; all are ranked."
        )

    @pytest.mark.parametrize("start", [b"", b"id,salary\n"])
    def test_a_line_without_end_is_refused(self, home: Home, start: bytes) -> None:
        with home.start(
            "quiz", "--profiles", "-", "--format", "csv",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stderr is not None
            with suppress(BrokenPipeError):
                process.stdin.write(start)
                for _ in range(64):
                    process.stdin.write(b"x" * (1 << 20))
            assert process.wait(60) == 2
            assert b"longer than" in process.stderr.read()

    def test_a_table_without_people(self, program: Program, people: People) -> None:
        ran = program("quiz", "--profiles", people("id,salary\n"), "--format", "csv")
        assert (ran.code, ran.err) == (0, "Ranked 0 people.\n")


class TestUse:
    @pytest.mark.parametrize("format", ["table", "markdown"])
    def test_only_formats_for_machines(self, program: Program, people: People, format: str) -> None:
        ran = program("quiz", "--profiles", people(TABLE), "--format", format)
        assert ran.code == 2
        assert "--format csv or --format json" in ran.err

    @pytest.mark.parametrize(
        "flags", [("--profile", "a.toml"), ("--report", "a.html"), ("--explain",), ("--save",)]
    )
    def test_flags_for_one_person(
        self, program: Program, people: People, flags: tuple[str, ...]
    ) -> None:
        ran = program("quiz", "--profiles", people(TABLE), "--format", "csv", *flags)
        assert ran.code == 2
        assert f"{flags[0]} is for one person" in ran.err

    def test_rows_come_out_as_they_are_done(self, home: Home) -> None:
        # The input has not ended when the first rows come out.
        with home.start(
            "quiz", "--profiles", "-", "--format", "json", "--top", "100",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"id,salary\n" + b"a,45k\n" * 20)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == "a"
            process.kill()
            process.communicate(timeout=60)

    def test_memory_does_not_grow_with_the_number_of_rows(
        self, home: Home, people: People, tmp_path: Path
    ) -> None:
        catalogue = write_catalogue(tmp_path)

        def peak(count: int) -> int:
            """Peak memory in kB of ranking so many people, all of them different."""
            lines = ["id,salary,schooling,earnings,education,state"]
            levels = ("high-school", "associate", "bachelor")
            states = ("CA", "TX", "NY", "FL", "WY", "")
            lines += [
                f"{i},{30_000 + 7 * i},{i % 200},{200_000 + 31 * i},{levels[i % 3]},{states[i % 6]}"
                for i in range(count)
            ]
            path = people("\n".join(lines) + "\n")
            process = home.start(
                *("--catalogue", catalogue, "quiz", "--profiles", path, "--format", "csv"),
                stdout=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(process.pid, 0)
            assert status == 0
            return int(usage.ru_maxrss)

        some, many = peak(1_000), peak(5_000)
        assert many < some * 1.15

    def test_progress_is_for_those_who_watch(self, home: Home, people: People) -> None:
        path = people("id,salary\n" + "".join(f"{i},45k\n" for i in range(600)))
        command = " ".join((*PROGRAM, "quiz --profiles", str(path), "--format csv"))
        seen = {}
        for extra in ("", "--plain"):
            child = pexpect.spawn(
                "bash", ["-c", f"{command} {extra} > /dev/null"], env=home.environment(),
                encoding="utf-8", timeout=60,
            )  # fmt: skip
            child.expect(pexpect.EOF)
            child.close()
            seen[extra] = child.before or ""
            assert child.exitstatus == 0
        assert "%" in seen[""]
        assert seen[""].rstrip().endswith("Ranked 600 people.")
        assert seen["--plain"] == "Ranked 600 people.\r\n"
