"""`show`: everything about one plan, entry, milestone or organisation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item
from genderplan.plan.lookup import Found, Occasion
from genderplan.plan.plans import Plan
from genderplan.reports.show.links import Link, links_of_entry, links_of_plan
from genderplan.reports.show.mentions import Mention, where_named
from genderplan.standing.recording import entry_record, item_record, organisation_record, plan_labels, plan_record
from genderplan.standing.records import EntryRecord, MilestoneRecord, OrganisationRecord, PlanLabel, PlanRecord
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Rag, Standings


class Detail(NamedTuple):
    """One record under its noun, and beside it what belongs to it: empty where nothing does.

    `beside` has by name what the contract's record of a plan or an organisation leaves out.
    """

    noun: str
    plans: tuple[PlanLabel, ...]
    record: EntryRecord | MilestoneRecord | OrganisationRecord | PlanRecord
    milestones: tuple[MilestoneRecord, ...] = ()
    updates: tuple[UpdateRow, ...] = ()
    revisions: tuple[RevisionRow, ...] = ()
    named: tuple[Mention, ...] = ()
    beside: Mapping[str, object] = MappingProxyType({})
    links: tuple[Link, ...] = ()


def detail(found: Found, standings: Sequence[Standings]) -> Detail:
    """What is known of one thing, where the plans stand as given."""
    if isinstance(found, Plan):
        return _plan(next(each for each in standings if each.plan is found), standings)
    if isinstance(found, OrganisationRow):
        return Detail(
            "organisation",
            plan_labels(standings),
            organisation_record(found, max((each.as_of.ordinal for each in standings), default=None)),
            named=where_named(found.id, standings),
            beside=_kept(found),
        )
    item = found.item if isinstance(found, Occasion) else found
    own = next(each for each in standings if each.plan.id == item.entry.plan)
    if isinstance(found, Occasion):
        return _occasion(own, found)
    return _milestone(own, found) if found.milestone else _entry(own, found.entry, standings)


def _plan(standings: Standings, everything: Sequence[Standings]) -> Detail:
    chosen = [Chosen(each, each.dates) for each in standings.entries]
    plan = standings.plan
    beside = {
        "closed": plan.closed,
        "aims": plan.aims,
        "objectives": plan.objectives,
        "sources": plan.sources,
        "max_revisions": plan.max_revisions,
        "approvers": plan.approvers,
        "due_soon": plan.due_soon,
        "accept": plan.accepted,
    } | _kept(plan)
    labels, record = plan_labels([standings]), plan_record(plan, standings.as_of, chosen)
    return Detail(
        "plan", labels, record, beside=beside, links=tuple(links_of_plan(plan, [each.plan for each in everything]))
    )


def _kept(found: Plan | OrganisationRow) -> dict[str, object]:
    """What anybody may add to anything with an id or a title."""
    return {"note": found.note, "tags": found.tags, "extra": found.extra}


def _entry(standings: Standings, entry: EntryRow, everything: Sequence[Standings]) -> Detail:
    standing = standings.by_entry[entry.id]
    return Detail(
        "entry",
        plan_labels([standings]),
        entry_record(entry, standing),
        milestones=tuple(item_record(each) for each in standing.items if each.item.milestone),
        updates=entry.updates,
        revisions=entry.revisions,
        links=tuple(links_of_entry(entry, [each.plan for each in everything])),
    )


def _milestone(standings: Standings, item: Item) -> Detail:
    record = item_record(standings.of_milestone(item))
    return Detail("milestone", plan_labels([standings]), record, revisions=item.revisions)


def _occasion(standings: Standings, found: Occasion) -> Detail:
    """One of the times that something comes, as what comes once."""
    item = found.item
    own = standings.by_entry[item.entry.id].own
    standing = standings.of_milestone(item) if item.milestone else own
    time = standing.cycle.occurrence(found.number) if standing and standing.cycle else None
    assert standing is not None  # noqa: S101 - what comes again has one
    assert time is not None  # noqa: S101 - it is one of its times
    is_next = found.number == standing.number
    record = item_record(standing)._replace(
        id=found.id,
        due=time.due,
        forecast=standing.item.forecast if is_next else None,
        completed=time.completed,
        finish=time.completed or (standing.finish if is_next else time.due),
        status=standing.status if item.cancelled or item.entry.cancelled else time.status,
        days_overdue=time.days_overdue,
        rag=Rag.BLUE if time.completed else standing.rag if is_next else None,
        baseline_due=standing.baseline_due if is_next else None,
        judged_by=standing.judged_by if is_next else None,
        variance_months=None,
        variance_days=None,
        next_due=None,
        last_due=None,
        occurrences=(time,),
    )
    return Detail("milestone", plan_labels([standings]), record, revisions=item.revisions)
