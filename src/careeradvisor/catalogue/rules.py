"""What the types cannot say: figures in order, references that lead somewhere, honest text.

Each rule complains about a catalogue whose types are right, or about the sound rest of one
whose types are not: an empty text, the earliest date and ``None`` stand for what could not
be used and are passed over.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from itertools import chain, pairwise
from operator import lt
from typing import Any, get_args

from msgspec import Struct

from careeradvisor.text import code_name, is_clean, is_hidden, listed, shorten

from .areas import STATES
from .model import (
    Automation,
    Career,
    Catalogue,
    EducationLevel,
    Industry,
    Outlook,
    Program,
    Residency,
    Route,
    Salary,
    Survey,
)
from .names import key
from .parts import SOURCE_FIELDS, tables_in
from .wording import Complaint, Place, did_you_mean, field_name, show

EDUCATION_LEVELS: frozenset[str] = frozenset(get_args(EducationLevel))
PERCENTILES = ("p10", "p25", "median", "p75", "p90")
# Fields of running text, in which a line may end.
_LONG_TEXT = "why note notes summary day answer takes attribution duties qualities mixes says"
LONG_TEXT = frozenset(_LONG_TEXT.split())
# A whole year's pay below this is an hourly or a weekly wage in the wrong place.
LOWEST_YEARLY_PAY = 1_000
# A catalogue may be reviewed after the date of its figures, but not years after.
REVIEW_SLACK = dt.timedelta(days=731)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
# The model is five deep; what lies deeper is unknown to it and complained about as such.
_DEEPEST = 10

# Fields that name something by its id: the table that it is in, and what it is called.
_REFERENCES = {
    **dict.fromkeys((*SOURCE_FIELDS, "sources"), ("sources", "a source in [sources]")),
    "family": ("families", "a family in [families]"),
    "laws": ("laws", "a law in [laws]"),
    "career": ("careers", "the id of a career"),
    "to": ("careers", "the id of a career"),
    "related": ("careers", "the id of a career"),
    **dict.fromkeys(("fields", "only_who_holds"), ("degrees", "a degree in [degrees]")),
}
# Figures of which none is above the next one that is known.
_RISING: dict[type, tuple[tuple[str, ...], ...]] = {
    Salary: (PERCENTILES,),
    Industry: (PERCENTILES,),
    Survey: (("low", "high"),),
    Outlook: (("own_openings", "openings"),),
    Program: (("earnings_p25", "earnings", "earnings_p75"), ("below", "decided", "programs")),
}
# Figures of a whole year.
_YEARLY: dict[type, tuple[str, ...]]
_YEARLY = {Salary: PERCENTILES, Industry: PERCENTILES, Survey: ("low",)}
# Fields of which neither is there without the other.
_PAIRS: dict[type, tuple[tuple[str, str], ...]] = {
    Career: (("states", "states_source"), ("completion", "completion_source")),
    Route: (("sciences", "sciences_source"), ("cip", "program_level")),
    Residency: (("stipend", "stipend_source"),),
    Program: (("decided", "below"),),
}


Wrong = Iterator[tuple[Place, str]]
"""What is wrong within a table: where, from the table on, and a text as a Complaint's."""


def complaints(
    catalogue: Catalogue, raw: dict[str, Any], broken: frozenset[Place]
) -> Iterator[Complaint]:
    """Yield everything that is wrong with a catalogue beyond its types.

    ``raw`` is the parsed file that it came from. ``broken`` holds the places of
    known problems and all places around them: where a part is not as its author
    meant it, what is missing from it is not complained about as well.
    """
    yield from _text_complaints(raw)
    granted = {item for career in catalogue.careers.values() for item in career.grants}
    for place, table in tables_in(catalogue):
        wrong = [_fields(table), _references(table, place, catalogue, broken)]
        wrong.append(_figures(table, place, broken))
        if isinstance(table, Career):
            wrong.append(_review_date(table, catalogue))
        elif isinstance(table, Salary):
            own_soc = catalogue.careers[str(place[1])].soc
            wrong.append(_salary(table, own_soc, place, broken))
        elif isinstance(table, Route):
            wrong.append(_route(table, str(place[1]), catalogue, granted))
        elif isinstance(table, Residency):
            wrong.append(_residency(table))
        elif isinstance(table, (Outlook, Automation)) and place not in broken:
            wrong.append(_company(table))
        for within, text in chain(*wrong):
            yield Complaint((*place, *within), text)
    yield from _unique_names(catalogue)
    yield from _degrees(catalogue, granted)
    yield from _one_whole_of_each_code(catalogue, broken)
    yield from _unreachable(catalogue, granted)


