"""The ways into a career: all of them, and the one of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.place import NOWHERE
from careeradvisor.views.shared import seen

if TYPE_CHECKING:
    from careeradvisor.catalogue.model import Catalogue, Program, Route
    from careeradvisor.catalogue.tables import StateProgram
    from careeradvisor.prospects import Prospect, Prospects, Way
    from careeradvisor.views.place import Place

Months = tuple[int, int]

_LEVELS = {
    1: "certificate",
    2: "associate degree",
    3: "bachelor's degree",
    4: "post-bachelor's certificate",
    5: "master's degree",
    6: "doctoral degree",
    7: "first professional degree",
    8: "graduate certificate",
}
_USUAL = {
    "usual": "the usual way in",
    "possible": "possible, not usual",
    "rare": "rare",
    None: "",
}


class StepView(Struct, frozen=True):
    """One stretch of a way, its shortest and longest months.

    ``kind`` is degree, study, work (paid, in another role) or residency (paid training).
    """

    kind: str
    name: str
    months: Months
    career: str | None


class ProgramView(Struct, frozen=True):
    """What programs of a field of study, at one level, cost and give; see the catalogue's Program.

    ``state_earnings`` and ``state_debt`` are those of the person's state, where at least five
    programs have them. ``text``, ``below_text`` and ``state_text`` say it all in sentences, what
    the field mixes included.
    """

    field: str
    level: str
    mixes: str
    programs: int
    completers: int | None
    earnings_p25: int | None
    earnings: int | None
    earnings_p75: int | None
    debt: int | None
    decided: int | None
    below_high_school: int | None
    state: str | None
    state_programs: int | None
    state_earnings: int | None
    state_debt: int | None
    source: str
    text: str
    below_text: str
    state_text: str


class RouteView(Struct, frozen=True):
    """One way in.

    ``usual`` is usual, possible or rare (``None``: nobody says), ``usual_why`` who says so.
    ``open`` says whether the person could begin it now, ``for_you`` its months for them
    (shortest and longest, with all that they lack; ``None``: it is only for people who have what it
    starts from). ``residency`` is paid training after it where
    that differs from what the career asks of others. Mostly people with a degree in one of
    ``fields`` take it.
    """

    name: str
    start: str
    months: Months
    award: str
    usual: str | None
    usual_text: str
    usual_why: str | None
    open: bool | None
    for_you: Months | None
    in_hand: Months | None
    residency: Months | None
    training: Months | None
    training_notes: str | None
    sciences: bool
    fields: list[str]
    program: ProgramView | None
    notes: str | None
    source: str


class WayView(Struct, frozen=True):
    """The way in for the person.

    ``months`` count study at the person's pace, work that they have not done, and paid training
    after the degree, shortest and longest. ``standing`` is here, open, later, rare or unknown.
    """

    standing: str
    text: str
    route: str | None
    steps: list[StepView]
    months: Months | None
    study: Months | None
    work: int | None
    usual: bool
    in_hand: Months | None
    training: Months | None
    program: ProgramView | None


def way_view(prospects: Prospects, prospect: Prospect, place: Place = NOWHERE) -> WayView:
    """How the person would come into a career."""
    way = prospect.pathway
    route = None if way is None else way.route
    steps = [] if way is None else [seen(StepView, step) for step in way.steps]
    return WayView(
        standing=prospect.standing,
        text=_text(prospect),
        route=None if route is None else route.name,
        steps=steps,
        months=prospect.months,
        study=None if way is None else way.study,
        work=None if way is None else way.work,
        usual=not prospect.not_usual,
        in_hand=None if route is None else route.in_hand,
        training=None if route is None or route.training is None else route.training.months,
        program=None if route is None else program_of(prospects.catalogue, route, place),
    )


def _text(prospect: Prospect) -> str:
    way = prospect.pathway
    if prospect.here:
        return "you are here: nothing more to learn first"
    if way is None:
        return words.NOT_KNOWN
    text = "no study first"
    if way.study[1]:
        text = f"{words.span(way.study)} of study{words.years_note(way.study)}"
    if way.work:
        text += f", and {words.work_first(way)}"
    if way.residency[1]:
        text += f"; then {words.span(way.residency)} of paid training"
    if way.training is not None and way.training.months[1]:
        text += f"; then {words.span(way.training.months)} of paid training on the job"
    return text


def route_views(
    prospects: Prospects, prospect: Prospect, place: Place = NOWHERE
) -> list[RouteView]:
    """Every way in, with how usual it is and whether the person could begin it."""
    return [_route(prospects, way, place) for way in prospect.ways]


def _route(prospects: Prospects, way: Way, place: Place) -> RouteView:
    route, usual, training = way.route, way.route.usual, way.route.training
    return seen(
        RouteView,
        route,
        start=words.start_words(prospects.catalogue, route),
        usual=None if usual is None else usual.how,
        usual_text=_USUAL[None if usual is None else usual.how],
        usual_why=None if usual is None else usual.why,
        open=way.open,
        for_you=way.months,
        training=None if training is None else training.months,
        training_notes=None if training is None else training.notes,
        fields=[prospects.catalogue.degrees[field].field for field in route.fields],
        program=program_of(prospects.catalogue, route, place),
    )


def program_of(catalogue: Catalogue, route: Route, place: Place = NOWHERE) -> ProgramView | None:
    """What the programs of a route's field and level cost and give; ``None`` where not known."""
    key = f"{route.cip}-{route.program_level}"
    program, there = catalogue.programs.get(key), place.programs.get(key)
    if program is None or route.program_level is None:
        return None
    level = _LEVELS[route.program_level]
    return seen(
        ProgramView,
        program,
        level=level,
        below_high_school=program.below,
        state=None if there is None else place.state,
        state_programs=None if there is None else there.programs,
        state_earnings=None if there is None else there.earnings,
        state_debt=None if there is None else there.debt,
        text=_program_text(program, level),
        below_text=_below_text(program),
        state_text=_state_text(there),
    )


def _program_text(program: Program, level: str) -> str:
    """What graduates earn and owe, and who is counted."""
    earn = "What graduates earn is not published"
    if program.earnings is not None:
        earn = (
            "Four years after they finish, graduates of the program in the middle earn "
            f"{words.dollars(program.earnings)}"
        )
        if program.earnings_p25 is not None and program.earnings_p75 is not None:
            low, high = words.dollars(program.earnings_p25), words.dollars(program.earnings_p75)
            earn += f" (half of the programs: {low} to {high})"
    debt = "not published" if program.debt is None else words.dollars(program.debt)
    return (
        f"{earn}; their typical debt is {debt}. Counted: people with federal aid in "
        f"{program.programs:,} {level} programs in {program.field}, whatever work they do now. "
        f"{words.sentence(program.mixes)}"
    )


def _below_text(program: Program) -> str:
    """How many programs leave their graduates with little; empty where none is known to."""
    if not program.below or not program.decided:
        return ""
    return (
        f"Graduates of {program.below:,} of {program.decided:,} such programs with enough data "
        "earn less than people with a high-school diploma."
    )


def _state_text(program: StateProgram | None) -> str:
    if program is None:
        return ""
    parts = []
    if program.earnings is not None:
        median = f"median of {program.with_earnings:,} programs"
        parts.append(f"graduates earn {words.dollars(program.earnings)} ({median})")
    if program.debt is not None:
        parts.append(f"they owe {words.dollars(program.debt)} (of {program.with_debt:,} programs)")
    count = "1 such program" if program.programs == 1 else f"{program.programs:,} such programs"
    known = listed(parts) or "too few publish what graduates owe and earn"
    return f"{count}; {known}."
