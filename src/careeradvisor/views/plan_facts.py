"""The steps of a plan: what each is, costs or pays, what proves that it is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from careeradvisor.catalogue.names import loose_key
from careeradvisor.prospects.credentials import own_credentials
from careeradvisor.prospects.education import DEGREE_NAMES
from careeradvisor.prospects.moves import next_rungs
from careeradvisor.prospects.plan import span_text
from careeradvisor.text import listed
from careeradvisor.views import words
from careeradvisor.views.ways import program_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careeradvisor.catalogue.model import Aid, Career, Route
    from careeradvisor.prospects import Prospect, Prospects, Step
    from careeradvisor.prospects.pathway import Span
    from careeradvisor.prospects.plan import Month, Stretch
    from careeradvisor.views.place import Place
    from careeradvisor.views.ways import ProgramView

Dates = tuple[str, str]

_DEGREE_LEVELS = {"associate degree": 2, "bachelor's degree": 3, "master's degree": 5,
                  "doctorate": 6}  # fmt: skip
_NEEDS = {"required": "Needed", "expected": "Expected", "optional": "Can help"}
_MOST_NAMES = 5
_A_YEAR = 12
_MOST_RUNGS, _MOST_RUNGS_FROM_HERE = 3, 6
# What the last word of a name for a job is, rather than of a subject, a school or a certificate.
_JOB = re.compile(
    r"(?:nurse|aide|tech|analyst|clerk|coder|biller|manager|director|worker|officer|trainer|writer"
    r"|examiner|interpreter|dispatcher|engineer|practitioner|transcriber|radiographer"
    r"|representative|rep|scribe|doula|surgeon|counselor|educator|instructor|coordinator"
    r"|administrator|auditor|operator|registrar|attendant|assistant|consultant|specialist"
    r"|\w(?:ist|ian|ographer))$"
)
_SOME_STATES = re.compile(r"where your state|in (?:most|some) states")
_FINDER = "look in the License Finder at careeronestop.org"


class FactView(Struct, frozen=True):
    """Something to know or to do in a step.

    ``source`` is the id of a source, with its ``vintage`` (or the day of a law or an offer);
    ``None`` for general advice and for what is said not to be known.
    """

    label: str
    text: str
    source: str | None = None
    vintage: str | None = None
    url: str | None = None


class StepView(Struct, frozen=True):
    """One step of a plan.

    ``kind`` is apply, degree, study, credential, work, residency, job or next. ``begins`` and
    ``done`` are ISO months, by the shortest usual times and by the longest: the step after
    begins in the month in which this one is done. ``months`` are its own. ``span`` is from and
    to which month of the plan it runs by the shortest times, for a timeline.
    """

    kind: str
    title: str
    career: str | None
    begins: Dates | None
    done: Dates | None
    months: tuple[int, int] | None
    span: tuple[int, int] | None
    time: str
    money: str
    done_when: str
    facts: list[FactView]


class Told:
    """What all steps of a plan are told from: the person's prospects, the start, their state."""

    def __init__(self, prospects: Prospects, start: Month, place: Place) -> None:
        self.prospects, self.catalogue = prospects, prospects.catalogue
        self.start, self.place = start, place
        self.state = place.state or "your state"
        self.in_state = f", in {place.state}" if place.state else ""

    def dates(self, offsets: Span) -> Dates:
        """Months from the start as months of the calendar."""
        return (self.start.plus(offsets[0]).iso, self.start.plus(offsets[1]).iso)

    def when(self, offsets: Span) -> str:
        """When something happens, in words: "Jan to Mar 2027"."""
        return span_text(self.dates(offsets))

    def fact(
        self, label: str, text: str, source: str | None = None, *,
        as_of: str | None = None, url: str | None = None,
    ) -> FactView:  # fmt: skip
        """A fact with the vintage of its source."""
        vintage = self.catalogue.sources[source].vintage if source is not None else None
        return FactView(label, words.sentence(text), source, as_of or vintage, url)

    def step(
        self,
        kind: str,
        title: str,
        career: str | None,
        facts: Iterable[FactView],
        *,
        time: str,
        money: str,
        done_when: str,
        begins: Span | None = None,
        done: Span | None = None,
        months: Span | None = None,
        runs: int = 0,
    ) -> StepView:
        """A step, dated from offsets; ``runs`` are the months of it that a timeline shows."""
        return StepView(
            kind,
            title,
            career,
            None if begins is None else self.dates(begins),
            None if done is None else self.dates(done),
            months,
            None if begins is None else (begins[0], begins[0] + runs),
            time,
            money,
            done_when,
            list(facts),
        )

    def stretch(
        self,
        stretch: Stretch,
        title: str,
        facts: Iterable[FactView],
        *,
        time: str,
        money: str,
        done_when: str,
    ) -> StepView:
        """A step that is a stretch of the way; ``time`` is said behind its length."""
        step = stretch.step
        return self.step(
            step.kind,
            title,
            step.career,
            facts,
            time=f"{words.span(step.months)}{time}",
            money=money,
            done_when=done_when,
            begins=stretch.begins,
            done=stretch.ends,
            months=step.months,
            runs=step.months[0],
        )


