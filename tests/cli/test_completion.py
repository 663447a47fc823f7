from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inside import Inside
from tests.helpers import career_table, catalogue_table, write_catalogue, write_views


@pytest.fixture
def inside(tmp_path: Path) -> Inside:
    return Inside(tmp_path)


def offered(inside: Inside, line: str, shell: str = "bash", **environment: str) -> list[str]:
    """What the shell is told when Tab is pressed at the end of a line."""
    words = line.split(" ")
    ran = inside.run(
        environment={
            "_CAREERADVISOR_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            **environment,
        }
    )
    assert ran.err == ""
    return [line for line in ran.out.splitlines() if line]


@pytest.fixture
def views(tmp_path: Path) -> str:
    return str(write_views(tmp_path))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("careeradvisor sh", ["show"]),
        ("careeradvisor show co", ["coder"]),
        ("careeradvisor show c", ["coder", "cpc"]),
        ("careeradvisor show CO", ["COder"]),
        ("careeradvisor show medical-", ["medical-coder"]),
        ("careeradvisor show ", ["coder", "auditor", "nurse", "surgeon", "porter", "kango"]),
        ("careeradvisor show zzz", []),
        ("careeradvisor compare coder co", []),
        ("careeradvisor compare coder nu", ["nurse"]),
        ("careeradvisor ladder po", ["porter"]),
        ("careeradvisor list --family re", ["records"]),
        ("careeradvisor list --sort s", ["salary", "schooling"]),
        ("careeradvisor list --remote m", ["mostly"]),
        ("careeradvisor list --patient-contact a", ["a-little", "a-lot", "any"]),
        ("careeradvisor show --state TX", ["TX"]),
        ("careeradvisor show --state cal", ["california"]),
        ("careeradvisor show --state New-Y", ["New-York"]),
        ("careeradvisor show --state TX --area hou", ["houston-pasadena-the-woodlands-tx"]),
        ("careeradvisor show --area The-W", ["The-Woodlands-TX"]),
        ("careeradvisor show --education ba", ["bachelor"]),
        ("careeradvisor show --holds r", ["rn"]),
        ("careeradvisor show --format j", ["json"]),
    ],
)
def test_bash(inside: Inside, views: str, line: str, expected: list[str]) -> None:
    assert offered(inside, line, CAREERADVISOR_CATALOGUE=views) == expected


def test_the_catalogue_of_the_command_line_is_used(inside: Inside, views: str) -> None:
    assert offered(inside, f"careeradvisor --catalogue {views} show su") == ["surgeon"]


def test_fish_and_zsh_see_titles(inside: Inside, views: str) -> None:
    environment = {"CAREERADVISOR_CATALOGUE": views}
    line = "careeradvisor show coder"
    assert offered(inside, line, "fish", **environment) == ["coder\tMedical coder"]
    assert '"coder":"Medical coder"' in offered(inside, line, "zsh", **environment)[0]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("content", ["[careers.x", "[catalogue]\nname = 1", None])
def test_a_broken_or_missing_catalogue_offers_nothing(
    inside: Inside, tmp_path: Path, shell: str, content: str | None
) -> None:
    path = tmp_path / "broken.toml"
    if content is not None:
        path.write_text(content)
    for line in ("careeradvisor show co", "careeradvisor list --family x"):
        answer = offered(inside, line, shell, CAREERADVISOR_CATALOGUE=str(path))
        # zsh is told to go on with files.
        assert answer in ([], ["_files"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_words_of_a_catalogue_cannot_run_in_the_shell(
    inside: Inside, tmp_path: Path, shell: str
) -> None:
    attack = "$(touch hacked) `id`; 'x' \"y\" [/bold] [red]"
    career = career_table(title=f"Title {attack}", aliases=[attack, "$(id)", "plain-alias"])
    path = write_catalogue(tmp_path, catalogue_table({"coder": career}))
    environment = {"CAREERADVISOR_CATALOGUE": str(path)}
    for line in ("careeradvisor show co", "careeradvisor show $", "careeradvisor show pl"):
        text = "\n".join(offered(inside, line, shell, **environment))
        own = {"zsh": '_arguments \'*: :(("":""))\'\n'}.get(shell, "\n\t")
        assert not set("$`;'\"[]") & (set(text) - set(own))
