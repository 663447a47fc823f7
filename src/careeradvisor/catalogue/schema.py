"""The JSON Schema of a catalogue, for editors that complete and check TOML as it is typed."""

from __future__ import annotations

from typing import Any

import msgspec

from .model import PROGRAM, SLUG, Catalogue

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "careeradvisor catalogue"
_ID_RULE = {"pattern": SLUG, "maxLength": 60}

# What a person who writes the field needs to know; a name alone stands for any table.
_FIELDS = {
    "Catalogue.catalogue": "What this catalogue is and how old it is.",
    "Catalogue.sources": "Where figures and judgements come from. Each figure names one by its id.",
    "Catalogue.families": "Groups of careers: id and title.",
    "Catalogue.careers": "The careers. A table's name is the career's id, such as [careers.coder].",
    "Catalogue.programs": 'What programs cost and give: [programs."51.07-1"], field and level.',
    "Catalogue.aid": "Money that may help to pay for study, as it was on a day.",
    "Catalogue.laws": "Law that moves, as it was on a day. Careers name it in laws.",
    "Head.name": "The catalogue's name.",
    "Head.version": "Its version, such as 2026.1.",
    "Head.as_of": "The date of its newest figures, such as 2026-01-31.",
    "Head.region": "Where its figures hold, such as United States.",
    "Source.title": "The title of the publication.",
    "Source.publisher": "Who publishes it.",
    "Source.vintage": "The time its figures are of, such as May 2025.",
    "Source.licence": "The licence it may be used under, such as public domain.",
    "Source.url": "Its web address.",
    "Source.attribution": "The words that its licence asks you to show.",
    "Career.title": "The title of the career, such as Medical coder.",
    "Career.soc": "The SOC code of the occupation that it is counted in, such as 29-2072.",
    "Career.family": "The id of its family in [families].",
    "Career.summary": "What the work is, in one paragraph of your own words.",
    "Career.reviewed": "When somebody last looked the whole table over, such as 2026-01-31.",
    "Career.sources": "Ids of the sources that its text rests on.",
    "Career.onet": "The O*NET code that its ratings come from, such as 29-2072.00.",
    "Career.handbook": "The web address of its page in the Occupational Outlook Handbook.",
    "Career.aliases": "Other names it is found by. No other career may have them.",
    "Career.grants": "Ids of the credentials that the career gives, which routes can start from.",
    "Career.duties": "What is done in the work, a sentence each.",
    "Career.day": "A typical day.",
    "Career.qualities": "What helps in the work, a sentence each.",
    "Career.patient_contact": "How much of the work is spent with patients.",
    "Career.remote": "How far the work can be done from home.",
    "Career.routes": "The ways in, a [[careers.ID.routes]] table each.",
    "Career.residency": "Paid training after the route and before full pay.",
    "Career.credentials": "Licences and certificates, a [[careers.ID.credentials]] table each.",
    "Career.salary": "Yearly pay in US dollars.",
    "Career.outlook": "How employment is projected to change.",
    "Career.work": "When and under what strain the work is done.",
    "Career.automation": "How much of the work language models can touch.",
    "Career.interests": "Holland codes: how typical each interest is, from 1 to 7.",
    "Career.ladder": "Where the career leads, a [[careers.ID.ladder]] table each.",
    "Career.faq": "Questions that people ask, a [[careers.ID.faq]] table each.",
    "Career.accreditation": "Who accredits programs, a [[careers.ID.accreditation]] table each.",
    "Career.conditions": "What is asked before it begins, a [[careers.ID.conditions]] table each.",
    "Career.boards": "The web address of the page on which a state's licensing board is found.",
    "Career.states": 'Codes of the only states where people may practice it, such as ["AZ"].',
    "Career.states_source": "The id of the source that says so.",
    "Career.laws": "Ids of the laws in [laws] that touch the career.",
    "PatientContact.level": "0 none, 1 occasional, 2 regular, 3 frequent, 4 constant and hands-on.",
    "Remote.level": "For experienced people: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully.",
    "Remote.entry": "For new entrants: 0 never, 1 rarely, 2 hybrid, 3 mostly, 4 fully.",
    "Route.name": "What the route is called, such as Certificate program.",
    "Route.from": "Education levels and credentials that it starts from, all of them needed.",
    "Route.months": "Shortest and longest usual full-time length in months, such as [9, 12].",
    "Route.award": "What it ends with, such as Certificate.",
    "Route.education": "The education level that the award amounts to, if it does.",
    "Route.experience": "Paid work in another career that the route asks for first.",
    "Route.usual": "How usual this way in is. Left out, it counts as usual.",
    "Route.in_hand": "Months until the certificate is in hand, where the course alone is shorter.",
    "Route.residency": "Months of paid training after it, where the career's own is longer.",
    "Route.training": "Paid training on the job after the route.",
    "Route.sciences": "true when college science is asked for at the start.",
    "Route.sciences_source": "The id of the source that says so.",
    "Route.cip": "The field of study, a CIP code of four digits such as 51.07.",
    "Route.program_level": "1 certificate, 2 associate, 3 bachelor's, 4 after it, 5 master's, "
    "6 doctorate, 7 first professional degree, 8 graduate certificate.",
    "Usual.how": "usual, possible or rare. Ranking uses usual ways.",
    "Training.months": "Shortest and longest usual length in months, such as [1, 6].",
    "Experience.career": "The id of the career to have worked in.",
    "Experience.months": "For how many months.",
    "Residency.months": "Shortest and longest usual length in months, such as [36, 84].",
    "Residency.name": "What the training is called.",
    "Residency.stipend": "Yearly pay in it, first year's and last year's, such as [68000, 89000].",
    "Residency.stipend_source": "The id of the source of the stipend.",
    "Credential.name": "The credential with its short form, such as Registered Nurse (RN).",
    "Credential.body": "Who gives it.",
    "Credential.need": "required by law, expected by employers, or optional.",
    "Credential.exam": "The exam, if there is one.",
    "Credential.url": "The web address of the page on which its body describes it.",
    "Salary.basis": "What the figures are of: this occupation, a broader group, or a survey.",
    "Salary.soc": "The SOC code that the figures are of, if not the career's own.",
    "Salary.group": "The broader group that is counted, when the basis is broader-group.",
    "p10": "A tenth earn less than this, in dollars a year.",
    "p25": "A quarter earn less than this, in dollars a year.",
    "median": "Half earn less than this, in dollars a year.",
    "p75": "Three quarters earn less than this, in dollars a year.",
    "p90": "Nine tenths earn less than this, in dollars a year.",
    "Salary.top_coded": "true when the highest figures are published only as 'at least'.",
    "Salary.survey": "A range that a survey or an article reports beside the official figures.",
    "rse": "Relative standard error of the mean wage, in percent.",
    "Salary.employment": "People employed in the occupation in the nation.",
    "Salary.position": "Which part of the group that is counted this career is.",
    "Salary.industry": "Wages in the industry of this career, which count instead of the group's.",
    "Position.part": "whole, lower, middle or upper. Of careers that share a code one is whole.",
    "Industry.naics": "The industry's NAICS code, such as 524114.",
    "Industry.name": "The industry's name.",
    "Industry.employment": "People employed in the occupation in the industry.",
    "Survey.low": "The low end, in dollars a year.",
    "Survey.high": "The high end, in dollars a year.",
    "Outlook.period": "The years of the projection, such as 2024-34.",
    "Outlook.change_percent": "Projected change of employment over the period, in percent.",
    "Outlook.openings": "Projected openings a year.",
    "Outlook.group": "The broader group that the change is of, if not this occupation.",
    "Outlook.openings_group": "The broader group that the openings are of, if any.",
    "Outlook.own_openings": "Those of the openings that are the career's own.",
    "Work.nights": "Night shifts: rare, some or usual.",
    "Work.weekends": "Weekends: rare, some or usual.",
    "Work.on_call": "Being on call: rare, some or usual.",
    "Work.standing": "Standing and walking: little, some or much.",
    "Work.lifting": "Lifting and carrying: little, some or much.",
    "Work.radiation": "Exposure to radiation: little, some or much.",
    "Work.infection": "Exposure to infections: little, some or much.",
    "Work.fluids": "Contact with bodily fluids: little, some or much.",
    "Automation.share": "Share of the tasks exposed to language models, rated by people, 0 to 1.",
    "Automation.share_model": "The same, rated by a model, 0 to 1.",
    "Automation.microsoft": "How far one assistant covers the work's activities (2025), 0 to 1.",
    "Automation.anthropic": "Share of the tasks seen in use of another (2025), 0 to 1.",
    "Automation.use_source": "The id of the source of microsoft and anthropic.",
    "Interests.realistic": "Practical, hands-on work, 1 to 7.",
    "Interests.investigative": "Finding out and working with ideas, 1 to 7.",
    "Interests.artistic": "Self-expression and design, 1 to 7.",
    "Interests.social": "Helping and teaching people, 1 to 7.",
    "Interests.enterprising": "Leading, deciding and persuading, 1 to 7.",
    "Interests.conventional": "Order, rules and detail, 1 to 7.",
    "LadderStep.to": "The id of the next career.",
    "LadderStep.takes": "What it takes to get there.",
    "LadderStep.study": "Shortest and longest study in months, such as [24, 36].",
    "LadderStep.experience": "Months of work in this career first.",
    "Question.question": "The question.",
    "Question.answer": "Its answer.",
    "Program.field": "The field's name.",
    "Program.mixes": "In plain words what the field counts beside the career.",
    "Program.programs": "How many programs there are.",
    "Program.completers": "How many people completed one in a year.",
    "Program.earnings_p25": "A quarter of the programs' medians are below this, in dollars a year.",
    "Program.earnings": "Middle of the programs' median earnings, four years after completion.",
    "Program.earnings_p75": "A quarter of the programs' medians are above this.",
    "Program.debt": "Middle of the programs' median debt at graduation, in dollars.",
    "Program.decided": "Programs whose graduates' pay can be compared with high-school pay.",
    "Program.below": "Of these, programs whose graduates earn less than that.",
    "Accreditation.body": "The body, with its short form.",
    "Accreditation.url": "The web address of its list of programs.",
    "Condition.what": "What is asked, such as Criminal background check.",
    "Aid.says": "What it pays, to whom, in your own words, with its dates.",
    "Aid.levels": "College Scorecard levels it can be had for: 1 certificate, 2 associate, ...",
    "Aid.months": "Shortest and longest study in months for which it can be had, full time.",
    "Law.says": "What it does, in your own words, with its dates.",
    "Law.levels": "College Scorecard levels of study that it is about; none: the work itself.",
    "source": "The id of the source in [sources] that this table's figures come from.",
    "why": "Why, in a sentence or two.",
    "note": "What a reader should know about these figures.",
    "notes": "What a reader should know about it.",
    "title": "What it is called.",
    "as_of": "The day on which this was so, such as 2026-11-01.",
    "url": "The web address of the page that says so.",
}