def applying(told: Told, stretch: Stretch, after: Stretch | None) -> StepView:
    """Before the start: choose a program, ask, apply."""
    step = stretch.step
    career = None if step.career is None else told.prospects[step.career].career
    found = [*_entry(told, stretch, after), *_questions(told, step, career)]
    title = "Find a program and apply"
    if career is None:
        title = "Find a school and apply" if _level_of(told, step) else "Find a class that counts"
    return told.step(
        "apply",
        title,
        step.career,
        found,
        time=f"Not known. The dates below hold if the first class is in {told.start.text}; "
        "with another --start all of them move",
        money="Fees for applying and for tests: not known here. Ask each school.",
        done_when="You have a place that you have accepted, and know how you will pay for it.",
        done=(0, 0),
    )


def study(told: Told, stretch: Stretch, after: Stretch | None, *, first: bool) -> StepView:
    """A degree, a program, or courses that are asked for first."""
    step = stretch.step
    route = _route_of(told, step)
    found = [] if first else list(_entry(told, stretch, after))
    program = None
    # A course too short for federal aid has no figures of longer ones.
    if route is not None and step.program is not None:
        program = program_of(told.catalogue, route, told.place)
    found += _programs(told, step, program)
    if route is not None and route.notes:
        found.append(told.fact("Good to know", route.notes, route.source))
    if route is not None and route.usual is not None and route.usual.how != "usual":
        found.append(told.fact("How usual", route.usual.why, route.usual.source))
    pace = " at half pace" if told.prospects.answers.pace == "half" else ""
    done_when = "The courses stand on your transcript with the grades that the program asks for."
    if step.kind == "degree":
        done_when = f"You have it in hand: {step.name}."
        if _level_of(told, step) is not None and after is not None:
            done_when = f"{done_when[:-1]}, in a field that the next step accepts."
    elif route is not None:
        done_when = f"You have it in hand: {words.sentence(route.award)}"
    return told.stretch(
        stretch,
        words.capital(step.name),
        found,
        time=f"{pace}{words.years_note(step.months)}",
        money=_debt(program),
        done_when=done_when,
    )


def work(told: Told, stretch: Stretch) -> StepView:
    """Paid work in another role that has to come first."""
    step = stretch.step
    assert step.career is not None
    prospect = told.prospects[step.career]
    found = list(_pay(told, prospect))
    # Whoever is in that work has found it already.
    if not prospect.here:
        found = [_names(told, prospect.career), *_conditions(told, prospect.career), *found]
    return told.stretch(
        stretch,
        f"Work as {prospect.career.title}",
        found,
        time=f"{words.years_note(step.months)} of paid work",
        money=_earns(prospect),
        done_when="Your employer has put role, dates and hours in writing.",
    )


