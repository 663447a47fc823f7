#!/usr/bin/env python
"""Random keys at the quiz, for as long as you like.

    python fuzz/random_keys.py --minutes 20

Each session is a real process at a real pseudo-terminal, and is played again by
``--seed N --sessions 1``. Ends with exit code 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fuzz.sessions import Played, play, preload

_SESSIONS_PER_HOME = 4
_SHARE_STARTED_ANEW = 0.03


def main() -> int:
    """Play sessions until the time is over; print what was tried and what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long to go on")
    parser.add_argument("--seed", type=int, default=0, help="the first session's seed")
    parser.add_argument("--sessions", type=int, default=10**9, help="at most so many sessions")
    parser.add_argument("--steps", type=int, default=60, help="at most so many bursts of keys")
    wanted = parser.parse_args()
    preload()
    tally = Tally()
    until = time.monotonic() + 60 * wanted.minutes
    home = Path(tempfile.mkdtemp(prefix="keys-"))
    try:
        for number in range(wanted.sessions):
            if time.monotonic() >= until:
                break
            if number % _SESSIONS_PER_HOME == 0:
                shutil.rmtree(home / "config", ignore_errors=True)
            seed = wanted.seed + number
            anew = Random(seed).random() < _SHARE_STARTED_ANEW
            tally.add(play(home, seed, steps=wanted.steps, fork=not anew))
    except KeyboardInterrupt:
        pass
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(tally)
    return 1 if tally.bad else 0


class Tally:
    """What has been tried and found so far."""

    def __init__(self) -> None:
        self.sessions = self.steps = self.sent = 0
        self.bad: list[int] = []
        self.ends: Counter[str] = Counter()
        self.started = time.monotonic()

    def add(self, played: Played) -> None:
        """Count a session; print it when something was wrong."""
        self.sessions += 1
        self.steps += played.steps
        self.sent += played.sent
        self.ends[f"{played.end} {played.code}"] += 1
        if played.problems:
            self.bad.append(played.seed)
            print(played, flush=True)

    def __str__(self) -> str:
        minutes = (time.monotonic() - self.started) / 60
        ends = ", ".join(f"{end}: {count:,}" for end, count in sorted(self.ends.items()))
        return (
            f"{self.sessions:,} sessions, {self.steps:,} bursts of keys, {self.sent:,} bytes typed "
            f"in {minutes:.1f} minutes ({ends}). Broken promises: {len(self.bad)}"
            + (f" (seeds {', '.join(map(str, self.bad[:20]))})." if self.bad else ".")
        )


if __name__ == "__main__":
    sys.exit(main())