def _text_complaints(raw: Any, place: Place = ()) -> Iterator[Complaint]:
    """Yield a complaint for each text with characters that a person cannot see, or only spaces."""
    if len(place) > _DEEPEST:
        return
    for name, value in raw.items() if isinstance(raw, dict) else enumerate(raw):
        if isinstance(value, str):
            if not is_clean(value) or not value.strip():
                # An item of a list is of the kind that its list is.
                field = name if isinstance(name, str) else place[-1]
                yield from _text(value, (*place, name), field in LONG_TEXT)
        elif isinstance(value, (dict, list)):
            yield from _text_complaints(value, (*place, name))


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


def _web_address(url: str) -> str | None:
    # The report makes links of them: javascript: and file: must not become one.
    if url.startswith(("https://", "http://")) and not any(char in ' "<>`\\' for char in url):
        return None
    return f"({show(url)}) must be a web address that starts with https://"


def _year(day: dt.date) -> str | None:
    if day == dt.date.min or EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        return None
    return f"({day}) must be from {EARLIEST_YEAR} to {LATEST_YEAR}"


def _shortest_first(pair: Any) -> str | None:
    if isinstance(pair, tuple) and pair[0] > pair[1]:
        return f"{_shown(pair)} has the longest time first; write the shortest first"
    return None


def _codes(states: list[str]) -> str | None:
    unknown = [show(state) for state in states if state not in STATES]
    return f"({listed(unknown)}) must be codes of states, such as AZ" if unknown else None


# Fields that mean the same in whichever table they are: what is wrong with a value, if anything.
_OF_FIELDS: dict[str, Callable[[Any], str | None]] = {
    **dict.fromkeys(("url", "handbook", "boards"), _web_address),
    **dict.fromkeys(("as_of", "reviewed"), _year),
    "states": _codes,
    **dict.fromkeys(("months", "in_hand", "residency", "study", "completion"), _shortest_first),
}


def _unique_names(catalogue: Catalogue) -> Iterator[Complaint]:
    careers = catalogue.careers.items()
    # Ids first, titles second: of two that clash, the alias is the one to change.
    named: list[tuple[str, Place, str, str]] = [(name, (), "the id", name) for name, _ in careers]
    named += [(name, ("title",), "the title", career.title) for name, career in careers]
    named += [
        (name, ("aliases", at), "an alias", alias)
        for name, career in careers
        for at, alias in enumerate(career.aliases)
    ]
    taken: dict[str, tuple[str, str]] = {}
    for name, within, what, text in named:
        place = ("careers", name, *within)
        its_key = key(text)
        if not its_key:
            if within and text.strip():
                yield Complaint(place, f"({show(text)}) has no letters or digits to find it by")
            continue
        owner, as_what = taken.setdefault(its_key, (name, what))
        if owner != name:
            own = f"({show(text)}) is" if within else "is"
            owner = shorten(owner, 60)
            yield Complaint(place, f"{own} also {as_what} of {owner}; a name can lead to one only")


def _degrees(catalogue: Catalogue, granted: set[str]) -> Iterator[Complaint]:
    """Complain where one name may mean a degree and something else that a person holds."""
    taken: dict[str, str] = {}
    for name, degree in catalogue.degrees.items():
        if name in granted or name in EDUCATION_LEVELS:
            what = "a credential that a career grants" if name in granted else "an education level"
            yield Complaint(("degrees", name), f"is also the id of {what}; choose another")
        named: list[tuple[Place, str]] = [((), name), (("field",), degree.field)]
        named += [(("aliases", at), alias) for at, alias in enumerate(degree.aliases)]
        for within, text in named:
            owner = taken.setdefault(key(text), name)
            if owner != name and key(text):
                said = f"({show(text)}) is also a name of {shorten(owner, 60)}"
                yield Complaint(("degrees", name, *within), f"{said}; a name can lead to one only")


def _fields(table: Struct) -> Wrong:
    """Rules on fields that mean the same in whichever table they are."""
    for name in table.__struct_fields__:
        value = getattr(table, name) if name in _OF_FIELDS else None
        if value is not None and (text := _OF_FIELDS[name](value)):
            yield (name,), text