def residency(told: Told, stretch: Stretch) -> StepView:
    """Paid training after the degree."""
    step = stretch.step
    assert step.career is not None
    training = told.prospects[step.career].career.residency
    assert training is not None
    found = []
    money = "Paid; how much is not known here."
    if training.stipend is not None:
        low, high = map(words.dollars, training.stipend)
        money = f"Pays about {low} in the first year" + (
            "." if low == high else f", {high} in the last."
        )
        source = training.stipend_source or training.source
        found.append(told.fact("Pay in training", money, source))
    if training.notes:
        found.append(told.fact("Good to know", training.notes, training.source))
    return told.stretch(
        stretch,
        words.capital(step.name),
        found,
        time=f"{words.years_note(step.months)}, paid",
        money=money,
        done_when="The program certifies that you have completed it.",
    )


def credentials(told: Told, prospect: Prospect, stretch: Stretch | None) -> Iterator[StepView]:
    """The exams, certificates and licenses of a role, after what leads to them."""
    career = prospect.career
    own = sorted(
        (c for c in career.credentials if c.need != "optional"), key=lambda c: c.need != "required"
    )
    if career.grants and not own_credentials(career):
        # All that it gives is what people bring along: their license is that of the job before.
        own = [c for c in own if c.need != "required"]
    if not own:
        return
    needed = [c.name for c in own if c.need == "required"]
    found = []
    for credential in own:
        exam = f" Exam: {credential.exam}." if credential.exam else ""
        text = f"{credential.name}, from {words.sentence(credential.body)}{exam}"
        if credential.notes:
            text += f" {credential.notes}"
        found.append(
            told.fact(_NEEDS[credential.need], text, credential.source, url=credential.url)
        )
    if needed:
        found.append(_board(told, career))
    found += _laws(told, career, None)
    ends = (0, 0) if stretch is None else stretch.ends
    time = "how long until the exam, the result and the paper is not known: ask the body"
    if stretch is None and not needed:
        time = "in the first months of the job: ask the employer who arranges and pays for it"
    if career.residency is not None:
        time = "parts of it come before and during the training: the program says when"
    in_hand = _in_hand(told, stretch)
    if in_hand is not None:
        time = f"people usually have it in hand in {told.when(in_hand)}"
    done_when = f"In your name: {listed(needed)}"
    done_when += ", and what employers expect." if len(own) > len(needed) else "."
    if not needed:
        done_when = "In your name: those of these that employers near you ask for."
    licensed = [name for name in needed if "licens" in name.lower()]
    title = f"Get {'licensed' if licensed else 'certified'} as {career.title}"
    if licensed and all(_SOME_STATES.search(name) for name in licensed):
        title += ", where your state asks for it"
    yield told.step(
        "credential",
        title,
        career.id,
        found,
        time=time,
        money="What exams and papers cost is not known here: each body says so on its page.",
        done_when=done_when,
        begins=ends,
        done=in_hand,
    )


def job(told: Told, prospect: Prospect, offsets: Span | None) -> StepView:
    """The first job in the role."""
    career, pathway = prospect.career, prospect.pathway
    found = [_names(told, career)]
    route = None if pathway is None else pathway.route
    if pathway is not None and route is not None and not route.months[1]:
        text = f"{route.name}. {words.sentence(route.award)} {route.notes or ''}"
        found.append(told.fact("How people get in", text.strip(), route.source))
    if pathway is None or not any(s.kind in ("study", "degree") for s in pathway.steps):
        found += _conditions(told, career)
    found += _pay(told, prospect)
    if prospect.pay.employment is not None:
        where = prospect.pay.area or f"the {told.catalogue.head.region}"
        group = words.salary_group(career)
        whom = f" (of {group}, with whom the role is counted)" if group else ""
        assert career.salary is not None
        text = f"about {prospect.pay.employment:,} people{whom} are employed in {where}"
        found.append(told.fact("Jobs", text, career.salary.source))
    if route is not None and route.training is not None:
        text = f"{words.span(route.training.months)}, paid. {route.training.notes or ''}"
        found.append(told.fact("Training on the job", text.strip(), route.training.source))
    remote = career.remote
    if remote is not None and remote.level:
        found.append(told.fact("From home", words.remote_words(remote), remote.source))
    if not any(c.need == "required" for c in career.credentials):
        found.append(
            told.fact(
                "License",
                f"none is known that everybody needs. Rules of states differ: {_FINDER}",
            )
        )
    return told.step(
        "job",
        f"Start as {career.title}",
        career.id,
        found,
        time="" if offsets is not None else words.NOT_KNOWN,
        money=_earns(prospect),
        done_when="You have an offer in writing, with pay, hours and place.",
        begins=offsets,
        runs=_A_YEAR,
    )


