"""Rows and standings to the records of the JSON contract."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from genderplan.kinds.entry.part_rows import DependencyRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.kinds.plan.rows import ObjectiveRow, Titled
from genderplan.plan.items import Item
from genderplan.plan.plans import Plan
from genderplan.standing.cycles import CycleStanding
from genderplan.standing.progress import latest_update, said_rag, state_on_the_day
from genderplan.standing.rag import Counts, counts_of, sum_of_counts
from genderplan.standing.records.items import DependencyRecord, EntryRecord, MilestoneRecord, PlanLabel, Tally
from genderplan.standing.records.plans import ObjectiveRecord, OrganisationRecord, PeriodRecord, PlanRecord, TitleRecord
from genderplan.standing.selection import Chosen, rag_of_all
from genderplan.standing.standings import AsOf, EntryStanding, Standing, Standings


def plan_labels(standings: Iterable[Standings]) -> tuple[PlanLabel, ...]:
    """Plans with the days on which they are judged."""
    return tuple(PlanLabel(each.plan.id, each.plan.title, each.as_of.day, each.as_of.origin) for each in standings)


class _Unjudged(NamedTuple):
    """The standing of what is kept in a baseline: nothing that depends on a day."""

    status: None = None
    finish: None = None
    days_overdue: None = None
    rag: None = None
    baseline_due: None = None
    variance: None = None
    judged_by: None = None
    approved: None = None
    cycle: None = None
    earliest: None = None


_UNJUDGED = _Unjudged()


def item_record(standing: Standing) -> MilestoneRecord:
    """The record of a milestone, or of an entry's own date: the same with `milestone` null."""
    return _record(standing.item, standing)


def unjudged_record(item: Item) -> MilestoneRecord:
    """The same of what is kept in a baseline."""
    return _record(item, _UNJUDGED)


def _record(item: Item, judged: Standing | _Unjudged) -> MilestoneRecord:
    entry, row, late = item.entry, item.row, judged.variance
    again = _recurrence(item, judged.cycle) if row.cycle else {}
    return MilestoneRecord(
        plan=entry.plan,
        entry=entry.id,
        kind=entry.kind,
        milestone=item.milestone.id if item.milestone else None,
        id=item.id,
        title=row.title,
        objective=entry.objective,
        leads=item.leads,
        inputs=tuple([each.words for each in entry.inputs]),
        partners=entry.partners,
        groups=entry.groups,
        due=item.due,
        forecast=item.forecast,
        completed=item.last_completed() if row.cycle else row.completed,
        cancelled=row.cancelled,
        finish=judged.finish,
        duration=item.duration,
        status=judged.status,
        days_overdue=judged.days_overdue,
        rag=judged.rag,
        depends_on=tuple([_dependency_record(each) for each in item.depends_on]),
        baseline_due=judged.baseline_due,
        variance_months=late.months if late else None,
        variance_days=late.days if late else None,
        note=row.note,
        tags=row.tags,
        source=row.source,
        extra=row.extra,
        file=entry.file,
        line=row.position.line,
        entry_title=entry.title,
        judged_by=judged.judged_by,
        approved=judged.approved,
        ref=entry.told.ref,
        priority=entry.told.priority,
        accountable=entry.told.accountable,
        requested=row.requested,
        goes_to=item.milestone.goes_to if item.milestone else None,
        earliest=judged.earliest,
        **again,
    )


def _recurrence(item: Item, cycle: CycleStanding | None) -> Mapping[str, Any]:
    """What a record of something that comes again has beside; in a baseline nothing that depends on a day."""
    row = item.row.cycle
    assert row is not None  # noqa: S101 - only what comes again has this
    return {
        "every": row.every,
        "until": row.until,
        "next_due": cycle.next_due if cycle else None,
        "last_due": row.over(item.row.due).last,
        "occurrences": cycle.occurrences if cycle else (),
    }


def _dependency_record(dependency: DependencyRow) -> DependencyRecord:
    return DependencyRecord(f"{dependency.plan}/{dependency.entry}#{dependency.milestone}", dependency.lag)


