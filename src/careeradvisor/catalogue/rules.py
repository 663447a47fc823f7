"""What the types cannot say: figures in order, references that lead somewhere, honest text.

Each rule is a generator of complaints about a catalogue whose types are right,
or about the sound rest of one whose types are not: an empty text, the earliest
date and ``None`` stand for what could not be used and are passed over.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

from careeradvisor.text import code_name, is_clean, is_hidden, shorten

from .complaint import Complaint
from .model import Career, Catalogue, EducationLevel, Industry, Route, Salary
from .names import key
from .parts import named_sources
from .wording import Place, did_you_mean, field_name, one_of, show

EDUCATION_LEVELS: frozenset[str] = frozenset(get_args(EducationLevel))
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
# Fields of running text, in which a line may end.
LONG_TEXT = frozenset(
    {
        "why",
        "note",
        "notes",
        "summary",
        "day",
        "answer",
        "takes",
        "attribution",
        "duties",
        "qualities",
        "mixes",
        "says",
    }
)
# A whole year's pay below this is an hourly or a weekly wage in the wrong place.
LOWEST_YEARLY_PAY = 1_000
# A catalogue may be reviewed after the date of its figures, but not years after.
REVIEW_SLACK = dt.timedelta(days=731)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
# The model is five deep; what lies deeper is unknown to it and complained about as such.
_DEEPEST = 10


def complaints(
    catalogue: Catalogue, raw: dict[str, Any], broken: frozenset[Place]
) -> Iterator[Complaint]:
    """Yield everything that is wrong with a catalogue beyond its types.

    ``raw`` is the parsed file that it came from. ``broken`` holds the places of
    known problems and all places around them: where a part is not as its author
    meant it, what is missing from it is not complained about as well.
    """
    yield from text_complaints(raw)
    yield from _head(catalogue)
    yield from _urls(catalogue)
    yield from _unique_names(catalogue)
    if ("sources",) not in broken or catalogue.sources:
        yield from _source_references(catalogue)
    granted = {item for career in catalogue.careers.values() for item in career.grants}
    for name, career in catalogue.careers.items():
        place: Place = ("careers", name)
        yield from _family(career, catalogue, place)
        yield from _review_date(career, catalogue, place)
        if career.salary is not None:
            yield from _salary(career, career.salary, (*place, "salary"), broken)
        yield from _routes(career, catalogue, granted, place, broken)
        yield from _training(career, place, broken)
        yield from _ladder(career, catalogue, place)
        yield from _outlook(career, place, broken)
        yield from _automation(career, place, broken)
        yield from _laws_named(career, catalogue, place)
    yield from _whole(catalogue, broken)
    yield from _programs(catalogue, broken)
    yield from _dates_of_laws(catalogue)
    yield from _unreachable(catalogue, granted)


def text_complaints(raw: Any, place: Place = ()) -> Iterator[Complaint]:
    """Yield a complaint for each text with characters that a person cannot see, or only spaces."""
    if len(place) > _DEEPEST:
        return
    if isinstance(raw, dict):
        for name, value in raw.items():
            if isinstance(value, str):
                if not is_clean(value) or not value.strip():
                    yield from _text(value, (*place, name), name in LONG_TEXT)
            elif isinstance(value, dict | list):
                yield from text_complaints(value, (*place, name))
        return
    for at, value in enumerate(raw):
        if isinstance(value, str):
            if not is_clean(value) or not value.strip():
                yield from _text(value, (*place, at), place[-1] in LONG_TEXT)
        elif isinstance(value, dict | list):
            yield from text_complaints(value, (*place, at))


def _text(value: str, place: Place, is_long: bool) -> Iterator[Complaint]:
    if value and not value.strip():
        yield Complaint(place, "is only spaces; leave it out if it is not known")
    for char in value:
        if char == "\n":
            if not is_long:
                yield Complaint(place, "must be on one line")
                return
        elif is_hidden(char):
            yield Complaint(place, f"holds a character that cannot be seen ({code_name(char)})")
            return


def _head(catalogue: Catalogue) -> Iterator[Complaint]:
    year = catalogue.head.as_of.year
    if catalogue.head.as_of != dt.date.min and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        text = f"({catalogue.head.as_of}) must be from {EARLIEST_YEAR} to {LATEST_YEAR}"
        yield Complaint(("catalogue", "as_of"), text)


def _urls(catalogue: Catalogue) -> Iterator[Complaint]:
    for name, source in catalogue.sources.items():
        if source.url is not None:
            yield from _url(source.url, ("sources", name, "url"))
    for name, aid in catalogue.aid.items():
        yield from _order(aid.months, ("aid", name, "months"))
    for name, law in catalogue.laws.items():
        if law.url is not None:
            yield from _url(law.url, ("laws", name, "url"))
    for name, aid in catalogue.aid.items():
        if aid.url is not None:
            yield from _url(aid.url, ("aid", name, "url"))
    for name, career in catalogue.careers.items():
        if career.handbook is not None:
            yield from _url(career.handbook, ("careers", name, "handbook"))
        if career.boards is not None:
            yield from _url(career.boards, ("careers", name, "boards"))
        for at, body in enumerate(career.accreditation):
            if body.url is not None:
                yield from _url(body.url, ("careers", name, "accreditation", at, "url"))
        for at, credential in enumerate(career.credentials):
            if credential.url is not None:
                yield from _url(credential.url, ("careers", name, "credentials", at, "url"))


def _url(url: str, place: Place) -> Iterator[Complaint]:
    # The report makes links of them: javascript: and file: must not become one.
    if not url.startswith(("https://", "http://")) or any(char in ' "<>`\\' for char in url):
        yield Complaint(place, f"({show(url)}) must be a web address that starts with https://")


def _unique_names(catalogue: Catalogue) -> Iterator[Complaint]:
    taken: dict[str, tuple[str, str]] = {}
    # Ids first, titles second: of two that clash, the alias is the one to change.
    named: list[tuple[str, Place, str, str]] = []
    careers = catalogue.careers
    named += [(name, ("careers", name), "the id", name) for name in careers]
    named += [
        (name, ("careers", name, "title"), "the title", career.title)
        for name, career in careers.items()
        if career.title
    ]
    named += [
        (name, ("careers", name, "aliases", at), "an alias", alias)
        for name, career in careers.items()
        for at, alias in enumerate(career.aliases)
        if alias
    ]
    for name, place, what, text in named:
        its_key = key(text)
        if not its_key:
            if what != "the id" and text.strip():
                yield Complaint(place, f"({show(text)}) has no letters or digits to find it by")
            continue
        owner, as_what = taken.setdefault(its_key, (name, what))
        if owner != name:
            own = "is" if what == "the id" else f"({show(text)}) is"
            owner = shorten(owner, 60)
            yield Complaint(place, f"{own} also {as_what} of {owner}; a name can lead to one only")


def _source_references(catalogue: Catalogue) -> Iterator[Complaint]:
    known = catalogue.sources

    def unknown(source: str, place: Place) -> Iterator[Complaint]:
        if source and source not in known:
            hint = did_you_mean(source, known)
            yield Complaint(place, f"({show(source)}) is not a source in [sources]{hint}")

    for name, career in catalogue.careers.items():
        for at, source in enumerate(career.sources):
            if source not in known:
                yield from unknown(source, ("careers", name, "sources", at))
        for place, source in named_sources(career):
            yield from unknown(source, ("careers", name, *place))
    for name, program in catalogue.programs.items():
        yield from unknown(program.source, ("programs", name, "source"))
    for name, law in catalogue.laws.items():
        yield from unknown(law.source, ("laws", name, "source"))
    for name, aid in catalogue.aid.items():
        yield from unknown(aid.source, ("aid", name, "source"))


def _family(career: Career, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    if career.family and catalogue.families and career.family not in catalogue.families:
        hint = did_you_mean(career.family, catalogue.families)
        text = f"({show(career.family)}) is not a family in [families]{hint}"
        yield Complaint((*place, "family"), text)


def _review_date(career: Career, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    if career.reviewed == dt.date.min:
        return
    if not EARLIEST_YEAR <= career.reviewed.year <= LATEST_YEAR:
        text = f"({career.reviewed}) must be from {EARLIEST_YEAR} to {LATEST_YEAR}"
        yield Complaint((*place, "reviewed"), text)
        return
    # Compared with the catalogue's own date, not with today: a clock may be wrong.
    as_of = catalogue.head.as_of
    if as_of.year >= EARLIEST_YEAR and career.reviewed - as_of > REVIEW_SLACK:
        text = f"({career.reviewed}) is more than two years after catalogue.as_of ({as_of})"
        yield Complaint((*place, "reviewed"), text)


def _salary(
    career: Career, salary: Salary, place: Place, broken: frozenset[Place]
) -> Iterator[Complaint]:
    known = _percentiles(salary)
    yield from _disorder(known, place)
    survey = salary.survey
    figures = [((*place, name), figure) for name, figure in known]
    if salary.industry is not None:
        here: Place = (*place, "industry")
        its_own = _percentiles(salary.industry)
        yield from _disorder(its_own, here)
        figures += [((*here, name), figure) for name, figure in its_own]
        if len(its_own) < 2 and here not in broken:
            yield Complaint(here, "needs at least two percentiles, which count for this career")
    if survey is not None:
        if survey.low > survey.high:
            text = f"({survey.low}) is above salary.survey.high ({survey.high})"
            yield Complaint((*place, "survey", "low"), text)
        figures.append(((*place, "survey", "low"), survey.low))
    for at, figure in figures:
        if figure < LOWEST_YEARLY_PAY and at not in broken:
            yield Complaint(
                at, f"({figure}) must be dollars a year, not an hour, a week or a month"
            )
    if len(known) < 2 and salary.note is None and place not in broken:
        yield Complaint(
            place,
            "has fewer than two percentiles, too few to rank by: "
            "add them, or say in salary.note why there are none",
        )
    if salary.basis == "broader-group" and salary.group is None and place not in broken:
        text = '("broader-group") needs salary.group, the name of the group that is counted'
        yield Complaint((*place, "basis"), text)
    if salary.basis in ("occupation", "survey") and salary.group is not None:
        text = f'belongs to salary.basis "broader-group", but that is {show(salary.basis)}'
        yield Complaint((*place, "group"), text)
    if salary.basis == "survey" and not known and survey is None and place not in broken:
        yield Complaint((*place, "basis"), '("survey") needs the percentiles or the salary.survey')
    if salary.basis == "occupation" and salary.soc and career.soc and salary.soc != career.soc:
        text = (
            f"({salary.soc}) is not the career's own soc ({career.soc}): "
            'make salary.basis "broader-group" and name the group'
        )
        yield Complaint((*place, "soc"), text)


def _percentiles(table: Salary | Industry) -> list[tuple[str, int]]:
    return [(name, figure) for name in PERCENTILES if (figure := getattr(table, name)) is not None]


def _disorder(known: list[tuple[str, int]], place: Place) -> Iterator[Complaint]:
    for (low_name, low), (high_name, high) in pairwise(known):
        if low > high:
            high_name = field_name((*place[2:], high_name))
            yield Complaint((*place, low_name), f"({low}) is above {high_name} ({high})")


def _whole(catalogue: Catalogue, broken: frozenset[Place]) -> Iterator[Complaint]:
    """Complain where careers share a SOC code's wages and not exactly one is the whole of it.

    Careers that name an industry have wages of their own. A code of which no career says
    what part of it it is, is left alone: nothing is claimed about it.
    """
    sharing: defaultdict[str, list[Career]] = defaultdict(list)
    for career in catalogue.careers.values():
        salary = career.salary
        if salary is not None and salary.basis != "survey" and salary.industry is None:
            sharing[salary.soc or career.soc].append(career)
    for code, careers in sharing.items():
        if len(careers) < 2 or not any(_part_of(career) for career in careers):
            continue
        wholes = [career.id for career in careers if _part_of(career) == "whole"]
        if len(wholes) == 1:
            continue
        at = careers[0] if not wholes else catalogue.careers[wholes[1]]
        place: Place = ("careers", at.id, "salary")
        if place in broken:
            continue
        named = one_of([shorten(career.id, 60) for career in careers[:6]], last="and")
        yield Complaint(
            place,
            f"of the careers counted under {code} ({named}{', ...' if careers[6:] else ''}) "
            f'{len(wholes)} have the position part "whole"; exactly one must',
        )


def _part_of(career: Career) -> str | None:
    salary = career.salary
    if salary is None:
        return None
    return salary.position.part if salary.position is not None else None


def _order(pair: tuple[int, int] | None, place: Place) -> Iterator[Complaint]:
    if pair is not None and pair[0] > pair[1]:
        shown = f"([{pair[0]}, {pair[1]}])"
        yield Complaint(place, f"{shown} has the longest time first; write the shortest first")


def _routes(
    career: Career,
    catalogue: Catalogue,
    granted: set[str],
    place: Place,
    broken: frozenset[Place],
) -> Iterator[Complaint]:
    for at, route in enumerate(career.routes):
        here: Place = (*place, "routes", at)
        yield from _order(route.months, (*here, "months"))
        yield from _route_figures(route, catalogue, here, broken)
        levels = [item for item in route.start if item in EDUCATION_LEVELS]
        if len(levels) > 1:
            text = f"names {len(levels)} education levels ({one_of(levels, last='and')}), but all"
            yield Complaint(
                (*here, "from"), f"{text} items are needed together; write a route for each"
            )
        for item, times in Counter(route.start).items():
            if item and times > 1:
                yield Complaint((*here, "from"), f"names {show(item)} twice")
        for number, item in enumerate(route.start):
            if item and item not in EDUCATION_LEVELS and item not in granted:
                hint = did_you_mean(item, [*EDUCATION_LEVELS, *granted])
                yield Complaint(
                    (*here, "from", number),
                    f"({show(item)}) is neither an education level nor a credential "
                    f"that a career grants{hint}",
                )
        for number, experience in enumerate(route.experience):
            target: Place = (*here, "experience", number, "career")
            yield from _reference(experience.career, career, catalogue, target)


def _pair(
    table: Any, given: str, other: str, place: Place, broken: frozenset[Place]
) -> Iterator[Complaint]:
    """Complain where one of two fields that belong together is there and the other is not."""
    for name, missing in ((given, other), (other, given)):
        if _there(table, name) and not _there(table, missing) and (*place, missing) not in broken:
            yield Complaint((*place, name), f"needs {missing} beside it")


def _there(table: Any, name: str) -> bool:
    value = getattr(table, name)
    # Not by equality: 0 is there.
    return value is not None and value is not False


def _route_figures(
    route: Route, catalogue: Catalogue, here: Place, broken: frozenset[Place]
) -> Iterator[Complaint]:
    if route.training is not None:
        yield from _order(route.training.months, (*here, "training", "months"))
    if route.in_hand is not None:
        yield from _order(route.in_hand, (*here, "in_hand"))
        if any(late < early for late, early in zip(route.in_hand, route.months, strict=True)):
            shown = f"([{route.in_hand[0]}, {route.in_hand[1]}])"
            text = f"{shown} is shorter than months; it counts from the first day of the course"
            yield Complaint((*here, "in_hand"), text)
    yield from _pair(route, "sciences", "sciences_source", here, broken)
    yield from _pair(route, "cip", "program_level", here, broken)
    if route.cip and route.program_level and catalogue.programs:
        name = f"{route.cip}-{route.program_level}"
        if name not in catalogue.programs:
            hint = did_you_mean(name, catalogue.programs)
            yield Complaint((*here, "cip"), f'has no table [programs."{name}"]{hint}')


def _training(career: Career, place: Place, broken: frozenset[Place]) -> Iterator[Complaint]:
    residency = career.residency
    if residency is not None:
        here: Place = (*place, "residency")
        yield from _order(residency.months, (*here, "months"))
        yield from _pair(residency, "stipend", "stipend_source", here, broken)
        if residency.stipend is not None:
            first, last = residency.stipend
            if first > last:
                text = f"([{first}, {last}]) has the last year's pay first; write the lowest first"
                yield Complaint((*here, "stipend"), text)
            if first < LOWEST_YEARLY_PAY:
                text = f"([{first}, {last}]) must be dollars a year, not a month"
                yield Complaint((*here, "stipend"), text)
    for at, step in enumerate(career.ladder):
        yield from _order(step.study, (*place, "ladder", at, "study"))


def _ladder(career: Career, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    for at, step in enumerate(career.ladder):
        yield from _reference(step.to, career, catalogue, (*place, "ladder", at, "to"))


def _reference(
    name: str, career: Career, catalogue: Catalogue, place: Place
) -> Iterator[Complaint]:
    if name and name == career.id:
        yield Complaint(place, f"({show(name)}) is this career itself")
    elif name and name not in catalogue.careers:
        hint = did_you_mean(name, catalogue.careers)
        yield Complaint(place, f"({show(name)}) is not the id of a career{hint}")


def _outlook(career: Career, place: Place, broken: frozenset[Place]) -> Iterator[Complaint]:
    outlook = career.outlook
    unsound = (*place, "outlook") in broken
    if outlook is not None and outlook.own_openings is not None and not unsound:
        own, all_of_them = outlook.own_openings, outlook.openings
        if all_of_them is None:
            yield Complaint((*place, "outlook", "own_openings"), "needs openings, which it is of")
        elif own > all_of_them:
            text = f"({own}) is above outlook.openings ({all_of_them})"
            yield Complaint((*place, "outlook", "own_openings"), text)
    change = outlook.change_percent if outlook is not None else None
    # Written so that "not a number" fails too.
    if change is not None and not -100 <= change <= 1000:
        text = f"({show(change)}) must be from -100 to 1000"
        yield Complaint((*place, "outlook", "change_percent"), text)


def _automation(career: Career, place: Place, broken: frozenset[Place]) -> Iterator[Complaint]:
    automation = career.automation
    if automation is None or (*place, "automation") in broken:
        return
    used = [name for name in ("microsoft", "anthropic") if getattr(automation, name) is not None]
    if used and automation.use_source is None:
        text = "needs automation.use_source: who saw the use"
        yield Complaint((*place, "automation", used[0]), text)
    if automation.use_source is not None and not used:
        text = "is there without microsoft or anthropic, the figures that it is of"
        yield Complaint((*place, "automation", "use_source"), text)


def _laws_named(career: Career, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    for at, law in enumerate(career.laws):
        if law and law not in catalogue.laws:
            hint = did_you_mean(law, catalogue.laws)
            yield Complaint((*place, "laws", at), f"({show(law)}) is not a law in [laws]{hint}")


def _programs(catalogue: Catalogue, broken: frozenset[Place]) -> Iterator[Complaint]:
    for name, program in catalogue.programs.items():
        place: Place = ("programs", name)
        parts = ("earnings_p25", "earnings", "earnings_p75")
        known = [(part, figure) for part in parts if (figure := getattr(program, part)) is not None]
        for (low_name, low), (high_name, high) in pairwise(known):
            if low > high:
                yield Complaint((*place, low_name), f"({low}) is above {high_name} ({high})")
        yield from _pair(program, "decided", "below", place, broken)
        if program.decided is not None and program.below is not None:
            if program.below > program.decided:
                text = f"({program.below}) is above decided ({program.decided})"
                yield Complaint((*place, "below"), text)
            if program.decided > program.programs:
                text = f"({program.decided}) is above programs ({program.programs})"
                yield Complaint((*place, "decided"), text)


def _dates_of_laws(catalogue: Catalogue) -> Iterator[Complaint]:
    dated = {("laws", name): law.as_of for name, law in catalogue.laws.items()}
    dated |= {("aid", name): aid.as_of for name, aid in catalogue.aid.items()}
    for place, day in dated.items():
        if day != dt.date.min and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            text = f"({day}) must be from {EARLIEST_YEAR} to {LATEST_YEAR}"
            yield Complaint((*place, "as_of"), text)
    for name, aid in catalogue.aid.items():
        for at, level in enumerate(aid.levels):
            if not 1 <= level <= 8:
                yield Complaint(("aid", name, "levels", at), f"({level}) must be from 1 to 8")


def _unreachable(catalogue: Catalogue, granted: set[str]) -> Iterator[Complaint]:
    """Complain about careers each of whose routes asks for something that only it leads to.

    A career without routes is one whose routes are not known, not one without a way in.
    """
    # What a route waits for: ("career", id) or ("credential", id). What is not known anywhere, and
    # a career that asks for itself, have been complained about already and are not waited for.
    waiting: list[tuple[str, set[tuple[str, str]]]] = []
    waiters: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    ready: deque[str] = deque()
    for name, career in catalogue.careers.items():
        if not career.routes:
            ready.append(name)
        for route in career.routes:
            needs = {("credential", item) for item in route.start if item in granted}
            needs |= {
                ("career", item.career)
                for item in route.experience
                if item.career in catalogue.careers and item.career != name
            }
            if not needs:
                ready.append(name)
            for need in needs:
                waiters[need].append(len(waiting))
            waiting.append((name, needs))
    reached: set[str] = set()
    while ready:
        name = ready.popleft()
        if name in reached:
            continue
        reached.add(name)
        gains = [("career", name)]
        gains += [("credential", item) for item in catalogue.careers[name].grants]
        for gain in gains:
            for number in waiters.pop(gain, ()):
                target, needs = waiting[number]
                needs.discard(gain)
                if not needs:
                    ready.append(target)
    unmet: defaultdict[str, set[str]] = defaultdict(set)
    for target, needs in waiting:
        unmet[target] |= {item for _, item in needs}
    for name in catalogue.careers:
        if name not in reached:
            needed = one_of([shorten(item, 60) for item in sorted(unmet[name])])
            yield Complaint(
                ("careers", name, "routes"),
                f"have no way in: they need {needed}, which nobody can reach first",
            )
