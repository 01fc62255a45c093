"""`annex`: actions under their objectives, projects, and the projects' chart, with what the tables of a document have.

What is cancelled stands where it stood, and says so: an annex is what the plan says, not how far it has come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from genderplan.dates.forms import PlanDate, first_of_month, month_number, month_of
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import PartnerRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.plan.plans import Plan
from genderplan.reports.timeline.marks import bar_days
from genderplan.reports.timeline.result import Axis, Row, TimelineReport
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.plans import TitleRecord
from genderplan.standing.records.recording import plan_labels, title_record
from genderplan.standing.selection import Selection
from genderplan.standing.standings import EntryStanding, Standings, Status

ACTION, PROJECT = "action", "project"


class AnnexMilestone(NamedTuple):
    """A milestone in the cell of its action or project."""

    id: str
    """The milestone's id in its entry."""
    title: str
    """The title, in the words of the document."""
    due: PlanDate | None
    """The date that is agreed; of what comes again the first."""
    duration: Length | None
    """How long it takes, where no date is given."""
    every: Length | None
    """How often it comes again; null where it comes once."""
    until: PlanDate | None
    """When it has come for the last time; null where nothing says so."""
    cancelled: bool
    """Whether it, or its action or project, will not be done, as far as that is known on the status date."""


class AnnexEntry(NamedTuple):
    """A row of the table of actions, or of that of projects."""

    id: str
    """The full id: plan/entry."""
    ref: str | None
    """The number in the published document."""
    title: str
    """The title, in the words of the document."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    inputs: tuple[str, ...]
    """What is needed: organisations' ids, or words."""
    output: str | None
    """What comes out of it."""
    groups: tuple[str, ...]
    """The people served, in words."""
    partners: tuple[PartnerRow, ...]
    """Who works on it too: organisations, roles, or both."""
    milestones: tuple[AnnexMilestone, ...]
    """Its milestones, in their order."""
    start: PlanDate | None
    """When it begins."""
    end: PlanDate | None
    """Its own date: by when it is to be done, else when it ends."""
    cancelled: bool
    """Whether it will not be done, as far as that is known on the status date."""


class AnnexObjective(NamedTuple):
    """A heading of the table of actions."""

    id: str | None
    """The objective's id; null over the actions that stand under none."""
    title: str | None
    """The title, in the words of the document; null over the actions that stand under none."""
    actions: tuple[AnnexEntry, ...]
    """The actions under it, in their order."""


class AnnexBar(NamedTuple):
    """A row of the chart."""

    id: str
    """The full id: plan/entry."""
    label: str
    """The groups that it serves, joined by slashes, where there are any; else the title."""
    title: str
    """The title, in the words of the document."""
    start: PlanDate | None
    """When it begins."""
    end: PlanDate | None
    """When it ends; null where nothing says so."""
    first: PlanDate | None
    """The first month of the axis in which it runs; null where it runs in none."""
    last: PlanDate | None
    """The last month of the axis in which it runs."""
    begins_before: bool
    """Whether it begins before the first month of the axis."""
    goes_on: bool
    """Whether it goes on beyond the last month of the axis."""


class PlanAnnex(NamedTuple):
    """What an annex has of one plan; what belongs to another annex is empty."""

    plan: str
    """The plan's id."""
    state: str | None
    """draft, approved or closed."""
    long_term_aim: str | None
    """What the plan is for in the end, in the words of the document."""
    aims: tuple[TitleRecord, ...]
    """Its aims, in their order."""
    objectives: tuple[AnnexObjective, ...]
    """The objectives with their actions: the table of actions."""
    projects: tuple[AnnexEntry, ...]
    """The table of projects, in their order."""
    bars: tuple[AnnexBar, ...]
    """The rows of the chart, in the order of the projects."""


class OrganisationName(NamedTuple):
    """What an organisation is called."""

    id: str
    """The id."""
    name: str | None
    """The name in full; null where no document spells it."""


