"""Page of an annex: a table as a document prints it, dates in words, organisations by their names."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.kinds.entry.part_rows import PartnerRow
from genderplan.page.page import Block, Column, Note, Organisations, Page, Section, Stack, Table, Value
from genderplan.page.words import caption_in_words, date_in_full, listed, whole_cycle_in_words
from genderplan.reports.annex.result import Annex, AnnexEntry, AnnexMilestone, AnnexObjective, PlanAnnex
from genderplan.reports.annex.words import none_of, timescale
from genderplan.reports.parts import plan_facts, table
from genderplan.standing.records.items import PlanLabel

_ACTIONS = (
    Column("Action", is_name=True),
    *map(Column, ("Lead", "Input", "Output", "Milestones", "Timescale")),
)
_PROJECTS = (
    Column("Group"),
    Column("Project", is_name=True),
    *map(Column, ("Project partners", "Milestones", "Timescale")),
)
_AIMS = (Column("Aim", is_name=True),)


def actions_page(annex: Annex, names: Mapping[str, str]) -> Page:
    """Each plan's long term aim and aims, then a table for each objective."""
    pairs = zip(annex.plans, annex.annexes, strict=True)
    return Page("Action plan", tuple(_actions(label, found) for label, found in pairs), spelled(names))


def projects_page(annex: Annex, names: Mapping[str, str]) -> Page:
    """Each plan's table of projects."""
    pairs = zip(annex.plans, annex.annexes, strict=True)
    return Page("Projects", tuple(_projects(label, found) for label, found in pairs), spelled(names))


def spelled(names: Mapping[str, str]) -> Mapping[str, str]:
    """What organisations are called; one whose id is an acronym by both, as a document has the one and means the other.

    `Territorial Policing (TP)`, also where the name says so itself.
    """
    return {id_: f"{name} ({id_})" if _is_to_be_told(id_, name) else name for id_, name in names.items()}


def _is_to_be_told(id_: str, name: str) -> bool:
    """Whether an id is an acronym that the name does not tell itself."""
    return id_.isalnum() and id_.isupper() and not name.endswith(f"({id_})")


def _actions(label: PlanLabel, annex: PlanAnnex) -> Section:
    blocks: list[Block] = [plan_facts(label, annex.state)]
    if annex.long_term_aim:
        blocks.append(Note(f"Long term aim: {annex.long_term_aim}"))
    if annex.aims:
        aims = Table(f"Aims of {label.id}", _AIMS, tuple((each.title,) for each in annex.aims))
        blocks.append(Section("Aims", (aims,), len(annex.aims)))
    blocks += (_objective(label, each) for each in annex.objectives if each.actions)
    blocks += _empty(annex.objectives)
    return Section(label.title, tuple(blocks))


def _objective(label: PlanLabel, objective: AnnexObjective) -> Section:
    title = f"Objective: {objective.title}" if objective.title else "No objective"
    rows = [_action(each) for each in objective.actions]
    return Section(title, (table(f"{title}, actions of {label.id}", _ACTIONS, rows),), len(rows))


def _empty(objectives: Sequence[AnnexObjective]) -> Iterator[Note]:
    """A sentence of what has no action."""
    empty = [each.title for each in objectives if each.title and not each.actions]
    if not any(each.actions for each in objectives):
        yield Note(none_of("action"))
    elif empty:
        yield Note(f"No action stands under {listed(empty)}.", is_aside=True)


def _action(entry: AnnexEntry) -> tuple[Value, ...]:
    return (
        _title(entry),
        _organisations(entry.leads),
        _organisations(entry.inputs),
        entry.output,
        _milestones(entry.milestones),
        timescale(entry.start, entry.end),
    )


def _projects(label: PlanLabel, annex: PlanAnnex) -> Section:
    facts = plan_facts(label, annex.state)
    if not annex.projects:
        return Section(label.title, (facts, Note(none_of("project"))))
    rows = [_project(each) for each in annex.projects]
    projects = table(f"Projects of {label.id}", _PROJECTS, rows)
    return Section(label.title, (facts, Section("Projects", (projects,), len(rows))))


def _project(entry: AnnexEntry) -> tuple[Value, ...]:
    partners = Stack(tuple(map(_partner, entry.partners)), are_alike=True)
    return (
        "/".join(entry.groups),
        _title(entry),
        partners,
        _milestones(entry.milestones),
        timescale(entry.start, entry.end),
    )


def _title(entry: AnnexEntry) -> Value:
    """The title behind its number; below it that it will not be done."""
    title = caption_in_words(entry.ref, entry.title)
    return Stack((title, "cancelled")) if entry.cancelled else title


def _organisations(ids: Sequence[str]) -> Stack:
    """One below the other; what is none stands in its own words."""
    return Stack(tuple(Organisations((each,)) for each in ids), are_alike=True)


def _partner(partner: PartnerRow) -> Value:
    if partner.organisation is None:
        return partner.role
    of = Organisations((partner.organisation,))
    return Stack((of, partner.role)) if partner.role else of


def _milestones(milestones: Sequence[AnnexMilestone]) -> Stack:
    return Stack(tuple(map(_milestone, milestones)), are_alike=True)


def _milestone(milestone: AnnexMilestone) -> str:
    """`Publish the guide – May 2004`, `Review it – every year from May 2004`."""
    when = date_in_full(milestone.due)
    if milestone.every:
        when = whole_cycle_in_words(milestone.every, milestone.due, milestone.until, date_in_full)
    return " – ".join(filter(None, (milestone.title, when))) + (" (cancelled)" if milestone.cancelled else "")
