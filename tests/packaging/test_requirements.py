"""The pinned requirements: complete, hashed, within the declared bounds, from no named place."""

from __future__ import annotations

import re

import pytest
import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.packaging.conftest import ROOT

LOCK = ROOT / "requirements" / "dev.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def pins() -> list[tuple[Requirement, list[str]]]:
    """Every requirement of the file with its hashes."""
    text = re.sub(r"\\\n", " ", LOCK.read_text(encoding="utf-8"))
    found = []
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        if line:
            requirement, *hashes = re.split(r"\s+--hash=", line)
            found.append((Requirement(requirement), hashes))
    return found


def declared() -> list[Requirement]:
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [
        Requirement(text)
        for text in (
            *project["project"]["dependencies"],
            *project["dependency-groups"]["dev"],
            *project["build-system"]["requires"],
        )
    ]


def test_every_pin_is_exact_and_hashed() -> None:
    assert len(pins()) > 20
    for requirement, hashes in pins():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", h) for h in hashes), requirement


def test_no_place_to_download_from_is_named() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--\w*index\w*|--find-links|--extra\S*)\b", text, re.MULTILINE)


def test_the_audit_that_is_documented_fails_when_it_could_not_look() -> None:
    text = (LOCK.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.search(r"^\S*pip-audit --strict .*requirements/dev\.txt$", text, re.MULTILINE)


@pytest.mark.parametrize("python", PYTHONS)
def test_every_declared_dependency_is_pinned_within_its_bounds(python: str) -> None:
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    chosen = {
        canonicalize_name(pin.name): Version(str(pin.specifier).removeprefix("=="))
        for pin, _hashes in pins()
        if pin.marker is None or pin.marker.evaluate(environment)
    }
    for requirement in declared():
        version = chosen.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in {LOCK.name}"
        assert requirement.specifier.contains(version), f"{requirement} is pinned to {version}"
