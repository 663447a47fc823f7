"""What the types cannot say: figures in order, references that lead somewhere, honest text.

Each rule is a generator of complaints about a catalogue whose types are right,
or about the sound rest of one whose types are not: an empty text, the earliest
date and ``None`` stand for what could not be used and are passed over.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator
from itertools import pairwise
from operator import lt
from typing import Any, get_args

from msgspec import Struct

from careeradvisor.text import code_name, is_clean, is_hidden, listed, shorten

from .complaint import Complaint
from .model import Career, Catalogue, EducationLevel, Industry, Route, Salary
from .names import key
from .parts import sources_of, tables_in
from .wording import Place, did_you_mean, field_name, show

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
    sourced = ("sources",) not in broken or bool(catalogue.sources)
    for place, table in tables_in(catalogue):
        yield from _fields_alike(table, place)
        for its_place, source in sources_of(table, place) if sourced else ():
            yield from _source(source, catalogue, its_place)
    yield from _unique_names(catalogue)
    granted = {item for career in catalogue.careers.values() for item in career.grants}
    for name, career in catalogue.careers.items():
        place = ("careers", name)
        for at, source in enumerate(career.sources if sourced else ()):
            yield from _source(source, catalogue, (*place, "sources", at))
        if catalogue.families:
            known = catalogue.families
            yield from _known(career.family, known, "a family in [families]", (*place, "family"))
        yield from _review_date(career, catalogue, place)
        if career.salary is not None:
            yield from _salary(career, career.salary, (*place, "salary"), broken)
        yield from _routes(career, catalogue, granted, place, broken)
        yield from _residency(career, place, broken)
        for at, step in enumerate(career.ladder):
            yield from _reference(step.to, career, catalogue, (*place, "ladder", at, "to"))
        yield from _outlook(career, place, broken)
        yield from _automation(career, place, broken)
        for at, law in enumerate(career.laws):
            yield from _known(law, catalogue.laws, "a law in [laws]", (*place, "laws", at))
    yield from _whole(catalogue, broken)
    yield from _programs(catalogue, broken)
    for name, aid in catalogue.aid.items():
        for at, level in enumerate(aid.levels):
            if not 1 <= level <= 8:
                yield Complaint(("aid", name, "levels", at), f"({level}) must be from 1 to 8")
    yield from _unreachable(catalogue, granted)


def text_complaints(raw: Any, place: Place = ()) -> Iterator[Complaint]:
    """Yield a complaint for each text with characters that a person cannot see, or only spaces."""
    if len(place) > _DEEPEST:
        return
    within = raw.items() if isinstance(raw, dict) else enumerate(raw)
    for name, value in within:
        if isinstance(value, str):
            if not is_clean(value) or not value.strip():
                # An item of a list is of the kind that its list is.
                field = name if isinstance(name, str) else place[-1]
                yield from _text(value, (*place, name), field in LONG_TEXT)
        elif isinstance(value, dict | list):
            yield from text_complaints(value, (*place, name))


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


def _fields_alike(table: Struct, place: Place) -> Iterator[Complaint]:
    """Complain about fields that mean the same in whichever table they are."""
    for name in ("url", "handbook", "boards"):
        url = getattr(table, name, None)
        # The report makes links of them: javascript: and file: must not become one.
        if url is not None and (
            not url.startswith(("https://", "http://")) or any(char in ' "<>`\\' for char in url)
        ):
            text = f"({show(url)}) must be a web address that starts with https://"
            yield Complaint((*place, name), text)
    for name in ("as_of", "reviewed"):
        day = getattr(table, name, dt.date.min)
        if day != dt.date.min and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            text = f"({day}) must be from {EARLIEST_YEAR} to {LATEST_YEAR}"
            yield Complaint((*place, name), text)
    for name in ("months", "in_hand", "residency", "study"):
        pair = getattr(table, name, None)
        if isinstance(pair, tuple) and pair[0] > pair[1]:
            text = f"{_shown(pair)} has the longest time first; write the shortest first"
            yield Complaint((*place, name), text)


def _shown(pair: tuple[int, int]) -> str:
    return f"([{pair[0]}, {pair[1]}])"


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


def _source(name: str, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    yield from _known(name, catalogue.sources, "a source in [sources]", place)


def _known(name: str, known: Collection[str], what: str, place: Place) -> Iterator[Complaint]:
    """Complain about the name of something that is nowhere in the catalogue."""
    if name and name not in known:
        yield Complaint(place, f"({show(name)}) is not {what}{did_you_mean(name, known)}")


def _review_date(career: Career, catalogue: Catalogue, place: Place) -> Iterator[Complaint]:
    # Compared with the catalogue's own date, not with today: a clock may be wrong.
    as_of = catalogue.head.as_of
    sound = as_of.year >= EARLIEST_YEAR and career.reviewed.year <= LATEST_YEAR
    if sound and career.reviewed - as_of > REVIEW_SLACK:
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
        named = listed(shorten(career.id, 60) for career in careers[:6])
        yield Complaint(
            place,
            f"of the careers counted under {code} ({named}{', ...' if careers[6:] else ''}) "
            f'{len(wholes)} have the position part "whole"; exactly one must',
        )


def _part_of(career: Career) -> str | None:
    position = career.salary.position if career.salary is not None else None
    return position.part if position is not None else None


def _routes(
    career: Career,
    catalogue: Catalogue,
    granted: set[str],
    place: Place,
    broken: frozenset[Place],
) -> Iterator[Complaint]:
    for at, route in enumerate(career.routes):
        here: Place = (*place, "routes", at)
        yield from _route_figures(route, catalogue, here, broken)
        if route.residency is not None and career.residency is None:
            yield Complaint((*here, "residency"), f"needs [careers.{career.id}.residency] as well")
        levels = [item for item in route.start if item in EDUCATION_LEVELS]
        if len(levels) > 1:
            text = f"names {len(levels)} education levels ({listed(levels)}), but all"
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
    if route.in_hand is not None and any(map(lt, route.in_hand, route.months)):
        text = "is shorter than months; it counts from the first day of the course"
        yield Complaint((*here, "in_hand"), f"{_shown(route.in_hand)} {text}")
    yield from _pair(route, "sciences", "sciences_source", here, broken)
    yield from _pair(route, "cip", "program_level", here, broken)
    if route.cip and route.program_level and catalogue.programs:
        name = f"{route.cip}-{route.program_level}"
        if name not in catalogue.programs:
            hint = did_you_mean(name, catalogue.programs)
            yield Complaint((*here, "cip"), f'has no table [programs."{name}"]{hint}')


def _residency(career: Career, place: Place, broken: frozenset[Place]) -> Iterator[Complaint]:
    if career.residency is None:
        return
    yield from _pair(career.residency, "stipend", "stipend_source", (*place, "residency"), broken)
    stipend, here = career.residency.stipend, (*place, "residency", "stipend")
    if stipend is not None and stipend[0] > stipend[1]:
        text = "has the last year's pay first; write the lowest first"
        yield Complaint(here, f"{_shown(stipend)} {text}")
    if stipend is not None and stipend[0] < LOWEST_YEARLY_PAY:
        yield Complaint(here, f"{_shown(stipend)} must be dollars a year, not a month")


def _reference(
    name: str, career: Career, catalogue: Catalogue, place: Place
) -> Iterator[Complaint]:
    if name and name == career.id:
        yield Complaint(place, f"({show(name)}) is this career itself")
    else:
        yield from _known(name, catalogue.careers, "the id of a career", place)


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


def _programs(catalogue: Catalogue, broken: frozenset[Place]) -> Iterator[Complaint]:
    for name, program in catalogue.programs.items():
        place: Place = ("programs", name)
        parts = ("earnings_p25", "earnings", "earnings_p75")
        known = [(part, figure) for part in parts if (figure := getattr(program, part)) is not None]
        yield from _disorder(known, place)
        yield from _pair(program, "decided", "below", place, broken)
        if program.decided is not None and program.below is not None:
            if program.below > program.decided:
                text = f"({program.below}) is above decided ({program.decided})"
                yield Complaint((*place, "below"), text)
            if program.decided > program.programs:
                text = f"({program.decided}) is above programs ({program.programs})"
                yield Complaint((*place, "decided"), text)


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
            needed = listed((shorten(item, 60) for item in sorted(unmet[name])), "or")
            yield Complaint(
                ("careers", name, "routes"),
                f"have no way in: they need {needed}, which nobody can reach first",
            )
