"""`show`: everything about one plan, entry, milestone or organisation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.lookup import Found
from genderplan.plan.plans import Plan
from genderplan.standing.indicator_records import IndicatorRecord
from genderplan.standing.recording import entry_record, item_record, organisation_record, plan_label, plan_record
from genderplan.standing.records import EntryRecord, MilestoneRecord, OrganisationRecord, PlanLabel, PlanRecord
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Standings


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
    record: EntryRecord | MilestoneRecord | OrganisationRecord | PlanRecord | IndicatorRecord
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
    if isinstance(found, IndicatorRow):
        return _indicator(next(each for each in standings if each.plan.id == found.plan), found)
    own = next(each for each in standings if each.plan.id == found.entry.plan)
    return _milestone(own, found) if found.milestone else _entry(own, found.entry)


def _indicator(standings: Standings, row: IndicatorRow) -> Detail:
    from genderplan.standing.indicators import indicator_record, naming_entries

    record = indicator_record(row, standings, naming_entries(standings.plan).get(row.id, ()))
    return Detail("indicator", (plan_label(standings.plan, standings.as_of),), record)


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