def catalogue_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a catalogue, with a description of every field.

    It covers what types can say; ``catalogue check`` also checks what they cannot.
    """
    schema = msgspec.json.schema(Catalogue)
    tables: dict[str, Any] = schema["$defs"]
    # The id is the table's name; it is no field that one could write.
    del tables["Career"]["properties"]["id"]
    for name, table in tables.items():
        table["description"] = " ".join(table["description"].replace("``", "").split())
        properties = table["properties"]
        for field, rule in properties.items():
            description = _FIELDS.get(f"{name}.{field}") or _FIELDS.get(field, "")
            properties[field] = {**_without_null(rule), "description": description}
    programs = tables["Catalogue"]["properties"]["programs"]
    programs["propertyNames"] = {"pattern": PROGRAM}
    for table_of_ids in ("sources", "families", "careers", "laws", "aid"):
        tables["Catalogue"]["properties"][table_of_ids]["propertyNames"] = dict(_ID_RULE)
    return {"$schema": DRAFT, "title": TITLE, **schema}


def _without_null(rule: dict[str, Any]) -> dict[str, Any]:
    """Take null out: TOML does not have it, and a field that is not known is left out."""
    rule = {name: value for name, value in rule.items() if name != "default"}
    choices = [item for item in rule.pop("anyOf", ()) if item != {"type": "null"}]
    if choices:
        rule.update(choices[0] if len(choices) == 1 else {"anyOf": choices})
    if "enum" in rule:
        rule["enum"] = [item for item in rule["enum"] if item is not None]
    return rule
