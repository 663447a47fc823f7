"""What a catalogue holds, as typed, immutable objects.

The TOML file maps onto these one to one: ``[careers.coder.salary]`` is
``Catalogue.careers["coder"].salary``. A field that has no published source is
left out of the file and is ``None`` here; ``None`` means "not known", never 0.
What stands under a field describes it, in the JSON Schema too (see schema.py).
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
    """The catalogue's name."""
    version: Line
    """Its version, such as 2026.1."""
    as_of: dt.date
    """The date of its newest figures, such as 2026-01-31."""
    region: Line
    """Where its figures hold, such as United States."""


class Source(_Part, frozen=True):
    """``[sources.ID]``: where a figure or a judgement comes from."""

    title: Line
    """The title of the publication."""
    publisher: Line
    """Who publishes it."""
    vintage: Line
    """The time its figures are of, such as May 2025."""
    licence: Line
    """The licence it may be used under, such as public domain."""
    url: WebAddress | None = None
    """Its web address."""
    attribution: Text | None = None
    """The words that its licence asks you to show."""


class PatientContact(_Part, frozen=True):
    """How much of the work is spent with patients: 0 none to 4 constant and hands-on."""

    level: Level
    """0 none, 1 occasional, 2 regular, 3 frequent, 4 constant and hands-on."""
    why: Text
    source: Ref


class Remote(_Part, frozen=True):
    """How far the work can be done from home."""

    level: Level
    """What experienced people can usually get: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully."""
    entry: Level
    """How new entrants usually start: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully."""
    why: Text
    source: Ref


class Experience(_Part, frozen=True):
    """Paid work in another career that a route asks for first, in months."""

    career: Ref
    """The id of the career to have worked in."""
    months: Months
    """For how many months."""


class Usual(_Part, frozen=True):
    """How usual a way in is, and who says so (design 4.5c)."""

    how: HowUsual
    """usual, possible or rare. Ranking uses usual ways."""
    why: Text
    source: Ref


class Training(_Part, frozen=True):
    """Paid training on the job after a route, in months (shortest, longest)."""

    months: tuple[Months, Months]
    """Shortest and longest usual length in months, such as [1, 6]."""
    source: Ref
    notes: Text | None = None


class Route(_Part, frozen=True):
    """One way in."""

    name: Line
    """What the route is called, such as Certificate program."""
    start: Annotated[list[Ref], Meta(min_length=1, max_length=4)] = msgspec.field(name="from")
    """Education levels, degrees and credentials that it starts from, all of them needed."""
    months: tuple[Months, Months]
    """Shortest and longest usual full-time length in months, such as [9, 12]."""
    award: Line
    """What it ends with, such as Certificate."""
    source: Ref
    education: EducationLevel | None = None
    """The education level that the award amounts to, if it does."""
    experience: Annotated[list[Experience], Meta(max_length=4)] = []
    """Paid work in another career that the route asks for first."""
    usual: Usual | None = None
    """How usual this way in is. Left out, it counts as usual."""
    in_hand: tuple[Months, Months] | None = None
    """Months that people usually need for the certificate, where the course alone is shorter."""
    residency: tuple[Months, Months] | None = None
    """Months of paid training after it, where they differ from the career's own: a fellowship
    after the residency that the person has."""
    training: Training | None = None
    """Paid training on the job after the route."""
    sciences: bool = False
    """true when college science is asked for at the start."""
    sciences_source: Ref | None = None
    """The id of the source that says so."""
    fields: Annotated[list[Ref], Meta(max_length=8)] = []
    """Degrees whose holders mostly take it, ids of [degrees], though it takes others too."""
    cip: Annotated[str, Meta(pattern=r"^[0-9]{2}\.[0-9]{2}$")] | None = None
    """The field of study, a CIP code of four digits such as 51.07."""
    program_level: ProgramLevel | None = None
    """1 certificate, 2 associate, 3 bachelor's, 4 after it, 5 master's, 6 doctorate, 7 first
    professional degree, 8 graduate certificate."""
    notes: Text | None = None


class Residency(_Part, frozen=True):
    """Paid training after the route and before full pay."""

    months: tuple[Months, Months]
    """Shortest and longest usual length in months, such as [36, 84]."""
    name: Line
    """What the training is called."""
    source: Ref
    stipend: tuple[Dollars, Dollars] | None = None
    """Yearly pay in it, first year's and last year's, such as [68000, 89000]."""
    stipend_source: Ref | None = None
    """The id of the source of the stipend."""
    notes: Text | None = None


