"""`show`: everything about one plan, entry, milestone or organisation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.lookup import Found, Occasion
from genderplan.plan.plans import Plan
from genderplan.standing.recording import entry_record, item_record, organisation_record, plan_label, plan_record
from genderplan.standing.records import EntryRecord, MilestoneRecord, OrganisationRecord, PlanLabel, PlanRecord
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Rag, Standings


class Mention(NamedTuple):
    """Where an organisation is named: as lead, input or partner of what."""

    role: str
    """What it is there: lead, input or partner."""
    id: str
    """The full id of the entry or milestone."""
    title: str
    """The title, in the words of the document."""


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


def detail(found: Found, standings: Sequence[Standings]) -> Detail:
    """What is known of one thing, where the plans stand as given."""
    if isinstance(found, Plan):
        return _plan(next(each for each in standings if each.plan is found))
    if isinstance(found, OrganisationRow):
        labels = tuple(plan_label(each.plan, each.as_of) for each in standings)
        return Detail(
            "organisation",
            labels,
            organisation_record(found),
            named=_where_named(found.id, standings),
            beside=_kept(found),
        )
    item = found.item if isinstance(found, Occasion) else found
    own = next(each for each in standings if each.plan.id == item.entry.plan)
    if isinstance(found, Occasion):
        return _occasion(own, found)
    return _milestone(own, found) if found.milestone else _entry(own, found.entry)


def _plan(standings: Standings) -> Detail:
    chosen = [Chosen(each, each.dates) for each in standings.entries]
    label = plan_label(standings.plan, standings.as_of)
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
    return Detail("plan", (label,), plan_record(plan, standings.as_of, chosen), beside=beside)


def _kept(found: Plan | OrganisationRow) -> dict[str, object]:
    """What anybody may add to anything with an id or a title."""
    return {"note": found.note, "tags": found.tags, "extra": found.extra}


def _entry(standings: Standings, entry: EntryRow) -> Detail:
    standing = standings.by_entry[entry.id]
    return Detail(
        "entry",
        (plan_label(standings.plan, standings.as_of),),
        entry_record(entry, standing),
        milestones=tuple(item_record(each) for each in standing.items if each.item.milestone),
        updates=entry.updates,
        revisions=entry.revisions,
    )


def _milestone(standings: Standings, item: Item) -> Detail:
    label = plan_label(standings.plan, standings.as_of)
    return Detail("milestone", (label,), item_record(standings.of_milestone(item)), revisions=item.revisions)


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
    return Detail("milestone", (plan_label(standings.plan, standings.as_of),), record, revisions=item.revisions)


def _where_named(name: str, standings: Sequence[Standings]) -> tuple[Mention, ...]:
    mentions: list[Mention] = []
    for each in standings:
        for entry in each.plan.entries:
            roles = {
                "lead": entry.leads,
                "input": [one.organisation for one in entry.inputs],
                "partner": [one.organisation for one in entry.partners],
            }
            mentions += [Mention(role, entry.full_id(), entry.title) for role, names in roles.items() if name in names]
            mentions += [
                Mention("lead", item.id, item.title) for item in milestone_items([entry]) if name in item.row.leads
            ]
    return tuple(mentions)
