"""Words and files that are up to no good."""

from __future__ import annotations

import os
from pathlib import Path

from careeradvisor.criteria import ALL

HOSTILE = (
    # Nothing, and next to nothing.
    *("", " ", "\t", "\n", "\r\n", "\x0b", "\x00", "a\x00b", "\x7f", "\x85", "\xa0", "\u3000"),
    # What a terminal obeys: colour, title, links, clipboard, cursor, 8-bit controls.
    *("\x1b[31mred", "\x1b]0;title\x07", "\x1b]8;;http://x.example\x1b\\a\x1b]8;;\x1b\\"),
    *("\x1b]52;c;Y2F0\x07", "\x1b[2J\x1b[H", "\x9b31m", "\x9d0;t\x9c", "\x1bc", "\x08" * 9, "\x0e"),
    # What changes the order or hides letters.
    *("\u202egpj.exe", "\u2066a\u2069", "\u200b", "\ufeff", "\u2028", "\u2029", "\u00ad", "\u034f"),
    *("\U000e0041\U000e0042", "\ufe0f", "\u115f", "e" + "\u0301" * 300, "\ue000", "\uffff"),
    # What Rich, Jinja, format strings and shells obey.
    *("[red]x[/red]", "[/]", "[bold", "[link=file:///.../x]y[/link]", ":smile:", "[@click=f]"),
    *("{{ 7 * 7 }}", "{% for x in y %}", "{#", "%s%n%(x)s", "{0}{x.__class__}", "$(id)", "`id`"),
    # What HTML, Markdown and spreadsheets obey.
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "</style>", "<!--"),
    *("javascript:alert(1)", "a|b\n|c", "[x](javascript:y)", "![i](http://x)", "# h", "```", "~~~"),
    *("=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", '"=1', ",=1,"),
    # Numbers that are none, or too many.
    *("0", "-1", "-0", "1e308", "nan", "inf", "1_000", "\uff11\uff12", "\u0663", "\u00b2"),
    "\u2167",
    *("9" * 30, "9" * 5_000, "0x10", "1.5", "1,5", "$", "k", "1kk", "$1k", "m", "y", "9m9", "1/0"),
    # Words with a meaning somewhere.
    *("any", "none", "all", "null", "None", "true", "-", "--", "-h", "--help", "--plain"),
    "--version",
    *("~", "~root", "..", ".", "/", "../../x", "con", "nul:", "a/b", "a\\b", "file:///.../x"),
    "\\\\x\\y",
    # Lists.
    *(",", ",,,", ";", "salary,salary", "salary,,remote", "a,b;c", "rn,rn", "none,any", "'", '"'),
    "\\",
    # Letters of the world, and bytes that are no letters.
    *("é", "ÿ", "ß", "İ", "看護師", "عربى", "שלום", "🩺", "\U0001f468\u200d\u2695\ufe0f"),
    "\udcff\udc80",
    *("x" * 200, "x" * 201, "x" * 401, "x" * 100_000, "\x1b[1m" * 2_000, "a " * 5_000),
)
"""Each is a text that something, somewhere, takes for more than text."""

ROLES = ("coder", "cpc", "auditor", "29-2072", "rn", "nucmed", "nurse practitioner", "fee coder")
CREDENTIALS = ("rn", "lpn", "cna", "coding", "none", "rn,lpn", "BS in biology")
CRITERIA = ("salary", "remote", "schooling", "patient-contact", "growth", "Salary", "earnings")

FITTING = {
    **{c.name: (*(choice.value for choice in c.choices), "any") for c in ALL if c.choices},
    "schooling": ("9", "9m", "2y", "18 months", "0", "any"),
    "salary": ("60000", "60k", "$60,000", "1", "1900000", "any"),
    "earnings": ("500k", "1000000", "any"),
    "interests": ("R", "SIA", "R1 I2 A3 S4 E5 C6", "any"),
    "education": ("none", "high-school", "associate", "bachelor", "doctorate"),
    "holds": CREDENTIALS,
    "state": ("CA", "California", "tx", "dc", "PR", "any"),
    "must": CRITERIA,
    "priorities": (*CRITERIA, "salary,remote", "remote, salary, schooling"),
    "family": ("records", "care", "Health records", "nursing"),
    "search": ("blood", "records", "a", "codes of a patient"),
    "sort": ("salary", "title", "schooling", "pay", "growth"),
    "depth": ("1", "2", "6", "7"),
    "top": ("1", "5", "1000", "0"),
}
"""Values that a flag takes, by a part of its name, so that runs get past their first check."""


def files(folder: Path, catalogue: bytes) -> list[Path]:
    """All kinds of things that a file's name can lead to; ``catalogue`` is a sound one."""
    folder.mkdir(exist_ok=True)
    contents = {
        "good.toml": catalogue,
        "bom.toml": b"\xef\xbb\xbf" + catalogue,
        "crlf.toml": catalogue.replace(b"\n", b"\r\n"),
        "latin.toml": catalogue.replace(b"Medical", "Médical".encode("latin-1")),
        "utf16.toml": catalogue.decode().encode("utf-16"),
        "half.toml": catalogue[: len(catalogue) // 2],
        "answers.toml": b'version = 1\n[answers]\nsalary = 45000\nremote = "only"\n',
        "newer.toml": b"version = 99\nfuture = true\n",
        "people.csv": b"id,salary\na,45k\nb,=cmd()\n",
        "empty": b"",
        "nul": b"\0" * 100,
        "deep.toml": b"a = " + b"[" * 10_000 + b"]" * 10_000 + b"\n",
        "old.html": b'<!doctype html><meta name="generator" content="careeradvisor 0">',
    }
    paths = []
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    if not (folder / "pipe").exists():
        os.mkfifo(folder / "pipe")
        (folder / "loop").symlink_to(folder / "loop")
        (folder / "ring-a").symlink_to(folder / "ring-b")
        (folder / "ring-b").symlink_to(folder / "ring-a")
        (folder / "to-zero").symlink_to("/dev/zero")
        (folder / "to-good").symlink_to(folder / "good.toml")
        (folder / "dangling").symlink_to(folder / "gone")
    named = ("pipe", "loop", "ring-a", "to-zero", "to-good", "dangling", "missing", "no/such/x")
    paths += [folder / name for name in named]
    paths += [folder, folder / "good.toml" / "under-a-file", folder / ("x" * 300)]
    paths += [Path(device) for device in ("/dev/zero", "/dev/full", "/dev/null", "/dev/stdin")]
    return [*paths, Path("/proc/self/mem"), Path("/proc/self/environ"), Path("/proc")]