class Annex(NamedTuple):
    """One of the three tables, of one plan or several."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    annex: str
    """Which of them it is: actions, projects or timescale."""
    axis: Axis | None
    """The months of the chart; null where there is none."""
    annexes: tuple[PlanAnnex, ...]
    """What the table has of each plan."""
    organisations: tuple[OrganisationName, ...]
    """Those that the rows name, by their ids in the order of these."""


def annex_of_actions(standings: Sequence[Standings], selection: Selection) -> Annex:
    """The selected actions under their objectives, each objective of a plan where nothing is filtered."""
    annexes = tuple(_heading(each.plan)._replace(objectives=tuple(_objectives(each, selection))) for each in standings)
    return _annex("actions", standings, annexes)


def annex_of_projects(standings: Sequence[Standings], selection: Selection) -> Annex:
    """The selected projects."""
    annexes = tuple(
        _heading(each.plan)._replace(projects=tuple(map(_entry, _of_kind(PROJECT, each, selection))))
        for each in standings
    )
    return _annex("projects", standings, annexes)


def annex_of_timescale(standings: Sequence[Standings], timeline: TimelineReport) -> Annex:
    """The chart of what a time line has, month by month."""
    rows = rows_by_plan(timeline)
    annexes = tuple(
        _heading(each.plan)._replace(bars=tuple(_bars(rows.get(each.plan.id, ()), timeline))) for each in standings
    )
    return _annex("timescale", standings, annexes)._replace(axis=timeline.axis)


def _annex(which: str, standings: Sequence[Standings], annexes: tuple[PlanAnnex, ...]) -> Annex:
    known = standings[0].plan.organisations.by_id if standings else {}
    names = sorted({name for annex in annexes for name in _named_in(annex)} & known.keys())
    named = tuple(OrganisationName(name, known[name].name) for name in names)
    return Annex(plan_labels(standings), which, None, annexes, named)


def _named_in(annex: PlanAnnex) -> Iterator[str]:
    """What may be an organisation's id in the rows of a plan."""
    for entry in (*annex.projects, *(action for each in annex.objectives for action in each.actions)):
        yield from (*entry.leads, *entry.inputs)
        yield from (each.organisation for each in entry.partners if each.organisation)


def _heading(plan: Plan) -> PlanAnnex:
    return PlanAnnex(plan.id, plan.state, plan.long_term_aim, tuple(map(title_record, plan.aims)), (), (), ())


def _of_kind(kind: str, standings: Standings, selection: Selection) -> Iterator[EntryStanding]:
    return (each for each in selection.entries(standings) if each.entry.kind == kind)


def _objectives(standings: Standings, selection: Selection) -> Iterator[AnnexObjective]:
    """Every objective with its actions; once anything is filtered those that have some; last what is under none."""
    titles = standings.plan.objective_titles
    under: dict[str | None, list[AnnexEntry]] = {}
    for each in _of_kind(ACTION, standings, selection):
        objective = each.entry.objective
        under.setdefault(objective if objective in titles else None, []).append(_entry(each))
    for id_, title in titles.items():
        if id_ in under or not selection.is_narrowed:
            yield AnnexObjective(id_, title, tuple(under.get(id_, ())))
    if None in under:
        yield AnnexObjective(None, None, tuple(under[None]))


def _entry(standing: EntryStanding) -> AnnexEntry:
    entry, gone = standing.entry, {each.item.key for each in standing.items if each.status is Status.CANCELLED}
    return AnnexEntry(
        id=entry.full_id(),
        ref=entry.told.ref,
        title=entry.title,
        leads=entry.leads,
        inputs=tuple(each.words for each in entry.inputs),
        output=entry.output,
        groups=entry.groups,
        partners=entry.partners,
        milestones=tuple(_milestone(each, cancelled=(entry.id, each.id) in gone) for each in entry.milestones),
        start=entry.start,
        end=entry.own_date,
        cancelled=standing.status is Status.CANCELLED,
    )


def _milestone(row: MilestoneRow, *, cancelled: bool) -> AnnexMilestone:
    every = row.cycle.every if row.cycle else None
    return AnnexMilestone(row.id, row.title, row.due, row.duration, every, row.until, cancelled)


def rows_by_plan(timeline: TimelineReport) -> Mapping[str, Sequence[Row]]:
    """The rows of each plan, by its id."""
    return {plan: tuple(rows) for plan, rows in groupby(timeline.rows, key=lambda row: row.plan)}


def _bars(rows: Iterable[Row], timeline: TimelineReport) -> Iterator[AnnexBar]:
    axis = timeline.axis
    return (_bar(row, timeline.entries[row.id].entry, axis) for row in rows if axis)


def _bar(row: Row, entry: EntryRow, axis: Axis) -> AnnexBar:
    """A bar on the axis; what has a start and no end goes on."""
    first, last = axis.from_.last_month, axis.to.last_month
    days = bar_days(row)
    start = month_number(days[0]) if days else last + 1
    end = month_number(days[1]) if days and days[1] else last + 1
    shown = range(max(start, first), min(end, last) + 1)
    return AnnexBar(
        id=row.id,
        label=row.label,
        title=entry.title,
        start=row.start,
        end=row.end,
        first=_month(shown[0]) if shown else None,
        last=_month(shown[-1]) if shown else None,
        begins_before=start < first,
        goes_on=bool(days) and end > last,
    )


def _month(number: int) -> PlanDate:
    return month_of(first_of_month(number))
