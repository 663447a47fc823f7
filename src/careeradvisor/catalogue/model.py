"""What a catalogue holds, as typed, immutable objects.

The TOML file maps onto these one to one: ``[careers.coder.salary]`` is
``Catalogue.careers["coder"].salary``. A field that has no published source is
left out of the file and is ``None`` here; ``None`` means "not known", never 0.
"""

# No "from __future__ import annotations" here: msgspec would have to evaluate each annotation
# again when it builds its decoder, 1.2 ms at each start.
import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Level = Annotated[int, Meta(ge=0, le=4)]
Months = Annotated[int, Meta(ge=0, le=240)]
Dollars = Annotated[int, Meta(ge=0, le=10_000_000)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Rating = Annotated[float, Meta(ge=1.0, le=7.0)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Text = Annotated[str, Meta(min_length=1, max_length=2_000)]
WebAddress = Annotated[str, Meta(max_length=300)]
# What refers to something by its id is looked up there: a pattern for it too would take twice as
# long at each start as all the rest of reading a catalogue.
Ref = Annotated[str, Meta(min_length=1, max_length=60)]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PROGRAM = r"^[0-9]{2}\.[0-9]{2}-[1-8]$"
"""The name of a table of programs: field and credential level."""
Slug = Annotated[str, Meta(pattern=SLUG, max_length=60)]

EducationLevel = Literal[
    "none", "high-school", "some-college", "associate", "bachelor", "master", "doctorate"
]
Frequency = Literal["rare", "some", "usual"]
Amount = Literal["little", "some", "much"]
SalaryBasis = Literal["occupation", "broader-group", "survey"]
CredentialNeed = Literal["required", "expected", "optional"]
HowUsual = Literal["usual", "possible", "rare"]
Part = Literal["whole", "lower", "middle", "upper"]
SocCode = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}$")]
Count = Annotated[int, Meta(ge=0)]
Openings = Annotated[int, Meta(ge=0, le=10_000_000)]
ProgramLevel = Annotated[int, Meta(ge=1, le=8)]
Percent = Annotated[float, Meta(ge=0.0, le=100.0)]


class _Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Settings shared by every table of the catalogue."""


class Head(_Part, frozen=True):
    """``[catalogue]``: what this catalogue is and how old it is."""

    name: Line
    version: Line
    as_of: dt.date
    region: Line


class Source(_Part, frozen=True):
    """``[sources.ID]``: where a figure or a judgement comes from."""

    title: Line
    publisher: Line
    vintage: Line
    licence: Line
    url: WebAddress | None = None
    attribution: Text | None = None


class PatientContact(_Part, frozen=True):
    """How much of the work is spent with patients: 0 none to 4 constant and hands-on."""

    level: Level
    why: Text
    source: Ref


class Remote(_Part, frozen=True):
    """Work from home: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully.

    ``level`` is what experienced people in the role can usually get; ``entry``
    is how new entrants usually start.
    """

    level: Level
    entry: Level
    why: Text
    source: Ref


class Experience(_Part, frozen=True):
    """Paid work in another career that a route asks for first, in months."""

    career: Ref
    months: Months


class Usual(_Part, frozen=True):
    """How usual a way in is, and who says so (design 4.5c)."""

    how: HowUsual
    why: Text
    source: Ref


class Training(_Part, frozen=True):
    """Paid training on the job after a route, in months (shortest, longest)."""

    months: tuple[Months, Months]
    source: Ref
    notes: Text | None = None


class Route(_Part, frozen=True):
    """One way in.

    ``start`` (``from`` in the file) lists what the route starts from: education
    levels and credential ids, all of them needed. ``months`` is the shortest and
    the longest usual full-time length. ``education`` is the level of education
    that its award amounts to, where it does. ``in_hand`` are the months that people
    usually need until the certificate is in hand, where that is longer than the course.
    ``residency`` are the months of paid training after it, where they differ from those of the
    career's own: a fellowship after the residency that the person has.
    ``sciences`` says that college science is asked for at the start (by
    ``sciences_source``). ``cip`` and ``program_level`` name the field of study (CIP code,
    4 digits) and the credential level of the College Scorecard, 1 to 8.
    """

    name: Line
    start: Annotated[list[Ref], Meta(min_length=1, max_length=4)] = msgspec.field(name="from")
    months: tuple[Months, Months]
    award: Line
    source: Ref
    education: EducationLevel | None = None
    experience: Annotated[list[Experience], Meta(max_length=4)] = []
    usual: Usual | None = None
    in_hand: tuple[Months, Months] | None = None
    residency: tuple[Months, Months] | None = None
    training: Training | None = None
    sciences: bool = False
    sciences_source: Ref | None = None
    cip: Annotated[str, Meta(pattern=r"^[0-9]{2}\.[0-9]{2}$")] | None = None
    program_level: ProgramLevel | None = None
    notes: Text | None = None


class Residency(_Part, frozen=True):
    """Paid training after the route and before full pay, in months (shortest, longest).

    ``stipend`` is the yearly pay in it, from the first year to the last.
    """

    months: tuple[Months, Months]
    name: Line
    source: Ref
    stipend: tuple[Dollars, Dollars] | None = None
    stipend_source: Ref | None = None
    notes: Text | None = None


class Credential(_Part, frozen=True):
    """A licence or certificate: who gives it, by which exam, and on which page they say so."""

    name: Line
    body: Line
    need: CredentialNeed
    source: Ref
    exam: Line | None = None
    url: WebAddress | None = None
    notes: Text | None = None


class Accreditation(_Part, frozen=True):
    """Who accredits programs for a career, and where its list of programs is."""

    body: Line
    source: Ref
    url: WebAddress | None = None
    notes: Text | None = None


class Condition(_Part, frozen=True):
    """What is usually asked before a program or a job begins, such as a background check."""

    what: Line
    source: Ref
    notes: Text | None = None


class Survey(_Part, frozen=True):
    """A pay range that a survey or article reports, beside the official figures."""

    low: Dollars
    high: Dollars
    source: Ref


class Position(_Part, frozen=True):
    """Which part of the group that counts a career the career is (design 4.6)."""

    part: Part
    why: Text
    source: Ref


class Industry(_Part, frozen=True):
    """The occupation's wages in the industry in which this career is (NAICS code)."""

    naics: Annotated[str, Meta(pattern=r"^[0-9]{2,6}(-[0-9]{2})?$")]
    name: Line
    why: Text
    source: Ref
    p10: Dollars | None = None
    p25: Dollars | None = None
    median: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    employment: Count | None = None
    rse: Percent | None = None


class Salary(_Part, frozen=True):
    """Annual wages in US dollars: OEWS percentiles of the occupation that counts this career.

    ``basis`` says whether the occupation is this career alone or a broader group
    (named by ``group``), or whether the percentiles are a survey's. ``position`` says
    which part of a broader group it is; ``industry`` has percentiles that count instead
    of the group's. ``rse`` is the relative standard error of the mean wage in percent,
    ``employment`` the people employed in the occupation in the nation.
    """

    basis: SalaryBasis
    source: Ref
    soc: SocCode | None = None
    group: Line | None = None
    p10: Dollars | None = None
    p25: Dollars | None = None
    median: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    top_coded: bool = False
    rse: Percent | None = None
    employment: Count | None = None
    position: Position | None = None
    industry: Industry | None = None
    survey: Survey | None = None
    note: Text | None = None


class Outlook(_Part, frozen=True):
    """Projected change of employment in percent over the decade, and yearly openings.

    ``own_openings`` are those that are the career's own (design 4.7): where the published
    figure is for several SOC codes, its share by employment; of careers that share a code only
    the ``whole`` one has any.
    """

    source: Ref
    period: Line
    change_percent: Annotated[float, Meta(ge=-100, le=1000)] | None = None
    openings: Openings | None = None
    group: Line | None = None
    openings_group: Line | None = None
    own_openings: Openings | None = None
    why: Text | None = None


class Work(_Part, frozen=True):
    """When and under what strain the work is done."""

    why: Text
    source: Ref
    nights: Frequency | None = None
    weekends: Frequency | None = None
    on_call: Frequency | None = None
    standing: Amount | None = None
    lifting: Amount | None = None
    radiation: Amount | None = None
    infection: Amount | None = None
    fluids: Amount | None = None


class Automation(_Part, frozen=True):
    """Three measures of AI, 0 to 1, which disagree (design 5).

    ``share``: of the tasks exposed to large language models, rated by people (2023; by a
    model: ``share_model``); ``microsoft``: how far one assistant's conversations cover the
    occupation's activities with success (2025); ``anthropic``: share of its tasks seen in use
    of another one (2025). Both of these are from ``use_source``.
    """

    share: Share
    source: Ref
    share_model: Share | None = None
    microsoft: Share | None = None
    anthropic: Share | None = None
    use_source: Ref | None = None
    note: Text | None = None


class Interests(_Part, frozen=True):
    """Holland codes: how typical each interest is of people in the work, 1 to 7."""

    realistic: Rating
    investigative: Rating
    artistic: Rating
    social: Rating
    enterprising: Rating
    conventional: Rating
    source: Ref


class LadderStep(_Part, frozen=True):
    """A next role: what it takes, study months (shortest, longest) and months of experience."""

    to: Ref
    takes: Text
    source: Ref
    study: tuple[Months, Months] | None = None
    experience: Months | None = None


class Question(_Part, frozen=True):
    """A question that people ask about the career, and its answer."""

    question: Line
    answer: Text


class Career(_Part, frozen=True):
    """One career. ``id`` is its table's name in the file.

    ``boards`` is the page on which the state's licensing board can be found. ``states`` are the
    codes of the only states where the law lets people practise; empty: in all.
    """

    title: Line
    soc: SocCode
    family: Ref
    summary: Text
    reviewed: dt.date
    sources: Annotated[list[Ref], Meta(min_length=1, max_length=20)]
    onet: Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$")] | None = None
    handbook: WebAddress | None = None
    aliases: Annotated[list[Line], Meta(max_length=30)] = []
    grants: Annotated[list[Slug], Meta(max_length=5)] = []
    duties: Annotated[list[Text], Meta(max_length=20)] = []
    day: Text | None = None
    qualities: Annotated[list[Text], Meta(max_length=20)] = []
    patient_contact: PatientContact | None = None
    remote: Remote | None = None
    routes: Annotated[list[Route], Meta(max_length=30)] = []
    residency: Residency | None = None
    credentials: Annotated[list[Credential], Meta(max_length=20)] = []
    salary: Salary | None = None
    outlook: Outlook | None = None
    work: Work | None = None
    automation: Automation | None = None
    interests: Interests | None = None
    ladder: Annotated[list[LadderStep], Meta(max_length=30)] = []
    faq: Annotated[list[Question], Meta(max_length=20)] = []
    laws: Annotated[list[Ref], Meta(max_length=10)] = []
    accreditation: Annotated[list[Accreditation], Meta(max_length=5)] = []
    conditions: Annotated[list[Condition], Meta(max_length=10)] = []
    boards: WebAddress | None = None
    states: Annotated[list[str], Meta(max_length=60)] = []
    states_source: Ref | None = None
    id: str = ""


class Program(_Part, frozen=True):
    """``[programs."51.07-1"]``: what programs of one field and credential level cost and give.

    ``mixes`` says in plain words what the field counts. Earnings (US dollars a year, four years
    after completion; median and quartiles over programs) and ``debt`` (median at graduation)
    rest on ``programs``; of ``decided`` programs ``below`` leave their completers with less than
    people with a high-school diploma earn in the state.
    """

    field: Line
    mixes: Text
    source: Ref
    programs: Count
    completers: Count | None = None
    earnings_p25: Dollars | None = None
    earnings: Dollars | None = None
    earnings_p75: Dollars | None = None
    debt: Dollars | None = None
    decided: Count | None = None
    below: Count | None = None


class Law(_Part, frozen=True):
    """``[laws.ID]``: law that moves, as it was on a day.

    ``levels`` are those of study (1 to 8, of the College Scorecard) that it is about.
    """

    title: Line
    says: Text
    as_of: dt.date
    source: Ref
    url: WebAddress | None = None
    levels: Annotated[list[ProgramLevel], Meta(max_length=8)] = []


class Aid(_Part, frozen=True):
    """``[aid.ID]``: money that may help to pay for study, as it was on a day.

    ``levels`` are the credential levels of the College Scorecard (1 to 8) for which it can be
    had, ``months`` how short and how long the study may be, where that is laid down.
    """

    title: Line
    says: Text
    levels: Annotated[list[ProgramLevel], Meta(min_length=1, max_length=8)]
    as_of: dt.date
    source: Ref
    url: WebAddress | None = None
    months: tuple[Months, Months] | None = None


class Catalogue(_Part, frozen=True):
    """A whole catalogue; careers in the file's order."""

    head: Head = msgspec.field(name="catalogue")
    sources: dict[str, Source]
    families: dict[str, Line]
    careers: dict[str, Career]
    programs: dict[str, Program] = {}
    laws: dict[str, Law] = {}
    aid: dict[str, Aid] = {}