def _references(
    table: Struct, place: Place, catalogue: Catalogue, broken: frozenset[Place]
) -> Wrong:
    """Complain about names of what is nowhere in the catalogue."""
    for field in table.__struct_fields__:
        named = getattr(table, field) if field in _REFERENCES else None
        # The catalogue's own tables have the names of the fields that refer to them.
        if named is None or isinstance(named, dict):
            continue
        where, what = _REFERENCES[field]
        known: Collection[str] = getattr(catalogue, where)
        if not known and (where,) in broken:
            # That the table is missing has been said.
            continue
        within: Place
        for at, name in enumerate(named if isinstance(named, list) else [named]):
            within = (field, at) if isinstance(named, list) else (field,)
            if name and where == "careers" and name == place[1]:
                yield within, f"({show(name)}) is this career itself"
            elif name and name not in known:
                yield within, f"({show(name)}) is not {what}{did_you_mean(name, known)}"


def _figures(table: Struct, place: Place, broken: frozenset[Place]) -> Wrong:
    """Rules on the order and the company of figures."""
    for names in _RISING.get(type(table), ()):
        for (low_name, low), (high_name, high) in pairwise(_known(table, names)):
            if low > high and (*place, high_name) not in broken:
                high_name = field_name((*place[2:], high_name))
                yield (low_name,), f"({low}) is above {high_name} ({high})"
    for pair in _PAIRS.get(type(table), ()):
        for name, missing in (pair, pair[::-1]):
            alone = _is_there(table, name) and not _is_there(table, missing)
            if alone and (*place, missing) not in broken:
                yield (name,), f"needs {missing} beside it"
    for name, figure in _known(table, _YEARLY.get(type(table), ())):
        if figure < LOWEST_YEARLY_PAY and (*place, name) not in broken:
            text = f"({figure}) must be dollars a year, not an hour, a week or a month"
            yield (name,), text


def _review_date(career: Career, catalogue: Catalogue) -> Wrong:
    # Compared with the catalogue's own date, not with today: a clock may be wrong.
    as_of = catalogue.head.as_of
    sound = as_of.year >= EARLIEST_YEAR and career.reviewed.year <= LATEST_YEAR
    if sound and career.reviewed - as_of > REVIEW_SLACK:
        text = f"({career.reviewed}) is more than two years after catalogue.as_of ({as_of})"
        yield ("reviewed",), text


def _salary(salary: Salary, own_soc: str, place: Place, broken: frozenset[Place]) -> Wrong:
    known = _known(salary, PERCENTILES)
    in_industry = 5 if salary.industry is None else len(_known(salary.industry, PERCENTILES))
    if in_industry < 2 and (*place, "industry") not in broken:
        yield ("industry",), "needs at least two percentiles, which count for this career"
    if place not in broken:
        if len(known) < 2 and salary.note is None:
            text = "has fewer than two percentiles, too few to rank by: "
            yield (), f"{text}add them, or say in salary.note why there are none"
        if salary.basis == "broader-group" and salary.group is None:
            text = '("broader-group") needs salary.group, the name of the group that is counted'
            yield ("basis",), text
        if salary.basis == "survey" and not known and salary.survey is None:
            yield ("basis",), '("survey") needs the percentiles or the salary.survey'
    if salary.basis in ("occupation", "survey") and salary.group is not None:
        text = f'belongs to salary.basis "broader-group", but that is {show(salary.basis)}'
        yield ("group",), text
    if salary.basis == "occupation" and salary.soc and own_soc and salary.soc != own_soc:
        text = f"({salary.soc}) is not the career's own soc ({own_soc}): "
        yield ("soc",), f'{text}make salary.basis "broader-group" and name the group'


def _route(route: Route, career: str, catalogue: Catalogue, granted: set[str]) -> Wrong:
    if route.residency is not None and catalogue.careers[career].residency is None:
        yield ("residency",), f"needs [careers.{career}.residency] as well"
    if route.in_hand is not None and any(map(lt, route.in_hand, route.months)):
        text = "is shorter than months; it counts from the first day of the course"
        yield ("in_hand",), f"{_shown(route.in_hand)} {text}"
    programs = catalogue.programs
    name = f"{route.cip}-{route.program_level}"
    if route.cip and route.program_level and programs and name not in programs:
        yield ("cip",), f'has no table [programs."{name}"]{did_you_mean(name, programs)}'
    levels = [item for item in route.start if item in EDUCATION_LEVELS]
    if len(levels) > 1:
        text = f"names {len(levels)} education levels ({listed(levels)}), but all"
        yield ("from",), f"{text} items are needed together; write a route for each"
    for item, times in Counter(route.start).items():
        if item and times > 1:
            yield ("from",), f"names {show(item)} twice"
    for number, item in enumerate(route.start):
        known = (EDUCATION_LEVELS, catalogue.degrees, granted)
        if item and not any(item in ids for ids in known):
            hint = did_you_mean(item, [*chain(*known)])
            text = "is no education level, no degree and no credential that a career grants"
            yield ("from", number), f"({show(item)}) {text}{hint}"


