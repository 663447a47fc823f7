#!/usr/bin/env python
"""Coverage-guided bytes for a catalogue or a profile, by atheris.

    pip install atheris        (CPython 3.11 to 3.13 on Linux)
    python fuzz/coverage_guided.py catalogue --seconds 60
    python fuzz/coverage_guided.py profile --seconds 60

Whatever the bytes are, reading them ends in an answer, in problems said in words or
in one of the program's own errors; a catalogue that passes can be ranked for somebody
who answers every question. Anything else stops the run with the input that did it.
Besides bytes, values of the TOML are changed, so that many inputs get past the parser.
Without atheris it says so and exits with 3.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
# The second for what tests change files with.
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

NOT_INSTALLED = 3
_LONGEST_INPUT = 40_000


def shown_safely(text: str) -> bool:
    """Whether nothing in a message could be unseen or move the cursor."""
    from careeradvisor.text import is_hidden

    return not any(map(is_hidden, text))


def read_catalogue(data: bytes) -> None:
    """A catalogue's bytes: every problem is words on one line."""
    from careeradvisor.catalogue.check import examine
    from careeradvisor.criteria import ALL

    catalogue, problems = examine(data, "careers.toml")
    assert (catalogue is None) == bool(problems)
    for problem in problems:
        text = str(problem)
        assert shown_safely(text), text
        assert text.startswith("careers.toml"), text
        assert problem.line is None or 1 <= problem.line <= data.count(b"\n") + 1, text
    if catalogue is not None:
        from careeradvisor.matching.advice import advise
        from careeradvisor.profile.format import from_toml
        from careeradvisor.prospects import Prospects

        answers = from_toml(_PROFILE, "profile.toml", ALL).answers
        assert answers is not None
        advise(Prospects(catalogue, answers), answers)


def read_profile(data: bytes) -> None:
    """A profile's bytes: answers that can be written and read again, or words."""
    from careeradvisor.criteria import ALL
    from careeradvisor.errors import BadProfile
    from careeradvisor.profile.format import from_toml, to_toml

    try:
        saved = from_toml(data, "profile.toml", ALL)
    except BadProfile as problem:
        said = problem.message.replace("\n", "")
    else:
        said = ""
    assert shown_safely(said), said
    if said:
        return
    assert from_toml(to_toml(saved, ALL).encode(), "profile.toml", ALL) == saved


TARGETS = {"catalogue": read_catalogue, "profile": read_profile}
_PROFILE = b"""version = 1
[answers]
patient_contact = "none"
schooling_months = 9
remote = "only"
salary = 45000
growth = "stable"
schedule = ["no-nights"]
physical = "moderate"
exposure = ["radiation"]
earnings = 500000
interests = "SIA"
automation = "moderate"
education = "bachelor"
holds = ["rn"]
state = "TX"
must = ["remote"]
priorities = ["remote", "salary"]
"""


def seeds(target: str) -> list[bytes]:
    """Sound inputs to start from."""
    if target == "profile":
        return [_PROFILE]
    from tests.helpers import catalogue_table, to_toml

    from careeradvisor.catalogue.location import STARTER, bundled_data

    return [to_toml(catalogue_table()).encode(), (bundled_data() / STARTER).read_bytes()]


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Another input made of one: value by value where it is TOML, else byte by byte."""
    import atheris
    import tomli
    from tests.fuzz.mutate import bent, twisted

    dice = Random(seed)
    roll = dice.random()
    if roll < 0.4:
        try:
            return twisted(tomli.loads(data.decode()), dice)[:most]
        except (ValueError, RecursionError):
            pass
    if roll < 0.6:
        return bent(data, dice)[:most]
    mutated: bytes = atheris.Mutate(data, len(data))
    return mutated[:most]


def main() -> int:
    """Run one target for a bounded time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="how long to go on")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same inputs")
    wanted = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed, so nothing was tried. Install it: pip install atheris")
        return NOT_INSTALLED
    with tempfile.TemporaryDirectory() as folder:
        for i, seed in enumerate(seeds(wanted.target)):
            Path(folder, f"seed{i}").write_bytes(seed)
        with atheris.instrument_imports(include=["careeradvisor"]):
            TARGETS[wanted.target](seeds(wanted.target)[-1])
        atheris.Setup(
            [
                sys.argv[0],
                folder,
                f"-max_total_time={wanted.seconds}",
                f"-max_len={_LONGEST_INPUT}",
                f"-seed={wanted.seed}",
                "-timeout=20",
                "-print_final_stats=1",
            ],
            TARGETS[wanted.target],
            custom_mutator=changed,
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
