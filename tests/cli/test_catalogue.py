from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from careeradvisor.catalogue.load import load
from careeradvisor.catalogue.location import catalogue_path
from tests.helpers import career_table, catalogue_table, to_toml, write_catalogue
from tests.processes import Ran

Program = Callable[..., Ran]


class TestCheck:
    def test_a_sound_one_is_counted(self, program: Program, tmp_path: Path) -> None:
        path = write_catalogue(tmp_path)
        ran = program("catalogue", "check", path)
        assert (ran.code, ran.err) == (0, "")
        assert f"{path}: no problems." in ran.out
        assert "A test catalogue, version 1: 2 careers, " in ran.out
        assert "from 3 sources." in ran.out

    def test_without_a_file_it_is_the_one_in_use(self, program: Program, tmp_path: Path) -> None:
        assert f"{len(load().careers)} careers" in program("catalogue", "check").out
        path = write_catalogue(tmp_path)
        assert "2 careers" in program("--catalogue", path, "catalogue", "check").out

    def test_all_problems_are_listed(self, program: Program, tmp_path: Path) -> None:
        text = to_toml(catalogue_table({"coder": career_table(soc="x", family="fun")}))
        path = tmp_path / "c.toml"
        path.write_text(text)
        ran = program("catalogue", "check", path)
        assert ran.code == 2
        assert len(ran.out.splitlines()) == 2
        assert all(line.startswith(f"{path}:") for line in ran.out.splitlines())
        assert "coder: soc" in ran.out
        assert "2 problems found." in ran.err

    def test_json(self, program: Program, tmp_path: Path) -> None:
        path = write_catalogue(tmp_path)
        answer = json.loads(program("catalogue", "check", path, "--format", "json").out)
        assert answer["schema"] == "careeradvisor/check-1"
        assert answer["problems"] == []
        assert answer["careers"] == 2
        path.write_text("[catalogue]\n")
        ran = program("catalogue", "check", path, "--format", "json")
        assert ran.code == 2
        answer = json.loads(ran.out)
        assert answer["careers"] is None
        assert {"file", "line", "career", "field", "text"} == answer["problems"][0].keys()


class TestSources:
    def test_all_are_named_with_vintage_and_licence(self, program: Program) -> None:
        text = " ".join(program("catalogue", "sources").out.split())
        for source in load().sources.values():
            assert " ".join(source.title.split()) in text
            assert source.vintage in text
            assert source.licence in text

    def test_what_the_licence_of_onet_asks_for_is_shown_once(self, program: Program) -> None:
        text = " ".join(program("catalogue", "sources").out.split())
        assert text.count("O*NET is a trademark of USDOL/ETA") == 1
        assert "CC BY 4.0 license" in text

    def test_json(self, program: Program) -> None:
        answer = json.loads(program("catalogue", "sources", "--format", "json").out)
        assert answer["schema"] == "careeradvisor/sources-1"
        assert [source["id"] for source in answer["sources"]] == list(load().sources)
        assert all(source["figures"] >= 0 for source in answer["sources"])
        assert any(source["attribution"] for source in answer["sources"])


def test_schema(program: Program) -> None:
    schema = json.loads(program("catalogue", "schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_path(program: Program, tmp_path: Path) -> None:
    assert program("catalogue", "path").out == f"{catalogue_path()}\n"
    other = tmp_path / "c.toml"
    assert program("--catalogue", other, "catalogue", "path").out == f"{other}\n"


class TestNew:
    def test_it_can_be_used_at_once(self, program: Program, tmp_path: Path) -> None:
        path = tmp_path / "college.toml"
        ran = program("catalogue", "new", path)
        assert (ran.code, ran.err) == (0, "")
        assert f"careeradvisor --catalogue {path} quiz" in ran.out
        assert program("catalogue", "check", path).code == 0
        ran = program("--catalogue", path, "quiz", "--no-input", "--remote", "mostly")
        assert "Medical coder" in ran.out