def after(told: Told, prospect: Prospect, offsets: Span | None) -> Iterator[StepView]:
    """The step after: where the role leads, the soonest that pays more first."""
    career = prospect.career
    rungs = next_rungs(told.prospects, career.id)
    if not rungs:
        return
    found = []
    most = _MOST_RUNGS_FROM_HERE if prospect.here else _MOST_RUNGS
    for rung in rungs[:most]:
        there, step = told.prospects[rung.to], rung.step
        assert step is not None
        when = "when is not known"
        if rung.months is not None and offsets is not None:
            when = f"{told.when(_added(offsets, rung.months))} at the soonest"
        pay = there.pay.part_median
        earns = "pay not known" if pay is None else f"half earn {words.dollars(pay)} or more"
        if pay is not None and words.salary_group(there.career):
            earns += f" (of {words.salary_group(there.career)})"
        text = f"{there.career.title}: {when}; {earns}. {step.takes}"
        found.append(told.fact("Possible next", text, step.source))
    more = len(rungs) - most
    text = f"{more} more: careeradvisor ladder {career.id}. " if more > 0 else ""
    found.append(told.fact("More", f"{text}Each has a plan: careeradvisor plan {rungs[0].to}"))
    first = told.prospects[rungs[0].to]
    if (first.pay.part_median or 0) <= (prospect.pay.part_median or 0):
        # Nothing pays more: then these are other directions, and none of them is the next step.
        yield told.step(
            "next", "What else it leads to", None, found, time="", money="", done_when=""
        )
        return
    months = rungs[0].months
    yield told.step(
        "next",
        f"The step after: {first.career.title}",
        first.career.id,
        found,
        time=words.NOT_KNOWN if months is None else _from_the_role(prospect, months),
        money=_earns(first),
        done_when="",
        begins=None if months is None or offsets is None else _added(offsets, months),
        months=months,
        runs=_A_YEAR,
    )


def ask_how(told: Told, prospect: Prospect) -> StepView:
    """What to do about a role of which no way in is known."""
    text = "Ask an employer, a school and somebody in the role how people get in"
    return told.step(
        "apply",
        "Ask how people get in",
        prospect.career.id,
        [told.fact("Way in", f"not known here. {text}")],
        time=words.NOT_KNOWN,
        money=words.NOT_KNOWN,
        done_when="You know what the role asks for, from two people who do not sell it.",
    )


def _added(one: Span, other: Span) -> Span:
    return (one[0] + other[0], one[1] + other[1])


def _from_the_role(prospect: Prospect, months: Span) -> str:
    if not months[1]:
        return "no time is asked for first"
    since = "from the start" if prospect.here else "after you have begun in the role"
    return f"{words.span(months)}{words.years_note(months)} {since}"


