"""The wheel and the sdist hold what they should and nothing else."""

from __future__ import annotations

import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from careeradvisor import __version__
from tests.packaging.conftest import ROOT, Distributions

PACKAGE = ROOT / "src" / "careeradvisor"
DATA = tuple(
    path.relative_to(ROOT / "data").as_posix()
    for path in (ROOT / "data").rglob("*")
    if path.suffix in (".csv", ".toml")
)
SHIPPED_AS_SOURCE = (
    *("src", "data", "docs", "tests", "benchmarks", "fuzz", "tools", "requirements"),
)
SHIPPED_FILES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "pyproject.toml")


@pytest.fixture
def project_files(distributions: Distributions) -> frozenset[str]:
    if not distributions.files:
        pytest.skip("not a git checkout, so what belongs to the project is not known")
    return distributions.files


def wheel_names(distributions: Distributions) -> set[str]:
    with zipfile.ZipFile(distributions.wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_is_the_package_its_data_and_its_metadata(
    distributions: Distributions, project_files: frozenset[str]
) -> None:
    top = "src/careeradvisor/"
    code = {name.removeprefix("src/") for name in project_files if name.startswith(top)}
    metadata = f"careeradvisor-{__version__}.dist-info"
    expected = (
        code
        | {f"careeradvisor/data/{name}" for name in DATA}
        | {
            f"{metadata}/{name}"
            for name in ("METADATA", "WHEEL", "entry_points.txt", "RECORD", "licenses/LICENSE")
        }
    )
    assert wheel_names(distributions) == expected


def test_the_wheel_has_types_templates_and_no_tests_or_caches(distributions: Distributions) -> None:
    names = wheel_names(distributions)
    assert "careeradvisor/py.typed" in names
    folder = "output/report/templates"
    templates = {f"careeradvisor/{folder}/{path.name}" for path in (PACKAGE / folder).iterdir()}
    assert templates
    assert templates <= names
    for name in names:
        assert not {"tests", "__pycache__", "benchmarks", "tools"} & set(Path(name).parts), name
        assert not name.endswith((".pyc", ".orig", ".swp", ".tmp"))


def test_the_data_in_the_wheel_is_the_checkout_s(distributions: Distributions) -> None:
    with zipfile.ZipFile(distributions.wheel) as archive:
        for name in DATA:
            assert archive.read(f"careeradvisor/data/{name}") == (ROOT / "data" / name).read_bytes()


def test_the_sdist_is_the_project_without_its_caches(
    distributions: Distributions, project_files: frozenset[str]
) -> None:
    with tarfile.open(distributions.sdist) as archive:
        members = archive.getmembers()
    assert all(member.isfile() for member in members)
    top = f"careeradvisor-{__version__}/"
    names = {member.name.removeprefix(top) for member in members}
    expected = {
        name
        for name in project_files
        if name in SHIPPED_FILES or name.split("/")[0] in SHIPPED_AS_SOURCE
    }
    # hatchling adds the metadata, and the list of ignored files that it obeys.
    assert names == expected | {"PKG-INFO", ".gitignore"}


def test_the_metadata_says_what_a_person_and_pip_need(distributions: Distributions) -> None:
    with zipfile.ZipFile(distributions.wheel) as archive:
        folder = f"careeradvisor-{__version__}.dist-info"
        metadata = HeaderParser().parsestr(archive.read(f"{folder}/METADATA").decode())
        scripts = archive.read(f"{folder}/entry_points.txt").decode()
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13, 14)} <= set(
        metadata.get_all("Classifier", [])
    )
    runtime = [r for r in metadata.get_all("Requires-Dist", []) if "extra ==" not in r]
    assert runtime
    # Each has a lower and an upper bound.
    assert [r for r in runtime if ">=" not in r or "<" not in r] == []
    assert "careeradvisor = careeradvisor.cli:main" in scripts