class Credential(_Part, frozen=True):
    """A licence or certificate: who gives it, by which exam, and on which page they say so."""

    name: Line
    """The credential with its short form, such as Registered Nurse (RN)."""
    body: Line
    """Who gives it."""
    need: CredentialNeed
    """required by law, expected by employers, or optional."""
    source: Ref
    exam: Line | None = None
    """The exam, if there is one."""
    url: WebAddress | None = None
    """The web address of the page on which its body describes it."""
    notes: Text | None = None


class Accreditation(_Part, frozen=True):
    """Who accredits programs for a career, and where its list of programs is."""

    body: Line
    """The body, with its short form."""
    source: Ref
    url: WebAddress | None = None
    """The web address of its list of programs."""
    notes: Text | None = None


class Condition(_Part, frozen=True):
    """What is usually asked before a program or a job begins, such as a background check."""

    what: Line
    """What is asked, such as Criminal background check."""
    source: Ref
    notes: Text | None = None
    only_who: Line | None = None
    """Whom alone it leaves, such as people fluent in a second language."""
    only_who_holds: Ref | None = None
    """The degree of [degrees] by which they say that they are of these."""


class Survey(_Part, frozen=True):
    """A pay range that a survey or article reports, beside the official figures."""

    low: Dollars
    """The low end, in dollars a year."""
    high: Dollars
    """The high end, in dollars a year."""
    source: Ref


class Position(_Part, frozen=True):
    """Which part of the group that counts a career the career is (design 4.6)."""

    part: Part
    """whole, lower, middle or upper. Of careers that share a code one is whole."""
    why: Text
    source: Ref


class Industry(_Part, frozen=True):
    """The occupation's wages in the industry in which this career is (NAICS code)."""

    naics: Annotated[str, Meta(pattern=r"^[0-9]{2,6}(-[0-9]{2})?$")]
    """The industry's NAICS code, such as 524114."""
    name: Line
    """The industry's name."""
    why: Text
    source: Ref
    p10: Dollars | None = None
    p25: Dollars | None = None
    median: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    employment: Count | None = None
    """People employed in the occupation in the industry."""
    rse: Percent | None = None


class Salary(_Part, frozen=True):
    """Annual wages in US dollars: OEWS percentiles of the occupation that counts this career."""

    basis: SalaryBasis
    """What the figures are of: this occupation, a broader group, or a survey."""
    source: Ref
    soc: SocCode | None = None
    """The SOC code that the figures are of, if not the career's own."""
    group: Line | None = None
    """The broader group that is counted, when the basis is broader-group."""
    p10: Dollars | None = None
    p25: Dollars | None = None
    median: Dollars | None = None
    p75: Dollars | None = None
    p90: Dollars | None = None
    top_coded: bool = False
    """true when the highest figures are published only as 'at least'."""
    rse: Percent | None = None
    employment: Count | None = None
    """People employed in the occupation in the nation."""
    position: Position | None = None
    """Which part of the group that is counted this career is."""
    industry: Industry | None = None
    """Wages in the industry of this career, which count instead of the group's."""
    survey: Survey | None = None
    """A range that a survey or an article reports beside the official figures."""
    note: Text | None = None


class Outlook(_Part, frozen=True):
    """Projected change of employment over the decade, and yearly openings."""

    source: Ref
    period: Line
    """The years of the projection, such as 2024-34."""
    change_percent: Annotated[float, Meta(ge=-100, le=1000)] | None = None
    """Projected change of employment over the period, in percent."""
    openings: Openings | None = None
    """Projected openings a year."""
    group: Line | None = None
    """The broader group that the change is of, if not this occupation."""
    openings_group: Line | None = None
    """The broader group that the openings are of, if any."""
    own_openings: Openings | None = None
    """Those that are the career's own: of a figure for several SOC codes its share by
    employment; of careers that share a code only the whole one has any."""
    why: Text | None = None


class Work(_Part, frozen=True):
    """When and under what strain the work is done."""

    why: Text
    source: Ref
    nights: Frequency | None = None
    """Night shifts: rare, some or usual."""
    weekends: Frequency | None = None
    """Weekends: rare, some or usual."""
    on_call: Frequency | None = None
    """Being on call: rare, some or usual."""
    standing: Amount | None = None
    """Standing and walking: little, some or much."""
    lifting: Amount | None = None
    """Lifting and carrying: little, some or much."""
    posture: Amount | None = None
    """Being bent or twisted, or repeating one movement: some or much. Left out, it is little."""
    radiation: Amount | None = None
    """Exposure to radiation: little, some or much."""
    infection: Amount | None = None
    """Exposure to infections: little, some or much."""
    fluids: Amount | None = None
    """Contact with bodily fluids: little, some or much."""

    @property
    def bent(self) -> Amount:
        """Strain by posture; little where nothing is said of it."""
        return self.posture or "little"


