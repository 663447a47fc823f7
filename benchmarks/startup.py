"""How long commands take from start to end, against a bare program and against peers.

    python benchmarks/startup.py [--rounds 15] [--peers FOLDER] [--only NAME ...]

Commands are run in turn, round after round, so that a machine that grows slower
slows all of them; the figures are medians. ``vs bare`` is the median of the
ratios within each round. Peers are looked for beside the interpreter, in
``--peers`` (the ``bin`` folder of an environment that has them) and on the PATH;
those that are not installed are left out and named.

Bytecode is cached as it is for a person who starts a program for the second time.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
BARE = "bare Typer+Rich program"
BARE_HELP = "its own --help"
# Each against a subject: at most so many times as long.
TARGETS = {"show coder": (BARE, 1.35), "--version": (BARE, 1.0), "--help": (BARE_HELP, 1.35)}
QUIZ_AGAINST_SHOW = 1.9
OURS = (
    "show coder",
    "compare coder nucmed",
    "list",
    "quiz --no-input --patient-contact none --schooling 9 --remote only --salary 45000",
    "--help",
    "--version",
)
PEERS = (
    ("commitizen", "cz version"),
    ("copier", "copier --version"),
    ("httpie", "http --version"),
    ("sqlite-utils", "sqlite-utils --version"),
)
WARM_UP = 2


@dataclass
class Subject:
    """One command and what each run of it took: seconds, and the peak of memory in MB."""

    name: str
    command: Sequence[str]
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description="Start-up of the commands, as ratios.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--peers", type=Path, help="bin folder of an environment with the peers")
    parser.add_argument("--only", nargs="*", help="only subjects whose name contains one of these")
    arguments = parser.parse_args()
    subjects, missing = find_subjects(arguments.peers)
    if arguments.only:
        subjects = [
            s
            for s in subjects
            if s.name in (BARE, BARE_HELP) or any(word in s.name for word in arguments.only)
        ]
    with environment() as variables:
        for round_ in range(WARM_UP + arguments.rounds):
            for subject in subjects:
                seconds, memory = run(subject.command, variables)
                if round_ >= WARM_UP:
                    subject.seconds.append(seconds)
                    subject.memory.append(memory)
    report(subjects, arguments.rounds)
    if missing:
        print(f"\nNot installed, so not measured: {', '.join(missing)}")


def find_subjects(peers: Path | None) -> tuple[list[Subject], list[str]]:
    """What to measure, and the peers that are not here."""
    program = str(BIN / "careeradvisor")
    subjects = [
        Subject("python -c pass", (sys.executable, "-c", "pass")),
        Subject(BARE, (sys.executable, str(HERE / "bare.py"), "show", "coder")),
        Subject(BARE_HELP, (sys.executable, str(HERE / "bare.py"), "--help")),
    ]
    for line in OURS:
        words = line.split()
        name = line if len(line) < 30 else "quiz --no-input (4 answers)"
        subjects.append(Subject(name, (program, *words)))
    missing = []
    for peer, line in PEERS:
        name, *words = line.split()
        folders = [str(folder) for folder in (BIN, peers) if folder is not None]
        found = shutil.which(name, path=os.pathsep.join(folders)) or shutil.which(name)
        if found is None:
            missing.append(peer)
        else:
            subjects.append(Subject(line, (found, *words)))
    return subjects, missing


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """The environment of a person with an empty home folder, with bytecode caches on."""
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "FORCE_COLOR")
    with tempfile.TemporaryDirectory() as home:
        yield {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in dropped and not name.startswith("CAREERADVISOR_")
            },
            "HOME": home,
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_CACHE_HOME": f"{home}/cache",
        }


def run(command: Sequence[str], variables: dict[str, str]) -> tuple[float, float]:
    """Run a command to its end; returns seconds and the peak of its memory in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=variables["HOME"],
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed: {said.decode(errors='replace')}")
    return seconds, megabytes(usage)


def megabytes(usage: resource.struct_rusage) -> float:
    """The peak of memory; Linux counts in kB, macOS in bytes."""
    return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def ratio(subject: Subject, other: Subject) -> float:
    """The median of the ratios within each round."""
    return statistics.median(
        mine / theirs for mine, theirs in zip(subject.seconds, other.seconds, strict=True)
    )


def judged(found: float, most: float, of: str = "") -> str:
    """Whether a ratio is within its target."""
    return f"at most {most:.2f}{of}: {'met' if found <= most else f'MISSED ({found:.2f})'}"


def report(subjects: Sequence[Subject], rounds: int) -> None:
    """Print a row for each subject."""
    named = {subject.name: subject for subject in subjects}
    bare = named[BARE]
    print(f"Start to end, medians of {rounds} rounds run in turn, bytecode cached\n")
    print(f"{'':30} {'ms':>7} {'vs bare':>8} {'MB':>6}  target")
    for subject in subjects:
        target = ""
        if subject.name in TARGETS:
            other, most = TARGETS[subject.name]
            target = judged(ratio(subject, named[other]), most, f" times {other}")
        print(
            f"{subject.name:30} {subject.median * 1000:7.1f} {ratio(subject, bare):8.2f} "
            f"{statistics.median(subject.memory):6.1f}  {target}".rstrip()
        )
    show = named.get("show coder")
    quiz = next((s for s in subjects if s.name.startswith("quiz")), None)
    if show and quiz:
        found = ratio(quiz, show)
        print(f"\nquiz against show: {found:.2f} ({judged(found, QUIZ_AGAINST_SHOW)})")
    names = {line for _peer, line in PEERS}
    if show and (peers := [s for s in subjects if s.name in names]):
        below = all(show.median < peer.median for peer in peers)
        print(f"show coder is {'below every peer' if below else 'NOT below every peer'}")


if __name__ == "__main__":
    main()
