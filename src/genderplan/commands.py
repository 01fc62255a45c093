"""Commands: what help says of each, and what it prints as JSON."""

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """The first line of a command's help, and its documents by the names that their `format` ends in.

    Of a document the place of its record stands here, for `object_at`. `asked` is what follows the command's name on
    the line that prints it, if anything.
    """

    help: str
    documents: Mapping[str, str] = {}
    asked: Mapping[str, str] = {}


COMMANDS: Mapping[str, Command] = {
    "status": Command("Where do we stand?", {"status": "schemas.documents:StatusDocument"}),
    "list": Command("Which ones?"),
    "show": Command(
        "Everything about one thing.",
        {
            "entry": "schemas.documents:EntryDocument",
            "milestone": "schemas.documents:MilestoneDocument",
            "organisation": "schemas.documents:OrganisationDocument",
            "indicator": "schemas.documents:IndicatorDocument",
            "assessment": "schemas.documents:AssessmentDocument",
            "plan": "schemas.documents:PlanDocument",
            "framework": "schemas.documents:FrameworkDocument",
            "section": "schemas.documents:SectionDocument",
            "register": "schemas.documents:RegisterDocument",
            "item": "schemas.documents:ItemDocument",
            "board": "schemas.board_documents:BoardDocument",
            "meeting": "schemas.board_documents:MeetingDocument",
            "owed": "schemas.board_documents:OwedDocument",
            "decision": "schemas.board_documents:DecisionDocument",
        },
    ),
    "slippage": Command("What moved?", {"slippage": "schemas.documents:SlippageDocument"}),
    "impact": Command(
        "What does a slip do further down?",
        {
            "impact": "schemas.documents:ImpactDocument",
            "critical": "schemas.documents:CriticalDocument",
            "why": "schemas.documents:WhyDocument",
        },
        {"critical": "--critical", "why": "ID --why"},
    ),
    "history": Command("When did dates change, and why?", {"history": "schemas.documents:HistoryDocument"}),
    "trend": Command("How did promises move over time?", {"trend": "schemas.documents:TrendDocument"}),
    "indicators": Command("Does it do any good?"),
    "costs": Command("What does it cost?", {"costs": "schemas.documents:CostsDocument"}),
    "due": Command("What falls due?", {"due": "reports.due.result:Dues"}),
    "calendar": Command("What is when?", {"calendar": "reports.calendar.result:Events"}),
    "workload": Command("Who has how much to do, and when?", {"workload": "reports.workload.result:Workload"}),
    "agenda": Command("What is on the table of a board?", {"agenda": "reports.agenda.result:Agenda"}),
    "report": Command("How does it go?", {"report": "schemas.documents:ReportDocument"}),
    "annex": Command("The tables of the document.", {"annex": "reports.annex.result:Annex"}, {"annex": "actions"}),
    "timeline": Command("The plan on a time axis.", {"timeline": "schemas.documents:TimelineDocument"}),
    "coverage": Command("What serves which section?", {"coverage": "reports.coverage.records:Coverage"}),
    "gaps": Command("What is missing?", {"gaps": "reports.gaps.result:Gaps"}),
    "assessments": Command("What was found, and is it better?", {"ratings": "reports.assessments.result:Ratings"}),
    "glossary": Command("What do the acronyms stand for?", {"glossary": "reports.glossary.result:GlossaryReport"}),
    "validate": Command("Is it well-formed?", {"validate": "schemas.documents:JudgementDocument"}),
    "check": Command("Are the dates kept?", {"check": "schemas.documents:JudgementDocument"}),
    "framework": Command(
        "Which frameworks come with it?", {"profiles": "schemas.documents:ProfilesDocument"}, {"profiles": "list"}
    ),
    "explain": Command(
        "What does a finding mean?",
        {"codes": "schemas.documents:CodesDocument", "measures": "schemas.documents:MeasuresDocument"},
    ),
    "baseline": Command(
        "What was agreed?",
        {"baselines": "schemas.documents:BaselinesDocument", "baseline": "schemas.documents:BaselineDocument"},
        {"baselines": "list", "baseline": "show"},
    ),
    "init": Command("Start a plan."),
    "new": Command("Begin an action, a project, or a part of what is there."),
    "update": Command("Tell how an action or a project goes."),
    "record": Command("Record a value of an indicator."),
    "move": Command("Change an agreed date."),
    "assign": Command("Say who answers for something."),
    "forecast": Command("Say when an entry or a milestone is expected."),
    "complete": Command("Say that something is done."),
    "reopen": Command("Take a completion back."),
    "cancel": Command("Say that something will not be done."),
    "schema": Command("What may stand in a file?"),
}
"""Each command in the order of help. It is a module of `genderplan.cli.commands` of the same name.

That is imported when the command is run or asked for its own help, and records when a schema is made of them: lists of
commands need the lines alone. The documents of `list` are made of its nouns.
"""
