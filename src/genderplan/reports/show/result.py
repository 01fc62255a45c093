"""`show`: everything about one plan, entry, milestone or organisation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from genderplan.kinds.entry.part_rows import RevisionRow, UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.lookup import Found
from genderplan.plan.plans import Plan
from genderplan.plan.supports import inherited
from genderplan.standing.framework_records import FrameworkRecord, SectionRecord
from genderplan.standing.recording import entry_record, item_record, organisation_record, plan_label, plan_record
from genderplan.standing.records import EntryRecord, MilestoneRecord, OrganisationRecord, PlanLabel, PlanRecord
from genderplan.standing.selection import Chosen
from genderplan.standing.standings import Standings


class Mention(NamedTuple):
    """Where an organisation or a section is named: as lead, input or partner of what, as supported by what."""

    role: str
    """What it is there: lead, input or partner; of a section, in words what supports it, or what it supports."""
    id: str
    """The full id of the entry, the milestone or the section; of a framework also a plan's, or a plan's publication."""
    title: str
    """The title, in the words of the document."""


class Detail(NamedTuple):
    """One record under its noun, and beside it what belongs to it: empty where nothing does.

    `beside` has by name what the contract's record of a plan or an organisation leaves out.
    """

    noun: str
    plans: tuple[PlanLabel, ...]
    record: EntryRecord | MilestoneRecord | OrganisationRecord | PlanRecord | FrameworkRecord | SectionRecord
    milestones: tuple[MilestoneRecord, ...] = ()
    updates: tuple[UpdateRow, ...] = ()
    revisions: tuple[RevisionRow, ...] = ()
    named: tuple[Mention, ...] = ()
    beside: Mapping[str, object] = MappingProxyType({})
    sections: tuple[SectionRecord, ...] = ()


def detail(found: Found, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow] = ()) -> Detail:
    """What is known of one thing, where the plans stand as given, among the frameworks of their tree."""
    if isinstance(found, FrameworkRow):
        from genderplan.reports.show.frameworks import framework_detail

        return framework_detail(found, standings, frameworks)
    if isinstance(found, SectionRow):
        from genderplan.reports.show.frameworks import section_detail

        return section_detail(found, standings, frameworks)
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
    own = next(each for each in standings if each.plan.id == found.entry.plan)
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
    beside |= {"follows": plan.follows, "publications": plan.publications, "duties": plan.duties}
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
        beside={"inherited": inherited(standings.plan, entry)},
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
