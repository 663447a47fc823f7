"""The wheel in a fresh environment, run from a folder that has nothing to do with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from careeradvisor import __version__
from tests.packaging.conftest import ROOT, Installed, elsewhere

ANSWERS = (
    *("quiz", "--no-input", "--patient-contact", "none", "--schooling", "9"),
    *("--remote", "only", "--salary", "45000"),
)


def run(home: Path, *command: str | Path) -> str:
    """Run a command to a good end, as a person with an empty home folder; returns its output."""
    environment = {
        **elsewhere(),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_bounds_of_the_dependencies_can_be_met(installed: Installed, tmp_path: Path) -> None:
    if installed.offline:
        pytest.skip(installed.offline)
    run(tmp_path, installed.python, "-m", "pip", "check", "--disable-pip-version-check")


def test_the_wheel_is_what_is_imported(installed: Installed, tmp_path: Path) -> None:
    code = "import careeradvisor; print(careeradvisor.__file__)"
    found = Path(run(tmp_path, installed.python, "-c", code).strip())
    assert installed.folder in found.parents
    assert ROOT not in found.parents


def test_the_wheel_finds_its_own_catalogue(installed: Installed, tmp_path: Path) -> None:
    path = Path(run(tmp_path, installed.program, "catalogue", "path").strip())
    assert path.is_file()
    assert path.name == "careers.toml"
    assert installed.folder in path.parents


def test_the_wheel_has_all_that_the_commands_need(installed: Installed, tmp_path: Path) -> None:
    """The table of titles, the catalogue, the wages of a state, the report's templates."""
    assert "Medical coder" in run(tmp_path, installed.program, "show", "fee coder")
    flags = ("--state", "CA", "--report", "report.html", "--format", "json")
    ranking = json.loads(run(tmp_path, installed.program, *ANSWERS, *flags))
    assert ranking["matches"][0]["id"] == "coder"
    assert ranking["matches"][0]["pay"]["area"] == "California"
    assert ranking["catalogue"]["careers"] > 100
    assert "Medical coder" in (tmp_path / "report.html").read_text(encoding="utf-8")
    said = run(tmp_path, installed.python, "-m", "careeradvisor", "--version")
    assert said == f"careeradvisor {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        pytest.param((sys.executable, "-m", "careeradvisor"), id="module"),
        pytest.param((Path(sys.executable).parent / "careeradvisor",), id="script"),
    ],
)
def test_the_editable_install_finds_its_data(
    command: tuple[str | Path, ...], tmp_path: Path
) -> None:
    # The tests themselves run in an editable install.
    path = Path(run(tmp_path, *command, "catalogue", "path").strip())
    assert path == ROOT / "data" / "careers.toml"
    assert "Medical coder" in run(tmp_path, *command, "show", "coder")
