"""A budget for start-up: which modules a command loads. No clock, so no noise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import Home

# Runs the program, then lists what it loaded beyond what the interpreter itself had.
RUN = """
import json, sys
before = set(sys.modules)
from careeradvisor.cli import main
try:
    main(json.loads(sys.argv[1]))
except SystemExit as problem:
    assert not problem.code, problem
with open(sys.argv[2], "w") as file:
    json.dump(sorted(set(sys.modules) - before), file)
"""

# What only the conversation, the report, the tools or somebody else's program needs. Rich is what
# pages are made with; it brings none of these.
NEVER = {
    *("questionary", "prompt_toolkit", "wcwidth", "jinja2", "markupsafe"),
    *("numpy", "pydantic", "tomllib", "tomli_w", "tomlkit", "openpyxl", "rapidfuzz"),
    *("asyncio", "concurrent", "multiprocessing", "email", "http", "ssl", "socket", "sqlite3"),
    *("logging", "unittest", "xml", "pdb", "doctest", "pkg_resources"),
}
# Cheap by themselves, but each a millisecond or more that a quick command can do without.
NOT_FOR_READING = {
    *("pygments", "markdown_it", "tomli", "hashlib", "secrets", "tempfile"),
    *("importlib.metadata", "importlib.resources", "csv"),
    *("careeradvisor.catalogue.check", "careeradvisor.catalogue.parse"),
    *("careeradvisor.catalogue.rules", "careeradvisor.catalogue.sources"),
    *("careeradvisor.profile.store", "careeradvisor.profile.format"),
    *("careeradvisor.matching.sureness", "careeradvisor.matching.what_if"),
    *("careeradvisor.interview", "careeradvisor.cli.quiz", "careeradvisor.output.report.html"),
}
BELOW_ALL = {"environment", "errors", "signals", "text"}
COMMAND_MODULES = ("quiz", "why", "show", "compare", "browse", "ladder", "profile", "catalogue")
# On Linux the two folders are known without it, and it is not asked.
if sys.platform == "linux":
    NOT_FOR_READING |= {"platformdirs"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which the program has been used before, so that its parsed copy is there."""
    home = Home(tmp_path_factory.mktemp("home"))
    loaded(home, "show", "coder")
    return home


def loaded(home: Home, *arguments: str) -> set[str]:
    """Every module that the program loads for these arguments, by full name."""
    names = home.folder / "modules.json"
    done = home.python(RUN, json.dumps(arguments), names)
    assert done.code == 0, done.err
    return set(json.loads(names.read_text(encoding="utf-8")))


def outside(modules: set[str], budget: set[str]) -> list[str]:
    """Which modules are on the list, or inside a package that is."""
    return sorted(
        name for name in modules if any(name == b or name.startswith(f"{b}.") for b in budget)
    )


@pytest.mark.parametrize(
    "command",
    [("show", "coder"), ("compare", "coder", "nucmed"), ("list",), ("ladder", "coder")],
    ids=" ".join,
)
def test_what_reads_a_career_loads_only_what_reading_needs(
    home: Home, command: tuple[str, ...]
) -> None:
    modules = loaded(home, *command)
    assert "careeradvisor.catalogue.model" in modules
    assert outside(modules, NEVER | NOT_FOR_READING) == []


def test_a_ranking_by_flags_loads_nothing_of_the_conversation(home: Home) -> None:
    modules = loaded(home, "quiz", "--no-input", "--remote", "only", "--salary", "45000")
    assert "careeradvisor.matching.sureness" in modules
    ours = {"careeradvisor.interview", "careeradvisor.output.report.html"}
    assert outside(modules, NEVER | ours | {"tomli", "hashlib"}) == []


def test_help_loads_no_command_and_no_data(home: Home) -> None:
    modules = loaded(home, "--help")
    ours = {name for name in modules if name.startswith("careeradvisor.")}
    # The frame around the commands; a command's own module comes with the command.
    assert {name.split(".")[1] for name in ours} <= {
        "cli",
        "environment",
        "errors",
        "signals",
        "text",
    }
    assert {f"careeradvisor.cli.{module}" for module in COMMAND_MODULES} & ours == set()
    # Typer's panels bring a Markdown parser that brings logging.
    budget = NEVER - {"logging"} | {"msgspec", "platformdirs", "tomli", "hashlib"}
    assert outside(modules, budget) == []


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_needs_no_framework(home: Home, flag: str) -> None:
    modules = loaded(home, flag)
    heavy = {"typer", "rich", "msgspec", "inspect", "dataclasses", "subprocess", "pathlib"}
    assert outside(modules, NEVER | NOT_FOR_READING | heavy) == []
    ours = {name.split(".")[1] for name in modules if name.startswith("careeradvisor.")}
    assert ours <= BELOW_ALL | {"cli"}


def test_the_budget_would_notice(home: Home) -> None:
    without_copy = Home(home.folder / "another")
    without_copy.folder.mkdir()
    modules = loaded(without_copy, "show", "coder")
    # The first time, the catalogue has to be parsed and checked.
    assert {"tomli", "careeradvisor.catalogue.check"} <= set(
        outside(modules, NEVER | NOT_FOR_READING)
    )


def test_importing_the_package_does_no_work(tmp_path: Path) -> None:
    code = "import sys; a = set(sys.modules); import careeradvisor; print(set(sys.modules) - a)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() in ("{'careeradvisor'}", "{'careeradvisor', '__future__'}")
