"""Holland interests: how alike a person's and a career's profiles are."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

from careeradvisor.criteria.base import ANY, NOT_KNOWN, Choice, Criterion, quoted, tidy
from careeradvisor.errors import WrongUse

if TYPE_CHECKING:
    from careeradvisor.profile.answers import Answer
    from careeradvisor.prospects import Prospect

KINDS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
LETTERS = "RIASEC"
# Matched with tidy text only: at most 80 letters.
_SCORES = re.compile(r"([RIASEC])=?(\d{1,2})")
_LARGEST_SCORE = 40


class Interests(Criterion):
    """Correlation of two profiles of six interests, mapped from [-1, 1] to [0, 1].

    The answer is one to three Holland letters, most typical first (``SIA``), or
    the six scores of the O*NET Interest Profiler (``R12 I30 A8 S25 E10 C20``).
    Letters stand for 3, 2 and 1 points, the others for 0. Profile correlation is
    how O*NET's own tools link people to occupations.
    """

    name = "interests"
    label = "interests"
    head = "Interests"
    question = "Which of these sounds most like you? Pick up to three, the best first."
    why = (
        "These six kinds of interest are known as Holland codes. Picking from descriptions is a "
        "rough guide, not a validated test. If you have a result from the O*NET Interest Profiler "
        "(free at mynextmove.org), its six scores are better: R12 I30 A8 S25 E10 C20."
    )
    metavar = "CODE (SIA) or SCORES ('R12 I30 A8 S25 E10 C20') or any"
    several = True
    choices = (
        Choice("R", "Building, fixing, working with my hands or with machines"),
        Choice("I", "Finding things out, science, solving puzzles"),
        Choice("A", "Making, designing, expressing myself"),
        Choice("S", "Helping, teaching, listening to people"),
        Choice("E", "Leading, persuading, deciding"),
        Choice("C", "Order, detail, records and clear rules"),
    )
    examples = "SIA, or R12 I30 A8 S25 E10 C20"
    # A correlation of .3: below it two profiles have as much apart as in common.
    as_asked_from = 0.65

    def parse(self, text: str) -> Answer | None:
        """One to three letters of RIASEC, or all six with their scores (0 to 40); or any."""
        words = tidy(text).upper()
        if words == ANY.upper():
            return None
        letters = words.replace(" ", "").replace(",", "")
        pairs = _SCORES.findall(letters)
        if "".join(letter + score for letter, score in pairs) == letters.replace("=", ""):
            scores = dict(pairs)
            if len(pairs) == len(scores) == 6 and max(map(int, scores.values())) <= _LARGEST_SCORE:
                if len(set(scores.values())) == 1:
                    raise WrongUse(
                        "All six scores are the same, so they say nothing about your interests. "
                        "Use any, or name your strongest letters."
                    )
                return " ".join(f"{letter}{int(scores[letter])}" for letter in LETTERS)
        if 1 <= len(letters) <= 3 and set(letters) <= set(LETTERS) and _distinct(letters):
            return letters
        raise WrongUse(
            f"'{quoted(text)}' is not a set of interests. Write one to three different letters of "
            "RIASEC, the strongest first (such as SIA), or six scores from 0 to 40 "
            "(R12 I30 A8 S25 E10 C20); or any."
        )

    def wanted(self, answer: Answer) -> str:
        """See Criterion."""
        return f"interests {answer}"

    def satisfaction(self, prospect: Prospect, answer: Answer) -> float | None:
        """(1 + r) / 2 with r the correlation of both profiles."""
        r = self._correlation(prospect, answer)
        return None if r is None else (1.0 + r) / 2.0

    def meets(self, prospect: Prospect, answer: Answer) -> bool | None:
        """A correlation that is not negative."""
        r = self._correlation(prospect, answer)
        return None if r is None else r >= 0.0

    def offered(self, prospect: Prospect) -> str | None:
        """The career's three strongest letters."""
        ratings = _ratings(prospect)
        if ratings is None:
            return None
        order = sorted(range(6), key=lambda i: -ratings[i])
        return "".join(LETTERS[i] for i in order[:3])

    def short(self, prospect: Prospect, answer: Answer | None = None) -> str:
        """See Criterion."""
        return self.offered(prospect) or NOT_KNOWN

    def reason(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        r = self._correlation(prospect, answer)
        if r is None:
            return "has no published interest profile"
        if r >= 0.5:
            how = "close to"
        elif r >= 0.0:
            how = "partly like"
        else:
            how = "unlike"
        return f"attracts people with interests {self.offered(prospect)}, {how} yours"

    def shortfall(self, prospect: Prospect, answer: Answer) -> str:
        """See Criterion."""
        return f"attracts people with interests {self.offered(prospect)}; yours are {answer}"

    def _correlation(self, prospect: Prospect, answer: Answer) -> float | None:
        ratings = _ratings(prospect)
        if ratings is None:
            return None
        return _pearson(_points(str(answer)), ratings)


def _distinct(letters: str) -> bool:
    return len(set(letters)) == len(letters)


def _points(answer: str) -> tuple[float, ...]:
    if " " in answer:
        return tuple(float(part[1:]) for part in answer.split())
    return tuple(float(3 - answer.index(c)) if c in answer else 0.0 for c in LETTERS)


def _ratings(prospect: Prospect) -> tuple[float, ...] | None:
    interests = prospect.career.interests
    if interests is None:
        return None
    ratings = tuple(float(getattr(interests, kind)) for kind in KINDS)
    return None if len(set(ratings)) == 1 else ratings


def _pearson(xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    mean_x, mean_y = sum(xs) / 6, sum(ys) / 6
    dx = [x - mean_x for x in xs]
    dy = [y - mean_y for y in ys]
    top = sum(a * b for a, b in zip(dx, dy, strict=True))
    bottom = sqrt(sum(a * a for a in dx) * sum(b * b for b in dy))
    return max(-1.0, min(1.0, top / bottom))