def _entry(told: Told, stretch: Stretch, after: Stretch | None) -> Iterator[FactView]:
    """What is to be known before a program: who accredits it, what it asks, who helps to pay."""
    step = stretch.step
    if step.career is None:
        aims = None if after is None else _route_of(told, after.step)
        if after is not None and step.name != DEGREE_NAMES["high-school"]:
            sciences = aims is not None and aims.sciences
            yield told.fact(
                "Which courses",
                f"those that the next step accepts ({after.step.name}): ask that program for its "
                "list before you choose, and how old courses may be"
                + (". It asks for college science" if sciences else ""),
                None if aims is None or not sciences else aims.sciences_source or aims.source,
            )
    else:
        career = told.prospects[step.career].career
        for found in career.accreditation:
            where = " Its list of programs is on its page" if found.url else ""
            text = f"{words.sentence(found.body)} {found.notes or where}".strip()
            yield told.fact("Accredited by", text, found.source, url=found.url)
        if not career.accreditation:
            yield told.fact(
                "Accredited by",
                "not known here. Ask who accredits this very program, and whether your license or "
                "certificate asks for it",
            )
        yield from _conditions(told, career)
    level = _level_of(told, step)
    offers = [aid for aid in told.catalogue.aid.values() if _can_be_had(told, aid, step, level)]
    for aid in offers:
        yield told.fact(
            "Money that may help",
            f"{words.sentence(aid.title)} {aid.says}",
            aid.source,
            as_of=aid.as_of.isoformat(),
            url=aid.url,
        )
    if level is not None and not offers:
        yield told.fact(
            "Money that may help", "not known here. Ask the school's financial aid office"
        )
    if step.career is not None and level is not None:
        yield from _laws(told, told.prospects[step.career].career, level)


