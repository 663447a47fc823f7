"""Random catalogues and random people, unknowns, ties and all criteria included."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st

from careeradvisor.catalogue.model import (
    Automation,
    Career,
    Catalogue,
    Degree,
    Experience,
    Head,
    HowUsual,
    Interests,
    Outlook,
    PatientContact,
    Position,
    Remote,
    Residency,
    Route,
    Salary,
    Source,
    Usual,
    Work,
)
from careeradvisor.criteria import ALL
from careeradvisor.profile.answers import Answer, Answers
from careeradvisor.prospects.education import LEVELS

IDS = ("ant", "bee", "cat", "dog", "eel", "fox", "gnu")
DEGREES = {"law-degree": Degree("law", "master"), "bio-degree": Degree("biology", sciences=True)}
CREDENTIALS = ("rn", "coding", *DEGREES)
HOW_USUAL: tuple[HowUsual, ...] = get_args(HowUsual)
REVIEWED = dt.date(2026, 1, 1)

wages = st.sampled_from([30_000, 45_000, 50_000, 60_000, 90_000]) | st.integers(1_000, 400_000)


def careers(own_id: str) -> st.SearchStrategy[Career]:
    """One career; every part may be missing.

    Made from one drawn number instead of some forty, which is thirty times faster;
    a failing catalogue still shrinks to few careers with small numbers.
    """
    return st.integers(0, 2**32).map(lambda seed: _career(own_id, Random(seed)))


def _maybe(random: Random, value: Any) -> Any:
    """Sometimes not known."""
    return value if random.random() < 0.7 else None


def _salary(random: Random) -> Salary:
    """Percentiles in order, some of them not published, some equal."""
    usual = (30_000, 45_000, 50_000, 60_000, 90_000)
    values = sorted(
        random.choice(usual) if random.random() < 0.5 else random.randint(1_000, 400_000)
        for _ in range(5)
    )
    shown = [v if random.random() < 0.85 else None for v in values]
    p10, p25, median, p75, p90 = shown
    part: Any = random.choice([None, "whole", "lower", "middle", "upper"])
    return Salary(
        basis=random.choice(["occupation", "broader-group"]),
        source="s",
        group="A group",
        p10=p10,
        p25=p25,
        median=median,
        p75=p75,
        p90=p90,
        rse=_maybe(random, random.choice([0.5, 3.0, 40.0])),
        position=None if part is None else Position(part, "w", "s"),
    )


def _route(own_id: str, random: Random) -> Route:
    """A route from school, a degree or a credential, sometimes with experience elsewhere."""
    low, high = sorted(random.choice([0, 4, 9, 12, 24, 36, random.randint(0, 60)]) for _ in "lh")
    experience = []
    if random.random() < 0.25:
        other = random.choice([i for i in IDS if i != own_id])
        experience = [Experience(other, random.choice([12, 24]))]
    return Route(
        name="A route",
        start=random.choice(
            [
                *(["high-school"], ["none"], ["bachelor"], ["master"], ["rn"]),
                *(["coding", "associate"], ["law-degree"], ["bio-degree"]),
                ["bio-degree", "master"],
            ]
        ),
        months=(low, high),
        award="An award",
        source="s",
        education=random.choice([None, None, "associate", "bachelor"]),
        experience=experience,
        usual=random.choice([None, None, *(Usual(how, "w", "s") for how in HOW_USUAL)]),
        sciences=random.random() < 0.3,
    )


def _career(own_id: str, random: Random) -> Career:
    def frequency() -> Any:
        return _maybe(random, random.choice(["rare", "some", "usual"]))

    def amount() -> Any:
        return _maybe(random, random.choice(["little", "some", "much"]))

    def rating() -> float:
        return random.choice([1.0, 2.5, 4.0, 7.0])

    return Career(
        id=own_id,
        title=random.choice(["Same title", own_id.title()]),
        soc="29-2072",
        family="f",
        summary="A career.",
        reviewed=REVIEWED,
        sources=["s"],
        grants=random.choice([[], [], ["rn"], ["coding"]]),
        patient_contact=_maybe(random, PatientContact(random.randint(0, 4), "w", "s")),
        remote=_maybe(random, Remote(random.randint(0, 4), random.randint(0, 4), "w", "s")),
        routes=[_route(own_id, random) for _ in range(random.randint(0, 2))],
        residency=random.choice([None, None, Residency((12, 24), "Residency", "s")]),
        salary=_maybe(random, _salary(random)),
        outlook=_maybe(
            random,
            Outlook(
                "s",
                "2024-34",
                _maybe(random, random.choice([-12.0, 0.0, 3.0, 7.0, 40.0])),
                _maybe(random, random.randint(0, 10_000)),
                own_openings=_maybe(random, random.choice([0, 200, 5_000])),
            ),
        ),
        work=_maybe(
            random,
            Work(
                why="w",
                source="s",
                nights=frequency(),
                weekends=frequency(),
                on_call=frequency(),
                standing=amount(),
                lifting=amount(),
                radiation=amount(),
                infection=amount(),
                fluids=amount(),
            ),
        ),
        automation=_maybe(
            random,
            Automation(
                random.choice([0.0, 0.2, 0.35, 1.0]),
                "s",
                microsoft=_maybe(random, random.choice([0.0, 0.3])),
                anthropic=_maybe(random, random.choice([0.1, 0.7])),
            ),
        ),
        interests=_maybe(
            random, Interests(rating(), rating(), rating(), rating(), rating(), rating(), "s")
        ),
    )


@st.composite
def catalogues(draw: st.DrawFn, most: int = len(IDS), least: int = 1) -> Catalogue:
    """A catalogue of one to seven careers."""
    count = draw(st.integers(least, most))
    chosen = {i: draw(careers(i)) for i in IDS[:count]}
    return catalogue_of(list(chosen.values()))


def catalogue_of(chosen: list[Career]) -> Catalogue:
    """A catalogue that holds just these careers, in this order."""
    return Catalogue(
        head=Head("Test", "1", REVIEWED, "US"),
        sources={"s": Source("S", "P", "2026", "MIT")},
        families={"f": "Family"},
        careers={career.id: career for career in chosen},
        degrees=DEGREES,
    )


_RAW: dict[str, st.SearchStrategy[str]] = {
    "schooling": st.integers(0, 120).map(str),
    "salary": wages.map(lambda wage: str(max(wage, 10_000))),
    "earnings": st.integers(50_000, 3_000_000).map(str),
    "interests": st.sampled_from(["R", "SIA", "CE", "R1 I2 A3 S4 E5 C6", "R9 I0 A0 S0 E0 C9"]),
}


def answer_to(criterion: Any) -> st.SearchStrategy[Answer]:
    """A random answer to one criterion, by the way a person gives it: as text."""
    values = [choice.value for choice in criterion.choices]
    if criterion.key in _RAW:
        raw = _RAW[criterion.key]
    elif criterion.several:
        raw = st.lists(st.sampled_from(values), min_size=1, unique=True).map(",".join)
    else:
        raw = st.sampled_from(values)
    return raw.map(criterion.parse)


@st.composite
def backgrounds(draw: st.DrawFn) -> Answers:
    """What a person brings along: education, credentials, work, pace."""
    return Answers(
        education=draw(st.sampled_from(LEVELS)),
        holds=tuple(draw(st.lists(st.sampled_from(CREDENTIALS), unique=True))),
        worked=draw(st.dictionaries(st.sampled_from(IDS), st.sampled_from([6, 18, 60]))),
        pace=draw(st.sampled_from(["full", "half"])),
        sciences=draw(st.booleans()),
    )


@st.composite
def people(draw: st.DrawFn, least: int = 1) -> Answers:
    """Answers to some of the criteria, with musts and an order of importance."""
    asked = draw(st.lists(st.sampled_from(ALL), min_size=least, unique=True))
    keys = [c.key for c in asked]
    return replace(
        draw(backgrounds()),
        wants={c.key: draw(answer_to(c)) for c in asked},
        must=tuple(draw(st.lists(st.sampled_from(keys), unique=True))),
        priorities=tuple(draw(st.lists(st.sampled_from(keys), unique=True))),
    )