class Automation(_Part, frozen=True):
    """Three measures of AI, which disagree (design 5)."""

    share: Share
    """Share of the tasks exposed to language models (2023), rated by people, 0 to 1."""
    source: Ref
    share_model: Share | None = None
    """The same, rated by a model, 0 to 1."""
    microsoft: Share | None = None
    """How far conversations with one assistant cover the activities with success (2025), 0 to 1."""
    anthropic: Share | None = None
    """Share of the tasks seen in use of another (2025), 0 to 1."""
    use_source: Ref | None = None
    """The id of the source of microsoft and anthropic."""
    note: Text | None = None


class Interests(_Part, frozen=True):
    """Holland codes: how typical each interest is of people in the work, 1 to 7."""

    realistic: Rating
    """Practical, hands-on work, 1 to 7."""
    investigative: Rating
    """Finding out and working with ideas, 1 to 7."""
    artistic: Rating
    """Self-expression and design, 1 to 7."""
    social: Rating
    """Helping and teaching people, 1 to 7."""
    enterprising: Rating
    """Leading, deciding and persuading, 1 to 7."""
    conventional: Rating
    """Order, rules and detail, 1 to 7."""
    source: Ref


class LadderStep(_Part, frozen=True):
    """A next role: what it takes, study months (shortest, longest) and months of experience."""

    to: Ref
    """The id of the next career."""
    takes: Text
    """What it takes to get there."""
    source: Ref
    study: tuple[Months, Months] | None = None
    """Shortest and longest study in months, such as [24, 36]."""
    experience: Months | None = None
    """Months of work in this career first."""


class Question(_Part, frozen=True):
    """A question that people ask about the career, and its answer."""

    question: Line
    """The question."""
    answer: Text
    """Its answer."""


class Career(_Part, frozen=True):
    """One career."""

    title: Line
    """The title of the career, such as Medical coder."""
    soc: SocCode
    """The SOC code of the occupation that it is counted in, such as 29-2072."""
    family: Ref
    """The id of its family in [families]."""
    summary: Text
    """What the work is, in one paragraph of your own words."""
    reviewed: dt.date
    """When somebody last looked the whole table over, such as 2026-01-31."""
    sources: Annotated[list[Ref], Meta(min_length=1, max_length=20)]
    """Ids of the sources that its text rests on."""
    onet: Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$")] | None = None
    """The O*NET code that its ratings come from, such as 29-2072.00."""
    handbook: WebAddress | None = None
    """The web address of its page in the Occupational Outlook Handbook."""
    aliases: Annotated[list[Line], Meta(max_length=30)] = []
    """Other names it is found by. No other career may have them."""
    grants: Annotated[list[Slug], Meta(max_length=5)] = []
    """Ids of the credentials that the career gives, which routes can start from."""
    related: Annotated[list[Slug], Meta(max_length=30)] = []
    """Ids of careers in which people do and know much the same, read both ways."""
    duties: Annotated[list[Text], Meta(max_length=20)] = []
    """What is done in the work, a sentence each."""
    day: Text | None = None
    """A typical day."""
    qualities: Annotated[list[Text], Meta(max_length=20)] = []
    """What helps in the work, a sentence each."""
    patient_contact: PatientContact | None = None
    """How much of the work is spent with patients."""
    remote: Remote | None = None
    """How far the work can be done from home."""
    routes: Annotated[list[Route], Meta(max_length=60)] = []
    """The ways in, a [[careers.ID.routes]] table each."""
    residency: Residency | None = None
    """Paid training after the route and before full pay."""
    completion: tuple[Months, Months] | None = None
    """Shortest and longest months of the bachelor's programs for its people with an associate
    degree, such as RN to BSN."""
    completion_source: Ref | None = None
    """The id of the source that says so."""
    credentials: Annotated[list[Credential], Meta(max_length=20)] = []
    """Licences and certificates, a [[careers.ID.credentials]] table each."""
    salary: Salary | None = None
    """Yearly pay in US dollars."""
    outlook: Outlook | None = None
    """How employment is projected to change."""
    work: Work | None = None
    """When and under what strain the work is done."""
    automation: Automation | None = None
    """How much of the work language models can touch."""
    interests: Interests | None = None
    """Holland codes: how typical each interest is, from 1 to 7."""
    ladder: Annotated[list[LadderStep], Meta(max_length=30)] = []
    """Where the career leads, a [[careers.ID.ladder]] table each."""
    faq: Annotated[list[Question], Meta(max_length=20)] = []
    """Questions that people ask, a [[careers.ID.faq]] table each."""
    laws: Annotated[list[Ref], Meta(max_length=10)] = []
    """Ids of the laws in [laws] that touch the career."""
    accreditation: Annotated[list[Accreditation], Meta(max_length=5)] = []
    """Who accredits programs, a [[careers.ID.accreditation]] table each."""
    conditions: Annotated[list[Condition], Meta(max_length=10)] = []
    """What is asked before it begins, a [[careers.ID.conditions]] table each."""
    boards: WebAddress | None = None
    """The web address of the page on which a state's licensing board is found."""
    states: Annotated[list[str], Meta(max_length=60)] = []
    """Codes of the only states where the law lets people practice it, such as ["AZ"]."""
    states_source: Ref | None = None
    """The id of the source that says so."""
    id: str = ""  # The name of its table.


