"""Changes the program on purpose, one small change at a time, to see whether its tests notice.

Cosmic Ray's operators make most of the changes; a few of our own (`Nudge`, `Swap`, `Leave`) make
those that this program would be wrong by: a bound moved a little, the field next to the right
one, two arguments exchanged, a statement or a lock left out. Every change runs against the tests
of its own room, those that reach the changed line first.

The sample is drawn by hash: of all places that can be changed, those whose hash with the seed is
least. So it stays the same where the code does. Type annotations and strings are left alone.

    python tools/mutate.py --sample 500 --seed 13
    python tools/mutate.py matching --sample 120
    python tools/mutate.py --at criteria/salary.py:40    # everything that can change on a line
"""

from __future__ import annotations

import argparse
import ast
import compileall
import hashlib
import json
import os
import py_compile
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import coverage
import hypothesis
import parso
import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parents[1]
PACKAGE = "src/careeradvisor"
ROOMS = ("matching", "criteria", "prospects", "profile", "catalogue")
# Tests of data, not of code, and those of how things grow: nothing that a change would fail first.
LEFT_OUT = re.compile(r"test_bundled|test_every_official_title|test_a_flood_of|test_peers")
EXAMPLES = 40
SECONDS = 90
MEMORY = 3 << 30

NEIGHBOURS = (
    "low high", "lo hi", "shortest longest", "min max", "any all", "p10 p25", "p25 median",
    "median p75", "p75 p90", "entry after_five", "study months", "grants requires", "holds worked",
    "lower upper", "state area", "title id", "bisect_left bisect_right", "before after",
    "matches later", "ahead behind", "fits costs", "met against", "mine theirs", "fit fit_high",
    "verdict verdict_if_known", "st_uid st_gid", "S_IWGRP S_IWOTH", "lstrip rstrip",
    "career salary",
    "startswith endswith", "issuperset issubset", "union intersection", "floor ceil",
)  # fmt: skip
OTHERS: dict[str, str] = {}
for pair in NEIGHBOURS:
    one, other = pair.split()
    OTHERS.setdefault(one, other)
    OTHERS.setdefault(other, one)


class Nudge(Operator):  # type: ignore[misc]
    """A whole number by one; any other by a hundredth."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        if node.type == "number":
            yield (node.start_pos, node.end_pos)
            yield (node.start_pos, node.end_pos)

    def mutate(self, node: Any, index: int) -> Any:
        value = ast.literal_eval(node.value)
        step = 1 if isinstance(value, int) else 0.01 if value >= 0.01 or not value else value / 2
        node.value = repr(round(value + (-step if index else step), 12))
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


class Swap(Operator):  # type: ignore[misc]
    """The name next to the right one, or two positional arguments exchanged."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        if (node.type == "name" and node.value in OTHERS and self._used(node)) or self._pair(node):
            yield (node.start_pos, node.end_pos)

    @staticmethod
    def _used(node: Any) -> bool:
        kind = node.parent.type
        return kind in ("trailer", "atom_expr", "arglist", "comparison", "arith_expr", "term")

    @staticmethod
    def _pair(node: Any) -> bool:
        plain = [c for c in getattr(node, "children", []) if c.type not in ("operator", "argument")]
        whole = len(plain) * 2 - 1 == len(getattr(node, "children", []))
        if node.type != "arglist" or not whole or len(plain) < 2:
            return False
        called = node.parent.get_previous_sibling()
        return called is None or called.get_code().strip() not in ("min", "max")

    def mutate(self, node: Any, _: int) -> Any:
        if node.type == "name":
            node.value = OTHERS[node.value]
        else:
            first, second = node.children[0], node.children[2]
            one, two = first.get_first_leaf(), second.get_first_leaf()
            one.prefix, two.prefix = two.prefix, one.prefix
            node.children[0], node.children[2] = second, first
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


class Leave(Operator):  # type: ignore[misc]
    """A statement left out: a call, an assignment to what exists, a raise, a `with`."""

    def mutation_positions(self, node: Any) -> Iterator[Any]:
        if node.type in ("with_stmt", "raise_stmt") or self._call(node) or self._returned(node):
            yield (node.start_pos, node.end_pos)

    @staticmethod
    def _call(node: Any) -> bool:
        statement = node.parent is not None and node.parent.type == "simple_stmt"
        call = node.type == "atom_expr" and node.children[-1].type == "trailer"
        return statement and (
            call or (node.type == "expr_stmt" and node.children[0].type != "name")
        )

    @staticmethod
    def _returned(node: Any) -> bool:
        if node.type != "return_stmt":
            return False
        value: str = node.children[1].get_code()
        return value.strip() != "None"

    def mutate(self, node: Any, _: int) -> Any:
        if node.type == "with_stmt":
            new = parso.parse("if True:\n    pass\n").children[0]
            node.children[:-1] = new.children[:-1]
            node.children[0].prefix = ""
            return node
        text = "return None" if node.type == "return_stmt" else "pass"
        leaf = parso.parse(text + "\n").children[0].children[0]
        leaf.get_first_leaf().prefix = node.get_first_leaf().prefix
        return leaf

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


