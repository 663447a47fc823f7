"""Loading, ranking and explaining as catalogues and cohorts grow: time, peak memory, growth.

    python benchmarks/scale.py [--careers 100,1000,10000] [--profiles 1,1000] [--hot-spots]

Catalogues are made of copies of the bundled careers, each copy with its own ids,
credentials and pay, so that ways in, ties and unknown figures are as in life.
Every catalogue is measured in a process of its own, so that its peak memory is
its own. What is measured:

load      reading, parsing and checking the file (first use)
again     reading the parsed copy (every later use)
rank      for one person: ways in and ranking, from nothing
explain   for the same person: how sure it is, what would change, why each of the first five
cohort    ranking many people, who share three kinds of education

Times are of this process, whatever else the machine does. Growth is judged by the
number of function calls, which is the same on every machine: a larger heap also makes
each call slower, by what processor caches and the garbage collector cost, and the
growth of the times shows that beside it.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEED = 2024
# A catalogue file may have 32 MB at most: ten thousand careers fit with texts cut to this length,
# and without those that nothing is worked out from.
LONGEST_TEXT = 40
COLUMNS = ("load", "again", "rank", "explain")
PEOPLE_COUNTED = 20
SLACK = 1.05


def main() -> None:
    parser = argparse.ArgumentParser(description="Growth of time and memory.")
    parser.add_argument("--careers", type=numbers, default=[100, 1_000, 10_000])
    parser.add_argument("--profiles", type=numbers, default=[1, 1_000])
    parser.add_argument("--repeat", type=int, default=3, help="the best of so many runs")
    parser.add_argument("--hot-spots", action="store_true", help="profile instead of measuring")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one is not None:
        print(json.dumps(measure(arguments.one, arguments.profiles, arguments.repeat)))
    elif arguments.hot_spots:
        hot_spots(arguments.careers[-1], arguments.profiles[-1])
    else:
        report([measured_apart(n, arguments) for n in arguments.careers], arguments.profiles)


def numbers(text: str) -> list[int]:
    """Whole numbers between commas, smallest first."""
    return sorted(int(part) for part in text.split(","))


def measured_apart(careers: int, arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure one size of catalogue in a process of its own, with an empty cache folder."""
    command = [sys.executable, str(Path(__file__).resolve()), "--one", str(careers)]
    command += ["--profiles", ",".join(map(str, arguments.profiles))]
    command += ["--repeat", str(arguments.repeat)]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder, "HOME": folder}
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def measure(careers: int, profiles: Sequence[int], repeat: int) -> dict[str, Any]:
    """Seconds for each step, and the peak of memory in MB after loading and at the end."""
    from careeradvisor.catalogue import cache, parse, read
    from careeradvisor.catalogue.load import load
    from careeradvisor.cli.run import collect_seldom

    collect_seldom()
    # What grows is measured far beyond the size of file that the program takes.
    read.read_bytes.__kwdefaults__ = {"limit": 10**9}
    parse._MOST_MARKS = cache._MAX_BYTES = 10**9

    found: dict[str, Any] = {"careers": careers, "cohort": {}, "calls": {}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "careers.toml"
        # In another process, which forgets what it took to make it.
        subprocess.run(
            [sys.executable, "-c", _WRITE, str(ROOT), str(careers), str(path)], check=True
        )
        found["file"] = path.stat().st_size / 1e6

        def first_load() -> object:
            entry = cache.entry_for(path.read_bytes())
            assert entry is not None
            entry.unlink(missing_ok=True)
            return load(path)

        found["load"] = best(first_load, repeat)
        found["memory_load"] = peak()
        found["again"] = best(lambda: load(path), repeat)
        catalogue = load(path)
        found["calls"]["load"] = calls(first_load)
    assert len(catalogue.careers) == careers
    found["rank"] = best(lambda: ranked(catalogue), repeat)
    scorer, ranking = ranked(catalogue)
    found["explain"] = best(lambda: explained(scorer, ranking), repeat)
    for count in profiles:
        found["cohort"][str(count)] = best(partial(cohort, catalogue, count), 1)
    found["memory"] = peak()
    found["calls"]["rank"] = calls(lambda: ranked(catalogue))
    found["calls"]["explain"] = calls(lambda: explained(scorer, ranking))
    found["calls"]["cohort"] = calls(lambda: cohort(catalogue, PEOPLE_COUNTED))
    return found


# Text of a program, since the process that measures must not hold the tables.
_WRITE = """
import sys
sys.path.insert(0, sys.argv[1])
from benchmarks.scale import write_catalogue
write_catalogue(int(sys.argv[2]), sys.argv[3])
"""


def write_catalogue(careers: int, path: str) -> None:
    """Write a catalogue of so many careers, made of copies of the bundled ones."""
    import tomli
    import tomli_w

    from careeradvisor.catalogue.location import catalogue_path

    table = tomli.loads(catalogue_path().read_text(encoding="utf-8"))
    bundled: dict[str, Any] = table["careers"]
    copies: dict[str, Any] = {}
    number = 0
    while len(copies) < careers:
        number += 1
        # Ways in lead through other careers of the same copy, so a copy is cut only at the end.
        for key, career in bundled.items():
            copies[f"{key}-{number}"] = copied(career, number, Random(f"{SEED}{key}{number}"))
    chosen = dict(list(copies.items())[:careers])
    for career in chosen.values():
        career["ladder"] = [step for step in career.get("ladder", ()) if step["to"] in chosen]
        career["related"] = [other for other in career["related"] if other in chosen]
        for route in career.get("routes", ()):
            kept = [e for e in route.get("experience", ()) if e["career"] in chosen]
            route.pop("experience", None)
            if kept:
                route["experience"] = kept
    granted = {credential for career in chosen.values() for credential in career.get("grants", ())}
    for career in chosen.values():
        for route in career.get("routes", ()):
            known = [s for s in route["from"] if s in granted or not s[-1].isdigit()]
            route["from"] = known or ["high-school"]
    Path(path).write_text(tomli_w.dumps({**table, "careers": chosen}), encoding="utf-8")


def copied(career: dict[str, Any], number: int, random: Random) -> dict[str, Any]:
    """One career under new names, with pay up to a tenth higher or lower."""
    from careeradvisor.prospects.education import LEVELS

    copy: dict[str, Any] = shortened(career)
    copy["title"] = f"{career['title']} {number}"
    copy["aliases"] = [f"{alias} {number}" for alias in career.get("aliases", ())]
    copy["ladder"] = [{**step, "to": f"{step['to']}-{number}"} for step in copy.get("ladder", ())]
    copy["grants"] = [f"{credential}-{number}" for credential in career.get("grants", ())]
    copy["related"] = [f"{other}-{number}" for other in career.get("related", ())]
    for part in ("faq", "qualities", "duties", "day"):
        copy.pop(part, None)
    for route in copy.get("routes", ()):
        route["from"] = [s if s in LEVELS else f"{s}-{number}" for s in route["from"]]
        for experience in route.get("experience", ()):
            experience["career"] += f"-{number}"
    factor = random.uniform(0.9, 1.1)
    salary = copy.get("salary", {})
    # Of many copies in one group no single one is the whole of it.
    salary.pop("position", None)
    for percentile in ("p10", "p25", "median", "p75", "p90"):
        if percentile in salary:
            salary[percentile] = int(salary[percentile] * factor)
    return copy


def shortened(value: Any) -> Any:
    """The same tables with the ends of long texts cut off."""
    if isinstance(value, dict):
        return {name: shortened(part) for name, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value]
    if isinstance(value, str) and " " in value:
        return value[:LONGEST_TEXT].strip()
    return value


def person(random: Random) -> Any:
    """Somebody with answers to four questions and an order of importance."""
    from careeradvisor.profile.answers import Answers

    return Answers(
        wants={
            "patient_contact": random.choice(["none", "a-little", "some", "a-lot"]),
            "schooling": random.choice([6, 9, 12, 24, 36, 48, 72]),
            "remote": random.choice(["only", "mostly", "hybrid", "on-site"]),
            "salary": random.randrange(35_000, 150_000, 1_000),
        },
        education=random.choice(["high-school", "associate", "bachelor"]),
        must=random.choice([(), (), ("remote",), ("schooling", "salary")]),
        priorities=random.choice([(), ("salary",), ("remote", "salary", "schooling")]),
    )


def ranked(catalogue: Any) -> tuple[Any, Any]:
    """The ranking for one person, with nothing known beforehand."""
    from careeradvisor.matching.rank import Scorer
    from careeradvisor.prospects import Prospects

    somebody = person(Random(SEED))
    scorer = Scorer(Prospects(catalogue, somebody))
    return scorer, scorer.rank(somebody)


def explained(scorer: Any, ranking: Any) -> None:
    """All that is said about a ranking."""
    from careeradvisor.matching.advice import Advice
    from careeradvisor.matching.explain import explain

    advice = Advice(ranking, type(scorer)(scorer.prospects))
    assert advice.sureness.text or not ranking.matches
    assert advice.changes is not None
    assert advice.dominated is not None
    assert ranking.excluded is not None
    for match in ranking.matches[:5]:
        assert explain(match).fits is not None


def cohort(catalogue: Any, people: int) -> None:
    """Rankings of many people, those with the same education together."""
    from careeradvisor.matching.rank import Scorer
    from careeradvisor.prospects import Prospects

    random = Random(SEED)
    scorers: dict[str, Any] = {}
    for _ in range(people):
        somebody = person(random)
        scorer = scorers.get(somebody.education)
        if scorer is None:
            scorer = scorers[somebody.education] = Scorer(Prospects(catalogue, somebody))
        scorer.rank(somebody)


def best(what: Callable[[], object], repeat: int) -> float:
    """The shortest of several runs, in seconds of this process."""
    times = []
    for _ in range(max(1, repeat)):
        started = time.process_time()
        what()
        times.append(time.process_time() - started)
    return min(times)


def calls(what: Callable[[], object]) -> int:
    """How many function calls a step makes."""
    profile = cProfile.Profile()
    profile.runcall(what)
    return sum(entry.callcount for entry in profile.getstats())


def peak() -> float:
    """The most memory that this process has had so far, in MB."""
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def step_ms(name: str) -> Callable[[dict[str, Any]], float]:
    return lambda size: float(size[name]) * 1e3


def cohort_ms(people: int) -> Callable[[dict[str, Any]], float]:
    return lambda size: float(size["cohort"][str(people)]) * 1e3


def report(sizes: Sequence[dict[str, Any]], profiles: Sequence[int]) -> None:
    """Print a line per size, then the growth between sizes."""
    columns: list[tuple[str, str, Callable[[dict[str, Any]], float]]] = [
        *((name, f"{name}, ms", step_ms(name)) for name in COLUMNS),
        *((f"cohort of {p:,}", f"{p:,} people, ms", cohort_ms(p)) for p in profiles),
        ("memory after loading", "MB loaded", lambda size: float(size["memory_load"])),
        ("memory at the end", "MB at most", lambda size: float(size["memory"])),
    ]
    print(f"{'careers':>8} {'file, MB':>9}", *(f"{head:>16}" for _n, head, _v in columns))
    for size in sizes:
        cells = (f"{value(size):16,.1f}" for _name, _head, value in columns)
        print(f"{size['careers']:8,} {size['file']:9.1f}", *cells)
    for before, after in pairwise(sizes):
        factor = after["careers"] / before["careers"]
        print(f"\nFrom {before['careers']:,} to {after['careers']:,} careers ({factor:g} times):")
        for name, _head, value in columns:
            print(f"  {name:22} {value(after) / value(before):6.2f} times")
        for name, count in after["calls"].items():
            growth = count / before["calls"][name]
            print(f"  {f'calls to {name}':22} {growth:6.2f} times  {verdict(growth, factor)}")
        growth = after["memory"] / before["memory"]
        print(f"  {'peak of memory':22} {growth:6.2f} times  {verdict(growth, factor)}")
    if len(profiles) > 1:
        few, many = profiles[0], profiles[-1]
        print(f"\nFrom {few:,} to {many:,} people ({many / few:g} times):")
        for size in sizes:
            growth = size["cohort"][str(many)] / size["cohort"][str(few)]
            print(
                f"  {size['careers']:6,} careers {growth:8.2f} times  {verdict(growth, many / few)}"
            )


def verdict(growth: float, factor: float) -> str:
    return "linear or better" if growth <= factor * SLACK else "MORE THAN LINEAR"


def hot_spots(careers: int, people: int) -> None:
    """Where the time goes, function by function."""
    import pstats

    from careeradvisor.catalogue.check import examine

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "careers.toml"
        write_catalogue(careers, str(path))
        data = path.read_bytes()
    catalogue, problems = examine(data, "careers.toml")
    assert catalogue is not None, problems[:5]
    scorer, ranking = ranked(catalogue)
    steps: dict[str, Callable[[], object]] = {
        "load": lambda: examine(data, "careers.toml"),
        "rank": lambda: ranked(catalogue),
        "explain": lambda: explained(scorer, ranking),
        f"cohort of {people:,}": lambda: cohort(catalogue, people),
    }
    for name, step in steps.items():
        print(f"\n== {name}, {careers:,} careers")
        profile = cProfile.Profile()
        profile.runcall(step)
        pstats.Stats(profile).sort_stats("tottime").print_stats(14)


if __name__ == "__main__":
    main()