def _residency(residency: Residency) -> Wrong:
    stipend = residency.stipend
    if stipend is not None and stipend[0] > stipend[1]:
        text = "has the last year's pay first; write the lowest first"
        yield ("stipend",), f"{_shown(stipend)} {text}"
    if stipend is not None and stipend[0] < LOWEST_YEARLY_PAY:
        yield ("stipend",), f"{_shown(stipend)} must be dollars a year, not a month"


def _company(table: Outlook | Automation) -> Wrong:
    """Figures that mean something only beside others."""
    if isinstance(table, Outlook):
        if table.own_openings is not None and table.openings is None:
            yield ("own_openings",), "needs openings, which it is of"
        return
    used = [name for name, _ in _known(table, ("microsoft", "anthropic"))]
    if used and table.use_source is None:
        yield (used[0],), "needs automation.use_source: who saw the use"
    if table.use_source is not None and not used:
        text = "is there without microsoft or anthropic, the figures that it is of"
        yield ("use_source",), text


def _one_whole_of_each_code(catalogue: Catalogue, broken: frozenset[Place]) -> Iterator[Complaint]:
    """Complain where careers share a SOC code's wages and not exactly one is the whole of it.

    Careers that name an industry have wages of their own. A code of which no career says
    what part of it it is, is left alone: nothing is claimed about it.
    """
    sharing: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for name, career in catalogue.careers.items():
        salary = career.salary
        if salary is not None and salary.basis != "survey" and salary.industry is None:
            part = salary.position.part if salary.position is not None else None
            sharing[salary.soc or career.soc].append((name, part))
    for code, careers in sharing.items():
        wholes = [name for name, part in careers if part == "whole"]
        if len(careers) < 2 or len(wholes) == 1 or not any(part for _, part in careers):
            continue
        place: Place = ("careers", wholes[1] if wholes else careers[0][0], "salary")
        if place not in broken:
            named = listed(shorten(name, 60) for name, _ in careers[:6])
            yield Complaint(
                place,
                f"of the careers counted under {code} ({named}{', ...' if careers[6:] else ''}) "
                f'{len(wholes)} have the position part "whole"; exactly one must',
            )


def _unreachable(catalogue: Catalogue, granted: set[str]) -> Iterator[Complaint]:
    """Complain about careers each of whose routes asks for something that only it leads to.

    A career without routes is one whose routes are not known, not one without a way in.
    """
    careers = catalogue.careers
    # What each route waits for: ("career", id) or ("credential", id). What is not known anywhere,
    # and a career that asks for itself, have been complained about and are not waited for.
    ways: list[tuple[str, set[tuple[str, str]]]] = []
    for name, career in careers.items():
        for route in career.routes:
            asked = {item.career for item in route.experience if item.career in careers} - {name}
            # Nobody comes by a degree of [degrees] here: a career needs a way without it too.
            held = {i for i in route.start if i in granted or i in catalogue.degrees}
            ways.append((name, {("career", c) for c in asked} | {("credential", c) for c in held}))
    waiting: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (_, needs) in enumerate(ways):
        for need in needs:
            waiting[need].append(number)
    ready = [name for name, career in careers.items() if not career.routes]
    ready += [name for name, needs in ways if not needs]
    reached: set[str] = set()
    # It grows while it is walked along: others wait for whoever is reached.
    for name in ready:
        if name in reached:
            continue
        reached.add(name)
        for gain in (("career", name), *(("credential", item) for item in careers[name].grants)):
            for number in waiting.pop(gain, ()):
                other, needs = ways[number]
                needs.discard(gain)
                if not needs:
                    ready.append(other)
    unmet: defaultdict[str, set[str]] = defaultdict(set)
    for name, needs in ways:
        unmet[name].update(item for _, item in needs)
    for name in careers:
        if name not in reached:
            needed = listed((shorten(item, 60) for item in sorted(unmet[name])), "or")
            text = f"have no way in: they need {needed}, which nobody can reach first"
            yield Complaint(("careers", name, "routes"), text)


def _known(table: Struct, names: Collection[str]) -> list[tuple[str, Any]]:
    """Return the figures that a table has, with their names."""
    return [(name, figure) for name in names if (figure := getattr(table, name)) is not None]


def _is_there(table: Struct, name: str) -> bool:
    value = getattr(table, name)
    # Not by equality: 0 is there.
    return value is not None and value is not False and value != []


def _shown(pair: tuple[int, int]) -> str:
    return f"([{pair[0]}, {pair[1]}])"