OWN = {"Nudge": Nudge, "Swap": Swap, "Leave": Leave}
UNUSED = re.compile(
    r"NumberReplacer|RemoveDecorator|Variable|Invert|_(Pow|LShift|RShift|BitXor|BitAnd|BitOr|Mod)$|Is$|IsNot$"
)
OPERATORS = [*OWN, *(name for name in operator_names() if not UNUSED.search(name))]


@dataclass(frozen=True)
class Change:
    """One change: of the code at a place, by an operator, the ``occurrence``-th of it."""

    file: str
    line: int
    column: int
    operator: str
    occurrence: int
    text: str

    @property
    def room(self) -> str:
        return self.file.split("/")[0]


def apply(change: Change, code: str) -> str:
    """The changed source of the change's file."""
    new: str = mutate_code(code, operator(change.operator), change.occurrence)
    return new


def operator(name: str) -> Any:
    return OWN[name]() if name in OWN else get_operator(name)()


def changes_in(file: str) -> Iterator[Change]:
    """Every change that can be made in a file, but those that no test could notice."""
    code = (ROOT / PACKAGE / file).read_text()
    lines = code.splitlines()
    quiet = _quiet(ast.parse(code))
    made = {name: operator(name) for name in OPERATORS}
    seen: Counter[str] = Counter()
    for node in _nodes(parso.parse(code)):
        for name, one in made.items():
            for (line, column), _end in one.mutation_positions(node):
                if not any(start <= (line, column) < end for start, end in quiet):
                    yield Change(file, line, column, name, seen[name], lines[line - 1].strip())
                seen[name] += 1


def _nodes(node: Any) -> Iterator[Any]:
    # In the order in which Cosmic Ray counts.
    yield node
    for child in getattr(node, "children", ()):
        yield from _nodes(child)


def _quiet(tree: ast.AST) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where code is only for who reads or checks it: annotations and `if TYPE_CHECKING`."""
    found: list[Any] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            found.append(node)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "cast":
            found.append(node.args[0])
        elif isinstance(node, ast.keyword) and node.arg in ("frozen", "slots"):
            found.append(node.value)
    return [
        ((n.lineno, n.col_offset), (n.end_lineno or 0, n.end_col_offset or 0))
        for n in found
        if n is not None
    ]


def _hash(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


def sample(rooms: list[str], size: int, seed: int) -> list[Change]:
    """Of every place one change, of the places those with the least hash."""
    places: dict[str, list[Change]] = defaultdict(list)
    for room in rooms:
        for path in sorted((ROOT / PACKAGE / room).glob("*.py")):
            for change in changes_in(f"{room}/{path.name}"):
                places[_hash(seed, change.file, change.text, change.column)].append(change)
    drawn = [places[key] for key in sorted(places)[:size]]
    return [few[int(_hash(seed, few[0].text), 16) % len(few)] for few in drawn]


class Tests:
    """Picks a room's tests and their order; cheap where a change needs many runs."""

    def __init__(self, order: dict[str, int] | None = None, cov: Any = None) -> None:
        self.order, self.cov = order, cov
        self.seconds: dict[str, float] = {}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [i for i in items if not LEFT_OUT.search(i.nodeid)]
        if self.order is not None:
            order = self.order
            items[:] = sorted(
                (i for i in items if i.nodeid in order), key=lambda i: order[i.nodeid]
            )
        for item in items:
            test = getattr(item, "obj", None)
            test = getattr(test, "__func__", test)
            old = getattr(test, "_hypothesis_internal_use_settings", None)
            if old is not None:
                few = min(EXAMPLES, old.max_examples)
                test._hypothesis_internal_use_settings = hypothesis.settings(  # type: ignore[union-attr]
                    old,
                    max_examples=few,
                    derandomize=True,
                    database=None,
                    phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
                )

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if self.cov:
            self.cov.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed and not self.failed:
            self.failed = report.nodeid