def _can_be_had(told: Told, aid: Aid, step: Step, level: int | None) -> bool:
    """Whether money may help with a study of this level and length."""
    if level not in aid.levels:
        return False
    pace = 2 if told.prospects.answers.pace == "half" else 1
    low, high = (months // pace for months in step.months)
    return aid.months is None or (aid.months[0] <= high and low <= aid.months[1])


def _laws(told: Told, career: Career, level: int | None) -> Iterator[FactView]:
    """Law that moves: on paying for study of a level, or (``None``) on the work itself."""
    for law_id in career.laws:
        law = told.catalogue.laws[law_id]
        if law_id not in told.catalogue.aid and (level in law.levels if level else not law.levels):
            yield told.fact(
                "Law that moves",
                f"{words.sentence(law.title)} {law.says}",
                law.source,
                as_of=law.as_of.isoformat(),
                url=law.url,
            )


def _conditions(told: Told, career: Career) -> Iterator[FactView]:
    """What is usually asked of people before they begin."""
    for found in career.conditions:
        text = f"{words.sentence(found.what)} {found.notes or ''}".strip()
        yield told.fact("Asked of you", text, found.source)
    if not career.conditions:
        yield told.fact(
            "Asked of you",
            "not known here. Ask what is checked before anybody may begin, and do it early",
        )


def _questions(told: Told, step: Step, career: Career | None) -> Iterator[FactView]:
    """Three questions to ask each school before paying."""
    if career is None and _level_of(told, step) is None:
        return
    first = "Is this school accredited, and do the schools that come next take its credits?"
    passed = ""
    if career is not None:
        own = [c for c in career.credentials if c.need != "optional"]
        paper = own[0].name if own else f"work as {career.title}"
        if own and "licens" in paper.lower():
            paper = f"the license as {career.title}"
        whose = career.accreditation[0].body if career.accreditation else "those who accredit it"
        first = (
            f"Is this very program accredited by {whose} today, and does it qualify me for: "
            f"{paper}{told.in_state}?"
        )
        passed = next((f", how many passed the {c.exam} the first time" for c in own if c.exam), "")
        passed = passed.replace("the the ", "the ")
    asked = (
        first,
        "What did last year's class pay in all, with fees, books, tests and uniforms, and how "
        "much of that did grants pay?",
        f"Of those who began, how many finished in time{passed}, and how many had work in the "
        "field half a year later?",
    )
    for number, question in enumerate(asked, 1):
        yield FactView(f"Question {number}", question)


def _programs(told: Told, step: Step, program: ProgramView | None) -> Iterator[FactView]:
    """What programs of this field and level cost and give, in the nation and in the state."""
    if program is None:
        if _level_of(told, step) is not None or step.career is not None:
            text = "what graduates owe and earn is not known for this study"
            yield told.fact("What it gives", text)
        return
    yield told.fact("What it gives", program.text, program.source)
    if program.below_text:
        text = f"{program.below_text} Look up the very program before you pay"
        url = told.catalogue.sources[program.source].url
        yield told.fact("To avoid", text, program.source, url=url)
    if program.state_text:
        yield told.fact(f"In {told.state}", program.state_text, program.source)


def _debt(program: ProgramView | None) -> str:
    """What a study costs, as far as it is known."""
    if program is not None and program.state_debt is not None:
        return f"Typical debt at the end in {program.state}: {words.dollars(program.state_debt)}."
    if program is not None and program.debt is not None:
        return f"Typical debt at the end: {words.dollars(program.debt)}."
    return "What it costs is not known here. Ask for the whole price, after grants."


def _earns(prospect: Prospect) -> str:
    entry, five = prospect.pay.entry, prospect.pay.after_five
    if entry is None:
        return "Paid; how much is not known here."
    if five is None:
        return f"Pays about {words.dollars(entry)} a year at the start."
    return (
        f"Pays about {words.dollars(entry)} a year at the start, {words.dollars(five)} after "
        "five years."
    )


def _pay(told: Told, prospect: Prospect) -> Iterator[FactView]:
    """Where the figures of pay are from, and what has to be known to read them."""
    salary, pay = prospect.career.salary, prospect.pay
    if salary is None or pay.entry is None:
        yield told.fact("Pay", "not known: no figure is published")
        return
    where = pay.area or f"the {told.catalogue.head.region}"
    text = f"{words.dollars(pay.entry)} a year at the start"
    if pay.after_five is not None:
        text += f", {words.dollars(pay.after_five)} after five years"
    text += f" ({where})"
    if pay.missing_area is not None:
        text += f"; not published for {pay.missing_area}"
    group = words.salary_group(prospect.career)
    if group:
        text += f"; from the figures of {group}, with whom the role is counted"
    if pay.scaled is not None:
        text += f". {pay.scaled}"
    yield told.fact("Pay", text, salary.source)


def _names(told: Told, career: Career) -> FactView:
    text = listed([f'"{name}"' for name in job_names(career)], "or")
    return told.fact("Search job ads for", text)


def job_names(career: Career) -> list[str]:
    """Names under which such jobs are advertised: the title, and aliases that are job titles.

    An alias is one when its last word is what a job is called; certificates, subjects and codes
    are not.
    """
    title = re.sub(r" \(.*\)", "", career.title)
    names = {loose_key(title): title}
    for alias in career.aliases:
        if _JOB.search(alias.casefold()):
            names.setdefault(loose_key(alias), alias)
    return list(names.values())[:_MOST_NAMES]


def _board(told: Told, career: Career) -> FactView:
    label = f"Board in {told.state}" if told.place.state else "Your state's board"
    if career.boards:
        text = "rules differ by state and change: find the board here and read what it asks for"
        return told.fact(label, text, url=career.boards)
    return told.fact(label, f"its page is not known here: {_FINDER}, before you pay for a program")


def _in_hand(told: Told, stretch: Stretch | None) -> Span | None:
    """When people usually have a certificate in hand, where that is later than the course's end."""
    if stretch is None:
        return None
    route = _route_of(told, stretch.step)
    if route is None or route.in_hand is None:
        return None
    low, high = route.in_hand
    return (
        max(stretch.begins[0] + low, stretch.ends[0]),
        max(stretch.begins[1] + high, stretch.ends[1]),
    )


def _route_of(told: Told, step: Step) -> Route | None:
    """The route that a step of study belongs to."""
    if step.career is None or step.kind != "study":
        return None
    routes = told.catalogue.careers[step.career].routes
    pace = 2 if told.prospects.answers.pace == "half" else 1
    return next(
        (
            route
            for route in routes
            if route.name == step.name
            and (route.months[0] * pace, route.months[1] * pace) == step.months
        ),
        None,
    )


def _level_of(told: Told, step: Step) -> int | None:
    """The level of a study as the College Scorecard numbers it; ``None`` where it is not known."""
    if step.kind == "degree":
        return _DEGREE_LEVELS.get(step.name)
    route = _route_of(told, step)
    return None if route is None else route.program_level