class Degree(_Part, frozen=True):
    """``[degrees.ID]``: a degree in one field, which people may have and routes may start from."""

    field: Line
    """The field, such as computing or information technology."""
    called: Line | None = None
    """What it is called where it is no degree, such as fluency in a second language."""
    level: EducationLevel = "bachelor"
    """The least education that whoever has it has finished."""
    sciences: bool = False
    """true when everyone who has it has had college science: biology, chemistry, with labs."""
    aliases: Annotated[list[Line], Meta(max_length=60)] = []
    """Other names of it, such as computer science. No other degree may have them."""


class Program(_Part, frozen=True):
    """``[programs."51.07-1"]``: what programs of one field and credential level cost and give."""

    field: Line
    """The field's name."""
    mixes: Text
    """In plain words what the field counts beside the career."""
    source: Ref
    programs: Count
    """How many programs there are."""
    completers: Count | None = None
    """How many people completed one in a year."""
    earnings_p25: Dollars | None = None
    """A quarter of the programs' medians are below this, in dollars a year."""
    earnings: Dollars | None = None
    """Middle of the programs' median earnings, four years after completion, in dollars a year."""
    earnings_p75: Dollars | None = None
    """A quarter of the programs' medians are above this, in dollars a year."""
    debt: Dollars | None = None
    """Middle of the programs' median debt at graduation, in dollars."""
    decided: Count | None = None
    """Programs whose graduates' pay can be compared with high-school pay in the state."""
    below: Count | None = None
    """Of these, programs whose graduates earn less than that."""


class Law(_Part, frozen=True):
    """``[laws.ID]``: law that moves, as it was on a day."""

    title: Line
    says: Text
    """What it does, in your own words, with its dates."""
    as_of: dt.date
    source: Ref
    url: WebAddress | None = None
    levels: Annotated[list[ProgramLevel], Meta(max_length=8)] = []
    """College Scorecard levels of study (1 to 8) that it is about; none: the work itself."""


class Aid(_Part, frozen=True):
    """``[aid.ID]``: money that may help to pay for study, as it was on a day."""

    title: Line
    says: Text
    """What it pays, to whom, in your own words, with its dates."""
    levels: Annotated[list[ProgramLevel], Meta(min_length=1, max_length=8)]
    """College Scorecard levels it can be had for: 1 certificate, 2 associate, ..."""
    as_of: dt.date
    source: Ref
    url: WebAddress | None = None
    months: tuple[Months, Months] | None = None
    """Shortest and longest study in months for which it can be had, where that is laid down."""


class Catalogue(_Part, frozen=True):
    """A whole catalogue; careers in the file's order."""

    head: Head = msgspec.field(name="catalogue")
    """What this catalogue is and how old it is."""
    sources: dict[str, Source]
    """Where figures and judgements come from. Each figure names one by its id."""
    families: dict[str, Line]
    """Groups of careers: id and title."""
    careers: dict[str, Career]
    """The careers. A table's name is the career's id, such as [careers.coder]."""
    degrees: dict[str, Degree] = {}
    """Degrees by field that people may have. Routes name them in from."""
    programs: dict[str, Program] = {}
    """What programs cost and give: [programs."51.07-1"], field and level."""
    laws: dict[str, Law] = {}
    """Law that moves, as it was on a day. Careers name it in laws."""
    aid: dict[str, Aid] = {}
    """Money that may help to pay for study, as it was on a day."""