def entry_record(entry: EntryRow, standing: EntryStanding | None = None) -> EntryRecord:
    """The record of an entry; without a standing, null where it depends on a day."""
    state = state_on_the_day(standing) if standing else None
    found = EntryRecord(
        entry=entry.id,
        id=entry.full_id(),
        inputs=tuple([each.words for each in entry.inputs]),
        status=standing.status if standing else None,
        rag=standing.rag if standing else None,
        counts=_milestone_counts(standing.items) if standing else None,
        line=entry.position.line,
        progress=state.progress if state else None,
        progress_from=state.origin if state else None,
        said_rag=said_rag(entry, standing.day) if standing else None,
        latest=latest_update(entry, standing.day) if standing else None,
        **dict(zip(_AS_IN_ROWS, _as_in_rows(entry), strict=True)),
        **entry.told._asdict(),
    )
    if entry.cycle is None:
        return found
    item, own = Item(entry), standing.own if standing else None
    return found._replace(completed=item.last_completed(), **_recurrence(item, own.cycle if own else None))


_AS_IN_ROWS = tuple(name for name in EntryRecord._fields if name in EntryRow._fields and name not in {"id", "inputs"})
_as_in_rows = attrgetter(*_AS_IN_ROWS)
"""What a record has as the row has it, under the same names: a key that is added to both is in the record."""


def tally(chosen: Sequence[Chosen]) -> Tally:
    """The entries that are chosen, and the milestones, by their status."""
    return Tally(
        counts_of(each.standing.status for each in chosen if each.is_whole),
        _milestone_counts(item for each in chosen for item in each.items),
    )


def tally_of_parts(parts: Iterable[Tally]) -> Tally:
    """The tally of a whole of which each thing is in one of some parts, from theirs."""
    tallies = list(parts)
    return Tally(sum_of_counts(each.entries for each in tallies), sum_of_counts(each.milestones for each in tallies))


def _milestone_counts(standings: Iterable[Standing]) -> Counts:
    """How many milestones have each status, each once: an entry's own date is none."""
    return counts_of(each.status for each in standings if each.item.milestone)


def objective_record(plan: str, objective: ObjectiveRow, chosen: Sequence[Chosen]) -> ObjectiveRecord:
    """The record of an objective from what is chosen of its entries."""
    found = tally(chosen)
    return ObjectiveRecord(
        plan=plan,
        id=objective.id,
        title=objective.title,
        rag=rag_of_all(chosen),
        actions=sum(each.is_whole and each.standing.entry.kind == "action" for each in chosen),
        milestones=sum(found.milestones.values()),
        counts=found,
        leads=objective.leads,
        part_of=objective.part_of,
    )


def organisation_record(organisation: OrganisationRow, day: int | None) -> OrganisationRecord:
    """The record of an organisation, with what it belongs to on a day, an ordinal."""
    return OrganisationRecord(
        id=organisation.id,
        name=organisation.name,
        aliases=organisation.aliases,
        kind=organisation.kind,
        part_of=next(reversed(organisation.above(day)), None),
        holders=organisation.holders,
        file=organisation.file,
        line=organisation.line,
        memberships=organisation.memberships,
    )


def plan_record(plan: Plan, as_of: AsOf, chosen: Sequence[Chosen]) -> PlanRecord:
    """The record of a plan from what is chosen of its entries."""
    return PlanRecord(
        id=plan.id,
        title=plan.title,
        state=plan.state,
        long_term_aim=plan.long_term_aim,
        aims=tuple(title_record(aim) for aim in plan.aims),
        period=PeriodRecord(plan.start, plan.end) if plan.start or plan.end else None,
        as_of=as_of.day,
        as_of_from=as_of.origin,
        tolerance=plan.tolerance,
        baselines=tuple(baseline.name for baseline in plan.baselines),
        rag=rag_of_all(chosen),
        counts=tally(chosen),
        file=plan.file,
        leads=plan.leads,
        answers=plan.answers,
    )


def title_record(titled: Titled) -> TitleRecord:
    """The record of an aim or an objective by itself."""
    return TitleRecord(titled.id, titled.title)
