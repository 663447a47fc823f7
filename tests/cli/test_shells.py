"""``--show-completion`` and ``--install-completion``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import Home, fill, only_words, small_disk

STARTS = {"bash": ".bashrc", "zsh": ".zshrc"}


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("bash", "complete -o default"),
        ("zsh", "#compdef careeradvisor"),
        ("fish", "complete --command careeradvisor"),
        ("pwsh", "Register-ArgumentCompleter"),
    ],
)
def test_the_script_of_the_shell_that_was_named(home: Home, shell: str, said: str) -> None:
    ran = home.run("--show-completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out


@pytest.mark.parametrize("shell", STARTS)
def test_a_start_file_keeps_what_is_not_utf_8(home: Home, shell: str) -> None:
    file = home.folder / STARTS[shell]
    file.write_bytes(b"# caf\xe9")
    for _ in range(2):
        assert home.run("--install-completion", shell).code == 0
    lines = file.read_bytes().splitlines()
    assert lines[0] == b"# caf\xe9"
    assert len(lines) == 2


@pytest.mark.parametrize("shell", STARTS)
def test_a_start_file_on_a_full_disk_stays_as_it_was(
    home: Home, tmp_path: Path, shell: str
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        assert home.run("--install-completion", shell, environment={"HOME": str(disk)}).code == 0
        file = disk / STARTS[shell]
        # Full to its last byte: the line that is to be added begins the next page.
        before = b"#" * 4096
        file.write_bytes(before)
        fill(disk)
        ran = only_words(home.run("--install-completion", shell, environment={"HOME": str(disk)}))
        assert ran.code == 1
        assert "No space left on device" in ran.err
        assert file.read_bytes() == before


def test_a_shell_that_is_not_known(home: Home) -> None:
    for flag in ("--show-completion", "--install-completion"):
        ran = only_words(home.run(flag, "csh"))
        assert (ran.code, ran.out) == (2, "")
        assert "bash, zsh, fish" in ran.err


@pytest.mark.parametrize(
    "variables",
    [{}, {"COMP_WORDS": "careeradvisor sh"}, {"COMP_WORDS": "careeradvisor", "COMP_CWORD": "x"}],
)
def test_a_shell_that_tells_nothing_is_told_nothing(home: Home, variables: dict[str, str]) -> None:
    ran = home.run(environment={"_CAREERADVISOR_COMPLETE": "complete_bash", **variables})
    assert (ran.out, ran.err) == ("", "")