def _run(copy: Path, plugin: Tests, files: list[str], note: Path) -> None:
    """In a process of its own: the tests, then what came of it as a note. Never returns."""
    code = 1
    try:
        os.setsid()
        os.chdir(copy)
        null = os.open(copy / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for stream in (1, 2):
            os.dup2(null, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.environ.update(PYTHONPATH=str(copy / "src"), PYTHONDONTWRITEBYTECODE="1")
        sys.dont_write_bytecode = True
        sys.path[:0] = [str(copy), str(copy / "src")]
        flags = ["-x", "-q", "--assert=plain"]
        for part in ("cacheprovider", "xdist", "timeout"):
            flags += ["-p", f"no:{part}"]
        if plugin.cov:
            flags.remove("-x")
            plugin.cov.start()
        code = int(pytest.main([*flags, "-W", "ignore", "-c", "pyproject.toml", *files], [plugin]))
        if plugin.cov:
            plugin.cov.stop()
            plugin.cov.save()
        note.write_text(json.dumps({"failed": plugin.failed, "seconds": plugin.seconds}))
    finally:
        sys.stdout.flush()
        os._exit(code)


def fork(copy: Path, plugin: Tests, files: list[str], seconds: float) -> tuple[int, Any]:
    """Exit code of the tests (-1: too long) and their note."""
    note = copy / "note.json"
    note.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        _run(copy, plugin, files, note)
    end = time.monotonic() + seconds
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            said = json.loads(note.read_text()) if note.exists() else {}
            return os.waitstatus_to_exitcode(status), said
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return -1, {}
        time.sleep(0.02)


COPY = Path()


def make_copy() -> None:
    """A copy of the program to change, for this process alone."""
    global COPY
    COPY = Path(tempfile.mkdtemp(prefix=f"mutants-{os.getppid()}-"))
    for part in ("src", "tests", "tools", "docs"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, COPY / part, ignore=ignored)
    for part in ("pyproject.toml", "data", "requirements", "README.md"):
        (COPY / part).symlink_to(ROOT / part)
    hashed = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(COPY / "src", quiet=2, invalidation_mode=hashed)
    compileall.compile_dir(COPY / "tests", quiet=2, invalidation_mode=hashed)


def reach(room: str) -> tuple[dict[str, float], dict[str, dict[int, list[str]]]]:
    """The room's tests with their seconds, and by file and line the tests that come by."""
    cov = coverage.Coverage(
        data_file=str(COPY / f"coverage-{room}"), include=[f"{COPY}/{PACKAGE}/*"], config_file=False
    )
    code, said = fork(COPY, Tests(cov=cov), [f"tests/{room}"], 900)
    if code:
        raise SystemExit(
            f"tests/{room} fails as it is: {(COPY / 'output.txt').read_text()[-3000:]}"
        )
    data = coverage.CoverageData(str(COPY / f"coverage-{room}"))
    data.read()
    lines = {}
    for file in data.measured_files():
        name = str(Path(file).relative_to(COPY / PACKAGE))
        lines[name] = data.contexts_by_lineno(file)
    return said["seconds"], lines


def judge(change: Change, near: list[str], far: list[str]) -> tuple[Change, str, str]:
    """What noticed a change ("" if nothing did): first the tests that reach it, then the rest."""
    path = COPY / PACKAGE / change.file
    before = path.read_text()
    after = apply(change, before)
    path.write_text(after)
    try:
        for tests in (near, far):
            if not tests:
                continue
            files = sorted({test.split("::")[0] for test in tests})
            order = {test: i for i, test in enumerate(tests)}
            code, said = fork(COPY, Tests(order), files, SECONDS)
            if code == -1:
                return change, "took too long", ""
            if code:
                return change, said.get("failed") or "could not be loaded", ""
        return change, "", describe(change, before, after)
    finally:
        path.write_text(before)


def describe(change: Change, before: str, after: str) -> str:
    """Where a change is, and the line as it was and became."""
    lines = zip(before.splitlines(), after.splitlines(), strict=False)
    was, now = next(((a, b) for a, b in lines if a != b), (change.text, change.text))
    return f"{change.file}:{change.line}\n    - {was.strip()}\n    + {now.strip()}"


def drop_copy(_: int) -> None:
    shutil.rmtree(COPY, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rooms", nargs="*", help=f"of {', '.join(ROOMS)}; all if none is named")
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--only", help="of the sample only these, by number: 7,16,33")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--at", help="FILE:LINE, instead of a sample")
    chosen = parser.parse_args()
    if chosen.at:
        file, _, line = chosen.at.partition(":")
        every = [c for c in changes_in(file) if not line or c.line == int(line)]
    else:
        every = sample(chosen.rooms or list(ROOMS), chosen.sample, chosen.seed)
    numbers = list(range(1, len(every) + 1))
    if chosen.only:
        numbers = [int(number) for number in chosen.only.split(",")]
        every = [every[number - 1] for number in numbers]
    with ProcessPoolExecutor(chosen.jobs, initializer=make_copy) as pool:
        rooms = sorted({c.room for c in every})
        reached = dict(zip(rooms, pool.map(reach, rooms), strict=True))
        jobs = []
        for change in every:
            seconds, lines = reached[change.room]
            by_line = lines.get(change.file, {})
            here = set(by_line.get(change.line, ())) or {t for ts in by_line.values() for t in ts}
            ordered = sorted(seconds, key=lambda test: seconds[test])
            near = [t for t in ordered if t in here]
            far = [t for t in ordered if t not in here]
            jobs.append(pool.submit(partial(judge, change, near, far)))
        total: Counter[str] = Counter()
        noticed: Counter[str] = Counter()
        for number, job in zip(numbers, jobs, strict=True):
            change, by, shown = job.result()
            total[change.room] += 1
            noticed[change.room] += bool(by)
            if not by:
                print(f"{number}: not noticed: {shown}", flush=True)
        list(pool.map(drop_copy, range(chosen.jobs * 4)))
    for room in total:
        print(f"{room}: {noticed[room]} of {total[room]} noticed")
    print(f"all: {noticed.total()} of {total.total()} noticed, seed {chosen.seed}")


if __name__ == "__main__":
    main()
