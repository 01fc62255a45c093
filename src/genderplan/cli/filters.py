"""Filters of what a report is about, declared once as classes and spread into each command's signature."""

from dataclasses import dataclass, fields
from typing import Annotated

import typer

from genderplan.cli.shell import completion, framework_completion, vocabulary

_PlanOption = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="ID", help="Only this plan.", autocompletion=completion.plans),
]


@dataclass(frozen=True)
class Filters:
    """Which entries and milestones: repeated options widen, different ones narrow.

    What each asks is in `FILTERS` of `standing/filters/criteria.py`, by the same name and in the same order.
    """

    plan: _PlanOption = None
    objective: Annotated[
        list[str] | None,
        typer.Option("--objective", metavar="NAME", help="Under this objective.", autocompletion=completion.objectives),
    ] = None
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead",
            metavar="NAME",
            help="Led by this organisation, or by what is part of it.",
            autocompletion=completion.organisations,
        ),
    ] = None
    lead_only: Annotated[
        list[str] | None,
        typer.Option(
            "--lead-only",
            metavar="NAME",
            help="Led by this organisation itself.",
            autocompletion=completion.organisations,
        ),
    ] = None
    partner: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="NAME",
            help="With this partner, or what is part of it, or this role.",
            autocompletion=completion.organisations,
        ),
    ] = None
    group: Annotated[
        list[str] | None, typer.Option("--group", metavar="NAME", help="Serving this group of people.")
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="action or project.", autocompletion=vocabulary.kinds),
    ] = None
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="complete, cancelled, overdue, due, upcoming or undated.",
            autocompletion=vocabulary.statuses,
        ),
    ] = None
    rag: Annotated[
        list[str] | None,
        typer.Option("--rag", metavar="COLOUR", help="red, amber, green or blue.", autocompletion=vocabulary.rags),
    ] = None
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="With this tag.")] = None
    search: Annotated[
        list[str] | None,
        typer.Option("--search", metavar="TEXT", help="With these words in its id, its texts or its updates."),
    ] = None
    due: Annotated[
        list[str] | None,
        typer.Option("--due", metavar="A..B", help="Due from A to B, both included; A.. and ..B are open."),
    ] = None
    progress: Annotated[
        list[str] | None,
        typer.Option(
            "--progress",
            metavar="STATE",
            help="Of an entry that is not-started, under-way, on-hold, complete, embedded or cancelled.",
            autocompletion=vocabulary.states,
        ),
    ] = None
    ref: Annotated[
        list[str] | None, typer.Option("--ref", metavar="NUMBER", help="Of this number in the document, or below it.")
    ] = None
    priority: Annotated[
        list[str] | None,
        typer.Option(
            "--priority", metavar="PRIORITY", help="high, medium or low.", autocompletion=vocabulary.priorities
        ),
    ] = None
    accountable: Annotated[
        list[str] | None,
        typer.Option(
            "--accountable",
            metavar="NAME",
            help="For which this organisation, or what is part of it, is held to account.",
            autocompletion=completion.organisations,
        ),
    ] = None
    goes_to: Annotated[
        list[str] | None,
        typer.Option(
            "--goes-to",
            metavar="NAME",
            help="That goes to this board, or to what is part of it.",
            autocompletion=completion.organisations,
        ),
    ] = None
    answers: Annotated[
        list[str] | None,
        typer.Option(
            "--answers",
            metavar="ID",
            help="That answers this entry, or one of this plan.",
            autocompletion=completion.things,
        ),
    ] = None
    has: Annotated[
        list[str] | None,
        typer.Option("--has", metavar="KEY", help="That says something here.", autocompletion=vocabulary.keys),
    ] = None
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="KEY", help="That says nothing here.", autocompletion=vocabulary.keys),
    ] = None
    supports: Annotated[
        list[str] | None,
        typer.Option(
            "--supports",
            metavar="SECTION",
            help="Supporting this section of a framework, or any of a framework.",
            autocompletion=framework_completion.sections,
        ),
    ] = None

    def given(self) -> dict[str, list[str]]:
        """The filters by name, empty lists where nothing was asked."""
        return {field.name: getattr(self, field.name) or [] for field in fields(self)}


@dataclass(frozen=True)
class PlanFilter:
    """Which plan, where nothing else can be filtered."""

    plan: _PlanOption = None
