"""How a career is laid out: one screen in short, sections, and everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careeradvisor.output.parts import (
    GROUP,
    MADE,
    Address,
    Entry,
    Facts,
    Gap,
    Heading,
    Items,
    PayPicture,
    TimePicture,
    Words,
    figure,
    marks,
)
from careeradvisor.text import listed
from careeradvisor.views import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careeradvisor.output.parts import Part, Stage
    from careeradvisor.views.career import CareerView
    from careeradvisor.views.pay import PayView
    from careeradvisor.views.shared import SourceView
    from careeradvisor.views.ways import RouteView

SECTIONS = ("pay", "ways", "work", "outlook", "ladder", "sources")
_TEN_YEARS = 120
_MOST_SETTINGS = 10
_STAGES: dict[str, Stage] = {
    "degree": "study", "study": "study", "work": "work", "residency": "training",
}  # fmt: skip
_MOST_AGAINST = 5


def short_pages(view: CareerView) -> Iterator[list[Part]]:
    """What it is, pay, the way in, what counts against it, what to type next.

    The first page has most against it; each further one is shorter, for whom it must be.
    """
    for most in range(_MOST_AGAINST, 0, -1):
        yield _short_page(view, most, legend=view.target is not None)
    yield _short_page(view, 1, legend=False)


def _short_page(view: CareerView, most: int, *, legend: bool) -> list[Part]:
    pay, way, outlook = view.pay, view.way, view.outlook
    shown = view.against[:most]
    more = len(view.against) - len(shown)
    route = "" if way.standing == "here" else way.route or ""
    jobs = words.NOT_KNOWN
    if outlook is not None:
        jobs = f"{outlook.change} in {outlook.period}; openings: {outlook.openings_text}"
        if outlook.openings_group:
            jobs += GROUP
        if pay.area and pay.employment is not None:
            jobs += f"; employed there: about {pay.employment:,}"
            jobs += GROUP if pay.group else ""
    return [
        Heading(view.title, f"{view.id} · SOC {view.soc}", level=1),
        Words(view.short),
        Gap(),
        _facts([("For you", view.fit), ("Pay", _money(pay))]),
        *([PayPicture(pay.percentiles, view.target, legend)] if pay.known else []),
        Facts(
            [
                ("Way in", words.joined([words.capital(way.text), route], ": ")),
                ("Patients", view.work.patients),
                ("From home", view.work.home),
                ("Jobs", jobs),
            ]
        ),
        Heading("What counts against it", f"{more} more: --full" if more > 0 else ""),
        Items(shown or ["Nothing that the catalogue knows of."]),
        Gap(),
        Facts(_commands(view)),
    ]


def _facts(facts: Iterable[tuple[str, str | None]]) -> Facts:
    """Those of the facts that there are."""
    return Facts([(label, text) for label, text in facts if text])


def _money(pay: PayView) -> str:
    """The figure that counts, whose it is, and how far pay goes."""
    if pay.counts is None:
        return "not known: no figure is published"
    made = bool(pay.made or pay.not_published_for)
    text = f"{figure(pay.counts, pay.group, made=made)} a year, half earn less"
    span = ""
    if pay.p10 is not None and pay.p90 is not None:
        span = f"8 in 10: {words.dollars(pay.p10)} to {words.dollars(pay.p90)}"
    if pay.part is None:
        text = words.joined([text, span], "; ")
    text += f". {words.joined([pay.place, pay.vintage or ''], ', ')}"
    if pay.part is not None:
        text += f"; {GROUP} {pay.part} of {pay.group or 'the occupation'}. Of all of them half "
        text += words.joined([f"earn less than {words.dollars(pay.median)}", span], "; ")
    elif pay.group:
        text += f"; {GROUP} all {pay.group}"
    return f"{text}; {MADE} worked out" if made else text


def _commands(view: CareerView) -> list[tuple[str, str]]:
    show, other = f"careeradvisor show {view.id}", view.ladder[0].id if view.ladder else "ROLE"
    return [
        ("Everything", f"{show} --full"),
        ("A part of it", f"--section {listed(SECTIONS, 'or')}"),
        ("Beside others", f"careeradvisor compare {view.id} {other}"),
    ]


def full_page(view: CareerView) -> list[Part]:
    """Everything."""
    return [
        *_head(view),
        Words(view.summary),
        Words(f"Also found as: {', '.join(view.aliases)}" if view.aliases else "", "quiet"),
        Heading("What counts against it"),
        Items(view.against or ["Nothing that the catalogue knows of."]),
        *(part for section in SECTIONS for part in _SECTIONS[section](view)),
    ]


def section_page(view: CareerView, section: str) -> list[Part]:
    """One of :data:`SECTIONS`."""
    return [*_head(view), *_SECTIONS[section](view)]


def _head(view: CareerView) -> list[Part]:
    return [
        Heading(view.title, f"{view.id} · SOC {view.soc}", level=1),
        Words(view.family, "quiet"),
    ]


def _pay(view: CareerView) -> Iterator[Part]:
    pay, five = view.pay, view.pay.after_five_years
    yield Heading("Pay a year", words.joined([pay.place, pay.vintage or ""], ", "))
    if not pay.known:
        yield Words("Not known: no figure is published for this role.")
    else:
        yield PayPicture(pay.percentiles, view.target)
        names = ("10 of 100", "25 of 100", "Half", "75 of 100", "90 of 100")
        yield Facts(
            [
                (f"{name} earn less than", "not published" if a is None else words.dollars(a))
                for name, a in zip(names, pay.percentiles, strict=True)
            ]
        )
        yield _facts(
            [
                ("At the start, about", "" if pay.entry is None else words.dollars(pay.entry)),
                ("After five years, about", "" if five is None else words.dollars(five)),
            ]
        )
    for note in pay.notes:
        yield Words(note)
    if pay.settings:
        yield Heading("By employer", "half of the people earn less, whole country")
        yield Facts(
            [
                (words.capital(s.name), words.dollars(s.median))
                for s in pay.settings[:_MOST_SETTINGS]
                if s.median
            ]
        )
    if view.money is not None:
        yield Heading("Ten years")
        yield Words(words.sentence(words.capital(view.money.text)))
        yield Words(view.money.assumptions, "quiet")


def _ways(view: CareerView) -> Iterator[Part]:
    way, money = view.way, view.money
    in_hand = words.span(way.in_hand) if way.in_hand else ""
    yield Heading("Your way in", view.person.text)
    yield Words(words.sentence(words.capital(way.text)))
    yield Facts(
        [
            (
                words.span(step.months),
                words.capital(step.name)
                + (" (paid)" if step.kind in ("work", "residency") else ""),
            )
            for step in way.steps
        ]
    )
    stages = _stages(view)
    if len(stages) > 1:
        yield from (Gap(), TimePicture(stages), Gap())
    if money is not None:
        first, full = money.months_to_first_pay, money.months_to_full_role
        years = words.years_note((full, full))
        yield _facts(
            [
                ("First pay", f"after {words.months(first)}" if first else "from the first day"),
                ("In hand", f"people usually need {in_hand} to a certificate" if in_hand else ""),
                ("Full pay", "" if full == first else f"after {words.months(full)}{years}"),
            ]
        )
    yield Heading("All ways in")
    if not view.ways:
        yield Words("Not known: no way in is published.")
    for route in view.ways:
        yield _route(route)
    if view.residency is not None:
        residency = view.residency
        stipend = ""
        if residency.stipend is not None:
            low, high = map(words.dollars, residency.stipend)
            stipend = f", at {low} to {high} a year" if low != high else f", at {low} a year"
        yield Entry(
            residency.name,
            f"{words.span(residency.months)}, paid",
            [
                f"Paid training after the way in and before full pay{stipend}.",
                residency.notes or "",
            ],
        )
    yield Heading("Licenses and certificates")
    if not view.credentials:
        yield Words("Not known: no license or certificate is named.")
    for credential in view.credentials:
        exam = f" Exam: {credential.exam}." if credential.exam else ""
        yield Entry(
            credential.name,
            credential.need,
            [f"From: {words.sentence(credential.body)}{exam}", credential.notes or ""],
            credential.url or "",
        )
    if view.boards:
        yield Words("Your state's licensing board:")
        yield Address(view.boards)
    for head, notes in (
        ("Asked before you begin", view.conditions),
        ("Who accredits programs", view.accreditation),
        ("Money that may help", view.aid),
        ("Law that moves", view.laws),
    ):
        if notes:
            yield Heading(head)
        for note in notes:
            as_of = f"as of {note.as_of}" if note.as_of else ""
            yield Entry(note.title, as_of, [note.says or ""], note.url or "")


def _route(route: RouteView) -> Entry:
    length = words.span(route.months) if route.months[1] else "no study first"
    texts = [
        f"From: {route.start}. Result: {words.sentence(route.award)}",
        f"{words.capital(route.usual_text)}: {words.sentence(route.usual_why or '')}"
        if route.usual
        else "",
        f"Allow {words.span(route.in_hand)} until the certificate is in hand."
        if route.in_hand
        else "",
        f"Then {words.span(route.residency)} of paid training." if route.residency else "",
        f"Then paid training on the job: {words.span(route.training)}. {route.training_notes or ''}"
        if route.training
        else "",
        _not_yet(route),
        f"Many come with a degree in {listed(route.fields, 'or')}." if route.fields else "",
        route.notes or "",
    ]
    if (program := route.program) is not None:
        there = f"In {program.state}: {program.state_text}" if program.state_text else ""
        texts.append(words.joined([program.text, program.below_text, there], " "))
    return Entry(route.name, length, texts)


def _not_yet(route: RouteView) -> str:
    if route.open is not False:
        return ""
    if route.for_you is None:
        # No way leads to what it starts from: a degree in a field, which people have or have not.
        return "Open to people who have that already: say so with --holds."
    return "Not open to you yet: it asks for paid work first."


def _stages(view: CareerView) -> list[tuple[Stage, int]]:
    """The way in and the years in the role, cut at ten years from today."""
    stages: list[tuple[Stage, int]] = []
    left = _TEN_YEARS
    kind: Stage
    for kind, length in [
        *((_STAGES[s.kind], s.months[0]) for s in view.way.steps),
        ("role", _TEN_YEARS),
    ]:
        length = min(length, left)
        left -= length
        if stages and stages[-1][0] == kind:
            stages[-1] = (kind, stages[-1][1] + length)
        elif length:
            stages.append((kind, length))
    return stages


def _work(view: CareerView) -> Iterator[Part]:
    work = view.work
    yield Heading("The work")
    yield Words(work.day or "")
    for head, items in (("What is done", work.duties), ("What helps", work.qualities)):
        if items:
            yield Words(head, "head")
            yield Items(items)
    patients = words.joined([words.sentence(work.patients), work.patients_why or ""], " ")
    home = words.joined([words.sentence(work.home), work.home_why or ""], " ")
    yield _facts(
        [
            ("Patients", patients),
            ("From home", home),
            ("Hours", work.hours),
            ("Strain", work.strain),
            ("Exposure", work.exposure),
            ("Why", work.why),
        ]
    )
    if view.interests:
        yield Heading("Who likes it", "Holland codes, 1 to 7")
        yield Facts([(f"{i.name} {i.rating:.1f}", i.means) for i in view.interests[:3]])
    if view.questions:
        yield Heading("Questions that people ask")
    for entry in view.questions:
        yield Entry(entry.question, "", [entry.answer])


def _outlook(view: CareerView) -> Iterator[Part]:
    outlook = view.outlook
    yield Heading("Outlook", "" if outlook is None else outlook.period)
    if outlook is None:
        yield Words("Not known: no projection is published for this role.")
    else:
        group = f", all {outlook.openings_group} together" if outlook.openings_group else ""
        yield Facts([("Change", outlook.change), ("Openings", f"{outlook.openings_text}{group}")])
        yield Words(f"Counted for {outlook.group}." if outlook.group else "")
        yield Words(outlook.why or "")
    if view.ai is not None:
        yield Heading("AI and this work", view.ai.range_text)
        yield Items(view.ai.text)


def _ladder(view: CareerView) -> Iterator[Part]:
    yield Heading("Where it leads", f"careeradvisor ladder {view.id}")
    if not view.ladder:
        yield Words("Nothing that the catalogue knows of.")
    figures = [figure(step.median, step.group) for step in view.ladder]
    for step, pay in zip(view.ladder, figures, strict=True):
        takes = words.sentence(words.capital(words.joined([step.time, step.takes], ": ")))
        yield Entry(words.named(step.title, step.id), pay, [takes])
    yield from (Words(text, "quiet") for text in marks(figures))


def _sources(view: CareerView) -> Iterator[Part]:
    yield Heading("Sources")
    yield Items([source_text(source) for source in view.sources])
    if view.handbook:
        yield Words("More in the Occupational Outlook Handbook:")
        yield Address(view.handbook)
    head = view.catalogue
    yield Words(
        f"Last reviewed {view.reviewed}. "
        f"Catalogue: {head.name} {head.version}, as of {head.as_of}.",
        "quiet",
    )


def source_text(source: SourceView) -> str:
    """A source in a line: what rests on it, its title, publisher and vintage."""
    what = words.capital(listed(source.stands_for))
    return f"{what}: {source.title}. {source.publisher}, {source.vintage}."


_SECTIONS = {
    "pay": _pay,
    "ways": _ways,
    "work": _work,
    "outlook": _outlook,
    "ladder": _ladder,
    "sources": _sources,
}
