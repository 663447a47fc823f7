"""No tracked file names the machine that it was made on, or a place to download packages from."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

# Written in pieces, so that this file passes its own test.
_HOSTS = "|".join(
    re.escape(host)
    for host in (
        "pypi." + "org",
        "python" + "hosted.org",
        "npmjs." + "org",
        "npmjs." + "com",
        "deb.debian." + "org",
        "security.debian." + "org",
        "crates." + "io",
        "proxy.golang." + "org",
        "conda." + "anaconda.org",
        "arti" + "factory",
    )
)
# A folder of one machine: a home, a work tree, temporary files, an interpreter's own place.
_FOLDERS = (
    r"/(?:root|work|home/\w+|Users/\w+|opt/\w+|tmp/(?:lab|pytest)|var/folders)"
    r"(?=[/\s\"'`),:;]|$)"
)
FORBIDDEN = {
    "a package registry": re.compile(rf"\b(?:{_HOSTS})\b", re.IGNORECASE),
    "a folder of one machine": re.compile(rf"(?<![\w.$}}~/]){_FOLDERS}"),
    "a file address": re.compile(r"file:///(?!\.{3})\w"),
}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout, so which files are tracked is not known")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def offences(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        for what, pattern in FORBIDDEN.items():
            if found := pattern.search(line):
                yield number, what, found[0]


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    files = tracked()
    assert ROOT / "pyproject.toml" in files
    found = [
        f"{path.relative_to(ROOT)}:{number}: {what}: {text}"
        for path in files
        for number, what, text in offences(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_this_machine_s_own_folders_are_in_no_tracked_file() -> None:
    own = {str(ROOT), str(Path.home()), sys.prefix, sys.base_prefix} - {"/", "/usr", "/usr/local"}
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(place)}(?!\w)" for place in sorted(own)))
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "forbidden"),
    [
        ("index-url = https://pypi." + "org/simple", True),
        ("https://files.python" + "hosted.org/packages/x.whl", True),
        ('path = "/ro' + 'ot/.cache"', True),
        ("cd /wo" + "rk/main", True),
        ("/home/" + "anna/careers", True),
        ("see https://www.bls.gov/ooh/home/work/page.htm", False),
        ('"${root}/wo' + 'rk/tree"', False),
        ("~/work, work/, a/root/b", False),
        ("nights and/or weekends: and /etc/passwd", False),
    ],
)
def test_what_counts_as_an_offence(line: str, forbidden: bool) -> None:
    assert bool(list(offences(line))) is forbidden
