"""Installs the program with the lowest and with the newest dependencies within its bounds.

    python .ci/bounds.py FOLDER

Makes an environment of each kind in the folder and runs a few commands in it. A bound that is
only written down breaks for whoever already has another version.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMANDS = (
    ("--version",),
    ("--help",),
    ("quiz", "--help"),
    ("show", "coder"),
    ("compare", "coder", "rn"),
    ("ladder", "coder"),
    ("list", "--max-schooling", "9m"),
    ("quiz", "--no-input", "--remote", "only", "--salary", "45k", "--report", "report.html"),
    ("quiz", "--no-input", "--remote", "only", "--format", "json"),
    ("catalogue", "check"),
)


def main() -> int:
    """Install, run, say what was wrong; 1 if anything was."""
    folder = Path(sys.argv[1]).resolve()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lowest = [re.sub(r">=([^,]+),.*", r"==\1", text) for text in project["dependencies"]]
    failed = False
    for name, requirements in (("lowest", lowest), ("newest", project["dependencies"])):
        home = folder / name
        venv.create(home, with_pip=True)
        program = home / ("Scripts" if os.name == "nt" else "bin")
        pip = [str(program / "python"), "-m", "pip", "install", "-qq"]
        subprocess.run([*pip, *requirements], check=True)
        subprocess.run([*pip, "--no-deps", str(ROOT)], check=True)
        for command in COMMANDS:
            ran = subprocess.run(
                [program / "careeradvisor", *command],
                cwd=home,
                env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")},
                capture_output=True,
                text=True,
                check=False,
            )
            if ran.returncode or not ran.stdout or ran.stderr.count("\n") > 1:
                failed = True
                print(f"{name}: {' '.join(command)} ended with {ran.returncode}\n{ran.stderr}")
        chosen = subprocess.run(
            [*pip[:3], "list", "--format=freeze", "--disable-pip-version-check"],
            capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        print(f"{name}: {', '.join(sorted(chosen))}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
