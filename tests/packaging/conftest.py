"""The built distributions, and a fresh environment with the wheel in it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# How pip says that it reached nobody, in its warnings and in its errors.
_UNREACHABLE = (
    *("NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError"),
    *("ProxyError", "Failed to establish a new connection"),
    "Temporary failure in name resolution",
)


@dataclass(frozen=True)
class Distributions:
    """What a build made, and of which files: all that git is not told to ignore, at that time."""

    wheel: Path
    sdist: Path
    files: frozenset[str]


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel; ``offline`` says why its dependencies are borrowed."""

    folder: Path
    offline: str

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def program(self) -> Path:
        return self.folder / "bin" / "careeradvisor"


def elsewhere() -> dict[str, str]:
    """An environment in which nothing points to this checkout or to its packages."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
        and not name.startswith("CAREERADVISOR_")
    }


def project_files() -> frozenset[str]:
    """The files of the project; empty where git does not tell."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return frozenset(name for name in names if name and (ROOT / name).is_file())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process, where tests run in several: what they share takes long to build."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("packaging"))


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """The sdist, and the wheel built from that sdist, as a release is built; needs no network."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = folder.glob("*.whl")
    [sdist] = folder.glob("*.tar.gz")
    return Distributions(wheel, sdist, project_files())


@pytest.fixture(scope="session")
def installed(distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, really installed into a fresh environment far from the checkout.

    Without a package index its dependencies are borrowed from the environment of
    the tests, so that the rest is tested all the same.
    """
    folder = tmp_path_factory.mktemp("fresh") / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=120)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", str(distributions.wheel)]
    done = subprocess.run(
        [*pip, "--retries", "1"],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        env=elsewhere(),
        cwd=folder,
    )
    if done.returncode == 0:
        return Installed(folder, "")
    assert any(sign in done.stderr for sign in _UNREACHABLE), done.stdout + done.stderr
    subprocess.run([*pip, "--no-deps", "--no-index"], check=True, timeout=120, cwd=folder)
    [packages] = (folder / "lib").glob("python*/site-packages")
    # A path file inside a folder that a path file adds is not read: the checkout stays out.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(folder, "no package index can be reached from here")
