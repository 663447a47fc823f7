"""Make the README's pictures from the real screens, so that they cannot go stale.

python docs/pictures.py           write docs/pictures/*.svg
python docs/pictures.py --check   exit 1 if one of them is out of date
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

HERE = Path(__file__).parent / "pictures"
COLUMNS = 80

SCREENS = {
    "quiz": (
        "careeradvisor quiz",
        "quiz --no-input --patient-contact none --schooling 9 --remote only --salary 45000 "
        "--priorities remote,salary",
        24,
    ),
    "compare": ("careeradvisor compare coder nucmed", "compare coder nucmed", 28),
    "show": ("careeradvisor show coder", "show coder", 32),
    "ladder": ("careeradvisor ladder rn", "ladder rn --depth 1", 24),
}

_THEME = TerminalTheme(
    (250, 250, 248),
    (40, 44, 52),
    [
        (40, 44, 52),
        (178, 48, 48),
        (38, 120, 62),
        (150, 100, 10),
        (32, 90, 170),
        (130, 60, 140),
        (10, 110, 120),
        (90, 94, 100),
    ],
)
_WEB_FONTS = re.compile(r"@font-face \{\{?.*?\}\}?\n", re.DOTALL)


def screen(arguments: str, lines: int) -> str:
    """What the command prints on a colour terminal, escape sequences included."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "FORCE_COLOR": "1",
            "COLUMNS": str(COLUMNS),
            "TERM": "xterm-256color",
        }
        done = subprocess.run(
            [sys.executable, "-m", "careeradvisor", *arguments.split()],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return "\n".join(done.stdout.splitlines()[:lines])


def picture(name: str) -> str:
    """One screen as SVG, without fonts from the web."""
    title, arguments, lines = SCREENS[name]
    console = Console(
        record=True,
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
    )
    console.print(Text.from_ansi(screen(arguments, lines)), no_wrap=True, crop=False)
    svg = console.export_svg(title=title, theme=_THEME, unique_id=f"screen-{name}")
    return _WEB_FONTS.sub("", svg)


def main() -> int:
    """Write the pictures, or with --check say which are out of date."""
    check = sys.argv[1:] == ["--check"]
    stale = []
    for name in SCREENS:
        path = HERE / f"{name}.svg"
        svg = picture(name)
        if path.exists() and path.read_text(encoding="utf-8") == svg:
            continue
        stale.append(name)
        if not check:
            path.write_text(svg, encoding="utf-8")
    if check and stale:
        print(f"Out of date: {', '.join(stale)}. Run: python docs/pictures.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
